"""A serial line to a terminal. Knows no protocol.

Invariants: the port is ours alone; no modem control line is ever touched (ptys and many USB adapters have
none).
"""

import contextlib
import errno
import select

import serial

from kiosk.payment.line import GONE, READ_MAX, Doorbell, LineLostError

WRITE_TIMEOUT_S = 10.0
"""A block of the largest usual receipt takes 1.3 s at 9600 baud; a line stalled this long is lost."""


class SerialTransport:
    """A serial port: 8 data bits, no parity, no handshake, ours alone. ZVT wants two stop bits."""

    def __init__(self, port: str, baud: int, doorbell: Doorbell, *, two_stop_bits: bool = True) -> None:
        self._doorbell = doorbell
        try:
            self._serial = serial.Serial(
                port,
                baud,
                stopbits=serial.STOPBITS_TWO if two_stop_bits else serial.STOPBITS_ONE,
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
