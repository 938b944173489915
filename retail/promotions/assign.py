"""The best assignment of units to competing offers, exactly where that is affordable.

Every unit goes to at most one offer. A walk over the units, dearest first, carries all combinations of
half-filled groups that are still worth something; the best value per combination is enough, so this is a
dynamic programme whose state is the tuple of the forms' states (`forms/walk.py`). A form has a state only
between its first and its last unit.

When the work passes a limit, the walk goes on with the most promising states only: still a valid answer,
possibly not the best, and marked so. `prove.py` finishes such a search with a proof.

Invariants: the same pieces and entrants give the same plan; among equal savings fewer groups win, then the
entrant that stands earlier; doing nothing is always possible.
"""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from retail.promotions.entrants import Entrant, walking_order
from retail.promotions.forms.walk import Piece, Walk
from retail.promotions.forms.walk_counts import Sets
from retail.promotions.plan import TIE, Plan, Use, best_alone, planned
from retail.promotions.prove import prove

_BITS = 20
_MASK = (1 << _BITS) - 1
Back = dict[int, tuple[int, int, int, int]]
"""State to the state before, the entrant that used the unit, its place, its gain."""


class _Track:
    """One machine during a search: its states as small numbers in its own bits of the search's state."""

    __slots__ = (
        "_ahead",
        "_price",
        "first",
        "ids",
        "index",
        "last",
        "prices_after",
        "shift",
        "states",
        "walk",
    )

    def __init__(self, index: int, walk: Walk, ats: Sequence[int], pieces: Sequence[Piece]) -> None:
        self.index = index
        self.walk = walk
        self.first = ats[0]
        self.last = ats[-1]
        self.prices_after: dict[int, int] = {}
        """Position to the price of the dearest unit after it."""
        dearest, end = 0, self.last
        for at in reversed(ats):
            self.prices_after.update(dict.fromkeys(range(at, end), dearest))
            dearest, end = max(dearest, pieces[at].price), at
        self.shift = 0
        self.states: list[Hashable] = [walk.start]
        self.ids: dict[Hashable, int] = {walk.start: 0}
        self._price = -1
        self._ahead: dict[int, int] = {}

    def ahead(self, state: int, at: int) -> int:
        """What a group begun in this (joint) state still brings after position `at`."""
        price = self.prices_after[at]
        if price != self._price:
            self._price, self._ahead = price, {}
        local = state >> self.shift & _MASK
        value = self._ahead.get(local)
        if value is None:
            value = self._ahead[local] = self.walk.ahead(self.states[local], price) * TIE
        return value

    def id_of(self, state: Hashable) -> int:
        number = self.ids.get(state)
        if number is None:
            number = self.ids[state] = len(self.states)
            self.states.append(state)
        return number


class Effort(NamedTuple):
    """How long a search may take."""

    moves: int
    """Tried before the walk is narrowed."""
    beam: int
    """States kept per step once narrowed."""


AT_SCAN = Effort(1_500, 16)
"""About 1 ms on the lane's computer."""
TO_FINISH = Effort(150_000, 100)
"""For components whose machines are too large to be proved. Under a second."""
STEP_FACTOR = 4
"""A single step that would try so many times the effort's moves is narrowed before it is taken."""
NARROWED_MOVES = 80
"""A narrowed walk tries about so many times its effort's moves: many offers get a narrower beam."""
BEAM_MIN = 2


def solve(pieces: Sequence[Piece], entrants: Sequence[Entrant], effort: Effort = TO_FINISH) -> Plan:
    """Find the plan with the highest saving. `pieces` stand dearest first."""
    search = _Search(pieces, entrants)
    quick = search.run(AT_SCAN)
    if quick.is_exact or effort == AT_SCAN:
        return quick
    plan = prove(search.pieces, entrants, quick)
    if plan is None:
        plan = search.run(effort)
    return plan if plan.is_exact or plan.value >= quick.value else quick


