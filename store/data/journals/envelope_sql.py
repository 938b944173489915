"""The statements of ingest, written out for each engine: few round trips, nothing built per row.

PostgreSQL takes a whole commit's rows as arrays in one statement. SQLite is in the process, so a prepared
statement per row costs nothing.

Invariants: every statement names its stores; rows of one statement are sorted, so that two workers lock heads
in the same order.
"""

from collections.abc import Sequence

import sqlalchemy as sa

Key = tuple[str, str, int]
"""store, terminal, epoch."""
Row = tuple[str, str, int, int, str, bytes, int, bool, bytes]
"""store, terminal, epoch, seq, id, hash, received_at, is_held, body."""
HeadRow = tuple[str, str, int, int, bytes, int]
"""store, terminal, epoch, acked, head_hash, updated_at."""

_LITE_HEAD = "SELECT acked, head_hash FROM terminal_head WHERE store_id = ? AND terminal_id = ? AND epoch = ?"
_LITE_ADD = (
    "INSERT INTO envelope (store_id, terminal_id, epoch, seq, id, hash, received_at, is_held, body) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (store_id, id) DO NOTHING"
)
_LITE_MOVE = (
    "INSERT INTO terminal_head (store_id, terminal_id, epoch, acked, head_hash, updated_at) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (store_id, terminal_id, epoch) DO UPDATE SET "
    "acked = excluded.acked, head_hash = excluded.head_hash, updated_at = excluded.updated_at"
)
_PG_HEADS = (
    "SELECT h.store_id, h.terminal_id, h.epoch, h.acked, h.head_hash FROM terminal_head h "
    "JOIN unnest(%b::text[], %b::text[], %b::bigint[]) AS k(store_id, terminal_id, epoch) "
    "ON h.store_id = k.store_id AND h.terminal_id = k.terminal_id AND h.epoch = k.epoch "
    "ORDER BY h.store_id, h.terminal_id, h.epoch FOR UPDATE OF h"
)
_PG_BEGIN = (
    "INSERT INTO terminal_head (store_id, terminal_id, epoch, acked, head_hash, updated_at) "
    "SELECT k.store_id, k.terminal_id, k.epoch, 0, decode(repeat('00', 32), 'hex'), 0 "
    "FROM unnest(%b::text[], %b::text[], %b::bigint[]) AS k(store_id, terminal_id, epoch) "
    "ON CONFLICT (store_id, terminal_id, epoch) DO NOTHING"
)
_PG_ADD = (
    "INSERT INTO envelope (store_id, terminal_id, epoch, seq, id, hash, received_at, is_held, body) "
    "SELECT * FROM unnest(%b::text[], %b::text[], %b::bigint[], %b::bigint[], %b::text[], %b::bytea[], "
    "%b::bigint[], %b::boolean[], %b::bytea[]) ON CONFLICT (store_id, id) DO NOTHING"
)
_PG_MOVE = (
    "UPDATE terminal_head h SET acked = k.acked, head_hash = k.head_hash, updated_at = k.updated_at "
    "FROM unnest(%b::text[], %b::text[], %b::bigint[], %b::bigint[], %b::bytea[], %b::bigint[]) "
    "AS k(store_id, terminal_id, epoch, acked, head_hash, updated_at) "
    "WHERE h.store_id = k.store_id AND h.terminal_id = k.terminal_id AND h.epoch = k.epoch"
)


def lock_heads(connection: sa.Connection, keys: Sequence[Key]) -> dict[Key, tuple[int, bytes]]:
    """The heads of these keys (sorted), held until the transaction ends. A missing one stays missing on
    SQLite, where nobody else writes, and is begun with 0 on PostgreSQL, so that there is something to hold.
    """
    if connection.dialect.name == "sqlite":
        found = {}
        for key in keys:
            row = connection.exec_driver_sql(_LITE_HEAD, key).one_or_none()
            if row is not None:
                found[key] = (row[0], bytes(row[1]))
        return found
    columns = _columns(keys)
    rows = connection.exec_driver_sql(_PG_HEADS, columns).all()
    if len(rows) < len(keys):
        connection.exec_driver_sql(_PG_BEGIN, columns)
        rows = connection.exec_driver_sql(_PG_HEADS, columns).all()
    return {(row[0], row[1], row[2]): (row[3], bytes(row[4])) for row in rows}


def add(connection: sa.Connection, rows: Sequence[Row]) -> int:
    """Add envelopes whose id is not there yet; how many."""
    counting = {"preserve_rowcount": True}
    if connection.dialect.name == "sqlite":
        return connection.exec_driver_sql(_LITE_ADD, list(rows), counting).rowcount
    return connection.exec_driver_sql(_PG_ADD, _columns(rows), counting).rowcount


def move_heads(connection: sa.Connection, rows: Sequence[HeadRow]) -> None:
    """Set heads that `lock_heads` holds."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_LITE_MOVE, list(rows))
    else:
        connection.exec_driver_sql(_PG_MOVE, _columns(rows))


def _columns(rows: Sequence[tuple[object, ...]]) -> tuple[list[object], ...]:
    return tuple(list(column) for column in zip(*rows, strict=True))
