"""The store service behind a gate that believes a header, for measurements and crash tests.

`python -m benchmarks.store_trusting` with the settings of `store serve`. It lives outside the service's
package, so that what ships has no such door.
"""

import logging
import sys
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from store.app import create_app
from store.cli.serve import serve
from store.identity.principals import Lane
from store.lanes import tx
from store.projector import run as projecting
from store.service import Room, Service
from store.settings import load

STORE_ID = "1"


def trusting(service: Service) -> Room:
    """Let in whoever `x-terminal` names."""

    async def admit(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        terminal_id = connection.headers.get("x-terminal", "")
        if terminal_id:
            connection.scope["user"] = Lane(store_id=STORE_ID, terminal_id=terminal_id, key_id="")

    return Room(guards=(admit,))


def main() -> int:
    """Serve until stopped."""
    settings = load()
    logging.basicConfig(level=settings.log_level.upper())
    return serve(create_app(settings, rooms=(trusting, tx.room, projecting.room)), settings)


if __name__ == "__main__":
    sys.exit(main())
