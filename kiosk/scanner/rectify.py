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
MATRIX_SIDE_MAX = 360
_ENLARGE_MAX = 3.0
_QUIET_ZONE = 1.18
"""The located bars, plus room for the quiet zones and for ends that were located short."""


def upright_bars(gray: Gray, region: Region) -> Gray:
    """The region's bars, standing upright, with quiet zones; its height is the middle part of the bars."""
    length = region.length * _QUIET_ZONE + 24
    scale = min(max(CROP_WIDTH / length, 1.0), _ENLARGE_MAX, CROP_WIDTH_MAX / length)
    height = max(12.0, min(region.height, CROP_HEIGHT_MAX / scale))
    return _warp(gray, region, (length, height), scale)


def matrix_crop(gray: Gray, region: Region) -> Gray:
    """The upright square around a matrix code, not turned (decoders turn those themselves), never enlarged
    beyond what shows its dots."""
    side = max(region.length, region.height) * 1.3 + 24
    scale = min(1.5 if side < 160 else 1.0, MATRIX_SIDE_MAX / side) if side > 0 else 1.0
    return _warp(gray, region, (side, side), scale)


def _warp(gray: Gray, region: Region, size: tuple[float, float], scale: float) -> Gray:
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
