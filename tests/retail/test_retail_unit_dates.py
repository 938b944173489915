"""Dates and lots in the code of one piece, and the offer that takes from what must be sold soon."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from retail.basket import Line
from retail.catalogue import Product
from retail.pricing import Basket, Pricer
from retail.promotions.validate import OffersRefusedError, read_offers
from retail.terms import Terms, no_terms, read_terms
from retail.unit_dates import best_before, expires_on, lot_of

TODAY = dt.date(2026, 11, 23)
SOON = {
    "id": "soon",
    "name": "Eat soon: 30 % off",
    "derivation": [{"type": "percent", "percent_bp": 3000, "of": {"days_left_to": 2}}],
}
YOGHURT = Product(
    key="09521000000035",
    gtin="9521000000035",
    names={"": "Yoghurt"},
    price_minor=100,
    currency="EUR",
    tax_rate_bp=700,
)


@pytest.mark.parametrize(
    ("scanned", "last"),
    [
        ("010952100000003517261123", dt.date(2026, 11, 23)),
        ("01095210000000351726110010ABC", dt.date(2026, 11, 30)),
        ("010952100000003510ABC\x1d17270228", dt.date(2027, 2, 28)),
        ("https://id.example.org/01/09521000000035?17=261123", dt.date(2026, 11, 23)),
        ("010952100000003515261123", None),
        ("010952100000003517261340", None),
        ("9521000000035", None),
        ("http://[", None),
        ("01" + "9" * 600, None),
    ],
)
def test_a_units_last_day_is_read_from_its_code(scanned: str, last: dt.date | None) -> None:
    assert expires_on(scanned, TODAY) == last


@pytest.mark.parametrize(
    ("scanned", "lot"),
    [
        ("010952100000003510L4711\x1d17270228", "L4711"),
        ("https://id.example.org/01/09521000000035/10/L4711", "L4711"),
        ("010952100000003517261123", ""),
        ("9521000000035", ""),
        ("010952100000003510" + "9" * 600, ""),
    ],
)
def test_a_units_lot_is_read_from_its_code(scanned: str, lot: str) -> None:
    assert lot_of(scanned) == lot


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_a_date_or_a_lot(text: str) -> None:
    assert isinstance(lot_of(text), str)
    for last in (expires_on(text, TODAY), best_before(text, TODAY)):
        assert last is None or isinstance(last, dt.date)


@pytest.mark.parametrize(
    ("scanned", "day"),
    [
        ("010952100000003515261125", dt.date(2026, 11, 25)),
        ("010952100000003515261200", dt.date(2026, 12, 31)),
        ("0109521000000035172611271526112510L1", dt.date(2026, 11, 25)),
        ("01095210000000351726112410L1", dt.date(2026, 11, 24)),
        ("https://id.example.org/01/09521000000035?15=261125", dt.date(2026, 11, 25)),
        ("010952100000003515261399", None),
        ("9521000000035", None),
    ],
)
def test_a_units_best_day_is_the_earlier_of_what_its_code_tells(scanned: str, day: dt.date | None) -> None:
    assert best_before(scanned, TODAY) == day


def _terms() -> Terms:
    return read_terms(msgspec.json.encode({"currency": "EUR", "offers": [SOON]}), "EUR")


def _paid(terms: Terms, at: str, *dates: str) -> int:
    lines = tuple(
        Line(line_id=number, product=YOGHURT, best_before=date) for number, date in enumerate(dates, start=1)
    )
    return Pricer(terms).finish(Basket(lines=lines, started_at=at, currency="EUR")).total_minor


@pytest.mark.parametrize(
    ("date", "paid"),
    [("2026-11-26", 100), ("2026-11-25", 70), ("2026-11-23", 70), ("2026-11-20", 70), ("", 100)],
)
def test_only_what_must_be_sold_soon_is_cheaper(date: str, paid: int) -> None:
    assert _paid(_terms(), "2026-11-23T23:59:00+01:00", date) == paid


def test_pieces_of_two_dates_pay_each_their_own() -> None:
    assert _paid(_terms(), "2026-11-23T10:00:00+01:00", "2026-11-24", "2026-12-24", "") == 270


def test_the_same_line_is_cheaper_on_a_later_day() -> None:
    pricer, line = Pricer(_terms()), Line(line_id=1, product=YOGHURT, best_before="2026-11-25")
    totals = [
        pricer.price(
            Basket(lines=(line,), started_at=f"2026-11-{day}T10:00:00+01:00", currency="EUR")
        ).total_minor
        for day in (22, 23, 22)
    ]
    assert totals == [100, 70, 100]


def test_a_date_is_kept_only_where_an_offer_looks_at_it() -> None:
    scanned = "010952100000003515261125"
    assert _terms().date_of(scanned, TODAY) == "2026-11-25"
    assert no_terms("EUR").date_of(scanned, TODAY) == ""


def test_pieces_of_two_dates_are_two_lines() -> None:
    line = Line(line_id=1, product=YOGHURT, best_before="2026-11-25")
    assert line.may_merge(replace(line, line_id=2))
    assert not line.may_merge(replace(line, best_before="2026-11-26"))


def test_days_left_beyond_reason_are_refused() -> None:
    wrong = {**SOON, "derivation": [{"type": "percent", "percent_bp": 3000, "of": {"days_left_to": -1}}]}
    with pytest.raises(OffersRefusedError, match="days_left_to"):
        read_offers(msgspec.json.encode({"currency": "EUR", "offers": [wrong]}), "EUR")
