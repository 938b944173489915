"""Every route has its row, and only who the row names comes through."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.testing import TestClient

from benchmarks.store_lane import Lane, enrolled
from store.app import ROOMS, create_app
from store.data.clock import now_us
from store.data.database import Database
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.front.problems import LOGIN_PATH
from store.identity import roles, sessions
from store.identity.passwords import Passwords
from store.identity.roles import ROUTES, Access, Role
from store.office import accounts
from store.service import Room, Service
from store.settings import Settings

WEAK = Passwords(time_cost=1, memory_kib=8)
FREE = Rates(
    device=UNLIMITED, store=UNLIMITED, token_address=UNLIMITED, stranger_address=UNLIMITED, person=UNLIMITED
)
Client = TestClient[Any]


@pytest.fixture
def store_dsn(sqlite_dsn: str) -> str:
    return sqlite_dsn


@pytest.fixture
def app(settings: Settings, database: Database) -> Litestar:
    def shared(service: Service) -> Room:
        service.shared.update({front.RATES: FREE, front.PASSWORDS: WEAK})
        return Room()

    return create_app(settings, database, rooms=(shared, *ROOMS))


@pytest.fixture
def client(app: Litestar) -> Iterator[Client]:  # type: ignore[override]
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def routes_of(app: Litestar) -> set[tuple[str, str]]:
    found = set()
    for route in app.routes:
        for handler in getattr(route, "route_handlers", None) or [route.route_handler]:  # type: ignore[union-attr]
            if isinstance(handler, HTTPRouteHandler):
                found |= {
                    (method, route.path_format) for method in handler.http_methods if method != "OPTIONS"
                }
            else:
                found.add(("WEBSOCKET", route.path_format))
    return found


def test_every_route_of_the_service_has_its_row(app: Litestar) -> None:
    without = sorted(route for route in routes_of(app) if roles.access_of(*route) is None)
    assert without == []


def test_a_route_without_a_row_is_refused(settings: Settings, database: Database) -> None:
    from litestar import get

    @get("/v1/forgotten")
    async def forgotten() -> str:
        return "secret"

    app = create_app(settings, database, rooms=(*ROOMS, lambda service: Room(routes=(forgotten,))))
    assert ("GET", "/v1/forgotten") in routes_of(app)
    with TestClient(app) as client:
        answer = client.get("/v1/forgotten")
    assert (answer.status_code, answer.json()["code"]) == (403, "no_role")


def test_roles_contain_each_other() -> None:
    needed = (Access.ATTENDANT, Access.MANAGER, Access.SUPPORT)
    table = {role: [roles.may(role, access) for access in needed] for role in Role}
    assert table == {
        Role.ATTENDANT: [True, False, False],
        Role.MANAGER: [True, True, False],
        Role.SUPPORT: [True, True, True],
    }
    for access in Access:
        assert access.is_staff or not any(roles.may(role, access) for role in Role)


# --- what each kind of caller gets -----------------------------------------------------------------------


class Caller:
    """Somebody who asks: a stranger, a lane, a hub, a person of a role, a member's phone."""

    def __init__(self, client: Client, device: Lane | None = None, cookie: str = "", csrf: str = "") -> None:
        self._client, self._device, self._cookie, self._csrf = client, device, cookie, csrf

    def ask(self, method: str, path: str) -> tuple[int, str]:
        headers = {}
        if self._device is not None:
            headers = self._device.headers(method, path)
        elif self._cookie:
            headers = {"cookie": self._cookie, sessions.CSRF_HEADER: self._csrf}
        self._client.cookies.clear()
        answer = self._client.request(method, path, headers=headers, follow_redirects=False)
        if answer.status_code == 303 and answer.headers["location"].startswith(LOGIN_PATH):
            return 401, "no_session"
        kind = answer.headers.get("content-type", "")
        return answer.status_code, answer.json()["code"] if kind.startswith("application/problem") else ""


@pytest.fixture
def callers(client: Client, database: Database) -> dict[str, Caller]:
    found = {"stranger": Caller(client)}
    for name, kind in (("lane", "lane"), ("hub", "hub")):
        device = enrolled(database, name=name, kind=kind)  # type: ignore[arg-type]
        wish = device.token_request()
        device.token = client.post(
            "/v1/token", json={field: getattr(wish, field) for field in wish.__struct_fields__}
        ).json()["token"]
        found[name] = Caller(client, device)
    for role in Role:
        way = accounts.WayIn(password_hash=WEAK.hash("korrektes pferd"))
        database.write_sync(
            lambda connection, role=role, way=way: accounts.add_person(
                connection, "1", login=role.word, name=role.word, role=role, way=way, who="test", at=now_us()
            )
        )
        answer = client.post("/office/login", json={"login": role.word, "password": "korrektes pferd"})
        cookie = answer.headers["set-cookie"].partition(";")[0]
        found[role.word] = Caller(client, cookie=cookie, csrf=answer.json()["csrf"])
    joined = client.post("/phone/join", data={"agree_club": "yes"}, follow_redirects=False)
    cookie = joined.headers["set-cookie"].partition(";")[0]
    found["member"] = Caller(client, cookie=cookie, csrf=sessions.csrf_of(cookie.partition("=")[2]))
    return found


