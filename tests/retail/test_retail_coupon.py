"""Coupon texts: every text gives a coupon or a reason, and a coupon never says more than its code.

Samples: GS1's own linter tests (syntax dictionary, `couponcode`, `couponposoffer`), databar-barcode.info,
GS1 Ireland and GS1 Greece on euro coupons; where no source is named, built from the layout by hand.
"""

import datetime
import doctest
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail import member
from retail.codes import check_digit
from retail.coupons import (
    Benefit,
    Coupon,
    CouponKind,
    CouponRules,
    Fault,
    Funder,
    Measure,
    Redemption,
    RedemptionPolicy,
    Requirement,
    Rule,
    Saving,
    parse,
    parse_coupon,
)
from retail.coupons.digits import gs1_date
from retail.coupons.model import STAFF_REASONS
from retail.coupons.retail_numbers import VALUE_CODES, EanCouponPattern, Layout

CASES = Path(__file__).parents[2].parent / "shared" / "data" / "pricing" / "cases.json"
GS = "\x1d"
PLAIN = "8110" + "012345612345611110123"
"""The shortest 8110 of GS1's linter tests: one cent off one unit of family 123."""


def coupon_of(text: str, rules: CouponRules | None = None) -> Coupon:
    parsed = parse_coupon(text, rules)
    assert parsed.coupon is not None, parsed.error
    return parsed.coupon


def fault_of(text: str, rules: CouponRules | None = None) -> tuple[Fault, str]:
    parsed = parse_coupon(text, rules)
    assert parsed.error is not None, parsed.coupon
    assert parsed.error.words()
    return parsed.error.fault, parsed.error.field


def ean(payload: str) -> str:
    return payload + str(check_digit(payload))


# --- never raises ----------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    ["8110", "8112", "255", "(8110)", "981", "982", "99", "05", "5", "0614141", "654321", "3902", "3943",
     "8111", "17", "3140131", "4140101", "50", "61", "9600", "91219", GS, "]C1", "]e0",
     "https://id.gs1.org/255/", "٣", "9501101530003", "00", "9" * 400, " ", "\x00"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=600),
        st.text("0123456789", max_size=90).map(lambda tail: "8110" + tail),
        st.text("0123456789", max_size=40).map(lambda tail: "8112" + tail),
        st.lists(_PIECES, max_size=12).map("".join),
        st.text("0123456789", min_size=11, max_size=12).map(ean),
    )
)
def test_every_text_gives_a_coupon_or_a_reason_and_never_both(text: str) -> None:
    parsed = parse_coupon(text)
    assert (parsed.coupon is None) != (parsed.error is None)
    assert parse_coupon(text) == parsed
    if parsed.coupon is not None:
        assert parsed.coupon.saving.value >= 0
        assert parsed.coupon.needs_staff in STAFF_REASONS or parsed.coupon.needs_staff == ""
        assert parsed.coupon.kind is not CouponKind.POSITIVE_OFFER or (
            parsed.coupon.redemption is Redemption.ONLINE_ONLY
        )
    else:
        assert parsed.error is not None
        assert 0 <= parsed.error.at <= len(text)
        assert parsed.error.words()


def test_four_hundred_digits_are_refused() -> None:
    assert fault_of("8110" + "1" * 396) == (Fault.TOO_LONG, "")
    assert fault_of("9" * 400) == (Fault.NOT_A_COUPON, "")
    assert fault_of("9" * 4000) == (Fault.TOO_LONG, "")


@given(st.integers(min_value=0, max_value=len(PLAIN) - 5))
def test_an_8110_cut_anywhere_is_refused(cut: int) -> None:
    parsed = parse_coupon(PLAIN[: 4 + cut])
    assert parsed.coupon is None


# --- the neutral cases -----------------------------------------------------------------------------------


def _parse_cases() -> list[Any]:
    if not CASES.exists():
        return []
    cases = json.loads(CASES.read_text(encoding="utf-8"))["cases"]
    return [case for case in cases if case["mode"] == "parse"]


@pytest.mark.skipif(not CASES.exists(), reason=f"the neutral pricing cases are not at {CASES}")
def test_the_neutral_parse_cases_are_read_as_expected() -> None:
    cases = _parse_cases()
    assert cases
    for case in cases:
        parsed = parse_coupon(case["barcode"])
        assert parsed.coupon is not None, (case["id"], parsed.error)
        for name, wanted in case["expected"].items():
            assert _neutral(parsed.coupon, name) == wanted, (case["id"], name)


