"""Draw what the camera sees: the empty counter, and a photograph held before it.

Everything is drawn by us and the same on every run: one seed, no clock. The counter is brushed steel with a
dark scanning window; it holds nothing that resembles bars, so that an empty counter stays cheap to look at.

Invariants: pure but for reading the photograph; a photograph is shrunk into the frame, never enlarged.
"""

import math
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
"""Height x width x 3, BGR."""
Size = tuple[int, int]
"""Width, height."""
Mask = npt.NDArray[np.float32]
"""Height x width, opacity 0 to 1."""

FILE_SIZE_MAX = 50_000_000
JPEG_QUALITY = 90
NOISE_SIGMA = 1.6
"""Grey levels; enough that no two frames are equal, too little to look like movement."""
_SEED = 20_240_611
_NOISE_SLACK = 64


class SceneError(ValueError):
    """A picture cannot be shown; the text says why."""


def photograph(path: Path) -> Image:
    """Load the picture at `path`, turned as its EXIF says. Raises `SceneError`."""
    try:
        if path.stat().st_size > FILE_SIZE_MAX:
            raise SceneError(f"{path} is larger than {FILE_SIZE_MAX // 1_000_000} MB")
        data = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError as error:
        raise SceneError(f"{path} cannot be opened: {error.strerror}") from error
    try:
        image = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
    except cv2.error:
        image = None
    if image is None:
        raise SceneError(f"{path} is not a picture, or it is damaged")
    return np.asarray(image, np.uint8)


def counter(size: Size) -> Image:
    """The empty counter: steel plate, scanning window, light from the upper left."""
    width, height = size
    rng = np.random.default_rng(_SEED)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    light = 1.06 - 0.28 * np.hypot((x - 0.36 * width) / width, (y - 0.30 * height) / height)
    steel = np.array([148.0, 146.0, 141.0], np.float32) * light[:, :, None]
    grain = rng.normal(0, 26, (height, width)).astype(np.float32)
    steel = steel + cv2.GaussianBlur(grain, (0, 0), 24, sigmaY=1.6)[:, :, None]
    image = np.asarray(np.clip(steel, 0, 255), np.uint8)
    _window(image)
    return image


def glare(size: Size) -> npt.NDArray[np.uint8]:
    """A low sun in the lens: white but for the corners."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot((x - 0.5 * width) / width, (y - 0.45 * height) / height)
    return np.asarray(np.clip(255 * (1.9 - 1.6 * far), 0, 255), np.uint8)


def _window(image: Image) -> None:
    """The dark glass with its rim, a soft reflection, and a green ready light."""
    height, width = image.shape[:2]
    left, right = round(width * 0.24), round(width * 0.76)
    top, bottom = round(height * 0.17), round(height * 0.83)
    radius = round(height * 0.07)
    shade = _rounded(image.shape[:2], (left - 10, top - 6, right + 14, bottom + 18), radius + 8)
    shadow = cv2.GaussianBlur(shade, (0, 0), height / 48)
    _blend(image, (38, 38, 37), shadow * 0.55)
    rim = cv2.GaussianBlur(
        _rounded(image.shape[:2], (left - 9, top - 9, right + 9, bottom + 9), radius + 7), (0, 0), 1.4
    )
    _blend(image, (176, 175, 171), rim)
    glass = cv2.GaussianBlur(_rounded(image.shape[:2], (left, top, right, bottom), radius), (0, 0), 1.4)
    _blend(image, (34, 29, 25), glass)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sheen = np.exp(-((((x + 0.62 * y) - 0.63 * width) / (0.085 * width)) ** 2)).astype(np.float32)
    _blend(image, (108, 96, 84), glass * sheen * 0.34)
    lamp = np.zeros(image.shape[:2], np.float32)
    centre = (width // 2, round(height * 0.91))
    cv2.ellipse(lamp, centre, (round(width * 0.032), round(height * 0.009)), 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    _blend(image, (96, 176, 92), cv2.GaussianBlur(lamp, (0, 0), height / 60) * 0.7)
    _blend(image, (150, 232, 146), cv2.GaussianBlur(lamp, (0, 0), 1.2))


def _rounded(shape: tuple[int, ...], corners: tuple[int, int, int, int], radius: int) -> Mask:
    left, top, right, bottom = corners
    mask = np.zeros(shape[:2], np.float32)
    cv2.rectangle(mask, (left + radius, top), (right - radius, bottom), 1.0, -1)
    cv2.rectangle(mask, (left, top + radius), (right, bottom - radius), 1.0, -1)
    for cx in (left + radius, right - radius):
        for cy in (top + radius, bottom - radius):
            cv2.circle(mask, (cx, cy), radius, 1.0, -1, cv2.LINE_AA)
    return mask


def _blend(image: Image, colour: tuple[int, int, int], alpha: cv2.typing.MatLike) -> None:
    opacity = np.clip(alpha, 0, 1)[:, :, None]
    image[:] = np.asarray(image * (1 - opacity) + np.array(colour, np.float32) * opacity, np.uint8)


def fitted(photo: Image, size: Size) -> Image:
    """`photo` shrunk to fit into `size`; unchanged if it already does."""
    height, width = photo.shape[:2]
    shrink = min(1.0, size[0] / width, size[1] / height)
    if shrink == 1.0:
        return photo
    target = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    return np.asarray(cv2.resize(photo, target, interpolation=cv2.INTER_AREA), np.uint8)


def place(backdrop: Image, photo: Image, offset: tuple[int, int]) -> Image:
    """A copy of `backdrop` with `photo` (shrunk to fit) in its middle, moved by `offset` pixels; what leaves
    the frame is cut."""
    frame = backdrop.copy()
    height, width = frame.shape[:2]
    photo = fitted(photo, (width, height))
    ph, pw = photo.shape[:2]
    left, top = (width - pw) // 2 + offset[0], (height - ph) // 2 + offset[1]
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + pw), min(height, top + ph)
    if x0 < x1 and y0 < y1:
        frame[y0:y1, x0:x1] = photo[y0 - top : y1 - top, x0 - left : x1 - left]
    return frame


def trembling(number: int) -> tuple[int, int]:
    """Where the hand holds the picture in the `number`-th frame of its loop: a few pixels, a closed curve."""
    phase = 2 * math.pi * number
    return round(5 * math.sin(phase / 12)), round(3 * math.sin(phase / 6 + 1))


class Encoder:
    """Turns pictures into JPEG with a little sensor noise, different in every frame of a loop."""

    def __init__(self, size: Size) -> None:
        width, height = size
        rng = np.random.default_rng(_SEED + 1)
        shape = (height + _NOISE_SLACK, width + _NOISE_SLACK)
        noise = np.clip(rng.normal(128, NOISE_SIGMA, shape), 0, 255).astype(np.uint8)
        self._noise = cv2.merge([noise, noise, noise])
        self._size = size

    def encode(self, image: Image, number: int) -> bytes:
        """The JPEG of `image`; `number` picks the noise."""
        width, height = self._size
        dx, dy = (number * 23) % _NOISE_SLACK, (number * 41) % _NOISE_SLACK
        noise = self._noise[dy : dy + height, dx : dx + width]
        noisy = cv2.addWeighted(image, 1.0, noise, 1.0, -128.0)
        done, data = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        if not done:
            raise SceneError("the frame cannot be encoded")
        return data.tobytes()
