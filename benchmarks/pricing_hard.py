"""Baskets made to be hard: many offers of one kind, all overlapping, over up to two thousand pieces.

    python -m benchmarks.pricing_hard [--seeds 3] [--only NAME] [--solver-s 0]

Prints for each case how long the final price takes, whether it is proved to be the best, and, with a time
limit for it, how long HiGHS takes to prove its own and what it finds. Seeded: the same baskets every time.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.figures import quantile
from retail.promotions import assign, components
from retail.promotions import offer as o
from retail.promotions.entrants import Entrant, walking_order
from retail.promotions.forms.walk import Piece
from retail.promotions.index import Book
from retail.promotions.plan import Plan
from retail.promotions.session import OpenBasket
from retail.promotions.units import Item, Unit

LINES = 100
UNITS = 156
PRICE_POINTS = (99, 149, 199, 249, 299, 399, 499)

Shop = tuple[list[Unit], list[o.Offer]]
Some = Callable[[int], o.Selector]
"""So many products from anywhere in the basket."""


def basket(
    rng: random.Random, lines: int = LINES, pieces: int = UNITS, prices: Sequence[int] = range(49, 1000)
) -> list[Unit]:
    """All lines once, the rest at random."""
    items = [Item(id=f"p{at}", price_minor=rng.choice(prices)) for at in range(lines)]
    bought = items + [rng.choice(items) for _ in range(pieces - lines)]
    return [Unit(id=number, item=item) for number, item in enumerate(bought)]


def shop(units: list[Unit], forms: Sequence[o.Derivation]) -> Shop:
    """The basket with these offers."""
    offers = [o.Offer(id=f"offer-{number}", derivation=(form,)) for number, form in enumerate(forms)]
    return units, offers


def some_of(rng: random.Random, lines: int) -> Some:
    """A chooser of products."""
    return lambda size: o.Selector(ids=tuple(f"p{at}" for at in rng.sample(range(lines), size)))


def percents(rng: random.Random, some: Some, count: int) -> list[o.Derivation]:
    """Percentages that compete with the rest."""
    return [o.Percent(percent_bp=rng.choice((1_000, 1_500, 2_000, 2_500)), of=some(12)) for _ in range(count)]


def three_for_two(seed: int, count: int = 67) -> Shop:
    rng = random.Random(seed)
    units, some = basket(rng), some_of(rng, LINES)
    forms: list[o.Derivation] = [o.NthUnit(quantity=3, of=some(12)) for _ in range(count)]
    return shop(units, forms + percents(rng, some, 33))


def x_for_y(seed: int, prices: Sequence[int] = range(49, 1000)) -> Shop:
    rng = random.Random(seed)
    units, some = basket(rng, prices=prices), some_of(rng, LINES)
    forms: list[o.Derivation] = [
        o.GroupPrice(quantity=rng.choice((2, 3, 4)), price_minor=rng.randint(300, 1200), of=some(12))
        for _ in range(67)
    ]
    return shop(units, forms + percents(rng, some, 33))


def same_x_for_y(seed: int) -> Shop:
    rng = random.Random(seed)
    units, some = basket(rng, prices=PRICE_POINTS), some_of(rng, LINES)
    return shop(units, [o.GroupPrice(quantity=3, price_minor=900, of=some(12)) for _ in range(67)])


def meal_deals(seed: int, slots: int = 3) -> Shop:
    rng = random.Random(seed)
    units, some = basket(rng), some_of(rng, LINES)
    forms = [
        o.Bundle(slots=tuple(o.Slot(of=some(5)) for _ in range(slots)), price_minor=rng.randint(500, 1200))
        for _ in range(30)
    ]
    return shop(units, forms)


def shared_meal_deals(seed: int) -> Shop:
    """Mains of its own in each deal; drinks and snacks the same in all."""
    rng = random.Random(seed)
    units = basket(rng)
    drinks, snacks = (
        o.Slot(of=o.Selector(ids=tuple(f"p{at}" for at in range(first, first + 25)))) for first in (50, 75)
    )
    forms = []
    for _ in range(30):
        mains = o.Slot(of=o.Selector(ids=tuple(f"p{at}" for at in rng.sample(range(50), 6))))
        forms.append(o.Bundle(slots=(mains, drinks, snacks), price_minor=rng.randint(500, 1200)))
    return shop(units, forms)


def grocer(seed: int, count: int = 50, lines: int = LINES, pieces: int = UNITS) -> Shop:
    """A grocer's forms, each over products from anywhere."""
    rng = random.Random(seed)
    units, some = basket(rng, lines, pieces), some_of(rng, lines)

    def form() -> o.Derivation:
        steps = (o.SetStep(distinct=3, percent_bp=1_000), o.SetStep(distinct=4, percent_bp=2_000))
        forms: list[o.Derivation] = [
            o.Percent(percent_bp=rng.choice((1_000, 2_000)), of=some(12)),
            o.GroupPrice(quantity=rng.choice((2, 3)), price_minor=rng.randint(150, 900), of=some(12)),
            o.NthUnit(quantity=rng.choice((2, 3, 4)), percent_bp=rng.choice((5_000, 10_000)), of=some(12)),
            o.BuyGet(buy_quantity=1, buy=some(12), get=some(3), percent_bp=5_000),
            o.Bundle(slots=(o.Slot(of=some(12)), o.Slot(of=some(3))), price_minor=rng.randint(200, 700)),
            o.DistinctSet(of=some(8), steps=steps),
        ]
        return rng.choices(forms, (20, 25, 25, 10, 10, 10))[0]

    return shop(units, [form() for _ in range(count)])


