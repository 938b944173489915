"""Rounding up for a charity: how much it is, and the line it becomes.

What is given stands in the basket as a line of its own, so that receipt, journal, returns and the service's
own sums need no second kind of money. It is no goods: it has no tax, no offer touches it, it counts for no
threshold and no points.

Invariants: pure; `KEY` has a true check digit and is no number anybody sells by.
"""

from retail.basket import Line
from retail.catalogue import Product

KEY = "00000000000000"
CATEGORY = "donation"
_NAMES = {
    "": "Donation: {charity}",
    "de": "Spende: {charity}",
    "zh": "捐款：{charity}",
    "es": "Donativo: {charity}",
    "fr": "Don\u00a0: {charity}",
    "ar": "تبرع: {charity}",
}


def product(charity: str, currency: str) -> Product:
    """What a donation is, in the words of goods."""
    return Product(
        key=KEY,
        gtin=KEY,
        names={language: name.format(charity=charity) for language, name in _NAMES.items()},
        price_minor=0,
        currency=currency,
        tax_rate_bp=0,
        category=CATEGORY,
        takes_offers=False,
        counts=False,
    )


def is_donation(line: Line) -> bool:
    """Whether a line is one."""
    return line.product.key == KEY and line.product.category == CATEGORY


def round_up_minor(total_minor: int, step_minor: int) -> int:
    """What is missing to the next whole step; 0: nothing, or nothing is rounded."""
    return -total_minor % step_minor if step_minor > 0 and total_minor > 0 else 0
