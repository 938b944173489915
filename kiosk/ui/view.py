"""What each screen shows, worked out from a snapshot. Pure: a snapshot in, frozen views out.

Every text and every amount a shopper reads about *this* sale is made here, by the same formatter as the paper
receipt, in the language of the snapshot. QML lays it out and adds labels that never change.

Invariants: amounts come from `retail.pricing` and nowhere else.
"""

import re

from kiosk.checkout.receipt import awaits_printer
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Payment, Phase, Printing, PrintState, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui import messages
from kiosk.ui.messages import Message, Say
from kiosk.ui.screens import Screen, screen_of
from kiosk.ui.views import BasketView, LaneView, LineView, NoticeView, PaymentView, ReceiptView
from retail.basket import Line
from retail.journal.events import ReceiptKind
from retail.money import format_amount, format_decimal

_WORKING = (Condition.READY, Condition.WARNING)
_UNIT = re.compile(r"(?<=\d) (?=(?:k?g|m?l|cl)\b)")
"""The space between a figure and its unit: no line breaks there."""
CODE_SHOWN_MAX = 60
"""Characters of an unknown code that are shown; a QR code may hold 4,000."""


def derive(snapshot: Snapshot, say: Say, pictures: frozenset[str] = frozenset()) -> LaneView:
    """Work out the whole view.

    `say` translates the texts of `kiosk.ui.messages`; `pictures` are the product pictures there are: a
    product whose picture is missing shows its initial instead.
    """
    state = snapshot.state
    screen = screen_of(snapshot)
    return LaneView(
        screen=screen,
        language=state.language,
        help_called=state.help_called,
        refusal=_refusal(snapshot, say),
        basket=_basket(state, say, pictures),
        notice=_notice(snapshot, screen, say),
        payment=_payment(state, say),
        receipt=_receipt(state, say),
    )


def _money(amount_minor: int, currency: str, language: str) -> str:
    return format_amount(amount_minor, currency, language, symbol=True)


def _total(transaction: Transaction, language: str) -> str:
    return _money(transaction.priced.total_minor, transaction.currency, language)


def _count(transaction: Transaction, say: Say) -> str:
    count = transaction.priced.item_count
    return say(messages.ONE_ITEM) if count == 1 else say(messages.ITEMS).format(count=count)


def _refusal(snapshot: Snapshot, say: Say) -> str:
    if not snapshot.refusal or snapshot.refusal in messages.REFUSED_BEHIND_THE_SCENES:
        return ""
    return say(messages.REFUSED_COMMAND.get(snapshot.refusal, messages.REFUSED_OTHER))


def _line(line: Line, language: str, say: Say, pictures: frozenset[str]) -> LineView:
    currency = line.product.currency
    price = _money(line.unit_price_minor, currency, language)
    if line.weight_g is None:
        unit = say(messages.EACH).format(price=price)
    else:
        per_kg = _money(line.product.price_minor, currency, language)
        unit = say(messages.WEIGHED).format(weight=format_decimal(line.weight_g, 3, language), price=per_kg)
    return LineView(
        line_id=line.line_id,
        name=_UNIT.sub("\u00a0", line.product.name(language)),
        picture=line.product.picture if line.product.picture in pictures else "",
        quantity=line.quantity,
        unit=unit,
        amount=_money(line.amount_minor, currency, language),
        may_change=line.weight_g is None and line.price_minor is None,
    )


def _basket(state: State, say: Say, pictures: frozenset[str]) -> BasketView:
    camera_fault = Message("", "")
    if state.device(Device.CAMERA).condition is Condition.FAULT:
        fault = messages.CAMERA_UNAVAILABLE
        camera_fault = Message(say(fault.title), say(fault.body))
    transaction = state.transaction
    if transaction is None:
        return BasketView(camera_fault=camera_fault)
    return BasketView(
        lines=tuple(_line(line, state.language, say, pictures) for line in transaction.lines),
        total=_total(transaction, state.language),
        count=_count(transaction, say),
        may_pay=bool(transaction.lines),
        may_remove_last=bool(transaction.lines),
        camera_fault=camera_fault,
        transaction_id=transaction.transaction_id,
        added=transaction.added,
    )


def _notice(snapshot: Snapshot, screen: Screen, say: Say) -> NoticeView:
    state = snapshot.state
    transaction = state.transaction
    amount = _total(transaction, state.language) if transaction else ""
    if screen is Screen.NOT_FOUND and transaction:
        reason = messages.NOT_FOUND.get(transaction.not_found_reason, messages.NOT_FOUND["unknown"])
        return NoticeView(
            title=say(reason.title), body=say(reason.body), code=_shown_code(transaction.not_found_text)
        )
    if screen is Screen.HELP:
        if transaction is None:
            body = say(messages.HELP_IDLE)
        elif transaction.is_paid:
            body = say(messages.HELP_PAID).format(amount=amount)
        else:
            body = say(messages.HELP_IN_SALE)
        return NoticeView(title=say(messages.HELP), body=body)
    if screen is Screen.CLOSED:
        message = _closed_message(state)
        return NoticeView(
            title=say(message.title), body=say(message.body).format(amount=amount), staff=_staff(snapshot)
        )
    return NoticeView()


