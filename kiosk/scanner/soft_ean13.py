"""Read a blurred EAN-13 or UPC-A from an upright crop by likelihood instead of by edges.

Edge-based decoders lose narrow bars to blur and then read nothing, or read 1 for 7 and 2 for 8. Here nothing
is decided per bar: the brightness profile of each digit is compared with the blurred shape of every possible
digit, and the whole number that fits best is taken, if its check digit is true and it fits clearly better
than the second best valid number. That margin is what makes the reader trustworthy.

Source: ISO/IEC 15420 (element patterns, parity of the first digit); docs/devices/scanner.md, "Soft decoder".
Invariants: pure; returns only numbers with a true check digit; its work is bounded by BANDS, ALIGNMENTS and
CHOICES.
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Gray

BANDS = ((0.4, 0.6), (0.2, 0.4), (0.6, 0.8))
"""Rows averaged into one profile, as shares of the height; the first sure one decides."""
ALIGNMENTS = 60
CHOICES = 5
"""Digits considered per place; a number needing a worse one never comes second."""
MARGIN_MIN = 0.25
"""How much better than the second best valid number; in units of correlation summed over 12 digits."""
FIT_MIN = 0.85
"""Mean correlation per digit of the best number; text and fabric stay below."""

_PER_MODULE = 4
_MODULES = 95
_BLURS = (0.35, 0.65, 0.95, 1.25)
"""Standard deviations of the assumed blur, in modules."""
_WINDOW = 8 * _PER_MODULE
"""A digit's seven modules and half a module on either side, whose colours are known."""

# ISO/IEC 15420, table 1: number set A (L); B (G) is the reversed complement, C (R) the complement.
_SET_A = tuple(f"{code:07b}" for code in (0x0D, 0x19, 0x13, 0x3D, 0x23, 0x31, 0x2F, 0x3B, 0x37, 0x0B))
# Table 3: which of digits 2 to 7 use set B, by first digit.
_PARITY = tuple(f"{mask:06b}" for mask in (0x00, 0x0B, 0x0D, 0x0E, 0x13, 0x19, 0x1C, 0x15, 0x16, 0x1A))

_Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SoftRead:
    """The best valid number, how well it fits and how far ahead it is."""

    digits: str
    fit: float
    margin: float

    @property
    def is_sure(self) -> bool:
        """Whether it may be believed."""
        return self.margin >= MARGIN_MIN and self.fit >= FIT_MIN


def decode(crop: Gray) -> SoftRead | None:
    """The surest reading of `crop` (bars upright), or None if it holds no bars of such a code at all."""
    height = crop.shape[0]
    best: SoftRead | None = None
    for low, high in BANDS:
        top, bottom = int(height * low), max(int(height * high), int(height * low) + 1)
        read = _decode_profile(crop[top:bottom].astype(np.float32).mean(axis=0))
        if read is None:
            continue
        if read.is_sure:
            return read
        if best is None or read.margin > best.margin:
            best = read
    return best


def _decode_profile(profile: _Floats) -> SoftRead | None:
    samples = _sampled(profile, *_alignments(profile))
    results: list[tuple[float, str]] = []
    for turned in (samples, samples[:, ::-1]):
        scores = _digit_scores(turned)
        if scores.max(axis=1).mean() >= FIT_MIN:
            results += _best_numbers(scores)
    if len(results) < 2:
        return None
    results.sort(reverse=True)
    (first, digits), (second, _) = results[0], results[1]
    return SoftRead(digits, first / 12, first - second)


def _alignments(profile: _Floats) -> tuple[_Floats, _Floats]:
    """The positions of both ends under which the guard bars and quiet zones fit best."""
    width = float(profile.size)
    step = width / 260
    lefts = np.arange(0.02 * width, 0.45 * width, step, dtype=np.float32)
    lengths = np.arange(0.5 * width, 0.96 * width, step, dtype=np.float32)
    left, length = (a.ravel() for a in np.meshgrid(lefts, lengths, indexing="ij"))
    inside = left + length < 0.99 * width
    left, length = left[inside], length[inside]
    where, expected = _guards()
    at = left[:, None] + length[:, None] * (where[None, :] / _MODULES)
    seen = -profile[np.clip(at, 0, width - 1).astype(np.intp)]
    spread = np.einsum("aw,aw->a", seen, seen) / where.size - seen.mean(axis=1) ** 2
    fit = (seen @ _centred(expected)) / np.sqrt(np.maximum(spread, 1.0))
    best = np.argpartition(-fit, ALIGNMENTS)[:ALIGNMENTS]
    return left[best], left[best] + length[best]


@cache
def _guards() -> tuple[_Floats, _Floats]:
    """Module positions of quiet zones and guard bars, and whether each is dark."""
    pattern = {**{-k: 0 for k in range(1, 6)}, 0: 1, 1: 0, 2: 1, 3: 0}
    pattern |= {44: 1, 45: 0, 46: 1, 47: 0, 48: 1, 49: 0, 50: 1}
    pattern |= {91: 0, 92: 1, 93: 0, 94: 1, **{95 + k: 0 for k in range(5)}}
    pattern.pop(44)
    pattern.pop(50)
    where = [(module + part, dark) for module, dark in pattern.items() for part in (0.35, 0.65)]
    return np.array([w for w, _ in where], np.float32), np.array([d for _, d in where], np.float32)


