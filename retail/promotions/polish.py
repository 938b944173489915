"""Better answers for components too large to be searched as a whole: search a few offers at a time.

Whole groups of the other offers stay as they are, so every step is a valid answer and none is worse than the
one before.
"""

from collections.abc import Iterable, Sequence

from retail.promotions.components import Solution, assign
from retail.promotions.index import Ready
from retail.promotions.views import Record

Best = dict[Record, tuple[int, Ready]]
"""Each unit's best offer if left to itself, with its exact gain."""
TOGETHER_AT_SCAN = 4
"""Offers searched again when a unit comes into a large component."""
TOGETHER = 4
SWEEPS_MAX = 3
UNITS_MAX = 8_000
"""Looked at in all while polishing: the more units, the fewer offers are searched again."""


def worth(solution: Solution, best: Best) -> int:
    """The exact saving of a solution."""
    placed = sum(placing.exact for placing in solution.placed.values())
    return placed + sum(best[record][0] for record in solution.alone)


def improved(
    before: Solution, records: Sequence[Record], live: Sequence[Ready], best: Best, again: Iterable[Ready]
) -> Solution:
    """Search the offers `again` on their own units and the free ones; keep the others' groups."""
    here = set(records)
    searched = set(again)
    kept = {
        ready: placing
        for ready, placing in before.placed.items()
        if ready not in searched and ready in live and all(record in here for _, record in placing.uses)
    }
    taken = {record for placing in kept.values() for _, record in placing.uses}
    free = {record for record in records if record not in taken}
    solution = assign(records, [ready for ready in live if ready in searched], best, free=free)
    return Solution(kept | solution.placed, solution.alone, False)


def after_scan(
    before: Solution, known: set[Record], records: Sequence[Record], live: Sequence[Ready], best: Best
) -> Solution:
    """A large component after a scan: only offers that touch the new units are searched again."""
    fewest = {ready: len(before.placed[ready].uses) if ready in before.placed else 0 for ready in live}
    again: dict[Ready, None] = {}
    for record in records:
        if record not in known:
            own = [ready for ready in record.view.joining if ready in fewest]
            again |= dict.fromkeys(
                sorted(own, key=lambda ready: (fewest[ready], ready.rank))[:TOGETHER_AT_SCAN]
            )
    return improved(before, records, live, best, again)


def polished(solution: Solution, records: Sequence[Record], live: Sequence[Ready], best: Best) -> Solution:
    """Search each offer again with those it shares most units with, until nothing gets better."""
    units = {ready: {record for record in records if ready.rank in record.bits} for ready in live}
    most = worth(solution, best)
    room = UNITS_MAX
    for _ in range(SWEEPS_MAX):
        start = most
        for ready in live:
            room -= len(records)
            if room < 0:
                return solution
            rivals = sorted(live, key=lambda other: (-len(units[ready] & units[other]), other.rank))
            attempt = improved(solution, records, live, best, [ready, *rivals[:TOGETHER]])
            value = worth(attempt, best)
            if value > most:
                solution, most = attempt, value
        if most == start:
            break
    return solution
