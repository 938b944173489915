"""Sales to look at: lists with filters, and one sale whole, with its place in the chain.

Source: docs/back-office.md, "Sales".
Invariants: read only; every list is bounded, newest first.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.journal.envelope import GENESIS_HASH, digest
from store.data.feed import owner_of
from store.data.sales import Aside
from store.data.schema import sales as tables
from store.data.schema.feed import feed_row
from store.data.schema.ingest import envelope, envelope_again

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


def set_aside(connection: sa.Connection, store_id: str, *, limit: int = PAGE_MAX) -> tuple[str, ...]:
    """Ids of envelopes that wait for a person, oldest first."""
    table = tables.quarantine
    rows = connection.execute(
        sa.select(table.c.envelope_id)
        .where(table.c.store_id == store_id, table.c.solved_at == 0)
        .order_by(table.c.quarantined_at)
        .limit(limit)
    )
    return tuple(rows.scalars())


def solved(connection: sa.Connection, store_id: str, *, limit: int = 20) -> tuple[Aside, ...]:
    """Envelopes that were set aside and count now, the latest first."""
    table = tables.quarantine
    rows = connection.execute(
        sa.select(table)
        .where(table.c.store_id == store_id, table.c.solved_at > 0)
        .order_by(table.c.solved_at.desc())
        .limit(limit)
    )
    return tuple(Aside(**row._mapping) for row in rows)


class TerminalDay(msgspec.Struct, frozen=True, kw_only=True):
    """What a card terminal said at its own end of day."""

    terminal_id: str
    at: int
    succeeded: bool
    total_minor: int | None


def terminal_days(
    connection: sa.Connection, store_id: str, since: int, until: int
) -> tuple[TerminalDay, ...]:
    """Ends of day of card terminals in a time."""
    table = tables.lane_event
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
            total_minor=int(row.detail) if row.detail.lstrip("-").isdigit() else None,
        )
        for row in rows
    )


def gone(connection: sa.Connection, store_id: str, scope: str, kind: str) -> tuple[tuple[str, int], ...]:
    """Things of a kind that were taken out: (key, when), while their tombstones are kept."""
    rows = connection.execute(
        sa.select(feed_row.c.key, feed_row.c.changed_at)
        .where(
            feed_row.c.store_id == owner_of(store_id, scope),
            feed_row.c.scope == scope,
            feed_row.c.kind == kind,
            feed_row.c.is_deleted,
        )
        .order_by(feed_row.c.key)
        .limit(PAGE_MAX)
    )
    return tuple((row.key, row.changed_at) for row in rows)


class CouponUse(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a campaign's coupons."""

    coupon_id: str
    outcome: str
    count: int
    saving_minor: int


def coupon_uses(connection: sa.Connection, store_id: str, first: str, last: str) -> tuple[CouponUse, ...]:
    """Coupons shown in some days, by campaign and outcome."""
    table = tables.sale_coupon
    rows = connection.execute(
        sa.select(
            table.c.coupon_id,
            table.c.outcome,
            sa.func.count().label("count"),
            sa.func.sum(table.c.saving_minor).label("saving_minor"),
        )
        .select_from(
            table.join(
                sale, sa.and_(sale.c.store_id == table.c.store_id, sale.c.envelope_id == table.c.envelope_id)
            )
        )
        .where(
            table.c.store_id == store_id,
            sale.c.store_id == store_id,
            sale.c.business_date >= first,
            sale.c.business_date <= last,
        )
        .group_by(table.c.coupon_id, table.c.outcome)
        .order_by(table.c.coupon_id, table.c.outcome)
        .limit(PAGE_MAX)
    )
    return tuple(
        CouponUse(
            coupon_id=row.coupon_id, outcome=row.outcome, count=row.count, saving_minor=int(row.saving_minor)
        )
        for row in rows
    )
