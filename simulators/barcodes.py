"""Barcodes of every kind that shoppers hold up, as grey pictures with their quiet zones.

EAN-13 is drawn here; the other kinds by zxing-cpp's writer, which shares nothing with its readers but a name.

Source: GS1 General Specifications, section 5; zxing-cpp 3.1, `create_barcode`.
Invariants: pure; whole pixels per module; a text that the symbol cannot hold raises `ValueError`.
"""

import re
from typing import Any

import numpy as np
import numpy.typing as npt
import zxingcpp

from simulators import ean13

FORMS = ("ean13", "code128", "qr", "databar")
"""`databar` is GS1 DataBar Expanded, in two rows where one would be too wide."""
TEXT_MAX = 200
GTIN_DIGITS_MAX = 14
ROW_MODULES_MAX = 330
"""A DataBar row broader than this is stacked; a hand cannot hold it still enough otherwise."""
_LINEAR_MODULES_HIGH = 40
_BRACKETED = re.compile(r"\(\d{2,4}\)")
_COUPON_AI = re.compile(r"(?:8110|8112)(?=\d)")
Grey = npt.NDArray[np.uint8]


def form_of(text: str) -> str:
    """The symbol in which such a text is usually printed."""
    if text.isdecimal() and len(text) == ean13.DIGITS:
        return "ean13"
    if _BRACKETED.match(text) or (len(text) > GTIN_DIGITS_MAX and _COUPON_AI.match(text)):
        return "databar"
    return "qr" if ":" in text else "code128"


def draw(form: str, text: str, width_px: int, height_px: int, module_max_px: int = 8) -> Grey:
    """The symbol, as large as fits into the box, 255 for white. Raises `ValueError`."""
    if form not in FORMS or not 0 < len(text) <= TEXT_MAX:
        raise ValueError(f"there is no {form!r} of {text!r}")
    if form == "ean13":
        row = np.array([[module == "0" for module in ean13.framed(text)]], np.uint8) * 255
    else:
        row = _modules(form, text)
    is_linear = row.shape[0] == 1
    most = width_px // row.shape[1] if is_linear else min(width_px // row.shape[1], height_px // row.shape[0])
    module_px = min(module_max_px, most)
    if module_px < 1:
        raise ValueError(f"{text!r} is too long for {width_px} pixels")
    high = min(height_px, _LINEAR_MODULES_HIGH * module_max_px) if is_linear else module_px
    return np.repeat(np.repeat(row, high, axis=0), module_px, axis=1)


def _modules(form: str, text: str) -> Grey:
    """One pixel per module; a linear symbol is one row."""
    kinds = zxingcpp.BarcodeFormat
    if form == "databar":
        text = _COUPON_AI.sub(lambda found: f"({found[0]})", text, count=1) if text[:1] != "(" else text
        row = _created(text, kinds.DataBarExp)[:1]
        return row if row.shape[1] <= ROW_MODULES_MAX else _created(text, kinds.DataBarExpStk, rows=2)
    drawn = _created(text, kinds.QRCode if form == "qr" else kinds.Code128)
    return drawn if form == "qr" else drawn[:1]


def _created(text: str, kind: Any, **layout: int) -> Grey:
    try:
        picture = zxingcpp.create_barcode(text, kind, **layout).to_image(scale=1, add_quiet_zones=True)
    except (ValueError, RuntimeError) as error:
        raise ValueError(f"{text!r} cannot be drawn: {error}") from error
    return np.asarray(picture, np.uint8)
