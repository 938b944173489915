"""How often wrong numbers may be typed before numbers are refused for a while.

One count per till, so that guessing is slow, and one per shop with a higher limit, so that a dozen tills do
not help. A right number does not clear the count: who has one of their own could guess for ever.

Source: docs/credential.md, "Guessing".
Invariants: pure and frozen; never holds more than `tries_max` moments.
"""

import msgspec

from retail.check import require
from retail.credential.reasons import Reason


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """So many wrong numbers in so much time close the keypad for so long."""

    tries_max: int = 5
    within_s: int = 600
    locked_s: int = 600

    def __post_init__(self) -> None:
        require(1 <= self.tries_max <= 1000, "between one and a thousand tries")
        require(self.within_s >= 1 and self.locked_s >= 1, "a limit lasts")


PER_TILL = Limit()
PER_SHOP = Limit(tries_max=50)


class Attempts(msgspec.Struct, frozen=True, kw_only=True):
    """The count of one till or shop."""

    wrong_s: tuple[int, ...] = ()
    """When wrong numbers were typed, oldest first."""
    locked_until_s: int = 0


def may_try(attempts: Attempts, at_s: int) -> Reason | None:
    """`LOCKED`, or None: a number may be tried."""
    return Reason.LOCKED if at_s < attempts.locked_until_s else None


def failed(attempts: Attempts, at_s: int, limit: Limit = PER_TILL) -> Attempts:
    """The count after a wrong number. Asked while locked, nothing changes."""
    if may_try(attempts, at_s) is not None:
        return attempts
    recent = (*(moment for moment in attempts.wrong_s if moment > at_s - limit.within_s), at_s)
    if len(recent) >= limit.tries_max:
        return Attempts(locked_until_s=at_s + limit.locked_s)
    return Attempts(wrong_s=recent)


def shifted(attempts: Attempts, by_s: int) -> Attempts:
    """The same count for a till whose clock was found to be wrong."""
    locked_s = attempts.locked_until_s
    return Attempts(
        wrong_s=tuple(moment + by_s for moment in attempts.wrong_s),
        locked_until_s=locked_s + by_s if locked_s else 0,
    )
