"""What the scanning screen shows of a sale: rows, what stands under them, what comes after them. Pure.

A line shows what its goods cost after the shelf's and the item's offers, with each offer under it. Offers
over the whole basket and coupons come after the lines, as on the receipt: what is read adds up to the total.

Invariants: the lines' amounts, the deposits under them and the extras' amounts add up to the total.
"""

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from kiosk.checkout.evolve import PLAIN
from kiosk.checkout.state import ShownCoupon, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.views import BasketView, DetailView, ExtraView, LineView, MemberView
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words import attention as attention_words
from kiosk.ui.words import messages, refusals
from kiosk.ui.words.messages import Message, Say
from retail.basket import Line
from retail.coupons.model import CouponKind
from retail.interventions.kinds import kind_of
from retail.interventions.situation import Rules
from retail.interventions.words import Blocks, Scope
from retail.priced import AppliedOffer, CouponStanding, Nudge, PricedBasket, UnitPrice

Check = Literal["check", "approved"]
"""How far staff are with a line."""
NOTHING_CHECKED: Mapping[int, Check] = MappingProxyType({})
_CHECK_WORDS: dict[Check, str] = {
    "check": attention_words.CHECKED_BEFORE_PAY,
    "approved": attention_words.APPROVED,
}
BESIDE_LINES = ("basket", "coupon")
"""Layers whose offers stand after the lines."""
CODE_END = 4
"""Marks of a long coupon code that name it to the shopper who holds it."""
CODE_SHORT = 16
"""A code up to this long is a word, and shown whole."""


def basket_view(state: State, say: Say, pictures: frozenset[str], rules: Rules = PLAIN) -> BasketView:
    """The scanning screen of this state, in a store with these rules."""
    camera_fault = Message("", "")
    if state.device(Device.CAMERA).condition is Condition.FAULT:
        fault = messages.CAMERA_UNAVAILABLE
        camera_fault = Message(say(fault.title), say(fault.body))
    transaction = state.transaction
    if transaction is None:
        return BasketView(camera_fault=camera_fault)
    voice = voice_of(state, say)
    priced = transaction.priced
    saved = voice.say(messages.SAVED).format(amount=voice.money(priced.saving_minor))
    return BasketView(
        lines=line_views(transaction, voice, pictures, checks_of(state, rules)),
        extras=_extras(transaction, voice),
        member=_member(transaction, voice),
        total=voice.money(priced.total_minor),
        count=_count(priced, voice),
        saved=saved if priced.saving_minor > 0 else "",
        may_pay=bool(transaction.lines),
        may_place_bag=rules.has_scale and not transaction.lines,
        may_remove_last=bool(transaction.lines),
        camera_fault=camera_fault,
        transaction_id=transaction.transaction_id,
        added=transaction.added,
    )


def items(count: int, voice: Voice) -> str:
    """`3 items`."""
    return voice.say(messages.ONE_ITEM) if count == 1 else voice.say(messages.ITEMS).format(count=count)


def _count(priced: PricedBasket, voice: Voice) -> str:
    count = items(priced.item_count, voice)
    if not priced.linked_minor:
        return count
    return voice.say(messages.WITH_DEPOSIT).format(count=count, amount=voice.money(priced.linked_minor))


def offer_name(offer: AppliedOffer, voice: Voice) -> str:
    """What the shopper reads of an offer: its name, or what kind of offer it is."""
    return voice.name(offer.names) or voice.say(messages.REASONS.get(offer.reason, messages.REASON_OTHER))


# --- lines -----------------------------------------------------------------------------------------------


def line_views(
    transaction: Transaction,
    voice: Voice,
    pictures: frozenset[str],
    checks: Mapping[int, Check] = NOTHING_CHECKED,
) -> tuple[LineView, ...]:
    """The rows, in the order of the lines."""
    priced = transaction.priced
    offers = {offer.offer_id: offer for offer in priced.offers}
    units: dict[int, list[UnitPrice]] = defaultdict(list)
    for unit in priced.units:
        units[unit.line_id].append(unit)
    nudge = _best_nudge(priced)
    return tuple(
        _line(
            line,
            units[line.line_id],
            offers,
            voice,
            pictures,
            _nudge_of(line, nudge),
            checks.get(line.line_id),
        )
        for line in transaction.lines
    )


