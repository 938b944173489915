"""The tagged fields of APDU bodies ("bitmaps", BMP): which tag has which length.

Source: ZVT commands PA00P015 section 8 (BMP definitions); the widths were checked against recorded
messages. Order is free and repeated on encoding, so a parsed body encodes to the same bytes.
"""

import enum

import msgspec

from kiosk.payment.zvt.codec.errors import ProtocolError
from kiosk.payment.zvt.codec.tlv import encode_length, find_all_tlv, read_length


class Bmp(enum.IntEnum):
    """The fields this project reads or writes."""

    TIMEOUT = 0x01
    SERVICE = 0x03
    AMOUNT = 0x04
    TLV = 0x06
    TRACE = 0x0B
    TIME = 0x0C
    DATE = 0x0D
    EXPIRY = 0x0E
    CARD_SEQUENCE = 0x17
    PAYMENT_TYPE = 0x19
    PAN = 0x22
    RESULT = 0x27
    TERMINAL_ID = 0x29
    MERCHANT_ID = 0x2A
    ORIGINAL_TRACE = 0x37
    AUTHORISATION = 0x3B
    TEXT = 0x3C
    CURRENCY = 0x49
    TOTALS = 0x60
    RECEIPT = 0x87
    CARD_TYPE = 0x8A
    CARD_NAME = 0x8B
    DATE_WITH_YEAR = 0xAA


_FIXED: dict[int, int] = {
    **dict.fromkeys((0x01, 0x02, 0x03, 0x05, 0x19, 0x27, 0x8A, 0x8C, 0xA0), 1),
    **dict.fromkeys((0xD2, 0xF0, 0xF9, 0xFA, 0xFC, 0xFD), 1),
    **dict.fromkeys((0x0D, 0x0E, 0x17, 0x3A, 0x49, 0x87), 2),
    **dict.fromkeys((0x0B, 0x0C, 0x37, 0x3D, 0x88, 0xAA), 3),
    0x29: 4,
    0xBA: 5,
    0x04: 6,
    0x3B: 8,
    0x2A: 15,
}
"""Tag -> number of bytes."""

_LLVAR = frozenset((0x22, 0x23, 0x2D, 0x4C, 0x8B, 0xA7, *range(0xE1, 0xE9), *range(0xF1, 0xF9)))
"""Two length digits, one per byte, written `Fx Fy`."""

_LLLVAR = frozenset((0x24, 0x2E, 0x3C, 0x60, 0x9A, 0xAF))
"""Three length digits, `Fx Fy Fz`."""


class Field(msgspec.Struct, frozen=True):
    """One field with its raw value."""

    tag: int
    value: bytes


def read_digits(data: bytes, at: int, count: int) -> int:
    """The length written as `count` bytes `Fx`; raises when they are not that."""
    digits = data[at : at + count]
    if len(digits) != count or any(byte & 0xF0 != 0xF0 or byte & 0x0F > 9 for byte in digits):
        raise ProtocolError(f"length digits {digits.hex(' ')!r} at {at} not understood")
    return int("".join(str(byte & 0x0F) for byte in digits))


def write_digits(value: int, count: int) -> bytes:
    """`value` as `count` bytes `Fx`."""
    if not 0 <= value < 10**count:
        raise ProtocolError(f"length {value} does not fit into {count} digits")
    return bytes(0xF0 | int(digit) for digit in f"{value:0{count}}")


def _measure(data: bytes, tag: int, at: int) -> tuple[int, int]:
    """Size of the value and where it starts, for a field whose tag ended at `at`."""
    if tag == Bmp.TLV:
        return read_length(data, at)
    if tag in _FIXED:
        return _FIXED[tag], at
    if tag in _LLVAR:
        return read_digits(data, at, 2), at + 2
    if tag in _LLLVAR:
        return read_digits(data, at, 3), at + 3
    raise ProtocolError(f"unknown field {tag:02X} at {at - 1}")


def parse_fields(data: bytes) -> "Fields":
    """The fields in `data`, nothing left over; raises `ProtocolError` otherwise."""
    found: list[Field] = []
    at = 0
    while at < len(data):
        tag = data[at]
        size, start = _measure(data, tag, at + 1)
        if start + size > len(data):
            raise ProtocolError(f"field {tag:02X} needs {size} bytes, {len(data) - start} are there")
        found.append(Field(tag, data[start : start + size]))
        at = start + size
    return Fields(tuple(found))


def encode_fields(fields: "Fields") -> bytes:
    """The bytes of the fields in their order; checks that each value fits its tag."""
    out = bytearray()
    for field in fields.all:
        size = len(field.value)
        out.append(field.tag)
        if field.tag == Bmp.TLV:
            out += encode_length(size)
        elif field.tag in _LLVAR:
            out += write_digits(size, 2)
        elif field.tag in _LLLVAR:
            out += write_digits(size, 3)
        elif _FIXED.get(field.tag) != size:
            raise ProtocolError(f"field {field.tag:02X} cannot hold {size} bytes")
        out += field.value
    return bytes(out)


def bcd(value: int, size: int) -> bytes:
    """`value` as `size` bytes of two decimal digits each."""
    if not 0 <= value < 100**size:
        raise ProtocolError(f"{value} does not fit into {size} BCD bytes")
    return bytes.fromhex(f"{value:0{size * 2}}")


def from_bcd(raw: bytes) -> int | None:
    """The number in BCD, or None for anything else (terminals write FFFF for "none")."""
    digits = raw.hex()
    return int(digits) if digits.isdecimal() else None


class Fields(msgspec.Struct, frozen=True):
    """The fields of one body, in the order they came."""

    all: tuple[Field, ...] = ()

    def raw(self, tag: int) -> bytes | None:
        """The first value of `tag`."""
        return next((field.value for field in self.all if field.tag == tag), None)

    def number(self, tag: int) -> int | None:
        """The BCD number of `tag`; None when absent or not a number."""
        raw = self.raw(tag)
        return from_bcd(raw) if raw else None

    def byte(self, tag: int) -> int | None:
        """The single byte of `tag`."""
        raw = self.raw(tag)
        return raw[0] if raw else None

    def tlv(self, *path: int) -> list[bytes]:
        """Every TLV value at `path` inside the container."""
        return [
            value for field in self.all if field.tag == Bmp.TLV for value in find_all_tlv(field.value, *path)
        ]
