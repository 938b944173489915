"""Rules of bags: asked about once, when somebody wants to pay, and sold as ordinary lines.

Invariants: pure; who has answered is not asked again; an answer with a bag the shop does not sell changes
nothing.
"""

from collections.abc import Mapping

from kiosk.checkout import basket
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import State, Transaction, transaction_of
from retail.basket import QUANTITY_MAX
from retail.journal.shopping import BagsAnswered, BagsAsked

CHOSEN = ("bag",)
"""The evidence of a bag that was asked for."""


def question(sale: Transaction, context: Context) -> BagsAsked | None:
    """What is asked before paying; None: nothing, or it was answered."""
    if sale.bags_answered or sale.is_training:
        return None
    find, currency = context.assortment.catalogue.find, context.shop.currency
    bags = tuple(bag for key in context.shop.flow.bags if (bag := find(key)) is not None)
    sold = tuple(bag for bag in bags if bag.currency == currency and bag.unit != "kg")
    return BagsAsked(bags=sold) if sold and sold != sale.bags else None


def bought(state: State, wanted: Mapping[str, int], context: Context) -> Decision:
    """The bags that are wanted, as lines."""
    sold = {bag.key: bag for bag in transaction_of(state).bags}
    if not sold:
        return Ignored(reason="nobody asks about bags")
    counts = {key: count for key, count in wanted.items() if count}
    if not counts.keys() <= sold.keys() or not all(0 < count <= QUANTITY_MAX for count in counts.values()):
        return Refused(code="quantity_out_of_range")
    events: Events = (BagsAnswered(count=sum(counts.values())),)
    for key, count in counts.items():
        added = basket.put_in(fold(events, state, context.shop.rules), sold[key], count, CHOSEN, context)
        if not isinstance(added, tuple):
            return added
        events = (*events, *added)
    return events
