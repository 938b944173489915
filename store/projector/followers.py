"""What else a sale sets in motion once it is written down: points, and coupons that are used for good.

Each is a function of the same transaction that writes the sale, and idempotent: a sale that is projected
again books nothing twice.

Source: docs/coupons.md; docs/store.md, "Projection".
"""

import datetime
from collections.abc import Callable
from typing import Literal

from retail.points import Entry
from store.data import coupons, points
from store.data.database import Connection
from store.data.sales import Arrived
from store.projector.facts import Sale

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


def redeem_coupons(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """Coupons the sale used are used for good; one used twice is a loss somebody is told of."""
    if sale.redeemed:
        store_id, terminal_id, _ = arrival.key
        coupons.redeem_from_sale(connection, store_id, terminal_id, sale.transaction_id, sale.redeemed, at=at)


FOLLOWERS: tuple[Follower, ...] = (book_points, redeem_coupons)
