"""Payments by QR wallet that load a balance: asked for, followed to their end, booked once.

    asked ──► pending ──► paid                    booked, under the charge's own name
      │          ├──────► failed                  declined, expired or cancelled: nothing moved
      │          └──────► giving_back ──► given_back, or unclear: a person looks
      └─────────────────► failed

The row is written before the gateway is asked, under a number of ours, so that asking again is always safe,
and whoever looks after a crash goes on where it was. An unclear one is still asked for, slowly; staff may say
what it was (`store.data.stored_value.wallet_settling`).

Source: docs/phone.md, "Paying with a wallet"; docs/devices/wallet.md.
Invariants: a state changes by one statement that names the state it may come from; what was paid is booked in
the transaction that says so; a row names nobody: it leads to an account.
"""

from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data import audit
from store.data.rules import every_store
from store.data.schema.value import value_account
from store.data.schema.wallet import wallet_charge
from store.data.stored_value import value
from store.data.stored_value.value import Origin

State = Literal["asked", "pending", "paid", "failed", "giving_back", "given_back", "unclear"]
OPEN: tuple[State, ...] = ("asked", "pending", "giving_back")
UNBOOKED: tuple[State, ...] = ("asked", "pending", "unclear", "failed")
"""What may still turn out to be paid: also what the gateway, or staff, said was not."""
OPEN_MAX = 200
"""Open charges looked at in one round."""
OPEN_OF_ACCOUNT_MAX = 3
"""At once for one balance."""
VALID_S = 300
SECOND = 1_000_000
AGAIN_S = 60
"""After it was not paid, until it is asked about once more: wallets have paid what was cancelled."""
SLOW_S = 3600
"""Between two questions about one whose end is not known, or is known from staff only."""
LOOKED_FOR_S = 14 * 86_400
"""After so long it is asked for no more, unless somebody wants it."""
BY = "wallet"
Heard = Literal["", "pending", "paid", "declined", "expired", "cancelled", "other_currency", "no_answer"]
FINAL: tuple[Heard, ...] = ("paid", "declined", "expired", "cancelled", "other_currency")


class Charge(msgspec.Struct, frozen=True, kw_only=True):
    """A charge as it stands."""

    store_id: str
    charge_id: str
    about: str
    """The account it loads."""
    subject: str
    amount_minor: int
    currency: str
    state: State
    present: str
    """The code to show; empty: not known yet."""
    wallet: str
    until: int
    made_at: int
    ended_at: int
    order_id: str
    """The order that waits for it; empty: it loads the balance."""
    heard: Heard
    """The gateway's last word."""
    heard_at: int
    heard_minor: int
    """What it had then, in our currency."""
    back_minor: int
    """What of it it had given back."""
    back_at: int
    """When giving back began; 0: never."""
    look_at: int
    """When it is asked about once more, though it is not open; 0: not any more."""
    settled_as: Literal["", "paid", "failed"]
    """What staff said it was; empty: nobody did."""
    settled_minor: int
    """What they put on the balance."""
    settled_by: str
    settled_why: str
    settled_at: int

    @property
    def is_open(self) -> bool:
        """Whether its end is not known."""
        return self.state in OPEN

    @property
    def kept_minor(self) -> int:
        """What is at the gateway, as far as anybody knows."""
        if self.heard == "other_currency":
            return 0
        has_said = self.heard == "paid" and self.heard_minor > 0
        return self.heard_minor - self.back_minor if has_said else self.amount_minor

    @property
    def is_contradicted(self) -> bool:
        """Whether the gateway says otherwise than staff did."""
        if self.settled_as == "paid":
            said = (self.heard, self.heard_minor, self.back_minor)
            return self.heard in FINAL and said != ("paid", self.settled_minor, 0)
        return self.settled_as == "failed" and self.state != "failed"


