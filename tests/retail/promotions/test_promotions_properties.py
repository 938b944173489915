"""What must hold for every basket and every set of offers."""

from hypothesis import given
from hypothesis import strategies as st
from promotions_oracle import best_saving
from promotions_shop import baskets, offers

from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.offer import BASIS_POINTS, Amount, MinSpend, Offer, PercentOfTotal
from retail.promotions.outcome import Outcome
from retail.promotions.rounding import divide
from retail.promotions.session import OpenBasket
from retail.promotions.units import Item, Unit

BASKET_OFFERS = [
    Offer(
        id="spend-and-save",
        layer="basket",
        eligibility=(MinSpend(amount_minor=500),),
        derivation=(Amount(amount_minor=75),),
    ),
    Offer(id="five-percent", layer="coupon", derivation=(PercentOfTotal(percent_bp=500),)),
]


def told(outcome: Outcome) -> tuple[object, ...]:
    """What an outcome says, without the numbers units got when they were scanned."""
    lines = sorted((unit.item_id, unit.paid_minor) for unit in outcome.units)
    return outcome.total_minor, outcome.saving_minor, sorted(outcome.applied), lines


@given(baskets(), offers())
def test_the_saving_is_the_best_there_is(units: list[Unit], own: list[Offer]) -> None:
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


@given(baskets(8), offers(5))
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


@given(baskets(8), offers(4), st.integers(0, 400))
def test_no_unit_goes_below_its_floor(units: list[Unit], own: list[Offer], floor: int) -> None:
    floored = [
        Unit(
            id=unit.id,
            item=Item(
                id=unit.item.id,
                price_minor=unit.item.price_minor,
                categories=unit.item.categories,
                floor_minor=floor,
            ),
        )
        for unit in units
    ]
    for unit in price_basket(floored, Book(own + BASKET_OFFERS)).units:
        assert unit.paid_minor >= min(floor, unit.list_minor)


@given(baskets(9), offers(4), st.booleans())
def test_the_quick_total_equals_the_written_out_one(
    units: list[Unit], own: list[Offer], is_simple: bool
) -> None:
    basket = OpenBasket(Book(own + BASKET_OFFERS[: 1 if is_simple else 2]))
    for unit in units:
        basket.add(unit)
        assert basket.total() == basket.price().outcome().total_minor
