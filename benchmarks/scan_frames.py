"""What the camera sees of a photograph: a frame with a cluttered counter, degraded on purpose if asked.

A photograph is shrunk (never enlarged) into the frame and laid on clutter drawn from a fixed seed; a symbol
drawn by a computer gets the white margin that its standard demands. Turning keeps its size: a frame too small
for the turned picture grows, so that angle is tried and not resolution.

Invariants: pure but for reading the photograph; the same picture gives the same frame on every run.
"""

import functools
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from benchmarks.scan_photos import Photo
from kiosk.scanner.frame import Gray
from kiosk.scanner.sources.picture import load_picture

Size = tuple[int, int]
"""Width, height."""
PRESENTATION_FRAMES = 12
_SEED = 7_070_707
_MARGIN = 0.08
"""White around a drawn symbol, as a share of its width."""
_MARGIN_MIN = 12


class DegradeError(ValueError):
    """No such degradation; the text names those that exist."""


def frame_of(photo: Photo, root: Path, size: Size, degrade: str = "") -> Gray:
    """The frame that shows `photo`, turned if `degrade` says so; nothing else is done to it yet."""
    picture = np.asarray(cv2.cvtColor(load_picture(root / photo.path), cv2.COLOR_BGR2GRAY), np.uint8)
    if photo.is_clean:
        margin = max(_MARGIN_MIN, round(_MARGIN * picture.shape[1]))
        picture = np.asarray(
            cv2.copyMakeBorder(*(picture, *(margin,) * 4, cv2.BORDER_CONSTANT), value=255), np.uint8
        )
    picture, mask = _turned(_fitted(picture, size), _degrees(degrade) or 0)
    return _laid(picture, mask, size)


def degraded_frame(photo: Photo, frame: Gray, degrade: str) -> Gray:
    """The frame of `photo` with `degrade` done to it, always the same."""
    if not degrade:
        return frame
    return degradation(degrade)(frame, np.random.default_rng(zlib.crc32(photo.path.encode())))


def _fitted(picture: Gray, size: Size) -> Gray:
    height, width = picture.shape
    shrink = min(1.0, size[0] / width, size[1] / height)
    if shrink == 1.0:
        return picture
    target = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    return np.asarray(cv2.resize(picture, target, interpolation=cv2.INTER_AREA), np.uint8)


