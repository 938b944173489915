"""Changing what a shop sells and promises: every version kept, with who and when.

An edit is published with its history in one transaction. A file of any size is *staged* in small
transactions, unseen by everybody, and then takes its place in the feed by one (`finish`): lanes, lists and
snapshots have all of it or nothing. A file that is never finished leaves only rows that `discard` removes.

Source: docs/catalogue.md.
Invariants: staging what already is stages nothing; a finished change is never finished again.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data.ids import new_id
from store.data.replication import feed
from store.data.replication.feed import Row
from store.data.schema.catalogue import change, change_row
from store.data.schema.feed import feed_row

STAGE_MAX = 5_000
"""Rows staged by one transaction."""
DISCARD_MAX = 5_000
MANY_ROWS = 5_000
"""A change of so many rows is followed by `refresh_statistics`."""
STAGING_KEPT_US = 24 * 3600 * 1_000_000
"""How long an import may take; older ones died and are discarded."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One act of one person."""

    change_id: str
    scope: str
    source: str
    changed_by: str
    changed_at: int
    row_count: int


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """How a thing was from a moment on."""

    change_id: str
    source: str
    changed_by: str
    changed_at: int
    body: bytes | None
    """None: removed."""


def edit(
    connection: sa.Connection,
    store_id: str,
    scope: str,
    rows: Sequence[Row],
    *,
    source: str,
    by: str,
    at: int,
) -> str:
    """Publish rows with their history; the change's id, empty if nothing was news. Call it last."""
    head, news = feed.publish_changed(connection, store_id, scope, rows, at=at)
    if not news:
        return ""
    owner = feed.owner_of(store_id, scope)
    change_id = _insert_change(connection, owner, scope, source, by, at, "published", len(news), head)
    connection.execute(sa.insert(change_row), _staged_values(owner, change_id, scope, news, 0))
    return change_id


def begin(connection: sa.Connection, store_id: str, scope: str, *, source: str, by: str, at: int) -> str:
    """Begin a change that comes in pieces; its id."""
    owner = feed.owner_of(store_id, scope)
    feed.begin(connection, owner, scope)
    return _insert_change(connection, owner, scope, source, by, at, "staging", 0, None)


def stage(
    connection: sa.Connection,
    store_id: str,
    scope: str,
    change_id: str,
    rows: Sequence[Row],
    *,
    number: int,
    known: feed.KnownRows | None = None,
) -> int:
    """Put rows aside for `finish`; how many were news. `number`: rows staged so far.

    A transaction that is repeated stages the same rows again under the same change: not twice.
    """
    require(len(rows) <= STAGE_MAX, f"at most {STAGE_MAX} rows are staged at once")
    owner = feed.owner_of(store_id, scope)
    if known is None:
        known = feed.known_rows(connection, owner, scope, [(row.kind, row.key) for row in rows])
    news = [row for row in rows if feed.is_news(row, known.get((row.kind, row.key)))]
    if news:
        connection.execute(sa.insert(change_row), _staged_values(owner, change_id, scope, news, number))
    return len(news)


def finish(connection: sa.Connection, store_id: str, scope: str, change_id: str, *, at: int) -> int:
    """Publish everything staged at once; the scope's head afterwards. Done twice, it is done once."""
    owner = feed.owner_of(store_id, scope)
    head = feed.lock(connection, owner, scope)
    mine = (change.c.store_id == owner, change.c.change_id == change_id)
    state = connection.execute(sa.select(change.c.state).where(*mine)).scalar_one()
    if state == "published":
        return head.head
    staged = (change_row.c.store_id == owner, change_row.c.change_id == change_id)
    size, min_wire = connection.execute(
        sa.select(
            sa.func.coalesce(sa.func.max(change_row.c.number), 0),
            sa.func.coalesce(sa.func.max(change_row.c.min_wire), 1),
        ).where(*staged)
    ).one()
    news = sa.select(change_row.c.kind, change_row.c.key).where(*staged)
    replaced = (
        feed_row.c.store_id == owner,
        feed_row.c.scope == scope,
        sa.tuple_(feed_row.c.kind, feed_row.c.key).in_(news),
    )
    gone_count, gone_sum = _living(connection, feed_row, replaced)
    new_count, new_sum = _living(connection, change_row, staged)
    connection.execute(sa.delete(feed_row).where(*replaced))
    connection.execute(_take_over(owner, scope, change_id, head.head, at))
    connection.execute(
        sa.update(change)
        .where(*mine)
        .values(state="published", changed_at=at, row_count=size, head=head.head + size)
    )
    feed.move(
        connection,
        owner,
        scope,
        head=head.head + size,
        count=head.count + new_count - gone_count,
        checksum=head.checksum + new_sum - gone_sum,
        min_wire_max=max(head.min_wire_max, min_wire),
    )
    return head.head + int(size)


