"""How often somebody may ask: token buckets per device, per store and per address.

A protection of this process, not a truth: every worker has its own buckets.

Source: docs/security.md, "Limits" (5 requests/s with bursts of 50 per device, 200/s per store).
Invariants: pure, given a clock; at most KEYS_MAX buckets; a bucket that is full is forgotten first.
"""

import msgspec

from store.identity.errors import Rejected

KEYS_MAX = 150_000
MICROSECONDS = 1_000_000


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """So many a second, and so many at once."""

    per_second: float
    burst: float


class Buckets:
    """Buckets of one rate, by key. Not for several threads."""

    def __init__(self, rate: Rate, keys_max: int = KEYS_MAX) -> None:
        self.rate = rate
        self._keys_max = keys_max
        self._levels: dict[str, tuple[float, int]] = {}

    def __len__(self) -> int:
        return len(self._levels)

    def take(self, key: str, now: int, amount: float = 1.0) -> None:
        """Take from the key's bucket. Raises `Rejected` with status 429 and when to come again.

        An amount above the burst takes a full bucket and leaves a debt.
        """
        level, since = self._levels.pop(key, (self.rate.burst, now))
        level = min(self.rate.burst, level + max(0, now - since) / MICROSECONDS * self.rate.per_second)
        needed = min(amount, self.rate.burst)
        if level < needed:
            self._keep(key, level, now)
            wait_s = (needed - level) / self.rate.per_second
            raise Rejected("too_often", "too many requests; come again later", 429, retry_after_s=wait_s)
        self._keep(key, level - amount, now)

    def _keep(self, key: str, level: float, now: int) -> None:
        """Newest last: the first to be forgotten has not asked for the longest time."""
        while len(self._levels) >= self._keys_max:
            del self._levels[next(iter(self._levels))]
        self._levels[key] = (level, now)
