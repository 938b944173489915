"""Rules of choosing how to pay: the basket closes at its final price, and means of payment share the total.

Points and stored value are set aside first and taken with the last payment; cards and wallets pay what is
left, or the part the shopper has chosen, one after the other. Whatever is shown to the camera here is a means
of payment or nothing.

Nothing is paid at a price that is not final: closing the basket searches to the end and journals the whole
answer. What was promised with the price (coupons, points) is settled in the commit that records the payment.

Invariants: pure; a basket of which a part was paid is not changed, left or cancelled.
"""

from kiosk.checkout import bags, basket, points, prices, rewards, round_up, stored_value, wallets
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.desk import PointsAnswer
from kiosk.checkout.evolve import fold
from kiosk.checkout.interventions import asked_to_pay
from kiosk.checkout.state import State, transaction_of
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.journal import tenders as td
from retail.stored_value.number import BadNumber, GiftNumber

PARTS_MAX = 10
"""Payments by card or phone that may share one purchase."""
PART_PAID = Refused(code="part_paid")
"""Money was taken: it is given back before the basket is touched."""


def pay(state: State, command: c.Pay, context: Context) -> Decision:
    """Everything is scanned: the basket is closed for changes at its final price. Nothing to pay: paid."""
    sale = transaction_of(state)
    if not sale.lines:
        return Refused(code="basket_empty")
    if sale.open_coupons:
        return Refused(code="coupon_being_checked")
    if sale.weighing is not None:
        return Refused(code="being_weighed")
    if (question := bags.question(sale, context)) is not None:
        return (question,)
    asked = asked_to_pay(state, context)
    if not fold(asked, state, context.shop.rules).book.may_pay:
        waits = () if sale.wants_to_pay else (sd.PayAsked(),)
        return (*asked, *waits) or Refused(code="waits_for_staff")
    closed = round_up.tendered(state, context)
    return _unless_due(state, (*asked, *closed), context) if isinstance(closed, tuple) else closed


def answer_bags(state: State, command: c.AnswerBags, context: Context) -> Decision:
    """The shopper said how many bags. Paying goes on once what the bags call for is known."""
    events = bags.bought(state, command.bags, context)
    return (*events, sd.PayAsked()) if isinstance(events, tuple) else events


def nothing_left(state: State, context: Context) -> Events:
    """What was left to pay is nothing: the basket is paid."""
    return _unless_due(state, (), context)


def stay(state: State, command: c.LeaveTender, context: Context) -> Decision:
    """The shopper does not wait for staff, or says nothing about bags, but scans on."""
    sale = transaction_of(state)
    is_asked = sale.wants_to_pay or bool(sale.bags)
    return (e.TenderingLeft(),) if is_asked else Ignored(reason="nobody waits to pay")


def leave(state: State, command: c.LeaveTender, context: Context) -> Decision:
    """Back to scanning, with hints. Only possible while no attempt is open, which the phase guarantees."""
    if transaction_of(state).taken:
        return PART_PAID
    return prices.with_prices(state, basket.left_for_staff(state), context)


def choose_part(state: State, command: c.ChoosePart, context: Context) -> Decision:
    """Share the total among several means of payment."""
    sale = transaction_of(state)
    if sale.waits_for_store:
        return Refused(code="value_being_checked" if sale.value_asked else "points_being_checked")
    amount_minor = 0 if command.amount_minor == sale.due_minor else command.amount_minor
    if amount_minor and len(sale.taken) >= PARTS_MAX - 1:
        return Refused(code="too_many_parts")
    if not 0 <= amount_minor <= sale.due_minor:
        return Refused(code="part_out_of_range")
    if amount_minor == sale.part_minor:
        return Ignored(reason="chosen already")
    return (td.TenderPartChosen(amount_minor=amount_minor),)


def scan(state: State, command: c.ScanCode, context: Context) -> Decision:
    """A phone or a gift card is held to the camera. What it says is kept nowhere."""
    text, terms = command.read.text, context.assortment.terms
    if wallets.is_code(text, context.shop):
        return wallets.with_code(state, context)
    match stored_value.read(text, terms, context.shop):
        case GiftNumber() as number:
            return stored_value.show(state, number, context)
        case BadNumber():
            return Refused(code="gift_card_unreadable")
        case _:
            return Ignored(reason="no means of payment")


def report_points(state: State, command: c.ReportPoints, context: Context) -> Decision:
    """The store has answered about points; they may pay for everything."""
    return _with_points(state, command.answer, context)


def report_value(state: State, command: c.ReportValue, context: Context) -> Decision:
    """The store has answered about stored value; it may pay for everything."""
    events = stored_value.answered(state, command.answer, context)
    return events if isinstance(events, Ignored) else _unless_due(state, events, context)


def store_is_silent(state: State, context: Context) -> Decision:
    """Nobody has answered about points or stored value."""
    sale = transaction_of(state)
    if sale.points_asked:
        return _with_points(state, points.silence(sale), context)
    if sale.value_asked is not None:
        silence = stored_value.silence(sale, sale.value_asked)
        return report_value(state, c.ReportValue(answer=silence), context)
    return Ignored(reason="the store was not asked")


def _unless_due(state: State, events: Events, context: Context) -> Events:
    """`events`; and if nothing is left to pay after them, the basket is paid."""
    after = fold(events, state)
    if transaction_of(after).due_minor or not after.book.may_pay:
        return events
    return rewards.paid(state, (*events, e.NothingDue(paid_at=context.local)), context)


def _with_points(state: State, answer: PointsAnswer, context: Context) -> Decision:
    events = points.answered(state, answer, context)
    return events if isinstance(events, Ignored) else _unless_due(state, events, context)