def cuts_of(units: list[UnitPrice], offers: Mapping[str, AppliedOffer]) -> dict[str, int]:
    """What the offers that stand under a line take off it, in the order applied."""
    taken: dict[str, int] = {}
    for unit in units:
        for cut in unit.cuts:
            offer = offers.get(cut.offer_id)
            if cut.amount_minor and (offer is None or offer.layer not in BESIDE_LINES):
                taken[cut.offer_id] = taken.get(cut.offer_id, 0) + cut.amount_minor
    return taken


def _line(
    line: Line,
    units: list[UnitPrice],
    offers: Mapping[str, AppliedOffer],
    voice: Voice,
    pictures: frozenset[str],
    nudge: Nudge | None,
    check: Check | None,
) -> LineView:
    before = sum(unit.list_minor for unit in units) if units else line.amount_minor
    cuts = cuts_of(units, offers)
    details = [DetailView(kind="note", text=voice.say(messages.REDUCED))] if line.is_reduced else []
    for offer_id, amount in cuts.items():
        offer = offers.get(offer_id)
        reason = offer_name(offer, voice) if offer else voice.say(messages.REASON_OTHER)
        details.append(DetailView(kind="saving", text=reason, amount=voice.money(-amount)))
    details += _deposits(line, voice)
    if check is not None:
        details.append(DetailView(kind=check, text=voice.say(_CHECK_WORDS[check])))
    if nudge is not None:
        details.append(DetailView(kind="nudge", text=nudge_words(nudge, voice)))
    return LineView(
        line_id=line.line_id,
        name=voice.name(line.product.names),
        picture=line.product.picture if line.product.picture in pictures else "",
        quantity=line.quantity,
        unit=_unit(line, voice),
        amount=voice.money(before - sum(cuts.values())),
        was=voice.money(before) if cuts else "",
        may_change=line.weight_g is None and line.price_minor is None,
        details=tuple(details),
    )


def _unit(line: Line, voice: Voice) -> str:
    if line.weight_g is None:
        return voice.say(messages.EACH).format(price=voice.money(line.unit_price_minor))
    per_kg = voice.money(line.product.price_minor)
    return voice.say(messages.WEIGHED).format(weight=voice.kilograms(line.weight_g), price=per_kg)


def _deposits(line: Line, voice: Voice) -> list[DetailView]:
    return [
        DetailView(
            kind="deposit",
            text=f"{voice.name(linked.names)} {line.quantity} × {voice.money(linked.price_minor)}"
            if line.quantity > 1
            else voice.name(linked.names),
            amount=voice.money(line.quantity * linked.price_minor),
        )
        for linked in line.product.linked
    ]


def checks_of(state: State, rules: Rules) -> dict[int, Check]:
    """Lines staff look at before the shopper pays, and lines whose age they have approved."""
    checks: dict[int, Check] = {}
    for line in state.transaction.lines if state.transaction else ():
        years = rules.policy.age.years(line.product.category)
        if years and state.book.covers("age_check", f"line {line.line_id}", years) is not None:
            checks[line.line_id] = "approved"
    waits = (one for one in state.book.open if one.line_id and one.blocks is not Blocks.NOTHING)
    return checks | {one.line_id: "check" for one in waits if kind_of(one.kind).scope is Scope.LINE}


# --- hints -----------------------------------------------------------------------------------------------


def _best_nudge(priced: PricedBasket) -> Nudge | None:
    """The one hint that is shown: a screen full of hints is an advertisement."""
    return priced.nudges[0] if priced.nudges else None


def _nudge_of(line: Line, nudge: Nudge | None) -> Nudge | None:
    return nudge if nudge is not None and nudge.line_id == line.line_id else None


def nudge_words(nudge: Nudge, voice: Voice) -> str:
    """What would save more."""
    amount = voice.money(nudge.saves_minor)
    if nudge.missing_minor:
        words = voice.say(messages.SPEND_MORE_SAVES).format(
            missing=voice.money(nudge.missing_minor), amount=amount
        )
    elif nudge.missing_units > 1:
        words = voice.say(messages.MORE_SAVE).format(count=nudge.missing_units, amount=amount)
    else:
        words = voice.say(messages.ONE_MORE_SAVES).format(amount=amount)
    name = voice.name(nudge.names)
    return f"{words} · {name}" if name else words


