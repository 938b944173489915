"""The lanes' door with the gate left out: a request says which lane it is from by a header."""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.testing import TestClient

from store.app import create_app
from store.data.clock import Clock
from store.data.database import Database
from store.identity.principals import Lane
from store.service import MakeRoom, Room
from store.settings import Settings

HEADER = "x-test-lane"
LANE = "s1/s1-1"


async def _let_in(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    store_id, terminal_id = connection.headers.get(HEADER, LANE).split("/")
    connection.scope["user"] = Lane(store_id=store_id, terminal_id=terminal_id, key_id="k")


@contextlib.contextmanager
def door(
    settings: Settings, database: Database, clock: Clock, rooms: Sequence[MakeRoom]
) -> Iterator[TestClient[Any]]:
    """A worker of the service with these rooms and no gate."""
    guard: MakeRoom = lambda _service: Room(guards=(_let_in,))  # noqa: E731 - a room of one line
    with TestClient(create_app(settings, database, clock, rooms=(guard, *rooms))) as client:
        yield client
