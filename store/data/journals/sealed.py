"""Envelopes as they were sealed: their place in the chain, and the bodies of a day to price again.

Source: docs/back-office.md, "One sale"; docs/protocol.md, "Envelopes".
Invariants: read only; bodies are the bytes the lane sent.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from retail.journal.envelope import GENESIS_HASH, digest
from store.data.schema.ingest import envelope, envelope_again
from store.data.schema.sales import sale


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An envelope's place in its lane's chain."""

    terminal_id: str
    epoch: int
    seq: int
    received_at: int
    is_held: bool
    body: bytes
    hash: bytes
    prev: bytes | None
    """Hash of the envelope before; None: it is not here."""
    before: bytes | None
    """Body of the envelope before, of this epoch."""
    next_seq: int
    """The one after it; 0: it is the lane's last."""
    times_sent: int

    @property
    def is_whole(self) -> bool:
        """Whether its hash follows from the envelope before and its bytes."""
        return self.prev is not None and digest(self.prev, self.body) == self.hash


def link(connection: sa.Connection, store_id: str, envelope_id: str) -> Link | None:
    """An envelope, and what it hangs on."""
    row = connection.execute(
        sa.select(envelope).where(envelope.c.store_id == store_id, envelope.c.id == envelope_id)
    ).one_or_none()
    if row is None:
        return None
    before = _hash_and_body(connection, store_id, row, row.seq - 1)
    after = _hash_and_body(connection, store_id, row, row.seq + 1)
    again = connection.execute(
        sa.select(sa.func.count())
        .select_from(envelope_again)
        .where(envelope_again.c.store_id == store_id, envelope_again.c.id == envelope_id)
    ).scalar_one()
    return Link(
        terminal_id=row.terminal_id,
        epoch=row.epoch,
        seq=row.seq,
        received_at=row.received_at,
        is_held=row.is_held,
        body=bytes(row.body),
        hash=bytes(row.hash),
        prev=GENESIS_HASH if row.seq == 1 else before[0] if before else None,
        before=before[1] if before else None,
        next_seq=row.seq + 1 if after else 0,
        times_sent=1 + again,
    )


def _hash_and_body(
    connection: sa.Connection, store_id: str, row: Any, seq: int
) -> tuple[bytes, bytes | None] | None:
    """An envelope of the same chain, also one that was sent again after a fork (that one without a body)."""
    for table in (envelope, envelope_again):
        found = connection.execute(
            sa.select(table.c.hash, table.c.body).where(
                table.c.store_id == store_id,
                table.c.terminal_id == row.terminal_id,
                table.c.epoch == row.epoch,
                table.c.seq == seq,
            )
        ).one_or_none()
        if found is not None:
            body = bytes(found.body) if table is envelope else None
            return bytes(found.hash), body
    return None


def bodies_of_day(
    connection: sa.Connection, store_id: str, day: str, *, limit: int
) -> tuple[tuple[str, bytes], ...]:
    """Sealed bodies of a day's sales, (envelope, body), in the order they began."""
    rows = connection.execute(
        sa.select(envelope.c.id, envelope.c.body)
        .select_from(
            sale.join(
                envelope, sa.and_(envelope.c.store_id == sale.c.store_id, envelope.c.id == sale.c.envelope_id)
            )
        )
        .where(
            sale.c.store_id == store_id,
            envelope.c.store_id == store_id,
            sale.c.business_date == day,
            sale.c.outcome == "sold",
        )
        .order_by(sale.c.started_at, sale.c.envelope_id)
        .limit(limit)
    )
    return tuple((row[0], bytes(row[1])) for row in rows)
