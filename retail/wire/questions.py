"""Questions of a lane that have one answer each, with where they are asked. None of them blocks who sells.

Source: docs/protocol.md.
Invariants: asking again is safe: the same question has the same answer.
"""

from retail.wire.balance import BALANCE_PATH, BalanceFound, FindBalance

AnyQuestion = FindBalance
AnyAnswer = BalanceFound
WAYS: dict[type[AnyQuestion], tuple[str, type[AnyAnswer]]] = {FindBalance: (BALANCE_PATH, BalanceFound)}
"""Where a question is asked, and what answers it."""
