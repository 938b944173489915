"""Files that compete themselves to death are refused by name; copies of an offer change nothing."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from promotions_shop import baskets, offers

from retail.promotions import crowds
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.offer import EVERYTHING, Offer, Percent, Selector
from retail.promotions.reasons import why_not
from retail.promotions.session import OpenBasket
from retail.promotions.units import Item, Unit
from retail.promotions.validate import OffersRefusedError, read_offers


def refused(*own: dict[str, Any]) -> list[tuple[str, str, str]]:
    try:
        read_offers(json.dumps({"currency": "EUR", "offers": own}).encode(), "EUR")
    except OffersRefusedError as error:
        return [(one.offer_id, one.field, one.reason) for one in error.mistakes]
    return []


def many(count: int, of: dict[str, Any], **rest: Any) -> list[dict[str, Any]]:
    """Offers that differ in what they give."""
    forms = ({"type": "percent", "percent_bp": 1 + number, "of": of} for number in range(count))
    return [{"id": f"o{number}", "derivation": [form], **rest} for number, form in enumerate(forms)]


@pytest.mark.parametrize(
    ("most", "of", "rest", "field", "words"),
    [
        (crowds.EVERYTHING_MAX, {}, {}, "derivation[0]", "look at every product; name ids or categories"),
        (crowds.PRODUCT_MAX, {"ids": ["tea"]}, {}, "derivation[0].ids", "name the product 'tea'"),
        (crowds.CATEGORY_MAX, {"categories": ["tea"]}, {}, "derivation[0].categories", "the category 'tea'"),
        (crowds.EXCLUSIVE_MAX, {"ids": ["tea"]}, {"exclusive": True}, "exclusive", "tolerate no other"),
    ],
)
def test_one_offer_too_many_for_the_same_goods_is_refused_by_name(
    most: int, of: dict[str, Any], rest: dict[str, Any], field: str, words: str
) -> None:
    assert refused(*many(most, of, **rest)) == []
    [(name, told, reason)] = refused(*many(most + 1, of, **rest))
    assert (name, told) == (f"o{most}", field)
    assert reason.startswith(f"more than {most} offers ")
    assert reason.endswith(words)


def test_too_many_offers_for_the_basket_as_a_whole_are_refused() -> None:
    own = [
        {**offer, "derivation": [{"type": "amount", "amount_minor": 5, "of": {"ids": [f"p{number}"]}}]}
        for number, offer in enumerate(many(crowds.BASKET_MAX + 1, {}, layer="basket"))
    ]
    assert [told[:2] for told in refused(*own)] == [(f"o{crowds.BASKET_MAX}", "layer")]


def test_offers_for_different_codes_members_or_days_do_not_crowd_each_other() -> None:
    own = many(5 * crowds.EVERYTHING_MAX, {})
    assert refused(*own)
    for number, offer in enumerate(own):
        offer["eligibility"] = [{"test": "code", "code": f"c{number}"}]
    assert refused(*own) == []


def test_copies_of_an_offer_do_not_crowd_and_change_no_price() -> None:
    form = {"type": "nth_unit", "quantity": 3}
    own = [{"id": f"o{number}", "derivation": [form]} for number in range(1_000)]
    read = read_offers(json.dumps({"currency": "EUR", "offers": own}).encode(), "EUR")
    units = [Unit(id=at, item=Item(id=f"p{at}", price_minor=100 + at)) for at in range(60)]
    outcome = price_basket(units, Book(read))
    assert (outcome.saving_minor, outcome.applied) == (sum(range(100, 160, 3)), ("o0",))
    assert outcome.is_exact


@given(baskets(), offers(3), st.data())
def test_a_copy_never_changes_a_price(units: list[Unit], own: list[Offer], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(own))
    with_copy = Book([*own, replace(copied, id="copy")])
    if with_copy.copy_of:
        assert price_basket(units, with_copy) == price_basket(units, Book(own))
    else:
        assert price_basket(units, with_copy).total_minor <= price_basket(units, Book(own)).total_minor


def test_a_copy_says_that_another_offer_saves_as_much() -> None:
    percent = Percent(percent_bp=1_000, of=Selector(ids=("tea",)))
    basket = OpenBasket(Book([Offer(id=name, derivation=(percent,)) for name in ("first", "copy")]))
    assert why_not(basket, "copy").reason == why_not(basket, "first").reason == "no_goods"
    basket.add(Unit(id=1, item=Item(id="tea", price_minor=299)))
    assert why_not(basket, "first").reason == "applied"
    assert why_not(basket, "copy").reason == "other_offers_save_more"
    assert why_not(basket, "copy").offer_id == "copy"


@pytest.mark.parametrize("limited", [{"max_units": 1}, {"max_units_per_line": 1}])
def test_a_second_offer_with_a_limit_of_its_own_is_no_copy(limited: dict[str, int]) -> None:
    form = Percent(percent_bp=1_000, of=EVERYTHING, **limited)
    book = Book([Offer(id=name, derivation=(form,)) for name in ("first", "second")])
    assert not book.copy_of
