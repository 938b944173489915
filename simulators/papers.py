"""Draw what shoppers hold up besides goods: member cards, phones, coupons, reduced-to-clear stickers.

Each is a flat panel with a barcode that can be read, photographed like a pack. What stands on it is a
`Paper`; which papers the demo shop's shoppers carry is told by `simulators.wallet`.

Source: none; the looks are ours. Barcodes by `simulators.barcodes`.
Invariants: the same paper gives the same pixels; a text that no barcode can hold raises `ValueError`.
"""

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import cv2
import numpy as np

from simulators import barcodes, packs
from simulators.goods import Article
from simulators.photo import JPEG_QUALITY, SCALE, Colour, Image, photograph, write

VERSION = 1
"""Part of a cached picture's name: count it up when the drawing changes."""
TYPED_MAX = 20
_WHITE, _CREAM, _INK = (255, 255, 255), (228, 243, 250), (38, 34, 30)
_GREEN, _DARK_GREEN, _LEAF = (59, 94, 27), (40, 66, 18), (135, 217, 181)
_RED, _ORANGE, _BLUE = (38, 38, 190), (40, 140, 245), (150, 84, 34)
_CARD, _PHONE, _COUPON = (700, 440), (380, 650), (760, 470)
_MODULE_MAX_PX = 8
_STICKER_PART = (0.60, 0.62)
"""Width and height of a sticker, in parts of the pack it covers."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One thing to hold up: how it looks, what is written on it, and its code."""

    kind: Literal["card", "phone", "coupon", "maker", "sticker"]
    slug: str
    """What scenarios, files and the desk call it."""
    title: str
    note: str = ""
    """The small line below."""
    form: str
    """One of `barcodes.FORMS`."""
    text: str
    """What the code says."""
    article: Article | None = None
    """The pack a sticker is on."""

    @property
    def may_type(self) -> bool:
        """Whether anybody would type its code rather than show it."""
        return len(self.text) <= TYPED_MAX and self.text.isalnum()


