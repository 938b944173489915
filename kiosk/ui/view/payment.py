"""What the screens about money show: the sum, points, the ways to pay, how an attempt ended, paid. Pure.

Invariants: the sum's rows add up to the amount; "paid" is said only when the state says so.
"""

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import PAYING, Payment, Phase, Refund, State, Tender, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.view.basket import items
from kiosk.ui.view.tenders import WORKING, pays, total_row
from kiosk.ui.views import PaymentView, PointsView, SumView
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words import loads as lw
from kiosk.ui.words import messages, refusals
from kiosk.ui.words import tenders as tw
from kiosk.ui.words.lookup import DONATION
from kiosk.ui.words.messages import Message, Say


def payment_view(snapshot: Snapshot, say: Say) -> PaymentView:
    """The tender, card, unknown and paid screens of this state."""
    state = snapshot.state
    transaction = state.transaction
    if transaction is None:
        return PaymentView()
    voice = voice_of(state, say)
    amount = voice.money(transaction.total_minor if transaction.is_paid else asked_minor(state, transaction))
    after_minor = 0 if transaction.refund else transaction.due_minor - asked_minor(state, transaction)
    paid_by = tuple(pays(transaction, voice)) if transaction.is_paid else ()
    card_enabled = state.device(Device.TERMINAL).condition in WORKING
    refusal, refusal_words = _refusal(transaction)
    payment = transaction.payment
    title = _message(state.phase, transaction, payment)
    refund = transaction.refund
    words = refund.status_text if refund else payment.status_text if payment else ""
    return PaymentView(
        amount=amount,
        count=_count(transaction, voice) if transaction.loading is None else "",
        sums=_sums(transaction, voice),
        after=say(tw.AFTER_THIS).format(amount=voice.money(after_minor)) if after_minor > 0 else "",
        pays=paid_by if len(paid_by) > 1 else (),
        code=_code(payment) if payment else "",
        is_code_coming=payment is not None and payment.is_shown and not payment.shown_text,
        points=_points(transaction, voice),
        card_enabled=card_enabled,
        card_reason="" if card_enabled else say(messages.CARD_UNAVAILABLE),
        receipt_note=_receipt_note(state, say),
        refusal_title=say(refusal.title),
        refusal_body=say(refusal.body),
        refusal_words=refusal_words,
        title=say(title.title),
        body=say(title.body).format(amount=amount),
        status=words or say(messages.CARD_WAITING),
        is_at_terminal=refund is None or (refund.tender is Tender.CARD and not refund.is_unknown),
        is_unknown=refund is not None and refund.is_unknown,
        may_cancel=payment is not None and not payment.cancel_asked and payment.stored is None,
        may_stop_asking=state.phase is Phase.UNKNOWN
        and payment is not None
        and payment.tender is Tender.WALLET
        and not payment.cancel_asked,
        needs_attendant=refund.needs_attendant if refund else payment is not None and payment.needs_attendant,
        saved=saved_today(transaction, voice),
        earned=earned(transaction, voice),
    )


def _count(transaction: Transaction, voice: Voice) -> str:
    """How many pieces of goods; what is given to a charity is none."""
    return items(transaction.priced.item_count - (transaction.donation is not None), voice)


def asked_minor(state: State, transaction: Transaction) -> int:
    """What is moving: a refund's or an attempt's own amount while there is one, else what is left."""
    if transaction.refund is not None:
        return transaction.refund.amount_minor
    payment = transaction.payment
    return payment.amount_minor if payment and state.phase in PAYING else transaction.due_minor


def _refusal(transaction: Transaction) -> tuple[Message, str]:
    """How the last attempt to pay, or to give back, ended without doing it; and the answer word for word."""
    if transaction.refund_reason:
        return tw.REFUND_FAILED, transaction.refund_text
    if transaction.refusal:
        return messages.REFUSED_PAYMENT[transaction.refusal], transaction.refusal_text
    return Message("", ""), ""


def printer_reason(code: str) -> str:
    """Why the printer does not print, in English."""
    return messages.PRINTER_REASONS.get(code, messages.PRINTER_OTHER)


def saved_today(transaction: Transaction, voice: Voice) -> str:
    """`You saved 6.10 today`; empty when nothing was saved."""
    saving = transaction.priced.saving_minor
    return voice.say(messages.SAVED_TODAY).format(amount=voice.money(saving)) if saving > 0 else ""


def earned(transaction: Transaction, voice: Voice) -> str:
    """`You earned 52 points`; empty when none were, or nothing is paid yet."""
    points = transaction.granted.points_earned if transaction.granted else 0
    if points == 1:
        return voice.say(messages.EARNED_POINT)
    return voice.say(messages.EARNED_POINTS).format(points=points) if points else ""


