"""What else a sale sets in motion once it is written down: points, members' counts, stored value, coupons.

Each is a function of the same transaction that writes the sale, and idempotent: a sale that is projected
again books nothing twice.

Source: docs/coupons.md; docs/store.md, "Projection".
"""

import datetime
from collections.abc import Callable, Iterable
from typing import Literal

from retail.points import Entry
from store.data.database import Connection
from store.data.goods import coupons
from store.data.journals import handover, learned, suspended
from store.data.journals.sales import Arrived
from store.data.ordering import order_lanes, stock
from store.data.ordering.order_lanes import Ended, Sold
from store.data.people import interest_counts, points, visits
from store.identity.vault import Vault
from store.projector.came_back import settle_return
from store.projector.facts import Sale
from store.projector.value import ValueFollower

Follower = Callable[[Connection, Arrived, Sale, int], None]


def book_points(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """Earned and spent points go into the member's ledger."""
    rewards = sale.rewards
    if rewards is None or not rewards.member_id:
        return
    day = datetime.date.fromisoformat(sale.business_date)
    moves: tuple[tuple[Literal["spend", "earn"], int], ...] = (
        ("spend", rewards.points_spent),
        ("earn", rewards.points_earned),
    )
    entries = [
        Entry(
            entry_id=f"{sale.transaction_id}:{kind}",
            kind=kind,
            points=count,
            transaction_id=sale.transaction_id,
            day=day,
        )
        for kind, count in moves
        if count > 0
    ]
    points.book(connection, arrival.key[0], rewards.member_id, entries, at)


def count_visit(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """A member's purchase counts: for the number of the next, for stamps, for limits of their own."""
    if sale.member_id and sale.outcome == "sold":
        visits.book(
            connection,
            arrival.key[0],
            sale.member_id,
            sale.transaction_id,
            stamps=sale.stamps,
            uses=sale.uses,
            at=at,
        )


def redeem_coupons(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """Coupons the sale used are used for good; one used twice is a loss somebody is told of."""
    if sale.redeemed:
        store_id, terminal_id, _ = arrival.key
        coupons.redeem_from_sale(connection, store_id, terminal_id, sale.transaction_id, sale.redeemed, at=at)


def keep_aside(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """A basket that was put aside can be taken over by another lane."""
    if sale.aside is not None:
        store_id, terminal_id, _ = arrival.key
        suspended.keep(
            connection,
            store_id,
            terminal_id,
            sale.aside,
            transaction_id=sale.transaction_id,
            business_date=sale.business_date,
            currency=sale.currency,
            at=sale.ended_at,
        )


def end_handover(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """The basket of a phone is paid, put aside, or the phone's again, as its purchase ended."""
    del at
    store_id, terminal_id, _ = arrival.key
    is_paid = handover.ended(
        connection,
        store_id,
        terminal_id,
        sale.transaction_id,
        _outcome(sale),
        resumed_of=sale.resumed_of,
        envelope_id=arrival.envelope_id,
    )
    if is_paid:  # of the basket itself nothing is kept for long
        for what, number in ((learned.HANDED, 1), (learned.HANDED_MINOR, sale.total_minor)):
            interest_counts.add(connection, store_id, sale.business_date, what, "", number)


def pay_order(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """The order that was paid in it is paid, put aside with it, or waits again."""
    del at
    store_id, terminal_id, _ = arrival.key
    sold: dict[str, Sold] = {}
    for line in sale.lines if sale.outcome == "sold" else ():
        if not line.is_voided and line.weight_g is None:
            there = sold.get(line.product_key, Sold(pieces=0, paid_minor=0))
            sold[line.product_key] = Sold(
                pieces=there.pieces + line.quantity,
                paid_minor=there.paid_minor + line.paid_minor,
                deposit_minor=there.deposit_minor + line.linked_minor,
            )
    order_lanes.ended(
        connection,
        store_id,
        Ended(
            terminal_id=terminal_id,
            transaction_id=sale.transaction_id,
            envelope_id=arrival.envelope_id,
            outcome=_outcome(sale),
            resumed_of=sale.resumed_of,
            hands_out=sale.hands_out,
            sold=sold,
            at=sale.ended_at,
        ),
    )


def _outcome(sale: Sale) -> Literal["sold", "cancelled", "suspended"]:
    if sale.aside is not None:
        return "suspended"
    return "sold" if sale.outcome == "sold" else "cancelled"


def take_from_stock(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """What was sold leaves the count of the goods the shop counts."""
    if sale.outcome != "sold":
        return
    sold: dict[str, int] = {}
    for line in sale.lines:
        if not line.is_voided and line.weight_g is None:
            sold[line.product_key] = sold.get(line.product_key, 0) + line.quantity
    stock.sell(connection, arrival.key[0], sale.transaction_id, sold, at=at)


def followers(vault: Vault | None) -> tuple[Follower, ...]:
    """All of them. `vault` finds cards of which a lane that could not ask knows no more than a hash."""
    return (
        keep_aside,
        end_handover,
        pay_order,
        book_points,
        count_visit,
        take_from_stock,
        ValueFollower(vault),
        redeem_coupons,
        settle_return,
    )


def members_of(sales: Iterable[Sale]) -> list[str]:
    """Members about whom lanes have something new to learn after these sales, each once."""
    return sorted({sale.member_id for sale in sales if sale.member_id and sale.outcome == "sold"})
