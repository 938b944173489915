"""What lanes asked of people, as it was told: events of interventions, and who signed on where.

Source: docs/back-office.md, "Interventions".
Invariants: read only; at most EVENTS_MAX events at once, the newest interventions are left out beyond.
"""

import msgspec
import sqlalchemy as sa

from store.data.schema.attention import intervention_event, staff_sign
from store.data.schema.identity import audit

EVENTS_MAX = 150_000
"""A month of a very busy store; reading and counting them takes seconds."""
SIGNS_MAX = 100_000
ON, OFF = "staff.login", "staff.logout"
"""The audit log's words for the station's sign-on and sign-off."""


class Intervened(msgspec.Struct, frozen=True, kw_only=True):
    """One event of one intervention."""

    terminal_id: str
    epoch: int
    intervention_no: int
    event: str
    at: int
    kind: str
    by: str
    why: str
    how: str
    is_called: bool
    is_remote: bool


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody signed on or off, at a lane or at the station."""

    staff_id: str
    at: int
    is_on: bool


def events(
    connection: sa.Connection, store_id: str, since: int, until: int, terminal_id: str = ""
) -> tuple[tuple[Intervened, ...], bool]:
    """Everything about the interventions raised in a time, oldest first; whether some is left out."""
    table, raised = intervention_event, intervention_event.alias("raised")
    those = [
        raised.c.store_id == store_id,
        raised.c.event == "raised",
        raised.c.at >= since,
        raised.c.at < until,
    ]
    if terminal_id:
        those.append(raised.c.terminal_id == terminal_id)
    named = sa.select(raised.c.terminal_id, raised.c.epoch, raised.c.intervention_no).where(*those)
    wanted = named.distinct().subquery("wanted")
    query = (
        sa.select(*(table.c[name] for name in Intervened.__struct_fields__))
        .join(
            wanted,
            sa.and_(
                table.c.terminal_id == wanted.c.terminal_id,
                table.c.epoch == wanted.c.epoch,
                table.c.intervention_no == wanted.c.intervention_no,
            ),
        )
        .where(table.c.store_id == store_id)
        .order_by(table.c.at, table.c.terminal_id, table.c.epoch, table.c.intervention_no, table.c.number)
        .limit(EVENTS_MAX + 1)
    )
    rows = connection.execute(query).all()
    return tuple(Intervened(**row._mapping) for row in rows[:EVENTS_MAX]), len(rows) > EVENTS_MAX


def signs(
    connection: sa.Connection, store_id: str, since: int, until: int, terminal_id: str = ""
) -> tuple[Sign, ...]:
    """Sign-ons and sign-offs in a time, oldest first: at lanes (at one, if named), and at the station."""
    lanes = (
        sa.select(staff_sign.c.by, staff_sign.c.at, staff_sign.c.is_on)
        .where(staff_sign.c.store_id == store_id, staff_sign.c.at >= since, staff_sign.c.at < until)
        .order_by(staff_sign.c.at)
        .limit(SIGNS_MAX)
    )
    if terminal_id:
        lanes = lanes.where(staff_sign.c.terminal_id == terminal_id)
    found = [Sign(staff_id=row.by, at=row.at, is_on=row.is_on) for row in connection.execute(lanes)]
    office = (
        sa.select(audit.c.what, audit.c.at, audit.c.action)
        .where(
            audit.c.store_id == store_id,
            audit.c.at >= since,
            audit.c.at < until,
            audit.c.action.in_((ON, OFF)),
        )
        .order_by(audit.c.at)
        .limit(SIGNS_MAX)
    )
    found += [
        Sign(staff_id=row.what.removeprefix("staff:"), at=row.at, is_on=row.action == ON)
        for row in connection.execute(office)
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.staff_id, not one.is_on)))
