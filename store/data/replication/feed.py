"""The feed: what lanes must know, as rows with growing positions, one list per scope.

`publish` locks the scope's head row, writes what really changed, and moves the head as its last statement; so
positions become visible in order and a reader that follows its cursor misses nothing, however many writers
there are. Only the newest row of a thing is kept. Count and checksum of the living rows ride in the head row,
so that a page costs its rows and nothing else.

    publish(connection, "S1", "store:S1", [Row(kind="setting", key="help_text", body=b'"Hi"')], at=now)

A transaction publishes last, and to several scopes in the order of their names.

Source: docs/protocol.md, "Feed down"; measured in the project's sync facts, 2.5.
Invariants: publishing what already is so changes nothing; a page is one consistent moment of its scope.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.wire.feed import MODULUS, row_hash
from store.data.ids import new_id
from store.data.rules import every_store
from store.data.schema.feed import CHAIN, feed_head, feed_row
from store.data.upsert import insert

PUBLISH_MAX = 5_000
"""Rows of one call; more is an import (`store.data.goods.changes`)."""
BODY_MAX = 1024 * 1024
KEY_MAX = 200
PRUNE_MAX = 5_000
KEYS_AT_ONCE = 1_000
TOMBSTONES_KEPT_US = 35 * 24 * 3600 * 1_000_000


KnownRows = dict[tuple[str, str], Any]
"""What is published, by (kind, key): is_deleted, min_wire, row_hash."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """How a thing is from now on. Without a body it is gone."""

    kind: str
    key: str
    body: bytes | None = None
    min_wire: int = 1
    title: str | None = None
    """For lists at the store."""
    category: str | None = None


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The end of a scope's list."""

    feed_epoch: str
    head: int
    count: int
    checksum: int
    min_wire_max: int
    pruned_to: int


def store_scope(store_id: str) -> str:
    """The scope of a store's own rows."""
    return f"store:{store_id}"


def terminal_scope(store_id: str, terminal_id: str) -> str:
    """The scope of one lane."""
    return f"terminal:{store_id}.{terminal_id}"


def scopes_of(store_id: str, terminal_id: str) -> tuple[str, ...]:
    """What a lane follows, and all it may read."""
    return (CHAIN, store_scope(store_id), terminal_scope(store_id, terminal_id))


def owner_of(store_id: str, scope: str) -> str:
    """Whose rows a scope holds: the chain's are nobody's in particular."""
    return CHAIN if scope == CHAIN else store_id


def signed(value: int) -> int:
    """A 64-bit number as databases keep it."""
    return value - MODULUS if value >= MODULUS >> 1 else value


def begin(connection: sa.Connection, store_id: str, scope: str) -> None:
    """Make a scope's head if there is none. Safe to repeat; all scopes begin in the chain's feed epoch."""
    if _read_head(connection, CHAIN, CHAIN) is None:
        _insert_head(connection, CHAIN, CHAIN, new_id())
    chain = _read_head(connection, CHAIN, CHAIN)
    require(chain is not None, "the chain's scope has a head")
    if chain is not None and scope != CHAIN:
        _insert_head(connection, store_id, scope, chain.feed_epoch)


def publish(connection: sa.Connection, store_id: str, scope: str, rows: Iterable[Row], *, at: int) -> int:
    """Write rows and move the head; the scope's head afterwards. `at`: microseconds since 1970, UTC.

    The last row of a (kind, key) counts. Call it last in a transaction: other publishers wait from here on.
    """
    return publish_changed(connection, store_id, scope, rows, at=at)[0]


