"""When a device that shows wrong numbers is no longer listened to.

Numbers of gift cards are long, so guessing one is hopeless at any rate a lane may ask; this makes it hopeless
for the short ones of printed stock, too, and tells staff that somebody tries. Once too many were wrong, right
ones are not told from wrong ones until the time is over.

A protection of this process, not a truth: every worker has its own count. A PIN is counted in the database.

Source: docs/stored-value.md, "Guessing".
Invariants: pure, given a clock; bounded by `limits.KEYS_MAX` devices.
"""

from store.identity.errors import Rejected
from store.identity.limits import MICROSECONDS, Buckets, Rate

WRONG = Rate(per_second=1 / 60, burst=10)
"""Ten wrong numbers at once, then one a minute."""
DEAF_S = 300
"""How long nothing is answered after too many."""


class Guesses:
    """Wrong numbers, by device. Not for several threads."""

    def __init__(self, wrong: Rate = WRONG) -> None:
        self._wrong = Buckets(wrong)
        self._deaf_until: dict[str, int] = {}

    def is_deaf(self, device: str, now: int) -> bool:
        """Whether this device is not listened to now."""
        until = self._deaf_until.get(device, 0)
        if until and until <= now:
            del self._deaf_until[device]
        return now < until

    def wrong(self, device: str, now: int) -> bool:
        """Count a wrong number; true if it was the one too many, and staff should hear of it."""
        try:
            self._wrong.take(device, now)
        except Rejected:
            self._deaf_until[device] = now + DEAF_S * MICROSECONDS
            return True
        return False
