"""Pricing as part of a decision: every change of a basket carries its new price in the same commit.

The state is a fold over events and never needs an offer: what the pricer answered stands in `BasketPriced`,
with only those units whose price is another than before.

Invariants: pure; the units of an answer and those of the basket are the same.
"""

from msgspec.structs import replace

from kiosk.checkout.decision import Context, Decision, Events, Ignored
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import State, Transaction, transaction_of
from retail.check import require
from retail.journal import events as e
from retail.priced import PricedBasket
from retail.pricing import Basket


def with_prices(state: State, events: Events, context: Context) -> Events:
    """`events`, and what the basket costs after them."""
    sale = transaction_of(fold(events, state))
    return (*events, _told(sale, context.assortment.pricer.price(basket_of(sale))))


def final(sale: Transaction, context: Context) -> PricedBasket:
    """The final price of the basket as it is."""
    priced = context.assortment.pricer.finish(basket_of(sale))
    _check(sale, priced)
    return priced


def search_on(state: State, context: Context) -> Decision:
    """There is time to search for the best price to the end."""
    sale = transaction_of(state)
    if sale.priced.is_final:
        return Ignored(reason="the price is final")
    final(sale, context)
    return (_told(sale, context.assortment.pricer.price(basket_of(sale))),)


def basket_of(sale: Transaction) -> Basket:
    """The basket as the pricer reads it: coupons count once they are held."""
    return Basket(
        lines=sale.lines,
        member=sale.member,
        coupons=tuple((shown.coupon_no, shown.coupon) for shown in sale.coupons if shown.held_by),
        started_at=sale.started_at,
        currency=sale.currency,
        campaigns=sale.campaigns,
    )


def _told(sale: Transaction, priced: PricedBasket) -> e.BasketPriced:
    _check(sale, priced)
    known = {(unit.line_id, unit.index): unit for unit in sale.priced.units}
    changed = tuple(unit for unit in priced.units if known.get((unit.line_id, unit.index)) != unit)
    return e.BasketPriced(changed=changed, priced=replace(priced, units=()))


def _check(sale: Transaction, priced: PricedBasket) -> None:
    pieces = sum(line.quantity for line in sale.lines)
    require(len(priced.units) == priced.item_count == pieces, "every piece in the basket has its price")
