"""The decoder tapirscan, where it is installed: reads tilted and blurred bars that the older libraries miss.

It is young and has one maintainer, so the lane works without it: then the cascade has fewer steps. Matrix
codes are asked for where zxing-cpp found none. About GS1 DataBar it is only asked for a second opinion: of
four photographs it read one by itself, and that one wrongly, twice in a row.

Source: docs/devices/scanner.md, "Engines and their settings".
"""

import atexit
import functools
import importlib
from typing import Any

from kiosk.scanner.engines import READS_MAX, Place, bounds
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import TAPIR, Decoded, normalised

SIDE_MIN = 3
"""Smaller pictures are refused by the library."""
BARS = ("EAN13", "EAN8", "UPCA", "UPCE", "Code128", "ITF")
DOTS = ("QRCode", "DataMatrix", "MicroQRCode")
DATABAR = ("DataBar", "DataBarExpanded", "DataBarLimited")
_GS1 = {"CODE128": "]C1", "QRCODE": "]Q3", "DATAMATRIX": "]d2"}


@functools.cache
def _library() -> Any:
    try:
        return importlib.import_module("tapirscan")
    except ImportError:  # no wheel for this machine
        return None


@functools.cache
def _scanner(mode: str) -> Any:
    """One scanner per effort, reused by the one thread that decodes."""
    atexit.register(_scanner.cache_clear)  # its finalizer complains when the interpreter is half gone
    return _library().Scanner(mode, formats=BARS + DOTS + DATABAR, ean_add_on_policy="read", parallel=False)


def is_installed() -> bool:
    """Whether there is such a decoder."""
    return _library() is not None


def read(image: Gray, mode: str, *, formats: tuple[str, ...] = BARS, place: Place = bounds) -> list[Decoded]:
    """What it reads with `low` effort (3 ms for a crop) or `medium` (8 ms)."""
    if min(image.shape) < SIDE_MIN:
        return []
    found = []
    for code in _scanner(mode).scan(image, formats=formats).barcodes[:READS_MAX]:
        name = str(code.format).upper()
        if meaning := normalised(code.text, name, _GS1.get(name, "") if code.gs1 else ""):
            corners = [(float(point.x), float(point.y)) for point in code.polygon]
            found.append(Decoded(*meaning, TAPIR, place(corners), code.ean_add_on or ""))
    return found
