"""Machines of forms whose units count up: sets of different products, steps, amounts; see `forms/walk.py`."""

from collections.abc import Iterable, Sequence

from retail.promotions.forms.walk import SCALE, Move, Piece, State
from retail.promotions.offer import DistinctSet, FirstAdditional, Ladder, SetTotal


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

    def ahead(self, state: State, next_price: int) -> int:
        """The price was paid when it was opened."""
        return 0
