"""What follows from the events a command led to: the way in for a lane.

A lane calls `follow` before it stores a command's events; each comes back with what it calls for (an age to
check, a cause that is gone) right behind it, to be stored in the same commit. `on_pay` and its like
are the moments that are no event yet.

Source: docs/interventions.md, "Joining a lane".
Invariants: pure; the events given are returned whole and in order; at most FOLLOWED_MAX follow from them;
what would open more interventions than a lane holds refuses the command that caused it.
"""

from collections import deque
from collections.abc import Iterable, Sequence

from retail.check import require
from retail.interventions import wishes as w
from retail.interventions.bagging import time_is_up
from retail.interventions.engine import decide, decide_all
from retail.interventions.events import SHOPPER, InterventionEvent
from retail.interventions.situation import Moment, Rules, Situation, evolve
from retail.interventions.watch import watch
from retail.interventions.words import SelfClear
from retail.journal import events as e

FOLLOWED_MAX = 5_000
"""Far more than one command can lead to."""


def follow(
    situation: Situation, events: Sequence[e.AnyEvent], rules: Rules, now: Moment
) -> tuple[e.AnyEvent, ...] | w.Refused:
    """`events` with what each calls for behind it. `situation` is the one before them."""
    done: list[e.AnyEvent] = []
    wishes: deque[w.AnyWish] = deque()
    for index, event in enumerate(events):
        done.append(event)
        situation = evolve(situation, event, rules)
        wishes.extend(watch(situation, event, rules, now))
        if index + 1 < len(events) and isinstance(events[index + 1], InterventionEvent):
            continue  # decided together: nothing may come between them
        while wishes:
            decision = decide(situation.book, wishes.popleft(), rules.policy, now.at_us)
            if isinstance(decision, w.Refused):
                return decision
            if isinstance(decision, w.Ignored):
                continue
            for new in decision:
                done.append(new)
                situation = evolve(situation, new, rules)
                wishes.extend(watch(situation, new, rules, now))
            require(len(done) - len(events) <= FOLLOWED_MAX, f"at most {FOLLOWED_MAX} events follow")
    return tuple(done)


def wished(
    situation: Situation, wishes: Iterable[w.AnyWish], rules: Rules, now: Moment
) -> tuple[e.AnyEvent, ...] | w.Refused | w.Ignored:
    """The events of some wishes (a tap of the shopper, a decision of staff) with what follows from them."""
    decision = decide_all(situation.book, tuple(wishes), rules.policy, now.at_us)
    return follow(situation, decision, rules, now) if isinstance(decision, tuple) else decision


def on_pay(
    situation: Situation, rules: Rules, now: Moment, further: Iterable[w.AnyWish] = ()
) -> tuple[e.AnyEvent, ...] | w.Refused | w.Ignored:
    """The shopper wants to pay: differences of weight count now, and what blocks calls staff.

    Something first noticed now is shown to the shopper first. `further` is what the lane itself wants checked
    (an audit). Afterwards `Book.may_pay` says whether paying may begin.
    """
    wishes = (w.AskToPay(), *time_is_up(situation, rules), *further)
    return wished(situation, wishes, rules, now)


def on_timer(
    situation: Situation, rules: Rules, now: Moment
) -> tuple[e.AnyEvent, ...] | w.Refused | w.Ignored:
    """Time has passed: nudges that were not heeded call staff."""
    return wished(situation, (w.Tick(),), rules, now)


def on_idle(
    situation: Situation, rules: Rules, now: Moment, *, at_payment_step: bool = False
) -> tuple[e.AnyEvent, ...] | w.Refused | w.Ignored:
    """Nobody has touched the lane for `Policy.waiting`, with something in the basket.

    A lane does not ask while a payment runs.
    """
    if not situation.sale.lines:
        return w.Ignored(reason="nothing is in the basket")
    kind, amount = ("walk_away", situation.sale.total_minor) if at_payment_step else ("idle", 0)
    why = "nobody at the payment step" if at_payment_step else "nothing happens"
    return wished(situation, (w.Raise(kind=kind, measure=amount, why=why),), rules, now)


def on_touch(
    situation: Situation, rules: Rules, now: Moment
) -> tuple[e.AnyEvent, ...] | w.Refused | w.Ignored:
    """The shopper is here: every touch and every scan says so."""
    return wished(situation, (w.Settle(because=SelfClear.TOUCHED, by=SHOPPER),), rules, now)


def on_bagging_timer(
    situation: Situation, rules: Rules, now: Moment
) -> tuple[e.AnyEvent, ...] | w.Refused | w.Ignored:
    """The weight has been different for as long as the grace lasts (`bagging.wait_s`)."""
    return wished(situation, time_is_up(situation, rules), rules, now)
