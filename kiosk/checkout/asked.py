"""The store's answers to the lane's questions, each to the rule that asked. Pure."""

from typing import assert_never

from kiosk.checkout import commands as c
from kiosk.checkout import joins, loads, order_pay, orders
from kiosk.checkout.decision import Context, Decision, Ignored
from kiosk.checkout.state import SHOPPING, State
from retail.wire import joining as jn
from retail.wire import orders as od
from retail.wire.balance import BalanceFound, FindBalance


def answered(state: State, command: c.ReportStore, context: Context) -> Decision:
    """The store answered, or could not be asked."""
    question, answer = command.answer.question, command.answer.answer
    match question:
        case jn.BeginJoin() | jn.JoinHere() | jn.FindJoined() if state.phase not in SHOPPING:
            return Ignored(reason="the purchase goes on")
        case FindBalance():
            return loads.answered(
                state, question, answer if isinstance(answer, BalanceFound) else None, context
            )
        case jn.BeginJoin():
            begun = answer if isinstance(answer, jn.JoinBegun) else None
            return joins.answered(state, question, begun, context)
        case jn.JoinHere() | jn.FindJoined():
            told = answer if isinstance(answer, jn.Joined) else None
            return joins.answered(state, question, told, context)
        case od.ShowOrder():
            shown = answer if isinstance(answer, od.OrderShown) else None
            return orders.answered(state, question, shown, context)
        case od.PayOrder():
            to_pay = answer if isinstance(answer, od.OrderToPay) else None
            return order_pay.answered(state, question, to_pay, context)
        case od.HandOutOrder():
            given = answer if isinstance(answer, od.OrderHandedOut) else None
            return orders.handed_out(state, question, given)
        case _:
            assert_never(question)
