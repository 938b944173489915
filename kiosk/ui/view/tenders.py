"""What the tender screen shows: what pays already, what is left, and the ways to pay it. Pure.

Invariants: the total less what pays is the amount left; what a card or a wallet has paid cannot be taken back
with a touch.
"""

from collections.abc import Iterator

from kiosk.checkout.shop import Tenders
from kiosk.checkout.state import HeldValue, Phase, State, Taken, Tender, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.views.tenders import PaysView, TenderView, WayView
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words import tenders as w
from kiosk.ui.words.messages import Message, Say

WORKING = (Condition.READY, Condition.WARNING)
PART_MIN_DUE_MINOR = 2
"""Less cannot be shared."""


def tender_view(state: State, say: Say, tenders: Tenders) -> TenderView:
    """The tender screen of this state, in a shop that takes these besides cards."""
    sale = state.transaction
    if sale is None or state.phase is not Phase.TENDER:
        return TenderView()
    voice = voice_of(state, say)
    asks = sale.waits_for_store
    part_minor = sale.next_minor if sale.next_minor != sale.due_minor else 0
    part = voice.money(part_minor) if part_minor else ""
    return TenderView(
        transaction_id=sale.transaction_id,
        language=state.language,
        currency=sale.currency,
        due_minor=sale.due_minor,
        due_label=say(w.LEFT_TO_PAY if _pays_anything(sale) else w.TO_PAY),
        pays=tuple(pays(sale, voice)),
        asking=_asking(sale, say),
        part=say(w.PART_NOW).format(amount=part) if part else "",
        card_note=say(w.PAY_NEXT).format(amount=part) if part else "",
        problem=_problem(sale, say),
        wallet=_wallet(state, say, tenders, asks=asks),
        gift=_way(tenders.gift_cards, say, w.GIFT_NOTE, asks=asks),
        balance=_way(_may_use_balance(sale, tenders), say, w.BALANCE_NOTE, asks=asks),
        may_part=sale.due_minor >= PART_MIN_DUE_MINOR and not asks,
        may_leave=not sale.taken,
        give_back=say(w.GIVE_BACK_WHAT).format(amount=voice.money(sale.taken_minor)) if sale.taken else "",
        hint=_hint(state, say, tenders),
        pin_for=_named(sale.value_pin.last_digits, say) if sale.value_pin else "",
    )


def pays(sale: Transaction, voice: Voice) -> Iterator[PaysView]:
    """What pays for a purchase, in the order of its receipt.

    Until it is paid each leaves so much less to pay, and what was only set aside can be taken back.
    """
    is_open = not sale.is_paid
    sign = -1 if is_open else 1
    if sale.points_minor:
        yield PaysView(
            icon="star",
            text=voice.say(w.POINTS_PAY).format(points=sale.points_held),
            amount=voice.money(sign * sale.points_minor),
            take_back="points" if is_open else "",
        )
    for held in sale.values:
        is_gift = held.kind == "gift"
        yield PaysView(
            icon="gift" if is_gift else "member",
            text=_named(held.last_digits, voice.say) if is_gift else voice.say(w.BALANCE),
            note=_left_on(held, voice),
            amount=voice.money(sign * held.amount_minor),
            take_back="value" if is_open else "",
            number=held.ask_no,
        )
    for part in sale.taken:
        yield PaysView(
            icon="phone-pay" if part.tender is Tender.WALLET else "card",
            text=tender_name(part, voice.say),
            note=voice.say(w.TAKEN) if is_open else "",
            amount=voice.money(sign * part.amount_minor),
        )


def total_row(sale: Transaction, voice: Voice) -> tuple[str, str] | None:
    """The total before anything paid; None where nothing pays yet."""
    return (voice.say(w.TOTAL), voice.money(sale.priced.total_minor)) if _pays_anything(sale) else None


def _pays_anything(sale: Transaction) -> bool:
    return bool(sale.points_minor or sale.values or sale.taken)


def _left_on(held: HeldValue, voice: Voice) -> str:
    """What the account has besides; where the store could not be asked, only that it was set aside."""
    if held.is_at_risk:
        return voice.say(w.SET_ASIDE)
    if not held.left_minor:
        return voice.say(w.NOTHING_LEFT)
    return voice.say(w.LEFT_ON_IT).format(amount=voice.money(held.left_minor))


def tender_name(part: Taken, say: Say) -> str:
    """A wallet's name, or a card's with its last digits."""
    card = part.card
    if part.tender is Tender.WALLET or card is None:
        return part.wallet or say(w.WALLET)
    name, digits = card.card_name or say(w.CARD), card.masked_pan.strip("*")[-4:]
    return say(w.CARD_ENDING).format(card=name, digits=digits) if digits else name


def _named(last_digits: str, say: Say) -> str:
    return say(w.GIFT_CARD_ENDING).format(digits=last_digits) if last_digits else say(w.GIFT_CARD)


def _asking(sale: Transaction, say: Say) -> str:
    if sale.value_asked is None:
        return ""
    return say(w.ASKING_GIFT if sale.value_asked.kind == "gift" else w.ASKING_BALANCE)


def _problem(sale: Transaction, say: Say) -> Message:
    if not sale.value_reason:
        return Message("", "")
    told = w.VALUE_REASONS.get(sale.value_reason, w.VALUE_OTHER)
    return Message(say(told.title), say(told.body))


def _wallet(state: State, say: Say, tenders: Tenders, *, asks: bool) -> WayView:
    works = state.device(Device.WALLET).condition in WORKING
    if tenders.wallets and not works:
        return WayView(is_offered=True, note=say(w.WALLET_UNAVAILABLE))
    return _way(tenders.wallets, say, w.WALLET_NOTE, asks=asks)


def _way(is_offered: bool, say: Say, note: str, *, asks: bool) -> WayView:
    if not is_offered:
        return WayView()
    return WayView(is_offered=True, may_use=not asks, note=say(w.WAIT_FOR_ANSWER if asks else note))


def _may_use_balance(sale: Transaction, tenders: Tenders) -> bool:
    return (
        tenders.balance and sale.member is not None and not any(held.kind == "member" for held in sale.values)
    )


def _hint(state: State, say: Say, tenders: Tenders) -> str:
    if state.device(Device.CAMERA).condition is Condition.FAULT:
        return ""
    if tenders.wallets and tenders.gift_cards:
        return say(w.SHOW_EITHER)
    if tenders.wallets:
        return say(w.SHOW_PHONE)
    return say(w.SHOW_GIFT) if tenders.gift_cards else ""
