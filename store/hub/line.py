"""WS /v1/hub/live: a lane's line to the hub while it has none to the service.

The live channel of the service (`store.lanes.live.Line`), spoken on a wire of which every frame is signed by
who says it. The hub says first who it is; nothing of a lane is believed, and nothing told to it, before its
first frame was signed with a key on the hub's list.

Source: `retail.wire.hub`; docs/protocol.md, "Without the service".
Invariants: at most MEETING_MAX lines are not known yet, each for HELLO_S; a frame that is not the lane's next
one ends the line; a lane that hangs up in order leaves nothing behind that waits.
"""

import asyncio
import base64
import functools
import itertools
import logging
import re
import secrets
from collections.abc import Callable
from typing import Any

import msgspec
from litestar import WebSocket, websocket

from retail.wire import hub
from retail.wire.hub import HubHello, HubVoucher
from retail.wire.identity import HEADER_NONCE, HEADER_TERMINAL
from store.data.errors import DataError
from store.data.lanes import alerts
from store.front.bus import TooManyWatchersError
from store.front.front import Front
from store.hub.link import Link
from store.identity.keyring import verifies
from store.identity.principals import Device, DeviceKey, Lane
from store.lanes.heads import HeadWatch
from store.lanes.live import LATER, POLICY, HangUp, Line, SocketWire
from store.lanes.queue import Places

MEETING_MAX = 64
NORMAL = 1000
"""The code of a lane that hangs up in order: the service is back, or the lane is switched off."""
TERMINAL_MAX = 64
_NONCE = re.compile(hub.NONCE)
_log = logging.getLogger(__name__)

Socket = WebSocket[Any, Any, Any]


class SignedWire:
    """`store.lanes.live.Wire` of one lane."""

    def __init__(self, inner: SocketWire, link: Link, session: str) -> None:
        self._inner = inner
        self._link = link
        self._session = session
        self._key = b""
        self._said = itertools.count()
        self._heard = itertools.count()

    @property
    def is_open(self) -> bool:
        """Whether the lane is still there."""
        return self._inner.is_open

    async def meet(self, device: Device) -> DeviceKey:
        """The key that the lane's first frame is signed with. Raises `HangUp`."""
        text = await self._inner.receive()
        signature, body = hub.opened(text or "")
        message = hub.frame_bytes("up", self._session, next(self._heard), body)
        for key in device.keys:
            if body == "" and _is_signed(key.public, signature, message):
                self._key = key.public
                return key
        raise HangUp(POLICY, "signature")

    async def receive(self) -> str | None:
        """What the lane says next. Raises `HangUp`."""
        text = await self._inner.receive()
        if text is None:
            return None
        signature, body = hub.opened(text)
        if not _is_signed(
            self._key, signature, hub.frame_bytes("up", self._session, next(self._heard), body)
        ):
            raise HangUp(POLICY, "signature")
        return body

    async def send(self, text: str) -> None:
        """Say something."""
        signature = self._link.sign(hub.frame_bytes("down", self._session, next(self._said), text))
        await self._inner.send(hub.frame(signature, text))

    async def close(self, code: int, why: str) -> None:
        """Hang up."""
        await self._inner.close(code, why)


class Meeting:
    """Lets lanes in. One per hub; belongs to its event loop."""

    def __init__(self, front: Front, link: Link, lane_called: Callable[[], None]) -> None:
        self._front = front
        self._lane_called = lane_called
        self._link = link
        self._heads = HeadWatch(front.service.database)
        self._places = Places(front.service.database)
        self._meeting = 0

    async def take(self, socket: Socket) -> None:
        """One connection, until it drops."""
        if self._meeting >= MEETING_MAX:
            await socket.close(code=LATER, reason="later")
            return
        self._meeting += 1
        try:
            met = await self._meet(socket)
        finally:
            self._meeting -= 1
        if met is not None:
            self._lane_called()
            await self._talk(*met)

    async def _meet(self, socket: Socket) -> tuple[SocketWire, SignedWire, Lane] | None:
        """Who it is; None: nobody whom the hub knows, and told so."""
        shop = self._link.shop
        terminal_id, nonce = socket.headers.get(HEADER_TERMINAL, ""), socket.headers.get(HEADER_NONCE, "")
        device = None
        if shop is not None and len(terminal_id) <= TERMINAL_MAX and _NONCE.fullmatch(nonce):
            device = await self._front.directory.device(shop.store_id, terminal_id)
        if shop is None or device is None or device.kind != "lane" or device.state != "active":
            await socket.close(code=POLICY, reason="unknown_lane")
            return None
        await socket.accept()
        inner = SocketWire(socket)
        try:
            async with asyncio.timeout(hub.HELLO_S):
                wire = await self._greet(inner, shop.voucher, terminal_id, nonce)
                key = await wire.meet(device)
        except (HangUp, TimeoutError) as ending:
            await inner.close(POLICY, ending.why if isinstance(ending, HangUp) else "silent")
            return None
        return inner, wire, Lane(store_id=shop.store_id, terminal_id=terminal_id, key_id=key.key_id)

    async def _greet(
        self, inner: SocketWire, voucher: HubVoucher, terminal_id: str, nonce: str
    ) -> SignedWire:
        own = secrets.token_urlsafe(18)
        wire = SignedWire(inner, self._link, hub.session_of(terminal_id, nonce, voucher.hub_id, own))
        hello = HubHello(voucher=voucher, nonce=own, server_time=self._front.clock())
        await wire.send(msgspec.json.encode(hello).decode())
        return wire

    async def _talk(self, inner: SocketWire, wire: SignedWire, lane: Lane) -> None:
        front = self._front
        try:
            watcher = await front.bus.watch(lane.store_id)
        except (TooManyWatchersError, DataError):
            await wire.close(LATER, "later")
            return
        try:
            await Line(front, self._heads, self._places, wire, lane, watcher).run()
        finally:
            front.bus.leave(watcher)
            if await inner.ending() == NORMAL:
                await self._left(lane)

    async def _left(self, lane: Lane) -> None:
        """The lane has gone in order: what it told here, it tells elsewhere."""
        now = self._front.clock()
        gone = functools.partial(
            alerts.keep_only,
            store_id=lane.store_id,
            terminal_id=lane.terminal_id,
            alert_ids=frozenset(),
            at=now,
        )
        try:
            await self._front.service.database.write(gone)
        except DataError as error:  # the lane says it anew when it comes again, and so does the next start
            _log.warning("that %s has left is not stored: %s", lane.terminal_id, error)
        self._front.bus.hint(lane.store_id)


def route(front: Front, link: Link, lane_called: Callable[[], None]) -> Any:
    """The handler of lanes' lines. `lane_called` is told of every lane that was let in."""
    meeting = Meeting(front, link, lane_called)

    @websocket(hub.LINE_PATH)
    async def line(socket: Socket) -> None:
        """Talk to a lane until the line drops."""
        await meeting.take(socket)

    return line


def _is_signed(public: bytes, signature: str, message: bytes) -> bool:
    try:
        raw = base64.b64decode(signature, validate=True)
    except ValueError:
        return False
    return verifies(public, raw, message)
