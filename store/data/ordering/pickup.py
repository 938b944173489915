"""Whether a code or number shown at a counter is an order to hand over here and now.

The code is a credential of the kind `pickup` (docs/credential.md), checked with the shop's own keys; then the
order it names is looked up. A code that was shown to one counter counts at no other: the newest one a counter
has seen is kept with the order, so that a copy of the screen is told from the phone.

Source: docs/orders.md, "The counter".
Invariants: whatever is scanned or typed has an answer; nothing is handed over here (`orders.collect` does).
"""

import enum
from typing import Literal

import msgspec
import sqlalchemy as sa

from retail.credential import number as numbers
from retail.credential.code import Kind
from retail.credential.number import CANDIDATES_MAX, Number
from retail.credential.reasons import Reason
from retail.credential.trust import Revoked, Trust
from retail.credential.verify import Refused, Till, verify
from store.data.clock import SECOND
from store.data.ordering import order_lanes, orders
from store.data.ordering.order import BOUGHT, OPEN, Order, order_of
from store.data.people import credential_keys
from store.data.people.credential_news import number_key
from store.data.schema.orders import shop_order
from store.identity.vault import Vault

EARLY_S = 15 * 60
"""How much before its window an order is handed over."""


class No(enum.Enum):
    """Why an order is not handed over. Codes that do not count have `Reason` instead."""

    COLLECTED = "collected"
    CANCELLED = "cancelled"
    SENT = "sent"
    DELIVERY = "delivery"
    UNPAID = "unpaid"
    PAID = "paid"
    """There is nothing to pay any more."""
    HELD = "held"
    """A lane is paying it."""
    EARLY = "early"
    LATE = "late"


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What was shown: an order, a reason against it, or both."""

    order: Order | None = None
    no: No | None = None
    reason: Reason | None = None


def look(connection: sa.Connection, vault: Vault, store_id: str, text: str, *, who: str, at: int) -> Shown:
    """What a text from the scanner or the keypad is, here and now."""
    at_s = at // SECOND
    found = _subject(connection, vault, store_id, text, at_s)
    if isinstance(found, Reason):
        return Shown(reason=found)
    subject, shown_s, is_number = found
    row = connection.execute(
        sa.select(shop_order).where(shop_order.c.store_id == store_id, shop_order.c.subject == subject)
    ).one_or_none()
    if row is None:
        return Shown(reason=Reason.UNKNOWN)
    order = order_of(row)
    no = standing(order, at)
    if no in (No.COLLECTED, No.CANCELLED, No.SENT):
        return Shown(order=order, no=no)
    if not _is_first(connection, store_id, order.order_id, shown_s, who, is_number=is_number):
        return Shown(reason=Reason.COPIED)
    return Shown(order=order, no=no)


def standing(order: Order, at: int) -> No | None:
    """Why an order is not handed over now, whatever was shown; None: it is."""
    match order.state:
        case "collected":
            return No.COLLECTED
        case "cancelled":
            return No.CANCELLED
        case "sent":
            return No.SENT
    if order.way == "delivery":
        return No.DELIVERY
    if at < order.from_at - EARLY_S * SECOND:
        return No.EARLY
    if order.is_held(at):
        return No.HELD
    if at >= order.kept_until and not (order.is_paid and order.paid_by == "lane"):
        return No.LATE
    return None if order.is_paid else No.UNPAID


def hand_out(
    connection: sa.Connection, store_id: str, order_id: str, *, shown_to: str, who: str, at: int
) -> No | Reason | Literal["age"] | None:
    """Hand out at a lane what was last shown to it, once; None: done, now or by the same asking before."""
    order = _shown_last(connection, store_id, order_id, shown_to)
    if order is None:
        return Reason.COPIED
    no = None if order.state == "collected" and order.closed_by == who else standing(order, at)
    if no is not None or order.state == "collected":
        return no
    if order.years:
        return "age"  # staff look, at the counter
    if orders.collect(connection, store_id, order_id, who=who, at=at):
        return None
    again = _shown_last(connection, store_id, order_id, shown_to)
    if again is None:
        return Reason.COPIED
    if again.state == "collected":
        return None if again.closed_by == who else No.COLLECTED
    return standing(again, at) or No.LATE


def pay_here(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    order_id: str,
    transaction_id: str,
    *,
    shown_to: str,
    at: int,
) -> Order | No | Reason:
    """Give what was last shown to a lane to its purchase, to be paid there; or why not."""
    order = _shown_last(connection, store_id, order_id, shown_to)
    if order is None:
        return Reason.COPIED
    no = standing(order, at)
    if no not in (No.UNPAID, No.HELD) or order.paid_by != "lane":
        return no or No.PAID
    if order_lanes.take(connection, store_id, terminal_id, order_id, transaction_id, at=at):
        return order
    again = _shown_last(connection, store_id, order_id, shown_to)
    no = standing(again, at) if again is not None else No.HELD
    return No.HELD if no is No.UNPAID else no or No.PAID


def _shown_last(connection: sa.Connection, store_id: str, order_id: str, shown_to: str) -> Order | None:
    row = connection.execute(
        sa.select(shop_order).where(
            shop_order.c.store_id == store_id,
            shop_order.c.order_id == order_id,
            shop_order.c.shown_to == shown_to,
        )
    ).one_or_none()
    return order_of(row) if row is not None else None


def _subject(
    connection: sa.Connection, vault: Vault, store_id: str, text: str, at_s: int
) -> tuple[str, int, bool] | Reason:
    """Which order's code it is, when it appeared, and whether it is a number."""
    number = numbers.read_number(text)
    if isinstance(number, Number):
        if number.kind is not Kind.PICKUP:
            return Reason.WRONG_KIND
        found = numbers.find(number, _open_numbers(connection, vault, store_id, at_s), at_s)
        return found if isinstance(found, Reason) else (found.subject, found.shown_s, True)
    if number is Reason.DAMAGED:
        return number
    till = Till(
        shop_id=store_id, trust=Trust(credential_keys.listed(connection, store_id)), revoked=Revoked()
    )
    shown = verify(text, till, at_s, (Kind.PICKUP,))
    if isinstance(shown, Refused):
        return shown.reason
    return shown.subject, shown.credential.shown_s, False


def _open_numbers(
    connection: sa.Connection, vault: Vault, store_id: str, at_s: int
) -> list[tuple[str, bytes]]:
    subjects = connection.execute(
        sa.select(shop_order.c.subject)
        .where(
            shop_order.c.store_id == store_id,
            shop_order.c.state.in_(OPEN),
            shop_order.c.way == "pickup",
            sa.or_(shop_order.c.kept_until > at_s * SECOND, BOUGHT),
        )
        .order_by(shop_order.c.from_at)
        .limit(CANDIDATES_MAX + 1)
    ).scalars()
    return [(one, number_key(vault, store_id, Kind.PICKUP, one)) for one in subjects]


def _is_first(
    connection: sa.Connection, store_id: str, order_id: str, shown_s: int, who: str, *, is_number: bool
) -> bool:
    """Take a code in: newer than all seen before, or the very one again at the same person's counter."""
    table = shop_order
    seen = table.c.number_s if is_number else table.c.code_s
    taken = connection.execute(
        sa.update(table)
        .where(
            table.c.store_id == store_id,
            table.c.order_id == order_id,
            sa.or_(seen < shown_s, sa.and_(seen == shown_s, table.c.shown_to == who)),
        )
        .values({seen.name: shown_s, "shown_to": who})
    )
    return taken.rowcount == 1
