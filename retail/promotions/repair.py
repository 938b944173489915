"""A good assignment from shadow prices, quickly: let the offers choose one after the other, then think again.

Each offer takes its best use of the units still free. Then each in turn gives its units back and chooses
again, until nobody gains. Several orders of choosing are tried.

Invariant: no unit is used twice; the same machines and prices give the same answer.
"""

from collections.abc import Sequence

from retail.promotions.graph import NEVER, Path
from retail.promotions.machines import Machine, best_use, choice

ROUNDS_MAX = 6
ORDERS = 6
WORK_MAX = 1_500_000
"""Edges looked at in all; large machines get fewer orders and rounds."""
TAKEN = -NEVER >> 20
"""The cost of a unit another offer uses."""


def repaired(machines: Sequence[Machine], costs: Sequence[int], alone: Sequence[int]) -> list[Path]:
    """Each machine's uses in the best answer found; units nobody uses gain what they do `alone`."""
    surplus = [best_use(machine, costs)[0] for machine in machines]
    by_surplus = sorted(range(len(machines)), key=lambda number: -surplus[number])
    best: tuple[int, list[Path]] | None = None
    edges = sum(machine.edges for machine in machines)
    looks = max(2, WORK_MAX // max(1, edges))
    for turn in range(min(ORDERS, max(1, looks // (1 + ROUNDS_MAX)))):
        start = turn // 2 * len(machines) * 2 // ORDERS
        order = by_surplus[start:] + by_surplus[:start]
        found = _chosen(machines, costs, alone, order[:: -1 if turn % 2 else 1], min(ROUNDS_MAX, looks - 1))
        if best is None or found[0] > best[0]:
            best = found
    return best[1] if best is not None else []


def _chosen(
    machines: Sequence[Machine], costs: Sequence[int], alone: Sequence[int], order: Sequence[int], rounds: int
) -> tuple[int, list[Path]]:
    free = list(costs)
    paths: list[Path] = [[] for _ in machines]
    for number in order:
        _, paths[number] = choice(machines[number], free)
        for at, _ in paths[number]:
            free[at] = TAKEN
    for at, gain in enumerate(alone):
        if free[at] == costs[at]:
            free[at] = gain
    for _ in range(rounds):
        changed = False
        for number in order:
            before = paths[number]
            for at, _ in before:
                free[at] = alone[at]
            value, path = choice(machines[number], free)
            if value > sum(edge.gain - alone[at] for at, edge in before):
                paths[number] = path
                changed = True
            for at, _ in paths[number]:
                free[at] = TAKEN
        if not changed:
            break
    used = {at for path in paths for at, _ in path}
    value = sum(edge.gain for path in paths for _, edge in path)
    return value + sum(gain for at, gain in enumerate(alone) if at not in used), paths
