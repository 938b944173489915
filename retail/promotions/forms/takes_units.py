"""Forms that look at units one by one: percentages, amounts, new prices, over units or over their sum.

Every function takes the derivation, its places' units and the standing, and answers what it takes off each
unit. None changes the standing. Pools may hold units nothing can be taken off; those are left alone.
"""

from collections.abc import Sequence

from retail.promotions.offer import (
    BASIS_POINTS,
    Amount,
    AmountEach,
    FirstAdditional,
    NewPrice,
    Percent,
    PercentOfTotal,
    Pick,
    SetTotal,
)
from retail.promotions.rounding import Policy, divide
from retail.promotions.standing import Standing, Take

Pools = Sequence[Sequence[int]]


def chosen(
    units: Sequence[int], standing: Standing, pick: Pick, most: int | None, most_per_line: int | None = None
) -> list[int]:
    """The units a limited offer falls on, in the standing's order; no limit takes all that can still give."""
    payable = standing.payable(units)
    if most_per_line is not None:
        payable = [unit for group in standing.by_line(payable).values() for unit in group[:most_per_line]]
    if most is None or len(payable) <= most:
        return payable
    ordered = standing.dearest_first(payable) if pick == "dearest" else standing.cheapest_first(payable)
    return sorted(ordered[:most])


def percent_off(
    units: Sequence[int],
    percent_bp: int,
    standing: Standing,
    policy: Policy,
    bases: Sequence[int] | None = None,
) -> dict[int, int]:
    """A percentage off given units, rounded once per line or once in all. `bases` default to what is left.

    A unit at its floor keeps its share: a percentage of one unit is never moved to another.
    """
    of = bases if bases is not None else standing.left
    return rounded({unit: of[unit] * percent_bp for unit in units}, standing, policy)


def rounded(exact: dict[int, int], standing: Standing, policy: Policy) -> dict[int, int]:
    """Exact savings, minor units times BASIS_POINTS, rounded once per line or once in all."""
    exact = {unit: min(amount, standing.room(unit) * BASIS_POINTS) for unit, amount in exact.items()}
    units = list(exact)
    groups = standing.by_line(units).values() if policy.at == "line" else (units,)
    shares: dict[int, int] = {}
    for group in groups:
        amount = divide(sum(exact[unit] for unit in group), BASIS_POINTS, policy.mode)
        shares |= standing.spread_by(amount, group, exact, policy, last=policy.spread == "last")
    return shares


def _as_takes(shares: dict[int, int], instance: int = 0) -> list[Take]:
    return [Take(unit, amount, instance) for unit, amount in shares.items() if amount]


def percent(form: Percent, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 2, 3, 6-9, 14, 35, 37, 45."""
    units = chosen(pools[0], standing, form.pick, form.max_units, form.max_units_per_line)
    bases = standing.list_prices if form.base == "list" else None
    return _as_takes(percent_off(units, form.percent_bp, standing, policy, bases))


def percent_of_total(form: PercentOfTotal, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 8, 28, 31, 32, 36."""
    units = pools[0]
    total = sum(standing.left[unit] for unit in units)
    if form.upto_minor is not None:
        total = min(total, form.upto_minor)
    amount = divide(total * form.percent_bp, BASIS_POINTS, policy.mode)
    if form.cap_minor is not None:
        amount = min(amount, form.cap_minor)
    return _as_takes(standing.spread(amount, units, policy, over_basket=True))


def amount(form: Amount, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 5, 26, 33, 36, 39."""
    units = chosen(pools[0], standing, form.pick, form.max_units)
    return _as_takes(standing.spread(form.amount_minor, units, policy, over_basket=True))


def amount_each(form: AmountEach, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 4, 7."""
    units = chosen(pools[0], standing, form.pick, form.max_units, form.max_units_per_line)
    return [Take(unit, min(form.amount_minor, standing.room(unit))) for unit in units]


def new_price(form: NewPrice, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 1, 6, 10."""
    saved = ((unit, min(standing.left[unit] - form.price_minor, standing.room(unit))) for unit in pools[0])
    return [Take(unit, saving) for unit, saving in saved if saving > 0]


def set_total(form: SetTotal, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: form 34."""
    saving = sum(standing.left[unit] for unit in pools[0]) - form.price_minor
    return _as_takes(standing.spread(saving, pools[0], policy, over_basket=True))


def first_additional(form: FirstAdditional, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: form 24. The dearest unit is the first."""
    units = standing.dearest_first(standing.payable(pools[0]))[: form.max_units]
    return [
        Take(unit, min(form.additional_minor if place else form.first_minor, standing.room(unit)))
        for place, unit in enumerate(units)
    ]
