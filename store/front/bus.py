"""From a committed event to everybody who watches: browsers and lanes on this worker.

The truth is the table of events, one growing number per store. Whoever writes says so (`hint`) once it is
committed; what other workers write is found by looking at the store's head row every POLL_S. So a lost hint
costs a tenth of a second and never an event: a watcher that comes back names the last number it saw.

Source: docs/security.md, "Live events"; the project's sync facts, 2.12.
Invariants: belongs to one event loop; each event is read and encoded once per worker, however many watch; a
watcher gets events in order without a gap, or is told to start over (`reset`), or is let go when it is too
slow.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Protocol

from store.data.lanes.events import StoreEvent

POLL_S = 0.1
PAGE = 500
BACKLOG_MAX = 1_000
"""A watcher that missed more starts over."""
WAITING_MAX = 1_200
"""Events a slow watcher may be behind."""
WATCHERS_MAX = 5_000
"""On one worker."""
RETRY_S = 1.0
_log = logging.getLogger(__name__)


RESET = b"event: reset\ndata: {}\n\n"
"""Some events are gone: load the page's data again."""


class Source(Protocol):
    """Where events are kept."""

    async def head(self, store_id: str) -> int:
        """Number of the newest event."""

    async def after(self, store_id: str, pos: int, limit: int) -> Sequence[StoreEvent]:
        """Events with greater numbers, in order."""


class TooManyWatchersError(Exception):
    """This worker has as many watchers as it takes."""


class Watcher:
    """What one browser or lane has yet to be told."""

    def __init__(self, store_id: str) -> None:
        self.store_id = store_id
        self._waiting: asyncio.Queue[StoreEvent | None] = asyncio.Queue(WAITING_MAX)
        self.is_reset = False
        """Whether to begin with `RESET`."""

    def put(self, event: StoreEvent) -> bool:
        """Queue an event; false when the watcher is too slow and was let go."""
        try:
            self._waiting.put_nowait(event)
        except asyncio.QueueFull:
            self.end()
            return False
        return True

    def end(self) -> None:
        """Tell the watcher that nothing more will come; what it has not taken is dropped."""
        while not self._waiting.empty():
            self._waiting.get_nowait()
        self._waiting.put_nowait(None)

    async def take(self, timeout_s: float) -> list[StoreEvent] | None:
        """What has come, at least one; empty after the timeout; None: it is over."""
        try:
            first = await asyncio.wait_for(self._waiting.get(), timeout_s)
        except TimeoutError:
            return []
        events = [first]
        while not self._waiting.empty():
            events.append(self._waiting.get_nowait())
        return None if None in events else [event for event in events if event is not None]


class _Channel:
    """A store that somebody watches."""

    def __init__(self, pos: int) -> None:
        self.pos = pos
        self.users = 0
        """Watchers, and those about to be."""
        self.watchers: set[Watcher] = set()
        self.pumping = asyncio.Lock()


class Bus:
    """Fans committed events out. `run` must be running."""

    def __init__(self, source: Source, poll_s: float = POLL_S) -> None:
        self._source = source
        self._poll_s = poll_s
        self._channels: dict[str, _Channel] = {}
        self._hinted = asyncio.Event()
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def hint(self, store_id: str) -> None:
        """Something of this store was committed just now."""
        if store_id in self._channels:
            self._hinted.set()

    async def watch(self, store_id: str, after: int | None = None) -> Watcher:
        """Begin to watch: from now on, or from what followed event `after`. End it with `leave`."""
        if self._count >= WATCHERS_MAX:
            raise TooManyWatchersError(f"{WATCHERS_MAX} are watching this worker")
        watcher = Watcher(store_id)
        self._count += 1
        channel: _Channel | None = None
        try:
            channel = await self._channel(store_id)
            channel.users += 1
            if after is not None:
                await self._catch_up(watcher, channel, after)
        except BaseException:
            self._release(store_id, channel)
            raise
        channel.watchers.add(watcher)
        return watcher

    def leave(self, watcher: Watcher) -> None:
        """Stop watching."""
        channel = self._channels.get(watcher.store_id)
        if channel is not None:
            channel.watchers.discard(watcher)
        self._release(watcher.store_id, channel)

    async def run(self) -> None:
        """Look for news until cancelled."""
        while True:
            try:
                async with asyncio.timeout(self._poll_s):
                    await self._hinted.wait()
            except TimeoutError:
                pass
            self._hinted.clear()
            for store_id, channel in list(self._channels.items()):
                try:
                    await self._pump(store_id, channel)
                except Exception:
                    # the database is away: watchers keep waiting, and nothing is skipped
                    _log.exception("events of store %s cannot be read", store_id)
                    await asyncio.sleep(RETRY_S)

    def close(self) -> None:
        """Let everybody go."""
        for channel in self._channels.values():
            for watcher in channel.watchers:
                watcher.end()

    async def _channel(self, store_id: str) -> _Channel:
        channel = self._channels.get(store_id)
        if channel is None:
            head = await self._source.head(store_id)
            channel = self._channels.setdefault(store_id, _Channel(head))
        return channel

    def _release(self, store_id: str, channel: _Channel | None) -> None:
        self._count -= 1
        if channel is None:
            return
        channel.users -= 1
        if channel.users == 0:
            del self._channels[store_id]

    async def _catch_up(self, watcher: Watcher, channel: _Channel, after: int) -> None:
        """Queue what came between `after` and what this worker has told its watchers so far."""
        missed: list[StoreEvent] = []
        if after > channel.pos:  # another worker was quicker
            await self._pump(watcher.store_id, channel)
            watcher.is_reset = after > channel.pos
        while after < channel.pos and len(missed) < BACKLOG_MAX:
            page = await self._source.after(watcher.store_id, after, PAGE)
            if not page or page[0].pos != after + 1:
                watcher.is_reset = True
                return
            missed.extend(event for event in page if event.pos <= channel.pos)
            after = page[-1].pos
        if len(missed) >= BACKLOG_MAX:
            watcher.is_reset = True
            return
        for event in missed:
            watcher.put(event)

    async def _pump(self, store_id: str, channel: _Channel) -> None:
        async with channel.pumping:
            head = await self._source.head(store_id)
            if head < channel.pos:  # the database was restored from a backup
                channel.pos = head
                self._drop_all(channel)
            while channel.pos < head:
                page = await self._source.after(store_id, channel.pos, PAGE)
                if not page:
                    return
                channel.pos = page[-1].pos
                for event in page:
                    channel.watchers -= {watcher for watcher in channel.watchers if not watcher.put(event)}

    @staticmethod
    def _drop_all(channel: _Channel) -> None:
        for watcher in channel.watchers:
            watcher.end()
        channel.watchers.clear()
