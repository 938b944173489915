"""Questions of a lane that have one answer each, with where they are asked. None of them blocks who sells.

Source: docs/protocol.md.
Invariants: asking again is safe: the same question has the same answer.
"""

from retail.wire import joining as jn
from retail.wire import orders as od
from retail.wire.balance import BALANCE_PATH, BalanceFound, FindBalance

AnyQuestion = (
    FindBalance | jn.BeginJoin | jn.JoinHere | jn.FindJoined | od.ShowOrder | od.PayOrder | od.HandOutOrder
)
AnyAnswer = BalanceFound | jn.JoinBegun | jn.Joined | od.OrderShown | od.OrderToPay | od.OrderHandedOut
WAYS: dict[type[AnyQuestion], tuple[str, type[AnyAnswer]]] = {
    FindBalance: (BALANCE_PATH, BalanceFound),
    jn.BeginJoin: (jn.BEGIN_PATH, jn.JoinBegun),
    jn.JoinHere: (jn.JOIN_PATH, jn.Joined),
    jn.FindJoined: (jn.FIND_PATH, jn.Joined),
    od.ShowOrder: (od.SHOW_PATH, od.OrderShown),
    od.PayOrder: (od.PAY_PATH, od.OrderToPay),
    od.HandOutOrder: (od.HAND_OUT_PATH, od.OrderHandedOut),
}
"""Where a question is asked, and what answers it."""
