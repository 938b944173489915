"""Figures of one store over some days: what was sold, how it was paid, what the taxes are, how lanes did.

Source: docs/back-office.md, "Reports".
Invariants: read only; only sales that count (`sale.outcome` is `sold`) carry money; days are the shop's own.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from store.data.schema import sales as tables

ROWS_MAX = 500
"""Products, offers or categories in one list."""
sale, line = tables.sale, tables.sale_line


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """Which sales: business days (ISO, both included), and one lane if named."""

    first: str
    last: str
    terminal_id: str = ""


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """Everything together."""

    sales: int
    cancelled: int
    items: int
    total_minor: int
    list_minor: int
    saving_minor: int
    linked_minor: int
    member_sales: int
    voids: int
    not_found: int
    helps: int
    help_s: int
    attempts: int
    points_earned: int
    points_spent: int

    @property
    def average_minor(self) -> int:
        """What a sale comes to, rounded down."""
        return self.total_minor // self.sales if self.sales else 0


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """Sales of an hour (0 to 23) or of a day (ISO)."""

    at: str
    sales: int
    total_minor: int


class ProductFigure(msgspec.Struct, frozen=True, kw_only=True):
    """What was sold of a product, or (with an empty key) of a category."""

    key: str
    name: str
    category: str
    pieces: int
    paid_minor: int
    saving_minor: int
    sales: int


class VatFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One tax rate."""

    terminal_id: str
    rate_bp: int
    gross_minor: int
    net_minor: int
    tax_minor: int


class TenderFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One means of payment on one lane."""

    terminal_id: str
    kind: str
    card_name: str
    count: int
    amount_minor: int


class OfferFigure(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer gave."""

    offer_id: str
    name: str
    layer: str
    funder: str
    sales: int
    amount_minor: int


class LaneDay(msgspec.Struct, frozen=True, kw_only=True):
    """One lane on one day."""

    terminal_id: str
    lane: str
    day: str
    sales: int
    cancelled: int
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
        return self.number_max - self.number_min + 1 - self.sales - self.cancelled


class LaneEvents(msgspec.Struct, frozen=True, kw_only=True):
    """How often something happened on a lane."""

    terminal_id: str
    event: str
    subject: str
    count: int


def totals(connection: sa.Connection, store_id: str, days: Days) -> Totals:
    """Everything together."""
    sold, amount = _sold(), _summed
    row = connection.execute(
        sa.select(
            amount(sold, 1).label("sales"),
            amount(sale.c.outcome == "cancelled", 1).label("cancelled"),
            amount(sold, sale.c.item_count).label("items"),
            amount(sold, sale.c.total_minor).label("total_minor"),
            amount(sold, sale.c.list_minor).label("list_minor"),
            amount(sold, sale.c.saving_minor).label("saving_minor"),
            amount(sold, sale.c.linked_minor).label("linked_minor"),
            amount(sa.and_(sold, sale.c.member_id != ""), 1).label("member_sales"),
            amount(sa.true(), sale.c.void_count).label("voids"),
            amount(sa.true(), sale.c.not_found_count).label("not_found"),
            amount(sa.true(), sale.c.help_count).label("helps"),
            amount(sa.true(), sale.c.help_s).label("help_s"),
            amount(sa.true(), sale.c.attempt_count).label("attempts"),
            amount(sold, sale.c.points_earned).label("points_earned"),
            amount(sold, sale.c.points_spent).label("points_spent"),
        ).where(*_of(store_id, days))
    ).one()
    return Totals(**_whole(row))


def by_hour(connection: sa.Connection, store_id: str, days: Days) -> tuple[Slot, ...]:
    """Sales by hour of the day, hours without sales left out."""
    return _slots(connection, store_id, days, sale.c.hour)


def by_day(connection: sa.Connection, store_id: str, days: Days) -> tuple[Slot, ...]:
    """Sales by business day, days without sales left out."""
    return _slots(connection, store_id, days, sale.c.business_date)


def _slots(connection: sa.Connection, store_id: str, days: Days, column: sa.Column[Any]) -> tuple[Slot, ...]:
    rows = connection.execute(
        sa.select(column, sa.func.count(), sa.func.sum(sale.c.total_minor))
        .where(*_of(store_id, days), _sold())
        .group_by(column)
        .order_by(column)
    )
    return tuple(Slot(at=str(row[0]), sales=row[1], total_minor=int(row[2])) for row in rows)


