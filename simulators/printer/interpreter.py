"""Read ESC/POS command by command, one byte at a time, and do what it says.

A printer has no look-ahead: it acts on each byte when its turn comes, and waits in the middle of a command
for the rest. So does this generator. What it does not know it counts, because a real printer would print it
as garbage or swallow it.

Source: docs/devices/printer.md, "Requests".
"""

from collections import Counter
from collections.abc import Generator
from typing import Protocol

from simulators.printer.page import DEFAULT_SPACING, Page
from simulators.printer.symbols import BadSymbolError

_CODE_PAGES = {
    0: "cp437",
    2: "cp850",
    3: "cp860",
    4: "cp863",
    5: "cp865",
    16: "cp1252",
    17: "cp866",
    18: "cp852",
}
_CODE_PAGES |= {19: "cp858", 15: "iso8859-7"}
_QR_ERRORS = {48: "L", 49: "M", 50: "Q", 51: "H"}
_BIT_IMAGE_MODES = {0: (8, 2), 1: (8, 1), 32: (24, 2), 33: (24, 1)}

Bytes = Generator[None, int, bytes]


class Mechanics(Protocol):
    """What commands ask of the machine around the head."""

    def moved(self, dots: int) -> None:
        """The paper went `dots` further."""

    def cut(self, feed_dots: int) -> None:
        """Feed, then cut."""

    def answer(self, data: bytes) -> None:
        """Send to the host."""

    def set_push(self, mask: int) -> None:
        """Automatic status back for these groups; 0 ends it."""

    def paper_bits(self) -> int:
        """Bits 0-1 near end, 2-3 end."""

    def supports(self, feature: str) -> bool:
        """Whether this model knows `process_id` or `report`."""

    def initialised(self) -> None:
        """ESC @ was executed."""


