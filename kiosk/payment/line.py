"""An open line to a terminal: bytes in, bytes out, and a bell that wakes whoever waits on it.

Reading can be interrupted from another thread through a `Doorbell`, so that a request reaches an idle
driver at once and the thread still sleeps when there is nothing to do.

Invariants: a line that is gone raises `LineLostError` from every call, with a code and words for staff.
"""

import contextlib
import os
import select
from collections.abc import Callable
from typing import Protocol

READ_MAX = 4096
Monotonic = Callable[[], float]
GONE = "The line to the terminal is gone: check its cable and power."


class LineLostError(Exception):
    """The line cannot be opened or has gone away. `code` is the health code, the text is for staff."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class StoppedError(Exception):
    """The driver is being stopped: whatever is under way ends here."""


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
