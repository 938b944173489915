"""Rules of the bagging area: what the scale says, and what the shopper says of it.

What a weight means is the room of `retail.interventions`; here it becomes an event.

Invariants: pure; weights are integers of grams; a scale that repeats itself says nothing.
"""

from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decision import Context, Decision, Ignored
from kiosk.checkout.interventions import events_of, moment
from kiosk.checkout.state import State, transaction_of
from retail.interventions import events as v
from retail.interventions import follow as f

WEIGHT_MAX_G = 200_000
_NO_SCALE = Ignored(reason="this lane has no bagging scale")


def settled(state: State, command: sc.ReportWeight, context: Context) -> Decision:
    """The scale came to rest."""
    rules, balance = context.shop.rules, state.situation.balance
    if not rules.has_scale:
        return _NO_SCALE
    weight_g = min(max(command.weight_g, -WEIGHT_MAX_G), WEIGHT_MAX_G)
    if abs(weight_g - balance.actual_g) <= rules.policy.weight.noise_g // 2:
        return Ignored(reason="as heavy as before")
    return (v.WeightSettled(weight_g=weight_g, at_us=moment(state, context).at_us),)


def time_is_up(state: State, context: Context) -> Decision:
    """A difference has lasted for the grace time."""
    answer = f.on_bagging_timer(state.situation, context.shop.rules, moment(state, context))
    return events_of(answer) or Ignored(reason="the weight is explained")


def skip(state: State, command: sc.SkipBagging, context: Context) -> Decision:
    """An item is not put into the bagging area."""
    if not context.shop.rules.has_scale:
        return _NO_SCALE
    if transaction_of(state).line(command.line_id) is None:
        return Ignored(reason="no such line")
    if command.line_id in state.situation.sale.skipped:
        return Ignored(reason="skipped already")
    return (v.BaggingSkipped(line_id=command.line_id, at_us=moment(state, context).at_us),)


def own_bag(state: State, command: sc.PlaceOwnBag, context: Context) -> Decision:
    """What has been put down since is the shopper's own bag."""
    rules, balance = context.shop.rules, state.situation.balance
    if not rules.has_scale:
        return _NO_SCALE
    more_g = balance.actual_g - balance.accepted_g
    due_g = sum(due.grams * due.count for due in balance.dues)
    if 0 < due_g < more_g - rules.policy.weight.noise_g:
        more_g -= due_g  # told late: what was scanned since lies there, too
    if more_g <= 0:
        return Ignored(reason="nothing was put down")
    weight_g = balance.bag_g + more_g
    return (v.OwnBagPlaced(weight_g=weight_g, at_us=moment(state, context).at_us),)


def full_bags(state: State, command: sc.MoveFullBags, context: Context) -> Decision:
    """Full bags leave the scale."""
    if not context.shop.rules.has_scale:
        return _NO_SCALE
    weight_g = state.situation.balance.actual_g
    return (v.FullBagsMoved(weight_g=weight_g, at_us=moment(state, context).at_us),)
