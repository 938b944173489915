"""The book of coupons that may be used once: held for a basket, used by a sale, free again.

The rules are `retail.coupons.redemption`; here each step is a conditional update that names the version it
saw, so that of two workers only one can give a coupon. What lanes without a link have given is taken in as it
is: used twice is a loss that staff hear of, never a sale refused.

Source: docs/coupons.md, "Redemption"; docs/protocol.md, "Scarce things".
Invariants: at most one standing redemption; every step may be repeated; a coupon that is used goes down the
store's feed, so that its lanes know it without a link.
"""

import datetime
import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.coupons import redemption
from retail.coupons.redemption import LEASE, Outcome, RedemptionState, Status, Step
from retail.journal.events import CouponRedeemed
from retail.wire.scarce import CouponHold, HoldCoupon, Verdict
from store.data.clock import SECOND
from store.data.errors import UnavailableError
from store.data.lanes import alerts
from store.data.replication import feed
from store.data.replication.feed import Row, store_scope
from store.data.schema.feed import feed_row
from store.data.schema.scarce import coupon, coupon_loss
from store.data.upsert import insert

KIND = "coupon_used"
"""Of the feed rows. Body: `{"used_on": "YYYY-MM-DD"}`."""
TRIES_MAX = 8
"""Other workers that may change the same coupon while one step is tried."""
USED_KEPT_US = 400 * 24 * 3600 * SECOND
"""How long lanes know a coupon as used without asking; longer than any coupon is valid."""
FORGET_MAX = 1_000
LEASE_S = int(LEASE.total_seconds())
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

_VERDICTS: dict[Outcome, Verdict] = {
    Outcome.DONE: "held",
    Outcome.ALREADY_DONE: "held",
    Outcome.HELD: "held_elsewhere",
    Outcome.USED: "used",
    Outcome.GIVEN_BACK: "refused",
}


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon given once too often."""

    redemption_key: str
    coupon_id: str
    transaction_id: str
    terminal_id: str
    first_transaction_id: str
    """The redemption that stands."""
    saving_minor: int
    booked_at: int


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a sale's coupons."""

    used: tuple[str, ...] = ()
    """Redemption keys that are used by this sale, now or before."""
    losses: tuple[str, ...] = ()
    """Redemption keys that another sale had used: booked as losses, now or before."""


def hold(
    connection: sa.Connection, store_id: str, terminal_id: str, ask: HoldCoupon, *, at: int
) -> CouponHold:
    """Hold a coupon for a purchase, for 15 minutes. Asking again renews it."""

    def reserve(state: RedemptionState) -> Step:
        return redemption.reserve(state, ask.transaction_id, _moment(at))

    step = _step(connection, store_id, ask.redemption_key, ask.coupon_id, terminal_id, at, reserve)
    until = step.state.held_until
    return CouponHold(
        redemption_key=ask.redemption_key,
        verdict=_VERDICTS[step.outcome],
        held_until=_us(until) if until is not None and step.outcome.is_success else 0,
    )


def release(
    connection: sa.Connection, store_id: str, transaction_id: str, redemption_key: str, *, at: int
) -> bool:
    """Let go of what a purchase held; False if it held nothing."""
    step = _step(
        connection,
        store_id,
        redemption_key,
        "",
        "",
        at,
        lambda state: redemption.release(state, transaction_id),
    )
    return step.outcome is Outcome.DONE


def redeem_from_sale(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    transaction_id: str,
    redeemed: Sequence[CouponRedeemed],
    *,
    at: int,
) -> Taken:
    """Take in the coupons a sale's journal says were used. Never refuses; repeated, it changes nothing.

    Publishes to the store's feed: call it after everything else in a transaction.
    """
    used, losses, rows = [], [], []
    for event in redeemed:
        if not event.redemption_key:
            continue  # papers that cannot be told apart
        if _is_lost(connection, store_id, transaction_id, event.redemption_key):
            losses.append(event.redemption_key)  # told again: it stays one
            continue
        step = _step(
            connection,
            store_id,
            event.redemption_key,
            event.coupon_id,
            terminal_id,
            at,
            lambda state: redemption.report(state, transaction_id),
        )
        if step.state.status is Status.REDEEMED and step.state.transaction_id == transaction_id:
            used.append(event.redemption_key)
            day = event.redeemed_on or _moment(at).date().isoformat()
            rows.append(Row(kind=KIND, key=event.redemption_key, body=msgspec.json.encode({"used_on": day})))
        elif step.outcome is not Outcome.GIVEN_BACK:
            losses.append(event.redemption_key)
            if step.outcome is Outcome.LOSS:
                _book_loss(connection, store_id, terminal_id, transaction_id, event, step.state, at)
    if rows:
        feed.publish(connection, store_id, store_scope(store_id), rows, at=at)
    return Taken(used=tuple(used), losses=tuple(losses))


def _is_lost(connection: sa.Connection, store_id: str, transaction_id: str, redemption_key: str) -> bool:
    query = sa.select(coupon_loss.c.booked_at).where(
        coupon_loss.c.store_id == store_id,
        coupon_loss.c.redemption_key == redemption_key,
        coupon_loss.c.transaction_id == transaction_id,
    )
    return connection.execute(query).first() is not None


