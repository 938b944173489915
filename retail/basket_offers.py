"""The offers one basket brings along: those of the coupons shown and of full stamp cards.

They lie over the shop's own offers for this basket only. Every coupon gets an answer: what it triggers, or in
one word why it counts for nothing.

Source: docs/coupons.md.
Invariants: pure; the answer depends on which coupons were shown and which goods are in the basket, not on the
order of scans; a paper counts once, papers that cannot be told apart as often as their campaign says.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import msgspec

from retail import points
from retail.coupons.meaning import Meaning, offer_from_coupon
from retail.coupons.model import Benefit, Coupon
from retail.coupons.refusal import Refusal, Shown, refusal_when_shown
from retail.member import Member
from retail.promotions.offer import BASIS_POINTS, Offer, Percent
from retail.promotions.selectors import passes
from retail.promotions.units import UNITS_MAX, Item
from retail.terms import Terms
from retail.terms_json import STAMP_OFFER, StampTerms

COUPONS_MAX = 50
"""Shown in one purchase; further ones do not count."""
COUPON_NAMES = {
    "": "Coupon",
    "en": "Coupon",
    "de": "Gutschein",
    "fr": "Bon",
    "es": "Cupón",
    "zh": "优惠券",
    "ar": "قسيمة",
}
"""What the receipt says of a coupon whose campaign the shop has no words for."""
STAMP_NAMES = {
    "": "Stamp card",
    "en": "Stamp card",
    "de": "Stempelkarte",
    "fr": "Carte à tampons",
    "es": "Tarjeta de sellos",
    "zh": "集章卡",
    "ar": "بطاقة الأختام",
}


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """What a coupon means in this basket."""

    coupon_no: int
    offer_ids: tuple[str, ...] = ()
    """Offers it triggers; any of them may apply."""
    points: int = 0
    refusal: str = ""
    """Why it counts for nothing, whatever the engine says."""


class BasketOffers(msgspec.Struct, frozen=True, kw_only=True):
    """What lies over the shop's offers for one basket."""

    offers: tuple[Offer, ...] = ()
    codes: frozenset[str] = frozenset()
    """Coupons that were shown and may count: what offers ask for."""
    papers: tuple[Paper, ...] = ()

    def coupon_of(self, offer_id: str) -> int:
        """The number of the coupon an offer comes from; 0: none."""
        return next((paper.coupon_no for paper in self.papers if offer_id in paper.offer_ids), 0)


def basket_offers(
    terms: Terms,
    coupons: Sequence[tuple[int, Coupon]],
    member: Member | None,
    items: Mapping[Item, int],
    day: date,
    staff_agreed: Collection[int] = (),
) -> BasketOffers:
    """The offers of these coupons and of the member's stamps, for goods with their number of units."""
    stamps = () if member is None else _stamp_offers(terms.stamps, member, items)
    if not coupons:
        return BasketOffers(offers=stamps)
    reader = _Reader(terms, sorted({item.id for item in items}), day)
    papers = tuple(
        reader.read(number, coupon, number in staff_agreed)
        for number, coupon in sorted(coupons, key=lambda one: one[0])
    )
    offers = sorted((*reader.offers, *stamps), key=lambda offer: offer.id)
    return BasketOffers(offers=tuple(offers), codes=frozenset(reader.codes), papers=papers)


