"""One terminal's settings: line, identity, and how long to wait for what.

Acquirers differ in how long a terminal may be silent and in what it does when nobody answers, so every
time of the protocol is a setting. The defaults are the standard's.

Source: ZVT transport PA00P016 section 3 (T1, T2), commands PA00P015 section 2 (T3, T4).
"""

import enum

import msgspec

BAUD_AFTER_REBOOT = 9600
"""A terminal falls back to this rate when it restarts, whatever was agreed before."""


class Unacknowledged(enum.Enum):
    """What the acquirer has its terminals do with an approval that nobody acknowledged."""

    AUTO_REVERSE = "auto_reverse"
    """Reverse it at once and show the reversal."""
    DROP = "drop"
    """Mark it declined, without a reversal of its own."""
    KEEP = "keep_for_1F1F"
    """Keep it; reverse it when the next payment's TLV 1F1F shows that the till never heard of it."""


class Receipts(enum.Enum):
    """Who prints the card receipt, and from what."""

    TEXT = "text"
    """The lane prints the terminal's own lines (configuration BE)."""
    FIELDS = "fields"
    """The lane composes it from the result; the terminal sends no lines (configuration 3E)."""
    TERMINAL = "terminal"
    """The terminal prints on paper of its own (configuration 38)."""


class TerminalProfile(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the driver needs to know about the terminal at the other end. Times in seconds."""

    port: str
    baud: int = 9600
    password: int = 0
    currency: str = "EUR"
    language: str = "en"
    charset: str = "cp437"
    """How the terminal writes texts; some acquirers send `iso8859-1` whatever the standard says."""
    unacknowledged: Unacknowledged = Unacknowledged.AUTO_REVERSE
    can_abort: bool = True
    """The terminal knows 06 B0; some acquirers' terminals do not."""
    receipts: Receipts = Receipts.TEXT
    t1_s: float = 0.2
    """Between two bytes of one block."""
    t2_s: float = 5.0
    """From a block to its ACK or NAK."""
    t3_s: float = 5.0
    """From a command to the answer 80 or 84."""
    t4_s: float = 180.0
    """From the answer to the completion; every sign of progress starts it again, nothing shortens it."""
    probe_after_s: float = 15.0
    """Silence during a payment after which the terminal is asked whether it still lives."""
    poll_s: float = 2.0
    """Between two status enquiries while waiting for a terminal to become ready."""
    idle_enquiry_s: float = 60.0
    """The standard wants a status enquiry at least every minute."""
    reconnect_s: float = 1.0
    """Between two attempts to open the line."""
    recover_s: float = 240.0
    """How long `recover` tries before it answers Unknown again, so that the lane can ask anew."""
    clock_skew_s: float = 900.0
    """How far the terminal's clock may be behind ours before its transaction time counts as earlier."""
