"""The best assignment of units to competing offers, exactly where that is affordable.

Every unit goes to at most one offer. A walk over the units, dearest first, carries all combinations of
half-filled groups that are still worth something; the best value per combination is enough, so this is a
dynamic programme whose state is the tuple of the forms' states (`forms/walks.py`). A form has a state only
between its first and its last unit.

When the work passes a budget, the walk goes on with the most promising states only: still a valid answer,
possibly not the best, and marked so. `solve` with `budget=None` finishes exactly.

Invariants: the same pieces and entrants give the same plan; among equal savings fewer groups win, then the
entrant that stands earlier; doing nothing is always possible.
"""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from retail.promotions.forms.walks import Piece, Walk

WORK_BUDGET = 4_000
"""Moves tried before a walk is narrowed: about 3 ms on the lane's computer."""
BEAM = 24
"""States kept per step once narrowed."""
TIE = 1 << 16
"""Values are gains times TIE less the number of groups."""
_BITS = 20
_MASK = (1 << _BITS) - 1
_STAYS = -1
Back = dict[int, tuple[int, int, int, int]]
"""State to the state before, the entrant that used the unit, its place, its gain."""


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


class Plan(NamedTuple):
    """Who uses which units. `value` is in minor units times SCALE."""

    value: int
    uses: dict[int, list[tuple[int, int]]]
    """Entrant's rank to (place, unit) pairs in walking order."""
    gains: dict[int, int]
    """Entrant's rank to its part of the value."""
    is_exact: bool


class _Track:
    """One machine during a search: its states as small numbers in its own bits of the search's state."""

    __slots__ = ("first", "ids", "index", "last", "shift", "states", "walk")

    def __init__(self, index: int, walk: Walk, first: int, last: int) -> None:
        self.index = index
        self.walk = walk
        self.first = first
        self.last = last
        self.shift = 0
        self.states: list[Hashable] = [walk.start]
        self.ids: dict[Hashable, int] = {walk.start: 0}

    def id_of(self, state: Hashable) -> int:
        number = self.ids.get(state)
        if number is None:
            number = self.ids[state] = len(self.states)
            self.states.append(state)
        return number