def _neutral(coupon: Coupon, name: str) -> Any:
    """A field of the cases' schema."""
    codes = {Measure.UNITS: "0"}
    rules = {Rule.ANY: "0", Rule.ALL: "1"}
    if name == "valid":
        return True
    if name == "gcp":
        return coupon.funder_prefix
    if name == "offer":
        return coupon.coupon_id.rpartition(":")[2]
    if name == "save_value":
        return coupon.saving.value
    if name == "expires":
        return coupon.valid_until.isoformat() if coupon.valid_until else None
    if name == "rules_code":
        return rules[coupon.rule]
    first = coupon.requirements[0]
    if name == "second":
        second = coupon.requirements[1]
        maker = "same" if second.company_prefix == first.company_prefix else second.company_prefix
        return {
            "requirement": second.amount, "code": codes[second.measure], "family": second.family, "gcp": maker
        }  # fmt: skip
    return {
        "purchase_requirement": first.amount,
        "requirement_code": codes[first.measure],
        "family_code": first.family,
    }[name]


# --- AI 8110 ---------------------------------------------------------------------------------------------


def test_second_and_third_purchases_are_read_in_their_places() -> None:
    coupon = coupon_of(
        "8110" + "1" + "0614141" + "654321" + "3" + "250" + "1" + "2" + "0" + "120"  # required
        + "1" + "2" + "3" + "500" + "1" + "340" + "0" + "771234"  # second: 5.00 on another maker's 340
        + "2" + "2" + "15" + "3" + "000" + "9"  # third: 0.15 lb of anything of the first maker
        + "9" + "0101"
    )  # fmt: skip
    assert coupon.requirements == (
        Requirement(measure=Measure.UNITS, amount=2, company_prefix="0614141", family="120"),
        Requirement(measure=Measure.SPEND, amount=500, company_prefix="771234", family="340"),
        Requirement(measure=Measure.POUNDS, amount=15, company_prefix="0614141", family="000"),
    )
    assert coupon.rule is Rule.FIRST_AND_ANOTHER
    assert (coupon.saving.benefit, coupon.saving.value, coupon.saving.applies_to) == (Benefit.AMOUNT, 250, 1)
    assert (coupon.funder, coupon.may_multiply) == (Funder.MAKER, False)


def test_dates_serial_and_retailer_are_read_in_their_places() -> None:
    coupon = coupon_of(
        "8110" + "1" + "0614141" + "654321" + "3" + "250" + "1" + "2" + "0" + "120"
        + "3" + "271231" + "4" + "270101" + "5" + "0" + "000042" + "6" + "7" + "4012345000009"
    )  # fmt: skip
    assert (coupon.valid_from, coupon.valid_until) == (
        datetime.date(2027, 1, 1),
        datetime.date(2027, 12, 31),
    )
    assert (coupon.serial, coupon.retailer) == ("000042", "4012345000009")
    assert coupon.redemption_key == "8110:0614141:654321/000042"
    assert coupon.redemption is Redemption.STORE_AUTHORITY
    assert coupon.currencies == ("USD", "CAD")


def _counted(base: int, least: int, most: int) -> st.SearchStrategy[tuple[str, str]]:
    """A length indicator with its digits, and the digits alone."""
    return st.integers(least, most).flatmap(
        lambda length: st.text("0123456789", min_size=base + length, max_size=base + length).map(
            lambda digits: (f"{length}{digits}", digits)
        )
    )


_DAYS = st.dates(datetime.date(1977, 1, 1), datetime.date(2075, 12, 31))


