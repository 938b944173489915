"""The best assignment with a proof, for components too large for the plain walk.

Shadow prices (`shadow.py`) give a bound no assignment exceeds, and for every state of every machine what it
loses against that bound. Letting the offers choose at those prices (`repair.py`) gives a good answer. What
by itself loses more than that answer is left out (`narrow.py`): mostly nearly everything. A walk over what
is left (`steps.py`) keeps few states first and then more; whenever it finds a better answer still more is
left out, prices are found anew for the few offers that stay, and the walk begins again. Nothing better
left: that is the proof.

Invariants: the answer depends on pieces and entrants only; `is_exact` is true only with a proof.
"""

from collections.abc import Sequence
from math import gcd

from retail.promotions.entrants import Entrant, walking_order
from retail.promotions.forms.walk import Piece
from retail.promotions.graph import Graph
from retail.promotions.machines import EDGES_MAX, Machine, machines
from retail.promotions.narrow import narrowed
from retail.promotions.plan import TIE, Plan, Use, best_alone, planned, whole
from retail.promotions.repair import repaired
from retail.promotions.shadow import Shadow, shadow_prices
from retail.promotions.steps import Steps

WIDTHS = (40, 300, 2_500, 100_000)
"""States kept per unit, one walk after the other until one is a proof."""
WORK_MAX = 3_000_000
"""States of all walks, and edges priced (`EDGES_PER_STATE` count as one). Past it only the most promising go
on and no further walk is begun: two to five seconds."""
EDGES_PER_STATE = 16
LOOKS_BESIDES = 60
"""Unrolling a machine, repairing and leaving out cost about as much as so many looks at its edges."""
LOOSE_ROUNDS = 3
"""Prices are found anew so often while machines are too large; then these are unrolled all the same, if that
is possible at all."""
WORTH_STARTING_ANEW = 10
"""When at least one in so many uses was left out, prices are found anew for the rest."""


def prove(pieces: Sequence[Piece], entrants: Sequence[Entrant], quick: Plan) -> Plan | None:
    """The best plan for pieces in walking order; None if the machines are too large to be looked at.

    `quick` is some plan. A plan that could not be proved says so.
    """
    search = _Proof(quick)
    stage: _Stage | None = _staged(pieces, entrants)
    if stage is None:
        return None
    while stage is not None and search.room > 0:
        stage = search.looked_at(stage)
    return search.best._replace(is_exact=search.is_closed)


class _Stage:
    """What is still to be searched: pieces in walking order and entrants that fit what may matter."""

    def __init__(self, pieces: Sequence[Piece], entrants: Sequence[Entrant], found: list[Machine]) -> None:
        self.pieces = pieces
        self.entrants = entrants
        self.machines = found
        alone = best_alone(pieces, entrants)
        self.gains = [gain * TIE for gain, _ in alone]
        self.stays = [Use(who, 0, gain) for gain, (_, who) in zip(self.gains, alone, strict=True)]
        self.kinds = _kinds(pieces, entrants, found)
        self.start: list[int] | None = None
        """Prices to begin with."""
        self.edges = sum(one.edges for one in found)
        self.finest = _finest(found, self.gains) * TIE

    @property
    def contacts(self) -> int:
        """Units that machines touch, each as often as it is touched."""
        return sum(len(one.ats) for one in self.machines)

    @property
    def is_loose(self) -> bool:
        """Whether some machine was too large to be unrolled."""
        return not all(isinstance(one, Graph) for one in self.machines)

    def after(
        self, entrants: Sequence[Entrant], prices: Sequence[int], loose_from: int | None = None
    ) -> "_Stage | None":
        """The stage with entrants that fit less, beginning with these prices; None if it is too large."""
        known = {piece.unit: price for piece, price in zip(self.pieces, prices, strict=True)}
        stage = _staged(walking_order(self.pieces, entrants), entrants, loose_from)
        if stage is not None:
            stage.start = [known[piece.unit] for piece in stage.pieces]
        return stage


def _staged(
    pieces: Sequence[Piece], entrants: Sequence[Entrant], loose_from: int | None = None
) -> _Stage | None:
    found = machines(pieces, entrants, loose_from)
    return None if found is None else _Stage(pieces, entrants, found)


