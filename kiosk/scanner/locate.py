"""Find where bars (or the dots of a matrix code) are, and how they lie, without reading them.

Decoders read bar codes only when they lie nearly straight. Bars are easy to find at any angle: all strong
gradients of a neighbourhood point the same way. The structure tensor, averaged over small cells of the
half-size picture, tells for each cell how strong the gradients are, which way they point and how much they
agree (coherence). Neighbouring cells that agree become one region. Costs about 3 ms for 720p.

Source: docs/devices/scanner.md, "Angles"; structure tensor after Bigun and Granlund (1987).
Invariants: pure; at most BAR_REGIONS_MAX + MATRIX_REGIONS_MAX regions, the most promising first.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Box

BAR_REGIONS_MAX = 8
MATRIX_REGIONS_MAX = 2
CANDIDATES_MAX = 24
"""Connected areas examined per direction."""

_SHRINK = 2
_CELL = 8
"""Half-size pixels per side of a cell."""
_DIRECTIONS = 8
_EDGE_MIN = 14.0
"""Gradient (grey levels per half-size pixel) that counts as an edge."""
_STEP_MAX = 40.0
_COVER_MIN = 0.28
"""Share of edge pixels around a cell; a lone border covers an eighth, bars cover most."""
_ENERGY_MIN = 150.0
"""Mean squared gradient of a cell; below it is paper, skin or noise."""
_COHERENCE_BARS = 0.55
_COHERENCE_DOTS = 0.45
_BAR_CELLS_MIN = 4
_SLENDER = 0.35
"""Codes are at least this long for their height; rims and edges are not."""
_DOT_CELLS_MIN = 6

_Map = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Region:
    """A turned rectangle in frame pixels. `angle_rad`: the reading direction, across the bars."""

    centre_x: float
    centre_y: float
    length: float
    """Along the reading direction."""
    height: float
    angle_rad: float
    score: float

    @property
    def is_square(self) -> bool:
        """Whether it may be a QR code; a line of print is longer than high."""
        return max(self.length, self.height) <= 2 * min(self.length, self.height)

    @property
    def box(self) -> Box:
        """The upright rectangle around it."""
        c, s = abs(math.cos(self.angle_rad)), abs(math.sin(self.angle_rad))
        half_w = (self.length * c + self.height * s) / 2
        half_h = (self.length * s + self.height * c) / 2
        return Box(
            self.centre_x - half_w, self.centre_y - half_h, self.centre_x + half_w, self.centre_y + half_h
        )


@dataclass(frozen=True)
class Regions:
    """What a frame shows: places with bars, places with two-dimensional texture."""

    bars: tuple[Region, ...]
    matrices: tuple[Region, ...]


def locate(gray: Gray) -> Regions:
    """The places of `gray` worth rectifying, best first."""
    tensor = _tensor(gray)
    if tensor is None:
        return Regions((), ())
    energy, cos2, sin2, cover = tensor
    coherence = np.hypot(cos2, sin2) / np.maximum(energy, 1e-6)
    strong = (energy > _ENERGY_MIN) & (cover > _COVER_MIN)
    return Regions(
        _bars(energy, cos2, sin2, strong & (coherence > _COHERENCE_BARS)),
        _matrices(energy, strong & (coherence < _COHERENCE_DOTS)),
    )


def _tensor(gray: Gray) -> tuple[_Map, _Map, _Map, _Map] | None:
    """Per cell, averaged over 3x3: gradient energy, its double-angle vector (cos, sin), edge cover."""
    height, width = gray.shape
    rows, columns = height // (_SHRINK * _CELL), width // (_SHRINK * _CELL)
    if rows < 3 or columns < 3:
        return None
    small = cv2.resize(gray, (columns * _CELL, rows * _CELL), interpolation=cv2.INTER_AREA)
    gx = cv2.Sobel(small, cv2.CV_32F, 1, 0, ksize=3, scale=0.25)
    gy = cv2.Sobel(small, cv2.CV_32F, 0, 1, ksize=3, scale=0.25)

    def averaged(values: cv2.typing.MatLike) -> _Map:
        cells = cv2.resize(values, (columns, rows), interpolation=cv2.INTER_AREA)
        return np.asarray(cv2.blur(cells, (3, 3)), np.float32)

    xx, yy, xy = cv2.multiply(gx, gx), cv2.multiply(gy, gy), cv2.multiply(gx, gy)
    energy = np.minimum(xx + yy, _STEP_MAX**2)  # one hard edge must not outshine many soft ones
    damped = energy / np.maximum(xx + yy, 1e-6)
    edges = np.asarray(energy > _EDGE_MIN**2, np.float32)
    return averaged(energy), averaged((xx - yy) * damped), averaged(2 * xy * damped), averaged(edges)


def _bars(energy: _Map, cos2: _Map, sin2: _Map, mask: npt.NDArray[np.bool_]) -> tuple[Region, ...]:
    found: list[Region] = []
    if not mask.any():
        return ()
    double_angle = np.arctan2(sin2, cos2)
    for step in range(_DIRECTIONS):
        centre = -math.pi + (step + 0.5) * 2 * math.pi / _DIRECTIONS
        apart = np.abs(double_angle - centre)
        distance = np.minimum(apart, 2 * math.pi - apart)
        near = (mask & (distance < 2 * math.pi / _DIRECTIONS)).astype(np.uint8)
        member = cv2.morphologyEx(near, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
        count, labels, stats, _ = cv2.connectedComponentsWithStats(member, connectivity=8)
        by_area = sorted(range(1, count), key=lambda i: -int(stats[i, cv2.CC_STAT_AREA]))
        for label in by_area[:CANDIDATES_MAX]:
            if stats[label, cv2.CC_STAT_AREA] < _BAR_CELLS_MIN:
                break
            rows, columns = np.nonzero(labels == label)
            angle = math.atan2(float(sin2[rows, columns].sum()), float(cos2[rows, columns].sum())) / 2
            weight = float(np.sqrt(energy[rows, columns]).sum())
            region = _region(rows, columns, angle, weight)
            if region.length > _SLENDER * region.height:
                found.append(region)
    return _best(found, BAR_REGIONS_MAX)


def _matrices(energy: _Map, mask: npt.NDArray[np.bool_]) -> tuple[Region, ...]:
    member = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(member, connectivity=8)
    found: list[Region] = []
    by_area = sorted(range(1, count), key=lambda i: -int(stats[i, cv2.CC_STAT_AREA]))
    for label in by_area[:CANDIDATES_MAX]:
        if stats[label, cv2.CC_STAT_AREA] < _DOT_CELLS_MIN:
            break
        rows, columns = np.nonzero(labels == label)
        found.append(_region(rows, columns, 0.0, float(np.sqrt(energy[rows, columns]).sum())))
    return _best(found, MATRIX_REGIONS_MAX)


def _region(rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], angle: float, weight: float) -> Region:
    """The turned rectangle around some cells, in frame pixels."""
    scale = _SHRINK * _CELL
    x, y = (columns + 0.5) * scale, (rows + 0.5) * scale
    c, s = math.cos(angle), math.sin(angle)
    along, across = x * c + y * s, y * c - x * s
    low_a, high_a = float(along.min()), float(along.max())
    low_b, high_b = float(across.min()), float(across.max())
    mid_a, mid_b = (low_a + high_a) / 2, (low_b + high_b) / 2
    return Region(
        centre_x=mid_a * c - mid_b * s,
        centre_y=mid_a * s + mid_b * c,
        length=high_a - low_a + scale,
        height=high_b - low_b + scale,
        angle_rad=angle,
        score=weight,
    )


def _best(found: list[Region], limit: int) -> tuple[Region, ...]:
    """The strongest regions, without those whose centre lies in a stronger one already taken."""
    taken: list[Region] = []
    for region in sorted(found, key=lambda r: -r.score):
        if not any(_covers(other, region) for other in taken):
            taken.append(region)
            if len(taken) == limit:
                break
    return tuple(taken)


def _covers(region: Region, other: Region) -> bool:
    dx, dy = other.centre_x - region.centre_x, other.centre_y - region.centre_y
    c, s = math.cos(region.angle_rad), math.sin(region.angle_rad)
    return abs(dx * c + dy * s) < region.length / 2 and abs(dy * c - dx * s) < region.height / 2
