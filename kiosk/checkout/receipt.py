"""Rules of the receipt: which kind, how often, and when a sale is closed."""

import hashlib

import msgspec

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Ignored, Refused
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.state import Phase, PrintState, State, Transaction, transaction_of
from kiosk.devices.health import Condition, Device
from kiosk.devices.printer import PrintOutcome
from retail.journal import events as e

COPIES_MAX = 9
"""Reprints a shopper may ask for; a person helps after that."""


CLOSED_BY_PRINT = {
    PrintOutcome.PRINTED: "printed",
    PrintOutcome.PRINTED_SPLIT: "printed",
    PrintOutcome.SENT_UNPROVEN: "unproven",
}
"""Outcomes that put paper in the shopper's hand; after the others the shopper chooses again."""


def offer(state: State, context: Context) -> Decision:
    """The paid screen was seen long enough."""
    return (e.ReceiptOffered(),)


def choose(state: State, command: c.ChooseReceipt, context: Context) -> Decision:
    """Paper, QR on the screen, or none."""
    transaction = transaction_of(state)
    if command.kind is not e.ReceiptKind.PAPER:
        chosen = e.ReceiptChosen(kind=command.kind)
        if command.kind is e.ReceiptKind.QR:
            return (chosen,)
        return chosen, _closed(transaction, settled_as(transaction, command.kind))
    printing = transaction.printing
    if printing is not None and printing.state in (PrintState.PRINTING, PrintState.WAITING):
        return Ignored(reason="already printing")
    if awaits_printer(state):
        return Ignored(reason="already waiting for the printer")
    if _next_copy(transaction) > COPIES_MAX:
        return Refused(code="too_many_copies")
    chosen = e.ReceiptChosen(kind=command.kind)
    if not _works(state.device(Device.PRINTER).condition):
        return (chosen,)
    return chosen, _start(state, transaction, context)


def reprint(state: State, context: Context) -> Decision:
    """Staff want the receipt once more: a marked copy, as soon as the printer can."""
    if state.phase not in (Phase.RECEIPT, Phase.THANKS):
        return Refused(code="no_receipt_here")
    transaction = transaction_of(state)
    printing = transaction.printing
    if printing is not None and printing.state in (PrintState.PRINTING, PrintState.WAITING):
        return Ignored(reason="already printing")
    if _next_copy(transaction) > COPIES_MAX:
        return Refused(code="too_many_copies")
    if not _works(state.device(Device.PRINTER).condition):
        return Refused(code="printer_not_ready")
    return (_start(state, transaction, context),)


def awaits_printer(state: State) -> bool:
    """Paper is wanted, none of it was sent, and the printer cannot: it starts by itself once it can."""
    return _is_wanted(state) and not _works(state.device(Device.PRINTER).condition)


def printer_changed(state: State, condition: Condition, context: Context) -> tuple[e.AnyEvent, ...]:
    """The printer has come back: a receipt that waited for it, and of which nothing was sent, starts now."""
    if not awaits_printer(state) or not _works(condition):
        return ()
    return (_start(state, transaction_of(state), context),)


def _is_wanted(state: State) -> bool:
    sale = state.transaction
    if state.phase is not Phase.RECEIPT or sale is None or sale.receipt_kind is not e.ReceiptKind.PAPER:
        return False
    return sale.printing is None or sale.printing.state is PrintState.NOT_PRINTED


def _works(condition: Condition) -> bool:
    return condition in (Condition.READY, Condition.WARNING)


def _start(state: State, transaction: Transaction, context: Context) -> e.PrintStarted:
    copy = _next_copy(transaction)
    receipt = receipt_of(transaction, context.shop, state.language, copy=copy)
    digest = hashlib.sha256(msgspec.json.encode(receipt, order="deterministic")).hexdigest()
    job_id = f"{transaction.transaction_id}-r{_jobs(transaction) + 1}"
    return e.PrintStarted(job_id=job_id, copy=copy, receipt_sha256=digest)


def _jobs(transaction: Transaction) -> int:
    return int(transaction.printing.job_id.rpartition("-r")[2]) if transaction.printing else 0


def _next_copy(transaction: Transaction) -> int:
    """Copy 1 until paper may exist; then each further one is a marked copy."""
    printing = transaction.printing
    if printing is None:
        return 1
    return printing.copy if printing.state is PrintState.NOT_PRINTED else printing.copy + 1


def wait_for_printer(state: State, command: c.ReportPrintWaiting, context: Context) -> Decision:
    """The printer stopped in the middle."""
    waiting, printing = command.waiting, state.transaction.printing if state.transaction else None
    if printing is None or printing.job_id != waiting.job_id:
        return Ignored(reason="not the current print job")
    if printing.state is PrintState.WAITING and printing.code == waiting.code:
        return Ignored(reason="already waiting")
    return (e.PrintWaited(job_id=waiting.job_id, code=waiting.code),)


def end_print(state: State, command: c.ReportPrint, context: Context) -> Decision:
    """A print job ended. With paper in hand the sale is complete; otherwise the shopper chooses again."""
    answer, transaction = command.answer, state.transaction
    ended = e.PrintEnded(job_id=answer.job_id, outcome=answer.outcome.value, reason=answer.reason)
    printing = transaction.printing if transaction else None
    if transaction is None or printing is None or printing.job_id != answer.job_id:
        return Ignored(reason="not the current print job")
    if printing.state not in (PrintState.PRINTING, PrintState.WAITING):
        return Ignored(reason="print job already ended")
    if state.phase is not Phase.RECEIPT or transaction.receipt_kind is not e.ReceiptKind.PAPER:
        return (ended,)
    closed_as = CLOSED_BY_PRINT.get(answer.outcome)
    return (ended, _closed(transaction, closed_as)) if closed_as else (ended,)


def finish(state: State, command: c.Finish, context: Context) -> Decision:
    """The shopper is done with the receipt."""
    transaction = transaction_of(state)
    printing = transaction.printing
    wants_paper = transaction.receipt_kind is e.ReceiptKind.PAPER
    if wants_paper and printing is not None and printing.state is PrintState.PRINTING:
        return Ignored(reason="the receipt is being printed")
    return time_out(state, context)


def time_out(state: State, context: Context) -> Decision:
    """Nobody chose, or the printer never said how it ended: the sale closes as it stands."""
    transaction = transaction_of(state)
    return (_closed(transaction, settled_as(transaction, transaction.receipt_kind)),)


def settled_as(transaction: Transaction, kind: e.ReceiptKind | None) -> str:
    """How the receipt stands if the sale closes now, in the words of `TransactionClosed`.

    What may be on paper is never denied: not by another choice, and not by leaving.
    """
    state = transaction.printing.state if transaction.printing else None
    if state is PrintState.PRINTED:
        return "printed"
    if kind is e.ReceiptKind.QR:
        return "qr"
    if state not in (None, PrintState.NOT_PRINTED):
        return "unknown"
    return "not printed" if kind is e.ReceiptKind.PAPER else "none"


def _closed(transaction: Transaction, receipt: str) -> e.TransactionClosed:
    returning = transaction.returning
    return e.TransactionClosed(
        transaction_id=transaction.transaction_id,
        total_minor=-returning.given_minor if returning else transaction.total_minor,
        receipt=receipt,
    )
