"""The service, or a hub, in a process of its own, with one attendant and as many lanes as wanted.

Shared by what measures how soon people see and decide: `benchmarks.station`, `benchmarks.store_live`.
"""

import asyncio
import contextlib
import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.store_lane import enrolled
from benchmarks.store_server import serving
from store.app import ROOMS, create_app
from store.cli import enrol_code
from store.data import migrate
from store.data.clock import now_us
from store.data.database import Database
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.hub import identity, link
from store.hub.app import create_hub, open_database, settings_of
from store.hub.link import HubClock, Link
from store.identity.passwords import Passwords
from store.identity.roles import Role
from store.office import accounts
from store.service import Room, Service
from store.settings import Settings

LOGIN, PASSWORD = "anna", "korrektes pferd"
NUMBER, PIN = "117", "2580"
TIMEOUT_S = 120


@contextlib.contextmanager
def started(serve: Callable[..., None], *given: Any) -> Iterator[Any]:
    """What `serve(pipe, *given)` sends once it runs, in a process of its own; it ends with the block."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, *given))
    process.start()
    try:
        if not ours.poll(TIMEOUT_S):
            raise TimeoutError("the service did not start")
        yield ours.recv()
        ours.send("end")
    finally:
        process.join(TIMEOUT_S)
        if process.is_alive():
            process.kill()


def serve_service(pipe: Connection, folder: str, lanes: int) -> None:
    """The service, until told to end: sends its port, and each lane with its key."""
    with _shop(folder) as (settings, database):
        made = _lanes(database, lanes)
        with serving(create_app(settings, database, rooms=(_unlimited, *ROOMS))) as port:
            pipe.send((port, made))
            pipe.recv()


def serve_hub(pipe: Connection, folder: str, lanes: int) -> None:
    """A hub whose service is gone: sends its port, each lane with its key, and the station's key."""
    home, clock = Path(folder) / "hub", HubClock()
    with _shop(folder) as (settings, database):
        made = _lanes(database, lanes)
        with serving(create_app(settings, database, rooms=(_unlimited, *ROOMS))) as port:
            code = enrol_code.make(database, "1", "Hub", is_hub=True).written
            link.enrol(home, f"http://127.0.0.1:{port}", code, "Hub")
            asyncio.run(_listed(Link(home, identity.load(home), clock)))
    asking, key = Link(home, identity.load(home), clock), identity.station_key(home)
    own = settings_of(asking, Settings(), home, host="127.0.0.1", port=0, url="")
    with open_database(home) as kept, serving(create_hub(own, kept, asking, clock, key, _unlimited)) as port:
        pipe.send((port, made, key))
        pipe.recv()


async def _listed(asking: Link) -> None:
    try:
        await asking.refresh()
    finally:
        await asking.close()


@contextlib.contextmanager
def _shop(folder: str) -> Iterator[tuple[Settings, Database]]:
    settings = Settings(dsn=f"sqlite:///{folder}/store.db", folder=Path(folder) / "keys", project=False)
    passwords = Passwords()
    with Database.open(settings.dsn) as database:
        migrate.upgrade(database.engines.writer)
        way = accounts.WayIn(
            password_hash=passwords.hash(PASSWORD), pin_hash=passwords.hash(PIN), number=NUMBER
        )
        database.write_sync(
            lambda connection: accounts.add_person(
                connection,
                "1",
                login=LOGIN,
                name="Anna",
                role=Role.ATTENDANT,
                way=way,
                who="bench",
                at=now_us(),
            )
        )
        yield settings, database


def _lanes(database: Database, lanes: int) -> list[tuple[str, bytes]]:
    made = [enrolled(database, name=f"Lane {number}") for number in range(1, lanes + 1)]
    return [(lane.terminal_id, lane.private.private_bytes_raw()) for lane in made]


def _unlimited(service: Service) -> Room:
    """All stations and listeners have one person's session, and all lanes one address."""
    service.shared[front.RATES] = Rates(person=UNLIMITED, stranger_address=UNLIMITED)
    return Room()
