"""The card terminal's port: requests the lane makes, answers the terminal gives.

The promise the whole lane rests on: an authorisation is sent at most once per attempt, and its outcome is
one of the values below. `Unknown` is an honest answer; the lane then calls `recover`, never `authorise`.

Sources: ZVT commands PA00P015 rev 13.08 sections 2.2 and 2.20; UnifiedPOS CAT (AuthorizeSales).
"""

from typing import Protocol

import msgspec

from kiosk.devices.health import Health
from retail.card import Baseline, CardResult
from retail.card_schemes import TerminalDay

END_OF_DAY_DUE = "end_of_day_due"
"""Health code of a terminal that takes no payment before its `end_of_day`."""


class PaymentRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Charge exactly `amount_minor` of `currency` (ISO 4217 alphabetic) for one attempt."""

    attempt_id: str
    amount_minor: int
    currency: str


TerminalResult = CardResult


class Approved(msgspec.Struct, frozen=True, kw_only=True, tag="approved"):
    """Money moved, proven: result 0, amount, currency and terminal as asked, acknowledged to the terminal."""

    result: TerminalResult
    receipt_lines: tuple[str, ...] = ()
    """The terminal's customer receipt text, printed verbatim when present."""


class Declined(msgspec.Struct, frozen=True, kw_only=True, tag="declined"):
    """No money moved: host or card said no. `text` is the terminal's own wording."""

    result_code: int
    text: str = ""


class Cancelled(msgspec.Struct, frozen=True, kw_only=True, tag="cancelled"):
    """No money moved: the shopper or the lane cancelled, or the terminal timed out waiting for a card."""

    result_code: int
    text: str = ""


class NotCharged(msgspec.Struct, frozen=True, kw_only=True, tag="not_charged"):
    """No money moved, proven: the request never reached the terminal, or it was asked afterwards."""

    reason: str


class Reversed(msgspec.Struct, frozen=True, kw_only=True, tag="reversed"):
    """Money moved and was verifiably given back (wrong amount, late approval, ...)."""

    reason: str


class Unknown(msgspec.Struct, frozen=True, kw_only=True, tag="unknown"):
    """Not known whether money moved. The lane keeps the order locked and asks again with `recover`."""

    reason: str


class NeedsAttendant(msgspec.Struct, frozen=True, kw_only=True, tag="needs_attendant"):
    """The terminal was asked and its answers do not settle the question; a person must look."""

    reason: str


Outcome = Approved | Declined | Cancelled | NotCharged | Reversed | Unknown | NeedsAttendant


class OpenAttempt(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt whose outcome must be found out: what was asked, and what stood there before."""

    request: PaymentRequest
    baseline: Baseline | None
    started_at: str
    """UTC, ISO 8601: when the request was journalled."""
    stored_result: TerminalResult | None = None
    """A result that was stored durably but perhaps never acknowledged to the terminal."""


class TerminalRegistered(msgspec.Struct, frozen=True, kw_only=True):
    """The terminal is registered and idle; `baseline` is its last transaction."""

    baseline: Baseline


class TerminalText(msgspec.Struct, frozen=True, kw_only=True):
    """Intermediate status (ZVT 04 FF): `text` is shown to the shopper word for word."""

    attempt_id: str
    status_code: int
    text: str


class PaymentAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The end of `authorise` or `recover` for this attempt (`Unknown` ends it too, for now)."""

    attempt_id: str
    outcome: Outcome


class EndOfDayAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The terminal closed its day (or failed to): totals as it reports them."""

    succeeded: bool
    result_code: int
    total_minor: int | None = None
    text: str = ""
    day: TerminalDay = TerminalDay()
    """The sums by card scheme, for `retail.reconciliation.compare`; empty when the terminal tells none."""


TerminalMessage = TerminalRegistered | TerminalText | PaymentAnswer | EndOfDayAnswer | Health


class TerminalListener(Protocol):
    """The lane's side of the link. Called from the driver's thread."""

    def said(self, message: TerminalMessage) -> None:
        """Take one message; never blocks for long."""

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        """Store `result` durably, then say whether it is the payment that was asked for.

        Called *before* the driver acknowledges the terminal's status information. True: acknowledge
        (also for a declined result, where there is nothing to refuse). False: an approval that was not
        asked for (wrong amount, currency or terminal; order gone); the driver refuses it and verifies the
        reversal. Blocks until the result is on disk; raises if it cannot be stored (then the driver must
        not acknowledge and ends in `Unknown`).
        """


class CardTerminal(Protocol):
    """What the lane may ask of a terminal. Every call returns at once; answers come to the listener."""

    def start(self, listener: TerminalListener) -> None:
        """Open the line, register, read the baseline, keep the link healthy until `stop`."""

    def authorise(self, request: PaymentRequest, baseline: Baseline | None) -> None:
        """Ask for a card payment. Exactly one `PaymentAnswer` for the attempt follows."""

    def cancel(self, attempt_id: str) -> None:
        """Ask the terminal to stop. A request, not a fact: the outcome still arrives as `PaymentAnswer`."""

    def recover(self, attempt: OpenAttempt) -> None:
        """Find out what became of an attempt without ever charging again. One `PaymentAnswer` follows."""

    def end_of_day(self) -> None:
        """Close the terminal's day. One `EndOfDayAnswer` follows."""

    def stop(self) -> None:
        """Close the line and end the thread. Safe to call twice."""
