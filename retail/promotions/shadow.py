"""Shadow prices: what each unit is worth to the offers that compete for it.

If every offer had to pay for the units it uses, each could choose by itself; the units' prices and what the
offers gain beyond them are then together no less than the saving of any assignment. The prices that make
this bound lowest make it nearly exact: units wanted twice get dearer, units nobody wants cheaper (a
Lagrangian dual, improved by subgradient steps that keep some of the direction they had, each as long as
what the bound is still above the best answer known; shorter once the bound stops falling).

Invariants: integers only; the same machines give the same prices; no unit is priced below what it gains if it
is left to itself, so that such a use never looks like a gain beyond the bound.
"""

from collections.abc import Sequence
from typing import NamedTuple

from retail.promotions.machines import Machine, best_use

STEPS_MAX = 600
WORK_MAX = 6_000_000
"""Edges looked at in all; large machines get fewer steps."""
STEPS_MIN = 40
PATIENCE = 8
"""Steps that do not make the bound lower before they are made half as long."""
FALLS = 2_000
"""The bound falls if it does so by this part of what it is above the best answer."""
LOOK = 25
"""After so many steps each time it is asked whether going on is worth it:"""
WORTH = 40
"""it is if the bound fell by this part of what it is above the best answer."""
TURN = 7
"""Of ten parts of a step's direction, those that are new."""
FINE = 1 << 10
"""What directions are measured in."""
HALVINGS_MAX = 12


class Shadow(NamedTuple):
    """Prices for each position in walking order, and the bound they give."""

    prices: list[int]
    bound: int
    steps: int
    """It took so many."""


def shadow_prices(
    machines: Sequence[Machine],
    kinds: Sequence[int],
    alone: Sequence[int],
    low: int,
    start: Sequence[int] | None = None,
) -> Shadow:
    """The prices that bound most tightly. `alone` is what a unit gains by itself, `kinds` numbers units that
    are alike (they share a price), `low` the value of some assignment, `start` prices to begin with.
    """
    count = 1 + max(kinds, default=-1)
    supply = [0] * count
    least = [0] * count
    for kind, gain in zip(kinds, alone, strict=True):
        supply[kind] += 1
        least[kind] = max(least[kind], gain)
    prices = list(least)
    touched = {kinds[at] for machine in machines for at in machine.ats}
    for kind, price in zip(kinds, start or (), strict=False):
        if kind in touched:
            prices[kind] = max(prices[kind], price)
    edges = sum(machine.edges for machine in machines)
    best_prices = prices
    best: int | None = None
    fell_to: int | None = None
    turn = [0] * count
    halvings = waited = taken = 0
    for _ in range(min(STEPS_MAX, max(STEPS_MIN, WORK_MAX // max(1, edges)))):
        taken += 1
        costs = [prices[kind] for kind in kinds]
        bound = sum(costs)
        spare = list(supply)
        for machine in machines:
            value, path = best_use(machine, costs)
            bound += value
            for at, _ in path:
                spare[kinds[at]] -= 1
        waited += 1
        if best is None or bound < best - (best - low) // FALLS:
            waited = 0
        if best is None or bound < best:
            best, best_prices = bound, prices
        if best <= low:
            break
        if taken % LOOK == 0:
            if fell_to is not None and fell_to - best < (best - low) // WORTH:
                break
            fell_to = best
        if waited >= PATIENCE:
            halvings, waited = halvings + 1, 0
            prices, turn = best_prices, [0] * count
            if halvings > HALVINGS_MAX:
                break
        for kind in range(count):
            if spare[kind] > 0 and prices[kind] <= least[kind]:
                spare[kind] = 0
        turn = [
            (TURN * FINE * number + (10 - TURN) * before) // 10
            for number, before in zip(spare, turn, strict=True)
        ]
        norm = sum(number * number for number in turn)
        if not norm or not any(spare):
            break
        length = (bound - low) * FINE >> halvings
        prices = [
            max(floor, price - length * number // norm)
            for floor, price, number in zip(least, prices, turn, strict=True)
        ]
    return Shadow([best_prices[kind] for kind in kinds], best or 0, taken)