def ask(
    connection: sa.Connection,
    store_id: str,
    charge_id: str,
    account_id: str,
    subject: str,
    amount_minor: int,
    currency: str,
    *,
    at: int,
    order_id: str = "",
) -> bool:
    """Wish for a charge; false where too many of this balance are open."""
    require(amount_minor > 0, "a charge is an amount")
    mine = _of(store_id).where(wallet_charge.c.about == account_id, wallet_charge.c.state.in_(OPEN))
    if len(connection.execute(mine.limit(OPEN_OF_ACCOUNT_MAX)).all()) >= OPEN_OF_ACCOUNT_MAX:
        return False
    connection.execute(
        sa.insert(wallet_charge).values(
            store_id=store_id,
            charge_id=charge_id,
            purpose="order" if order_id else "top_up",
            about=account_id,
            subject=subject,
            amount_minor=amount_minor,
            currency=currency,
            state="asked",
            present="",
            wallet="",
            reference="",
            until=at + VALID_S * SECOND,
            made_at=at,
            ended_at=0,
            order_id=order_id,
        )
    )
    return True


def one(connection: sa.Connection, store_id: str, charge_id: str) -> Charge | None:
    """A charge."""
    row = connection.execute(_of(store_id).where(wallet_charge.c.charge_id == charge_id)).one_or_none()
    return Charge(**row._mapping) if row is not None else None


def of_order(connection: sa.Connection, store_id: str, order_id: str) -> Charge | None:
    """The payment an order waits, or waited, for."""
    rows = connection.execute(_of(store_id).where(wallet_charge.c.order_id == order_id).limit(1))
    row = rows.one_or_none()
    return Charge(**row._mapping) if row is not None else None


def still_open(connection: sa.Connection) -> list[Charge]:
    """Charges whose end is not known, the oldest first, of every store."""
    query = sa.select(*columns()).where(wallet_charge.c.state.in_(OPEN))
    rows = every_store(connection, "housekeeping").execute(
        query.order_by(wallet_charge.c.made_at).limit(OPEN_MAX)
    )
    return [Charge(**row._mapping) for row in rows]


def to_look_at(connection: sa.Connection, at: int) -> list[Charge]:
    """Charges that are over or unclear and whose turn it is to be asked about once more, of every store."""
    query = sa.select(*columns()).where(wallet_charge.c.look_at.between(1, at))
    rows = every_store(connection, "housekeeping").execute(
        query.order_by(wallet_charge.c.look_at).limit(OPEN_MAX)
    )
    return [Charge(**row._mapping) for row in rows]


def heard(
    connection: sa.Connection,
    charge: Charge,
    word: Heard,
    *,
    has_minor: int = 0,
    back_minor: int = 0,
    at: int,
) -> bool:
    """Keep the gateway's word; false where it says nothing new about a charge under way."""
    if charge.look_at == 0 and (charge.heard, charge.heard_minor, charge.back_minor) == (
        word, has_minor, back_minor
    ):  # fmt: skip
        return False
    values: dict[str, Any] = {
        "heard": word,
        "heard_minor": has_minor,
        "back_minor": back_minor,
        "heard_at": at,
    }
    if word == "no_answer" and charge.heard in FINAL:
        values = {"heard": charge.heard}  # what was said still stands
    if charge.look_at:
        values["look_at"] = 0 if word in FINAL else next_look(charge, at)
    return connection.execute(_update(charge).values(**values)).rowcount == 1


def next_look(charge: Charge, at: int) -> int:
    """When to ask once more by itself; 0: it has been asked for long enough."""
    return at + SLOW_S * SECOND if at < charge.made_at + LOOKED_FOR_S * SECOND else 0


def presented(connection: sa.Connection, charge: Charge, present: str) -> bool:
    """The gateway knows it, and this code is to be shown."""
    return _move(connection, charge, ("asked",), state="pending", present=present)


def cut_short(connection: sa.Connection, charge: Charge, *, at: int) -> bool:
    """Nobody waits for it any more: it is cancelled at the next look."""
    return _move(connection, charge, ("asked", "pending"), until=at)


