"""The line to the shop's own hub, where staff decide while the service cannot be reached.

A live channel like the one to the service, on another way: every frame is signed, because nothing vouches for
the shop's network. The lane believes a hub that shows the service's word for it, and the hub a lane whose key
is on its list. What may be decided there is what may be decided from afar at all: the lane looks at it anew
and is the one that decides, so the first decision counts wherever it was made.

The line exists only while the one to the service does not. When the service is back it ends between two
commands: what was decided has been answered, what was not is not meant any more after its seconds.

Source: `retail.wire.hub`; docs/protocol.md, "Without the service".
Invariants: nothing is said before the hub is known; a frame that is not the hub's next one ends the line; the
hub is never needed to sell.
"""

import base64
import itertools
import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from websockets.sync.client import connect

from kiosk.checkout.snapshot import Snapshot
from kiosk.sync.client import ServiceClock
from kiosk.sync.identity import Identity
from kiosk.sync.live import OPEN_TIMEOUT_S, NoWayError, Wire, websocket_url
from retail.interventions.wishes import HUB
from retail.unreadable import UNREADABLE
from retail.wire import hub
from retail.wire.hub import HubHello, HubVoucher, Way
from retail.wire.identity import HEADER_NONCE, HEADER_TERMINAL
from retail.wire.live import BEAT_S, CommandDone, LaneCommand, LaneStatus

WAIT_MAX_S = 10.0
"""A hub is near and has few lanes: nobody waits longer for the next try."""
COMMANDS = frozenset({"open", "close", "message", "end_help", "look", "approve", "refuse", "suspend"})
"""What a hub may ask for. Programs and data are the service's business."""

log = logging.getLogger(__name__)


class ForgedError(NoWayError):
    """Somebody else speaks on the line."""


class HubWay:
    """The way to one hub."""

    def __init__(self, url: str, who: Callable[[], Identity], clock: ServiceClock) -> None:
        self._url = websocket_url(url, hub.LINE_PATH)
        self._who = who
        self._clock = clock

    @contextmanager
    def open(self) -> Iterator[Wire]:
        """A line to the hub, once each side knows the other. Raises `NoWayError`."""
        who, nonce = self._who(), secrets.token_urlsafe(18)
        with connect(
            self._url,
            additional_headers={HEADER_TERMINAL: who.terminal_id, HEADER_NONCE: nonce},
            open_timeout=OPEN_TIMEOUT_S,
            close_timeout=1.0,
            max_size=hub.FRAME_MAX,
            ping_interval=BEAT_S,
            ping_timeout=2 * BEAT_S,
        ) as line:
            heard = line.recv(hub.HELLO_S)
            hello, wire = met(line, who, nonce, heard, self._clock.now())
            if not self._clock.is_known:
                self._clock.told(hello.server_time)
            wire.send("")
            yield wire


class RawLine(Protocol):
    """A WebSocket."""

    def send(self, message: str, /) -> None:
        """Send a text frame."""

    def recv(self, timeout: float) -> str | bytes:
        """The next frame. Raises `TimeoutError`."""


class SignedWire:
    """A line to a hub that is known: signs what is said, believes only what the hub has signed."""

    def __init__(
        self, line: RawLine, key: Ed25519PrivateKey, hub_key: Ed25519PublicKey, session: str
    ) -> None:
        self._line = line
        self._key = key
        self._hub_key = hub_key
        self._session = session
        self._said = itertools.count()
        self._heard = itertools.count()

    def send(self, text: str) -> None:
        """Say something."""
        signature = self._key.sign(hub.frame_bytes("up", self._session, next(self._said), text))
        self._line.send(hub.frame(base64.b64encode(signature).decode("ascii"), text))

    def recv(self, timeout_s: float) -> str:
        """What the hub says next. Raises `TimeoutError`, `ForgedError`."""
        return self.opened(self._line.recv(timeout_s))

    def opened(self, heard: str | bytes) -> str:
        """What is in a frame, if it is the hub's next one. Raises `ForgedError`."""
        if not isinstance(heard, str):
            raise ForgedError("the hub speaks text")
        signature, body = hub.opened(heard)
        way: Way = "down"
        if not _verifies(
            self._hub_key, signature, hub.frame_bytes(way, self._session, next(self._heard), body)
        ):
            raise ForgedError("a frame is not signed by the hub")
        return body


