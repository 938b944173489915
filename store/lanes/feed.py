"""GET /v1/feed/{scope}: what a lane must know, page by page, or as soon as there is something.

A lane reads its own three scopes and no other. Its cursor is answered 410 when tombstones it may need are
gone, or when positions were given out again after a restore; then it fetches a snapshot. A lane that began
empty and is still paging when that happens is sent the same way; scopes of single lanes fit one page.

Source: docs/protocol.md, "Feed down".
Invariants: a page at the head carries count and checksum of what the lane holds then; an answer that waited
costs no database connection while it waits.
"""

import functools
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import PathParameter, QueryParameter

from retail.wire import WIRE_OLDEST
from retail.wire.feed import LIMIT_MAX, PATH, WAIT_MAX_S, FeedPage, SnapshotRequired
from store.data.database import Database
from store.data.journals import sales
from store.data.replication import feed, feed_pages
from store.data.replication.feed_pages import Page
from store.data.schema.feed import CHAIN
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.identity.principals import Lane
from store.lanes.heads import HeadWatch
from store.service import Room, Service

POS_MAX = 2**62
WIRE_MAX = 10_000
EPOCH_MAX = 64
Booked = tuple[int, int]
"""Epoch and number of the newest of a lane's envelopes that is counted."""
_TEMPLATE = PATH.replace("{scope}", "{name:str}")


def room(service: Service) -> Room:
    """The handlers of this module."""
    database, clock = service.database, service.clock
    watch = HeadWatch(database)

    @get(_TEMPLATE, summary="Rows of a feed after a cursor", tags=["lanes"])
    async def read_feed(
        request: Request[Any, Any, Any],
        name: Annotated[str, PathParameter(max_length=200)],
        after: Annotated[int, QueryParameter(ge=0, le=POS_MAX)] = 0,
        limit: Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)] = LIMIT_MAX,
        wait: Annotated[int, QueryParameter(ge=0, le=WAIT_MAX_S)] = 0,
        wire: Annotated[int, QueryParameter(ge=1, le=WIRE_MAX)] = WIRE_OLDEST,
        epoch: Annotated[str, QueryParameter(max_length=EPOCH_MAX)] = "",
    ) -> Response[bytes]:
        lane = lane_of(request)
        scope = name  # `scope` is a word of the framework
        if scope not in feed.scopes_of(lane.store_id, lane.terminal_id):
            raise Rejected("scope", "a lane reads its own scopes", 403)
        read = functools.partial(_read, database, lane, scope, after, limit, wire)
        page, booked = await read()
        is_news = page.rows or page.more or _lost(page, after, epoch) is not None
        if not is_news and await watch.wait(lane.store_id, scope, page.head.head, wait):
            page, booked = await read()
        if (reason := _lost(page, after, epoch)) is not None:
            lost = SnapshotRequired(scope=scope, feed_epoch=page.head.feed_epoch, reason=reason)
            return _json(lost, 410)
        return _json(_told(page, booked, scope, after, clock()), 200)

    return Room(routes=(read_feed,), work=(watch.work,))


async def _read(
    database: Database, lane: Lane, scope: str, after: int, limit: int, wire: int
) -> tuple[Page, Booked]:
    def read(connection: Any) -> tuple[Page | None, Booked]:
        # first how far the lane's sales are counted, then the rows: they count at least as much
        booked = sales.booked(connection, lane.store_id, lane.terminal_id) if scope == CHAIN else (0, 0)
        page = feed_pages.page(connection, lane.store_id, scope, after=after, limit=limit, wire=wire)
        return page, booked

    page, booked = await database.read(read)
    if page is None:  # nobody ever published to it: it begins now
        await database.write(lambda connection: feed.begin(connection, lane.store_id, scope))
        page, booked = await database.read(read)
    if page is None:
        raise Rejected("not_found", "this scope cannot be read now", 503, retry_after_s=1)
    return page, booked


def _lost(page: Page, after: int, epoch: str) -> str | None:
    """Why a cursor cannot go on from here; None if it can. From 0 everybody can."""
    if after == 0:
        return None
    if after > page.head.head or (epoch and epoch != page.head.feed_epoch):
        return "feed_epoch_changed"
    return "cursor_too_old" if after < page.head.pruned_to else None


def _told(page: Page, booked: Booked, scope: str, after: int, now: int) -> FeedPage:
    return FeedPage(
        scope=scope,
        feed_epoch=page.head.feed_epoch,
        after=after,
        to=page.to,
        head=page.head.head,
        more=page.more,
        rows=page.rows,
        count=page.head.count,
        checksum=page.head.checksum,
        server_time=now,
        withheld=page.withheld,
        booked_epoch=booked[0],
        booked=booked[1],
    )


def _json(answer: msgspec.Struct, status: int) -> Response[bytes]:
    return Response(msgspec.json.encode(answer), status_code=status, media_type="application/json")
