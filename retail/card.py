"""What a card terminal tells about a transaction, as the journal keeps it and the receipt prints it.

Source: ZVT commands PA00P015 rev 13.08 (status information); card scheme rules for receipts.
Invariants: never an expiry date, never more of a card number than its last four digits.
"""

import msgspec


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """The terminal's last transaction before an attempt: what it repeats if nothing happened."""

    terminal_id: str
    receipt_number: int | None = None
    trace_number: int | None = None


class CardResult(msgspec.Struct, frozen=True, kw_only=True):
    """What the terminal reported about one transaction (ZVT status information, 04 0F), decoded.

    Fields the terminal did not send are None or empty; a declined result usually carries no amount.
    """

    result_code: int
    """0 approved; else the terminal's or host's code (ZVT BMP 27)."""
    amount_minor: int | None = None
    currency: str | None = None
    """ISO 4217 alphabetic; comes back only if the request sent it."""
    terminal_id: str = ""
    receipt_number: int | None = None
    trace_number: int | None = None
    terminal_time: str = ""
    """The terminal's own clock, `MMDDhhmmss`; empty when not sent."""
    masked_pan: str = ""
    """At most the last four digits in clear, the rest `*`."""
    card_name: str = ""
    application_id: str = ""
    """EMV AID in hex; printing it is required by every card scheme."""
    authorisation_code: str = ""
    merchant_id: str = ""
    entry_mode: str = ""
    """`magstripe`, `chip`, `contactless` or empty."""
    verification: str = ""
    """How the holder was verified: `pin`, `signature`, `none`, `device` or empty."""
    text: str = ""
    """The host's own words (BMP 3C); shown to the shopper when declined."""
