"""What a shopper is asked, offered and may undo, for the walk of `kiosk.checkout.diagram`."""

from collections.abc import Iterator

from kiosk.checkout import commands as c
from kiosk.checkout.diagram.shop import BAG, LOOSE, WINE
from kiosk.checkout.state import Phase, State

PIECES_MAX = 2


def of_flow(state: State) -> Iterator[c.AnyCommand]:
    """Goods from the look-up, bags, rounding up, undoing."""
    sale = state.transaction
    yield c.ChooseGoods(key=LOOSE.zfill(14))
    yield c.ChooseGoods(key=WINE.zfill(14))
    yield c.AnswerBags()
    if sale is None or len(sale.added) < PIECES_MAX:
        yield c.AnswerBags(bags={BAG.zfill(14): 1})
    yield from (c.RoundUp(), c.KeepChange(), c.Undo())


def flow_signature(state: State) -> str:
    """What of it makes two states worth visiting apart: the question about bags, and where nothing else goes
    on what was given, given up or taken off, or that the screen ends."""
    sale = state.transaction
    if sale is not None and sale.time_runs_out:
        return "told that it ends" if not (sale.member or sale.coupons or sale.printing) else ""
    if sale is None or state.phase not in (Phase.SCANNING, Phase.TENDER):
        return ""
    if sale.bags:
        return "asked"
    situation = state.situation
    if sale.member or sale.coupons or sale.weighing or state.book.open:
        return ""
    if situation.balance.actual_g or situation.sale.skipped:
        return ""
    if sale.cancel_asked:
        return "given up"
    if sale.donation is not None:
        return "gives"
    return "undo" if sale.off is not None and sale.off.may_undo else ""
