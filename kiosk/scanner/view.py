"""What the scanner saw, for staff: the picture with its places, who read what, how long, and why; and the
item alone, small, for a decision about it.

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


ITEM_SHARE = 0.7
"""Of the frame's width and height: an item and the hand that holds it, not who stands behind it."""
ITEM_WIDTH_MAX = 320
_ITEM_FROM = 2 * ITEM_WIDTH_MAX
"""Width of the frame it is cut from: a JPEG unpacks to half its size for a quarter of the work."""
_QUALITIES = (75, 60, 45, 30)


def item_jpeg(seen: Seen, text: str = "", size_max: int = 24 * 1024) -> bytes:
    """The item alone: cropped around the code that says `text`, else around where packs are held; a JPEG.

    Never the whole frame, never wider than ITEM_WIDTH_MAX; any other code in it is painted over: it may be a
    badge or a card. Empty if it cannot be packed within `size_max` bytes.
    """
    box = next((place.box for place in seen.places if place.text == text), None) if text else None
    picture = np.ascontiguousarray(seen.frame.rgb(_ITEM_FROM))
    height, width = picture.shape[:2]
    shrink = width / seen.frame.gray.shape[1]
    for place in seen.places:
        if place.text != text:
            _paint_over(picture, place.box, shrink)
    across, down = max(1, round(width * ITEM_SHARE)), max(1, round(height * ITEM_SHARE))
    middle_x, middle_y = width / 2, height / 2
    if box is not None:  # a pack is held to the middle, its code may be at its corner
        middle_x = (middle_x + (box.left + box.right) / 2 * shrink) / 2
        middle_y = (middle_y + (box.top + box.bottom) / 2 * shrink) / 2
    left = round(min(max(0.0, middle_x - across / 2), width - across))
    top = round(min(max(0.0, middle_y - down / 2), height - down))
    item = picture[top : top + down, left : left + across]
    scale = min(1.0, ITEM_WIDTH_MAX / max(across, down))
    size = max(1, round(across * scale)), max(1, round(down * scale))
    small = cv2.cvtColor(cv2.resize(item, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2BGR)
    for quality in _QUALITIES:
        done, data = cv2.imencode(".jpg", small, (cv2.IMWRITE_JPEG_QUALITY, quality))
        if done and len(data) <= size_max:
            return data.tobytes()
    return b""


def _paint_over(picture: Colour, box: Box, shrink: float) -> None:
    """Hide a code with a rim as wide as a third of it, so that none of its edges is left."""
    rim = max(box.right - box.left, box.bottom - box.top) / 3
    corner = round((box.left - rim) * shrink), round((box.top - rim) * shrink)
    cv2.rectangle(
        picture,
        corner,
        (round((box.right + rim) * shrink), round((box.bottom + rim) * shrink)),
        (90, 90, 90),
        -1,
    )


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
