"""What a priced basket says: every unit's price and every discount's reason, as data.

The receipt prints these records, refunds pay back by them, and nothing is ever priced again from offers.

Invariants: a unit's list price less its discounts is what is paid for it; discounts of all units add up to
the saving.
"""

import msgspec

from retail.promotions.offer import Layer
from retail.promotions.taxes import TaxPart


class Discount(msgspec.Struct, frozen=True, kw_only=True):
    """One offer's effect on one unit."""

    offer_id: str
    layer: Layer
    group: int
    """Which group of the offer: the first three of 3 for 2, the second three."""
    is_reward: bool
    """False: the unit was needed for the offer and keeps its price."""
    base_minor: int
    """What was left to pay before."""
    amount_minor: int
    reason: str
    """Key of the sentence that explains it: the form's name."""
    runner_up: str = ""
    """The offer that would have taken the unit otherwise."""


class UnitOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """One unit."""

    unit_id: int
    item_id: str
    list_minor: int
    paid_minor: int
    discounts: tuple[Discount, ...]


class GiftOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """Units added at no charge."""

    offer_id: str
    item_id: str
    count: int
    value_minor: int


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a shown code or an offer gives nothing: a sentence's key and its figures."""

    offer_id: str
    reason: str
    missing: int = 0
    """Units, or minor units, that are missing to the threshold."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A priced basket."""

    units: tuple[UnitOutcome, ...]
    list_minor: int
    """All units at their list prices."""
    saving_minor: int
    """Off the units, and the value of gifts."""
    delivery_minor: int
    total_minor: int
    """To pay: goods, tax where prices exclude it, delivery."""
    net_minor: int
    tax_minor: int
    taxes: tuple[TaxPart, ...]
    applied: tuple[str, ...]
    """Offers with an effect, in the order applied."""
    gifts: tuple[GiftOutcome, ...]
    next_visit_minor: int
    """Value of coupons handed out for the next visit."""
    is_final: bool
    """Whether every search was finished. No payment starts on a price that is not final."""
    is_exact: bool = True
    """Whether the best combination of item offers is proved. A final price that is not exact is the best one
    found within the search's limits; it depends on the goods, not on the order of scans."""

    def saving_of(self, item_id: str) -> int:
        """What is taken off all units of a product."""
        return sum(unit.list_minor - unit.paid_minor for unit in self.units if unit.item_id == item_id)
