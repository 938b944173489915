"""What goes back next of goods that come back, and how a return ends.

Each part the store holds goes where it came from: a balance and points at once, cards and wallets by a refund
that is asked for here and proven by `refunds`, which comes back for the next part.

Source: docs/architecture.md, "Returns".
Invariants: pure; parts go in the store's order; a refund is asked for before anything of it moves.
"""

from kiosk.checkout import basket
from kiosk.checkout.decision import Context, Events
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Return, State, Tender, transaction_of
from retail.check import require
from retail.journal import refunds as r
from retail.journal import returns as rt
from retail.journal.events import TransactionCancelled
from retail.journal.value import ValueRefunded
from retail.wire.returns import ReturnPart


def stopped(state: State, context: Context) -> Events:
    """The end of a return that is not whole: cancelled if nothing moved."""
    returning = returning_of(state)
    if returning.given_minor:
        return (_ended(returning, context, is_whole=False),)
    return (TransactionCancelled(reason="return_stopped"), basket.idle(state, context))


def next_part(state: State, context: Context) -> Events:
    """What goes back next; the end, if nothing is left."""
    events: Events = ()
    while True:
        there = fold(events, state)
        returning = returning_of(there)
        part = returning.next_part
        if part is None:
            return (*events, _ended(returning, context, is_whole=True))
        refund_id = f"{returning.return_id}-p{returning.done + 1}"
        if part.tender == "value":
            given = ValueRefunded(
                refund_id=refund_id, account_id=part.account_id, amount_minor=part.amount_minor
            )
            events = (*events, given)
        elif part.tender == "points":
            points = rt.PointsGivenBack(
                return_id=returning.return_id, points=part.points, amount_minor=part.amount_minor
            )
            events = (*events, points)
        else:
            return (*events, refund_of(there, part, context))


def refund_of(
    state: State, part: ReturnPart, context: Context, *, is_by_hand: bool = False
) -> r.RefundRequested:
    """What is asked of terminal or gateway for this part."""
    sale, returning = transaction_of(state), returning_of(state)
    is_card = part.tender == Tender.CARD.value
    return r.RefundRequested(
        refund_id=f"{sale.transaction_id}-r{sale.refunds + 1}",
        tender="card" if is_card else "wallet",
        attempt_id=part.attempt_id,
        amount_minor=part.amount_minor,
        currency=sale.currency,
        original=part.card if is_card else None,
        baseline=state.baseline if is_card else None,
        by=returning.by,
        why=returning.why,
        is_by_hand=is_by_hand,
        requested_at=context.utc,
    )


def _ended(returning: Return, context: Context, *, is_whole: bool) -> rt.ReturnEnded:
    return rt.ReturnEnded(
        return_id=returning.return_id,
        given_minor=returning.given_minor,
        is_whole=is_whole,
        ended_at=context.local,
    )


def returning_of(state: State) -> Return:
    """The return under way."""
    returning = transaction_of(state).returning
    require(returning is not None, f"a return is under way while {state.phase.value}")
    assert returning is not None  # for the type checker
    return returning
