"""What must hold for every basket and every set of offers."""

from hypothesis import given
from hypothesis import strategies as st
from promotions_oracle import best_saving
from promotions_shop import WITH_FLOORS, baskets, offers

from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.offer import BASIS_POINTS, Amount, MinSpend, Offer, PercentOfTotal
from retail.promotions.outcome import Outcome
from retail.promotions.rounding import OURS, Policy, divide
from retail.promotions.session import OpenBasket
from retail.promotions.units import Unit

BASKET_OFFERS = [
    Offer(
        id="spend-and-save",
        layer="basket",
        eligibility=(MinSpend(amount_minor=500),),
        derivation=(Amount(amount_minor=75),),
    ),
    Offer(id="five-percent", layer="coupon", derivation=(PercentOfTotal(percent_bp=500),)),
]


CHEAP = o.Selector(price_to_minor=200)
EVERY_FORM: list[o.Derivation] = [
    o.Percent(percent_bp=10_000),
    o.Percent(percent_bp=7_000, max_units=2, base="list"),
    o.PercentOfTotal(percent_bp=9_000),
    o.PercentOfTotal(percent_bp=9_000, cap_minor=400),
    o.PercentOfTotal(percent_bp=9_000, upto_minor=500),
    o.Amount(amount_minor=5_000),
    o.Amount(amount_minor=350, max_units=2, pick="dearest"),
    o.AmountEach(amount_minor=250),
    o.NewPrice(price_minor=0),
    o.SetTotal(price_minor=1),
    o.GroupPrice(quantity=3, price_minor=10),
    o.GroupPrice(quantity=2, price_minor=10, part_groups=True),
    o.NthUnit(quantity=2),
    o.NthUnit(quantity=3, rewarded=2, grouping="retailer"),
    o.BuyGet(buy_quantity=1, buy=o.EVERYTHING, get=CHEAP, percent_bp=10_000),
    o.BuyGet(buy_quantity=1, buy=CHEAP, get=o.EVERYTHING, get_quantity=2, amount_minor=300, pick="dearest"),
    o.Bundle(slots=(o.Slot(of=CHEAP), o.Slot(of=o.EVERYTHING)), price_minor=20),
    o.Bundle(slots=(o.Slot(of=o.EVERYTHING, quantity=2),), amount_minor=700),
    o.Bundle(slots=(o.Slot(of=CHEAP), o.Slot(of=o.EVERYTHING)), percent_bp=10_000),
    o.DistinctSet(steps=(o.SetStep(distinct=2, percent_bp=10_000),)),
    o.Ladder(measure="quantity", reward="new_price", steps=(o.Step(at_least=2, reward=1),)),
    o.Ladder(measure="spend", reward="amount", steps=(o.Step(at_least=300, reward=900),)),
    o.Ladder(
        measure="quantity", reward="amount_each", steps=(o.Step(at_least=2, reward=400),), excess_only=True
    ),
    o.PerGroup(quantity=2, amount_minor=400),
    o.FirstAdditional(first_minor=300, additional_minor=400),
]


def told(outcome: Outcome) -> tuple[object, ...]:
    """What an outcome says, without the numbers units got when they were scanned."""
    lines = sorted((unit.item_id, unit.paid_minor) for unit in outcome.units)
    return outcome.total_minor, outcome.saving_minor, sorted(outcome.applied), lines


@given(baskets(), offers())
def test_the_saving_is_the_best_there_is(units: list[Unit], own: list[Offer]) -> None:
    expected = divide(best_saving(units, own), BASIS_POINTS)
    assert price_basket(units, Book(own)).saving_minor == expected


@given(baskets(floors=True), offers(among=WITH_FLOORS))
def test_the_saving_is_the_best_there_is_with_floor_prices(units: list[Unit], own: list[Offer]) -> None:
    expected = divide(best_saving(units, own), BASIS_POINTS)
    assert price_basket(units, Book(own)).saving_minor == expected


@given(baskets(9), offers(5), st.randoms(use_true_random=False))
def test_the_order_of_scans_does_not_matter(units: list[Unit], own: list[Offer], random: object) -> None:
    book = Book(own + BASKET_OFFERS)
    expected = told(price_basket(units, book))
    items = [unit.item for unit in units]
    random.shuffle(items)  # type: ignore[attr-defined]
    shuffled = [Unit(id=number, item=item) for number, item in enumerate(items)]
    assert told(price_basket(shuffled, book)) == expected


