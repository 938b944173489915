"""The journal on disk: durable, locked, append-only, and refused when it does not hold together."""

import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from pysqlite3 import dbapi2

from kiosk.checkout.evolve import fold
from kiosk.checkout.state import State
from kiosk.database import journal as journal_module
from kiosk.database import sqlite
from kiosk.database.errors import (
    JournalBrokenError,
    JournalLockedError,
    JournalWriteError,
    UnsuitableSqliteError,
)
from kiosk.database.journal import FILE, LOCK, Journal, JournalReader
from retail.journal import events as e
from retail.journal.chain import GENESIS, first_fault

AT = "2026-03-01T10:00:00.000000Z"
STARTED = e.LaneStarted(lane="1", version="1")
IDLE = e.LaneIdle(next_number=2, language="en")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal.open(tmp_path)
    yield made
    made.close()


def tamper(folder: Path, *statements: str) -> None:
    """Change a journal as somebody with an editor for SQLite would."""
    connection = dbapi2.connect(str(folder / FILE))
    for trigger in ("entry_no_UPDATE", "entry_no_DELETE"):
        connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


# --- what durability stands on ---------------------------------------------------------------------------


def test_the_settings_of_durability_are_on(journal: Journal, tmp_path: Path) -> None:
    assert sqlite.version() >= sqlite.VERSION_MIN >= (3, 51, 3)
    assert sqlite.pragmas(journal._engine) == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_they_are_on_again_after_a_reconnect(journal: Journal) -> None:
    journal._engine.dispose()
    journal.append([STARTED], AT)
    assert sqlite.pragmas(journal._engine) == sqlite.DURABLE


def test_an_ignored_setting_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "DURABLE", {"page_size": 1000})
    with pytest.raises(UnsuitableSqliteError, match="page_size"):
        sqlite.open_engine(tmp_path / "x.db")


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "version", lambda: (3, 51, 2))
    with pytest.raises(UnsuitableSqliteError, match=r"3\.51\.2 may lose commits; 3\.51\.3"):
        Journal.open(tmp_path)
    monkeypatch.undo()
    Journal.open(tmp_path).close()  # the lock was given back


# --- appending and reading -------------------------------------------------------------------------------


def test_what_is_appended_is_read_back_chained(journal: Journal) -> None:
    first = journal.append([STARTED, IDLE], AT)
    second = journal.append([e.HelpCalled()], AT)
    entries = list(journal.entries())
    assert entries == [*first, *second]
    assert [entry.sequence for entry in entries] == [1, 2, 3]
    assert entries[0].previous == GENESIS
    assert first_fault(entries) is None
    assert journal.first_fault() is None
    assert journal.last_sequence() == 3
    assert [entry.sequence for entry in journal.entries(3)] == [3]


def test_reading_goes_on_over_many_pages_while_the_lane_writes(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "PAGE", 3)
    journal.append([STARTED] * 7, AT)
    seen = []
    for entry in journal.entries():
        seen.append(entry.sequence)
        if entry.sequence == 2:
            journal.append([IDLE], AT)
    assert seen == list(range(1, 9))
    assert list(journal.entries(9)) == []


def test_the_state_is_read_from_the_last_idle_moment_on(journal: Journal) -> None:
    assert list(journal.since_idle()) == []
    journal.append([STARTED], AT)
    assert [entry.sequence for entry in journal.since_idle()] == [1]
    journal.append([IDLE, e.HelpCalled(), IDLE, e.HelpCalled()], AT)
    assert [entry.sequence for entry in journal.since_idle()] == [4, 5]
    assert fold((entry.event() for entry in journal.since_idle()), State()).next_number == 2


def test_a_reopened_journal_goes_on_where_it_ended(tmp_path: Path) -> None:
    for n in range(3):
        journal = Journal.open(tmp_path)
        journal.append([STARTED], AT)
        assert journal.last_sequence() == n + 1
        journal.close()
        journal.close()
    reader = JournalReader.open(tmp_path)
    assert reader.first_fault() is None
    assert reader.last_sequence() == 3
    reader.close()


