"""One coupon, one redemption, for ever: reserve, redeem, release, roll back.

A reservation holds the coupon for a basket while it is shown there; redeeming makes it final in the same
commit as the payment; a lease lets go of baskets that died. Every step may arrive twice or late (a lane
repeats what was not acknowledged), so each is named by its transaction and repeating it changes nothing.

    FREE --reserve--> RESERVED --redeem--> REDEEMED
      ^---release------/  (lease over: anyone may reserve)
      ^---------------------------roll back---/  (only if the campaign gives back)

Two redemptions can only meet when a lane was offline. The first the store hears of stands; the other was
honestly given to a shopper who has left, so it is accepted and booked as a loss, never clawed back.

Source: docs/coupons.md, "Redemption"; rules for lanes without a link in `offline`.
Invariants: pure; at most one standing redemption; a transaction that was rolled back never redeems again;
nothing but `roll_back` by the redeeming transaction ends a redemption.
"""

import datetime
import enum

import msgspec

from retail.check import require

LEASE = datetime.timedelta(minutes=15)
ROLLED_BACK_MAX = 8
"""A coupon given back more often than this stays used up: somebody is trying something."""
LOSSES_MAX = 64
"""Losses kept with their transaction; further ones are counted only."""


class Status(enum.Enum):
    """Where a coupon stands."""

    FREE = "free"
    RESERVED = "reserved"
    REDEEMED = "redeemed"


class RedemptionState(msgspec.Struct, frozen=True, kw_only=True):
    """One coupon in the books. A coupon nobody has shown yet is `RedemptionState(key=...)`."""

    key: str
    """`Coupon.redemption_key`."""
    status: Status = Status.FREE
    transaction_id: str = ""
    """Who holds or has redeemed it."""
    held_until: datetime.datetime | None = None
    """End of the lease; with offset."""
    rolled_back: tuple[str, ...] = ()
    """Transactions whose redemption was given back."""
    losses: tuple[str, ...] = ()
    """Transactions that redeemed it once too often."""
    loss_count: int = 0

    def __post_init__(self) -> None:
        require(
            (self.status is Status.FREE) == (self.transaction_id == ""),
            "a coupon that is not free has a holder",
        )
        require(
            (self.held_until is not None) == (self.status is Status.RESERVED),
            "a reserved coupon, and no other, has a lease",
        )


class Outcome(enum.Enum):
    """What a step did. The first two are successes."""

    DONE = "done"
    ALREADY_DONE = "already_done"
    """This very step was taken before; nothing changed."""
    HELD = "held"
    """Another basket holds it."""
    USED = "used"
    """It has been redeemed."""
    GIVEN_BACK = "given_back"
    """This transaction was rolled back; it cannot use the coupon again."""
    NOT_HELD = "not_held"
    """There was nothing of this transaction to end."""
    KEPT = "kept"
    """The campaign does not give coupons back."""
    LOSS = "loss"
    """Accepted although used before: booked as a loss, to be looked at."""

    @property
    def is_success(self) -> bool:
        """Whether the transaction may count on the coupon."""
        return self in (Outcome.DONE, Outcome.ALREADY_DONE)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """The state after a step, and what it did."""

    state: RedemptionState
    outcome: Outcome


def reserve(
    state: RedemptionState, transaction_id: str, at: datetime.datetime, lease: datetime.timedelta = LEASE
) -> Step:
    """Hold the coupon for a basket until `at + lease`. Asking again renews the lease."""
    _check(transaction_id, at)
    require(lease > datetime.timedelta(0), "a lease lasts")
    if state.status is Status.REDEEMED:
        own = state.transaction_id == transaction_id
        return Step(state=state, outcome=Outcome.ALREADY_DONE if own else Outcome.USED)
    if transaction_id in state.rolled_back:
        return Step(state=state, outcome=Outcome.GIVEN_BACK)
    if _held_by_another(state, transaction_id, at):
        return Step(state=state, outcome=Outcome.HELD)
    own = state.transaction_id == transaction_id
    until = at + lease
    if own and state.held_until is not None:
        until = max(until, state.held_until)
    held = msgspec.structs.replace(
        state, status=Status.RESERVED, transaction_id=transaction_id, held_until=until
    )
    return Step(state=held, outcome=Outcome.ALREADY_DONE if own else Outcome.DONE)


