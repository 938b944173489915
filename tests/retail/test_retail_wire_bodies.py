"""What feed rows carry: products with validity, and terms in pieces."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.catalogue import Product
from retail.terms import read_terms
from retail.wire.bodies import (
    LATER_MAX,
    ProductRow,
    TooManyVersionsError,
    in_force,
    join_terms,
    next_change,
    planned,
    product_body,
    product_row,
    sold_at,
    split_terms,
)

TEA = Product(
    key="04012345678901",
    gtin="4012345678901",
    names={"": "Tea"},
    price_minor=249,
    currency="EUR",
    tax_rate_bp=700,
)


def version(price: int, valid_from: int = 0, valid_to: int = 0) -> ProductRow:
    fields = {name: getattr(TEA, name) for name in Product.__struct_fields__ if name != "price_minor"}
    return ProductRow(**fields, price_minor=price, valid_from=valid_from, valid_to=valid_to)


def test_a_plain_product_is_its_own_body_and_comes_back_plain() -> None:
    body = product_body(TEA)
    assert sold_at(body, 5) == TEA
    assert type(sold_at(body, 5)) is Product
    assert msgspec.json.decode(body, type=Product) == TEA


def test_a_price_sent_ahead_begins_and_ends_on_time() -> None:
    row = planned(version(249), version(199, valid_from=100, valid_to=200), now=10)
    body = product_body(row)
    prices = [sold.price_minor for at in (10, 99, 100, 199, 200) if (sold := sold_at(body, at))]
    assert prices == [249, 249, 199, 199, 249]
    assert [next_change(row, at) for at in (10, 100, 200)] == [100, 200, 0]


def test_a_reader_without_validity_sells_at_what_holds_now() -> None:
    row = planned(version(249), version(199, valid_from=100), now=10)
    assert msgspec.json.decode(product_body(row), type=Product).price_minor == 249
    assert (
        msgspec.json.decode(product_body(planned(row, version(99, 20), 50)), type=Product).price_minor == 99
    )


def test_a_product_that_is_not_valid_yet_is_not_sold() -> None:
    body = product_body(version(249, valid_from=100))
    assert sold_at(body, 99) is None
    assert sold_at(body, 100) == TEA


def test_more_versions_than_a_row_carries_are_refused() -> None:
    row = version(100)
    for number in range(LATER_MAX):
        row = planned(row, version(number, valid_from=100 + number), now=10)
    with pytest.raises(TooManyVersionsError):
        planned(row, version(9, valid_from=200), now=10)


moments = st.integers(0, 30)
spans = st.tuples(moments, st.just(0) | moments).filter(lambda span: not span[1] or span[0] < span[1])


@given(st.lists(spans, min_size=1, max_size=6), moments)
def test_what_is_kept_of_a_plan_answers_as_everything_said(plan: list[tuple[int, int]], now: int) -> None:
    row = None
    everything: list[ProductRow] = []
    for number, (begins, ends) in enumerate(plan):
        new = version(number, begins, ends)
        row = planned(row, new, now)
        everything.append(new)
    assert row is not None
    assert product_row(product_body(row)) == row
    for at in range(now, 32):
        valid = [one for one in everything if one.holds(at)]
        expected = max(reversed(valid), key=lambda one: one.valid_from, default=None)
        found = in_force(row, at)
        assert (found and found.price_minor) == (expected and expected.price_minor)


def test_terms_in_pieces_join_to_the_same_bytes_in_any_order() -> None:
    file = json.dumps(
        {
            "currency": "EUR",
            "offers": [
                {"id": name, "derivation": [{"type": "percent", "percent_bp": 1000}]} for name in ("b", "a")
            ],
            "points": {"offline_points_max": 5},
        },
        indent=2,
    ).encode()
    rows = split_terms(file)
    sections = {key: body for (kind, key), body in rows.items() if kind == "terms"}
    offers = [(key, body) for (kind, key), body in rows.items() if kind == "offer"]
    joined = join_terms(sections, offers)
    assert joined == join_terms(dict(reversed(sections.items())), reversed(offers))
    assert split_terms(joined) == rows
    terms, before = read_terms(joined, "EUR"), read_terms(file, "EUR")
    assert terms.points == before.points
    assert {offer.id for offer in terms.offers} == {"a", "b"}