def roll_back(
    connection: sa.Connection,
    store_id: str,
    transaction_id: str,
    redemption_key: str,
    *,
    gives_back: bool,
    at: int,
) -> bool:
    """A sale was returned: free its coupon again, if the campaign gives coupons back. Publishes."""
    step = _step(
        connection,
        store_id,
        redemption_key,
        "",
        "",
        at,
        lambda state: redemption.roll_back(state, transaction_id, gives_back=gives_back),
    )
    if step.outcome is not Outcome.DONE:
        return False
    feed.publish(connection, store_id, store_scope(store_id), [Row(kind=KIND, key=redemption_key)], at=at)
    return True


def state(connection: sa.Connection, store_id: str, redemption_key: str) -> RedemptionState:
    """Where a coupon stands."""
    row = _read(connection, store_id, redemption_key)
    return _decoded(row.state) if row is not None else RedemptionState(key=redemption_key)


def losses(connection: sa.Connection, store_id: str, *, limit: int = 200) -> tuple[Loss, ...]:
    """Coupons given once too often, newest first."""
    rows = connection.execute(
        sa.select(*(coupon_loss.c[name] for name in Loss.__struct_fields__))
        .where(coupon_loss.c.store_id == store_id)
        .order_by(coupon_loss.c.booked_at.desc(), coupon_loss.c.redemption_key)
        .limit(limit)
    )
    return tuple(Loss(**row._mapping) for row in rows)


def forget_used(connection: sa.Connection, store_id: str, *, at: int) -> int:
    """Take coupons used long ago out of the lanes' replicas, not out of the book; how many. Repeat to 0."""
    old = connection.execute(
        sa.select(feed_row.c.key)
        .where(
            feed_row.c.store_id == store_id,
            feed_row.c.scope == store_scope(store_id),
            feed_row.c.kind == KIND,
            sa.not_(feed_row.c.is_deleted),
            feed_row.c.changed_at < at - USED_KEPT_US,
        )
        .limit(FORGET_MAX)
    ).scalars()
    rows = [Row(kind=KIND, key=key) for key in old]
    if rows:
        feed.publish(connection, store_id, store_scope(store_id), rows, at=at)
    return len(rows)


def _step(
    connection: sa.Connection,
    store_id: str,
    redemption_key: str,
    coupon_id: str,
    terminal_id: str,
    at: int,
    move: Callable[[RedemptionState], Step],
) -> Step:
    """Read, decide, write what was decided unless somebody else wrote meanwhile; then once more."""
    for _ in range(TRIES_MAX):
        row = _read(connection, store_id, redemption_key)
        before = _decoded(row.state) if row is not None else RedemptionState(key=redemption_key)
        step = move(before)
        if step.state == before:
            return step
        is_holder = bool(step.state.transaction_id)
        changes = {
            "state": msgspec.json.encode(step.state),
            "status": step.state.status.value,
            "transaction_id": step.state.transaction_id,
            "terminal_id": terminal_id if is_holder else "",
            "held_until": _us(step.state.held_until) if step.state.held_until is not None else 0,
            "changed_at": at,
        }
        if row is None:
            fixed = {"store_id": store_id, "redemption_key": redemption_key, "coupon_id": coupon_id}
            new = insert(connection, coupon).values(**fixed, version=1, **changes)
            written = connection.execute(new.on_conflict_do_nothing())
        else:
            written = connection.execute(
                sa.update(coupon)
                .where(
                    coupon.c.store_id == store_id,
                    coupon.c.redemption_key == redemption_key,
                    coupon.c.version == row.version,
                )
                .values(version=row.version + 1, **changes)
            )
        if written.rowcount == 1:
            return step
    raise UnavailableError("too many want this coupon at once; try again shortly")


def _read(connection: sa.Connection, store_id: str, redemption_key: str) -> Any:
    return connection.execute(
        sa.select(coupon.c.version, coupon.c.state).where(
            coupon.c.store_id == store_id, coupon.c.redemption_key == redemption_key
        )
    ).one_or_none()


def _book_loss(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    transaction_id: str,
    event: CouponRedeemed,
    standing: RedemptionState,
    at: int,
) -> None:
    values = {
        "store_id": store_id,
        "redemption_key": event.redemption_key,
        "transaction_id": transaction_id,
        "coupon_id": event.coupon_id,
        "terminal_id": terminal_id,
        "first_transaction_id": standing.transaction_id,
        "saving_minor": event.saving_minor,
        "booked_at": at,
    }
    connection.execute(insert(connection, coupon_loss).values(values).on_conflict_do_nothing())
    named = hashlib.sha256(f"{event.redemption_key} {transaction_id}".encode()).hexdigest()[:32]
    alerts.open_alert(
        connection,
        store_id,
        terminal_id=terminal_id,
        kind="coupon_loss",
        text_key="coupon_loss",
        values={"coupon": event.coupon_id, "loss_minor": str(event.saving_minor)},
        at=at,
        alert_id=f"coupon-loss-{named}",
        transaction_id=transaction_id,
    )


def _decoded(raw: bytes) -> RedemptionState:
    return msgspec.json.decode(raw, type=RedemptionState)


def _moment(at: int) -> datetime.datetime:
    return _EPOCH + datetime.timedelta(microseconds=at)


def _us(moment: datetime.datetime) -> int:
    return (moment - _EPOCH) // datetime.timedelta(microseconds=1)
