"""The decoders, each behind one small function that speaks `Decoded`.

zxing-cpp is the first engine. zbar (pyzbar) is the second opinion: it swaps 2 with 8 and 1 with 7 under blur
in ways that keep the check digit true, so it never decides alone and never confirms itself. Its DataBar and
Interleaved 2 of 5 readers are off: the first aborts on noisy frames, the second invents codes. The soft
decoder is ours and reads blurred EAN-13 and UPC-A that the two libraries cannot. A fourth engine stands in
`tapir`.

Source: docs/devices/scanner.md, "Engines and their settings".
"""

from collections.abc import Callable

import zxingcpp
from pyzbar import pyzbar

from kiosk.scanner import soft_ean13
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import SOFT, ZBAR, ZXING, Box, Decoded, normalised, without_add_on

READS_MAX = 16
"""Codes taken from one picture by one engine."""

_F = zxingcpp.BarcodeFormat
_LINEAR = (
    _F.EAN13,
    _F.EAN8,
    _F.UPCE,
    _F.Code128,
    _F.ITF,
    _F.DataBarOmni,
    _F.DataBarStk,
    _F.DataBarStkOmni,
    _F.DataBarLtd,
    _F.DataBarExp,
    _F.DataBarExpStk,
)
_MATRIX = (_F.QRCode, _F.MicroQRCode, _F.DataMatrix)
LINEAR = zxingcpp.BarcodeFormats(_LINEAR)
MATRIX = zxingcpp.BarcodeFormats(_MATRIX)
TILL = zxingcpp.BarcodeFormats(_LINEAR + _MATRIX)

_ZBAR_SYMBOLS = [
    pyzbar.ZBarSymbol.EAN13,
    pyzbar.ZBarSymbol.EAN8,
    pyzbar.ZBarSymbol.UPCA,
    pyzbar.ZBarSymbol.UPCE,
    pyzbar.ZBarSymbol.CODE128,
    pyzbar.ZBarSymbol.QRCODE,
]

_WITH_ADD_ONS = frozenset({"EAN13", "UPCA", "UPCE"})
Place = Callable[[list[tuple[float, float]]], Box]
"""Turns corner points of a crop into a box of the frame."""


def bounds(points: list[tuple[float, float]]) -> Box:
    """The upright box around `points`: the place of a code read from the whole frame."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def read_zxing(
    image: Gray, formats: zxingcpp.BarcodeFormats, *, thorough: bool, place: Place = bounds
) -> list[Decoded]:
    """What zxing-cpp reads. `thorough` also tries turned, inverted and shrunk versions (thrice the time)."""
    reads = zxingcpp.read_barcodes(
        image,
        formats=formats,
        try_rotate=thorough,
        try_invert=thorough,
        try_downscale=thorough,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=zxingcpp.Binarizer.LocalAverage,
        ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read,
    )
    found = []
    for read in reads[:READS_MAX]:
        name = str(read.format).replace(" ", "").replace("-", "").upper()
        text, add_on = without_add_on(read.text) if name in _WITH_ADD_ONS else (read.text, "")
        if meaning := normalised(text, name, read.symbology_identifier):
            p = read.position
            corners = (p.top_left, p.top_right, p.bottom_right, p.bottom_left)
            found.append(Decoded(*meaning, ZXING, place([(c.x, c.y) for c in corners]), add_on))
    return found


def read_zbar(image: Gray, *, place: Place = bounds) -> list[Decoded]:
    """What zbar reads."""
    found = []
    for read in pyzbar.decode(image, symbols=_ZBAR_SYMBOLS)[:READS_MAX]:
        try:
            text = read.data.decode("utf-8")
        except UnicodeDecodeError:
            continue  # a QR code in another encoding: zxing-cpp knows how to read those
        if meaning := normalised(text, read.type, ""):
            corners = [(float(p.x), float(p.y)) for p in read.polygon]
            found.append(Decoded(*meaning, ZBAR, place(corners or [(0.0, 0.0)])))
    return found


def read_soft(crop: Gray, *, quick: bool = False, place: Place) -> list[Decoded]:
    """What the soft decoder is sure of in an upright crop: at most one EAN-13 or UPC-A. `quick` takes 15 ms
    instead of up to 65."""
    read = soft_ean13.decode(crop, bands=1, bendings=1) if quick else soft_ean13.decode(crop)
    if read is None or not read.is_sure:
        return []
    meaning = normalised(read.digits, "EAN13")
    return [Decoded(*meaning, SOFT, place([]), margin=read.lead)] if meaning else []


def at(box: Box) -> Place:
    """For reads from a crop: the crop's place in the frame (exact corners are not worth the arithmetic)."""
    return lambda _points: box
