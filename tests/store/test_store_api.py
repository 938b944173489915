"""Schemathesis asks all that the description promises, as every kind of caller: no fault, no way around.

A few examples each here; `-m slow` asks many more.
"""

import base64
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import msgspec
import pytest
import schemathesis
from litestar import Litestar
from litestar.testing import TestClient

from benchmarks.store_lane import Lane, enrolled
from retail.wire.identity import request_bytes
from store.app import ROOMS, create_app
from store.data import migrate
from store.data.clock import now_us
from store.data.database import Database
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.identity import roles, sessions
from store.identity.passwords import Passwords
from store.identity.roles import Access, Role
from store.office import accounts
from store.service import Room, Service
from store.settings import Settings

WEAK = Passwords(time_cost=1, memory_kib=8)
FREE = Rates(
    device=UNLIMITED,
    device_bytes=UNLIMITED,
    store=UNLIMITED,
    token_address=UNLIMITED,
    stranger_address=UNLIMITED,
    person=UNLIMITED,
)
FEW, MANY = 6, 250
ENDLESS = ("/office/events", "/office/logout", "/office/api/me/password")
"""A stream that does not end, and what ends the caller's own session."""


class World:
    """A service with a lane, a hub and support, all with their proofs."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(
            dsn=f"sqlite:///{folder / 'api.db'}", folder=folder / "service", project=False
        )
        self.database = Database.open(self.settings.dsn)
        migrate.upgrade(self.database.engines.writer)

        def shared(service: Service) -> Room:
            service.shared.update({front.RATES: FREE, front.PASSWORDS: WEAK})
            return Room()

        self.app: Litestar = create_app(self.settings, self.database, rooms=(shared, *ROOMS))
        self.client = TestClient(self.app, raise_server_exceptions=False)
        self.client.__enter__()
        self.lane, self.hub = (self._device(kind) for kind in ("lane", "hub"))
        way = accounts.WayIn(password_hash=WEAK.hash("korrektes pferd"))
        self.database.write_sync(
            lambda connection: accounts.add_person(
                connection,
                "1",
                login="anna",
                name="Anna",
                role=Role.SUPPORT,
                way=way,
                who="test",
                at=now_us(),
            )
        )
        self.log_in()

    def _device(self, kind: Any) -> Lane:
        device = enrolled(self.database, name=kind, kind=kind)
        wish = msgspec.json.encode(device.token_request())
        answer = self.client.post("/v1/token", content=wish, headers={"content-type": "application/json"})
        device.token = answer.json()["token"]
        return device

    def log_in(self) -> None:
        shown = {"login": "anna", "password": "korrektes pferd"}
        answer = self.client.post("/office/login", json=shown)
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        self.csrf = answer.json()["csrf"]
        self.client.cookies.clear()

    def proof(self, access: Access, request: Any) -> dict[str, str]:
        """What a caller who may shows with this request."""
        if access.is_staff:
            return {"cookie": self.cookie, sessions.CSRF_HEADER: self.csrf}
        if not access.is_device:
            return {}
        device = self.hub if access is Access.HUB else self.lane
        parts = urllib.parse.urlsplit(request.url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        headers = device.headers(request.method, target, body)
        at, nonce = int(headers["x-time"]), headers["x-nonce"]
        signature = device.private.sign(request_bytes(request.method, target, body, at, nonce))
        return {**headers, "x-signature": base64.b64encode(signature).decode()}

    def send(self, request: Any, headers: dict[str, str]) -> Any:
        """Send a prepared request."""
        parts = urllib.parse.urlsplit(request.url)
        kept = {
            name: value
            for name, value in request.headers.items()
            if name.lower() not in ("content-length", "cookie", "authorization", "host", *headers)
            and not name.lower().startswith("x-")
        }
        self.client.cookies.clear()
        return self.client.request(
            request.method,
            parts.path + (f"?{parts.query}" if parts.query else ""),
            content=request.body,
            headers={**kept, **headers},
            follow_redirects=False,
        )

    def close(self) -> None:
        self.client.__exit__(None, None, None)
        self.database.close()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World(tmp_path_factory.mktemp("api"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def operations(world: World) -> list[Any]:
    document = world.client.get("/openapi.json").json()
    schema = schemathesis.openapi.from_dict(document)
    found = [result.ok() for result in schema.get_all_operations()]
    return [operation for operation in found if operation.path not in ENDLESS]


def explore(operation: Any, examples: int, check: Any) -> None:
    """Ask an operation with made-up parameters and bodies, the same ones every time."""

    @hypothesis.settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    )
    @hypothesis.given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        check(case)

    ask()


def _no_fault(world: World, operation: Any, examples: int) -> None:
    access = roles.access_of(operation.method.upper(), operation.path)
    assert access is not None

    def check(case: Any) -> None:
        request = case.as_transport_kwargs(base_url="http://testserver.local")
        prepared = _prepared(request)
        answer = world.send(prepared, world.proof(access, prepared))
        if answer.status_code == 401:
            world.log_in()  # it changed its own account
            answer = world.send(prepared, world.proof(access, prepared))
        where = f"{prepared.method} {prepared.url}"
        assert answer.status_code < 500 or answer.status_code == 503, f"{where}: {answer.text}"
        if answer.status_code >= 400 and answer.status_code not in (409, 410):
            assert answer.headers["content-type"].startswith("application/problem+json"), where
            assert set(answer.json()) >= {"status", "code", "detail"}, where

    explore(operation, examples, check)


def _no_bypass(world: World, operation: Any, examples: int) -> None:
    access = roles.access_of(operation.method.upper(), operation.path)
    assert access is not None
    if not (access.is_device or access.is_staff):
        return
    others = [other for other in (Access.LANE, Access.HUB, Access.SUPPORT) if not _serves(other, access)]

    def check(case: Any) -> None:
        prepared = _prepared(case.as_transport_kwargs(base_url="http://testserver.local"))
        for headers in ({}, *(world.proof(other, prepared) for other in others)):
            answer = world.send(prepared, headers)
            assert answer.status_code in (303, 401, 403), f"{prepared.method} {prepared.url}: {answer.text}"

    explore(operation, examples, check)


def _serves(proof: Access, access: Access) -> bool:
    if access.is_staff or proof.is_staff:
        return access.is_staff and proof.is_staff
    return (access is Access.HUB) is (proof is Access.HUB)


def _prepared(keywords: dict[str, Any]) -> Any:
    import requests

    keywords = {name: value for name, value in keywords.items() if name in requests.Request().__dict__}
    return requests.Request(**keywords).prepare()


def test_the_description_is_valid_openapi_with_a_proof_for_every_route(world: World) -> None:
    document = world.client.get("/openapi.json").json()
    schemathesis.openapi.from_dict(document)
    assert set(document["components"]["securitySchemes"]) == {
        "token",
        "terminal",
        "time",
        "nonce",
        "signature",
        "session",
        "csrf",
    }
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            access = roles.access_of(method.upper(), path)
            assert access is not None
            assert operation["x-access"] == access.value
            assert bool(operation["security"]) is (access.is_device or access.is_staff), path


def test_the_page_of_the_description_names_every_route_and_loads_nothing(world: World) -> None:
    page = world.client.get("/api").text
    for path in world.client.get("/openapi.json").json()["paths"]:
        assert path in page
    assert "http://" not in page
    assert "https://" not in page


def test_nothing_that_is_asked_makes_the_service_fail(world: World, operations: list[Any]) -> None:
    assert len(operations) > 20
    for operation in operations:
        _no_fault(world, operation, FEW)


def test_nobody_gets_around_the_gate(world: World, operations: list[Any]) -> None:
    for operation in operations:
        _no_bypass(world, operation, 2)


@pytest.mark.slow
def test_nothing_that_is_asked_makes_the_service_fail_at_length(world: World, operations: list[Any]) -> None:
    for operation in operations:
        _no_fault(world, operation, MANY)
        _no_bypass(world, operation, MANY // 10)
