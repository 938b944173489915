"""What waits in quarantine for a person, and what is solved.

Source: docs/back-office.md, "Set aside".
Invariants: read only; every list is bounded.
"""

import sqlalchemy as sa

from store.data.journals.sales import Aside
from store.data.schema.sales import quarantine

COUNT_MAX = 1_000


def waiting(connection: sa.Connection, store_id: str) -> int:
    """How many envelopes wait for a person, COUNT_MAX at most."""
    some = (
        sa.select(quarantine.c.envelope_id)
        .where(quarantine.c.store_id == store_id, quarantine.c.solved_at == 0)
        .limit(COUNT_MAX)
    )
    return len(connection.execute(some).all())


def solved(connection: sa.Connection, store_id: str, *, limit: int = 20) -> tuple[Aside, ...]:
    """Envelopes that were set aside and count now, the latest first."""
    rows = connection.execute(
        sa.select(quarantine)
        .where(quarantine.c.store_id == store_id, quarantine.c.solved_at > 0)
        .order_by(quarantine.c.solved_at.desc())
        .limit(limit)
    )
    return tuple(Aside(**row._mapping) for row in rows)
