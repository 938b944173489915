"""Giving money back, to where it came from: what is asked, what is proven.

The promise of a payment turned round: a refund is written down before anybody hears of it, sent once, and
asked about until its outcome is proven or a person has settled it.

Source: docs/architecture.md, "Tenders"; ZVT commands PA00P015 rev 13.08 sections 2.6 and 2.7; ARTS POSLog
words (refund).
Invariants: frozen; as all events. `attempt_id` names the payment that is given back, `refund_id` this refund.
"""

from typing import Literal

from retail.card import Baseline, CardResult
from retail.check import require
from retail.journal.event import Event

RefundTender = Literal["card", "wallet"]


class RefundRequested(Event, frozen=True, kw_only=True):
    """Money is about to be given back. Written before the first byte; never sent twice."""

    refund_id: str
    tender: RefundTender
    attempt_id: str
    amount_minor: int
    currency: str
    original: CardResult | None = None
    """A card's payment, so that the terminal can take it back whole without the card."""
    baseline: Baseline | None = None
    by: str = ""
    """Who of the staff; empty: the shopper, who stopped before all was paid."""
    is_by_hand: bool = False
    """Staff gave it back themselves: nobody is asked."""
    why: str = ""
    requested_at: str
    """UTC, ISO 8601."""

    def __post_init__(self) -> None:
        require(self.amount_minor > 0, "an amount is given back")


class RefundStatusShown(Event, frozen=True, kw_only=True):
    """The terminal's own words, shown word for word."""

    refund_id: str
    status_code: int
    text: str


class RefundResultStored(Event, frozen=True, kw_only=True):
    """The terminal reported a result; it is on disk, and only now may be acknowledged."""

    refund_id: str
    result: CardResult


class RefundApproved(Event, frozen=True, kw_only=True):
    """The money is on its way back, proven."""

    refund_id: str
    tender: RefundTender
    attempt_id: str
    amount_minor: int
    result: CardResult | None = None
    """Of a card."""
    receipt_lines: tuple[str, ...] = ()
    reference: str = ""
    """The wallet gateway's own number of it."""
    given_at: str
    """Local time, ISO 8601 with offset."""
    settled_by: str = ""
    """Who of the staff has seen that it was given back; empty: it was proven."""


class RefundRefused(Event, frozen=True, kw_only=True):
    """No money moved: it stands where it stood. Asking again is safe."""

    refund_id: str
    reason: str
    text: str = ""


class RefundUnknown(Event, frozen=True, kw_only=True):
    """It is not known whether the money went back; it will be asked about."""

    refund_id: str
    reason: str
    needs_attendant: bool = False


class RefundAsked(Event, frozen=True, kw_only=True):
    """Somebody is being asked what became of it (never a second refund)."""

    refund_id: str


AnyRefundEvent = (
    RefundRequested
    | RefundStatusShown
    | RefundResultStored
    | RefundApproved
    | RefundRefused
    | RefundUnknown
    | RefundAsked
)
"""All events of this module."""
