"""What the screens about money show: the sum, points, the ways to pay, how an attempt ended, paid. Pure.

Invariants: the sum's rows add up to the amount; "paid" is said only when the state says so.
"""

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Payment, Phase, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui import messages, refusals
from kiosk.ui.basket_view import items
from kiosk.ui.messages import Message, Say
from kiosk.ui.views import PaymentView, PointsView, SumView
from kiosk.ui.voice import Voice, voice_of

WORKING = (Condition.READY, Condition.WARNING)


def payment_view(snapshot: Snapshot, say: Say) -> PaymentView:
    """The tender, card, unknown and paid screens of this state."""
    state = snapshot.state
    transaction = state.transaction
    if transaction is None:
        return PaymentView()
    voice = voice_of(state, say)
    amount = voice.money(due_minor(transaction))
    card_enabled = state.device(Device.TERMINAL).condition in WORKING
    refusal = messages.REFUSED_PAYMENT[transaction.refusal] if transaction.refusal else Message("", "")
    payment = transaction.payment
    title = _message(state.phase, transaction, payment)
    words = payment.status_text if payment else ""
    return PaymentView(
        amount=amount,
        count=items(transaction.priced.item_count, voice),
        sums=_sums(transaction, voice),
        points=_points(transaction, voice),
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
        saved=saved_today(transaction, voice),
        earned=earned(transaction, voice),
    )


def due_minor(transaction: Transaction) -> int:
    """What the card pays or has paid: the attempt's own amount where there is one."""
    return transaction.payment.amount_minor if transaction.payment else transaction.due_minor


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
    goods = priced.total_minor - priced.linked_minor
    saved = priced.list_minor - goods if priced.list_minor else 0
    rows = []
    if saved > 0:
        amount = voice.money(-saved)
        rows.append(SumView(kind="saving", text=voice.say(messages.SUM_SAVED), amount=amount))
    if priced.linked_minor:
        amount = voice.money(priced.linked_minor)
        rows.append(SumView(kind="plain", text=voice.say(messages.SUM_DEPOSIT), amount=amount))
    if transaction.points_minor:
        text = voice.say(messages.SUM_POINTS).format(points=transaction.points_held)
        amount = voice.money(-transaction.points_minor)
        rows.append(SumView(kind="saving", text=text, amount=amount))
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
    if phase is Phase.UNKNOWN:
        attendant = payment is not None and payment.needs_attendant
        return messages.UNKNOWN_ATTENDANT if attendant else messages.UNKNOWN_ASKING
    if phase is Phase.CARD and payment is not None:
        if payment.stored is not None:
            return messages.CARD_CHECKING
        return messages.CARD_STOPPING if payment.cancel_asked else messages.CARD_FOLLOW
    if transaction.is_paid:
        if due_minor(transaction):
            return messages.PAID
        return messages.PAID_BY_POINTS if transaction.points_minor else messages.PAID_NOTHING
    return Message("", "")
