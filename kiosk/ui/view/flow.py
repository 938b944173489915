"""What a shopper is asked, offered and may undo, worked out from the state. Pure."""

from kiosk.checkout.state import Phase, State, TakenOff, Transaction
from kiosk.ui.views.flow import BagView, FlowView, RoundUpView
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words import lookup as w
from kiosk.ui.words.messages import Say


def flow_view(state: State, say: Say, pictures: frozenset[str]) -> FlowView:
    """The questions and ways back of this state."""
    sale = state.transaction
    if sale is None or state.staff is not None:
        return FlowView()
    voice = voice_of(state, say)
    return FlowView(
        transaction_id=sale.transaction_id,
        language=state.language,
        currency=sale.currency,
        bags=tuple(
            BagView(
                key=bag.key,
                name=voice.name(bag.names),
                picture=bag.picture if bag.picture in pictures else "",
                price=voice.money(bag.price_minor),
                price_minor=bag.price_minor,
            )
            for bag in sale.bags
            if state.phase is Phase.SCANNING
        ),
        none_text=say(w.BAGS_NONE),
        one_text=say(w.BAGS_ONE),
        some_text=say(w.BAGS_SOME),
        round_up=_round_up(sale, voice) if state.phase is Phase.TENDER else RoundUpView(),
        removed=_removed(sale.off, voice) if state.phase is Phase.SCANNING else "",
        is_cancelling=sale.cancel_asked,
    )


def _round_up(sale: Transaction, voice: Voice) -> RoundUpView:
    given, offered = sale.donation, sale.round_up
    if sale.taken or sale.waits_for_store:
        return RoundUpView()  # nothing of the total changes now
    if given is not None:
        return RoundUpView(
            title=voice.say(w.ROUNDED_UP).format(amount=voice.money(given.amount_minor)),
            note=voice.name(given.product.names),
            is_given=True,
        )
    if offered is None or sale.points_minor or sale.values:
        return RoundUpView()
    total = voice.money(sale.priced.total_minor + offered.amount_minor)
    amount = voice.money(offered.amount_minor)
    return RoundUpView(
        title=voice.say(w.ROUND_UP).format(total=total),
        note=voice.say(w.ROUND_UP_NOTE).format(amount=amount, charity=offered.charity),
    )


def _removed(off: TakenOff | None, voice: Voice) -> str:
    if off is None or not off.may_undo:
        return ""
    name = voice.name(off.line.product.names)
    if off.pieces == 1:
        return voice.say(w.REMOVED).format(name=name)
    return voice.say(w.REMOVED_SOME).format(count=off.pieces, name=name)
