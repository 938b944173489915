"""Check the feeds: every head against the rows it counts, every row against its own hash.

Source: docs/store.md, "Verifying"; docs/protocol.md, "Feed down".
Invariants: only reads; one moment of everything.
"""

from collections.abc import Iterator

import sqlalchemy as sa

from retail.wire.feed import MODULUS, row_hash
from store.data.replication import feed
from store.data.replication.feed import Head, signed
from store.data.schema.feed import feed_row

ROWS_AT_ONCE = 5_000


def faults(connection: sa.Connection) -> list[str]:
    """What does not hold, in words; empty: every feed is as its head says."""
    return [
        f"store {owner}, feed {scope}: {fault}"
        for owner in feed.stores(connection)
        for scope in feed.scopes(connection, owner)
        if (head := feed.read_head(connection, owner, scope)) is not None
        for fault in _scope_faults(connection, owner, scope, head)
    ]


def _scope_faults(connection: sa.Connection, owner: str, scope: str, head: Head) -> Iterator[str]:
    count = checksum = last = damaged = 0
    columns = ("pos", "kind", "key", "is_deleted", "row_hash", "body")
    query = sa.select(*(feed_row.c[name] for name in columns)).where(
        feed_row.c.store_id == owner, feed_row.c.scope == scope
    )
    streaming = connection.execution_options(stream_results=True, max_row_buffer=ROWS_AT_ONCE)
    for row in streaming.execute(query):
        last = max(last, row.pos)
        if row.is_deleted:
            continue
        count, checksum = count + 1, (checksum + row.row_hash) % MODULUS
        damaged += row.row_hash != signed(row_hash(row.kind, row.key, bytes(row.body)))
    if damaged:
        yield f"{damaged} rows are not what their hash says"
    if (count, checksum) != (head.count, head.checksum):
        yield f"its head counts {head.count} rows, there are {count}"
    if last > head.head:
        yield f"row {last} is beyond its head {head.head}"
