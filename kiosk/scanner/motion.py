"""Notice that something moves, so that an empty counter costs almost nothing.

Compares every eighth pixel of every eighth row with the frame before, and with a frame of up to IDLE_DECODE_S
ago, so that what creeps in too slowly for the first is seen by the second. After movement every frame is
decoded for ACTIVE_S; else one every IDLE_DECODE_S, and the camera need not even open more than one frame
every IDLE_LOOK_S.

Source: docs/devices/scanner.md, "Motion gate" (0.03 ms per 720p frame).
Invariants: pure, time is passed in; the first frame counts as movement.
"""

import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Gray

STRIDE = 8
ACTIVE_S = 2.0
IDLE_DECODE_S = 2.0
IDLE_LOOK_S = 0.1
PIXEL_CHANGE = 18
"""Grey levels; sensor noise and JPEG stay below, a hand does not."""
CHANGED_SHARE = 0.004
"""Share of the looked-at pixels that must change: about 58 of 14,400 at 720p."""


def sample(gray: Gray) -> npt.NDArray[np.int16]:
    """The pixels that are looked at."""
    return gray[::STRIDE, ::STRIDE].astype(np.int16)


class MotionGate:
    """One per camera."""

    def __init__(self) -> None:
        self._before: npt.NDArray[np.int16] | None = None
        self._earlier: npt.NDArray[np.int16] | None = None
        self._moved_at = float("-inf")
        self._decoded_at = float("-inf")

    def saw(self, pixels: npt.NDArray[np.int16], at: float) -> bool:
        """Take the `sample` of a frame; whether it moved against the ones before."""
        before, self._before = self._before, pixels
        moved = _differs(before, pixels) or _differs(self._earlier, pixels)
        if moved:
            self._moved_at = at
            self._earlier = pixels
        return moved

    def wake(self, at: float) -> None:
        """Decode every frame for ACTIVE_S, as if something had moved."""
        self._moved_at = at

    def is_active(self, at: float) -> bool:
        """Whether something moved within ACTIVE_S."""
        return at - self._moved_at < ACTIVE_S

    def spare_s(self, at: float) -> float:
        """How long the camera may leave frames unopened: not at all while something moves."""
        return 0.0 if self.is_active(at) else IDLE_LOOK_S

    def decode_due(self, at: float) -> bool:
        """Whether the frame of `at` should be decoded; notes it as decoded if so."""
        due = self.is_active(at) or at - self._decoded_at >= IDLE_DECODE_S
        if due:
            self._decoded_at = at
            self._earlier = self._before
        return due


def _differs(before: npt.NDArray[np.int16] | None, pixels: npt.NDArray[np.int16]) -> bool:
    """Whether enough pixels changed; nothing at all before differs from everything."""
    if before is None or before.shape != pixels.shape:
        return True
    changed = np.count_nonzero(np.abs(pixels - before) > PIXEL_CHANGE)
    return bool(changed > CHANGED_SHARE * pixels.size)