def _receipt_note(state: State, say: Say) -> str:
    """Said before money moves: somebody who needs a paper receipt may want to wait."""
    printer = state.device(Device.PRINTER)
    if printer.condition is not Condition.FAULT:
        return ""
    return say(messages.RECEIPT_NOT_ON_PAPER).format(reason=say(printer_reason(printer.code)))


def _sums(transaction: Transaction, voice: Voice) -> tuple[SumView, ...]:
    priced = transaction.priced
    if total := total_row(transaction, voice):
        text, amount = total
        return (SumView(kind="plain", text=text, amount=amount),)
    goods = priced.total_minor - priced.linked_minor - transaction.donation_minor
    saved = priced.list_minor - transaction.donation_minor - goods if priced.list_minor else 0
    rows = []
    if saved > 0:
        amount = voice.money(-saved)
        rows.append(SumView(kind="saving", text=voice.say(messages.SUM_SAVED), amount=amount))
    if priced.linked_minor:
        amount = voice.money(priced.linked_minor)
        rows.append(SumView(kind="plain", text=voice.say(messages.SUM_DEPOSIT), amount=amount))
    if transaction.donation_minor:
        amount = voice.money(transaction.donation_minor)
        rows.append(SumView(kind="plain", text=voice.say(DONATION), amount=amount))
    if not rows:
        return ()
    first = SumView(kind="plain", text=voice.say(messages.SUM_GOODS), amount=voice.money(goods + saved))
    return (first, *rows)


def _points(transaction: Transaction, voice: Voice) -> PointsView:
    say = voice.say
    if transaction.points_asked:
        return PointsView(
            step="asking", text=say(messages.POINTS_ASKING), note=say(messages.POINTS_ASKING_NOTE)
        )
    if transaction.points_held:
        note = say(messages.POINTS_KEEP_NOTE).format(
            points=transaction.points_held, amount=voice.money(transaction.points_minor)
        )
        return PointsView(step="held", text=say(messages.POINTS_KEEP), note=note)
    if transaction.member is None or not (transaction.member.points or transaction.points_reason):
        return PointsView()
    reason = refusals.POINTS_REASONS.get(transaction.points_reason, refusals.POINTS_OTHER)
    if transaction.points_possible:
        have = say(messages.POINTS_KEEP_NOTE).format(
            points=transaction.points_possible, amount=voice.money(transaction.points_possible_minor)
        )
    else:
        have = say(messages.POINTS_HAVE).format(points=transaction.member.points)
    return PointsView(
        step="offer",
        text=say(messages.POINTS_USE),
        note=say(reason) if transaction.points_reason else have,
    )


def _message(phase: Phase, transaction: Transaction, payment: Payment | None) -> Message:
    if transaction.refund is not None:
        return _refund(transaction.refund)
    if phase is Phase.UNKNOWN and payment is not None:
        return _unknown(payment)
    if phase is Phase.WALLET and payment is not None:
        return _wallet(payment)
    if phase is Phase.CARD and payment is not None:
        if payment.stored is not None:
            return messages.CARD_CHECKING
        return messages.CARD_STOPPING if payment.cancel_asked else messages.CARD_FOLLOW
    if transaction.is_paid and transaction.loading is not None:
        return lw.PAID
    if transaction.is_paid:
        if not transaction.priced.total_minor:
            return messages.PAID_NOTHING
        is_points = transaction.points_minor == transaction.priced.total_minor
        return messages.PAID_BY_POINTS if is_points else messages.PAID
    return Message("", "")


def _unknown(payment: Payment) -> Message:
    if payment.tender is Tender.WALLET:
        return tw.WALLET_UNKNOWN_ATTENDANT if payment.needs_attendant else tw.WALLET_UNKNOWN_ASKING
    return messages.UNKNOWN_ATTENDANT if payment.needs_attendant else messages.UNKNOWN_ASKING


def _code(payment: Payment) -> str:
    """The code to show for it, as long as somebody should pay it."""
    return "" if payment.cancel_asked or payment.is_confirming else payment.shown_text


def _refund(refund: Refund) -> Message:
    if refund.is_unknown:
        return tw.REFUND_ATTENDANT if refund.needs_attendant else tw.REFUND_ASKING
    return tw.REFUND_WALLET if refund.tender is Tender.WALLET else tw.REFUND_CARD


def _wallet(payment: Payment) -> Message:
    if payment.cancel_asked:
        return tw.WALLET_STOPPING
    if payment.is_confirming:
        return tw.WALLET_CONFIRM
    if not payment.is_shown:
        return tw.WALLET_READ
    return tw.WALLET_SHOWN if payment.shown_text else tw.WALLET_PREPARING
