"""What an offer does for a product or a basket, or what is missing to it, in the words of people.

Source: docs/phone.md, "Goods"; `retail.promotions.reasons` for the reasons.
Invariants: pure; an offer that needs a code is never told to who does not have it.
"""

import msgspec

from retail.member import Member
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.promotions.offer import AnyOf, Offer
from retail.promotions.offer import Member as ForMembers
from retail.promotions.outcome import Refusal
from store.data.people import interests
from store.data.people.interests import INTERESTS
from store.phone.words import Words

OFFERS_MAX = 60


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer does for a product."""

    name: str
    text: str
    counts: bool
    why: str = ""
    """Why it is shown to this member: what they said, did or bought. Empty: it is for everybody."""


def of_product(
    pricer: Pricer, basket: Basket, priced: PricedBasket, offer_id: str, words: Words
) -> Told | None:
    """What an offer that names a product does for it now; None: there is nothing to say."""
    offer = pricer.terms.book.by_name[offer_id].offer
    applied = priced.offer(offer_id)
    if applied is not None and applied.saving_minor:
        saves = words.text("Counts now: you save {amount}", amount=words.amount(applied.saving_minor))
        return Told(name=_name(offer, words), text=saves, counts=True, why=_why(offer, basket.member, words))
    refusal = pricer.why_not(basket, offer_id)
    if refusal.reason == "members_only" and (basket.member is not None or is_personal(offer)):
        return None  # another group's: staff, a tier, what somebody likes
    text = _why_not(refusal, words)
    why = _why(offer, basket.member, words)
    return Told(name=_name(offer, words), text=text, counts=False, why=why) if text else None


def today_of(pricer: Pricer, basket: Basket, offer: Offer, words: Words) -> Told | None:
    """An offer that somebody could have today; None: it needs a code, or is not for now."""
    refusal = pricer.why_not(basket, offer.id)
    is_of_others = refusal.reason == "members_only" and basket.member is not None
    if refusal.reason in _HIDDEN or is_of_others:
        return None
    text = _why_not(refusal, words) if refusal.reason in _SHOWN_IN_LISTS else ""
    if is_personal(offer) and basket.member is None:
        return None  # whom it is for is nobody else's business
    counts, why = refusal.reason not in _SHOWN_IN_LISTS, _why(offer, basket.member, words)
    return Told(name=_name(offer, words), text=text, counts=counts, why=why)


_HIDDEN = frozenset(
    {"needs_code", "not_now", "other_purchase", "unknown_offer", "used_up", "expired", "not_yet"}
)
_SHOWN_IN_LISTS = frozenset({"members_only", "other_tender", "used_today", "used_by_member"})
_WHY_NOT = {
    "members_only": "For members: show your code",
    "other_tender": "With another means of payment",
    "used_today": "You have had it today",
    "used_by_member": "You have had it",
    "other_offers_save_more": "Another offer saves you more",
    "another_offer_is_exclusive": "Another offer saves you more",
    "not_now": "Not at this time",
}


def _why_not(refusal: Refusal, words: Words) -> str:
    """What is missing to an offer, in words; empty: it is not spoken of."""
    if refusal.reason == "too_few":
        return words.text("Take {n} more", n=max(1, refusal.missing))
    if refusal.reason == "spend_more":
        return words.text("From {amount} more in your basket", amount=words.amount(refusal.missing))
    if refusal.reason in ("no_goods", "nothing_for_it"):
        return words.text("Together with other goods")
    english = _WHY_NOT.get(refusal.reason, "")
    return words.text(english) if english else ""


def is_personal(offer: Offer) -> bool:
    """Whether an offer is chosen by what a member said, did or bought."""
    return any(interests.is_personal(group) for group in _groups(offer))


def personal_of(offer: Offer, member: Member | None) -> tuple[str, ...]:
    """The member's own groups that an offer was chosen by; empty: it is not theirs."""
    own = member.offer_groups if member is not None else frozenset()
    return tuple(group for group in _groups(offer) if interests.is_personal(group) and group in own)


def _groups(offer: Offer) -> list[str]:
    tests = [test for test in offer.eligibility if isinstance(test, ForMembers)]
    for test in offer.eligibility:
        if isinstance(test, AnyOf):
            tests += [one for one in test.tests if isinstance(one, ForMembers)]
    return [group for test in tests for group in test.groups]


def _why(offer: Offer, member: Member | None, words: Words) -> str:
    """Why a personal offer is shown, in words; empty for one that is for everybody."""
    for group in personal_of(offer, member):
        if group == interests.HERE:
            return words.text("Because you checked in today")
        if group.startswith(interests.BY_INTEREST):
            liked = group.removeprefix(interests.BY_INTEREST)
            return words.text("Because you like: {what}", what=words.text(INTERESTS.get(liked, liked)))
        bought = group.removeprefix(interests.BY_HISTORY).replace("-", " · ").replace("_", " ")
        return words.text("Because you often buy: {what}", what=bought)
    return ""


def _name(offer: Offer, words: Words) -> str:
    return offer.names.get(words.language) or offer.name or offer.id


def member_offers(pricer: Pricer, member: Member | None, local: str, words: Words) -> list[Told]:
    """The offers that members alone have, whichever they could use now first."""
    basket = Basket(member=member, started_at=local, currency=pricer.terms.currency)
    shown = [
        told
        for offer in pricer.terms.offers
        if any(isinstance(test, ForMembers) for test in offer.eligibility)
        and (told := today_of(pricer, basket, offer, words)) is not None
    ]
    return sorted(shown, key=lambda one: not one.counts)[:OFFERS_MAX]
