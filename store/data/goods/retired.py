"""Things a shop has taken out, to bring back: offers that are off.

Source: docs/back-office.md, "Offers".
Invariants: read only; known for as long as their tombstones are kept (`store.data.replication.feed`).
"""

import sqlalchemy as sa

from store.data.replication.feed import owner_of
from store.data.schema.feed import feed_row

LIST_MAX = 200


def gone(connection: sa.Connection, store_id: str, scope: str, kind: str) -> tuple[tuple[str, int], ...]:
    """Things of a kind that were taken out: (key, when), while their tombstones are kept."""
    rows = connection.execute(
        sa.select(feed_row.c.key, feed_row.c.changed_at)
        .where(
            feed_row.c.store_id == owner_of(store_id, scope),
            feed_row.c.scope == scope,
            feed_row.c.kind == kind,
            feed_row.c.is_deleted,
        )
        .order_by(feed_row.c.key)
        .limit(LIST_MAX)
    )
    return tuple((row.key, row.changed_at) for row in rows)