@given(baskets(9), offers(5))
def test_scanning_one_by_one_equals_pricing_at_once(units: list[Unit], own: list[Offer]) -> None:
    book = Book(own + BASKET_OFFERS)
    basket = OpenBasket(book)
    for count, unit in enumerate(units, 1):
        basket.add(unit)
        basket.price()
        assert basket.finish().outcome() == price_basket(units[:count], book)


@given(baskets(9), offers(5), st.data())
def test_voiding_a_unit_restores_the_basket_without_it(
    units: list[Unit], own: list[Offer], data: st.DataObject
) -> None:
    book = Book(own + BASKET_OFFERS)
    basket = OpenBasket(book)
    for unit in units:
        basket.add(unit)
        basket.price()
    voided = data.draw(st.sampled_from(units))
    basket.remove(voided.id)
    rest = [unit for unit in units if unit is not voided]
    assert basket.finish().outcome() == price_basket(rest, book)


@given(baskets(9), offers(5))
def test_removing_the_last_scan_restores_the_basket_exactly(units: list[Unit], own: list[Offer]) -> None:
    basket = OpenBasket(Book(own + BASKET_OFFERS))
    shown = [basket.finish().outcome()]
    for unit in units:
        basket.add(unit)
        shown.append(basket.finish().outcome())
    for unit in reversed(units):
        assert basket.finish().outcome() == shown.pop()
        basket.remove(unit.id)
    assert basket.finish().outcome() == shown.pop()


@given(baskets(8, floors=True), offers(5, among=WITH_FLOORS))
def test_one_more_item_offer_never_raises_the_price(units: list[Unit], own: list[Offer]) -> None:
    totals = [price_basket(units, Book(own[:count])).total_minor for count in range(len(own) + 1)]
    assert totals == sorted(totals, reverse=True)


@given(baskets(9), offers(5))
def test_every_discount_is_explained_and_no_unit_is_sold_below_zero(
    units: list[Unit], own: list[Offer]
) -> None:
    outcome = price_basket(units, Book(own + BASKET_OFFERS))
    assert outcome.total_minor == sum(unit.paid_minor for unit in outcome.units)
    assert outcome.saving_minor == sum(
        discount.amount_minor for unit in outcome.units for discount in unit.discounts
    )
    for unit in outcome.units:
        assert 0 <= unit.paid_minor <= unit.list_minor
        left = unit.list_minor
        for discount in unit.discounts:
            assert discount.base_minor == left
            assert discount.amount_minor >= 0
            left -= discount.amount_minor
        assert left == unit.paid_minor


@given(baskets(9), offers(5))
def test_an_item_offer_never_shares_a_unit(units: list[Unit], own: list[Offer]) -> None:
    outcome = price_basket(units, Book(own))
    assert all(len(unit.discounts) <= 1 for unit in outcome.units)


@given(baskets(8, floors=True), st.lists(st.sampled_from(EVERY_FORM), min_size=1, max_size=5), st.data())
def test_no_unit_goes_below_its_floor_or_zero_in_any_layer_and_order(
    units: list[Unit], forms: list[o.Derivation], data: st.DataObject
) -> None:
    layers = st.sampled_from(("item", "basket", "coupon"))
    own = [
        Offer(id=f"offer-{number}", layer=data.draw(layers), derivation=(form,))
        for number, form in enumerate(forms)
    ]
    for policy in (OURS, Policy(item_layer="priority", basket_layer="priority")):
        for unit in price_basket(units, Book(own), policy=policy).units:
            floor = next(one.item.floor_minor for one in units if one.id == unit.unit_id)
            assert min(floor, unit.list_minor) <= unit.paid_minor <= unit.list_minor


@given(baskets(9), offers(4), st.booleans())
def test_the_quick_total_equals_the_written_out_one(
    units: list[Unit], own: list[Offer], is_simple: bool
) -> None:
    basket = OpenBasket(Book(own + BASKET_OFFERS[: 1 if is_simple else 2]))
    for unit in units:
        basket.add(unit)
        assert basket.total() == basket.price().outcome().total_minor
