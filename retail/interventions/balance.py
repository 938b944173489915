"""What lies in the bagging area against what was scanned: the running weight explained, item by item.

Nothing is decided while things move. The scale's resting weight is compared with what was accepted plus any
of the items that are still to arrive (or to leave, when a line was taken off). Only when everything there is
explained is the weight taken as the new start, so scanning before or after bagging, in any order, ends the
same where weights tell items apart; and a fall that an equal rise follows is no difference at all.

Source: docs/interventions.md, "The bagging area".
Invariants: pure and frozen; grams are integers; at most DUES_MAX groups are due; a difference is never
accepted but by an approval, by full bags that left, or by being explained.
"""

import itertools
import math
import operator
from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from retail.interventions.policy import WeightRules

DUES_MAX = 500
"""Groups of items that are waited for: as many as a basket has lines."""
COMBINATIONS_MAX = 1_024
"""Ways to place what is due that are tried; with more, only the order of scanning is."""
WAYS_KEPT = 64
"""With more, what has arrived is taken in though something else has not."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces of one line that are to arrive, or to leave when `grams` is negative."""

    line_id: int
    grams: int
    """Of one piece."""
    tolerance_g: int
    count: int = 1


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """The bagging area as the journal tells it."""

    accepted_g: int = 0
    """The weight that is explained."""
    actual_g: int = 0
    """The weight the scale last rested at."""
    bag_g: int = 0
    """The shopper's own bag, part of what is accepted."""
    dues: tuple[Due, ...] = ()
    """What has been scanned or taken off since; oldest first."""
    placed: Mapping[int, tuple[Due, ...]] = {}
    """By line, what lies there."""
    unknown: tuple[int, ...] = ()
    """Lines of pieces whose weight nobody knows, one entry a piece, oldest first: the next rise that nothing
    else explains is the first of them, and is what it weighs from then on."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What the weight means now."""

    off_g: int = 0
    """What nothing explains; 0: all is explained."""
    left: tuple[Due, ...] = ()
    """Of what is due, what has not arrived or left."""

    @property
    def is_right(self) -> bool:
        """Whether nothing is there that should not be, and nothing has gone that should not have."""
        return not self.off_g and not any(due.grams < 0 for due in self.left)


