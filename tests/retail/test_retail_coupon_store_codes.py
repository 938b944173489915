"""The shop's own codes: typed any way, matched exactly, refused as a list when ambiguous."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.coupons import (
    CouponKind,
    Fault,
    Funder,
    Redemption,
    StoreCode,
    StoreCodes,
    StoreCodesRefusedError,
    parse_coupon,
)
from retail.coupons.store_codes import LIST_MAX

CODES = StoreCodes(
    [
        StoreCode(code="Santa-2016"),
        StoreCode(code="THANKS", serial_length=6, redemption=Redemption.STORE_AUTHORITY),
        StoreCode(code="9912345678904"),
        StoreCode(code="SPRING", valid_until=datetime.date(2027, 5, 31)),
    ]
)


@pytest.mark.parametrize("text", ["SANTA2016", "santa2016", "Santa 2016", " san-ta-20 16 "])
def test_case_spaces_and_hyphens_do_not_matter(text: str) -> None:
    coupon = parse_coupon(text, store_codes=CODES).coupon
    assert coupon is not None
    assert (coupon.kind, coupon.coupon_id, coupon.serial) == (
        CouponKind.STORE_CODE,
        "store:SANTA2016",
        None,
    )
    assert (coupon.funder, coupon.redemption_key) == (Funder.STORE, None)


def test_a_serial_number_behind_a_code_names_one_paper() -> None:
    coupon = parse_coupon("thanks-7k2q9f", store_codes=CODES).coupon
    assert coupon is not None
    assert (coupon.coupon_id, coupon.serial) == ("store:THANKS", "7K2Q9F")
    assert coupon.redemption_key == "store:THANKS/7K2Q9F"
    assert coupon.redemption is Redemption.STORE_AUTHORITY


@pytest.mark.parametrize("text", ["THANKS", "THANKS7K2Q9", "THANKS7K2Q9FF", "SANTA", "", "   ", "SANTA2016X"])
def test_what_is_not_on_the_list_is_no_coupon(text: str) -> None:
    error = parse_coupon(text, store_codes=CODES).error
    assert error is not None
    assert error.fault is Fault.NOT_A_COUPON


def test_a_serial_number_of_strange_characters_is_refused() -> None:
    error = parse_coupon("THANKS7K2Q9é", store_codes=CODES).error
    assert error is not None
    assert error.fault is Fault.BAD_SERIAL


def test_the_shops_list_knows_better_than_any_layout() -> None:
    listed = parse_coupon("9912345678904", store_codes=CODES).coupon
    assert listed is not None
    assert listed.kind is CouponKind.STORE_CODE
    unlisted = parse_coupon("9912345678904").error
    assert unlisted is None or unlisted.fault is Fault.BAD_CHECK_DIGIT


def test_a_codes_dates_come_from_the_list() -> None:
    coupon = parse_coupon("spring", store_codes=CODES).coupon
    assert coupon is not None
    assert coupon.valid_until == datetime.date(2027, 5, 31)


def test_digits_that_cannot_be_a_product_are_codes_like_others() -> None:
    codes = ["123456", "981234567890", "512345678900", "9912345678904", "123456789012345"]
    wrong = {"981234567890"}
    assert len(StoreCodes(StoreCode(code=code) for code in codes if code not in wrong)) == 4
    with pytest.raises(StoreCodesRefusedError):
        StoreCodes(StoreCode(code=code) for code in wrong)


def test_a_code_may_count_on_one_day_only() -> None:
    day = datetime.date(2027, 5, 31)
    assert len(StoreCodes([StoreCode(code="TODAY", valid_from=day, valid_until=day)])) == 1


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        ([StoreCode(code="abc")], "'abc' is not 4 to 32 letters and digits"),
        ([StoreCode(code="A_B_C_D")], "is not 4 to 32"),
        ([StoreCode(code="A" * 33)], "is not 4 to 32"),
        ([StoreCode(code="SAVE10"), StoreCode(code="save-10")], "'save-10' stands twice"),
        ([StoreCode(code="SAVE10", serial_length=25)], "no serial length"),
        ([StoreCode(code="4006381333931")], "'4006381333931' could be the number of a product"),
        ([StoreCode(code="4006", serial_length=9)], "could be the number of a product"),
        ([StoreCode(code="12345670")], "could be the number of a product"),
        (
            [
                StoreCode(
                    code="SAVE10",
                    valid_from=datetime.date(2027, 2, 1),
                    valid_until=datetime.date(2027, 1, 31),
                )
            ],
            "ends before it starts",
        ),
    ],
)
def test_a_list_with_a_mistake_is_refused_naming_the_code(codes: list[StoreCode], reason: str) -> None:
    with pytest.raises(StoreCodesRefusedError, match=reason):
        StoreCodes(codes)


def test_a_list_has_an_end() -> None:
    with pytest.raises(StoreCodesRefusedError, match="more than"):
        StoreCodes(StoreCode(code=f"CODE{number:06d}") for number in range(LIST_MAX + 1))


@given(st.text(max_size=600))
def test_any_text_gives_a_coupon_or_a_reason(text: str) -> None:
    parsed = parse_coupon(text, store_codes=CODES)
    assert (parsed.coupon is None) != (parsed.error is None)
