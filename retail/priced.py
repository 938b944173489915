"""A priced basket as data: what each unit costs and why. What screen, receipt, refund and store service read.

`retail.pricing` makes it from a basket; nothing else computes a price. It is stored with the sale, so that no
sale is ever priced again.

Invariants: frozen; a unit's list price less its cuts is what is paid for it; the units and the linked items
add up to the total; the offers' savings add up to the saving; the taxes add up to the total.
"""

from typing import Literal

import msgspec

from retail.promotions.offer import Layer
from retail.receipt import TaxTotal


class Cut(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One offer's part in one unit's price."""

    offer_id: str
    group: int = 0
    """Which group of the offer: the first three of 3 for 2, the second three."""
    is_reward: bool = True
    """False: the unit was needed for the offer and keeps its price."""
    base_minor: int
    """What was left to pay before."""
    amount_minor: int


class UnitPrice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One unit of a line: what it costs by itself and what is paid for it."""

    line_id: int
    index: int = 0
    """0 to the line's quantity less one. Units of a line are alike to the shopper, not to an offer."""
    list_minor: int
    paid_minor: int
    cuts: tuple[Cut, ...] = ()


class AppliedOffer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An offer with an effect on the basket, in the words the shopper reads."""

    offer_id: str
    names: dict[str, str]
    """Language to what receipt and screen say; `""` is the fallback."""
    layer: Layer
    reason: str
    """Key of the sentence that explains it: the offer's form."""
    saving_minor: int
    """Over the whole basket."""
    funder: Literal["store", "maker"] = "store"
    coupon_no: int = 0
    """The coupon it comes from; 0: none."""


class Nudge(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What would save more: one more of a line's goods, or goods for so much more."""

    offer_id: str
    names: dict[str, str]
    line_id: int = 0
    """The line of which one more would help; 0: any goods."""
    missing_units: int = 0
    missing_minor: int = 0
    saves_minor: int


class CouponStanding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a shown coupon does in this basket."""

    coupon_no: int
    saving_minor: int = 0
    reason: str = ""
    """Why it gives nothing now (`nothing_for_it`, `too_few`, `spend_more`, ...); empty when it saves."""
    missing: int = 0
    """Units or minor units missing to it."""
    points: int = 0
    """Loyalty points it gives instead of money."""


class Gift(msgspec.Struct, frozen=True, kw_only=True):
    """Goods the shopper may take at no charge."""

    offer_id: str
    names: dict[str, str]
    item_key: str
    count: int


class Rewards(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the purchase earns, should it be paid as it is."""

    points: int = 0
    base_minor: int = 0
    """What they are earned on: after discounts, less deposits."""
    next_visit_minor: int = 0
    """Worth of the coupon for the next visit."""
    next_visit_code: str = ""
    """How its code begins; a serial number of `Terms.next_visit_serial_length` characters follows."""
    next_visit_from: str = ""
    next_visit_until: str = ""
    """ISO dates."""
    stamps: dict[str, int] = {}
    """Stamp card to the stamps on it afterwards."""


class PricedBasket(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A basket with its total and the reason for every cent."""

    currency: str
    total_minor: int
    """To pay: goods after all offers, and linked items."""
    item_count: int
    """Pieces; a weighed pack counts as one."""
    list_minor: int = 0
    """Goods without any offer."""
    saving_minor: int = 0
    linked_minor: int = 0
    """Deposits and other linked items, part of the total."""
    taxes: tuple[TaxTotal, ...] = ()
    units: tuple[UnitPrice, ...] = ()
    """By line and index."""
    offers: tuple[AppliedOffer, ...] = ()
    """In the order applied."""
    nudges: tuple[Nudge, ...] = ()
    """The best first."""
    coupons: tuple[CouponStanding, ...] = ()
    gifts: tuple[Gift, ...] = ()
    rewards: Rewards = Rewards()
    is_final: bool = True
    """Whether every search was finished. No payment starts on a price that is not final."""
    is_exact: bool = True
    """False for a final price that was not proved to be the best: so very many offers overlap that the best
    found stands (docs/offers.md, "Final prices"). Journalled with the price."""

    def paid_minor(self, line_id: int) -> int:
        """What is paid for the goods of a line."""
        return sum(unit.paid_minor for unit in self.units if unit.line_id == line_id)

    def offer(self, offer_id: str) -> AppliedOffer | None:
        """The offer with this id, if it has an effect."""
        return next((offer for offer in self.offers if offer.offer_id == offer_id), None)

    def cuts_of_line(self, line_id: int) -> dict[str, int]:
        """What each offer takes off a line, in the order applied."""
        taken: dict[str, int] = {}
        for unit in self.units:
            for cut in unit.cuts if unit.line_id == line_id else ():
                if cut.amount_minor:
                    taken[cut.offer_id] = taken.get(cut.offer_id, 0) + cut.amount_minor
        return taken
