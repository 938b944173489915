"""From the terminal's fields to the words of the port: results, receipts, currencies.

Source: ZVT commands PA00P015 section 8; TLV tags 2F, 43, 60 from section 9.
"""

import msgspec

from kiosk.devices.terminal import TerminalResult
from kiosk.payment.currencies import name_of
from kiosk.payment.zvt.codec import (
    RECEIPT_CUSTOMER,
    Bmp,
    Fields,
    PrintLine,
    PrintText,
    StatusInformation,
    decode_text,
)
from retail.card import Baseline
from retail.card_numbers import hidden

LINES_MAX = 400
"""More lines than any receipt; what exceeds it is dropped."""

_ENTRY_MODES = {0: "magstripe", 1: "chip", 2: "contactless"}
_VERIFICATIONS = {0: "none", 1: "signature", 2: "pin", 3: "pin", 4: "none", 5: "device"}


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """One transaction as the terminal reports it. `original_trace` marks the reversal of an earlier one."""

    result: TerminalResult
    original_trace: int | None = None

    @property
    def key(self) -> tuple[str, int | None, int | None]:
        """What makes a transaction the same one: terminal, receipt and trace number."""
        return key_of(self.result)


def key_of(result: TerminalResult | Baseline) -> tuple[str, int | None, int | None]:
    """Terminal, receipt and trace number."""
    return result.terminal_id, result.receipt_number, result.trace_number


def terminal_id(fields: Fields) -> str:
    """The terminal's eight digits, or empty."""
    raw = fields.raw(Bmp.TERMINAL_ID)
    return raw.hex() if raw else ""


def read_status(message: StatusInformation, charset: str) -> Reported:
    """Decode a status information. Fields that make no sense count as not sent; nothing raises."""
    fields = message.fields
    currency = fields.number(Bmp.CURRENCY)
    result = fields.byte(Bmp.RESULT)
    return Reported(
        result=TerminalResult(
            result_code=0xFF if result is None else result,
            amount_minor=fields.number(Bmp.AMOUNT),
            currency=name_of(currency),
            terminal_id=terminal_id(fields),
            receipt_number=fields.number(Bmp.RECEIPT),
            trace_number=_trace(fields),
            terminal_time=_time(fields),
            masked_pan=_masked_pan(fields),
            card_name=_text(fields, Bmp.CARD_NAME, charset),
            application_id=_application_id(fields),
            authorisation_code=_text(fields, Bmp.AUTHORISATION, charset),
            merchant_id=_text(fields, Bmp.MERCHANT_ID, charset),
            entry_mode=_ENTRY_MODES.get(_flag(fields, 0x1F12), ""),
            verification=_VERIFICATIONS.get(_flag(fields, 0x1F10), ""),
            text=_text(fields, Bmp.TEXT, charset),
        ),
        original_trace=fields.number(Bmp.ORIGINAL_TRACE),
    )


def _trace(fields: Fields) -> int | None:
    """BMP 0B; longer traces are 000000 there and stand in TLV 1F2B."""
    trace = fields.number(Bmp.TRACE)
    if not trace:
        longer = _first_tlv(fields, (0x1F2B,)).hex()
        if longer.isdecimal():
            return int(longer)
    return trace


def _time(fields: Fields) -> str:
    date, time = fields.raw(Bmp.DATE), fields.raw(Bmp.TIME)
    text = (date + time).hex() if date and time else ""
    return text if text.isdecimal() else ""


def _masked_pan(fields: Fields) -> str:
    """Everything but the last four characters hidden, whatever the terminal let through."""
    nibbles = (fields.raw(Bmp.PAN) or b"").hex().rstrip("f")
    shown = nibbles[-4:] if nibbles[-4:].isdecimal() else ""
    return "*" * (len(nibbles) - len(shown)) + shown


def _text(fields: Fields, tag: int, charset: str) -> str:
    raw = fields.raw(tag) or b""
    return hidden(decode_text(raw.split(b"\x00", 1)[0], charset).strip())


def _application_id(fields: Fields) -> str:
    """Five bytes of provider and up to eleven of its own; providers begin with A, D or F (ISO/IEC 7816-5)."""
    found = _first_tlv(fields, (0x60, 0x43), (0x43,)).hex().upper()
    return found if found.startswith(("A", "D", "F")) and 10 <= len(found) <= 32 else ""


def _first_tlv(fields: Fields, *paths: tuple[int, ...]) -> bytes:
    for path in paths:
        values = fields.tlv(*path)
        if values:
            return values[0]
    return b""


def _flag(fields: Fields, tag: int) -> int:
    value = _first_tlv(fields, (0x2F, tag), (tag,))
    return value[0] if value else -1


class ReceiptBuffer:
    """Collects the terminal's print blocks of one transaction; gives the customer's lines."""

    def __init__(self, charset: str) -> None:
        self._charset = charset
        self._customer: list[str] = []
        self._untyped: list[str] = []

    def add(self, block: PrintLine | PrintText) -> None:
        """Take one block. Merchant and administration receipts are not for the shopper."""
        kind = block.receipt_type()
        raw = block.lines() if isinstance(block, PrintText) else [block.text]
        if kind not in (None, RECEIPT_CUSTOMER):
            return
        target = self._untyped if kind is None else self._customer
        lines = [hidden(decode_text(line, self._charset).rstrip()) for line in raw]
        target.extend(lines[: LINES_MAX - len(target)])

    def customer_lines(self) -> tuple[str, ...]:
        """The customer receipt; blocks that name no kind count when none is marked as the customer's."""
        lines = list(self._customer or self._untyped)
        while lines and not lines[-1].strip():
            lines.pop()
        return tuple(lines)
