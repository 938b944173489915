"""Rules of paying by card: one attempt at a time, sent at most once, its outcome proven or asked for.

Approved means: result code 0, and amount, currency and terminal are those asked for. Everything else the
terminal may say ends in refused (no money moved, or all of it given back) or in unknown, from where the
terminal is asked until it settles the question. There is no way from unknown to a second authorisation.

Source: ZVT commands PA00P015 rev 13.08 section 2.2.9; docs/devices/terminal.md.
"""

from typing import assert_never

from kiosk.checkout import attempts, wallets
from kiosk.checkout import commands as c
from kiosk.checkout.attempts import payment_of
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.state import Payment, State, Tender, transaction_of
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device
from retail.journal import events as e


def pay_by_card(state: State, command: c.PayByCard, context: Context) -> Decision:
    """Write the intent down; the authorisation follows as a reaction, after the commit."""
    held_up = attempts.may_start(state, context)
    if held_up != ():
        return held_up
    if state.device(Device.TERMINAL).condition not in (Condition.READY, Condition.WARNING):
        return Refused(code="terminal_not_ready")
    sale = transaction_of(state)
    return (
        e.PaymentRequested(
            attempt_id=attempts.name_of_next(sale),
            amount_minor=sale.next_minor,
            currency=sale.currency,
            baseline=state.baseline,
            requested_at=context.utc,
        ),
    )


def show_text(state: State, command: c.ReportTerminalText, context: Context) -> Decision:
    """The terminal has words for the shopper."""
    text, payment = command.text, payment_of(state)
    if text.attempt_id != payment.attempt_id:
        return Ignored(reason="words of another attempt")
    if (text.status_code, text.text) == (payment.status_code, payment.status_text):
        return Ignored(reason="already shown")
    return (e.PaymentStatusShown(attempt_id=text.attempt_id, status_code=text.status_code, text=text.text),)


def keep_result(state: State, command: c.KeepResult, context: Context) -> Decision:
    """Store what the terminal reported, before it is acknowledged. A repeated report is stored once."""
    payment = payment_of(state)
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
    sale = state.transaction
    if sale is None:
        return False
    if any(part.attempt_id == attempt_id and part.card == result for part in sale.taken):
        return True
    payment = attempts.open_attempt(sale)
    return (
        payment is not None
        and payment.attempt_id == attempt_id
        and result == payment.stored
        and _is_as_requested(payment, result)
    )


def settle(state: State, command: c.ReportPayment, context: Context) -> Decision:
    """The end of an attempt, as the terminal proved it."""
    payment, answer = payment_of(state), command.answer
    if answer.attempt_id != payment.attempt_id:
        return Ignored(reason="answer to another attempt")
    outcome = answer.outcome
    match outcome:
        case t.Approved():
            return _approve(state, payment, outcome, context)
        case t.Declined() | t.Cancelled() if payment.stored_as_requested:
            reason = "the terminal took back an approval that was acknowledged"
            return attempts.unknown(payment, reason, needs_attendant=True)
        case t.Declined(text=text):
            return attempts.refused(payment, e.Refusal.DECLINED, text)
        case t.Cancelled(text=text):
            return attempts.refused(payment, e.Refusal.CANCELLED, text)
        case t.NotCharged(reason=reason):
            return attempts.refused(payment, e.Refusal.NOT_CHARGED, reason)
        case t.Reversed(reason=reason):
            return attempts.refused(payment, e.Refusal.REVERSED, reason)
        case t.Unknown(reason=reason):
            return attempts.unknown(payment, reason)
        case t.NeedsAttendant(reason=reason):
            return attempts.unknown(payment, reason, needs_attendant=True)
        case _:
            assert_never(outcome)


def settled_by_staff(state: State, by: str, why: str, context: Context) -> Events:
    """What a person has read on the terminal about a payment nobody could prove.

    A report of the terminal that comes later is not acknowledged any more, so that it takes the money back.
    """
    payment = payment_of(state)
    if why != "terminal_says_paid":
        refusal = e.Refusal.REVERSED if why == "reversed_at_terminal" else e.Refusal.NOT_CHARGED
        return attempts.refused(payment, refusal)
    if payment.tender is Tender.WALLET:
        return attempts.proven(state, (wallets.settled_by_staff(payment, by, context),), context)
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
    return attempts.proven(state, (approved,), context)


def settle_late(state: State, command: c.ReportPayment, context: Context) -> Decision:
    """An answer when no attempt is open: a repetition of the approval, or a driver's mistake to be seen."""
    if attempts.is_settled(state, command.answer.attempt_id):
        return Ignored(reason="already settled")
    return Refused(code="late_payment_answer")


def keep_late(state: State, command: c.KeepResult, context: Context) -> Decision:
    """A result when no attempt is open: nothing to store; `may_acknowledge` says what to answer."""
    return Ignored(reason="no attempt is open")


def _approve(state: State, payment: Payment, outcome: t.Approved, context: Context) -> Decision:
    result = outcome.result
    if result.result_code != 0 or not _is_as_requested(payment, result):
        reason = "the terminal approved something else than was asked"
        return attempts.unknown(payment, reason, needs_attendant=True)
    stored = () if payment.stored == result else (_stored(payment, result),)
    approved = e.PaymentApproved(
        attempt_id=payment.attempt_id,
        amount_minor=payment.amount_minor,
        result=result,
        receipt_lines=outcome.receipt_lines,
        paid_at=context.local,
    )
    return attempts.proven(state, (*stored, approved), context)


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
