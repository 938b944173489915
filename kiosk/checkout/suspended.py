"""Rules of baskets that are put aside and go on elsewhere.

A suspended basket ends its transaction here: coupons and points are free again, the number is used up, and
what was in it travels with the journal. Whoever resumes it asks the store, which gives it away once; the
goods are looked up and priced anew, so that a basket is never sold by two price lists.

Source: ARTS POSLog, "suspended transaction"; docs/protocol.md, "Suspended baskets".
Invariants: pure; a basket is resumed into an empty one, whole or with the goods named that are not sold here.
"""

from kiosk.checkout import basket, coupons, handover, points, round_up, stored_value
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decision import Context, Decision, Events, Refused
from kiosk.checkout.desk import Verdict
from kiosk.checkout.evolve import fold
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import State, transaction_of
from retail.journal import staffed as sd

_WHY_NOT = {
    Verdict.HELD_ELSEWHERE: "resumed_elsewhere",
    Verdict.USED: "resumed_elsewhere",
    Verdict.REFUSED: "no_such_basket",
    Verdict.NO_LINK: "no_link",
}


def put_aside(state: State, context: Context, *, by: str, why: str) -> Events:
    """Suspend the basket; the lane is free."""
    taken_out = round_up.taken_out(transaction_of(state))
    without = with_prices(state, taken_out, context) if taken_out else ()
    sale = transaction_of(fold(without, state))
    return (
        *without,
        *coupons.released(sale),
        *points.released(sale),
        *stored_value.released(sale),
        sd.TransactionSuspended(
            transaction_id=sale.transaction_id,
            token=sale.transaction_id,
            by=by,
            why=why,
            item_count=len(sale.added),
            total_minor=sale.priced.total_minor,
        ),
        basket.idle(state, context),
    )


def resume(state: State, command: sc.ReportResume, context: Context) -> Decision:
    """The store gave the basket away, to this lane or not."""
    answer = command.answer
    if answer.verdict is not Verdict.HELD:
        return Refused(code=_WHY_NOT[answer.verdict])
    if state.transaction is not None and state.transaction.lines:
        return Refused(code="basket_not_empty")
    events: Events = () if state.transaction is not None else basket.started(state, context)
    resumed = sd.TransactionResumed(
        of_transaction_id=answer.of_transaction_id, token=answer.token, by=answer.by
    )
    events = (*events, resumed)
    events, left_out = handover.put_in(state, events, answer.lines, context, "resumed")
    events = (*events, *handover.named(left_out))
    return with_prices(state, events, context)


def late(state: State, command: sc.ReportResume, context: Context) -> Decision:
    """Another purchase is under way: the basket stays this lane's and can be asked for again."""
    return Refused(code="basket_not_empty")
