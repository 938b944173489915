"""What each screen shows, worked out from a snapshot. Pure: a snapshot in, frozen views out.

Every text and every amount a shopper reads about *this* sale is made in this room, by
the same formatter as the paper receipt, in the language of the snapshot. QML lays it out
and adds labels that never change.

Invariants: amounts come from the priced basket and nowhere else.
"""

from collections.abc import Callable

from kiosk.checkout.evolve import PLAIN
from kiosk.checkout.shop import Tenders
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import PAYING, State, Transaction
from kiosk.devices.health import Device
from kiosk.ui.screens import Screen, screen_of
from kiosk.ui.view.attention import attention_view, place_text
from kiosk.ui.view.basket import basket_view
from kiosk.ui.view.flow import flow_view
from kiosk.ui.view.joins import join_view
from kiosk.ui.view.loads import load_view
from kiosk.ui.view.news import news
from kiosk.ui.view.orders import order_view
from kiosk.ui.view.payment import asked_minor, payment_view
from kiosk.ui.view.prices import price_view
from kiosk.ui.view.receipt import paid_amount, receipt_view
from kiosk.ui.view.returns import return_view
from kiosk.ui.view.staff import door_view, not_by, staff_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.view.tenders import tender_view
from kiosk.ui.views import LaneView, NoticeView
from kiosk.ui.voice import voice_of
from kiosk.ui.words import joins as jw
from kiosk.ui.words import loads as lw
from kiosk.ui.words import messages, refusals
from kiosk.ui.words import returns as rw
from kiosk.ui.words import tenders as tw
from kiosk.ui.words.messages import Message, Say
from kiosk.ui.words.staff_refusals import REFUSED_STAFF
from retail.interventions.rights import Action
from retail.interventions.situation import Rules

CARDS_ONLY = Tenders()
ENDING = frozenset({Screen.NOT_FOUND, Screen.PRICE, Screen.ORDER, Screen.LOAD, Screen.RECEIPT})
"""Screens that say in a strip that they end; over an empty basket a sheet asks
(`kiosk.ui.view.attention`)."""
CODE_SHOWN_MAX = 60
"""Characters of an unknown code that are shown; a QR code may hold 4,000."""


def derive(
    snapshot: Snapshot,
    say: Say,
    pictures: frozenset[str] = frozenset(),
    before: Transaction | None = None,
    rules: Rules = PLAIN,
    staff_name: Callable[[str], str] = str,
    now_us: int = 0,
    tenders: Tenders = CARDS_ONLY,
) -> LaneView:
    """Work out the whole view.

    `say` translates the texts of `kiosk.ui.words.messages`; `pictures` are the product pictures there are: a
    product whose picture is missing shows its initial instead. `before` is the sale as it was shown last:
    what has changed since is the view's news. `rules` are the store's: what staff may do, and from which age;
    `staff_name` tells what somebody of the staff is called; `now_us` is now, in microseconds since 1970;
    `tenders` is what the shop takes besides cards.
    """
    state = snapshot.state
    screen = screen_of(snapshot)
    here = Here(state=state, voice=voice_of(state, say), rules=rules, pictures=pictures)
    by_hand = not_by(here.verdict(Action.GIVE_BACK))
    return LaneView(
        screen=screen,
        language=state.language,
        help_called=state.help_called,
        time_runs_out=state.time_runs_out and screen in ENDING,
        message=_printable(state.message),
        refusal=_refusal(snapshot, say),
        basket=basket_view(state, say, pictures, rules),
        news=news(before, state.transaction, voice_of(state, say)),
        notice=_notice(snapshot, screen, say),
        payment=payment_view(snapshot, say),
        tender=tender_view(state, say, tenders),
        flow=flow_view(state, say, pictures),
        join=join_view(state, say),
        order=order_view(snapshot, say),
        price=price_view(snapshot, say, pictures),
        load=load_view(state, say, tenders),
        goods_back=return_view(state, say, say(by_hand) if by_hand else ""),
        receipt=receipt_view(state, say),
        attention=attention_view(snapshot, say, pictures),
        door=door_view(here, now_us),
        staff=staff_view(here, staff_name(state.staff.staff_id) if state.staff else ""),
    )


def _refusal(snapshot: Snapshot, say: Say) -> str:
    if not snapshot.refusal or snapshot.refusal in messages.REFUSED_BEHIND_THE_SCENES:
        return ""
    refusal = snapshot.refusal
    known = (
        REFUSED_STAFF.get(refusal)
        or messages.REFUSED_COMMAND.get(refusal)
        or tw.REFUSED_TENDER.get(refusal)
        or lw.REFUSED.get(refusal)
        or jw.REFUSED.get(refusal)
    )
    return say(known or messages.REFUSED_OTHER)