def picture_of(paper: Paper, folder: Path) -> Path:
    """The paper's picture in `folder`, drawn if it is not there yet. Raises `ValueError`."""
    mark = hashlib.sha256(repr(paper).encode()).hexdigest()[:10]
    path = folder / f"{paper.kind}-{mark}-{VERSION}.jpg"
    if not path.exists():
        picture = draw(paper)
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new.jpg")
        cv2.imwrite(str(draft), picture, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        draft.replace(path)
    return path


_CORNERS = {"card": 34, "phone": 52, "sticker": 26}


def draw(paper: Paper) -> Image:
    """The paper in front of the camera (BGR). Raises `ValueError`."""
    chance = np.random.default_rng(zlib.crc32(paper.text.encode()))
    return photograph(front(paper), chance, corner=_CORNERS.get(paper.kind, 4))


def front(paper: Paper) -> Image:
    """Its face, flat, at `SCALE` times its size (BGR). Raises `ValueError`."""
    match paper.kind:
        case "card":
            return _card(paper)
        case "phone":
            return _phone(paper)
        case "sticker" if paper.article is not None:
            return _sticker(paper, packs.front(paper.article))
        case "maker":
            return _coupon(paper, _BLUE)
        case _:
            return _coupon(paper, _GREEN)


def _card(paper: Paper) -> Image:
    """A plastic card in the shop's green."""
    panel = _plain(_CARD, _GREEN)
    width, height = panel.shape[1], panel.shape[0]
    cv2.circle(
        panel, (round(width * 0.92), round(height * 0.05)), round(height * 0.52), _DARK_GREEN, -1, cv2.LINE_AA
    )
    cv2.circle(
        panel, (round(width * 0.98), round(height * 0.0)), round(height * 0.30), _LEAF, -1, cv2.LINE_AA
    )
    write(panel, "Lindenkorb Club", (0.06, 0.09), 0.6, 0.13, _WHITE)
    write(panel, paper.title, (0.06, 0.25), 0.6, 0.085, _LEAF)
    _label(panel, paper, (0.06, 0.43, 0.94, 0.92))
    return panel


def _phone(paper: Paper) -> Image:
    """A phone that shows the member's code."""
    panel = _plain(_PHONE, (30, 28, 26))
    width, height = panel.shape[1], panel.shape[0]
    cv2.rectangle(
        panel,
        (round(width * 0.05), round(height * 0.04)),
        (round(width * 0.95), round(height * 0.96)),
        _WHITE,
        -1,
    )
    cv2.rectangle(
        panel,
        (round(width * 0.05), round(height * 0.04)),
        (round(width * 0.95), round(height * 0.20)),
        _GREEN,
        -1,
    )
    write(panel, "Lindenkorb Club", (0.11, 0.075), 0.78, 0.055, _WHITE)
    write(panel, paper.title, (0.11, 0.14), 0.78, 0.035, _LEAF)
    _code(panel, paper, (0.10, 0.25, 0.90, 0.80))
    write(panel, paper.note or "Hold it to the scanner", (0.13, 0.84), 0.74, 0.04, _INK)
    return panel


def _coupon(paper: Paper, colour: Colour) -> Image:
    """A voucher with a dashed edge."""
    panel = _plain(_COUPON, _CREAM)
    width, height = panel.shape[1], panel.shape[0]
    cv2.rectangle(panel, (0, 0), (width, round(height * 0.16)), colour, -1)
    maker = "Maker's coupon" if paper.kind == "maker" else "Lindenkorb coupon"
    write(panel, maker, (0.04, 0.035), 0.6, 0.085, _WHITE)
    if paper.form == "qr":
        write(panel, paper.title, (0.04, 0.30), 0.54, 0.13, colour)
        write(panel, paper.note, (0.04, 0.48), 0.54, 0.065, _INK)
        _label(panel, paper, (0.60, 0.20, 0.97, 0.955))
        return panel
    write(panel, paper.title, (0.04, 0.20), 0.92, 0.15, colour)
    write(panel, paper.note, (0.04, 0.37), 0.92, 0.065, _INK)
    _dashes(panel, colour)
    _label(panel, paper, (0.04, 0.47, 0.96, 0.955))
    return panel


def _sticker(paper: Paper, pack: Image) -> Image:
    """An orange label over the pack's own code."""
    height, width = pack.shape[:2]
    across, down = round(width * _STICKER_PART[0]), round(height * _STICKER_PART[1])
    label = np.full((down, across, 3), _ORANGE, np.uint8)
    write(label, paper.title, (0.05, 0.05), 0.55, 0.16, _WHITE)
    write(label, paper.note, (0.62, 0.03), 0.34, 0.22, _WHITE)
    _label(label, paper, (0.04, 0.30, 0.96, 0.95))
    margin = round(width * 0.02)
    pack[height - down - margin : height - margin, width - across - margin : width - margin] = label
    return pack


def _plain(size: tuple[int, int], colour: Colour) -> Image:
    width, height = (side * SCALE for side in size)
    return np.full((height, width, 3), colour, np.uint8)


def _dashes(panel: Image, colour: Colour) -> None:
    height, width = panel.shape[:2]
    step = 18 * SCALE
    for x in range(step // 2, width - step // 2, step):
        cv2.line(panel, (x, round(height * 0.452)), (x + step // 2, round(height * 0.452)), colour, 2 * SCALE)


def _label(panel: Image, paper: Paper, part: tuple[float, float, float, float]) -> None:
    """A white field with the code and, below it, what it says."""
    height, width = panel.shape[:2]
    left, top, right, bottom = part
    cv2.rectangle(
        panel,
        (round(width * left), round(height * top)),
        (round(width * right), round(height * bottom)),
        _WHITE,
        -1,
    )
    size = 0.062 * min(1.0, width / height / 1.6)
    caption = bottom - size * 1.5
    _code(panel, paper, (left + 0.02, top + 0.02, right - 0.02, caption - 0.015))
    write(panel, paper.text, (left + 0.05, caption), right - left - 0.1, size, _INK)


def _code(panel: Image, paper: Paper, part: tuple[float, float, float, float]) -> None:
    """The barcode in the middle of a part of the panel."""
    height, width = panel.shape[:2]
    left, top, right, bottom = (
        round(side * length) for side, length in zip(part, (width, height, width, height), strict=True)
    )
    drawn = barcodes.draw(
        paper.form, paper.text, (right - left) // SCALE, (bottom - top) // SCALE, _MODULE_MAX_PX
    )
    drawn = np.repeat(np.repeat(drawn, SCALE, axis=0), SCALE, axis=1)
    x, y = (left + right - drawn.shape[1]) // 2, (top + bottom - drawn.shape[0]) // 2
    panel[y : y + drawn.shape[0], x : x + drawn.shape[1]] = drawn[:, :, None]
