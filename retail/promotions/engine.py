"""Price a whole basket at once; the same answer as scanning it."""

from collections.abc import Iterable

from retail.promotions.index import Book
from retail.promotions.outcome import Outcome
from retail.promotions.rounding import OURS, Policy
from retail.promotions.session import OpenBasket
from retail.promotions.taxes import TaxPolicy
from retail.promotions.units import Context, Unit


def price_basket(
    units: Iterable[Unit],
    book: Book,
    context: Context | None = None,
    policy: Policy = OURS,
    taxes: TaxPolicy | None = None,
) -> Outcome:
    """The final price of these units, with the reason for every cent. Searches to the end."""
    basket = OpenBasket(book, context, policy, taxes)
    for unit in units:
        basket.add(unit)
    return basket.finish().outcome()
