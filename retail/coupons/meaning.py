"""What a coupon means for the pricing engine: a trigger, conditions and a derivation, paid for by its funder.

A coupon is nothing special to the engine: an offer of the last layer that only counts when its code was
shown. This module writes that offer, or says in one word why there is none.

Source: docs/coupons.md, "As an offer".
Invariants: pure; a coupon whose goods are not known gives no offer (never one over the whole basket by
accident); at most one of the alternatives of a coupon may be offered to the engine at a time.
"""

import datetime
import enum
from collections.abc import Iterable, Mapping

import msgspec

from retail.coupons.families import FamilyTable, qualifying
from retail.coupons.model import Benefit, Coupon, CouponKind, Funder, Measure, Requirement, Rule, Saving
from retail.promotions.offer import (
    BASIS_POINTS,
    EVERYTHING,
    Amount,
    AmountEach,
    Code,
    Condition,
    Derivation,
    Limit,
    MinQuantity,
    MinSpend,
    Offer,
    Percent,
    Selector,
    Window,
)


class Refusal(enum.Enum):
    """Why a coupon gives nothing in this basket. Shown to the shopper; each has a sentence in `words`."""

    NOT_YET = "not_yet"
    EXPIRED = "expired"
    OTHER_CURRENCY = "other_currency"
    OTHER_RETAILER = "other_retailer"
    NOT_VERIFIED = "not_verified"
    """An online coupon whose offer file has not answered."""
    NEEDS_STAFF = "needs_staff"
    NOTHING_FOR_IT = "nothing_for_it"
    """None of the goods it is for are in the basket."""
    GOODS_UNKNOWN = "goods_unknown"
    """The shop does not know which goods it is for."""
    WORTH_NOTHING = "worth_nothing"
    TOO_FINE = "too_fine"
    """A percentage with more decimals than the engine keeps."""

    def words(self) -> str:
        """The refusal in English; screens translate the value instead."""
        return _WORDS[self]


_WORDS = {
    Refusal.NOT_YET: "This coupon is not valid yet.",
    Refusal.EXPIRED: "This coupon has expired.",
    Refusal.OTHER_CURRENCY: "This coupon is for another country.",
    Refusal.OTHER_RETAILER: "This coupon is for another shop.",
    Refusal.NOT_VERIFIED: "This coupon could not be checked. Please keep it for next time.",
    Refusal.NEEDS_STAFF: "A member of staff has to look at this coupon.",
    Refusal.NOTHING_FOR_IT: "The goods this coupon is for are not in your basket.",
    Refusal.GOODS_UNKNOWN: "We do not know which goods this coupon is for. Please ask a member of staff.",
    Refusal.WORTH_NOTHING: "This coupon has no value.",
    Refusal.TOO_FINE: "This coupon's percentage cannot be used here. Please ask a member of staff.",
}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances a coupon is shown in."""

    today: datetime.date
    """In the shop's local time."""
    currency: str
    retailer_ids: tuple[str, ...] = ()
    """This retailer's GS1 company prefixes and GLNs."""
    staff_agreed: bool = False
    """A member of staff has read the paper."""


def refusal_when_shown(coupon: Coupon, shown: Shown) -> Refusal | None:
    """Why the coupon cannot count, whatever is in the basket; None if it can."""
    if coupon.valid_until and shown.today > coupon.valid_until:
        return Refusal.EXPIRED
    if coupon.valid_from and shown.today < coupon.valid_from:
        return Refusal.NOT_YET
    if coupon.currencies and shown.currency not in coupon.currencies:
        return Refusal.OTHER_CURRENCY
    if coupon.retailer and not any(_same_retailer(coupon.retailer, own) for own in shown.retailer_ids):
        return Refusal.OTHER_RETAILER
    if _is_unverified(coupon):
        return Refusal.NOT_VERIFIED
    if coupon.needs_staff and not shown.staff_agreed:
        return Refusal.NEEDS_STAFF
    return None


def _is_unverified(coupon: Coupon) -> bool:
    """Until the offer file has answered (`confirmed`), its coupons have no worth of their own."""
    return coupon.kind is CouponKind.POSITIVE_OFFER and coupon.saving.benefit is Benefit.LISTED


