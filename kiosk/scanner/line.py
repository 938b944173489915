"""What a hand scanner's wire promises, and how it says that it is gone."""

import errno
import os
import select
from typing import Protocol

READ_SIZE_MAX = 4096


class LineLostError(Exception):
    """The scanner cannot be reached. `code` is the stable word for the cause, `detail` is for staff."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.detail = code, detail


class Line(Protocol):
    """An open wire, used by one thread."""

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s`. Raises `LineLostError`."""

    def close(self) -> None:
        """Give it back. Safe to call twice."""


def read_ready(descriptor: int, timeout_s: float) -> bytes:
    """What `descriptor` delivers within `timeout_s`. Raises `LineLostError` when it delivers no more."""
    try:
        if not select.select([descriptor], [], [], max(0.0, timeout_s))[0]:
            return b""
        data = os.read(descriptor, READ_SIZE_MAX)
    except (OSError, ValueError) as error:
        raise _gone() from error
    if not data:
        raise _gone()
    return data


def not_opened(port: str, error: Exception) -> LineLostError:
    """Why a port cannot be opened, in words for staff."""
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENODEV | errno.ENXIO:
            return LineLostError("unplugged", f"{port} is not there: check the hand scanner's cable.")
        case errno.EACCES | errno.EPERM:
            return LineLostError(
                "port_forbidden", f"{port}: not permitted; add this user to the groups dialout and input."
            )
        case errno.EAGAIN | errno.EBUSY:
            return LineLostError("port_busy", f"{port} is in use by another program.")
        case _:
            return LineLostError("port_error", f"{port} cannot be opened ({error}).")


def _gone() -> LineLostError:
    return LineLostError("unplugged", "The hand scanner is gone: check its cable.")
