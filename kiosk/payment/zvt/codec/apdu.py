"""The application's unit: class, instruction, length, data.

Source: ZVT transport PA00P016 section 5.2. A length byte `FF` announces a two-byte length, little endian.
"""

import msgspec

from kiosk.payment.zvt.codec.errors import ProtocolError

_EXTENDED = 0xFF
DATA_MAX = 0xFFFF


class Apdu(msgspec.Struct, frozen=True):
    """One command or answer. `instruction` is class and instruction as one number, e.g. 0x0601."""

    instruction: int
    data: bytes = b""


def encode_apdu(apdu: Apdu) -> bytes:
    """The APDU's bytes; the length in its short form whenever it fits."""
    size = len(apdu.data)
    if size > DATA_MAX:
        raise ProtocolError(f"{size} bytes do not fit into one APDU")
    head = apdu.instruction.to_bytes(2, "big")
    if size < _EXTENDED:
        return head + bytes((size,)) + apdu.data
    return head + bytes((_EXTENDED,)) + size.to_bytes(2, "little") + apdu.data


def decode_apdu(raw: bytes) -> Apdu:
    """The APDU in `raw`, which must hold exactly one."""
    if len(raw) < 3:
        raise ProtocolError(f"an APDU has at least 3 bytes, not {len(raw)}")
    start, size = 3, raw[2]
    if size == _EXTENDED:
        if len(raw) < 5:
            raise ProtocolError("extended length cut off")
        start, size = 5, int.from_bytes(raw[3:5], "little")
    if len(raw) != start + size:
        raise ProtocolError(f"announced {size} bytes of data, {len(raw) - start} came")
    return Apdu(int.from_bytes(raw[:2], "big"), raw[start:])