def test_a_reader_needs_a_journal_and_sees_a_running_lane_s_entries(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        JournalReader.open(tmp_path)
    journal = Journal.open(tmp_path)
    reader = JournalReader.open(tmp_path)
    journal.append([STARTED], AT)
    assert [entry.event() for entry in reader.entries()] == [STARTED]
    with pytest.raises(sa.exc.OperationalError, match="readonly"), reader._engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE entry")
    reader.close()
    journal.close()


@pytest.mark.parametrize("statement", ["UPDATE entry SET at = 'x'", "DELETE FROM entry"])
def test_stored_entries_cannot_be_changed_through_the_database(journal: Journal, statement: str) -> None:
    journal.append([STARTED], AT)
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), journal._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert journal.first_fault() is None


# --- one writer ------------------------------------------------------------------------------------------


def test_a_second_process_is_refused_and_told_which_folder(journal: Journal, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from kiosk.database.errors import JournalLockedError\n"
        "from kiosk.database.journal import Journal\n"
        "try:\n    Journal.open(pathlib.Path(sys.argv[1]))\n"
        "except JournalLockedError as error:\n    print(error); sys.exit(7)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=30
    )
    assert (ran.returncode, ran.stderr) == (7, "")
    assert str(tmp_path) in ran.stdout
    journal.append([STARTED], AT)


def test_the_lock_ends_with_the_writer(tmp_path: Path) -> None:
    first = Journal.open(tmp_path)
    with pytest.raises(JournalLockedError, match="another lane"):
        Journal.open(tmp_path)
    first.close()
    Journal.open(tmp_path).close()
    assert (tmp_path / LOCK).exists()


