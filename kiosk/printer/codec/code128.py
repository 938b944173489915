"""The shortest Code 128 for a text, as an ESC/POS barcode command wants it.

Digit pairs (code set C) halve the width. But set C puts the pair's value on the wire as a raw byte, so the
digits "16 04" are DLE EOT to the printer: such a text falls back to set B.

Source: docs/devices/printer.md, "Traps".
"""

from kiosk.printer.codec.realtime import realtime_pairs
from retail.check import require

_RUN_MIN = 4
"""A switch to set C and back costs two symbols; shorter digit runs do not earn it."""


def code128_data(text: str) -> bytes:
    """`text` (printable ASCII) with code set selectors.

    >>> code128_data("20261123000042")
    b'{C\\x14\\x1a\\x0b\\x17\\x00\\x00*'
    """
    require(bool(text) and text.isascii() and text.isprintable(), "barcode text is printable ASCII")
    compact = _encode(text, pairs=True)
    return _encode(text, pairs=False) if realtime_pairs(compact) else compact


def symbol_count(data: bytes) -> int:
    """Symbols a printer draws for `data`: start and content, then check and stop."""
    count, at = 2, 0
    while at < len(data):
        at += 2 if data[at : at + 1] == b"{" else 1
        count += 1
    return count


def _encode(text: str, *, pairs: bool) -> bytes:
    out, at, set_now = bytearray(), 0, ""
    while at < len(text):
        run = len(text) - at - len(text[at:].lstrip("0123456789"))
        run -= run % 2
        if pairs and run >= (2 if set_now == "C" else _RUN_MIN):
            if set_now != "C":
                out += b"{C"
                set_now = "C"
            out += bytes(int(text[i : i + 2]) for i in range(at, at + run, 2))
            at += run
            continue
        if set_now != "B":
            out += b"{B"
            set_now = "B"
        character = text[at].encode("ascii")
        out += b"{{" if character == b"{" else character
        at += 1
    return bytes(out)
