"""Offers that are the same but for their names.

Of a form that may be used as often as the goods allow, a second copy adds no way to use a unit: whatever it
does, the first one could do as well. One with a limit, in units, groups or money, does add something.

Invariant: leaving out all copies but the first changes no price.
"""

from collections.abc import Hashable

from retail.promotions.offer import (
    AmountEach,
    Bundle,
    BuyGet,
    DistinctSet,
    GroupPrice,
    NewPrice,
    NthUnit,
    Offer,
    Percent,
    PerGroup,
)

_REPEATED = Percent | AmountEach | NewPrice | GroupPrice | NthUnit | BuyGet | Bundle | DistinctSet | PerGroup


def alike(offer: Offer) -> Hashable:
    """What offers have in common of which only the first is needed; None where each may save something."""
    if offer.layer not in ("shelf", "item") or len(offer.derivation) != 1 or offer.limits:
        return None
    form = offer.derivation[0]
    limits = (getattr(form, name, None) for name in ("times", "max_units", "max_units_per_line"))
    is_part = isinstance(form, GroupPrice) and form.part_groups
    if not isinstance(form, _REPEATED) or is_part or any(limit is not None for limit in limits):
        return None
    return offer.layer, offer.exclusive, form, offer.eligibility
