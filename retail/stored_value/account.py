"""One account of stored value: what may be held of it, what a sale took, what came in, and why not.

    free ──hold──► held ──capture──► spent
      ▲──release, time over──┘

A purchase holds an amount for some minutes; what the sale's own journal says was spent is taken, whether or
not the hold is still there. If somebody else has the value by then, the rest is the shop's loss: the shopper
has left with the goods, and no balance goes below zero.

Source: docs/stored-value.md; the project's sync facts, 2.11.
Invariants: pure; 0 <= held <= balance; a purchase holds and captures once, however often it asks and in
whatever order its words arrive; what a step moved stands in its postings, and nowhere else.
"""

import enum
from typing import Literal

import msgspec
from msgspec.structs import replace

from retail.check import require
from retail.money import AMOUNT_MAX_MINOR
from retail.stored_value.limits import ValueLimits
from retail.stored_value.postings import Kind, Posting, posting

HOLDS_MAX = 20
"""Purchases that may hold value of one account at a time."""
HOLD_US = 15 * 60 * 1_000_000
"""How long a hold stands without being asked for again."""

AccountKind = Literal["gift", "member", "unknown"]
"""`unknown`: a store's, for what lanes without a link took from cards that do not exist."""
AccountState = Literal["active", "blocked", "closed"]
TakenFor = Literal["capture", "give_back"]
HoldState = Literal["held", "released", "lapsed", "captured"]


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a purchase's wish."""

    transaction_id: str
    amount_minor: int
    until: int
    """Microseconds since 1970, by the service's clock."""
    ask_no: int = 1
    """The number of the question in its purchase: what arrives late is told by it."""
    state: HoldState = "held"
    captured_minor: int = 0

    @property
    def is_open(self) -> bool:
        """Whether its amount is set aside."""
        return self.state == "held"


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An account with its open holds, and that of the purchase in question whatever became of it."""

    account_id: str
    kind: AccountKind
    currency: str
    balance_minor: int
    state: AccountState = "active"
    short_minor: int = 0
    """Taken too much and not got back."""
    expires_at: int = 0
    """Microseconds; 0: never."""
    holds: tuple[Hold, ...] = ()

    def __post_init__(self) -> None:
        require(0 <= self.balance_minor <= AMOUNT_MAX_MINOR, "a balance is never negative")
        require(self.held_minor <= self.balance_minor, "no more is held than is there")
        require(self.short_minor >= 0, "a shortfall is not negative")

    @property
    def held_minor(self) -> int:
        """Set aside for purchases under way."""
        return sum(hold.amount_minor for hold in self.holds if hold.is_open)

    @property
    def free_minor(self) -> int:
        """What a purchase may have now."""
        return self.balance_minor - self.held_minor

    def hold_of(self, transaction_id: str) -> Hold | None:
        """What became of this purchase's wish."""
        return next((hold for hold in self.holds if hold.transaction_id == transaction_id), None)

    def is_expired(self, at: int) -> bool:
        """Whether nothing may be held any more."""
        return 0 < self.expires_at <= at


class Outcome(enum.Enum):
    """What a step did."""

    DONE = "done"
    ALREADY_DONE = "already_done"
    SHORT = "short"
    """Captured, and not all of it was there: the rest is a loss."""
    EMPTY = "empty"
    HELD_ELSEWHERE = "held_elsewhere"
    USED = "used"
    """This purchase has captured before."""
    LATE = "late"
    """The purchase has asked or let go since; nothing changed."""
    NOT_HELD = "not_held"
    BLOCKED = "blocked"
    EXPIRED = "expired"
    OTHER_CURRENCY = "other_currency"
    OVER_LIMIT = "over_limit"
    CONTRADICTS = "contradicts"
    """Captured before with another amount; the first stands."""

    @property
    def is_success(self) -> bool:
        """Whether what was asked for is so, now or before."""
        return self in (Outcome.DONE, Outcome.ALREADY_DONE, Outcome.SHORT)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """An account after a step, what moved, and how much of what was asked for it is."""

    account: Account
    outcome: Outcome
    amount_minor: int = 0
    short_minor: int = 0
    postings: tuple[Posting, ...] = ()


# --- purchases -------------------------------------------------------------------------------------------


def lapse(account: Account, at: int, but: str = "") -> Step:
    """End the holds whose time is over; that of the purchase `but` is left alone."""
    moved: tuple[Posting, ...] = ()
    for hold in account.holds:
        if hold.is_open and hold.until <= at and hold.transaction_id != but:
            account, recovered = _freed(account, hold, "lapsed")
            moved += recovered
    return Step(account=account, outcome=Outcome.DONE, postings=moved)