def by_product(
    connection: sa.Connection, store_id: str, days: Days, *, limit: int = 50
) -> tuple[ProductFigure, ...]:
    """Goods by what was paid for them, the most first."""
    rows = connection.execute(
        _lines(store_id, days, line.c.product_key, sa.func.max(line.c.name), sa.func.max(line.c.category))
        .group_by(line.c.product_key)
        .order_by(sa.func.sum(line.c.paid_minor).desc(), line.c.product_key)
        .limit(min(limit, ROWS_MAX))
    )
    return tuple(_product(row) for row in rows)


def by_category(connection: sa.Connection, store_id: str, days: Days) -> tuple[ProductFigure, ...]:
    """The same by category."""
    rows = connection.execute(
        _lines(store_id, days, sa.literal(""), line.c.category, line.c.category)
        .group_by(line.c.category)
        .order_by(sa.func.sum(line.c.paid_minor).desc(), line.c.category)
        .limit(ROWS_MAX)
    )
    return tuple(_product(row) for row in rows)


def _lines(store_id: str, days: Days, *names: Any) -> sa.Select[Any]:
    return (
        sa.select(
            *names,
            sa.func.sum(line.c.quantity),
            sa.func.sum(line.c.paid_minor),
            sa.func.sum(line.c.list_minor - line.c.paid_minor),
            sa.func.count(sa.distinct(line.c.envelope_id)),
        )
        .select_from(line.join(sale, _same(line)))
        .where(*_of(store_id, days), _sold(), line.c.store_id == store_id, sa.not_(line.c.is_voided))
    )


def _product(row: Any) -> ProductFigure:
    return ProductFigure(
        key=row[0],
        name=row[1],
        category=row[2],
        pieces=int(row[3]),
        paid_minor=int(row[4]),
        saving_minor=int(row[5]),
        sales=row[6],
    )


def product_days(connection: sa.Connection, store_id: str, days: Days, key: str) -> tuple[Slot, ...]:
    """What one product brought in, by day."""
    rows = connection.execute(
        sa.select(
            sale.c.business_date,
            sa.func.count(sa.distinct(line.c.envelope_id)),
            sa.func.sum(line.c.paid_minor),
        )
        .select_from(line.join(sale, _same(line)))
        .where(
            *_of(store_id, days),
            _sold(),
            line.c.store_id == store_id,
            line.c.product_key == key,
            sa.not_(line.c.is_voided),
        )
        .group_by(sale.c.business_date)
        .order_by(sale.c.business_date)
    )
    return tuple(Slot(at=row[0], sales=row[1], total_minor=int(row[2])) for row in rows)


def vat(connection: sa.Connection, store_id: str, days: Days) -> tuple[VatFigure, ...]:
    """Taxes by lane and rate."""
    part = tables.sale_tax
    rows = connection.execute(
        sa.select(
            sale.c.terminal_id,
            part.c.rate_bp,
            sa.func.sum(part.c.gross_minor).label("gross_minor"),
            sa.func.sum(part.c.net_minor).label("net_minor"),
            sa.func.sum(part.c.tax_minor).label("tax_minor"),
        )
        .select_from(part.join(sale, _same(part)))
        .where(*_of(store_id, days), _sold(), part.c.store_id == store_id)
        .group_by(sale.c.terminal_id, part.c.rate_bp)
        .order_by(part.c.rate_bp.desc(), sale.c.terminal_id)
    )
    return tuple(VatFigure(**_whole(row)) for row in rows)


def tenders(connection: sa.Connection, store_id: str, days: Days) -> tuple[TenderFigure, ...]:
    """Payments by lane and kind."""
    part = tables.sale_tender
    rows = connection.execute(
        sa.select(
            sale.c.terminal_id,
            part.c.kind,
            part.c.card_name,
            sa.func.count().label("count"),
            sa.func.sum(part.c.amount_minor).label("amount_minor"),
        )
        .select_from(part.join(sale, _same(part)))
        .where(*_of(store_id, days), _sold(), part.c.store_id == store_id)
        .group_by(sale.c.terminal_id, part.c.kind, part.c.card_name)
        .order_by(part.c.kind, part.c.card_name, sale.c.terminal_id)
    )
    return tuple(TenderFigure(**_whole(row)) for row in rows)


