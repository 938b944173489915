"""Bodies whose parts are told apart by position, not by tag: 04 FF, 06 0F, 06 1E, 06 D1, 06 D3.

These are where naive parsers break: optional parts in the middle, text with a container behind it, and a
completion that means something else after a status enquiry than after a payment.

Source: ZVT commands PA00P015 sections 3.2 to 3.7; the rules for ambiguous bodies come from recorded traffic.
"""

import msgspec

from kiosk.payment.zvt.codec.bitmaps import (
    Bmp,
    Field,
    Fields,
    encode_fields,
    parse_fields,
    read_digits,
)
from kiosk.payment.zvt.codec.errors import ProtocolError
from kiosk.payment.zvt.codec.tlv import find_all_tlv, find_tlv, read_length

TLV_DISPLAY, TLV_PRINT, TLV_LINE, TLV_ATTRIBUTE, TLV_RECEIPT_TYPE = 0x24, 0x25, 0x07, 0x09, 0x1F07
RECEIPT_MERCHANT, RECEIPT_CUSTOMER = 1, 2


class IntermediateStatus(msgspec.Struct, frozen=True, kw_only=True):
    """04 FF: what the terminal is doing. `timeout` is in minutes as the terminal sent it (BCD)."""

    status: int
    timeout: int | None = None
    tlv: bytes | None = None

    def display_lines(self) -> list[bytes]:
        """The terminal's own display text, when it sent one."""
        return find_all_tlv(self.tlv, TLV_DISPLAY, TLV_LINE) if self.tlv else []


class TerminalState(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a status enquiry: 00 ready, 9C busy, DC card inserted, F0 end of day due, ..."""

    status: int
    software: bytes = b""
    fields: Fields = Fields()


class Completion(msgspec.Struct, frozen=True):
    """06 0F: the terminal hands control back. What the body means depends on the command it ends."""

    data: bytes = b""

    def fields(self) -> Fields:
        """The body after a transaction or a registration."""
        return parse_fields(self.data)

    def state(self) -> TerminalState:
        """The body after a status enquiry: `[LLLVAR software] status [06 TLV]`."""
        data, software = self.data, b""
        if len(data) > 3 and data[0] & 0xF0 == 0xF0 and data[1] & 0xF0 == 0xF0 and data[2] & 0xF0 == 0xF0:
            size = read_digits(data, 0, 3)
            if len(data) < 3 + size:
                raise ProtocolError("software version cut off")
            software, data = data[3 : 3 + size], data[3 + size :]
        if not data:
            raise ProtocolError("a status enquiry's completion carries a status")
        return TerminalState(status=data[0], software=software, fields=parse_fields(data[1:]))

    def result(self) -> int | None:
        """The result code (BMP 27) after a transaction, if the body has one."""
        try:
            return self.fields().byte(Bmp.RESULT)
        except ProtocolError:
            return None


class Abort(msgspec.Struct, frozen=True, kw_only=True):
    """06 1E: the command ended without success. `currency` is an optional flag byte some terminals add."""

    result: int
    currency: int | None = None
    fields: Fields = Fields()


class PrintLine(msgspec.Struct, frozen=True, kw_only=True):
    """06 D1: one line of a receipt. `text` is raw; `tlv` is the container some terminals append."""

    attribute: int
    text: bytes = b""
    tlv: bytes | None = None

    def receipt_type(self) -> int | None:
        """1 merchant, 2 customer, 3 administration; None when the terminal does not say."""
        return _receipt_type(self.tlv)


class PrintText(msgspec.Struct, frozen=True, kw_only=True):
    """06 D3: a whole receipt as one block."""

    tlv: bytes

    def lines(self) -> list[bytes]:
        """The receipt's lines, raw."""
        return find_all_tlv(self.tlv, TLV_PRINT, TLV_LINE)

    def receipt_type(self) -> int | None:
        """1 merchant, 2 customer, 3 administration; None when the terminal does not say."""
        return _receipt_type(self.tlv)


def _receipt_type(tlv: bytes | None) -> int | None:
    value = find_tlv(tlv, TLV_RECEIPT_TYPE) if tlv else None
    return value[0] if value else None


def _whole_tlv(data: bytes) -> bytes | None:
    """The container's content if `data` is exactly one BMP 06, else None."""
    if not data or data[0] != Bmp.TLV:
        return None
    try:
        size, start = read_length(data, 1)
    except ProtocolError:
        return None
    value = data[start:]
    canonical = encode_fields(Fields((Field(Bmp.TLV, value),)))
    return value if size == len(value) and canonical == data else None


def parse_intermediate(data: bytes) -> IntermediateStatus:
    """`status [timeout] [06 TLV]`; the specification's own example leaves out the timeout before a TLV."""
    if not data:
        raise ProtocolError("an intermediate status carries a status")
    status, rest = data[0], data[1:]
    if not rest:
        return IntermediateStatus(status=status)
    tlv = _whole_tlv(rest)
    if tlv is not None:
        return IntermediateStatus(status=status, tlv=tlv)
    tlv = _whole_tlv(rest[1:])
    if rest[1:] and tlv is None:
        raise ProtocolError("intermediate status with an unknown tail")
    return IntermediateStatus(status=status, timeout=rest[0], tlv=tlv)


def parse_abort(data: bytes) -> Abort:
    """`result [flag] [fields]`."""
    if not data:
        raise ProtocolError("an abort carries a result code")
    try:
        return Abort(result=data[0], fields=parse_fields(data[1:]))
    except ProtocolError:
        return Abort(result=data[0], currency=data[1], fields=parse_fields(data[2:]))


def parse_print_line(data: bytes) -> PrintLine:
    """`attribute text [06 TLV]`; the container is recognised by fitting exactly to the end."""
    if not data:
        raise ProtocolError("a print line carries an attribute")
    text = data[1:]
    at = text.find(Bmp.TLV)
    while at >= 0:
        tlv = _whole_tlv(text[at:])
        if tlv is not None:
            return PrintLine(attribute=data[0], text=text[:at], tlv=tlv)
        at = text.find(Bmp.TLV, at + 1)
    return PrintLine(attribute=data[0], text=text)


def parse_print_text(data: bytes) -> PrintText:
    """One container."""
    tlv = _whole_tlv(data)
    if tlv is None:
        raise ProtocolError("a print text block is one TLV container")
    return PrintText(tlv=tlv)
