"""The wire to a printer: bytes out, bytes in, and the moment it breaks. Knows no protocol.

Serial ports and ptys (pyserial), TCP port 9100 and `/dev/usb/lp*` all become one non-blocking descriptor, so
that a printer which stops reading (paper out, cover open) can never hang its thread.

Source: docs/devices/printer.md, "Wiring".
Invariants: no call blocks longer than its timeout; at most CHUNK_MAX bytes leave per call; the port is owned
exclusively where the operating system can promise it.
"""

import contextlib
import os
import select
import socket
from dataclasses import dataclass
from typing import Protocol

import serial

CHUNK_MAX = 512
READ_MAX = 4096
PORT_DEFAULT = 9100
_CONNECT_TIMEOUT_S = 3.0


class LinkLostError(Exception):
    """The wire is gone: unplugged, switched off, connection closed, or never there."""


@dataclass(frozen=True)
class Moved:
    """What one `Transport.move` did."""

    sent: int
    received: bytes
    woken: bool


class Transport(Protocol):
    """One open wire, used by one thread."""

    def move(self, data: bytes, timeout_s: float, wake_fd: int | None = None) -> Moved:
        """Send the first bytes of `data` or receive what is there, whichever can be done first.

        Returns early when `wake_fd` becomes readable. Raises `LinkLostError`.
        """

    def close(self) -> None:
        """Give the wire back. Safe to call twice."""


class DescriptorTransport:
    """A `Transport` over a descriptor; `owner` is what must be closed and kept alive."""

    def __init__(self, owner: serial.Serial | socket.socket | None, descriptor: int) -> None:
        self._owner = owner
        self._descriptor = descriptor
        os.set_blocking(descriptor, False)

    def move(self, data: bytes, timeout_s: float, wake_fd: int | None = None) -> Moved:
        """See `Transport.move`."""
        if self._descriptor < 0:
            raise LinkLostError("the wire is closed")
        reading = [self._descriptor] if wake_fd is None else [self._descriptor, wake_fd]
        writing = [self._descriptor] if data else []
        try:
            readable, writable, _ = select.select(reading, writing, [], max(0.0, timeout_s))
            received = self._read() if self._descriptor in readable else b""
            sent = self._write(data[:CHUNK_MAX]) if writable else 0
        except (OSError, ValueError) as error:
            raise LinkLostError(str(error)) from error
        return Moved(sent, received, woken=wake_fd is not None and wake_fd in readable)

    def _read(self) -> bytes:
        try:
            received = os.read(self._descriptor, READ_MAX)
        except BlockingIOError:
            return b""
        if not received:
            raise LinkLostError("the other side hung up")
        return received

    def _write(self, chunk: bytes) -> int:
        try:
            return os.write(self._descriptor, chunk)
        except BlockingIOError:
            return 0

    def close(self) -> None:
        """See `Transport.close`."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor < 0:
            return
        with contextlib.suppress(OSError):
            if self._owner is None:
                os.close(descriptor)
            else:
                self._owner.close()


def open_transport(address: str, baud_rate: int) -> Transport:
    """Open `tcp:HOST[:PORT]`, `/dev/usb/lpN`, or a serial port or pty by path. Raises `LinkLostError`."""
    try:
        if address.startswith("tcp:"):
            return _open_tcp(address.removeprefix("tcp:"))
        if address.startswith("/dev/usb/lp"):
            return DescriptorTransport(None, os.open(address, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC))
        return _open_serial(address, baud_rate)
    except (OSError, ValueError) as error:
        raise LinkLostError(f"{address}: {error}") from error


def _open_tcp(place: str) -> Transport:
    host, _, port = place.rpartition(":") if ":" in place else (place, "", "")
    link = socket.create_connection((host, int(port) if port else PORT_DEFAULT), _CONNECT_TIMEOUT_S)
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return DescriptorTransport(link, link.fileno())


def _open_serial(path: str, baud_rate: int) -> Transport:
    port = serial.Serial(path, baud_rate, timeout=0, exclusive=True)
    return DescriptorTransport(port, port.fileno())
