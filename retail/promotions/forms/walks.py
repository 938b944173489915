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

from retail.promotions.offer import (
    BASIS_POINTS,
    Amount,
    AmountEach,
    Bundle,
    BuyGet,
    DistinctSet,
    FirstAdditional,
    GroupPrice,
    Ladder,
    NewPrice,
    NthUnit,
    Percent,
    PercentOfTotal,
    PerGroup,
    SetTotal,
)
from retail.promotions.rounding import divide

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

    def ceiling(self, piece: Piece) -> int:
        """The most this unit can add to a group's gain, shared so that a group's units cover its gain."""

    def ahead(self, state: State, next_price: int) -> int:
        """The most the open groups still bring beyond the ceilings of the units to come. May be negative.

        `next_price` is that of the dearest unit to come.
        """


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

    def ceiling(self, piece: Piece) -> int:
        """Its own part of a block: a rewarded unit is never dearer than the others."""
        form = self._form
        if isinstance(form, NthUnit):
            return -(-piece.price * form.percent_bp * form.rewarded // form.quantity)
        if isinstance(form, GroupPrice):
            return max(0, piece.price * SCALE - self._share)
        return self._gain(0, piece)

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

    def ceiling(self, piece: Piece) -> int:
        """What a reward is worth."""
        if piece.unit not in self._rewarded:
            return 0
        return min(piece.price * self._form.percent_bp, piece.room * SCALE)

    def ahead(self, state: State, next_price: int) -> int:
        """Payments bring nothing by themselves."""
        return 0


class BuyThenGet:
    """Buy some, get others. Counts both sides and crosses them out group by group.

    Source: forms 15, 16, 18.
    """

    start: State = (0, 0)
    needs_order = False

    def __init__(self, form: BuyGet, given: frozenset[int]) -> None:
        self._form = form
        self._given = given
        self._groups = len(given) // form.get_quantity

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Be bought, or be given."""
        assert isinstance(state, tuple)
        form = self._form
        bought, got = state
        if places & 1 and bought < self._groups * form.buy_quantity:
            yield Move(self._settled(bought + 1, got), 0, 0, bought % form.buy_quantity == 0)
        if places & 2 and piece.unit in self._given:
            yield Move(self._settled(bought, got + 1), self._worth(piece), 1)

    def _worth(self, piece: Piece) -> int:
        if self._form.percent_bp is not None:
            return min(piece.price * self._form.percent_bp, piece.room * SCALE)
        return min(self._form.amount_minor or 0, piece.room) * SCALE

    def _settled(self, bought: int, got: int) -> State:
        form = self._form
        groups = min(bought // form.buy_quantity, got // form.get_quantity)
        return bought - groups * form.buy_quantity, got - groups * form.get_quantity

    def may_end(self, state: State) -> bool:
        """Both sides cancelled out."""
        return state == (0, 0)

    def ceiling(self, piece: Piece) -> int:
        """What it is worth as a gift."""
        return self._worth(piece) if piece.unit in self._given else 0

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

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Take any slot the unit fits."""
        assert isinstance(state, tuple)
        form = self._form
        gain = piece.price * SCALE if form.price_minor is not None else piece.price * (form.percent_bp or 0)
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
                bonus = ((form.amount_minor or 0) - (form.price_minor or 0)) * SCALE
            begins = state[place] % slot.quantity == 0 and place == 0
            yield Move(tuple(counts), gain + bonus, place, begins)

    def may_end(self, state: State) -> bool:
        """No bundle half filled."""
        assert isinstance(state, tuple)
        return not any(state[:-1])

    def ceiling(self, piece: Piece) -> int:
        """Its price or part of the saving, less its part of the bundle's price."""
        form = self._form
        if form.percent_bp is not None:
            return piece.price * form.percent_bp
        if form.amount_minor is not None:
            return self._part + SCALE
        return max(0, piece.price * SCALE - self._part)

    def ahead(self, state: State, next_price: int) -> int:
        """What stands in slots still owes, or earns, its part."""
        assert isinstance(state, tuple)
        form = self._form
        if form.percent_bp is not None:
            return 0
        count = sum(state[:-1])
        return (self._part + SCALE) * count if form.amount_minor is not None else -self._part * count


class Sets:
    """Sets of different products. A set says when it is opened how large it will be.

    State: for each open set (step, units missing, lines in it that have units still to come), sorted.
    Source: form 20.
    """

    start: State = ()
    needs_order = False

    def __init__(self, form: DistinctSet) -> None:
        self._form = form
        self._ahead: dict[int, tuple[int, ...]] = {}
        self._last: dict[int, int] = {}

    def prepare(self, pieces: Sequence[Piece]) -> None:
        """Note how many units of each product come after each unit."""
        counts: dict[int, int] = {}
        for piece in reversed(pieces):
            self._ahead[piece.unit] = tuple(counts.values())
            self._last.setdefault(piece.line, piece.unit)
            counts[piece.line] = counts.get(piece.line, 0) + 1

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Open a set, or join one that lacks this product; no set that can no longer be filled."""
        ahead = self._ahead[piece.unit]
        for move in self._moves(state, piece):
            assert isinstance(move.state, tuple)
            missing = sum(entry[1] for entry in move.state)
            if missing <= sum(min(count, len(move.state)) for count in ahead):
                yield move

    def _moves(self, state: State, piece: Piece) -> Iterable[Move]:
        assert isinstance(state, tuple)
        seen = set()
        for index, (step, missing, lines) in enumerate(state):
            if piece.line in lines or state[index] in seen:
                continue
            seen.add(state[index])
            rest = state[:index] + state[index + 1 :]
            yield self._move(rest, step, missing - 1, lines, piece, False)
        for step in range(len(self._form.steps)):
            yield self._move(state, step, self._form.steps[step].distinct - 1, (), piece, True)

    def _move(
        self,
        rest: tuple[tuple[int, int, tuple[int, ...]], ...],
        step: int,
        missing: int,
        lines: tuple[int, ...],
        piece: Piece,
        begins: bool,
    ) -> Move:
        open_ = list(rest)
        if missing:
            open_.append((step, missing, tuple(sorted((*lines, piece.line)))))
        if self._last[piece.line] == piece.unit:
            open_ = [(s, m, tuple(line for line in ls if line != piece.line)) for s, m, ls in open_]
        gain = min(piece.price * self._form.steps[step].percent_bp, piece.room * SCALE)
        return Move(tuple(sorted(open_)), gain, step, begins)

    def may_end(self, state: State) -> bool:
        """No set half full."""
        return state == ()

    def ceiling(self, piece: Piece) -> int:
        """The largest set's percentage."""
        return piece.price * max(step.percent_bp for step in self._form.steps)

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units join."""
        return 0


class Steps:
    """A ladder by quantity: the step is chosen with the first unit and must be reached by the last.

    Source: forms 22, 23, 25.
    """

    start: State = None
    needs_order = False

    def __init__(self, form: Ladder) -> None:
        self._form = form

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Count up, at the chosen step's reward."""
        form = self._form
        if form.excess_only:
            assert state is None or isinstance(state, int)
            count = (state or 0) + 1
            reached = [step for step in form.steps if step.at_least <= count]
            gain = self._gain(reached[-1].reward, piece) if reached else 0
            yield Move(min(count, form.steps[-1].at_least), gain, 0, state is None)
        elif state is None:
            for index, step in enumerate(form.steps):
                yield Move((index, max(0, step.at_least - 1)), self._gain(step.reward, piece), 0, True)
        else:
            assert isinstance(state, tuple)
            index, missing = state
            yield Move((index, max(0, missing - 1)), self._gain(form.steps[index].reward, piece), 0)

    def _gain(self, reward: int, piece: Piece) -> int:
        match self._form.reward:
            case "percent":
                return min(piece.price * reward, piece.room * SCALE)
            case "new_price":
                return max(0, min(piece.price - reward, piece.room)) * SCALE
            case _:
                return min(reward, piece.room) * SCALE

    def may_end(self, state: State) -> bool:
        """The chosen step was reached."""
        return self._form.excess_only or state is None or (isinstance(state, tuple) and state[1] == 0)

    def ceiling(self, piece: Piece) -> int:
        """The best step's reward."""
        return max(self._gain(step.reward, piece) for step in self._form.steps)

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units join."""
        return 0


class Counted:
    """First unit one amount, further units another. Source: form 24."""

    start: State = 0
    needs_order = False

    def __init__(self, form: FirstAdditional) -> None:
        self._form = form

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Count up to the limit."""
        assert isinstance(state, int)
        form = self._form
        if form.max_units is not None and state >= form.max_units:
            return ()
        amount = form.additional_minor if state else form.first_minor
        after = state + 1 if form.max_units is not None else 1
        return (Move(after, min(amount, piece.room) * SCALE, 0, state == 0),)

    def may_end(self, state: State) -> bool:
        """Always."""
        return True

    def ceiling(self, piece: Piece) -> int:
        """The larger of the two amounts."""
        return max(self._form.first_minor, self._form.additional_minor) * SCALE

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units join."""
        return 0


class Purse:
    """An amount that units use up: an amount off a set, or a percentage with a cap.

    State: what was used. Source: forms 5, 8, 32.
    """

    start: State = 0
    needs_order = False

    def __init__(self, amount: int, percent_bp: int | None) -> None:
        self._amount = amount * SCALE
        self._percent_bp = percent_bp

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Use some of it."""
        assert isinstance(state, int)
        gain = piece.room * SCALE
        if self._percent_bp is not None:
            gain = min(gain, piece.price * self._percent_bp)
        gain = min(gain, self._amount - state)
        return (Move(state + gain, gain, 0, state == 0),) if gain > 0 else ()

    def may_end(self, state: State) -> bool:
        """Always."""
        return True

    def ceiling(self, piece: Piece) -> int:
        """What the unit can take."""
        return piece.room * SCALE

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units join."""
        return 0


class OnePrice:
    """One price for all units that join. Source: form 34."""

    start: State = False
    needs_order = False

    def __init__(self, form: SetTotal) -> None:
        self._form = form

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Join."""
        fee = 0 if state else self._form.price_minor
        return (Move(True, (piece.price - fee) * SCALE, 0, not state),)

    def may_end(self, state: State) -> bool:
        """Always."""
        return True

    def ceiling(self, piece: Piece) -> int:
        """All of its price."""
        return piece.price * SCALE

    def ahead(self, state: State, next_price: int) -> int:
        """The price was paid when it was opened."""
        return 0


def walk_for(form: object, pools: Sequence[Sequence[Piece]], times: int | None) -> "Walk | None":
    """The machine for a form over its places' pieces; None where each unit stands alone."""
    match form:
        case NthUnit(grouping="retailer"):
            count = len(pools[0]) // form.quantity
            count = count if times is None else min(count, times)
            cheapest = sorted(pools[0], key=lambda piece: piece.price)[: count * form.rewarded]
            return Payers(form, frozenset(piece.unit for piece in cheapest), times)
        case NthUnit() | GroupPrice() | PerGroup():
            return Blocks(form, times)
        case BuyGet():
            return BuyThenGet(form, _given(form, pools, times))
        case Bundle():
            most = min(len(pool) // slot.quantity for pool, slot in zip(pools, form.slots, strict=True))
            return Slots(form, most, times)
        case DistinctSet():
            return Sets(form)
        case Ladder():
            return Steps(form)
        case FirstAdditional():
            return Counted(form)
        case Amount():
            return Purse(form.amount_minor, None)
        case PercentOfTotal(cap_minor=int(cap)):
            return Purse(cap, form.percent_bp)
        case SetTotal():
            return OnePrice(form)
    return None


def _given(form: BuyGet, pools: Sequence[Sequence[Piece]], times: int | None) -> frozenset[int]:
    """The units that may be given: as many groups as the basket holds, picked as the offer says."""
    buy, get = pools
    either = {piece.unit for piece in buy} | {piece.unit for piece in get}
    count = min(len(get) // form.get_quantity, len(either) // (form.buy_quantity + form.get_quantity))
    count = count if times is None else min(count, times)
    ordered = sorted(get, key=lambda piece: piece.price, reverse=form.pick == "dearest")
    return frozenset(piece.unit for piece in ordered[: count * form.get_quantity])


def alone(form: object, piece: Piece) -> int:
    """The exact gain of a form that takes each unit by itself."""
    match form:
        case Percent() | PercentOfTotal():
            return min(piece.price * form.percent_bp, piece.room * SCALE)
        case AmountEach():
            return min(form.amount_minor, piece.room) * SCALE
        case NewPrice():
            return max(0, min(piece.price - form.price_minor, piece.room)) * SCALE
    return 0
