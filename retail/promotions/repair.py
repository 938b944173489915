"""A good assignment from shadow prices, quickly: let the offers choose one after the other, then think again.

Each offer takes its best use of the units still free. Then each in turn gives its units back and chooses
again, until nobody gains. Several orders of choosing are tried.

Invariant: no unit is used twice; the same graphs and prices give the same answer.
"""

from collections.abc import Sequence

from retail.promotions.graph import NEVER, Graph, Path, best_use

ROUNDS_MAX = 6
ORDERS = 6
WORK_MAX = 1_500_000
"""Edges looked at in all; large graphs get fewer orders and rounds."""
TAKEN = -NEVER >> 20
"""The cost of a unit another offer uses."""


def repaired(graphs: Sequence[Graph], costs: Sequence[int], alone: Sequence[int]) -> list[Path]:
    """Each machine's uses in the best answer found; units nobody uses gain what they do `alone`."""
    surplus = [best_use(graph, costs)[0] for graph in graphs]
    by_surplus = sorted(range(len(graphs)), key=lambda number: -surplus[number])
    best: tuple[int, list[Path]] | None = None
    edges = sum(graph.edges for graph in graphs)
    looks = max(2, WORK_MAX // max(1, edges))
    for turn in range(min(ORDERS, max(1, looks // (1 + ROUNDS_MAX)))):
        start = turn // 2 * len(graphs) * 2 // ORDERS
        order = by_surplus[start:] + by_surplus[:start]
        found = _chosen(graphs, costs, alone, order[:: -1 if turn % 2 else 1], min(ROUNDS_MAX, looks - 1))
        if best is None or found[0] > best[0]:
            best = found
    return best[1] if best is not None else []


def _chosen(
    graphs: Sequence[Graph], costs: Sequence[int], alone: Sequence[int], order: Sequence[int], rounds: int
) -> tuple[int, list[Path]]:
    free = list(costs)
    paths: list[Path] = [[] for _ in graphs]
    for number in order:
        _, paths[number] = best_use(graphs[number], free)
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
            value, path = best_use(graphs[number], free)
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
