"""GET /v1/feed/{scope}: pages, waiting, who may read what, and when a cursor is lost."""

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient
from store_lane_door import HEADER, door
from store_world import ManualClock, watched

from retail.wire.feed import LIMIT_MAX, FeedPage, SnapshotRequired
from store.data.database import Database
from store.data.replication import feed
from store.data.replication.feed import TOMBSTONES_KEPT_US, Row
from store.data.schema.feed import CHAIN
from store.lanes import feed as feed_room
from store.settings import Settings

STORE, SCOPE = "s1", "store:s1"
Client = TestClient[Any]


@pytest.fixture
def client(settings: Settings, database: Database, clock: ManualClock) -> Iterator[Client]:
    with door(settings, database, clock, [feed_room.room]) as opened:
        yield opened


def publish(
    database: Database, *keys: str, body: bytes | None = b"1", at: int = 1, scope: str = SCOPE
) -> int:
    rows = [Row(kind="product", key=key, body=body) for key in keys]
    return database.write_sync(lambda connection: feed.publish(connection, STORE, scope, rows, at=at))


def read(client: Client, scope: str = SCOPE, **query: Any) -> FeedPage:
    answer = client.get(f"/v1/feed/{scope}", params=query)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=FeedPage)


def lost(client: Client, scope: str = SCOPE, **query: Any) -> SnapshotRequired:
    answer = client.get(f"/v1/feed/{scope}", params=query)
    assert answer.status_code == 410, answer.text
    return msgspec.json.decode(answer.content, type=SnapshotRequired)


def test_pages_lead_to_the_head(client: Client, database: Database, clock: ManualClock) -> None:
    publish(database, *"abcde")
    page = read(client, after=0, limit=2)
    assert ([row.key for row in page.rows], page.to, page.head, page.more) == (["a", "b"], 2, 5, True)
    page = read(client, after=4, limit=2)
    assert ([row.key for row in page.rows], page.to, page.more, page.count) == (["e"], 5, False, 5)
    assert (page.scope, page.after, page.server_time) == (SCOPE, 4, clock())


def test_a_scope_that_nobody_published_to_begins_empty(client: Client, database: Database) -> None:
    publish(database, "a", scope=CHAIN)
    page = read(client, "terminal:s1.s1-1")
    assert (page.head, page.rows, page.count) == (0, (), 0)
    assert page.feed_epoch == read(client, CHAIN).feed_epoch


def test_a_wait_ends_when_something_is_published(client: Client, database: Database) -> None:
    publish(database, "a")
    answers: list[FeedPage] = []
    waiting = threading.Thread(target=lambda: answers.append(read(client, after=1, wait=25)))
    waiting.start()
    publish(database, "b")
    waiting.join(timeout=20)
    assert [row.key for row in answers[0].rows] == ["b"]


def test_a_wait_ends_when_another_worker_publishes(
    postgresql_dsn: str, settings: Settings, clock: ManualClock
) -> None:
    with watched(Database.open(postgresql_dsn)) as first, watched(Database.open(postgresql_dsn)) as second:
        publish(first, "a")
        answers: list[FeedPage] = []
        with (
            door(settings, first, clock, [feed_room.room]) as here,
            door(settings, second, clock, [feed_room.room]) as there,
        ):
            waiting = threading.Thread(target=lambda: answers.append(read(there, after=1, wait=25)))
            waiting.start()
            publish(first, "b")
            waiting.join(timeout=20)
            assert [row.key for row in answers[0].rows] == ["b"]
            assert read(here, after=0) == read(there, after=0)


def test_a_wait_without_news_ends_empty(client: Client, database: Database) -> None:
    publish(database, "a")
    page = read(client, after=1, wait=1)
    assert (page.rows, page.to, page.more) == ((), 1, False)


def test_who_waits_is_let_go_when_the_service_stops(
    settings: Settings, database: Database, clock: ManualClock
) -> None:
    publish(database, "a")
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(door(settings, database, clock, [feed_room.room]))
        asked = threading.Event()

        def ask() -> None:
            asked.set()
            with contextlib.suppress(Exception):  # the client may be closed under it: it must only end
                client.get(f"/v1/feed/{SCOPE}", params={"after": 1, "wait": 25})

        waiting = threading.Thread(target=ask)
        waiting.start()
        asked.wait()
    waiting.join(timeout=20)
    assert not waiting.is_alive()


def test_a_lane_reads_only_its_own_scopes(client: Client) -> None:
    for scope in ("store:s2", "terminal:s1.s1-2", "terminal:s2.s1-1", "store:", "none"):
        answer = client.get(f"/v1/feed/{scope}")
        assert (answer.status_code, answer.json()["code"]) == (403, "scope"), scope


def test_a_lane_of_another_store_reads_its_own_rows(client: Client, database: Database) -> None:
    publish(database, "a")
    answer = client.get("/v1/feed/store:s2", headers={HEADER: "s2/s2-1"})
    assert msgspec.json.decode(answer.content, type=FeedPage).rows == ()


def test_a_question_out_of_range_is_refused(client: Client) -> None:
    for query in (
        {"after": -1},
        {"after": 2**63},
        {"limit": 0},
        {"limit": LIMIT_MAX + 1},
        {"wait": 26},
        {"wait": -1},
        {"wire": 0},
        {"epoch": "x" * 65},
        {"after": "x"},
    ):
        answer = client.get(f"/v1/feed/{SCOPE}", params=query)
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed"), query


def test_a_cursor_older_than_the_pruned_tombstones_is_lost(client: Client, database: Database) -> None:
    publish(database, *"abc")
    publish(database, "b", body=None, at=1)
    publish(database, "d")
    database.write_sync(lambda one: feed.prune(one, STORE, SCOPE, at=TOMBSTONES_KEPT_US + 2))
    told = lost(client, after=3)
    assert (told.reason, told.scope) == ("cursor_too_old", SCOPE)
    assert [row.key for row in read(client, after=4).rows] == ["d"]
    assert [row.key for row in read(client, after=0).rows] == ["a", "c", "d"]


def test_a_cursor_of_another_epoch_is_lost(client: Client, database: Database) -> None:
    publish(database, *"abc")
    epoch = read(client).feed_epoch
    assert read(client, after=2, epoch=epoch).to == 3
    database.write_sync(lambda one: feed.begin_epoch(one, "after the restore"))
    assert lost(client, after=2, epoch=epoch).feed_epoch == "after the restore"
    assert lost(client, after=2, epoch=epoch, wait=25).reason == "feed_epoch_changed"
    assert read(client, after=0, epoch=epoch).feed_epoch == "after the restore"


def test_a_cursor_beyond_the_head_is_lost(client: Client, database: Database) -> None:
    publish(database, "a")
    assert lost(client, after=2).reason == "feed_epoch_changed"


def test_rows_for_newer_lanes_are_withheld_by_wire(client: Client, database: Database) -> None:
    rows = [Row(kind="product", key="a", body=b"1"), Row(kind="product", key="b", body=b"1", min_wire=2)]
    database.write_sync(lambda one: feed.publish(one, STORE, SCOPE, rows, at=1))
    old, new = read(client), read(client, wire=2)
    assert ([row.key for row in old.rows], old.withheld, old.count, old.to) == (["a"], 1, 1, 2)
    assert ([row.key for row in new.rows], new.withheld, new.count) == (["a", "b"], 0, 2)
