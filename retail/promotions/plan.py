"""What a search answers, and the values it is searched in.

Values are exact gains (minor units times SCALE) times TIE, less the number of groups opened: of equal savings
the one with fewer groups wins.
"""

from collections.abc import Sequence
from typing import NamedTuple

from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import Piece

TIE = 1 << 16
"""Values are gains times TIE less the number of groups."""
STAYS = -1
"""In place of an entrant's index: nobody uses the unit."""


class Plan(NamedTuple):
    """Who uses which units. `value` is in minor units times SCALE."""

    value: int
    uses: dict[int, list[tuple[int, int]]]
    """Entrant's rank to (place, unit) pairs in walking order."""
    gains: dict[int, int]
    """Entrant's rank to its part of the value."""
    is_exact: bool


class Use(NamedTuple):
    """What became of one piece."""

    who: int
    """The entrant that uses it, or STAYS."""
    place: int
    gain: int
    """In values."""


def planned(
    pieces: Sequence[Piece], entrants: Sequence[Entrant], uses: Sequence[Use], *, is_exact: bool
) -> Plan:
    """The plan that uses each piece in that way."""
    by_rank: dict[int, list[tuple[int, int]]] = {}
    gains: dict[int, int] = {}
    for piece, use in zip(pieces, uses, strict=True):
        if use.who != STAYS:
            rank = entrants[use.who].rank
            by_rank.setdefault(rank, []).append((use.place, piece.unit))
            gains[rank] = gains.get(rank, 0) + use.gain
    value = sum(use.gain for use in uses)
    return Plan(whole(value), by_rank, {rank: whole(gain) for rank, gain in gains.items()}, is_exact)


def whole(value: int) -> int:
    """A value without its count of groups: minor units times SCALE."""
    return -(-value // TIE)


def best_alone(pieces: Sequence[Piece], entrants: Sequence[Entrant]) -> list[tuple[int, int]]:
    """For each piece the best gain among entrants without a machine, and that entrant's index."""
    best = [(0, STAYS)] * len(pieces)
    place = {piece.unit: at for at, piece in enumerate(pieces)}
    for index, entrant in enumerate(entrants):
        for unit, gain in entrant.gains.items():
            at = place[unit]
            if gain > best[at][0]:
                best[at] = (gain, index)
    return best
