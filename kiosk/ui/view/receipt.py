"""What the receipt and thanks screens show. Pure."""

from kiosk.checkout.receipt import awaits_printer
from kiosk.checkout.state import Phase, Printing, PrintState, State, Transaction
from kiosk.devices.health import Device
from kiosk.ui.view.payment import printer_reason, saved_today
from kiosk.ui.view.tenders import WORKING
from kiosk.ui.views import ReceiptView
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words import loads as lw
from kiosk.ui.words import messages
from kiosk.ui.words import returns as rw
from kiosk.ui.words.messages import Message, Say
from retail.journal.events import ReceiptKind


def receipt_view(state: State, say: Say) -> ReceiptView:
    """The receipt question, its answer, and goodbye."""
    transaction = state.transaction
    if transaction is None or state.phase not in (Phase.RECEIPT, Phase.THANKS):
        return ReceiptView(thanks_title=say(messages.THANKS), thanks_body=say(messages.THANKS_TAKE_GOODS))
    voice = voice_of(state, say)
    printer = state.device(Device.PRINTER)
    if awaits_printer(state):
        step, message, code = "waiting", messages.RECEIPT_AWAITED, printer.code
    else:
        step, message = _step(transaction.receipt_kind, transaction.printing)
        code = transaction.printing.code if transaction.printing else ""
    is_return = transaction.returning is not None
    if is_return:
        message = rw.RECEIPT.get(message, message)
    amount, reason = paid_amount(transaction, voice), say(printer_reason(code))
    return ReceiptView(
        title=say(message.title),
        body=say(message.body).format(amount=amount, reason=reason),
        step=step,
        paper_note="" if printer.condition in WORKING else say(printer_reason(printer.code)),
        may_choose=step == "choose",
        may_finish=step in ("waiting", "printed", "qr"),
        next_visit=_next_visit(transaction, voice),
        thanks_title=say(rw.THANKS if is_return else messages.THANKS),
        thanks_body=say(_thanks(transaction)).format(amount=amount),
        thanks_saved=saved_today(transaction, voice),
    )


def paid_amount(transaction: Transaction, voice: Voice) -> str:
    """What the purchase cost, whatever paid it; where goods come back, what has gone back for them."""
    if transaction.returning is not None:
        return voice.money(transaction.returning.given_minor)
    return voice.money(transaction.total_minor)


def _next_visit(transaction: Transaction, voice: Voice) -> str:
    worth = transaction.granted.next_visit_minor if transaction.granted else 0
    return voice.say(messages.NEXT_VISIT).format(amount=voice.money(worth)) if worth else ""


def _step(kind: ReceiptKind | None, printing: Printing | None) -> tuple[str, Message]:
    if kind is ReceiptKind.QR:
        return "qr", messages.RECEIPT_QR
    if kind is not ReceiptKind.PAPER or printing is None:
        return "choose", messages.RECEIPT_CHOOSE
    match printing.state:
        case PrintState.PRINTING:
            return "printing", messages.RECEIPT_PRINTING
        case PrintState.WAITING:
            return "waiting", messages.RECEIPT_WAITING
        case PrintState.PRINTED:
            return "printed", messages.RECEIPT_PRINTED
        case PrintState.NOT_PRINTED:
            return "choose", messages.RECEIPT_FAILED
        case PrintState.UNKNOWN:
            return "choose", messages.RECEIPT_UNPROVEN


def _thanks(transaction: Transaction) -> str:
    if transaction.returning is not None:
        return rw.THANKS_BODY
    return lw.THANKS_BODY if transaction.loading is not None else _thanks_body(transaction)


def _thanks_body(transaction: Transaction) -> str:
    printing = transaction.printing
    if transaction.receipt_kind is not ReceiptKind.PAPER or printing is None:
        return messages.THANKS_TAKE_GOODS
    if printing.state is PrintState.PRINTED:
        return messages.THANKS_TAKE_ALL
    return messages.THANKS_CHECK_PRINTER
