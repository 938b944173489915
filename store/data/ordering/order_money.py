"""How an order is paid and paid back. One function each way; another way of paying is another branch.

The balance is held and captured in the transaction that places the order: a hold lasts minutes, an order
days. An order that is paid at a lane takes nothing here: the lane's sale pays it
(`store.data.ordering.order_lanes`), and goods that come back are a return of that sale. One that a wallet
pays holds what the balance has, and takes all of it once the wallet's part is there
(`store.data.ordering.order_wallet`).

Source: docs/orders.md, "Paying"; docs/stored-value.md.
Invariants: all of an order is paid or nothing is; what is given back is what was taken, once.
"""

from typing import Literal, assert_never

import sqlalchemy as sa

from retail.check import require
from retail.stored_value.account import Outcome
from store.data.stored_value import value, value_cards, wallet_charges
from store.data.stored_value.value import Origin

PaidBy = Literal["balance", "lane", "wallet"]


BY = "order"


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
    if paid_by == "lane":
        return ""
    account_id = value_cards.find_member(connection, member_id)
    if total_minor == 0:
        return account_id or ""
    if account_id is None:
        raise UnpaidError(0)
    held = hold(connection, store_id, order_id, account_id, total_minor, currency=currency, ask_no=1, at=at)
    match paid_by:
        case "wallet":
            return account_id
        case "balance":
            if held < total_minor:
                raise UnpaidError(held)
        case _:
            assert_never(paid_by)
    capture(connection, store_id, order_id, account_id, total_minor, at=at)
    return account_id


def hold(
    connection: sa.Connection,
    store_id: str,
    order_id: str,
    account_id: str,
    total_minor: int,
    *,
    currency: str,
    ask_no: int,
    at: int,
) -> int:
    """Set aside what a balance has of an order; how much."""
    name, origin = transaction_of(order_id), Origin(store_id=store_id, who=BY)
    held = value.hold(
        connection, account_id, name, total_minor, currency=currency, ask_no=ask_no, origin=origin, at=at
    )
    return held.amount_minor if held is not None and held.outcome.is_success else 0


def capture(
    connection: sa.Connection, store_id: str, order_id: str, account_id: str, total_minor: int, *, at: int
) -> None:
    """Take an order that is held whole."""
    name, origin = transaction_of(order_id), Origin(store_id=store_id, who=BY)
    took = value.capture(connection, account_id, name, total_minor, origin=origin, at=at)
    require(took is not None and took.outcome is Outcome.DONE, "what is held is captured")


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
    require(paid_by in ("balance", "wallet"), "an order goes back the way it was paid")
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


def let_go(
    connection: sa.Connection, store_id: str, order_id: str, account_id: str, origin: Origin, *, at: int
) -> None:
    """An order that is not paid is over: what it held is free, and nobody need pay for it any more."""
    if account_id:
        value.release_all(connection, account_id, transaction_of(order_id), origin, at)
    wallet_charges.cut_short_for(connection, store_id, order_id, at=at)


def transaction_of(order_id: str) -> str:
    """How an order is called in the ledger of stored value."""
    return f"order:{order_id}"
