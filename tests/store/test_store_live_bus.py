"""The bus between the table of events and its watchers: no gap, no flood, no end when a database stumbles."""

import asyncio
from collections.abc import Sequence

import pytest

from store.data.errors import UnavailableError
from store.data.lanes.events import StoreEvent
from store.front import bus
from store.front.bus import WAITING_MAX, Bus, TooManyWatchersError, Watcher


class Events:
    """A table of events in memory, which can be made to fail."""

    def __init__(self) -> None:
        self.rows: dict[str, list[StoreEvent]] = {}
        self.first: dict[str, int] = {}
        self.fails = 0
        self.reads = 0

    def add(self, count: int = 1, store_id: str = "1") -> None:
        rows = self.rows.setdefault(store_id, [])
        for _ in range(count):
            pos = len(rows) + 1
            rows.append(StoreEvent(store_id=store_id, pos=pos, kind="alert", key="k", at=pos, body=b"{}"))

    async def head(self, store_id: str) -> int:
        self.reads += 1
        if self.fails:
            self.fails -= 1
            raise UnavailableError("the database is away")
        await asyncio.sleep(0)
        return len(self.rows.get(store_id, []))

    async def after(self, store_id: str, pos: int, limit: int) -> Sequence[StoreEvent]:
        await asyncio.sleep(0)
        kept = [row for row in self.rows.get(store_id, []) if row.pos > self.first.get(store_id, 0)]
        return [row for row in kept if row.pos > pos][:limit]


async def hear(watcher: Watcher, count: int) -> list[int]:
    """The numbers of the next events."""
    found: list[int] = []
    async with asyncio.timeout(10):
        while len(found) < count:
            found += [event.pos for event in await watcher.take(0.05) or []]
    return found


class Running:
    """A bus that runs as long as the block lasts."""

    def __init__(self, source: Events) -> None:
        self.bus = Bus(source, poll_s=0.01)

    async def __aenter__(self) -> Bus:
        self._task = asyncio.create_task(self.bus.run())
        return self.bus

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


def test_watchers_of_a_store_hear_its_events_in_order_and_no_others() -> None:
    async def play() -> None:
        source = Events()
        source.add(3)
        async with Running(source) as running:
            one, two, other = [await running.watch(store) for store in ("1", "1", "2")]
            source.add(5)
            source.add(2, "2")
            assert await hear(one, 5) == await hear(two, 5) == [4, 5, 6, 7, 8]
            assert await hear(other, 2) == [1, 2]

    asyncio.run(play())


def test_an_event_is_read_once_however_many_watch() -> None:
    async def play() -> None:
        source = Events()
        async with Running(source) as running:
            watchers = [await running.watch("1") for _ in range(50)]
            before = source.reads
            source.add(1)
            for watcher in watchers:
                assert await hear(watcher, 1) == [1]
            assert source.reads - before < 25

    asyncio.run(play())


def test_whoever_comes_back_while_events_pour_in_misses_none() -> None:
    async def play() -> None:
        source = Events()
        source.add(10)
        async with Running(source) as running:
            keeper = await running.watch("1")
            for last in range(10, 60, 10):
                source.add(10)
                running.hint("1")
                watcher = await running.watch("1", after=last - 7)
                assert not watcher.is_reset
                assert (await hear(watcher, 17))[:17] == list(range(last - 6, last + 11))
                running.leave(watcher)
            assert await hear(keeper, 50) == list(range(11, 61))

    asyncio.run(play())


@pytest.mark.parametrize(
    ("after", "is_reset"), [(0, True), (4, True), (5, False), (9, False), (10, False), (11, True)]
)
def test_whoever_missed_what_is_gone_starts_over(after: int, is_reset: bool) -> None:
    async def play() -> None:
        source = Events()
        source.add(10)
        source.first["1"] = 5  # older ones were thrown away
        async with Running(source) as running:
            watcher = await running.watch("1", after=after)
            assert watcher.is_reset is is_reset

    asyncio.run(play())


def test_a_watcher_that_does_not_read_is_let_go_and_the_others_hear_on() -> None:
    async def play() -> None:
        source = Events()
        async with Running(source) as running:
            slow, quick = await running.watch("1"), await running.watch("1")
            heard: list[int] = []
            while len(heard) <= WAITING_MAX:
                source.add(100)
                heard += await hear(quick, 100)
            assert heard == list(range(1, len(heard) + 1))
            assert await slow.take(1) is None

    asyncio.run(play())


def test_a_database_that_stumbles_costs_time_and_no_event(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(bus, "RETRY_S", 0.01)

    async def play() -> None:
        source = Events()
        async with Running(source) as running:
            watcher = await running.watch("1")
            source.fails = 3
            source.add(2)
            assert await hear(watcher, 2) == [1, 2]

    asyncio.run(play())
    assert "events of store 1 cannot be read" in caplog.text
    caplog.clear()


def test_after_a_restore_watchers_are_let_go_to_start_over() -> None:
    async def play() -> None:
        source = Events()
        source.add(10)
        async with Running(source) as running:
            watcher = await running.watch("1")
            del source.rows["1"][4:]
            async with asyncio.timeout(10):
                while await watcher.take(0.05) is not None:
                    pass
            again = await running.watch("1", after=10)
            assert again.is_reset

    asyncio.run(play())


def test_watchers_are_bounded_and_a_store_nobody_watches_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bus, "WATCHERS_MAX", 2)

    async def play() -> None:
        source = Events()
        async with Running(source) as running:
            watchers = [await running.watch("1") for _ in range(2)]
            with pytest.raises(TooManyWatchersError):
                await running.watch("1")
            for watcher in watchers:
                running.leave(watcher)
            assert len(running) == 0
            assert running._channels == {}

    asyncio.run(play())


def test_a_frame_is_an_event_as_browsers_read_it() -> None:
    event = StoreEvent(store_id="1", pos=7, kind="alert", key="a", at=1, body=b'{"text":"help"}')
    assert event.frame() == b'id: 7\nevent: alert\ndata: {"text":"help"}\n\n'
