"""How each lane is, as it last said.

Source: docs/protocol.md, "Live channel".
Invariants: only the connection that speaks for a lane now may say that it is gone.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail.wire.live import BEAT_S, LaneStatus
from store.data import upsert
from store.data.lanes import events
from store.data.schema.alerts import lane_status

KIND = "lane"
"""Of the event; its key is the lane."""
SILENT_S = 3 * BEAT_S
SECOND = 1_000_000


class LaneNow(msgspec.Struct, frozen=True, kw_only=True):
    """A lane as browsers see it."""

    terminal_id: str
    is_connected: bool
    told_at: int
    """When it last spoke; 0: never."""
    status: LaneStatus | None


def tell(
    connection: sa.Connection, store_id: str, terminal_id: str, status: LaneStatus, by: str, at: int
) -> None:
    """Keep what a lane says. `by` names the connection."""
    values = {"status": msgspec.json.encode(status), "told_at": at, "is_connected": True, "connection": by}
    connection.execute(
        upsert.insert(connection, lane_status)
        .values(store_id=store_id, terminal_id=terminal_id, **values)
        .on_conflict_do_update(index_elements=["store_id", "terminal_id"], set_=values)
    )
    now = LaneNow(terminal_id=terminal_id, is_connected=True, told_at=at, status=status)
    events.publish(connection, store_id, KIND, terminal_id, now, at)


def gone(connection: sa.Connection, store_id: str, terminal_id: str, by: str, at: int) -> bool:
    """The connection ended; false if another one speaks for the lane already."""
    row = connection.execute(
        sa.update(lane_status)
        .where(
            lane_status.c.store_id == store_id,
            lane_status.c.terminal_id == terminal_id,
            lane_status.c.connection == by,
            lane_status.c.is_connected,
        )
        .values(is_connected=False)
        .returning(lane_status.c.status, lane_status.c.told_at)
    ).one_or_none()
    if row is None:
        return False
    events.publish(connection, store_id, KIND, terminal_id, _now(terminal_id, False, row, at), at)
    return True


def listed(connection: sa.Connection, store_id: str, at: int) -> Sequence[LaneNow]:
    """Every lane that ever spoke. One that has been silent for three beats is not connected."""
    rows = connection.execute(
        sa.select(lane_status).where(lane_status.c.store_id == store_id).order_by(lane_status.c.terminal_id)
    )
    return [_now(row.terminal_id, row.is_connected, row, at) for row in rows]


def _now(terminal_id: str, is_connected: bool, row: sa.Row[tuple[object, ...]], at: int) -> LaneNow:
    return LaneNow(
        terminal_id=terminal_id,
        is_connected=bool(is_connected) and at < row.told_at + SILENT_S * SECOND,
        told_at=row.told_at,
        status=msgspec.json.decode(row.status, type=LaneStatus),
    )
