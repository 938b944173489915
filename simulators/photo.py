"""Make a flat drawing look as the lane's camera sees it: held a little askew over the counter, under a lamp.

Source: none; the light and the lean are chosen to look like a hand's work and stay readable.
Invariants: the same panel and chance give the same pixels; every picture is PICTURE_SIZE large.
"""

import functools
import math

import cv2
import numpy as np
import numpy.typing as npt

from simulators.settings import ASSETS

PICTURE_SIZE = (1280, 720)
SCALE = 2
"""Panels are drawn at twice their size, so that they stay sharp when turned."""
JPEG_QUALITY = 92
_FONT = str(ASSETS / "fonts" / "NotoSansCJKsc-Bold-subset.otf")
Image = npt.NDArray[np.uint8]
"""Height x width x 3, BGR."""
Floats = npt.NDArray[np.float32]
Colour = tuple[int, int, int]


def photograph(panel: Image, chance: np.random.Generator, *, corner: int = 26) -> Image:
    """A panel (`SCALE` times its size, `corner` its rounding) askew, with a shadow, lit, a little soft."""
    width, height = PICTURE_SIZE
    frame = _backdrop()
    ph, pw = panel.shape[:2]
    corners = _corners((pw / SCALE, ph / SCALE), chance)
    turn = cv2.getPerspectiveTransform(np.array([[0, 0], [pw, 0], [pw, ph], [0, ph]], np.float32), corners)
    seen = cv2.warpPerspective(panel, turn, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(_rounded_mask(panel.shape[:2], corner * SCALE), turn, (width, height))
    soft = mask.astype(np.float32)[:, :, None] / 255
    shadow = cv2.GaussianBlur(np.roll(mask, (22, 14), (0, 1)).astype(np.float32) / 255, (0, 0), 18)
    lit = frame.astype(np.float32) * (1 - 0.6 * shadow[:, :, None])
    lit = lit * (1 - soft) + seen.astype(np.float32) * _lamp(chance)[:, :, None] * soft
    return to_bytes(cv2.GaussianBlur(lit, (0, 0), 0.6) + chance.normal(0, 1.5, lit.shape))


def _corners(panel: tuple[float, float], chance: np.random.Generator) -> Floats:
    """Where the panel's corners come to lie: turned by up to 5 degrees, one side a little farther away."""
    width, height = PICTURE_SIZE
    angle = math.radians(chance.uniform(-5, 5))
    lean = chance.uniform(-0.035, 0.035, 2)
    half = np.array(panel, np.float64) / 2
    turned = []
    for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, y = sx * half[0], sy * half[1]
        near = 1 + lean[0] * sx + lean[1] * sy
        x, y = x * near, y * near
        turned.append(
            (
                width / 2 + x * math.cos(angle) - y * math.sin(angle) + chance.uniform(-6, 6),
                height / 2 + x * math.sin(angle) + y * math.cos(angle) + chance.uniform(-6, 6),
            )
        )
    return np.array(turned, np.float32)


def _backdrop() -> Image:
    """The counter's dark glass."""
    width, height = PICTURE_SIZE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    glow = np.exp(-(((x - 0.42 * width) / (0.55 * width)) ** 2 + ((y - 0.3 * height) / (0.7 * height)) ** 2))
    return to_bytes(
        np.array([44, 38, 34], np.float32) + glow[:, :, None] * np.array([46, 44, 40], np.float32)
    )


def _lamp(chance: np.random.Generator) -> Floats:
    """How bright the lamp makes each spot."""
    width, height = PICTURE_SIZE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    cx, cy = chance.uniform(0.25, 0.6) * width, chance.uniform(0.1, 0.5) * height
    light: Floats = 0.82 + 0.22 * np.exp(
        -(((x - cx) / (0.6 * width)) ** 2 + ((y - cy) / (0.8 * height)) ** 2)
    )
    return light


def _rounded_mask(shape: tuple[int, ...], radius: int) -> Image:
    height, width = shape[:2]
    mask = np.zeros((height, width), np.uint8)
    cv2.rectangle(mask, (radius, 0), (width - radius, height), 255, -1)
    cv2.rectangle(mask, (0, radius), (width, height - radius), 255, -1)
    for cx in (radius, width - radius - 1):
        for cy in (radius, height - radius - 1):
            cv2.circle(mask, (cx, cy), radius, 255, -1, cv2.LINE_AA)
    return mask


def write(
    image: Image, text: str, at: tuple[float, float], width: float, size: float, colour: Colour
) -> None:
    """Write one line with its top left at `at`, made smaller until it fits (all in parts of the image)."""
    height_px, width_px = image.shape[:2]
    size_px, most_px = round(height_px * size), round(width_px * width)
    font = _font()
    _, _, text_width, _ = cv2.getTextSize((width_px, height_px), text, (0, 0), font, size_px)
    if text_width > most_px:
        size_px = math.floor(size_px * most_px / text_width)
    baseline = (round(width_px * at[0]), round(height_px * at[1] + size_px * 0.86))
    cv2.putText(image, text, baseline, colour, font, size_px)


@functools.cache
def _font() -> cv2.FontFace:
    return cv2.FontFace(_FONT)


def to_bytes(values: npt.ArrayLike) -> Image:
    """Grey levels cut to 0..255."""
    return np.asarray(np.clip(values, 0, 255), np.uint8)
