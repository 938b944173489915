"""What a return sets in motion once it is written down: its hold ends, points move, staff hear what is odd.

Source: docs/protocol.md, "Returns"; `retail.points`.
Invariants: as all followers: in the transaction that writes the return, and idempotent.
"""

import datetime

from retail.points import Entry
from store.data.database import Connection
from store.data.journals import return_books, returns
from store.data.journals.return_books import Given
from store.data.journals.sales import Arrived
from store.data.journals.sold import Sold
from store.data.lanes import alerts
from store.data.people import members, points
from store.projector.facts import Sale

ALERT = "return_odd"


def settle_return(connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
    """What was given back counts for good; holds nothing came of are free again."""
    back = sale.back
    if back is None:
        return
    store_id, terminal_id, _ = arrival.key
    given = [back.return_id] if sale.outcome in ("returned", "load_returned") else []
    rest = [one for one in back.asked if one not in given]
    returns.release_asked(connection, store_id, terminal_id, rest, at)
    if not given:
        return
    look = return_books.settle(connection, store_id, terminal_id, arrival.envelope_id, back, at)
    if look:
        alerts.open_alert(
            connection,
            store_id,
            terminal_id=terminal_id,
            kind=ALERT,
            text_key=f"{ALERT}.{look}",
            values={"number": str(sale.number), "given_minor": str(back.given_minor)},
            at=at,
            alert_id=f"{ALERT}-{sale.transaction_id}",
            transaction_id=sale.transaction_id,
        )
    found = returns.original(connection, store_id, back.of_transaction_id)
    if found is not None and (member_id := found.sold.member_id or found.member_id):
        _move_points(connection, store_id, member_id, sale, back, found.sold, at)


def _move_points(
    connection: Connection, store_id: str, member_id: str, sale: Sale, back: Given, sold: Sold, at: int
) -> None:
    """Points that had paid are the member's again; what the goods had earned goes."""
    day = datetime.date.fromisoformat(sale.business_date)

    def entry(kind: str, count: int) -> list[Entry]:
        if count <= 0:
            return []
        is_earned = kind == "return"
        return [
            Entry(
                entry_id=f"{sale.transaction_id}:{kind}",
                kind="return" if is_earned else "give_back",
                points=count,
                # of the purchase, so that points that still wait are taken first
                transaction_id=sold.transaction_id if is_earned else sale.transaction_id,
                day=day,
            )
        ]

    before = return_books.goods_given(connection, store_id, back.of_transaction_id, back.return_id)
    now = before + sum(one.goods_minor for one in back.lines)
    entries = [
        *entry("give_back", sum(one.points for one in back.tenders)),
        *entry("return", _earned(sold, now) - _earned(sold, before)),
    ]
    if points.book(connection, store_id, member_id, entries, at):
        members.tell_lanes(connection, [member_id], at)


def _earned(sold: Sold, goods_minor: int) -> int:
    """Points that goods of this worth had earned."""
    if not sold.base_minor:
        return 0
    return sold.points_earned * min(goods_minor, sold.base_minor) // sold.base_minor
