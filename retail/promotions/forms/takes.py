"""One table from a derivation to the function that applies it."""

from collections.abc import Callable, Mapping
from typing import Any

from retail.promotions.forms import takes_groups, takes_units
from retail.promotions.forms.takes_units import Pools
from retail.promotions.offer import (
    Amount,
    AmountEach,
    Bundle,
    BuyGet,
    DistinctSet,
    FirstAdditional,
    GroupPrice,
    Ladder,
    NewPrice,
    NthUnit,
    Percent,
    PercentOfTotal,
    PerGroup,
    SetTotal,
)
from retail.promotions.rounding import Policy
from retail.promotions.standing import Standing, Take

TAKES: Mapping[type, Callable[[Any, Pools, Standing, Policy], list[Take]]] = {
    Percent: takes_units.percent,
    PercentOfTotal: takes_units.percent_of_total,
    Amount: takes_units.amount,
    AmountEach: takes_units.amount_each,
    NewPrice: takes_units.new_price,
    SetTotal: takes_units.set_total,
    FirstAdditional: takes_units.first_additional,
    GroupPrice: takes_groups.group_price,
    NthUnit: takes_groups.nth_unit,
    PerGroup: takes_groups.per_group,
    BuyGet: takes_groups.buy_get,
    Bundle: takes_groups.bundle,
    DistinctSet: takes_groups.distinct_set,
    Ladder: takes_groups.ladder,
}
"""Gifts, free delivery and next-visit coupons take nothing off a unit; see `forms/extras.py`."""

PLACED = (Bundle, DistinctSet)
"""Forms whose units must be placed by a walk even when no other offer competes for them."""
