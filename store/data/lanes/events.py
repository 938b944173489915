"""What happened in a store, numbered, for whoever watches: browsers, and lanes waiting for commands.

A hint that outlives a restart, not a record: the newest KEPT are there, and a watcher that missed more
loads its page again. `publish` is the last thing a transaction does, because the store's head row is held
from there on.

Source: docs/security.md, "Live events".
Invariants: numbers of a store become visible in order and without a gap.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data import upsert
from store.data.schema.alerts import event, event_head

KEPT = 5_000
PRUNE_EVERY = 500
BODY_MAX = 16 * 1024


class StoreEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened in a store. Nothing in it names a shopper."""

    store_id: str
    pos: int
    kind: str
    """`alert`, `lane`, `command`, `sale`: what a browser listens for."""
    key: str
    """Whose: a terminal or an alert."""
    at: int
    body: bytes
    """JSON of one line."""

    def frame(self) -> bytes:
        """As a server-sent event."""
        return b"id: %d\nevent: %s\ndata: %s\n\n" % (self.pos, self.kind.encode(), self.body)


def publish(
    connection: sa.Connection,
    store_id: str,
    kind: str,
    key: str,
    body: msgspec.Struct | dict[str, object],
    at: int,
) -> int:
    """Number and keep an event; its number."""
    raw = msgspec.json.encode(body)
    require(len(raw) <= BODY_MAX, f"an event has at most {BODY_MAX} bytes")
    statement = upsert.insert(connection, event_head).values(store_id=store_id, pos=1)
    raised = statement.on_conflict_do_update(index_elements=["store_id"], set_={"pos": event_head.c.pos + 1})
    pos: int = connection.execute(raised.returning(event_head.c.pos)).scalar_one()
    connection.execute(
        sa.insert(event).values(store_id=store_id, pos=pos, kind=kind, key=key, at=at, body=raw)
    )
    if pos % PRUNE_EVERY == 0:
        connection.execute(sa.delete(event).where(event.c.store_id == store_id, event.c.pos <= pos - KEPT))
    return pos


def head(connection: sa.Connection, store_id: str) -> int:
    """Number of the newest event; 0: none yet."""
    found = connection.execute(sa.select(event_head.c.pos).where(event_head.c.store_id == store_id)).scalar()
    return found or 0


def after(connection: sa.Connection, store_id: str, pos: int, limit: int) -> Sequence[StoreEvent]:
    """Events with greater numbers, in order."""
    rows = connection.execute(
        sa.select(event)
        .where(event.c.store_id == store_id, event.c.pos > pos)
        .order_by(event.c.pos)
        .limit(limit)
    )
    return [StoreEvent(**row) for row in rows.mappings()]
