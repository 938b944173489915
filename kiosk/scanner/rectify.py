"""Cut a region out of a frame and turn it upright, at the size decoders like best.

Source: docs/devices/scanner.md, "Angles" (crops about 420 px wide read best and cost 0.4 ms to decode).
"""

import math

import cv2
import numpy as np

from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import Region

CROP_WIDTH = 420
CROP_WIDTH_MAX = 1000
CROP_HEIGHT_MAX = 160
MATRIX_SIDE_MAX = 480
CONTRAST_MIN = 10.0
"""Grey levels between bars and spaces."""
EDGES_MIN = 12
"""Edges that must alternate; the shortest retail code (UPC-E) has 33, blur merges some."""
_ENLARGE_MAX = 3.0
_QUIET_ZONE = 1.18
"""The located bars, plus room for the quiet zones and for ends that were located short."""


def upright_bars(gray: Gray, region: Region) -> Gray:
    """The region's bars, standing upright, with quiet zones; its height is the middle part of the bars."""
    length = _crop_length(region)
    scale = min(max(CROP_WIDTH / length, 1.0), _ENLARGE_MAX, CROP_WIDTH_MAX / length)
    height = max(12.0, min(region.height, CROP_HEIGHT_MAX / scale))
    return warped(gray, region, (length, height), scale)


def frame_scale(crop: Gray, region: Region) -> float:
    """How many pixels of the region's upright crop one of the frame is."""
    return float(crop.shape[1]) / _crop_length(region)


def _crop_length(region: Region) -> float:
    return region.length * _QUIET_ZONE + 24


def looks_like_bars(crop: Gray, at: tuple[float, ...] = (0.5,)) -> bool:
    """Whether rows of an upright crop, `at` one of these shares of its height, alternate like bars: skips
    text, edges and rims cheaply."""
    return any(_alternates(crop, int(share * crop.shape[0])) for share in at)


def _alternates(crop: Gray, row: int) -> bool:
    rows = crop[max(0, row - 3) : row + 4].astype(np.float32)
    profile = cv2.GaussianBlur(rows.mean(axis=0)[None, :], (0, 0), 1.0)
    contrast = float(np.percentile(profile, 90) - np.percentile(profile, 10))
    if contrast < CONTRAST_MIN:
        return False
    wave = (profile - cv2.blur(profile, (31, 1)))[0]
    decided = np.sign(wave)[np.abs(wave) > 0.08 * contrast]
    return int(np.count_nonzero(np.diff(decided))) >= EDGES_MIN


def matrix_crop(gray: Gray, region: Region) -> Gray:
    """The upright square around a matrix code, not turned: decoders turn those themselves."""
    side = max(region.length, region.height) * 1.3 + 24
    return warped(gray, region, (side, side), min(1.5 if side < 160 else 1.0, MATRIX_SIDE_MAX / side))


def warped(gray: Gray, region: Region, size: tuple[float, float], scale: float) -> Gray:
    """The rectangle of `size` frame pixels around the region's centre, turned upright and scaled."""
    c, s = math.cos(region.angle_rad) / scale, math.sin(region.angle_rad) / scale
    width, height = max(8, round(size[0] * scale)), max(8, round(size[1] * scale))
    half_w, half_h = width / 2, height / 2
    inverse = np.array(
        [
            [c, -s, region.centre_x - c * half_w + s * half_h],
            [s, c, region.centre_y - s * half_w - c * half_h],
        ]
    )
    warped = cv2.warpAffine(
        gray,
        inverse,
        (width, height),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(warped, np.uint8)
