"""Find exactly where located bars or dots end, and how bars lean: cells of 16 pixels are too coarse for that.

`locate` joins a code with the rim, print or clutter beside it. Here the region is turned upright once; where
dark-to-light and light-to-dark steps both are dense there are bars, a lone edge has only one of the two. What
holds together becomes a region of its own, so that two codes side by side are told apart as well.

Source: docs/devices/scanner.md, "Angles".
Invariants: pure; at most PARTS_MAX regions for one; about 0.5 ms.
"""

import functools
import math

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import Region
from kiosk.scanner.rectify import warped

PARTS_MAX = 2
_SIDE_MAX = 400.0
"""Larger regions are shrunk before they are looked at."""
_ROOM = 1.15
_DENSE = 0.30
"""Share of the greatest density that still is bars."""
_PART_MIN = 0.4
"""A second part must weigh this share of the first."""
_LENGTH_MIN, _HEIGHT_MIN = 24.0, 5.0
"""Pixels; smaller parts are no code."""

_DOTS_SIDE_MAX = 320.0
_DOTS_WINDOW = 15
_DENSE_DOTS = 0.45
_SIDE_MIN = 16.0

_Map = npt.NDArray[np.float32]


def refined(gray: Gray, region: Region) -> tuple[Region, ...]:
    """The bars in and around `region`, best first; the region itself if nothing stands out."""
    length, height = region.length * _ROOM + 16, region.height * _ROOM + 16
    scale = min(1.0, _SIDE_MAX / max(length, height))
    upright = warped(gray, region, (length, height), scale)
    gx = cv2.Sobel(upright, cv2.CV_32F, 1, 0, ksize=3, scale=0.125)
    gy = cv2.Sobel(upright, cv2.CV_32F, 0, 1, ksize=3, scale=0.125)
    density = _density(gx, gy)
    parts = []
    for left, top, width, tall in _places(density, _DENSE):
        if width < _LENGTH_MIN * scale or tall < _HEIGHT_MIN:
            continue
        inside = slice(top, top + tall), slice(left, left + width)
        lean = _tilt(gx[inside], gy[inside])
        parts.append(_part(region, upright.shape, (left, top, width, tall), scale, lean))
    return tuple(parts) or (region,)


def refined_dots(gray: Gray, region: Region) -> tuple[Region, ...]:
    """The matrix codes in `region`, best first: where steps in all four directions are dense."""
    length, height = region.length + 32, region.height + 32
    scale = min(1.0, _DOTS_SIDE_MAX / max(length, height))
    crop = warped(gray, region, (length, height), scale)
    gx = cv2.Sobel(crop, cv2.CV_32F, 1, 0, ksize=3, scale=0.125)
    gy = cv2.Sobel(crop, cv2.CV_32F, 0, 1, ksize=3, scale=0.125)
    window = (_DOTS_WINDOW, _DOTS_WINDOW)
    cap = 1.5 * float(np.percentile(np.abs(gx[::2, ::2]), 75)) + 4
    ways = (np.clip(way, 0, cap) for way in (gx, -gx, gy, -gy))
    density = functools.reduce(np.minimum, (cv2.blur(way, window) for way in ways))
    return tuple(
        _part(region, crop.shape, place, scale, 0.0)
        for place in _places(np.asarray(density, np.float32), _DENSE_DOTS)
        if min(place[2:]) >= _SIDE_MIN * scale
    ) or (region,)


def _places(density: _Map, share: float) -> list[tuple[int, int, int, int]]:
    """The heaviest connected places above `share` of the greatest density: left, top, width, height."""
    mask = np.asarray(density > share * float(density.max()), np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    sums = np.bincount(labels.ravel(), weights=density.ravel(), minlength=count)
    order = sorted(range(1, count), key=lambda label: -sums[label])[:PARTS_MAX]
    return [
        (int(stats[n, 0]), int(stats[n, 1]), int(stats[n, 2]), int(stats[n, 3]))
        for n in order
        if sums[n] >= _PART_MIN * sums[order[0]]
    ]


def _density(gx: cv2.typing.MatLike, gy: cv2.typing.MatLike) -> _Map:
    """How densely steps both up and down follow each other along the reading direction."""
    height, width = gx.shape
    window = (max(9, min(31, width // 10)) | 1, max(3, min(9, height // 8)) | 1)
    across = np.maximum(np.abs(gx) - 1.5 * np.abs(gy), 0)
    across = np.minimum(
        across, 1.5 * float(np.percentile(across[::2, ::2], 75)) + 0.5
    )  # gloss, rims must not outshine
    up = cv2.blur(np.where(gx > 0, across, 0), window)
    down = cv2.blur(np.where(gx < 0, across, 0), window)
    return np.asarray(np.minimum(up, down), np.float32)


def _tilt(gx: cv2.typing.MatLike, gy: cv2.typing.MatLike) -> float:
    """How much the bars still lean, in radians."""
    lean = math.atan2(2 * float((gx * gy).sum()), float((gx * gx - gy * gy).sum())) / 2
    return max(-0.3, min(0.3, lean))


def _part(
    region: Region, shape: tuple[int, ...], place: tuple[int, int, int, int], scale: float, tilt: float
) -> Region:
    """A rectangle of the upright picture as a region of the frame."""
    left, top, width, tall = place
    along, across = (left + width / 2 - shape[1] / 2) / scale, (top + tall / 2 - shape[0] / 2) / scale
    c, s = math.cos(region.angle_rad), math.sin(region.angle_rad)
    return Region(
        centre_x=region.centre_x + along * c - across * s,
        centre_y=region.centre_y + along * s + across * c,
        length=width / scale,
        height=tall / scale,
        angle_rad=region.angle_rad + tilt,
        score=region.score,
    )
