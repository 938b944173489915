"""Figures of the whole service for who operates it, read in one go.

Source: docs/operate.md, "Figures".
Invariants: read only; bounded; nothing personal.
"""

import msgspec
import sqlalchemy as sa

from retail.unreadable import UNREADABLE
from retail.wire.live import LaneStatus
from store.data.lanes.lane_status import SECOND, SILENT_S
from store.data.rules import every_store
from store.data.schema.alerts import alert, lane_status
from store.data.schema.ingest import terminal_head
from store.data.schema.sales import projection, quarantine

LANES_MAX = 20_000


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """How things are now."""

    lanes: dict[tuple[str, str], int]
    """Lanes by version and whether they are connected (`yes`, `no`)."""
    unsent: int
    """Envelopes that lanes say the service does not have."""
    settings: dict[str, int]
    """Lanes by how they stand to their settings."""
    alerts: dict[str, int]
    """Open alerts by severity."""
    set_aside: int
    """Envelopes that wait for a person."""
    unopened: int
    """Envelopes that have arrived and are not opened yet."""


def read(connection: sa.Connection, at: int) -> Figures:
    """All of them; over every store."""
    whole = every_store(connection, "report")
    lanes: dict[tuple[str, str], int] = {}
    standing: dict[str, int] = {}
    unsent = 0
    rows = whole.execute(
        sa.select(lane_status.c.status, lane_status.c.is_connected, lane_status.c.told_at).limit(LANES_MAX)
    )
    for row in rows:
        status = _status(row.status)
        is_here = row.is_connected and at - row.told_at < SILENT_S * SECOND
        key = (status.version if status is not None else "", "yes" if is_here else "no")
        lanes[key] = lanes.get(key, 0) + 1
        if status is not None:
            unsent += status.unsent
            word = status.settings.state if status.settings is not None else "unknown"
            standing[word] = standing.get(word, 0) + 1
    counted = whole.execute(
        sa.select(alert.c.severity, sa.func.count()).where(alert.c.cleared_at == 0).group_by(alert.c.severity)
    )
    alerts = {severity: int(count) for severity, count in counted}
    aside = whole.execute(sa.select(sa.func.count()).where(quarantine.c.solved_at == 0)).scalar()
    acked = whole.execute(sa.select(sa.func.coalesce(sa.func.sum(terminal_head.c.acked), 0))).scalar()
    opened = whole.execute(sa.select(sa.func.coalesce(sa.func.sum(projection.c.projected), 0))).scalar()
    return Figures(
        lanes=lanes,
        unsent=unsent,
        settings=standing,
        alerts=alerts,
        set_aside=int(aside or 0),
        unopened=max(0, int(acked or 0) - int(opened or 0)),
    )


def _status(body: bytes) -> LaneStatus | None:
    try:
        return msgspec.json.decode(body, type=LaneStatus)
    except UNREADABLE:  # of a program of before or after this one
        return None