def _sampled(profile: _Floats, lefts: _Floats, rights: _Floats) -> _Floats:
    """Darkness at _PER_MODULE points per module, one row per alignment (also with a bent middle)."""
    u = (np.arange(_MODULES * _PER_MODULE, dtype=np.float32) + 0.5) / (_MODULES * _PER_MODULE)
    bend = (4 * u * (1 - u))[None, :] / _MODULES
    rows = [
        lefts[:, None] + (rights - lefts)[:, None] * (u[None, :] + amount * bend)
        for amount in (-0.6, 0.0, 0.6)
    ]
    return np.interp(np.vstack(rows), np.arange(profile.size), -profile).astype(np.float32)


def _centred(rows: _Floats) -> _Floats:
    """Zero mean, unit length along the last axis."""
    flat = rows - rows.mean(axis=-1, keepdims=True)
    norm = np.sqrt((flat * flat).sum(axis=-1, keepdims=True))
    return np.asarray(flat / np.maximum(norm, 1e-3), np.float32)


@cache
def _windows() -> npt.NDArray[np.intp]:
    """Sample indices of each of the 12 digits' windows."""
    starts = [(3 + 7 * n if n < 6 else 8 + 7 * n) * _PER_MODULE - _PER_MODULE // 2 for n in range(12)]
    return np.array([[start + k for k in range(_WINDOW)] for start in starts])


@cache
def _templates() -> tuple[_Floats, _Floats]:
    """Per blur: the 20 left shapes (sets A, then B) and the 10 right ones, centred."""
    set_b = [_complement(code)[::-1] for code in _SET_A]
    left = [[_shape("1" + code + "0", blur) for code in (*_SET_A, *set_b)] for blur in _BLURS]
    right = [[_shape("0" + _complement(code) + "1", blur) for code in _SET_A] for blur in _BLURS]
    return _centred(np.array(left, np.float32)), _centred(np.array(right, np.float32))


def _complement(code: str) -> str:
    return code.translate(str.maketrans("01", "10"))


def _shape(modules: str, blur: float) -> _Floats:
    """Nine modules drawn, blurred, and cut to the window."""
    drawn = np.repeat([float(m) for m in modules], _PER_MODULE).astype(np.float32)
    soft = cv2.GaussianBlur(drawn[None, :], (0, 0), blur * _PER_MODULE, borderType=cv2.BORDER_REFLECT)[0]
    return np.asarray(soft[_PER_MODULE // 2 : _PER_MODULE // 2 + _WINDOW], np.float32)


def _digit_scores(samples: _Floats) -> _Floats:
    """12 x 20: how well each shape fits each digit, under the alignment and blur that fit best altogether."""
    windows = _centred(samples[:, _windows()])
    left, right = _templates()
    by_left = _matched(windows[:, :6], left)
    by_right = _matched(windows[:, 6:], right)
    total = by_left.max(axis=3).sum(axis=1) + by_right.max(axis=3).sum(axis=1)
    alignment, blur = np.unravel_index(int(total.argmax()), total.shape)
    scores = np.full((12, 20), -1.0, np.float32)
    scores[:6] = by_left[alignment, :, blur]
    scores[6:, :10] = by_right[alignment, :, blur]
    return scores


def _matched(windows: _Floats, templates: _Floats) -> _Floats:
    """Correlation of every window with every shape: alignment x digit x blur x shape."""
    flat = windows.reshape(-1, _WINDOW) @ templates.reshape(-1, _WINDOW).T
    return flat.reshape(*windows.shape[:2], *templates.shape[:2])


def _best_numbers(scores: _Floats) -> list[tuple[float, str]]:
    """The two best valid numbers. First digits are tried in the order of how well they could fit, until
    none can beat the second best number found."""
    found: list[tuple[float, str]] = []
    rows = [
        [scores[place, 10 * int(mark) : 10 * int(mark) + 10] for place, mark in enumerate(parity + "000000")]
        for parity in _PARITY
    ]
    reach = [float(sum(row.max() for row in of_first)) for of_first in rows]
    for first in sorted(range(10), key=lambda first: -reach[first]):
        if len(found) == 2 and reach[first] <= found[1][0]:
            break
        found = sorted(found + _best_paths(first, rows[first]), reverse=True)[:2]
    return found


def _best_paths(first: int, rows: list[_Floats]) -> list[tuple[float, str]]:
    """The two best numbers that begin with `first`: best paths whose check sum is 0 modulo 10."""
    paths: dict[int, list[tuple[float, str]]] = {first: [(0.0, str(first))]}
    for place, row in enumerate(rows):
        weight = 3 if place % 2 == 0 else 1
        likely = [(int(digit), float(row[digit])) for digit in np.argsort(-row)[:CHOICES]]
        longer: dict[int, list[tuple[float, str]]] = {}
        for residue, kept in paths.items():
            for digit, gain in likely:
                target = longer.setdefault((residue + weight * digit) % 10, [])
                target += [(score + gain, digits + str(digit)) for score, digits in kept]
        paths = {residue: sorted(kept, reverse=True)[:2] for residue, kept in longer.items()}
    return paths.get(0, [])
