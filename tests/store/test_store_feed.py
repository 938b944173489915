"""Publishing and following feeds, on every engine."""

import random
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_follower import Follower

from retail.check import BrokenInvariantError
from retail.wire.feed import MODULUS, row_hash
from store.data.database import Database
from store.data.engine import open_engines
from store.data.ids import new_id
from store.data.replication import feed, feed_check, feed_pages
from store.data.replication.feed import PUBLISH_MAX, TOMBSTONES_KEPT_US, Row
from store.data.schema.feed import CHAIN, feed_row

STORE, SCOPE = "s1", "store:s1"
Publish = Callable[..., int]


@pytest.fixture
def publish(database: Database) -> Publish:
    def call(*rows: Row, at: int = 1, scope: str = SCOPE) -> int:
        return database.write_sync(lambda connection: feed.publish(connection, STORE, scope, rows, at=at))

    return call


@pytest.fixture
def follower(database: Database) -> Follower:
    return Follower(database, STORE, SCOPE)


def put(key: str, body: bytes = b"1", **more: Any) -> Row:
    return Row(kind="product", key=key, body=body, **more)


def gone(key: str) -> Row:
    return Row(kind="product", key=key)


def test_rows_come_in_the_order_they_were_published(publish: Publish, follower: Follower) -> None:
    assert publish(put("b"), put("a")) == 2
    assert publish(put("c")) == 3
    page = follower.step()
    assert [(row.pos, row.key) for row in page.rows] == [(1, "b"), (2, "a"), (3, "c")]
    assert (page.to, page.head.head, page.more) == (3, 3, False)


def test_publishing_what_already_is_so_changes_nothing(publish: Publish, follower: Follower) -> None:
    publish(put("a"), put("b"))
    head = follower.catch_up().head
    assert publish(put("a"), gone("never was")) == 2
    assert follower.step().head == head


def test_the_last_word_of_one_call_counts(publish: Publish, follower: Follower) -> None:
    assert publish(put("a", b"1"), put("a", b"2")) == 1
    follower.catch_up()
    assert follower.rows == {("product", "a"): b"2"}


def test_only_the_newest_row_of_a_thing_is_kept(publish: Publish, follower: Follower) -> None:
    for number in range(5):
        publish(put("a", b"%d" % number), put("b"))
    page = follower.step()
    assert [(row.pos, row.key, row.body) for row in page.rows] == [(2, "b", b"1"), (6, "a", b"4")]


def test_a_thing_that_is_gone_leaves_a_tombstone_until_it_is_pruned(
    publish: Publish, follower: Follower, database: Database
) -> None:
    publish(put("a"), put("b"), at=0)
    follower.catch_up()
    publish(gone("a"), at=100)
    assert [(row.op, row.key, row.body) for row in follower.step().rows] == [("delete", "a", b"")]

    def prune(at: int) -> int:
        return database.write_sync(lambda connection: feed.prune(connection, STORE, SCOPE, at=at))

    assert prune(100 + TOMBSTONES_KEPT_US) == 0
    assert prune(101 + TOMBSTONES_KEPT_US) == 1
    fresh = Follower(database, STORE, SCOPE)
    page = fresh.catch_up()
    assert fresh.rows == {("product", "b"): b"1"}
    assert (page.head.pruned_to, page.to) == (3, 3)


def test_count_and_checksum_at_the_head_are_those_of_the_living(publish: Publish, follower: Follower) -> None:
    publish(put("a"), put("b"), put("c"))
    publish(gone("b"), put("c", b"other"))
    page = follower.catch_up()
    assert page.head.count == len(follower.rows) == 2
    expected = row_hash("product", "a", b"1") + row_hash("product", "c", b"other")
    assert page.head.checksum == follower.checksum == expected % MODULUS


def test_rows_for_newer_lanes_are_withheld_and_counted(publish: Publish, database: Database) -> None:
    publish(put("a"), put("new", min_wire=3), put("newer", b"x", min_wire=4))
    old, new = Follower(database, STORE, SCOPE), Follower(database, STORE, SCOPE, wire=4)
    page = old.catch_up()
    assert set(old.rows) == {("product", "a")}
    assert (page.withheld, page.head.count, page.head.checksum) == (2, 1, old.checksum)
    assert page.to == 3
    page = new.catch_up()
    assert (page.withheld, page.head.count, page.head.checksum) == (0, 3, new.checksum)


