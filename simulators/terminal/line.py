"""The terminal's half of the link: blocks and acknowledgements, with the faults of a bad line."""

import enum
import threading
import time
from collections import deque

from kiosk.payment.zvt.codec import ACK, NAK, Ack, Block, Damaged, Decoder, Message, Nak, encode, encode_block
from simulators.terminal.faults import Faults
from simulators.terminal.settings import Timing
from simulators.terminal.wire import PtyWire

SENDS_MAX = 3
LOOK_S = 0.05
"""How long one look at the line may take, so that stopping is prompt."""
RESULT_APDU = b"\x04\x0f"
MOVES_MONEY = (b"\x06\x01", b"\x06\x30", b"\x06\x31")
"""Payment, reversal, refund."""


class Sent(enum.Enum):
    """What became of one block."""

    DELIVERED = "delivered"
    SILENT = "silent"
    INTERRUPTED = "interrupted"
    """A command came instead of the acknowledgement."""


class Line:
    """Blocks over the wire. Used by one thread."""

    def __init__(self, wire: PtyWire, timing: Timing, faults: Faults, stopping: threading.Event) -> None:
        self.wire = wire
        self._timing = timing
        self._faults = faults
        self._stopping = stopping
        self._decoder = Decoder()
        self._answers: deque[Ack | Nak] = deque(maxlen=64)
        self._blocks: deque[bytes] = deque(maxlen=64)
        self._deaf_until = 0.0
        self._last_byte_at = 0.0

    def go_deaf(self, for_s: float) -> None:
        """Hear nothing and say nothing for a while."""
        self._deaf_until = time.monotonic() + for_s
        self._blocks.clear()

    @property
    def is_deaf(self) -> bool:
        """Playing dead."""
        return time.monotonic() < self._deaf_until

    def receive(self, timeout_s: float) -> bytes | None:
        """The next APDU, acknowledged; None after `timeout_s`."""
        deadline = time.monotonic() + timeout_s
        while not self._blocks:
            self._pump(deadline)
            if not self._blocks and time.monotonic() >= deadline:
                return None
        return self._blocks.popleft()

    def send(self, apdu: bytes) -> Sent:
        """Send one APDU up to three times."""
        for _ in range(SENDS_MAX):
            sent = self._send_once(apdu)
            if sent is not None:
                return sent
        return Sent.SILENT

    def cut_off(self, message: Message, for_s: float) -> None:
        """Pull the cable in the middle of sending `message`."""
        block = encode_block(encode(message))
        self._emit(block[: len(block) // 2])
        self.wire.unplug(for_s)

    def _send_once(self, apdu: bytes) -> Sent | None:
        self._answers.clear()
        self._write(apdu)
        deadline = time.monotonic() + self._timing.t2_s
        while time.monotonic() < deadline and not self._stopping.is_set():
            if self._answers:
                return Sent.DELIVERED if isinstance(self._answers.popleft(), Ack) else None
            if self._blocks:
                is_answer = self._blocks[0][0] in (0x80, 0x84)
                return Sent.DELIVERED if is_answer else Sent.INTERRUPTED
            self._pump(deadline)
        return None

    def _write(self, apdu: bytes) -> None:
        block = encode_block(apdu)
        wrong_crc = self._faults.take("bad_crc") or (
            apdu.startswith(RESULT_APDU) and self._faults.take("bad_crc_result")
        )
        if wrong_crc:
            block = block[:-1] + bytes((block[-1] ^ 0x55,))
        if self._faults.take("garbage"):
            self._emit(b"\x00\xff\x10\x15\x00")
        if self._faults.take("stray_dle"):
            block = block[:4] + b"\x10\x77" + block[4:]
        if self._faults.take("cut_block"):
            self._emit(block[: len(block) // 2])
            return
        if self._faults.take("byte_by_byte"):
            for byte in block:
                self._emit(bytes((byte,)))
            return
        self._emit(block)
        if self._faults.take("duplicate"):
            self._emit(block)

    def _emit(self, data: bytes) -> None:
        if not self.is_deaf:
            self.wire.write(data)

    def _pump(self, deadline: float) -> None:
        rest = min(LOOK_S, max(0.0, deadline - time.monotonic()))
        in_block = self._decoder.in_block
        data = self.wire.read(min(rest, self._timing.t1_s) if in_block else rest)
        if self.is_deaf:
            self._decoder = Decoder()
            return
        if not data:
            if in_block and time.monotonic() - self._last_byte_at >= self._timing.t1_s:
                self._decoder.gap()
                self._emit(bytes((NAK,)))
            return
        self._last_byte_at = time.monotonic()
        for event in self._decoder.feed(data):
            match event:
                case Block():
                    self._take(event.apdu)
                case Damaged():
                    self._emit(bytes((NAK,)))
                case Ack() | Nak():
                    self._answers.append(event)

    def _take(self, apdu: bytes) -> None:
        if self._faults.take("nak_once") or self._faults.take("nak_storm"):
            self._emit(bytes((NAK,)))
            return
        if apdu[:2] in MOVES_MONEY and self._faults.take("unplug_command"):
            self.wire.unplug(self._timing.unplugged_s)
            return
        if not self._faults.take("lose_ack"):
            self._emit(bytes((ACK,)))
        self._blocks.append(apdu)
