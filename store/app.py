"""The service's composition root: one Litestar application out of the rooms.

A room is a function of the `Service` (`store.service`); to add one, add it to ROOMS. Everything that is
refused is told in one form (`store.front.problems`); a database that takes nothing now is 503 with
`Retry-After`.

Source: docs/store.md, "Rooms".
Invariants: nothing runs at import time; the database closes last, with everything accepted written.
"""

import contextlib
import gc
import logging
from collections.abc import AsyncIterator, Sequence
from typing import Any

from litestar import Litestar, Request, Response, get
from litestar.datastructures import State

from retail.wire import upload
from store import __version__
from store.data import backup, migrate
from store.data.clock import Clock, now_us
from store.data.database import Database, answers
from store.data.errors import DataError, DiskError, Overloaded, SchemaError
from store.front import front, headers, log, metrics, openapi, problems, tracing
from store.lanes import (
    balance,
    enrol,
    feed,
    gate,
    handover,
    hub,
    joining,
    labels,
    live,
    members_lookup,
    orders,
    returns,
    scarce,
    snapshot,
    stored_value,
    support,
    suspended,
    tx,
)
from store.office import events, lanes_api, members_api, people_api, session
from store.office.pages import room as pages
from store.phone import room as phone_pages
from store.projector import run as projecting
from store.service import MakeRoom, Room, Service
from store.settings import Settings, load

BODY_MAX = upload.BATCH_MAX + 64 * 1024
"""Bytes of a request; a route that takes larger files says so itself."""
RETRY_AFTER_S = 2.0
ROOMS: tuple[MakeRoom, ...] = (
    tracing.room,
    front.room,
    metrics.room,
    tx.room,
    projecting.room,
    enrol.room,
    feed.room,
    snapshot.room,
    scarce.room,
    stored_value.room,
    balance.room,
    joining.room,
    suspended.room,
    returns.room,
    handover.room,
    orders.room,
    gate.room,
    labels.room,
    members_lookup.room,
    support.room,
    live.room,
    hub.room,
    session.room,
    events.room,
    lanes_api.room,
    people_api.room,
    members_api.room,
    pages.room,
    phone_pages.room,
)
_log = logging.getLogger(__name__)


def create_app(
    settings: Settings,
    database: Database | None = None,
    clock: Clock = now_us,
    rooms: Sequence[MakeRoom] | None = None,
) -> Litestar:
    """The service. Opens the database of `settings` unless one is given, which then stays its giver's.

    Raises `SchemaError` when the tables are not of this version, `UnavailableError` without a database.
    """
    ours = database is None
    database = database or Database.open(settings.dsn)
    try:
        migrate.check(database.engines.writer)
        if backup.is_copy(database.engines.writer):
            raise SchemaError("the database is a copy from a backup: run `store restored` first")
        service = Service(settings=settings, database=database, clock=clock)
        made = [room(service) for room in (ROOMS if rooms is None else rooms)]
        return _application(service, made, closes=ours)
    except BaseException:
        if ours:
            database.close()
        raise


def from_environment() -> Litestar:
    """The service as a worker process makes it (`store serve --workers`)."""
    settings = load()
    log.to_stderr(settings.log_level, settings.log_form)
    app = create_app(settings)
    gc.collect()
    gc.freeze()  # as `store.cli.serve` does for one process
    return app


def _application(service: Service, rooms: list[Room], *, closes: bool) -> Litestar:
    @contextlib.asynccontextmanager
    async def lifespan(_app: Litestar) -> AsyncIterator[None]:
        async with contextlib.AsyncExitStack() as stack:
            if closes:
                stack.callback(service.database.close)
            for room in rooms:
                for work in room.work:
                    await stack.enter_async_context(work())
            yield

    return Litestar(
        route_handlers=[_health, _describe, *(route for room in rooms for route in room.routes)],
        guards=[guard for room in rooms for guard in room.guards],
        lifespan=[lifespan],
        exception_handlers={DataError: _unavailable(service.clock), **problems.handlers(service.clock)},
        before_send=[headers.hook(service.clock, is_secure=service.settings.is_secure)],
        request_max_body_size=BODY_MAX,
        openapi_config=openapi.config(),
        state=State({"service": service}),
        logging_config=None,
    )


@get("/healthz", tags=["service"])
async def _health(state: State) -> dict[str, str]:
    """Whether the service and its database answer; `disk_full`: it reads, but can store nothing now."""
    service: Service = state["service"]
    await service.database.read(answers)
    return {"status": "disk_full" if service.database.is_disk_full else "ok", "version": __version__}


@get("/openapi.json", include_in_schema=False)
async def _describe(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """The service's OpenAPI description."""
    return openapi.describe(request.app)


def _unavailable(clock: Clock) -> Any:
    def handler(request: Request[Any, Any, Any], error: DataError) -> Response[Any]:
        if not isinstance(error, Overloaded | DiskError):  # the writer tells of its disk now and then
            _log.error("%s %s: %s", request.scope["method"], request.scope["path"], error)
        wait = error.retry_after_s if isinstance(error, Overloaded) else RETRY_AFTER_S
        if (page := problems.as_page(request, 503, error.code, str(error))) is not None:
            return page
        return problems.answer(503, error.code, str(error), clock(), retry_after_s=wait)

    return handler
