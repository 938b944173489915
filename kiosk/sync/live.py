"""The live channel: tells the service how the lane is and who should come, and takes its commands.

The same words are spoken to the shop's own hub while the service is away (`kiosk.sync.hub`): another way to
somebody who listens, and everything else alike.

It may drop at any time. On every new connection status and open alerts are told again, and the service sends
its open commands again; a command that was carried out is answered from memory, not carried out twice.

Source: docs/protocol.md, "Live channel"; `retail.wire.live`.
Invariants: one connection at a time; no queue: what is told is always how things are now; nothing here is
needed to sell.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, assert_never

import msgspec
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from kiosk.checkout.snapshot import Snapshot
from kiosk.sync.alerts import AlertBook, alerts_of
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import Backoff
from kiosk.sync.pictures import ItemPictures, NoPictures, ShownPictures
from retail.unreadable import UNREADABLE
from retail.wire.live import (
    BEAT_S,
    MESSAGE_MAX,
    PATH,
    AlertRaised,
    AlertSeen,
    Beat,
    CommandDone,
    Down,
    FeedMoved,
    LaneCommand,
    LaneStatus,
    QueuePlace,
    Up,
)

OPEN_TIMEOUT_S = 10.0
DONE_KEPT = 200
"""Commands remembered as carried out."""
LOOK_S = 0.2
"""How long a change waits at the longest for the thread to look up from listening."""
REST_S = 0.5
"""How often a channel that nobody needs looks whether it is needed."""

log = logging.getLogger(__name__)
_decoder = msgspec.json.Decoder(Down)


class Door(Protocol):
    """The service, for the live channel (`kiosk.sync.client.StoreClient`)."""

    def live_headers(self, path: str) -> dict[str, str] | Failure:
        """Proof of who opens it."""


class NoWayError(RuntimeError):
    """There is no line now; the message says why."""


class Wire(Protocol):
    """A line with somebody at the other end. Both raise `OSError` or `WebSocketException` when it is gone."""

    def send(self, text: str, /) -> None:
        """Say something."""

    def recv(self, timeout_s: float, /) -> str | bytes:
        """What is said next. Raises `TimeoutError`."""


class Way(Protocol):
    """How to get to somebody who listens."""

    def open(self) -> AbstractContextManager[Wire]:
        """A line for as long as the block lasts. Raises `NoWayError`."""


class ServiceWay:
    """The way to the service."""

    def __init__(self, url: str, door: Door) -> None:
        self._url = websocket_url(url, PATH)
        self._door = door

    @contextmanager
    def open(self) -> Iterator[Wire]:
        """A line to the service."""
        headers = self._door.live_headers(PATH)
        if isinstance(headers, Unreachable):
            raise NoWayError(headers.reason)
        if isinstance(headers, Refused):
            raise NoWayError(f"{headers.code}: {headers.detail}")
        with connect(
            self._url,
            additional_headers=headers,
            open_timeout=OPEN_TIMEOUT_S,
            close_timeout=1.0,
            max_size=MESSAGE_MAX,
            ping_interval=BEAT_S,
            ping_timeout=2 * BEAT_S,
        ) as line:
            yield line


def websocket_url(url: str, path: str) -> str:
    """The address of a WebSocket on a server."""
    return "ws" + url.removeprefix("http").rstrip("/") + path


class Lane(Protocol):
    """The lane, as the live channel sees it."""

    def latest(self) -> Snapshot | None:
        """How it is now; None before its first picture."""

    def status(self, snapshot: Snapshot) -> LaneStatus:
        """The same in the service's words."""

    def carry_out(self, command: LaneCommand) -> CommandDone:
        """Do what the service asks, or say why not. Returns soon."""

    def feed_moved(self) -> None:
        """There is something new to follow."""

    def stands_at(self, place: int) -> None:
        """The lane's place in the queue for staff; 0: nobody is waited for."""