def redeem(state: RedemptionState, transaction_id: str, at: datetime.datetime) -> Step:
    """Use the coupon up; asked before money moves, so it may refuse.

    An own reservation whose lease is over still counts while nobody else has taken the coupon.
    """
    _check(transaction_id, at)
    if state.status is Status.REDEEMED:
        own = state.transaction_id == transaction_id
        return Step(state=state, outcome=Outcome.ALREADY_DONE if own else Outcome.USED)
    if transaction_id in state.rolled_back:
        return Step(state=state, outcome=Outcome.GIVEN_BACK)
    if _held_by_another(state, transaction_id, at):
        return Step(state=state, outcome=Outcome.HELD)
    return Step(state=_redeemed(state, transaction_id), outcome=Outcome.DONE)


def report(state: RedemptionState, transaction_id: str) -> Step:
    """Take in a redemption that has happened on a lane without a link. Never refuses: money has moved.

    A basket that only holds the coupon loses it; that basket is told when it asks to redeem.
    """
    require(transaction_id != "", "a transaction has a name")
    if state.status is Status.REDEEMED and state.transaction_id == transaction_id:
        return Step(state=state, outcome=Outcome.ALREADY_DONE)
    if transaction_id in state.rolled_back:
        return Step(state=state, outcome=Outcome.GIVEN_BACK)
    if state.status is not Status.REDEEMED:
        return Step(state=_redeemed(state, transaction_id), outcome=Outcome.DONE)
    if transaction_id in state.losses:
        return Step(state=state, outcome=Outcome.ALREADY_DONE)
    losses = state.losses if len(state.losses) >= LOSSES_MAX else (*state.losses, transaction_id)
    booked = msgspec.structs.replace(state, losses=losses, loss_count=state.loss_count + 1)
    return Step(state=booked, outcome=Outcome.LOSS)


def release(state: RedemptionState, transaction_id: str) -> Step:
    """Let go of a reservation: the line was voided, the basket cancelled, or its lease is over."""
    require(transaction_id != "", "a transaction has a name")
    if state.status is not Status.RESERVED or state.transaction_id != transaction_id:
        used = state.status is Status.REDEEMED
        return Step(state=state, outcome=Outcome.USED if used else Outcome.NOT_HELD)
    return Step(state=_freed(state), outcome=Outcome.DONE)


def roll_back(state: RedemptionState, transaction_id: str, *, gives_back: bool) -> Step:
    """Undo a redemption because the sale was returned, if the campaign gives coupons back."""
    require(transaction_id != "", "a transaction has a name")
    if transaction_id in state.rolled_back:
        return Step(state=state, outcome=Outcome.ALREADY_DONE)
    if state.status is not Status.REDEEMED or state.transaction_id != transaction_id:
        return Step(state=state, outcome=Outcome.NOT_HELD)
    if not gives_back or len(state.rolled_back) >= ROLLED_BACK_MAX:
        return Step(state=state, outcome=Outcome.KEPT)
    freed = msgspec.structs.replace(_freed(state), rolled_back=(*state.rolled_back, transaction_id))
    return Step(state=freed, outcome=Outcome.DONE)


def expire(state: RedemptionState, at: datetime.datetime) -> RedemptionState:
    """The state with a reservation whose lease is over let go."""
    if state.held_until is not None and at >= state.held_until:
        return _freed(state)
    return state


def _held_by_another(state: RedemptionState, transaction_id: str, at: datetime.datetime) -> bool:
    return state.held_until is not None and state.transaction_id != transaction_id and at < state.held_until


def _redeemed(state: RedemptionState, transaction_id: str) -> RedemptionState:
    return msgspec.structs.replace(
        state, status=Status.REDEEMED, transaction_id=transaction_id, held_until=None
    )


def _freed(state: RedemptionState) -> RedemptionState:
    return msgspec.structs.replace(state, status=Status.FREE, transaction_id="", held_until=None)


def _check(transaction_id: str, at: datetime.datetime) -> None:
    require(transaction_id != "", "a transaction has a name")
    require(at.tzinfo is not None, "a moment carries its offset")