def offers(connection: sa.Connection, store_id: str, days: Days) -> tuple[OfferFigure, ...]:
    """What each offer gave, the most first."""
    part = tables.sale_discount
    rows = connection.execute(
        sa.select(
            part.c.offer_id,
            sa.func.max(part.c.name).label("name"),
            sa.func.max(part.c.layer).label("layer"),
            sa.func.max(part.c.funder).label("funder"),
            sa.func.count(sa.distinct(part.c.envelope_id)).label("sales"),
            sa.func.sum(part.c.amount_minor).label("amount_minor"),
        )
        .select_from(part.join(sale, _same(part)))
        .where(*_of(store_id, days), _sold(), part.c.store_id == store_id)
        .group_by(part.c.offer_id)
        .order_by(sa.func.sum(part.c.amount_minor).desc(), part.c.offer_id)
        .limit(ROWS_MAX)
    )
    return tuple(OfferFigure(**_whole(row)) for row in rows)


# --- lanes -------------------------------------------------------------------------------------------------


def lane_days(connection: sa.Connection, store_id: str, days: Days) -> tuple[LaneDay, ...]:
    """How each lane did on each day."""
    sold = _sold()
    rows = connection.execute(
        sa.select(
            sale.c.terminal_id,
            sa.func.max(sale.c.lane).label("lane"),
            sale.c.business_date.label("day"),
            _summed(sold, 1).label("sales"),
            _summed(sale.c.outcome == "cancelled", 1).label("cancelled"),
            _summed(sold, sale.c.item_count).label("items"),
            _summed(sold, sale.c.total_minor).label("total_minor"),
            _summed(sa.true(), sale.c.void_count).label("voids"),
            _summed(sa.true(), sale.c.not_found_count).label("not_found"),
            _summed(sa.true(), sale.c.help_count).label("helps"),
            _summed(sa.true(), sale.c.help_s).label("help_s"),
            _summed(sa.true(), sale.c.attempt_count).label("attempts"),
            sa.func.sum(sale.c.ended_at - sale.c.started_at).label("busy_us"),
            sa.func.min(sale.c.started_at).label("first_at"),
            sa.func.max(sale.c.ended_at).label("last_at"),
            sa.func.min(sale.c.number).label("number_min"),
            sa.func.max(sale.c.number).label("number_max"),
        )
        .where(*_of(store_id, days))
        .group_by(sale.c.terminal_id, sale.c.business_date)
        .order_by(sale.c.terminal_id, sale.c.business_date)
    )
    return tuple(LaneDay(**_whole(row)) for row in rows)


def lane_events(
    connection: sa.Connection, store_id: str, since: int, until: int, terminal_id: str = ""
) -> tuple[LaneEvents, ...]:
    """What happened on lanes in a time, counted."""
    table = tables.lane_event
    query = (
        sa.select(table.c.terminal_id, table.c.event, table.c.subject, sa.func.count().label("count"))
        .where(table.c.store_id == store_id, table.c.at >= since, table.c.at < until)
        .group_by(table.c.terminal_id, table.c.event, table.c.subject)
        .order_by(table.c.terminal_id, table.c.event, table.c.subject)
    )
    if terminal_id:
        query = query.where(table.c.terminal_id == terminal_id)
    return tuple(LaneEvents(**_whole(row)) for row in connection.execute(query.limit(ROWS_MAX)))


# --- the parts ---------------------------------------------------------------------------------------------


def _of(store_id: str, days: Days) -> tuple[sa.ColumnElement[bool], ...]:
    where = (
        sale.c.store_id == store_id,
        sale.c.business_date >= days.first,
        sale.c.business_date <= days.last,
    )
    return (*where, sale.c.terminal_id == days.terminal_id) if days.terminal_id else where


def _sold() -> sa.ColumnElement[bool]:
    return sale.c.outcome == "sold"


def _same(part: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(part.c.store_id == sale.c.store_id, part.c.envelope_id == sale.c.envelope_id)


def _summed(which: sa.ColumnElement[bool], value: Any) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(sa.case((which, value), else_=0)), 0)


def _whole(row: sa.Row[Any]) -> dict[str, Any]:
    """A row with PostgreSQL's `numeric` sums as whole numbers."""
    return {name: value if isinstance(value, str) else int(value) for name, value in row._mapping.items()}