def hold(
    account: Account, transaction_id: str, amount_minor: int, *, currency: str, at: int, ask_no: int = 1
) -> Step:
    """Set aside what a purchase wants, or as much as is free. The same question again: the same answer."""
    require(transaction_id != "" and ask_no >= 1, "a purchase has a name and counts its questions")
    require(0 < amount_minor <= AMOUNT_MAX_MINOR, "a purchase holds an amount")
    step = lapse(account, at)
    account, moved = step.account, step.postings

    def no(outcome: Outcome, amount: int = 0) -> Step:
        return Step(account=account, outcome=outcome, amount_minor=amount, postings=moved)

    known = account.hold_of(transaction_id)
    if known is not None and known.state == "captured":
        return no(Outcome.USED, known.captured_minor)
    if known is not None and (ask_no < known.ask_no or (ask_no, "released") == (known.ask_no, known.state)):
        return no(Outcome.LATE)
    if account.state != "active":
        return no(Outcome.BLOCKED)
    if currency != account.currency:
        return no(Outcome.OTHER_CURRENCY)
    if account.is_expired(at):
        return no(Outcome.EXPIRED)
    if known is not None and known.is_open and known.ask_no == ask_no:
        account = _with(account, replace(known, until=max(known.until, at + HOLD_US)))
        return no(Outcome.ALREADY_DONE, known.amount_minor)
    others = sum(one.is_open and one.transaction_id != transaction_id for one in account.holds)
    own = known.amount_minor if known is not None and known.is_open else 0
    amount = min(amount_minor, account.free_minor + own)
    if others >= HOLDS_MAX or (amount == 0 and account.held_minor):
        return no(Outcome.HELD_ELSEWHERE)
    if amount == 0:
        return no(Outcome.EMPTY)
    made = Hold(transaction_id=transaction_id, amount_minor=amount, until=at + HOLD_US, ask_no=ask_no)
    return Step(account=_with(account, made), outcome=Outcome.DONE, amount_minor=amount, postings=moved)


def release(account: Account, transaction_id: str, *, ask_no: int = 1) -> Step:
    """Let go of what a purchase held. Its questions up to `ask_no` count no more, also those on their way."""
    known = account.hold_of(transaction_id)
    if known is None:
        gone = Hold(transaction_id=transaction_id, amount_minor=0, until=0, ask_no=ask_no, state="released")
        return Step(account=_with(account, gone), outcome=Outcome.NOT_HELD)
    if known.state == "captured" or ask_no < known.ask_no:
        return Step(account=account, outcome=Outcome.LATE)
    if not known.is_open:
        ended = replace(known, state="released", ask_no=ask_no)
        return Step(account=_with(account, ended), outcome=Outcome.NOT_HELD)
    freed, moved = _freed(account, replace(known, ask_no=ask_no), "released")
    return Step(account=freed, outcome=Outcome.DONE, amount_minor=known.amount_minor, postings=moved)


def capture(
    account: Account, transaction_id: str, amount_minor: int, *, at: int, kind: TakenFor = "capture"
) -> Step:
    """Take what a sale says it was paid with. Never refused: what is not there is the shop's loss.

    What other purchases hold stays theirs, as long as their time is not over. `give_back`: no purchase, but a
    top-up whose money went back to where it came from.
    """
    require(transaction_id != "", "a purchase has a name")
    require(0 < amount_minor <= AMOUNT_MAX_MINOR, "a sale captures an amount")
    known = account.hold_of(transaction_id)
    if known is not None and known.state == "captured":
        same = known.captured_minor == amount_minor
        return Step(
            account=account,
            outcome=Outcome.ALREADY_DONE if same else Outcome.CONTRADICTS,
            amount_minor=known.captured_minor,
        )
    step = lapse(account, at, but=transaction_id)
    account, moved = step.account, step.postings
    before = known if known is not None else Hold(transaction_id=transaction_id, amount_minor=0, until=at)
    own = before.amount_minor if before.is_open else 0
    taken = min(amount_minor, account.free_minor + own)
    short = amount_minor - taken
    ended = replace(before, state="captured", captured_minor=amount_minor)
    account = replace(
        _with(replace(account, holds=_but(account, transaction_id)), ended),
        balance_minor=account.balance_minor - taken,
        short_minor=account.short_minor + short,
    )
    name = f"{transaction_id}:capture"
    house = "spent" if kind == "capture" else "paid_in"
    booked = posting(name, kind, balance=-taken, loss=-short, **{house: amount_minor})
    account, recovered = _recovered(account, max(0, own - taken), f"{name}:recover")
    return Step(
        account=account,
        outcome=Outcome.SHORT if short else Outcome.DONE,
        amount_minor=amount_minor,
        short_minor=short,
        postings=(*moved, booked, *recovered),
    )


