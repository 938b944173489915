"""Components too large for the plain walk: the answer is the best, proved, or says that it is not proved."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

import pytest
from hypothesis import given
from promotions_oracle import best_saving
from promotions_shop import WITH_FLOORS, baskets, offers

from benchmarks import pricing_speed
from benchmarks.pricing_solver import highest
from retail.promotions import assign, components, machines, prove
from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.entrants import Entrant, walking_order
from retail.promotions.forms.walk import Piece
from retail.promotions.index import Book
from retail.promotions.offer import BASIS_POINTS, Offer
from retail.promotions.outcome import Outcome
from retail.promotions.plan import Plan
from retail.promotions.rounding import divide
from retail.promotions.session import OpenBasket
from retail.promotions.units import Item, Unit

LINES = 100


@contextmanager
def plain_walk_gives_up() -> Iterator[None]:
    """So that small baskets, whose best answer brute force knows, have to be proved as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assign, "AT_SCAN", assign.Effort(0, 1))
        yield


@given(baskets(), offers())
def test_a_proved_saving_is_the_best_there_is(units: list[Unit], own: list[Offer]) -> None:
    with plain_walk_gives_up():
        outcome = price_basket(units, Book(own))
    assert outcome.saving_minor == divide(best_saving(units, own), BASIS_POINTS)
    assert (outcome.is_final, outcome.is_exact) == (True, True)


@given(baskets(floors=True), offers(among=WITH_FLOORS))
def test_a_proved_saving_is_the_best_there_is_with_floor_prices(units: list[Unit], own: list[Offer]) -> None:
    with plain_walk_gives_up():
        outcome = price_basket(units, Book(own))
    assert outcome.saving_minor == divide(best_saving(units, own), BASIS_POINTS)
    assert outcome.is_exact


def grocer(seed: int, count: int) -> tuple[list[Unit], list[Offer]]:
    """100 lines, 156 units and so many offers over 12 products each from anywhere in the shop."""
    rng = random.Random(seed)
    items = [Item(id=f"p{at}", price_minor=rng.randint(49, 999)) for at in range(LINES)]
    bought = items + [rng.choice(items) for _ in range(56)]

    def some(size: int) -> o.Selector:
        return o.Selector(ids=tuple(f"p{at}" for at in rng.sample(range(LINES), size)))

    def form() -> o.Derivation:
        forms: list[o.Derivation] = [
            o.Percent(percent_bp=rng.choice((1000, 2000)), of=some(12)),
            o.GroupPrice(quantity=rng.choice((2, 3)), price_minor=rng.randint(150, 900), of=some(12)),
            o.NthUnit(quantity=rng.choice((2, 3, 4)), percent_bp=rng.choice((5000, 10_000)), of=some(12)),
            o.BuyGet(buy_quantity=1, buy=some(12), get=some(3), percent_bp=5000),
            o.Bundle(slots=(o.Slot(of=some(12)), o.Slot(of=some(3))), price_minor=rng.randint(200, 700)),
            o.DistinctSet(of=some(8), steps=(o.SetStep(distinct=4, percent_bp=2000),)),
        ]
        return rng.choices(forms, (20, 25, 25, 10, 10, 10))[0]

    own = [Offer(id=f"offer-{number}", derivation=(form(),)) for number in range(count)]
    return [Unit(id=number, item=item) for number, item in enumerate(bought)], own


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_fifty_overlapping_offers_are_proved_in_any_order_of_scans(seed: int) -> None:
    units, own = grocer(seed, 50)
    outcome = price_basket(units, Book(own))
    assert outcome.is_exact
    random.Random(seed).shuffle(units)
    basket = OpenBasket(Book(own))
    shown = []
    for unit in units:
        basket.add(unit)
        shown.append(basket.price().goods_minor)
    assert basket.finish().outcome().total_minor == outcome.total_minor
    assert outcome.total_minor <= shown[-1]


