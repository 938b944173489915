"""What the lane says of itself to whoever steers it: the open transaction, else the one closed last.

Invariants: reads, decides nothing. Not part of packaged builds.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from kiosk.checkout.evolve import evolve
from kiosk.checkout.receipt import settled_as
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State, Transaction
from retail.journal.chain import Entry


class Entries(Protocol):
    """Where earlier transactions are read from (`kiosk.database.journal.JournalReader`)."""

    def entries(self, from_sequence: int = 1) -> Iterator[Entry]:
        """Stored entries in order."""


class Reporter:
    """Follows every snapshot; remembers the transaction closed last, also from before a restart.

    Made before the engine writes to the journal it reads.
    """

    def __init__(self, journal: Entries) -> None:
        self._snapshot = Snapshot(sequence=0, state=State())
        self._sale: dict[str, Any] | None = None
        state = State()
        for entry in journal.entries():
            state = evolve(state, entry.event())
            self._remember(state)

    def report(self) -> dict[str, Any]:
        """The fields of the answer to `state` that come from the checkout."""
        snapshot = self._snapshot
        return {
            "language": snapshot.state.language,
            "outage": snapshot.outage,
            "transaction": self._sale,
        }

    def follow(self, snapshot: Snapshot) -> None:
        """The lane is in a new state. From any thread."""
        self._remember(snapshot.state)
        self._snapshot = snapshot

    def _remember(self, state: State) -> None:
        if state.transaction is not None:
            self._sale = sale_of(state.transaction, state)
        elif self._sale is not None:
            self._sale = {**self._sale, "closed": True}


def sale_of(sale: Transaction, state: State) -> dict[str, Any]:
    """A transaction as plain values."""
    card = sale.payment.approved if sale.payment else None
    tenders = []
    if sale.payment is not None and card is not None:
        tenders.append(
            {
                "kind": "card",
                "amount_minor": sale.payment.amount_minor,
                "masked_pan": card.masked_pan,
                "receipt_number": card.receipt_number,
            }
        )
    return {
        "transaction_id": sale.transaction_id,
        "number": sale.number,
        "currency": sale.currency,
        "total_minor": sale.priced.total_minor,
        "paid": sale.is_paid,
        "closed": state.phase is Phase.THANKS,
        "lines": [
            {
                "line_id": line.line_id,
                "gtin": line.product.gtin,
                "name": line.product.name(state.language),
                "quantity": line.quantity,
                "amount_minor": line.amount_minor,
            }
            for line in sale.lines
        ],
        "tenders": tenders,
        "receipt": settled_as(sale, sale.receipt_kind),
    }
