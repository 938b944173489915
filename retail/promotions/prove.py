"""The best assignment with a proof, for components too large for the plain walk.

Shadow prices (`shadow.py`) give a bound no assignment exceeds, and for every state of every machine what it
loses against that bound. Walking all machines at once over the units, a state's loss only grows; the end with
the smallest loss is the best assignment. Letting the offers choose at those prices (`repair.py`) gives a good
answer; the walk leaves out all that has lost more than that answer, keeps few states first and then more,
until nothing left out could have been better: that is the proof.

Invariants: the answer depends on pieces and entrants only; `is_exact` is true only with a proof.
"""

from collections.abc import Sequence
from math import gcd
from typing import NamedTuple

from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import Piece
from retail.promotions.graph import DEAD, Graph, LossRow, losses, unrolled
from retail.promotions.plan import TIE, Plan, Use, best_alone, planned, whole
from retail.promotions.repair import repaired
from retail.promotions.shadow import shadow_prices

WIDTHS = (40, 300, 2_500, 100_000)
"""States kept per unit, one walk after the other until one is a proof."""
WORK_MAX = 800_000
"""States of all walks; past it only the most promising go on and no further walk is begun. About a second."""
WAYS_WORK = 10
WAYS_WORK_EACH = 5
"""Finding out what can be done in a new combination of states costs as much as so many states, and so
many more for each machine that touches the unit."""


class _Way(NamedTuple):
    """What can be done with a unit in one combination of its machines' states."""

    loss: int
    delta: int
    """The next state less this one."""
    use: Use


class _Active(NamedTuple):
    """A machine that touches the unit at hand."""

    who: int
    shift: int
    rows: tuple[LossRow, ...]


def prove(pieces: Sequence[Piece], entrants: Sequence[Entrant], quick: Plan) -> Plan | None:
    """The best plan for pieces in walking order; None if the machines are too large to be looked at.

    `quick` is some plan. A plan that could not be proved says so.
    """
    graphs = unrolled(pieces, entrants)
    if graphs is None:
        return None
    alone = best_alone(pieces, entrants)
    gains = [gain * TIE for gain, _ in alone]
    costs = shadow_prices(graphs, _kinds(pieces, entrants, graphs), gains, quick.value * TIE)
    stays = [Use(who, 0, gain) for gain, (_, who) in zip(gains, alone, strict=True)]
    steps = _Steps(graphs, costs, stays)
    best = quick
    found: Plan | None = _repaired(pieces, entrants, graphs, costs, stays)
    finest = _finest(graphs, gains)
    for width in (0, *WIDTHS):
        if found is not None and found.value > best.value:
            best = found
        budget = steps.bound - (best.value + finest) * TIE + len(pieces)
        if budget < 0:
            return best._replace(is_exact=True)
        if width and steps.room > 0:
            uses, dropped = steps.walk(width, budget)
            found = None if uses is None else planned(pieces, entrants, uses, is_exact=False)
            if dropped is None or dropped > budget:
                return (found or best)._replace(is_exact=True)
    return best


def _repaired(
    pieces: Sequence[Piece],
    entrants: Sequence[Entrant],
    graphs: Sequence[Graph],
    costs: Sequence[int],
    stays: Sequence[Use],
) -> Plan:
    """What the offers choose at these prices, one after the other."""
    uses = list(stays)
    for graph, path in zip(graphs, repaired(graphs, costs, [use.gain for use in stays]), strict=True):
        for at, edge in path:
            uses[at] = Use(graph.who, edge.place, edge.gain)
    return planned(pieces, entrants, uses, is_exact=False)


def _kinds(pieces: Sequence[Piece], entrants: Sequence[Entrant], graphs: Sequence[Graph]) -> list[int]:
    """A number for each piece; pieces that are alike share it."""
    places: list[list[tuple[int, int]]] = [[] for _ in pieces]
    for graph in graphs:
        for at in graph.ats:
            places[at].append((graph.who, entrants[graph.who].fits[pieces[at].unit]))
    seen: dict[object, int] = {}
    return [
        seen.setdefault((piece.price, piece.room, piece.line, tuple(own)), len(seen))
        for piece, own in zip(pieces, places, strict=True)
    ]


