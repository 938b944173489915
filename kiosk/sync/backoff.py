"""How long to wait before trying again, so that a thousand lanes do not come back in the same second.

Source: docs/protocol.md, "Journal up"; full jitter as measured for retry storms.
Invariants: never longer than its longest wait, never shorter than the service asked for (within that).
"""

from collections.abc import Callable

WAIT_MIN_S = 1.0
WAIT_MAX_S = 300.0


class Backoff:
    """Doubles its ceiling with every failure; success starts over. `random` gives 0 <= x < 1."""

    def __init__(self, random: Callable[[], float], wait_max_s: float = WAIT_MAX_S) -> None:
        self._random = random
        self._wait_max_s = wait_max_s
        self.failures = 0

    def succeeded(self) -> None:
        """Start over."""
        self.failures = 0

    def failed(self, asked_s: float | None = None) -> float:
        """Seconds to wait; at least what the service asked for."""
        self.failures += 1
        ceiling = min(self._wait_max_s, WAIT_MIN_S * float(2 ** min(self.failures, 16)))
        wait = max(WAIT_MIN_S / 2, self._random() * ceiling)
        if asked_s is not None:
            wait = min(self._wait_max_s, asked_s) + self._random() * WAIT_MIN_S
        return min(self._wait_max_s, wait)
