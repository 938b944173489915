"""Journals on their way up: stored once, in order, acknowledged when durable, refused by name."""

import concurrent.futures
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.testing import TestClient
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.journal.envelope import GENESIS_HASH, Envelope, digest
from retail.wire import WIRE
from retail.wire.upload import (
    BATCH_MAX,
    CONTENT_TYPE,
    ITEMS_MAX,
    PATH,
    Acknowledged,
    Conflict,
    Fork,
    Gap,
    Upload,
)
from store.app import create_app
from store.data.database import Database
from store.data.journals import journal
from store.data.journals.journal import Batch, Receipt
from store.data.lanes import alerts
from store.data.rules import every_store
from store.data.schema.ingest import envelope, envelope_again, fork, terminal_head
from store.identity.principals import Lane
from store.lanes import tx
from store.service import Room
from store.settings import Settings


def chain(count: int, *, first: int = 1, prev: bytes = GENESIS_HASH, word: str = "a") -> list[Envelope]:
    """Envelopes whose bodies say nothing: the door does not open them."""
    made = []
    for seq in range(first, first + count):
        body = f"{word}-{seq}".encode()
        made.append(Envelope(seq=seq, id=f"{word}{seq}", prev=prev, hash=digest(prev, body), body=body))
        prev = made[-1].hash
    return made


def batch(items: Sequence[Envelope], *, epoch: int = 1, terminal: str = "t1", store: str = "s1") -> Batch:
    return Batch(
        store_id=store,
        terminal_id=terminal,
        epoch=epoch,
        is_held=False,
        items=tuple(items),
        received_at=1_800_000_000_000_000,
    )


def receive(database: Database, *batches: Batch) -> list[Receipt]:
    return database.write_sync(lambda connection: journal.receive(connection, batches))


def stored(database: Database, table: sa.Table = envelope) -> list[Any]:
    query = sa.select(table).order_by(*table.primary_key.columns)
    return database.read_sync(lambda connection: list(every_store(connection, "verify").execute(query).all()))


# --- what is stored --------------------------------------------------------------------------------------


def test_envelopes_are_stored_verbatim_in_order(database: Database) -> None:
    items = chain(3)
    (receipt,) = receive(database, batch(items))
    assert receipt == Receipt(outcome="stored", acked=3, head_hash=items[2].hash, added=3)
    assert [(row.seq, row.id, bytes(row.hash), bytes(row.body)) for row in stored(database)] == [
        (item.seq, item.id, item.hash, item.body) for item in items
    ]


def test_sending_again_stores_nothing_and_answers_the_same(database: Database) -> None:
    items = chain(5)
    receive(database, batch(items))
    before = stored(database)
    for again in (items, items[:2], items[3:]):
        (receipt,) = receive(database, batch(again))
        assert (receipt.outcome, receipt.acked, receipt.head_hash, receipt.added) == (
            "stored",
            5,
            items[4].hash,
            0,
        )
    assert stored(database) == before


def test_overlapping_batch_adds_only_what_is_new(database: Database) -> None:
    items = chain(6)
    receive(database, batch(items[:4]))
    (receipt,) = receive(database, batch(items[2:]))
    assert (receipt.acked, receipt.added) == (6, 2)
    assert len(stored(database)) == 6


def test_gap_is_named_and_nothing_is_stored(database: Database) -> None:
    items = chain(4)
    receive(database, batch(items[:1]))
    (receipt,) = receive(database, batch(items[2:]))
    assert receipt == Receipt(outcome="gap", acked=1, head_hash=items[0].hash)
    assert len(stored(database)) == 1


def test_first_envelope_of_an_unknown_epoch_begins_at_one(database: Database) -> None:
    (receipt,) = receive(database, batch(chain(4)[2:]))
    assert receipt == Receipt(outcome="gap", acked=0, head_hash=GENESIS_HASH)


def test_empty_batch_asks_what_is_there(database: Database) -> None:
    items = chain(2)
    assert receive(database, batch(())) == [Receipt(outcome="stored", acked=0, head_hash=GENESIS_HASH)]
    receive(database, batch(items))
    assert receive(database, batch(())) == [Receipt(outcome="stored", acked=2, head_hash=items[1].hash)]


@pytest.mark.parametrize("from_seq", [2, 3, 4])
def test_another_journal_under_the_same_numbers_is_a_fork(database: Database, from_seq: int) -> None:
    """A disk put back to an older state: same beginning, then another continuation."""
    items = chain(3)
    receive(database, batch(items))
    before = items[from_seq - 2]
    other = chain(2, first=from_seq, prev=before.hash, word="b")
    if from_seq == 4:
        other = chain(2, first=4, prev=chain(3, word="c")[2].hash, word="b")
    (receipt,) = receive(database, batch(other))
    assert (receipt.outcome, receipt.acked, receipt.next_epoch) == ("fork", 3, 2)
    assert [row.id for row in stored(database)] == ["a1", "a2", "a3"]
    assert len(stored(database, fork)) == 1
    receive(database, batch(other))
    assert len(stored(database, fork)) == 1
    raised = database.read_sync(lambda connection: alerts.still_open(connection, "s1"))
    assert [(one.kind, one.terminal_id) for one in raised] == [(journal.FORK_ALERT, "t1")]


