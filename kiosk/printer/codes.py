"""A code on paper in the form that fits: Code 128 where it is narrow enough, else QR."""

from collections.abc import Iterator

from kiosk.printer.blocks import Barcode, Block, Feed, QrCode
from kiosk.printer.codec.code128 import code128_data, symbol_count

_GAP = Feed(16)
_CELL_DOTS = 12
_MODULE_DOTS = 2
_QUIET_MODULES = 20


def code_block(text: str, columns: int) -> Iterator[Block]:
    """`text` as a code; nothing for an empty text."""
    if not text:
        return
    if text.isascii() and text.isprintable() and barcode_fits(text, columns):
        yield Barcode(text)
    else:
        yield from qr_block(text)


def qr_block(text: str) -> Iterator[Block]:
    """A QR code with its quiet zone above and below."""
    yield _GAP
    yield QrCode(text)
    yield _GAP


def barcode_fits(text: str, columns: int) -> bool:
    """Whether a Code 128 of `text`, with its quiet zones, is narrower than the paper."""
    modules = symbol_count(code128_data(text)) * 11 + 2 + _QUIET_MODULES
    return modules * _MODULE_DOTS <= columns * _CELL_DOTS