# --- what does not hold together -------------------------------------------------------------------------


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder with a journal of six entries, the fourth of them the last idle moment."""
    journal = Journal.open(tmp_path)
    journal.append([STARTED, IDLE, e.HelpCalled(), IDLE, e.HelpCalled(), e.HelpEnded()], AT)
    journal.close()
    return tmp_path


@pytest.mark.parametrize(
    ("statement", "sequence", "reason"),
    [
        ("UPDATE entry SET body = CAST('{}' AS BLOB) WHERE sequence = 5", 5, "content"),
        ("UPDATE entry SET at = 'x' WHERE sequence = 5", 5, "content"),
        ("UPDATE entry SET hash = 'x' WHERE sequence = 5", 5, "content"),
        ("UPDATE entry SET previous = 'x' WHERE sequence = 5", 5, "follow"),
        ("DELETE FROM entry WHERE sequence = 5", 5, "missing"),
        ("UPDATE entry SET sequence = 50 WHERE sequence = 6", 6, "missing"),
        ("UPDATE entry SET hash = 'x' WHERE sequence = 3", 4, "follow"),
        ("UPDATE entry SET event = 'LaneIdle' WHERE sequence = 5", 5, "LaneIdle"),
    ],
)
def test_a_tampered_journal_is_refused_with_the_entry_s_name(
    closed: Path, statement: str, sequence: int, reason: str
) -> None:
    tamper(closed, statement)
    with pytest.raises(JournalBrokenError, match=rf"entry {sequence}: .*{reason}"):
        Journal.open(closed)
    with pytest.raises(JournalBrokenError):  # and the lock was given back
        Journal.open(closed)


def test_tampering_before_the_last_idle_moment_is_found_by_verifying(closed: Path) -> None:
    tamper(closed, "UPDATE entry SET at = 'x' WHERE sequence = 1")
    Journal.open(closed).close()
    reader = JournalReader.open(closed)
    fault = reader.first_fault()
    assert fault is not None
    assert fault.sequence == 1
    reader.close()


@pytest.mark.parametrize("body", ["5.5", "'text'", "NULL"])
def test_a_body_that_is_no_bytes_is_refused_with_the_entry_s_name(closed: Path, body: str) -> None:
    tamper(
        closed,
        "CREATE TABLE other AS SELECT * FROM entry",  # without the columns' rules
        f"UPDATE other SET body = {body} WHERE sequence = 5",
        "DROP TABLE entry",
        "ALTER TABLE other RENAME TO entry",
    )
    with pytest.raises(JournalBrokenError, match="entry 5"):
        Journal.open(closed)


def test_a_body_changed_with_an_editor_is_named_although_it_became_text(closed: Path) -> None:
    tamper(closed, "UPDATE entry SET body = replace(CAST(body AS TEXT), '1', '2') WHERE sequence = 1")
    reader = JournalReader.open(closed)
    fault = reader.first_fault()
    assert fault is not None
    assert fault.sequence == 1
    reader.close()


@pytest.mark.parametrize("damage", ["garbage", "cut", "holes"])
def test_a_damaged_file_is_refused_and_kept(closed: Path, damage: str) -> None:
    path = closed / FILE
    content = path.read_bytes()
    damaged = {
        "garbage": b"not a database at all" * 500,
        "cut": content[: len(content) // 2],
        "holes": content[:4096] + b"\xff" * 8192 + content[12288:],
    }[damage]
    path.write_bytes(damaged)
    with pytest.raises(JournalBrokenError):
        Journal.open(closed)
    assert path.read_bytes() == damaged


def test_a_reader_of_garbage_says_so(closed: Path) -> None:
    (closed / FILE).write_bytes(b"not a database at all" * 500)
    with pytest.raises(JournalBrokenError):
        list(JournalReader.open(closed).entries())


def test_a_journal_of_a_newer_program_is_refused(closed: Path) -> None:
    tamper(closed, "PRAGMA user_version = 99")
    with pytest.raises(JournalBrokenError, match="newer program"):
        Journal.open(closed)


def test_a_copy_of_the_files_is_a_whole_journal(journal: Journal, tmp_path: Path) -> None:
    """What an attendant saves from a dead lane, with its write-ahead log, can be read elsewhere."""
    journal.append([STARTED, IDLE], AT)
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in tmp_path.glob(f"{FILE}*"):
        shutil.copy(path, copy)
    reader = JournalReader.open(copy)
    assert reader.last_sequence() == 2
    assert reader.first_fault() is None
    reader.close()


# --- a disk that takes no more ---------------------------------------------------------------------------


def test_a_full_database_stores_nothing_and_takes_up_again_later(journal: Journal) -> None:
    journal.append([STARTED], AT)
    with journal._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    big = e.DeviceChanged(device="camera", condition="fault", detail="x" * 50_000)
    with pytest.raises(JournalWriteError) as refused:
        journal.append([STARTED, big], AT)
    assert refused.value.code == "disk_full"
    assert journal.last_sequence() == 1
    with journal._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    journal.append([big], AT)
    assert journal.last_sequence() == 2
    assert journal.first_fault() is None


_FULL_DISK = f"""
import pathlib, resource, signal, sys
from kiosk.database.errors import JournalWriteError
from kiosk.database.journal import Journal
from retail.journal import events as e
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = Journal.open(pathlib.Path(sys.argv[1]))
journal.append([e.HelpCalled()], {AT!r})
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
big = e.DeviceChanged(device="camera", condition="fault", detail="x" * 20_000)
stored = 1
try:
    for _ in range(1000):
        journal.append([big], {AT!r})
        stored += 1
except JournalWriteError as error:
    code = error.code
assert journal.last_sequence() == stored, (journal.last_sequence(), stored)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.append([e.HelpEnded()], {AT!r})
assert journal.first_fault() is None
journal.close()
print(code, stored)
"""


def test_a_disk_that_takes_no_more_bytes_loses_no_entry_and_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    """A real write that fails (EFBIG here), in a process of its own because the limit is the process's."""
    assert resource.RLIMIT_FSIZE is not None
    assert signal.SIGXFSZ is not None
    ran = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(tmp_path)], capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    code, stored = ran.stdout.split()
    assert code in ("disk_full", "journal_failed")
    reader = JournalReader.open(tmp_path)
    assert reader.last_sequence() == int(stored) + 1
    assert reader.first_fault() is None
    reader.close()