def test_after_a_fork_the_same_ids_in_a_new_epoch_count_once(database: Database) -> None:
    items = chain(3)
    receive(database, batch(items))
    # the lane lost the answer for 2 and 3, found a fork, and sends 2, 3 and a new one in epoch 2
    prev, again = GENESIS_HASH, []
    for seq, (unit_id, body) in enumerate([("a2", b"a-2"), ("a3", b"a-3"), ("n1", b"new")], 1):
        again.append(Envelope(seq=seq, id=unit_id, prev=prev, hash=digest(prev, body), body=body))
        prev = again[-1].hash
    (receipt,) = receive(database, batch(again, epoch=2))
    assert (receipt.outcome, receipt.acked, receipt.head_hash) == ("stored", 3, again[2].hash)
    assert sorted(row.id for row in stored(database)) == ["a1", "a2", "a3", "n1"]
    assert [(row.epoch, row.seq, row.id, row.body) for row in stored(database, envelope_again)] == [
        (2, 1, "a2", None),
        (2, 2, "a3", None),
    ]
    (receipt,) = receive(database, batch(again[:2], epoch=2))
    assert (receipt.outcome, receipt.acked) == ("stored", 3)
    assert database.read_sync(lambda connection: alerts.still_open(connection, "s1")) == []


def test_same_id_with_another_body_is_kept_and_told(database: Database) -> None:
    receive(database, batch(chain(1)))
    other = Envelope(seq=1, id="a1", prev=GENESIS_HASH, hash=digest(GENESIS_HASH, b"other"), body=b"other")
    (receipt,) = receive(database, batch([other], epoch=2))
    assert receipt.outcome == "stored"
    assert [bytes(row.body) for row in stored(database, envelope_again)] == [b"other"]
    raised = database.read_sync(lambda connection: alerts.still_open(connection, "s1"))
    assert [one.kind for one in raised] == [journal.DIFFERENT_ALERT]


def test_lanes_and_stores_do_not_meet(database: Database) -> None:
    items = chain(2)
    receipts = receive(
        database, batch(items), batch(items, store="s2"), batch(chain(2, word="x"), terminal="t2")
    )
    assert [receipt.acked for receipt in receipts] == [2, 2, 2]
    assert len(stored(database)) == 6


def test_batches_of_one_lane_in_one_commit_follow_each_other(database: Database) -> None:
    items = chain(4)
    receipts = receive(database, batch(items[:2]), batch(items[2:]), batch(items[1:3]), batch(items[:2]))
    assert [(one.outcome, one.acked, one.added) for one in receipts] == [
        ("stored", 2, 2),
        ("stored", 4, 2),
        ("stored", 4, 0),
        ("stored", 4, 0),
    ]
    other = chain(1, first=3, prev=items[1].hash, word="z")
    assert receive(database, batch(other))[0].outcome == "fork"


def test_heads_tell_how_far_each_journal_is(database: Database) -> None:
    items = chain(2)
    receive(database, batch(items), batch(chain(1, word="q"), epoch=2))
    assert [(row.terminal_id, row.epoch, row.acked) for row in stored(database, terminal_head)] == [
        ("t1", 1, 2),
        ("t1", 2, 1),
    ]


# --- through HTTP ----------------------------------------------------------------------------------------


