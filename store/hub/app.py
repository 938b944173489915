"""The hub's own small service: lanes post alerts, attendants look at a page that stays fresh by itself.

    POST /v1/alerts    a lane, signed
    GET  /             the page; opened once with ?key=..., after that by cookie
    GET  /events       the board, whenever it changes, as server-sent events
    POST /take         an attendant is on their way

Source: `retail.wire.hub`; docs/security.md, "Hub".
Invariants: only lanes of the signed list are heard; only who has the station's key sees or takes.
"""

import asyncio
import base64
import contextlib
import hmac
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.params import FromQuery, JSONBody
from litestar.response import Redirect, Stream

from retail.unreadable import UNREADABLE
from retail.wire.hub import ALERTS_MAX, ALERTS_PATH, NEWS_MAX, AlertsTaken, HubLane, LaneAlerts
from store.front import headers, problems
from store.hub.board import Board, Picture
from store.hub.identity import HubError
from store.hub.link import HubClock, Link
from store.identity import signatures
from store.identity.errors import Rejected
from store.identity.limits import Buckets, Rate

STATIC = Path(__file__).with_name("static")
COOKIE = "hub-station"
COOKIE_LIFE_S = 365 * 24 * 3600
REFRESH_S, RETRY_S = 600.0, 30.0
BEAT_S = 15.0
LANE_RATE = Rate(per_second=2, burst=20)
STRANGER_RATE = Rate(per_second=1, burst=20)
_FILES = {"hub.css": "text/css", "hub.js": "text/javascript"}
_log = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]


class Take(msgspec.Struct, frozen=True, kw_only=True):
    """Which alert somebody goes to."""

    terminal_id: str
    alert_id: str


class Hub:
    """What the handlers share."""

    def __init__(self, link: Link, clock: HubClock, station_key: str) -> None:
        self.link = link
        self.clock = clock
        self.station_key = station_key
        self.board = Board()
        self.is_linked = False
        self._nonces = signatures.Nonces()
        self._lanes = Buckets(LANE_RATE)
        self._strangers = Buckets(STRANGER_RATE)

    def lane(self, request: AnyRequest, body: bytes) -> HubLane:
        """The lane that signed this. Raises `Rejected`."""
        now = self.clock()
        proof = signatures.read_proof(request.headers)
        signatures.check_time(proof.at, now)
        self._lanes.take(proof.terminal_id, now)
        known = self.link.lanes.lanes if self.link.lanes is not None else ()
        lane = next((lane for lane in known if lane.terminal_id == proof.terminal_id), None)
        if lane is None:
            raise Rejected("unknown_lane", "this lane is not on the hub's list")
        if not any(self._signed(proof, key, body) for key in lane.keys):
            raise Rejected("signature", "this is not signed by this lane")
        self._nonces.check(proof, now)
        return lane

    @staticmethod
    def _signed(proof: signatures.Proof, key: str, body: bytes) -> bool:
        try:
            signatures.check_request(proof, base64.b64decode(key), "POST", ALERTS_PATH, body)
        except Rejected:
            return False
        return True

    def check_station(self, request: AnyRequest) -> None:
        """Raise `Rejected` unless a station of this shop asks."""
        if not self.is_station(request.cookies.get(COOKIE, ""), request):
            raise Rejected("no_station", "open the link that `store hub --link` prints, once", 403)

    def is_station(self, shown: str, request: AnyRequest) -> bool:
        """Whether the key is the station's. Wrong ones are slowed down."""
        if hmac.compare_digest(shown.encode(), self.station_key.encode()):
            return True
        self._strangers.take(request.client.host if request.client else "", self.clock())
        return False

    def picture(self) -> Picture:
        """The board as it is now."""
        now, known = self.clock(), self.link.lanes
        return Picture(
            shop=known.name if known is not None else "",
            at=now,
            lanes=len(known.lanes) if known is not None else 0,
            list_made_at=known.made_at if known is not None else 0,
            is_linked=self.is_linked,
            alerts=self.board.alerts(now),
        )

    @contextlib.asynccontextmanager
    async def work(self, _app: Litestar) -> AsyncIterator[None]:
        """Keep the list of lanes fresh."""
        task = asyncio.create_task(self._keep_fresh())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await self.link.close()

    async def _keep_fresh(self) -> None:
        while True:
            was_linked = self.is_linked
            try:
                lanes = await self.link.refresh()
                self.board.keep_only({lane.terminal_id for lane in lanes.lanes})
                self.is_linked = True
            except HubError as error:
                self.is_linked = False
                _log.warning("the list of lanes is not fresh: %s", error)
            if self.is_linked is not was_linked:
                self.board.changed()
            await asyncio.sleep(REFRESH_S if self.is_linked else RETRY_S)


def create_hub(hub: Hub) -> Litestar:
    """The hub's application."""

    @post(ALERTS_PATH, status_code=200, request_max_body_size=NEWS_MAX)
    async def alerts(request: AnyRequest) -> AlertsTaken:
        body = await request.body()
        lane = hub.lane(request, body)
        try:
            news = msgspec.json.decode(body, type=LaneAlerts)
        except UNREADABLE as error:
            raise Rejected("malformed", str(error), 422) from error
        if len(news.alerts) > ALERTS_MAX:
            raise Rejected("too_large", f"at most {ALERTS_MAX} alerts of a lane", 413)
        hub.board.heard(lane.terminal_id, lane.name, news.alerts, hub.clock())
        return AlertsTaken(shown_to=len(hub.board), server_time=hub.clock())

    @get("/")
    async def page(request: AnyRequest, key: FromQuery[str] = "") -> Response[Any]:
        if key and hub.is_station(key, request):
            answer: Response[Any] = Redirect("/", status_code=303)
            answer.set_cookie(_cookie(key))
            return answer
        hub.check_station(request)
        return Response((STATIC / "hub.html").read_bytes(), media_type="text/html; charset=utf-8")

    @get("/events")
    async def events(request: AnyRequest) -> Stream:
        hub.check_station(request)
        return Stream(_told(hub), media_type="text/event-stream", headers={"cache-control": "no-store"})

    @post("/take", status_code=200)
    async def take(request: AnyRequest, data: JSONBody[Take]) -> dict[str, bool]:
        hub.check_station(request)
        return {"taken": hub.board.take(data.terminal_id, data.alert_id)}

    @get("/static/{name:str}")
    async def static(request: AnyRequest) -> Response[bytes]:
        name = str(request.path_params["name"])
        if name not in _FILES:
            raise Rejected("not_found", "there is no such file", 404)
        return Response((STATIC / name).read_bytes(), media_type=_FILES[name])

    return Litestar(
        route_handlers=[alerts, page, events, take, static],
        lifespan=[hub.work],
        exception_handlers=problems.handlers(hub.clock),
        before_send=[headers.hook(hub.clock, is_secure=False)],
        request_max_body_size=NEWS_MAX,
        openapi_config=None,
        logging_config=None,
    )


async def _told(hub: Hub) -> AsyncIterator[bytes]:
    watcher = hub.board.watch()
    if watcher is None:
        return
    try:
        yield b"retry: 2000\n\n"
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(watcher.wait(), BEAT_S)
            watcher.clear()
            yield b"event: board\ndata: %s\n\n" % msgspec.json.encode(hub.picture())
    finally:
        hub.board.leave(watcher)


def _cookie(key: str) -> Cookie:
    return Cookie(key=COOKIE, value=key, path="/", max_age=COOKIE_LIFE_S, httponly=True, samesite="strict")
