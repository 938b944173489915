"""What somebody tries who has a browser, a session or a network line, and no right to what they want."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from store_office import NOW, PASSWORD, WEAK, Client, Office, Person
from store_world import watched

from store.data.database import Database
from store.data.people import staff
from store.identity import sessions
from store.identity.lockout import TRIES_MAX
from store.identity.roles import ROUTES, Role
from store.office import session
from store.office.session import LOGOUT_PATH

FORMS = sorted(path for (method, path), access in ROUTES.items() if method == "POST" and access.is_staff)
"""Everything a person's browser can be made to send."""
STEP_S = 0.2


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        yield Office(database, folder, days=1, per_day=2)


@pytest.fixture(scope="module")
def client(office: Office) -> Iterator[Client]:
    with office.running() as opened:
        yield opened


@pytest.fixture(scope="module")
def ops(client: Client) -> Person:
    return Person(client, "ops")


def deeds(office: Office) -> int:
    query = sa.text("SELECT count(*) FROM audit WHERE store_id = '1'")
    return office.database.read_sync(lambda one: int(one.execute(query).scalar_one()))


def filled(path: str) -> str:
    return path.replace("{", "").replace("}", "")


def code(answer: Any) -> str:
    return str(answer.json()["code"])


# --- other sites and other sessions ----------------------------------------------------------------------


@pytest.mark.parametrize("path", FORMS)
def test_no_form_works_without_its_secret_or_with_another_sessions(
    office: Office, client: Client, ops: Person, path: str
) -> None:
    other, before = Person(client, "ops"), deeds(office)
    for secret in ("", other.csrf, ops.csrf[:-1], ops.csrf.upper()):
        cookie = {"cookie": "; ".join(f"{name}={value}" for name, value in ops.cookies.items())}
        by_header = client.post(filled(path), json={}, headers={**cookie, sessions.CSRF_HEADER: secret})
        assert (by_header.status_code, code(by_header)) == (403, "csrf")
        by_field = client.post(filled(path), data={sessions.CSRF_FIELD: secret}, headers=cookie)
        assert (by_field.status_code, code(by_field)) == (403, "csrf")
    assert deeds(office) == before
    assert ops.get("/office").status_code == 200


@pytest.mark.parametrize("path", FORMS)
def test_no_form_works_from_another_site_though_it_knows_the_secret(
    office: Office, client: Client, ops: Person, path: str
) -> None:
    before = deeds(office)
    cookie = "; ".join(f"{name}={value}" for name, value in ops.cookies.items())
    mine = {"cookie": cookie, sessions.CSRF_HEADER: ops.csrf}
    for said in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        answer = client.post(filled(path), json={}, headers={**mine, **said})
        assert (answer.status_code, code(answer)) == (403, "cross_site")
    assert deeds(office) == before


# --- sessions --------------------------------------------------------------------------------------------


def test_a_cookie_somebody_planted_before_the_login_is_not_the_session(client: Client) -> None:
    planted = "1." + sessions.make()
    shown = {"login": "anna", "password": PASSWORD}
    client.cookies.clear()
    answer = client.post(
        "/office/login", json=shown, headers={"cookie": f"{sessions.COOKIE_INSECURE}={planted}"}
    )
    assert answer.cookies[sessions.COOKIE_INSECURE] != planted
    client.cookies.clear()
    stranger = client.get("/office/api/me", headers={"cookie": f"{sessions.COOKIE_INSECURE}={planted}"})
    assert stranger.status_code == 401


def test_every_session_ends_with_a_new_password_and_with_a_new_role(office: Office, client: Client) -> None:
    staff_id = office.hire("eva", Role.MANAGER)
    here, there = Person(client, "eva"), Person(client, "eva")
    assert there.get("/office/people").status_code == 200
    changed = here.post("/office/me/password", old=PASSWORD, new="noch ein pferd", again="noch ein pferd")
    assert changed.status_code == 303
    for one in (here, there):
        assert one.get("/office/people").headers["location"].startswith("/office/login")
        assert one.post("/office/language", language="de").status_code in (303, 401)
    office.database.write_sync(
        lambda one: staff.change(one, "1", staff_id, NOW, password_hash=WEAK.hash(PASSWORD))
    )
    stale = Person(client, "eva")
    office.database.write_sync(lambda one: staff.change(one, "1", staff_id, NOW, role=Role.ATTENDANT))
    assert stale.get("/office/people").headers["location"].startswith("/office/login")
    assert Person(client, "eva").get("/office/people").status_code == 403


def test_a_session_that_was_logged_out_is_gone_for_its_copies_too(client: Client) -> None:
    person = Person(client, "anna")
    copy = Person(client)
    copy.cookies, copy.csrf = dict(person.cookies), person.csrf
    assert copy.get("/office").status_code == 200
    assert person.post(LOGOUT_PATH).status_code == 303
    assert copy.get("/office").status_code == 303
    assert copy.post("/office/alerts/x/seen").status_code in (303, 401)


# --- guessing by the clock -------------------------------------------------------------------------------


