"""Rules of goods without a barcode: found by picture or name, then weighed or counted.

What may be chosen so is the shop's word (`Flow.loose`, `Flow.favourites`): a look-up that sells everything
would sell steak as onions.

Invariants: pure; what is chosen is looked up in the assortment the purchase is sold by, and goes into the
basket as if it had been scanned.
"""

from kiosk.checkout import basket, weighing
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Refused
from kiosk.checkout.shop import Flow
from kiosk.checkout.state import State
from retail.basket import QUANTITY_MAX
from retail.catalogue import Product

CHOSEN = ("chosen",)
"""The evidence of goods that nobody scanned."""


def may_choose(product: Product, flow: Flow) -> bool:
    """Whether this shop sells these goods without a barcode."""
    if product.pack_of or product.key in flow.bags:
        return product.key in flow.favourites
    is_loose = any(product.category == one or product.category.startswith(f"{one}/") for one in flow.loose)
    return is_loose or product.key in flow.favourites


def choose(state: State, command: c.ChooseGoods, context: Context) -> Decision:
    """The shopper chose goods from the look-up."""
    product = context.assortment.catalogue.find(command.key)
    if (
        product is None
        or not may_choose(product, context.shop.flow)
        or product.currency != context.shop.currency
    ):
        return Refused(code="goods_not_offered")
    if not 1 <= command.quantity <= QUANTITY_MAX:
        return Refused(code="quantity_out_of_range")
    if product.unit != "kg":
        return basket.put_in(state, product, command.quantity, CHOSEN, context)
    if not context.shop.weighs:
        return Refused(code="goods_need_scale")
    return weighing.ask(state, product, "", CHOSEN, context)