def guarded(lanes: dict[str, Lane]) -> Any:
    """A room that lets the lane named in a header in, as the real gate does after its checks."""

    async def admit(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        connection.scope["user"] = lanes[connection.headers["x-terminal"]]

    return lambda service: Room(guards=(admit,))


LANES = {
    "t1": Lane(store_id="s1", terminal_id="t1", key_id="k"),
    "t2": Lane(store_id="s1", terminal_id="t2", key_id="k"),
    "gone": Lane(store_id="s1", terminal_id="gone", key_id="k", is_revoked=True),
}


@pytest.fixture
def service(settings: Settings, database: Database, clock: ManualClock) -> Iterator[TestClient[Any]]:
    app = create_app(settings, database, clock, rooms=(guarded(LANES), tx.room))
    with TestClient(app) as opened:
        yield opened


def send(
    service: TestClient[Any],
    items: Sequence[Envelope],
    *,
    epoch: int = 1,
    terminal: str = "t1",
    wire: int = WIRE,
) -> Any:
    body = msgspec.msgpack.encode(Upload(wire=wire, epoch=epoch, items=tuple(items)))
    return service.post(PATH, content=body, headers={"content-type": CONTENT_TYPE, "x-terminal": terminal})


def test_acknowledged_tells_head_and_time(service: TestClient[Any], clock: ManualClock) -> None:
    items = chain(2)
    answer = send(service, items)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == CONTENT_TYPE
    told = msgspec.msgpack.decode(answer.content, type=Acknowledged)
    assert told == Acknowledged(acked=2, head_hash=items[1].hash, server_time=clock())


def test_gap_and_fork_are_409_by_name(service: TestClient[Any]) -> None:
    items = chain(3)
    answer = send(service, items[1:])
    assert answer.status_code == 409
    assert msgspec.msgpack.decode(answer.content, type=Conflict) == Gap(acked=0, head_hash=GENESIS_HASH)
    send(service, items)
    answer = send(service, chain(3, word="b"))
    assert answer.status_code == 409
    assert msgspec.msgpack.decode(answer.content, type=Conflict) == Fork(
        acked=3, head_hash=items[2].hash, next_epoch=2
    )


def test_too_old_words_are_426(service: TestClient[Any], database: Database) -> None:
    answer = send(service, chain(1), wire=0)
    assert (answer.status_code, answer.json()["code"]) == (426, "wire_too_old")
    assert stored(database) == []


def _changed(items: list[Envelope], index: int, **changes: Any) -> list[Envelope]:
    items[index] = msgspec.structs.replace(items[index], **changes)
    return items


@pytest.mark.parametrize(
    ("items", "says"),
    [
        (_changed(chain(3), 1, body=b"changed"), "envelope 2 does not match its hash"),
        (_changed(chain(3), 2, seq=4), "envelope 3 is missing"),
        (_changed(chain(3), 2, prev=bytes(32)), "envelope 3 does not follow"),
        (_changed(chain(3), 0, id="no good"), "envelope 1 has no id"),
        (_changed(chain(1), 0, seq=0), "number"),
        (_changed(chain(1), 0, prev=b"short"), "previous hash"),
    ],
)
def test_what_could_not_be_of_one_journal_is_422_and_not_stored(
    service: TestClient[Any], database: Database, items: list[Envelope], says: str
) -> None:
    answer = send(service, items)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    assert says in answer.json()["detail"]
    assert stored(database) == []


def test_what_is_no_batch_is_422(service: TestClient[Any]) -> None:
    for body in (b"", b"\xc1", b"\x80", b"hello"):
        answer = service.post(PATH, content=body, headers={"x-terminal": "t1"})
        assert answer.status_code == 422, body


def test_too_many_and_too_large_are_413(service: TestClient[Any], database: Database) -> None:
    assert send(service, chain(ITEMS_MAX + 1)).status_code == 413
    large = service.post(PATH, content=b"\0" * (BATCH_MAX + 1), headers={"x-terminal": "t1"})
    assert large.status_code == 413
    assert stored(database) == []
    assert send(service, chain(ITEMS_MAX)).status_code == 200


def test_epoch_out_of_range_is_422(service: TestClient[Any]) -> None:
    assert send(service, chain(1), epoch=0).status_code == 422
    assert send(service, chain(1), epoch=tx.EPOCH_MAX + 1).status_code == 422


def test_revoked_lane_uploads_and_is_held(service: TestClient[Any], database: Database) -> None:
    assert send(service, chain(1), terminal="gone").status_code == 200
    assert [row.is_held for row in stored(database)] == [True]


def test_many_lanes_at_once_share_commits(settings: Settings, database: Database) -> None:
    lanes = {f"t{number}": Lane(store_id="s1", terminal_id=f"t{number}", key_id="k") for number in range(40)}
    app = create_app(settings, database, rooms=(guarded(lanes), tx.room))
    with TestClient(app) as opened, concurrent.futures.ThreadPoolExecutor(16) as pool:
        before = database.commits
        answers = list(pool.map(lambda name: send(opened, chain(1, word=name), terminal=name), lanes))
        commits, jobs = database.commits[0] - before[0], database.commits[1] - before[1]
    assert [answer.status_code for answer in answers] == [200] * 40
    assert jobs == 40
    assert commits <= 40
    assert len(stored(database)) == 40


def test_overloaded_service_says_when_to_come_back(
    settings: Settings, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.data.writer.QUEUE_MAX", 0)
    with TestClient(create_app(settings, database, rooms=(guarded(LANES), tx.room))) as opened:
        answer = send(opened, chain(1))
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) >= 1


def test_real_sales_go_through(service: TestClient[Any], database: Database) -> None:
    lane = SealingLane("t1")
    for _ in range(3):
        lane.sale(5)
    assert send(service, lane.envelopes).status_code == 200
    assert [bytes(row.body) for row in stored(database)] == [one.body for one in lane.envelopes]
