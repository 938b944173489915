"""Rules of orders that are collected: shown by a phone's code, paid or handed out here, or at the counter.

The lane verifies the code with what it holds and asks the store, which knows the order. Where lanes hand out,
whoever is there touches that they have the goods; the store writes that down once, under the name of this
asking, so that a lost answer is asked for again. It stands beside the purchase and opens none;
paying one does (`kiosk.checkout.order_pay`).

Source: docs/orders.md, "At a lane"; docs/protocol.md, "Orders".
Invariants: pure; without the store nothing is handed out; goods sold from an age are for the counter, where
staff look; nothing of a code is kept.
"""

from kiosk.checkout import basket, free_lane, order_pay, time_limits
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import SHOPPING, Phase, State
from retail.credential.code import Credential, Kind, parse
from retail.journal import events as e
from retail.journal import orders as od
from retail.wire import orders as wire

WHERE = SHOPPING | {Phase.ATTRACT}
"""Where an order can be shown."""


def takes(state: State, command: c.ScanCode | c.TypeCode) -> bool:
    """Whether what is shown is about an order, or ends that one is looked at."""
    if state.phase not in WHERE or state.staff is not None:
        return False
    if state.order is not None:
        return True
    return isinstance(command, c.ScanCode) and _code(command) is not None


def show(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> Decision:
    """Something is scanned or typed: an order's code, or anything else after an order."""
    if state.order is not None and state.order.step in ("asking", "paying", "handing"):
        return Ignored(reason="the store is being asked")
    code = _code(command) if isinstance(command, c.ScanCode) else None
    if code is None:
        return _goes_on(state, command, context)
    if state.phase is Phase.ATTRACT and not state.is_open:
        return Refused(code="lane_closed")
    sale = state.transaction
    if state.training_by:
        return Refused(code="not_in_training")
    if sale is not None and (sale.lines or sale.resumed_from):
        return (_refused(context.new_id, "not_empty"),)
    asked = od.OrderAsked(ask_id=context.new_id)
    why_not = context.assortment.shown.order(code, context.utc)
    if why_not is None:
        return (asked,)
    return (_refused(asked.ask_id, f"code_{why_not.value}"),)


def answered(
    state: State, question: wire.ShowOrder, answer: wire.OrderShown | None, context: Context
) -> Decision:
    """What the store says it is; None: it could not be asked."""
    shown = state.order
    if shown is None or shown.ask_id != question.ask_id or shown.step != "asking":
        return Ignored(reason="nobody waits for this answer")
    if answer is None:
        return (_refused(shown.ask_id, "no_link"),)
    is_ours = not answer.due_minor or answer.currency == context.shop.currency
    if answer.verdict != "found" or not answer.order_id or not is_ours:
        return (_refused(shown.ask_id, answer.reason or "code_unknown"),)
    return (
        od.OrderFound(
            ask_id=shown.ask_id,
            order_id=answer.order_id[: wire.ID_MAX],
            short=answer.short,
            goods=answer.goods[: wire.GOODS_MAX],
            hands_out=context.shop.hands_out and answer.years == 0,
            years=answer.years,
            due_minor=max(0, answer.due_minor),
            currency=context.shop.currency,
        ),
    )


def hand_out(state: State, command: c.HandOutOrder, context: Context) -> Decision:
    """The goods are in the shopper's hands: the store is asked to write it down."""
    shown = state.order
    if shown is None or not shown.may_hand_out:
        return Ignored(reason="no order is to be handed out")
    return (od.OrderHandOutAsked(ask_id=shown.ask_id),)


def handed_out(state: State, question: wire.HandOutOrder, answer: wire.OrderHandedOut | None) -> Decision:
    """The store has written it down, also if that is heard late; or says why not."""
    shown = state.order
    if shown is None or shown.ask_id != question.ask_id or shown.step == "handed":
        return Ignored(reason="nobody waits for this answer")
    if answer is not None and answer.verdict == "handed_out":
        return (od.OrderHandedOut(ask_id=shown.ask_id),)
    if shown.step != "handing":
        return Ignored(reason="nobody waits for this answer")
    return (_refused(shown.ask_id, "no_link" if answer is None else answer.reason or "code_unknown"),)


def leave(state: State, command: c.LeaveOrder, context: Context) -> Decision:
    """Read, or left."""
    if state.order is None:
        return Ignored(reason="no order is shown")
    if state.order.step in ("paying", "handing"):
        return Ignored(reason="the store is being asked")
    return (od.OrderLeft(ask_id=state.order.ask_id), *order_pay.left(state, context))


def time_is_up(state: State, context: Context) -> Decision:
    """Nobody answers, or nobody reads any more: said first, then left."""
    shown = state.order
    if shown is None:
        return Ignored(reason="no order is shown")
    if shown.step in ("asking", "paying", "handing"):
        return (_refused(shown.ask_id, "no_link"),)
    return time_limits.warned(state, context) or (od.OrderLeft(ask_id=shown.ask_id),)


def _goes_on(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> Decision:
    """The shopper buys something instead: the order's sheet is gone."""
    left: Events = (od.OrderLeft(ask_id=state.order.ask_id),) if state.order is not None else ()
    there = fold(left, state, context.shop.rules)
    if state.phase is not Phase.ATTRACT:
        decision = basket.scan(there, command, context)
    elif isinstance(command, c.ScanCode):
        decision = free_lane.scan(there, command, context)
    else:
        decision = basket.first_scan(there, command, context)
    return (*left, *decision) if isinstance(decision, tuple) else decision


def _code(command: c.ScanCode) -> Credential | None:
    code = parse(command.read.text)
    return code if isinstance(code, Credential) and code.kind is Kind.PICKUP else None


def _refused(ask_id: str, reason: str) -> e.AnyEvent:
    return od.OrderRefused(ask_id=ask_id, reason=reason)
