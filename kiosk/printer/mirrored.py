"""Draw a line of a receipt that is read from right to left.

What stands at the left of a line in other languages stands at the right here, and amounts at the left; the
letters are joined, and mixed with Latin names and figures, as Unicode says. The cells of the layout say where
a part of a line stands; within them it is drawn as its font draws it, and narrowed where it needs more.

Source: UAX #9 (direction), docs/devices/printer.md, "Right to left".
Invariants: a drawn line is exactly as wide as the paper and as high as a printed line; amounts under each
other end at the same dot.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont, features

from kiosk.printer.bitmap import Bitmap
from kiosk.printer.blocks import Align, Line
from kiosk.printer.cells import cell_width
from kiosk.printer.glyphs import CELL_DOTS, CHARACTER_DOTS, INK, SCALE, Fonts
from kiosk.printer.rows import AMOUNT_CELLS, AMOUNT_CELLS_NARROW, NARROW_COLUMNS, TAX_CELLS
from retail.languages import left_to_right, plain

_SIZE = 20
_BASELINE = 0.74
_TABLE_CELLS = 8
_TABLE_CELLS_NARROW = 7
"""The field of a figure where a line has several."""
_TABLE_PARTS = 3
"""A line of more parts than this is a row of a table."""
_PART = re.compile(r"\S+(?: \S+)*")
_WITH_LETTER = re.compile(r"(.*\d\S*) (\S)")
_GROUPED = re.compile(r"\+?\d[\d.,:/-]*(?: \d[\d.,:/-]*)+")
"""A telephone number: its groups keep their order among letters that run the other way."""
_SIGNS = range(0x2460, 0x2800)
"""Marks that only the font of the other languages has."""


class _Part(NamedTuple):
    """What stands together in a line: its text and the cells it has, counted from where reading starts."""

    text: str
    first: int
    end: int
    bold: bool


def can_mirror() -> bool:
    """Whether this machine can join and order letters (libfribidi is there)."""
    return bool(features.check("raqm") and features.check("fribidi"))


def draw_mirrored(line: Line, columns: int, dots: int, spacing: int, fonts: Fonts) -> Bitmap:
    """`line` as a picture `dots` wide, read from right to left."""
    stretch = 2 if line.double_height else 1
    height = max(spacing, CHARACTER_DOTS) + CHARACTER_DOTS * (stretch - 1)
    paper = np.zeros((height, dots), dtype=bool)
    parts = list(_parts(line, columns))
    for part in parts:
        drawn = _drawn(part, fonts, stretch)
        room = (part.end - part.first) * CELL_DOTS
        if line.align is Align.CENTRE:
            right = (columns * CELL_DOTS + drawn.shape[1]) // 2
        else:
            right = _right_edge(part, parts, columns, drawn.shape[1])
        left = max(0, right - min(drawn.shape[1], max(room, CELL_DOTS)))
        paper[: drawn.shape[0], left:right] |= drawn[:, : right - left]
    return Bitmap(dots, height, np.packbits(paper, axis=1).tobytes())


def _parts(line: Line, columns: int) -> Iterator[_Part]:
    if line.align is Align.CENTRE:
        yield _Part(line.text, 0, columns, any(run.bold for run in line.runs))
        return
    bold = [run.bold for run in line.runs for _ in run.text]
    for found in _PART.finditer(line.text):
        first = cell_width(line.text[: found.start()])
        end = first + cell_width(found[0])
        letter = _WITH_LETTER.fullmatch(found[0]) if first and end == columns else None
        if letter is None:
            yield _Part(found[0], first, end, bold[found.start()])
        else:  # an amount and its tax letter stand in columns of their own
            yield _Part(letter[1], first, end - TAX_CELLS, bold[found.start()])
            yield _Part(letter[2], end - 1, end, bold[found.start()])


def _right_edge(part: _Part, parts: list[_Part], columns: int, width: int) -> int:
    """The dot behind a part: its cells mirrored; amounts under each other end there."""
    if part is parts[0]:
        return (columns - part.first) * CELL_DOTS
    is_wide = columns >= NARROW_COLUMNS
    if len(parts) > _TABLE_PARTS:
        field = _TABLE_CELLS if is_wide else _TABLE_CELLS_NARROW
    elif part.end == columns - TAX_CELLS:
        field = AMOUNT_CELLS if is_wide else AMOUNT_CELLS_NARROW
    else:
        return (columns - part.end) * CELL_DOTS + min(width, (part.end - part.first) * CELL_DOTS)
    return (columns - part.end + max(field, part.end - part.first)) * CELL_DOTS


def _drawn(part: _Part, fonts: Fonts, stretch: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """The part's own dots, no wider than its cells."""
    direction: str | None = None
    text, face = plain(part.text), _face(fonts.bold if part.bold else fonts.regular, shaped=False)
    if not any(_is_elsewhere(letter) for letter in part.text):
        text = _GROUPED.sub(lambda found: left_to_right(found[0]), part.text)
        direction = (
            "rtl" if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text) else "ltr"
        )
        face = _face(fonts.arabic_bold if part.bold else fonts.arabic, shaped=True)
    width = max(1, round(face.getlength(text, direction=direction)))
    picture = Image.new("L", (width, CHARACTER_DOTS * SCALE), 0)
    place = (0, round(CHARACTER_DOTS * SCALE * _BASELINE))
    ImageDraw.Draw(picture).text(place, text, fill=255, font=face, anchor="ls", direction=direction)
    wanted = max(1, min(round(width / SCALE), (part.end - part.first) * CELL_DOTS))
    small = picture.resize((wanted, CHARACTER_DOTS * stretch), Image.Resampling.BOX)
    dots: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = np.asarray(small) >= INK
    return dots


def _is_elsewhere(letter: str) -> bool:
    """Whether only the font of the other languages has it: Chinese, stamps."""
    return ord(letter) in _SIGNS or unicodedata.east_asian_width(letter) in "WF"


@functools.lru_cache(maxsize=8)
def _face(path: object, *, shaped: bool) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(path), _SIZE * SCALE, layout_engine=engine)
