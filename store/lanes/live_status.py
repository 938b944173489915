"""What a lane says about itself, written down when it matters and otherwise now and then.

A shopper who scans makes a new status with every item. Only what people act on (open, help, an outage, a
device) is written at once; a count is written every few seconds, and its last value always.

Source: docs/protocol.md, "Live channel".
Invariants: the last status is written; no more than one write in STATUS_EVERY_S unless something matters.
"""

from collections.abc import Awaitable, Callable

import msgspec

from retail.wire.live import LaneStatus

STATUS_EVERY_S = 5.0
SECOND = 1_000_000

Keep = Callable[[LaneStatus, int], Awaitable[None]]


class Statuses:
    """The statuses of one line. `keep` writes one."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._kept: LaneStatus | None = None
        self._kept_at = 0
        self._late: LaneStatus | None = None

    @property
    def is_late(self) -> bool:
        """Whether a status was heard that is not written yet."""
        return self._late is not None

    async def heard(self, status: LaneStatus, now: int) -> None:
        """Write it at once if it matters or is due, else remember it."""
        is_due = now >= self._kept_at + STATUS_EVERY_S * SECOND
        if not is_due and self._kept is not None and _mattering(status) == _mattering(self._kept):
            self._late = status
            return
        self._kept, self._kept_at, self._late = status, now, None
        await self._keep(status, now)

    async def flush(self, now: int) -> None:
        """Write what was remembered, now that nothing follows it."""
        if self._late is not None:
            self._kept = None
            await self.heard(self._late, now)


def _mattering(status: LaneStatus) -> LaneStatus:
    """The status without what only counts on."""
    return msgspec.structs.replace(
        status, item_count=0, total_minor=0, unsent=0, positions={}, prices="", at=0
    )
