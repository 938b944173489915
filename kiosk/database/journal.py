"""The journal on disk: append only, hash-chained, durable before anything acts on it.

One process appends (a lock file says so); others may read at any time. All events of one decision go into
one commit: after a power cut they are all there or none is.

Source: docs/architecture.md, "The journal".
Invariants: `append` returns only after the commit is on disk; a failed append stored nothing and may be tried
again; stored rows are never changed (triggers refuse it).
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from kiosk.database import book, leases, letting_go, outbox, sqlite
from kiosk.database.errors import JournalBrokenError, JournalLockedError, JournalWriteError
from kiosk.devices.clock import RandomIds
from retail.journal import chain
from retail.journal.chain import Entry
from retail.journal.events import AnyEvent, LaneIdle

FILE = "journal.db"
LOCK = "lane.lock"
SCHEMA_VERSION = 1
PAGE = 1000
"""Entries read at a time."""

_metadata = sa.MetaData()
_entry = sa.Table(
    "entry",
    _metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("event", sa.Text, nullable=False, index=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("previous", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)
_APPEND_ONLY = tuple(
    f"CREATE TRIGGER IF NOT EXISTS entry_no_{verb} BEFORE {verb} ON entry "
    f"BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for verb in ("UPDATE",)
)
"""Rows that go: `kiosk.database.letting_go`."""


class JournalReader:
    """Reads a journal, also one that a running lane is writing."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, folder: Path) -> "JournalReader":
        """Open the journal in `folder` for reading. FileNotFoundError if there is none."""
        path = folder / FILE
        if not path.exists():
            raise FileNotFoundError(f"no journal in {folder}")
        with _readable():
            return cls(sqlite.open_engine(path, read_only=True))

    def entries(self, from_sequence: int = 1, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Stored entries in order, of these kinds or all, read a page at a time: nothing is held open while
        the caller works."""
        columns = [column for column in _entry.c if column.name != "body"]
        body = sa.cast(_entry.c.body, sa.LargeBinary).label("body")  # an editor stores text: read it, too
        query = sa.select(*columns, body).order_by(_entry.c.sequence).limit(PAGE)
        if kinds:
            query = query.where(_entry.c.event.in_(kinds))
        while True:
            with _readable(), self._engine.connect() as connection:
                page = [
                    Entry(
                        sequence=row.sequence,
                        at=row.at,
                        body=bytes(row.body or b""),
                        previous=row.previous,
                        hash=row.hash,
                    )
                    for row in connection.execute(query.where(_entry.c.sequence >= from_sequence))
                ]
            yield from page
            if len(page) < PAGE:
                return
            from_sequence = page[-1].sequence + 1

    def last_sequence(self) -> int:
        """The newest entry's number; 0 in an empty journal."""
        with _readable(), self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.max(_entry.c.sequence))).scalar() or 0

    def first_fault(self) -> chain.Fault | None:
        """Check the whole chain from its anchor on; the first entry that does not hold, or None."""
        begin = self.anchor()
        return chain.first_fault(self.entries(), sequence=begin.sequence + 1, previous=begin.hash)

    def anchor(self) -> letting_go.Anchor:
        """What the first entry that is left follows: nothing, or the newest of those that were let go."""
        with _readable(), self._engine.connect() as connection:
            return letting_go.anchor(connection)

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()


