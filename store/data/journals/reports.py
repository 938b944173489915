"""Figures of one store over some days: what was sold, how it was paid, what the taxes are, how lanes did.

Source: docs/back-office.md, "Reports".
Invariants: read only; only what was `sold` or `returned` (`sale.outcome`) carries money, a return below
nothing: what stands here is what is left of a day. Days are the shop's own.
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
    """Less what was given back."""
    list_minor: int
    saving_minor: int
    linked_minor: int
    returns: int
    returned_minor: int
    """What was given back."""
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
        return (self.total_minor + self.returned_minor) // self.sales if self.sales else 0


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


class CouponUse(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a campaign's coupons."""

    coupon_id: str
    outcome: str
    times: int
    saving_minor: int


class OfferFigure(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer gave."""

    offer_id: str
    name: str
    layer: str
    funder: str
    sales: int
    amount_minor: int


def totals(connection: sa.Connection, store_id: str, days: Days) -> Totals:
    """Everything together."""
    is_sold, is_back, is_money, amount = sold(), sale.c.outcome == "returned", counts(), summed
    row = connection.execute(
        sa.select(
            amount(is_sold, 1).label("sales"),
            amount(sale.c.outcome == "cancelled", 1).label("cancelled"),
            amount(is_money, sale.c.item_count).label("items"),
            amount(is_money, sale.c.total_minor).label("total_minor"),
            amount(is_money, sale.c.list_minor).label("list_minor"),
            amount(is_money, sale.c.saving_minor).label("saving_minor"),
            amount(is_money, sale.c.linked_minor).label("linked_minor"),
            amount(is_back, 1).label("returns"),
            amount(is_back, -sale.c.total_minor).label("returned_minor"),
            amount(sa.and_(is_sold, sale.c.member_id != ""), 1).label("member_sales"),
            amount(sa.true(), sale.c.void_count).label("voids"),
            amount(sa.true(), sale.c.not_found_count).label("not_found"),
            amount(sa.true(), sale.c.help_count).label("helps"),
            amount(sa.true(), sale.c.help_s).label("help_s"),
            amount(sa.true(), sale.c.attempt_count).label("attempts"),
            amount(is_sold, sale.c.points_earned).label("points_earned"),
            amount(is_sold, sale.c.points_spent).label("points_spent"),
        ).where(*of_days(store_id, days))
    ).one()
    return Totals(**whole(row))


def by_hour(connection: sa.Connection, store_id: str, days: Days) -> tuple[Slot, ...]:
    """Sales by hour of the day, hours without sales left out."""
    return _slots(connection, store_id, days, sale.c.hour)


def by_day(connection: sa.Connection, store_id: str, days: Days) -> tuple[Slot, ...]:
    """Sales by business day, days without sales left out."""
    return _slots(connection, store_id, days, sale.c.business_date)


def _slots(connection: sa.Connection, store_id: str, days: Days, column: sa.Column[Any]) -> tuple[Slot, ...]:
    rows = connection.execute(
        sa.select(column, summed(sold(), 1), sa.func.sum(sale.c.total_minor))
        .where(*of_days(store_id, days), counts())
        .group_by(column)
        .order_by(column)
    )
    return tuple(Slot(at=str(row[0]), sales=int(row[1]), total_minor=int(row[2])) for row in rows)


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
            _sales(line),
        )
        .select_from(line.join(sale, _same(line)))
        .where(*of_days(store_id, days), counts(), line.c.store_id == store_id, sa.not_(line.c.is_voided))
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
            _sales(line),
            sa.func.sum(line.c.paid_minor),
        )
        .select_from(line.join(sale, _same(line)))
        .where(
            *of_days(store_id, days),
            counts(),
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
        .where(*of_days(store_id, days), counts(), part.c.store_id == store_id)
        .group_by(sale.c.terminal_id, part.c.rate_bp)
        .order_by(part.c.rate_bp.desc(), sale.c.terminal_id)
    )
    return tuple(VatFigure(**whole(row)) for row in rows)


def tenders(connection: sa.Connection, store_id: str, days: Days) -> tuple[TenderFigure, ...]:
    """Payments by lane and kind, less what went back; those of top-ups among them."""
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
        .where(*of_days(store_id, days), moved(), part.c.store_id == store_id)
        .group_by(sale.c.terminal_id, part.c.kind, part.c.card_name)
        .order_by(part.c.kind, part.c.card_name, sale.c.terminal_id)
    )
    return tuple(TenderFigure(**whole(row)) for row in rows)


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
        .where(*of_days(store_id, days), sold(), part.c.store_id == store_id)
        .group_by(part.c.offer_id)
        .order_by(sa.func.sum(part.c.amount_minor).desc(), part.c.offer_id)
        .limit(ROWS_MAX)
    )
    return tuple(OfferFigure(**whole(row)) for row in rows)


def coupon_uses(connection: sa.Connection, store_id: str, days: Days) -> tuple[CouponUse, ...]:
    """Coupons shown, by campaign and outcome."""
    part = tables.sale_coupon
    rows = connection.execute(
        sa.select(
            part.c.coupon_id,
            part.c.outcome,
            sa.func.count().label("times"),
            sa.func.sum(part.c.saving_minor).label("saving_minor"),
        )
        .select_from(part.join(sale, _same(part)))
        .where(*of_days(store_id, days), part.c.store_id == store_id)
        .group_by(part.c.coupon_id, part.c.outcome)
        .order_by(part.c.coupon_id, part.c.outcome)
        .limit(ROWS_MAX)
    )
    return tuple(CouponUse(**whole(row)) for row in rows)


# --- the parts ---------------------------------------------------------------------------------------------


def of_days(store_id: str, days: Days) -> tuple[sa.ColumnElement[bool], ...]:
    """The sales of these days."""
    where = (
        sale.c.store_id == store_id,
        sale.c.business_date >= days.first,
        sale.c.business_date <= days.last,
    )
    return (*where, sale.c.terminal_id == days.terminal_id) if days.terminal_id else where


def sold() -> sa.ColumnElement[bool]:
    """Sales."""
    return sale.c.outcome == "sold"


def counts() -> sa.ColumnElement[bool]:
    """What carries money: sales, and returns, which stand below nothing."""
    return sale.c.outcome.in_(("sold", "returned"))


def moved() -> sa.ColumnElement[bool]:
    """What a means of payment paid or got back: also where a balance was topped up, which sells nothing."""
    return sale.c.outcome.in_(("sold", "returned", "loaded", "load_returned"))


def _sales(part: sa.Table) -> sa.ColumnElement[int]:
    """Of how many sales rows are; returns are none."""
    return sa.func.count(sa.distinct(sa.case((sold(), part.c.envelope_id))))


def _same(part: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(part.c.store_id == sale.c.store_id, part.c.envelope_id == sale.c.envelope_id)


def summed(which: sa.ColumnElement[bool], value: Any) -> sa.ColumnElement[Any]:
    """The sum of a value over some rows; 0 without any."""
    return sa.func.coalesce(sa.func.sum(sa.case((which, value), else_=0)), 0)


def whole(row: Any) -> dict[str, Any]:
    """A row with PostgreSQL's `numeric` sums as whole numbers."""
    return {name: value if isinstance(value, str) else int(value) for name, value in row._mapping.items()}
