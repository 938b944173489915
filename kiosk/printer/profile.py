"""What the lane knows about its printer before it answers: where it is, how wide, how patient to be."""

import enum
from dataclasses import dataclass


class Proof(enum.Enum):
    """How a printer can prove that something is on paper; found out by the driver's probe."""

    FENCE_ID = "fence_id"
    """`GS ( H`: it repeats our token when everything before is printed."""
    FENCE_REPORT = "fence_report"
    """`GS r`: its queued answer shows that everything before was processed."""
    NONE = "none"
    """It says nothing: "sent" is all that can be known."""


@dataclass(frozen=True, kw_only=True)
class PrinterProfile:
    """Settings of one printer. Times are seconds."""

    address: str
    """`tcp:HOST[:PORT]`, `/dev/usb/lpN`, or a serial port by path."""
    baud_rate: int = 115200
    columns: int = 48
    answer_s: float = 0.5
    """For a real-time status answer; such answers come at once."""
    probe_s: float = 2.0
    """For the first proof request after connecting; a print from before may still run."""
    fence_s: float = 3.0
    """For the proof, on top of the time the paper takes."""
    speed_mm_s: float = 100.0
    """The slowest speed to expect."""
    cut_s: float = 3.0
    stall_s: float = 8.0
    """A printer that reads nothing for this long, and does not say why, is given up."""
    help_s: float = 1800.0
    """How long a half printed job waits for somebody to load paper."""
    poll_s: float = 2.0
    """Between status questions while idle: finds a printer that went silent."""
    reconnect_s: float = 1.0
