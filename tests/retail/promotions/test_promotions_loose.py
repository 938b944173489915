"""Machines too large to be unrolled are bounded from above; what is left out of a search is never needed."""

import random
from collections.abc import Sequence

import pytest

from benchmarks.pricing_hard import CASES
from retail.promotions import assign, components, machines
from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.entrants import Entrant, walking_order
from retail.promotions.forms.walk import SCALE, Piece
from retail.promotions.forms.walk_counts import Sets
from retail.promotions.forms.walk_groups import BuyThenGet, Slots
from retail.promotions.forms.walks import walks_for
from retail.promotions.graph import Graph
from retail.promotions.index import Book
from retail.promotions.loose import Loose, loose_choice, loose_use, loose_useful, loosened
from retail.promotions.plan import TIE, Plan

BUDGETS = (0, 30, 200)


def machine(rng: random.Random) -> tuple[list[Piece], Entrant]:
    """A bundle, a buy-get or a set over a dozen units at random."""
    pieces = [
        Piece(at, price, price, line)
        for at, (price, line) in enumerate(
            sorted(((rng.randint(50, 900), rng.randrange(6)) for _ in range(12)), reverse=True)
        )
    ]
    steps = (o.SetStep(distinct=2, percent_bp=1_000), o.SetStep(distinct=3, percent_bp=2_000))
    two, one = o.Slot(of=o.EVERYTHING, quantity=2), o.Slot(of=o.EVERYTHING)
    form: o.Derivation = rng.choice(
        (
            o.Bundle(slots=(two, one), price_minor=rng.randint(100, 500)),
            o.Bundle(slots=(one, one), percent_bp=2_500),
            o.BuyGet(buy_quantity=2, buy=o.EVERYTHING, get=o.EVERYTHING, percent_bp=5_000),
            o.DistinctSet(steps=steps),
        )
    )
    places = 1 if isinstance(form, o.DistinctSet) else 2
    fits = {piece.unit: rng.randint(1, 2**places - 1) for piece in pieces}
    pools = [[piece for piece in pieces if fits[piece.unit] >> place & 1] for place in range(places)]
    walk = rng.choice(walks_for(form, pools, rng.choice((None, 2))))
    return pieces, Entrant(0, walk, fits)


@pytest.mark.parametrize("seed", range(60))
def test_a_loose_machine_gains_no_less_and_needs_no_more_than_the_machine_itself(seed: int) -> None:
    rng = random.Random(seed)
    pieces, entrant = machine(rng)
    [whole] = machines.machines(pieces, [entrant], 10**6) or []
    assert isinstance(whole, Graph)
    assert isinstance(entrant.walk, Slots | BuyThenGet | Sets)
    loose = loosened(0, whole.ats, pieces, entrant.walk.pools(pieces, entrant.fits))
    for _ in range(5):
        costs = [rng.randint(0, 400) * SCALE * TIE for _ in pieces]
        most, _ = machines.best_use(whole, costs)
        assert loose_use(loose, costs)[0] >= most
        value, path = loose_choice(loose, costs)
        assert value <= most
        assert value == sum(edge.gain - costs[at] for at, edge in path)
        assert len({at for at, _ in path}) == len(path)
        for budget in BUDGETS:
            slack = budget * SCALE * TIE
            needed = machines.useful(whole, costs, slack)
            kept = loose_useful(loose, costs, slack + loose_use(loose, costs)[0] - most)
            assert all(bits & ~kept.get(at, 0) == 0 for at, bits in needed.items())


def test_large_machines_are_bounded_loosely_and_the_answer_stays_the_best(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    units, own = CASES["50 of a grocer's forms"](1)
    expected = price_basket(units, Book(own))
    assert expected.is_exact
    monkeypatch.setattr(machines, "LOOSE_FROM", 100)
    seen: list[object] = []
    loosely = machines.loose.loosened
    monkeypatch.setattr(machines.loose, "loosened", lambda *all_: seen.append(loosely(*all_)) or seen[-1])
    outcome = price_basket(units, Book(own))
    assert any(isinstance(one, Loose) for one in seen)
    assert outcome.saving_minor <= expected.saving_minor
    assert outcome.saving_minor == expected.saving_minor or not outcome.is_exact


@pytest.mark.parametrize("name", ["50 of a grocer's forms"])
def test_what_is_proved_is_what_an_exact_solver_finds(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("highspy")
    from benchmarks.pricing_solver import highest

    seen: list[tuple[Sequence[Piece], Sequence[Entrant], Plan]] = []
    solve = assign.solve

    def watched(pieces: Sequence[Piece], entrants: Sequence[Entrant], effort: assign.Effort) -> Plan:
        plan = solve(pieces, entrants, effort)
        seen.append((walking_order(pieces, entrants), entrants, plan))
        return plan

    monkeypatch.setattr(components, "solve", watched)
    units, own = CASES[name](2)
    assert price_basket(units, Book(own)).is_exact
    pieces, entrants, plan = max(seen, key=lambda one: len(one[0]))
    assert plan.value == highest(pieces, entrants)