class _Reader:
    """Reads the coupons of a basket one by one."""

    def __init__(self, terms: Terms, keys: Sequence[str], day: date) -> None:
        self._terms = terms
        self._keys = keys
        self._day = day
        self._listed = {
            name: campaign.of for name, campaign in terms.campaigns.items() if campaign.of is not None
        }
        self._seen: set[str] = set()
        self._copies: dict[str, int] = {}
        self._count = 0
        self.offers: list[Offer] = []
        self.codes: set[str] = set()

    def read(self, number: int, coupon: Coupon, staff_agreed: bool) -> Paper:
        """What the coupon brings, or why nothing."""
        refusal = self._refusal(coupon, staff_agreed)
        if refusal:
            return Paper(coupon_no=number, refusal=refusal)
        self._copies[coupon.coupon_id] = self._copies.get(coupon.coupon_id, 0) + 1
        meaning = offer_from_coupon(coupon, self._keys, self._terms.families, self._listed)
        if meaning.refusal is not None:
            return Paper(coupon_no=number, refusal=meaning.refusal.value)
        self.codes.add(coupon.coupon_id)
        if meaning.points:
            return Paper(coupon_no=number, points=meaning.points)
        offers = self._triggered(coupon, number) if meaning.codes else self._own(coupon, number, meaning)
        if not offers:
            return Paper(coupon_no=number, refusal=Refusal.GOODS_UNKNOWN.value)
        return Paper(coupon_no=number, offer_ids=tuple(offer.id for offer in offers))

    def _own(self, coupon: Coupon, number: int, meaning: Meaning) -> tuple[Offer, ...]:
        """The coupon's alternatives, named by its number: serial numbers stay out of records and receipts."""
        names = self._names(coupon.coupon_id)
        paper = f"{coupon.coupon_id}/{number}"
        offers = tuple(
            msgspec.structs.replace(
                offer, id=f"{paper}#{at}" if at else paper, group=paper, name=names[""], names=names
            )
            for at, offer in enumerate(meaning.offers)
        )
        self.offers += offers
        return offers

    def _triggered(self, coupon: Coupon, number: int) -> tuple[Offer, ...]:
        """The shop's own offers for a coupon; a further paper of it triggers them once more."""
        offers = self._terms.by_code.get(coupon.coupon_id, ())
        if self._copies[coupon.coupon_id] > 1:
            offers = tuple(
                msgspec.structs.replace(offer, id=f"{coupon.coupon_id}/{number}/{offer.id}")
                for offer in offers
            )
            self.offers += offers
        return offers

    def _names(self, coupon_id: str) -> dict[str, str]:
        campaign = self._terms.campaigns.get(coupon_id)
        if campaign is None or not (campaign.name or campaign.names):
            return COUPON_NAMES
        return {"": campaign.name or COUPON_NAMES[""], **campaign.names}

    def _refusal(self, coupon: Coupon, staff_agreed: bool) -> str:
        self._count += 1
        if self._count > COUPONS_MAX:
            return "too_many"
        key = coupon.redemption_key
        if key is not None and key in self._seen:
            return "already_shown"
        shown = Shown(
            today=self._day,
            currency=self._terms.currency,
            retailer_ids=self._terms.retailer_ids,
            staff_agreed=staff_agreed,
        )
        refusal = refusal_when_shown(coupon, shown)
        if refusal is not None:
            return refusal.value
        if key is None or coupon.saving.benefit is Benefit.LISTED:
            campaign = self._terms.campaigns.get(coupon.coupon_id)
            if self._copies.get(coupon.coupon_id, 0) >= (campaign.copies if campaign else 1):
                return "copies"
        if key is not None:
            self._seen.add(key)
        return ""


def stamp_units(terms: StampTerms, items: Mapping[Item, int]) -> int:
    """Units of the basket that a stamp card is for."""
    return sum(count for item, count in items.items() if passes(terms.of, item, item.is_marked_down))


def _stamp_offers(
    cards: Sequence[StampTerms], member: Member, items: Mapping[Item, int]
) -> tuple[Offer, ...]:
    """A free unit for every full card."""
    offers = []
    for card in cards:
        rule = points.StampRule(stamps_needed=card.stamps_needed, same_visit=card.same_visit)
        units = stamp_units(card, items) if card.same_visit else UNITS_MAX
        free = points.stamped(member.stamps.get(card.card, 0), units, rule).free_units
        if free:
            names = {"": card.name or STAMP_NAMES[""], **(card.names if card.name else STAMP_NAMES)}
            form = Percent(percent_bp=BASIS_POINTS, of=card.of, max_units=free, pick="dearest")
            offers.append(Offer(id=STAMP_OFFER + card.card, name=names[""], names=names, derivation=(form,)))
    return tuple(offers)
