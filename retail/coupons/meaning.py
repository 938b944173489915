"""What a coupon means for the pricing engine: a trigger, conditions and a derivation, paid for by its funder.

A coupon is nothing special to the engine: an offer of the last layer that only counts when its code was
shown. This module writes that offer, or says in one word why there is none.

Source: docs/coupons.md, "As an offer".
Invariants: pure; a coupon whose goods are not known gives no offer (never one over the whole basket by
accident); the alternatives of a coupon exclude each other.
"""

from collections.abc import Iterable, Mapping

import msgspec

from retail.coupons.families import FamilyTable, qualifying
from retail.coupons.model import Benefit, Coupon, Funder, Measure, Requirement, Rule
from retail.coupons.refusal import Refusal, is_unverified
from retail.promotions.offer import (
    BASIS_POINTS,
    EVERYTHING,
    Amount,
    AmountEach,
    BuyGet,
    Code,
    Condition,
    Derivation,
    Limit,
    MinQuantity,
    MinSpend,
    NthUnit,
    Offer,
    Percent,
    PercentOfTotal,
    PerGroup,
    Selector,
)


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What a coupon is to the engine."""

    offers: tuple[Offer, ...] = ()
    """Alternatives ("1 of this OR 3 of that"); they share a group, so that only the best one applies."""
    points: int = 0
    """Loyalty points it gives instead of money."""
    codes: tuple[str, ...] = ()
    """Trigger codes for offers the shop itself wrote; put them into the context's codes."""
    refusal: Refusal | None = None


def offer_from_coupon(
    coupon: Coupon,
    keys: Iterable[str],
    table: FamilyTable,
    listed: Mapping[str, Selector] | None = None,
    *,
    name: str = "Coupon",
    copy: int = 1,
) -> Meaning:
    """The coupon as offers over these products (the basket's keys, or all a maker's).

    `listed` tells which goods a coupon is for whose code does not (euro coupons, coupon numbers with an
    amount), by `coupon_id`. `name` is what the receipt says. `copy` counts papers of one campaign that carry
    no serial number. Ask `refusal_when_shown` first.
    """
    benefit = coupon.saving.benefit
    if is_unverified(coupon):
        return Meaning(refusal=Refusal.NOT_VERIFIED)
    if benefit is Benefit.POINTS:
        return Meaning(points=coupon.saving.value)
    if benefit in (Benefit.LISTED, Benefit.STAFF):
        staff = benefit is Benefit.STAFF
        return Meaning(refusal=Refusal.NEEDS_STAFF) if staff else Meaning(codes=(coupon.coupon_id,))
    if coupon.saving.value == 0 and benefit is not Benefit.FREE_ITEM:
        return Meaning(refusal=Refusal.WORTH_NOTHING)
    if not coupon.requirements:
        selector = (listed or {}).get(coupon.coupon_id)
        if selector is None:
            return Meaning(refusal=Refusal.GOODS_UNKNOWN)
        return _meaning([_offer(coupon, 0, (), selector, 1)], coupon, name, copy)
    products = list(dict.fromkeys(keys))
    offers = [
        _alternative(coupon, number, indices, products, table)
        for number, indices in enumerate(_alternatives(coupon))
    ]
    return _meaning(offers, coupon, name, copy)


def _meaning(offers: "list[Offer | Refusal]", coupon: Coupon, name: str, copy: int) -> Meaning:
    """The alternatives under names of their own, or why there is none."""
    written = [offer for offer in offers if isinstance(offer, Offer)]
    if not written:
        refusals = [offer for offer in offers if isinstance(offer, Refusal)]
        return Meaning(refusal=refusals[0] if refusals else Refusal.NEEDS_STAFF)
    paper = f"{coupon.coupon_id}/{coupon.serial or copy}"
    return Meaning(
        offers=tuple(
            msgspec.structs.replace(
                offer, id=offer.id.replace(coupon.coupon_id, paper, 1), name=name, group=paper
            )
            for offer in written
        )
    )


def _alternatives(coupon: Coupon) -> list[tuple[int, ...]]:
    """Sets of requirements, any one of which is enough."""
    others = range(1, len(coupon.requirements))
    match coupon.rule:
        case Rule.ALL:
            return [tuple(range(len(coupon.requirements)))]
        case Rule.ANY:
            return [(index,) for index in range(len(coupon.requirements))]
        case Rule.FIRST_AND_ANOTHER:
            return [(0, index) for index in others] or [(0,)]
        case Rule.ANOTHER:
            return [(index,) for index in others]


def _alternative(
    coupon: Coupon, number: int, indices: tuple[int, ...], products: list[str], table: FamilyTable
) -> "Offer | Refusal":
    conditions: list[Condition] = []
    selectors: dict[int, Selector] = {}
    for index in indices:
        requirement = coupon.requirements[index]
        if requirement.measure is Measure.BASKET_SPEND:
            selectors[index] = EVERYTHING
        else:
            goods = qualifying(requirement, products, table)
            if not goods:
                return Refusal.NOTHING_FOR_IT
            selectors[index] = Selector(ids=goods)
        condition = _condition(requirement, selectors[index])
        if isinstance(condition, Refusal):
            return condition
        conditions.append(condition)
    wanted = coupon.saving.applies_to
    target = wanted if wanted in selectors else indices[0]
    units = _units(coupon.requirements[target])
    offer = _offer(coupon, number, tuple(conditions), selectors[target], units)
    qualifiers = [index for index in indices if index != target]
    if isinstance(offer, Refusal) or len(qualifiers) != 1:
        return offer
    bought = _units(coupon.requirements[qualifiers[0]])
    return _with_qualifiers(offer, coupon, bought, selectors[qualifiers[0]], selectors[target])


