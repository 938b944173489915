"""Where a basket stands while offers are applied one after another: what is left to pay of each unit.

Invariants: no unit goes below its floor or zero; `left` is the list price less everything taken.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from retail.check import require
from retail.promotions.rounding import Policy, share_within


class Take(NamedTuple):
    """What one offer does to one unit: an amount off, or only that the unit was needed (a qualifier)."""

    unit: int
    """Position in the standing."""
    amount_minor: int
    instance: int = 0
    """Which group of this offer: the first three of 3 for 2, the second three..."""
    is_reward: bool = True


USED = 1
BACKING = 2


class Standing:
    """Parallel lists, one entry per unit, in a fixed order."""

    def __init__(
        self,
        prices: Sequence[int],
        floors: Sequence[int],
        lines: Sequence[int],
        taxes_bp: Sequence[int] | None = None,
        list_prices: Sequence[int] | None = None,
    ) -> None:
        self.list_prices = list_prices if list_prices is not None else prices
        self.left = list(prices)
        self.floors = floors
        self.lines = lines
        """Units of one line share a number."""
        self.taxes_bp = taxes_bp
        """Rates of prices that exclude tax; None where they include it."""
        self.used = bytearray(len(prices))
        """Bits: units an offer that consumes has used (USED), and those behind a maker's coupon (BACKING)."""

    def room(self, unit: int) -> int:
        """How much may still be taken off this unit."""
        return max(0, self.left[unit] - self.floors[unit])

    def payable(self, units: Iterable[int]) -> list[int]:
        """The units something may still be taken off."""
        left, floors = self.left, self.floors
        return [unit for unit in units if left[unit] > floors[unit]]

    def dearest_first(self, units: Iterable[int]) -> list[int]:
        """By what is left to pay; equal prices in the standing's order."""
        left = self.left
        return sorted(units, key=lambda unit: -left[unit])

    def cheapest_first(self, units: Iterable[int]) -> list[int]:
        """By what is left to pay; equal prices in the standing's order."""
        return sorted(units, key=self.left.__getitem__)

    def by_line(self, units: Iterable[int]) -> dict[int, list[int]]:
        """Units grouped by line, in order."""
        groups: dict[int, list[int]] = {}
        lines = self.lines
        for unit in units:
            groups.setdefault(lines[unit], []).append(unit)
        return groups

    def spread(
        self, amount: int, units: Sequence[int], policy: Policy, *, over_basket: bool = False
    ) -> dict[int, int]:
        """Share an amount over units by what is left to pay, first over lines, then inside each line.

        What a unit cannot take goes to the others; what none can take is not given.
        """
        left = self.left
        weights = {unit: left[unit] for unit in units}
        spread = policy.spread
        if over_basket:
            spread = policy.basket_spread or policy.spread
            if policy.basket_weights == "price_with_tax" and self.taxes_bp is not None:
                weights = {unit: left[unit] * (10_000 + self.taxes_bp[unit]) for unit in units}
        return self.spread_by(amount, units, weights, policy, last=spread == "last")

    def spread_by(
        self, amount: int, units: Sequence[int], weights: dict[int, int], policy: Policy, *, last: bool
    ) -> dict[int, int]:
        """The same by given weights."""
        groups = list(self.by_line(units).values())
        room = {unit: self.room(unit) for unit in units}
        limits = [sum(room[unit] for unit in group) for group in groups]
        amount = min(amount, sum(limits))
        if amount <= 0:
            return {}
        line_weights = [sum(weights[unit] for unit in group) for group in groups]
        parts = share_within(amount, line_weights, limits, last=last, mode=policy.mode)
        shares: dict[int, int] = {}
        for group, part in zip(groups, parts, strict=True):
            if part and len(group) == 1:
                shares[group[0]] = part
            elif part:
                inner = share_within(part, [weights[unit] for unit in group], [room[unit] for unit in group])
                shares.update((unit, share) for unit, share in zip(group, inner, strict=True) if share)
        return shares

    def apply(self, takes: Iterable[Take]) -> None:
        """Take the amounts off."""
        for take in takes:
            self.left[take.unit] -= take.amount_minor
            require(self.left[take.unit] >= 0, "no unit is sold below zero")
