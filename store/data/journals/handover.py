"""Baskets of phones on their way through a lane: offered, claimed once, paid, put aside or given back.

    offered ──► open ──claim──► claimed ──► paid
                 ▲ │               │ └────► aside ──► paid
                 │ └► withdrawn    └── the purchase was cancelled: open again

A phone has one basket at a time: a newer one takes the place of the one before, unless a lane has that. The
journal of the lane says how it ended, in the transaction that writes the sale, so that a basket is given back
or paid exactly when the purchase was.

Source: docs/phone.md, "To the lane"; docs/protocol.md, "Baskets of phones".
Invariants: of two lanes that ask at once one gets it; one purchase gets the same answer however often it
asks; a basket that a lane has is changed by nobody; nothing of a member who was erased or a phone that was
taken out is given away.
"""

from typing import Literal

import msgspec
import sqlalchemy as sa

from retail.wire.handover import PhoneBasket
from retail.wire.suspended import SuspendedGoods
from store.data.rules import every_store
from store.data.schema.handover import phone_basket as basket
from store.data.schema.phone import phone_device
from store.data.schema.suspended import suspended_basket

SECOND = 1_000_000
LIFE_S = 3600
"""How long a basket waits for a lane: its code's grant is an hour."""
CLAIM_S = 30 * 60
"""A lane that was never heard of again has a basket no longer than this."""
KEPT_S = 86_400
TIDY_MAX = 500
OUTCOMES = Literal["sold", "cancelled", "suspended"]

_lines = msgspec.json.Decoder(tuple[SuspendedGoods, ...])
_coupons = msgspec.json.Decoder(tuple[str, ...])


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a phone's newest basket is."""

    subject: str
    state: str
    """`open`, `claimed`, `aside`, `paid` or `withdrawn`."""
    lane: str = ""
    envelope_id: str = ""
    """The receipt, once it is paid."""
    at: int = 0


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """What a phone wants to hand over."""

    subject: str
    member_id: str
    device_id: str
    member_subject: str
    lines: tuple[SuspendedGoods, ...]
    coupons: tuple[str, ...] = ()


def offer(connection: sa.Connection, store_id: str, wanted: Offered, at: int) -> Standing | None:
    """Keep a basket for a lane in place of the phone's one before; that one's standing if a lane has it."""
    connection.execute(  # one phone offers one basket at a time, also from two pages at once
        sa.select(phone_device.c.device_id)
        .where(phone_device.c.member_id == wanted.member_id, phone_device.c.device_id == wanted.device_id)
        .with_for_update()
    )
    for row in connection.execute(
        sa.select(basket)
        .where(basket.c.store_id == store_id, basket.c.device_id == wanted.device_id)
        .where(basket.c.state.in_(("open", "claimed", "aside")))
        .with_for_update()
    ).all():
        if _is_away(connection, store_id, row, at):
            return _standing(row)
        connection.execute(_one(store_id, row.subject).values(state="withdrawn"))
    connection.execute(
        sa.insert(basket).values(
            store_id=store_id,
            subject=wanted.subject,
            member_id=wanted.member_id,
            device_id=wanted.device_id,
            member_subject=wanted.member_subject,
            lines=msgspec.json.encode(wanted.lines),
            coupons=msgspec.json.encode(wanted.coupons),
            made_at=at,
            until=at + LIFE_S * SECOND,
            state="open",
            claimed_in="",
            claimed_for="",
            claimed_at=0,
            envelope_id="",
        )
    )
    return None


def withdraw(connection: sa.Connection, store_id: str, device_id: str) -> bool:
    """Take a phone's basket back; false if no lane could have had it any more, or one has it."""
    return bool(
        connection.execute(
            sa.update(basket)
            .where(basket.c.store_id == store_id, basket.c.device_id == device_id, basket.c.state == "open")
            .values(state="withdrawn")
        ).rowcount
    )


