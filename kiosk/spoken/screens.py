"""What a screen says to who does not see it: one table from phase to sentences, and what stands above it.

Said when a screen comes, and again whenever the shopper asks "where am I?".

Source: EN 301 549, 5.1.3 (non-visual access by speech).
Invariants: every phase says something (tested); what covers a screen says where the money is; no digits of a
secret (`kiosk.spoken.private`).
"""

from collections.abc import Callable, Iterator

from kiosk.checkout.receipt import awaits_printer
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import PAYING, Phase, PrintState, State, Tender, Transaction, transaction_of
from kiosk.devices.health import Condition, Device
from kiosk.spoken import attention, figures, money, private
from kiosk.spoken.asides import aside
from kiosk.spoken.reasons import (
    load_reason,
    not_found,
    payment_refused,
    points_reason,
    printer_reason,
    value_reason,
)
from kiosk.spoken.words.entry import LANGUAGES
from kiosk.spoken.words.screens import SCREENS
from kiosk.spoken.words.short import ABOVE, CHANGES
from retail.journal.events import ReceiptKind

_STEP_OF_PRINT = {
    PrintState.PRINTING: "receipt_printing",
    PrintState.WAITING: "receipt_waiting",
    PrintState.PRINTED: "receipt_printed",
    PrintState.NOT_PRINTED: "receipt_failed",
    PrintState.UNKNOWN: "receipt_unproven",
}
NEVER_COVERED_BY_HELP = frozenset({Phase.SCANNING, Phase.PAID}) | PAYING
"""As on the screen: what is said about money in flight goes on being said."""


def language_of(state: State) -> str:
    """The language of the voice: the shopper's, English where there are no words in it."""
    return state.language if state.language in LANGUAGES else "en"


def screen(snapshot: Snapshot) -> str:
    """All that the screen of this moment says."""
    state = snapshot.state
    language = language_of(state)
    parts = [_of_staff(state, language), *_above(snapshot, language)]
    if not parts[1:]:
        beside = aside(state, language)
        parts += [beside] if beside else SAYS[state.phase](state, language)
        if state.time_runs_out:
            parts.append(CHANGES["ends"].in_language(language))
    return joined(parts, language)


def joined(parts: list[str], language: str) -> str:
    """Sentences one after the other; Chinese has no spaces between them."""
    return ("" if language == "zh" else " ").join(part for part in parts if part)


def _of_staff(state: State, language: str) -> str:
    if not state.message:
        return ""
    return ABOVE["message"].in_language(language).format(text=private.foreign(state.message))


def _above(snapshot: Snapshot, language: str) -> list[str]:
    """What covers the screen of the phase: an outage, staff at work, help on its way, a closed lane."""
    state = snapshot.state
    if snapshot.outage and state.transaction is not None:
        return [ABOVE["pause"].in_language(language), money.standing(state, language)]
    if state.staff is not None:
        return [ABOVE["staff"].in_language(language), money.standing(state, language)]
    if over := attention.over(snapshot, language):
        return [*over, money.standing(state, language)]
    if state.help_called and state.phase not in NEVER_COVERED_BY_HELP:
        return [ABOVE["help"].in_language(language), money.standing(state, language)]
    if snapshot.outage or (state.phase is Phase.ATTRACT and not state.is_open):
        return [SCREENS["closed"].in_language(language)]
    return []


def _attract(state: State, language: str) -> Iterator[str]:
    if state.training_by:
        yield ABOVE["training"].in_language(language)
    yield SCREENS["attract"].in_language(language)


