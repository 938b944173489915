"""Machines of forms whose units count up: sets of different products, steps, amounts; see `forms/walk.py`."""

from collections import Counter
from collections.abc import Iterable, Sequence

from retail.promotions.forms.walk import SCALE, Move, Piece, Pools, State
from retail.promotions.offer import DistinctSet, FirstAdditional, Ladder, SetTotal


class Sets:
    """Sets of `distinct` different products, one step of the offer; each step has a machine of its own.

    So many units can be dealt out to full sets of different products if they fill the sets and no product has
    more units among them than there are sets.

    State: units that joined, the most of one product, and how many of each product that is still coming.
    Source: form 20.
    """

    start: State = (0, 0, ())
    needs_order = False

    def __init__(self, form: DistinctSet, step: int) -> None:
        self._step = step
        self._distinct = form.steps[step].distinct
        self._percent_bp = form.steps[step].percent_bp
        self._position: dict[int, int] = {}
        self._last: dict[int, int] = {}
        self._plenty = 0

    def prepare(self, pieces: Sequence[Piece]) -> None:
        """Note where each unit stands, and each product's last one."""
        self._position = {piece.unit: at for at, piece in enumerate(pieces)}
        self._last = {piece.line: at for at, piece in enumerate(pieces)}
        self._plenty = max(Counter(piece.line for piece in pieces).values(), default=0) * self._distinct
        """With so many units no product can have too many."""

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Join, unless the sets could no longer be filled."""
        assert isinstance(state, tuple)
        total, most, coming = state
        at = self._position[piece.unit]
        counts = {line: count for line, count in coming if self._last[line] >= at}
        own = counts.get(piece.line, 0) + 1
        counts[piece.line] = own
        if self._last[piece.line] == at:
            del counts[piece.line]
        begins = total % self._distinct == 0
        total, most = total + 1, max(most, own)
        if max(-total % self._distinct, most * self._distinct - total) >= len(self._position) - at:
            return ()
        if total >= self._plenty + self._distinct:
            total -= self._distinct
        if most * self._distinct <= total:
            most = 0
        return (Move((total, most, tuple(sorted(counts.items()))), self._worth(piece), self._step, begins),)

    def _worth(self, piece: Piece) -> int:
        return min(piece.price * self._percent_bp, piece.room * SCALE)

    def pools(self, pieces: Sequence[Piece], fits: dict[int, int]) -> Pools:
        """All units, whatever their product."""
        gains = {piece.unit: self._worth(piece) for piece in pieces}
        places: tuple[dict[int, int], ...] = (*({} for _ in range(self._step)), gains)
        needs = (*(0 for _ in range(self._step)), self._distinct)
        return Pools(needs, places, 0, len(gains) // self._distinct, is_distinct=True)

    def may_end(self, state: State) -> bool:
        """Only full sets, and as many of them as the most frequent product has units."""
        assert isinstance(state, tuple)
        total, most, _ = state
        return bool(total % self._distinct == 0 and most * self._distinct <= total)

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units join."""
        return 0


class Steps:
    """A ladder by quantity: the step is chosen with the first unit and must be reached by the last.

    Source: forms 22, 23, 25.
    """

    start: State = None

    def __init__(self, form: Ladder) -> None:
        self._form = form
        self.needs_order = form.excess_only

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

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units join."""
        return 0


class Counted:
    """The dearest unit one amount, further units another. Source: form 24."""

    start: State = 0
    needs_order = True

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
        self._amount = amount
        """Minor units times SCALE."""
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

    def ahead(self, state: State, next_price: int) -> int:
        """Gains count as units join."""
        return 0


class OnePrice:
    """One price for all units that join, or their floors together if those are higher. Source: form 34.

    State: the floors of the units that joined; None before the first.
    """

    start: State = None
    needs_order = False

    def __init__(self, form: SetTotal) -> None:
        self._form = form

    def moves(self, state: State, piece: Piece, places: int) -> Iterable[Move]:
        """Join."""
        assert state is None or isinstance(state, int)
        floors = (state or 0) + piece.price - piece.room
        due = max(self._form.price_minor, floors)
        paid = 0 if state is None else max(self._form.price_minor, state)
        return (Move(floors, (piece.price - due + paid) * SCALE, 0, state is None),)

    def may_end(self, state: State) -> bool:
        """Always."""
        return True

    def ahead(self, state: State, next_price: int) -> int:
        """The price was paid when it was opened."""
        return 0
