"""Why an offer did not apply, and what would make it apply.

Every offer has an answer for every basket. Reasons are keys with figures; the catalogue of texts turns them
into sentences. Hints come from the engine itself: its search answers with one virtual unit more.

Source: form 56, docs/offers.md.
"""

import msgspec

from retail.promotions.explain import reason_key
from retail.promotions.forms.walk import SCALE
from retail.promotions.index import Ready, holds, is_within
from retail.promotions.offer import (
    AnyOf,
    Bundle,
    BuyGet,
    Code,
    Condition,
    DistinctSet,
    GroupPrice,
    Ladder,
    Member,
    MinQuantity,
    MinSpend,
    NthUnit,
    Offer,
    OrderNumber,
    PerGroup,
    Tender,
    Window,
)
from retail.promotions.outcome import Refusal
from retail.promotions.session import OpenBasket, Priced
from retail.promotions.units import Unit
from retail.promotions.views import Record

HINT_ITEMS_MAX = 12
"""Products tried as one more unit, the latest scanned first."""
HINT_UNITS_MAX = 60
"""Units searched again for one answer: about a millisecond."""
_VIRTUAL = -1


class Hint(msgspec.Struct, frozen=True, kw_only=True):
    """What would save more. Exactly one of `missing_units` and `missing_minor` is not zero."""

    offer_id: str
    item_id: str = ""
    """One more of this product..."""
    missing_units: int = 0
    missing_minor: int = 0
    """...or goods for so much more."""
    saves_minor: int


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer gives, as data for a sentence: "3 for 2", "20 % off", "2 for 5.00"."""

    key: str
    """The form's name; the same as `Discount.reason`."""
    figures: dict[str, int]
    """The form's fields by name, those that are set: quantity, percent_bp, price_minor..."""
    steps: tuple[tuple[int, int], ...] = ()
    """Of ladders and sets: from how many, or how much, on; and what that gives."""


def reason_of(offer: Offer) -> Reason:
    """What to say about an offer's discounts."""
    form = offer.derivation[0]
    figures = {
        name: value
        for name in form.__struct_fields__
        if isinstance(value := getattr(form, name), int) and not isinstance(value, bool)
    }
    steps: tuple[tuple[int, int], ...] = ()
    match form:
        case Ladder():
            steps = tuple((step.at_least, step.reward) for step in form.steps)
        case DistinctSet():
            steps = tuple((step.distinct, step.percent_bp) for step in form.steps)
    return Reason(key=reason_key(offer), figures=figures, steps=steps)


def why_not(basket: OpenBasket, offer_id: str, priced: Priced | None = None) -> Refusal:
    """Why this offer takes nothing off this basket; reason `applied` if it does."""
    ready = basket.book.by_name.get(offer_id)
    if ready is None:
        return Refusal(offer_id=offer_id, reason="unknown_offer")
    priced = priced or basket.price()
    first = basket.book.copy_of.get(ready.rank)
    if first is not None:
        told = why_not(basket, first.offer.id, priced)
        reason = "other_offers_save_more" if told.reason == "applied" else told.reason
        return msgspec.structs.replace(told, offer_id=offer_id, reason=reason)
    if offer_id in priced.outcome().applied:
        return Refusal(offer_id=offer_id, reason="applied")
    if ready.uses_left == 0 or ready.money_left() == 0:
        return Refusal(offer_id=offer_id, reason=_used_up(ready))
    for test in ready.static_tests:
        if not holds(test, basket.context):
            return Refusal(offer_id=offer_id, reason=_REASONS[type(test)])
    moments = [unit.moment or basket.context.moment for unit in basket.units] or [basket.context.moment]
    if not any(all(is_within(window, moment) for window in ready.windows) for moment in moments):
        return Refusal(offer_id=offer_id, reason="not_now")
    return _about_goods(ready, priced)


def _used_up(ready: Ready) -> str:
    """Whose use it was that left nothing: this member's, today or ever, or everybody's."""
    spent = {
        limit.scope
        for limit in ready.offer.limits
        if (limit.uses is not None and 0 < limit.used >= limit.uses)
        or (limit.amount_minor is not None and 0 < limit.used_minor >= limit.amount_minor)
    }
    if "member" in spent:
        return "used_by_member"
    return "used_today" if "member_day" in spent else "used_up"


_REASONS: dict[type[Condition], str] = {
    Member: "members_only",
    Code: "needs_code",
    OrderNumber: "other_purchase",
    Tender: "other_tender",
    AnyOf: "no_test_holds",
    Window: "not_now",
}