class _Proof:
    """The best plan so far, and how much may still be looked at."""

    def __init__(self, quick: Plan) -> None:
        self.best = quick
        self.room = WORK_MAX
        self.is_closed = False
        """Whether nothing better is left."""
        self._walks = self._rounds = 0

    def looked_at(self, stage: _Stage) -> _Stage | None:
        """Price and walk a stage; the next one, or None when it is closed or nothing more can be done."""
        shadow = shadow_prices(stage.machines, stage.kinds, stage.gains, self.best.value * TIE, stage.start)
        self.room -= (shadow.steps + LOOKS_BESIDES) * stage.edges // EDGES_PER_STATE
        self._take(_repaired(stage, shadow.prices))
        budget = self._budget(stage, shadow)
        if budget < 0:
            self.is_closed = True
            return None
        fewer = _narrowed(stage, shadow, budget)
        left = sum(len(entrant.fits) for entrant in fewer)
        if left * WORTH_STARTING_ANEW < stage.contacts * (WORTH_STARTING_ANEW - 1):
            return stage.after(fewer, shadow.prices)
        if stage.is_loose:
            self._rounds += 1
            if self._rounds > LOOSE_ROUNDS:
                return None
            at_last = self._rounds == LOOSE_ROUNDS
            return stage.after(fewer, shadow.prices, EDGES_MAX if at_last else None)
        return self._walked(stage, shadow, budget)

    def _walked(self, stage: _Stage, shadow: Shadow, budget: int) -> _Stage | None:
        graphs = [one for one in stage.machines if isinstance(one, Graph)]
        steps = Steps(graphs, shadow.prices, stage.stays, self.room)
        while self._walks < len(WIDTHS):
            uses, dropped = steps.walk(WIDTHS[self._walks], budget)
            self._walks += 1
            self.room = steps.room
            is_better = uses is not None and self._take(
                planned(stage.pieces, stage.entrants, uses, is_exact=False)
            )
            budget = self._budget(stage, shadow)
            if dropped is None or dropped > budget:
                self.is_closed = True
                return None
            if self.room <= 0:
                return None
            if is_better:
                return stage.after(_narrowed(stage, shadow, budget), shadow.prices)
        return None

    def _take(self, found: Plan) -> bool:
        if found.value <= self.best.value:
            return False
        self.best = found
        return True

    def _budget(self, stage: _Stage, shadow: Shadow) -> int:
        """What a better assignment may lose against the bound; below zero there is none."""
        return shadow.bound - self.best.value * TIE - stage.finest + len(stage.pieces)


def _narrowed(stage: _Stage, shadow: Shadow, budget: int) -> list[Entrant]:
    return narrowed(stage.pieces, stage.entrants, stage.machines, shadow.prices, stage.kinds, budget)


def _repaired(stage: _Stage, costs: Sequence[int]) -> Plan:
    """What the offers choose at these prices, one after the other."""
    uses = list(stage.stays)
    for one, path in zip(stage.machines, repaired(stage.machines, costs, stage.gains), strict=True):
        for at, edge in path:
            uses[at] = Use(one.who, edge.place, edge.gain)
    return planned(stage.pieces, stage.entrants, uses, is_exact=False)


def _kinds(pieces: Sequence[Piece], entrants: Sequence[Entrant], own: Sequence[Machine]) -> list[int]:
    """A number for each piece; pieces that are alike share it."""
    places: list[list[tuple[int, int]]] = [[] for _ in pieces]
    for machine in own:
        for at in machine.ats:
            places[at].append((machine.who, entrants[machine.who].fits[pieces[at].unit]))
    seen: dict[object, int] = {}
    return [
        seen.setdefault((piece.price, piece.room, piece.line, tuple(uses)), len(seen))
        for piece, uses in zip(pieces, places, strict=True)
    ]


def _finest(own: Sequence[Machine], alone: Sequence[int]) -> int:
    """What all savings are a multiple of: no two assignments differ by less, unless they save the same."""
    gains = {whole(gain) for machine in own for gain in machine.all_gains()}
    return gcd(*gains, *{gain // TIE for gain in alone})
