"""Groups for one price, or an amount off a group, where floor prices may keep part of the saving.

What such a group saves then depends on which units stand together, so its machine says for every unit which
open group it joins, where `walk_groups.py` only counts. It has more states: used only where floors bind.

Source: docs/offers.md, "Money". Forms 11, 12, 19, 36.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from retail.promotions.forms.walk import SCALE, Move, Piece, State
from retail.promotions.offer import Bundle, GroupPrice
from retail.promotions.rounding import divide

OPEN_MAX = 6
"""Groups open at a time."""


class Group(NamedTuple):
    """A group that lacks units."""

    counts: tuple[int, ...]
    """Units by place."""
    bound: int
    """For a price, its units' floors together: it costs no less. For an amount, what may be taken off."""


def floors_matter(form: object, pools: Sequence[Sequence[Piece]]) -> bool:
    """Whether some group of these pieces would save less than the form says."""
    match form:
        case GroupPrice():
            floors = sorted((piece.price - piece.room for piece in pools[0]), reverse=True)
            due = form.price_minor // form.quantity if form.part_groups else form.price_minor
            return sum(floors[: form.quantity]) > due
        case Bundle(price_minor=int(price)):
            dearest = (
                sum(sorted((piece.price - piece.room for piece in pool), reverse=True)[: slot.quantity])
                for slot, pool in zip(form.slots, pools, strict=True)
            )
            return sum(dearest) > price
        case Bundle(amount_minor=int(amount)):
            least = (
                sum(sorted(piece.room for piece in pool)[: slot.quantity])
                for slot, pool in zip(form.slots, pools, strict=True)
            )
            return sum(least) < amount
    return False


class Floored:
    """The machine. State: the open groups, sorted; how many groups were begun, where that is limited."""

    start: State = ((), 0)
    needs_order = False

    def __init__(self, form: GroupPrice | Bundle, times: int | None) -> None:
        self._times = times
        self._parts = isinstance(form, GroupPrice) and form.part_groups
        if isinstance(form, GroupPrice):
            self._full: tuple[int, ...] = (form.quantity,)
        else:
            self._full = tuple(slot.quantity for slot in form.slots)
        self._size = sum(self._full)
        self._price = form.price_minor
        self._amount = form.amount_minor or 0 if isinstance(form, Bundle) else 0

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Join any open group that lacks such a unit, or open one."""
        assert isinstance(state, tuple)
        for move, _ in self.joins(state, piece, places):
            yield move

    def joins(
        self, state: tuple[tuple[Group, ...], int], piece: Piece, places: int
    ) -> Iterable[tuple[Move, int]]:
        """The moves, each with the number of the open group that is joined; -1 opens one."""
        open_, begun = state
        for place in range(len(self._full)):
            if not places >> place & 1:
                continue
            for at, group in enumerate(open_):
                if group in open_[:at] or group.counts[place] >= self._full[place]:
                    continue
                rest = open_[:at] + open_[at + 1 :]
                yield self._join(rest, begun, group, place, piece), at
            if len(open_) < (1 if self._parts else OPEN_MAX) and (self._times is None or begun < self._times):
                count = 0 if self._times is None else begun + 1
                yield self._join(open_, count, Group((0,) * len(self._full), 0), place, piece), -1

    def _join(self, rest: tuple[Group, ...], begun: int, group: Group, place: int, piece: Piece) -> Move:
        counts = tuple(count + (at == place) for at, count in enumerate(group.counts))
        own = piece.room if self._price is None else piece.price - piece.room
        joined = Group(counts, group.bound + own)
        worth = self._worth(joined) - (self._worth(group) if any(group.counts) else 0)
        gain = worth + (piece.price if self._price is not None else 0)
        open_ = rest if counts == self._full else tuple(sorted((*rest, joined)))
        return Move((open_, begun), gain * SCALE, place, not any(group.counts))

    def _worth(self, group: Group) -> int:
        """What a group has gained so far, besides the prices of its units."""
        count = sum(group.counts)
        if self._price is None:
            return min(self._amount, group.bound) if count == self._size else 0
        if self._parts:
            return -max(divide(self._price * count, self._size), group.bound)
        return -(group.bound if count < self._size else max(self._price, group.bound))

    def may_end(self, state: State) -> bool:
        """Only full groups, unless part groups are sold."""
        assert isinstance(state, tuple)
        return self._parts or not state[0]

    def ahead(self, state: State, next_price: int) -> int:
        """What stands in groups still owes, or earns, its part."""
        assert isinstance(state, tuple)
        total = 0
        for group in state[0]:
            part = ((self._price or 0) or self._amount) * sum(group.counts) // self._size
            total += part if self._price is None else -max(0, part - group.bound)
        return 0 if self._parts else total * SCALE


def grouped(
    form: GroupPrice | Bundle, uses: Sequence[tuple[int, Piece]], times: int | None
) -> list[list[tuple[int, Piece]]]:
    """The best way to put these (place, piece) pairs, in walking order, into groups."""
    machine = Floored(form, times)
    Members = tuple[tuple[int, ...], ...]  # noqa: N806 - a local name for a type
    empty: Members = ()
    layer: dict[object, tuple[int, Members, Members]] = {((), 0): (0, empty, empty)}
    for number, (place, piece) in enumerate(uses):
        after: dict[object, tuple[int, Members, Members]] = {}
        for state, (value, open_members, done) in layer.items():
            assert isinstance(state, tuple)
            for move, at in machine.joins(state, piece, 1 << place):
                total = value + move.gain
                assert isinstance(move.state, tuple)
                if move.state in after and after[move.state][0] >= total:
                    continue
                own = (*(open_members[at] if at >= 0 else ()), number)
                pairs = [
                    (group, members)
                    for index, (group, members) in enumerate(zip(state[0], open_members, strict=True))
                    if index != at
                ]
                if len(move.state[0]) == len(pairs):
                    after[move.state] = total, tuple(members for _, members in pairs), (*done, own)
                    continue
                fresh = next(group for group in move.state[0] if _missing(group, pairs, move.state[0]))
                pairs.append((fresh, own))
                pairs.sort()
                after[move.state] = total, tuple(members for _, members in pairs), done
        layer = after
    ended = [entry for state, entry in layer.items() if machine.may_end(state)]
    if not ended:
        return []
    _, open_members, done = max(ended, key=lambda entry: entry[0])
    return [[uses[number] for number in members] for members in (*done, *open_members)]


def _missing(group: Group, pairs: Sequence[tuple[Group, tuple[int, ...]]], open_: Sequence[Group]) -> bool:
    return open_.count(group) > sum(own == group for own, _ in pairs)