def _scanning(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    if sale.weighing is not None:
        name = private.foreign(sale.weighing.product.name(language))
        yield SCREENS["weighing"].in_language(language).format(name=name)
    if not sale.lines:
        yield SCREENS["scanning_empty"].in_language(language)
    else:
        yield (
            SCREENS["scanning"]
            .in_language(language)
            .format(
                items=figures.items(sale.priced.item_count, language),
                amount=money.said(sale.priced.total_minor, sale, language),
            )
        )
    yield from attention.beside(state, language)
    if state.help_called:
        yield ABOVE["help"].in_language(language)


def _not_found(state: State, language: str) -> Iterator[str]:
    yield not_found(transaction_of(state).not_found_reason, language, has_scale=Device.SCALE in state.devices)


def _tender(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    if sale.refund_reason:
        yield SCREENS["refund_failed"].in_language(language)
    elif sale.refusal is not None:
        yield payment_refused(sale.refusal, language)
    if sale.value_reason:
        yield value_reason(sale.value_reason, language)
    if sale.points_reason:
        yield points_reason(sale.points_reason, language)
    paid_minor = sale.priced.total_minor - sale.due_minor
    yield (
        SCREENS["tender_rest" if paid_minor else "tender"]
        .in_language(language)
        .format(
            amount=money.said(sale.due_minor, sale, language),
            paid=money.said(paid_minor, sale, language),
            items=figures.items(sale.priced.item_count, language),
        )
    )
    if sale.part_minor:
        yield CHANGES["next"].in_language(language).format(amount=money.said(sale.next_minor, sale, language))
    if not paid_minor:
        yield from sums(sale, language)
    printer = state.device(Device.PRINTER)
    if printer.condition is Condition.FAULT:
        yield CHANGES["paper"].in_language(language).format(reason=printer_reason(printer.code, language))


def sums(sale: Transaction, language: str) -> Iterator[str]:
    """How the total comes about: what is saved, and what of it is deposit."""
    for key, amount_minor in (("saved", sale.priced.saving_minor), ("deposit", sale.priced.linked_minor)):
        if amount_minor > 0:
            yield CHANGES[key].in_language(language).format(amount=money.said(amount_minor, sale, language))


def _card(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    payment = sale.payment
    words = SCREENS["card"]
    if payment is not None and payment.stored is not None:
        words = SCREENS["card_checking"]
    elif payment is not None and payment.cancel_asked:
        words = SCREENS["card_stopping"]
    amount_minor = payment.amount_minor if payment else sale.next_minor
    yield words.in_language(language).format(amount=money.said(amount_minor, sale, language))
    if payment is not None:
        yield private.foreign(payment.status_text)


def _wallet(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    payment = sale.payment
    if payment is None or (payment.is_shown and not payment.shown_text and not payment.cancel_asked):
        words = SCREENS["wallet_preparing"]
    elif payment.cancel_asked:
        words = SCREENS["wallet_stopping"]
    elif payment.is_confirming:
        words = SCREENS["wallet_confirm"]
    else:
        words = SCREENS["wallet_shown" if payment.is_shown else "wallet_read"]
    amount_minor = payment.amount_minor if payment else sale.next_minor
    yield words.in_language(language).format(amount=money.said(amount_minor, sale, language))


def _load(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    loading = sale.loading
    if sale.refusal is not None:
        yield payment_refused(sale.refusal, language)
    if loading is None or (not loading.is_asked and not loading.account_id):
        if loading is not None and loading.reason:
            yield load_reason(loading.reason, language)
        yield SCREENS["load_show"].in_language(language)
    elif loading.is_asked:
        yield SCREENS["load_asking"].in_language(language)
    else:
        said = (money.said(minor, sale, language) for minor in loading.amounts)
        yield SCREENS["load_choose"].in_language(language).format(amounts=", ".join(said))


def _return(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    given_minor = sale.returning.given_minor if sale.returning else 0
    words = SCREENS["return" if given_minor else "return_begins"]
    yield words.in_language(language).format(given=money.said(given_minor, sale, language))


def _refund(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    if sale.refund is None:
        yield from _return(state, language)
        return
    yield money.refunding(sale.refund, sale, language, needs_staff=sale.refund.needs_attendant)
    if sale.refund.tender is Tender.CARD and not sale.refund.is_unknown:
        yield private.foreign(sale.refund.status_text)


def _unknown(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    if sale.payment is None:
        yield money.standing(state, language)
        return
    yield money.unknown(sale.payment, sale, language, needs_staff=sale.payment.needs_attendant)


def _paid(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    yield money.standing(state, language)
    if sale.returning is None and sale.loading is None:
        yield from sums_after(sale, language)


def sums_after(sale: Transaction, language: str) -> Iterator[str]:
    """What the paid purchase saved and earned."""
    if sale.priced.saving_minor > 0:
        saved = money.said(sale.priced.saving_minor, sale, language)
        yield CHANGES["saved"].in_language(language).format(amount=saved)
    if sale.granted is not None and sale.granted.points_earned:
        earned = figures.points(sale.granted.points_earned, language)
        yield CHANGES["earned"].in_language(language).format(points=earned)


def _receipt(state: State, language: str) -> Iterator[str]:
    sale = transaction_of(state)
    if sale.returning is not None:
        yield money.standing(state, language)
    step, code = "receipt_choose", state.device(Device.PRINTER).code
    if awaits_printer(state):
        step = "receipt_waiting"
    elif sale.receipt_kind is ReceiptKind.QR:
        step = "receipt_qr"
    elif sale.receipt_kind is ReceiptKind.PAPER and sale.printing is not None:
        step, code = _STEP_OF_PRINT[sale.printing.state], sale.printing.code
    yield SCREENS[step].in_language(language).format(reason=printer_reason(code, language))


def _thanks(state: State, language: str) -> Iterator[str]:
    yield SCREENS["thanks"].in_language(language)


SAYS: dict[Phase, Callable[[State, str], Iterator[str]]] = {
    Phase.ATTRACT: _attract,
    Phase.SCANNING: _scanning,
    Phase.NOT_FOUND: _not_found,
    Phase.TENDER: _tender,
    Phase.CARD: _card,
    Phase.WALLET: _wallet,
    Phase.LOAD: _load,
    Phase.RETURN: _return,
    Phase.REFUND: _refund,
    Phase.UNKNOWN: _unknown,
    Phase.PAID: _paid,
    Phase.RECEIPT: _receipt,
    Phase.THANKS: _thanks,
}
