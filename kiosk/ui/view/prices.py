"""What the screen of prices that are asked for shows: what it costs, why, and what would make it cheaper.

Invariants: pure; the amount and its offers are the priced basket's; whose prices they are is told, never who.
"""

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.screens import Screen, screen_of
from kiosk.ui.view.basket import nudge_words, offer_name
from kiosk.ui.views.prices import PriceRow, PriceView
from kiosk.ui.voice import Voice
from kiosk.ui.words import prices as w
from kiosk.ui.words import refusals
from kiosk.ui.words.messages import Message, Say
from retail.journal.price_checks import PriceChecked


def price_view(snapshot: Snapshot, say: Say, pictures: frozenset[str]) -> PriceView:
    """The screen of this state."""
    state = snapshot.state
    check = state.price_check
    if check is None or screen_of(snapshot) is not Screen.PRICE:
        return PriceView()
    member = check.member or (state.transaction.member if state.transaction is not None else None)
    view = PriceView(step="scan", told=_said(w.SCAN, say), member=say(w.MEMBER) if member is not None else "")
    if check.checked is not None:
        return _found(
            view, check.checked, Voice(say, state.language, check.checked.product.currency), pictures
        )
    if check.reason:
        return replace(view, step="missed", told=_said(_why(check.reason), say))
    return view


def _found(view: PriceView, checked: PriceChecked, voice: Voice, pictures: frozenset[str]) -> PriceView:
    product, priced = checked.product, checked.priced
    per_kg = voice.money(product.price_minor)
    view = replace(
        view,
        step="found",
        name=voice.name(product.names),
        picture=product.picture if product.picture in pictures else "",
        extra=" · ".join(
            voice.say(w.WITH_DEPOSIT).format(
                name=voice.name(linked.names), price=voice.money(linked.price_minor)
            )
            for linked in product.linked
        ),
        may_add=True,
    )
    if priced is None:
        return replace(view, amount=voice.say(w.PER_KG).format(price=per_kg))
    goods = priced.total_minor - priced.linked_minor
    was = goods + priced.saving_minor
    rows = [
        PriceRow(kind="saving", text=offer_name(offer, voice), amount=voice.money(-offer.saving_minor))
        for offer in priced.offers
        if offer.saving_minor
    ]
    rows += [PriceRow(kind="nudge", text=nudge_words(nudge, voice)) for nudge in priced.nudges[:2]]
    weight = checked.weight_g
    return replace(
        view,
        amount=voice.money(goods),
        was=voice.money(was) if was > goods else "",
        unit=voice.say(w.WEIGHS).format(weight=voice.kilograms(weight), price=per_kg) if weight else "",
        rows=tuple(rows) or (PriceRow(kind="saving", text=voice.say(w.NO_OFFER)),),
    )


def _why(reason: str) -> Message:
    told = w.REASONS.get(reason)
    if told is not None:
        return told
    other = refusals.NOT_FOUND.get(reason)
    return Message(other.title, other.body) if other is not None else w.NOT_GOODS


def _said(message: Message, say: Say) -> Message:
    return Message(say(message.title), say(message.body))
