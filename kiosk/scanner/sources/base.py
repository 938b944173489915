"""What every camera source promises, and how it says that it cannot deliver."""

import time
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import FRAME_PIXELS_MAX, Frame, Gray, Packing
from kiosk.scanner.jpeg import jpeg_size


class CameraError(RuntimeError):
    """The camera cannot deliver: `code` is the stable word for the cause, the text says what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class SourceSettings:
    """What a source is asked for; a camera may deliver something near it."""

    source: str
    width: int = 1280
    height: int = 720
    fps: int = 30
    exposure_ms: float = 0.0
    """The shortest shutter that is tried; 0 leaves it to the camera."""
    focus: int = -1
    """Fixed position of the lens in the camera's own units; -1 leaves it to the camera."""


class FrameSource(Protocol):
    """A camera. Used by one thread only."""

    is_still: bool
    """True when identical frames are normal (a picture), so that they do not mean a frozen camera."""

    def open(self) -> None:
        """Start delivering. Raises `CameraError`."""

    def read(self, timeout_s: float, spare_s: float = 0.0) -> Frame | None:
        """The newest frame; None if none (or a broken one) came in time. Raises `CameraError` when lost.

        With `spare_s` nothing happens before the camera: a frame that comes sooner than that after the last
        one may be left out unopened, unless it plainly differs."""

    def close(self) -> None:
        """Let go of the camera. Safe to call twice."""


def frame_from_jpeg(number: int, data: bytes) -> Frame | None:
    """Unpack a JPEG's grey pixels (a quarter of the cost of colour); None when broken or too large."""
    at = time.monotonic()
    size = jpeg_size(data)
    if size is None or size[0] * size[1] > FRAME_PIXELS_MAX:
        return None
    raw = np.frombuffer(data, dtype=np.uint8)
    gray = cv2.imdecode(raw, cv2.IMREAD_GRAYSCALE)
    if gray is None:
        return None
    return Frame(number=number, at=at, gray=np.asarray(gray, np.uint8), raw=raw, packing=Packing.JPEG)


def frame_from_array(number: int, at: float, image: npt.NDArray[np.uint8]) -> Frame | None:
    """Wrap what OpenCV delivered: grey, BGR, YUYV or a JPEG as one long row; None for anything else."""
    if image.size == 0:
        return None
    if image.ndim == 3 and image.shape[2] == 3:
        gray: Gray = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)
        return Frame(number=number, at=at, gray=gray, raw=image, packing=Packing.BGR)
    if image.ndim == 3 and image.shape[2] == 2:
        gray = np.ascontiguousarray(image[:, :, 0])
        return Frame(number=number, at=at, gray=gray, raw=image, packing=Packing.YUYV)
    if image.ndim == 2 and 1 in image.shape:
        return frame_from_jpeg(number, image.tobytes())
    if image.ndim == 2:
        return Frame(number=number, at=at, gray=image, raw=image, packing=Packing.GRAY)
    return None
