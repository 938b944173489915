"""Value added tax contained in prices, per rate.

Prices on a European shelf include the tax, so a rate's total is the sum of its lines and the tax is taken
out of that total once, rounded half up: one rounding per rate, and net + tax is always the gross.

Source: Directive 2006/112/EC art. 226b; rounding at the rate's total is allowed in AT, DE, FR, CH.
"""

from collections.abc import Iterable

from retail.check import require
from retail.money import divide_half_up
from retail.receipt import TaxTotal

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Printed beside each line; the highest rate is A. A catalogue with more rates is refused."""


def letters(rates_bp: Iterable[int]) -> dict[int, str]:
    """Give each distinct rate its letter, highest rate first."""
    rates = sorted(set(rates_bp), reverse=True)
    require(len(rates) <= len(LETTERS), "every tax rate has a letter")
    return dict(zip(rates, LETTERS, strict=False))


def totals(amounts: Iterable[tuple[int, int]]) -> tuple[TaxTotal, ...]:
    """Per-rate totals of `(rate_bp, gross_minor)` pairs, highest rate first."""
    gross: dict[int, int] = {}
    for rate_bp, gross_minor in amounts:
        gross[rate_bp] = gross.get(rate_bp, 0) + gross_minor
    return tuple(
        TaxTotal(
            letter=letter,
            rate_bp=rate_bp,
            gross_minor=gross[rate_bp],
            net_minor=(net := divide_half_up(gross[rate_bp] * 10_000, 10_000 + rate_bp)),
            tax_minor=gross[rate_bp] - net,
        )
        for rate_bp, letter in letters(gross).items()
    )
