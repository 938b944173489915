"""Value added tax by a declared policy: prices with or without it, rounded at unit, line, rate or order.

The lane's own receipts use `retail.tax`; this module serves every other country's and peer's rule.

Invariants: integers only; tax and net of a gross amount add up to it.
"""

from collections.abc import Iterable, Mapping
from math import lcm
from typing import Literal

import msgspec

from retail.promotions.rounding import Mode, divide

WHOLE = 10_000


class TaxPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """How this shop states and rounds tax."""

    prices: Literal["gross", "net"] = "gross"
    rates_bp: Mapping[str, int] = {}
    """Name of a rate to hundredths of a percent."""
    at: Literal["unit", "line", "rate", "order"] = "rate"
    mode: Mode = "half_up"


class TaxPart(msgspec.Struct, frozen=True, kw_only=True):
    """One rate's part of a basket."""

    rate: str
    rate_bp: int
    net_minor: int
    tax_minor: int


def tax_parts(paid: Iterable[tuple[str, str, int]], policy: TaxPolicy) -> tuple[tuple[TaxPart, ...], int]:
    """Per-rate parts and the tax in all, of `(line, rate, amount)` per unit after discounts.

    Rounded per order, the parts are shares of the one rounded sum, largest remainder first.
    """
    buckets: dict[tuple[str, object], int] = {}
    for number, (line, rate, amount) in enumerate(paid):
        key: object = {"unit": number, "line": line, "rate": 0, "order": 0}[policy.at]
        buckets[rate, key] = buckets.get((rate, key), 0) + amount
    amounts: dict[str, int] = {}
    taxes: dict[str, int] = {}
    for (rate, _), amount in buckets.items():
        numerator, denominator = _fraction(amount, policy.rates_bp.get(rate, 0), policy)
        amounts[rate] = amounts.get(rate, 0) + amount
        taxes[rate] = taxes.get(rate, 0) + divide(numerator, denominator, policy.mode)
    if policy.at == "order" and amounts:
        taxes = _at_order(amounts, policy)
    parts = tuple(
        TaxPart(
            rate=rate,
            rate_bp=policy.rates_bp.get(rate, 0),
            net_minor=amounts[rate] - (taxes[rate] if policy.prices == "gross" else 0),
            tax_minor=taxes[rate],
        )
        for rate in sorted(amounts)
    )
    return parts, sum(taxes.values())


def _fraction(amount: int, rate_bp: int, policy: TaxPolicy) -> tuple[int, int]:
    return amount * rate_bp, WHOLE + rate_bp if policy.prices == "gross" else WHOLE


def _at_order(amounts: Mapping[str, int], policy: TaxPolicy) -> dict[str, int]:
    exact = {
        rate: _fraction(amount, policy.rates_bp.get(rate, 0), policy) for rate, amount in amounts.items()
    }
    common = lcm(*(denominator for _, denominator in exact.values()))
    scaled = {rate: numerator * (common // denominator) for rate, (numerator, denominator) in exact.items()}
    total = divide(sum(scaled.values()), common, policy.mode)
    taxes = {rate: value // common for rate, value in scaled.items()}
    missing = total - sum(taxes.values())
    for rate in sorted(scaled, key=lambda name: -(scaled[name] % common))[: max(0, missing)]:
        taxes[rate] += 1
    return taxes
