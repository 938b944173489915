"""One scanner for members, coupons and goods: what is shown or typed is one of them, or named as none."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.catalogue import Goods, Product
from retail.check import BrokenInvariantError
from retail.codes import (
    MEASURE_PATTERNS,
    MeasureKind,
    MeasurePattern,
    NotAProduct,
    ProductCode,
    Symbology,
    check_digit,
    interpret,
)
from retail.coupons.model import Coupon
from retail.member import KeyKind, MemberKey
from retail.scanned import NotRead, Scanned, read_scan, read_typed
from retail.terms import read_terms

TERMS = read_terms(
    json.dumps(
        {
            "currency": "EUR",
            "offers": [
                {
                    "id": "spring",
                    "layer": "coupon",
                    "eligibility": [{"test": "code", "code": "store:SPRING"}],
                    "derivation": [{"type": "amount", "amount_minor": 100}],
                }
            ],
            "coupons": {"codes": [{"code": "SPRING"}]},
        }
    ).encode(),
    "EUR",
)


def checked(payload: str) -> str:
    return payload + str(check_digit(payload))


PEN = "4006381333931"
GOODS = Goods(
    [Product(key="0" + PEN, gtin=PEN, names={"": "Pen"}, price_minor=199, currency="EUR", tax_rate_bp=1900)]
)
CARD = checked("210000000042")


def scan(text: str, symbology: Symbology = Symbology.EAN_13) -> Scanned:
    return read_scan(text, symbology, TERMS, MEASURE_PATTERNS)


def typed(text: str) -> Scanned:
    return read_typed(text, TERMS, MEASURE_PATTERNS, GOODS)


def test_a_member_is_asked_for_first() -> None:
    card, credential = scan(CARD), scan("member:Zm9vYmFyYmF6", Symbology.QR)
    assert isinstance(card, MemberKey)
    assert isinstance(credential, MemberKey)
    assert (card.kind, credential.kind) == (KeyKind.CARD, KeyKind.CREDENTIAL)


def test_a_misread_card_is_never_a_product() -> None:
    wrong = CARD[:-1] + str((int(CARD[-1]) + 1) % 10)
    assert scan(wrong) == NotRead(reason="unreadable")
    assert typed(wrong) == NotRead(reason="unreadable")


@pytest.mark.parametrize(
    "text", ["SPRING", "spring", "Spr-ing", checked("981000001012"), "81101061414165432132501101203140131"]
)
def test_a_coupon_is_read_shown_or_typed(text: str) -> None:
    assert isinstance(scan(text, Symbology.CODE_128), Coupon)
    assert isinstance(typed(text), Coupon)


def test_a_broken_coupon_is_refused_as_such_and_says_where_without_repeating_the_code() -> None:
    read = scan("8110106141416543213250110120314", Symbology.DATABAR_EXPANDED)
    assert isinstance(read, NotRead)
    assert (read.reason, "614141" in read.detail) == ("bad_coupon", False)
    assert read.detail


@pytest.mark.parametrize(
    ("text", "reason"),
    [("8110" + "1" * 396, "bad_coupon"), ("9" * 400, "unreadable"), ("8" * 600, "too_long")],
    ids=["400 digits that begin like a coupon", "400 digits", "600 digits"],
)
def test_a_coupon_of_400_digits_is_refused_and_the_sale_goes_on(text: str, reason: str) -> None:
    assert scan(text, Symbology.EAN_13).reason == reason  # type: ignore[union-attr]
    assert isinstance(typed(text), NotRead)


def test_goods_are_what_is_neither() -> None:
    assert scan(PEN) == ProductCode(key="0" + PEN)
    assert scan("https://example.com", Symbology.QR) == NotRead(reason="not_a_product")
    assert scan("4006381333932") == NotRead(reason="unreadable")


def test_a_number_typed_from_under_a_barcode_is_goods_only_if_the_shop_has_them() -> None:
    assert typed(f" {PEN[:6]} {PEN[6:]} ") == ProductCode(key="0" + PEN)
    other = checked("400638133394")
    assert isinstance(typed(other), MemberKey), "one phone number in ten has a true check digit"


def test_a_phone_number_is_what_nothing_else_is() -> None:
    key = typed("0171 / 234 56-78")
    assert isinstance(key, MemberKey)
    assert (key.kind, key.value) == (KeyKind.PHONE, "+491712345678")
    assert typed("hello") == NotRead(reason="unknown")
    assert typed("") == NotRead(reason="unknown")
    assert typed("12") == NotRead(reason="unknown")


def test_a_reduced_to_clear_sticker_names_the_goods_and_their_new_price() -> None:
    sticker = checked("20" + "00702" + "00125")
    assert scan(sticker) == ProductCode(
        key="0" + sticker,
        alternative_key="0" + checked("952100000702"),
        price_minor=125,
        is_marked_down=True,
    )


def test_a_sticker_without_goods_of_its_own_number_is_looked_up_by_its_item_digits() -> None:
    sticker = checked("02" + "12345" + "00125")
    plain = MeasurePattern(prefix="02", kind=MeasureKind.REDUCED_PRICE)
    read = read_scan(sticker, Symbology.EAN_13, TERMS, (plain,))
    assert isinstance(read, ProductCode)
    assert read.alternative_key == "0" + checked("021234500000")


def test_a_sticker_of_nothing_is_misprinted() -> None:
    assert scan(checked("20" + "00702" + "00000")) == NotRead(reason="unreadable")


@given(
    st.one_of(st.text(max_size=600), st.text("0123456789", max_size=40), st.text("0123456789", max_size=500)),
    st.sampled_from(Symbology),
)
def test_every_text_has_an_answer(text: str, symbology: Symbology) -> None:
    for read in (read_scan(text, symbology, TERMS, MEASURE_PATTERNS), typed(text)):
        assert isinstance(read, MemberKey | Coupon | ProductCode | NotRead)
        if isinstance(read, NotRead):
            assert read.reason in ("unknown", "unreadable", "not_a_product", "too_long", "bad_coupon")


@pytest.mark.parametrize(
    "wrong",
    [
        {"prefix": "2x"},
        {"prefix": "20", "measure_digits": 0},
        {"prefix": "20", "measure_digits": 7},
        {"prefix": "20", "goods_prefix": "952"},
        {"prefix": "20", "goods_prefix": "952100x"},
    ],
)
def test_a_sticker_that_cannot_be_read_cannot_be_set_up(wrong: dict[str, Any]) -> None:
    with pytest.raises(BrokenInvariantError):
        MeasurePattern(kind=MeasureKind.REDUCED_PRICE, **wrong)


@given(st.integers(0, 10**12 - 1))
def test_what_no_rule_of_members_or_coupons_claims_is_read_as_before(number: int) -> None:
    text = checked(f"{number:012d}")
    read = scan(text)
    if isinstance(read, ProductCode) and not read.is_marked_down:
        assert read == interpret(text, Symbology.EAN_13, MEASURE_PATTERNS)
    assert not isinstance(read, NotAProduct)
