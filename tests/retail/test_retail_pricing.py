"""Prices and tax: the total is the sum of the lines, and net + tax is always the gross."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail import tax
from retail.basket import QUANTITY_MAX, WEIGHT_MAX_G, Line
from retail.catalogue import Product
from retail.check import BrokenInvariantError
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.terms import no_terms


def product(
    price_minor: int = 199, rate_bp: int = 1900, unit: str = "piece", currency: str = "EUR"
) -> Product:
    return Product(
        key="04006381333931",
        gtin="4006381333931",
        names={"": "Pen"},
        price_minor=price_minor,
        currency=currency,
        tax_rate_bp=rate_bp,
        unit=unit,
    )


def priced(*lines: Line) -> PricedBasket:
    """In a shop without any offer."""
    at = "2026-11-24T10:30:00+01:00"
    return Pricer(no_terms("EUR")).finish(Basket(lines=lines, started_at=at, currency="EUR"))


def test_pieces_cost_their_price_times_their_number() -> None:
    line = Line(line_id=1, product=product(199), quantity=3)
    assert (line.unit_price_minor, line.amount_minor) == (199, 597)


@pytest.mark.parametrize(
    ("per_kg", "grams", "amount"),
    [(199, 1000, 199), (199, 500, 100), (199, 1, 0), (500, 1, 1), (499, 1, 0), (1299, 1236, 1606)],
)
def test_a_weighed_pack_is_rounded_half_up_once(per_kg: int, grams: int, amount: int) -> None:
    assert Line(line_id=1, product=product(per_kg, unit="kg"), weight_g=grams).amount_minor == amount


def test_a_price_in_the_code_counts_more_than_the_weight() -> None:
    assert Line(line_id=1, product=product(unit="kg"), weight_g=500, price_minor=321).amount_minor == 321


@pytest.mark.parametrize(
    "wrong",
    [{"quantity": 0}, {"quantity": -1}, {"quantity": QUANTITY_MAX + 1}, {"weight_g": 0}, {"weight_g": -5},
     {"weight_g": WEIGHT_MAX_G + 1}, {"price_minor": 0}, {"price_minor": -1}],
)  # fmt: skip
def test_a_line_that_makes_no_sense_cannot_be_built(wrong: dict[str, Any]) -> None:
    with pytest.raises(BrokenInvariantError):
        Line(line_id=1, product=product(), **wrong)


def test_only_the_same_goods_with_nothing_measured_merge() -> None:
    piece = Line(line_id=1, product=product())
    assert piece.may_merge(Line(line_id=2, product=product()))
    assert not piece.may_merge(Line(line_id=2, product=product(200)))
    assert not piece.may_merge(Line(line_id=2, product=product(), price_minor=5))
    weighed = Line(line_id=1, product=product(unit="kg"), weight_g=100)
    assert not weighed.may_merge(weighed)


def test_a_basket_in_two_currencies_is_never_added_up() -> None:
    with pytest.raises(BrokenInvariantError):
        priced(Line(line_id=1, product=product(currency="CHF")))


def test_an_empty_basket_costs_nothing() -> None:
    assert (priced().total_minor, priced().taxes, priced().item_count, priced().is_final) == (0, (), 0, True)


def test_tax_is_taken_out_of_each_rate_s_total_once() -> None:
    """Three lines of 0.99 at 19 %: 2.97 gross is 2.50 net + 0.47 tax; rounded per line it would be 0.48."""
    (one,) = tax.totals([(1900, 99)] * 3)
    assert (one.letter, one.gross_minor, one.net_minor, one.tax_minor) == ("A", 297, 250, 47)


def test_the_highest_rate_is_a() -> None:
    totals = tax.totals([(0, 100), (700, 107), (1900, 119)])
    assert [(t.letter, t.rate_bp, t.net_minor, t.tax_minor) for t in totals] == [
        ("A", 1900, 100, 19),
        ("B", 700, 100, 7),
        ("C", 0, 100, 0),
    ]


def test_a_rate_without_a_letter_is_a_bug_and_not_a_silent_loss() -> None:
    with pytest.raises(BrokenInvariantError):
        tax.letters(range(len(tax.LETTERS) + 1))


_lines = st.lists(
    st.tuples(
        st.integers(0, 10_000_000), st.sampled_from([0, 700, 1900, 10_000]), st.integers(1, QUANTITY_MAX)
    ),
    max_size=20,
)


@given(_lines)
def test_every_cent_is_explained(rows: list[tuple[int, int, int]]) -> None:
    lines = [
        Line(line_id=n, product=product(each, rate), quantity=count)
        for n, (each, rate, count) in enumerate(rows)
    ]
    basket = priced(*lines)
    assert basket.total_minor == sum(each * count for each, _, count in rows)
    assert basket.total_minor == sum(total.gross_minor for total in basket.taxes)
    assert basket.item_count == sum(count for _, _, count in rows)
    for total in basket.taxes:
        assert total.net_minor + total.tax_minor == total.gross_minor
        assert 0 <= total.tax_minor <= total.gross_minor
        assert (
            abs(total.tax_minor * (10_000 + total.rate_bp) - total.gross_minor * total.rate_bp)
            <= (10_000 + total.rate_bp) / 2
        )
