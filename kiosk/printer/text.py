"""A receipt as plain text: the same lines as on paper, for `receipt.txt` and the screen."""

from collections.abc import Sequence

from kiosk.printer.blocks import Align, Barcode, Block, Feed, Image, Line, QrCode, Rule
from kiosk.printer.cells import cell_width
from kiosk.printer.layout import layout
from retail.receipt import Receipt


def render_text(receipt: Receipt, columns: int = 48, *, language: str | None = None) -> str:
    """The receipt as text lines, no wider than `columns` cells, ending in a newline."""
    return blocks_text(layout(receipt, columns, language or receipt.language), columns)


def blocks_text(blocks: Sequence[Block], columns: int) -> str:
    """Blocks as text; codes stand for themselves in brackets, pictures are left out."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Line():
                centred = block.align is Align.CENTRE
                lines.append(_centre(block.text, columns) if centred else block.text.rstrip())
            case Rule():
                lines.append("─" * columns)
            case Barcode(text) | QrCode(text):
                lines.append(_centre(f"[{text}]", columns))
            case Feed(dots) if dots >= 16 and lines:
                lines.append("")
            case Feed() | Image():
                pass
    return "\n".join(lines) + "\n"


def _centre(text: str, columns: int) -> str:
    return " " * max(0, (columns - cell_width(text)) // 2) + text
