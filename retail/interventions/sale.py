"""What the watch needs to know of the purchase: its lines, what was taken off, how paying goes. A fold.

Invariants: frozen; the same journal gives the same facts; a new purchase begins with none.
"""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from retail.basket import Line
from retail.interventions import events as v
from retail.interventions.rights import Action
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.journal import weighing as wg

PHONE = "phone"
"""Evidence of goods that were scanned and packed while walking."""
ORDER = "order"
"""Evidence of goods of an order that is paid here; staff have picked them."""
_PRICE_OVERRIDE = Action.PRICE_OVERRIDE.value


class Sale(msgspec.Struct, frozen=True, kw_only=True):
    """The purchase so far."""

    transaction_id: str = ""
    lines: Mapping[int, Line] = {}
    total_minor: int = 0
    voids: int = 0
    """Pieces taken off."""
    void_minor: int = 0
    skipped: frozenset[int] = frozenset()
    """Lines that are not in the bagging area."""
    unreadable: int = 0
    """Codes read wrongly in a row."""
    refusals: int = 0
    """Payments refused."""
    marked_down: int = 0
    """Reduced labels scanned."""
    overridden: int = 0
    """Prices that staff changed."""
    vision_alerts: int = 0
    was_restarted: bool = False
    """Whether the lane's program started in the middle of it."""
    check: v.CheckDrawn | None = None
    """What was drawn at the end of scanning; None: nothing has been."""
    rescanned: tuple[str, ...] = ()
    """Articles staff have scanned again, one entry a piece."""
    picked: Mapping[int, int] = {}
    """Pieces by line that staff have picked: of an order. They may lie at the counter still."""

    @property
    def pieces(self) -> int:
        """Pieces in the basket."""
        return sum(line.quantity for line in self.lines.values())

    def pieces_of(self, key: str) -> int:
        """Pieces of one article."""
        return sum(line.quantity for line in self.lines.values() if line.product.key == key)

    @property
    def scanned(self) -> Mapping[int, int]:
        """Pieces by line that the shopper has scanned; lines that staff have picked whole are not there."""
        pieces = {line_id: one.quantity - self.picked.get(line_id, 0) for line_id, one in self.lines.items()}
        return {line_id: count for line_id, count in pieces.items() if count > 0}


def evolve(sale: Sale, event: e.AnyEvent, *, by_staff: bool = False) -> Sale:
    """`sale` after `event`. What staff take off is not counted against the shopper."""
    match event:
        case e.TransactionStarted():
            return Sale(transaction_id=event.transaction_id)
        case e.LaneIdle():
            return Sale()
        case e.ItemAdded():
            return _added(sale, event)
        case e.QuantityChanged():
            return _changed(sale, event.line_id, event.quantity, by_staff)
        case e.ItemVoided():
            return _changed(sale, event.line_id, 0, by_staff)
        case sd.LinePriceChanged() if event.line_id in sale.lines:
            line = sale.lines[event.line_id].priced_at(event.price_minor)
            return replace(sale, lines={**sale.lines, event.line_id: line})
        case e.CodeNotFound():
            return replace(sale, unreadable=sale.unreadable + 1 if event.reason == "unreadable" else 0)
        case e.BasketPriced():
            return replace(sale, total_minor=event.priced.total_minor)
        case e.PaymentRefused():
            return replace(sale, refusals=sale.refusals + 1)
        case e.LaneStarted() if sale.transaction_id:
            return replace(sale, was_restarted=True)
        case v.CheckDrawn():
            return replace(sale, check=event)
        case wg.ItemRescanned():
            return replace(sale, rescanned=(*sale.rescanned, event.key))
        case v.StaffActed() if event.action == _PRICE_OVERRIDE:
            return replace(sale, overridden=sale.overridden + 1)
        case v.InterventionRaised() if event.kind == "vision_alert":
            return replace(sale, vision_alerts=sale.vision_alerts + 1)
        case v.BaggingSkipped():
            return replace(sale, skipped=sale.skipped | {event.line_id})
        case _:
            return sale


def _added(sale: Sale, event: e.ItemAdded) -> Sale:
    before = sale.lines.get(event.line_id)
    line = (
        replace(before, quantity=before.quantity + event.quantity)
        if before is not None
        else Line(
            line_id=event.line_id,
            product=event.product,
            quantity=event.quantity,
            weight_g=event.weight_g,
            price_minor=event.price_minor,
            is_marked_down=event.is_marked_down,
        )
    )
    picked = sale.picked
    if ORDER in event.evidence:
        picked = {**picked, event.line_id: picked.get(event.line_id, 0) + event.quantity}
    return replace(
        sale,
        lines={**sale.lines, event.line_id: line},
        picked=picked,
        unreadable=0,
        marked_down=sale.marked_down + event.is_marked_down,
    )


def _changed(sale: Sale, line_id: int, quantity: int, by_staff: bool) -> Sale:
    line = sale.lines.get(line_id)
    if line is None:
        return sale
    fewer = 0 if by_staff else max(0, line.quantity - quantity)
    lines = {number: other for number, other in sale.lines.items() if number != line_id or quantity}
    if quantity:
        lines[line_id] = replace(line, quantity=quantity)
    picked = {
        number: min(count, lines[number].quantity) for number, count in sale.picked.items() if number in lines
    }
    return replace(
        sale,
        lines=lines,
        picked=picked,
        voids=sale.voids + fewer,
        void_minor=sale.void_minor + fewer * line.piece_minor,
        skipped=sale.skipped if quantity else sale.skipped - {line_id},
    )
