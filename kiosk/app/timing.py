"""How long the lane takes: from process start to first picture, and from camera frame to paint."""

import collections
import os
import time
from pathlib import Path
from typing import Any

from kiosk.checkout.snapshot import Snapshot

PAINTS_KEPT = 1000
_START_FIELD = 22
"""In /proc/PID/stat, counted from 1: when the process started, in clock ticks since the machine did."""


def process_age_s() -> float:
    """Seconds since this process was started, Python's own start included. Exact to a clock tick (10 ms)."""
    text = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
    behind_name = text.rpartition(")")[2].split()  # the name may hold anything; field 3 comes next
    ticks = int(behind_name[_START_FIELD - 3])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


class Timing:
    """Collects the lane's figures. Used on the GUI thread."""

    def __init__(self) -> None:
        self.first_frame_s: float | None = None
        self._to_paint_ms: collections.deque[float] = collections.deque(maxlen=PAINTS_KEPT)
        self._first_seen_to_paint_ms: collections.deque[float] = collections.deque(maxlen=PAINTS_KEPT)
        self._last_frame_at = 0.0

    def first_frame(self) -> float:
        """The first picture is on the screen; seconds since the process started."""
        self.first_frame_s = process_age_s()
        return self.first_frame_s

    def painted(self, snapshot: Snapshot, at: float) -> None:
        """A picture that shows `snapshot` is on the screen since `at` (monotonic)."""
        if snapshot.frame_at and snapshot.frame_at != self._last_frame_at:
            self._last_frame_at = snapshot.frame_at
            self._to_paint_ms.append((at - snapshot.frame_at) * 1000)
            self._first_seen_to_paint_ms.append((at - snapshot.first_seen_at) * 1000)

    def figures(self) -> dict[str, Any]:
        """What was measured so far."""
        return {
            "first_frame_s": self.first_frame_s,
            "frame_to_paint_ms": list(self._to_paint_ms),
            "first_seen_to_paint_ms": list(self._first_seen_to_paint_ms),
        }
