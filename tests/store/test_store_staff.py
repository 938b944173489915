"""People: logging in, being locked out, sessions, roles, forms of other sites, and what is noted."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from litestar.testing import TestClient

from retail.wire.staff import StaffRow
from store.app import create_app
from store.data import audit, housekeeping
from store.data.database import Database
from store.data.lanes import alerts
from store.data.people import staff
from store.data.schema.feed import feed_row
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.identity import lookup, sessions, vault
from store.identity.lockout import LOCK_S, TRIES_MAX
from store.identity.passwords import Passwords
from store.identity.roles import Role
from store.office import accounts
from store.service import Room, Service
from store.settings import Settings

SECOND = 1_000_000
WEAK = Passwords(time_cost=1, memory_kib=8)
PASSWORD, BADGE, PIN = "korrektes pferd", "S-0042-7781", "2580"
on_each_engine = pytest.mark.parametrize("store_dsn", ["sqlite", "postgresql"], indirect=True)
FREE = Rates(stranger_address=UNLIMITED, person=UNLIMITED)

Client = TestClient[Any]


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000 * SECOND

    def __call__(self) -> int:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += round(seconds * SECOND)


@pytest.fixture
def store_dsn(request: pytest.FixtureRequest) -> str:
    """SQLite, and each engine for tests marked `on_each_engine`; the one under test with STORE_TEST_DSN."""
    usual = "postgresql" if os.environ.get("STORE_TEST_DSN") else "sqlite"
    dsn: str = request.getfixturevalue(f"{getattr(request, 'param', usual)}_dsn")
    return dsn


@pytest.fixture
def clock() -> Clock:  # type: ignore[override]
    return Clock()


@pytest.fixture
def start(settings: Settings, database: Database, clock: Clock) -> Iterator[Callable[[], Client]]:
    """Start a worker of the service."""
    opened: list[Client] = []

    def shared(service: Service) -> Room:
        service.shared.update({front.RATES: FREE, front.PASSWORDS: WEAK})
        return Room()

    def begin() -> Client:
        from store.app import ROOMS

        client = TestClient(create_app(settings, database, clock, rooms=(shared, *ROOMS)))
        client.__enter__()
        opened.append(client)
        return client

    yield begin
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(start: Callable[[], Client]) -> Client:  # type: ignore[override]
    return start()


@pytest.fixture
def hire(settings: Settings, database: Database, clock: Clock) -> Callable[..., str]:
    """Add an account."""
    keys = vault.load(settings.folder)

    def add(login: str, role: Role = Role.ATTENDANT, store_id: str = "1", badge: str = "") -> str:
        way = accounts.WayIn(
            password_hash=WEAK.hash(PASSWORD),
            badge_key=lookup.badge_lookup(keys, badge) if badge else None,
            pin_hash=WEAK.hash(PIN) if badge else None,
        )
        return database.write_sync(
            lambda connection: accounts.add_person(
                connection, store_id, login=login, name=login, role=role, way=way, who="test", at=clock()
            )
        )

    return add


def log_in(client: Client, login: str = "anna", password: str = PASSWORD, **more: str) -> Any:
    client.cookies.clear()
    answer = client.post("/office/login", json={"login": login, "password": password, **more})
    if answer.status_code in (200, 201):
        client.headers[sessions.CSRF_HEADER] = answer.json()["csrf"]
    return answer


def deeds(database: Database, what: str = "") -> list[str]:
    return [
        deed.action
        for deed in database.read_sync(lambda connection: audit.newest(connection, "1", what=what))
    ]


# --- logging in ------------------------------------------------------------------------------------------


@on_each_engine
def test_a_password_opens_a_session_that_is_noted(
    client: Client, database: Database, hire: Callable[..., str]
) -> None:
    staff_id = hire("anna", Role.MANAGER)
    answer = log_in(client)
    assert answer.status_code == 200
    assert (answer.json()["role"], answer.json()["store_id"]) == ("manager", "1")
    me = client.get("/office/api/me").json()
    assert (me["login"], me["staff_id"], me["csrf"]) == ("anna", staff_id, answer.json()["csrf"])
    assert deeds(database, f"staff:{staff_id}")[0] == "staff.login"


def test_the_cookie_is_for_this_site_and_no_script(client: Client, hire: Callable[..., str]) -> None:
    hire("anna")
    cookie = log_in(client).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie


def test_behind_tls_the_cookie_is_secure_and_bound_to_the_host(
    settings: Settings, database: Database, clock: Clock, hire: Callable[..., str]
) -> None:
    import msgspec

    from store.app import ROOMS

    def shared(service: Service) -> Room:
        service.shared.update({front.RATES: FREE, front.PASSWORDS: WEAK})
        return Room()

    hire("anna")
    secure = msgspec.structs.replace(settings, public_url="https://shop.example")
    app = create_app(secure, database, clock, rooms=(shared, *ROOMS))
    with TestClient(app, base_url="https://shop.example") as client:
        answer = log_in(client)
        assert answer.headers["set-cookie"].startswith("__Host-store-session=")
        assert "secure" in answer.headers["set-cookie"].lower()
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert client.get("/office/api/me").status_code == 200


@on_each_engine
def test_a_badge_and_its_pin_open_a_session(client: Client, hire: Callable[..., str]) -> None:
    hire("anna", badge=BADGE)
    client.cookies.clear()
    assert client.post("/office/login", json={"badge": BADGE, "pin": PIN}).status_code == 200
    assert client.get("/office/api/me").json()["login"] == "anna"


@pytest.mark.parametrize(
    "shown",
    [
        {"login": "anna", "password": "korrektes pferD"},
        {"login": "nobody", "password": PASSWORD},
        {"login": "", "password": PASSWORD},
        {"login": "anna", "password": ""},
        {"login": "anna", "password": PASSWORD, "store_id": "2"},
        {"login": "anna", "password": "x" * 1000},
        {"badge": BADGE, "pin": "2581"},
        {"badge": BADGE, "pin": ""},
        {"badge": "somebody-elses", "pin": PIN},
        {"badge": BADGE, "password": PASSWORD},
        {},
    ],
)
def test_whatever_is_wrong_is_answered_alike(
    client: Client, hire: Callable[..., str], shown: dict[str, str]
) -> None:
    hire("anna", badge=BADGE)
    answer = client.post("/office/login", json=shown)
    assert (answer.status_code, answer.json()["code"]) == (403, "login")
    assert "set-cookie" not in answer.headers
    reference = client.post("/office/login", json={"login": "nobody", "password": "nothing"}).json()
    assert answer.json() == reference


def test_a_browsers_form_goes_on_to_its_page_and_never_to_another_site(
    client: Client, hire: Callable[..., str]
) -> None:
    hire("anna")
    shown = {"login": "anna", "password": PASSWORD}
    for wanted, target in (
        ("/office/lanes", "/office/lanes"),
        ("https://evil.example", "/office"),
        ("//evil.example", "/office"),
        ("/office/../\\evil", "/office"),
        ("/officer", "/office"),
        ("", "/office"),
    ):
        answer = client.post("/office/login", data={**shown, "next": wanted}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, target)


# --- lockout ---------------------------------------------------------------------------------------------


@on_each_engine
def test_the_fifth_wrong_pin_locks_and_stays_locked_in_every_worker_and_after_a_restart(
    client: Client,
    start: Callable[[], Client],
    database: Database,
    clock: Clock,
    hire: Callable[..., str],
) -> None:
    hire("anna", badge=BADGE)
    workers = client, start()
    for number in range(TRIES_MAX):
        answer = workers[number % 2].post("/office/login", json={"badge": BADGE, "pin": "9999"})
        assert answer.status_code == 403
    restarted = start()
    for worker in (*workers, restarted):
        assert worker.post("/office/login", json={"badge": BADGE, "pin": PIN}).status_code == 403
        assert log_in(worker).status_code == 403
    told = database.read_sync(lambda connection: alerts.still_open(connection, "1"))
    assert [alert.kind for alert in told] == ["security"]
    clock.move(LOCK_S)
    assert restarted.post("/office/login", json={"badge": BADGE, "pin": PIN}).status_code == 200


@on_each_engine
def test_a_try_is_counted_before_it_is_compared(
    database: Database, clock: Clock, hire: Callable[..., str]
) -> None:
    """Whoever pulls the plug in the middle of a try has used it up."""
    staff_id = hire("anna")
    for _ in range(TRIES_MAX):
        database.write_sync(lambda connection: staff.open_attempt(connection, "1", login="anna", at=clock()))
    person = database.read_sync(lambda connection: staff.get(connection, "1", staff_id))
    assert person is not None
    assert (person.wrong, person.locked_until) == (TRIES_MAX, clock() + LOCK_S * SECOND)


def test_a_right_password_forgets_the_wrong_ones(
    client: Client, database: Database, hire: Callable[..., str]
) -> None:
    staff_id = hire("anna")
    for _ in range(3):
        for _ in range(TRIES_MAX - 1):
            assert log_in(client, password="wrong").status_code == 403
        assert log_in(client).status_code == 200
    person = database.read_sync(lambda connection: staff.get(connection, "1", staff_id))
    assert person is not None
    assert person.wrong == 0


def test_a_manager_unlocks_and_it_is_noted(
    client: Client, start: Callable[[], Client], database: Database, hire: Callable[..., str]
) -> None:
    staff_id = hire("bob")
    hire("anna", Role.MANAGER)
    for _ in range(TRIES_MAX):
        log_in(client, "bob", "wrong")
    manager = start()
    log_in(manager)
    assert manager.post(f"/office/api/staff/{staff_id}/unlock").json() == {"changed": True}
    assert log_in(client, "bob").status_code == 200
    assert "staff.unlock" in deeds(database, f"staff:{staff_id}")


# --- sessions --------------------------------------------------------------------------------------------


@on_each_engine
def test_who_logs_out_is_out(client: Client, hire: Callable[..., str]) -> None:
    hire("anna")
    log_in(client)
    cookie = client.cookies.get(sessions.COOKIE_INSECURE)
    assert client.post("/office/logout").status_code == 200
    client.cookies.set(sessions.COOKIE_INSECURE, cookie or "")
    answer = client.get("/office/api/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "no_session")


@on_each_engine
def test_a_session_ends_when_it_is_idle_and_at_the_latest_after_a_shift(
    client: Client, clock: Clock, hire: Callable[..., str]
) -> None:
    hire("anna")
    log_in(client)
    for _ in range(sessions.LIFE_S // (sessions.IDLE_S - 60)):
        clock.move(sessions.IDLE_S - 60)
        assert client.get("/office/api/me").status_code == 200
    clock.move(sessions.IDLE_S - 60)
    assert client.get("/office/api/me").status_code == 401
    log_in(client)
    clock.move(sessions.IDLE_S)
    assert client.get("/office/api/me").status_code == 401


@on_each_engine
def test_a_session_does_not_outlive_a_change_of_its_account(
    client: Client, start: Callable[[], Client], hire: Callable[..., str]
) -> None:
    staff_id = hire("bob", Role.MANAGER)
    hire("anna", Role.MANAGER)
    log_in(client, "bob")
    manager = start()
    log_in(manager)
    changed = manager.post(f"/office/api/staff/{staff_id}", json={"role": "attendant", "why": "moved"})
    assert changed.json() == {"changed": True}
    assert client.get("/office/api/me").status_code == 401
    log_in(client, "bob")
    assert client.get("/office/api/staff").status_code == 403
    manager.post(f"/office/api/staff/{staff_id}", json={"is_active": False, "why": "left"})
    assert client.get("/office/api/me").status_code == 401
    assert log_in(client, "bob").status_code == 403


@pytest.mark.parametrize("cookie", ["", "1.", ".x", "1.forged", "x" * 200, "1.é", "1'--.x", "a.b.c"])
def test_a_forged_cookie_opens_nothing(client: Client, cookie: str) -> None:
    header = {"cookie": f"{sessions.COOKIE_INSECURE}={cookie}".encode("latin-1")}
    answer = client.get("/office/api/me", headers=header)  # type: ignore[arg-type]
    assert answer.status_code == 401


def test_a_page_without_a_session_leads_to_the_login(client: Client) -> None:
    answer = client.get("/office/api/me", headers={"accept": "text/html"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/office/login?next=/office/api/me"


# --- forms of other sites --------------------------------------------------------------------------------


def test_a_change_needs_the_secret_of_the_sessions_forms(client: Client, hire: Callable[..., str]) -> None:
    hire("anna", Role.MANAGER)
    csrf = log_in(client).json()["csrf"]
    del client.headers[sessions.CSRF_HEADER]
    body = {"name": "Lane 1"}
    refused = client.post("/office/api/lanes", json=body)
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf")
    wrong = client.post("/office/api/lanes", json=body, headers={sessions.CSRF_HEADER: "x" * 64})
    assert wrong.status_code == 403
    assert (
        client.post("/office/api/lanes", json=body, headers={sessions.CSRF_HEADER: csrf}).status_code == 201
    )
    assert (
        client.post("/office/logout", data={sessions.CSRF_FIELD: csrf}, follow_redirects=False).status_code
        == 303
    )


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"}],
)
def test_another_sites_page_can_neither_change_anything_nor_log_in(
    client: Client, hire: Callable[..., str], headers: dict[str, str]
) -> None:
    hire("anna", Role.MANAGER)
    log_in(client)
    refused = client.post("/office/api/lanes", json={"name": "Lane 1"}, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "cross_site")
    login = client.post("/office/login", json={"login": "anna", "password": PASSWORD}, headers=headers)
    assert login.json()["code"] == "cross_site"


# --- accounts --------------------------------------------------------------------------------------------


@on_each_engine
def test_a_manager_hires_but_gives_no_role_above_their_own(client: Client, hire: Callable[..., str]) -> None:
    hire("anna", Role.MANAGER)
    boss = hire("chef", Role.SUPPORT)
    log_in(client)
    new = {"login": "bob", "name": "Bob", "password": "langes wort", "badge": "S-1-00001", "pin": "1470"}
    assert client.post("/office/api/staff", json=new).status_code == 201
    assert client.post("/office/api/staff", json=new).status_code == 409
    above = client.post("/office/api/staff", json={**new, "login": "eve", "role": "support"})
    assert (above.status_code, above.json()["code"]) == (403, "role")
    taken = client.post("/office/api/staff", json={**new, "login": "carl"})
    assert (taken.status_code, taken.json()["code"]) == (409, "taken")
    assert client.post(f"/office/api/staff/{boss}", json={"password": "uebernommen!"}).status_code == 403
    listed = client.get("/office/api/staff").json()
    assert [(person["login"], person["has_badge"]) for person in listed] == [
        ("anna", False),
        ("bob", True),
        ("chef", False),
    ]
    assert log_in(client, "bob", "langes wort").status_code == 200


@pytest.mark.parametrize(
    "weak",
    [{"password": "short"}, {"badge": "S-1-00001", "pin": "1234"}, {"badge": "S-1-00001"}, {"pin": "2580"}],
)
def test_weak_secrets_are_refused_with_a_reason(
    client: Client, hire: Callable[..., str], weak: dict[str, str]
) -> None:
    hire("anna", Role.MANAGER)
    log_in(client)
    answer = client.post("/office/api/staff", json={"login": "bob", "name": "Bob", **weak})
    assert (answer.status_code, answer.json()["code"]) == (422, "weak")
    assert [person["login"] for person in client.get("/office/api/staff").json()] == ["anna"]


@on_each_engine
def test_somebody_changes_their_own_password_with_the_old_one(
    client: Client, hire: Callable[..., str]
) -> None:
    hire("anna")
    log_in(client)
    refused = client.post("/office/api/me/password", json={"old": "wrong", "new": "noch ein pferd"})
    assert refused.status_code == 403
    done = client.post("/office/api/me/password", json={"old": PASSWORD, "new": "noch ein pferd"})
    assert done.json() == {"changed": True}
    assert client.get("/office/api/me").status_code == 401
    assert log_in(client).status_code == 403
    assert log_in(client, password="noch ein pferd").status_code == 200


def test_a_password_hashed_with_old_parameters_is_hashed_anew_at_login(
    client: Client, database: Database, clock: Clock, hire: Callable[..., str]
) -> None:
    staff_id = hire("anna")
    old = Passwords(time_cost=2, memory_kib=16).hash(PASSWORD)
    database.write_sync(lambda connection: staff.rehash(connection, "1", staff_id, password_hash=old))
    assert log_in(client).status_code == 200
    attempt = database.write_sync(
        lambda connection: staff.open_attempt(connection, "1", login="anna", at=clock())
    )
    assert attempt is not None
    assert attempt.password_hash != old
    assert log_in(client).status_code == 200


@on_each_engine
def test_another_stores_people_and_lanes_are_not_there(client: Client, hire: Callable[..., str]) -> None:
    stranger = hire("otto", Role.MANAGER, store_id="2")
    hire("anna", Role.MANAGER)
    log_in(client)
    assert client.post(f"/office/api/staff/{stranger}/unlock").status_code == 404
    assert [person["login"] for person in client.get("/office/api/staff").json()] == ["anna"]
    lane = client.post("/office/api/lanes", json={"name": "Lane 1"}).json()["terminal_id"]
    log_in(client, "otto", store_id="2")
    assert client.get("/office/api/lanes").json() == []
    assert client.post(f"/office/api/lanes/{lane}/code").status_code == 404
    assert client.post(f"/office/api/lanes/{lane}/commands", json={"name": "close"}).status_code == 404


# --- lanes -------------------------------------------------------------------------------------------------


def _told_lanes(database: Database) -> dict[str, StaffRow]:
    """What the store's lanes know of its people."""
    rows = database.read_sync(
        lambda connection: connection.execute(
            sa.select(feed_row.c.key, feed_row.c.body).where(
                feed_row.c.store_id == "1", feed_row.c.scope == "store:1", feed_row.c.kind == "staff"
            )
        ).all()
    )
    return {row.key: msgspec.json.decode(row.body, type=StaffRow) for row in rows}


