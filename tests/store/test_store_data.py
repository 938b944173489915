"""The one writer: shared commits, errors that stay their own, retries, refusals, and an orderly end."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from store.data import retry
from store.data.clock import from_iso, to_iso
from store.data.database import Connection, Database
from store.data.engine import normal, open_engines
from store.data.errors import ClosedError, Overloaded, UnavailableError, UnsuitableDatabaseError
from store.data.ids import new_id
from store.data.schema.ingest import terminal_head
from store.data.writer import BATCH_MAX


def head(terminal: str, acked: int = 0) -> dict[str, Any]:
    return {
        "store_id": "s1",
        "terminal_id": terminal,
        "epoch": 1,
        "acked": acked,
        "head_hash": b"",
        "updated_at": 0,
    }


def add(terminal: str) -> Any:
    def job(connection: Connection) -> str:
        connection.execute(sa.insert(terminal_head), [head(terminal)])
        return terminal

    return job


def terminals(connection: Connection) -> list[str]:
    query = (
        sa.select(terminal_head.c.terminal_id).where(terminal_head.c.store_id == "s1").order_by("terminal_id")
    )
    return list(connection.execute(query).scalars())


class Gate:
    """A job that holds the writer until it is opened, so that others pile up behind it."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.open = threading.Event()

    def __call__(self, connection: Connection) -> None:
        self.entered.set()
        assert self.open.wait(20)


def together(database: Database, *jobs: Any) -> list[Any]:
    """What becomes of jobs that wait while a commit is under way; exceptions as values."""

    async def run() -> list[Any]:
        gate = Gate()
        first = asyncio.create_task(database.write(gate))
        await asyncio.to_thread(gate.entered.wait, 20)
        waiting = [asyncio.create_task(database.write(job)) for job in jobs]
        await asyncio.sleep(0)
        gate.open.set()
        await first
        return await asyncio.gather(*waiting, return_exceptions=True)

    return asyncio.run(run())


# --- writing ---------------------------------------------------------------------------------------------


def test_answer_means_committed(database: Database) -> None:
    assert database.write_sync(add("a")) == "a"
    assert database.read_sync(terminals) == ["a"]


def test_what_waits_shares_a_commit(database: Database) -> None:
    before = database.commits[0]
    names = [f"t{number:02}" for number in range(20)]
    assert together(database, *(add(name) for name in names)) == names
    assert database.commits[0] - before == 2
    assert database.read_sync(terminals) == names


def test_no_more_than_a_batch_shares_a_commit(database: Database) -> None:
    before = database.commits[0]
    together(database, *(add(f"t{number}") for number in range(BATCH_MAX + 1)))
    assert database.commits[0] - before == 3


def test_job_that_fails_is_undone_alone(database: Database) -> None:
    def fails(connection: Connection) -> None:
        add("half")(connection)
        raise LookupError("no")

    results = together(database, add("a"), fails, add("b"))
    assert results[0] == "a"
    assert isinstance(results[1], LookupError)
    assert results[2] == "b"
    assert database.read_sync(terminals) == ["a", "b"]


def test_constraint_error_goes_to_its_own_caller(database: Database) -> None:
    database.write_sync(add("a"))
    results = together(database, add("b"), add("a"), add("c"))
    assert isinstance(results[1], sa.exc.IntegrityError)
    assert database.read_sync(terminals) == ["a", "b", "c"]


def test_job_alone_that_fails_leaves_nothing(database: Database) -> None:
    def fails(connection: Connection) -> None:
        add("half")(connection)
        raise LookupError("no")

    with pytest.raises(LookupError):
        database.write_sync(fails)
    assert database.read_sync(terminals) == []


def test_merged_items_run_in_one_call_in_order(database: Database) -> None:
    calls: list[list[str]] = []

    def merge(connection: Connection, items: Any) -> list[str]:
        calls.append(list(items))
        connection.execute(sa.insert(terminal_head), [head(item) for item in items])
        return [item.upper() for item in items]

    async def run() -> list[str]:
        gate = Gate()
        first = asyncio.create_task(database.write(gate))
        await asyncio.to_thread(gate.entered.wait, 20)
        waiting = [asyncio.create_task(database.write_merged(merge, item)) for item in "abc"]
        await asyncio.sleep(0)
        gate.open.set()
        await first
        return await asyncio.gather(*waiting)

    assert asyncio.run(run()) == ["A", "B", "C"]
    assert calls == [["a", "b", "c"]]


def test_item_that_spoils_a_merge_gets_the_error_alone(database: Database) -> None:
    def merge(connection: Connection, items: Any) -> list[str]:
        connection.execute(sa.insert(terminal_head), [head(item) for item in items])
        if "bad" in items:
            raise LookupError("bad")
        return list(items)

    async def run() -> list[Any]:
        gate = Gate()
        first = asyncio.create_task(database.write(gate))
        await asyncio.to_thread(gate.entered.wait, 20)
        waiting = [asyncio.create_task(database.write_merged(merge, item)) for item in ("a", "bad", "c")]
        await asyncio.sleep(0)
        gate.open.set()
        await first
        return await asyncio.gather(*waiting, return_exceptions=True)

    a, bad, c = asyncio.run(run())
    assert (a, c) == ("a", "c")
    assert isinstance(bad, LookupError)
    assert database.read_sync(terminals) == ["a", "c"]


# --- retries ---------------------------------------------------------------------------------------------


class _ConflictError(Exception):
    sqlstate = "40001"


