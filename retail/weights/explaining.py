"""Which item is missing from the bagging area, or too much: a difference in weight, item by item.

`retail.interventions.balance` says that nothing explains the weight, and by how many grams. This module asks
which few pieces would: of what lies there one that went away, of what was scanned one more. The likeliest
answer is the one with the fewest pieces, then the closest.

Source: docs/interventions.md, "The bagging area"; docs/devices/scale.md, "What goods weigh".
Invariants: pure; only for showing, nothing is accepted by it; at most WORK_MAX combinations are tried.
"""

import itertools
import math
from collections.abc import Iterator, Sequence

import msgspec

from retail.interventions.balance import Balance, Due
from retail.interventions.policy import WeightRules

PIECES_MAX = 2
"""Pieces that are missing or too much in one explanation; more would fit anything."""
LINES_MAX = 20
"""The newest lines that are looked at."""
ARRIVALS_MAX = 32
"""Ways in which what is waited for may have arrived."""
WORK_MAX = 40_000
SHOWN_MAX = 3


class Piece(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """So many pieces of one line."""

    line_id: int
    count: int


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which the weight would be right."""

    missing: tuple[Piece, ...] = ()
    """Were put down and lie there no more."""
    extra: tuple[Piece, ...] = ()
    """Lie there once more than they were scanned."""
    off_g: int = 0
    """What even this does not explain; within the tolerance."""


def explain(balance: Balance, rules: WeightRules) -> tuple[Explanation, ...]:
    """The likeliest first, at most SHOWN_MAX with equally few pieces; none: no few pieces explain it.

    More than one: staff look at these few. None as well while everything is explained.
    """
    rise_g = balance.actual_g - balance.accepted_g
    changes = _changes(balance)
    arrivals = list(itertools.islice(_arrivals(balance.dues), ARRIVALS_MAX))
    left = WORK_MAX
    for pieces in range(PIECES_MAX + 1):
        found: dict[tuple[tuple[Piece, ...], tuple[Piece, ...]], int] = {}
        for chosen in itertools.combinations_with_replacement(changes, pieces):
            if not _is_possible(chosen):
                continue
            for arrived_g, arrived_slack in arrivals:
                left -= 1
                off_g = rise_g - arrived_g - sum(change.grams for change in chosen)
                slack = arrived_slack + sum(change.tolerance_g**2 for change in chosen)
                if abs(off_g) <= max(rules.noise_g, math.isqrt(slack)):
                    key = _told(chosen)
                    found[key] = min(found.get(key, off_g), off_g, key=abs)
            if left <= 0:
                break
        if found:
            return () if not pieces else _best(found)
    return ()


class _Change(msgspec.Struct, frozen=True, kw_only=True):
    """One piece more or less than there should be."""

    line_id: int
    grams: int
    """Below zero: it is missing."""
    tolerance_g: int
    count_max: int


def _changes(balance: Balance) -> list[_Change]:
    """What may be missing, or there once more; newest lines first."""
    lying = {line_id: dues for line_id, dues in balance.placed.items() if dues}
    known = dict.fromkeys([due.line_id for due in reversed(balance.dues) if due.grams > 0])
    lines = [*known, *(line_id for line_id in sorted(lying, reverse=True) if line_id not in known)]
    changes = []
    for line_id in lines[:LINES_MAX]:
        awaited = [due for due in balance.dues if due.line_id == line_id and due.grams > 0]
        for due in lying.get(line_id, ()):
            changes.append(_change(due, -1, due.count))
        for due in {
            (due.grams, due.tolerance_g): due for due in (*lying.get(line_id, ()), *awaited)
        }.values():
            changes.append(_change(due, 1, PIECES_MAX))
    return changes


def _change(due: Due, sign: int, count_max: int) -> _Change:
    grams = sign * abs(due.grams)
    return _Change(line_id=due.line_id, grams=grams, tolerance_g=due.tolerance_g, count_max=count_max)


def _is_possible(chosen: Sequence[_Change]) -> bool:
    """No more gone than lay there, and nothing both gone and there once more."""
    for one in chosen:
        if sum(other == one for other in chosen) > one.count_max:
            return False
        if any(other.line_id == one.line_id and other.grams * one.grams < 0 for other in chosen):
            return False
    return True


def _arrivals(dues: Sequence[Due]) -> Iterator[tuple[int, int]]:
    """What may have arrived, or left, of what is waited for: grams and squared tolerance."""
    steps = [range(due.count + 1) for due in dues]
    for counts in itertools.product(*steps):
        pairs = list(zip(dues, counts, strict=True))
        yield sum(due.grams * n for due, n in pairs), sum(due.tolerance_g**2 * n for due, n in pairs)


def _told(chosen: Sequence[_Change]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return _pieces(one for one in chosen if one.grams < 0), _pieces(one for one in chosen if one.grams > 0)


def _pieces(changes: Iterator[_Change]) -> tuple[Piece, ...]:
    counts: dict[int, int] = {}
    for change in changes:
        counts[change.line_id] = counts.get(change.line_id, 0) + 1
    return tuple(sorted(Piece(line_id=line_id, count=count) for line_id, count in counts.items()))


def _best(found: dict[tuple[tuple[Piece, ...], tuple[Piece, ...]], int]) -> tuple[Explanation, ...]:
    """Closest first, then the newest line."""

    def rank(item: tuple[tuple[tuple[Piece, ...], tuple[Piece, ...]], int]) -> tuple[int, list[int]]:
        (missing, extra), off_g = item
        return abs(off_g), sorted(-piece.line_id for piece in (*missing, *extra))

    shown = sorted(found.items(), key=rank)[:SHOWN_MAX]
    return tuple(Explanation(missing=missing, extra=extra, off_g=off_g) for (missing, extra), off_g in shown)
