"""What is done beside the requests, by one worker or several."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from store_follower import Follower
from store_world import ManualClock, watched

from store.data import housekeeping
from store.data.database import Database
from store.data.errors import UnavailableError
from store.data.goods import changes, coupons
from store.data.replication import feed, snapshot
from store.data.replication.feed import TOMBSTONES_KEPT_US, Row
from store.lanes.upkeep import Upkeep

STORE, SCOPE = "s1", "store:s1"


def run(job: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    return asyncio.run(job())


def publish(database: Database, *rows: Row, at: int) -> None:
    database.write_sync(lambda one: feed.publish(one, STORE, SCOPE, rows, at=at))


def newest(database: Database) -> snapshot.Kept | None:
    return database.read_sync(lambda one: snapshot.newest(one, STORE))


def test_a_look_makes_the_files_that_are_due_and_no_other(database: Database, clock: ManualClock) -> None:
    publish(database, Row(kind="setting", key="a", body=b"1"), at=clock())
    upkeep = Upkeep(database, clock, {"member_secret": "00"})
    run(upkeep.look)
    first = newest(database)
    assert first is not None
    assert first.manifest.positions[SCOPE] == 1
    run(upkeep.look)
    assert newest(database) == first


def test_only_the_worker_with_the_claim_makes_a_file(database: Database, clock: ManualClock) -> None:
    publish(database, Row(kind="setting", key="a", body=b"1"), at=clock())
    database.write_sync(lambda one: snapshot.claim(one, STORE, "another worker", at=clock()))
    upkeep = Upkeep(database, clock, {})
    run(upkeep.look)
    assert newest(database) is None
    clock.move(snapshot.CLAIM_US / 1_000_000)
    run(upkeep.look)
    assert newest(database) is not None


def test_two_workers_make_one_file(postgresql_dsn: str, clock: ManualClock) -> None:
    with watched(Database.open(postgresql_dsn)) as first, watched(Database.open(postgresql_dsn)) as second:
        publish(first, Row(kind="setting", key="a", body=b"1"), at=clock())

        async def both() -> None:
            await asyncio.gather(*(Upkeep(one, clock, {}).look() for one in (first, second)))

        run(both)
        pieces = snapshot.snapshot.select().where(snapshot.snapshot.c.store_id == STORE)
        assert len(first.read_sync(lambda one: one.execute(pieces).all())) == 1
        assert newest(first) == newest(second)


def test_a_file_that_cannot_be_made_is_told_and_tried_again(
    database: Database, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    publish(database, Row(kind="setting", key="a", body=b"1"), at=clock())
    upkeep = Upkeep(database, clock, {})
    with monkeypatch.context() as broken:

        def fail(*_: Any, **__: Any) -> None:
            raise UnavailableError("the disk takes nothing")

        broken.setattr(snapshot, "make", fail)
        run(upkeep.look)
    assert "the disk takes nothing" in caplog.text
    assert newest(database) is None
    run(upkeep.look)
    assert newest(database) is not None


def test_a_mistake_of_ours_does_not_end_upkeep(
    database: Database, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    publish(database, Row(kind="setting", key="a", body=b"1"), at=clock())
    upkeep = Upkeep(database, clock, {})
    with monkeypatch.context() as broken:
        broken.setattr(snapshot, "make", lambda *_, **__: 1 // 0)
        run(upkeep.look)
    assert "ZeroDivisionError" in caplog.text
    run(upkeep.look)
    assert newest(database) is not None


def test_what_is_past_its_time_is_thrown_away(database: Database, clock: ManualClock) -> None:
    publish(database, Row(kind="setting", key="a", body=b"1"), at=clock())
    publish(database, Row(kind="setting", key="a"), at=clock())
    publish(database, Row(kind=coupons.KIND, key="c/1", body=b"{}"), at=clock())
    change_id = database.write_sync(
        lambda one: changes.begin(one, STORE, SCOPE, source="goods.csv", by="anna", at=clock())
    )
    row = Row(kind="product", key="p", body=b"{}")
    database.write_sync(lambda one: changes.stage(one, STORE, SCOPE, change_id, [row], number=0))
    assert housekeeping.tidy(database, at=clock()) == 0
    assert housekeeping.tidy(database, at=clock() + TOMBSTONES_KEPT_US + 1) == 2
    assert housekeeping.tidy(database, at=clock() + coupons.USED_KEPT_US + 1) == 1
    follower = Follower(database, STORE, SCOPE)
    follower.catch_up()
    assert follower.rows == {}
    assert housekeeping.tidy(database, at=clock() + 2 * coupons.USED_KEPT_US) == 1


def test_upkeep_ends_with_the_service(database: Database, clock: ManualClock) -> None:
    publish(database, Row(kind="setting", key="a", body=b"1"), at=clock())
    upkeep = Upkeep(database, clock, {})

    async def serve() -> bool:
        async with upkeep.work():
            return await upkeep.made(STORE, 30)

    assert run(serve)
    assert newest(database) is not None