def claim(
    connection: sa.Connection, store_id: str, terminal_id: str, subject: str, transaction_id: str, at: int
) -> PhoneBasket:
    """Give the basket to this purchase, or say why not. The code that names it was verified."""
    row = connection.execute(
        sa.select(basket, phone_device.c.ended_at)
        .join(
            phone_device,
            sa.and_(
                phone_device.c.member_id == basket.c.member_id,
                phone_device.c.device_id == basket.c.device_id,
            ),
        )
        .where(basket.c.store_id == store_id, basket.c.subject == subject)
        .with_for_update(of=basket)
    ).one_or_none()
    if row is None:
        return PhoneBasket(verdict="refused", reason="unknown")
    if row.ended_at:
        return PhoneBasket(verdict="refused", reason="revoked")
    if row.state == "withdrawn":
        return PhoneBasket(verdict="refused", reason="changed")
    is_ours = (row.claimed_in, row.claimed_for) == (terminal_id, transaction_id)
    if row.state == "open" and at >= row.until:
        return PhoneBasket(verdict="refused", reason="expired")
    if row.state == "open":
        connection.execute(
            _one(store_id, subject).values(
                state="claimed", claimed_in=terminal_id, claimed_for=transaction_id, claimed_at=at
            )
        )
    elif not (row.state == "claimed" and is_ours):
        return PhoneBasket(verdict="used", reason="held" if row.state == "claimed" else "used")
    return PhoneBasket(
        verdict="held",
        token=subject,
        member_subject=row.member_subject,
        lines=_lines.decode(row.lines),
        coupons=_coupons.decode(row.coupons),
    )


def ended(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    transaction_id: str,
    outcome: OUTCOMES,
    *,
    resumed_of: str,
    envelope_id: str,
) -> bool:
    """A purchase ended: what it had of a phone's basket is paid, aside, or the phone's again. Whether it is
    paid now; the same end again is no news.

    `resumed_of`: the basket it went on with, a phone's (its subject) or one that was put aside (its
    transaction). A purchase that asked for a basket and never took it in gives it back.
    """
    mine = connection.execute(
        sa.select(basket)
        .where(basket.c.store_id == store_id)
        .where(
            sa.or_(
                sa.and_(
                    basket.c.state == "claimed",
                    basket.c.claimed_in == terminal_id,
                    basket.c.claimed_for == transaction_id,
                ),
                sa.and_(basket.c.state == "aside", basket.c.claimed_for == resumed_of),
            )
        )
        .with_for_update()
    ).all()
    is_paid = False
    for row in mine:
        has_goods = row.state == "aside" or row.subject == resumed_of
        connection.execute(
            _one(store_id, row.subject).values(
                **_after(outcome if has_goods else "cancelled", terminal_id, transaction_id, envelope_id)
            )
        )
        is_paid = is_paid or (has_goods and outcome == "sold")
    return is_paid


def newest(connection: sa.Connection, store_id: str, device_id: str) -> Standing | None:
    """Where the phone's newest basket is."""
    row = connection.execute(
        sa.select(basket)
        .where(basket.c.store_id == store_id, basket.c.device_id == device_id)
        .order_by(basket.c.made_at.desc(), basket.c.subject)
        .limit(1)
    ).one_or_none()
    return _standing(row) if row is not None else None


def forget(connection: sa.Connection, member_id: str) -> None:
    """Forget the baskets of a member, in every store."""
    every_store(connection, "housekeeping").execute(sa.delete(basket).where(basket.c.member_id == member_id))


def tidy(connection: sa.Connection, store_id: str, at: int) -> int:
    """Forget baskets of yesterday; how many."""
    old = (
        sa.select(basket.c.subject)
        .where(basket.c.store_id == store_id, basket.c.until <= at - KEPT_S * SECOND)
        .limit(TIDY_MAX)
    )
    return connection.execute(
        sa.delete(basket).where(basket.c.store_id == store_id, basket.c.subject.in_(old.scalar_subquery()))
    ).rowcount


def _after(outcome: OUTCOMES, terminal_id: str, transaction_id: str, envelope_id: str) -> dict[str, str]:
    match outcome:
        case "sold":
            return {"state": "paid", "envelope_id": envelope_id}
        case "suspended":
            return {"state": "aside", "claimed_in": terminal_id, "claimed_for": transaction_id}
        case "cancelled":
            return {"state": "open", "claimed_in": "", "claimed_for": ""}


def _is_away(connection: sa.Connection, store_id: str, row: sa.Row[tuple[object, ...]], at: int) -> bool:
    """Whether a lane has the basket, or staff have put it aside for another."""
    if row.state == "claimed":
        return bool(at < row.claimed_at + CLAIM_S * SECOND)
    if row.state == "aside":
        cancelled = connection.execute(
            sa.select(suspended_basket.c.cancelled_at).where(
                suspended_basket.c.store_id == store_id, suspended_basket.c.transaction_id == row.claimed_for
            )
        ).scalar()
        return not cancelled and bool(at < row.made_at + KEPT_S * SECOND)
    return False


def _standing(row: sa.Row[tuple[object, ...]]) -> Standing:
    return Standing(
        subject=row.subject,
        state=row.state,
        lane=row.claimed_in,
        envelope_id=row.envelope_id,
        at=row.claimed_at,
    )


def _one(store_id: str, subject: str) -> sa.Update:
    return sa.update(basket).where(basket.c.store_id == store_id, basket.c.subject == subject)
