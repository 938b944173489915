"""Bytes in: the serial line to a hand scanner, ours alone. Knows no protocol.

Invariants: a line that is gone raises `LineLostError`; no modem control line is touched (ptys and many USB
adapters have none).
"""

import contextlib

import serial

from kiosk.scanner.line import not_opened, read_ready


class SerialLine:
    """An open serial port: 8 data bits, no parity, one stop bit, no handshake."""

    def __init__(self, port: str, baud: int) -> None:
        try:
            self._serial = serial.Serial(port, baud, timeout=0, exclusive=True)
        except (serial.SerialException, OSError, ValueError) as error:
            raise not_opened(port, error) from error

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s`."""
        return read_ready(self._serial.fileno(), timeout_s) if self._serial.is_open else b""

    def close(self) -> None:
        """Close the port; a port that is already gone is closed too."""
        with contextlib.suppress(serial.SerialException, OSError):
            self._serial.close()
