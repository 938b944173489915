"""Bytes in: a keyboard scanner's event device, grabbed, so that its keystrokes reach nobody else.

An input device of this machine that cannot be grabbed is refused: its codes would be typed into the screen.
Anything else that speaks input events (another computer's, forwarded) types nowhere here and needs no grab.

Source: Linux `include/uapi/linux/input.h` (EVIOCGRAB); `Documentation/admin-guide/devices.txt` (major 13).
Invariants: an open line of an input device is grabbed; the grab ends with the descriptor, however that ends.
"""

import contextlib
import fcntl
import os
import stat
import tty

from kiosk.scanner.line import LineLostError, not_opened, read_ready

INPUT_MAJOR = 13
EVIOCGRAB = 0x40044590
"""_IOW('E', 0x90, int)"""


class EventLine:
    """An open event device."""

    def __init__(self, path: str) -> None:
        try:
            self._descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        except OSError as error:
            raise not_opened(path, error) from error
        try:
            if is_input_device(os.fstat(self._descriptor)):
                fcntl.ioctl(self._descriptor, EVIOCGRAB, 1)
            elif os.isatty(self._descriptor):
                tty.setraw(self._descriptor)  # input events are no text
        except OSError as error:
            self.close()
            raise LineLostError(
                "port_busy", f"{path} is held by another program: its keystrokes would reach the screen."
            ) from error

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s`."""
        return read_ready(self._descriptor, timeout_s)

    def close(self) -> None:
        """Let the device go."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)


def is_input_device(status: os.stat_result) -> bool:
    """Whether this is an input device of this machine, whose keys are typed into the screen."""
    return stat.S_ISCHR(status.st_mode) and os.major(status.st_rdev) == INPUT_MAJOR
