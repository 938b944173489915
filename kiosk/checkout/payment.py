"""Rules of paying: one attempt at a time, sent at most once, its outcome proven or asked for.

Approved means: result code 0, and amount, currency and terminal are those asked for. Everything else the
terminal may say ends in refused (no money moved, or all of it given back) or in unknown, from where the
terminal is asked until it settles the question. There is no way from unknown to a second authorisation.

Nothing is paid at a price that is not final: closing the basket searches to the end and journals the whole
answer. What was promised with the price (coupons, points) is settled in the commit that records the payment.

Source: ZVT commands PA00P015 rev 13.08 section 2.2.9; docs/devices/terminal.md.
"""

from typing import assert_never

from kiosk.checkout import commands as c
from kiosk.checkout import points, prices, rewards
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.desk import PointsAnswer
from kiosk.checkout.evolve import fold
from kiosk.checkout.interventions import asked_to_pay
from kiosk.checkout.state import Payment, State, Transaction, transaction_of
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device
from retail.check import require
from retail.journal import events as e
from retail.journal import staffed as sd


def pay(state: State, command: c.Pay, context: Context) -> Decision:
    """Everything is scanned: the basket is closed for changes at its final price. Nothing to pay: paid."""
    sale = transaction_of(state)
    if not sale.lines:
        return Refused(code="basket_empty")
    if sale.open_coupons:
        return Refused(code="coupon_being_checked")
    if sale.weighing is not None:
        return Refused(code="being_weighed")
    asked = asked_to_pay(state, context)
    if not fold(asked, state, context.shop.rules).book.may_pay:
        waits = () if sale.wants_to_pay else (sd.PayAsked(),)
        return (*asked, *waits) or Refused(code="waits_for_staff")
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
    return _unless_due(state, (*asked, started), context)


def nothing_left(state: State, context: Context) -> Events:
    """What was left to pay is nothing: the basket is paid."""
    return _unless_due(state, (), context)


def stay(state: State, command: c.LeaveTender, context: Context) -> Decision:
    """The shopper does not wait for staff but scans on."""
    is_waiting = transaction_of(state).wants_to_pay
    return (e.TenderingLeft(),) if is_waiting else Ignored(reason="nobody waits to pay")


def leave_tender(state: State, command: c.LeaveTender, context: Context) -> Decision:
    """Back to scanning, with hints. Only possible while no attempt is open, which the phase guarantees."""
    left = (*points.released(transaction_of(state)), e.TenderingLeft())
    return prices.with_prices(state, left, context)


def report_points(state: State, command: c.ReportPoints, context: Context) -> Decision:
    """The store has answered about points; they may pay for everything."""
    return _with_points(state, command.answer, context)


def points_timed_out(state: State, context: Context) -> Decision:
    """Nobody has answered about points."""
    return _with_points(state, points.silence(transaction_of(state)), context)


def pay_by_card(state: State, command: c.PayByCard, context: Context) -> Decision:
    """Write the intent down; the authorisation follows as a reaction, after the commit."""
    if not state.book.may_pay:
        return Refused(code="waits_for_staff")
    if transaction_of(state).is_training:
        return rewards.paid(state, (sd.PaidInTraining(paid_at=context.local),), context)
    if state.device(Device.TERMINAL).condition not in (Condition.READY, Condition.WARNING):
        return Refused(code="terminal_not_ready")
    sale = transaction_of(state)
    if not sale.priced.is_final:
        return Refused(code="price_not_final")
    if sale.points_asked:
        return Refused(code="points_being_checked")
    require(sale.due_minor > 0, "a card pays what is left to pay")
    return (
        e.PaymentRequested(
            attempt_id=f"{sale.transaction_id}-{sale.attempts + 1}",
            amount_minor=sale.due_minor,
            currency=sale.currency,
            baseline=state.baseline,
            requested_at=context.utc,
        ),
    )


def cancel(state: State, command: c.CancelPayment, context: Context) -> Decision:
    """Ask the terminal to stop. The outcome still comes from the terminal."""
    payment = _payment(state)
    if payment.cancel_asked:
        return Ignored(reason="already asked to stop")
    return (e.PaymentCancelAsked(attempt_id=payment.attempt_id),)


def show_text(state: State, command: c.ReportTerminalText, context: Context) -> Decision:
    """The terminal has words for the shopper."""
    text, payment = command.text, _payment(state)
    if text.attempt_id != payment.attempt_id:
        return Ignored(reason="words of another attempt")
    if (text.status_code, text.text) == (payment.status_code, payment.status_text):
        return Ignored(reason="already shown")
    return (e.PaymentStatusShown(attempt_id=text.attempt_id, status_code=text.status_code, text=text.text),)


def keep_result(state: State, command: c.KeepResult, context: Context) -> Decision:
    """Store what the terminal reported, before it is acknowledged. A repeated report is stored once."""
    payment = _payment(state)
    if command.attempt_id != payment.attempt_id:
        return Ignored(reason="result of another attempt")
    if payment.stored == command.result:
        return Ignored(reason="already stored")
    return (_stored(payment, command.result),)


def may_acknowledge(state: State, attempt_id: str, result: t.TerminalResult) -> bool:
    """Whether a reported result may be acknowledged: a refusal always, an approval if it was asked for.

    Asked after `keep_result`'s events are durable; true again for a repeated report of a stored approval.
    """
    if result.result_code != 0:
        return True
    payment = state.transaction.payment if state.transaction else None
    return (
        payment is not None
        and payment.attempt_id == attempt_id
        and result in (payment.stored, payment.approved)
        and _is_as_requested(payment, result)
    )


