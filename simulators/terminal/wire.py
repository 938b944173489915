"""The cable: a pty whose far end has a stable name, and which can be pulled and plugged in again.

We keep the far end open ourselves, so that a lane that dies does not look like a pulled cable. A UART has
no back pressure: what nobody reads in time is lost.
"""

import contextlib
import os
import select
import termios
import time
import tty
from pathlib import Path

READ_MAX = 4096
BYTE_S = 11 / 9600
"""8 data bits, start and two stop bits at 9600 baud."""
PACED_CHUNK = 8


RATES = {
    termios.B9600: 9600,
    termios.B19200: 19200,
    termios.B38400: 38400,
    termios.B57600: 57600,
    termios.B115200: 115200,
}


class PtyWire:
    """The terminal's side of the serial line. Used by one thread.

    A pty carries bytes at any rate; with `baud` set, what the lane says or hears at another rate is garbled.
    """

    def __init__(self, link: Path, *, paced: bool = False, baud: int | None = None) -> None:
        self.baud = baud
        self._link = link
        self._paced = paced
        self._near = self._far = -1
        self._plug_at = 0.0
        self._link.parent.mkdir(parents=True, exist_ok=True)
        self._plug()

    @property
    def plugged(self) -> bool:
        """The cable is in."""
        return self._near >= 0

    def unplug(self, for_s: float) -> None:
        """Pull the cable; it comes back after `for_s`."""
        self._plug_at = time.monotonic() + for_s
        if not self.plugged:
            return
        with contextlib.suppress(FileNotFoundError):
            self._link.unlink()
        os.close(self._near)
        os.close(self._far)
        self._near = self._far = -1

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s`."""
        if not self._check_plug(timeout_s):
            return b""
        ready, _, _ = select.select([self._near], [], [], max(0.0, timeout_s))
        if not ready:
            return b""
        try:
            data = os.read(self._near, READ_MAX)
        except OSError:  # the far end was closed by force
            return b""
        return data if self._same_rate() else bytes(len(data))

    def write(self, data: bytes) -> None:
        """Send `data`, at the speed of a real line when paced. Lost when the cable is out."""
        step = PACED_CHUNK if self._paced else max(1, len(data))
        for at in range(0, len(data), step):
            chunk = data[at : at + step]
            if not self._check_plug(0.0):
                return
            if not self._same_rate():
                chunk = bytes(len(chunk))
            with contextlib.suppress(BlockingIOError):
                os.write(self._near, chunk)
            if self._paced:
                time.sleep(len(chunk) * BYTE_S)

    def close(self) -> None:
        """Pull the cable for good."""
        self.unplug(0.0)

    def _same_rate(self) -> bool:
        """The lane has set its end to our rate."""
        return self.baud is None or RATES.get(termios.tcgetattr(self._far)[4]) == self.baud

    def _check_plug(self, timeout_s: float) -> bool:
        """Plug in when it is time; sleeps up to `timeout_s` while the cable is out."""
        if self.plugged:
            return True
        rest = self._plug_at - time.monotonic()
        if rest > 0:
            time.sleep(min(rest, max(0.0, timeout_s)))
        if self._plug_at <= time.monotonic():
            self._plug()
        return self.plugged

    def _plug(self) -> None:
        self._near, self._far = os.openpty()
        tty.setraw(self._far)
        os.set_blocking(self._near, False)
        temporary = self._link.with_name(f".{self._link.name}.new")
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        temporary.symlink_to(os.ttyname(self._far))
        temporary.replace(self._link)
