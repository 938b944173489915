"""Rules of paying with gift cards and a balance: held by the store while paying, taken with the last payment.

A card pays what is on it, and the rest is paid otherwise. Without a link the shop's rule says how much of a
card a lane takes unasked; the default is nothing.

Source: docs/stored-value.md, "At the lane".
Invariants: pure; what is held is captured with the payment or released, never both; a number and a PIN are
kept nowhere, the number's keyed hash only as long as somebody has to be asked with it.
"""

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.desk import ValueAnswer, Verdict
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import HeldValue, State, Transaction, transaction_of
from retail.journal import value as v
from retail.stored_value.number import PIN_MAX, BadNumber, GiftNumber, read_number
from retail.terms import Terms

VALUES_MAX = 5
"""Gift cards and balances that may pay one purchase."""
ASKS_MAX = 50
"""Questions about stored value in one purchase; whoever needs more wants to guess numbers."""


def read(text: str, terms: Terms, shop: Shop) -> GiftNumber | BadNumber | None:
    """The gift card a text names, if this shop takes them."""
    return read_number(text, terms.stored_value.numbers) if shop.tenders.gift_cards else None


def typed(state: State, command: c.UseGiftCard, context: Context) -> Decision:
    """A number was typed."""
    number = read(command.text, context.assortment.terms, context.shop)
    if not isinstance(number, GiftNumber):
        return Refused(code="gift_card_unreadable")
    return show(state, number, context)


def show(state: State, number: GiftNumber, context: Context) -> Decision:
    """A gift card shall pay; a short number first wants its PIN."""
    sale, secret = transaction_of(state), context.assortment.card_secret
    if not secret:
        return Refused(code="gift_cards_not_now")  # a lane no store has told how numbers are kept
    key = number.key(secret)
    if any(held.card_key == key for held in sale.values):
        return Refused(code="value_already_used")
    if number.needs_pin:
        refusal = _not_now(state)
        asks = v.ValuePinAsked(card_key=key, last_digits=number.last_digits)
        return refusal or (asks,)
    return _ask(state, "gift", last_digits=number.last_digits, card_key=key)


def give_pin(state: State, command: c.GivePin, context: Context) -> Decision:
    """The PIN of the card that waits for it; it travels with the effect, not with the event."""
    card = transaction_of(state).value_pin
    if card is None:
        return Ignored(reason="no card waits for its PIN")
    if not command.pin.isascii() or not command.pin.isdigit() or len(command.pin) > PIN_MAX:
        return Refused(code="pin_is_digits")
    return _ask(state, "gift", last_digits=card.last_digits, card_key=card.card_key, has_pin=True)


def use_balance(state: State, command: c.UseBalance, context: Context) -> Decision:
    """The member's balance shall pay."""
    if not context.shop.tenders.balance:
        return Refused(code="no_balance_here")
    sale = transaction_of(state)
    if sale.member is None:
        return Refused(code="balance_needs_member")
    if any(held.kind == "member" for held in sale.values):
        return Refused(code="value_already_used")
    return _ask(state, "member")


def keep(state: State, command: c.KeepValue, context: Context) -> Decision:
    """Pay otherwise after all."""
    sale = transaction_of(state)
    if command.ask_no == 0:
        return _given_up(sale) or Ignored(reason="nothing is being asked")
    return _let_go(sale, command.ask_no) or Ignored(reason="this pays nothing")


def answered(state: State, answer: ValueAnswer, context: Context) -> Events | Ignored:
    """The store's answer: value that pays, a PIN that is missing, or why not."""
    sale = transaction_of(state)
    asked = sale.value_asked
    if asked is None or (answer.transaction_id, answer.ask_no) != (sale.transaction_id, asked.ask_no):
        return Ignored(reason="nobody waits for this answer")
    if answer.verdict is Verdict.NO_LINK:
        return _alone(sale, asked, context)
    if answer.verdict is not Verdict.HELD or answer.amount_minor <= 0 or not answer.account_id:
        refused = v.ValueRefused(ask_no=asked.ask_no, reason=answer.reason or answer.verdict.value)
        if answer.reason in ("pin_needed", "pin_wrong") and asked.card_key:
            again = v.ValuePinAsked(card_key=asked.card_key, last_digits=asked.last_digits)
            return (refused, again) if answer.reason == "pin_needed" else (again, refused)
        return (refused,)
    return (
        v.ValueHeld(
            ask_no=asked.ask_no,
            kind=asked.kind,
            account_id=answer.account_id,
            last_digits=answer.last_digits or asked.last_digits,
            amount_minor=min(answer.amount_minor, asked.amount_minor),
            left_minor=answer.left_minor,
            card_key=asked.card_key,
        ),
    )