def publish_changed(
    connection: sa.Connection, store_id: str, scope: str, rows: Iterable[Row], *, at: int
) -> tuple[int, list[Row]]:
    """As `publish`; also tells which rows were news."""
    wanted = {(row.kind, row.key): row for row in rows}
    require(len(wanted) <= PUBLISH_MAX, f"at most {PUBLISH_MAX} rows are published at once")
    owner = owner_of(store_id, scope)
    head = lock(connection, owner, scope)
    known = known_rows(connection, owner, scope, wanted)
    news = [row for row in wanted.values() if is_news(row, known.get((row.kind, row.key)))]
    if not news:
        return head.head, []
    added, changed = [], []
    pos, count, checksum = head.head, head.count, head.checksum
    for row in news:
        pos += 1
        values = row_values(row) | {"store_id": owner, "scope": scope, "pos": pos, "changed_at": at}
        if row.body is not None:
            count, checksum = count + 1, checksum + values["row_hash"]
        before = known.get((row.kind, row.key))
        if before is None:
            added.append(values)
        else:
            changed.append(values)
            if not before.is_deleted:
                count, checksum = count - 1, checksum - before.row_hash
    if added:
        connection.execute(sa.insert(feed_row), added)
    if changed:
        connection.execute(_update_rows(), [_bound(values) for values in changed])
    min_wire = max(head.min_wire_max, max(row.min_wire for row in news))
    move(connection, owner, scope, head=pos, count=count, checksum=checksum, min_wire_max=min_wire)
    return pos, news


def is_news(row: Row, before: Any) -> bool:
    """Whether a row says something else than what is (a row of `known_rows`, or None)."""
    if before is None or before.is_deleted:
        return row.body is not None
    return row.body is None or (before.row_hash, before.min_wire) != (_digest(row), row.min_wire)


def row_values(row: Row) -> dict[str, Any]:
    """A row's columns, as far as it knows them."""
    require(0 < len(row.key) <= KEY_MAX, f"a key has 1 to {KEY_MAX} characters")
    require(row.body is None or 0 < len(row.body) <= BODY_MAX, f"a body has 1 to {BODY_MAX} bytes")
    return {
        "kind": row.kind,
        "key": row.key,
        "is_deleted": row.body is None,
        "min_wire": row.min_wire,
        "row_hash": _digest(row),
        "title": row.title,
        "category": row.category,
        "body": row.body or b"",
    }


def _digest(row: Row) -> int:
    return signed(row_hash(row.kind, row.key, row.body)) if row.body is not None else 0


def lock(connection: sa.Connection, owner: str, scope: str) -> Head:
    """The head, held until the transaction ends."""
    head = _read_head(connection, owner, scope, for_update=True)
    if head is None:
        begin(connection, owner, scope)
        head = _read_head(connection, owner, scope, for_update=True)
    require(head is not None, "a scope that has begun has a head")
    return head  # type: ignore[return-value]


def move(
    connection: sa.Connection,
    owner: str,
    scope: str,
    *,
    head: int,
    count: int,
    checksum: int,
    min_wire_max: int,
) -> None:
    """Set a locked head. The last statement of whoever publishes."""
    connection.execute(
        sa.update(feed_head)
        .where(feed_head.c.store_id == owner, feed_head.c.scope == scope)
        .values(head=head, living=count, checksum=signed(checksum % MODULUS), min_wire_max=min_wire_max)
    )


def read_head(connection: sa.Connection, store_id: str, scope: str) -> Head | None:
    """A scope's head; None if nothing was ever published to it."""
    return _read_head(connection, owner_of(store_id, scope), scope)


def prune(connection: sa.Connection, store_id: str, scope: str, *, at: int) -> int:
    """Throw away tombstones older than 35 days; how many. At most PRUNE_MAX: repeat until 0."""
    owner = owner_of(store_id, scope)
    head = lock(connection, owner, scope)
    mine = (feed_row.c.store_id == owner, feed_row.c.scope == scope)
    old = connection.execute(
        sa.select(feed_row.c.pos)
        .where(*mine, feed_row.c.is_deleted, feed_row.c.changed_at < at - TOMBSTONES_KEPT_US)
        .order_by(feed_row.c.pos)
        .limit(PRUNE_MAX)
    ).scalars()
    positions = list(old)
    for start in range(0, len(positions), KEYS_AT_ONCE):
        some = positions[start : start + KEYS_AT_ONCE]
        connection.execute(sa.delete(feed_row).where(*mine, feed_row.c.pos.in_(some)))
    if positions:
        connection.execute(
            sa.update(feed_head)
            .where(feed_head.c.store_id == owner, feed_head.c.scope == scope)
            .values(pruned_to=max(head.pruned_to, positions[-1]))
        )
    return len(positions)


