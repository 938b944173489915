"""Set a camera's shutter and focus for moving hands, through Video4Linux controls.

A camera's own automatics make a calm picture: long exposures in shop light, and a focus that hunts whenever
something comes near. A till wants the opposite: a short shutter, at most a frame long, and a steady focus.
What a camera does not offer is left as it is.

Source: Video4Linux2 API, "User Controls" and "Camera Control Reference" (videodev2.h, v4l2-controls.h);
docs/devices/scanner.md, "Shutter and focus".
Invariants: never raises for what a camera refuses; only values inside the range the camera names are set.
"""

import fcntl
import logging
import os
import struct
from collections.abc import Callable

EXPOSURE_AUTO, EXPOSURE_ABSOLUTE, EXPOSURE_MAY_SLOW_FRAMES = 0x009A0901, 0x009A0902, 0x009A0903
FOCUS_ABSOLUTE, FOCUS_AUTO = 0x009A090A, 0x009A090C
MANUAL, BY_APERTURE = 1, 3
"""Values of EXPOSURE_AUTO: ours, and the camera's with a fixed aperture (what webcams call automatic)."""
EXPOSURE_UNIT_MS = 0.1
_SET = 0xC008561C
"""VIDIOC_S_CTRL, _IOWR('V', 28, struct v4l2_control)."""
_ASK = 0xC0445624
"""VIDIOC_QUERYCTRL, _IOWR('V', 36, struct v4l2_queryctrl)."""
_CONTROL, _QUERY = struct.Struct("=Ii"), struct.Struct("=II32siiiiI8x")
_DISABLED = 0x0001

DARK_MEAN, BRIGHT_MEAN = 45.0, 140.0
"""Mean grey levels below and above which the shutter is changed."""
STEP = 1.5

_log = logging.getLogger(__name__)
Ioctl = Callable[[int, int, bytearray], int]


def _ioctl(descriptor: int, request: int, data: bytearray) -> int:
    return int(fcntl.ioctl(descriptor, request, data, True))


class Controls:
    """The controls of one open camera."""

    def __init__(self, device: str, ioctl: Ioctl = _ioctl) -> None:
        """Raises `OSError` if the device cannot be opened."""
        self._descriptor = os.open(device, os.O_RDWR | os.O_NONBLOCK)
        self._ioctl = ioctl

    def put(self, control: int, value: int) -> bool:
        """Set a control to the nearest value it takes; whether the camera did."""
        asked = bytearray(_QUERY.size)
        _QUERY.pack_into(asked, 0, control, 0, b"", 0, 0, 0, 0, 0)
        try:
            self._ioctl(self._descriptor, _ASK, asked)
            _, _, _, least, most, _, _, flags = _QUERY.unpack(asked)
            if flags & _DISABLED or least > most:
                return False
            wanted = bytearray(_CONTROL.pack(control, max(least, min(most, value))))
            self._ioctl(self._descriptor, _SET, wanted)
        except OSError as error:
            _log.info("the camera leaves control %#x as it is: %s", control, error)
            return False
        return True

    def close(self) -> None:
        """Let go of the device; what was set stays."""
        os.close(self._descriptor)


class Shutter:
    """Keeps the exposure as short as the light allows. Used by the thread that owns the camera."""

    def __init__(self, controls: Controls, shortest_ms: float, longest_ms: float) -> None:
        self._controls = controls
        self._shortest_ms, self._longest_ms = shortest_ms, max(shortest_ms, longest_ms)
        self.exposure_ms = shortest_ms
        self.is_ours = False

    def take_over(self) -> None:
        """Set the shortest exposure, if the camera lets us."""
        self._controls.put(EXPOSURE_MAY_SLOW_FRAMES, 0)
        self.is_ours = self._controls.put(EXPOSURE_AUTO, MANUAL) and self._set()
        if not self.is_ours:
            self._controls.put(EXPOSURE_AUTO, BY_APERTURE)

    def saw(self, mean: float) -> None:
        """Take the mean grey level of a picture; lengthen in the dark, shorten again in the light."""
        wanted = next_exposure_ms(self.exposure_ms, mean, self._shortest_ms, self._longest_ms)
        if self.is_ours and wanted != self.exposure_ms:
            self.exposure_ms = wanted
            self.is_ours = self._set()

    def _set(self) -> bool:
        return self._controls.put(EXPOSURE_ABSOLUTE, round(self.exposure_ms / EXPOSURE_UNIT_MS))


def next_exposure_ms(now_ms: float, mean: float, shortest_ms: float, longest_ms: float) -> float:
    """The exposure after a picture of this brightness."""
    if mean < DARK_MEAN:
        return min(longest_ms, now_ms * STEP)
    if mean > BRIGHT_MEAN:
        return max(shortest_ms, now_ms / STEP)
    return now_ms


def set_focus(controls: Controls, focus: int) -> None:
    """Hold the focus at `focus`, or let the camera find it (-1)."""
    if focus < 0:
        controls.put(FOCUS_AUTO, 1)
    else:
        controls.put(FOCUS_AUTO, 0)
        controls.put(FOCUS_ABSOLUTE, focus)