@given(
    prefix=_counted(6, 0, 6),
    offer=st.text("0123456789", min_size=6, max_size=6),
    value=_counted(0, 1, 5),
    requirement=_counted(0, 1, 5),
    family=st.text("0123456789", min_size=3, max_size=3),
    days=st.none() | st.tuples(_DAYS, _DAYS).map(sorted),
    serial=st.none() | _counted(6, 0, 9),
    benefit=st.sampled_from(["", "90000", "91000", "92001", "96000"]),
)
def test_an_8110_built_from_its_fields_is_read_back_field_by_field(
    prefix: tuple[str, str],
    offer: str,
    value: tuple[str, str],
    requirement: tuple[str, str],
    family: str,
    days: list[datetime.date] | None,
    serial: tuple[str, str] | None,
    benefit: str,
) -> None:
    text = "8110" + prefix[0] + offer + value[0] + requirement[0] + "0" + family
    text += f"3{days[1]:%y%m%d}4{days[0]:%y%m%d}" if days else ""
    text += "5" + serial[0] if serial else ""
    text += benefit
    coupon = coupon_of(text)
    assert coupon.coupon_id == f"8110:{prefix[1]}:{offer}"
    assert coupon.saving.value == int(value[1])
    assert coupon.requirements == (
        Requirement(
            measure=Measure.UNITS, amount=int(requirement[1]), company_prefix=prefix[1], family=family
        ),
    )
    assert [coupon.valid_from, coupon.valid_until] == (days or [None, None])
    assert coupon.serial == (serial[1] if serial else None)
    assert coupon.may_multiply is (not benefit.endswith("1"))
    excess = parse_coupon(text + "7")
    assert excess.error is not None
    assert excess.error.fault in (Fault.EXCESS_DATA, Fault.TOO_LONG)


def test_indicator_nine_means_the_same_maker_and_has_no_digits() -> None:
    coupon = coupon_of("8110106141411234562751106501013085093140131")  # databar-barcode.info, example 2
    assert [requirement.company_prefix for requirement in coupon.requirements] == ["0614141", "0614141"]
    assert coupon.rule is Rule.ANY
    assert coupon.valid_until == datetime.date(2014, 1, 31)


@pytest.mark.parametrize(
    ("miscellaneous", "benefit", "value"),
    [
        ("90000", Benefit.AMOUNT, 50),
        ("91000", Benefit.FREE_ITEM, 50),
        ("92000", Benefit.FREE_ITEMS, 50),
        ("95000", Benefit.PERCENT, 50_000),
        ("96000", Benefit.BASKET_AMOUNT, 50),
    ],
)
def test_the_save_value_code_says_what_the_value_is(miscellaneous: str, benefit: Benefit, value: int) -> None:
    coupon = coupon_of("8110" + "0123456" + "123456" + "250" + "110" + "123" + miscellaneous)
    assert (coupon.saving.benefit, coupon.saving.value) == (benefit, value)


def test_a_store_flag_names_who_pays_and_for_how_many_items() -> None:
    body = "8110" + "0123456" + "123456" + "250" + "110" + "123"
    store = [coupon_of(body + f"900{flag}0") for flag in "0189"]
    assert [coupon.funder for coupon in store] == [Funder.MAKER, Funder.STORE, Funder.STORE, Funder.STORE]
    assert [coupon.saving.items for coupon in store] == [1, 1, 8, None]
    assert [coupon.saving.ceiling_minor for coupon in store] == [50, 50, 400, None]


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("119123", "printed_conditions"),
        ("110123" + "90200", "no_such_item"),
        ("110123" + "90100", "no_such_item"),
        ("111123" + "91000", "free_by_measure"),
        ("110992", "any_product"),
        ("110123", ""),
        ("111123", ""),
        ("110123" + "92000", ""),
    ],
)
def test_what_a_till_cannot_judge_is_left_to_staff(tail: str, reason: str) -> None:
    assert coupon_of("8110" + "0123456" + "123456" + "250" + tail).needs_staff == reason


@pytest.mark.parametrize(
    ("body", "fault", "field"),
    [
        ("71234567890123" + "1" * 12, Fault.BAD_LENGTH, "company_prefix"),
        ("0123456" + "123456" + "6123456" + "1" * 9, Fault.BAD_LENGTH, "save_value"),
        ("0123456" + "123456" + "0" + "1" * 9, Fault.BAD_LENGTH, "save_value"),
        ("0123456" + "123456" + "11" + "0" + "0" * 6, Fault.BAD_LENGTH, "first_purchase"),
        ("0123456" + "123456" + "11" + "11" + "5123", Fault.BAD_CODE, "first_purchase_code"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "14", Fault.BAD_CODE, "additional_purchase_rules"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "1011" + "0123" + "7", Fault.BAD_LENGTH,
         "second_purchase_company_prefix"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "3270230", Fault.BAD_DATE, "expiration_date"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "3270228" + "4270301",
         Fault.DATES_REVERSED, "start_date"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "50123", Fault.CUT_SHORT, "serial_number"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "60123456", Fault.BAD_LENGTH, "retailer"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "93000", Fault.BAD_CODE, "save_value_code"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "90300", Fault.BAD_CODE, "save_value_applies_to"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "90002", Fault.BAD_CODE, "do_not_multiply"),
        ("0123456" + "123456" + "3101" + "11" + "0123" + "95000", Fault.BAD_VALUE, "save_value"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "7", Fault.EXCESS_DATA, "end"),
        ("0123456" + "123456" + "11" + "11" + "0123" + "4270101" + "3271231", Fault.EXCESS_DATA, "end"),
        ("0123456" + "123456" + "11" + "11" + "012x", Fault.NOT_DIGITS, "digits"),
    ],
)  # fmt: skip
def test_a_broken_8110_is_refused_with_the_place(body: str, fault: Fault, field: str) -> None:
    assert fault_of("8110" + body) == (fault, field)


