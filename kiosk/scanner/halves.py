"""Read one half of an EAN-13 or UPC-A where gloss, a finger or the picture's edge hides the other.

A half lies between a guard with its quiet zone and the middle. The left half's digits say by their number
sets which digit stands before them, so it gives seven digits, the right half six. Read backwards a right half
looks like a left one of set B only, which no left half is: so one search from the outside in finds both, and
tells which way up the code lies.

A half proves nothing by itself. `tracker` joins halves of several frames, see `joined`.

Source: ISO/IEC 15420 (EAN/UPC symbol structure, tables 1 to 3); docs/devices/scanner.md, "Halves".
Invariants: pure; at most HALVES_MAX halves for one crop; a half was read alike in BANDS_AGREE bands of rows.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import Region
from kiosk.scanner.rectify import frame_scale
from kiosk.scanner.soft_shapes import LEFT, PARITY
from kiosk.scanner.symbols import HALVES, Box, Decoded, Half, normalised
from retail.codes import check_digit_ok

HALVES_MAX = 4
BANDS = (0.2, 0.35, 0.5, 0.65, 0.8)
"""Where in the crop's height a profile is taken."""
BANDS_AGREE = 2
EDGES_MAX = 400
"""A crop with more is no code."""
FRAMES_MIN = 2
"""Frames in which a half must have been read before it is joined with another."""
JOINED_MAX = 4
"""Numbers joined from the halves at hand."""

_RUNS = 32
"""Three of the guard, four for each of six digits, five of the middle."""
_MODULES = 50.0
_QUIET_MIN = 4.5
"""Modules of light before the guard."""
_RUN_WIDTHS = 0.45, 1.7
"""Modules that a bar of guard or middle may measure."""
_DIGIT_OFF_MAX = 0.7
"""Modules by which a digit's seven may be off."""
_MISFIT_MAX = 1.3
"""Modules by which four widths together may be off their pattern..."""
_MISFIT_LEAD = 0.5
"""...and by how much the second best pattern must be worse."""
_SWING_MIN = 10.0
"""Grey levels between bars and spaces nearby."""
_RUN_MIN_PX = 0.9
"""Pixels of the crop; a code whose bars are narrower cannot be read so."""
_ENLARGED = 3
_ANGLE_MAX = math.radians(20)
_MODULE_RATIO_MAX = 1.15
_WAY_MAX_MODULES = 110.0
"""How far the middle may have gone between two frames; a code is 95 modules long."""
_SAME_FRAME_MODULES = 4.0
"""How far apart the middles of two halves may be in one frame."""

_WIDTHS = np.array(
    [[len(run) for run in code.replace("01", "0 1").replace("10", "1 0").split()] for code in LEFT],
    np.float32,
)
"""Space, bar, space, bar of each digit in set A, then in set B."""
_FIRST = {tuple(map(int, row)): str(first) for first, row in enumerate(PARITY)}
_RIGHT = (1,) * 6


@dataclass(frozen=True)
class _Found:
    """A half as digits, with the place of its middle and its module along the profile."""

    digits: str
    is_left: bool
    middle: float
    module: float


