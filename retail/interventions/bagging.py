"""From the weight in the bagging area to wishes: what to ask the shopper, and when it is right again.

A difference is asked about only when it has lasted for the grace time, so moving things about is never an
alarm; it is settled only when everything is explained, so no difference hides behind another.

Source: docs/interventions.md, "The bagging area".
"""

import enum
from collections.abc import Iterator

from retail.interventions import balance as b
from retail.interventions import wishes as w
from retail.interventions.situation import Rules, Situation
from retail.interventions.words import SelfClear
from retail.weights.explaining import explain

SUBJECT = "bagging"
DIFFERENCES = frozenset({"unexpected_item", "weight_mismatch", "item_removed"})
"""Kinds that say that the weight is not explained."""
FULL_PERCENT = 90
"""Of the scale's capacity."""


def wait_s(situation: Situation, rules: Rules) -> int:
    """How long to wait before asking `time_is_up`; 0: all is explained or asked about already."""
    weight = rules.policy.weight
    match waits_for(situation, rules):
        case Wait.NOTHING:
            return 0
        case Wait.DIFFERENCE:
            return weight.grace_s
        case Wait.PLACING:
            return weight.place_s


class Wait(enum.Enum):
    """What time is given for."""

    NOTHING = "nothing"
    DIFFERENCE = "difference"
    """To put something right: from the newest change on, so that moving things about is never an alarm."""
    PLACING = "placing"
    """For items to arrive or leave: counted from the first that does not, however fast one scans on."""


def waits_for(situation: Situation, rules: Rules) -> Wait:
    """What the bagging area needs time for."""
    if not rules.has_scale:
        return Wait.NOTHING
    reading = b.read(situation.balance, rules.policy.weight)
    if reading.off_g:
        return Wait.DIFFERENCE
    asked = {one.line_id for one in situation.book.open if one.kind == "place_item"}
    is_asked = any(one.kind in DIFFERENCES for one in situation.book.open)
    unasked = any(due.line_id not in asked if due.grams > 0 else not is_asked for due in reading.left)
    return Wait.PLACING if unasked else Wait.NOTHING


def time_is_up(situation: Situation, rules: Rules) -> tuple[w.AnyWish, ...]:
    """What is asked about now."""
    if not rules.has_scale:
        return ()
    return tuple(_differences(situation, b.read(situation.balance, rules.policy.weight), rules))


def settled(situation: Situation, rules: Rules) -> Iterator[w.AnyWish]:
    """What is right again."""
    reading = b.read(situation.balance, rules.policy.weight)
    if reading.is_right:
        yield w.Settle(because=SelfClear.WEIGHT_MATCHES, kinds=DIFFERENCES, subject=SUBJECT)
    awaited = {due.line_id for due in reading.left if due.grams > 0}
    for one in situation.book.open:
        if one.kind == "place_item" and one.line_id not in awaited and not reading.off_g:
            yield w.Settle(
                because=SelfClear.ITEM_PLACED, kinds=frozenset({"place_item"}), line_id=one.line_id
            )
    if situation.balance.actual_g * 100 < rules.policy.weight.capacity_g * FULL_PERCENT:
        yield w.Settle(because=SelfClear.WEIGHT_MATCHES, kinds=frozenset({"bagging_full"}))


def _differences(situation: Situation, reading: b.Reading, rules: Rules) -> Iterator[w.Raise]:
    leaving = [due for due in reading.left if due.grams < 0]
    arriving = [due for due in reading.left if due.grams > 0]
    if reading.off_g < 0:
        yield _raise("item_removed", reading.off_g, _likeliest(situation, rules))
    elif reading.off_g > 0:
        newest = arriving[-1].line_id if arriving else _likeliest(situation, rules)
        yield _raise("weight_mismatch" if arriving else "unexpected_item", reading.off_g, newest)
    elif leaving:
        yield _raise("unexpected_item", -sum(due.grams * due.count for due in leaving))
    if not reading.off_g:
        for line_id in dict.fromkeys(due.line_id for due in arriving):
            yield w.Raise(kind="place_item", subject=f"line {line_id}", line_id=line_id, why="not placed")


def _likeliest(situation: Situation, rules: Rules) -> int:
    """The line of the one item that explains the difference; 0: several do, or none."""
    found = explain(situation.balance, rules.policy.weight)
    pieces = (*found[0].missing, *found[0].extra) if len(found) == 1 else ()
    return pieces[0].line_id if len(pieces) == 1 else 0


def _raise(kind: str, off_g: int, line_id: int = 0) -> w.Raise:
    return w.Raise(kind=kind, subject=SUBJECT, line_id=line_id, measure=abs(off_g), why=f"{off_g:+d} g")