def cut_short_for(connection: sa.Connection, store_id: str, order_id: str, *, at: int) -> None:
    """The order it was for is over: cancelled at the next look."""
    table = wallet_charge
    connection.execute(
        sa.update(table)
        .where(
            table.c.store_id == store_id,
            table.c.order_id == order_id,
            table.c.state.in_(("asked", "pending")),
            table.c.until > at,
        )
        .values(until=at)
    )


def paid(connection: sa.Connection, charge: Charge, wallet: str, reference: str, *, at: int) -> bool:
    """The gateway has the money: book it, once; money of nobody's account is to be given back.

    Also where staff, or the gateway itself, had said that it was not paid.
    """
    told = {"wallet": wallet, "reference": reference, "ended_at": at, "look_at": 0}
    if not _move(connection, charge, UNBOOKED, state="paid", **told):
        return False
    known = one(connection, charge.store_id, charge.charge_id)
    require(known is not None, "a payment that was just moved is there")
    if known.settled_as:  # type: ignore[union-attr]  # required
        audit.note(
            connection, charge.store_id, who=BY, action="wallet.overturned", what=charge.charge_id, at=at
        )
    is_closed = connection.execute(
        sa.select(value_account.c.account_id).where(
            value_account.c.account_id == charge.about, value_account.c.state == "closed"
        )
    ).scalar()
    if is_closed is not None or known.back_at:  # type: ignore[union-attr]  # required
        # the member was forgotten meanwhile, or the gateway was asked to give it back before
        return _move(connection, charge, ("paid",), state="giving_back", ended_at=0, back_at=at)
    book(connection, charge, charge.amount_minor, Origin(store_id=charge.store_id, who=BY, why=wallet), at=at)
    return True


def book(connection: sa.Connection, charge: Charge, amount_minor: int, origin: Origin, *, at: int) -> None:
    """Put what was paid on the balance, under the charge's own name."""
    name = f"wallet:{charge.charge_id}"
    step = value.load(connection, charge.about, name, amount_minor, None, origin=origin, at=at)
    require(step is not None and step.outcome.is_success, "what was paid is booked")


def wrong(connection: sa.Connection, charge: Charge, *, at: int) -> bool:
    """What was paid is not what was asked: it is to be given back."""
    return _move(connection, charge, UNBOOKED, state="giving_back", back_at=at, look_at=0)


def failed(connection: sa.Connection, charge: Charge, *, at: int) -> bool:
    """It is over, and nothing moved, or all of it went back. It is asked about once more all the same."""
    before: tuple[State, ...] = ("asked", "pending", "unclear")
    return _move(connection, charge, before, state="failed", ended_at=at, look_at=at + AGAIN_S * SECOND)


def gave_back(connection: sa.Connection, charge: Charge, *, is_done: bool, at: int) -> bool:
    """How giving back ended."""
    state: State = "given_back" if is_done else "unclear"
    look_at = 0 if is_done else next_look(charge, at)
    return _move(connection, charge, ("giving_back",), state=state, ended_at=at, look_at=look_at)


def gave_up(connection: sa.Connection, charge: Charge, *, at: int) -> bool:
    """Its end was not learned: a person looks, and it goes on being asked for, slowly."""
    look_at = next_look(charge, at)
    return _move(connection, charge, OPEN, state="unclear", ended_at=at, look_at=look_at)


def _move(connection: sa.Connection, charge: Charge, before: tuple[State, ...], **values: Any) -> bool:
    """The one statement that lets a charge into another state."""
    asked = _update(charge).where(wallet_charge.c.state.in_(before))
    return connection.execute(asked.values(**values)).rowcount == 1


def _update(charge: Charge) -> sa.Update:
    table = wallet_charge
    return sa.update(table).where(table.c.store_id == charge.store_id, table.c.charge_id == charge.charge_id)


def columns() -> list[sa.Column[Any]]:
    """What a `Charge` is read from."""
    return [wallet_charge.c[name] for name in Charge.__struct_fields__]


def _of(store_id: str) -> sa.Select[Any]:
    return sa.select(*columns()).where(wallet_charge.c.store_id == store_id)