def conflict() -> sa.exc.DBAPIError:
    return sa.exc.OperationalError("", {}, _ConflictError("could not serialize access"))


def test_conflict_undoes_all_and_everything_runs_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retry, "PAUSE_MAX_S", 0.001)
    runs: list[str] = []

    def stumbles(connection: Connection) -> str:
        runs.append("stumbles")
        add("s")(connection)
        if len([one for one in runs if one == "stumbles"]) < 3:
            raise conflict()
        return "s"

    def steady(connection: Connection) -> str:
        runs.append("steady")
        return str(add("t")(connection))

    assert together(database, steady, stumbles) == ["t", "s"]
    assert runs.count("stumbles") == 3
    assert runs.count("steady") == 2
    assert database.read_sync(terminals) == ["s", "t"]


def test_conflict_that_stays_is_told_and_holds_up_nobody(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retry, "PAUSE_MAX_S", 0.001)
    runs = []

    def never(connection: Connection) -> None:
        runs.append(1)
        raise conflict()

    results = together(database, add("a"), never, add("b"))
    assert isinstance(results[1], UnavailableError)
    assert len(runs) == retry.ATTEMPTS_MAX
    assert database.read_sync(terminals) == ["a", "b"]


def test_lost_connection_is_made_again(postgresql_dsn: str) -> None:
    with Database.open(postgresql_dsn) as database:
        database.write_sync(add("a"))
        with database.engines.reader.connect() as other:
            other.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert database.write_sync(add("b")) == "b"
        assert database.read_sync(terminals) == ["a", "b"]


@pytest.mark.parametrize("state", ["40001", "40P01", "08006", "57P01", "53300"])
def test_states_that_pass(state: str) -> None:
    error = type("Error", (Exception,), {"sqlstate": state})()
    assert retry.passes(sa.exc.DBAPIError("", {}, error))


@pytest.mark.parametrize("state", ["23505", "42601", "22001"])
def test_states_that_stay(state: str) -> None:
    error = type("Error", (Exception,), {"sqlstate": state})()
    assert not retry.passes(sa.exc.DBAPIError("", {}, error))
    assert not retry.passes(ValueError("ours"))


# --- limits and the end ----------------------------------------------------------------------------------


def test_full_queue_refuses(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.data.writer.QUEUE_MAX", 0)
    with pytest.raises(Overloaded):
        database.write_sync(add("a"))


def test_too_many_reads_are_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.data.database.READS_MAX", 0)
    with pytest.raises(Overloaded):
        database.read_sync(terminals)


def test_closing_finishes_what_was_accepted(store_dsn: str) -> None:
    database = Database.open(store_dsn)
    gate = Gate()
    results: list[str] = []
    holding = threading.Thread(target=lambda: database.write_sync(gate))
    holding.start()
    assert gate.entered.wait(20)
    late = [
        threading.Thread(target=lambda name=name: results.append(database.write_sync(add(name))))
        for name in "abc"
    ]
    for thread in late:
        thread.start()
    while database.waiting < 3:
        gate.entered.wait(0.001)
    closing = threading.Thread(target=database.close)
    closing.start()
    gate.open.set()
    for thread in (holding, *late, closing):
        thread.join(20)
    assert sorted(results) == ["a", "b", "c"]
    for call in (lambda: database.write_sync(add("d")), lambda: database.read_sync(terminals)):
        with pytest.raises(ClosedError):
            call()
    with Database.open(store_dsn) as again:
        assert again.read_sync(terminals) == ["a", "b", "c"]


def test_reader_cannot_write(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError):
        database.read_sync(add("a"))


def test_reader_sees_one_state(database: Database) -> None:
    def twice(connection: Connection) -> tuple[int, int]:
        before = len(terminals(connection))
        database.write_sync(add("a"))
        return before, len(terminals(connection))

    assert database.read_sync(twice) == (0, 0)
    assert database.read_sync(terminals) == ["a"]


# --- engines ---------------------------------------------------------------------------------------------


def test_settings_of_durability_are_read_back(sqlite_dsn: str) -> None:
    engines = open_engines(sqlite_dsn, 1)
    with engines.writer.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    engines.close()
    assert found == ["wal", 2, 1]


def test_old_sqlite_is_refused(sqlite_dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.data.engine.dbapi2.sqlite_version", "3.51.2")
    with pytest.raises(UnsuitableDatabaseError, match="may lose commits"):
        Database.open(sqlite_dsn)


@pytest.mark.parametrize("dsn", ["mysql://x/y", "sqlite://", "sqlite:///:memory:", "nonsense"])
def test_other_addresses_are_refused(dsn: str) -> None:
    with pytest.raises(UnsuitableDatabaseError):
        normal(dsn)


def test_database_that_is_not_there_is_told_without_its_password() -> None:
    with pytest.raises(UnavailableError) as told:
        Database.open("postgresql://store:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)


def test_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    Database.open(f"sqlite:///{tmp_path}/new/store.db").close()
    assert (tmp_path / "new" / "store.db").exists()


def test_ids_are_in_order_of_time_and_unique() -> None:
    made = [new_id() for _ in range(1000)]
    assert len(set(made)) == 1000
    assert made == sorted(made)


def test_times_go_there_and_back() -> None:
    assert to_iso(from_iso("2027-01-15T09:00:00.123456+01:00")) == "2027-01-15T08:00:00.123456+00:00"
    with pytest.raises(ValueError, match="offset"):
        from_iso("2027-01-15T09:00:00")