def _units(requirement: Requirement) -> int | None:
    return max(1, requirement.amount) if requirement.measure is Measure.UNITS else None


def _with_qualifiers(offer: Offer, coupon: Coupon, bought: int | None, buy: Selector, get: Selector) -> Offer:
    """Free items for the purchase of others: the engine must use up what was bought for them, too."""
    saving = coupon.saving
    if bought is None or saving.benefit not in (Benefit.FREE_ITEM, Benefit.FREE_ITEMS):
        return offer
    is_capped = saving.benefit is Benefit.FREE_ITEM and saving.value > 0
    derivation = BuyGet(
        buy_quantity=bought,
        buy=buy,
        get_quantity=saving.value if saving.benefit is Benefit.FREE_ITEMS else 1,
        get=get,
        amount_minor=saving.value if is_capped else None,
        percent_bp=None if is_capped else BASIS_POINTS,
        times=1,
    )
    return msgspec.structs.replace(offer, derivation=(derivation,))


def _condition(requirement: Requirement, selector: Selector) -> "Condition | Refusal":
    match requirement.measure:
        case Measure.UNITS:
            return MinQuantity(quantity=max(1, requirement.amount), of=selector)
        case Measure.SPEND | Measure.BASKET_SPEND:
            return MinSpend(amount_minor=requirement.amount, of=selector)
        case Measure.POUNDS | Measure.GRAMS | Measure.STAFF:
            return Refusal.NEEDS_STAFF


def _offer(
    coupon: Coupon, number: int, conditions: tuple[Condition, ...], selector: Selector, units: int | None
) -> "Offer | Refusal":
    derivation = _derivation(coupon, selector, units)
    if isinstance(derivation, Refusal):
        return derivation
    code = coupon.coupon_id
    return Offer(
        id=f"{code}#{number}" if number else code,
        layer="coupon",
        consumes=_consumes(coupon, selector),
        eligibility=(Code(code=code), *conditions),
        derivation=(derivation,),
        limits=(Limit(scope="basket", uses=1),),
        funder="maker" if coupon.funder is Funder.MAKER else "store",
    )


def _consumes(coupon: Coupon, selector: Selector) -> bool:
    """Whether its goods back no other such coupon. One over the whole basket would shut out all others."""
    over_everything = selector == EVERYTHING or coupon.saving.benefit is Benefit.BASKET_AMOUNT
    return not over_everything and (coupon.funder is Funder.MAKER or not coupon.may_multiply)


def _derivation(coupon: Coupon, selector: Selector, units: int | None) -> "Derivation | Refusal":
    saving = coupon.saving
    match saving.benefit:
        case Benefit.BASKET_AMOUNT:
            return Amount(amount_minor=saving.value, of=EVERYTHING)
        case Benefit.AMOUNT if coupon.funder is Funder.STORE:
            return AmountEach(amount_minor=saving.value, of=selector, max_units=saving.items, pick="dearest")
        case Benefit.AMOUNT:
            return Amount(amount_minor=saving.value, of=selector, max_units=units, pick="dearest")
        case Benefit.FREE_ITEM if saving.value:
            return _free_up_to(saving.value, selector, units or 1)
        case Benefit.FREE_ITEM:
            return _free(1, selector, units or 1)
        case Benefit.FREE_ITEMS:
            return _free(saving.value, selector, units or saving.value)
        case Benefit.PERCENT:
            percent_bp, rest = divmod(saving.value, 10)
            return Refusal.TOO_FINE if rest else _percent(percent_bp, coupon, selector, units)
        case Benefit.POINTS | Benefit.LISTED | Benefit.STAFF:
            return Refusal.NEEDS_STAFF


def _free(count: int, selector: Selector, units: int) -> Derivation:
    """`count` of `units` free, the cheapest; all of them count as used."""
    if count >= units:
        return Percent(percent_bp=BASIS_POINTS, of=selector, max_units=count)
    return NthUnit(quantity=units, rewarded=count, of=selector, times=1)


def _free_up_to(cap_minor: int, selector: Selector, units: int) -> Derivation:
    """One of `units` free, up to a worth."""
    if units == 1:
        return Amount(amount_minor=cap_minor, of=selector, max_units=1, pick="dearest")
    return BuyGet(buy_quantity=units - 1, buy=selector, get=selector, amount_minor=cap_minor, times=1)


def _percent(percent_bp: int, coupon: Coupon, selector: Selector, units: int | None) -> Derivation:
    """A percentage off the qualifying purchase: the units asked for, or all goods a spend was asked of."""
    if coupon.funder is Funder.STORE:
        items = coupon.saving.items
        return Percent(percent_bp=percent_bp, of=selector, max_units=items, pick="dearest")
    if units is None:
        return PercentOfTotal(percent_bp=percent_bp, of=selector)
    if units == 1:
        return Percent(percent_bp=percent_bp, of=selector, max_units=1, pick="dearest")
    return PerGroup(quantity=units, percent_bp=percent_bp, of=selector, times=1)
