"""A top-up that goes back: no more of it than the balance still has, held until the money has moved.

For returns a top-up is a sale of one thing: the amount. Its hold is one on the balance as well, named like
the return, so that no purchase takes meanwhile what is given back at a lane.

Source: docs/stored-value.md, "Giving a top-up back".
Invariants: what is offered was free when it was asked for; what is held is held whole, or not at all.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from store.data.journals.sold import Sold
from store.data.schema.value import value_hold
from store.data.stored_value import value, value_books
from store.data.stored_value.value import Origin


def within_balance(connection: sa.Connection, sold: Sold) -> Sold:
    """A top-up with what of it the balance still has; a sale as it is."""
    if not sold.account_id:
        return sold
    account = value_books.one(connection, sold.account_id)
    free = account.free_minor if account is not None and account.state == "active" else 0
    lines = tuple(
        msgspec.structs.replace(line, unit_minor=tuple(min(unit, free) for unit in line.unit_minor))
        for line in sold.lines
    )
    return msgspec.structs.replace(sold, lines=lines if free > 0 else ())


def hold(
    connection: sa.Connection, sold: Sold, return_id: str, amount_minor: int, origin: Origin, at: int
) -> bool:
    """Set the amount aside on the balance, all of it; false if that is not there any more."""
    step = value.hold(
        connection,
        sold.account_id,
        return_id,
        amount_minor,
        currency=sold.currency,
        ask_no=1,
        origin=origin,
        at=at,
    )
    if step is not None and step.outcome.is_success and step.amount_minor == amount_minor:
        return True
    value.release_all(connection, sold.account_id, return_id, origin, at)
    return False


def let_go(connection: sa.Connection, return_ids: Sequence[str], origin: Origin, at: int) -> None:
    """Nothing of these went back: what they held of a balance is free again."""
    if not return_ids:
        return
    held = sa.select(value_hold.c.account_id, value_hold.c.transaction_id).where(
        value_hold.c.transaction_id.in_(list(return_ids)), value_hold.c.state == "held"
    )
    for account_id, return_id in connection.execute(held).all():
        value.release_all(connection, account_id, return_id, origin, at)
