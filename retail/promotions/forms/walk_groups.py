"""Machines of forms that need a fixed number of units together; see `forms/walk.py`."""

from collections.abc import Iterable, Sequence

from retail.promotions.forms.walk import SCALE, Move, Piece, Pools, State
from retail.promotions.offer import Bundle, BuyGet, GroupPrice, NthUnit, PerGroup
from retail.promotions.rounding import divide


class Blocks:
    """Consecutive blocks of `size` units; each unit's gain depends on its place in the block.

    Source: forms 11-14, 21.
    """

    start: State = 0

    def __init__(self, form: NthUnit | GroupPrice | PerGroup, times: int | None) -> None:
        self._form = form
        self._size = form.quantity
        self._limit = None if times is None else times * form.quantity
        self.needs_order = isinstance(form, NthUnit)
        self._parts = isinstance(form, GroupPrice) and form.part_groups
        if isinstance(form, GroupPrice):
            due = [divide(form.price_minor * count, form.quantity) for count in range(form.quantity + 1)]
            if not form.part_groups:
                due = [0] * form.quantity + [form.price_minor]
            self._due = [(due[count + 1] - due[count]) * SCALE for count in range(form.quantity)]
            self._share = 0 if form.part_groups else form.price_minor * SCALE // form.quantity

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Join the current block."""
        assert isinstance(state, int)
        if self._limit is not None and state >= self._limit:
            return ()
        at = state % self._size
        after = state + 1 if self._limit is not None else (state + 1) % self._size
        return (Move(after, self._gain(at, piece), 0, at == 0),)

    def _gain(self, at: int, piece: Piece) -> int:
        form = self._form
        if isinstance(form, GroupPrice):
            return piece.price * SCALE - self._due[at]
        if isinstance(form, NthUnit):
            if at < form.quantity - form.rewarded:
                return 0
            return min(piece.price * form.percent_bp, piece.room * SCALE)
        if form.percent_bp is not None:
            return min(piece.price * form.percent_bp, piece.room * SCALE)
        return min(form.amount_minor or 0, piece.room) * SCALE

    def may_end(self, state: State) -> bool:
        """Only whole blocks, unless part groups are sold."""
        assert isinstance(state, int)
        return self._parts or state % self._size == 0

    def ahead(self, state: State, next_price: int) -> int:
        """A started fixed-price group owes its part of the price; a started 3 for 2 still has its reward."""
        assert isinstance(state, int)
        at = state % self._size
        form = self._form
        if not at or isinstance(form, PerGroup) or self._parts:
            return 0
        if isinstance(form, GroupPrice):
            return -self._share * at
        return min(form.rewarded, form.quantity - at) * form.percent_bp * next_price


class Payers:
    """3 for 2 where the cheapest of all are rewarded: every other unit pays towards one of those.

    Source: form 13, grouping `retailer`.
    """

    start: State = 0
    needs_order = True

    def __init__(self, form: NthUnit, rewarded: frozenset[int], times: int | None) -> None:
        self._form = form
        self._rewarded = rewarded
        self._paid = form.quantity - form.rewarded
        self._most = len(rewarded) * self._paid

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Pay, or be rewarded by what others paid."""
        assert isinstance(state, int)
        form = self._form
        if piece.unit not in self._rewarded:
            if state + form.rewarded > self._most:
                return ()
            return (Move(state + form.rewarded, 0, 0, True),)
        if state < self._paid:
            return ()
        gain = min(piece.price * form.percent_bp, piece.room * SCALE)
        return (Move(state - self._paid, gain, 0),)

    def may_end(self, state: State) -> bool:
        """Nobody paid for nothing."""
        return state == 0

    def ahead(self, state: State, next_price: int) -> int:
        """Payments bring nothing by themselves."""
        return 0