def _turned(picture: Gray, degrees: int) -> tuple[Gray, npt.NDArray[np.bool_]]:
    """The picture turned counter-clockwise, whole and in the same size, and where it is."""
    if degrees % 90 == 0:
        turned = np.rot90(picture, degrees // 90)
        return np.ascontiguousarray(turned), np.ones(turned.shape, np.bool_)
    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(turn[0, 0]), abs(turn[0, 1])
    size = (round(width * cos + height * sin), round(width * sin + height * cos))
    turn[:, 2] += (size[0] / 2 - width / 2, size[1] / 2 - height / 2)
    warped = cv2.warpAffine(picture, turn, size, flags=cv2.INTER_CUBIC)
    inside = cv2.warpAffine(np.full_like(picture, 255), turn, size) > 127
    return np.asarray(warped, np.uint8), np.asarray(inside, np.bool_)


def _laid(picture: Gray, mask: npt.NDArray[np.bool_], size: Size) -> Gray:
    """The picture in the middle of the counter; a frame that is too small for it grows."""
    tall, wide = picture.shape
    width, height = max(size[0], wide), max(size[1], tall)
    frame = clutter((width, height)).copy()
    top, left = (height - tall) // 2, (width - wide) // 2
    frame[top : top + tall, left : left + wide][mask] = picture[mask]
    return frame


@functools.lru_cache(maxsize=64)
def clutter(size: Size) -> Gray:
    """Packs, labels, lines of print and shadows: everything but codes."""
    width, height = size
    rng = np.random.default_rng(_SEED)
    frame = np.full((height, width), 126, np.uint8)
    for _ in range(70):
        x, y = int(rng.integers(-60, width)), int(rng.integers(-60, height))
        box = cv2.boxPoints(((x, y), tuple(map(float, rng.integers(50, 260, 2))), float(rng.uniform(0, 180))))
        cv2.fillConvexPoly(frame, box.astype(np.int32), int(rng.integers(40, 235)), cv2.LINE_AA)
    for _ in range(90):
        where = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        word = "".join(chr(c) for c in rng.integers(65, 91, int(rng.integers(3, 12))))
        cv2.putText(
            frame, word, where, 0, float(rng.uniform(0.4, 1.2)), int(rng.integers(0, 256)), 1, cv2.LINE_AA
        )
    soft = cv2.GaussianBlur(frame, (0, 0), 1.0).astype(np.float32)
    shade = cv2.resize(rng.uniform(0.75, 1.1, (4, 6)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    return _clipped(soft * shade + rng.normal(0, 1.5, (height, width)))


Degradation = Callable[[Gray, np.random.Generator], Gray]


def degradation(name: str) -> Degradation:
    """What `name` does to a frame; `rotN` turned the picture already. Raises `DegradeError`."""
    if _degrees(name) is not None:
        return lambda frame, _rng: frame
    if name not in DEGRADATIONS:
        raise DegradeError(f"{name!r} is none of rotN, {', '.join(DEGRADATIONS)}")
    return DEGRADATIONS[name]


def _degrees(name: str) -> int | None:
    """The N of `rotN`."""
    turned = re.fullmatch(r"rot(\d{1,3})", name)
    return int(turned[1]) if turned else None


def _dark(frame: Gray, rng: np.random.Generator) -> Gray:
    """A fifth of the light, read with a noise of 3 grey levels, and brought up again wholly by the gain."""
    read = np.round(np.clip(frame.astype(np.float32) / 5 + rng.normal(0, 3, frame.shape), 0, 255))
    return _clipped(5 * read)


def _dim(frame: Gray, rng: np.random.Generator) -> Gray:
    """A fifth of the light for a good sensor: photon and read noise, brought up again by half."""
    return _clipped(2.5 * _photons(frame / 5, rng))


def _darker(frame: Gray, rng: np.random.Generator) -> Gray:
    """A tenth of the light, brought up again wholly: the grain is as strong as the print of a pale pack."""
    return _clipped(10 * _photons(frame / 10, rng))


def _photons(light: npt.NDArray[np.floating], rng: np.random.Generator) -> npt.NDArray[np.floating]:
    return np.asarray(light + rng.normal(0, 1, light.shape) * np.sqrt(0.25 * light + 2.0))


def _defocused(radius: float) -> Degradation:
    side = 2 * int(np.ceil(radius)) + 1
    y, x = np.mgrid[:side, :side] - side // 2
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    disc /= disc.sum()
    return lambda frame, _rng: np.asarray(cv2.filter2D(frame, -1, disc), np.uint8)


def _motion(frame: Gray, rng: np.random.Generator) -> Gray:
    """Seven pixels in any direction."""
    return _smeared(frame, 7, float(rng.uniform(0, 180)))


def _smeared(frame: Gray, length: float, degrees: float) -> Gray:
    side = 2 * int(np.ceil(length / 2)) + 1
    line = np.zeros((side * 8, side * 8), np.float32)
    half = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))]) * length * 4
    middle = np.array([side * 4.0, side * 4.0])
    start, end = (tuple(map(int, np.round(p))) for p in (middle - half, middle + half))
    cv2.line(line, start, end, 1.0, 4)
    kernel = cv2.resize(line, (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.filter2D(frame, -1, kernel / kernel.sum()), np.uint8)


def _noisy(frame: Gray, rng: np.random.Generator) -> Gray:
    return _clipped(frame + rng.normal(0, 8, frame.shape))


DEGRADATIONS: dict[str, Degradation] = {
    "dark": _dark,
    "dim": _dim,
    "darker": _darker,
    "blur": _defocused(1.5),
    "blur-strong": _defocused(2.5),
    "motion": _motion,
    "noise": _noisy,
}


def presentation(frame: Gray, seed: int, degrade: str = "") -> Iterator[Gray]:
    """PRESENTATION_FRAMES frames of a hand that brings the picture before the camera: it trembles and turns a
    little, movement blur settles over the first frames, the focus wanders, the sensor is noisy. `degrade` is
    done to each frame anew: no two frames have the same noise."""
    rng = np.random.default_rng(seed)
    degraded = degradation(degrade) if degrade else lambda shown, _rng: shown
    height, width = frame.shape
    for number in range(PRESENTATION_FRAMES):
        turn = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.normal(0, 1.5)), 1.0))
        turn[:, 2] = turn[:, 2] + rng.normal(0, 4.0, 2)
        moved = cv2.warpAffine(frame, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
        if (smear := 7 - 2 * number) > 1:
            moved = _smeared(np.asarray(moved, np.uint8), smear, float(rng.uniform(0, 180)))
        focus = abs(float(rng.normal(0, 0.6)))
        if focus > 0.3:
            moved = cv2.GaussianBlur(moved, (0, 0), focus)
        yield degraded(_clipped(moved + rng.normal(0, 2.5, moved.shape)), rng)


def _clipped(values: npt.NDArray[np.floating]) -> Gray:
    return np.asarray(np.clip(values, 0, 255), np.uint8)
