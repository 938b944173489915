"""What the watch needs to know of the purchase: its lines, what was taken off, how paying goes. A fold.

Invariants: frozen; the same journal gives the same facts; a new purchase begins with none.
"""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from retail.basket import Line
from retail.interventions import events as v
from retail.journal import events as e


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

    @property
    def pieces(self) -> int:
        """Pieces in the basket."""
        return sum(line.quantity for line in self.lines.values())

    def pieces_of(self, key: str) -> int:
        """Pieces of one article."""
        return sum(line.quantity for line in self.lines.values() if line.product.key == key)


def evolve(sale: Sale, event: e.AnyEvent | v.AnyInterventionEvent) -> Sale:
    """`sale` after `event`."""
    match event:
        case e.TransactionStarted():
            return Sale(transaction_id=event.transaction_id)
        case e.LaneIdle():
            return Sale()
        case e.ItemAdded():
            return _added(sale, event)
        case e.QuantityChanged():
            return _changed(sale, event.line_id, event.quantity)
        case e.ItemVoided():
            return _changed(sale, event.line_id, 0)
        case e.CodeNotFound():
            return replace(sale, unreadable=sale.unreadable + 1 if event.reason == "unreadable" else 0)
        case e.BasketPriced():
            return replace(sale, total_minor=event.priced.total_minor)
        case e.PaymentRefused():
            return replace(sale, refusals=sale.refusals + 1)
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
    return replace(
        sale,
        lines={**sale.lines, event.line_id: line},
        unreadable=0,
        marked_down=sale.marked_down + event.is_marked_down,
    )


def _changed(sale: Sale, line_id: int, quantity: int) -> Sale:
    line = sale.lines.get(line_id)
    if line is None:
        return sale
    fewer = max(0, line.quantity - quantity)
    lines = {number: other for number, other in sale.lines.items() if number != line_id or quantity}
    if quantity:
        lines[line_id] = replace(line, quantity=quantity)
    return replace(
        sale,
        lines=lines,
        voids=sale.voids + fewer,
        void_minor=sale.void_minor + fewer * line.piece_minor,
        skipped=sale.skipped if quantity else sale.skipped - {line_id},
    )