def _same_retailer(wanted: str, own: str) -> bool:
    """A company prefix covers the GLNs that begin with it."""
    return own == wanted or (len(wanted) < len(own) and own.startswith(wanted))


class OfferTerms(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer file answers about a coupon: the fields of an AI 8110, products named."""

    coupon_id: str
    serial: str
    requirements: tuple[Requirement, ...]
    rule: Rule = Rule.ALL
    saving: Saving
    currency: str
    valid_until: datetime.date | None = None


def confirmed(coupon: Coupon, terms: OfferTerms) -> Coupon | None:
    """The online coupon with what the file said; None if the answer is about another one or tells nothing."""
    is_this_one = (terms.coupon_id, terms.serial) == (coupon.coupon_id, coupon.serial)
    if not is_this_one or terms.saving.benefit is Benefit.LISTED or not terms.requirements:
        return None
    return msgspec.structs.replace(
        coupon,
        requirements=terms.requirements,
        rule=terms.rule,
        saving=terms.saving,
        currencies=(terms.currency,),
        valid_until=terms.valid_until,
    )


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What a coupon is to the engine."""

    offers: tuple[Offer, ...] = ()
    """Alternatives, best read first ("1 of this OR 3 of that"): give the engine the first one that is met."""
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
) -> Meaning:
    """The coupon as offers over these products (the basket's keys, or all a maker's).

    `listed` tells which goods a coupon is for whose code does not (euro coupons, coupon numbers with an
    amount), by `coupon_id`. Ask `refusal_when_shown` first.
    """
    benefit = coupon.saving.benefit
    if _is_unverified(coupon):
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
        return _meaning(coupon, [_offer(coupon, 0, (), selector, 1)])
    products = list(dict.fromkeys(keys))
    offers = [
        _alternative(coupon, number, indices, products, table)
        for number, indices in enumerate(_alternatives(coupon))
    ]
    return _meaning(coupon, offers)


def _meaning(coupon: Coupon, offers: "list[Offer | Refusal]") -> Meaning:
    written = tuple(offer for offer in offers if isinstance(offer, Offer))
    if written:
        return Meaning(offers=written)
    refusals = [offer for offer in offers if isinstance(offer, Refusal)]
    return Meaning(refusal=refusals[0] if refusals else Refusal.NEEDS_STAFF)


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
    requirement = coupon.requirements[target]
    units = requirement.amount if requirement.measure is Measure.UNITS else None
    return _offer(coupon, number, tuple(conditions), selectors[target], units)


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
    dates: tuple[Condition, ...] = ()
    if coupon.valid_from or coupon.valid_until:
        first = coupon.valid_from.isoformat() if coupon.valid_from else ""
        last = coupon.valid_until.isoformat() if coupon.valid_until else ""
        dates = (Window(first_day=first, last_day=last),)
    code = coupon.coupon_id
    return Offer(
        id=f"{code}#{number}" if number else code,
        layer="coupon",
        consumes=coupon.funder is Funder.MAKER or not coupon.may_multiply,
        eligibility=(Code(code=code), *dates, *conditions),
        derivation=(derivation,),
        limits=(Limit(scope="basket", uses=1),),
        funder="maker" if coupon.funder is Funder.MAKER else "store",
    )


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
            return Amount(amount_minor=saving.value, of=selector, max_units=1)
        case Benefit.FREE_ITEM:
            return Percent(percent_bp=BASIS_POINTS, of=selector, max_units=1)
        case Benefit.FREE_ITEMS:
            return Percent(percent_bp=BASIS_POINTS, of=selector, max_units=saving.value)
        case Benefit.PERCENT:
            percent_bp, rest = divmod(saving.value, 10)
            if rest:
                return Refusal.TOO_FINE
            return Percent(percent_bp=percent_bp, of=selector, max_units=saving.items, pick="dearest")
        case Benefit.POINTS | Benefit.LISTED | Benefit.STAFF:
            return Refusal.NEEDS_STAFF
