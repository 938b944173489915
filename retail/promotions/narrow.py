"""What the best assignment cannot use, given a bound and some answer: a search leaves it out.

Along shadow prices every use of a unit loses something against the bound. A use that by itself loses more
than the best answer known does is part of no better one, so the offer no longer fits the unit. Offers
mostly fall out of the search altogether, and those that stay share fewer units.

Invariant: an assignment better than the one the budget was made of is never left out.
"""

from collections.abc import Sequence

from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import Piece
from retail.promotions.forms.walk_counts import Sets
from retail.promotions.machines import Machine, useful


def narrowed(
    pieces: Sequence[Piece],
    entrants: Sequence[Entrant],
    machines: Sequence[Machine],
    costs: Sequence[int],
    kinds: Sequence[int],
    budget: int,
) -> list[Entrant]:
    """The entrants, each fitting only what a way that loses no more than `budget` uses.

    Units of one kind stay alike.
    """
    result = list(entrants)
    for machine in machines:
        entrant = entrants[machine.who]
        kept: dict[int, int] = {}
        for at, bits in useful(machine, costs, budget).items():
            kept[kinds[at]] = kept.get(kinds[at], 0) | bits
        fits: dict[int, int] = {}
        for at in machine.ats:
            unit, bits = pieces[at].unit, kept.get(kinds[at], 0)
            if bits and not isinstance(entrant.walk, Sets):  # whose places are its steps, not its selectors
                bits &= entrant.fits[unit]
            elif bits:
                bits = entrant.fits[unit]
            if bits:
                fits[unit] = bits
        result[machine.who] = Entrant(entrant.rank, entrant.walk, fits)
    return result
