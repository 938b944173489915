"""The live channel: tells the service how the lane is and who should come, and takes its commands.

It may drop at any time. On every new connection status and open alerts are told again, and the service sends
its open commands again; a command that was carried out is answered from memory, not carried out twice.

Source: docs/protocol.md, "Live channel"; `retail.wire.live`.
Invariants: one connection at a time; no queue: what is told is always how things are now; nothing here is
needed to sell.
"""

import logging
import threading
from collections import OrderedDict
from typing import Protocol, assert_never

import msgspec
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from kiosk.checkout.snapshot import Snapshot
from kiosk.sync.alerts import AlertBook, alerts_of
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import Backoff
from retail.unreadable import UNREADABLE
from retail.wire.live import (
    BEAT_S,
    MESSAGE_MAX,
    PATH,
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

log = logging.getLogger(__name__)
_decoder = msgspec.json.Decoder(Down)


class Door(Protocol):
    """The service, for the live channel (`kiosk.sync.client.StoreClient`)."""

    def live_headers(self, path: str) -> dict[str, str] | Failure:
        """Proof of who opens it."""


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

    def __init__(self, url: str, door: Door, lane: Lane, alerts: AlertBook, backoff: Backoff) -> None:
        self._url = "ws" + url.removeprefix("http").rstrip("/") + PATH
        self._door = door
        self._lane = lane
        self._alerts = alerts
        self._backoff = backoff
        self._ending = threading.Event()
        self._done: OrderedDict[str, CommandDone] = OrderedDict()
        self._told: LaneStatus | None = None
        self._thread = threading.Thread(target=self._run, name="live", daemon=True)
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

    def _run(self) -> None:
        while not self._ending.is_set():
            self.trouble = self._connected_once()
            self.is_connected = False
            self._ending.wait(self._backoff.failed())

    def _connected_once(self) -> str:
        """Connect and talk until the line drops; why it did."""
        headers = self._door.live_headers(PATH)
        if isinstance(headers, Unreachable):
            return headers.reason
        if isinstance(headers, Refused):
            return f"{headers.code}: {headers.detail}"
        try:
            with connect(
                self._url,
                additional_headers=headers,
                open_timeout=OPEN_TIMEOUT_S,
                close_timeout=1.0,
                max_size=MESSAGE_MAX,
                ping_interval=BEAT_S,
                ping_timeout=2 * BEAT_S,
            ) as line:
                self._talk(line)
        except (OSError, TimeoutError, WebSocketException) as error:
            return f"{type(error).__name__}: {error}"
        return "hung up"

    def _talk(self, line: ClientConnection) -> None:
        self.is_connected, self.trouble = True, ""
        self._told = None
        seen: Snapshot | None = None
        is_new, silence_s, since_status_s = True, 0.0, 0.0
        while not self._ending.is_set():
            snapshot = self._lane.latest()
            if snapshot is not None and (snapshot is not seen or since_status_s >= BEAT_S):
                if self._tell(line, snapshot, again=is_new or since_status_s >= BEAT_S):
                    since_status_s = 0.0
                seen, is_new = snapshot, False
            try:
                heard = line.recv(timeout=LOOK_S)
            except TimeoutError:
                silence_s, since_status_s = silence_s + LOOK_S, since_status_s + LOOK_S
                if silence_s > 3 * BEAT_S:
                    raise TimeoutError("the service is silent") from None
                continue
            silence_s = 0.0
            self._backoff.succeeded()
            self._heard(line, heard)

    def _tell(self, line: ClientConnection, snapshot: Snapshot, *, again: bool) -> bool:
        """Tell alerts and status; whether the status was told."""
        status = self._lane.status(snapshot)
        changes = self._alerts.follow(alerts_of(snapshot), status.at)
        for message in self._alerts.open_alerts(status.at) if again else []:
            self._send(line, message)
        for change in changes:
            self._send(line, change)
        if not again and self._told == msgspec.structs.replace(status, at=self._told.at if self._told else 0):
            return False
        still = tuple(message.alert_id for message in self._alerts.open_alerts(status.at))
        self._send(line, msgspec.structs.replace(status, open_alerts=still))
        self._told = status
        return True

    def _heard(self, line: ClientConnection, text: str | bytes) -> None:
        try:
            message = _decoder.decode(text)
        except UNREADABLE as error:
            log.info("a message of the service is not understood: %s", error)  # it may be newer than we are
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
    def _send(line: ClientConnection, message: Up) -> None:
        line.send(msgspec.json.encode(message), text=True)
