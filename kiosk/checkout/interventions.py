"""Interventions as the rules of the checkout ask about them: the moment, and what keeps from paying.

Source: docs/interventions.md, "Joining a lane".
Invariants: pure; asking twice decides nothing new the second time.
"""

import datetime

from kiosk.checkout.decision import Context, Events, Refused
from kiosk.checkout.state import State
from retail.check import require
from retail.interventions import audit
from retail.interventions import follow as f
from retail.interventions import wishes as w
from retail.interventions.situation import Moment, fold
from retail.journal import events as e

Answer = tuple[e.AnyEvent, ...] | w.Refused | w.Ignored


def moment(state: State, context: Context, at_us: int = 0) -> Moment:
    """Now, as the rules for interventions want it; not before `at_us`, when a clock was put back."""
    now_us = int(datetime.datetime.fromisoformat(context.utc).timestamp() * 1_000_000)
    sale = state.transaction
    return Moment(
        at_us=max(now_us, at_us),
        local=context.local,
        seed=sale.transaction_id if sale else context.new_id,
    )


def asked_to_pay(state: State, context: Context) -> Events:
    """What wanting to pay leads to: the lot is drawn once, differences count now, staff are called."""
    rules, now = context.shop.rules, moment(state, context)
    situation = state.situation
    events: Events = ()
    drawn = audit.drawn(situation, rules, now)
    if drawn is not None:
        events = events_of(f.follow(situation, (drawn,), rules, now))
        situation = fold(events, situation, rules)
    return (*events, *events_of(f.on_pay(situation, rules, now)))


def events_of(answer: Answer) -> Events:
    """The events, where nothing can be refused: what a lane notices by itself."""
    require(not isinstance(answer, w.Refused), "what the lane notices is not refused")
    return answer if isinstance(answer, tuple) else ()


def refused(answer: w.Refused) -> Refused:
    """A refusal in the checkout's words."""
    return Refused(code=f"staff_{answer.code}")
