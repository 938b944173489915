"""One picture from a camera, with the moment it was handed over.

Decoding wants cheap grey pixels of every frame; the screen wants a small colour picture of some frames.
So a frame carries the grey image and whatever the camera delivered, and makes the colour picture on demand.
"""

import enum
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Gray = npt.NDArray[np.uint8]
"""Height x width, 8 bit."""
Colour = npt.NDArray[np.uint8]
"""Height x width x 3, 8 bit."""

FRAME_PIXELS_MAX = 4096 * 2304
"""Larger pictures are refused before they are unpacked: nothing on a lane needs them."""


class Packing(enum.Enum):
    """How `Frame.raw` holds the picture as it came from the camera."""

    GRAY = "gray"
    BGR = "bgr"
    YUYV = "yuyv"
    JPEG = "jpeg"


@dataclass(frozen=True, kw_only=True, eq=False)
class Frame:
    """One picture. `at` is monotonic seconds, taken before any pixel was unpacked."""

    number: int
    at: float
    gray: Gray
    raw: npt.NDArray[np.uint8]
    packing: Packing

    def rgb(self, width_max: int) -> Colour:
        """A colour picture at most `width_max` wide (never enlarged), rows top to bottom."""
        match self.packing:
            case Packing.JPEG:
                bgr = _unpack_jpeg(self.raw, self.gray.shape[1], width_max)
            case Packing.BGR:
                bgr = self.raw
            case Packing.YUYV:
                bgr = _as_u8(cv2.cvtColor(self.raw, cv2.COLOR_YUV2BGR_YUYV))
            case Packing.GRAY:
                bgr = _as_u8(cv2.cvtColor(self.gray, cv2.COLOR_GRAY2BGR))
        height, width = bgr.shape[:2]
        if width > width_max:
            size = (width_max, max(1, round(height * width_max / width)))
            bgr = _as_u8(cv2.resize(bgr, size, interpolation=cv2.INTER_AREA))
        return _as_u8(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB))


def _unpack_jpeg(raw: npt.NDArray[np.uint8], width: int, width_max: int) -> Colour:
    """Unpack at half size when that is still wide enough: a quarter of the work."""
    half = width >= 2 * width_max
    bgr = cv2.imdecode(raw, cv2.IMREAD_REDUCED_COLOR_2 if half else cv2.IMREAD_COLOR)
    if bgr is None:
        raise ValueError("a JPEG that unpacked to grey did not unpack to colour")
    return _as_u8(bgr)


def _as_u8(image: object) -> npt.NDArray[np.uint8]:
    return np.asarray(image, dtype=np.uint8)
