"""Reading the feed: pages after a cursor, and where scopes end.

Source: docs/protocol.md, "Feed down".
Invariants: a page is one consistent moment of its scope; at the head of a scope that did not move it is empty
and costs one lookup.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.wire.feed import LIMIT_MAX, MODULUS, FeedRow
from store.data.replication.feed import Head, owner_of, summed, sums
from store.data.schema.feed import feed_head, feed_row

PAGE_BYTES_MAX = 4 * 1024 * 1024
"""A page ends early when its bodies are larger than this."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Rows after a cursor, and the head at that moment. `to` is the cursor after the page."""

    head: Head
    rows: tuple[FeedRow, ...]
    to: int
    more: bool
    withheld: int = 0


def heads(connection: sa.Connection, store_id: str, scopes: Sequence[str]) -> dict[str, int]:
    """Where scopes of a store (and the chain) end now. Cheap: what long polls and hints look at."""
    found = {}
    for owner in {owner_of(store_id, scope) for scope in scopes}:
        rows = connection.execute(
            sa.select(feed_head.c.scope, feed_head.c.head).where(
                feed_head.c.store_id == owner, feed_head.c.scope.in_(list(scopes))
            )
        )
        found.update({row.scope: row.head for row in rows})
    return found


def page(
    connection: sa.Connection, store_id: str, scope: str, *, after: int, limit: int, wire: int
) -> Page | None:
    """Rows after a cursor; None if the scope has no head (`begin`).

    Rows that ask for more than `wire` are left out, and out of count and checksum. One statement, so that
    head and rows are of one moment whatever the isolation.
    """
    require(0 < limit <= LIMIT_MAX, f"a page has 1 to {LIMIT_MAX} rows")
    owner = owner_of(store_id, scope)
    found = connection.execute(_page_statement(owner, scope, after, limit)).all()
    if not found:
        return None
    withheld, withheld_sum = 0, 0
    if found[0].min_wire_max > wire:
        found = connection.execute(_page_statement(owner, scope, after, limit, wire)).all()
        withheld = found[0].withheld
        withheld_sum = summed(found[0].withheld_low, found[0].withheld_high)
    first = found[0]
    rows: list[FeedRow] = []
    to, size = after, 0
    more = len(found) > limit
    for row in found[:limit]:
        if row.pos is None:
            break
        size += len(row.body)
        if size > PAGE_BYTES_MAX and to > after:
            more = True
            break
        to = row.pos
        if row.min_wire <= wire:
            rows.append(
                FeedRow(
                    pos=row.pos,
                    kind=row.kind,
                    key=row.key,
                    op="delete" if row.is_deleted else "put",
                    body=row.body,
                    min_wire=row.min_wire,
                )
            )
    head = Head(
        feed_epoch=first.feed_epoch,
        head=first.head,
        count=first.living - withheld,
        checksum=(first.checksum - withheld_sum) % MODULUS,
        min_wire_max=first.min_wire_max,
        pruned_to=first.pruned_to,
    )
    return Page(
        head=head, rows=tuple(rows), to=to if more else max(to, first.head), more=more, withheld=withheld
    )


def _page_statement(
    owner: str, scope: str, after: int, limit: int, wire: int | None = None
) -> sa.Select[Any]:
    names = ("pos", "kind", "key", "is_deleted", "min_wire", "body")
    following = (  # limited before it is joined, so that every planner reads the index by position
        sa.select(*(feed_row.c[name] for name in names))
        .where(feed_row.c.store_id == owner, feed_row.c.scope == scope, feed_row.c.pos > after)
        .order_by(feed_row.c.pos)
        .limit(limit + 1)
        .subquery("following")
    )
    columns: list[sa.ColumnElement[Any]] = [
        feed_head.c.feed_epoch,
        feed_head.c.head,
        feed_head.c.living,
        feed_head.c.checksum,
        feed_head.c.min_wire_max,
        feed_head.c.pruned_to,
        *(following.c[name] for name in names),
    ]
    if wire is not None:
        columns += _withheld(owner, scope, wire)
    return (
        sa.select(*columns)
        .select_from(feed_head.outerjoin(following, sa.true()))
        .where(feed_head.c.store_id == owner, feed_head.c.scope == scope)
        .order_by(following.c.pos)
    )


def _withheld(owner: str, scope: str, wire: int) -> list[sa.ColumnElement[Any]]:
    """Count and sums of the living rows a lane is too old for, of the same moment as the page."""
    hidden = feed_row.alias("hidden")
    mine = (
        hidden.c.store_id == owner,
        hidden.c.scope == scope,
        hidden.c.min_wire > wire,
        sa.not_(hidden.c.is_deleted),
    )
    low, high = sums(hidden)
    return [
        sa.select(column).where(*mine).scalar_subquery().label(name)
        for name, column in (("withheld", sa.func.count()), ("withheld_low", low), ("withheld_high", high))
    ]
