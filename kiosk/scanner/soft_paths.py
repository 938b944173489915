"""Find the best number and the second best: a Viterbi search over digits, parity and check sum at once.

Every alignment of the picture gives scores for the beginning, for each pair of neighbouring digits, for the
middle and for the end. For each first digit (it fixes the number sets of the left half) the best path through
the twelve digits is sought whose check sum is 0 modulo 10. Forward and backward passes together tell for each
digit of each place the best number that has it, so that the second best number is exact, not a guess.

Source: Viterbi (1967); ISO/IEC 15420 and GS1 General Specifications, 7.9 (check digit).
Invariants: pure; every number found has a true check digit; work is the same for every picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.scanner.soft_shapes import (
    BEGIN_AT,
    END_AT,
    LEFT_PAIRS_AT,
    MIDDLE_AT,
    PARITY,
    RIGHT_PAIRS_AT,
    Floats,
    centred,
    shapes,
)

SCORE_MAX = 13.0
"""What a perfect fit scores: beginning, eleven borders, end."""
_PLACES = 12
_IMPOSSIBLE = np.float32(-1e9)
_DIGITS = np.arange(10)
_WEIGHTS = (3, 1) * 6
"""Of digits 2 to 13 in the check sum."""
_ROWS = np.array([[10 * PARITY[first, place] + _DIGITS for place in range(6)] for first in range(10)])
"""By first digit, place and digit: which left shape."""
_BEFORE = [(_DIGITS[None, :] - weight * _DIGITS[:, None]) % 10 for weight in _WEIGHTS]
_AFTER = [(_DIGITS[None, :] + weight * _DIGITS[:, None]) % 10 for weight in _WEIGHTS]
"""By digit and sum: the sum before and after that digit is added."""


@dataclass(frozen=True)
class Hypothesis:
    """The darkness of the whole code under one assumed place, and the blur assumed."""

    samples: Floats
    blur: int


@dataclass(frozen=True)
class Found:
    """The best number under one hypothesis, and the score of the second best."""

    score: float
    digits: str
    second: float


def best_numbers(hypotheses: Sequence[Hypothesis]) -> list[Found]:
    """For each hypothesis its best number."""
    begin, borders, end = _scores(hypotheses)
    forward = [_first(begin)]
    for place in range(1, _PLACES):
        longer = (forward[-1][:, :, :, None, :] + borders[place - 1][..., None]).max(axis=2)
        forward.append(_moved(longer, _BEFORE[place]))
    backward = [_last(end)]
    for place in range(_PLACES - 1, 0, -1):
        coming = _moved(backward[-1], _AFTER[place])
        backward.append((borders[place - 1][..., None] + coming[:, :, None]).max(axis=3))
    best_with = np.stack(
        [(a + b).max(axis=3) for a, b in zip(forward, reversed(backward), strict=True)], axis=1
    )
    return [_found(one) for one in best_with]


def _scores(hypotheses: Sequence[Hypothesis]) -> tuple[Floats, list[Floats], Floats]:
    """By hypothesis, first digit and digit: beginning, eleven borders (two digits each), end."""
    begin, left, middle, right, end = [], [], [], [], []
    for one in hypotheses:
        shape, samples = shapes(one.blur), one.samples
        begin.append(centred(samples[BEGIN_AT]) @ shape.begin.T)
        left.append((centred(samples[LEFT_PAIRS_AT]) @ shape.left_pairs.T).reshape(5, 20, 20))
        middle.append((centred(samples[MIDDLE_AT]) @ shape.middle.T).reshape(20, 10))
        right.append((centred(samples[RIGHT_PAIRS_AT]) @ shape.right_pairs.T).reshape(5, 10, 10))
        end.append(centred(samples[END_AT]) @ shape.end.T)
    lefts, rights = np.array(left), np.array(right)
    borders = [lefts[:, n][:, _ROWS[:, n][:, :, None], _ROWS[:, n + 1][:, None, :]] for n in range(5)]
    borders.append(np.array(middle)[:, _ROWS[:, 5][:, :, None], _DIGITS])
    borders += [np.repeat(rights[:, n][:, None], 10, axis=1) for n in range(5)]
    return np.array(begin)[:, _ROWS[:, 0]], borders, np.array(end)


def _first(begin: Floats) -> Floats:
    """By hypothesis, first digit, second digit and check sum so far."""
    scores = np.full((*begin.shape, 10), _IMPOSSIBLE, np.float32)
    first, second = _DIGITS[:, None], _DIGITS[None, :]
    scores[:, first, second, (first + _WEIGHTS[0] * second) % 10] = begin
    return scores


def _last(end: Floats) -> Floats:
    scores = np.full((len(end), 10, 10, 10), _IMPOSSIBLE, np.float32)
    scores[..., 0] = end[:, None, :]
    return scores


def _moved(scores: Floats, sums: np.typing.NDArray[np.intp]) -> Floats:
    return np.take_along_axis(scores, np.broadcast_to(sums, scores.shape), axis=3)


def _found(best_with: Floats) -> Found:
    """From place x first digit x digit: the best number, and the best that differs from it anywhere."""
    by_first = best_with.max(axis=(0, 2))
    first = int(by_first.argmax())
    digits = best_with[:, first].argmax(axis=1)
    others = best_with[:, first].copy()
    others[np.arange(_PLACES), digits] = _IMPOSSIBLE
    second = max(float(others.max()), float(np.delete(by_first, first).max()))
    return Found(float(by_first[first]), f"{first}{''.join(map(str, digits))}", second)
