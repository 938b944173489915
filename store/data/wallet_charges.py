"""Payments by QR wallet that load a balance: asked for, followed to their end, booked once.

    asked ──► pending ──► paid                    booked, under the charge's own name
      │          ├──────► failed                  declined, expired or cancelled: nothing moved
      │          └──────► giving_back ──► given_back, or unclear: a person looks
      └─────────────────► failed

The row is written before the gateway is asked, under a number of ours, so that asking again is always safe,
and whoever looks after a crash goes on where it was.

Source: docs/phone.md, "Paying with a wallet"; docs/devices/wallet.md.
Invariants: a state changes by one statement that names the state it may come from; what was paid is booked in
the transaction that says so; a row names nobody: it leads to an account.
"""

from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data import value
from store.data.rules import every_store
from store.data.schema.value import value_account
from store.data.schema.wallet import wallet_charge
from store.data.value import Origin

State = Literal["asked", "pending", "paid", "failed", "giving_back", "given_back", "unclear"]
OPEN: tuple[State, ...] = ("asked", "pending", "giving_back")
OPEN_MAX = 200
"""Open charges looked at in one round."""
OPEN_OF_ACCOUNT_MAX = 3
"""At once for one balance."""
VALID_S = 300
SECOND = 1_000_000
LATE_S = 300
"""An answer that is out for so long after the payment was over is told to people."""
LISTED_MAX = 50
BY = "wallet"


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

    @property
    def is_open(self) -> bool:
        """Whether its end is not known."""
        return self.state in OPEN


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
            purpose="top_up",
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
        )
    )
    return True


def one(connection: sa.Connection, store_id: str, charge_id: str) -> Charge | None:
    """A charge."""
    row = connection.execute(_of(store_id).where(wallet_charge.c.charge_id == charge_id)).one_or_none()
    return Charge(**row._mapping) if row is not None else None


def still_open(connection: sa.Connection) -> list[Charge]:
    """Charges whose end is not known, the oldest first, of every store."""
    query = sa.select(*_columns()).where(wallet_charge.c.state.in_(OPEN))
    rows = every_store(connection, "housekeeping").execute(
        query.order_by(wallet_charge.c.made_at).limit(OPEN_MAX)
    )
    return [Charge(**row._mapping) for row in rows]


def to_look_at(connection: sa.Connection, store_id: str, at: int) -> list[Charge]:
    """Payments a person should know of, newest first: without a clear end, or late with one."""
    late = sa.and_(wallet_charge.c.state.in_(OPEN), wallet_charge.c.until < at - LATE_S * SECOND)
    rows = connection.execute(
        _of(store_id)
        .where(sa.or_(wallet_charge.c.state == "unclear", late))
        .order_by(wallet_charge.c.made_at.desc(), wallet_charge.c.charge_id)
        .limit(LISTED_MAX)
    )
    return [Charge(**row) for row in rows.mappings()]


def presented(connection: sa.Connection, charge: Charge, present: str) -> bool:
    """The gateway knows it, and this code is to be shown."""
    return _move(connection, charge, ("asked",), state="pending", present=present)


def cut_short(connection: sa.Connection, charge: Charge, *, at: int) -> bool:
    """Nobody waits for it any more: it is cancelled at the next look."""
    return _move(connection, charge, ("asked", "pending"), until=at)


def failed(connection: sa.Connection, charge: Charge, *, at: int) -> bool:
    """It is over, and nothing moved."""
    return _move(connection, charge, ("asked", "pending"), state="failed", ended_at=at)


def paid(connection: sa.Connection, charge: Charge, wallet: str, reference: str, *, at: int) -> bool:
    """The gateway has the money: book it, once; money of nobody's account is to be given back."""
    done = _move(
        connection,
        charge,
        ("asked", "pending"),
        state="paid",
        wallet=wallet,
        reference=reference,
        ended_at=at,
    )
    if not done:
        return False
    is_closed = connection.execute(
        sa.select(value_account.c.account_id).where(
            value_account.c.account_id == charge.about, value_account.c.state == "closed"
        )
    ).scalar()
    if is_closed is not None:  # the member was forgotten meanwhile
        return _move(connection, charge, ("paid",), state="giving_back", ended_at=0)
    step = value.load(
        connection,
        charge.about,
        f"wallet:{charge.charge_id}",
        charge.amount_minor,
        None,
        origin=Origin(store_id=charge.store_id, who=BY, why=wallet),
        at=at,
    )
    require(step is not None and step.outcome.is_success, "what was paid is booked")
    return True


def wrong(connection: sa.Connection, charge: Charge) -> bool:
    """What was paid is not what was asked: it is to be given back."""
    return _move(connection, charge, ("asked", "pending"), state="giving_back")


def gave_back(connection: sa.Connection, charge: Charge, *, is_done: bool, at: int) -> bool:
    """How giving back ended."""
    state: State = "given_back" if is_done else "unclear"
    return _move(connection, charge, ("giving_back",), state=state, ended_at=at)


def gave_up(connection: sa.Connection, charge: Charge, *, at: int) -> bool:
    """Its end cannot be learned: a person looks."""
    return _move(connection, charge, OPEN, state="unclear", ended_at=at)


def _move(connection: sa.Connection, charge: Charge, before: tuple[State, ...], **values: Any) -> bool:
    table = wallet_charge
    return (
        connection.execute(
            sa.update(table)
            .where(
                table.c.store_id == charge.store_id,
                table.c.charge_id == charge.charge_id,
                table.c.state.in_(before),
            )
            .values(**values)
        ).rowcount
        == 1
    )


def _columns() -> list[sa.Column[Any]]:
    return [wallet_charge.c[name] for name in Charge.__struct_fields__]


def _of(store_id: str) -> sa.Select[Any]:
    return sa.select(*_columns()).where(wallet_charge.c.store_id == store_id)
