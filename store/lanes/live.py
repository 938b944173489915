"""WS /v1/live: one line to each lane; hints and alerts up, commands down.

What a lane says is stored before it is acknowledged, so that the line may drop at any time. Commands wait
in the database; on every new line they are sent again, and on one line each is sent once. What other
workers write is noticed through the store's events (`store.front.bus`).

Source: docs/protocol.md, "Live channel"; `retail.wire.live`.
Invariants: belongs to one event loop; a lane costs two tasks and bounded memory; nothing a lane says can make
this worker forget another lane.
"""

import asyncio
import contextlib
import logging
from typing import Any, Protocol, assert_never

import msgspec
from litestar import WebSocket, websocket
from litestar.exceptions import WebSocketException

from retail.unreadable import UNREADABLE
from retail.wire.live import (
    BEAT_S,
    MESSAGE_MAX,
    PATH,
    AlertCleared,
    AlertRaised,
    AlertSeen,
    Beat,
    CommandDone,
    Down,
    FeedMoved,
    LaneStatus,
    QueuePlace,
    Up,
)
from store.data.errors import DataError
from store.data.goods import pictures
from store.data.ids import new_id
from store.data.lanes import alerts, commands, events, lane_status
from store.data.lanes.events import StoreEvent
from store.data.replication import feed
from store.front.bus import TooManyWatchersError, Watcher
from store.front.front import Front, front_of
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.identity.limits import Buckets, Rate
from store.identity.principals import Lane
from store.lanes.heads import HeadWatch
from store.lanes.live_status import STATUS_EVERY_S, Statuses
from store.lanes.queue import Places
from store.service import Room, Service

HEADS = "heads"
"""Shared: what tells when a feed moved."""
PLACES = "places"
"""Shared: where lanes stand in the queue for staff."""
SILENT_S = 3 * BEAT_S
FOLLOW_PAUSE_S = 1.0
ENDING_S = 1.0
"""How long a line that dropped is asked with which code."""
MESSAGES = Rate(per_second=10, burst=100)
"""Of one lane."""
GOING_AWAY, POLICY, UNSUPPORTED, TOO_LARGE, LATER = 1001, 1008, 1003, 1009, 1013
_decoder = msgspec.json.Decoder(Up)
_log = logging.getLogger(__name__)

Socket = WebSocket[Any, Any, Any]


