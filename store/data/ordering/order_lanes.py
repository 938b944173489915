"""Orders that are paid at a lane: had by one lane at a time, paid once by its sale.

    unpaid ──take──► a lane has it ──► paid           its sale arrived
                      │    └► put aside ──► paid      staff went on with it elsewhere
                      └► unpaid again                 the purchase was left, or nothing of it was taken in

The lane asks for it in the name of a purchase, so that its journal says how it ended, in the transaction that
writes the sale. A lane that was never heard of again has it no longer than HELD_S; a sale that arrives later
still counts: whoever paid gets the goods.

Source: docs/orders.md, "Paid at a lane".
Invariants: of two lanes that ask at once one gets it; one purchase gets the same answer however often it
asks; an order is paid once however often a sale arrives; goods leave the count by the sale, never by the
order as well; an order that is paid twice is told to staff.
"""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from store.data import audit
from store.data.clock import SECOND
from store.data.ordering import stock
from store.data.ordering.order import OPEN, Goods, Order, order_of
from store.data.ordering.order_listing import one
from store.data.schema.orders import member_order, shop_order
from store.data.schema.phone import phone_device
from store.data.schema.sales import sale

HELD_S = 30 * 60
"""A lane that is never heard of again has an order no longer than this."""
ASIDE_S = 86_400
"""A purchase that staff put aside goes on the same day, or not at all."""
Outcome = Literal["sold", "cancelled", "suspended"]