def _finest(graphs: Sequence[Graph], alone: Sequence[int]) -> int:
    """What all savings are a multiple of: no two assignments differ by less, unless they save the same."""
    edges = (edge for graph in graphs for rows in graph.layers for _, ways in rows for edge in ways)
    return gcd(*{whole(edge.gain) for edge in edges}, *{gain // TIE for gain in alone})


class _Steps:
    """The walk over all machines at once, unit by unit."""

    def __init__(self, graphs: Sequence[Graph], costs: Sequence[int], stays: Sequence[Use]) -> None:
        self._active: list[list[_Active]] = [[] for _ in costs]
        self.bound = sum(costs)
        """In values; no assignment is worth more."""
        bits = max((graph.widest for graph in graphs), default=1).bit_length()
        self._mask = (1 << bits) - 1
        for graph, shift in zip(graphs, _shifts(graphs, len(costs), bits), strict=True):
            value, layers = losses(graph, costs)
            self.bound += value
            for at, rows in zip(graph.ats, layers, strict=True):
                self._active[at].append(_Active(graph.who, shift, rows))
        self.room = WORK_MAX
        self._masks = [sum(self._mask << one.shift for one in active) for active in self._active]
        self._stays = [(cost - use.gain, use) for cost, use in zip(costs, stays, strict=True)]
        """What is lost when no machine uses the unit."""
        self._ways: list[dict[int, tuple[_Way, ...]]] = [{} for _ in costs]

    def walk(self, width: int, budget: int) -> tuple[list[Use] | None, int | None]:
        """Walk with at most `width` states per unit, none of which has lost more than `budget`.

        Answers the way with the smallest loss, if any arrives, and the smallest loss of a state left out for
        want of room.
        """
        layer = {0: 0}
        trail: list[dict[int, int]] = []
        dropped: int | None = None
        for at in range(len(self._stays)):
            before = self.room
            after, back = self._step(at, layer, budget)
            trail.append(back)
            self.room -= len(after)
            # the next step may cost this one's price for each state it starts from
            costs = (before - self.room) * len(after) // max(1, len(layer))
            keep = width if self.room > costs else WIDTHS[0]
            if len(after) > keep:
                ordered = sorted(after.items(), key=_loss)
                lost = ordered[keep][1]
                dropped = lost if dropped is None else min(dropped, lost)
                kept = dict(ordered[:keep])
                if 0 in after:
                    kept[0] = after[0]  # nothing begun: from here there is always a way to the end
                after = kept
            layer = after
        return (self._trace(trail) if 0 in layer else None), dropped

    def _step(self, at: int, layer: dict[int, int], budget: int) -> tuple[dict[int, int], dict[int, int]]:
        """The next layer, and for each of its states the one it came from."""
        table, mask = self._ways[at], self._masks[at]
        after: dict[int, int] = {}
        back: dict[int, int] = {}
        known = after.get
        for state, loss in layer.items():
            own = state & mask
            ways = table.get(own)
            if ways is None:
                ways = table[own] = self._ways_of(at, own)
                self.room -= WAYS_WORK + WAYS_WORK_EACH * len(self._active[at])
            for more, delta, _ in ways:
                total = loss + more
                if total > budget:
                    break  # the rest lose more
                target = state + delta
                before = known(target)
                if before is None or total < before:
                    after[target] = total
                    back[target] = state
        return after, back

    def _ways_of(self, at: int, own: int) -> tuple[_Way, ...]:
        """What can be done with the unit when its machines stand at `own`; what loses least comes first."""
        passing = 0
        delta = 0
        stuck: list[_Active] = []
        states = []
        for one in self._active[at]:
            state = own >> one.shift & self._mask
            passed, lost, _ = one.rows[state]
            if passed == DEAD:
                stuck.append(one)
            else:
                passing += lost
                delta += (passed - state) << one.shift
            states.append(state)
        ways = []
        if not stuck:
            lost, use = self._stays[at]
            ways.append(_Way(passing + lost, delta, use))
        for one, state in zip(self._active[at], states, strict=True):
            if any(other is not one for other in stuck):
                continue
            passed, lost, own_ways = one.rows[state]
            others = passing if passed == DEAD else passing - lost
            rest = delta if passed == DEAD else delta - ((passed - state) << one.shift)
            for way in own_ways:
                step = rest + ((way.target - state) << one.shift)
                ways.append(_Way(others + way.loss, step, Use(one.who, way.place, way.gain)))
        ways.sort(key=_loss_of_way)
        return tuple(ways)

    def _trace(self, trail: Sequence[dict[int, int]]) -> list[Use]:
        uses = []
        target = 0
        for at in range(len(trail) - 1, -1, -1):
            state = trail[at][target]
            ways = self._ways[at][state & self._masks[at]]
            uses.append(next(way.use for way in ways if state + way.delta == target))
            target = state
        uses.reverse()
        return uses


def _loss(entry: tuple[int, int]) -> int:
    return entry[1]


def _loss_of_way(way: _Way) -> int:
    return way.loss


def _shifts(graphs: Sequence[Graph], count: int, bits: int) -> list[int]:
    """Where each machine's state stands in the joint state; places of machines that ended are used again."""
    starting: list[list[int]] = [[] for _ in range(count)]
    ending: list[list[int]] = [[] for _ in range(count)]
    for number, graph in enumerate(graphs):
        starting[graph.ats[0]].append(number)
        ending[graph.ats[-1]].append(number)
    shifts = [0] * len(graphs)
    free: list[int] = []
    used = 0
    for begins, ends in zip(starting, ending, strict=True):
        for number in begins:
            if not free:
                free.append(used * bits)
                used += 1
            shifts[number] = free.pop()
        free.extend(shifts[number] for number in ends)
    return shifts
