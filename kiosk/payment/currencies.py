"""Currencies as card terminals name them: by number."""

CURRENCIES = {
    "CHF": 756,
    "CNY": 156,
    "CZK": 203,
    "DKK": 208,
    "EUR": 978,
    "GBP": 826,
    "HUF": 348,
    "NOK": 578,
    "PLN": 985,
    "SEK": 752,
    "USD": 840,
}
"""ISO 4217: alphabetic -> numeric, for the currencies terminals here are sold with."""


def name_of(number: int | None) -> str | None:
    """The alphabetic code; None for a number no terminal here is sold with.

    >>> name_of(978)
    'EUR'
    """
    return next((name for name, value in CURRENCIES.items() if value == number), None)
