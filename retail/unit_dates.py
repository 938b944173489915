"""Until when one unit may be sold or is at its best, and of which lot it is, as its 2D code says.

Source: GS1 General Specifications, AI 10 (batch or lot number), AI 15 (best before date), AI 17 (expiration
date; both YYMMDD, day 00 is the month's last) and 7.12 (the century of two-digit years). Goods past their
best may be sold, expired goods may not.
Invariants: pure; total: a text without a date or a lot, or with one nobody can read, has none.
"""

import calendar
import datetime as dt

import biip

TEXT_MAX = 512
_ELEMENTS = "01"
_GTIN_FIELD = 16
"""Characters of AI 01 and its GTIN: a shorter text carries nothing besides."""
_CENTURY_SPLIT = 50


def expires_on(scanned: str, today: dt.date) -> dt.date | None:
    """The last day on which the unit with this code may be sold."""
    return _date(scanned, "17", today)


def best_before(scanned: str, today: dt.date) -> dt.date | None:
    """The day up to which the unit is at its best, or the last day it may be sold if that is earlier."""
    told = [day for ai in ("15", "17") if (day := _date(scanned, ai, today)) is not None]
    return min(told, default=None)


def _date(scanned: str, ai: str, today: dt.date) -> dt.date | None:
    if len(scanned) > TEXT_MAX:
        return None
    value = _field(scanned, ai)
    if len(value) != 6 or not (value.isascii() and value.isdigit()):
        return None
    year = _year(int(value[:2]), today.year)
    month, day = int(value[2:4]), int(value[4:])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, day or last) if day <= last else None


def lot_of(scanned: str) -> str:
    """The lot of the unit with this code; empty if it does not say."""
    return _field(scanned, "10") if len(scanned) <= TEXT_MAX else ""


def _field(scanned: str, ai: str) -> str:
    if scanned[:4].lower() == "http":
        try:
            uri = biip.parse(scanned).gs1_digital_link_uri
        except ValueError:  # no URL parser can split it; whoever reads the product has said so
            return ""
        fields = uri.element_strings if uri is not None else []
    else:
        cleaned = scanned.removeprefix("\x1d")
        if not cleaned.startswith(_ELEMENTS) or len(cleaned) <= _GTIN_FIELD:
            return ""
        message = biip.parse("]C1" + cleaned).gs1_message
        fields = message.element_strings if message is not None else []
    return next((field.value for field in fields if field.ai.ai == ai), "")


def _year(two_digits: int, now: int) -> int:
    """The year nearest to now: at most 50 years ahead, at most 49 back."""
    year = now - now % 100 + two_digits
    if year - now > _CENTURY_SPLIT:
        return year - 100
    return year + 100 if now - year >= _CENTURY_SPLIT else year
