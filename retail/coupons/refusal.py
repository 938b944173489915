"""Why a coupon does not count, in plain words, and what an online coupon needs before it may.

A shopper who shows a coupon is told at once: expired, another shop's, not checked. Each refusal is a value
with a sentence, so that the screen, the receipt and the terminal say the same.

Source: docs/coupons.md, "Refusals".
Invariants: pure; an online coupon has no worth before its offer file has answered about this very paper.
"""

import datetime
import enum

import msgspec

from retail.coupons.model import Benefit, Coupon, CouponKind, Requirement, Rule, Saving


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
    if is_unverified(coupon):
        return Refusal.NOT_VERIFIED
    if coupon.needs_staff and not shown.staff_agreed:
        return Refusal.NEEDS_STAFF
    return None


def is_unverified(coupon: Coupon) -> bool:
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
