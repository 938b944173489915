"""How events change the state. Pure and total: every event the journal may hold is folded.

Invariants: folding the whole journal, or from the last `LaneIdle` on, gives the same state but for device
conditions, which `LaneStarted` clears.
"""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout.state import (
    DeviceState,
    Payment,
    Phase,
    Printing,
    PrintState,
    State,
    Transaction,
    transaction_of,
)
from kiosk.devices.health import Condition, Device
from kiosk.devices.printer import PrintOutcome
from retail.basket import Line
from retail.card import Baseline, CardResult
from retail.check import require
from retail.journal import events as e


def fold(events: Iterable[e.AnyEvent], state: State) -> State:
    """`state` after all `events`, in order."""
    for event in events:
        state = evolve(state, event)
    return state


def evolve(state: State, event: e.AnyEvent) -> State:
    """`state` after `event`."""
    match event:
        case e.LaneStarted():
            return replace(state, devices={})
        case e.DeviceChanged():
            told = DeviceState(condition=Condition(event.condition), code=event.code, detail=event.detail)
            return replace(state, devices={**state.devices, Device(event.device): told})
        case e.TerminalBaselineRead():
            return replace(state, baseline=event.baseline)
        case e.TerminalDayClosed():
            return state
        case e.LaneIdle():
            return State(
                language=event.language,
                next_number=event.next_number,
                baseline=event.baseline,
                devices=state.devices,
            )
        case e.HelpCalled():
            return replace(state, help_called=True)
        case e.HelpEnded():
            return replace(state, help_called=False)
        case e.LanguageChosen():
            return replace(state, language=event.language)
        case e.TransactionStarted():
            return replace(
                state,
                phase=Phase.SCANNING,
                next_number=event.number + 1,
                transaction=Transaction(
                    transaction_id=event.transaction_id,
                    number=event.number,
                    started_at=event.started_at,
                    currency=event.currency,
                ),
            )
        case e.TransactionCancelled():
            return replace(state, phase=Phase.ATTRACT, transaction=None)
        case _:
            transaction = transaction_of(state)
            phase, changed = _within(state.phase, transaction, event)
            baseline = _baseline_after(state.baseline, event)
            return replace(state, phase=phase, transaction=changed, baseline=baseline)


_Within = (
    e.ItemAdded
    | e.QuantityChanged
    | e.ItemVoided
    | e.CodeNotFound
    | e.CodeNotFoundDismissed
    | e.TenderingStarted
    | e.TenderingLeft
    | e.PaymentRequested
    | e.PaymentStatusShown
    | e.PaymentCancelAsked
    | e.PaymentResultStored
    | e.PaymentApproved
    | e.NothingDue
    | e.PaymentRefused
    | e.PaymentUnknown
    | e.PaymentAsked
    | e.ReceiptOffered
    | e.ReceiptChosen
    | e.PrintStarted
    | e.PrintWaited
    | e.PrintEnded
    | e.TransactionClosed
)


def _within(phase: Phase, sale: Transaction, event: _Within) -> tuple[Phase, Transaction]:
    """The phase and transaction after an event inside a transaction."""
    match event:
        case e.ItemAdded():
            return Phase.SCANNING, _add(sale, event)
        case e.QuantityChanged():
            return Phase.SCANNING, _set_quantity(sale, event.line_id, event.quantity)
        case e.ItemVoided():
            return Phase.SCANNING, _set_quantity(sale, event.line_id, 0)
        case e.CodeNotFound():
            return Phase.NOT_FOUND, replace(sale, not_found_text=event.text, not_found_reason=event.reason)
        case e.CodeNotFoundDismissed():
            return Phase.SCANNING, _found(sale)
        case e.TenderingStarted():
            return Phase.TENDER, replace(_found(sale), refusal=None, refusal_text="")
        case e.TenderingLeft():
            return Phase.SCANNING, replace(sale, refusal=None, refusal_text="")
        case e.PaymentRequested():
            return Phase.CARD, _request(sale, event)
        case e.PaymentStatusShown():
            return phase, _paying(sale, status_code=event.status_code, status_text=event.text)
        case e.PaymentCancelAsked():
            return phase, _paying(sale, cancel_asked=True)
        case e.PaymentResultStored():
            return phase, _paying(sale, stored=event.result, stored_as_requested=event.is_as_requested)
        case e.PaymentApproved():
            paid = _paying(sale, approved=event.result, receipt_lines=event.receipt_lines)
            return Phase.PAID, replace(paid, paid_at=event.paid_at)
        case e.NothingDue():
            return Phase.PAID, replace(sale, paid_at=event.paid_at)
        case e.PaymentRefused():
            return Phase.TENDER, replace(sale, payment=None, refusal=event.refusal, refusal_text=event.text)
        case e.PaymentUnknown():
            return Phase.UNKNOWN, _paying(sale, needs_attendant=event.needs_attendant)
        case e.PaymentAsked():
            asks = sale.payment.asks + 1 if sale.payment else 1
            return Phase.UNKNOWN, _paying(sale, asks=asks)
        case e.ReceiptOffered():
            return Phase.RECEIPT, sale
        case e.ReceiptChosen():
            return Phase.RECEIPT, replace(sale, receipt_kind=event.kind)
        case e.PrintStarted():
            return phase, replace(sale, printing=Printing(job_id=event.job_id, copy=event.copy))
        case e.PrintWaited():
            return phase, _printing(sale, PrintState.WAITING, event.code)
        case e.PrintEnded():
            return phase, _printing(sale, _PRINT_STATES[PrintOutcome(event.outcome)], event.reason)
        case e.TransactionClosed():
            return Phase.THANKS, sale
        case _:
            assert_never(event)


