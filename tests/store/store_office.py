"""A shop with a past and people who may log in, for tests of the pages."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import litestar
from litestar.testing import TestClient

from benchmarks.store_history import History
from benchmarks.store_shoppers import ASSETS
from store.app import ROOMS, create_app
from store.data.database import Database
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.identity import sessions, vault
from store.identity.passwords import Passwords
from store.identity.roles import Role
from store.importing import Importer
from store.office import accounts
from store.service import Room, Service
from store.settings import Settings

WEAK = Passwords(time_cost=1, memory_kib=8)
PASSWORD = "korrektes pferd"
FREE = Rates(stranger_address=UNLIMITED, person=UNLIMITED)
PEOPLE = {"anna": Role.ATTENDANT, "max": Role.MANAGER, "ops": Role.SUPPORT}
NOW = 1_800_028_800_000_000
"""2027-01-15T16:00:00 UTC, a Friday at five in the shop."""
PAGE = {"accept": "text/html,application/xhtml+xml"}

Client = TestClient[Any]


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now


class Office:
    """The service with its shop."""

    def __init__(self, database: Database, folder: Path, *, days: int, per_day: int) -> None:
        self.database = database
        self.settings = Settings(dsn="sqlite:///unused", folder=folder, project=False)
        self.clock = Clock()
        self.vault = vault.load(self.settings.folder)
        importer = Importer(
            database, self.vault, lambda: NOW - 20 * 86_400_000_000, store_id="1", currency="EUR", by="test"
        )
        for name in ("catalogue.csv", "offers.json", "members.csv"):
            importer.bring_in(ASSETS / name)
        for login, role in PEOPLE.items():
            self.hire(login, role)
        self.history = History(database, self.settings, now=NOW)
        self.sales = self.history.make(days=days, per_day=per_day)

    def hire(self, login: str, role: Role, store_id: str = "1") -> str:
        """Add an account."""
        way = accounts.WayIn(password_hash=WEAK.hash(PASSWORD))
        return self.database.write_sync(
            lambda connection: accounts.add_person(
                connection, store_id, login=login, name=login.title(), role=role, way=way, who="test", at=NOW
            )
        )

    def app(self) -> litestar.Litestar:
        """The whole service."""

        def shared(service: Service) -> Room:
            service.shared.update({front.RATES: FREE, front.PASSWORDS: WEAK})
            return Room()

        return create_app(self.settings, self.database, self.clock, rooms=(shared, *ROOMS))

    @contextlib.contextmanager
    def running(self) -> Iterator[Client]:
        """The service in this process."""
        with TestClient(self.app()) as client:
            yield client


class Person:
    """Somebody in front of a browser: keeps their session, sends the form's secret."""

    def __init__(self, client: Client, login: str = "", **more: str) -> None:
        self._client = client
        self.cookies: dict[str, str] = {}
        self.csrf = ""
        if login:
            client.cookies.clear()
            answer = client.post("/office/login", json={"login": login, "password": PASSWORD, **more})
            assert answer.status_code == 200, answer.text
            self.cookies = dict(answer.cookies)
            self.csrf = answer.json()["csrf"]
            client.cookies.clear()

    def get(self, path: str, **headers: str) -> Any:
        """Open a page, without following where it sends to."""
        return self._send("GET", path, headers)

    def post(self, path: str, _secret: bool = True, **fields: str) -> Any:
        """Send a form."""
        form = {**fields, **({sessions.CSRF_FIELD: self.csrf} if _secret else {})}
        return self._send("POST", path, {}, form)

    def send_form(self, path: str, fields: dict[str, str], headers: dict[str, str]) -> Any:
        """Send a form as the page's script does."""
        return self._send("POST", path, headers, {**fields, sessions.CSRF_FIELD: self.csrf})

    def _send(
        self, method: str, path: str, headers: dict[str, str], form: dict[str, str] | None = None
    ) -> Any:
        self._client.cookies.clear()
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return self._client.request(
            method,
            path,
            headers={**PAGE, **({"cookie": cookie} if cookie else {}), **headers},
            data=form,
            follow_redirects=False,
        )


def text_of(answer: Any) -> str:
    """What somebody reads on a page."""
    body = re.sub(r"<(script|style|svg).*?</\1>", " ", answer.text, flags=re.DOTALL)
    plain = re.sub(r"<[^>]+>", " ", body)
    for mark, letter in (("&#39;", "'"), ("&amp;", "&"), ("&#34;", '"'), ("&lt;", "<"), ("&gt;", ">")):
        plain = plain.replace(mark, letter)
    return re.sub(r"\s+", " ", plain)