def met(
    line: RawLine, who: Identity, nonce: str, heard: str | bytes, now: int
) -> tuple[HubHello, SignedWire]:
    """The hub that has said hello, once it is believed. Raises `NoWayError`."""
    try:
        _, body = hub.opened(heard if isinstance(heard, str) else "")
        hello = msgspec.json.decode(body, type=HubHello)
    except UNREADABLE as error:
        raise ForgedError(f"whoever answers there is no hub: {error}") from error
    check_voucher(hello.voucher, who, now)
    session = hub.session_of(who.terminal_id, nonce, hello.voucher.hub_id, hello.nonce)
    for key in hello.voucher.keys:
        wire = SignedWire(line, who.key(), _public(key), session)
        try:
            wire.opened(heard)
        except ForgedError:
            continue
        return hello, wire
    raise ForgedError("the hub does not have the key that the service vouches for")


def check_voucher(voucher: HubVoucher, who: Identity, now: int) -> None:
    """Raise `NoWayError` unless the service has said lately that this is a hub of this lane's store."""
    key = who.service_keys.get(voucher.key_id)
    if key is None:
        raise ForgedError("the hub's voucher is signed with a key this lane does not know")
    if not _verifies(_public(key), voucher.signature, voucher.signed_bytes()):
        raise ForgedError("the hub's voucher is not signed by the service")
    if voucher.store_id != who.store_id:
        raise ForgedError("the hub is another store's")
    if now >= voucher.until:
        raise NoWayError("the hub's voucher is too old: it has not heard of the service for too long")


def _public(key: str) -> Ed25519PublicKey:
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
    except ValueError as error:
        raise ForgedError(f"that is no key: {error}") from error


def _verifies(key: Ed25519PublicKey, signature: str, message: bytes) -> bool:
    try:
        key.verify(base64.b64decode(signature, validate=True), message)
    except (InvalidSignature, ValueError):
        return False
    return True


class FullLane(Protocol):
    """The lane, as whoever speaks for it needs it (`kiosk.app.store_line.LaneAtLine`)."""

    def latest(self) -> Snapshot | None:
        """How it is now."""

    def status(self, snapshot: Snapshot) -> LaneStatus:
        """The same in the service's words."""

    def carry_out(self, command: LaneCommand, via: str = "") -> CommandDone:
        """Do what is asked from there."""

    def feed_moved(self) -> None:
        """There is something new to follow."""

    def stands_at(self, place: int) -> None:
        """The lane's place in the queue for staff."""


class LaneAtHub:
    """`kiosk.sync.live.Lane` for the hub: what is done says where it was decided."""

    def __init__(self, lane: FullLane) -> None:
        self._lane = lane

    def latest(self) -> Snapshot | None:
        """How the lane is now."""
        return self._lane.latest()

    def status(self, snapshot: Snapshot) -> LaneStatus:
        """The same in words."""
        return self._lane.status(snapshot)

    def carry_out(self, command: LaneCommand) -> CommandDone:
        """Do what staff ask for at the hub."""
        if command.name not in COMMANDS:
            return CommandDone(command_id=command.command_id, outcome="refused", reason="not_from_the_hub")
        return self._lane.carry_out(command, HUB)

    def feed_moved(self) -> None:
        """A hub has no feed."""

    def stands_at(self, place: int) -> None:
        """Where the lane stands among those that wait at the hub."""
        self._lane.stands_at(place)
