"""Goods without a barcode: what is offered, found, put first; learnt from the journal and from purchases."""

import datetime
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from kiosk.app.lookup import LookupKeeper, LooseGoods
from kiosk.checkout.shop import Flow
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State, Transaction
from retail.basket import Line
from retail.catalogue import Product
from retail.journal import events as e
from retail.lookup.hours import Hours
from retail.priced import PricedBasket

MORNING = datetime.datetime(2026, 3, 14, 8, 30).astimezone()
FLOW = Flow(loose=("produce", "bakery"), favourites=("00000000000017",), bags=("00000000000031",))


def product(number: int, name: str, category: str, **names: str) -> Product:
    return Product(
        key=f"{number:014d}",
        gtin=str(number),
        names={"": name, **names},
        price_minor=100,
        currency="EUR",
        tax_rate_bp=700,
        category=category,
    )


APPLE = product(1, "Apples", "produce/fruit", de="Äpfel", zh="苹果 1千克")
ROLL = product(2, "Roll", "bakery/bread", de="Brötchen", zh="面包")
PEAR = product(3, "Pears", "produce/fruit", de="Birnen", zh="梨")
HONEY = product(17, "Honey", "pantry/spreads", de="Honig", zh="蜂蜜")
STEAK = product(5, "Steak", "meat", de="Steak")
BAG = product(31, "Bag", "produce/bags")
ALL = (APPLE, ROLL, PEAR, HONEY, STEAK, BAG)


@pytest.fixture
def goods() -> LooseGoods:
    return LooseGoods(ALL, FLOW, Hours(), lambda: MORNING)


def names(found: tuple[Product, ...]) -> list[str]:
    return [one.names[""] for one in found]


def test_only_what_the_shop_offers_is_there(goods: LooseGoods) -> None:
    assert sorted(names(goods.favourites(10))) == ["Apples", "Honey", "Pears", "Roll"]
    assert names(goods.ask("steak", "", 10)) == []
    assert goods.categories() == ("bakery/bread", "pantry/spreads", "produce/fruit")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("apf", "Apples"),
        ("äpfel", "Apples"),
        ("brötchn", "Roll"),
        ("pingg", "Apples"),
        ("pg", "Apples"),
        ("mianbao", "Roll"),
        ("fengmi", "Honey"),
    ],
)
def test_a_word_finds_its_goods_in_any_language_with_mistakes_and_by_sound(
    goods: LooseGoods, typed: str, found: str
) -> None:
    assert names(goods.ask(typed, "", 10))[0] == found


def test_favourites_stand_first_then_what_sells_at_this_hour(goods: LooseGoods) -> None:
    assert names(goods.favourites(10)) == ["Honey", "Apples", "Pears", "Roll"]
    goods.learn(ROLL.key, MORNING, 3)
    goods.learn(STEAK.key, MORNING, 9)
    assert names(goods.favourites(10)) == ["Honey", "Roll", "Apples", "Pears"]
    assert names(goods.favourites(2)) == ["Honey", "Roll"]


def test_a_category_shows_all_of_it_what_sells_first(goods: LooseGoods) -> None:
    assert names(goods.ask("", "produce", 10)) == ["Apples", "Pears"]
    goods.learn(PEAR.key, MORNING, 1)
    assert names(goods.ask("", "produce/fruit", 10)) == ["Pears", "Apples"]
    assert names(goods.ask("", "prod", 10)) == []


class Journal:
    def __init__(self, *sold: Product) -> None:
        self._sold = sold

    def last_sequence(self) -> int:
        return len(self._sold)

    def entries(self, first: int, kinds: tuple[str, ...]) -> Iterator[Any]:
        assert (first, kinds) == (1, ("ItemAdded",))
        for product_sold in self._sold:
            yield _Entry(product_sold)


class _Entry:
    at = "2026-03-13T07:30:00.000000Z"

    def __init__(self, sold: Product) -> None:
        self._sold = sold

    def event(self) -> e.ItemAdded:
        return e.ItemAdded(line_id=1, product=self._sold)


class Replica:
    def pin(self, at: int) -> None:
        assert at == int(MORNING.timestamp() * 1_000_000)

    def products(self) -> Iterator[Product]:
        return iter(ALL)

    def close(self) -> None:
        pass


class Store:
    def mark(self) -> str:
        return "one"

    def open_replica(self) -> Replica:
        return Replica()


class Assortments:
    store = Store()


class Window:
    def __init__(self, keeper: LookupKeeper) -> None:
        self._keeper = keeper
        self.offered: list[LooseGoods | None] = []

    def offer_goods(self, goods: LooseGoods | None) -> None:
        self.offered.append(goods)
        if goods is not None:
            self._keeper._over.set()  # the thread has done what is looked at here


def test_the_keeper_says_that_it_reads_then_offers_and_learns_once_from_each_purchase() -> None:
    journal: Any = Journal(ROLL, ROLL, STEAK)
    keeper = LookupKeeper(FLOW, Assortments(), journal, lambda: MORNING)  # type: ignore[arg-type]
    window: Any = Window(keeper)
    keeper.begin(window, None, lambda: None)  # type: ignore[arg-type]
    keeper._keep_true()
    first, goods = window.offered
    assert first is None
    assert names(goods.favourites(10)) == ["Honey", "Roll", "Apples", "Pears"]
    paid = _paid(PEAR, 9)
    keeper.follow(paid)
    keeper.follow(paid)
    assert names(goods.favourites(10)) == ["Honey", "Pears", "Roll", "Apples"]
    keeper.follow(Snapshot(sequence=2, state=State()))
    keeper.end()


def _paid(sold: Product, quantity: int) -> Snapshot:
    sale = Transaction(
        transaction_id="t-1",
        number=1,
        started_at="2026-03-14T08:00:00+01:00",
        currency="EUR",
        lines=(Line(line_id=1, product=sold, quantity=quantity),),
        priced=PricedBasket(currency="EUR", total_minor=900, item_count=quantity),
        paid_at="2026-03-14T08:30:00+01:00",
    )
    return Snapshot(sequence=1, state=msgspec.structs.replace(State(), phase=Phase.PAID, transaction=sale))
