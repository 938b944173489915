"""Giving money back to a card, by staff: what is asked, what is proven, and who stores what was told.

An extension of the card terminal's port that a driver may offer. The promise is the payment's, turned round:
a refund is sent at most once per `refund_id`, and none is sent while the outcome of another is unknown.

Sources: ZVT commands PA00P015 rev 13.08 sections 2.6 (reversal) and 2.7 (refund); docs/devices/terminal.md.
"""

from typing import Protocol, runtime_checkable

import msgspec

from kiosk.devices.terminal import Cancelled, Declined, NeedsAttendant, OpenAttempt, PaymentRequest, Unknown
from retail.card import Baseline, CardResult


class CardRefund(msgspec.Struct, frozen=True, kw_only=True):
    """Give back exactly `amount_minor` of `currency`.

    With `original` the terminal takes that payment back whole, by its receipt number and without a card: only
    as long as the terminal's day is open, and only the whole amount. Without it the shopper presents the
    card, and any amount can be given back.
    """

    refund_id: str
    amount_minor: int
    currency: str
    original: CardResult | None = None


class OpenRefund(msgspec.Struct, frozen=True, kw_only=True):
    """A refund whose outcome must be found out: what was asked, and what stood there before."""

    request: CardRefund
    baseline: Baseline | None
    started_at: str
    """UTC, ISO 8601: when the request was journalled."""
    stored_result: CardResult | None = None


class CardGivenBack(msgspec.Struct, frozen=True, kw_only=True, tag="card_given_back"):
    """The money goes back, proven: result 0, amount and currency as asked, of the payment that was meant."""

    result: CardResult
    receipt_lines: tuple[str, ...] = ()


class NotGivenBack(msgspec.Struct, frozen=True, kw_only=True, tag="not_given_back"):
    """No money moved, proven: the request never reached whoever gives it back, or was refused there."""

    reason: str


CardRefundOutcome = CardGivenBack | Declined | Cancelled | NotGivenBack | Unknown | NeedsAttendant
"""`Declined` with 0xB4: that payment was taken back before. With 0xB5: it cannot be taken back any more."""


class RefundText(msgspec.Struct, frozen=True, kw_only=True):
    """Intermediate status while a refund runs: `text` is shown word for word."""

    refund_id: str
    status_code: int
    text: str


class CardRefundAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The end of `refund` or `recover_refund` (`Unknown` ends it too, for now)."""

    refund_id: str
    outcome: CardRefundOutcome


class RefundListener(Protocol):
    """The lane's side. Called from the driver's thread."""

    def refund_said(self, message: RefundText | CardRefundAnswer) -> None:
        """Take one message; never blocks for long."""

    def keep_refund(self, refund_id: str, result: CardResult) -> None:
        """Store `result` durably; called before the terminal is told it was heard. Raises if it cannot."""


@runtime_checkable
class RefundingTerminal(Protocol):
    """What a terminal that gives money back can do besides `CardTerminal`. Every call returns at once."""

    def refund(self, request: CardRefund, baseline: Baseline | None, listener: RefundListener) -> None:
        """Give back, once. Exactly one `CardRefundAnswer` follows; `cancel(refund_id)` asks to stop."""

    def recover_refund(self, refund: OpenRefund, listener: RefundListener) -> None:
        """Find out what became of a refund without ever sending it again. One `CardRefundAnswer` follows.

        After a restart the lane asks this before it asks for any payment: a payment in between would stand
        where the terminal shows its last transaction, and hide the refund or be taken for it.
        """


def as_attempt(refund: OpenRefund) -> OpenAttempt:
    """The same question as one about a payment: an amount, a baseline and a time."""
    request = PaymentRequest(
        attempt_id=refund.request.refund_id,
        amount_minor=refund.request.amount_minor,
        currency=refund.request.currency,
    )
    return OpenAttempt(
        request=request,
        baseline=refund.baseline,
        started_at=refund.started_at,
        stored_result=refund.stored_result,
    )
