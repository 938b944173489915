"""Rules of paying by phone: a code the phone shows to the camera, or one the lane shows to the phone.

Every order has our own number, journalled before the gateway hears of it. So whatever breaks, the gateway can
be asked what became of it, and never takes money twice for it.

Source: docs/devices/wallet.md.
Invariants: pure; the code a phone shows is handed to the gateway and to nothing else; paid means that the
gateway booked exactly what was asked.
"""

from typing import assert_never

from kiosk.checkout import attempts
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Ignored, Refused
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Payment, State, Tender, transaction_of
from kiosk.devices import terminal as t
from kiosk.devices import wallet as wl
from kiosk.devices.health import Condition, Device
from retail.journal import events as e
from retail.journal import tenders as td
from retail.wallet_codes import is_wallet_code

_WORKING = (Condition.READY, Condition.WARNING)


def is_code(text: str, shop: Shop) -> bool:
    """Whether this is the code of a wallet the shop takes."""
    return shop.tenders.wallets and is_wallet_code(text, shop.tenders.wallet_forms)


def show(state: State, command: c.PayByWallet, context: Context) -> Decision:
    """Ask the gateway for a code to show."""
    return _request(state, context, is_shown=True)


def with_code(state: State, context: Context) -> Decision:
    """The phone has shown its code; it travels with the effect, not with the event."""
    return _request(state, context, is_shown=False)


def stop_waiting(state: State, command: c.CancelPayment, context: Context) -> Decision:
    """Nobody will pay an order that was open when the lane lost sight of it: the gateway may close it."""
    if attempts.payment_of(state).tender is not Tender.WALLET:
        return Ignored(reason="a terminal that is asked what became of a payment is not stopped")
    return attempts.cancel(state, command, context)


def told(state: State, command: c.ReportWallet, context: Context) -> Decision:
    """What the gateway says about the open order."""
    message, payment = command.message, attempts.payment_of(state)
    if message.order_number != payment.attempt_id or payment.tender is not Tender.WALLET:
        return told_late(state, command, context)
    match message:
        case wl.WalletCodeReady():
            if payment.shown_text == message.text:
                return Ignored(reason="already shown")
            return (td.WalletCodeShown(attempt_id=payment.attempt_id, text=message.text),)
        case wl.WalletWaiting():
            if payment.is_confirming:
                return Ignored(reason="already known")
            return (td.WalletConfirming(attempt_id=payment.attempt_id),)
        case wl.WalletAnswer():
            return _settle(state, payment, message.outcome, context)
        case _:
            assert_never(message)


def told_late(state: State, command: c.ReportWallet, context: Context) -> Decision:
    """Words about an order that is not open: a repetition, or a driver's mistake to be seen."""
    message = command.message
    if not isinstance(message, wl.WalletAnswer) or attempts.is_settled(state, message.order_number):
        return Ignored(reason="not the open order")
    return Refused(code="late_payment_answer")


def settled_by_staff(payment: Payment, by: str, context: Context) -> td.WalletApproved:
    """What a person has seen about an order nobody could prove."""
    return td.WalletApproved(
        attempt_id=payment.attempt_id,
        amount_minor=payment.amount_minor,
        paid_at=context.local,
        settled_by=by,
    )


def _request(state: State, context: Context, *, is_shown: bool) -> Decision:
    if not context.shop.tenders.wallets:
        return Refused(code="no_wallets_here")
    held_up = attempts.may_start(state, context)
    if held_up != ():
        return held_up
    if state.device(Device.WALLET).condition not in _WORKING:
        return Refused(code="wallet_not_ready")
    sale = transaction_of(state)
    return (
        td.WalletRequested(
            attempt_id=attempts.name_of_next(sale),
            amount_minor=sale.next_minor,
            currency=sale.currency,
            is_shown=is_shown,
            requested_at=context.utc,
        ),
    )


def _settle(state: State, payment: Payment, outcome: wl.WalletOutcome, context: Context) -> Decision:
    match outcome:
        case wl.WalletPaid():
            asked = (payment.amount_minor, payment.currency)
            if (outcome.amount_minor, outcome.currency) != asked:
                reason = "the wallet paid something else than was asked"
                return attempts.unknown(payment, reason, needs_attendant=True)
            approved = td.WalletApproved(
                attempt_id=payment.attempt_id,
                amount_minor=payment.amount_minor,
                wallet=outcome.wallet,
                reference=outcome.reference,
                paid_at=context.local,
            )
            return attempts.proven(state, (approved,), context)
        case wl.WalletDeclined():
            return attempts.refused(payment, e.Refusal.DECLINED, outcome.text)
        case wl.WalletExpired():
            return attempts.refused(payment, e.Refusal.EXPIRED)
        case wl.WalletCancelled():
            return attempts.refused(payment, e.Refusal.CANCELLED)
        case t.NotCharged():
            return attempts.refused(payment, e.Refusal.NOT_CHARGED, outcome.reason)
        case t.Reversed():
            return attempts.refused(payment, e.Refusal.REVERSED, outcome.reason)
        case t.Unknown():
            return attempts.unknown(payment, outcome.reason)
        case t.NeedsAttendant():
            return attempts.unknown(payment, outcome.reason, needs_attendant=True)
        case _:
            assert_never(outcome)
