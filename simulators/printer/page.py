"""What the head does: characters gather in a line and are burnt; pictures and codes go down as they come.

Invariants: the line prints by itself when the next character would not fit, and then the line feed behind it
is that line's own; nothing is ever printed outside the width of the head.
"""

from dataclasses import dataclass

from PIL import Image

from simulators.printer import symbols
from simulators.printer.fonts import CELL_HEIGHT, CELL_WIDTH, glyph
from simulators.printer.paper import PaperTray

DEFAULT_SPACING = 30
_QR_QUIET_MODULES = 4


@dataclass
class Style:
    """The modes that ESC @ resets."""

    bold: bool = False
    underline: int = 0
    across: int = 1
    down: int = 1
    reverse: bool = False
    align: int = 0
    spacing: int = DEFAULT_SPACING
    code_page: str = "cp437"
    barcode_height: int = 162
    barcode_module: int = 3
    barcode_text: int = 0
    qr_module: int = 3
    qr_error: str = "L"
    qr_data: bytes = b""


class Page:
    """Turns commands into dots on the tray's paper; every call says how many dots the paper moved."""

    def __init__(self, tray: PaperTray, width: int) -> None:
        self._tray = tray
        self._width = width
        self.style = Style()
        self._glyphs: list[Image.Image] = []
        self._text = ""
        self._x = 0

    def reset(self) -> None:
        """ESC @: the unprinted line and all modes are gone."""
        self.style = Style()
        self._drop_line()

    def character(self, byte: int) -> int:
        """Put one character into the line; prints the line first if it is full."""
        style, moved = self.style, 0
        if self._x + CELL_WIDTH * style.across > self._width:
            moved = self.line_feed()
        letter = bytes((byte,)).decode(style.code_page, errors="replace")
        picture = glyph(
            letter, bold=style.bold, across=style.across, down=style.down, underline=style.underline
        )
        if style.reverse:
            picture = picture.point(lambda dot: 255 - dot)
        self._glyphs.append(picture)
        self._text += letter
        self._x += picture.width
        return moved

    def line_feed(self, least: int | None = None) -> int:
        """Print the line and feed by the line spacing (or `least` dots, as ESC J does)."""
        if not self._glyphs:
            dots = self.style.spacing if least is None else least
            if least is None:
                self._tray.piece.lines.append("")
            self._tray.piece.feed(dots)
            return dots
        height = max(picture.height for picture in self._glyphs)
        wanted = (self.style.spacing if least is None else least) + height - CELL_HEIGHT
        strip = Image.new("1", (self._width, max(height, wanted)), 0)
        offset = self._offset(self._x)
        x = offset
        for picture in self._glyphs:
            strip.paste(picture, (x, height - picture.height))
            x += picture.width
        self._tray.piece.lines.append(" " * (offset // CELL_WIDTH) + self._text.rstrip())
        self._tray.piece.burn(strip)
        self._drop_line()
        return strip.height

    def finish_line(self) -> int:
        """Print the line if there is one: pictures and codes start at the beginning of a line."""
        return self.line_feed() if self._glyphs else 0

    def raster_row(self, row: bytes, across: int, down: int) -> int:
        """One row of a picture."""
        strip = Image.frombytes("1", (len(row) * 8, 1), row)
        if across > 1 or down > 1:
            strip = strip.resize((strip.width * across, down))
        self._place(strip)
        return strip.height

    def columns(self, data: bytes, bits: int, across: int) -> int:
        """ESC *: a picture in columns of `bits` dots."""
        step, count = bits // 8, len(data) * 8 // bits
        strip = Image.new("1", (max(1, count * across), bits), 0)
        for column in range(count):
            cells = int.from_bytes(data[column * step : (column + 1) * step], "big")
            for dot in range(bits):
                if cells >> (bits - 1 - dot) & 1:
                    strip.paste(1, (column * across, dot, (column + 1) * across, dot + 1))
        self._glyphs.append(strip)
        self._x += strip.width
        return 0

    def barcode(self, data: bytes) -> int:
        """GS k 73."""
        modules, text = symbols.code128(data)
        style = self.style
        width = len(modules) * style.barcode_module
        if width > self._width:
            raise symbols.BadSymbolError("the barcode is wider than the paper")
        row = Image.new("1", (len(modules), 1), 0)
        row.putdata([int(module) for module in modules])
        bars = row.resize((width, style.barcode_height), Image.Resampling.NEAREST)
        self._tray.piece.lines.append(f"[code128 {text}]")
        self._place(bars)
        moved = bars.height
        if style.barcode_text & 2:
            moved += self._caption(text)
        return moved

    def _caption(self, text: str) -> int:
        strip = Image.new("1", (len(text) * CELL_WIDTH, CELL_HEIGHT + 2), 0)
        for at, letter in enumerate(text):
            strip.paste(glyph(letter, bold=False, across=1, down=1, underline=0), (at * CELL_WIDTH, 2))
        self._place(strip)
        return strip.height

    def qr(self) -> int:
        """GS ( k 81: the stored QR code."""
        rows = symbols.qr(self.style.qr_data, self.style.qr_error)
        side, module = len(rows), self.style.qr_module
        small = Image.new("1", (side, side), 0)
        small.putdata([int(cell) for row in rows for cell in row])
        picture = small.resize((side * module, side * module), Image.Resampling.NEAREST)
        self._tray.piece.lines.append(f"[qr {self.style.qr_data.decode('utf-8', 'replace')}]")
        self._place(picture)
        return picture.height

    def _place(self, picture: Image.Image) -> None:
        strip = Image.new("1", (self._width, picture.height), 0)
        strip.paste(picture, (max(0, self._offset(picture.width)), 0))
        self._tray.piece.burn(strip)

    def _offset(self, width: int) -> int:
        free = self._width - width
        return max(0, (0, free // 2, free)[self.style.align])

    def _drop_line(self) -> None:
        self._glyphs, self._text, self._x = [], "", 0

    def note(self, text: str) -> None:
        """Add a line to the piece's text that stands for something drawn."""
        self._tray.piece.lines.append(text)
