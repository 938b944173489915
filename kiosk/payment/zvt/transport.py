"""Bytes in, bytes out: the serial line to a device. Knows no protocol.

Reading can be interrupted from another thread through a `Doorbell`, so that a request reaches an idle
driver at once and the thread still sleeps when there is nothing to do.

Invariants: a line that is gone raises `LineLostError` from every call; no modem control line is ever touched
(ptys and many USB adapters have none).
"""

import contextlib
import errno
import os
import select
from typing import Protocol

import serial

READ_MAX = 4096
WRITE_TIMEOUT_S = 10.0
"""A block of the largest usual receipt takes 1.3 s at 9600 baud; a line stalled this long is lost."""


GONE = "The line to the terminal is gone: check its cable and power."


class LineLostError(Exception):
    """The line cannot be opened or has gone away. `code` is the health code, the text is for staff."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class Doorbell:
    """Wakes a thread that waits in `select`. Ringing twice is like ringing once."""

    def __init__(self) -> None:
        self._read_end, self._write_end = os.pipe()
        os.set_blocking(self._read_end, False)
        os.set_blocking(self._write_end, False)

    def fileno(self) -> int:
        """For `select`."""
        return self._read_end

    def ring(self) -> None:
        """Wake whoever waits now or next."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._write_end, b"!")

    def silence(self) -> None:
        """Forget all ringing so far."""
        with contextlib.suppress(BlockingIOError):
            while os.read(self._read_end, READ_MAX):
                pass

    def wait(self, timeout_s: float) -> None:
        """Sleep until rung or `timeout_s` passed."""
        select.select([self], [], [], max(0.0, timeout_s))
        self.silence()

    def close(self) -> None:
        """Give the descriptors back."""
        os.close(self._read_end)
        os.close(self._write_end)


class Transport(Protocol):
    """A line that is open."""

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s` or when woken. Raises `LineLostError`."""

    def write(self, data: bytes) -> None:
        """Send all of `data`. Raises `LineLostError`."""

    def close(self) -> None:
        """Close the line. Safe to call twice."""


class SerialTransport:
    """A serial port: 8 data bits, no parity, two stop bits, no handshake, ours alone."""

    def __init__(self, port: str, baud: int, doorbell: Doorbell) -> None:
        self._doorbell = doorbell
        try:
            self._serial = serial.Serial(
                port,
                baud,
                stopbits=serial.STOPBITS_TWO,
                timeout=0,
                write_timeout=WRITE_TIMEOUT_S,
                exclusive=True,
            )
        except (serial.SerialException, OSError, ValueError) as error:
            raise _not_opened(port, error) from error

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s` or when woken."""
        try:
            ready, _, _ = select.select([self._serial, self._doorbell], [], [], max(0.0, timeout_s))
            if self._doorbell in ready:
                self._doorbell.silence()
            if self._serial not in ready:
                return b""
            return bytes(self._serial.read(READ_MAX))
        except (serial.SerialException, OSError, ValueError, TypeError) as error:
            raise LineLostError("unplugged", GONE) from error

    def write(self, data: bytes) -> None:
        """Send all of `data`."""
        try:
            self._serial.write(data)
        except (serial.SerialException, OSError) as error:
            raise LineLostError("unplugged", GONE) from error

    def close(self) -> None:
        """Close the port; a port that is already gone is closed too."""
        with contextlib.suppress(serial.SerialException, OSError):
            self._serial.close()


def _not_opened(port: str, error: Exception) -> LineLostError:
    number = getattr(error, "errno", None)
    if number == errno.ENOENT:
        return LineLostError("unplugged", f"{port} does not exist: is the terminal's cable plugged in?")
    if number == errno.EACCES:
        return LineLostError("port_forbidden", f"{port}: not permitted; add this user to the group dialout.")
    if number in (errno.EAGAIN, errno.EWOULDBLOCK, errno.EBUSY):
        return LineLostError("port_busy", f"{port} is in use by another program.")
    return LineLostError("port_error", f"{port} cannot be opened ({error}).")
