"""Which offers a waiting lane may show to anybody who passes, and at which price."""

from typing import Any

import msgspec
import pytest

from retail.catalogue import Goods, Product
from retail.pricing import Pricer
from retail.shop_window import InWindow, offers_of_the_day
from retail.terms import read_terms

AT = "2026-11-23T10:00:00+01:00"
"""A Monday."""
APPLES, PENS, WINE = "04006381000017", "04006381000024", "04006381000031"


def product(key: str, price_minor: int = 200, picture: str = "", unit: str = "piece") -> Product:
    return Product(
        key=key,
        gtin=key,
        names={"": f"Goods {key[-2:]}"},
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=700,
        picture=picture,
        unit=unit,
    )


SHELF = Goods([product(APPLES, 299, "apple", "kg"), product(PENS), product(WINE, 900, "wine")])


def percent(key: str, bp: int = 1000) -> dict[str, Any]:
    return {"type": "percent", "percent_bp": bp, "of": {"ids": [key]}}


def shown(*offers: dict[str, Any], most: int = 6) -> tuple[InWindow, ...]:
    file = {
        "currency": "EUR",
        "offers": [
            {"id": f"o{number}", "name": f"Offer {number}", **one} for number, one in enumerate(offers)
        ],
    }
    return offers_of_the_day(Pricer(read_terms(msgspec.json.encode(file), "EUR")), SHELF, AT, most)


def test_an_offer_on_one_piece_shows_what_it_costs_then() -> None:
    (one,) = shown({"derivation": [percent(PENS, 2500)]})
    assert (one.product.key, one.price_minor, one.names[""]) == (PENS, 150, "Offer 0")


def test_loose_goods_show_the_price_of_a_kilogram() -> None:
    (one,) = shown({"derivation": [percent(APPLES)]})
    assert one.price_minor == 269


def test_an_offer_that_takes_more_pieces_shows_no_price() -> None:
    (one,) = shown({"derivation": [{"type": "nth_unit", "quantity": 3, "of": {"ids": [PENS]}}]})
    assert one.price_minor == 0


def test_a_members_price_is_marked_as_one() -> None:
    (one,) = shown({"eligibility": [{"test": "member"}], "derivation": [percent(PENS)]})
    assert (one.is_for_members, one.price_minor) == (True, 180)


@pytest.mark.parametrize(
    "test",
    [
        {"test": "member", "groups": ["gold"]},
        {"test": "code", "code": "store:SPRING"},
        {"test": "tender", "kinds": ["cash"]},
        {"test": "order_number", "number": 1},
        {"test": "window", "weekdays": [2]},
        {"test": "window", "last_day": "2026-11-22"},
        {"test": "window", "from_minute": 1020},
        {"test": "any_of", "tests": [{"test": "member"}]},
    ],
)
def test_what_not_everybody_has_now_is_not_shown(test: dict[str, Any]) -> None:
    coupons = [{"code": "SPRING"}] if test["test"] == "code" else []
    file = {
        "currency": "EUR",
        "offers": [{"id": "o", "eligibility": [test], "derivation": [percent(PENS)]}],
        "coupons": {"codes": coupons},
    }
    terms = read_terms(msgspec.json.encode(file), "EUR")
    assert offers_of_the_day(Pricer(terms), SHELF, AT, 6) == ()


def test_an_offer_that_ends_says_when() -> None:
    window = {"test": "window", "first_day": "2026-11-20", "last_day": "2026-11-23"}
    (one,) = shown({"eligibility": [window], "derivation": [percent(PENS)]})
    assert one.last_day == "2026-11-23"


def test_each_goods_once_those_with_a_picture_first_and_no_more_than_asked_for() -> None:
    offers = [{"derivation": [percent(key)]} for key in (PENS, PENS, WINE, APPLES, "04006381999999")]
    assert [one.product.key for one in shown(*offers)] == [WINE, APPLES, PENS]
    assert len(shown(*offers, most=2)) == 2
