"""The assignment equals an exact solver's (HiGHS), where `highspy` is installed."""

import random
from collections.abc import Sequence

import pytest
from promotions_oracle import Application, applications

from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.offer import BASIS_POINTS, Offer
from retail.promotions.units import Item, Unit

SEEDS = range(12)


def solved(packs: Sequence[Application], offers: Sequence[Offer], unit_count: int) -> int:
    """The best set of applications that share no unit, by integer programming."""
    highspy = pytest.importorskip("highspy")
    model = highspy.Highs()
    model.silent()
    columns = [model.addBinary(obj=-saving / BASIS_POINTS) for _, _, saving in packs]
    for unit in range(unit_count):
        own = [column for column, pack in zip(columns, packs, strict=True) if pack[1] >> unit & 1]
        if own:
            model.addConstr(sum(own) <= 1)
    for number, offer in enumerate(offers):
        times = getattr(offer.derivation[0], "times", None)
        own = [column for column, pack in zip(columns, packs, strict=True) if pack[0] == number]
        if times is not None and own:
            model.addConstr(sum(own) <= times)
    model.minimize()
    return round(-model.getInfo().objective_function_value)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_saving_equals_an_exact_solvers(seed: int) -> None:
    rng = random.Random(seed)
    items = [Item(id=f"p{number}", price_minor=rng.randrange(100, 2000, 10)) for number in range(6)]
    units = [Unit(id=number, item=rng.choice(items)) for number in range(14)]

    def some(count: int) -> o.Selector:
        return o.Selector(ids=tuple(item.id for item in rng.sample(items, count)))

    forms: list[o.Derivation] = [
        o.NthUnit(quantity=3, of=some(4)),
        o.GroupPrice(quantity=2, price_minor=rng.randrange(300, 2000, 10), of=some(3)),
        o.Bundle(slots=(o.Slot(of=some(2)), o.Slot(of=some(2))), price_minor=rng.randrange(300, 2000, 10)),
        o.NthUnit(quantity=2, percent_bp=5000, of=some(3), times=1),
        o.Percent(percent_bp=rng.choice((1000, 3000)), of=some(2)),
    ]
    offers = [Offer(id=f"offer-{number}", derivation=(form,)) for number, form in enumerate(forms)]
    expected = solved(applications(units, offers), offers, len(units))
    outcome = price_basket(units, Book(offers))
    assert outcome.saving_minor == expected
    assert outcome.is_final
