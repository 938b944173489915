"""Orders that a wallet pays: goods set aside at once, paid by themselves, free again where nobody pays.

    being paid ──► paid              the wallet's part is on the balance, and all of it is taken
       └─────────► cancelled         the wallet declined, PAYING_S are over, or somebody cancelled it

The wallet loads what the balance lacks (`store.data.stored_value.wallet_charges`); what the balance has is
held meanwhile. Whoever learns how the payment ended brings the order along, in the same transaction. Money
that arrives when the order is over stays on the balance.

Source: docs/orders.md, "Paid by wallet".
Invariants: an order is paid only while its goods are set aside; goods are set aside no longer than PAYING_S
and the sweep's pause without being paid; what a wallet paid is on the balance or in the order, once.
"""

import sqlalchemy as sa

from retail.check import require
from retail.stored_value import account
from retail.stored_value.limits import ValueLimits
from store.data.clock import SECOND
from store.data.ordering import order_listing, order_money, orders
from store.data.ordering.order import GoneError, Order, Wish
from store.data.ordering.orders import BY_CLOCK
from store.data.schema.members import member
from store.data.stored_value import value_books, value_cards, wallet_charges
from store.data.stored_value.value import Origin
from store.data.stored_value.wallet_charges import VALID_S, Charge
from store.identity.vault import Vault

PAYING_S = VALID_S + 120
"""How long goods are set aside for a wallet: its time, and that of the gateway's last word."""
require(PAYING_S * SECOND < account.HOLD_US, "what the balance has is held until the wallet has paid")


class ChangedError(Exception):
    """The wallet would have to pay another amount than was shown. The transaction is to be undone."""


class BusyError(Exception):
    """Too many payments of this balance are open. The transaction is to be undone."""


class FullError(Exception):
    """More than a balance may have would be on it. The transaction is to be undone."""


def missing(total_minor: int, free_minor: int, limits: ValueLimits) -> int:
    """What a wallet pays for an order; 0: the balance covers it, or it is more than may be loaded."""
    short = total_minor - free_minor
    if short <= 0 or short > limits.load_max_minor:
        return 0
    return max(short, limits.load_min_minor)


def begin(
    connection: sa.Connection,
    vault: Vault,
    store_id: str,
    member_id: str,
    wish: Wish,
    amount_minor: int,
    *,
    subject: str,
    limits: ValueLimits,
    at: int,
) -> Order:
    """Place an order that a wallet is to pay `amount_minor` of; sent again, the same order.

    Raises what `orders.place` raises, `ChangedError`, `BusyError` and `FullError`, each with nothing changed
    once the transaction is undone.
    """
    require(wish.paid_by == "wallet", "a wallet pays it")
    connection.execute(
        # the row is locked: the same form at the same moment waits, and finds the order
        sa.update(member).where(member.c.member_id == member_id).values(version=member.c.version + 1)
    )
    origin = Origin(store_id=store_id, who=wallet_charges.BY)
    account_id = value_cards.open_member(connection, member_id, currency=wish.currency, origin=origin, at=at)
    if account_id is None:
        raise GoneError("the member was forgotten")
    known = order_listing.of_member(connection, store_id, member_id, wish.order_id)
    if known is not None:
        return known
    statement = value_books.statement(connection, account_id)
    require(statement is not None, "an account that was just opened is there")
    before = statement.account  # type: ignore[union-attr]  # required
    if amount_minor <= 0 or missing(wish.total_minor, before.free_minor, limits) != amount_minor:
        raise ChangedError
    if before.balance_minor + amount_minor > limits.balance_max_minor:
        raise FullError
    placed = orders.place(connection, vault, store_id, member_id, wish, at=at)
    asked = wallet_charges.ask(
        connection,
        store_id,
        charge_of(wish.order_id),
        account_id,
        subject,
        amount_minor,
        wish.currency,
        at=at,
        order_id=wish.order_id,
    )
    if not asked:
        raise BusyError
    return placed


def charge_of(order_id: str) -> str:
    """How the payment of an order is called at the gateway."""
    return f"w-{order_id.removeprefix('o-')}"


def follow(connection: sa.Connection, charge: Charge, *, at: int) -> None:
    """Bring the order of a payment along, whatever became of it; again, it changes nothing."""
    if not charge.order_id:
        return
    now = wallet_charges.one(connection, charge.store_id, charge.charge_id)
    require(now is not None, "a payment that is followed is there")
    state = now.state  # type: ignore[union-attr]  # required
    if state == "paid":
        _pay(connection, charge, at)
    elif state in ("failed", "giving_back", "given_back"):
        _end(connection, charge, "the wallet did not pay", at)


def _pay(connection: sa.Connection, charge: Charge, at: int) -> None:
    order = order_listing.one(connection, charge.store_id, charge.order_id)
    if order is None or not order.is_paying:
        return  # it is paid, or over: the money stays on the balance
    name = charge.store_id, charge.order_id, charge.about, order.total_minor
    if order_money.hold(connection, *name, currency=charge.currency, ask_no=2, at=at) < order.total_minor:
        # less was paid than was missing, or the balance's own part was let go and spent
        _end(connection, charge, "the balance did not cover it", at)
    elif orders.pay_by_wallet(connection, charge.store_id, charge.order_id, at=at):
        order_money.capture(connection, *name, at=at)
    else:  # it was cancelled at the same moment
        origin = Origin(store_id=charge.store_id, who=BY_CLOCK)
        order_money.let_go(connection, charge.store_id, charge.order_id, charge.about, origin, at=at)


def _end(connection: sa.Connection, charge: Charge, why: str, at: int) -> None:
    known = order_listing.one(connection, charge.store_id, charge.order_id)
    if known is not None and known.is_paying:
        orders.cancel(connection, charge.store_id, charge.order_id, who=BY_CLOCK, why=why, at=at)
