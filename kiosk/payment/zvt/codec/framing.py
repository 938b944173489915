r"""Blocks on the serial line: byte stuffing, checksum, acknowledgements.

A block is `10 02` APDU `10 03` CRC-low CRC-high; every `10` inside the APDU is sent twice. Each block is
answered by one raw byte, `06` or `15`. A line may deliver half a block, several glued together, or noise;
`Decoder` turns all of that into a list of events and never raises.

    >>> encode_block(bytes.fromhex("800000")).hex(" ")
    '10 02 80 00 00 10 03 f5 1f'
    >>> Decoder().feed(bytes.fromhex("06 10 02 80 00 00 10 03 f5 1f"))
    [Ack(), Block(apdu=b'\x80\x00\x00')]

Source: ZVT transport PA00P016 rev 04, sections 2.1 and 3. The specification names the checksum "XModem";
the one on real wires is CRC-16/KERMIT over the APDU and the ETX byte.
Invariants: never holds more than APDU_MAX bytes; one byte at a time gives the same events as all at once.
"""

import enum

import msgspec

DLE, STX, ETX = 0x10, 0x02, 0x03
ACK, NAK = 0x06, 0x15
APDU_MAX = 2 + 3 + 0xFFFF
"""Class and instruction, an extended length, and the longest body it can announce."""


class Block(msgspec.Struct, frozen=True):
    """A block whose checksum was right; `apdu` is its unstuffed content."""

    apdu: bytes


class Ack(msgspec.Struct, frozen=True):
    """The peer took our block."""


class Nak(msgspec.Struct, frozen=True):
    """The peer wants our block again."""


class Damaged(msgspec.Struct, frozen=True):
    """A block arrived broken; the receiver answers NAK."""

    reason: str


LinkEvent = Block | Ack | Nak | Damaged


def _crc_table() -> tuple[int, ...]:
    table = []
    for value in range(256):
        for _ in range(8):
            value = (value >> 1) ^ 0x8408 if value & 1 else value >> 1
        table.append(value)
    return tuple(table)


_TABLE = _crc_table()


def crc16(data: bytes) -> int:
    """CRC-16/KERMIT: reflected 0x1021, start 0, no final xor. `crc16(b"123456789") == 0x2189`."""
    crc = 0
    for byte in data:
        crc = (crc >> 8) ^ _TABLE[(crc ^ byte) & 0xFF]
    return crc


def encode_block(apdu: bytes) -> bytes:
    """The bytes on the line for one APDU. The checksum is not stuffed."""
    stuffed = apdu.replace(b"\x10", b"\x10\x10")
    checksum = crc16(apdu + bytes((ETX,)))
    return bytes((DLE, STX)) + stuffed + bytes((DLE, ETX)) + checksum.to_bytes(2, "little")


class _State(enum.Enum):
    IDLE = enum.auto()
    IDLE_DLE = enum.auto()
    BODY = enum.auto()
    BODY_DLE = enum.auto()
    CRC_LOW = enum.auto()
    CRC_HIGH = enum.auto()
    SKIP = enum.auto()
    SKIP_DLE = enum.auto()


class Decoder:
    """Splits received bytes into events. Noise between blocks is dropped.

    After damage inside a block the rest of it is skipped until the line falls silent (`gap`) or a new
    block starts, so that its data bytes are never mistaken for acknowledgements.
    """

    def __init__(self) -> None:
        self._state = _State.IDLE
        self._body = bytearray()
        self._crc_low = 0
        self._damage = ""

    @property
    def in_block(self) -> bool:
        """A block has begun and not ended: the next byte is due within T1."""
        return self._state not in (_State.IDLE, _State.IDLE_DLE)

    def gap(self) -> Damaged | None:
        """Tell the decoder that T1 passed without a byte: an unfinished block is lost."""
        was_in_block = self.in_block
        reason = self._damage or "block not finished in time"
        self._reset()
        return Damaged(reason) if was_in_block else None

    def feed(self, data: bytes) -> list[LinkEvent]:
        """The events completed by `data`, in order."""
        events: list[LinkEvent] = []
        for byte in data:
            event = self._step(byte)
            if event is not None:
                events.append(event)
        return events

    def _reset(self) -> None:
        self._state = _State.IDLE
        self._body.clear()
        self._damage = ""

    def _skip(self, reason: str) -> None:
        self._state = _State.SKIP
        self._body.clear()
        self._damage = reason

    def _step(self, byte: int) -> LinkEvent | None:
        match self._state:
            case _State.IDLE:
                if byte == DLE:
                    self._state = _State.IDLE_DLE
                elif byte == ACK:
                    return Ack()
                elif byte == NAK:
                    return Nak()
            case _State.IDLE_DLE:
                self._after_idle_dle(byte)
            case _State.BODY:
                if byte == DLE:
                    self._state = _State.BODY_DLE
                else:
                    self._append(byte)
            case _State.BODY_DLE:
                self._after_body_dle(byte)
            case _State.CRC_LOW:
                self._crc_low = byte
                self._state = _State.CRC_HIGH
            case _State.CRC_HIGH:
                return self._finish(byte)
            case _State.SKIP:
                if byte == DLE:
                    self._state = _State.SKIP_DLE
            case _State.SKIP_DLE:
                if byte == STX:
                    self._begin()
                else:
                    self._state = _State.SKIP
        return None

    def _begin(self) -> None:
        self._reset()
        self._state = _State.BODY

    def _after_idle_dle(self, byte: int) -> None:
        if byte == STX:
            self._begin()
        elif byte != DLE:
            self._state = _State.IDLE

    def _after_body_dle(self, byte: int) -> None:
        if byte == DLE:
            self._state = _State.BODY
            self._append(DLE)
        elif byte == ETX:
            self._state = _State.CRC_LOW
        elif byte == STX:  # the sender gave up on its block and started again
            self._begin()
        else:
            self._skip(f"10 {byte:02X} inside a block")

    def _append(self, byte: int) -> None:
        if len(self._body) >= APDU_MAX:
            self._skip(f"block longer than {APDU_MAX} bytes")
        else:
            self._body.append(byte)

    def _finish(self, crc_high: int) -> LinkEvent:
        apdu = bytes(self._body)
        received = crc_high << 8 | self._crc_low
        self._reset()
        expected = crc16(apdu + bytes((ETX,)))
        if received != expected:
            return Damaged(f"checksum {received:04X}, expected {expected:04X}")
        return Block(apdu)
