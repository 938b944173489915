"""Paying in parts and by wallet. Card payments stand in `retail.journal.events`, stored value in `value`.

A purchase is paid once the parts that were taken come to its total. Until then the shopper may pay on by
other means, or have the parts given back (`retail.journal.refunds`). What is asked, cancelled, unknown or
refused about a wallet's order is told by the payment events, under its order number as `attempt_id`.

Source: docs/architecture.md, "Tenders"; ARTS POSLog words (tender).
Invariants: frozen; as all events. The code a shopper's phone shows is nowhere in a journal.
"""

from retail.check import require
from retail.journal.event import Event


class TenderPartChosen(Event, frozen=True, kw_only=True):
    """The next means of payment shall pay this much of what is left; 0: all of it."""

    amount_minor: int

    def __post_init__(self) -> None:
        require(self.amount_minor >= 0, "a part is not negative")


class WalletRequested(Event, frozen=True, kw_only=True):
    """An order is about to be made at the wallet gateway. Written before the first byte; never made twice."""

    attempt_id: str
    """Our own order number."""
    amount_minor: int
    currency: str
    is_shown: bool
    """The lane shows a code and the phone reads it; else the phone showed one."""
    requested_at: str
    """UTC, ISO 8601."""


class WalletCodeShown(Event, frozen=True, kw_only=True):
    """The order is open, and the lane shows this code of the gateway's."""

    attempt_id: str
    text: str


class WalletConfirming(Event, frozen=True, kw_only=True):
    """The order is open, and the shopper has to confirm it on the phone."""

    attempt_id: str


class WalletApproved(Event, frozen=True, kw_only=True):
    """The gateway has booked the payment, with this amount."""

    attempt_id: str
    amount_minor: int
    wallet: str = ""
    """Which one, for the receipt."""
    reference: str = ""
    """The gateway's own number of the payment."""
    paid_at: str
    """Local time, ISO 8601 with offset; printed on the receipt."""
    settled_by: str = ""
    """Who of the staff has seen that it was paid; empty: the gateway proved it."""


AnyTenderEvent = TenderPartChosen | WalletRequested | WalletCodeShown | WalletConfirming | WalletApproved
"""All events of this module."""
