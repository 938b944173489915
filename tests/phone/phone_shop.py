"""A shop with goods and offers whose service answers phones, for tests of the phone pages."""

import contextlib
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import litestar
import uvicorn
from litestar.testing import TestClient

from benchmarks.store_shoppers import ASSETS
from retail.credential import told
from store.app import ROOMS, create_app
from store.cli import serve
from store.data import migrate
from store.data.database import Database
from store.data.engine import open_engines
from store.data.replication import feed_pages
from store.data.schema.feed import CHAIN
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.identity import vault
from store.identity.sessions import CSRF_FIELD
from store.importing import Importer
from store.service import Room, Service
from store.settings import Settings

NOW = 1_800_028_800_000_000
"""2027-01-15T16:00:00 UTC, a Friday at five in the shop."""
DEADLINE_S = 40.0
PAGE = {"accept": "text/html,application/xhtml+xml"}
FREE = Rates(
    stranger_address=UNLIMITED,
    person=UNLIMITED,
    device=UNLIMITED,
    store=UNLIMITED,
    token_address=UNLIMITED,
)
Client = TestClient[Any]


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += round(seconds * 1_000_000)

    @property
    def now_s(self) -> int:
        return self.now // 1_000_000


class Shop:
    """The service with the demo shop's goods and offers."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.settings = Settings(dsn="sqlite:///unused", folder=folder, project=False)
        self.clock = Clock()
        self.vault = vault.load(folder)

    def app(self, rates: Rates = FREE) -> litestar.Litestar:
        def shared(service: Service) -> Room:
            service.shared[front.RATES] = rates
            return Room()

        return create_app(self.settings, self.database, self.clock, rooms=(shared, *ROOMS))

    @contextlib.contextmanager
    def served(self) -> Iterator[str]:
        """The service on a port of its own."""
        with socket.socket() as bound, contextlib.ExitStack() as stack:
            bound.bind(("127.0.0.1", 0))
            server = uvicorn.Server(serve.config(self.app(), self.settings))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
            stack.callback(thread.join, DEADLINE_S)
            stack.callback(setattr, server, "should_exit", True)
            thread.start()
            ends = time.monotonic() + DEADLINE_S
            while not server.started:
                assert time.monotonic() < ends
                time.sleep(0.01)
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"


def build(folder: Path) -> Path:
    """A shop with its goods and offers, to be copied: `store.db`, and the key beside it."""
    dsn = f"sqlite:///{folder / 'store.db'}"
    engines = open_engines(dsn, 1)
    try:
        migrate.upgrade(engines.writer)
    finally:
        engines.close()
    with Database.open(dsn) as database:
        keys = vault.load(folder)
        importer = Importer(
            database, keys, lambda: NOW - 86_400_000_000, store_id="1", currency="EUR", by="test"
        )
        for name in ("catalogue.csv", "offers.json"):
            importer.bring_in(ASSETS / name)
    return folder


@contextlib.contextmanager
def copied(built: Path, folder: Path) -> Iterator[Shop]:
    """A shop of one's own."""
    shutil.copytree(built, folder, dirs_exist_ok=True)
    with Database.open(f"sqlite:///{folder / 'store.db'}") as database:
        yield Shop(database, folder)


def heard(shop: Shop, store_id: str = "1") -> told.Told:
    """What the shop's lanes were told of codes."""

    def job(connection: Any) -> dict[str, bytes]:
        pages = (
            feed_pages.page(connection, store_id, scope, after=0, limit=2000, wire=1)
            for scope in (CHAIN, f"store:{store_id}")
        )
        rows = [row for page in pages if page is not None for row in page.rows]
        return {row.key: row.body for row in rows if row.kind == "setting" and row.op == "put"}

    return told.read(shop.database.read_sync(job).items())


class Known:
    """A phone that joined, without a browser."""

    def __init__(self, client: Client, **form: str) -> None:
        self._client = client
        client.cookies.clear()
        fields = {"name": "Anna", "agree_club": "yes", **form}
        answer = client.post("/phone/join", data=fields, headers=PAGE, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        self.cookies = dict(answer.cookies)
        client.cookies.clear()
        found = re.search(r'data-csrf="(\w+)"', self.get("/phone/me").text)
        assert found is not None
        self.csrf = found[1]

    def get(self, path: str) -> Any:
        """Open a page, without following where it sends to."""
        return self._send("GET", path)

    def post(self, path: str, **fields: str) -> Any:
        """Send a form."""
        return self._send("POST", path, data={CSRF_FIELD: self.csrf, **fields})

    def ask(self, path: str, body: Any = None) -> Any:
        """Ask as a page's script does."""
        return self._send("POST", path, json=body or {}, headers={"x-csrf-token": self.csrf})

    def _send(self, method: str, path: str, **more: Any) -> Any:
        self._client.cookies.clear()
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"cookie": cookie, **(PAGE if "json" not in more else {}), **more.pop("headers", {})}
        return self._client.request(method, path, headers=headers, follow_redirects=False, **more)