class BuyThenGet:
    """Buy some, get others. Counts both sides and crosses them out group by group.

    State: units bought, units given, and groups full where their number is limited.
    Source: forms 15, 16, 18.
    """

    start: State = (0, 0, 0)
    needs_order = False

    def __init__(self, form: BuyGet, given: frozenset[int], groups: int, times: int | None) -> None:
        self._form = form
        self._given = given
        self._groups = groups
        self._is_limited = times is not None

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Be bought, or be given."""
        assert isinstance(state, tuple)
        form = self._form
        bought, got, full = state
        if places & 1 and bought < (self._groups - full) * form.buy_quantity:
            yield Move(self._settled(bought + 1, got, full), 0, 0, bought % form.buy_quantity == 0)
        if places & 2 and piece.unit in self._given and got < (self._groups - full) * form.get_quantity:
            yield Move(self._settled(bought, got + 1, full), self._worth(piece), 1)

    def _worth(self, piece: Piece) -> int:
        if self._form.percent_bp is not None:
            return min(piece.price * self._form.percent_bp, piece.room * SCALE)
        return min(self._form.amount_minor or 0, piece.room) * SCALE

    def pools(self, pieces: Sequence[Piece], fits: dict[int, int]) -> Pools:
        """What may be bought and what may be given."""
        buy = {piece.unit: 0 for piece in pieces if fits[piece.unit] & 1}
        get = {
            piece.unit: self._worth(piece)
            for piece in pieces
            if fits[piece.unit] & 2 and piece.unit in self._given
        }
        return Pools((self._form.buy_quantity, self._form.get_quantity), (buy, get), 0, self._groups)

    def _settled(self, bought: int, got: int, full: int) -> State:
        form = self._form
        groups = min(bought // form.buy_quantity, got // form.get_quantity)
        full += groups if self._is_limited else 0
        return bought - groups * form.buy_quantity, got - groups * form.get_quantity, full

    def may_end(self, state: State) -> bool:
        """Both sides cancelled out."""
        assert isinstance(state, tuple)
        return state[:2] == (0, 0)

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units are given."""
        return 0


class Slots:
    """A bundle: counts what stands in each slot and crosses out full sets.

    Source: form 19.
    """

    start: State
    needs_order = False

    def __init__(self, form: Bundle, most: int, times: int | None) -> None:
        self._form = form
        self._most = [slot.quantity * most for slot in form.slots]
        self._times = times
        self.start = (0,) * len(form.slots) + (0,)
        units = sum(slot.quantity for slot in form.slots)
        self._part = (form.price_minor or form.amount_minor or 0) * SCALE // units
        self._bonus = ((form.amount_minor or 0) - (form.price_minor or 0)) * SCALE
        self._groups = most if times is None else min(most, times)

    def _worth(self, piece: Piece) -> int:
        if self._form.price_minor is not None:
            return piece.price * SCALE
        return min(piece.price * (self._form.percent_bp or 0), piece.room * SCALE)

    def pools(self, pieces: Sequence[Piece], fits: dict[int, int]) -> Pools:
        """What may stand in each slot."""
        slots = self._form.slots
        gains = tuple(
            {piece.unit: self._worth(piece) for piece in pieces if fits[piece.unit] >> place & 1}
            for place in range(len(slots))
        )
        return Pools(tuple(slot.quantity for slot in slots), gains, self._bonus, self._groups)

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Take any slot the unit fits."""
        assert isinstance(state, tuple)
        form = self._form
        gain = self._worth(piece)
        for place, slot in enumerate(form.slots):
            if not places >> place & 1 or state[place] >= self._most[place]:
                continue
            counts = list(state)
            counts[place] += 1
            bonus = 0
            if all(counts[i] >= form.slots[i].quantity for i in range(len(form.slots))):
                if self._times is not None:
                    if counts[-1] >= self._times:
                        continue
                    counts[-1] += 1
                for i, other in enumerate(form.slots):
                    counts[i] -= other.quantity
                bonus = self._bonus
            begins = state[place] % slot.quantity == 0 and place == 0
            yield Move(tuple(counts), gain + bonus, place, begins)

    def may_end(self, state: State) -> bool:
        """No bundle half filled."""
        assert isinstance(state, tuple)
        return not any(state[:-1])

    def ahead(self, state: State, next_price: int) -> int:
        """What stands in slots still owes, or earns, its part."""
        assert isinstance(state, tuple)
        form = self._form
        if form.percent_bp is not None:
            return 0
        count = sum(state[:-1])
        return (self._part + SCALE) * count if form.amount_minor is not None else -self._part * count
