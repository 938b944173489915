"""The worst that coupons and campaigns can cost while lanes have no link, for the owner to know beforehand.

    single-use coupons   lanes x acceptances a lane risks a day x the largest worth it risks
    campaigns            what lanes hold and have not told yet; it is inside the campaign's limit, so it is no
                         loss beyond it, only not known yet
    points               what a lane accepts unasked, bounded by each member's balance as last known: for one
                         shopper, not for the store
    stored value         lanes x cards a lane takes unasked a day x the floor of each

Source: docs/coupons.md, "Offline"; `retail.coupons.offline`.
Invariants: pure; integers of minor units.
"""

import msgspec

from retail.terms import Terms


class Risk(msgspec.Struct, frozen=True, kw_only=True):
    """The worst of one day without links."""

    lanes: int
    per_lane: int
    """Single-use coupons a lane accepts a day without asking."""
    each_minor: int
    """The most one of them is worth."""
    points_each: int
    """Points one shopper may spend unasked."""
    points_each_minor: int
    value_cards: int
    """Gift cards a lane takes unasked a day."""
    value_each_minor: int
    """The most it takes of one of them."""
    value_minor: int
    """All lanes together, for a day."""

    @property
    def coupons_minor(self) -> int:
        """All lanes together, for a day."""
        return self.lanes * self.per_lane * self.each_minor


def worst(terms: Terms, lanes: int) -> Risk:
    """The worst loss of a day on which no lane reaches the store."""
    spend = terms.points.spend
    offline_points = terms.points.offline_points_max if spend is not None else 0
    worth = offline_points * spend.amount_minor // spend.points if spend is not None else 0
    return Risk(
        lanes=lanes,
        per_lane=terms.offline.per_day,
        each_minor=terms.offline.value_max_minor,
        points_each=offline_points,
        points_each_minor=worth,
        value_cards=terms.stored_value.offline.cards_per_day,
        value_each_minor=terms.stored_value.offline.floor_minor,
        value_minor=terms.stored_value.offline.worst_loss_minor(lanes),
    )