def _about_goods(ready: Ready, priced: Priced) -> Refusal:
    offer_id = ready.offer.id
    fitting = [
        (record, bits)
        for record in priced.records
        if (bits := ready.fits(record.view.item, record.view.is_marked_down))
    ]
    lists_only = ready.layer in ("shelf", "item")
    for test, place in ready.basket_tests:
        counted = [
            at
            for at, record in enumerate(priced.records)
            if record.counts and record.bits.get(ready.rank, 0) >> place & 1
        ]
        if isinstance(test, MinQuantity) and len(counted) < test.quantity:
            return Refusal(offer_id=offer_id, reason="too_few", missing=test.quantity - len(counted))
        if isinstance(test, MinSpend):
            of_list = test.basis == "list" or lists_only
            spend = sum(
                priced.records[at].view.item.price_minor if of_list else priced.standing.left[at]
                for at in counted
            )
            if spend < test.amount_minor:
                return Refusal(offer_id=offer_id, reason="spend_more", missing=test.amount_minor - spend)
    if not any(bits & ready.payable_bits for _, bits in fitting):
        return Refusal(offer_id=offer_id, reason="no_goods")
    missing = missing_units(ready, [bits for _, bits in fitting])
    if missing:
        return Refusal(offer_id=offer_id, reason="too_few", missing=missing)
    if any(used.ready.offer.exclusive for used in priced.item_layer.used):
        return Refusal(offer_id=offer_id, reason="another_offer_is_exclusive")
    return Refusal(offer_id=offer_id, reason="other_offers_save_more")


def missing_units(ready: Ready, bits: list[int]) -> int:
    """How many units the offer's first group still lacks; 0 when it could be filled."""
    form, first, count = ready.derivations[0]
    have = [sum(own >> place & 1 for own in bits) for place in range(first, first + count)]
    match form:
        case GroupPrice(part_groups=False) | NthUnit() | PerGroup():
            return max(0, form.quantity - have[0])
        case BuyGet():
            both = sum(1 for own in bits if own >> first & 3)
            apart = max(0, form.buy_quantity - have[0]) + max(0, form.get_quantity - have[1])
            return max(apart, form.buy_quantity + form.get_quantity - both)
        case Bundle():
            return sum(max(0, slot.quantity - own) for slot, own in zip(form.slots, have, strict=True))
        case DistinctSet():
            return max(0, form.steps[0].distinct - have[0])
    return 0


def hints(basket: OpenBasket, priced: Priced | None = None) -> list[Hint]:
    """What one more unit of a product in the basket, or a little more spend, would save; the best first.

    Cheap enough to be asked after every scan: what is known of offers the scan did not touch is remembered,
    and no more than HINT_UNITS_MAX units are searched again; what then remains is found at the next call.
    Hand `priced` in if the basket was priced already. Item offers are hinted at only where the price is
    proved. The basket is the same afterwards.
    """
    priced = priced or basket.price()
    found = _by_units(basket) + _by_spend(basket, priced)
    return sorted(found, key=lambda hint: (-hint.saves_minor, hint.offer_id))


def _by_units(basket: OpenBasket) -> list[Hint]:
    best: dict[str, Hint] = {}
    newest: dict[str, Unit] = {unit.item.id: unit for unit in sorted(basket.units, key=lambda unit: unit.id)}
    room = HINT_UNITS_MAX
    for unit in list(reversed(newest.values()))[:HINT_ITEMS_MAX]:
        view = basket.view(unit.item, unit.moment)
        virtual = Record(Unit(id=_VIRTUAL, item=unit.item, moment=unit.moment), view)
        more, count = basket.items.one_more(virtual, room)
        room -= count
        saves = 0 if more is None else more.saving // SCALE
        if more is None or saves <= 0:
            continue
        offer_id = more.ready.offer.id
        if offer_id not in best or saves > best[offer_id].saves_minor:
            best[offer_id] = Hint(offer_id=offer_id, item_id=unit.item.id, missing_units=1, saves_minor=saves)
    return list(best.values())


def _by_spend(basket: OpenBasket, priced: Priced) -> list[Hint]:
    applied = {one.ready for one in priced.applied}
    found = []
    for ready in basket.later():
        if (
            ready in applied
            or len(ready.basket_tests) != 1
            or not isinstance(ready.basket_tests[0][0], MinSpend)
        ):
            continue
        answer = _about_goods(ready, priced)
        amount = getattr(ready.derivations[0][0], "amount_minor", None)
        if answer.reason == "spend_more" and amount:
            found.append(Hint(offer_id=ready.offer.id, missing_minor=answer.missing, saves_minor=amount))
    return found
