"""The jack's event device: bytes in, and the state of its switches when asked.

It is read beside the sound system, never grabbed: others may want to know too.

Source: Linux `include/uapi/linux/input.h` (EVIOCGSW), `Documentation/admin-guide/devices.txt` (major 13).
"""

import contextlib
import errno
import fcntl
import os
import select
import stat
import tty
from pathlib import Path

from kiosk.speech.headset.codec import STATE_SIZE, has_jack, is_plugged

INPUT_MAJOR = 13
EVIOCGSW = 2 << 30 | STATE_SIZE << 16 | ord("E") << 8 | 0x1B
"""_IOC(_IOC_READ, 'E', 0x1b, STATE_SIZE)"""
READ_SIZE_MAX = 4096
DEVICES_MAX = 256
INPUT_CLASS = Path("/sys/class/input")


class JackLostError(Exception):
    """The jack cannot be read. `code` is the stable word for the cause, `detail` is for staff."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.detail = code, detail


class JackLine:
    """An open event device, used by one thread."""

    def __init__(self, path: str) -> None:
        try:
            self._descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        except OSError as error:
            raise _not_opened(path, error) from error
        status = os.fstat(self._descriptor)
        self._is_input = stat.S_ISCHR(status.st_mode) and os.major(status.st_rdev) == INPUT_MAJOR
        if os.isatty(self._descriptor):
            tty.setraw(self._descriptor)  # input events are no text

    def state(self) -> bool | None:
        """Whether headphones are in; None if only events can tell (another computer's device, forwarded)."""
        if not self._is_input:
            return None
        try:
            return is_plugged(fcntl.ioctl(self._descriptor, EVIOCGSW, bytes(STATE_SIZE)))
        except OSError as error:
            raise _gone() from error

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s`. Raises `JackLostError`."""
        try:
            if not select.select([self._descriptor], [], [], max(0.0, timeout_s))[0]:
                return b""
            data = os.read(self._descriptor, READ_SIZE_MAX)
        except (OSError, ValueError) as error:
            raise _gone() from error
        if not data:
            raise _gone()
        return data

    def close(self) -> None:
        """Give it back. Safe to call twice."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)


def find_jacks(input_class: Path = INPUT_CLASS) -> tuple[str, ...]:
    """Event devices that tell headphones, by number; empty if this machine has none."""
    found = []
    for entry in sorted(input_class.glob("event*"))[:DEVICES_MAX]:
        with contextlib.suppress(OSError):  # pulled while we look
            if has_jack((entry / "device/capabilities/sw").read_text(encoding="ascii", errors="replace")):
                found.append(entry.name)
    return tuple(f"/dev/input/{name}" for name in sorted(found, key=lambda name: (len(name), name)))


def _not_opened(path: str, error: OSError) -> JackLostError:
    if error.errno in (errno.ENOENT, errno.ENODEV, errno.ENXIO):
        return JackLostError("unplugged", f"{path} is not there: check the sound card.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return JackLostError("port_forbidden", f"{path}: not permitted; add this user to the group input.")
    return JackLostError("port_error", f"{path} cannot be opened ({error}).")


def _gone() -> JackLostError:
    return JackLostError("unplugged", "The headset's jack is gone: check the sound card.")