def tolerance_g(grams: int, rules: WeightRules, of_product_g: int = 0) -> int:
    """How much more or less an item may weigh; a product's own tolerance counts where it has one."""
    return of_product_g or max(rules.tolerance_g, abs(grams) * rules.tolerance_permille // 1_000)


def expect(balance: Balance, due: Due, rules: WeightRules) -> Balance:
    """Pieces were scanned, or are to leave."""
    same = next((one for one in balance.dues if _alike(one, due)), None)
    if same is not None:
        grown = replace(same, count=same.count + due.count)
        dues = tuple(grown if one is same else one for one in balance.dues)
    else:
        dues = (*balance.dues, due)[-DUES_MAX:]
    return _taken_in(replace(balance, dues=dues), rules)


def expect_unknown(balance: Balance, line_id: int, count: int, rules: WeightRules) -> Balance:
    """Pieces of unknown weight were scanned; one may lie there already."""
    unknown = (*balance.unknown, *(line_id,) * count)[-DUES_MAX:]
    return _learned(replace(balance, unknown=unknown), rules)


def forget(balance: Balance, line_id: int, count: int, rules: WeightRules) -> Balance:
    """Pieces of a line were taken off: what was due is not any more, what lies there must leave."""
    waiting = min(count, balance.unknown.count(line_id))
    balance = replace(balance, unknown=_but(balance.unknown, line_id, waiting))
    dues, placed, rest = list(balance.dues), dict(balance.placed), count - waiting
    for index, due in enumerate(dues):
        if due.line_id == line_id and due.grams > 0 and rest:
            gone = min(rest, due.count)
            dues[index] = replace(due, count=due.count - gone)
            rest -= gone
    leaving = []
    for due in placed.get(line_id, ()):
        gone = min(rest, due.count)
        rest -= gone
        if gone:
            leaving.append(replace(due, grams=-due.grams, count=gone))
            placed[line_id] = _without(placed[line_id], due, gone)
    changed = replace(balance, dues=tuple(due for due in dues if due.count), placed=placed)
    for due in leaving:
        changed = expect(changed, due, rules)
    return _taken_in(changed, rules)


def skip(balance: Balance, line_id: int, rules: WeightRules) -> Balance:
    """A line is not bagged: nothing of it is due any more."""
    dues = tuple(due for due in balance.dues if due.line_id != line_id or due.grams < 0)
    unknown = _but(balance.unknown, line_id, len(balance.unknown))
    return _taken_in(replace(balance, dues=dues, unknown=unknown), rules)


def rest_at(balance: Balance, weight_g: int, rules: WeightRules) -> Balance:
    """The scale came to rest."""
    return _learned(_taken_in(replace(balance, actual_g=weight_g), rules), rules)


def own_bag(balance: Balance, weight_g: int, rules: WeightRules) -> Balance:
    """The shopper's own bag lies there, instead of one that did before."""
    accepted_g = balance.accepted_g + weight_g - balance.bag_g
    return _taken_in(replace(balance, accepted_g=accepted_g, bag_g=weight_g), rules)


def bags_moved(balance: Balance, weight_g: int, rules: WeightRules) -> Balance:
    """Full bags were taken away. Less is accepted, more never."""
    accepted_g = min(balance.accepted_g, weight_g)
    return _taken_in(replace(balance, accepted_g=accepted_g, actual_g=weight_g), rules)


def accept(balance: Balance) -> Balance:
    """Staff took the weight as it is, with all that was due."""
    return replace(balance, accepted_g=balance.actual_g, dues=(), placed=_with_all(balance))


def read(balance: Balance, rules: WeightRules) -> Reading:
    """What the weight means: what is missing, what is too much."""
    rise_g = balance.actual_g - balance.accepted_g
    best: tuple[int, int] | None = None
    counts: tuple[int, ...] = ()
    grams = [due.grams for due in balance.dues]
    most_off_g = max(rules.noise_g, _slack_g(balance.dues, tuple(due.count for due in balance.dues)))
    for tried in _ways(balance.dues):
        error_g = abs(rise_g - sum(map(operator.mul, grams, tried)))
        if error_g > most_off_g:
            continue  # further off than all of it together may be: most ways end here
        if error_g <= max(rules.noise_g, _slack_g(balance.dues, tried)):
            rank = (error_g, -sum(tried))
            if best is None or rank < best:
                best, counts = rank, tried
    if best is None:
        return Reading(off_g=rise_g, left=balance.dues)
    left = (replace(due, count=due.count - n) for due, n in zip(balance.dues, counts, strict=True))
    return Reading(left=tuple(due for due in left if due.count))


def _learned(balance: Balance, rules: WeightRules) -> Balance:
    """A rise that nothing explains is the oldest piece of unknown weight, if one is waited for.

    What else is waited for has arrived with it, if there is weight enough for that.
    """
    off_g = read(balance, rules).off_g
    if off_g <= 0 or not balance.unknown:
        return balance
    others_g = sum(due.grams * due.count for due in balance.dues)
    if 0 < others_g < off_g - rules.noise_g:
        off_g -= others_g
    due = Due(line_id=balance.unknown[0], grams=off_g, tolerance_g=tolerance_g(off_g, rules))
    return _taken_in(replace(balance, unknown=balance.unknown[1:], dues=(*balance.dues, due)), rules)


def _but(unknown: tuple[int, ...], line_id: int, count: int) -> tuple[int, ...]:
    """Without `count` entries of a line, the newest first."""
    left = list(unknown)
    for _ in range(min(count, left.count(line_id))):
        del left[len(left) - 1 - left[::-1].index(line_id)]
    return tuple(left)


def _slack_g(dues: tuple[Due, ...], counts: tuple[int, ...]) -> int:
    """How far several items together may be off.

    Deviations add up as squares, so a dozen that wait do not make room for one that nobody scanned.
    """
    return math.isqrt(sum(due.tolerance_g**2 * n for due, n in zip(dues, counts, strict=True)))


def _ways(dues: tuple[Due, ...]) -> Iterator[tuple[int, ...]]:
    """How many of each may have arrived: every way if there are few, else in the order of scanning."""
    if _count_ways(dues) > COMBINATIONS_MAX:
        yield from _in_order(dues)
    else:
        yield from itertools.product(*(range(due.count + 1) for due in dues))


def _count_ways(dues: tuple[Due, ...]) -> int:
    return math.prod(due.count + 1 for due in dues)


def _in_order(dues: tuple[Due, ...]) -> Iterator[tuple[int, ...]]:
    """None, all of the first, all of the first two, and so on; each due also alone."""
    nothing = [0] * len(dues)
    for index in range(len(dues) + 1):
        yield tuple(due.count if place < index else 0 for place, due in enumerate(dues))
    for index in range(len(dues)):
        yield (*nothing[:index], 1, *nothing[index + 1 :])


def _taken_in(balance: Balance, rules: WeightRules) -> Balance:
    """Once everything due has arrived, its weight is where we start from.

    Something that never arrives must not make the rest forgotten: before there are too many ways to try, what
    has arrived is taken in without it.
    """
    reading = read(balance, rules)
    if reading.off_g or not balance.dues:
        return balance
    has_arrived = reading.left != balance.dues
    if reading.left and not (has_arrived and _count_ways(balance.dues) > WAYS_KEPT):
        return balance
    placed = _with_all(balance, reading.left)
    return replace(balance, accepted_g=balance.actual_g, dues=reading.left, placed=placed)


def _with_all(balance: Balance, left: tuple[Due, ...] = ()) -> Mapping[int, tuple[Due, ...]]:
    """What lies there once all that was to come has, but what is left."""
    placed = dict(balance.placed)
    for due in balance.dues:
        came = due.count - sum(one.count for one in left if _alike(one, due))
        if due.grams > 0 and came:
            placed[due.line_id] = (*placed.get(due.line_id, ()), replace(due, count=came))
    return placed


def _without(dues: tuple[Due, ...], due: Due, count: int) -> tuple[Due, ...]:
    fewer = replace(due, count=due.count - count)
    return tuple(fewer if one is due else one for one in dues if one is not due or fewer.count)


def _alike(one: Due, other: Due) -> bool:
    return (one.line_id, one.grams, one.tolerance_g) == (other.line_id, other.grams, other.tolerance_g)
