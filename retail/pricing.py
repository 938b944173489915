"""What a basket costs. Every amount on screen and receipt comes from here and nowhere else.

Invariants: pure; the total is the sum of the lines; per-rate totals add up to the total.
"""

from collections.abc import Sequence

import msgspec

from retail import tax
from retail.catalogue import Product
from retail.check import require
from retail.money import AMOUNT_MAX_MINOR, divide_half_up
from retail.receipt import TaxTotal

QUANTITY_MAX = 99
WEIGHT_MAX_G = 99_999


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a basket: some pieces of a product, or one weighed pack."""

    line_id: int
    product: Product
    quantity: int = 1
    weight_g: int | None = None
    price_minor: int | None = None
    """Price read from the code; else the product's price counts."""

    def __post_init__(self) -> None:
        require(1 <= self.quantity <= QUANTITY_MAX, f"a quantity is 1 to {QUANTITY_MAX}")
        require(self.weight_g is None or 0 < self.weight_g <= WEIGHT_MAX_G, "a weight is 1 g to 99.999 kg")
        require(self.price_minor is None or self.price_minor > 0, "a price read from a code is not zero")

    @property
    def unit_price_minor(self) -> int:
        """Price of one piece, or of one kilogram for a weighed line."""
        return self.product.price_minor if self.price_minor is None else self.price_minor

    @property
    def amount_minor(self) -> int:
        """What the line costs."""
        if self.weight_g is None or self.price_minor is not None:
            return self.quantity * self.unit_price_minor
        return self.quantity * divide_half_up(self.unit_price_minor * self.weight_g, 1000)

    def may_merge(self, other: "Line") -> bool:
        """Whether `other` is one more of the same: same product snapshot, nothing measured."""
        measured = self.weight_g, self.price_minor, other.weight_g, other.price_minor
        return self.product == other.product and measured == (None, None, None, None)


class PricedBasket(msgspec.Struct, frozen=True, kw_only=True):
    """A basket with its total and what each tax rate contributes."""

    currency: str
    total_minor: int
    taxes: tuple[TaxTotal, ...]
    item_count: int
    """Pieces; a weighed pack counts as one."""


def price(lines: Sequence[Line], currency: str) -> PricedBasket:
    """Price a basket. All products must be in `currency`."""
    require(all(line.product.currency == currency for line in lines), f"every price is in {currency}")
    total = sum(line.amount_minor for line in lines)
    require(total <= AMOUNT_MAX_MINOR, "a basket stays below the largest amount")
    return PricedBasket(
        currency=currency,
        total_minor=total,
        taxes=tax.totals((line.product.tax_rate_bp, line.amount_minor) for line in lines),
        item_count=sum(line.quantity for line in lines),
    )
