"""What the digits of an EAN-13 look like to a blurred camera: the shapes that the soft decoder compares with.

A camera out of focus does not blur like a bell: every point becomes a disc, seen along a line as a half
circle, and bars narrower than the disc swap dark and light. So there are shapes for both, in many sizes: with
the right one the fit becomes almost perfect and only the true number is left. A shape covers two neighbouring
digits from middle to middle, since blur makes each depend on the other.

Source: ISO/IEC 15420, tables 1 and 3 (element patterns; parity of the first digit).
Invariants: pure; every shape has zero mean and unit length, so that a product of two is their correlation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]

MODULES = 95
PER_MODULE = 4
"""Samples per module."""
MARGIN = 4
"""Modules of quiet zone sampled beyond each end."""
SAMPLES = (MODULES + 2 * MARGIN) * PER_MODULE
_BELLS = (0.4, 0.55, 0.7, 0.85, 1.0, 1.15, 1.3, 1.5, 1.7)
_RADII = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4, 2.6, 2.8, 3.0)
_LENSES = (0.35, 0.7)
BLURS = (*((0.0, bell) for bell in _BELLS), *((radius, lens) for radius in _RADII for lens in _LENSES))
"""Radius of a disc and standard deviation of a bell, one after the other; in modules."""
COARSE = tuple(
    BLURS.index(blur)
    for blur in (
        *((0.0, bell) for bell in (0.4, 0.7, 1.0, 1.3, 1.7)),
        *((radius, _LENSES[0]) for radius in (1.2, 1.6, 2.0, 2.4)),
        *((radius, _LENSES[1]) for radius in (2.0, 2.6)),
    )
)
"""Those tried first; the others only refine."""

_SET_A = tuple(f"{code:07b}" for code in (0x0D, 0x19, 0x13, 0x3D, 0x23, 0x31, 0x2F, 0x3B, 0x37, 0x0B))
_SWAPPED = str.maketrans("01", "10")
_SET_B = tuple(code.translate(_SWAPPED)[::-1] for code in _SET_A)
LEFT = _SET_A + _SET_B
"""Digits 2 to 7: set A, then set B."""
RIGHT = tuple(code.translate(_SWAPPED) for code in _SET_A)
PARITY = np.array(
    [
        [int(mark) for mark in f"{mask:06b}"]
        for mask in (0x00, 0x0B, 0x0D, 0x0E, 0x13, 0x19, 0x1C, 0x15, 0x16, 0x1A)
    ]
)
"""By first digit: which of digits 2 to 7 use set B."""

_QUIET, _GUARD, _MIDDLE = "0" * 7, "101", "01010"
_PAIR = 9
"""Modules around the border of two digits that are compared."""
_STARTS = tuple(3 + 7 * n if n < 6 else 8 + 7 * n for n in range(12))
"""The first module of each digit behind the first."""


def centred(rows: Floats) -> Floats:
    """Zero mean, unit length along the last axis."""
    flat = rows - rows.mean(axis=-1, keepdims=True)
    norm = np.sqrt((flat * flat).sum(axis=-1, keepdims=True))
    return np.asarray(flat / np.maximum(norm, 1e-3), np.float32)


def _span(first: float, last: float) -> Indices:
    return np.arange(int((first + MARGIN) * PER_MODULE), int((last + MARGIN) * PER_MODULE))


DIGITS_AT = np.array([_span(start - 0.5, start + 7.5) for start in _STARTS])
"""Samples of each digit with half a module on either side."""
BEGIN_AT, END_AT = _span(-3, 8), _span(_STARTS[-1] + 2, _STARTS[-1] + 13)
LEFT_PAIRS_AT = np.array([_span(start - _PAIR / 2, start + _PAIR / 2) for start in _STARTS[1:6]])
RIGHT_PAIRS_AT = np.array([_span(start - _PAIR / 2, start + _PAIR / 2) for start in _STARTS[7:]])
MIDDLE_AT = _span(_STARTS[5] + 2.5, _STARTS[5] + 16.5)
SURROUNDINGS_AT = np.array([_span(start - 3, start + 10) for start in _STARTS])
"""Samples around each digit by which its place is measured."""
CENTRES = np.array([(start + 3.5) / MODULES - 0.5 for start in _STARTS])
"""The middle of each digit, -0.5 to 0.5."""


@dataclass(frozen=True)
class Shapes:
    """All shapes under one blur, one per row."""

    left: Floats
    right: Floats
    begin: Floats
    left_pairs: Floats
    middle: Floats
    right_pairs: Floats
    end: Floats


@cache
def shapes(blur: int) -> Shapes:
    """The shapes under `BLURS[blur]`."""
    half = _PAIR / 2

    def drawn(codes: list[str], first: float, last: float) -> Floats:
        return centred(_blurred(codes, blur, first, last))

    return Shapes(
        left=drawn([f"1{code}0" for code in LEFT], 0.5, 8.5),
        right=drawn([f"0{code}1" for code in RIGHT], 0.5, 8.5),
        begin=drawn([_QUIET + _GUARD + code for code in LEFT], 4, 15),
        left_pairs=drawn([a + b for a in LEFT for b in LEFT], 7 - half, 7 + half),
        middle=drawn([a + _MIDDLE + b for a in LEFT for b in RIGHT], 2.5, 16.5),
        right_pairs=drawn([a + b for a in RIGHT for b in RIGHT], 7 - half, 7 + half),
        end=drawn([code + _GUARD + _QUIET for code in RIGHT], 2, 13),
    )


def whole(digits: str, blur: int) -> Floats:
    """A whole number as SAMPLES samples of darkness."""
    code = _modules(digits)
    return np.asarray(_blurred([code], blur, len(_QUIET) - MARGIN, len(code) - len(_QUIET) + MARGIN)[0])


def all_blurs(digits: str) -> Floats:
    """The same under every blur, one per row."""
    return np.array([whole(digits, blur) for blur in range(len(BLURS))], np.float32)


def _modules(digits: str) -> str:
    parity = PARITY[int(digits[0])]
    left = "".join(LEFT[int(digit) + 10 * parity[n]] for n, digit in enumerate(digits[1:7]))
    right = "".join(RIGHT[int(digit)] for digit in digits[7:])
    return f"{_QUIET}{_GUARD}{left}{_MIDDLE}{right}{_GUARD}{_QUIET}"


def _blurred(codes: Sequence[str], blur: int, first: float, last: float) -> Floats:
    """Modules drawn and blurred, one row per code, from module `first` to `last`."""
    modules = np.array([[float(module) for module in code] for code in codes], np.float32)
    drawn = np.repeat(modules, PER_MODULE, axis=1)
    soft = cv2.filter2D(drawn, -1, _kernel(blur)[None, :], borderType=cv2.BORDER_REPLICATE)
    return np.asarray(soft[:, int(first * PER_MODULE) : int(last * PER_MODULE)], np.float32)


@cache
def _kernel(blur: int) -> Floats:
    radius, bell = BLURS[blur]
    reach = int((radius + 4 * bell) * PER_MODULE) + 1
    x = np.arange(-reach, reach + 1) / PER_MODULE
    kernel = np.exp(-0.5 * (x / bell) ** 2)
    if radius:
        kernel = np.convolve(kernel, np.sqrt(np.maximum(radius * radius - x * x, 0)), "same")
    return np.asarray(kernel / kernel.sum(), np.float32)


def prepare() -> None:
    """Draw everything now (30 ms), so that no frame pays for it."""
    for blur in range(len(BLURS)):
        shapes(blur)
