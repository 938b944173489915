"""What the scanner saw last, for staff: the picture with its places, who read what, how long, and why.

The scanner only keeps a reference to the newest frame it examined (`Seen`); nothing is copied or drawn until
somebody asks with `drawn` or `png`.

Source: docs/devices/scanner.md, "Looking at what it reads".
Invariants: pure; holds one frame; a code's text is drawn as letters and never as anything else.
"""

import enum
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.scanner.frame import Colour, Frame
from kiosk.scanner.symbols import Box, Decoded

LABEL_MAX = 40
LABELS_MAX = 24
"""Places drawn into one picture."""


class Standing(enum.Enum):
    """Why a code that was read counts, or not yet."""

    COUNTED = "counted"
    """Counted for this presentation."""
    SETTLED = "settled"
    """Proved by the frame just examined."""
    ONE_LOOK = "one_look"
    """One decoder in too few frames."""
    NEEDS_TWO = "needs_two"
    """A short code: two decoders must agree in one frame."""
    CONTRADICTED = "contradicted"
    """Another code was read in the same place."""


@dataclass(frozen=True)
class Place:
    """One code that was read in the frame."""

    text: str
    symbology: str
    engines: tuple[str, ...]
    box: Box
    standing: Standing


@dataclass(frozen=True)
class Seen:
    """The newest frame that was examined."""

    frame: Frame
    places: tuple[Place, ...]
    unread_bars: tuple[Box, ...]
    ms: float
    """How long its decoding took, with the way to the decoder's process and back."""


def place_of(same: list[Decoded], standing: Standing) -> Place:
    """The reads of one code in one frame as one place."""
    best = same[0]
    engines = tuple(dict.fromkeys(read.engine for read in same))
    return Place(best.text, best.symbology.value, engines, best.box, standing)


_COLOURS = {
    Standing.COUNTED: (46, 204, 113),
    Standing.SETTLED: (46, 204, 113),
    Standing.ONE_LOOK: (255, 193, 7),
    Standing.NEEDS_TWO: (255, 193, 7),
    Standing.CONTRADICTED: (230, 74, 60),
}
_UNREAD = (230, 74, 60)


def drawn(seen: Seen, width_max: int = 960) -> Colour:
    """The picture with its places, RGB, at most `width_max` wide."""
    picture = np.ascontiguousarray(seen.frame.rgb(width_max))
    shrink = picture.shape[1] / seen.frame.gray.shape[1]
    for box in seen.unread_bars[:LABELS_MAX]:
        _mark(picture, box, shrink, _UNREAD, "not read")
    for place in seen.places[:LABELS_MAX]:
        label = f"{_letters(place.text)}  {'+'.join(place.engines)}  {place.standing.value}"
        _mark(picture, place.box, shrink, _COLOURS[place.standing], label)
    _write(
        picture, f"frame {seen.frame.number}  {seen.ms:.0f} ms", (8, picture.shape[0] - 10), (255, 255, 255)
    )
    return picture


def png(seen: Seen, width_max: int = 960) -> bytes:
    """The same as a PNG file."""
    done, data = cv2.imencode(".png", cv2.cvtColor(drawn(seen, width_max), cv2.COLOR_RGB2BGR))
    if not done:
        raise ValueError("the picture cannot be packed as a PNG")
    return data.tobytes()


def _letters(text: str) -> str:
    """What the drawing font has; everything else as an escape."""
    plain = text.encode("unicode_escape").decode("ascii")
    return plain if len(plain) <= LABEL_MAX else plain[: LABEL_MAX - 3] + "..."


def _mark(picture: Colour, box: Box, shrink: float, colour: tuple[int, int, int], label: str) -> None:
    height, width = picture.shape[:2]
    left, top = round(box.left * shrink), round(box.top * shrink)
    right, bottom = round(box.right * shrink), round(box.bottom * shrink)
    cv2.rectangle(picture, (left, top), (right, bottom), colour, 2, cv2.LINE_AA)
    (across, _), _ = cv2.getTextSize(label, cv2.FONT_HERSHEY_SIMPLEX, 0.5, 1)
    _write(
        picture, label, (max(4, min(left, width - across - 8)), min(max(18, top - 8), height - 28)), colour
    )


def _write(picture: Colour, text: str, at: tuple[int, int], colour: tuple[int, int, int]) -> None:
    """On a dark ground, so that it can be read on every pack."""
    (across, up), below = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 0.5, 1)
    corners = (at[0] - 3, at[1] - up - 4), (at[0] + across + 3, at[1] + below + 1)
    cv2.rectangle(picture, *corners, (24, 24, 24), -1)
    cv2.putText(picture, text, at, cv2.FONT_HERSHEY_SIMPLEX, 0.5, colour, 1, cv2.LINE_AA)
