"""Rules of rounding up for a charity: offered with the total, given as a line, taken back with one touch.

Source: docs/screens.md, "Rounding up".
Invariants: pure; what is given is a line of its own without tax, offers or points; it belongs to the total it
rounds, so it goes when the basket is opened again; nothing of it changes once money was taken.
"""

from kiosk.checkout import commands as c
from kiosk.checkout import points, prices, stored_value
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.shop import Flow
from kiosk.checkout.state import State, Transaction, transaction_of
from retail import donation
from retail.journal import events as e
from retail.journal import shopping as sh

EVIDENCE = ("round_up",)


def tendered(state: State, context: Context) -> Decision:
    """The basket is closed at its final price, with what it could be rounded up by."""
    sale = transaction_of(state)
    priced = prices.final(sale, context)
    if not priced.is_final:
        return Refused(code="price_not_final")
    possible = points.possible(sale, priced, context)
    started = e.TenderingStarted(
        total_minor=priced.total_minor,
        priced=priced,
        points_possible=possible.points,
        points_possible_minor=possible.amount_minor,
    )
    return (started, *_offer(sale, priced.total_minor, context.shop.flow))


def give(state: State, command: c.RoundUp, context: Context) -> Decision:
    """The shopper rounds up."""
    sale = transaction_of(state)
    offered = sale.round_up
    if offered is None:
        return Ignored(reason="nothing is offered to be rounded up")
    if (refusal := _not_now(sale)) is not None:
        return refusal
    added = e.ItemAdded(
        line_id=sale.next_line_id,
        product=donation.product(offered.charity, sale.currency),
        price_minor=offered.amount_minor,
        evidence=EVIDENCE,
    )
    return _again(state, (added,), context)


def keep(state: State, command: c.KeepChange, context: Context) -> Decision:
    """The shopper does not round up after all. What was set aside for more than is left is free again."""
    sale = transaction_of(state)
    if sale.donation is None:
        return Ignored(reason="nothing is given")
    if (refusal := _not_now(sale)) is not None:
        return refusal
    is_too_much = sale.due_minor < sale.donation_minor
    freed = (*points.released(sale), *stored_value.released(sale)) if is_too_much else ()
    return _again(state, (*freed, *taken_out(sale)), context)


def taken_out(sale: Transaction) -> Events:
    """Without what was given; nothing where nothing was."""
    line = sale.donation
    return (e.ItemVoided(line_id=line.line_id),) if line is not None else ()


def _again(state: State, events: Events, context: Context) -> Decision:
    """The total is another one: the basket is opened and closed in one commit."""
    changed = prices.with_prices(state, events, context)
    closed = tendered(fold(changed, state), context)
    return (*changed, *closed) if isinstance(closed, tuple) else closed


def _not_now(sale: Transaction) -> Refused | None:
    if sale.taken:
        return Refused(code="part_paid")
    if sale.waits_for_store:
        return Refused(code="value_being_checked" if sale.value_asked else "points_being_checked")
    return None


def _offer(sale: Transaction, total_minor: int, flow: Flow) -> Events:
    amount_minor = donation.round_up_minor(total_minor, flow.step_minor)
    if not flow.charity or not amount_minor or sale.donation is not None or sale.is_training:
        return ()
    return (sh.RoundUpOffered(amount_minor=amount_minor, charity=flow.charity),)
