"""The walk over all machines at once, unit by unit, by what is lost against the bound of shadow prices.

A joint state's loss only grows, so all that has lost more than a budget is left out; where too many states
are left, only those that have lost least go on, and the least loss of what was left out is told.

Invariants: the same graphs and prices give the same walk; a way to the end that was never left out for want
of room has the smallest loss there is within the budget.
"""

from collections.abc import Sequence
from typing import NamedTuple

from retail.promotions.graph import DEAD, Graph, LossRow, losses
from retail.promotions.plan import Use

WIDTH_MIN = 40
"""States kept per unit once the room is used up."""
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


class Steps:
    """The walk over these graphs at these prices. `room` is how many states all its walks may look at."""

    def __init__(
        self, graphs: Sequence[Graph], costs: Sequence[int], stays: Sequence[Use], room: int
    ) -> None:
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
        self.room = room
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
            keep = width if self.room > costs else WIDTH_MIN
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
