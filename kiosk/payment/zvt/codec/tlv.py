"""Tag-length-value inside BMP 06: BER-style tags, big-endian lengths.

Source: ZVT commands PA00P015 section 9 (TLV container). A tag whose low five bits are all set continues in
the next byte while that byte's top bit is set. Lengths: `00`-`7F`, `81 n`, `82 hi lo`.
"""

import msgspec

from kiosk.payment.zvt.codec.errors import ProtocolError

TAG_BYTES_MAX = 4
DEPTH_MAX = 8


class Tlv(msgspec.Struct, frozen=True):
    """One element; `value` of a constructed one (bit 0x20 of the first tag byte) holds more elements."""

    tag: int
    value: bytes


def encode_length(size: int) -> bytes:
    """The shortest form of a TLV length."""
    if size < 0x80:
        return bytes((size,))
    if size <= 0xFF:
        return bytes((0x81, size))
    if size <= 0xFFFF:
        return bytes((0x82,)) + size.to_bytes(2, "big")
    raise ProtocolError(f"{size} bytes do not fit into a TLV")


def read_length(data: bytes, at: int) -> tuple[int, int]:
    """The length that starts at `at`, and where the value starts."""
    if at >= len(data):
        raise ProtocolError("TLV length missing")
    first = data[at]
    if first < 0x80:
        return first, at + 1
    width = first & 0x7F
    if width not in (1, 2) or at + 1 + width > len(data):
        raise ProtocolError(f"TLV length {first:02X} not understood")
    return int.from_bytes(data[at + 1 : at + 1 + width], "big"), at + 1 + width


def _read_tag(data: bytes, at: int) -> tuple[int, int]:
    tag, end = data[at], at + 1
    if tag & 0x1F != 0x1F:
        return tag, end
    while True:
        if end >= len(data) or end - at >= TAG_BYTES_MAX:
            raise ProtocolError("TLV tag not finished")
        tag = tag << 8 | data[end]
        end += 1
        if not data[end - 1] & 0x80:
            return tag, end


def parse_tlv(data: bytes) -> tuple[Tlv, ...]:
    """All elements in `data`, nothing left over."""
    found: list[Tlv] = []
    at = 0
    while at < len(data):
        tag, after_tag = _read_tag(data, at)
        size, start = read_length(data, after_tag)
        if start + size > len(data):
            raise ProtocolError(f"TLV {tag:X} announces {size} bytes, {len(data) - start} are there")
        found.append(Tlv(tag, data[start : start + size]))
        at = start + size
    return tuple(found)


def encode_tlv(*elements: Tlv) -> bytes:
    """The bytes of the elements, one after the other."""
    out = bytearray()
    for element in elements:
        width = max(1, (element.tag.bit_length() + 7) // 8)
        out += element.tag.to_bytes(width, "big") + encode_length(len(element.value)) + element.value
    return bytes(out)


def find_tlv(data: bytes, *path: int) -> bytes | None:
    """The first value at `path` (tags from outside in), or None. Damaged content counts as absent."""
    values = find_all_tlv(data, *path)
    return values[0] if values else None


def find_all_tlv(data: bytes, *path: int) -> list[bytes]:
    """Every value at `path`, in order. Damaged content counts as absent: texts must never stop a payment."""
    if not path or len(path) > DEPTH_MAX:
        return []
    try:
        here = [element.value for element in parse_tlv(data) if element.tag == path[0]]
    except ProtocolError:
        return []
    if len(path) == 1:
        return here
    return [value for outer in here for value in find_all_tlv(outer, *path[1:])]