def silence(sale: Transaction, asked: v.ValueAsked) -> ValueAnswer:
    """What it means that nobody answered in time."""
    return ValueAnswer(transaction_id=sale.transaction_id, ask_no=asked.ask_no, verdict=Verdict.NO_LINK)


def released(sale: Transaction) -> Events:
    """What is held, or being asked for, is the shopper's again."""
    held = tuple(v.ValueReleased(ask_no=one.ask_no, account_id=one.account_id) for one in sale.values)
    return (*held, *_given_up(sale))


def captured(sale: Transaction, context: Context) -> Events:
    """What each account pays, in the commit that records the payment."""
    return tuple(
        v.ValueCaptured(
            kind=held.kind,
            account_id=held.account_id,
            last_digits=held.last_digits,
            amount_minor=held.amount_minor,
            is_at_risk=held.is_at_risk,
            card_key=held.card_key if held.is_at_risk else "",
            captured_on=context.local[:10],
        )
        for held in sale.values
    )


def _ask(
    state: State, kind: v.ValueKind, *, last_digits: str = "", card_key: str = "", has_pin: bool = False
) -> Decision:
    sale = transaction_of(state)
    asked = v.ValueAsked(
        ask_no=sale.value_asks + 1,
        kind=kind,
        amount_minor=sale.next_minor,
        last_digits=last_digits,
        card_key=card_key,
        has_pin=has_pin,
    )
    return _not_now(state) or (asked,)


def _not_now(state: State) -> Refused | None:
    """Why the store is not asked now."""
    sale = transaction_of(state)
    if not state.book.may_pay:
        return Refused(code="waits_for_staff")
    if sale.waits_for_store:
        return Refused(code="value_being_checked" if sale.value_asked else "points_being_checked")
    if sale.is_training:
        return Refused(code="not_in_training")
    if len(sale.values) >= VALUES_MAX or sale.value_asks >= ASKS_MAX:
        return Refused(code="too_many_gift_cards")
    return None


def _alone(sale: Transaction, asked: v.ValueAsked, context: Context) -> Events:
    """Nobody can be asked: what the shop lets a lane risk."""
    rule = context.assortment.terms.stored_value.offline
    allowed = 0
    if asked.kind == "gift" and not asked.has_pin:
        spent = context.book.value_risked(asked.card_key, context.local[:10])
        allowed = rule.allowed_minor(
            asked.amount_minor, spent_today_minor=spent.spent_minor, cards_today=spent.other_cards
        )
    if not allowed:
        return (v.ValueRefused(ask_no=asked.ask_no, reason="no_link"),)
    return (
        v.ValueHeld(
            ask_no=asked.ask_no,
            kind=asked.kind,
            account_id="",
            last_digits=asked.last_digits,
            amount_minor=allowed,
            is_at_risk=True,
            card_key=asked.card_key,
        ),
    )


def _given_up(sale: Transaction) -> Events:
    if sale.value_asked is not None:
        return (v.ValueReleased(ask_no=sale.value_asked.ask_no),)
    return (v.ValueReleased(ask_no=sale.value_asks + 1),) if sale.value_pin is not None else ()


def _let_go(sale: Transaction, ask_no: int) -> Events:
    held: HeldValue | None = next((one for one in sale.values if one.ask_no == ask_no), None)
    return () if held is None else (v.ValueReleased(ask_no=ask_no, account_id=held.account_id),)
