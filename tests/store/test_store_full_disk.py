"""The database's disk is full: everybody is told so at once, nothing half is kept, and it ends by itself.

SQLite may not grow beyond the pages it has (SQLITE_FULL, what ENOSPC becomes); PostgreSQL answers 53100 to
every row. Real disks under a real service: tests/sync/test_sync_full_disk.py.
"""

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from litestar.testing import TestClient
from store_lane_door import HEADER, door
from store_office import PASSWORD, Office, Person, text_of
from store_world import START, ManualClock

from benchmarks.store_sales import SealingLane
from retail.journal.envelope import GENESIS_HASH, Envelope, digest
from retail.wire import WIRE
from retail.wire.upload import CONTENT_TYPE, PATH, Upload
from store.data import retry
from store.data.database import Connection, Database
from store.data.errors import DiskError
from store.data.journals import journal
from store.data.journals.journal import Batch
from store.data.replication import feed, snapshot
from store.data.replication.feed import Row
from store.data.rules import every_store
from store.data.schema.feed import snapshot_chunk
from store.data.schema.ingest import envelope, terminal_head
from store.identity.sessions import TOUCH_S
from store.lanes import tx
from store.lanes.upkeep import Upkeep
from store.projector.run import Projector
from store.settings import Settings

LARGE = 32 * 1024
FILLED = ("envelope", "snapshot_chunk", "sale", "session", "staff", "audit", "event", "quarantine")
_FULL = """CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$"""


@contextlib.contextmanager
def full(database: Database) -> Iterator[None]:
    """For as long as the block: no new page, or no new row, in any table that grows."""
    begin, end = ["PRAGMA max_page_count = 1"], ["PRAGMA max_page_count = 4294967294"]
    if database.kind == "postgresql":
        each = "CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON {} EXECUTE FUNCTION disk_is_full()"
        begin = [_FULL, *(each.format(table) for table in FILLED)]
        end = ["DROP FUNCTION disk_is_full CASCADE"]
    run(database, begin)
    try:
        yield
    finally:
        run(database, end)


def run(database: Database, statements: Sequence[str]) -> None:
    def job(connection: Connection) -> None:
        for statement in statements:
            every_store(connection, "housekeeping").exec_driver_sql(statement)

    database.write_sync(job)


def units(count: int, size: int = LARGE) -> list[Envelope]:
    prev, made = GENESIS_HASH, []
    for seq in range(1, count + 1):
        body = bytes([seq]) * size
        made.append(Envelope(seq=seq, id=f"u{seq}", prev=prev, hash=digest(prev, body), body=body))
        prev = made[-1].hash
    return made


def send(client: TestClient[Any], items: Sequence[Envelope]) -> Any:
    body = msgspec.msgpack.encode(Upload(wire=WIRE, epoch=1, items=tuple(items)))
    return client.post(PATH, content=body, headers={"content-type": CONTENT_TYPE, HEADER: "s1/t1"})


def count(database: Database, table: sa.Table) -> int:
    query = sa.select(sa.func.count()).select_from(table)
    return database.read_sync(lambda one: every_store(one, "verify").execute(query).scalar_one())


def test_a_lane_is_told_to_come_again_and_nothing_was_stored(
    settings: Settings, database: Database, clock: ManualClock
) -> None:
    items = units(3)
    with door(settings, database, clock, [tx.room]) as client:
        with full(database):
            refused = send(client, items)
            assert (refused.status_code, refused.json()["code"]) == (503, "disk_full")
            assert int(refused.headers["retry-after"]) >= 1
            assert (count(database, envelope), count(database, terminal_head)) == (0, 0)
            assert client.get("/healthz").json()["status"] == "disk_full"
        assert send(client, items).status_code == 200
        assert count(database, envelope) == 3
        assert client.get("/healthz").json()["status"] == "ok"


def test_who_shares_a_commit_with_the_last_straw_is_told_the_same_and_may_ask_again(
    database: Database,
) -> None:
    straws = [
        Batch(
            store_id="s1",
            terminal_id=name,
            epoch=1,
            is_held=False,
            items=(msgspec.structs.replace(units(1)[0], id=name),),
            received_at=START,
        )
        for name in ("t1", "t2", "t3")
    ]

    async def together() -> list[Any]:
        merged = [database.write_merged(journal.receive, one) for one in straws]
        small = database.write(lambda one: feed.begin(one, "s1", "store:s1"))
        return await asyncio.gather(*merged, small, return_exceptions=True)

    with full(database):
        results = asyncio.run(together())
        assert any(isinstance(result, DiskError) for result in results)
        stored = sum(getattr(result, "added", 0) for result in results[:3])
        assert count(database, envelope) == stored
    asyncio.run(together())
    assert count(database, envelope) == 3


def test_a_full_disk_is_not_waited_for(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "pause_s", lambda _: pytest.fail("the writer waited for space"))
    with full(database), pytest.raises(DiskError, match="ask again later"):
        receive(database, units(1))


def receive(database: Database, items: Sequence[Envelope]) -> None:
    one = Batch(
        store_id="s1", terminal_id="t1", epoch=1, is_held=False, items=tuple(items), received_at=START
    )
    database.write_sync(lambda connection: journal.receive(connection, [one]))


def test_a_file_for_lanes_that_does_not_fit_leaves_no_piece(
    database: Database, clock: ManualClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rows = [Row(kind="setting", key=str(at), body=digest(b"", bytes([at])) * 400) for at in range(60)]
    database.write_sync(lambda one: feed.publish(one, "s1", "store:s1", rows, at=clock()))
    upkeep = Upkeep(database, clock, {"member_secret": "00"}, tmp_path / "files")
    with full(database):
        asyncio.run(upkeep.look())
        assert database.read_sync(lambda one: snapshot.newest(one, "s1")) is None
    assert "store s1: no new file" in caplog.text
    assert not list((tmp_path / "files").iterdir())
    asyncio.run(upkeep.look())
    kept = database.read_sync(lambda one: snapshot.newest(one, "s1"))
    assert kept is not None
    assert count(database, snapshot_chunk) == -(-kept.manifest.size // kept.chunk_size)


def test_what_arrived_is_opened_once_there_is_space(database: Database, clock: ManualClock) -> None:
    lane = SealingLane("t1")
    for _ in range(30):
        lane.sale(5)
    receive(database, lane.envelopes)
    projector = Projector(database, clock)
    with full(database), pytest.raises(DiskError):
        projector.run_until_idle()
    projector.run_until_idle()
    query = sa.text("SELECT count(*) FROM sale WHERE store_id = 's1'")
    assert database.read_sync(lambda one: one.execute(query).scalar_one()) == 30


def test_people_go_on_looking_and_are_told_what_cannot_be_done(postgresql_dsn: str, tmp_path: Path) -> None:
    with Database.open(postgresql_dsn) as database:
        office = Office(database, tmp_path, days=1, per_day=3)
        with office.running() as client:
            person = Person(client, "max")
            office.clock.now += (TOUCH_S + 1) * 1_000_000  # the use of the session is to be noted
            with full(database):
                assert person.get("/office/sales").status_code == 200
                refused = person.post("/office/people", login="eva", name="Eva", role="attendant")
                assert refused.status_code == 503
                assert refused.headers["content-type"].startswith("text/html")
                assert "ask again later" in text_of(refused)
                login = client.post("/office/login", json={"login": "anna", "password": PASSWORD})
                assert (login.status_code, login.json()["code"]) == (503, "disk_full")
            done = person.post("/office/people", login="eva", name="Eva", role="attendant")
            assert done.status_code == 303
