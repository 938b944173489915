"""GET /office/events: what happens in the store, as server-sent events.

A browser that comes back names the last event it saw (`Last-Event-ID`) and is told what it missed, or
`reset`: then the page loads its data again. Kinds: `alert`, `lane`, `command`, and what other rooms publish
(`store.data.lanes.events`).

Source: docs/security.md, "Live events"; WHATWG HTML, "Server-sent events".
Invariants: who logs out stops hearing within a beat; a browser that does not read is let go.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from litestar import Request, get
from litestar.response import Stream

from store.data.errors import DataError
from store.front.bus import RESET, WATCHERS_MAX
from store.front.front import Front, front_of
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.principals import Staff
from store.service import Room, Service

PATH = "/office/events"
BEAT_S = 15.0
HELLO = b"retry: 2000\n\n"
BEAT = b": beat\n\n"
LAST_ID = "last-event-id"
_HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handler of this module."""
    front = front_of(service)

    @get(PATH, tags=["people"], summary="What happens now, as server-sent events")
    async def events(request: AnyRequest) -> Stream:
        """A stream that ends when the session does."""
        who = staff_of(request)
        if len(front.bus) >= WATCHERS_MAX:
            raise Rejected("overloaded", "too many browsers are listening", 503, retry_after_s=10)
        told = _told(front, who, request.cookies.get(front.cookie, ""), _cursor(request))
        return Stream(told, media_type="text/event-stream", headers=_HEADERS)

    return Room(routes=(events,))


async def _told(front: Front, who: Staff, cookie: str, after: int | None) -> AsyncIterator[bytes]:
    watcher = await front.bus.watch(who.store_id, after)
    clock = asyncio.get_running_loop().time
    try:
        yield HELLO + RESET if watcher.is_reset else HELLO
        checked_at = clock()
        while (news := await watcher.take(BEAT_S)) is not None:
            if clock() >= checked_at + BEAT_S:
                if not await _is_still(front, who, cookie):
                    return
                checked_at = clock()
            yield b"".join(event.frame() for event in news) if news else BEAT
    finally:
        front.bus.leave(watcher)


async def _is_still(front: Front, who: Staff, cookie: str) -> bool:
    """Whether the session still is what it was. Not known: looked at again a beat later."""
    try:
        now = await front.directory.staff(cookie)
    except DataError:
        return True
    return now is not None and (now.store_id, now.role) == (who.store_id, who.role)


def _cursor(request: AnyRequest) -> int | None:
    """The last event the browser saw; None: it begins now."""
    text = request.headers.get(LAST_ID, "") or request.query_params.get("after", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None
