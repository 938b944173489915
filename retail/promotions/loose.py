"""A machine too large to be unrolled, by what it could gain at most: bounded loosely, and quickly.

A bundle of which the basket holds dozens has a state for every way its slots can be filled. Without looking
at who fits two slots, its best use is simply the best units of each slot, as many groups as pay. That bounds
what the machine gains, tells what by itself loses too much, and so makes the machine small enough to be
unrolled (`narrow.py`).

Invariants: no use of the machine gains more than is told; what is chosen is a use of the machine.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from retail.promotions.forms.walk import Piece, Pools
from retail.promotions.graph import NEVER, Edge, Path
from retail.promotions.plan import TIE

LOOKS = 10
"""Ranking a unit costs about as much as so many edges."""


class Loose(NamedTuple):
    """One entrant's machine as pools of positions."""

    who: int
    """The entrant's index."""
    ats: tuple[int, ...]
    """Positions of its units in walking order."""
    needs: tuple[int, ...]
    gains: tuple[dict[int, int], ...]
    """By place: position to gain, in values."""
    group_gain: int
    most: int
    lines: dict[int, int] | None
    """Where units of a group are of different products: each position's product."""

    @property
    def edges(self) -> int:
        """What looking at all of it costs."""
        return LOOKS * sum(map(len, self.gains))

    def all_gains(self) -> Iterable[int]:
        """Of all uses and groups."""
        return (*(gain for own in self.gains for gain in own.values()), self.group_gain)


def loosened(who: int, ats: Sequence[int], pieces: Sequence[Piece], pools: Pools) -> Loose:
    """The machine with these pools; `pieces` are its units, in walking order as `ats` are."""
    place = {piece.unit: at for at, piece in zip(ats, pieces, strict=True)}
    gains = tuple({place[unit]: gain * TIE for unit, gain in own.items()} for own in pools.gains)
    lines = {place[piece.unit]: piece.line for piece in pieces} if pools.is_distinct else None
    return Loose(who, tuple(ats), pools.needs, gains, pools.group_gain * TIE - 1, pools.most, lines)


class _Ranked(NamedTuple):
    """The machine at some prices."""

    pools: list[list[tuple[int, int]]]
    """By place: gain beyond the price and position, the best first."""
    values: list[int]
    """By number of groups: what they gain together, at most."""


def _ranked(loose: Loose, costs: Sequence[int], *, is_whole: bool = True) -> _Ranked:
    """`is_whole`: also groups that gain less than nothing. Each gains no more than the one before it."""
    pools = [
        sorted(((gain - costs[at], at) for at, gain in own.items()), key=_best_first) for own in loose.gains
    ]
    values = [0]
    for count in range(loose.most):
        value = values[-1] + loose.group_gain
        for need, pool in zip(loose.needs, pools, strict=True):
            if len(pool) < need * (count + 1):
                return _Ranked(pools, values)
            value += sum(entry[0] for entry in pool[need * count : need * (count + 1)])
        if value < values[-1] and not is_whole:
            break
        values.append(value)
    return _Ranked(pools, values)


def _best_first(entry: tuple[int, int]) -> tuple[int, int]:
    return -entry[0], entry[1]


def loose_use(loose: Loose, costs: Sequence[int]) -> tuple[int, Path]:
    """No less than the most the machine can gain beyond the costs of the units it uses, and what it wants."""
    pools, values = _ranked(loose, costs, is_whole=False)
    value = max(values)
    count = values.index(value)
    path = []
    for place, (need, pool) in enumerate(zip(loose.needs, pools, strict=True)):
        path += [(at, Edge(0, loose.gains[place][at], place)) for _, at in pool[: need * count]]
    return value, path


def loose_choice(loose: Loose, costs: Sequence[int]) -> tuple[int, Path]:
    """A good use of the machine, what it gains beyond the costs, and the way there."""
    pools, values = _ranked(loose, costs, is_whole=False)
    best: tuple[int, Path] = (0, [])
    scarce = sorted(range(len(pools)), key=lambda place: len(pools[place]) - loose.needs[place] * len(values))
    for count in range(values.index(max(values)), 0, -1):
        if values[count] <= best[0]:
            continue
        taken: dict[int, int] = {}
        filled = 0
        value = count * loose.group_gain
        for place in scarce:
            missing = loose.needs[place] * count
            own: dict[int, int] = {}
            for gain, at in pools[place]:
                if not missing:
                    break
                if at in taken or (loose.lines is not None and own.get(loose.lines[at], 0) == count):
                    continue
                if loose.lines is not None:
                    own[loose.lines[at]] = own.get(loose.lines[at], 0) + 1
                taken[at] = place
                value += gain
                missing -= 1
            filled += not missing
        if filled == len(pools) and value > best[0]:
            path = [(at, Edge(0, loose.gains[place][at], place)) for at, place in sorted(taken.items())]
            at, first = path[0]
            path[0] = at, first._replace(gain=first.gain + count * loose.group_gain)
            best = value, path
    return best


def loose_useful(loose: Loose, costs: Sequence[int], budget: int) -> dict[int, int]:
    """By position the bits of the places in which some use of the unit loses no more than `budget`."""
    pools, values = _ranked(loose, costs)
    least = max(values) - budget
    beyond = list(values)
    """By number of groups: the best value of so many or more."""
    for count in range(len(values) - 2, -1, -1):
        beyond[count] = max(beyond[count], beyond[count + 1])
    found: dict[int, int] = {}
    for place, (need, pool) in enumerate(zip(loose.needs, pools, strict=True)):
        if not need:
            continue
        instead = NEVER
        """The best value so far less the worst unit of this place: what a unit behind it would replace."""
        for rank, (gain, at) in enumerate(pool):
            count = rank // need
            if rank % need == 0 and 0 < count < len(values):
                instead = max(instead, values[count] - pool[rank - 1][0])
            with_it = beyond[count + 1] if count + 1 < len(values) else NEVER
            if max(with_it, instead + gain) >= least:
                found[at] = found.get(at, 0) | 1 << place
    return found
