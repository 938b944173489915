"""Run the service until it is told to stop (SIGTERM, Ctrl-C).

It stops gracefully: nothing new is taken, requests under way are answered, everything accepted is written.
Put a proxy with TLS before it (docs/store.md has an example). Several workers need PostgreSQL.
"""

import argparse
import contextlib
import gc
import os
import signal
import socket
import sys
from typing import Any

import uvicorn

from store.front.front import front_of
from store.front.http import BoundedProtocol
from store.settings import Settings

STOP_TIMEOUT_S = 15
"""For requests under way when the service is told to stop; long polls end at once."""
KEEP_ALIVE_S = 75
BACKLOG = 2048
WORKERS_MAX = 64


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "--workers", type=int, default=1, metavar="N", help="processes (default: %(default)s)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until stopped."""
    if not 1 <= options.workers <= WORKERS_MAX:
        print(f"store serve: --workers is 1 to {WORKERS_MAX}", file=sys.stderr)
        return 2
    if options.workers > 1 and settings.dsn.startswith("sqlite"):
        print("store serve: SQLite has one writer; use PostgreSQL for several workers", file=sys.stderr)
        return 2
    if options.workers == 1:
        from store.app import create_app

        return serve(create_app(settings), settings)
    for name in settings.__struct_fields__:  # worker processes read their settings from the environment
        os.environ[f"STORE_{name.upper()}"] = str(getattr(settings, name))
    os.environ.pop("STORE_CONFIG", None)
    uvicorn.run("store.app:from_environment", factory=True, workers=options.workers, **_keywords(settings))
    return 0


def serve(app: Any, settings: Settings, **more: Any) -> int:
    """Serve `app` in this process until stopped; the exit code. `more` are uvicorn's own settings."""
    server = _Server(uvicorn.Config(app, **{**_keywords(settings), **more}), app)
    # uvicorn stops in order and then repeats the signal it got: to be told to stop is no failure
    signal.signal(signal.SIGTERM, lambda *_: None)
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    return 0 if server.started else 1


class _Server(uvicorn.Server):
    """Ends what waits for news as soon as it is told to stop; uvicorn would wait for it until it gives up."""

    def __init__(self, config: uvicorn.Config, app: Any) -> None:
        super().__init__(config)
        self._app = app

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """What is there at the start stays: a full collection of it would stop every request for long."""
        await super().startup(sockets)
        gc.collect()
        gc.freeze()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Browsers and lanes that listen are let go first."""
        front_of(self._app.state["service"]).bus.close()
        await super().shutdown(sockets)


def config(app: Any, settings: Settings) -> uvicorn.Config:
    """How uvicorn serves `app`."""
    return uvicorn.Config(app, **_keywords(settings))


def _keywords(settings: Settings) -> dict[str, Any]:
    return {
        "host": settings.host,
        "port": settings.port,
        "loop": "uvloop",
        "http": BoundedProtocol,
        "ws": "websockets-sansio",
        "proxy_headers": True,
        "forwarded_allow_ips": settings.proxies,
        "server_header": False,
        "access_log": False,
        "log_config": None,
        "timeout_graceful_shutdown": STOP_TIMEOUT_S,
        "timeout_keep_alive": KEEP_ALIVE_S,
        "backlog": BACKLOG,
        "ws_max_size": 64 * 1024,
    }
