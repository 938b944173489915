"""The serial line to a scale: bytes in, bytes out, ours alone. Knows no protocol.

Invariants: a line that is gone raises `LineLostError`, with a code and words for staff; no modem control line
is touched (ptys and many USB adapters have none).
"""

import contextlib
import errno
import os
import select
from typing import Protocol

import serial

READ_SIZE_MAX = 4096
WRITE_TIMEOUT_S = 1.0
"""A question has at most four bytes."""
FRAMES = ("8N1", "8E1", "7E1", "7O1", "7N2")
"""Data bits, parity, stop bits, as set at the scale."""
GONE = "The scale is gone: check its cable."


class LineLostError(Exception):
    """The scale cannot be reached. `code` is the stable word for the cause, `detail` is for staff."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.detail = code, detail


class Line(Protocol):
    """An open line, used by one thread."""

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s`. Raises `LineLostError`."""

    def write(self, data: bytes) -> None:
        """Send all of `data`. Raises `LineLostError`."""

    def close(self) -> None:
        """Give it back. Safe to call twice."""


class SerialLine:
    """An open serial port."""

    def __init__(self, port: str, baud: int, frame: str) -> None:
        bits, parity, stop = tuple(frame)
        try:
            self._serial = serial.Serial(
                port,
                baud,
                bytesize=int(bits),
                parity=parity,
                stopbits=int(stop),
                timeout=0,
                write_timeout=WRITE_TIMEOUT_S,
                exclusive=True,
            )
        except (serial.SerialException, OSError, ValueError) as error:
            raise _not_opened(port, error) from error

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s`."""
        try:
            descriptor = self._serial.fileno()
            if not select.select([descriptor], [], [], max(0.0, timeout_s))[0]:
                return b""
            data = os.read(descriptor, READ_SIZE_MAX)
        except (serial.SerialException, OSError, ValueError, TypeError) as error:
            raise LineLostError("unplugged", GONE) from error
        if not data:
            raise LineLostError("unplugged", GONE)
        return data

    def write(self, data: bytes) -> None:
        """Send all of `data`."""
        try:
            self._serial.write(data)
        except serial.SerialTimeoutException as error:
            raise LineLostError("no_answer", "The scale takes nothing: check its power and cable.") from error
        except (serial.SerialException, OSError, TypeError) as error:
            raise LineLostError("unplugged", GONE) from error

    def close(self) -> None:
        """Close the port; a port that is already gone is closed too."""
        with contextlib.suppress(serial.SerialException, OSError):
            self._serial.close()


def _not_opened(port: str, error: Exception) -> LineLostError:
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENODEV | errno.ENXIO:
            return LineLostError("unplugged", f"{port} is not there: check the scale's cable.")
        case errno.EACCES | errno.EPERM:
            return LineLostError(
                "port_forbidden", f"{port}: not permitted; add this user to the group dialout."
            )
        case errno.EAGAIN | errno.EBUSY:
            return LineLostError("port_busy", f"{port} is in use by another program.")
        case _:
            return LineLostError("port_error", f"{port} cannot be opened ({error}).")
