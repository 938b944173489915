"""What staff do about payments by wallet whose end nobody knows: see them, ask again, say what they were.

Staff's word books what a payment would have booked, under the same name, so that whatever the gateway says
later finds it booked or books it: never both. Where the two differ, the payment stands out on the page.

Source: docs/stored-value.md, "Payments by wallet without a clear end".
Invariants: of staff's word and the gateway's the first one counts, and a payment that the gateway took is
booked or given back also after staff said that it was not paid; every word says who and why.
"""

from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data import audit
from store.data.ordering import order_wallet
from store.data.schema.wallet import wallet_charge
from store.data.stored_value.value import Origin
from store.data.stored_value.wallet_charges import (
    FINAL,
    SECOND,
    Charge,
    book,
    columns,
    next_look,
    one,
)

LATE_S = 300
"""An answer that is out for so long after the payment was over is told to people."""
LISTED_MAX = 50
Settled = Literal["done", "known", "nothing"]
"""`known`: its end was learned meanwhile, or it is being given back just now; `nothing`: there is no money of
ours to book."""


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """The page's lists."""

    waiting: tuple[Charge, ...]
    decided: tuple[Charge, ...]
    """Newest first."""


def to_settle(connection: sa.Connection, store_id: str, at: int) -> tuple[Charge, ...]:
    """Payments a person should know of, newest first: without a clear end, or late with one."""
    return _listed(connection, store_id, _is_unclear(at, "giving_back"), wallet_charge.c.made_at)


def looked(connection: sa.Connection, store_id: str, at: int) -> Looked:
    """What waits for a word of staff, and what got one."""
    decided = _listed(connection, store_id, wallet_charge.c.settled_at > 0, wallet_charge.c.settled_at)
    return Looked(waiting=to_settle(connection, store_id, at), decided=decided)


def ask_again(connection: sa.Connection, store_id: str, charge_id: str, *, who: str, at: int) -> bool:
    """Have the gateway asked at the next round; false if there is nothing left to ask."""
    table = wallet_charge
    asked = connection.execute(
        sa.update(table)
        .where(
            table.c.store_id == store_id,
            table.c.charge_id == charge_id,
            sa.or_(table.c.state == "unclear", table.c.settled_at > 0),
        )
        .values(look_at=at)
    )
    if asked.rowcount == 1:
        audit.note(connection, store_id, who=who, action="wallet.ask", what=charge_id, at=at)
    return asked.rowcount == 1


def settle(
    connection: sa.Connection, store_id: str, charge_id: str, *, is_paid: bool, who: str, why: str, at: int
) -> Settled | None:
    """Staff say what a payment was; None: there is no such payment."""
    require(who != "" and why != "", "a word of staff says by whom and why")
    charge = one(connection, store_id, charge_id)
    if charge is None:
        return None
    amount = charge.kept_minor
    if is_paid and amount <= 0:
        return "nothing"
    word = "paid" if is_paid else "failed"
    look_at = 0 if charge.heard in FINAL else next_look(charge, at)
    table = wallet_charge
    moved = connection.execute(
        sa.update(table)
        .where(
            table.c.store_id == store_id,
            table.c.charge_id == charge_id,
            table.c.heard_minor == charge.heard_minor,
            table.c.back_minor == charge.back_minor,
            _is_unclear(at),
        )
        .values(
            state=word,
            ended_at=at,
            look_at=look_at,
            settled_as=word,
            settled_minor=amount if is_paid else 0,
            settled_by=who,
            settled_why=why,
            settled_at=at,
        )
    )
    if moved.rowcount == 0:
        return "known"
    if is_paid:
        book(connection, charge, amount, Origin(store_id=store_id, who=who, why=why), at=at)
    order_wallet.follow(connection, charge, at=at)
    audit.note(
        connection,
        store_id,
        who=who,
        action=f"wallet.{word}",
        what=charge_id,
        why=why,
        detail=str(amount) if is_paid else "",
        at=at,
    )
    return "done"


def _is_unclear(at: int, *also: str) -> sa.ColumnElement[bool]:
    table = wallet_charge
    late = sa.and_(table.c.state.in_(("asked", "pending", *also)), table.c.until < at - LATE_S * SECOND)
    return sa.or_(table.c.state == "unclear", late)


def _listed(
    connection: sa.Connection, store_id: str, which: sa.ColumnElement[bool], newest: sa.Column[Any]
) -> tuple[Charge, ...]:
    rows = connection.execute(
        sa.select(*columns())
        .where(wallet_charge.c.store_id == store_id, which)
        .order_by(newest.desc(), wallet_charge.c.charge_id)
        .limit(LISTED_MAX)
    )
    return tuple(Charge(**row._mapping) for row in rows)