class Journal(JournalReader):
    """The one writer."""

    def __init__(self, engine: sa.Engine, lock: int) -> None:
        super().__init__(engine)
        self._lock = lock
        self._sequence = 0
        self._hash = chain.GENESIS
        self.book = book.LaneBook(engine)
        """What this lane gave once for ever; grows with the entries."""
        self.leases = leases.Leases(engine)
        """What it may give away of campaigns."""
        self._sealer = outbox.Sealer(_entries_after, RandomIds().new)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Lock `folder`, open or create its journal, and find the chain's end.

        Raises `JournalLockedError` if another process has it, `JournalBrokenError` if the entries since the
        last idle moment do not hold together, `JournalWriteError` if the disk takes nothing.
        """
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder / LOCK)
        engine: sa.Engine | None = None
        try:
            with _readable():
                engine = sqlite.open_engine(folder / FILE)
                _create(engine)
            journal = cls(engine, lock)
            journal._find_end()
            journal._keep_book()
            _sync_folder(folder)
        except BaseException:
            if engine is not None:
                engine.dispose()
            os.close(lock)
            raise
        return journal

    def append(self, events: Sequence[AnyEvent], at: str) -> tuple[Entry, ...]:
        """Store `events` in one durable commit, stamped `at` (UTC). Raises `JournalWriteError`."""
        entries = []
        sequence, previous = self._sequence, self._hash
        for event in events:
            entry = chain.seal(event, sequence=sequence + 1, at=at, previous=previous)
            entries.append(entry)
            sequence, previous = entry.sequence, entry.hash
        rows = [
            {
                "sequence": entry.sequence,
                "at": entry.at,
                "event": type(event).__name__,
                "body": entry.body,
                "previous": entry.previous,
                "hash": entry.hash,
            }
            for entry, event in zip(entries, events, strict=True)
        ]
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(_entry), rows)
                book.note(connection, zip(entries, events, strict=True))
                self._sealer.seal(connection, entries, events)
        except sa.exc.DBAPIError as error:
            raise _write_error(error) from error
        self._sequence, self._hash = sequence, previous
        return tuple(entries)

    def since_idle(self) -> Iterator[Entry]:
        """Entries from the last `LaneIdle` on: all that is needed to know the lane's state."""
        return self.entries(self._idle_sequence())

    def close(self) -> None:
        """Release file and lock. Safe to call twice."""
        super().close()
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _idle_sequence(self) -> int:
        idle = sa.select(sa.func.max(_entry.c.sequence)).where(_entry.c.event == LaneIdle.__name__)
        with _readable(), self._engine.connect() as connection:
            return connection.execute(idle).scalar() or 1

    def _find_end(self) -> None:
        """Check what makes the present state, and how it joins the entry before it."""
        start = self._idle_sequence()
        before = next(self.entries(start - 1), None) if start > 1 else None
        entries = list(self.entries(start))
        previous = before.hash if before is not None and before.sequence < start else self.anchor().hash
        fault = chain.first_fault(entries, sequence=start, previous=previous)
        if fault is None and start > 1 and not isinstance(entries[0].event(), LaneIdle):
            fault = chain.Fault(sequence=start, reason="is marked as LaneIdle and is not")
        if fault is not None:
            raise JournalBrokenError(
                f"journal entry {fault.sequence}: {fault.reason}. The lane must not sell on it; "
                "keep the folder and call support"
            )
        if entries:
            self._sequence, self._hash = entries[-1].sequence, entries[-1].hash

    def _keep_book(self) -> None:
        """Make the book anew if it does not go with the journal: it is missing, or of an older program."""
        kinds = [kind.__name__ for kind in book.NOTED]
        with _readable(), self._engine.connect() as connection:
            gone = letting_go.anchor(connection)
            told = [
                (
                    connection.execute(
                        sa.select(sa.func.count()).select_from(_entry).where(_entry.c.event == kind)
                    ).scalar()
                    or 0
                )
                + gone.kinds.get(kind, 0)
                for kind in kinds
            ]
            if told == book.counts(connection):
                return
        entries = list(self.entries(kinds=kinds))
        with _readable(), self._engine.begin() as connection:
            book.rewrite(connection, entries, after=gone.sequence)


@contextlib.contextmanager
def _readable() -> Iterator[None]:
    """Say in the lane's words what SQLite says of a file it cannot use."""
    try:
        yield
    except sa.exc.OperationalError as error:
        raise _write_error(error) from error
    except (sa.exc.DatabaseError, TypeError, ValueError) as error:  # not a database, or not our columns
        cause = getattr(error, "orig", error)
        raise JournalBrokenError(
            f"the journal cannot be read ({cause}); keep the folder and call support"
        ) from error


def _entries_after(connection: sa.Connection, sequence: int) -> list[Entry]:
    """Entries after a number, read inside a commit that is still open."""
    query = sa.select(_entry).where(_entry.c.sequence > sequence).order_by(_entry.c.sequence)
    return [
        Entry(sequence=row.sequence, at=row.at, body=row.body, previous=row.previous, hash=row.hash)
        for row in connection.execute(query)
    ]


def _create(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        found = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
        if found > SCHEMA_VERSION:
            raise JournalBrokenError(f"the journal is of a newer program (schema {found})")
        _metadata.create_all(connection)
        book.metadata.create_all(connection)
        leases.metadata.create_all(connection)
        outbox.create(connection)
        for trigger in _APPEND_ONLY:
            connection.exec_driver_sql(trigger)
        letting_go.create(connection)
        if found != SCHEMA_VERSION:
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def _lock(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise JournalLockedError(
            f"another lane is running on {path.parent}; stop it first, or give this lane its own folder"
        ) from error
    return descriptor


def _sync_folder(folder: Path) -> None:
    """Make the files' names durable too."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_error(error: sa.exc.DBAPIError) -> JournalWriteError:
    cause = str(error.orig)
    if "full" in cause or "No space" in cause:
        return JournalWriteError("disk_full", f"the disk is full ({cause}); free space and the lane goes on")
    return JournalWriteError("journal_failed", f"the journal cannot be used: {cause}")