def test_an_italian_ean_that_begins_like_a_coupon_is_a_product() -> None:
    assert fault_of(ean("811012345678")) == (Fault.NOT_A_COUPON, "")


@pytest.mark.parametrize("shape", ["{}", "]C1{}", "]e0{}", GS + "{}", "(8110){}"])
def test_scanners_marks_do_not_matter(shape: str) -> None:
    inner = PLAIN[4:] if shape.startswith("(") else PLAIN
    assert coupon_of(shape.format(inner)) == coupon_of(PLAIN)


def test_a_pound_requirement_is_met_exactly() -> None:
    pound = Requirement(measure=Measure.POUNDS, amount=100)
    assert (pound.weight_met_by(453), pound.weight_met_by(454)) == (False, True)
    tons = Requirement(measure=Measure.POUNDS, amount=10_000_000)
    assert (tons.weight_met_by(45_359_236), tons.weight_met_by(45_359_237)) == (False, True)
    kilogram = Requirement(measure=Measure.GRAMS, amount=1000)
    assert (kilogram.weight_met_by(999), kilogram.weight_met_by(1000)) == (False, True)
    assert not Requirement(measure=Measure.UNITS, amount=1).weight_met_by(5000)


# --- AI 8112 ---------------------------------------------------------------------------------------------


def test_an_8112_is_a_number_to_ask_about_and_worth_nothing_by_itself() -> None:
    coupon = coupon_of("8112" + "001234561234560123456")  # GS1 linter tests
    assert (coupon.kind, coupon.serial) == (CouponKind.POSITIVE_OFFER, "123456")
    assert (coupon.saving.benefit, coupon.saving.value) == (Benefit.LISTED, 0)
    assert coupon.redemption is Redemption.ONLINE_ONLY


@pytest.mark.parametrize(
    ("body", "fault", "field"),
    [
        ("201234561234560123456", Fault.BAD_CODE, "format"),
        ("071234567890123456789", Fault.BAD_LENGTH, "funder"),
        ("00123456123456012345", Fault.CUT_SHORT, "serial_number"),
        ("0012345612345601234567", Fault.EXCESS_DATA, "end"),
        ("061234567890121234569123456789012345", None, ""),
    ],
)
def test_the_layout_of_an_8112_is_kept(body: str, fault: Fault | None, field: str) -> None:
    if fault is None:
        assert coupon_of("8112" + body).serial == "123456789012345"
    else:
        assert fault_of("8112" + body) == (fault, field)


# --- AI 255 ----------------------------------------------------------------------------------------------

GCN = ean("950110153000")


def test_a_global_coupon_number_takes_its_worth_from_the_field_beside_it() -> None:
    amount = coupon_of(f"255{GCN}000123{GS}3902500{GS}17271231")
    assert (amount.saving.benefit, amount.saving.value) == (Benefit.AMOUNT, 500)
    assert (amount.serial, amount.coupon_id) == ("000123", f"255:{GCN}")
    assert amount.valid_until == datetime.date(2027, 12, 31)
    percent = coupon_of(f"255{GCN}{GS}39410125")
    assert (percent.saving.benefit, percent.saving.value) == (Benefit.PERCENT, 12_500)
    points = coupon_of(f"255{GCN}{GS}81110250")
    assert (points.saving.benefit, points.saving.value) == (Benefit.POINTS, 250)
    assert coupon_of(f"255{GCN}1").saving.benefit is Benefit.LISTED
    assert coupon_of(f"255{GCN}{GS}39400100").saving.value == 100_000


def test_a_coupon_number_with_a_serial_is_asked_about_and_one_without_is_not() -> None:
    assert coupon_of(f"255{GCN}1{GS}3902500").redemption is Redemption.STORE_AUTHORITY
    assert coupon_of(f"255{GCN}{GS}3902500").redemption is Redemption.LOCAL_OK
    assert coupon_of(f"255{GCN}{GS}3902501").redemption is Redemption.STORE_AUTHORITY


