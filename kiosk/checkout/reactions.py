"""What the world must do once an event is durable. Pure.

After a crash the same reactions run: `StartLane` turns whatever was under way into events, and
`LaneStarted` sets the timers and the scanner that belong to the phase the journal ended in.

Invariants: only `PaymentRequested` leads to an authorisation, and only `PrintStarted` to printing; each is
journalled exactly once per attempt or job, so neither can happen twice.
"""

from kiosk.checkout import effects as f
from kiosk.checkout.receipt import awaits_printer, receipt_of
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Phase, State, transaction_of
from kiosk.devices.health import Device
from kiosk.devices.terminal import END_OF_DAY_DUE, OpenAttempt, PaymentRequest
from retail.check import require
from retail.journal import events as e

_PAYING = {Phase.CARD, Phase.UNKNOWN}
_SCANNING = {Phase.ATTRACT, Phase.SCANNING, Phase.NOT_FOUND}


def reactions(state: State, event: e.AnyEvent, shop: Shop) -> tuple[f.AnyEffect, ...]:
    """Effects of `event`, given the state after it."""
    match event:
        case e.LaneStarted():
            return (f.EnableScanner(reading=state.phase in _SCANNING), *_timers(state, shop, is_start=True))
        case e.DeviceChanged() if _wants_end_of_day(event) and state.phase not in _PAYING:
            return (f.CloseTerminalDay(),)
        case e.LaneIdle() | e.TenderingLeft():
            return (f.EnableScanner(reading=True),)
        case e.TenderingStarted():
            return (f.EnableScanner(reading=False),)
        case e.ItemAdded():
            return (f.Play(sound=f.Sound.SCAN),)
        case e.CodeNotFound():
            return (f.Play(sound=f.Sound.NUDGE), *_timers(state, shop))
        case e.PaymentRequested():
            request = PaymentRequest(
                attempt_id=event.attempt_id, amount_minor=event.amount_minor, currency=event.currency
            )
            return (f.Authorise(request=request, baseline=event.baseline),)
        case e.PaymentCancelAsked():
            return (f.CancelAuthorisation(attempt_id=event.attempt_id),)
        case e.PaymentApproved() | e.NothingDue():
            return (f.Play(sound=f.Sound.PAID), *_timers(state, shop))
        case e.PaymentRefused():
            return (f.Play(sound=f.Sound.NUDGE),)
        case e.PaymentUnknown():
            return (f.Play(sound=f.Sound.STAFF), *_timers(state, shop))
        case e.PaymentAsked():
            return (f.RecoverPayment(attempt=_open_attempt(state)),)
        case e.ReceiptChosen() if awaits_printer(state):
            return (f.Play(sound=f.Sound.STAFF), *_timers(state, shop))
        case e.ReceiptOffered() | e.ReceiptChosen() | e.PrintEnded() | e.TransactionClosed():
            return _timers(state, shop)
        case e.PrintWaited():
            return (f.Play(sound=f.Sound.STAFF), *_timers(state, shop))
        case e.PrintStarted():
            sale = transaction_of(state)
            receipt = receipt_of(sale, shop, state.language, copy=event.copy)
            return (f.PrintReceipt(job_id=event.job_id, receipt=receipt),)
        case e.HelpCalled():
            return (f.Play(sound=f.Sound.STAFF),)
        case e.HelpEnded() if state.phase in (Phase.RECEIPT, Phase.THANKS):
            return _timers(state, shop)
        case _:
            return ()


def _wants_end_of_day(event: e.DeviceChanged) -> bool:
    """The terminal takes no card before its day is closed (its status is *reconciliation required*)."""
    return (event.device, event.code) == (Device.TERMINAL.value, END_OF_DAY_DUE)


def _timers(state: State, shop: Shop, *, is_start: bool = False) -> tuple[f.AnyEffect, ...]:
    """The timer that belongs to the state's phase. After a start nobody is being asked, so ask soon."""
    match state.phase:
        case Phase.NOT_FOUND:
            return (f.SetTimer(timer=f.Timer.NOT_FOUND, after_s=shop.not_found_s),)
        case Phase.PAID:
            return (f.SetTimer(timer=f.Timer.PAID, after_s=shop.paid_s),)
        case Phase.RECEIPT:
            return (f.SetTimer(timer=f.Timer.RECEIPT, after_s=shop.receipt_s),)
        case Phase.THANKS:
            return (f.SetTimer(timer=f.Timer.THANKS, after_s=shop.thanks_s),)
        case Phase.UNKNOWN:
            payment = transaction_of(state).payment
            asked_before = payment is not None and payment.asks > 0 and not is_start
            after_s = shop.ask_again_s if asked_before else shop.ask_terminal_s
            return (f.SetTimer(timer=f.Timer.ASK_TERMINAL, after_s=after_s),)
        case _:
            return ()


def _open_attempt(state: State) -> OpenAttempt:
    payment = transaction_of(state).payment
    require(payment is not None, "an attempt is open when the terminal is asked")
    assert payment is not None  # for the type checker
    return OpenAttempt(
        request=PaymentRequest(
            attempt_id=payment.attempt_id, amount_minor=payment.amount_minor, currency=payment.currency
        ),
        baseline=payment.baseline,
        started_at=payment.requested_at,
        stored_result=payment.stored,
    )
