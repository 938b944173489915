"""How a form takes part in the search for the best assignment.

The search walks over all units, dearest first, and asks each form that touches a unit how it could use it.
A form is a small machine: from its state, a unit leads to new states with a gain. What a form gains before a
group is complete is provisional; a walk that ends in an incomplete state does not count.

Why dearest first is exact: a group that rewards its cheapest units is complete with its cheapest unit, and
some best grouping takes the chosen units in consecutive blocks from the dearest down. Fixed-price groups and
bundles add the price of each unit as it joins and subtract the group's price when it is full, in any order.

Gains are exact: minor units times `SCALE`, so that percentages are not rounded before the end.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, Protocol

from retail.promotions.offer import BASIS_POINTS

SCALE = BASIS_POINTS
State = Hashable


class Piece(NamedTuple):
    """A unit as the search sees it."""

    unit: int
    """Position in the standing."""
    price: int
    room: int
    """What may be taken off at most."""
    line: int
    """Units of one product share a number."""


class Move(NamedTuple):
    """One way to use a unit."""

    state: State
    gain: int
    """Minor units times SCALE."""
    place: int
    """Which of the form's places the unit takes."""
    begins: bool = False
    """Whether this unit opens a group: of equal savings the one with fewer groups wins."""


class Pools(NamedTuple):
    """A form as groups that take some units from each of its places: what its machine could do at most,
    without looking at who stands in two places."""

    needs: tuple[int, ...]
    """Units of each place in a group."""
    gains: tuple[dict[int, int], ...]
    """By place: what each unit gains, minor units times SCALE."""
    group_gain: int
    """What a group gains besides."""
    most: int
    """Groups."""
    is_distinct: bool = False
    """Whether units of a group are of different products."""


class Grouping(Protocol):
    """A machine whose form is made of groups alike."""

    def pools(self, pieces: Sequence[Piece], fits: dict[int, int]) -> Pools:
        """Its pools when it may take these pieces in the places whose bits are set."""


class Walk(Protocol):
    """A form's machine."""

    start: State
    needs_order: bool
    """Whether its units must come dearest first."""

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """The ways to use `piece`, which passes the selectors whose bits are set in `places`.

        Comes after `prepare` was called with all units the form touches, in walking order, if it has that.
        """

    def may_end(self, state: State) -> bool:
        """Whether no group is left half done."""

    def ahead(self, state: State, next_price: int) -> int:
        """About what the open groups still bring, or owe: decides which states go on when not all can.

        Minor units times SCALE. `next_price` is that of the dearest unit to come.
        """
