"""Rules of shoppers who stop: asked, then looked after, then their basket is put aside.

Nobody is asked while a payment runs, while staff are at the lane, or while the shopper is the one who waits.

Source: docs/interventions.md, rows 30 and 31.
Invariants: pure; a basket that was left is never thrown away, it is suspended; a lane nobody put anything
into is free again by itself.
"""

from kiosk.checkout import basket, returned_parts, suspended, time_limits
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decision import Context, Decision, Ignored
from kiosk.checkout.interventions import events_of, moment
from kiosk.checkout.state import SHOPPING, Phase, State, transaction_of
from retail.interventions import events as v
from retail.interventions import follow as f
from retail.journal.shopping import MoreTimeTaken

_LEFT = frozenset({"idle", "walk_away"})


def tick(state: State, command: c.FireTimer, context: Context) -> Decision:
    """Time for nudges that were not heeded, and for those nobody came to."""
    now = moment(state, context, command.at_us)
    return events_of(f.on_timer(state.situation, context.shop.rules, now)) or Ignored(reason="nothing is due")


def nobody_is_there(state: State, context: Context) -> Decision:
    """Nothing has happened for a while."""
    if state.phase not in SHOPPING | {Phase.TENDER, Phase.RETURN, Phase.LOAD}:
        return Ignored(reason="nobody is asked now")
    sale = transaction_of(state)
    if sale.returning is not None:
        is_under_way = sale.returning.parts or sale.returning.is_asked
        return Ignored(reason="money goes back") if is_under_way else returned_parts.stopped(state, context)
    if state.staff is not None or state.help_called or sale.wants_to_pay or sale.waits_for_store:
        return Ignored(reason="the shopper waits, or staff are there")
    if not sale.lines:
        return time_limits.warned(state, context) or basket.cancelled(state, context, "idle")
    at_payment = state.phase is Phase.TENDER
    now = moment(state, context)
    answer = f.on_idle(state.situation, context.shop.rules, now, at_payment_step=at_payment)
    return events_of(answer) or Ignored(reason="asked already")


def nobody_came(state: State, context: Context) -> Decision:
    """A basket was left, and nobody of the staff came to it: the lane is freed, the basket kept."""
    is_left = any(one.kind in _LEFT for one in state.book.open)
    if state.transaction is not None and state.transaction.taken:
        return Ignored(reason="a part was paid: only staff may decide")
    if not is_left or state.staff is not None or state.phase not in SHOPPING | {Phase.TENDER}:
        return Ignored(reason="somebody is there")
    return suspended.put_aside(state, context, by=v.LANE, why="abandoned")


def need_time(state: State, command: sc.NeedTime, context: Context) -> Decision:
    """The shopper is still here; the touch itself settles the question, or more time is taken."""
    if state.time_runs_out:
        return (MoreTimeTaken(),)
    return Ignored(reason="the shopper is here")
