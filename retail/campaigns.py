"""Campaign limits as one lane sees them: what is left to it of each, and what a priced basket takes.

"Ten thousand uses" or "5,000.00 in all" is counted over every lane of a shop. A lane without a link cannot
count that; it spends from the slice the store lent it (`retail.coupons.escrow`), and prices by what is left
of it when the shopper comes. What was left stands in the journal, so that whoever prices the sale again
comes to the same cent.

Source: docs/coupons.md, "Offline".
Invariants: pure; what a basket takes is never more than what was left when it was priced.
"""

from collections.abc import Iterable, Sequence

import msgspec

from retail.priced import PricedBasket
from retail.promotions.index import Book, Ready
from retail.promotions.offer import Limit, Offer
from retail.promotions.units import Item


class CampaignLeft(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane may still give away of a campaign."""

    offer_id: str
    uses: int
    amount_minor: int


Left = tuple[CampaignLeft, ...]
"""An offer with a campaign limit that is not among them has nothing left."""


class CampaignLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign's limit over all lanes, as its offer says it, less what was used before."""

    offer_id: str
    uses: int | None
    """None: not limited in uses."""
    amount_minor: int | None


class CampaignUse(msgspec.Struct, frozen=True, kw_only=True):
    """What a basket takes of a campaign."""

    offer_id: str
    uses: int
    amount_minor: int


class _Limited(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    limits: tuple[Limit, ...] = ()


class _File(msgspec.Struct, frozen=True, kw_only=True):
    offers: tuple[_Limited, ...] = ()


_files = msgspec.json.Decoder(_File)


def has_campaign(limits: Iterable[Limit]) -> bool:
    """Whether any of these limits is over all lanes."""
    return any(limit.scope == "campaign" for limit in limits)


def campaigns_in(terms_file: bytes) -> tuple[CampaignLimit, ...]:
    """The campaign limits of an accepted file of terms. Raises `msgspec.DecodeError` for something else."""
    return tuple(
        limit_of(offer.id, offer.limits)
        for offer in _files.decode(terms_file).offers
        if has_campaign(offer.limits)
    )


def limit_of(offer_id: str, limits: Sequence[Limit]) -> CampaignLimit:
    """The tightest campaign limit among an offer's limits."""
    mine = [limit for limit in limits if limit.scope == "campaign"]
    uses = [max(0, limit.uses - limit.used) for limit in mine if limit.uses is not None]
    amounts = [
        max(0, limit.amount_minor - limit.used_minor) for limit in mine if limit.amount_minor is not None
    ]
    return CampaignLimit(
        offer_id=offer_id, uses=min(uses, default=None), amount_minor=min(amounts, default=None)
    )


def within(offer: Offer, left: CampaignLeft | None) -> Offer:
    """The offer with what is left in place of its campaign limits; None: nothing is left."""
    others = tuple(limit for limit in offer.limits if limit.scope != "campaign")
    if left is None:
        return msgspec.structs.replace(offer, limits=(*others, Limit(scope="campaign", uses=0)))
    whole = limit_of(offer.id, offer.limits)
    own = []
    if whole.uses is not None:
        own.append(Limit(scope="campaign", uses=max(0, left.uses)))
    if whole.amount_minor is not None:
        own.append(Limit(scope="campaign", amount_minor=max(0, left.amount_minor)))
    return msgspec.structs.replace(offer, limits=(*others, *own))


class LimitedBook(Book):
    """A book some of whose offers give no more than what is left of them. Shares everything else."""

    def __init__(self, under: Book, offers: Iterable[Offer]) -> None:
        """`offers`: in place of those of `under` with the same ids; only their limits differ."""
        super().__init__((), under=under)
        self._instead: dict[int, Ready] = {}
        for offer in offers:
            rank = under.by_name[offer.id].rank
            ready = Ready(offer, rank)
            self._instead[rank] = self.ready[rank] = self.by_name[offer.id] = ready

    def candidates(self, item: Item) -> Sequence[Ready]:
        """Offers that may touch this item, in rank order."""
        return [self._instead.get(ready.rank, ready) for ready in super().candidates(item)]


def uses_in(priced: PricedBasket, campaigns: Iterable[str]) -> tuple[CampaignUse, ...]:
    """What a priced basket takes of these offers. A group of goods is a use; so is anything without
    groups."""
    wanted = frozenset(campaigns)
    if wanted.isdisjoint(offer.offer_id for offer in priced.offers):
        return ()
    uses = {offer.offer_id: 1 for offer in priced.offers if offer.offer_id in wanted}
    amounts = dict.fromkeys(uses, 0)
    for unit in priced.units:
        for cut in unit.cuts:
            if cut.offer_id in uses:
                uses[cut.offer_id] = max(uses[cut.offer_id], cut.group + 1)
                amounts[cut.offer_id] += cut.amount_minor
    return tuple(
        CampaignUse(offer_id=offer_id, uses=count, amount_minor=amounts[offer_id])
        for offer_id, count in uses.items()
    )
