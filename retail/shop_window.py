"""Which offers a lane shows while it waits: those anybody, or any member, has today, with what a piece costs.

Source: docs/screens.md, "While the lane waits".
Invariants: pure; an offer that needs a code, a tender, a number of purchases or a group of members is never
shown, because who reads it may not have it; a price shown is what `retail.pricing` asks for one piece alone.
"""

import datetime
from collections.abc import Iterator
from itertools import islice

import msgspec

from retail.basket import Line
from retail.catalogue import Catalogue, Product
from retail.member import Member
from retail.pricing import Basket, Pricer, context_of
from retail.promotions.index import is_within
from retail.promotions.offer import AnyOf, Code, Offer, OrderNumber, Tender, Window
from retail.promotions.offer import Member as ForMembers
from retail.promotions.selectors import places

LOOKED_AT_MAX = 500
"""Offers of a shop that are looked at for its window."""
_KILOGRAM_G = 1_000
_ANYBODY = Member(member_id="anybody")


class InWindow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer of the day."""

    offer_id: str
    names: dict[str, str]
    """Language to what it is called; `""` is the fallback."""
    product: Product
    """What of; the first of its goods that the shop sells."""
    price_minor: int = 0
    """What a piece (a kilogram of loose goods) costs with it; 0: it takes more than one piece."""
    is_for_members: bool = False
    last_day: str = ""
    """ISO 8601 date it ends on; empty: it goes on."""


def offers_of_the_day(pricer: Pricer, catalogue: Catalogue, local: str, most: int) -> tuple[InWindow, ...]:
    """At most `most` offers for the window at this local time (ISO 8601 with offset), each of other goods.

    Those whose goods have a picture come first, then in the order of the shop's file.
    """
    found: dict[str, InWindow] = {}
    for offer in islice(pricer.terms.offers, LOOKED_AT_MAX):
        shown = _shown(offer, pricer, catalogue, local)
        if shown is not None:
            found.setdefault(shown.product.key, shown)
    return tuple(sorted(found.values(), key=lambda one: not one.product.picture))[:most]


def _shown(offer: Offer, pricer: Pricer, catalogue: Catalogue, local: str) -> InWindow | None:
    if offer.layer == "coupon" or not _is_for_all_today(offer, local):
        return None
    product = next(_goods(offer, catalogue), None)
    if product is None or product.currency != pricer.terms.currency:
        return None
    is_for_members = any(isinstance(test, ForMembers) for test in offer.eligibility)
    line = Line(line_id=1, product=product, weight_g=_KILOGRAM_G if product.unit == "kg" else None)
    basket = Basket(
        lines=(line,),
        member=_ANYBODY if is_for_members else None,
        started_at=local,
        currency=pricer.terms.currency,
    )
    priced = pricer.price(basket, nudges=False)
    counts = any(one.offer_id == offer.id and one.saving_minor for one in priced.offers)
    paid = priced.paid_minor(line.line_id)
    ends = [test.last_day for test in offer.eligibility if isinstance(test, Window) and test.last_day]
    return InWindow(
        offer_id=offer.id,
        names={**offer.names, "": offer.name or offer.id},
        product=product,
        price_minor=paid if counts and paid < line.amount_minor else 0,
        is_for_members=is_for_members,
        last_day=min(ends, default=""),
    )


def _is_for_all_today(offer: Offer, local: str) -> bool:
    moment = context_of(
        Basket(started_at=local, currency=""), datetime.datetime.fromisoformat(local), frozenset()
    ).moment
    for test in offer.eligibility:
        if isinstance(test, Window):
            if not is_within(test, moment):
                return False
        elif isinstance(test, ForMembers):
            if test.groups:
                return False
        elif isinstance(test, Code | OrderNumber | Tender | AnyOf):
            return False
    return True


def _goods(offer: Offer, catalogue: Catalogue) -> Iterator[Product]:
    """The goods an offer names, in its order, that the shop sells."""
    for derivation in offer.derivation:
        for selector in places(derivation):
            for key in selector.ids:
                product = catalogue.find(key)
                if product is not None and not product.pack_of and product.takes_offers:
                    yield product