def read_halves(crop: Gray, region: Region) -> list[Half]:
    """The halves in the upright crop of `region`."""
    height, width = crop.shape
    votes: Counter[tuple[str, bool]] = Counter()
    places: dict[tuple[str, bool], tuple[_Found, bool]] = {}
    for share in BANDS:
        middle, reach = int(share * height), max(1, height // 16)
        rows = crop[max(0, middle - reach) : middle + reach + 1].astype(np.float32).mean(axis=0)
        read = {}
        for is_turned in (False, True):
            for found in _halves_along(rows[::-1] if is_turned else rows):
                read[found.digits, found.is_left] = found, is_turned
        votes.update(read.keys())
        places |= read
    agreed = [what for what, count in votes.most_common(HALVES_MAX) if count >= BANDS_AGREE]
    scale = frame_scale(crop, region)
    return [_placed(*places[what], region, width, scale) for what in agreed]


def _placed(found: _Found, is_turned: bool, region: Region, width: int, scale: float) -> Half:
    along = (width - found.middle if is_turned else found.middle) - width / 2
    from_left = found.is_left != is_turned  # a right half is read from its outer end
    angle = region.angle_rad if from_left else region.angle_rad + math.pi
    return Half(
        digits=found.digits,
        is_left=found.is_left,
        middle_x=region.centre_x + along / scale * math.cos(region.angle_rad),
        middle_y=region.centre_y + along / scale * math.sin(region.angle_rad),
        angle_rad=angle % (2 * math.pi),
        module_px=found.module / scale,
    )


def _halves_along(profile: cv2.typing.MatLike) -> Iterator[_Found]:
    """The halves that begin at the profile's near end, as seen from the outside in."""
    edges = _edges(np.asarray(profile, np.float32))
    if len(edges) > EDGES_MAX:
        return
    for start in range(1, len(edges) - _RUNS, 2):  # every second edge is one from light to dark
        runs = np.diff(edges[start : start + _RUNS + 1])
        module = float(runs.sum()) / _MODULES
        if edges[start] - edges[start - 1] < _QUIET_MIN * module:
            continue
        if (digits := _digits(runs / module)) is not None:
            shown, is_left = digits
            yield _Found(shown, is_left, edges[start + _RUNS] - 2.5 * module, module)


def _edges(profile: cv2.typing.MatLike) -> list[float]:
    """Where the profile crosses the middle between its surroundings' dark and light; the first is where the
    light before the first bar begins."""
    fine = cv2.resize(profile.reshape(1, -1), None, fx=_ENLARGED, fy=1, interpolation=cv2.INTER_CUBIC)
    window = np.ones((1, (fine.shape[1] // 8) | 1), np.uint8)
    high, low = cv2.dilate(fine, window), cv2.erode(fine, window)
    light = (fine - (high + low) / 2)[0]
    light[(high - low)[0] < _SWING_MIN] = 1.0  # flat: no bars
    crossings = np.nonzero(np.diff(np.signbit(light)))[0]
    places = crossings + light[crossings] / (light[crossings] - light[crossings + 1])
    edges: list[float] = []
    for place in places:
        at = float(place + 0.5) / _ENLARGED
        if edges and at - edges[-1] < _RUN_MIN_PX:  # a ripple, no bar
            edges.pop()
        else:
            edges.append(at)
    return [0.0, *edges] if not np.signbit(light[0]) else edges


def _digits(runs: cv2.typing.MatLike) -> tuple[str, bool] | None:
    """The digits of 32 runs in modules, guard first; whether they are a left half."""
    ends = np.concatenate((runs[:3], runs[27:]))  # dark, light, dark; light, dark, light, dark, light
    if ends.min() < _RUN_WIDTHS[0] or ends.max() > _RUN_WIDTHS[1]:
        return None
    spread = float(ends[[0, 2, 4, 6]].mean() - ends[[1, 3, 5, 7]].mean()) / 2  # ink, or the threshold
    four = runs[3:27].reshape(6, 4)
    sums = four.sum(axis=1)
    if float(np.abs(sums - 7).max()) > _DIGIT_OFF_MAX:
        return None
    widths = four * (7 / sums[:, None]) + spread * np.array([1, -1, 1, -1])
    misfits = np.abs(widths[:, None] - _WIDTHS[None]).sum(axis=2)
    two = np.partition(misfits, 1, axis=1)[:, :2]
    if float(two[:, 0].max()) > _MISFIT_MAX or float((two[:, 1] - two[:, 0]).min()) < _MISFIT_LEAD:
        return None
    best = misfits.argmin(axis=1)
    said, sets = "".join(str(int(one) % 10) for one in best), tuple(int(one) // 10 for one in best)
    if sets == _RIGHT:
        return said[::-1], False
    first = _FIRST.get(sets)
    return (first + said, True) if first is not None else None


def joined(new: Sequence[Half], before: Sequence[Sequence[Half]]) -> list[Decoded]:
    """The numbers that halves of this frame make with each other, or with those of the frames before. Each
    half must have been read in FRAMES_MIN frames, and none that differs where it stands."""
    frames = [*before, new]
    every = [half for frame in frames for half in frame]
    sure = [half for half in every if _is_sure(half, every, frames)]
    made: dict[str, Decoded] = {}
    for one in sure:
        if one not in new:
            continue
        for other in sure:
            way = _SAME_FRAME_MODULES if other in new else _WAY_MAX_MODULES
            if one.is_left == other.is_left or not _fit(one, other, way):
                continue
            left, right = (one, other) if one.is_left else (other, one)
            digits = left.digits + right.digits
            if check_digit_ok(digits) and (meaning := normalised(digits, "EAN13")) and len(made) < JOINED_MAX:
                made[digits] = Decoded(*meaning, HALVES, _box(one))
    return list(made.values())


def _is_sure(half: Half, every: Sequence[Half], frames: Sequence[Sequence[Half]]) -> bool:
    times = sum(any(one.digits == half.digits for one in frame) for frame in frames)
    return times >= FRAMES_MIN and not any(
        one.is_left == half.is_left and one.digits != half.digits and _fit(one, half, _WAY_MAX_MODULES)
        for one in every
    )


def _fit(one: Half, other: Half, way_modules: float) -> bool:
    """Whether two halves may be of one code: they lie alike, are as large, and not too far apart."""
    apart = abs((one.angle_rad - other.angle_rad + math.pi) % (2 * math.pi) - math.pi)
    small, large = sorted((one.module_px, other.module_px))
    way = math.hypot(one.middle_x - other.middle_x, one.middle_y - other.middle_y)
    return apart <= _ANGLE_MAX and large <= _MODULE_RATIO_MAX * small and way <= way_modules * large


def _box(half: Half) -> Box:
    """About where the whole code lies."""
    reach = 48 * half.module_px
    x, y = reach * abs(math.cos(half.angle_rad)), reach * abs(math.sin(half.angle_rad))
    return Box(half.middle_x - x, half.middle_y - y, half.middle_x + x, half.middle_y + y)