def test_every_login_costs_one_hash_whoever_it_names(
    office: Office, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.hire("locked", Role.ATTENDANT)
    closed = office.hire("closed", Role.ATTENDANT)
    office.database.write_sync(lambda one: staff.change(one, "1", closed, NOW, is_active=False))
    for _ in range(TRIES_MAX):
        client.post("/office/login", json={"login": "locked", "password": "wrong"})
    verified: list[str] = []
    hasher = WEAK._hasher

    class Counting:
        def verify(self, stored: str, shown: str) -> bool:
            verified.append(stored.rpartition("$")[0].rpartition("$")[0])
            return hasher.verify(stored, shown)

    monkeypatch.setattr(WEAK, "_hasher", Counting())
    for shown in (
        {"login": "nobody", "password": "wrong password"},
        {"login": "max", "password": "wrong password"},
        {"login": "locked", "password": PASSWORD},
        {"login": "closed", "password": PASSWORD},
        {"login": "max", "password": PASSWORD, "store_id": "none"},
        {"badge": "not a badge of ours", "pin": "2580"},
    ):
        verified.clear()
        answer = client.post("/office/login", json=shown)
        assert (answer.status_code, code(answer)) == (403, "login")
        assert len(verified) == 1, shown
        assert verified[0].startswith("$argon2id$v=19$m=8,t=1,p=1"), shown


@pytest.mark.parametrize("login", ["nobody", "anna"])
def test_a_refusal_waits_for_its_step(client: Client, monkeypatch: pytest.MonkeyPatch, login: str) -> None:
    monkeypatch.setattr(session, "REFUSED_AFTER_S", STEP_S)
    begun = time.monotonic()
    answer = client.post("/office/login", json={"login": login, "password": "wrong password"})
    assert answer.status_code == 403
    assert time.monotonic() - begun >= STEP_S


# --- personal data ---------------------------------------------------------------------------------------


def test_a_member_is_looked_up_in_a_body_with_a_reason_and_it_is_noted(
    office: Office, client: Client, ops: Person
) -> None:
    cookie = "; ".join(f"{name}={value}" for name, value in ops.cookies.items())
    mine = {"cookie": cookie, sessions.CSRF_HEADER: ops.csrf}
    asked = {"kind": "card", "value": "2100000079193", "why": "asks for points"}
    place = "/office/api/members/find"
    assert client.get(place, params=asked, headers=mine).status_code in (404, 405, 422)
    before = deeds(office)
    answer = client.post(place, json=asked, headers=mine)
    assert (answer.status_code, answer.json()) == (200, {"id": "gold-1"})
    assert deeds(office) == before + 1
    phone = {**asked, "kind": "phone", "value": " 030 23125 102 "}
    assert client.post(place, json=phone, headers=mine).json() == {"id": "gold-2"}
    before = deeds(office) - 1
    silent = client.post(place, json={**asked, "why": " "}, headers=mine)
    assert (silent.status_code, code(silent)) == (422, "why")
    assert deeds(office) == before + 1


# --- bodies and paths ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/office/login", "/v1/enrol", "/v1/token"])
@pytest.mark.parametrize(
    "body",
    [
        b"[" * 3_000,
        b'{"a":' * 600,
        b'{"login":' + b'"\\ud800"}',
        b"\xff\xfe",
        b"\x1f\x8b\x08\x00" + b"\0" * 99,
    ],
)
def test_a_body_made_to_break_its_reader_is_refused(client: Client, path: str, body: bytes) -> None:
    answer = client.post(path, content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, code(answer)) in ((400, "malformed"), (422, "malformed"), (413, "too_large"))


@pytest.mark.parametrize("path", ["/office/login", "/v1/enrol", "/v1/token", "/v1/tx"])
def test_a_body_without_a_length_is_counted_as_it_comes(client: Client, path: str) -> None:
    sent = []

    def endless() -> Iterator[bytes]:
        for _ in range(200):
            sent.append(1)
            yield b"x" * 65_536

    answer = client.post(path, content=endless(), headers={"content-type": "application/json"})
    assert answer.status_code in (401, 413)


def test_a_packed_body_is_not_unpacked(client: Client) -> None:
    packed = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    for coding in ("gzip", "deflate", "br", "zstd"):
        answer = client.post(
            "/office/login",
            content=packed,
            headers={"content-type": "application/json", "content-encoding": coding},
        )
        assert answer.status_code in (400, 415)


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-02", "1999-12-31", "9999-12-31", "2026-02-30", "%00"])
@pytest.mark.parametrize(
    "path",
    [
        "/office/day?day={}",
        "/office/reports?first={}&last={}",
        "/office/sales?first={}&last={}",
        "/office/export/day.csv?last={}",
        "/office/export/sales.csv?first={}&last={}",
        "/office/export/poslog.xml?first={}&last={}",
    ],
)
def test_no_day_is_too_old_or_too_new_to_ask_for(ops: Person, path: str, day: str) -> None:
    assert ops.get(path.replace("{}", day)).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["..%2f..%2fapp.py", "%2e%2e/%2e%2e/app.py", "....//app.py", "..%5capp.py", "%00", "office.css%00.txt"],
)
def test_no_path_leads_out_of_the_static_files(client: Client, name: str) -> None:
    for place in ("/office/static/", "/office/export/", "/api/"):
        answer = client.get(place + name, follow_redirects=False)
        assert answer.status_code in (303, 400, 401, 403, 404)
        assert "create_app" not in answer.text


def test_a_path_writes_no_header(client: Client) -> None:
    client.cookies.clear()
    answer = client.get(
        "/office/sales/x%0d%0aset-cookie:%20a=b", headers={"accept": "text/html"}, follow_redirects=False
    )
    assert answer.status_code == 303
    assert "set-cookie" not in answer.headers
    assert "\n" not in answer.headers["location"]
