"""The shop's data on disk: replaced whole, opened as it is.

A new file is built beside the old one and swapped in by one rename: a lane never sells from half a catalogue,
and a failed import leaves the old one untouched. The file is a copy of what the shop has: one that cannot be
read is thrown away and made anew, empty, so that the next import fills it.

Source: `retail.wire.replica` for the tables, which a store service's files share.
Invariants: `find` sees either the old goods or the new, never a mixture; an opened `Replica` stays as it was
whatever is swapped in; safe from any thread.
"""

import contextlib
import logging
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import sqlalchemy as sa

from kiosk.database import sqlite
from kiosk.database.feeding import TOLD_AT, FeedWriter, Position, UnsuitableReplicaError
from kiosk.database.replica import TERMS_KEY, Replica
from retail.catalogue import Product
from retail.member import Member
from retail.wire.feed import FeedPage
from retail.wire.replica import APPLICATION_ID, DDL, SCHEMA
from retail.wire.staff import StaffRow

FILE = "catalogue.db"
DIGEST, MEMBER_SECRET = "digest", "member_secret"
"""Names of rows in `about`."""

log = logging.getLogger(__name__)
_encoder = msgspec.json.Encoder(order="deterministic")


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a new file is filled with."""

    products: Iterable[Product]
    digest: str
    """Names the sources, so that they are not imported twice."""
    terms: bytes | None = None
    members: Mapping[str, Member] = {}
    """By hashed key (`kiosk.database.replica.hashed_key`)."""
    member_secret: bytes = b""
    told_at: str = ""
    """When the members' balances were true; UTC, ISO 8601."""


class StaffNow(msgspec.Struct, frozen=True, kw_only=True):
    """Who works here, as the newest file says."""

    people: tuple[StaffRow, ...]
    secret: bytes
    """What badges are hashed with."""


class CatalogueStore:
    """The lane's replica of the shop's data. Empty until the first `replace`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / FILE
        self._lock = threading.Lock()
        reason = _unreadable(self._path)
        if reason:
            log.warning("the catalogue cannot be read (%s); it starts empty", reason)
            _remove(self._path)
        self._current = _open(self._path)
        self._generation = 1

    @property
    def generation(self) -> int:
        """Grows whenever the data have changed."""
        return self._generation

    def staff(self) -> StaffNow:
        """Who works here now, whatever a purchase is sold by."""
        with self._lock:
            return StaffNow(
                people=self._current.staff(), secret=bytes.fromhex(self._current.about(MEMBER_SECRET))
            )

    def settings(self, prefix: str) -> tuple[tuple[str, bytes], ...]:
        """The newest settings whose key begins so, whatever a purchase is sold by."""
        with self._lock:
            return self._current.settings(prefix)

    def scopes(self) -> tuple[str, ...]:
        """The feeds this lane follows; none if the data were read from files."""
        with self._lock:
            return self._current.scopes()

    def find(self, key: str) -> Product | None:
        """The product with this GTIN-14 in the newest file, or None."""
        with self._lock:
            return self._current.find(key)

    def count(self) -> int:
        """How many products there are."""
        with self._lock:
            return self._current.count()

    def mark(self) -> str:
        """Names the data in the newest file."""
        with self._lock:
            return self._current.mark()

    def terms(self) -> bytes | None:
        """The shop's file of terms in the newest file; None if it has none."""
        with self._lock:
            return self._current.terms()

    def digest(self) -> str:
        """The digest of what was imported last; empty before the first."""
        with self._lock:
            return self._current.about(DIGEST)

    def open_replica(self) -> Replica:
        """The data as they are now, for as long as they are needed; to be closed."""
        with self._lock:
            return Replica(self._path)

    def replace(self, contents: Contents) -> None:
        """Swap in a whole new file."""
        new = self._path.with_suffix(".new")
        _remove(new)
        try:
            _build(new, contents)
        except BaseException:
            _remove(new)
            raise
        self._swap_in(new)

    # --- fed by a store service --------------------------------------------------------------------------

    def positions(self) -> dict[str, Position]:
        """How far each feed has been followed; empty if the data were read from files."""
        with self._lock, contextlib.closing(FeedWriter(self._path)) as writer:
            return writer.positions()

    def apply(self, pages: Iterable[FeedPage]) -> frozenset[str]:
        """Bring in what is new; the kinds that changed. Raises `FeedConflictError`; nothing changed then.

        Whoever has a `Replica` open sees nothing of it.
        """
        with self._lock:
            with contextlib.closing(FeedWriter(self._path)) as writer:
                changed = writer.apply(pages)
            self._current.close()
            self._current = Replica(self._path)
            self._generation += 1
        return changed

    def adopt(self, path: Path) -> None:
        """Swap in a file that the service made. Raises `UnsuitableReplicaError` if it cannot be used."""
        with contextlib.closing(FeedWriter(path)) as writer:
            reason = writer.quick_check()
            if reason:
                raise UnsuitableReplicaError(f"the file does not hold together: {reason}")
            if not writer.positions():
                raise UnsuitableReplicaError("the file does not say how new it is")
            writer.date()
        new = self._path.with_suffix(".new")
        _remove(new)
        path.replace(new)
        _remove(path)
        self._swap_in(new)

    def _swap_in(self, new: Path) -> None:
        with self._lock:
            self._current.close()
            _remove(self._path, keep_main=True)
            new.replace(self._path)
            self._current = _open(self._path)
            self._generation += 1

    def close(self) -> None:
        """Release the file. Safe to call twice."""
        with self._lock:
            self._current.close()


def _unreadable(path: Path) -> str:
    """Why the file at `path` is none of ours, or of another program; empty if it is, or if there is none."""
    if not path.exists():
        return ""
    try:
        engine = sqlite.open_engine(path)
    except sa.exc.OperationalError:
        raise  # the disk's fault, not the file's
    except sa.exc.DatabaseError as error:
        return str(error.orig)
    try:
        with engine.connect() as connection:
            marks = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("application_id", "user_version")
            ]
    finally:
        engine.dispose()
    return "" if marks == [APPLICATION_ID, SCHEMA] else "it has another form"


def _open(path: Path) -> Replica:
    """The file at `path`; made empty if there is none."""
    if not path.exists():
        _build(path, Contents(products=(), digest=""))
    return Replica(path)


def _build(path: Path, contents: Contents) -> None:
    """A complete file; closing the last connection moves the write-ahead log into it."""
    engine = sqlite.open_engine(path)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
            for statement in DDL:
                connection.exec_driver_sql(statement)
            _fill(connection, "product", ((one.key, _encoder.encode(one)) for one in contents.products))
            _fill(
                connection, "member", ((key, _encoder.encode(one)) for key, one in contents.members.items())
            )
            if contents.terms is not None:
                _fill(connection, "terms", [(TERMS_KEY, contents.terms)])
            told = {
                DIGEST: contents.digest,
                MEMBER_SECRET: contents.member_secret.hex(),
                TOLD_AT: contents.told_at,
            }
            connection.exec_driver_sql("INSERT INTO about VALUES (?, ?)", list(told.items()))
    finally:
        engine.dispose()


def _fill(connection: sa.Connection, table: str, rows: Iterable[tuple[str, bytes]]) -> None:
    values = list(rows)
    if values:
        connection.exec_driver_sql(f"INSERT INTO {table} (key, body) VALUES (?, ?)", values)


def _remove(path: Path, *, keep_main: bool = False) -> None:
    """Remove a database's files; its write-ahead files only with `keep_main`."""
    for suffix in ("-wal", "-shm") if keep_main else ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{suffix}").unlink()
