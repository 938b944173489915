"""How what a shopper is asked and offered changes a purchase, and what is undone. Pure and total."""

from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout.state import Phase, Transaction
from retail.journal import shopping as sh


def shopping(phase: Phase, sale: Transaction, event: sh.AnyShoppingEvent) -> tuple[Phase, Transaction]:
    """The phase and transaction after such an event."""
    match event:
        case sh.BagsAsked():
            return Phase.SCANNING, replace(_seen(sale), bags=event.bags)
        case sh.BagsAnswered():
            return phase, replace(sale, bags=(), bags_answered=True)
        case sh.RoundUpOffered():
            return phase, replace(sale, round_up=event)
        case sh.UndoOffered():
            off = sale.off
            return phase, replace(sale, off=replace(off, may_undo=True) if off is not None else None)
        case sh.RemovalUndone():
            return phase, replace(sale, off=None)
        case sh.CancelAsked():
            return Phase.SCANNING, replace(_seen(sale), cancel_asked=True, wants_to_pay=False, bags=())
        case sh.CancelUndone():
            return phase, replace(sale, cancel_asked=False)
        case sh.TimeRunsOut():
            return phase, replace(sale, time_runs_out=True)
        case sh.MoreTimeTaken():
            return phase, replace(sale, time_runs_out=False)
        case _:
            assert_never(event)


def _seen(sale: Transaction) -> Transaction:
    return replace(sale, not_found_text="", not_found_reason="")
