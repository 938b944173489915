"""A still picture as a camera: for setting up, for the doctor, for tests."""

import time
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import FRAME_PIXELS_MAX, Frame
from kiosk.scanner.sources.base import CameraError, SourceSettings, frame_from_array

FILE_SIZE_MAX = 50_000_000


def load_picture(path: Path) -> npt.NDArray[np.uint8]:
    """The picture at `path` as BGR, turned as its EXIF says. Raises `CameraError` with the reason."""
    try:
        size = path.stat().st_size
        if size > FILE_SIZE_MAX:
            raise CameraError("unreadable", f"{path.name} is larger than {FILE_SIZE_MAX // 1_000_000} MB.")
        data = np.frombuffer(path.read_bytes(), dtype=np.uint8)
    except OSError as error:
        raise CameraError("unreadable", f"{path.name} cannot be opened: {error.strerror}.") from error
    try:
        image = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
    except cv2.error:  # e.g. a header that announces more pixels than OpenCV will take
        image = None
    if image is None:
        raise CameraError("unreadable", f"{path.name} is not a picture, or it is damaged.")
    if image.shape[0] * image.shape[1] > FRAME_PIXELS_MAX * 4:
        raise CameraError("unreadable", f"{path.name} has more pixels than a camera frame may have.")
    return np.asarray(image, np.uint8)


class PictureSource:
    """Shows one picture, shrunk (never enlarged) into the frame size, at the camera's pace."""

    is_still = True

    def __init__(self, path: str, settings: SourceSettings) -> None:
        self._path = Path(path)
        self._settings = settings
        self._image: npt.NDArray[np.uint8] | None = None
        self._number = 0
        self._due = 0.0

    def open(self) -> None:
        """Load the picture. Raises `CameraError` if it is missing or damaged."""
        image = load_picture(self._path)
        height, width = image.shape[:2]
        shrink = min(1.0, self._settings.width / width, self._settings.height / height)
        if shrink < 1.0:
            size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
            image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
        self._image = image
        self._due = time.monotonic()

    def read(self, timeout_s: float, spare_s: float = 0.0) -> Frame | None:
        """The picture, once per frame interval."""
        if self._image is None:
            raise CameraError("closed", "The picture is not open.")
        wait = self._due - time.monotonic()
        if wait > timeout_s:
            time.sleep(timeout_s)
            return None
        if wait > 0:
            time.sleep(wait)
        at = time.monotonic()
        self._due = at + max(spare_s, 1 / self._settings.fps)
        self._number += 1
        return frame_from_array(self._number, at, self._image)

    def close(self) -> None:
        """Forget the picture."""
        self._image = None