def test_the_benchmarks_crowded_basket_is_proved() -> None:
    units, own = pricing_speed.shop(50, 50, overlapping=True)
    assert price_basket(units, Book(own)).is_exact


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_a_hundred_overlapping_offers_are_proved(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pricing_speed, "SEED", seed)
    units, own = pricing_speed.shop(100, 100, overlapping=True)
    assert price_basket(units, Book(own)).is_exact


@pytest.mark.parametrize("seed", range(2))
def test_large_components_are_what_an_exact_solver_finds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("highspy")
    seen: list[tuple[Sequence[Piece], Sequence[Entrant], Plan]] = []
    solve = components.solve

    def watched(pieces: Sequence[Piece], entrants: Sequence[Entrant], effort: assign.Effort) -> Plan:
        plan = solve(pieces, entrants, effort)
        seen.append((walking_order(pieces, entrants), entrants, plan))
        return plan

    monkeypatch.setattr(components, "solve", watched)
    units, own = grocer(seed, 20)
    assert price_basket(units, Book(own)).is_exact
    pieces, entrants, plan = max(seen, key=lambda one: len(one[0]))
    assert len(pieces) > 50
    assert plan.value == highest(pieces, entrants)


def check(units: list[Unit], outcome: Outcome) -> None:
    assert outcome.is_final
    assert not outcome.is_exact
    assert outcome.saving_minor > 0
    assert sum(unit.paid_minor for unit in outcome.units) == outcome.total_minor
    assert all(unit.paid_minor >= 0 for unit in outcome.units)
    assert len(outcome.units) == len(units)


@pytest.mark.parametrize(("module", "limit"), [(prove, "WORK_MAX"), (machines, "EDGES_MAX")])
def test_what_a_limit_leaves_unproved_says_so_and_does_not_depend_on_the_order(
    module: ModuleType, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, limit, 0)
    units, own = grocer(1, 50)
    outcome = price_basket(units, Book(own))
    check(units, outcome)
    random.Random(1).shuffle(units)
    basket = OpenBasket(Book(own))
    for unit in units:
        basket.add(unit)
        basket.price()
    assert basket.finish().outcome().total_minor == outcome.total_minor


def lottery(seed: int, forms: Sequence[o.Derivation]) -> tuple[list[Unit], list[Offer]]:
    """100 lines, 156 units."""
    rng = random.Random(seed)
    items = [Item(id=f"p{at}", price_minor=rng.randint(49, 999)) for at in range(LINES)]
    bought = items + [rng.choice(items) for _ in range(56)]
    own = [Offer(id=f"offer-{number}", derivation=(form,)) for number, form in enumerate(forms)]
    return [Unit(id=number, item=item) for number, item in enumerate(bought)], own


def any_of(rng: random.Random, size: int) -> o.Selector:
    return o.Selector(ids=tuple(f"p{at}" for at in rng.sample(range(LINES), size)))


def test_thirty_meal_deals_over_the_same_hundred_goods_are_proved() -> None:
    rng = random.Random(0)
    meals = [
        o.Bundle(slots=tuple(o.Slot(of=any_of(rng, 5)) for _ in "abc"), price_minor=rng.randint(500, 1200))
        for _ in range(30)
    ]
    units, own = lottery(0, meals)
    assert price_basket(units, Book(own)).is_exact


def test_sixty_seven_times_x_for_y_over_the_same_hundred_goods_are_proved() -> None:
    rng = random.Random(0)
    packs: list[o.Derivation] = [
        o.GroupPrice(quantity=rng.choice((2, 3, 4)), price_minor=rng.randint(300, 1200), of=any_of(rng, 12))
        for _ in range(67)
    ]
    units, own = lottery(0, packs)
    assert price_basket(units, Book(own)).is_exact


def test_sixty_seven_times_three_for_two_over_the_same_hundred_goods_are_past_the_limit() -> None:
    rng = random.Random(0)
    units, own = lottery(0, [o.NthUnit(quantity=3, of=any_of(rng, 12)) for _ in range(67)])
    check(units, price_basket(units, Book(own)))
