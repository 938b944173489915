"""How lanes did: how busy they were, how quick, how often a person was needed, what was taken off.

    utilisation   time with a shopper / time from the first start to the last end of the day
    service       seconds from start to end of a sale
    help          calls for help in a hundred transactions, and how long they took
    voids         lines taken off in a hundred transactions
    payment       attempts beyond one in a hundred sales

Source: docs/back-office.md, "Reports".
Invariants: pure; a lane without sales has zeros, never a division.
"""

from collections.abc import Iterable

import msgspec

from store.data.journals.lane_reports import LaneDay

SECOND = 1_000_000


class LaneFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One lane over some days."""

    terminal_id: str
    lane: str
    days: int
    sales: int
    cancelled: int
    items: int
    total_minor: int
    voids: int
    not_found: int
    helps: int
    help_s: int
    attempts: int
    busy_s: int
    open_s: int
    missing_numbers: int

    @property
    def transactions(self) -> int:
        """Sold and cancelled."""
        return self.sales + self.cancelled

    @property
    def utilisation(self) -> float:
        """Share of its time with a shopper."""
        return min(1.0, self.busy_s / self.open_s) if self.open_s else 0.0

    @property
    def service_s(self) -> int:
        """Seconds a transaction takes."""
        return self.busy_s // self.transactions if self.transactions else 0

    @property
    def items_per_minute(self) -> float:
        """How quickly goods go over the lane."""
        return 60 * self.items / self.busy_s if self.busy_s else 0.0

    @property
    def helps_per_100(self) -> float:
        """Calls for help in a hundred transactions."""
        return _per_100(self.helps, self.transactions)

    @property
    def help_wait_s(self) -> int:
        """Seconds from a call for help to its end."""
        return self.help_s // self.helps if self.helps else 0

    @property
    def voids_per_100(self) -> float:
        """Lines taken off in a hundred transactions."""
        return _per_100(self.voids, self.transactions)

    @property
    def cancelled_per_100(self) -> float:
        """Transactions given up, in a hundred."""
        return _per_100(self.cancelled, self.transactions)

    @property
    def retries_per_100(self) -> float:
        """Payments tried again, in a hundred sales."""
        return _per_100(max(0, self.attempts - self.sales), self.sales)


def figures(days: Iterable[LaneDay]) -> tuple[LaneFigures, ...]:
    """Days of lanes together, one row per lane."""
    found: dict[str, LaneFigures] = {}
    for day in days:
        found[day.terminal_id] = _added(found.get(day.terminal_id), day)
    return tuple(found.values())


def _added(before: LaneFigures | None, day: LaneDay) -> LaneFigures:
    one = LaneFigures(
        terminal_id=day.terminal_id,
        lane=day.lane,
        days=1,
        sales=day.sales,
        cancelled=day.cancelled,
        items=day.items,
        total_minor=day.total_minor,
        voids=day.voids,
        not_found=day.not_found,
        helps=day.helps,
        help_s=day.help_s,
        attempts=day.attempts,
        busy_s=day.busy_us // SECOND,
        open_s=max(0, day.last_at - day.first_at) // SECOND,
        missing_numbers=day.missing_numbers,
    )
    if before is None:
        return one
    names = ("terminal_id", "lane")
    sums = {
        name: getattr(before, name) + getattr(one, name)
        for name in LaneFigures.__struct_fields__
        if name not in names
    }
    return LaneFigures(terminal_id=one.terminal_id, lane=one.lane, **sums)


def _per_100(count: int, of: int) -> float:
    return 100 * count / of if of else 0.0
