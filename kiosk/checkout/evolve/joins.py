"""How events of joining change the purchase. Pure and total."""

from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout.state import Joining, Transaction
from retail.check import require
from retail.journal import joins as jo


def join(sale: Transaction, event: jo.AnyJoinEvent) -> Transaction:
    """The purchase after a word about somebody who joins."""
    if isinstance(event, jo.JoinAsked):
        return replace(sale, joining=Joining(ask_no=event.ask_no, how=event.how), join_asks=event.ask_no)
    if isinstance(event, jo.JoinEnded):
        return replace(sale, joining=None)
    before = sale.joining
    require(before is not None, "somebody joins")
    assert before is not None  # for the type checker
    match event:
        case jo.JoinCodeShown():
            return replace(sale, joining=replace(before, is_asked=False, url=event.url))
        case jo.JoinHeard():
            return replace(sale, joining=replace(before, is_asked=True))
        case jo.JoinRefused():
            return replace(sale, joining=replace(before, is_asked=False, url="", reason=event.reason))
        case _:
            assert_never(event)
