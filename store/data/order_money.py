"""How an order is paid and paid back. One function each way; another way of paying is another branch.

The balance is held and captured in the transaction that places the order: a hold lasts minutes, an order
days. An order that is paid at a lane takes nothing here: the lane's sale pays it (`store.data.order_lanes`),
and goods that come back are a return of that sale.

Source: docs/orders.md, "Paying"; docs/stored-value.md.
Invariants: all of an order is paid or nothing is; what is given back is what was taken, once.
"""

from typing import Literal, assert_never

import sqlalchemy as sa

from retail.check import require
from retail.stored_value.account import Outcome
from store.data import value, value_cards
from store.data.value import Origin

PaidBy = Literal["balance", "lane"]


class UnpaidError(Exception):
    """The money is not there. The caller's transaction is to be undone."""

    def __init__(self, free_minor: int) -> None:
        super().__init__(f"only {free_minor} may be spent")
        self.free_minor = free_minor


def take(
    connection: sa.Connection,
    store_id: str,
    member_id: str,
    order_id: str,
    total_minor: int,
    paid_by: PaidBy,
    *,
    currency: str,
    at: int,
) -> str:
    """Pay an order; the account it was paid from, empty where nothing is paid now. Raises `UnpaidError`."""
    match paid_by:
        case "lane":
            return ""
        case "balance":
            pass
        case _:
            assert_never(paid_by)
    account_id = value_cards.find_member(connection, member_id)
    if total_minor == 0:
        return account_id or ""
    if account_id is None:
        raise UnpaidError(0)
    origin = Origin(store_id=store_id, who="order")
    name = transaction_of(order_id)
    held = value.hold(
        connection, account_id, name, total_minor, currency=currency, ask_no=1, origin=origin, at=at
    )
    if held is None or not held.outcome.is_success or held.amount_minor < total_minor:
        raise UnpaidError(held.amount_minor if held is not None and held.outcome.is_success else 0)
    took = value.capture(connection, account_id, name, total_minor, origin=origin, at=at)
    require(took is not None and took.outcome is Outcome.DONE, "what is held is captured")
    return account_id


def give_back(
    connection: sa.Connection,
    order_id: str,
    account_id: str,
    total_minor: int,
    paid_by: str,
    origin: Origin,
    at: int,
) -> None:
    """Pay a cancelled order that was paid back to where its money came from, once."""
    if not total_minor or paid_by == "lane":
        return
    require(paid_by == "balance", "an order goes back the way it was paid")
    name = transaction_of(order_id)
    step = value.refund(
        connection,
        account_id,
        f"{name}:refund",
        total_minor,
        origin=origin,
        at=at,
        transaction_id=name,
    )
    require(step is not None and step.outcome.is_success, "money goes back to where it came from")


def transaction_of(order_id: str) -> str:
    """How an order is called in the ledger of stored value."""
    return f"order:{order_id}"
