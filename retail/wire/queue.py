"""Who waits for staff, lane by lane, as what lanes told says: one visit per lane, and each lane's place.

The order is that of `retail.interventions.visits`, which the lane uses for itself; here it is made of alerts,
so that a lane of before and an outage, which are no interventions, stand in the same queue.

Source: docs/protocol.md, "Live channel"; docs/back-office.md, "The station".
Invariants: pure; one visit per lane, however much waits there; a nudge calls nobody.
"""

from collections.abc import Iterable

import msgspec

from retail.interventions.visits import Visit
from retail.interventions.words import Blocks, Severity


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """One alert, as far as the queue asks."""

    lane: str
    severity: str
    since_us: int
    is_looked_at: bool
    blocks: str = "nothing"


def visits_of(alerts: Iterable[Asking]) -> dict[str, Visit]:
    """What each lane calls for. Words nobody knows count as `staff` and `nothing`."""
    by_lane: dict[str, list[Asking]] = {}
    for one in alerts:
        if _severity(one.severity) is not Severity.NUDGE:
            by_lane.setdefault(one.lane, []).append(one)
    return {
        lane: Visit(
            severity=max((_severity(one.severity) for one in ones), key=lambda word: word.rank),
            blocks=max((_blocks(one.blocks) for one in ones), key=lambda word: word.rank),
            since_us=min(one.since_us for one in ones),
            is_looked_at=all(one.is_looked_at for one in ones),
            needs=(),
        )
        for lane, ones in by_lane.items()
    }


def _severity(word: str) -> Severity:
    return Severity(word) if word in {one.value for one in Severity} else Severity.STAFF


def _blocks(word: str) -> Blocks:
    return Blocks(word) if word in {one.value for one in Blocks} else Blocks.NOTHING
