"""How events of a top-up change phase and transaction. Pure and total.

Invariants: a top-up sells nothing; what is to pay is the amount that was chosen.
"""

from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout.state import Loading, Phase, Transaction
from retail.check import require
from retail.journal import loads as ld


def load(sale: Transaction, event: ld.AnyLoadEvent) -> tuple[Phase, Transaction]:
    """The phase and transaction after a word about topping up."""
    return Phase.LOAD, replace(sale, loading=_loading(sale, event), refusal=None, refusal_text="")


def _loading(sale: Transaction, event: ld.AnyLoadEvent) -> Loading:
    if isinstance(event, ld.LoadOpened):
        return Loading()
    before = sale.loading
    require(before is not None, "a top-up is under way")
    assert before is not None  # for the type checker
    match event:
        case ld.LoadAsked():
            return Loading(asks=event.ask_no, is_asked=True)
        case ld.LoadOffered():
            return replace(
                before,
                is_asked=False,
                account_id=event.account_id,
                balance_minor=event.balance_minor,
                amounts=event.amounts,
            )
        case ld.LoadRefused():
            return Loading(asks=before.asks, reason=event.reason)
        case ld.LoadChosen():
            return replace(before, load_id=event.load_id, amount_minor=event.amount_minor)
        case _:
            assert_never(event)