def test_the_last_day_of_a_month_may_be_written_as_day_zero() -> None:
    assert coupon_of(f"255{GCN}1{GS}17280200").valid_until == datetime.date(2028, 2, 29)


def test_a_coupon_number_in_a_digital_link_is_read_whatever_its_case() -> None:
    coupon = coupon_of(f"HTTPS://ID.GS1.ORG/255/{GCN}123?3902=150")
    assert (coupon.serial, coupon.saving.value) == ("123", 150)
    assert coupon_of(f"http://example.org/255/{GCN}123?3902=150").saving == coupon.saving
    assert fault_of("https://id.gs1.org/01/04006381333931") == (Fault.NOT_A_COUPON, "")


@pytest.mark.parametrize(
    ("text", "fault", "field"),
    [
        (f"255{GCN[:-1]}{(int(GCN[-1]) + 1) % 10}1{GS}3902500", Fault.BAD_CHECK_DIGIT, "coupon_number"),
        (f"255{GCN}1{GS}3903555", Fault.BAD_VALUE, "coupon_value"),
        (f"255{GCN}1{GS}39400000", Fault.BAD_VALUE, "coupon_value"),
        (f"255{GCN}1{GS}39401001", Fault.BAD_VALUE, "coupon_value"),
        (f"255{GCN}1{GS}39400010{GS}3902100", Fault.BAD_VALUE, "coupon_value"),
        (f"255{GCN}1{GS}3900999999999999999", Fault.BAD_VALUE, "coupon_value"),
    ],
)
def test_an_impossible_coupon_number_is_refused(text: str, fault: Fault, field: str) -> None:
    assert fault_of(text) == (fault, field)


def test_amounts_follow_the_lanes_currency() -> None:
    yen = CouponRules(currency="JPY")
    assert coupon_of(f"255{GCN}1{GS}3900500", yen).saving.value == 500
    assert fault_of(f"255{GCN}1{GS}3901505", yen) == (Fault.BAD_VALUE, "coupon_value")


# --- retail symbols --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("digits", "value"),
    [("9813765030011", 10), ("9828508010106", 10), (ean("982123401999"), 999), (ean("981123401999"), 9990)],
)
def test_a_euro_coupon_carries_its_value(digits: str, value: int) -> None:
    coupon = coupon_of(digits)  # the first two: GS1 Greece
    assert (coupon.saving.benefit, coupon.saving.value) == (Benefit.AMOUNT, value)
    assert coupon.currencies == ("EUR",)
    assert coupon.coupon_id == f"ean:{digits[:9]}"


def test_a_euro_coupon_without_a_value_asks_the_shops_list() -> None:
    free = coupon_of(ean("982123401000"))
    assert (free.saving.benefit, free.redemption) == (Benefit.LISTED, Redemption.STORE_AUTHORITY)
    assert coupon_of(ean("983123456789")).saving.benefit is Benefit.LISTED


@pytest.mark.parametrize("text", ["512345678900", "0512345678900", ean("991234567890")])
def test_number_system_five_and_ean_99_hold_the_same_ten_digits(text: str) -> None:
    coupon = coupon_of(text)
    assert coupon.requirements == (
        Requirement(measure=Measure.UNITS, amount=1, company_prefix="12345", family="678"),
    )
    assert (coupon.saving.benefit, coupon.saving.value) == (Benefit.AMOUNT, 90)
    assert coupon.coupon_id == "upc-5:12345:678:90"


@pytest.mark.parametrize(
    ("code", "units", "benefit", "value"),
    [
        ("14", 2, Benefit.FREE_ITEM, 0),
        ("33", 2, Benefit.AMOUNT, 100),
        ("61", 1, Benefit.AMOUNT, 1000),
        ("42", 3, Benefit.AMOUNT, 100),
    ],
)
def test_value_codes_say_how_many_to_buy(code: str, units: int, benefit: Benefit, value: int) -> None:
    coupon = coupon_of(ean("512345678" + code))
    assert (coupon.requirements[0].amount, coupon.saving.benefit, coupon.saving.value) == (
        units,
        benefit,
        value,
    )