_PRINT_STATES = {
    PrintOutcome.PRINTED: PrintState.PRINTED,
    PrintOutcome.PRINTED_SPLIT: PrintState.PRINTED,
    PrintOutcome.SENT_UNPROVEN: PrintState.UNKNOWN,
    PrintOutcome.UNKNOWN: PrintState.UNKNOWN,
    PrintOutcome.NOT_SENT: PrintState.NOT_PRINTED,
}


def _found(sale: Transaction) -> Transaction:
    return replace(sale, not_found_text="", not_found_reason="")


def _add(sale: Transaction, event: e.ItemAdded) -> Transaction:
    line = sale.line(event.line_id)
    if line is not None:
        lines = _with(sale, replace(line, quantity=line.quantity + event.quantity))
    else:
        new = Line(
            line_id=event.line_id,
            product=event.product,
            quantity=event.quantity,
            weight_g=event.weight_g,
            price_minor=event.price_minor,
        )
        lines = (*sale.lines, new)
    return replace(
        _found(sale),
        lines=lines,
        next_line_id=max(sale.next_line_id, event.line_id + 1),
        added=sale.added + (event.line_id,) * event.quantity,
    )


def _set_quantity(sale: Transaction, line_id: int, quantity: int) -> Transaction:
    """Set a line's quantity (0 takes it off) and keep the order of added pieces in step."""
    line = sale.line(line_id)
    require(line is not None, f"line {line_id} is in the basket")
    assert line is not None  # for the type checker
    if quantity == 0:
        lines = tuple(other for other in sale.lines if other.line_id != line_id)
    else:
        lines = _with(sale, replace(line, quantity=quantity))
    added = list(sale.added)
    for _ in range(line.quantity - quantity):
        del added[len(added) - 1 - added[::-1].index(line_id)]
    added.extend([line_id] * (quantity - line.quantity))
    return replace(_found(sale), lines=lines, added=tuple(added))


def _with(sale: Transaction, changed: Line) -> tuple[Line, ...]:
    return tuple(changed if line.line_id == changed.line_id else line for line in sale.lines)


def _request(sale: Transaction, event: e.PaymentRequested) -> Transaction:
    return replace(
        sale,
        attempts=sale.attempts + 1,
        refusal=None,
        refusal_text="",
        payment=Payment(
            attempt_id=event.attempt_id,
            amount_minor=event.amount_minor,
            currency=event.currency,
            baseline=event.baseline,
            requested_at=event.requested_at,
        ),
    )


def _paying(sale: Transaction, **changes: object) -> Transaction:
    require(sale.payment is not None, "a payment is open")
    assert sale.payment is not None  # for the type checker
    return replace(sale, payment=replace(sale.payment, **changes))


def _printing(sale: Transaction, state: PrintState, code: str) -> Transaction:
    require(sale.printing is not None, "a print job exists")
    assert sale.printing is not None  # for the type checker
    return replace(sale, printing=replace(sale.printing, state=state, code=code))


def _baseline_after(baseline: Baseline | None, event: e.AnyEvent) -> Baseline | None:
    """An approved payment is what the terminal will repeat from now on.

    Other results are not taken for it: what was refused may be reversed by one more transaction, and another
    terminal's report must not make that terminal the known one. The driver tells the baseline after those.
    """
    if not isinstance(event, e.PaymentApproved) or event.result.receipt_number is None:
        return baseline
    result: CardResult = event.result
    return Baseline(
        terminal_id=result.terminal_id or (baseline.terminal_id if baseline else ""),
        receipt_number=result.receipt_number,
        trace_number=result.trace_number,
    )