def test_a_page_ends_early_when_it_is_large(
    publish: Publish, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_pages, "PAGE_BYTES_MAX", 250)
    publish(*(put(str(number), bytes(100)) for number in range(5)))
    page = follower.step()
    assert (len(page.rows), page.more, page.to) == (2, True, 2)
    follower.catch_up()
    assert len(follower.rows) == 5


def test_a_row_larger_than_a_page_still_comes(
    publish: Publish, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_pages, "PAGE_BYTES_MAX", 10)
    publish(put("a", bytes(100)), put("b", bytes(100)))
    assert [len(follower.step().rows) for _ in range(2)] == [1, 1]


def test_limits_are_kept(publish: Publish) -> None:
    with pytest.raises(BrokenInvariantError):
        publish(*(put(str(number)) for number in range(PUBLISH_MAX + 1)))
    with pytest.raises(BrokenInvariantError):
        publish(put("a" * (feed.KEY_MAX + 1)))
    with pytest.raises(BrokenInvariantError):
        publish(put("a", bytes(feed.BODY_MAX + 1)))
    with pytest.raises(BrokenInvariantError):
        publish(put("a", b""))


def test_a_job_that_fails_publishes_nothing(publish: Publish, database: Database, follower: Follower) -> None:
    publish(put("a"))

    def job(connection: sa.Connection) -> None:
        feed.publish(connection, STORE, SCOPE, [put("b")], at=1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write_sync(job)
    assert publish(put("c")) == 2
    follower.catch_up()
    assert set(follower.rows) == {("product", "a"), ("product", "c")}


def test_all_scopes_begin_in_one_epoch_and_leave_it_together(publish: Publish, database: Database) -> None:
    publish(put("a"))
    publish(put("all"), scope=CHAIN)
    publish(put("one"), scope=feed.terminal_scope(STORE, "s1-1"))
    places = [(STORE, SCOPE), (CHAIN, CHAIN), (STORE, feed.terminal_scope(STORE, "s1-1"))]

    def epochs(connection: sa.Connection) -> set[str]:
        heads = [feed.read_head(connection, store_id, scope) for store_id, scope in places]
        return {head.feed_epoch for head in heads if head is not None}

    before = database.read_sync(epochs)
    assert len(before) == 1
    assert database.write_sync(lambda connection: feed.begin_epoch(connection, "restored")) == 3
    assert database.read_sync(epochs) == {"restored"}
    assert before != {"restored"}


def test_a_head_that_miscounts_and_a_row_that_was_changed_by_hand_are_found(
    publish: Publish, database: Database
) -> None:
    publish(put("a"), put("b"), gone("b"))
    publish(gone("a"), put("c"))
    publish(put("all"), scope=CHAIN)
    assert database.read_sync(feed_check.faults) == []
    mine = (feed_row.c.store_id == STORE, feed_row.c.scope == SCOPE)
    database.write_sync(
        lambda one: (
            one.execute(sa.update(feed_row).where(*mine, feed_row.c.key == "c").values(body=b"9")).rowcount
        )
    )
    assert database.read_sync(feed_check.faults) == [
        "store s1, feed store:s1: 1 rows are not what their hash says"
    ]
    database.write_sync(
        lambda one: one.execute(sa.delete(feed_row).where(*mine, feed_row.c.key == "c")).rowcount
    )
    assert database.read_sync(feed_check.faults) == [
        "store s1, feed store:s1: its head counts 1 rows, there are 0"
    ]


def test_heads_tell_where_scopes_of_store_and_chain_end(publish: Publish, database: Database) -> None:
    publish(put("a"), put("b"))
    publish(put("all"), scope=CHAIN)
    found = database.read_sync(lambda connection: feed_pages.heads(connection, STORE, (CHAIN, SCOPE, "none")))
    assert found == {CHAIN: 1, SCOPE: 2}


# --- any interleaving --------------------------------------------------------------------------------------

keys = st.sampled_from("abcdef")
publishing = st.lists(st.tuples(keys, st.none() | st.integers(0, 3)), min_size=1, max_size=4).map(
    lambda rows: ("publish", rows)
)
reading = st.tuples(st.just("read"), st.integers(0, 2))
steps = st.lists(st.one_of(publishing, publishing, reading, reading, st.just(("prune", None))), max_size=25)


@given(steps=steps, limits=st.tuples(*[st.integers(1, 5)] * 3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_follower_ends_with_the_same_rows_and_checksum(
    database: Database, steps: list[tuple[str, Any]], limits: tuple[int, ...]
) -> None:
    """However publishing, pruning and reading interleave, and however small the pages are."""
    store_id = new_id()
    scope = feed.store_scope(store_id)
    database.write_sync(lambda connection: feed.begin(connection, store_id, scope))
    followers = [Follower(database, store_id, scope) for _ in limits]
    expected: dict[tuple[str, str], bytes] = {}
    for at, (what, value) in enumerate(steps):
        if what == "publish":
            rows = [gone(key) if body is None else put(key, b"%d" % body) for key, body in value]
            for row in rows:
                if row.body is None:
                    expected.pop((row.kind, row.key), None)
                else:
                    expected[row.kind, row.key] = row.body
            database.write_sync(
                lambda connection, new=rows, now=at: feed.publish(connection, store_id, scope, new, at=now)
            )
        elif what == "read":
            followers[value].step(limits[value])
        else:
            late = at + TOMBSTONES_KEPT_US + 1
            database.write_sync(lambda connection, now=late: feed.prune(connection, store_id, scope, at=now))
    for follower, limit in zip(followers, limits, strict=True):
        head = follower.catch_up(limit).head
        assert follower.rows == expected
        assert (head.count, head.checksum) == (len(expected), follower.checksum)


# --- many writers ------------------------------------------------------------------------------------------


def race(dsn: str, database: Database, writers: int, each: int, work_s: float) -> tuple[set[str], set[str]]:
    """Writers with work inside their transactions, one reader that follows; what was written and was seen.

    On PostgreSQL every writer is a worker of its own; SQLite has one writer, whose jobs they share.
    """
    database.write_sync(lambda connection: feed.begin(connection, STORE, SCOPE))
    failures: list[BaseException] = []
    is_done = threading.Event()

    def write(number: int) -> None:
        rng = random.Random(number)
        engines = open_engines(dsn, 1) if database.kind == "postgresql" else None

        def job(connection: sa.Connection, key: str) -> None:
            connection.exec_driver_sql("SELECT 1")
            time.sleep(rng.random() * work_s)  # work, not waiting: what makes commits overtake each other
            feed.publish(connection, STORE, SCOPE, [put(key)], at=1)

        try:
            for count in range(each):
                key = f"{number}-{count}"
                if engines is None:
                    database.write_sync(lambda connection, its=key: job(connection, its))
                    continue
                with engines.writer.begin() as connection:
                    job(connection, key)
        except BaseException as error:
            failures.append(error)
        finally:
            if engines is not None:
                engines.close()

    reader = Follower(database, STORE, SCOPE)

    def follow() -> None:
        try:
            while not is_done.is_set():
                reader.step(7)
            reader.catch_up(7)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    following = threading.Thread(target=follow)
    for thread in (following, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    is_done.set()
    following.join()
    assert not failures, failures
    head = reader.catch_up().head
    assert (head.count, head.checksum) == (len(reader.rows), reader.checksum)
    written = {f"{number}-{count}" for number in range(writers) for count in range(each)}
    return written, {key for _, key in reader.rows}


def test_a_reader_misses_nothing_of_eight_writers(store_dsn: str, database: Database) -> None:
    written, seen = race(store_dsn, database, writers=8, each=20, work_s=0.004)
    assert seen == written


@pytest.mark.slow
def test_a_reader_misses_nothing_of_eight_writers_for_long(store_dsn: str, database: Database) -> None:
    written, seen = race(store_dsn, database, writers=8, each=300, work_s=0.012)
    assert seen == written
