"""What the screen of topping up shows: whose balance, by how much, why not. Pure.

Invariants: a balance is shown only to who has shown a card or a phone, never to who typed a number.
"""

from kiosk.checkout.shop import Tenders
from kiosk.checkout.state import Loading, Phase, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.view.tenders import WORKING
from kiosk.ui.views.loads import AmountView, LoadView
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words import loads as w
from kiosk.ui.words import messages, refusals
from kiosk.ui.words.messages import Message, Say
from retail.member import KeyKind


def load_view(state: State, say: Say, tenders: Tenders) -> LoadView:
    """The screen of this state."""
    sale = state.transaction
    loading = sale.loading if sale is not None else None
    if sale is None or loading is None or state.phase is not Phase.LOAD:
        return LoadView(is_offered=tenders.top_up)
    voice = voice_of(state, say)
    if loading.is_asked:
        return LoadView(is_offered=True, step="asking", title=say(w.ASKING.title), body=say(w.ASKING.body))
    if not loading.account_id:
        return _show(state, sale, loading, say)
    works = state.device(Device.TERMINAL).condition in WORKING
    return LoadView(
        is_offered=True,
        step="choose",
        title=say(w.CHOOSE),
        body=_balance(sale, loading, voice),
        amounts=tuple(AmountView(minor=minor, text=voice.money(minor)) for minor in loading.amounts),
        may_pay=works,
        pay_note=say(w.CHOOSE_NOTE if works else messages.CARD_UNAVAILABLE),
    )


def _show(state: State, sale: Transaction, loading: Loading, say: Say) -> LoadView:
    sees = state.device(Device.CAMERA).condition is not Condition.FAULT
    return LoadView(
        is_offered=True,
        step="show",
        title=say(w.SHOW.title),
        body=say(w.SHOW.body),
        hint=say(w.SHOW_HINT) if sees else "",
        problem=_problem(loading.reason, say),
        may_retry=loading.reason == "no_link" and sale.member is not None,
    )


def _problem(reason: str, say: Say) -> Message:
    if not reason:
        return Message("", "")
    told = w.REASONS.get(reason)
    if told is None:
        other = refusals.NOT_FOUND.get(reason, refusals.NOT_FOUND_OTHER)
        told = Message(other.title, other.body)
    return Message(say(told.title), say(told.body))


def _balance(sale: Transaction, loading: Loading, voice: Voice) -> str:
    if sale.member_how == KeyKind.PHONE.value:
        return ""
    return voice.say(w.BALANCE_IS).format(amount=voice.money(loading.balance_minor))
