"""A form's machine unrolled over the units it touches: every state it can be in, every way on.

One offer's best use of its units, when each unit has a price, is then the longest path: cheap enough to be
asked a hundred times. `shadow.py` looks for the prices, `prove.py` walks all graphs at once along them.

Invariants: state 0 of every layer is "nothing begun"; every edge leads to an end at which the machine may
stop; all ends are state 0.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import Piece, State, Walk
from retail.promotions.forms.walk_counts import Sets
from retail.promotions.plan import TIE

EDGES_MAX = 150_000
"""Of one graph; more would take seconds to unroll."""
NEVER = -(1 << 200)
"""The value of a state that leads nowhere."""
DEAD = -1
"""In place of a target: the machine cannot pass this unit by."""


class Edge(NamedTuple):
    """One way to use a unit."""

    target: int
    """State in the next layer."""
    gain: int
    """In values, see `plan.py`."""
    place: int


Row = tuple[int, tuple[Edge, ...]]
"""One state: the next state when the unit is passed by, and the ways to use it."""


class Graph(NamedTuple):
    """One entrant's machine."""

    who: int
    """The entrant's index."""
    ats: tuple[int, ...]
    """Positions of its units in walking order."""
    layers: tuple[tuple[Row, ...], ...]
    """For each of its units, the states before it."""

    @property
    def edges(self) -> int:
        """What looking at all of it costs."""
        return sum(1 + len(edges) for rows in self.layers for _, edges in rows)

    def all_gains(self) -> Iterable[int]:
        """Of all edges."""
        return (edge.gain for rows in self.layers for _, edges in rows for edge in edges)

    @property
    def widest(self) -> int:
        """States in the largest layer."""
        return max(len(rows) for rows in self.layers)


def unrolled(
    index: int, ats: tuple[int, ...], pieces: Sequence[Piece], entrant: Entrant, room: int
) -> Graph | None:
    """The graph of an entrant's machine over its pieces, in walking order at `ats`.

    None if it would have more than `room` edges.
    """
    assert entrant.walk is not None
    if isinstance(entrant.walk, Sets):
        entrant.walk.prepare(pieces)
    layers = _forward(entrant.walk, pieces, entrant.fits, room)
    return None if layers is None else Graph(index, ats, _alive(layers))


def _forward(walk: Walk, pieces: Sequence[Piece], fits: dict[int, int], room: int) -> list[list[Row]] | None:
    states: list[State] = [walk.start]
    layers: list[list[Row]] = []
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        ids: dict[State, int] = {}
        rows: list[Row] = []
        for state in states:
            passed = _id_of(state, ids, walk, is_last)
            edges = []
            for move in walk.moves(state, piece, fits[piece.unit]):
                target = _id_of(move.state, ids, walk, is_last)
                if target != DEAD:
                    edges.append(Edge(target, move.gain * TIE - move.begins, move.place))
            rows.append((passed, tuple(edges)))
            room -= 1 + len(edges)
            if room < 0:
                return None
        layers.append(rows)
        states = list(ids)
    return layers


def _id_of(state: State, ids: dict[State, int], walk: Walk, is_last: bool) -> int:
    if is_last:
        return 0 if walk.may_end(state) else DEAD
    return ids.setdefault(state, len(ids))


def _alive(layers: list[list[Row]]) -> tuple[tuple[Row, ...], ...]:
    """The layers without the edges that lead to no end."""
    ends = [True]
    result = []
    for rows in reversed(layers):
        kept = []
        for passed, edges in rows:
            goes_on = passed if passed != DEAD and ends[passed] else DEAD
            kept.append((goes_on, tuple(edge for edge in edges if ends[edge.target])))
        ends = [passed != DEAD or bool(edges) for passed, edges in kept]
        result.append(tuple(kept))
    result.reverse()
    return tuple(result)


Path = list[tuple[int, Edge]]
"""The units a machine uses, by position in walking order, and how."""


def best_use(graph: Graph, costs: Sequence[int]) -> tuple[int, Path]:
    """The most the machine can gain beyond the costs of the units it uses, and the way there.

    `costs` are by position in walking order.
    """
    values = [0]
    choices: list[list[Edge | None]] = []
    for at, rows in zip(reversed(graph.ats), reversed(graph.layers), strict=True):
        cost = costs[at]
        before = []
        chosen: list[Edge | None] = []
        for passed, edges in rows:
            best = values[passed] if passed >= 0 else NEVER
            choice = None
            for edge in edges:
                value = values[edge[0]] + edge[1] - cost
                if value > best:
                    best, choice = value, edge
            before.append(best)
            chosen.append(choice)
        values = before
        choices.append(chosen)
    path: Path = []
    state = 0
    for at, rows, chosen in zip(graph.ats, graph.layers, reversed(choices), strict=True):
        choice = chosen[state]
        if choice is None:
            state = rows[state][0]
        else:
            path.append((at, choice))
            state = choice.target
    return values[0], path


class Way(NamedTuple):
    """An edge by what it loses against the best the machine could do from the same state."""

    loss: int
    target: int
    place: int
    gain: int


LossRow = tuple[int, int, tuple[Way, ...]]
"""One state: the next state when the unit is passed by, what that loses, and the ways to use the unit."""


def losses(graph: Graph, costs: Sequence[int]) -> tuple[int, list[tuple[LossRow, ...]]]:
    """The machine's best value beyond costs, and for each of its units every way's loss, never negative."""
    values = [0]
    layers: list[tuple[LossRow, ...]] = []
    for at, rows in zip(reversed(graph.ats), reversed(graph.layers), strict=True):
        cost = costs[at]
        before = []
        lost: list[LossRow] = []
        for passed, edges in rows:
            stays = values[passed] if passed != DEAD else NEVER
            uses = [values[edge.target] + edge.gain - cost for edge in edges]
            best = max(stays, *uses) if uses else stays
            before.append(best)
            ways = tuple(
                Way(best - value, edge.target, edge.place, edge.gain)
                for edge, value in zip(edges, uses, strict=True)
            )
            lost.append((passed, best - stays, ways))
        values = before
        layers.append(tuple(lost))
    layers.reverse()
    return values[0], layers


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
