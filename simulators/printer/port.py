"""The cable: a pty whose near end the lane opens through a symbolic link.

The simulator keeps its own handle on the near end, so that the lane may close and open it like a serial port.
Unplugging closes both ends and removes the link; the lane then sees what it sees when a USB cable is pulled.
"""

import contextlib
import os
import tty
from pathlib import Path


class Port:
    """A pty that can be pulled and put back."""

    def __init__(self, link: Path) -> None:
        self._link = link
        self.master = -1
        self._slave = -1

    @property
    def is_plugged(self) -> bool:
        """Whether the lane could open it."""
        return self.master >= 0

    def plug(self) -> None:
        """Make a fresh pty and point the link to it."""
        if self.is_plugged:
            return
        self.master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self.master, False)
        fresh = self._link.with_name(self._link.name + ".new")
        with contextlib.suppress(FileNotFoundError):
            fresh.unlink()
        fresh.symlink_to(os.ttyname(self._slave))
        fresh.replace(self._link)

    def unplug(self) -> None:
        """Pull the cable. Safe to call twice."""
        with contextlib.suppress(FileNotFoundError):
            self._link.unlink()
        master, slave, self.master, self._slave = self.master, self._slave, -1, -1
        if master >= 0:
            os.close(master)
            os.close(slave)

    def read(self, count: int) -> bytes:
        """At most `count` bytes that wait on the line."""
        try:
            return os.read(self.master, count)
        except BlockingIOError:
            return b""

    def write(self, data: bytes) -> int:
        """Send; how many bytes the line took."""
        try:
            return os.write(self.master, data)
        except BlockingIOError:
            return 0
