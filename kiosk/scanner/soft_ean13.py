"""Read a blurred EAN-13 or UPC-A from an upright crop by likelihood instead of by edges.

Edge-based decoders lose narrow bars to blur and then read nothing, or read 1 for 7 and 2 for 8. Here nothing
is decided per bar: the brightness profile is compared with the blurred shapes of every possible pair of
neighbouring digits (`soft_shapes`), and the whole number that fits best is taken (`soft_paths`), if it leaves
clearly less unexplained than the second best valid number. That lead is what makes the reader trustworthy.

Where the code lies and how it is bent is found in two steps: guard bars and quiet zones give candidates; then
each digit of the number found so far is measured against its shape, and the alignment is bent accordingly.

Source: docs/devices/scanner.md, "Soft decoder".
Invariants: pure; returns only numbers with a true check digit; its work is bounded by BANDS, ALIGNMENTS,
HYPOTHESES and BENDINGS.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from kiosk.scanner.frame import Gray
from kiosk.scanner.soft_paths import SCORE_MAX, Hypothesis, best_numbers
from kiosk.scanner.soft_shapes import (
    CENTRES,
    COARSE,
    DIGITS_AT,
    MARGIN,
    MODULES,
    PER_MODULE,
    SAMPLES,
    SURROUNDINGS_AT,
    Floats,
    all_blurs,
    centred,
    shapes,
    whole,
)

BANDS = ((0.4, 0.6), (0.2, 0.4), (0.6, 0.8))
"""Rows averaged into one profile, as shares of the height; the first sure one decides."""
ALIGNMENTS = 30
HYPOTHESES = 5
"""Alignments and blurs that are searched for whole numbers, per direction."""
BENDINGS = 2
"""How often the alignment is corrected, when there is time."""
BENT_MAX = 3
"""The most likely of them, whose alignment is corrected."""
LEAD_MIN = 1.4
"""How much more the second best valid number leaves unexplained than the best."""
FIT_MIN = 0.9
"""Mean correlation of the best number; text and fabric stay below."""
FIT_HOPELESS = 0.8
"""A place whose digits, each for itself, fit no better is not searched."""
_BENDS = (-1.0, 0.0, 1.0)
"""Modules by which the middle may lie off, to begin with."""
_SHIFTS = np.arange(-4, 5)
"""Samples by which one digit may lie off."""
_GRID = 200
"""Steps per width of the crop in which places are tried."""


@dataclass(frozen=True)
class SoftRead:
    """The best valid number, how well it fits and how far ahead it is."""

    digits: str
    fit: float
    lead: float

    @property
    def is_sure(self) -> bool:
        """Whether it may be believed."""
        return self.lead >= LEAD_MIN and self.fit >= FIT_MIN


def decode(crop: Gray, *, bands: int = len(BANDS), bendings: int = BENDINGS) -> SoftRead | None:
    """The surest reading of `crop` (bars upright), or None if it holds no bars of such a code at all."""
    height = crop.shape[0]
    best: SoftRead | None = None
    for low, high in BANDS[:bands]:
        top, bottom = int(height * low), max(int(height * high), int(height * low) + 1)
        read = _decode_profile(crop[top:bottom].astype(np.float32).mean(axis=0), bendings)
        if read is None:
            continue
        if read.is_sure:
            return read
        if best is None or read.lead > best.lead:
            best = read
    return best


def _decode_profile(profile: Floats, bendings: int) -> SoftRead | None:
    places = _alignments(profile)
    if places is None:
        return None
    samples = _sampled(profile, *places)
    hypotheses = [*_hypotheses(samples), *_hypotheses(samples[:, ::-1])]
    if not hypotheses:
        return None
    numbers = best_numbers(hypotheses)
    found = list(numbers)
    for _ in range(bendings):
        likely = sorted(range(len(numbers)), key=lambda n: -numbers[n].score)[:BENT_MAX]
        hypotheses = [_bent(hypotheses[n], numbers[n].digits) for n in likely]
        numbers = best_numbers(hypotheses)
        found += numbers
    best = max(found, key=lambda number: number.score)
    second = max(number.second if number.digits == best.digits else number.score for number in found)
    unexplained = max(SCORE_MAX - best.score, 1e-3)
    return SoftRead(best.digits, best.score / SCORE_MAX, (SCORE_MAX - second) / unexplained)


def _alignments(profile: Floats) -> tuple[Floats, Floats] | None:
    """The positions of both ends under which the guard bars and quiet zones fit best."""
    width = float(profile.size)
    step = width / _GRID
    lefts = np.arange(0.02 * width, 0.5 * width, step, dtype=np.float32)
    lengths = np.arange(0.42 * width, 0.96 * width, step, dtype=np.float32)
    left, length = (a.ravel() for a in np.meshgrid(lefts, lengths, indexing="ij"))
    inside = left + length < 0.99 * width
    left, length = left[inside], length[inside]
    if left.size <= ALIGNMENTS:
        return None
    where, expected = _guards()
    at = left[:, None] + length[:, None] * (where[None, :] / MODULES)
    seen = -profile[np.clip(at, 0, width - 1).astype(np.intp)]
    spread = np.einsum("aw,aw->a", seen, seen) / where.size - seen.mean(axis=1) ** 2
    fit = (seen @ centred(expected)) / np.sqrt(np.maximum(spread, 1.0))
    best = np.argpartition(-fit, ALIGNMENTS)[:ALIGNMENTS]
    return left[best], left[best] + length[best]


@cache
def _guards() -> tuple[Floats, Floats]:
    """Module positions of quiet zones and guard bars, and whether each is dark."""
    pattern = {**{-k: 0 for k in range(1, 6)}, 0: 1, 1: 0, 2: 1, 3: 0}
    pattern |= {45: 0, 46: 1, 47: 0, 48: 1, 49: 0}
    pattern |= {91: 0, 92: 1, 93: 0, 94: 1, **{95 + k: 0 for k in range(5)}}
    where = [(module + part, dark) for module, dark in pattern.items() for part in (0.35, 0.65)]
    return np.array([w for w, _ in where], np.float32), np.array([d for _, d in where], np.float32)


def _sampled(profile: Floats, lefts: Floats, rights: Floats) -> Floats:
    """Darkness at PER_MODULE points per module, one row per alignment (also with a bent middle)."""
    u = ((np.arange(SAMPLES, dtype=np.float32) + 0.5) / PER_MODULE - MARGIN) / MODULES
    bow = (4 * u * (1 - u))[None, :] / MODULES
    spans = (rights - lefts)[:, None]
    rows = [lefts[:, None] + spans * (u[None, :] + amount * bow) for amount in _BENDS]
    return np.interp(np.vstack(rows), np.arange(profile.size), -profile).astype(np.float32)


def _hypotheses(samples: Floats) -> list[Hypothesis]:
    """The alignments and blurs under which the digits, each for itself, fit best altogether."""
    windows = centred(samples[:, DIGITS_AT])
    left, right = (windows[:, half].reshape(-1, windows.shape[2]) for half in (slice(6), slice(6, 12)))
    totals = np.empty((len(samples), len(COARSE)), np.float32)
    for n, blur in enumerate(COARSE):
        shape = shapes(blur)
        best = [(side @ each.T).max(axis=1) for side, each in ((left, shape.left), (right, shape.right))]
        totals[:, n] = sum(side.reshape(-1, 6).sum(axis=1) for side in best)
    if totals.max() < 12 * FIT_HOPELESS:
        return []
    chosen = np.argsort(-totals, axis=None)[:HYPOTHESES]
    return [Hypothesis(samples[n // len(COARSE)], COARSE[n % len(COARSE)]) for n in chosen]


def _bent(one: Hypothesis, digits: str) -> Hypothesis:
    """The same with the alignment corrected: where each digit really lies, smoothed to a cubic."""
    drawn = whole(digits, one.blur)
    offsets, weights = np.empty(len(SURROUNDINGS_AT)), np.empty(len(SURROUNDINGS_AT))
    for n, span in enumerate(SURROUNDINGS_AT):
        seen = centred(one.samples[np.clip(span[None, :] + _SHIFTS[:, None], 0, SAMPLES - 1)])
        fits = seen @ centred(drawn[span])
        peak = int(fits.argmax())
        offsets[n], weights[n] = _SHIFTS[peak], max(float(fits[peak]) - 0.5, 0.01)
        if 0 < peak < len(fits) - 1:
            below, top, above = (float(fit) for fit in fits[peak - 1 : peak + 2])
            curve = below - 2 * top + above
            offsets[n] += 0.5 * (below - above) / curve if curve < -1e-6 else 0.0
    at = np.arange(SAMPLES)
    along = np.clip((at / PER_MODULE - MARGIN) / MODULES - 0.5, -0.5, 0.5)
    moved = at + np.polyval(np.polyfit(CENTRES, offsets, 3, w=weights), along)
    samples = np.interp(moved, at, one.samples).astype(np.float32)
    return Hypothesis(samples, _blur_of(samples, digits))


def _blur_of(samples: Floats, digits: str) -> int:
    """The blur under which `digits` look most like what is seen."""
    seen = centred(samples[SURROUNDINGS_AT])
    drawn = centred(all_blurs(digits)[:, SURROUNDINGS_AT])
    return int(np.einsum("wk,bwk->b", seen, drawn).argmax())
