"""What the best assignment cannot use, given a bound and some answer: a search leaves it out.

Along shadow prices every use of a unit loses something against the bound. A use that by itself loses more
than the best answer known does is part of no better one, so the offer no longer fits the unit. Offers
mostly fall out of the search altogether, and those that stay share fewer units.

Invariant: an assignment better than the one the budget was made of is never left out.
"""

from collections.abc import Sequence

from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import Piece
from retail.promotions.graph import NEVER, Graph


def narrowed(
    pieces: Sequence[Piece],
    entrants: Sequence[Entrant],
    graphs: Sequence[Graph],
    costs: Sequence[int],
    kinds: Sequence[int],
    budget: int,
) -> list[Entrant]:
    """The entrants, each fitting only what a way that loses no more than `budget` uses.

    Units of one kind stay alike.
    """
    result = list(entrants)
    for graph in graphs:
        entrant = entrants[graph.who]
        kept: dict[int, int] = {}
        for at, bits in useful(graph, costs, budget).items():
            kept[kinds[at]] = kept.get(kinds[at], 0) | bits
        fits: dict[int, int] = {}
        for at in graph.ats:
            bits = entrant.fits[pieces[at].unit] & kept.get(kinds[at], 0)
            if bits:
                fits[pieces[at].unit] = bits
        result[graph.who] = Entrant(entrant.rank, entrant.walk, fits)
    return result


def useful(graph: Graph, costs: Sequence[int], budget: int) -> dict[int, int]:
    """By position the bits of the places in which some use of the unit loses no more than `budget`."""
    ahead = [[0]]
    """By layer from the last, and by state: the most that is still to be gained."""
    for at, rows in zip(reversed(graph.ats), reversed(graph.layers), strict=True):
        after, cost = ahead[-1], costs[at]
        ahead.append(
            [
                max(
                    after[passed] if passed >= 0 else NEVER,
                    max((after[edge[0]] + edge[1] for edge in edges), default=NEVER) - cost,
                )
                for passed, edges in rows
            ]
        )
    least = ahead.pop()[0] - budget
    found: dict[int, int] = {}
    gained = [0]
    """By state: the most that can have been gained on the way there."""
    for at, rows in zip(graph.ats, graph.layers, strict=True):
        after, cost = ahead.pop(), costs[at]
        beyond = [NEVER] * len(after)
        bits = 0
        for value, (passed, edges) in zip(gained, rows, strict=True):
            if passed >= 0 and value > beyond[passed]:
                beyond[passed] = value
            value -= cost
            for target, gain, place in edges:
                total = value + gain
                if total > beyond[target]:
                    beyond[target] = total
                if total + after[target] >= least:
                    bits |= 1 << place
        if bits:
            found[at] = bits
        gained = beyond
    return found