class _Search:
    """The walk over one set of pieces; may be run narrowed first and in full afterwards."""

    def __init__(self, pieces: Sequence[Piece], entrants: Sequence[Entrant]) -> None:
        self._entrants = entrants
        self.pieces = pieces = walking_order(pieces, entrants)
        self._alone = best_alone(pieces, entrants)
        tracks = _tracks(pieces, entrants)
        for track in tracks:
            if isinstance(track.walk, Sets):
                fits = entrants[track.index].fits
                track.walk.prepare([piece for piece in pieces if piece.unit in fits])
        self._contacts = sum(len(entrants[track.index].fits) for track in tracks)
        """Units that machines touch, each as often as it is touched."""
        self._starting: list[list[_Track]] = [[] for _ in pieces]
        self._ending: list[list[_Track]] = [[] for _ in pieces]
        for track in tracks:
            self._starting[track.first].append(track)
            self._ending[track.last].append(track)
        _give_bits(self._starting, self._ending)

    def run(self, effort: Effort) -> Plan:
        """Walk. Past the effort only promising states go on."""
        entrants, pieces = self._entrants, self.pieces
        open_: list[_Track] = []
        layer: dict[int, int] = {0: 0}
        trail: list[Back] = []
        back: Back = {}
        work = 0
        is_exact = True
        beam = max(BEAM_MIN, min(effort.beam, self._beam(effort)))
        for at, piece in enumerate(pieces):
            ahead = len(layer) * (1 + len(open_) + len(self._starting[at]))
            if work + ahead > STEP_FACTOR * effort.moves and len(layer) > 2 * beam:
                layer = _narrowed(layer, back, open_, at - 1, beam)
                is_exact = False
            open_ += self._starting[at]
            active = []
            for track in open_:
                places = entrants[track.index].fits.get(piece.unit)
                if places is not None:
                    active.append((track, places))
            gain, who = self._alone[at]
            layer, back, tried = _step(layer, piece, active, gain * TIE, who)
            work += tried
            ending = self._ending[at]
            if ending:
                for track in ending:
                    open_.remove(track)
                layer, back = _closed(layer, back, ending)
            if work > effort.moves and len(layer) > 2 * beam:
                layer = _narrowed(layer, back, open_, at, beam)
                is_exact = False
            trail.append(back)
        return planned(pieces, entrants, _trace(trail), is_exact=is_exact)

    def _beam(self, effort: Effort) -> int:
        """States per step with which the whole walk stays within its moves, however many offers join in."""
        return NARROWED_MOVES * AT_SCAN.moves * effort.beam // (AT_SCAN.beam * max(1, self._contacts))


def _tracks(pieces: Sequence[Piece], entrants: Sequence[Entrant]) -> list[_Track]:
    tracks = []
    place = {piece.unit: at for at, piece in enumerate(pieces)}
    for index, entrant in enumerate(entrants):
        if entrant.walk is not None and entrant.fits:
            ats = sorted(place[unit] for unit in entrant.fits)
            tracks.append(_Track(index, entrant.walk, ats, pieces))
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


def _promises(layer: dict[int, int], back: Back, open_: list[_Track], at: int) -> dict[int, int]:
    """Each state's value with what its open groups still bring.

    A step changes one machine, so all others bring what they do in the state before it.
    """
    by_index = {track.index: track for track in open_}
    before: dict[int, int] = {}
    promises = {}
    for state, value in layer.items():
        source, index, _, _ = back[state]
        promise = before.get(source)
        if promise is None:
            promise = before[source] = sum([track.ahead(source, at) for track in open_])
        track = by_index.get(index)
        if track is not None:
            promise += track.ahead(state, at) - track.ahead(source, at)
        promises[state] = value + promise
    return promises


def _narrowed(layer: dict[int, int], back: Back, open_: list[_Track], at: int, beam: int) -> dict[int, int]:
    """The most promising states, and always the one with nothing open."""
    promises = _promises(layer, back, open_, at)
    best = sorted(promises, key=promises.__getitem__, reverse=True)[:beam]
    if 0 in layer and 0 not in best:
        best.append(0)
    return {state: layer[state] for state in best}


def _trace(trail: list[Back]) -> list[Use]:
    uses = []
    state = 0
    for back in reversed(trail):
        state, index, place, gain = back[state]
        uses.append(Use(index, place, gain))
    uses.reverse()
    return uses