class Interpreter:
    """Feed bytes; commands act on `page` and `mechanics`."""

    def __init__(self, page: Page, mechanics: Mechanics) -> None:
        self._page = page
        self._mechanics = mechanics
        self.unknown: Counter[str] = Counter()
        """Commands this printer does not know, by their first bytes in hex."""
        self._graphics: tuple[int, bytes] = (0, b"")
        self._commands = self._run()
        next(self._commands)

    def feed(self, byte: int) -> None:
        """Execute one more byte."""
        self._commands.send(byte)

    def restart(self) -> None:
        """Power on: whatever was in the middle is forgotten."""
        self._page.reset()
        self._commands = self._run()
        next(self._commands)

    def _take(self, count: int) -> Bytes:
        data = bytearray()
        for _ in range(count):
            data.append((yield))
        return bytes(data)

    def _byte(self) -> Generator[None, int, int]:
        return (yield)

    def _run(self) -> Generator[None, int, None]:
        while True:
            byte = yield
            match byte:
                case 0x1B:
                    yield from self._escape()
                case 0x1D:
                    yield from self._group()
                case 0x10:
                    yield from self._realtime()
                case 0x1C:
                    yield from self._take(1)
                case 0x0A:
                    self._mechanics.moved(self._page.line_feed())
                case 0x09:
                    for _ in range(8):
                        self._mechanics.moved(self._page.character(0x20))
                case _ if byte >= 0x20:
                    self._mechanics.moved(self._page.character(byte))
                case 0x00 | 0x0D | 0x18:
                    pass
                case _:
                    self.unknown[f"{byte:02x}"] += 1

    def _realtime(self) -> Generator[None, int, None]:
        """Was executed when it came in; here its bytes are only stepped over."""
        second = yield
        match second:
            case 0x04 | 0x05:
                yield from self._take(1)
            case 0x14:
                function = yield
                yield from self._take(7 if function == 8 else 2)
            case _:
                self.unknown[f"10{second:02x}"] += 1

    def _escape(self) -> Generator[None, int, None]:
        style, page = self._page.style, self._page
        second = yield
        match chr(second):
            case "@":
                page.reset()
                self._mechanics.initialised()
            case "a":
                style.align = (yield from self._byte()) % 48 % 3
            case "E" | "G":
                style.bold = bool((yield from self._byte()) & 1)
            case "-":
                style.underline = (yield from self._byte()) % 48 % 3
            case "t":
                style.code_page = _CODE_PAGES.get((yield from self._byte()), "latin-1")
            case "2":
                style.spacing = DEFAULT_SPACING
            case "3":
                style.spacing = yield from self._byte()
            case "J":
                self._mechanics.moved(page.line_feed(least=(yield from self._byte())))
            case "d":
                for _ in range((yield from self._byte())):
                    self._mechanics.moved(page.line_feed())
            case "!":
                mode = yield from self._byte()
                style.bold, style.underline = bool(mode & 8), 1 if mode & 0x80 else 0
                style.across, style.down = 1 + bool(mode & 0x20), 1 + bool(mode & 0x10)
            case "*":
                yield from self._bit_image()
            case "R" | "M" | " " | "V" | "{" | "S" | "U" | "r" | "=":
                yield from self._take(1)
            case "$" | "\\" | "c":
                yield from self._take(2)
            case "p":
                yield from self._take(3)
            case "D":
                while (yield from self._byte()):
                    pass
            case _:
                self.unknown[f"1b{second:02x}"] += 1

    def _bit_image(self) -> Generator[None, int, None]:
        mode, low, high = yield from self._take(3)
        bits, across = _BIT_IMAGE_MODES.get(mode, (8, 1))
        data = yield from self._take((low + 256 * high) * bits // 8)
        self._mechanics.moved(self._page.columns(data, bits, across))

    def _group(self) -> Generator[None, int, None]:
        style = self._page.style
        second = yield
        match chr(second):
            case "!":
                size = yield from self._byte()
                style.across, style.down = 1 + (size >> 4 & 7), 1 + (size & 7)
            case "B":
                style.reverse = bool((yield from self._byte()) & 1)
            case "h":
                style.barcode_height = (yield from self._byte()) or 1
            case "w":
                style.barcode_module = max(1, min(6, (yield from self._byte())))
            case "H":
                style.barcode_text = (yield from self._byte()) % 48
            case "f" | "b":
                yield from self._take(1)
            case "L" | "W" | "P":
                yield from self._take(2)
            case "k":
                yield from self._barcode()
            case "v":
                yield from self._raster()
            case "(":
                yield from self._function()
            case "V":
                how = yield from self._byte()
                feed = (yield from self._byte()) if how >= 65 else 0
                self._mechanics.moved(self._page.finish_line())
                self._mechanics.cut(feed)
            case "a":
                self._mechanics.set_push((yield from self._byte()))
            case "r":
                self._report((yield from self._byte()))
            case "I":
                yield from self._take(1)
                self._mechanics.answer(b"_OSC TP-80\x00")
            case _:
                self.unknown[f"1d{second:02x}"] += 1

    def _report(self, which: int) -> None:
        if self._mechanics.supports("report"):
            paper = which % 48 == 1
            self._mechanics.answer(bytes((self._mechanics.paper_bits() if paper else 0,)))

    def _barcode(self) -> Generator[None, int, None]:
        kind = yield from self._byte()
        data = b""
        if kind < 65:
            while byte := (yield from self._byte()):
                data += bytes((byte,))
        else:
            data = yield from self._take((yield from self._byte()))
        if kind != 73:
            self.unknown[f"1d6b{kind:02x}"] += 1
            return
        self._mechanics.moved(self._page.finish_line())
        try:
            self._mechanics.moved(self._page.barcode(data))
        except BadSymbolError:
            self.unknown["1d6b49"] += 1

    def _raster(self) -> Generator[None, int, None]:
        _, mode, wide, wide_high, tall, tall_high = yield from self._take(6)
        across, down = 1 + (mode & 1), 1 + (mode >> 1 & 1)
        row_bytes, rows = wide + 256 * wide_high, tall + 256 * tall_high
        self._mechanics.moved(self._page.finish_line())
        self._page.note(f"[picture {row_bytes * 8}x{rows}]")
        for _ in range(rows):
            row = yield from self._take(row_bytes)
            self._mechanics.moved(self._page.raster_row(row, across, down))

    def _function(self) -> Generator[None, int, None]:
        family = yield from self._byte()
        low, high = yield from self._take(2)
        data = yield from self._take(low + 256 * high)
        match chr(family), data[:2]:
            case "H", b"00" if self._mechanics.supports("process_id"):
                self._mechanics.answer(b"\x37\x22" + data[2:6] + b"\x00")
            case "k", _ if data[:1] == b"1":
                self._qr(data)
            case "L", _:
                self._store_graphics(data)
            case _:
                self.unknown[f"1d28{family:02x}"] += 1

    def _qr(self, data: bytes) -> None:
        style = self._page.style
        match data[1]:
            case 67:
                style.qr_module = data[2]
            case 69:
                style.qr_error = _QR_ERRORS.get(data[2], "L")
            case 80:
                style.qr_data = data[3:]
            case 81:
                self._mechanics.moved(self._page.finish_line())
                try:
                    self._mechanics.moved(self._page.qr())
                except BadSymbolError:
                    self.unknown["1d286b"] += 1

    def _store_graphics(self, data: bytes) -> None:
        """GS ( L 112 stores a raster, 50 prints it."""
        if data[1] == 112:
            width = data[6] + 256 * data[7]
            self._graphics = ((width + 7) // 8, data[10:])
        elif data[1] in (2, 50) and self._graphics[0]:
            row_bytes, rows = self._graphics
            self._mechanics.moved(self._page.finish_line())
            self._page.note(f"[picture {row_bytes * 8}x{len(rows) // row_bytes}]")
            for at in range(0, len(rows) - row_bytes + 1, row_bytes):
                self._mechanics.moved(self._page.raster_row(rows[at : at + row_bytes], 1, 1))