def refresh_statistics(connection: sa.Connection) -> None:
    """Tell PostgreSQL how large the feed has become; it would plan for an empty table until it finds out."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ANALYZE feed_row")


def discard(connection: sa.Connection, store_id: str, change_id: str) -> bool:
    """Remove a change that was not finished, DISCARD_MAX rows at a time; False while there is more."""
    mine = (change.c.store_id == store_id, change.c.change_id == change_id, change.c.state == "staging")
    if connection.execute(sa.select(change.c.change_id).where(*mine)).first() is None:
        return True
    staged = (change_row.c.store_id == store_id, change_row.c.change_id == change_id)
    some = sa.select(change_row.c.number).where(*staged).order_by(change_row.c.kind, change_row.c.key)
    numbers = connection.execute(some.limit(DISCARD_MAX)).scalars().all()
    if numbers:
        connection.execute(
            sa.delete(change_row).where(*staged, change_row.c.number.between(min(numbers), max(numbers)))
        )
        return False
    connection.execute(sa.delete(change).where(*mine))
    return True


def abandoned(connection: sa.Connection, store_id: str, *, at: int) -> tuple[str, ...]:
    """Changes that were begun long ago and never finished."""
    rows = connection.execute(
        sa.select(change.c.change_id).where(
            change.c.store_id == store_id,
            change.c.state == "staging",
            change.c.changed_at < at - STAGING_KEPT_US,
        )
    )
    return tuple(rows.scalars())


def recent(connection: sa.Connection, store_id: str, *, limit: int = 50) -> tuple[Change, ...]:
    """What was changed last, newest first."""
    names = Change.__struct_fields__
    rows = connection.execute(
        sa.select(*(change.c[name] for name in names))
        .where(change.c.store_id == store_id, change.c.state == "published")
        .order_by(change.c.changed_at.desc(), change.c.change_id.desc())
        .limit(limit)
    )
    return tuple(Change(**row._mapping) for row in rows)


def history(
    connection: sa.Connection, store_id: str, scope: str, kind: str, key: str, *, limit: int = 50
) -> tuple[Version, ...]:
    """Every version of one thing, newest first."""
    rows = connection.execute(
        sa.select(
            change.c.change_id,
            change.c.source,
            change.c.changed_by,
            change.c.changed_at,
            change_row.c.is_deleted,
            change_row.c.body,
        )
        .select_from(change_row.join(change, same_change()))
        .where(
            change_row.c.store_id == feed.owner_of(store_id, scope),
            change_row.c.scope == scope,
            change_row.c.kind == kind,
            change_row.c.key == key,
            change.c.state == "published",
        )
        .order_by(change.c.changed_at.desc(), change.c.change_id.desc())
        .limit(limit)
    )
    return tuple(
        Version(
            change_id=row.change_id,
            source=row.source,
            changed_by=row.changed_by,
            changed_at=row.changed_at,
            body=None if row.is_deleted else row.body,
        )
        for row in rows
    )


def as_of(
    connection: sa.Connection, store_id: str, scope: str, kinds: Sequence[str], *, at: int
) -> dict[tuple[str, str], bytes]:
    """What rows of these kinds were at a moment: (kind, key) to body."""
    rows = connection.execute(
        sa.select(change_row.c.kind, change_row.c.key, change_row.c.is_deleted, change_row.c.body)
        .select_from(change_row.join(change, same_change()))
        .where(
            change_row.c.store_id == feed.owner_of(store_id, scope),
            change_row.c.scope == scope,
            change_row.c.kind.in_(list(kinds)),
            change.c.state == "published",
            change.c.changed_at <= at,
        )
        .order_by(change.c.changed_at, change.c.change_id)
    )
    return last_said(rows)


def last_said(rows: Iterable[Any]) -> dict[tuple[str, str], bytes]:
    """Of versions in their order (kind, key, is_deleted, body) what the last ones leave: key to body."""
    newest = {(row.kind, row.key): row for row in rows}
    return {name: row.body for name, row in newest.items() if not row.is_deleted}


def same_change() -> sa.ColumnElement[bool]:
    """A row of `change_row` and its `change`."""
    return sa.and_(change.c.store_id == change_row.c.store_id, change.c.change_id == change_row.c.change_id)


def _insert_change(
    connection: sa.Connection,
    owner: str,
    scope: str,
    source: str,
    by: str,
    at: int,
    state: str,
    row_count: int,
    head: int | None,
) -> str:
    change_id = new_id()
    values = {
        "store_id": owner,
        "change_id": change_id,
        "scope": scope,
        "source": source,
        "changed_by": by,
        "changed_at": at,
        "state": state,
        "row_count": row_count,
        "head": head,
    }
    connection.execute(sa.insert(change), values)
    return change_id


def _staged_values(
    owner: str, change_id: str, scope: str, rows: Sequence[Row], number: int
) -> list[dict[str, Any]]:
    fixed = {"store_id": owner, "change_id": change_id, "scope": scope}
    return [feed.row_values(row) | fixed | {"number": offset} for offset, row in enumerate(rows, number + 1)]


def _living(
    connection: sa.Connection, table: sa.Table, which: Sequence[sa.ColumnElement[bool]]
) -> tuple[int, int]:
    count, low, high = connection.execute(
        sa.select(sa.func.count(), *feed.sums(table)).where(*which, sa.not_(table.c.is_deleted))
    ).one()
    return count, feed.summed(low, high)


def _take_over(owner: str, scope: str, change_id: str, head: int, at: int) -> sa.Insert:
    same = ("kind", "key", "is_deleted", "min_wire", "row_hash", "title", "category", "body")
    taken = sa.select(
        change_row.c.store_id,
        change_row.c.scope,
        (change_row.c.number + sa.literal(head, sa.BigInteger)).label("pos"),
        sa.literal(at, sa.BigInteger).label("changed_at"),
        *(change_row.c[name] for name in same),
    ).where(change_row.c.store_id == owner, change_row.c.change_id == change_id, change_row.c.scope == scope)
    return sa.insert(feed_row).from_select(["store_id", "scope", "pos", "changed_at", *same], taken)