# --- what comes in, and what the shop does ---------------------------------------------------------------


def load(
    account: Account, posting_id: str, amount_minor: int, limits: ValueLimits | None, *, kind: Kind = "top_up"
) -> Step:
    """Money for the balance. Without `limits` it is paid already, and is booked whatever it is."""
    require(0 < amount_minor <= AMOUNT_MAX_MINOR, "a balance is loaded with an amount")
    if account.state != "active" and limits is not None:
        return Step(account=account, outcome=Outcome.BLOCKED)
    if limits is not None and not limits.may_load(account.balance_minor, amount_minor):
        return Step(account=account, outcome=Outcome.OVER_LIMIT)
    moved = posting(posting_id, kind, balance=amount_minor, paid_in=-amount_minor)
    return _moved(account, moved, amount_minor)


def refund(account: Account, posting_id: str, amount_minor: int) -> Step:
    """A sale gives back to the balance what it was paid. No limit keeps money from whom it belongs to."""
    return _moved(
        account, posting(posting_id, "refund", balance=amount_minor, spent=-amount_minor), amount_minor
    )


def adjust(account: Account, posting_id: str, change_minor: int, limits: ValueLimits) -> Step:
    """Staff put a balance right, up or down; never below what is held, never above the limit."""
    require(0 < abs(change_minor) <= AMOUNT_MAX_MINOR, "an adjustment changes something")
    if change_minor < -account.free_minor:
        return Step(account=account, outcome=Outcome.HELD_ELSEWHERE if account.held_minor else Outcome.EMPTY)
    if account.balance_minor + change_minor > limits.balance_max_minor and change_minor > 0:
        return Step(account=account, outcome=Outcome.OVER_LIMIT)
    moved = posting(posting_id, "adjust", balance=change_minor, adjusted=-change_minor)
    return _moved(account, moved, abs(change_minor))


def expire(account: Account, posting_id: str, *, at: int) -> Step:
    """What is free of an expired or closed account leaves it; what is held stays until its purchase ends."""
    step = lapse(account, at)
    account, moved = step.account, step.postings
    is_over = account.is_expired(at) or account.state == "closed"
    if not is_over or account.free_minor == 0:
        return Step(account=account, outcome=Outcome.EMPTY, postings=moved)
    amount = account.free_minor
    gone = (
        posting(posting_id, "close", balance=-amount, unclaimed=amount)
        if account.state == "closed"
        else posting(posting_id, "expire", balance=-amount, breakage=amount)
    )
    after = _moved(account, gone, amount)
    return replace(after, postings=(*moved, *after.postings))


# --- parts -----------------------------------------------------------------------------------------------


def _moved(account: Account, moved: Posting, amount_minor: int) -> Step:
    after = replace(account, balance_minor=account.balance_minor + moved.change_minor)
    return Step(account=after, outcome=Outcome.DONE, amount_minor=amount_minor, postings=(moved,))


def _freed(account: Account, ended: Hold, state: HoldState) -> tuple[Account, tuple[Posting, ...]]:
    """End an open hold. What it held first makes up for what was taken too much while it was held."""
    account = _with(account, replace(ended, state=state))
    return _recovered(
        account, ended.amount_minor, f"{ended.transaction_id}:recover:{ended.ask_no}:{ended.until}"
    )


def _recovered(account: Account, freed_minor: int, name: str) -> tuple[Account, tuple[Posting, ...]]:
    amount = min(account.short_minor, freed_minor)
    if not amount:
        return account, ()
    account = replace(
        account,
        balance_minor=account.balance_minor - amount,
        short_minor=account.short_minor - amount,
    )
    return account, (posting(name, "recover", balance=-amount, loss=amount),)


def _but(account: Account, transaction_id: str) -> tuple[Hold, ...]:
    return tuple(hold for hold in account.holds if hold.transaction_id != transaction_id)


def _with(account: Account, changed: Hold) -> Account:
    return replace(account, holds=(*_but(account, changed.transaction_id), changed))
