"""What a basket costs. Every amount on screen and receipt comes from here and nowhere else.

Invariants: pure; the total is the sum of the lines; per-rate totals add up to the total.
"""

from collections.abc import Sequence

from retail import tax
from retail.basket import Line
from retail.check import require
from retail.money import AMOUNT_MAX_MINOR
from retail.priced import PricedBasket


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
