"""The receipt printer's port. "Printed" is said only when the printer itself proved it.

Source: docs/devices/printer.md (proof of print); UnifiedPOS POSPrinter (AsyncMode, OutputCompleteEvent).
"""

import enum
from typing import Protocol

import msgspec

from kiosk.devices.health import Health


class PrintJob(msgspec.Struct, frozen=True, kw_only=True):
    """One receipt as printer bytes, without the cut and without the proof request: the driver adds those."""

    job_id: str
    payload: bytes
    height_mm: int
    """Length of paper the job needs; decides how long the proof may take."""


class PrintOutcome(enum.Enum):
    """What became of a job. Only the first two mean that the shopper has paper."""

    PRINTED = "printed"
    PRINTED_SPLIT = "printed_split"
    """All printed, but the paper was changed in the middle: two pieces."""
    NOT_SENT = "not_sent"
    """Not one byte of the job left the lane: safe to try again."""
    SENT_UNPROVEN = "sent_unproven"
    """All sent to a printer that cannot prove printing (found out by the driver's probe)."""
    UNKNOWN = "unknown"
    """Cannot be known (link lost after the first byte). Never repeated automatically."""


class PrintWaiting(msgspec.Struct, frozen=True, kw_only=True):
    """The job stands half printed until somebody helps; the driver does not resend."""

    job_id: str
    code: str
    """`paper_end`, `cover_open`, `cutter_jam`, ..."""


class PrintAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The end of one job."""

    job_id: str
    outcome: PrintOutcome
    reason: str = ""


PrinterMessage = PrintWaiting | PrintAnswer | Health


class PrinterListener(Protocol):
    """The lane's side. Called from the driver's thread."""

    def said(self, message: PrinterMessage) -> None:
        """Take one message; never blocks for long."""


class ReceiptPrinter(Protocol):
    """What the lane may ask of a printer. Every call returns at once."""

    def start(self, listener: PrinterListener) -> None:
        """Open the line, watch the status until `stop`; health changes go to the listener."""

    def print(self, job: PrintJob) -> None:
        """Print one job (one in flight). Exactly one `PrintAnswer` follows."""

    def stop(self) -> None:
        """Close the line and end the thread. Safe to call twice."""
