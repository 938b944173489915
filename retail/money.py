"""Money: integers of minor units with a currency, shared out and written down exactly.

`float` touches neither. One formatter serves screen and paper, so that a shopper reads the same figure
everywhere.

Source: ISO 4217 (exponents), Unicode CLDR (placement of symbol and separators).
"""

from collections.abc import Sequence

from retail.check import require
from retail.languages import RIGHT_TO_LEFT, left_to_right

AMOUNT_MAX_MINOR = 10**12
"""More than any basket; an amount beyond it is a bug, not a purchase."""

_EXPONENTS = {"JPY": 0, "KRW": 0, "ISK": 0, "HUF": 2, "KWD": 3, "BHD": 3, "TND": 3}
_NUMERIC = {"EUR": 978, "CHF": 756, "GBP": 826, "USD": 840, "CNY": 156, "PLN": 985, "CZK": 203, "SEK": 752}
_NUMERIC |= {"DKK": 208, "NOK": 578, "HUF": 348, "JPY": 392, "RON": 946}
_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "CNY": "¥", "JPY": "¥", "CHF": "CHF"}
_PLAIN = (".", ",")
"""Before the fraction, and between thousands."""
_SEPARATORS = {"de": (",", "."), "fr": (",", "\u202f"), "es": (",", ".")}
_SYMBOL_BEHIND = {"de", "fr", "es"}


def exponent(currency: str) -> int:
    """Digits behind the decimal separator: 2 for EUR, 0 for JPY."""
    return _EXPONENTS.get(currency, 2)


def is_currency(code: str) -> bool:
    """Whether `code` looks like an ISO 4217 alphabetic code this system can carry to a terminal."""
    return code in _NUMERIC


def numeric_code(currency: str) -> int:
    """ISO 4217 numeric code (EUR 978), as card terminals speak it. KeyError if not supported."""
    return _NUMERIC[currency]


def alphabetic_code(numeric: int) -> str | None:
    """The reverse of `numeric_code`; None for a currency this system does not carry."""
    return next((code for code, number in _NUMERIC.items() if number == numeric), None)


def format_amount(amount_minor: int, currency: str, language: str, *, symbol: bool = False) -> str:
    """Write an amount for people: `12.34`, German `1.234,50`; with `symbol` `€12.34` or `12,34 €`.

    >>> format_amount(123450, "EUR", "de", symbol=True)
    '1.234,50\\xa0€'
    """
    digits = exponent(currency)
    point, _ = _SEPARATORS.get(language, _PLAIN)
    whole, fraction = divmod(abs(amount_minor), 10**digits)
    text = grouped(whole, language)
    if digits:
        text += f"{point}{fraction:0{digits}d}"
    sign = "-" if amount_minor < 0 else ""
    if language in RIGHT_TO_LEFT:  # the figure itself reads from left to right; the symbol stands before it
        mark = f"{_SYMBOLS.get(currency, currency)}\u00a0" if symbol else ""
        return left_to_right(f"{sign}{mark}{text}") if sign or mark else text
    if not symbol:
        return sign + text
    mark = _SYMBOLS.get(currency, currency)
    if language in _SYMBOL_BEHIND:
        return f"{sign}{text}\u00a0{mark}"
    return f"{sign}{mark}{text}" if len(mark) == 1 else f"{sign}{mark}\u00a0{text}"


def grouped(number: int, language: str) -> str:
    """A whole number, not negative, with its thousands apart: German `12.400`."""
    _, group = _SEPARATORS.get(language, _PLAIN)
    return f"{number:,}".replace(",", group)


def format_decimal(value: int, digits: int, language: str) -> str:
    """Write `value / 10**digits` for people: `format_decimal(1236, 3, "de")` is `1,236`."""
    point, _ = _SEPARATORS.get(language, _PLAIN)
    whole, fraction = divmod(abs(value), 10**digits)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}{point}{fraction:0{digits}d}" if digits else f"{sign}{whole}"


def divide_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` rounded half away from zero, in integers. `denominator` > 0."""
    require(denominator > 0, "a rounding denominator is positive")
    quotient, remainder = divmod(abs(numerator), denominator)
    quotient += 2 * remainder >= denominator
    return quotient if numerator >= 0 else -quotient


def allocate(amount_minor: int, weights: Sequence[int]) -> list[int]:
    """Share an amount by weight, largest remainder first; the shares always add up to it.

    Equal remainders go to the earlier share. All weights zero: everything to the first share.
    """
    require(len(weights) > 0, "an amount is shared among at least one")
    require(all(weight >= 0 for weight in weights), "weights are not negative")
    total = sum(weights)
    if total == 0:
        return [amount_minor] + [0] * (len(weights) - 1)
    sign = 1 if amount_minor >= 0 else -1
    parts = [divmod(abs(amount_minor) * weight, total) for weight in weights]
    shares = [whole for whole, _ in parts]
    left = abs(amount_minor) - sum(shares)
    for index in sorted(range(len(parts)), key=lambda i: -parts[i][1])[:left]:
        shares[index] += 1
    return [sign * share for share in shares]