def solve(pieces: Sequence[Piece], entrants: Sequence[Entrant], budget: int | None = WORK_BUDGET) -> Plan:
    """Find the plan with the highest saving. `pieces` stand dearest first."""
    alone = _best_alone(pieces, entrants)
    tracks = _tracks(pieces, entrants)
    starting: list[list[_Track]] = [[] for _ in pieces]
    ending: list[list[_Track]] = [[] for _ in pieces]
    for track in tracks:
        starting[track.first].append(track)
        ending[track.last].append(track)
    _give_bits(starting, ending)
    open_: list[_Track] = []
    layer: dict[int, int] = {0: 0}
    trail: list[Back] = []
    work = 0
    is_exact = True
    for at, piece in enumerate(pieces):
        open_ += starting[at]
        active = [
            (track, entrants[track.index].fits[piece.unit])
            for track in open_
            if piece.unit in entrants[track.index].fits
        ]
        gain, who = alone[at]
        layer, back, tried = _step(layer, piece, active, gain * TIE, who)
        work += tried
        for track in ending[at]:
            open_.remove(track)
        if ending[at]:
            layer, back = _closed(layer, back, ending[at])
        if budget is not None and work > budget and len(layer) > BEAM:
            layer = _narrowed(layer, open_)
            is_exact = False
        trail.append(back)
    uses, gains = _trace(pieces, entrants, trail)
    return Plan(-(-layer[0] // TIE), uses, gains, is_exact)


def _best_alone(pieces: Sequence[Piece], entrants: Sequence[Entrant]) -> list[tuple[int, int]]:
    """For each piece the best gain among entrants without a machine, and that entrant's index."""
    best = [(0, _STAYS)] * len(pieces)
    place = {piece.unit: at for at, piece in enumerate(pieces)}
    for index, entrant in enumerate(entrants):
        for unit, gain in entrant.gains.items():
            at = place[unit]
            if gain > best[at][0]:
                best[at] = (gain, index)
    return best


def _tracks(pieces: Sequence[Piece], entrants: Sequence[Entrant]) -> list[_Track]:
    tracks = []
    place = {piece.unit: at for at, piece in enumerate(pieces)}
    for index, entrant in enumerate(entrants):
        if entrant.walk is not None and entrant.fits:
            ats = [place[unit] for unit in entrant.fits]
            tracks.append(_Track(index, entrant.walk, min(ats), max(ats)))
    return tracks


def _give_bits(starting: list[list[_Track]], ending: list[list[_Track]]) -> None:
    """Give each machine its bits; bits of a machine that has ended are used again."""
    free: list[int] = []
    used = 0
    for begins, ends in zip(starting, ending, strict=True):
        for track in begins:
            if not free:
                free.append(used * _BITS)
                used += 1
            track.shift = free.pop()
        free.extend(track.shift for track in ends)


def _step(
    layer: dict[int, int],
    piece: Piece,
    active: list[tuple[_Track, int]],
    alone_gain: int,
    alone_index: int,
) -> tuple[dict[int, int], Back, int]:
    after: dict[int, int] = {}
    back: Back = {}
    tables: list[tuple[int, int, dict[int, list[tuple[int, int, int]]], _Track, int]] = [
        (track.index, track.shift, {}, track, places) for track, places in active
    ]
    tried = len(layer)
    for state, value in layer.items():
        total = value + alone_gain
        known = after.get(state)
        if known is None or total > known:
            after[state] = total
            back[state] = (state, alone_index, 0, alone_gain)
        for index, shift, table, track, places in tables:
            local = state >> shift & _MASK
            moves = table.get(local)
            if moves is None:
                moves = table[local] = [
                    ((track.id_of(move.state) - local) << shift, move.gain * TIE - move.begins, move.place)
                    for move in track.walk.moves(track.states[local], piece, places)
                ]
            for delta, gain, place in moves:
                target = state + delta
                total = value + gain
                known = after.get(target)
                if known is None or total > known:
                    after[target] = total
                    back[target] = (state, index, place, gain)
            tried += len(moves)
    return after, back, tried


def _closed(layer: dict[int, int], back: Back, ending: list[_Track]) -> tuple[dict[int, int], Back]:
    """Drop states in which a machine that has seen its last unit is half done; forget the others' state."""
    for track in ending:
        may_end = [track.walk.may_end(state) for state in track.states]
        clear = ~(_MASK << track.shift)
        kept: dict[int, int] = {}
        kept_back: Back = {}
        for state, value in layer.items():
            if may_end[state >> track.shift & _MASK]:
                target = state & clear
                known = kept.get(target)
                if known is None or value > known:
                    kept[target] = value
                    kept_back[target] = back[state]
        layer, back = kept, kept_back
    return layer, back


def _narrowed(layer: dict[int, int], open_: list[_Track]) -> dict[int, int]:
    """The most promising states, and always the one with nothing open."""
    owed = [(track.shift, [track.walk.expected(state) * TIE for state in track.states]) for track in open_]

    def promise(state: int) -> int:
        return layer[state] - sum(table[state >> shift & _MASK] for shift, table in owed)

    best = sorted(layer, key=promise, reverse=True)[:BEAM]
    if 0 in layer and 0 not in best:
        best.append(0)
    return {state: layer[state] for state in best}


def _trace(
    pieces: Sequence[Piece], entrants: Sequence[Entrant], trail: list[Back]
) -> tuple[dict[int, list[tuple[int, int]]], dict[int, int]]:
    uses: dict[int, list[tuple[int, int]]] = {}
    gains: dict[int, int] = {}
    state = 0
    for at in range(len(pieces) - 1, -1, -1):
        state, index, place, gain = trail[at][state]
        if index != _STAYS:
            rank = entrants[index].rank
            uses.setdefault(rank, []).append((place, pieces[at].unit))
            gains[rank] = gains.get(rank, 0) + gain
    for units in uses.values():
        units.reverse()
    return uses, {rank: -(-gain // TIE) for rank, gain in gains.items()}
