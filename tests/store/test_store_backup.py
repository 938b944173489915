"""Copies of the database, what they must be before they are served again, and the check of everything."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from benchmarks.store_sales import SealingLane
from retail.journal.envelope import Envelope, digest
from store.app import create_app
from store.data.backup import BackupError, backup, is_copy, restored
from store.data.database import Database
from store.data.errors import SchemaError
from store.data.journals import journal
from store.data.journals.journal import Batch, Receipt
from store.data.replication import feed
from store.data.verify import Report, verify
from store.settings import Settings


def send(database: Database, items: list[Envelope], epoch: int = 1) -> Receipt:
    batch = Batch(
        store_id="s1", terminal_id="t1", epoch=epoch, is_held=False, items=tuple(items), received_at=7
    )
    return database.write_sync(lambda connection: journal.receive(connection, [batch]))[0]


def lane_with(count: int) -> SealingLane:
    lane = SealingLane("t1")
    for _ in range(count):
        lane.sale(1)
    return lane


def spoil(database: Database, statement: str, *values: Any) -> None:
    """Change rows behind the service's back, as a failing disk or a hand would."""
    marks = statement if database.kind == "sqlite" else statement.replace("?", "%s")
    with database.engines.writer.connect() as connection, connection.begin():
        connection.exec_driver_sql(marks, values)


# --- verify ----------------------------------------------------------------------------------------------


def test_what_lanes_sent_holds(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.data.verify.PAGE", 2)
    lane = lane_with(5)
    send(database, lane.envelopes)
    prev, again = bytes(32), []
    for seq, unit in enumerate(lane.envelopes[3:], 1):
        again.append(Envelope(seq=seq, id=unit.id, prev=prev, hash=digest(prev, unit.body), body=unit.body))
        prev = again[-1].hash
    send(database, again, epoch=2)
    report = verify(database)
    assert report.faults == ()
    assert [(one.key[2], one.acked, one.again) for one in report.lanes] == [(1, 5, 0), (2, 2, 2)]
    assert (report.envelopes, report.orphans) == (5, 0)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (
            "UPDATE envelope SET body = ? WHERE store_id = 's1' AND seq = 2",
            "envelope 2 does not match its hash",
        ),
        ("DELETE FROM envelope WHERE store_id = 's1' AND seq = 2 AND body <> ?", "envelope 2 is missing"),
        ("UPDATE terminal_head SET acked = 4 WHERE store_id = 's1' AND head_hash <> ?", "there are 3"),
        ("UPDATE terminal_head SET head_hash = ? WHERE store_id = 's1'", "the head says 3 envelopes"),
        ("UPDATE terminal_head SET acked = 0 WHERE store_id = 's1' AND head_hash <> ?", "the head says 0"),
    ],
)
def test_what_was_changed_is_named(database: Database, statement: str, says: str) -> None:
    send(database, lane_with(3).envelopes)
    spoil(database, statement, b"x")
    assert any(says in fault for fault in verify(database).faults)


def test_envelopes_of_nobody_are_counted(database: Database) -> None:
    send(database, lane_with(2).envelopes)
    spoil(database, "DELETE FROM terminal_head WHERE store_id = 's1' AND head_hash <> ?", b"x")
    assert verify(database).orphans == 2


# --- backup ----------------------------------------------------------------------------------------------


def test_copy_of_a_running_database_is_whole(sqlite_dsn: str, tmp_path: Path) -> None:
    lane = lane_with(3)
    with Database.open(sqlite_dsn) as database:
        send(database, lane.envelopes[:2])
        made = backup(sqlite_dsn, tmp_path / "copies" / "monday.db")
        send(database, lane.envelopes[2:])
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    beside = made.path.with_name("monday.db.sha256").read_text(encoding="utf-8")
    assert beside == f"{made.sha256}  monday.db\n"
    assert _verified(f"sqlite:///{made.path}").envelopes == 2


def test_nothing_is_overwritten_and_nothing_half_is_left(sqlite_dsn: str, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("precious", encoding="utf-8")
    with pytest.raises(BackupError, match="is there already"):
        backup(sqlite_dsn, there)
    assert there.read_text(encoding="utf-8") == "precious"
    (tmp_path / "broken.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(BackupError):
        backup(f"sqlite:///{tmp_path}/broken.db", tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy*"))


def test_postgresql_is_dumped(postgresql_dsn: str, tmp_path: Path) -> None:
    made = backup(postgresql_dsn, tmp_path / "monday.dump")
    assert made.path.read_bytes()[:5] == b"PGDMP"
    assert "pg_restore" in made.how


def test_service_from_yesterdays_copy_gets_everything_again(sqlite_dsn: str, tmp_path: Path) -> None:
    """The lane's mark is beyond the service's head: the service says where it is, the lane goes back."""
    lane = lane_with(6)
    with Database.open(sqlite_dsn) as database:
        database.write_sync(lambda connection: feed.begin(connection, "s1", feed.store_scope("s1")))
        send(database, lane.envelopes[:2])
        epoch_before = _feed_epoch(database)
        copy = backup(sqlite_dsn, tmp_path / "yesterday.db").path
        assert send(database, lane.envelopes[2:4]).acked == 4
    dsn = f"sqlite:///{copy}"
    assert restored(dsn) == 2  # the store's and the chain's
    with Database.open(dsn) as database:
        assert _feed_epoch(database) != epoch_before
        receipt = send(database, lane.envelopes[4:])
        assert (receipt.outcome, receipt.acked) == ("gap", 2)
        assert send(database, lane.envelopes[receipt.acked :]).acked == 6
        assert verify(database).faults == ()


def test_copy_is_not_served_before_somebody_said_so(sqlite_dsn: str, tmp_path: Path) -> None:
    dsn = f"sqlite:///{backup(sqlite_dsn, tmp_path / 'copy.db').path}"
    settings = Settings(dsn=dsn, folder=tmp_path, project=False)
    with pytest.raises(SchemaError, match="run `store restored`"):
        create_app(settings, rooms=())
    restored(dsn)
    with Database.open(dsn) as database:
        assert not is_copy(database.engines.writer)
        create_app(settings, database, rooms=())


def _verified(dsn: str) -> Report:
    with Database.open(dsn) as database:
        return verify(database)


def _feed_epoch(database: Database) -> str:
    query = sa.text("SELECT feed_epoch FROM feed_head WHERE store_id = 's1'")
    return str(database.read_sync(lambda connection: connection.execute(query).scalar()))
