"""What staff and the one who waits see while goods come back. Pure.

Invariants: a part is said to have gone back only where the journal proves it; what is not known is called
that, and nobody is told to give it back another way meanwhile.
"""

import datetime
from collections.abc import Iterator
from typing import Literal

from kiosk.checkout.state import Phase, Return, State, Tender, Transaction
from kiosk.ui.views.returns import GoesBackView, ReturnLineView, ReturnView, Step
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words import returns as w
from kiosk.ui.words import tenders as tw
from kiosk.ui.words.messages import CARD_WAITING, Message, Say
from retail import figures
from retail.wire.returns import ReturnPart, SoldLine, SoldSale

ICONS = {"card": "card", "wallet": "phone-pay", "value": "gift", "points": "star"}
_STEPS: dict[Step, Message] = {
    "asking": w.ASKING,
    "terminal": w.AT_TERMINAL,
    "wallet": w.TO_WALLET,
    "checking": w.CHECKING,
    "look": w.LOOK,
    "stuck": w.PART_FAILED,
}
_MOVING: tuple[Step, ...] = ("terminal", "wallet", "checking", "look")


def return_view(state: State, say: Say, by_hand: str = "") -> ReturnView:
    """The return of this state. `by_hand` is whose badge giving back by hand takes."""
    sale = state.transaction
    if sale is None or sale.returning is None:
        return ReturnView()
    returning, voice = sale.returning, voice_of(state, say)
    step = step_of(state.phase, sale, returning)
    staff, waiting = _staff_words(step, returning), _waiting_words(step, sale)
    amount = voice.money(_moving_minor(step, returning))
    refund = sale.refund
    return ReturnView(
        step=step,
        transaction_id=sale.transaction_id,
        language=state.language,
        currency=sale.currency,
        sale=_named(returning.sold, voice),
        lines=tuple(_line(line, voice) for line in returning.sold.lines) if step == "choose" else (),
        parts=tuple(_parts(step, returning, voice)),
        title=say(staff.title).format(amount=amount),
        body=say(staff.body).format(amount=amount),
        status=(refund.status_text or say(CARD_WAITING)) if refund and step == "terminal" else "",
        problem=_problem(step, returning, say),
        waits_title=say(waiting.title),
        waits_body=say(waiting.body).format(amount=amount),
        given=voice.money(returning.given_minor),
        left=voice.money(returning.amount_minor - returning.given_minor),
        may_print=state.phase is Phase.RECEIPT,
        may_leave=state.phase is Phase.THANKS,
        by_hand=by_hand,
    )


def step_of(phase: Phase, sale: Transaction, returning: Return) -> Step:
    """How far a return is."""
    if returning.is_over:
        return "over"
    refund = sale.refund
    if phase is Phase.REFUND and refund is not None:
        if refund.is_unknown:
            return "look" if refund.needs_attendant else "checking"
        return "terminal" if refund.tender is Tender.CARD else "wallet"
    if returning.parts:
        return "stuck"
    return "asking" if returning.is_asked else "choose"


def _staff_words(step: Step, returning: Return) -> Message:
    if step == "over":
        return w.STOPPED if returning.next_part else w.ALL_BACK
    return _STEPS.get(step, Message("", ""))


def _waiting_words(step: Step, sale: Transaction) -> Message:
    match step:
        case "terminal":
            return tw.REFUND_CARD
        case "wallet":
            return tw.REFUND_WALLET
        case "checking":
            return Message(tw.REFUND_ASKING.title, w.REFUND_ASKING)
        case "look":
            return Message(tw.REFUND_ATTENDANT.title, w.REFUND_ATTENDANT)
        case "stuck":
            return w.WAITING
        case _:
            return w.CHOOSING


def _moving_minor(step: Step, returning: Return) -> int:
    """What the words of a step are about: the part that is next, or all that went back."""
    part = returning.next_part
    return returning.given_minor if step == "over" or part is None else part.amount_minor


def _problem(step: Step, returning: Return, say: Say) -> Message:
    if step != "choose" or not returning.reason:
        return Message("", "")
    told = w.REASONS.get(returning.reason, w.REASON_OTHER)
    return Message(say(told.title), say(told.body))


def _named(sold: SoldSale, voice: Voice) -> str:
    """`Receipt 12 of checkout 2 · 14 Mar 2026 10:13`."""
    name = voice.say(w.OF_SALE).format(number=sold.number, lane=sold.lane)
    try:
        when = figures.moment(datetime.datetime.fromisoformat(sold.sold_at), voice.language)
    except ValueError:  # a sale whose time nobody told
        return name
    return f"{name} · {when}"


def _line(line: SoldLine, voice: Voice) -> ReturnLineView:
    left = min(line.left, len(line.unit_minor))
    units = line.unit_minor[:left]
    if not left:
        note = voice.say(w.NONE_LEFT)
    else:
        prices = " / ".join(dict.fromkeys(voice.money(minor) for minor in units))
        counted = voice.say(w.LEFT_TO_RETURN).format(left=left, sold=line.quantity)
        note = f"{counted} · {prices}"
    return ReturnLineView(line_id=line.line_id, name=voice.name(line.names), note=note, unit_minor=units)


def _parts(step: Step, returning: Return, voice: Voice) -> Iterator[GoesBackView]:
    for number, part in enumerate(returning.parts):
        state = _state(step, number - returning.done)
        yield GoesBackView(
            icon=ICONS[part.tender] if part.last_digits or part.tender != "value" else "member",
            text=part_name(part, returning.sold, voice),
            note=voice.say(_part_note(step, state)),
            amount=voice.money(part.amount_minor),
            state=state,
        )


def _state(step: Step, place: int) -> Literal["done", "now", "waits", "stuck"]:
    """Of a part that stands so many places behind the one that is next."""
    if place < 0:
        return "done"
    if step == "over":
        return "stuck"
    if place > 0:
        return "waits"
    return "now" if step in _MOVING else "stuck"


def _part_note(step: Step, state: str) -> str:
    match state:
        case "done":
            return w.DONE
        case "now":
            return w.OPEN if step in ("checking", "look") else w.NOW
        case "stuck":
            return w.NEVER if step == "over" else w.STUCK
        case _:
            return w.WAITS


def part_name(part: ReturnPart, sold: SoldSale, voice: Voice) -> str:
    """Where a part goes: a card or a gift card with its last digits, a wallet, a balance, points."""
    say = voice.say
    match part.tender:
        case "points":
            return say(tw.POINTS_PAY).format(points=part.points)
        case "wallet":
            return part.wallet or say(tw.WALLET)
        case "value":
            if part.last_digits:
                return say(tw.GIFT_CARD_ENDING).format(digits=part.last_digits)
            return say(tw.BALANCE)
        case _:
            paid = next((one for one in sold.tenders if one.attempt_id == part.attempt_id), None)
            card = part.card or (paid.card if paid else None)
            name = card.card_name if card and card.card_name else say(tw.CARD)
            digits = (card.masked_pan.strip("*")[-4:] if card else "") or part.last_digits
            return say(tw.CARD_ENDING).format(card=name, digits=digits) if digits else name
