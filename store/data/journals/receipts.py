"""Sales to look at: lists with filters, and one sale whole.

Source: docs/back-office.md, "Sales".
Invariants: read only; every list is bounded, newest first.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from store.data.schema import sales as tables

PAGE_MAX = 200
TEXT_MAX = 80
sale = tables.sale


class SaleRow(msgspec.Struct, frozen=True, kw_only=True):
    """A sale's own row."""

    envelope_id: str
    terminal_id: str
    epoch: int
    seq: int
    lane: str
    transaction_id: str
    number: int
    outcome: str
    reason: str
    business_date: str
    hour: int
    started_at: int
    paid_at: int
    ended_at: int
    currency: str
    total_minor: int
    list_minor: int
    saving_minor: int
    linked_minor: int
    item_count: int
    line_count: int
    void_count: int
    not_found_count: int
    help_count: int
    help_s: int
    attempt_count: int
    member_id: str
    points_earned: int
    points_spent: int
    of_transaction_id: str = ""
    """Of a return: the sale whose goods came back."""
    prices: str
    priced_as: str
    receipt: str
    language: str
    received_at: int


class SaleFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows; empty: everything."""

    first: str = ""
    """Business days, ISO, both included."""
    last: str = ""
    terminal_id: str = ""
    outcome: str = ""
    text: str = ""
    """A receipt number, an amount as `12.34`, the last four of a card, or part of a product's name."""
    offer_id: str = ""
    before: tuple[int, str] | None = None
    """Start and id of the last sale of the page before."""
    limit: int = 50


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A row of one of the tables beside a sale."""

    values: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None


class SaleWhole(msgspec.Struct, frozen=True, kw_only=True):
    """A sale with everything beside it."""

    row: SaleRow
    lines: tuple[Part, ...]
    discounts: tuple[Part, ...]
    taxes: tuple[Part, ...]
    tenders: tuple[Part, ...]
    coupons: tuple[Part, ...]


def listed(connection: sa.Connection, store_id: str, wanted: SaleFilter) -> tuple[SaleRow, ...]:
    """Sales, newest first; one more than `limit` when there are more."""
    query = sa.select(*(sale.c[name] for name in SaleRow.__struct_fields__)).where(
        sale.c.store_id == store_id
    )
    if wanted.first:
        query = query.where(sale.c.business_date >= wanted.first)
    if wanted.last:
        query = query.where(sale.c.business_date <= wanted.last)
    if wanted.terminal_id:
        query = query.where(sale.c.terminal_id == wanted.terminal_id)
    if wanted.outcome:
        query = query.where(sale.c.outcome == wanted.outcome)
    if wanted.offer_id:
        query = query.where(_any(store_id, tables.sale_discount, "offer_id", wanted.offer_id))
    if wanted.text:
        query = query.where(_says(store_id, wanted.text[:TEXT_MAX]))
    if wanted.before is not None:
        query = query.where(sa.tuple_(sale.c.started_at, sale.c.envelope_id) < sa.tuple_(*wanted.before))
    order = (sale.c.started_at.desc(), sale.c.envelope_id.desc())
    rows = connection.execute(query.order_by(*order).limit(min(wanted.limit, PAGE_MAX) + 1))
    return tuple(SaleRow(**row._mapping) for row in rows)


def of_member(
    connection: sa.Connection, store_id: str, member_id: str, *, limit: int = PAGE_MAX
) -> tuple[SaleRow, ...]:
    """What a member bought in a store, newest first."""
    rows = connection.execute(
        sa.select(*(sale.c[name] for name in SaleRow.__struct_fields__))
        .where(sale.c.store_id == store_id, sale.c.member_id == member_id, sale.c.outcome == "sold")
        .order_by(sale.c.started_at.desc(), sale.c.envelope_id.desc())
        .limit(min(limit, PAGE_MAX))
    )
    return tuple(SaleRow(**row._mapping) for row in rows)


def _says(store_id: str, text: str) -> sa.ColumnElement[bool]:
    line, tender = tables.sale_line, tables.sale_tender
    tests = [
        sa.exists().where(
            line.c.store_id == store_id,
            line.c.envelope_id == sale.c.envelope_id,
            sa.func.lower(line.c.name).contains(text.lower(), autoescape=True)
            | line.c.product_key.endswith(text, autoescape=True),
        ),
        sale.c.transaction_id == text,
        sale.c.envelope_id == text,
    ]
    digits = text.replace(".", "").replace(",", "")
    if digits.isascii() and digits.isdigit() and len(digits) <= 9:
        tests.append((sale.c.total_minor if digits != text else sale.c.number) == int(digits))
    if digits == text and len(text) == 4:
        tests.append(
            sa.exists().where(
                tender.c.store_id == store_id,
                tender.c.envelope_id == sale.c.envelope_id,
                tender.c.masked_pan.endswith(text, autoescape=True),
            )
        )
    return sa.or_(*tests)


def _any(store_id: str, part: sa.Table, column: str, value: str) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        part.c.store_id == store_id, part.c.envelope_id == sale.c.envelope_id, part.c[column] == value
    )


def tenders_of(
    connection: sa.Connection, store_id: str, envelope_ids: Sequence[str]
) -> dict[str, tuple[Part, ...]]:
    """How sales were paid, by envelope."""
    table = tables.sale_tender
    rows = connection.execute(
        sa.select(table)
        .where(table.c.store_id == store_id, table.c.envelope_id.in_(list(envelope_ids)))
        .order_by(table.c.envelope_id, table.c.number)
    )
    found: dict[str, tuple[Part, ...]] = {}
    for row in rows:
        found[row.envelope_id] = (*found.get(row.envelope_id, ()), Part(values=dict(row._mapping)))
    return found


def whole(connection: sa.Connection, store_id: str, envelope_id: str) -> SaleWhole | None:
    """One sale."""
    row = connection.execute(
        sa.select(*(sale.c[name] for name in SaleRow.__struct_fields__)).where(
            sale.c.store_id == store_id, sale.c.envelope_id == envelope_id
        )
    ).one_or_none()
    if row is None:
        return None

    def parts(table: sa.Table) -> tuple[Part, ...]:
        query = sa.select(table).where(table.c.store_id == store_id, table.c.envelope_id == envelope_id)
        found = connection.execute(query.order_by(*table.primary_key.columns))
        return tuple(Part(values=dict(one._mapping)) for one in found)

    return SaleWhole(
        row=SaleRow(**row._mapping),
        lines=parts(tables.sale_line),
        discounts=parts(tables.sale_discount),
        taxes=parts(tables.sale_tax),
        tenders=parts(tables.sale_tender),
        coupons=parts(tables.sale_coupon),
    )
