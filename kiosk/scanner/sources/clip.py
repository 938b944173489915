"""A video file as a camera, played once at the pace of its own timestamps.

A decoder that is late misses frames, as with a live camera: frames whose time has passed are dropped, so
that a clip measures what the lane would really have read.
"""

import time
from pathlib import Path

import cv2
import numpy as np

from kiosk.scanner.frame import Frame
from kiosk.scanner.sources.base import CameraError, frame_from_array

LATE_DROPS_MAX = 30
"""Frames dropped in one go to catch up; a hanging reader must still deliver something."""


class ClipSource:
    """Plays one file. The end is reported as `CameraError("ended")`."""

    is_still = False

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._capture: cv2.VideoCapture | None = None
        self._started_at = 0.0
        self._number = 0
        self._pending: float | None = None
        self._has_ended = False

    def open(self) -> None:
        """Open the file. Raises `CameraError` if it is missing, no video, or has been played already."""
        if self._has_ended:
            raise CameraError("ended", f"The video {self._path.name} has been played to its end.")
        if not self._path.is_file():
            raise CameraError("unreadable", f"The video {self._path.name} does not exist.")
        capture = cv2.VideoCapture(str(self._path))
        if not capture.isOpened():
            capture.release()
            raise CameraError("unreadable", f"{self._path.name} is not a video that can be played.")
        self._capture = capture
        self._started_at = time.monotonic()

    def read(self, timeout_s: float, spare_s: float = 0.0) -> Frame | None:
        """The frame whose time has come; None if the next one is further away than `timeout_s`."""
        if self._capture is None:
            raise CameraError("closed", "The video is not open.")
        if self._pending is None:
            self._pending = self._grab(self._capture)
        for _ in range(LATE_DROPS_MAX):
            due = self._started_at + self._pending
            wait = due - time.monotonic()
            if wait > timeout_s:
                time.sleep(timeout_s)
                return None
            if wait > 0:
                time.sleep(wait)
                break
            following = self._peek_interval(self._capture)
            if time.monotonic() < due + following:
                break
            self._pending = self._grab(self._capture)
        at = time.monotonic()
        done, image = self._capture.retrieve()
        self._pending = None
        if not done:
            return None
        return frame_from_array(self._number, at, np.asarray(image, np.uint8))

    def close(self) -> None:
        """Close the file."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None

    def _grab(self, capture: cv2.VideoCapture) -> float:
        """Step to the next frame; its time in seconds from the start of the clip."""
        if not capture.grab():
            self._has_ended = True
            raise CameraError("ended", f"The video {self._path.name} has been played to its end.")
        self._number += 1
        return float(capture.get(cv2.CAP_PROP_POS_MSEC)) / 1000

    @staticmethod
    def _peek_interval(capture: cv2.VideoCapture) -> float:
        fps = float(capture.get(cv2.CAP_PROP_FPS))
        return 1 / fps if fps > 0 else 1 / 30