ALLOWED: dict[Access, set[str]] = {
    Access.UPLOAD: {"lane"},
    Access.LANE: {"lane"},
    Access.HUB: {"hub"},
    Access.MEMBER: {"member"},
    Access.ATTENDANT: {"attendant", "manager", "support"},
    Access.MANAGER: {"manager", "support"},
    Access.SUPPORT: {"support"},
}
GATE = {"unsigned", "no_token", "no_session", "role", "wrong_device", "csrf"}
"""What the gate says to who may not."""
ENDLESS = {"/office/events", "/office/logout"}


def test_only_who_the_row_names_comes_through(app: Litestar, callers: dict[str, Caller]) -> None:
    """The whole table: every route, every kind of caller. Who comes through may still be told 404 or 422."""
    wrong = []
    for method, template in sorted(routes_of(app)):
        access = roles.access_of(method, template)
        if access not in ALLOWED or method == "WEBSOCKET" or template in ENDLESS:
            continue
        path = template.replace("{", "").replace("}", "")
        for name, caller in callers.items():
            status, code = caller.ask(method, path)
            is_let_in = code not in GATE and status != 401 and (status != 403 or code == "scope")
            if is_let_in is not (name in ALLOWED[access]) or status >= 500:
                wrong.append((method, template, name, status, code))
    assert wrong == []


def test_public_rows_are_few_and_known() -> None:
    public = {route for route, access in ROUTES.items() if access is Access.PUBLIC}
    assert all(method == "GET" for method, _ in public)
    assert {path for _, path in public if not path.startswith("/office/static")} <= {
        "/",
        "/healthz",
        "/metrics",  # shows nothing without the token of the settings
        "/openapi.json",
        "/api",
        "/api/{path}",
        "/api/page.css",
        "/api/openapi.json",
        "/office/login",
        "/r/{receipt}",
        "/phone",
        "/phone/join",
        "/phone/join/lane/{word}",  # shows nothing: sends on, and keeps a word that counts
        "/phone/link",
        "/phone/shop",
        "/phone/shops",
        "/shelf/{key}",
        "/phone/goods/{key}",
        "/phone/shelf",
        "/phone/offline",
        "/phone/sw.js",
        "/phone/manifest.webmanifest",
        "/phone/static/{name}",
        "/phone/picture/{name}",
    }


# --- answers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing/here", 404, "not_found"),
        ("DELETE", "/v1/tx", 405, "method_not_allowed"),
        ("OPTIONS", "/v1/tx", 405, "method_not_allowed"),
        ("GET", "/office/api/me", 401, "no_session"),
        ("POST", "/v1/enrol", 400, "malformed"),
    ],
)
def test_every_refusal_has_the_same_form(
    client: Client, method: str, path: str, status: int, code: str
) -> None:
    answer = client.request(method, path)
    assert answer.headers["content-type"].startswith("application/problem+json")
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert set(problem) == {"type", "title", "status", "code", "detail", "server_time"}


def test_a_fault_tells_nothing_but_its_number(
    settings: Settings, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    from litestar import get

    @get("/healthz2")
    async def broken() -> str:
        raise RuntimeError("the password is sesame")

    app = create_app(settings, database, rooms=(lambda service: Room(routes=(broken,)),))
    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/healthz2")
    assert (answer.status_code, answer.json()["code"]) == (500, "fault")
    assert "sesame" not in answer.text
    number = answer.json()["detail"].rsplit(" ", 1)[1]
    assert any(number in record.getMessage() for record in caplog.records)
    caplog.clear()


@pytest.mark.parametrize("path", ["/healthz", "/nothing", "/office/api/me"])
def test_every_answer_carries_the_headers_that_protect_people(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert headers["x-server-time"].isdigit()
    assert "server" not in headers


def test_the_page_of_the_docs_names_every_kind_of_access() -> None:
    page = Path(__file__).parents[2] / "docs" / "security.md"
    text = page.read_text(encoding="utf-8")
    for access in Access:
        assert f"`{access.value}`" in text, access
