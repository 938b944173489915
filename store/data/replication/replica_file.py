"""Writes a store's replica file from the feed: one moment of each scope, and where a lane goes on from.

On SQLite one library reads the feed and writes the file, so no row passes through Python; PostgreSQL copies
its rows out, and they go in many at a time. Either way they come in the order of their keys: the trees of the
file grow at their ends only.

Source: `retail.wire.replica`; docs/protocol.md, "Snapshot".
Invariants: what a file holds adds up to what the feed's heads say.
"""

import contextlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import psycopg
import sqlalchemy as sa
from pysqlite3 import dbapi2

from retail.check import require
from retail.wire import WIRE, replica
from retail.wire.feed import KINDS, MODULUS, row_hash
from store.data.database import Database
from store.data.errors import UnavailableError
from store.data.replication import feed
from store.data.replication.feed import store_scope
from store.data.rules import statement_fault
from store.data.schema.feed import CHAIN, feed_row

ROWS_AT_ONCE = 100
"""Rows inserted by one statement; more are no faster."""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What went into a file."""

    feed_epoch: str
    positions: dict[str, int]


def scopes_in(store_id: str) -> tuple[str, str]:
    """The scopes a store's file holds."""
    return (CHAIN, store_scope(store_id))


def build(database: Database, store_id: str, path: Path, *, about: Mapping[str, str] = {}) -> Contents:
    """Write the replica file of a store, unpacked. `path` does not exist yet."""
    with contextlib.closing(_opened(path)) as file:
        for pragma in ("page_size=4096", "journal_mode=OFF", "synchronous=OFF", "cache_size=-65536"):
            file.execute(f"PRAGMA {pragma}").close()
        file.execute(f"PRAGMA application_id={replica.APPLICATION_ID}").close()
        file.execute(f"PRAGMA user_version={replica.SCHEMA}").close()
        for statement in replica.DDL:
            file.execute(statement).close()
        copy = _copy_attached if database.path is not None else _copy_streamed
        heads = copy(database, store_id, file)
        file.execute("BEGIN")
        for scope, head in heads.items():
            count, checksum = _sums(file, store_id, scope, head)
            file.execute(
                "INSERT INTO position VALUES (?, ?, ?, ?, ?)",
                (scope, head.feed_epoch, head.head, count, str(checksum)),
            )
        rows = {"store_id": store_id, "schema": str(replica.SCHEMA), **about}
        file.executemany("INSERT INTO about VALUES (?, ?)", sorted(rows.items()))
        file.execute("COMMIT")
    epochs = {head.feed_epoch for head in heads.values()}
    require(len(epochs) == 1, "all scopes of a service are of one feed epoch")
    return Contents(feed_epoch=epochs.pop(), positions={scope: head.head for scope, head in heads.items()})


def _opened(path: Path) -> Any:
    # rows come from whichever thread reads them; one at a time
    return dbapi2.connect(path.absolute().as_uri(), uri=True, isolation_level=None, check_same_thread=False)


def _copy_attached(database: Database, store_id: str, file: Any) -> dict[str, feed.Head]:
    """On SQLite one library reads and writes both files: no row passes through Python."""
    require(database.path is not None, "an embedded database has a file")
    file.execute("ATTACH ? AS source", (f"{Path(database.path or '').as_uri()}?mode=ro",)).close()
    file.execute("BEGIN")  # one state of the source until COMMIT
    heads = {}
    for scope in scopes_in(store_id):
        owner = feed.owner_of(store_id, scope)
        columns = "feed_epoch, head, living, checksum, min_wire_max, pruned_to"
        row = file.execute(
            f"SELECT {columns} FROM source.feed_head WHERE store_id = ? AND scope = ?", (owner, scope)
        ).fetchone()
        if row is None:
            continue
        names = feed.Head.__struct_fields__
        heads[scope] = feed.Head(**dict(zip(names, row, strict=True)) | {"checksum": row[3] % MODULUS})
        for kind in KINDS:
            which = "store_id = ? AND scope = ? AND kind = ? AND NOT is_deleted AND min_wire <= ?"
            values = (owner, scope, kind, WIRE)
            file.execute(
                f"INSERT INTO {kind} SELECT key, body FROM source.feed_row WHERE {which} ORDER BY key", values
            )
            if scope != store_scope(store_id):
                file.execute(
                    "INSERT INTO row_scope SELECT kind, key, scope FROM source.feed_row "
                    f"WHERE {which} ORDER BY key",
                    values,
                )
    file.execute("COMMIT")
    file.execute("DETACH source")
    return heads


