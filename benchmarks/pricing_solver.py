"""The best assignment by integer programming (HiGHS): the oracle beside our own search."""

from collections.abc import Sequence

from retail.promotions import machines
from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import SCALE, Piece
from retail.promotions.graph import Graph
from retail.promotions.plan import best_alone, whole


def highest(pieces: Sequence[Piece], entrants: Sequence[Entrant], limit_s: float | None = None) -> int | None:
    """The highest value, minor units times SCALE; None where it was not found within the limit.

    Each machine is a path through its graph; every unit is used once at most.
    """
    import highspy

    model = highspy.Highs()  # type: ignore[no-untyped-call]
    model.silent()
    model.setOptionValue("mip_rel_gap", 0.0)
    if limit_s is not None:
        model.setOptionValue("time_limit", limit_s)
    users: list[list[object]] = [[] for _ in pieces]
    for at, (gain, _) in enumerate(best_alone(pieces, entrants)):
        users[at].append(model.addBinary(obj=-gain / SCALE))
    for own_graph in machines.machines(pieces, entrants, 10**9) or ():
        assert isinstance(own_graph, Graph)
        flows: dict[int, list[object]] = {}
        for number, (at, rows) in enumerate(zip(own_graph.ats, own_graph.layers, strict=True)):
            arriving: dict[int, list[object]] = {}
            for state, (passed, edges) in enumerate(rows):
                leaving = []
                if passed >= 0:
                    leaving.append(model.addVariable(0, 1))
                    arriving.setdefault(passed, []).append(leaving[-1])
                for edge in edges:
                    leaving.append(model.addBinary(obj=-whole(edge.gain) / SCALE))
                    arriving.setdefault(edge.target, []).append(leaving[-1])
                    users[at].append(leaving[-1])
                entering = flows.get(state, [])
                if number == 0:
                    model.addConstr(sum(leaving) == 1)
                elif leaving or entering:
                    model.addConstr(sum(leaving) == sum(entering))  # type: ignore[arg-type]
            flows = arriving
    for own in users:
        model.addConstr(sum(own) <= 1)  # type: ignore[arg-type]
    model.minimize()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(-model.getInfo().objective_function_value * SCALE)
