"""The machines of a search: unrolled where they are small enough, else bounded loosely.

Invariant: the same pieces and entrants give the same machines.
"""

from collections.abc import Sequence

from retail.promotions import graph, loose
from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import Piece
from retail.promotions.forms.walk_counts import Sets
from retail.promotions.forms.walk_groups import BuyThenGet, Slots
from retail.promotions.graph import Graph, Path
from retail.promotions.loose import Loose

EDGES_MAX = 150_000
"""Of all graphs of one search; more would take seconds to price."""
LOOSE_FROM = 6_000
"""Edges of one graph from which on its machine is bounded loosely, if it can be."""

Machine = Graph | Loose


def machines(
    pieces: Sequence[Piece], entrants: Sequence[Entrant], loose_from: int | None = None
) -> list[Machine] | None:
    """The machines over pieces in walking order; None if some would be too large even so."""
    place = {piece.unit: at for at, piece in enumerate(pieces)}
    found: list[Machine] = []
    room = EDGES_MAX
    most = LOOSE_FROM if loose_from is None else loose_from
    for index, entrant in enumerate(entrants):
        if entrant.walk is None or not entrant.fits:
            continue
        ats = tuple(sorted(place[unit] for unit in entrant.fits))
        own = [pieces[at] for at in ats]
        walk = entrant.walk
        can_be_loose = isinstance(walk, Slots | BuyThenGet | Sets)
        one: Machine | None = graph.unrolled(
            index, ats, own, entrant, min(room, most) if can_be_loose else room
        )
        if one is None and isinstance(walk, Slots | BuyThenGet | Sets):
            one = loose.loosened(index, ats, own, walk.pools(own, entrant.fits))
        if one is None:
            return None
        room -= one.edges
        found.append(one)
    return found


def best_use(machine: Machine, costs: Sequence[int]) -> tuple[int, Path]:
    """No less than the most the machine can gain beyond the costs of the units it uses, and what it wants."""
    return loose.loose_use(machine, costs) if isinstance(machine, Loose) else graph.best_use(machine, costs)


def choice(machine: Machine, costs: Sequence[int]) -> tuple[int, Path]:
    """A use of the machine, the best where it is unrolled, and what it gains beyond the costs."""
    if isinstance(machine, Loose):
        return loose.loose_choice(machine, costs)
    return graph.best_use(machine, costs)


def useful(machine: Machine, costs: Sequence[int], budget: int) -> dict[int, int]:
    """By position the bits of the places in which some use of the unit loses no more than `budget`."""
    if isinstance(machine, Loose):
        return loose.loose_useful(machine, costs, budget)
    return graph.useful(machine, costs, budget)
