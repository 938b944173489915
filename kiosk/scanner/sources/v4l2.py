"""A camera on the machine itself (USB, built in), through Video4Linux.

We ask for MJPG *without* OpenCV's conversion and unpack only the grey pixels: 1.7 ms for 720p instead of
7.3 ms. A camera that insists on YUYV gives its grey plane for free. One internal buffer, since drivers
otherwise hand out pictures that are several frames old.
"""

import logging
import time

import cv2
import numpy as np

from kiosk.scanner.frame import Frame
from kiosk.scanner.sources.base import CameraError, SourceSettings, frame_from_array
from kiosk.scanner.sources.controls import Controls, Shutter, set_focus

LIGHT_EVERY_FRAMES = 10
"""A changed shutter takes a few frames to be seen."""
READ_FAILURES_MAX = 5
"""Failed reads in a row before the camera counts as unplugged."""

_log = logging.getLogger(__name__)


class V4l2Source:
    """The camera at a place under /dev. A link is followed anew at each opening: udev moves it."""

    is_still = False

    def __init__(self, device: str, settings: SourceSettings) -> None:
        self._device = device
        self._settings = settings
        self._capture: cv2.VideoCapture | None = None
        self._number = 0
        self._failures = 0
        self._taken_at = float("-inf")
        self._controls: Controls | None = None
        self._shutter: Shutter | None = None

    def open(self) -> None:
        """Claim the camera. Raises `CameraError` if it is not there or another program holds it."""
        capture = cv2.VideoCapture(self._device, cv2.CAP_V4L2)
        if not capture.isOpened():
            capture.release()
            raise CameraError(
                "unplugged",
                f"No camera answers at {self._device}: check its cable and that no program uses it.",
            )
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, self._settings.width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self._settings.height)
        capture.set(cv2.CAP_PROP_FPS, self._settings.fps)
        capture.set(cv2.CAP_PROP_CONVERT_RGB, 0)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self._capture = capture
        self._failures = 0
        self._set_controls()

    def read(self, timeout_s: float, spare_s: float = 0.0) -> Frame | None:
        """The next frame. OpenCV waits by itself, so a dead camera may hold this call beyond `timeout_s`."""
        if self._capture is None:
            raise CameraError("closed", "The camera is not open.")
        done = self._capture.grab()
        at = time.monotonic()
        if done and at - self._taken_at < spare_s:
            self._failures = 0
            return None
        if done:
            done, image = self._capture.retrieve()
        if not done:
            self._failures += 1
            if self._failures >= READ_FAILURES_MAX:
                raise CameraError(
                    "unplugged", f"The camera {self._device} stopped delivering: check its cable."
                )
            time.sleep(min(timeout_s, 0.05))
            return None
        self._failures, self._taken_at = 0, at
        self._number += 1
        frame = frame_from_array(self._number, at, np.asarray(image, np.uint8))
        if frame is not None and self._shutter is not None and self._number % LIGHT_EVERY_FRAMES == 0:
            self._shutter.saw(float(frame.gray[::16, ::16].mean()))
        return frame

    def close(self) -> None:
        """Release the camera."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None
        if self._controls is not None:
            self._controls.close()
            self._controls = self._shutter = None

    def _set_controls(self) -> None:
        """Set shutter and focus for moving hands; a camera without controls is used as it is."""
        try:
            self._controls = Controls(self._device)
        except OSError as error:
            _log.info("the camera's controls cannot be reached: %s", error)
            return
        set_focus(self._controls, self._settings.focus)
        if self._settings.exposure_ms > 0:
            longest_ms = 1000 / max(1, self._settings.fps)
            self._shutter = Shutter(self._controls, self._settings.exposure_ms, longest_ms)
            self._shutter.take_over()
