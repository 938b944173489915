"""What attempts to be paid have in common, whoever is asked: a card terminal or a wallet gateway.

Invariants: pure; one attempt at a time; each has a name nobody used; there is no way from an unknown outcome
to another attempt.
"""

from kiosk.checkout import commands as c
from kiosk.checkout import rewards
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Payment, State, Transaction, transaction_of
from retail.check import require
from retail.journal import events as e
from retail.journal import staffed as sd


def may_start(state: State, context: Context) -> Decision:
    """No events if an attempt may start; in training the purchase is "paid" by them; else why not."""
    sale = transaction_of(state)
    if not state.book.may_pay:
        return Refused(code="waits_for_staff")
    if sale.is_training:
        return rewards.paid(state, (sd.PaidInTraining(paid_at=context.local),), context)
    if not sale.priced.is_final:
        return Refused(code="price_not_final")
    if sale.points_asked:
        return Refused(code="points_being_checked")
    if sale.value_asked is not None:
        return Refused(code="value_being_checked")
    require(sale.due_minor > 0, "somebody is asked for what is left to pay")
    return ()


def name_of_next(sale: Transaction) -> str:
    """What the next attempt is called; also a wallet's order number."""
    return f"{sale.transaction_id}-{sale.attempts + 1}"


def proven(state: State, events: Events, context: Context) -> Events:
    """`events`, the last of which says that money moved; if nothing is left, the purchase is paid by it."""
    left_minor = transaction_of(fold(events, state)).due_minor
    return events if left_minor > 0 else rewards.paid(state, events, context)


def unknown(payment: Payment, reason: str, *, needs_attendant: bool = False) -> Events:
    """Nobody knows whether money moved."""
    return (e.PaymentUnknown(attempt_id=payment.attempt_id, reason=reason, needs_attendant=needs_attendant),)


def refused(payment: Payment, refusal: e.Refusal, text: str = "") -> Events:
    """No money moved, or all of it was given back."""
    return (e.PaymentRefused(attempt_id=payment.attempt_id, refusal=refusal, text=text),)


def cancel(state: State, command: c.CancelPayment, context: Context) -> Decision:
    """Ask to stop. The outcome still comes from whoever was asked for money."""
    payment = payment_of(state)
    if payment.cancel_asked:
        return Ignored(reason="already asked to stop")
    return (e.PaymentCancelAsked(attempt_id=payment.attempt_id),)


def ask(state: State, context: Context) -> Decision:
    """Time to ask what became of the attempt."""
    return (e.PaymentAsked(attempt_id=payment_of(state).attempt_id),)


def is_settled(state: State, attempt_id: str) -> bool:
    """Whether this attempt has paid."""
    sale = state.transaction
    return sale is not None and any(part.attempt_id == attempt_id for part in sale.taken)


def open_attempt(sale: Transaction | None) -> Payment | None:
    """The attempt whose outcome is not known yet, if any."""
    payment = sale.payment if sale else None
    return payment if payment is not None and not payment.is_settled else None


def payment_of(state: State) -> Payment:
    """The open attempt, where the phase guarantees one."""
    payment = transaction_of(state).payment
    require(payment is not None, f"a payment exists while {state.phase.value}")
    assert payment is not None  # for the type checker
    return payment
