"""What `kiosk.checkout.diagram` tries out of topping up: begun, shown to, answered, paid or left."""

from collections.abc import Iterator

from kiosk.checkout import commands as c
from kiosk.checkout.desk import StoreAnswer
from kiosk.checkout.state import State
from retail.wire.balance import BalanceFound, FindBalance

STEP_MINOR = 1000


def of_loads(state: State) -> Iterator[c.AnyCommand]:
    """At least one command of each kind; those that name something name the state's own."""
    sale = state.transaction
    yield from (c.CheckPrices(), c.AddChecked(), c.LeavePrices())
    yield from (c.TopUp(), c.LoadBy(amount_minor=STEP_MINOR), c.LoadBy(amount_minor=1))
    question = FindBalance(
        transaction_id=sale.transaction_id if sale else "none",
        ask_no=sale.loading.asks if sale and sale.loading else 1,
        member_id="m-sample",
        currency="EUR",
    )
    found = BalanceFound(verdict="found", account_id="v-sample", balance_minor=500)
    for answer in (found, BalanceFound(verdict="refused", reason="blocked"), None):
        yield c.ReportStore(answer=StoreAnswer(question=question, answer=answer))


def loading_signature(state: State) -> object:
    """What makes two states of a top-up worth visiting apart; None where there is none."""
    sale, check = state.transaction, state.price_check
    if check is not None:
        shown = (check.checked is not None, check.reason != "", check.member is not None)
        return (state.phase, shown, sale is not None and len(sale.lines) > 0)
    if sale is None or sale.loading is None:
        return None
    loading, payment, printing = sale.loading, sale.payment, sale.printing
    return (
        state.phase,
        (loading.is_asked, loading.account_id != "", loading.reason != "", loading.asks > 1),
        sale.member is not None,
        payment is not None and (payment.cancel_asked, payment.stored is not None),
        (sale.receipt_kind, printing and printing.state),
    )
