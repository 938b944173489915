"""Shadow prices: what each unit is worth to the offers that compete for it.

If every offer had to pay for the units it uses, each could choose by itself; the units' prices and what the
offers gain beyond them are then together no less than the saving of any assignment. The prices that make this
bound lowest make it nearly exact: units wanted twice get dearer, units nobody wants cheaper, in steps that
shrink once the bound stops falling (a Lagrangian dual, improved by subgradient steps towards a level).

Invariants: integers only; the same graphs give the same prices; no unit is priced below what it gains if it
is left to itself, so that such a use never looks like a gain beyond the bound.
"""

from collections.abc import Sequence

from retail.promotions.graph import Graph, best_use

STEPS_MAX = 90
WORK_MAX = 1_500_000
"""Edges looked at in all; large graphs get fewer steps."""
STEPS_MIN = 12
PATIENCE = 3
"""Steps without getting near the level before it is set less high."""


def shadow_prices(graphs: Sequence[Graph], kinds: Sequence[int], alone: Sequence[int], low: int) -> list[int]:
    """A price for each position in walking order. `alone` is what a unit gains by itself, `kinds` numbers
    units that are alike (they share a price), `low` the value of some assignment.
    """
    count = 1 + max(kinds, default=-1)
    supply = [0] * count
    least = [0] * count
    for kind, gain in zip(kinds, alone, strict=True):
        supply[kind] += 1
        least[kind] = max(least[kind], gain)
    edges = sum(1 + len(ways) for graph in graphs for rows in graph.layers for _, ways in rows)
    prices = best_prices = list(least)
    best: int | None = None
    level = waited = 0
    for _ in range(max(STEPS_MIN, min(STEPS_MAX, WORK_MAX // max(1, edges)))):
        costs = [prices[kind] for kind in kinds]
        bound = sum(costs)
        spare = list(supply)
        for graph in graphs:
            value, path = best_use(graph, costs)
            bound += value
            for at, _ in path:
                spare[kinds[at]] -= 1
        if best is None or bound < best:
            waited = 0 if best is None or best - bound >= level // 2 else waited + 1
            if best is None:
                level = (bound - low) // 4
            best, best_prices = bound, prices
        else:
            waited += 1
        if waited >= PATIENCE:
            level //= 2
            waited = 0
        for kind in range(count):
            if spare[kind] > 0 and prices[kind] <= least[kind]:
                spare[kind] = 0
        norm = sum(number * number for number in spare)
        if not norm or level <= 0:
            break
        step = (bound - best + level) // norm
        prices = [
            max(floor, price - step * number)
            for floor, price, number in zip(least, prices, spare, strict=True)
        ]
    return [best_prices[kind] for kind in kinds]