def test_value_codes_without_one_meaning_are_left_to_staff() -> None:
    assert {f"{code:02d}" for code in range(100)} - set(VALUE_CODES) == {
        "00", "05", "07", "08", "09", "13", "17", "27"
    }  # fmt: skip
    coupon = coupon_of(ean("51234567800"))
    assert (coupon.needs_staff, coupon.saving.benefit) == ("printed_value", Benefit.STAFF)


def test_family_992_asks_for_a_person_since_nothing_would_be_checked() -> None:
    assert coupon_of(ean("51234599275")).needs_staff == "any_product"


def test_a_false_check_digit_is_refused() -> None:
    assert fault_of("512345678901") == (Fault.BAD_CHECK_DIGIT, "check_digit")
    error = parse_coupon("512345678901").error
    assert error is not None
    assert error.at == 11
    assert fault_of("9813765030012") == (Fault.BAD_CHECK_DIGIT, "check_digit")


def test_products_are_no_coupons() -> None:
    for product in ("4006381333931", "5012345678900", "012345678905", "96385074", "9780201379624"):
        assert fault_of(product) == (Fault.NOT_A_COUPON, "")


def test_a_shop_may_give_prefix_99_its_countrys_layout() -> None:
    pounds = EanCouponPattern(prefix="99", layout=Layout.VALUE, value_digits=3, currencies=("GBP",))
    coupon = coupon_of(ean("991234567050"), CouponRules(currency="GBP", ean_patterns=(pounds,)))
    assert (coupon.saving.value, coupon.currencies, coupon.coupon_id) == (50, ("GBP",), "ean:991234567")
    assert fault_of("9813765030011", CouponRules(ean_patterns=(pounds,))) == (Fault.NOT_A_COUPON, "")


def test_the_examples_in_the_docstrings_are_true() -> None:
    for module in (parse, member):
        assert doctest.testmod(module).attempted > 0
        assert doctest.testmod(module).failed == 0


# --- who must be asked, and dates ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cents", "serial", "redemption"),
    [
        ("3500", "", Redemption.LOCAL_OK),
        ("3501", "", Redemption.STORE_AUTHORITY),
        ("3500", "50123456", Redemption.STORE_AUTHORITY),
        ("41999", "", Redemption.STORE_AUTHORITY),
        ("42000", "", Redemption.ONLINE_ONLY),
    ],
)
def test_the_worth_decides_who_must_be_asked(cents: str, serial: str, redemption: Redemption) -> None:
    assert coupon_of("8110" + "0123456" + "123456" + cents + "110123" + serial).redemption is redemption
    shut = CouponRules(policy=RedemptionPolicy(local_max_minor=0, online_from_minor=1))
    assert (
        coupon_of("8110" + "0123456" + "123456" + cents + "110123", shut).redemption is Redemption.ONLINE_ONLY
    )


@pytest.mark.parametrize(
    ("saving", "ceiling"),
    [
        (Saving(benefit=Benefit.AMOUNT, value=300), 300),
        (Saving(benefit=Benefit.BASKET_AMOUNT, value=300), 300),
        (Saving(benefit=Benefit.AMOUNT, value=300, items=3), 900),
        (Saving(benefit=Benefit.AMOUNT, value=300, items=None), None),
        (Saving(benefit=Benefit.FREE_ITEM, value=250), 250),
        (Saving(benefit=Benefit.FREE_ITEM), None),
        (Saving(benefit=Benefit.FREE_ITEMS, value=2), None),
        (Saving(benefit=Benefit.PERCENT, value=10_000), None),
        (Saving(benefit=Benefit.POINTS, value=500), 0),
        (Saving(benefit=Benefit.LISTED), None),
    ],
)
def test_the_most_a_coupon_can_be_worth_is_known_only_where_its_code_bounds_it(
    saving: Saving, ceiling: int | None
) -> None:
    assert saving.ceiling_minor == ceiling


@pytest.mark.parametrize(
    ("digits", "year", "wanted"),
    [("260101", 2026, 2026), ("760101", 2026, 2076), ("770101", 2026, 1977), ("000101", 2026, 2000),
     ("010101", 2090, 2101), ("400101", 2090, 2140), ("410101", 2090, 2041),
     ("990101", 2001, 1999), ("510101", 2001, 2051), ("520101", 2001, 1952)],
)  # fmt: skip
def test_a_two_digit_year_means_the_nearest_one(digits: str, year: int, wanted: int) -> None:
    date = gs1_date(digits, year)
    assert date is not None
    assert date.year == wanted
    assert gs1_date("270230", 2026) is None