def _copy_streamed(database: Database, store_id: str, file: Any) -> dict[str, feed.Head]:
    def job(connection: sa.Connection) -> dict[str, feed.Head]:
        for table in (*KINDS, "row_scope"):  # of a try whose connection was lost
            file.execute(f"DELETE FROM {table}").close()
        heads = {}
        for scope in scopes_in(store_id):
            head = feed.read_head(connection, store_id, scope)
            if head is None:
                continue
            heads[scope] = head
            for kind in KINDS:
                for rows in _streamed(connection, store_id, scope, kind):
                    _add(file, kind, rows)
                    if scope != store_scope(store_id):
                        named = [(kind, key, scope) for key, _ in rows]
                        file.executemany("INSERT INTO row_scope VALUES (?, ?, ?)", named)
        return heads

    file.execute("BEGIN")
    heads = database.read_sync(job)
    file.execute("COMMIT")
    return heads


def _streamed(
    connection: sa.Connection, store_id: str, scope: str, kind: str
) -> Iterator[Sequence[tuple[str, bytes]]]:
    """Keys and bodies in order, some at a time. The server sends on (COPY) while they are written here."""
    query = (
        sa.select(feed_row.c.key, feed_row.c.body)
        .where(
            feed_row.c.store_id == feed.owner_of(store_id, scope),
            feed_row.c.scope == scope,
            feed_row.c.kind == kind,
            sa.not_(feed_row.c.is_deleted),
            feed_row.c.min_wire <= WIRE,
        )
        .order_by(feed_row.c.key)
    ).compile(dialect=connection.dialect)
    fault = statement_fault(str(query), [feed_row.name], None)
    require(not fault, fault)  # nobody else sees what is sent past SQLAlchemy
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor:
        command = f"COPY ({query}) TO STDOUT (FORMAT BINARY)"
        try:
            with cursor.copy(command, query.params) as sent:
                sent.set_types(("text", "bytea"))
                rows = sent.rows()
                while some := list(itertools.islice(rows, ROWS_AT_ONCE)):
                    yield some
        except psycopg.Error as error:
            raise UnavailableError(f"the feed cannot be read now: {error}") from error


def _add(file: Any, kind: str, rows: Sequence[tuple[str, bytes]]) -> None:
    """Insert rows, many by one statement: half the time of one each."""
    marks = ", ".join(["(?, ?)"] * len(rows))
    file.execute(f"INSERT INTO {kind} VALUES {marks}", list(itertools.chain.from_iterable(rows))).close()


def _sums(file: Any, store_id: str, scope: str, head: feed.Head) -> tuple[int, int]:
    """Count and checksum of a scope's rows in the file: the head's, unless some ask for a newer lane."""
    named = "EXISTS (SELECT 1 FROM row_scope AS named WHERE named.kind = ? AND named.key = thing.key)"
    its_own = f"NOT {named}" if scope == store_scope(store_id) else named
    count = checksum = 0
    for kind in KINDS:
        rows = f"FROM {kind} AS thing WHERE {its_own}"
        count += file.execute(f"SELECT count(*) {rows}", (kind,)).fetchone()[0]
        if head.min_wire_max > WIRE:
            found = file.execute(f"SELECT key, body {rows}", (kind,))
            checksum += sum(row_hash(kind, key, body) for key, body in found)
    if head.min_wire_max > WIRE:
        return count, checksum % MODULUS
    require(count == head.count, f"the rows of {scope} add up to its head's count")
    return count, head.checksum
