"""The printer's built-in characters: font A in cells of 12 x 24 dots, as a head would burn them."""

import functools
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CELL_WIDTH = 12
CELL_HEIGHT = 24
_SIZE = 20
_BASELINE = 19
_INK = 110
_OVERSAMPLE = 4
_BOX_LINE = "─"
_FOLDERS = (
    Path("/usr/share/fonts/truetype/dejavu"),
    Path("/usr/share/fonts/TTF"),
    Path("/usr/share/fonts/dejavu"),
)
_ASSETS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
_CACHE_MAX = 4096


@functools.lru_cache(maxsize=_CACHE_MAX)
def glyph(character: str, *, bold: bool, across: int, down: int, underline: int) -> Image.Image:
    """One character as a 1-bit picture, enlarged `across` and `down` times."""
    width, height = CELL_WIDTH * across, CELL_HEIGHT * down
    if character == _BOX_LINE:
        return _box_line(width, height)
    large = Image.new("L", (CELL_WIDTH * _OVERSAMPLE, CELL_HEIGHT * _OVERSAMPLE), 0)
    scale = large.height / CELL_HEIGHT
    ImageDraw.Draw(large).text(
        (large.width / 2, _BASELINE * scale),
        character,
        fill=255,
        font=_font(bold=bold, size=round(_SIZE * scale)),
        anchor="ms",
    )
    dots = large.resize((width, height), Image.Resampling.BOX).point(lambda grey: 255 * (grey >= _INK))
    if underline:
        ImageDraw.Draw(dots).rectangle((0, height - underline, width, height), fill=255)
    return dots.convert("1")


def _box_line(width: int, height: int) -> Image.Image:
    """Box lines join from cell to cell, whatever the font's own advance is."""
    picture = Image.new("1", (width, height), 0)
    ImageDraw.Draw(picture).rectangle((0, height // 2 - 1, width, height // 2), fill=1)
    return picture


@functools.lru_cache(maxsize=16)
def _font(*, bold: bool, size: int) -> ImageFont.FreeTypeFont:
    name = "DejaVuSansMono-Bold.ttf" if bold else "DejaVuSansMono.ttf"
    own = "NotoSansCJKsc-Bold-subset.otf" if bold else "NotoSansCJKsc-Regular-subset.otf"
    candidates = [folder / name for folder in _FOLDERS] + [_ASSETS / own]
    path = next((each for each in candidates if each.exists()), None)
    if path is None:
        raise FileNotFoundError("the paper's characters need DejaVu Sans Mono (Debian: fonts-dejavu-core)")
    return ImageFont.truetype(str(path), size)
