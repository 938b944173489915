"""What can be chosen on a screen, in the order in which the keys walk through it. Pure.

Nothing is offered that the lane would refuse at once: a terminal that is not ready, paying an empty basket.
"""

from collections.abc import Iterator

from kiosk.checkout.shop import Tenders
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.devices.health import Condition, Device
from kiosk.spoken import money
from kiosk.spoken.screens import joined, language_of, screen
from kiosk.spoken.words.entry import Words
from kiosk.spoken.words.short import CHANGES, CHOICES, YOU_CAN
from retail.journal.events import ReceiptKind

WORKING = (Condition.READY, Condition.WARNING)
_COMMA = Words(", ", ", ", "，")


def choices(state: State, tenders: Tenders) -> tuple[str, ...]:
    """Keys of `CHOICES`; help is always the last, but while money is in flight and staff know already."""
    if state.staff is not None:
        return ()
    chosen = tuple(_of_phase(state, tenders))
    return chosen if state.help_called else (*chosen, "help")


def said(state: State, tenders: Tenders) -> str:
    """`You can choose: pay, remove an item, help.`; empty where there is nothing to choose."""
    language = language_of(state)
    names = [CHOICES[key].in_language(language) for key in choices(state, tenders)]
    if not names:
        return ""
    return YOU_CAN.in_language(language).format(choices=_COMMA.in_language(language).join(names))


def where(snapshot: Snapshot, tenders: Tenders) -> str:
    """Where the shopper is, what it comes to, and what can be done: said when they ask."""
    state, language = snapshot.state, language_of(snapshot.state)
    parts = [screen(snapshot)]
    sale = state.transaction
    if sale is not None and sale.is_paid and state.phase is not Phase.PAID:
        parts.append(money.standing(state, language))
    elif sale is not None and state.phase is Phase.NOT_FOUND:
        total = money.said(sale.priced.total_minor, sale, language)
        parts.append(CHANGES["total"].in_language(language).format(amount=total))
    return joined([*parts, said(state, tenders)], language)


def _of_phase(state: State, tenders: Tenders) -> Iterator[str]:
    match state.phase:
        case Phase.ATTRACT:
            if state.is_open:
                yield from ("scan", "language")
        case Phase.SCANNING:
            yield from _scanning(state)
        case Phase.NOT_FOUND:
            yield from ("retry", "go_on")
        case Phase.TENDER:
            yield from _tender(state, tenders)
        case Phase.RECEIPT:
            yield from _receipt(state)
        case Phase.CARD | Phase.WALLET:
            payment = state.transaction.payment if state.transaction else None
            if payment is not None and not payment.cancel_asked and payment.stored is None:
                yield "stop"
        case Phase.LOAD | Phase.RETURN | Phase.REFUND | Phase.UNKNOWN | Phase.PAID | Phase.THANKS:
            pass


def _scanning(state: State) -> Iterator[str]:
    has_goods = state.transaction is not None and bool(state.transaction.lines)
    yield "scan"
    if has_goods:
        yield from ("pay", "read", "remove")
    if state.transaction is not None and state.transaction.member is None:
        yield "member"


def _tender(state: State, tenders: Tenders) -> Iterator[str]:
    if state.device(Device.TERMINAL).condition in WORKING:
        yield "card"
    if tenders.wallets and state.device(Device.WALLET).condition in WORKING:
        yield "wallet"
    if tenders.gift_cards:
        yield "gift"
    if state.transaction is not None and not state.transaction.taken:
        yield "back"


def _receipt(state: State) -> Iterator[str]:
    sale = state.transaction
    if sale is None or sale.receipt_kind is None:
        if state.device(Device.PRINTER).condition in WORKING:
            yield "paper"
        yield from ("code", "none")
    elif sale.receipt_kind is ReceiptKind.PAPER:
        yield from ("code", "done")
    else:
        yield "done"