class LiveChannel:
    """Keeps the connection on a thread of its own."""

    def __init__(
        self,
        way: Way,
        lane: Lane,
        book: Callable[[], AlertBook],
        backoff: Backoff,
        *,
        is_needed: Callable[[], bool] = lambda: True,
        name: str = "live",
        pictures: ItemPictures | None = None,
    ) -> None:
        """`book` gives what a new line remembers of what was told; while it is not needed it hangs up.

        `pictures` of items go up with their alerts; without them nobody at the other end is shown any.
        """
        self._way = way
        self._lane = lane
        self._book = book
        self._alerts = book()
        self._pictures: ItemPictures = pictures or NoPictures()
        self._shown = ShownPictures(self._pictures)
        self._backoff = backoff
        self._is_needed = is_needed
        self._ending = threading.Event()
        self._done: OrderedDict[str, CommandDone] = OrderedDict()
        self._told: LaneStatus | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self.is_connected = False
        self.trouble = ""
        """Why there is no connection; empty when there is one."""

    def start(self) -> None:
        """Connect, and keep connecting."""
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Hang up."""
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    @property
    def is_away(self) -> bool:
        """Whether nobody listens, though it was tried."""
        return not self.is_connected and self.trouble != ""

    def _run(self) -> None:
        while not self._ending.is_set():
            if not self._is_needed():
                self._backoff.succeeded()
                self._ending.wait(REST_S)
                continue
            self.trouble = self._connected_once()
            self.is_connected = False
            if self._is_needed():
                self._ending.wait(self._backoff.failed())

    def _connected_once(self) -> str:
        """Connect and talk until the line drops; why it did."""
        try:
            with self._way.open() as line:
                self._talk(line)
        except (OSError, TimeoutError, WebSocketException, NoWayError) as error:
            return str(error) if isinstance(error, NoWayError) else f"{type(error).__name__}: {error}"
        return "hung up"

    def _talk(self, line: Wire) -> None:
        self.is_connected, self.trouble = True, ""
        self._told, self._alerts, self._shown = None, self._book(), ShownPictures(self._pictures)
        seen: tuple[Snapshot, Mapping[int, str]] | None = None
        is_new, silence_s, since_status_s = True, 0.0, 0.0
        while not self._ending.is_set() and self._is_needed():
            snapshot = self._lane.latest()
            marks = self._pictures.marks()
            is_news = seen is None or snapshot is not seen[0] or marks != seen[1]
            if snapshot is not None and (is_news or since_status_s >= BEAT_S):
                if self._tell(line, snapshot, marks, again=is_new or since_status_s >= BEAT_S):
                    since_status_s = 0.0
                seen, is_new = (snapshot, marks), False
            try:
                heard = line.recv(LOOK_S)
            except TimeoutError:
                silence_s, since_status_s = silence_s + LOOK_S, since_status_s + LOOK_S
                if silence_s > 3 * BEAT_S:
                    raise TimeoutError("the other side is silent") from None
                continue
            silence_s = 0.0
            self._backoff.succeeded()
            self._heard(line, heard)

    def _tell(self, line: Wire, snapshot: Snapshot, marks: Mapping[int, str], *, again: bool) -> bool:
        """Tell alerts and status; whether the status was told."""
        status = self._lane.status(snapshot)
        changes = self._alerts.follow(alerts_of(snapshot, marks), status.at)
        for message in self._alerts.open_alerts(status.at) if again else []:
            self._send(line, self._shown.beside(message))
        for change in changes:
            self._send(line, self._shown.beside(change) if isinstance(change, AlertRaised) else change)
        if not again and self._told == msgspec.structs.replace(status, at=self._told.at if self._told else 0):
            return False
        still = tuple(message.alert_id for message in self._alerts.open_alerts(status.at))
        self._send(line, msgspec.structs.replace(status, open_alerts=still))
        self._told = status
        return True

    def _heard(self, line: Wire, text: str | bytes) -> None:
        try:
            message = _decoder.decode(text)
        except UNREADABLE as error:
            log.info("a message is not understood: %s", error)  # it may be newer than we are
            return
        match message:
            case Beat() | AlertSeen():
                pass
            case FeedMoved():
                self._lane.feed_moved()
            case LaneCommand():
                self._send(line, self._carried_out(message))
            case QueuePlace():
                self._lane.stands_at(message.place)
            case _:
                assert_never(message)

    def _carried_out(self, command: LaneCommand) -> CommandDone:
        done = self._done.get(command.command_id)
        if done is None:
            done = self._lane.carry_out(command)
            log.info("%s asked for %s: %s %s", command.by or "staff", command.name, done.outcome, done.reason)
            self._done[command.command_id] = done
            if len(self._done) > DONE_KEPT:
                self._done.popitem(last=False)
        return done

    @staticmethod
    def _send(line: Wire, message: Up) -> None:
        line.send(msgspec.json.encode(message).decode())
