"""Who takes part in a search, and in which order the units are walked."""

from collections.abc import Sequence

from retail.promotions.forms.walk import Piece, Walk


class Entrant:
    """An offer in the search: its machine, or its gain per unit where each unit stands alone."""

    __slots__ = ("fits", "gains", "rank", "walk")

    def __init__(
        self,
        rank: int,
        walk: Walk | None,
        fits: dict[int, int],
        gains: dict[int, int] | None = None,
    ) -> None:
        self.rank = rank
        self.walk = walk
        self.fits = fits
        """Unit to the bits of the places it may take."""
        self.gains = gains or {}
        """Unit to exact gain, for an entrant without a machine."""


def walking_order(pieces: Sequence[Piece], entrants: Sequence[Entrant]) -> list[Piece]:
    """An order in which few machines are open at a time.

    Machines that need their units dearest first get them so; others take theirs in any order. Always goes on
    with a unit that opens the fewest new machines and helps to close the one with the least left.
    """
    machines = [entrant for entrant in entrants if entrant.walk is not None and entrant.fits]
    if len(machines) < 2:
        return list(pieces)
    users: dict[int, list[int]] = {piece.unit: [] for piece in pieces}
    ordered: list[bool] = []
    for number, entrant in enumerate(machines):
        ordered.append(entrant.walk is not None and entrant.walk.needs_order)
        for unit in entrant.fits:
            users[unit].append(number)
    waiting: dict[tuple[int, tuple[int, ...]], list[Piece]] = {}
    for piece in pieces:
        waiting.setdefault((piece.price, tuple(users[piece.unit])), []).append(piece)
    heads: list[list[int]] = [[] for _ in machines]
    for price, own in waiting:
        for number in own:
            heads[number].append(price)
    left = [len(entrant.fits) for entrant in machines]
    opened: set[int] = set()
    order: list[Piece] = []
    while waiting:
        best: tuple[int, tuple[int, ...]] | None = None
        best_score: tuple[int, int, int] | None = None
        for kind in waiting:
            price, own = kind
            if any(ordered[number] and heads[number][0] != price for number in own):
                continue
            fresh = sum(number not in opened for number in own)
            least = min((left[number] for number in own if number in opened), default=1 << 30)
            score = (fresh, least, -price)
            if best_score is None or score < best_score:
                best, best_score = kind, score
        assert best is not None
        group = waiting.pop(best)
        order += group
        for number in best[1]:
            heads[number].remove(best[0])
            left[number] -= len(group)
            opened.add(number)
            if not left[number]:
                opened.discard(number)
    return order
