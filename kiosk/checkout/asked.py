"""The store's answers to the lane's questions, each to the rule that asked. Pure."""

from typing import assert_never

from kiosk.checkout import commands as c
from kiosk.checkout import loads
from kiosk.checkout.decision import Context, Decision
from kiosk.checkout.state import State
from retail.wire.balance import BalanceFound, FindBalance


def answered(state: State, command: c.ReportStore, context: Context) -> Decision:
    """The store answered, or could not be asked."""
    question, answer = command.answer.question, command.answer.answer
    match question:
        case FindBalance():
            return loads.answered(
                state, question, answer if isinstance(answer, BalanceFound) else None, context
            )
        case _:
            assert_never(question)