def scopes(connection: sa.Connection, store_id: str) -> tuple[str, ...]:
    """The scopes a store (or CHAIN) has published to."""
    rows = connection.execute(sa.select(feed_head.c.scope).where(feed_head.c.store_id == store_id))
    return tuple(sorted(rows.scalars()))


def stores(connection: sa.Connection) -> tuple[str, ...]:
    """Every store with a feed, and CHAIN."""
    query = sa.select(feed_head.c.store_id).distinct().order_by(feed_head.c.store_id)
    return tuple(every_store(connection, "housekeeping").execute(query).scalars())


def begin_epoch(connection: sa.Connection, feed_epoch: str) -> int:
    """Begin a new feed epoch for every scope of every store, in one transaction; how many scopes.

    After a restore positions may be given a second time: no cursor from before goes on.
    """
    return sum(
        connection.execute(
            sa.update(feed_head).where(feed_head.c.store_id == owner).values(feed_epoch=feed_epoch)
        ).rowcount
        for owner in stores(connection)
    )


def sums(rows: sa.FromClause) -> tuple[sa.ColumnElement[Any], ...]:
    """Columns `low` and `high` whose sums `summed` joins: 64-bit hashes cannot be summed in 64 bits."""
    return (
        sa.func.coalesce(sa.func.sum(rows.c.row_hash.bitwise_and(0xFFFF_FFFF)), 0),
        sa.func.coalesce(sa.func.sum(rows.c.row_hash.bitwise_rshift(sa.literal_column("32"))), 0),
    )


def summed(low: Any, high: Any) -> int:
    """The sum of hashes modulo 2^64, from the two columns of `sums`."""
    return (int(low) + (int(high) << 32)) % MODULUS


def known_rows(
    connection: sa.Connection, owner: str, scope: str, wanted: Iterable[tuple[str, str]]
) -> KnownRows:
    """What is published of these (kind, key), tombstones included: is_deleted, min_wire, row_hash."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in wanted:
        by_kind.setdefault(kind, []).append(key)
    found = {}
    columns = [feed_row.c[name] for name in ("kind", "key", "is_deleted", "min_wire", "row_hash")]
    for kind, keys in by_kind.items():
        for start in range(0, len(keys), KEYS_AT_ONCE):
            rows = connection.execute(
                sa.select(*columns).where(
                    feed_row.c.store_id == owner,
                    feed_row.c.scope == scope,
                    feed_row.c.kind == kind,
                    feed_row.c.key.in_(keys[start : start + KEYS_AT_ONCE]),
                )
            )
            found.update({(row.kind, row.key): row for row in rows})
    return found


_KEY_COLUMNS = ("store_id", "scope", "kind", "key")


def _update_rows() -> sa.Update:
    return (
        sa.update(feed_row)
        .where(*(feed_row.c[name] == sa.bindparam(f"its_{name}") for name in _KEY_COLUMNS))
        .values({name: sa.bindparam(name) for name in feed_row.columns.keys() if name not in _KEY_COLUMNS})  # noqa: SIM118 - columns, not a dict
    )


def _bound(values: dict[str, Any]) -> dict[str, Any]:
    return {(f"its_{name}" if name in _KEY_COLUMNS else name): value for name, value in values.items()}


def _read_head(connection: sa.Connection, owner: str, scope: str, *, for_update: bool = False) -> Head | None:
    query = sa.select(feed_head).where(feed_head.c.store_id == owner, feed_head.c.scope == scope)
    if for_update:
        query = query.with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return Head(
        feed_epoch=row.feed_epoch,
        head=row.head,
        count=row.living,
        checksum=row.checksum % MODULUS,
        min_wire_max=row.min_wire_max,
        pruned_to=row.pruned_to,
    )


def _insert_head(connection: sa.Connection, owner: str, scope: str, feed_epoch: str) -> None:
    values = {
        "store_id": owner,
        "scope": scope,
        "feed_epoch": feed_epoch,
        "head": 0,
        "living": 0,
        "checksum": 0,
        "min_wire_max": 1,
        "pruned_to": 0,
    }
    connection.execute(insert(connection, feed_head).values(values).on_conflict_do_nothing())
