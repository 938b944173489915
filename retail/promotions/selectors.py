"""Which selectors an offer has, and whether a unit passes one.

A derivation's selectors come in a fixed order, its *places*: place 0 of a buy-get is what must be bought,
place 1 what is given. Conditions add places of their own behind.
"""

from retail.promotions.offer import (
    EVERYTHING,
    Bundle,
    BuyGet,
    Derivation,
    FreeDelivery,
    Ladder,
    NextVisit,
    Selector,
)
from retail.promotions.units import Item


def places(derivation: Derivation) -> tuple[Selector, ...]:
    """A derivation's selectors in the order its form expects their units."""
    match derivation:
        case BuyGet():
            return derivation.buy, derivation.get
        case Bundle():
            return tuple(slot.of for slot in derivation.slots)
        case Ladder():
            return derivation.of, derivation.pay_on or derivation.of
        case FreeDelivery() | NextVisit():
            return (EVERYTHING,)
        case _:
            return (derivation.of,)


def passes(selector: Selector, item: Item, is_marked_down: bool) -> bool:
    """Whether a unit of this item is selected. Bands are tested on the list price."""
    if selector.ids and item.id not in selector.ids:
        return False
    if selector.categories and not any(name in selector.categories for name in item.categories):
        return False
    if selector.not_marked_down and is_marked_down:
        return False
    if selector.price_from_minor is not None and item.price_minor < selector.price_from_minor:
        return False
    if selector.price_to_minor is not None and item.price_minor > selector.price_to_minor:
        return False
    if selector.days_left_to is not None and (
        item.days_left is None or item.days_left > selector.days_left_to
    ):
        return False
    if item.id in selector.without_ids:
        return False
    return not any(name in selector.without_categories for name in item.categories)
