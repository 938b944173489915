"""When somebody who guesses is stopped.

Each wrong answer is counted before it is compared, in the database, so that neither a crash nor ten
attempts at once give a try for free. The fifth locks the account until a manager unlocks it or the time is
over; while it is locked, a right answer is not told from a wrong one.

Source: docs/security.md, "Staff".
Invariants: pure; counting never unlocks.
"""

import msgspec

TRIES_MAX = 5
LOCK_S = 900
MICROSECONDS = 1_000_000


class Tries(msgspec.Struct, frozen=True, kw_only=True):
    """Wrong answers in a row, and until when the account is locked (microseconds; 0: it is not)."""

    wrong: int = 0
    locked_until: int = 0

    def is_locked(self, now: int) -> bool:
        """Whether nothing is accepted now."""
        return now < self.locked_until


def counted(tries: Tries, now: int) -> Tries:
    """After one more attempt, taken for wrong until it has proved right. Not to be called while locked."""
    before = 0 if 0 < tries.locked_until <= now else tries.wrong  # a lock that is over: start again
    wrong = before + 1
    return Tries(wrong=wrong, locked_until=now + LOCK_S * MICROSECONDS if wrong >= TRIES_MAX else 0)
