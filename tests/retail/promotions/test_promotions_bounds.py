"""However many offers overlap, a search ends soon, and searching on never makes a basket dearer."""

import random

import pytest

from retail.promotions import assign, steps
from retail.promotions.index import Book
from retail.promotions.offer import Bundle, BuyGet, Derivation, GroupPrice, NthUnit, Offer, Selector, Slot
from retail.promotions.session import OpenBasket
from retail.promotions.units import Context, Item, Unit

OFFERS = 45
UNITS = 90
MANY_UNITS = 304
TRIED_MAX = 4_000_000
"""Moves of all walks; seconds, not minutes, on a slow machine."""


def _basket(units: int, count: int) -> OpenBasket:
    chance = random.Random(5)
    goods = [f"i{number}" for number in range(30)]

    def some(count: int) -> Selector:
        return Selector(ids=tuple(chance.sample(goods, count)))

    offers = []
    for number in range(count):
        forms: tuple[Derivation, ...] = (
            NthUnit(quantity=2 + number % 4, of=some(15)),
            GroupPrice(quantity=2 + number % 5, price_minor=150 + 11 * number, of=some(12)),
            Bundle(slots=(Slot(of=some(8)), Slot(of=some(8)), Slot(of=some(8))), price_minor=300 + number),
        )
        offers.append(Offer(id=f"o{number}", derivation=(forms[number % 3],)))
    basket = OpenBasket(Book(offers), Context())
    for number in range(units):
        item = Item(id=goods[number * 7 % 30], price_minor=90 + 41 * (number * 7 % 30))
        basket.add(Unit(id=number, item=item))
        if number % 38 == 37:
            basket.price()
    return basket


def test_many_overlapping_offers_are_searched_with_bounded_work(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = 0
    step, walk = assign._step, steps.Steps._step

    def counted(*arguments: object) -> object:
        nonlocal tried
        answer = step(*arguments)  # type: ignore[arg-type]
        tried += answer[2]
        return answer

    def walked(*arguments: object) -> object:
        nonlocal tried
        answer = walk(*arguments)  # type: ignore[arg-type]
        tried += len(answer[0])
        return answer

    basket = _basket(UNITS, OFFERS)
    monkeypatch.setattr(assign, "_step", counted)
    monkeypatch.setattr(steps.Steps, "_step", walked)
    answer = basket.finish()
    assert answer.is_final
    assert 0 < tried < TRIED_MAX


def test_searching_on_never_makes_a_basket_dearer_than_it_was_shown() -> None:
    basket = _basket(MANY_UNITS, 9)
    shown = basket.price().goods_minor
    assert basket.finish().goods_minor <= shown


def test_what_is_shown_while_scanning_never_gives_what_an_offer_does_not() -> None:
    """The cheapest of all that may be given are given, also where only some units are searched again."""
    forms = [
        BuyGet(buy_quantity=1 + number % 3, buy=Selector(), get=Selector(), percent_bp=1000 + number)
        for number in range(30)
    ]
    basket = OpenBasket(Book([Offer(id=f"o{at}", derivation=(form,)) for at, form in enumerate(forms)]))
    for number in range(60):
        basket.add(Unit(id=number, item=Item(id=f"p{number}", price_minor=100 + 37 * number % 900)))
        basket.price()
    shown = basket.price()
    final = basket.finish()
    assert not shown.is_final
    assert final.goods_minor <= shown.goods_minor