def _closed_message(state: State) -> Message:
    """An open sale must learn where its money is, whatever stopped the lane."""
    transaction = state.transaction
    if transaction is None:
        return messages.CLOSED
    if transaction.is_paid:
        return messages.CLOSED_PAID
    if state.phase in (Phase.CARD, Phase.UNKNOWN):
        return messages.CLOSED_IN_PAYMENT
    return messages.CLOSED_IN_SALE


def _staff(snapshot: Snapshot) -> str:
    """English, for staff: the device's or the outage's own words with its machine word."""
    if snapshot.outage:
        return f"{snapshot.outage}: {snapshot.outage_detail}" if snapshot.outage_detail else snapshot.outage
    faults = snapshot.state.closed_because
    return "\n".join(f"{fault.code}: {fault.detail}" if fault.detail else fault.code for fault in faults)


def _shown_code(text: str) -> str:
    """An unknown code made fit for the screen: control characters as dots, long ones cut."""
    printable = "".join(mark if mark.isprintable() else "·" for mark in text)
    return printable if len(printable) <= CODE_SHOWN_MAX else printable[: CODE_SHOWN_MAX - 1] + "…"


def _payment(state: State, say: Say) -> PaymentView:
    transaction = state.transaction
    if transaction is None:
        return PaymentView()
    amount = _total(transaction, state.language)
    card_enabled = state.device(Device.TERMINAL).condition in _WORKING
    refusal = messages.REFUSED_PAYMENT[transaction.refusal] if transaction.refusal else Message("", "")
    payment = transaction.payment
    title = _payment_message(state.phase, transaction, payment)
    words = payment.status_text if payment else ""
    return PaymentView(
        amount=amount,
        count=_count(transaction, say),
        card_enabled=card_enabled,
        card_reason="" if card_enabled else say(messages.CARD_UNAVAILABLE),
        receipt_note=_receipt_note(state, say),
        refusal_title=say(refusal.title),
        refusal_body=say(refusal.body),
        refusal_words=transaction.refusal_text if transaction.refusal else "",
        title=say(title.title),
        body=say(title.body).format(amount=amount),
        status=words or say(messages.CARD_WAITING),
        may_cancel=payment is not None and not payment.cancel_asked and payment.stored is None,
        needs_attendant=payment is not None and payment.needs_attendant,
    )


def _receipt_note(state: State, say: Say) -> str:
    """Said before money moves: somebody who needs a paper receipt may want to wait."""
    printer = state.device(Device.PRINTER)
    if printer.condition is not Condition.FAULT:
        return ""
    return say(messages.RECEIPT_NOT_ON_PAPER).format(reason=say(_printer_reason(printer.code)))


def _payment_message(phase: Phase, transaction: Transaction, payment: Payment | None) -> Message:
    if phase is Phase.UNKNOWN:
        attendant = payment is not None and payment.needs_attendant
        return messages.UNKNOWN_ATTENDANT if attendant else messages.UNKNOWN_ASKING
    if phase is Phase.CARD and payment is not None:
        if payment.stored is not None:
            return messages.CARD_CHECKING
        return messages.CARD_STOPPING if payment.cancel_asked else messages.CARD_FOLLOW
    if transaction.is_paid:
        return messages.PAID if transaction.priced.total_minor else messages.PAID_NOTHING
    return Message("", "")


def _receipt(state: State, say: Say) -> ReceiptView:
    transaction = state.transaction
    if transaction is None or state.phase not in (Phase.RECEIPT, Phase.THANKS):
        return ReceiptView(thanks_title=say(messages.THANKS), thanks_body=say(messages.THANKS_TAKE_GOODS))
    printer = state.device(Device.PRINTER)
    if awaits_printer(state):
        step, message, code = "waiting", messages.RECEIPT_AWAITED, printer.code
    else:
        step, message = _receipt_step(transaction.receipt_kind, transaction.printing)
        code = transaction.printing.code if transaction.printing else ""
    return ReceiptView(
        title=say(message.title),
        body=say(message.body).format(
            amount=_total(transaction, state.language), reason=say(_printer_reason(code))
        ),
        step=step,
        paper_note="" if printer.condition in _WORKING else say(_printer_reason(printer.code)),
        may_choose=step == "choose",
        may_finish=step in ("waiting", "printed", "qr"),
        thanks_title=say(messages.THANKS),
        thanks_body=say(_thanks_body(transaction)),
    )


def _printer_reason(code: str) -> str:
    return messages.PRINTER_REASONS.get(code, messages.PRINTER_OTHER)


def _receipt_step(kind: ReceiptKind | None, printing: Printing | None) -> tuple[str, Message]:
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


def _thanks_body(transaction: Transaction) -> str:
    printing = transaction.printing
    if transaction.receipt_kind is not ReceiptKind.PAPER or printing is None:
        return messages.THANKS_TAKE_GOODS
    if printing.state is PrintState.PRINTED:
        return messages.THANKS_TAKE_ALL
    return messages.THANKS_CHECK_PRINTER
