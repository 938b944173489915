"""What is said of a price, of joining, of bags and of giving up: it stands before the purchase. Pure.

Invariants: no address, number or name of a person is said; a price is said with that nothing was added.
"""

from kiosk.checkout.state import SHOPPING, Joining, OrderAside, Phase, PriceCheck, State
from kiosk.spoken import figures, private
from kiosk.spoken.words.asides import ASIDES
from kiosk.spoken.words.entry import Words
from kiosk.spoken.words.orders import ORDERS

_JOIN_REASONS = {"no_link": "join_no_link", "known": "join_known"}


def aside(state: State, language: str) -> str:
    """The sentence; empty where nothing stands before the purchase."""
    if state.phase not in SHOPPING | {Phase.ATTRACT}:
        return ""
    sale = state.transaction
    if sale is not None and sale.joining is not None:
        return _joins(sale.joining).in_language(language)
    if sale is not None and sale.cancel_asked:
        return ASIDES["giving_up"].in_language(language)
    if sale is not None and sale.bags and state.phase is Phase.SCANNING:
        return ASIDES["bags"].in_language(language)
    if state.order is not None:
        return _order(state.order, language)
    return _price(state.price_check, language) if state.price_check is not None else ""


def _order(shown: OrderAside, language: str) -> str:
    found, words = shown.found, ORDERS[shown.told].in_language(language)
    if found is None or not found.due_minor:
        return words
    return words.format(amount=figures.amount(found.due_minor, found.currency, language))


def _joins(joining: Joining) -> Words:
    if joining.reason:
        return ASIDES[_JOIN_REASONS.get(joining.reason, "join_failed")]
    return ASIDES["join_asking" if joining.is_asked else "join_code"]


def _price(check: PriceCheck, language: str) -> str:
    checked = check.checked
    if checked is None:
        return ASIDES["price_missed" if check.reason else "price_scan"].in_language(language)
    product, priced = checked.product, checked.priced
    name = private.foreign(product.name(language))
    if priced is None:
        per_kg = figures.amount(product.price_minor, product.currency, language)
        return ASIDES["price_kg"].in_language(language).format(name=name, amount=per_kg)
    goods_minor = priced.total_minor - priced.linked_minor
    was_minor = goods_minor + priced.saving_minor
    words = ASIDES["price_cut" if was_minor > goods_minor else "price_found"]
    amount, was = (figures.amount(one, product.currency, language) for one in (goods_minor, was_minor))
    return words.in_language(language).format(name=name, amount=amount, was=was)
