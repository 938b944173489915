"""The same terminal in the network: bare APDUs over TCP, one lane at a time.

The cable can be pulled here too: the connection breaks and nobody listens until it is plugged in again.
"""

import contextlib
import select
import socket
import threading
import time
from collections import deque

from kiosk.payment.zvt.codec import ApduStream, Message, encode
from simulators.terminal.faults import Faults
from simulators.terminal.line import LOOK_S, MOVES_MONEY, Sent
from simulators.terminal.settings import Timing

READ_MAX = 4096
APDUS_MAX = 64


class TcpWire:
    """Listens on one port. Used by one thread."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self._host = host
        self._plug_at = 0.0
        self._listener: socket.socket | None = None
        self._lane: socket.socket | None = None
        self.port = port
        self._plug()

    @property
    def plugged(self) -> bool:
        """The cable is in."""
        return self._listener is not None

    def unplug(self, for_s: float) -> None:
        """Pull the cable; it comes back after `for_s`."""
        self._plug_at = time.monotonic() + for_s
        self._hang_up()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def read(self, timeout_s: float) -> bytes | None:
        """What has arrived; empty after `timeout_s`; None when the lane has gone or changed."""
        if self._listener is None:
            rest = self._plug_at - time.monotonic()
            time.sleep(max(0.0, min(rest, timeout_s)))
            if self._plug_at <= time.monotonic():
                self._plug()
            return None
        ends = [end for end in (self._listener, self._lane) if end is not None]
        ready, _, _ = select.select(ends, [], [], max(0.0, timeout_s))
        if self._listener in ready:
            self._hang_up()
            self._lane, _ = self._listener.accept()
            return None
        if self._lane is None or self._lane not in ready:
            return b""
        with contextlib.suppress(OSError):
            if data := self._lane.recv(READ_MAX):
                return data
        self._hang_up()
        return None

    def write(self, data: bytes) -> bool:
        """Send `data`; False when nobody is connected."""
        if self._lane is None:
            return False
        try:
            self._lane.sendall(data)
        except OSError:
            self._hang_up()
            return False
        return True

    def close(self) -> None:
        """Stop listening."""
        self.unplug(0.0)

    def _hang_up(self) -> None:
        if self._lane is not None:
            self._lane.close()
            self._lane = None

    def _plug(self) -> None:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((self._host, self.port))
        listener.listen(1)
        self.port = listener.getsockname()[1]
        self._listener = listener


class StreamLine:
    """APDUs over the wire, with the faults TCP leaves possible. Used by one thread."""

    def __init__(self, wire: TcpWire, timing: Timing, faults: Faults, stopping: threading.Event) -> None:
        self.wire = wire
        self._faults = faults
        self._timing = timing
        self._stopping = stopping
        self._stream = ApduStream()
        self._apdus: deque[bytes] = deque(maxlen=APDUS_MAX)
        self._deaf_until = 0.0

    def go_deaf(self, for_s: float) -> None:
        """Hear nothing and say nothing for a while."""
        self._deaf_until = time.monotonic() + for_s
        self._apdus.clear()

    @property
    def is_deaf(self) -> bool:
        """Playing dead."""
        return time.monotonic() < self._deaf_until

    def receive(self, timeout_s: float) -> bytes | None:
        """The next APDU; None after `timeout_s`."""
        deadline = time.monotonic() + timeout_s
        while not self._apdus:
            self._pump(deadline)
            if not self._apdus and (time.monotonic() >= deadline or self._stopping.is_set()):
                return None
        return self._apdus.popleft()

    def send(self, apdu: bytes) -> Sent:
        """Send one APDU; SILENT when nobody is connected."""
        if self.is_deaf:
            return Sent.DELIVERED
        if self._faults.take("cut_block"):
            self.wire.write(apdu[: len(apdu) // 2])
            self.wire.unplug(self._timing.unplugged_s)
            return Sent.SILENT
        pieces = [bytes((byte,)) for byte in apdu] if self._faults.take("byte_by_byte") else [apdu]
        if self._faults.take("duplicate"):
            pieces.append(apdu)
        sent = [self.wire.write(piece) for piece in pieces]
        return Sent.DELIVERED if all(sent) else Sent.SILENT

    def cut_off(self, message: Message, for_s: float) -> None:
        """Pull the cable in the middle of sending `message`."""
        apdu = encode(message)
        self.wire.write(apdu[: len(apdu) // 2])
        self.wire.unplug(for_s)

    def _pump(self, deadline: float) -> None:
        data = self.wire.read(min(LOOK_S, max(0.0, deadline - time.monotonic())))
        if data is None or self.is_deaf:
            self._stream = ApduStream()
            self._apdus.clear()
            return
        for apdu in self._stream.feed(data):
            if apdu[:2] in MOVES_MONEY and self._faults.take("unplug_command"):
                self.wire.unplug(self._timing.unplugged_s)
                return
            self._apdus.append(apdu)
