"""Figures of lanes: how each did on each day, what happened on it, what its card terminal said.

Source: docs/back-office.md, "Reports", "Day close".
Invariants: read only; days are the shop's own.
"""

import msgspec
import sqlalchemy as sa

from retail.card_schemes import CardTotal
from store.data.journals import terminal_sums
from store.data.journals.reports import ROWS_MAX, Days, counts, of_days, sold, summed, whole
from store.data.schema.sales import lane_event, sale


class LaneDay(msgspec.Struct, frozen=True, kw_only=True):
    """One lane on one day."""

    terminal_id: str
    lane: str
    day: str
    sales: int
    cancelled: int
    returns: int = 0
    returned_minor: int = 0
    """Given back; the total is less by it."""
    loads: int = 0
    """Balances that were topped up."""
    loaded_minor: int = 0
    """By how much: owed to members, and part of no total."""
    items: int
    total_minor: int
    voids: int
    not_found: int
    helps: int
    help_s: int
    attempts: int
    busy_us: int
    """Shoppers at the lane, together."""
    first_at: int
    last_at: int
    number_min: int
    number_max: int

    @property
    def missing_numbers(self) -> int:
        """Transaction numbers between the first and the last of the day that are not here."""
        known = self.sales + self.cancelled + self.returns + self.loads
        return self.number_max - self.number_min + 1 - known


class LaneEvents(msgspec.Struct, frozen=True, kw_only=True):
    """How often something happened on a lane."""

    terminal_id: str
    event: str
    subject: str
    count: int


class TerminalDay(msgspec.Struct, frozen=True, kw_only=True):
    """What a card terminal said at its own end of day."""

    terminal_id: str
    at: int
    succeeded: bool
    total_minor: int | None
    schemes: tuple[CardTotal, ...] = ()
    """By card scheme; empty when it tells none."""


def lane_days(connection: sa.Connection, store_id: str, days: Days) -> tuple[LaneDay, ...]:
    """How each lane did on each day."""
    is_sold, is_money = sold(), counts()
    rows = connection.execute(
        sa.select(
            sale.c.terminal_id,
            sa.func.max(sale.c.lane).label("lane"),
            sale.c.business_date.label("day"),
            summed(is_sold, 1).label("sales"),
            summed(sale.c.outcome == "cancelled", 1).label("cancelled"),
            summed(sale.c.outcome == "returned", 1).label("returns"),
            summed(sale.c.outcome == "returned", -sale.c.total_minor).label("returned_minor"),
            summed(sale.c.outcome == "loaded", 1).label("loads"),
            summed(sale.c.outcome.in_(("loaded", "load_returned")), sale.c.total_minor).label("loaded_minor"),
            summed(is_sold, sale.c.item_count).label("items"),
            summed(is_money, sale.c.total_minor).label("total_minor"),
            summed(sa.true(), sale.c.void_count).label("voids"),
            summed(sa.true(), sale.c.not_found_count).label("not_found"),
            summed(sa.true(), sale.c.help_count).label("helps"),
            summed(sa.true(), sale.c.help_s).label("help_s"),
            summed(sa.true(), sale.c.attempt_count).label("attempts"),
            sa.func.sum(sale.c.ended_at - sale.c.started_at).label("busy_us"),
            sa.func.min(sale.c.started_at).label("first_at"),
            sa.func.max(sale.c.ended_at).label("last_at"),
            sa.func.min(sale.c.number).label("number_min"),
            sa.func.max(sale.c.number).label("number_max"),
        )
        .where(*of_days(store_id, days))
        .group_by(sale.c.terminal_id, sale.c.business_date)
        .order_by(sale.c.terminal_id, sale.c.business_date)
    )
    return tuple(LaneDay(**whole(row)) for row in rows)


def lane_events(
    connection: sa.Connection, store_id: str, since: int, until: int, terminal_id: str = ""
) -> tuple[LaneEvents, ...]:
    """What happened on lanes in a time, counted."""
    table = lane_event
    query = (
        sa.select(table.c.terminal_id, table.c.event, table.c.subject, sa.func.count().label("count"))
        .where(table.c.store_id == store_id, table.c.at >= since, table.c.at < until)
        .group_by(table.c.terminal_id, table.c.event, table.c.subject)
        .order_by(table.c.terminal_id, table.c.event, table.c.subject)
    )
    if terminal_id:
        query = query.where(table.c.terminal_id == terminal_id)
    return tuple(LaneEvents(**whole(row)) for row in connection.execute(query.limit(ROWS_MAX)))


def terminal_days(
    connection: sa.Connection, store_id: str, since: int, until: int
) -> tuple[TerminalDay, ...]:
    """Ends of day of card terminals in a time."""
    table = lane_event
    rows = connection.execute(
        sa.select(table.c.terminal_id, table.c.at, table.c.subject, table.c.detail)
        .where(
            table.c.store_id == store_id,
            table.c.event == "TerminalDayClosed",
            table.c.at >= since,
            table.c.at < until,
        )
        .order_by(table.c.at)
    )
    return tuple(
        TerminalDay(
            terminal_id=row.terminal_id,
            at=row.at,
            succeeded=row.subject == "closed",
            total_minor=total_minor,
            schemes=schemes,
        )
        for row in rows
        for total_minor, schemes in (terminal_sums.read(row.detail),)
    )
