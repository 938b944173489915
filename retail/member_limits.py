"""Limits per member, and per member and day, over several purchases: what was used before counts.

The store counts what each member has had of offers that are limited so, and tells the lanes with the member's
facts (`retail.member.OfferUses`). A basket of that member then begins with those counts in place of nothing.
What is journalled with the purchase is the member as told, so whoever prices the sale again comes to the same
cent. The count may be a moment old: what that risks stands in docs/coupons.md, "Limits per member".

Source: docs/offers.md, "Limits".
Invariants: pure; a day's count never outlives its day; counting only ever leaves less of an offer.
"""

from collections.abc import Iterable, Mapping

import msgspec

from retail.campaigns import uses_in
from retail.member import USES_MAX, OfferUses
from retail.priced import PricedBasket
from retail.promotions.offer import Limit, Offer

Limited = Mapping[str, Offer]
"""Offers with a limit per member, by id."""


def has_member_limit(limits: Iterable[Limit]) -> bool:
    """Whether any of these limits is each member's own."""
    return any(limit.scope in ("member", "member_day") for limit in limits)


def is_daily(limits: Iterable[Limit]) -> bool:
    """Whether of these limits only those per day are each member's own: older uses do not matter."""
    scopes = {limit.scope for limit in limits}
    return "member_day" in scopes and "member" not in scopes


def counted(offer: Offer, had: OfferUses, day: str) -> Offer:
    """The offer as it stands for a member who has had this of it, on a business day (ISO)."""
    limits = tuple(_counted(limit, had, day) for limit in offer.limits)
    return msgspec.structs.replace(offer, limits=limits)


def _counted(limit: Limit, had: OfferUses, day: str) -> Limit:
    if limit.scope == "member":
        uses, minor = had.uses, had.amount_minor
    elif limit.scope == "member_day" and had.day == day:
        uses, minor = had.day_uses, had.day_minor
    else:
        return limit
    return msgspec.structs.replace(limit, used=limit.used + uses, used_minor=limit.used_minor + minor)


def uses_of(priced: PricedBasket, limited: Iterable[str], day: str) -> tuple[OfferUses, ...]:
    """What a purchase of a member takes of these offers."""
    return tuple(
        OfferUses(
            offer_id=one.offer_id,
            uses=one.uses,
            amount_minor=one.amount_minor,
            day=day,
            day_uses=one.uses,
            day_minor=one.amount_minor,
        )
        for one in uses_in(priced, limited)
    )


def together(uses: Iterable[OfferUses]) -> tuple[OfferUses, ...]:
    """Uses of several times as one count for each offer: the newest USES_MAX, by day and then id.

    >>> once = OfferUses(offer_id="tea", uses=1, day="2026-11-24", day_uses=1)
    >>> [(one.uses, one.day_uses) for one in together([once, once])]
    [(2, 2)]
    """
    found: dict[str, OfferUses] = {}
    for one in uses:
        known = found.get(one.offer_id)
        found[one.offer_id] = one if known is None else _sum(known, one)
    newest = sorted(found.values(), key=lambda one: one.offer_id)
    newest.sort(key=lambda one: one.day, reverse=True)
    return tuple(newest[:USES_MAX])


def _sum(one: OfferUses, other: OfferUses) -> OfferUses:
    day = max(one.day, other.day)
    of_day = [some for some in (one, other) if some.day == day]
    return OfferUses(
        offer_id=one.offer_id,
        uses=one.uses + other.uses,
        amount_minor=one.amount_minor + other.amount_minor,
        day=day,
        day_uses=sum(some.day_uses for some in of_day),
        day_minor=sum(some.day_minor for some in of_day),
    )