def _notice(snapshot: Snapshot, screen: Screen, say: Say) -> NoticeView:
    state = snapshot.state
    transaction = state.transaction
    if screen is Screen.NOT_FOUND and transaction:
        return _not_found(state, transaction, say)
    if screen is Screen.HELP:
        if transaction is None:
            body = say(messages.HELP_IDLE)
        elif transaction.loading is not None and not transaction.is_paid:
            body = say(lw.HELP)
        elif transaction.returning is not None:
            body = say(rw.HELP).format(amount=paid_amount(transaction, voice_of(state, say)))
        elif transaction.is_paid:
            body = say(messages.HELP_PAID).format(amount=paid_amount(transaction, voice_of(state, say)))
        elif transaction.taken:
            body = say(tw.HELP_PART_PAID).format(amount=_taken_amount(transaction, state, say))
        else:
            body = say(messages.HELP_IN_SALE)
        place = place_text(snapshot.queue_place, say)
        return NoticeView(title=say(messages.HELP), body=f"{place}.\n{body}" if place else body)
    if screen is Screen.CLOSED:
        message = _closed_message(state)
        body = say(message.body).format(amount=_amount_at_stake(state, say))
        return NoticeView(
            title=say(message.title),
            body=f"{state.closed_reason}\n{body}" if state.closed_reason and not transaction else body,
            staff=_staff(snapshot),
        )
    return NoticeView()


def _not_found(state: State, transaction: Transaction, say: Say) -> NoticeView:
    reason = transaction.not_found_reason
    told = refusals.NOT_FOUND.get(reason, refusals.NOT_FOUND_OTHER)
    if reason == "needs_weight" and Device.SCALE in state.devices:
        told = refusals.WEIGH_AGAIN
    # a card or phone number is nobody's business, and who typed it knows it
    code = "" if told.subject == "member" else _shown_code(transaction.not_found_text)
    return NoticeView(
        title=say(told.title), body=say(told.body), code=code, subject=told.subject, may_retry=told.may_retry
    )


def _amount_at_stake(state: State, say: Say) -> str:
    """What the message about an outage speaks of: the whole price once paid, what was paid of it so far, else
    what is being asked for."""
    if state.transaction is None:
        return ""
    voice = voice_of(state, say)
    is_return = state.transaction.returning is not None and state.transaction.refund is None
    if state.transaction.is_paid or is_return:
        return paid_amount(state.transaction, voice)
    if state.transaction.taken and state.phase not in PAYING:
        return _taken_amount(state.transaction, state, say)
    return voice.money(asked_minor(state, state.transaction))


def _taken_amount(sale: Transaction, state: State, say: Say) -> str:
    """What cards and wallets have paid so far."""
    return voice_of(state, say).money(sale.taken_minor)


def _closed_message(state: State) -> Message:
    """An open sale must learn where its money is, whatever stopped the lane."""
    transaction = state.transaction
    if transaction is None:
        return messages.CLOSED
    if transaction.refund is not None:
        return tw.CLOSED_IN_REFUND
    if transaction.returning is not None:
        return rw.CLOSED
    if transaction.is_paid:
        return messages.CLOSED_PAID
    if state.phase in PAYING:
        return messages.CLOSED_IN_PAYMENT
    if transaction.loading is not None:
        return lw.CLOSED
    if transaction.taken:
        return tw.CLOSED_PART_PAID
    return messages.CLOSED_IN_SALE


def _staff(snapshot: Snapshot) -> str:
    """English, for staff: the device's or the outage's own words with its machine word."""
    if snapshot.outage:
        return f"{snapshot.outage}: {snapshot.outage_detail}" if snapshot.outage_detail else snapshot.outage
    faults = snapshot.state.closed_because
    return "\n".join(f"{fault.code}: {fault.detail}" if fault.detail else fault.code for fault in faults)


def _shown_code(text: str) -> str:
    """An unknown code made fit for the screen: control characters as dots, long ones cut."""
    printable = _printable(text, "·")
    return printable if len(printable) <= CODE_SHOWN_MAX else printable[: CODE_SHOWN_MAX - 1] + "…"


def _printable(text: str, instead: str = " ") -> str:
    """A text from elsewhere without what would steer the screen."""
    return "".join(mark if mark.isprintable() else instead for mark in text)