CASES: dict[str, Callable[[int], Shop]] = {
    "50 of a grocer's forms": grocer,
    "100 of a grocer's forms": lambda seed: grocer(seed, 100),
    "67 x for y, 33 percentages": x_for_y,
    "67 x for y at price points, 33 percentages": lambda seed: x_for_y(seed, PRICE_POINTS),
    "67 times 3 for 9.00": same_x_for_y,
    "30 meal deals": meal_deals,
    "30 meal deals that share drinks and snacks": shared_meal_deals,
    "20 times 3 for 2, 33 percentages": lambda seed: three_for_two(seed, 20),
    "67 times 3 for 2, 33 percentages": three_for_two,
    "50 of a grocer's forms, 500 pieces": lambda seed: grocer(seed, 50, LINES, 500),
    "100 of a grocer's forms, 1,000 pieces": lambda seed: grocer(seed, 100, 300, 1_000),
    "50 of a grocer's forms, 2,000 pieces": lambda seed: grocer(seed, 50, 300, 2_000),
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pricing_hard", description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--solver-s", type=float, default=0.0)
    given = parser.parse_args(arguments)
    for name, made in CASES.items():
        if given.only in name:
            print(_row(name, made, range(given.seeds), given.solver_s), flush=True)
    return 0


def _row(name: str, made: Callable[[int], Shop], seeds: Sequence[int], solver_s: float) -> str:
    times, proved = [], 0
    beside = []
    for seed in seeds:
        units, offers = made(seed)
        open_ = OpenBasket(Book(offers))
        for unit in units:
            open_.add(unit)
        largest = _Largest()
        start = time.perf_counter()
        with largest:
            priced = open_.finish()
        times.append(time.perf_counter() - start)
        proved += priced.is_exact
        if solver_s:
            beside.append(largest.beside(solver_s))
    line = f"{name}: {proved} of {len(seeds)} proved, {quantile(times, 0.5):.2f} s median, {max(times):.2f} s"
    return "; ".join([line + " worst", *beside])


class _Largest:
    """Watches for the largest search of a basket."""

    def __init__(self) -> None:
        self._seen: tuple[Sequence[Piece], Sequence[Entrant], Plan] | None = None

    def __enter__(self) -> None:
        setattr(components, "solve", self._solve)  # noqa: B010 - a name of another module, put back below

    def __exit__(self, *_: object) -> None:
        setattr(components, "solve", assign.solve)  # noqa: B010

    def _solve(self, pieces: Sequence[Piece], entrants: Sequence[Entrant], effort: assign.Effort) -> Plan:
        plan = assign.solve(pieces, entrants, effort)
        if self._seen is None or len(pieces) > len(self._seen[0]):
            self._seen = pieces, entrants, plan
        return plan

    def beside(self, limit_s: float) -> str:
        """Our answer less the solver's."""
        from benchmarks.pricing_solver import highest

        assert self._seen is not None
        pieces, entrants, plan = self._seen
        start = time.perf_counter()
        found = highest(walking_order(pieces, entrants), entrants, limit_s)
        took = f"HiGHS {time.perf_counter() - start:.1f} s"
        return f"{took} not proved" if found is None else f"{took}, ours less its {plan.value - found}"


if __name__ == "__main__":
    sys.exit(main())