def test_lanes_hear_of_people_their_badges_and_their_end(
    client: Client, database: Database, settings: Settings, hire: Callable[..., str]
) -> None:
    hire("max", Role.MANAGER)
    log_in(client, "max")
    given = {"login": "bea", "name": "Bea", "badge": BADGE, "pin": PIN, "number": "104"}
    staff_id = client.post("/office/api/staff", json=given).json()["id"]
    told = _told_lanes(database)[staff_id]
    assert (told.name, told.role, told.number, told.is_revoked) == ("Bea", "attendant", "104", False)
    assert told.badge == lookup.badge_lookup(vault.load(settings.folder), BADGE)
    assert WEAK.matches(told.pin, PIN)
    body = str(msgspec.json.encode(told))
    assert BADGE not in body
    assert PIN not in body.replace(told.pin, "").replace(told.badge, "").replace(staff_id, "")
    client.post(f"/office/api/staff/{staff_id}", json={"is_active": False, "why": "left"})
    told = _told_lanes(database)[staff_id]
    assert (told.is_revoked, told.pin) == (True, "")


def test_a_number_at_a_lane_is_one_persons(client: Client, hire: Callable[..., str]) -> None:
    hire("max", Role.MANAGER)
    log_in(client, "max")
    made = [
        client.post("/office/api/staff", json={"login": login, "name": login, "number": "104", "pin": PIN})
        for login in ("bea", "ben")
    ]
    assert [answer.status_code for answer in made] == [201, 409]
    odd = client.post("/office/api/staff", json={"login": "bo", "name": "Bo", "number": "1", "pin": PIN})
    assert odd.status_code == 422


def test_people_of_an_older_program_are_told_to_lanes_by_upkeep(
    database: Database, hire: Callable[..., str], clock: Clock
) -> None:
    staff_id = hire("anna")
    database.write_sync(
        lambda connection: connection.execute(
            sa.delete(feed_row).where(feed_row.c.store_id == "1", feed_row.c.kind == "staff")
        )
    )
    housekeeping.tidy(database, at=clock())
    assert staff_id in _told_lanes(database)
