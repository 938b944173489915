"""What the lane says of itself to whoever steers it: the open transaction, else the one closed last.

Invariants: reads, decides nothing. Not part of packaged builds.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from kiosk.checkout.evolve import evolve
from kiosk.checkout.receipt import settled_as
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import HeldValue, Phase, ShownCoupon, State, Taken, Transaction
from retail.interventions.carried import Open
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
            "staff": snapshot.state.staff.staff_id if snapshot.state.staff else "",
            "open": [_intervention(one) for one in snapshot.state.book.open],
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


def _intervention(one: Open) -> dict[str, Any]:
    """What waits, as far as a script asks."""
    return {
        "intervention_no": one.intervention_no,
        "kind": one.kind,
        "severity": one.severity.value,
        "measure": one.measure,
    }


def sale_of(sale: Transaction, state: State) -> dict[str, Any]:
    """A transaction as plain values."""
    return {
        "transaction_id": sale.transaction_id,
        "number": sale.number,
        "currency": sale.currency,
        "total_minor": sale.priced.total_minor,
        "saving_minor": sale.priced.saving_minor,
        "points_minor": sale.points_minor,
        "points_earned": _points_earned(sale),
        "due_minor": sale.due_minor,
        "member": sale.member is not None,
        "paid": sale.is_paid,
        "closed": state.phase is Phase.THANKS,
        "lines": [
            {
                "line_id": line.line_id,
                "gtin": line.product.gtin,
                "name": line.product.name(state.language),
                "quantity": line.quantity,
                "amount_minor": line.amount_minor,
                "saving_minor": line.amount_minor - sale.priced.paid_minor(line.line_id),
            }
            for line in sale.lines
        ],
        "offers": [
            {
                "offer": offer.offer_id,
                "name": offer.names.get(state.language) or offer.names[""],
                "layer": offer.layer,
                "saving_minor": offer.saving_minor,
            }
            for offer in sale.priced.offers
        ],
        "coupons": [_coupon(sale, shown) for shown in sale.coupons],
        "tenders": [*map(_held, sale.values), *map(_taken, sale.taken)],
        "receipt": settled_as(sale, sale.receipt_kind),
    }


def _held(value: HeldValue) -> dict[str, Any]:
    """Stored value that pays, or will once the rest is paid."""
    return {
        "kind": value.kind,
        "amount_minor": value.amount_minor,
        "last_digits": value.last_digits,
        "left_minor": value.left_minor,
        "at_risk": value.is_at_risk,
    }


def _taken(part: Taken) -> dict[str, Any]:
    """A part that a card or a wallet has paid."""
    if part.card is None:
        return {
            "kind": part.tender.value,
            "amount_minor": part.amount_minor,
            "wallet": part.wallet,
            "reference": part.reference,
        }
    return {
        "kind": "card",
        "amount_minor": part.amount_minor,
        "masked_pan": part.card.masked_pan,
        "receipt_number": part.card.receipt_number,
    }


def _points_earned(sale: Transaction) -> int:
    """What the purchase earned; before it is paid, what it would."""
    if sale.granted is not None:
        return sale.granted.points_earned
    return sale.priced.rewards.points if sale.member is not None else 0


def _coupon(sale: Transaction, shown: ShownCoupon) -> dict[str, Any]:
    standings = {standing.coupon_no: standing for standing in sale.priced.coupons}
    standing = standings.get(shown.coupon_no)
    return {
        "coupon": shown.coupon.coupon_id,
        "held_by": shown.held_by,
        "saving_minor": standing.saving_minor if standing else 0,
        "reason": standing.reason if standing else "",
    }
