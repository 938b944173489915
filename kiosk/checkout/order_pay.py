"""Rules of an order that is paid here: asked for in a purchase's name, taken in at what was promised.

One touch asks the store, which gives the order to one purchase at a time; so the touch opens the purchase,
and the journal tells how it ended, whatever becomes of the answer. Goods and member then arrive in one
commit, and it is a purchase like any other.

The lane prices the goods itself, with the offers it counts. Where that comes to more than was promised, what
was promised stands for all of them, and offers leave them alone.

Source: docs/orders.md, "Paid at a lane"; docs/protocol.md, "Orders".
Invariants: pure; one order in a purchase, into an empty basket; nobody pays more for its goods than promised;
goods that are not sold here are named, never dropped silently.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout import basket, handover
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.desk import SuspendedLine
from kiosk.checkout.evolve import fold
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import SHOPPING, State, transaction_of
from retail.interventions.sale import ORDER
from retail.journal import events as e
from retail.journal import orders as od
from retail.journal import staffed as sd
from retail.wire import orders as wire


def pay(state: State, command: c.PayOrder, context: Context) -> Decision:
    """It is paid here: the store is asked for it, in the name of this purchase."""
    shown, sale = state.order, state.transaction
    if shown is None or shown.found is None or not shown.may_pay:
        return Ignored(reason="no order is to be paid")
    if state.training_by:
        return Refused(code="not_in_training")
    if sale is None and not state.is_open:
        return Refused(code="lane_closed")
    if sale is not None and (sale.lines or sale.resumed_from):
        return _no(shown.ask_id, "not_empty")
    opening: Events = basket.started(state, context) if sale is None else ()
    opened = bool(opening) or shown.opened
    return (
        *opening,
        od.OrderPayAsked(ask_id=shown.ask_id, order_id=shown.found.order_id, opened=opened),
    )


def answered(
    state: State, question: wire.PayOrder, answer: wire.OrderToPay | None, context: Context
) -> Decision:
    """The store gave it to this purchase, also if that is heard late; or says why not."""
    shown, sale = state.order, state.transaction
    if sale is None or sale.transaction_id != question.transaction_id or state.phase not in SHOPPING:
        return Ignored(reason="the purchase it was asked for is over")
    if shown is None or shown.ask_id != question.ask_id or sale.lines or sale.resumed_from:
        return Ignored(reason="nobody waits for this answer")
    if answer is not None and answer.verdict == "held" and answer.goods:
        return _taken(state, question, answer, context)
    if shown.step != "paying":
        return Ignored(reason="nobody waits for this answer")
    return _no(shown.ask_id, "no_link" if answer is None else answer.reason or "code_unknown")


def left(state: State, context: Context) -> Events:
    """What ends with an order that is left: a purchase that was opened for it alone."""
    shown, sale = state.order, state.transaction
    is_alone = shown is not None and shown.opened and state.phase in SHOPPING
    if not is_alone or sale is None or sale.lines or sale.resumed_from or sale.coupons:
        return ()
    return basket.cancelled(state, context, "order_left")


def _taken(state: State, question: wire.PayOrder, answer: wire.OrderToPay, context: Context) -> Events:
    shown = state.order
    hands_out = shown is not None and shown.found is not None and shown.found.hands_out
    begun: Events = (
        od.OrderTaken(ask_id=question.ask_id, order_id=question.order_id, hands_out=hands_out),
        sd.TransactionResumed(of_transaction_id=question.order_id, token=question.order_id, by=ORDER),
        *handover.known(state, answer.member_subject, context),
    )
    goods = answer.goods[: wire.GOODS_MAX]
    lines = (SuspendedLine(key=one.key, quantity=one.quantity) for one in goods)
    events, left_out = handover.put_in(state, begun, lines, context, ORDER)
    there = [one for one in goods if one.key not in left_out]
    events = with_prices(state, events, context)
    priced = transaction_of(fold(events, state)).priced
    if priced.total_minor - priced.linked_minor > sum(one.paid_minor for one in there):
        events = with_prices(state, _as_promised(state, begun, there, context), context)
    return (*events, *handover.named(left_out))


def _as_promised(state: State, begun: Events, goods: list[wire.PromisedGoods], context: Context) -> Events:
    """The goods at the prices they were ordered for."""
    line_id, added = transaction_of(fold(begun, state)).next_line_id, []
    for one, paid_minor in zip(goods, _at_least_one(goods), strict=True):
        product = context.assortment.catalogue.find(one.key)
        if product is None:
            continue  # it was there a moment ago: `put_in` has named the others
        for pieces, price_minor in _pieces(one.quantity, paid_minor):
            added.append(
                e.ItemAdded(
                    line_id=line_id,
                    product=replace(product, takes_offers=False),
                    quantity=pieces,
                    price_minor=price_minor,
                    evidence=(ORDER,),
                )
            )
            line_id += 1
    return (*begun, *added)


def _at_least_one(goods: list[wire.PromisedGoods]) -> list[int]:
    """What is paid for each kind: as promised, but no piece for nothing. The dearest pays that much less."""
    paid = [max(one.paid_minor, one.quantity) for one in goods]
    over = sum(paid) - sum(one.paid_minor for one in goods)
    if over:
        dearest = max(range(len(paid)), key=lambda at: paid[at] - goods[at].quantity)
        paid[dearest] -= min(over, paid[dearest] - goods[dearest].quantity)
    return paid


def _pieces(quantity: int, paid_minor: int) -> Iterator[tuple[int, int]]:
    """Pieces and the price of one, so that all of them come to what was promised exactly."""
    price_minor, dearer = divmod(paid_minor, quantity)
    if dearer:
        yield dearer, price_minor + 1
    yield quantity - dearer, price_minor


def _no(ask_id: str, reason: str) -> Events:
    return (od.OrderRefused(ask_id=ask_id, reason=reason),)
