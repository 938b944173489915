"""Draw a line of text as dots, for what the printer's own characters cannot say.

Each character is centred in its cells, so that figures drawn here line up with figures the printer sets;
one that is broader (a percent sign) is narrowed to fit.

Invariants: a drawn line is exactly as wide as the paper and as high as a printed line.
"""

import functools
import math
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from kiosk.printer.bitmap import Bitmap
from kiosk.printer.blocks import Align, Line
from kiosk.printer.cells import cell_width

CELL_DOTS = 12
CHARACTER_DOTS = 24
_SIZE_WIDE = 22
_SIZE_NARROW = 20
SCALE = 2
"""Characters are drawn larger and reduced, so that double height stays smooth."""
INK = 112
"""Grey level (0..255) from which a dot is burnt; lower makes strokes heavier."""
_CACHE_MAX = 2048


@dataclass(frozen=True)
class Fonts:
    """Font files for drawn lines."""

    regular: Path
    bold: Path
    arabic: Path
    arabic_bold: Path


def product_fonts() -> Fonts:
    """The fonts that ship with the lane."""
    folder = Path(__file__).resolve().parents[2] / "assets" / "fonts"
    return Fonts(
        regular=folder / "NotoSansCJKsc-Regular-subset.otf",
        bold=folder / "NotoSansCJKsc-Bold-subset.otf",
        arabic=folder / "NotoSansArabicUI-Regular-subset.ttf",
        arabic_bold=folder / "NotoSansArabicUI-Bold-subset.ttf",
    )


def draw_line(line: Line, columns: int, dots: int, spacing: int, fonts: Fonts) -> Bitmap:
    """`line` as a picture `dots` wide; `spacing` is the height of a single line."""
    stretch = 2 if line.double_height else 1
    height = max(spacing, CHARACTER_DOTS) + CHARACTER_DOTS * (stretch - 1)
    paper = np.zeros((height, dots), dtype=bool)
    x = (columns - cell_width(line.text)) // 2 * CELL_DOTS if line.align is Align.CENTRE else 0
    for run in line.runs:
        for character in run.text:
            glyph = _glyph(character, fonts.bold if run.bold else fonts.regular, stretch)
            if unicodedata.combining(character):
                x -= CELL_DOTS
            width = min(glyph.shape[1], dots - x)
            if width > 0 and x >= 0:
                paper[: glyph.shape[0], x : x + width] |= glyph[:, :width]
            x += glyph.shape[1]
    return Bitmap(dots, height, np.packbits(paper, axis=1).tobytes())


@functools.lru_cache(maxsize=_CACHE_MAX)
def _glyph(character: str, font: Path, stretch: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    cells = max(1, cell_width(character))
    size = (_SIZE_WIDE if cells == 2 else _SIZE_NARROW) * SCALE
    width, height = cells * CELL_DOTS * SCALE, CHARACTER_DOTS * SCALE
    face = _font(font, size)
    left, _, right, _ = face.getbbox(character, anchor="ms")
    broad = max(width, 2 * math.ceil(max(-left, right)))
    picture = Image.new("L", (broad, height), 0)
    baseline = round(height * 0.82)
    ImageDraw.Draw(picture).text((broad // 2, baseline), character, fill=255, font=face, anchor="ms")
    small = picture.resize((cells * CELL_DOTS, CHARACTER_DOTS * stretch), Image.Resampling.BOX)
    dots: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = np.asarray(small) >= INK
    return dots


@functools.lru_cache(maxsize=8)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)
