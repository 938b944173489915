"""Keeps a replica file fresh: applies feed pages, knows its positions, checks its sums.

Pages up to the heads of all scopes are applied in one transaction with the positions they lead to, so that
nobody ever sells from half an import, not even after a power cut. Whoever sells by the file has it opened as
it was (`Replica`); what is written here shows at the next opening.

Source: docs/protocol.md, "Feed down"; `retail.wire.replica` for the tables.
Invariants: one writer at a time; a page is applied once; a row lives in one scope.
"""

import datetime
import threading
from collections.abc import Iterable
from pathlib import Path

import msgspec
import sqlalchemy as sa

from kiosk.database import sqlite
from kiosk.database.errors import DatabaseError
from kiosk.devices.clock import utc_text
from retail.wire import WIRE
from retail.wire.feed import KINDS, MODULUS, FeedPage, FeedRow, row_hash
from retail.wire.replica import APPLICATION_ID, SCHEMA

TOLD_AT, BOOKED = "told_at", "booked"
"""Rows of `about`: when the service told what the file says of members, and which of this lane's own
envelopes are counted in it (`EPOCH.NUMBER`, and all before)."""


class UnsuitableReplicaError(DatabaseError):
    """A file that is no replica this program can use."""


class FeedConflictError(DatabaseError):
    """A page that does not fit the file: the file must be fetched anew."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """How far a scope has been followed, and what the file holds of it."""

    feed_epoch: str
    pos: int
    count: int
    checksum: int


class FeedWriter:
    """The one who writes to a replica file."""

    def __init__(self, path: Path) -> None:
        """Raises `UnsuitableReplicaError` for a file that is not a whole replica of this program's schema."""
        self._lock = threading.Lock()
        self._engine = sqlite.open_engine(path)
        try:
            self._check()
        except BaseException:
            self._engine.dispose()
            raise

    def _check(self) -> None:
        try:
            with self._engine.connect() as connection:
                found = connection.exec_driver_sql("PRAGMA application_id").scalar()
                schema = connection.exec_driver_sql("PRAGMA user_version").scalar()
        except sa.exc.DatabaseError as error:
            raise UnsuitableReplicaError(f"not a database: {error.orig}") from error
        if found != APPLICATION_ID:
            raise UnsuitableReplicaError("not a replica of a shop's data")
        if schema != SCHEMA:
            raise UnsuitableReplicaError(f"a replica of schema {schema}, this program reads {SCHEMA}")

    def quick_check(self) -> str:
        """What SQLite finds wrong with the file; empty if nothing."""
        with self._lock, self._engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        return "" if found == "ok" else str(found)

    def positions(self) -> dict[str, Position]:
        """Every scope the file knows."""
        with self._lock, self._engine.connect() as connection:
            return _positions(connection)

    def apply(self, pages: Iterable[FeedPage]) -> frozenset[str]:
        """Apply pages that lead to the heads of their scopes, all in one commit; the kinds of rows changed.

        Raises `FeedConflictError` when they do not fit; then nothing is applied.
        """
        changed: set[str] = set()
        with self._lock, self._engine.begin() as connection:
            for page in pages:
                changed |= _apply_page(connection, page)
                _tell(connection, page.server_time)
                if page.booked and not page.more:
                    _note(connection, BOOKED, f"{page.booked_epoch}.{page.booked}")
        return frozenset(changed)

    def date(self) -> None:
        """Note that what the file says of members was true when the service made it."""
        with self._lock, self._engine.begin() as connection:
            made_at = connection.exec_driver_sql("SELECT value FROM about WHERE name = 'made_at'").scalar()
            _tell(connection, int(made_at or 0))

    def close(self) -> None:
        """Release the file; its write-ahead log is moved into it."""
        with self._lock:
            self._engine.dispose()


def _apply_page(connection: sa.Connection, page: FeedPage) -> set[str]:
    known = _positions(connection).get(page.scope)
    if page.after == 0 and (known is None or known.pos == 0):  # a scope is followed from its beginning
        known = Position(feed_epoch=page.feed_epoch, pos=0, count=0, checksum=0)
    if known is None or known.feed_epoch != page.feed_epoch or known.pos != page.after:
        raise FeedConflictError(f"a page of {page.scope} after {page.after} does not fit this file")
    count, checksum, changed = known.count, known.checksum, set[str]()
    for row in page.rows:
        if row.min_wire > WIRE or row.kind not in KINDS:
            continue
        more, difference = _apply_row(connection, page.scope, row)
        count, checksum = count + more, (checksum + difference) % MODULUS
        changed.add(row.kind)
    if not page.more and (count, checksum) != (page.count, page.checksum):
        raise FeedConflictError(
            f"{page.scope} should hold {page.count} rows at {page.to}, this file has {count}"
            + ("" if count != page.count else " that are not the same")
        )
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO position (scope, feed_epoch, pos, count, checksum) VALUES (?, ?, ?, ?, ?)",
        (page.scope, page.feed_epoch, page.to, count, str(checksum)),
    )
    return changed


def _tell(connection: sa.Connection, at: int) -> None:
    """Balances in this file are those of a moment (microseconds since 1970, UTC)."""
    moment = datetime.datetime.fromtimestamp(at / 1_000_000, tz=datetime.UTC)
    _note(connection, TOLD_AT, utc_text(moment))


def _note(connection: sa.Connection, name: str, value: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


def _positions(connection: sa.Connection) -> dict[str, Position]:
    rows = connection.exec_driver_sql("SELECT scope, feed_epoch, pos, count, checksum FROM position")
    return {
        scope: Position(feed_epoch=feed_epoch, pos=pos, count=count, checksum=int(checksum))
        for scope, feed_epoch, pos, count, checksum in rows
    }


def _apply_row(connection: sa.Connection, scope: str, row: FeedRow) -> tuple[int, int]:
    """Apply one row; by how much count and checksum of its scope change."""
    kind = row.kind  # one of KINDS, so it is the name of a table
    found = connection.exec_driver_sql(f"SELECT body FROM {kind} WHERE key = ?", (row.key,)).first()
    if found is not None:
        owner = connection.exec_driver_sql(
            "SELECT scope FROM row_scope WHERE kind = ? AND key = ?", (kind, row.key)
        ).scalar()
        if (owner or _own(scope)) != scope:
            raise FeedConflictError(f"{kind} {row.key} comes from {owner or 'the store'} and from {scope}")
    gone = -row_hash(kind, row.key, bytes(found[0])) if found is not None else 0
    if row.op == "delete":
        connection.exec_driver_sql(f"DELETE FROM {kind} WHERE key = ?", (row.key,))
        connection.exec_driver_sql("DELETE FROM row_scope WHERE kind = ? AND key = ?", (kind, row.key))
        return (-1 if found is not None else 0), gone
    connection.exec_driver_sql(
        f"INSERT INTO {kind} (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body",
        (row.key, row.body),
    )
    if found is None and not scope.startswith("store:"):
        connection.exec_driver_sql("INSERT INTO row_scope VALUES (?, ?, ?)", (kind, row.key, scope))
    return (1 if found is None else 0), gone + row_hash(kind, row.key, row.body)


def _own(scope: str) -> str:
    """Rows without a note of their scope are the store's: the scope asked about, if it is a store's."""
    return scope if scope.startswith("store:") else "store"