class Sold(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces of some goods in a sale, and what was paid for them with their deposit."""

    pieces: int
    paid_minor: int
    deposit_minor: int = 0


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """How a lane's purchase ended."""

    terminal_id: str
    transaction_id: str
    envelope_id: str
    outcome: Outcome
    resumed_of: str = ""
    """What it went on with: an order, or a purchase that was put aside."""
    hands_out: bool = False
    """The lane gave the goods out itself."""
    sold: Mapping[str, Sold] = {}
    at: int


def take(
    connection: sa.Connection, store_id: str, terminal_id: str, order_id: str, transaction_id: str, *, at: int
) -> bool:
    """Give an order to this purchase, however often it asks; false if it is paid, closed, or another's."""
    table = shop_order
    is_mine = sa.and_(table.c.held_in == terminal_id, table.c.held_for == transaction_id)
    has_ended = sa.exists().where(sale.c.store_id == store_id, sale.c.transaction_id == transaction_id)
    taken = connection.execute(
        sa.update(table)
        .where(table.c.store_id == store_id, table.c.order_id == order_id)
        .where(table.c.state.in_(OPEN), table.c.paid_by == "lane", table.c.paid_at == 0)
        .where(sa.or_(table.c.held_until <= at, is_mine), sa.not_(has_ended))
        .values(held_in=terminal_id, held_for=transaction_id, held_until=at + HELD_S * SECOND)
    )
    return taken.rowcount == 1


def shopper(connection: sa.Connection, store_id: str, order_id: str) -> str:
    """What the lane knows the order's member by: the phone they used last; empty if nobody is there."""
    subject = connection.execute(
        sa.select(phone_device.c.subject)
        .join(member_order, member_order.c.member_id == phone_device.c.member_id)
        .where(member_order.c.order_id == order_id, member_order.c.store_id == store_id)
        .where(phone_device.c.ended_at == 0)
        .order_by(phone_device.c.used_at.desc(), phone_device.c.device_id)
        .limit(1)
    ).scalar()
    return subject or ""


def put_back(connection: sa.Connection, store_id: str, transaction_id: str) -> None:
    """Nobody goes on with a purchase that was put aside: its order may be paid again."""
    table = shop_order
    connection.execute(
        sa.update(table)
        .where(table.c.store_id == store_id, table.c.held_for == transaction_id, table.c.paid_at == 0)
        .values(_FREE)
    )


def ended(connection: sa.Connection, store_id: str, purchase: Ended) -> Order | None:
    """A purchase ended: the order it had is paid, put aside, or free again. The order, if it is paid now.

    The same end again is no news.
    """
    paid = None
    for order in _touched(connection, store_id, purchase):
        is_in = order.order_id == purchase.resumed_of or _goes_on(order, purchase)
        if is_in and purchase.outcome == "sold" and _kept(order, purchase.sold):
            paid = _pay(connection, store_id, order, purchase) or paid
        elif not _is_had(order, purchase):
            continue  # another's by now, or nobody's
        elif is_in and purchase.outcome == "suspended":
            _write(connection, store_id, order.order_id, **_aside(purchase))
        else:
            _write(connection, store_id, order.order_id, **_FREE)
    return paid


_FREE: dict[str, Any] = {"held_in": "", "held_for": "", "held_until": 0}


def _aside(purchase: Ended) -> dict[str, Any]:
    until = purchase.at + ASIDE_S * SECOND
    return {"held_in": purchase.terminal_id, "held_for": purchase.transaction_id, "held_until": until}


def _touched(connection: sa.Connection, store_id: str, purchase: Ended) -> tuple[Order, ...]:
    """The orders a purchase had something to do with: one, but for what went wrong before."""
    table = shop_order
    mine = sa.and_(
        table.c.held_in == purchase.terminal_id,
        table.c.held_for == purchase.transaction_id,
    )
    asked = [sa.and_(mine, table.c.paid_at == 0)]
    if purchase.resumed_of:
        asked.append(table.c.order_id == purchase.resumed_of)
        asked.append(table.c.held_for == purchase.resumed_of)
    rows = connection.execute(
        sa.select(table)
        .where(table.c.store_id == store_id, table.c.paid_by == "lane", sa.or_(*asked))
        .with_for_update()
    )
    return tuple(order_of(row) for row in rows)


def _goes_on(order: Order, purchase: Ended) -> bool:
    """Whether it was in a purchase that this one goes on with."""
    return bool(purchase.resumed_of) and order.held_for == purchase.resumed_of


def _is_had(order: Order, purchase: Ended) -> bool:
    """Whether it is still this purchase that has it."""
    is_own = order.held_in == purchase.terminal_id and order.held_for == purchase.transaction_id
    return not order.is_paid and (is_own or _goes_on(order, purchase))


def _pay(connection: sa.Connection, store_id: str, order: Order, purchase: Ended) -> Order | None:
    """The sale pays it, whatever became of the order meanwhile: whoever paid gets the goods."""
    if order.paid_in == purchase.envelope_id:
        return None
    if order.is_paid:
        audit.note(
            connection,
            store_id,
            who=purchase.terminal_id,
            action="order.paid_again",
            what=order.order_id,
            detail=f"sale {purchase.envelope_id}: give the money of one of the two back",
            at=purchase.at,
        )
        return None
    goods = _kept(order, purchase.sold)
    values: dict[str, Any] = {
        "paid_at": purchase.at,
        "paid_in": purchase.envelope_id,
        "goods": msgspec.json.encode(goods),
        "years": max(line.years for line in goods),
        "total_minor": sum(line.paid_minor + line.deposit_minor for line in goods),
        **_FREE,
    }
    if purchase.hands_out:
        values |= {"state": "collected", "closed_at": purchase.at, "closed_by": purchase.terminal_id}
    elif order.state == "cancelled":
        values |= {"state": "placed", "closed_at": 0, "closed_by": "", "why": ""}
    _write(connection, store_id, order.order_id, **values)
    # the sale itself takes them out of the count, and may have taken less
    stock.release(connection, store_id, order.order_id, who=purchase.terminal_id, at=purchase.at)
    return one(connection, store_id, order.order_id)


def _kept(order: Order, sold: Mapping[str, Sold]) -> tuple[Goods, ...]:
    """What of an order a sale has paid: what was taken off at the lane is nobody's any more."""
    kept = []
    for line in order.goods:
        there = sold.get(line.key)
        if there is None or there.pieces <= 0:
            continue
        pieces = min(line.quantity, there.pieces)
        kept.append(
            replace(
                line,
                quantity=pieces,
                paid_minor=there.paid_minor * pieces // there.pieces,
                list_minor=line.list_minor * pieces // line.quantity,
                deposit_minor=there.deposit_minor * pieces // there.pieces,
            )
        )
    return tuple(kept)


def _write(connection: sa.Connection, store_id: str, order_id: str, **values: Any) -> None:
    connection.execute(
        sa.update(shop_order)
        .where(shop_order.c.store_id == store_id, shop_order.c.order_id == order_id)
        .values(**values)
    )
