"""The mark above a receipt: a shopping bag that smiles. Drawn from circles and lines, no file needed."""

import functools
from typing import Any

import numpy as np

from kiosk.printer.bitmap import Bitmap

HEIGHT_DOTS_MAX = 96
"""12 mm at 203 dpi; a taller mark is paper thrown away."""
_OVERSAMPLE = 4

_Field = np.ndarray[Any, np.dtype[np.float64]]
_Mask = np.ndarray[Any, np.dtype[np.bool_]]


@functools.cache
def store_mark(height: int = 80) -> Bitmap:
    """The mark, `height` dots high."""
    width = (height + 7) // 8 * 8
    ink = _bag(height * _OVERSAMPLE, width * _OVERSAMPLE)
    blocks = ink.reshape(height, _OVERSAMPLE, width, _OVERSAMPLE).mean(axis=(1, 3))
    return Bitmap(width, height, np.packbits(blocks >= 0.5, axis=1).tobytes())


def _bag(rows: int, columns: int) -> _Mask:
    """The bag in a square of side 2 around the origin, y downwards."""
    y, x = np.mgrid[0:rows, 0:columns].astype(float)
    y, x = (y + 0.5) / rows * 2 - 1, ((x + 0.5) - columns / 2) / rows * 2
    body = _rounded(x, y - 0.28, 0.78, 0.70, 0.17)
    handle = np.abs(np.hypot(x, y + 0.44) - 0.42) < 0.075
    eyes = np.hypot(np.abs(x) - 0.25, (y - 0.10) * 0.75) < 0.09
    smile = (np.abs(np.hypot(x, y - 0.27) - 0.40) < 0.06) & (y > 0.42)
    ends = np.hypot(np.abs(x) - np.sqrt(0.40**2 - 0.15**2), y - 0.42) < 0.06
    mark: _Mask = (body & ~(eyes | smile | ends)) | (handle & (y < -0.42))
    return mark


def _rounded(x: _Field, y: _Field, half_width: float, half_height: float, radius: float) -> _Mask:
    across = np.maximum(np.abs(x) - half_width + radius, 0)
    down = np.maximum(np.abs(y) - half_height + radius, 0)
    inside: _Mask = np.hypot(across, down) < radius
    return inside