class HangUp(Exception):  # noqa: N818 - an ending, not always a fault
    """End the line, with a WebSocket close code and a word why."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


class Wire(Protocol):
    """What a line is spoken on."""

    @property
    def is_open(self) -> bool:
        """Whether the other end is still there, as far as is known."""

    async def receive(self) -> str | None:
        """What the lane says next; None: it has hung up. Raises `HangUp`."""

    async def send(self, text: str) -> None:
        """Say something."""

    async def close(self, code: int, why: str) -> None:
        """Hang up."""


class SocketWire:
    """`Wire` on a WebSocket that was accepted."""

    def __init__(self, socket: Socket) -> None:
        self._socket = socket
        self.closed_with = 0
        """The code that the lane closed with; 0: it has not."""

    @property
    def is_open(self) -> bool:
        """Whether the lane is still there."""
        return self._socket.connection_state != "disconnect"

    async def receive(self) -> str | None:
        """The next frame."""
        message = await self._socket.receive()
        if message["type"] != "websocket.receive":
            self.closed_with = int(message.get("code") or 0)  # type: ignore[call-overload]
            return None
        text = message.get("text")
        if text is None:
            raise HangUp(UNSUPPORTED, "text frames only")
        return str(text)

    async def ending(self) -> int:
        """The code the lane closed with, also where its hanging up was noticed by a send that failed."""
        with contextlib.suppress(TimeoutError, HangUp, RuntimeError, OSError, WebSocketException):
            async with asyncio.timeout(ENDING_S):
                while not self.closed_with and await self.receive() is not None:
                    pass  # what it said before it hung up comes too late
        return self.closed_with

    async def send(self, text: str) -> None:
        """A text frame."""
        await self._socket.send_data(text, "text")

    async def close(self, code: int, why: str) -> None:
        """Hang up; it may be gone already."""
        try:
            await self._socket.close(code=code, reason=why)
        except (RuntimeError, OSError) as error:
            _log.debug("closing: %s", error)


def room(service: Service) -> Room:
    """The handler of this module."""
    front = front_of(service)
    heads = service.share(HEADS, lambda: HeadWatch(service.database))
    places = service.share(PLACES, lambda: Places(service.database))

    @websocket(PATH)
    async def live(socket: Socket) -> None:
        """Talk to a lane until the line drops."""
        lane = lane_of(socket)
        await socket.accept()
        try:
            watcher = await front.bus.watch(lane.store_id)
        except (TooManyWatchersError, DataError):
            await socket.close(code=LATER, reason="later")
            return
        try:
            scopes = feed.scopes_of(lane.store_id, lane.terminal_id)
            await Line(front, heads, places, SocketWire(socket), lane, watcher, scopes).run()
        finally:
            front.bus.leave(watcher)

    return Room(routes=(live,))


class Line:
    """One connection of one lane."""

    def __init__(
        self,
        front: Front,
        heads: HeadWatch,
        places: Places,
        wire: Wire,
        lane: Lane,
        watcher: Watcher,
        scopes: tuple[str, ...] = (),
    ) -> None:
        """`scopes`: the feeds whose moves it is told."""
        self._front = front
        self._heads = heads
        self._places = places
        self._place = 0
        """What the lane was last told of its place in the queue."""
        self._is_whole = False
        """Whether the lane has said, on this line, what it wants people for."""
        self._wire = wire
        self._lane = lane
        self._scopes = scopes
        self._watcher = watcher
        self._name = new_id()
        self._sent: set[str] = set()
        """Commands sent on this line."""
        self._statuses = Statuses(self._keep)
        self._messages = Buckets(MESSAGES)

    async def run(self) -> None:
        """Talk until the line drops or is hung up."""
        code, why = GOING_AWAY, "bye"
        tasks = [
            asyncio.create_task(self._listen()),
            asyncio.create_task(self._speak()),
            *(asyncio.create_task(self._follow(scope)) for scope in self._scopes),
        ]
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        except HangUp as ending:
            code, why = ending.code, ending.why
        except DataError as error:
            code, why = LATER, "the service cannot store what it is told"
            _log.warning("the line of %s ends: %s", self._lane.terminal_id, error)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._gone()
        if self._wire.is_open:
            await self._wire.close(code, why)

    # --- up ----------------------------------------------------------------------------------------

    async def _listen(self) -> None:
        heard_at = asyncio.get_running_loop().time()
        while True:
            silent_s = asyncio.get_running_loop().time() - heard_at
            if silent_s >= SILENT_S:
                raise HangUp(GOING_AWAY, "silent")
            wait_s = SILENT_S - silent_s if not self._statuses.is_late else STATUS_EVERY_S
            try:
                text = await asyncio.wait_for(self._wire.receive(), wait_s)
            except TimeoutError:
                await self._statuses.flush(self._front.clock())
                continue
            if text is None:
                return
            heard_at = asyncio.get_running_loop().time()
            await self._heard(text)

    async def _heard(self, text: str) -> None:
        now = self._front.clock()
        try:
            self._messages.take("", now)
        except Rejected:
            raise HangUp(POLICY, "too many messages") from None
        if len(text) > MESSAGE_MAX:
            raise HangUp(TOO_LARGE, "too large")
        try:
            said = _decoder.decode(text)
        except UNREADABLE:
            raise HangUp(UNSUPPORTED, "not understood") from None
        match said:
            case LaneStatus():
                await self._keep_alerts(said, now)
                await self._statuses.heard(said, now)
            case AlertRaised():
                await self._raise(said, now)
            case AlertCleared():
                await self._write(
                    lambda connection: alerts.clear(
                        connection,
                        self._lane.store_id,
                        said.alert_id,
                        self._lane.terminal_id,
                        now,
                        terminal_id=self._lane.terminal_id,
                    )
                )
            case CommandDone():
                await self._write(
                    lambda connection: commands.done(
                        connection,
                        self._lane.store_id,
                        self._lane.terminal_id,
                        said.command_id,
                        said.outcome,
                        said.reason,
                        now,
                    )
                )
            case _:
                assert_never(said)

    async def _keep_alerts(self, said: LaneStatus, now: int) -> None:
        """What ended while the lane could not say so, or was switched off, is over. Once a line is enough."""
        still = said.open_alerts
        if still is None or self._is_whole:
            return
        self._is_whole = True
        await self._write(
            lambda connection: alerts.keep_only(
                connection, self._lane.store_id, self._lane.terminal_id, frozenset(still), now
            )
        )

    async def _keep(self, status: LaneStatus, now: int) -> None:
        await self._write(
            lambda connection: lane_status.tell(
                connection, self._lane.store_id, self._lane.terminal_id, status, self._name, now
            )
        )

    async def _raise(self, said: AlertRaised, now: int) -> None:
        keep_s = self._front.service.settings.pictures_s

        def job(connection: Any) -> None:
            lane, waiting = self._lane, said.waiting
            picture = pictures.follow(connection, lane.store_id, lane.terminal_id, said, now, keep_s)
            if waiting is not None:
                waiting = msgspec.structs.replace(waiting, picture=picture)
            alerts.open_alert(
                connection,
                lane.store_id,
                terminal_id=lane.terminal_id,
                kind=said.kind,
                text=said.text,
                text_key=said.text_key,
                values=said.values,
                waiting=waiting,
                alert_id=said.alert_id,
                severity=said.severity,
                transaction_id=said.transaction_id,
                source="lane",
                raised_at=said.at,
                at=now,
            )

        await self._write(job)
        await self._send(AlertSeen(alert_id=said.alert_id))

    async def _gone(self) -> None:
        now = self._front.clock()
        try:
            await self._write(
                lambda connection: lane_status.gone(
                    connection, self._lane.store_id, self._lane.terminal_id, self._name, now
                )
            )
        except DataError as error:
            # its silence says the same, three beats later
            _log.warning("that %s is gone is not stored: %s", self._lane.terminal_id, error)

    async def _write(self, job: Any) -> None:
        await self._front.service.database.write(job)
        self._front.bus.hint(self._lane.store_id)

    # --- down --------------------------------------------------------------------------------------

    async def _speak(self) -> None:
        await self._send_commands()
        await self._tell_place(
            await self._front.service.database.read(lambda one: events.head(one, self._lane.store_id))
        )
        while True:
            news = await self._watcher.take(BEAT_S)
            if news is None:
                raise HangUp(GOING_AWAY, "the service is stopping, or this line was too slow")
            if not news:
                await self._check_rights()
                await self._send(Beat(server_time=self._front.clock()))
            if any(self._is_for_us(event) for event in news):
                await self._send_commands()
            moved = [event.pos for event in news if event.kind == alerts.KIND]
            if moved:
                await self._tell_place(moved[-1])

    async def _tell_place(self, pos: int) -> None:
        """Tell the lane where it stands in the queue for staff, if that is news."""
        place = await self._places.of(self._lane.store_id, self._lane.terminal_id, pos)
        if place != self._place:
            self._place = place
            await self._send(QueuePlace(place=place))

    def _is_for_us(self, event: StoreEvent) -> bool:
        return event.kind == commands.KIND and event.key == self._lane.terminal_id

    async def _send_commands(self) -> None:
        now, lane = self._front.clock(), self._lane
        waiting = await self._front.service.database.read(
            lambda connection: commands.waiting(connection, lane.store_id, lane.terminal_id, now)
        )
        for command in waiting:
            if command.command_id not in self._sent:
                self._sent.add(command.command_id)
                await self._send(command)
        self._sent &= {command.command_id for command in waiting}  # the others are done or too late

    async def _check_rights(self) -> None:
        """A lane that was revoked, or whose key is gone, is let go within a beat."""
        device = await self._front.directory.device(self._lane.store_id, self._lane.terminal_id)
        is_known = device is not None and device.key(self._lane.key_id, self._front.clock()) is not None
        if device is None or not is_known or device.state != "active":
            raise HangUp(POLICY, "revoked")

    async def _follow(self, scope: str) -> None:
        """Hint whenever a feed has moved."""
        head = await self._head(scope)
        while True:
            if not await self._heads.wait(self._lane.store_id, scope, head, SILENT_S):
                await asyncio.sleep(FOLLOW_PAUSE_S)  # there may be no room to wait just now
                continue
            head = await self._head(scope)
            await self._send(FeedMoved(scope=scope, head=head))

    async def _head(self, scope: str) -> int:
        found = await self._front.service.database.read(
            lambda connection: feed.read_head(connection, self._lane.store_id, scope)
        )
        return found.head if found is not None else 0

    async def _send(self, message: Down) -> None:
        try:
            await asyncio.wait_for(self._wire.send(msgspec.json.encode(message).decode()), SILENT_S)
        except TimeoutError:
            raise HangUp(GOING_AWAY, "the lane takes nothing") from None
