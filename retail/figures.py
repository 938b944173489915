"""Numbers, percentages and days as each language of the lane writes them, on screen and on paper.

Amounts are `retail.money`'s. Digits are Western in every language, Arabic too (docs/screens.md, "Figures").

Source: Unicode CLDR 44 for en-GB, de, fr, es, zh-Hans and ar; ISO 8601 for days in Chinese, as receipts there
are printed.
Invariants: pure; the machine's own locale has no say; a negative figure begins with its sign.
"""

import datetime

from retail.languages import RIGHT_TO_LEFT, left_to_right
from retail.money import format_decimal, grouped

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = {
    "de": "{day:02d}.{month:02d}.{year}",
    "fr": "{day:02d}/{month:02d}/{year}",
    "es": "{day:02d}/{month:02d}/{year}",
    "zh": "{year}-{month:02d}-{day:02d}",
    "ar": "{day:02d}/{month:02d}/{year}",
}
_SPACED_PERCENT = {"de", "fr", "es"}
_NO_BREAK = "\u00a0"


def whole(number: int, language: str) -> str:
    """A whole number with its thousands apart.

    >>> whole(12400, "en"), whole(-12400, "de")
    ('12,400', '-12.400')
    """
    sign = "-" if number < 0 else ""
    return _figure(sign + grouped(abs(number), language), language, has_mark=number < 0)


def percent(basis_points: int, language: str) -> str:
    """Hundredths of a percent, with no more digits than it takes.

    >>> percent(1900, "en"), percent(490, "es")
    ('19%', '4,9\\xa0%')
    """
    digits = next(one for one in range(3) if basis_points % 10 ** (2 - one) == 0)
    text = format_decimal(basis_points // 10 ** (2 - digits), digits, language)
    gap = _NO_BREAK if language in _SPACED_PERCENT else ""
    return _figure(f"{text}{gap}%", language, has_mark=True)


def day(date: datetime.date, language: str) -> str:
    """A day with its year, which no end of a line parts.

    >>> day(datetime.date(2026, 3, 5), "en"), day(datetime.date(2026, 3, 5), "fr")
    ('5\\xa0Mar\\xa02026', '05/03/2026')
    """
    pattern = _DAYS.get(language)
    if pattern is not None:
        return pattern.format(day=date.day, month=date.month, year=date.year)
    return _NO_BREAK.join((str(date.day), _MONTHS[date.month - 1], str(date.year)))


def moment(at: datetime.datetime, language: str, gap: str = " ") -> str:
    """A day and the time of it.

    >>> moment(datetime.datetime(2026, 3, 5, 9, 7), "de")
    '05.03.2026 09:07'
    """
    return f"{day(at, language)}{gap}{at:%H:%M}"


def _figure(text: str, language: str, *, has_mark: bool) -> str:
    return left_to_right(text) if has_mark and language in RIGHT_TO_LEFT else text
