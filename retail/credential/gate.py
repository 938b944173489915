"""Whether the exit opens.

    a code or a number ──verify──► decide ──► the book is written ──► the relay ──► somebody passes
                                     │
                                     └──► why not, in words for staff

A lane signs that a purchase is paid, so the gate opens without asking anybody; what the shop knows besides
(a check that is due, goods given back) keeps it shut. The book says that a purchase has left: it is written
before the relay moves, so a power cut may need a hand to let a shopper out and never opens twice.

A fault is not a bad code: a gate that cannot tell stands open or shut as the shop has set, and for an alarm
it is always open.

Source: docs/credential.md, "The exit".
Invariants: pure; total; opens once per purchase and book; a refusal leaves the book as it was.
"""

import datetime
import enum

import msgspec

from retail.check import require
from retail.coupons.redemption import Outcome, RedemptionState, Status, redeem, reserve
from retail.credential.code import Kind
from retail.credential.number import NumberMatch
from retail.credential.reasons import Reason
from retail.credential.verify import Refused, Verified

AGE_MAX_S = 24 * 3600


class Fault(enum.Enum):
    """Why a gate cannot tell."""

    NO_KEYS = "no_keys"
    """It was never told whose signature counts."""
    CLOCK = "clock"
    BOOK = "book"
    """What has left cannot be written down."""
    READER = "reader"


class GateRules(msgspec.Struct, frozen=True, kw_only=True):
    """How the shop's exit behaves. The shop's setting."""

    opens_on_fault: bool = True
    """Whether a gate that cannot tell stands open: nobody is locked in, and somebody should stand by it."""
    age_max_s: int = 1800
    """How long after paying one may leave."""
    has_passage_sensor: bool = False
    """Whether the gate knows that somebody went through. Without one, opening is leaving."""
    retry_s: int = 15
    """With a sensor: how long the same gate opens again for who has not gone through."""

    def __post_init__(self) -> None:
        require(1 <= self.age_max_s <= AGE_MAX_S, "one may leave for some time, a day at most")
        require(1 <= self.retry_s <= 120, "between one and 120 seconds to try again")


class Purchase(msgspec.Struct, frozen=True, kw_only=True):
    """What the shop knows of a purchase, where the gate was told."""

    paid_s: int | None
    """When it was paid; None: it is not."""
    needs_check: bool = False
    """A look into the bag is due and was not taken yet."""
    is_returned: bool = False


class GateDecision(msgspec.Struct, frozen=True, kw_only=True):
    """What the gate does, to be written to the book and told to the store."""

    opens: bool
    reason: Reason | None = None
    """Why it stays shut; `FAULT` also where it opens because it cannot tell. None: all is well."""
    book: RedemptionState | None = None
    """What the book says from now on, to be durable before the relay moves; None: nothing new."""
    is_again: bool = False
    """Opened a second time for somebody who had not gone through."""


def stands_open(fault: Fault | None, is_alarm: bool, rules: GateRules) -> bool:
    """Whether the gate is open without anybody showing anything."""
    return is_alarm or (fault is not None and rules.opens_on_fault)


def decide(
    shown: Verified | NumberMatch | Refused,
    *,
    book: RedemptionState | None,
    purchase: Purchase | None,
    gate_id: str,
    rules: GateRules,
    at_s: int,
    fault: Fault | None = None,
    is_alarm: bool = False,
) -> GateDecision:
    """Whether the gate opens for what was shown.

    `book` is what the gate has written under `use_key_of(shown)`; None: nothing yet. `purchase` is None while
    the shop has not heard of it, which may be because the lane's link is slow.
    """
    if is_alarm:
        return GateDecision(opens=True)
    if fault is not None:
        return GateDecision(opens=rules.opens_on_fault, reason=Reason.FAULT)
    use_key = use_key_of(shown)
    if isinstance(shown, Refused):
        return GateDecision(opens=False, reason=shown.reason)
    if use_key is None:
        return GateDecision(opens=False, reason=Reason.WRONG_KIND)
    require(book is None or book.key == use_key, "the book is open at this purchase")
    reason = _purchase_refused(shown, purchase, rules, at_s)
    if reason is not None:
        return GateDecision(opens=False, reason=reason)
    return _opened(book or RedemptionState(key=use_key), gate_id, rules, at_s)


def passed(book: RedemptionState, gate_id: str, at_s: int) -> RedemptionState:
    """The book once somebody went through a gate with a sensor."""
    return redeem(book, gate_id, _moment(at_s)).state


def use_key_of(shown: Verified | NumberMatch | Refused) -> str | None:
    """Where in the book the purchase stands; None for what is no way out."""
    if isinstance(shown, Refused) or shown.kind is not Kind.EXIT:
        return None
    return f"exit:{shown.subject}"


def _purchase_refused(
    shown: Verified | NumberMatch, purchase: Purchase | None, rules: GateRules, at_s: int
) -> Reason | None:
    """Why the goods may not leave, whether or not they have."""
    if purchase is None:
        if isinstance(shown, NumberMatch):
            return Reason.UNKNOWN  # a number proves nothing by itself
        paid_s: int | None = shown.credential.from_s
    else:
        paid_s = purchase.paid_s
    if paid_s is None:
        return Reason.NOT_PAID
    if purchase is not None and purchase.is_returned:
        return Reason.RETURNED
    if at_s >= paid_s + rules.age_max_s:
        return Reason.EXPIRED
    if purchase is not None and purchase.needs_check:
        return Reason.NEEDS_CHECK
    return None


def _opened(book: RedemptionState, gate_id: str, rules: GateRules, at_s: int) -> GateDecision:
    """Open, if the book has not seen this purchase leave."""
    if book.status is Status.REDEEMED:  # also by this very gate: the next to show the code is somebody else
        return GateDecision(opens=False, reason=Reason.USED)
    if rules.has_passage_sensor:
        step = reserve(book, gate_id, _moment(at_s), datetime.timedelta(seconds=rules.retry_s))
    else:
        step = redeem(book, gate_id, _moment(at_s))
    if not step.outcome.is_success:
        return GateDecision(opens=False, reason=Reason.HELD)
    return GateDecision(opens=True, book=step.state, is_again=step.outcome is Outcome.ALREADY_DONE)


def _moment(at_s: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(at_s, datetime.UTC)
