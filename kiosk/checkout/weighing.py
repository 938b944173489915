"""Rules of loose goods: chosen by a code or a number, weighed on the lane's scale, sold by the net weight.

Invariants: pure; at most one question is open; a weight counts for the goods it was asked for only.
"""

from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decision import Context, Decision, Ignored
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import State, transaction_of
from kiosk.devices.scale import NoWeight
from retail.basket import WEIGHT_MAX_G
from retail.catalogue import Product
from retail.journal import events as e
from retail.journal import weighing as wg


def ask(
    state: State, product: Product, scanned: str, evidence: tuple[str, ...], context: Context
) -> Decision:
    """Ask for the weight of goods; a newer question ends an older one."""
    before = transaction_of(state).weighing
    ended = (wg.WeighingEnded(ask_id=before.ask_id, reason="cancelled"),) if before else ()
    asked = wg.WeighingAsked(ask_id=context.new_id, product=product, scanned=scanned, evidence=evidence)
    return (*ended, asked)


def answered(state: State, command: sc.ReportWeighing, context: Context) -> Decision:
    """The scale has answered."""
    answer, sale = command.answer, transaction_of(state)
    asked = sale.weighing
    if asked is None or asked.ask_id != answer.ask_id:
        return Ignored(reason="nobody waits for this weight")
    if isinstance(answer, NoWeight):
        return _none(asked, answer.reason.value)
    if answer.net_g > WEIGHT_MAX_G:
        return _none(asked, "overload")
    added = e.ItemAdded(
        line_id=sale.next_line_id,
        product=asked.product,
        weight_g=answer.net_g,
        scanned=asked.scanned,
        evidence=asked.evidence,
    )
    return with_prices(state, (added,), context)


def stop(state: State, command: sc.StopWeighing, context: Context) -> Decision:
    """The shopper does not want it."""
    asked = transaction_of(state).weighing
    if asked is None:
        return Ignored(reason="nothing is being weighed")
    return (wg.WeighingEnded(ask_id=asked.ask_id, reason="cancelled"),)


def _none(asked: wg.WeighingAsked, reason: str) -> Decision:
    ended = wg.WeighingEnded(ask_id=asked.ask_id, reason=reason)
    if reason == "cancelled":
        return (ended,)
    return ended, e.CodeNotFound(text=asked.scanned or asked.product.gtin, reason="needs_weight")