def settle(state: State, command: c.ReportPayment, context: Context) -> Decision:
    """The end of an attempt, as the terminal proved it."""
    payment, answer = _payment(state), command.answer
    if answer.attempt_id != payment.attempt_id:
        return Ignored(reason="answer to another attempt")
    outcome = answer.outcome
    match outcome:
        case t.Approved():
            return _approve(state, payment, outcome, context)
        case t.Declined() | t.Cancelled() if payment.stored_as_requested:
            reason = "the terminal took back an approval that was acknowledged"
            return (e.PaymentUnknown(attempt_id=payment.attempt_id, reason=reason, needs_attendant=True),)
        case t.Declined(text=text):
            return _refuse(payment, e.Refusal.DECLINED, text)
        case t.Cancelled(text=text):
            return _refuse(payment, e.Refusal.CANCELLED, text)
        case t.NotCharged(reason=reason):
            return _refuse(payment, e.Refusal.NOT_CHARGED, reason)
        case t.Reversed(reason=reason):
            return _refuse(payment, e.Refusal.REVERSED, reason)
        case t.Unknown(reason=reason):
            return (e.PaymentUnknown(attempt_id=payment.attempt_id, reason=reason),)
        case t.NeedsAttendant(reason=reason):
            return (e.PaymentUnknown(attempt_id=payment.attempt_id, reason=reason, needs_attendant=True),)
        case _:
            assert_never(outcome)


def settled_by_staff(state: State, by: str, why: str, context: Context) -> Events:
    """What a person has read on the terminal about a payment nobody could prove.

    A report of the terminal that comes later is not acknowledged any more, so that it takes the money back.
    """
    payment = _payment(state)
    if why != "terminal_says_paid":
        refusal = e.Refusal.REVERSED if why == "reversed_at_terminal" else e.Refusal.NOT_CHARGED
        return (e.PaymentRefused(attempt_id=payment.attempt_id, refusal=refusal, text=""),)
    told = payment.stored if payment.stored_as_requested else None
    result = told or t.TerminalResult(
        result_code=0,
        amount_minor=payment.amount_minor,
        currency=payment.currency,
        terminal_id=payment.baseline.terminal_id if payment.baseline else "",
    )
    approved = e.PaymentApproved(
        attempt_id=payment.attempt_id,
        amount_minor=payment.amount_minor,
        result=result,
        paid_at=context.local,
        settled_by=by,
    )
    return rewards.paid(state, (approved,), context)


def settle_late(state: State, command: c.ReportPayment, context: Context) -> Decision:
    """An answer when no attempt is open: a repetition of the approval, or a driver's mistake to be seen."""
    payment = state.transaction.payment if state.transaction else None
    if payment is not None and payment.attempt_id == command.answer.attempt_id:
        return Ignored(reason="already settled")
    return Refused(code="late_payment_answer")


def keep_late(state: State, command: c.KeepResult, context: Context) -> Decision:
    """A result when no attempt is open: nothing to store; `may_acknowledge` says what to answer."""
    return Ignored(reason="no attempt is open")


def ask_terminal(state: State, context: Context) -> Decision:
    """Time to ask the terminal what became of the attempt."""
    return (e.PaymentAsked(attempt_id=_payment(state).attempt_id),)


def open_attempt(transaction: Transaction | None) -> Payment | None:
    """The attempt whose outcome is not known yet, if any."""
    payment = transaction.payment if transaction else None
    return payment if payment is not None and payment.approved is None else None


def _unless_due(state: State, events: Events, context: Context) -> Events:
    """`events`; and if nothing is left to pay after them, the basket is paid."""
    after = fold(events, state)
    if transaction_of(after).due_minor or not after.book.may_pay:
        return events
    return rewards.paid(state, (*events, e.NothingDue(paid_at=context.local)), context)


def _with_points(state: State, answer: PointsAnswer, context: Context) -> Decision:
    events = points.answered(state, answer, context)
    return events if isinstance(events, Ignored) else _unless_due(state, events, context)


def _approve(state: State, payment: Payment, outcome: t.Approved, context: Context) -> Decision:
    result = outcome.result
    if result.result_code != 0 or not _is_as_requested(payment, result):
        reason = "the terminal approved something else than was asked"
        return (e.PaymentUnknown(attempt_id=payment.attempt_id, reason=reason, needs_attendant=True),)
    stored = () if payment.stored == result else (_stored(payment, result),)
    approved = e.PaymentApproved(
        attempt_id=payment.attempt_id,
        amount_minor=payment.amount_minor,
        result=result,
        receipt_lines=outcome.receipt_lines,
        paid_at=context.local,
    )
    return rewards.paid(state, (*stored, approved), context)


def _refuse(payment: Payment, refusal: e.Refusal, text: str) -> Decision:
    return (e.PaymentRefused(attempt_id=payment.attempt_id, refusal=refusal, text=text),)


def _stored(payment: Payment, result: t.TerminalResult) -> e.PaymentResultStored:
    return e.PaymentResultStored(
        attempt_id=payment.attempt_id,
        result=result,
        is_as_requested=_is_as_requested(payment, result),
    )


def _is_as_requested(payment: Payment, result: t.TerminalResult) -> bool:
    known = payment.baseline.terminal_id if payment.baseline else ""
    same_terminal = known in ("", result.terminal_id)
    return (
        result.result_code == 0
        and result.amount_minor == payment.amount_minor
        and result.currency == payment.currency
        and same_terminal
    )


def _payment(state: State) -> Payment:
    payment = transaction_of(state).payment
    require(payment is not None, f"a payment exists while {state.phase.value}")
    assert payment is not None  # for the type checker
    return payment
