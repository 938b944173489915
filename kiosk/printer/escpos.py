"""A receipt as the bytes of an ESC/POS printer, and the length of paper it needs.

The bytes hold no initialisation, no proof request and no cut: the driver adds those. Text is ours to the last
byte (one code page, no guessing); pictures and QR codes come from `encoder`.

Source: docs/devices/printer.md, "Text" and "Traps".
Invariants: pure; the payload ends in a line feed; it holds no byte pair that a printer executes out of turn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.printer import encoder
from kiosk.printer.bitmap import Bitmap
from kiosk.printer.blocks import Align, Barcode, Block, Feed, Image, Line, QrCode, Rule, Run
from kiosk.printer.cells import cell_width
from kiosk.printer.codec import commands
from kiosk.printer.codec.code128 import code128_data
from kiosk.printer.codec.realtime import realtime_pairs
from kiosk.printer.encoding import encode
from kiosk.printer.glyphs import CHARACTER_DOTS, Fonts, draw_line, product_fonts
from kiosk.printer.layout import layout
from kiosk.printer.logo import store_mark
from kiosk.printer.mirrored import can_mirror, draw_mirrored
from retail.check import require
from retail.languages import RIGHT_TO_LEFT
from retail.receipt import Receipt

LINE_SPACING_DOTS = 28
BARCODE_DOTS = 64
BARCODE_MODULE_DOTS = 2
QR_MODULE_DOTS = 5
_QR_SIDE_DOTS = 230
"""Height to allow for a QR code; exact enough for the time a print may take."""
PAYLOAD_MAX = 1_000_000
"""A receipt of some 400 drawn lines; more is a fault upstream."""


@dataclass(frozen=True)
class Paper:
    """What fits across: cells of font A, dots of the head, and dots per inch."""

    columns: int
    dots: int
    dpi: int


PAPERS = {
    48: Paper(columns=48, dots=576, dpi=203),
    42: Paper(columns=42, dots=512, dpi=180),
    32: Paper(columns=32, dots=384, dpi=203),
}
"""80 mm at 203 dpi, 80 mm at 180 dpi, 58 mm."""


class Rendered(NamedTuple):
    """Printer bytes and the paper they need."""

    payload: bytes
    height_mm: int


def render(
    receipt: Receipt,
    columns: int = 48,
    *,
    language: str | None = None,
    logo: Bitmap | None = None,
    qr: str = "",
    fonts: Fonts | None = None,
) -> Rendered:
    """The receipt in its own language (or `language`) for paper of `columns`; `logo` defaults to the mark."""
    require(columns in PAPERS, "paper has 48, 42 or 32 columns")
    spoken = language or receipt.language
    is_mirrored = spoken in RIGHT_TO_LEFT
    if is_mirrored and not can_mirror():  # letters in the wrong order would be worse than another language
        spoken, is_mirrored = "en", False
    blocks = layout(receipt, columns, spoken, logo=logo or store_mark(), qr=qr)
    return render_blocks(blocks, PAPERS[columns], fonts or product_fonts(), is_mirrored=is_mirrored)


def render_blocks(
    blocks: Sequence[Block], paper: Paper, fonts: Fonts, *, is_mirrored: bool = False
) -> Rendered:
    """Blocks as printer bytes for `paper`; `is_mirrored`: lines are read from right to left."""
    out = bytearray(commands.CHARACTER_SET_USA + commands.CODE_PAGE_CP858 + commands.FONT_A)
    out += commands.line_spacing(LINE_SPACING_DOTS) + commands.ALIGN_LEFT
    height_dots = 0
    for block in blocks:
        data, dots = _block(block, paper, fonts, is_mirrored=is_mirrored)
        out += data
        height_dots += dots
    out += commands.LINE_FEED
    payload = bytes(out)
    require(len(payload) <= PAYLOAD_MAX, "a receipt's bytes stay within PAYLOAD_MAX")
    require(not realtime_pairs(payload), "a payload holds no real-time command")
    return Rendered(payload, round((height_dots + LINE_SPACING_DOTS) * 25.4 / paper.dpi) + 1)


def _block(block: Block, paper: Paper, fonts: Fonts, *, is_mirrored: bool) -> tuple[bytes, int]:
    match block:
        case Line():
            return _mirrored(block, paper, fonts) if is_mirrored else _line(block, paper, fonts)
        case Rule():
            return _line(Line((Run("─" * paper.columns),)), paper, fonts)
        case Image(bitmap):
            return _centred(encoder.raster(bitmap)), bitmap.height
        case Barcode(text):
            command = commands.barcode_code128(code128_data(text), BARCODE_DOTS, BARCODE_MODULE_DOTS)
            return _centred(command), BARCODE_DOTS + LINE_SPACING_DOTS
        case QrCode(text):
            return _centred(encoder.qr_code(text, QR_MODULE_DOTS)), _QR_SIDE_DOTS
        case Feed(dots):
            return commands.feed_dots(dots), dots


def _centred(command: bytes) -> bytes:
    return commands.ALIGN_CENTRE + command + commands.ALIGN_LEFT


def _line(line: Line, paper: Paper, fonts: Fonts) -> tuple[bytes, int]:
    require(cell_width(line.text) <= paper.columns, "a line fits the paper")
    pieces = list(_encoded(line.runs))
    if None in pieces:
        drawn = draw_line(line, paper.columns, paper.dots, LINE_SPACING_DOTS, fonts)
        return encoder.raster(drawn), drawn.height
    text = b"".join(piece for piece in pieces if piece is not None) + commands.LINE_FEED
    if line.align is Align.CENTRE:
        text = _centred(text)
    if line.double_height:
        text = commands.SIZE_DOUBLE_HEIGHT + text + commands.SIZE_NORMAL
    return text, LINE_SPACING_DOTS + (CHARACTER_DOTS if line.double_height else 0)


def _mirrored(line: Line, paper: Paper, fonts: Fonts) -> tuple[bytes, int]:
    """A line read from right to left; one in the middle that the page can hold is printed as any other."""
    if line.align is Align.CENTRE and None not in list(_encoded(line.runs)):
        return _line(line, paper, fonts)
    require(cell_width(line.text) <= paper.columns, "a line fits the paper")
    drawn = draw_mirrored(line, paper.columns, paper.dots, LINE_SPACING_DOTS, fonts)
    return encoder.raster(drawn), drawn.height


def _encoded(runs: Sequence[Run]) -> Iterator[bytes | None]:
    for run in runs:
        data = encode(run.text)
        yield commands.BOLD_ON + data + commands.BOLD_OFF if data is not None and run.bold else data
