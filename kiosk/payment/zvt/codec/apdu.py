"""The application's unit: class, instruction, length, data.

On a serial line an APDU travels in a block; over TCP the bare APDUs follow one another, and `ApduStream`
cuts them apart by their lengths.

Source: ZVT transport PA00P016 sections 4 (TCP) and 5.2. A length byte `FF` announces a two-byte length,
little endian.
Invariants: an `ApduStream` holds less than one whole APDU; one byte at a time gives the same APDUs as all at
once.
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


class ApduStream:
    """Cuts a stream of APDUs apart. Nothing marks a beginning: a place once lost is not found again."""

    def __init__(self) -> None:
        self._rest = bytearray()

    @property
    def in_apdu(self) -> bool:
        """An APDU has begun and not ended."""
        return bool(self._rest)

    def feed(self, data: bytes) -> list[bytes]:
        """The APDUs completed by `data`, in order."""
        self._rest += data
        found: list[bytes] = []
        while (size := self._size()) is not None and len(self._rest) >= size:
            found.append(bytes(self._rest[:size]))
            del self._rest[:size]
        return found

    def _size(self) -> int | None:
        """The whole size of the first APDU; None until its length has come."""
        if len(self._rest) < 3:
            return None
        if self._rest[2] != _EXTENDED:
            return 3 + self._rest[2]
        return 5 + int.from_bytes(self._rest[3:5], "little") if len(self._rest) >= 5 else None