# --- after the lines -------------------------------------------------------------------------------------


def _extras(transaction: Transaction, voice: Voice) -> tuple[ExtraView, ...]:
    priced = transaction.priced
    taken = _taken(priced)
    rows = [
        ExtraView(kind="offer", text=offer_name(offer, voice), amount=voice.money(-taken[offer.offer_id]))
        for offer in priced.offers
        if offer.layer in BESIDE_LINES and not offer.coupon_no and offer.offer_id in taken
    ]
    rows += [
        ExtraView(kind="gift", text=voice.name(gift.names), note=_take_along(gift.count, voice))
        for gift in priced.gifts
    ]
    standings = {standing.coupon_no: standing for standing in priced.coupons}
    rows += [_coupon(shown, standings.get(shown.coupon_no), priced, voice) for shown in transaction.coupons]
    nudge = _best_nudge(priced)
    if nudge is not None and all(line.line_id != nudge.line_id for line in transaction.lines):
        rows.append(ExtraView(kind="nudge", text=nudge_words(nudge, voice)))
    return tuple(rows)


def _taken(priced: PricedBasket) -> dict[str, int]:
    """What each offer takes off the units. A gift is a saving too, but nothing is taken off for it."""
    taken: dict[str, int] = {}
    for unit in priced.units:
        for cut in unit.cuts:
            if cut.amount_minor:
                taken[cut.offer_id] = taken.get(cut.offer_id, 0) + cut.amount_minor
    return taken


def _take_along(count: int, voice: Voice) -> str:
    return voice.say(messages.TAKE_ONE_FREE if count == 1 else messages.TAKE_FREE).format(count=count)


def _coupon(
    shown: ShownCoupon, standing: CouponStanding | None, priced: PricedBasket, voice: Voice
) -> ExtraView:
    saving = standing.saving_minor if standing and shown.held_by else 0
    points = standing.points if standing and shown.held_by else 0
    if saving or points:
        note = voice.say(messages.GIVES).format(points=voice.points(points)) if points else ""
    else:
        note = _why_not(shown, standing, voice)
    return ExtraView(
        kind="coupon",
        text=coupon_name(shown, priced, voice),
        note=note,
        amount=voice.money(-saving) if saving else "",
        coupon_no=shown.coupon_no,
    )


def coupon_name(shown: ShownCoupon, priced: PricedBasket, voice: Voice) -> str:
    """The offer's name where the coupon has one; else the code, or the end of a long one."""
    offer = next((offer for offer in priced.offers if offer.coupon_no == shown.coupon_no), None)
    if offer is not None and voice.name(offer.names):
        return voice.name(offer.names)
    code = shown.coupon.text
    is_word = shown.coupon.kind is CouponKind.STORE_CODE and len(code) <= CODE_SHORT
    return voice.say(messages.COUPON).format(code=code if is_word else f"…{code[-CODE_END:]}")


def _why_not(shown: ShownCoupon, standing: CouponStanding | None, voice: Voice) -> str:
    if not shown.held_by:
        return voice.say(refusals.COUPON_CHECKING)
    reason, missing = (standing.reason, standing.missing) if standing else ("", 0)
    if reason == "too_few" and missing == 1:
        return voice.say(refusals.COUPON_TOO_FEW_ONE)
    if reason == "too_few" and missing:
        return voice.say(refusals.COUPON_TOO_FEW).format(count=missing)
    if reason == "spend_more" and missing:
        return voice.say(refusals.COUPON_SPEND_MORE).format(amount=voice.money(missing))
    return voice.say(refusals.COUPON_WHY_NOT.get(reason, refusals.COUPON_WHY_NOT_OTHER))


def _member(transaction: Transaction, voice: Voice) -> MemberView:
    member = transaction.member
    if member is None:
        return MemberView()
    points = voice.points(member.points) if member.points else ""
    return MemberView(is_known=True, title=voice.say(messages.MEMBER_ACTIVE), note=points)
