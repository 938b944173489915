"""Coupons as offers: for the right goods only, in the engine's words, never by accident over everything."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.codes import check_digit
from retail.coupons import Benefit, Coupon, Measure, Requirement, Saving, StoreCode, StoreCodes, parse_coupon
from retail.coupons.families import FamilyRow, FamilyTable, family_covers, made_by, qualifying
from retail.coupons.meaning import Meaning, offer_from_coupon
from retail.coupons.refusal import OfferTerms, Refusal, Shown, confirmed, refusal_when_shown
from retail.promotions.offer import (
    EVERYTHING,
    Amount,
    AmountEach,
    BuyGet,
    Code,
    Derivation,
    Limit,
    MinQuantity,
    MinSpend,
    NthUnit,
    Offer,
    Percent,
    PercentOfTotal,
    PerGroup,
    Selector,
)
from retail.promotions.selectors import places

TODAY = datetime.date(2027, 6, 1)


def gtin(payload: str) -> str:
    digits = payload + str(check_digit(payload))
    return digits.zfill(14)


SOAP, SOAP_MAXI, BRUSH = gtin("61414100001"), gtin("61414100002"), gtin("61414100003")
OTHER = gtin("400638133393")
TABLE = FamilyTable(
    [
        FamilyRow(key=SOAP, family="650"),
        FamilyRow(key=SOAP_MAXI, family="651"),
        FamilyRow(key=BRUSH, family="850"),
        FamilyRow(key=OTHER, family="650"),
    ]
)
BASKET = (SOAP, SOAP_MAXI, BRUSH, OTHER)
HEAD = "8110" + "1" + "0614141" + "123456"
SOAPS = Selector(ids=(SOAP, SOAP_MAXI))
BRUSHES = Selector(ids=(BRUSH,))


def coupon_of(text: str) -> Coupon:
    parsed = parse_coupon(text)
    assert parsed.coupon is not None, parsed.error
    return parsed.coupon


def only_offer(meaning: Meaning) -> Offer:
    assert meaning.refusal is None
    assert len(meaning.offers) == 1
    return meaning.offers[0]


def shown(**more: object) -> Shown:
    return Shown(**({"today": TODAY, "currency": "USD"} | more))  # type: ignore[arg-type]


# --- makers and families ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prefix", "made"),
    [("0614141", True), ("614141", True), ("14141", True), ("0614142", False), ("4006381", False),
     ("141410", False)],
)  # fmt: skip
def test_a_company_prefix_is_found_in_a_gtin_as_coupons_write_it(prefix: str, made: bool) -> None:
    assert made_by(SOAP, prefix) is made


def test_a_european_maker_is_found_by_its_longer_prefix_only() -> None:
    assert made_by(OTHER, "4006381")
    assert not made_by(OTHER, "06381")


@pytest.mark.parametrize(
    ("coupon", "item", "covered"),
    [
        ("000", "123", True),
        ("100", "123", True),
        ("120", "123", True),
        ("123", "123", True),
        ("130", "123", False),
        ("200", "123", False),
        ("124", "123", False),
        ("010", "012", True),
        ("010", "022", False),
    ],
)
def test_summary_families_cover_their_tens_and_hundreds(coupon: str, item: str, covered: bool) -> None:
    assert family_covers(coupon, item) is covered


def test_goods_qualify_only_in_the_family_and_of_the_maker() -> None:
    def found(family: str, prefix: str | None = "0614141") -> tuple[str, ...]:
        requirement = Requirement(measure=Measure.UNITS, amount=1, company_prefix=prefix, family=family)
        return qualifying(requirement, [*BASKET, *BASKET], TABLE)

    assert found("650") == (SOAP, SOAP_MAXI)
    assert found("651") == (SOAP_MAXI,)
    assert found("000") == (SOAP, SOAP_MAXI, BRUSH)
    assert found("650", "4006381") == (OTHER,)
    assert found("123") == ()


def test_without_a_makers_list_only_anything_of_the_maker_can_be_checked() -> None:
    nothing = FamilyTable()
    for family, expected in (("650", ()), ("000", (SOAP, SOAP_MAXI, BRUSH))):
        requirement = Requirement(measure=Measure.UNITS, amount=1, company_prefix="0614141", family=family)
        assert qualifying(requirement, BASKET, nothing) == expected


def test_a_requirement_may_name_no_maker_or_no_family() -> None:
    any_maker = Requirement(measure=Measure.UNITS, amount=1, family="650")
    assert qualifying(any_maker, BASKET, TABLE) == (SOAP, SOAP_MAXI, OTHER)
    anything = Requirement(measure=Measure.UNITS, amount=1, family="000")
    assert qualifying(anything, BASKET, FamilyTable()) == BASKET
    whole = Requirement(measure=Measure.BASKET_SPEND, amount=1, company_prefix="0614141", family="123")
    assert qualifying(whole, BASKET, TABLE) == BASKET
    untold = Requirement(measure=Measure.UNITS, amount=1)
    assert qualifying(untold, BASKET, TABLE) == BASKET


def test_a_bought_brand_answers_to_the_prefix_its_coupons_use() -> None:
    table = FamilyTable([FamilyRow(key=OTHER, family="650", company_prefix="0614141")])
    requirement = Requirement(measure=Measure.UNITS, amount=1, company_prefix="0614141", family="650")
    assert qualifying(requirement, BASKET, table) == (OTHER,)
    own = Requirement(measure=Measure.UNITS, amount=1, company_prefix="4006381", family="650")
    assert qualifying(own, BASKET, table) == ()


# --- as offers -------------------------------------------------------------------------------------------


def test_an_amount_falls_on_the_units_it_asks_for() -> None:
    offer = only_offer(offer_from_coupon(coupon_of(HEAD + "3100" + "12" + "0650" + "3271231"), BASKET, TABLE))
    goods = Selector(ids=(SOAP, SOAP_MAXI))
    assert offer.eligibility == (
        Code(code="8110:0614141:123456"),
        MinQuantity(quantity=2, of=goods),
    )
    assert offer.derivation == (Amount(amount_minor=100, of=goods, max_units=2, pick="dearest"),)
    assert (offer.layer, offer.funder, offer.consumes) == ("coupon", "maker", True)
    assert offer.limits == (Limit(scope="basket", uses=1),)


def test_one_of_this_or_three_of_that_are_two_offers_of_which_one_counts() -> None:
    coupon = coupon_of("8110106141411234562751106501013085093271231")  # databar-barcode.info, example 2
    meaning = offer_from_coupon(coupon, BASKET, TABLE)
    assert [offer.id for offer in meaning.offers] == ["8110:0614141:123456/1", "8110:0614141:123456/1#1"]
    assert {offer.group for offer in meaning.offers} == {"8110:0614141:123456/1"}
    assert [offer.derivation[0] for offer in meaning.offers] == [
        Amount(amount_minor=75, of=Selector(ids=(SOAP, SOAP_MAXI)), max_units=1, pick="dearest"),
        Amount(amount_minor=75, of=Selector(ids=(BRUSH,)), max_units=3, pick="dearest"),
    ]
    only_brush = offer_from_coupon(coupon, [BRUSH], TABLE)
    assert [offer.id for offer in only_brush.offers] == ["8110:0614141:123456/1#1"]


@pytest.mark.parametrize(
    ("tail", "derivation"),
    [
        ("10" + "11" + "0650" + "91000", Percent(percent_bp=10_000, of=SOAPS, max_units=1)),
        ("10" + "12" + "0650" + "91000", NthUnit(quantity=2, rewarded=1, of=SOAPS, times=1)),
        ("12" + "15" + "0650" + "92000", NthUnit(quantity=5, rewarded=2, of=SOAPS, times=1)),
        (
            "3250" + "11" + "0650" + "91000",
            Amount(amount_minor=250, of=SOAPS, max_units=1, pick="dearest"),
        ),
        (
            "3250" + "12" + "0650" + "91000",
            BuyGet(buy_quantity=1, buy=SOAPS, get=SOAPS, amount_minor=250, times=1),
        ),
    ],
)
def test_a_free_item_is_one_of_those_required_and_the_others_count_as_used(
    tail: str, derivation: Derivation
) -> None:
    assert only_offer(offer_from_coupon(coupon_of(HEAD + tail), BASKET, TABLE)).derivation == (derivation,)


@pytest.mark.parametrize(
    ("tail", "derivation"),
    [
        ("225" + "11" + "0650", Percent(percent_bp=2500, of=SOAPS, max_units=1, pick="dearest")),
        ("225" + "13" + "0650", PerGroup(quantity=3, percent_bp=2500, of=SOAPS, times=1)),
        ("225" + "41000" + "1650", PercentOfTotal(percent_bp=2500, of=SOAPS)),
    ],
)
def test_a_percentage_falls_on_the_qualifying_purchase(tail: str, derivation: Derivation) -> None:
    offer = only_offer(offer_from_coupon(coupon_of(HEAD + tail + "95000"), BASKET, TABLE))
    assert offer.derivation == (derivation,)


@pytest.mark.parametrize(
    ("saving", "code", "derivation"),
    [
        (
            "10",
            "91100",
            BuyGet(buy_quantity=2, buy=SOAPS, get=BRUSHES, percent_bp=10_000, times=1),
        ),
        (
            "3150",
            "91100",
            BuyGet(buy_quantity=2, buy=SOAPS, get=BRUSHES, amount_minor=150, times=1),
        ),
        (
            "13",
            "92100",
            BuyGet(buy_quantity=2, buy=SOAPS, get_quantity=3, get=BRUSHES, percent_bp=10_000, times=1),
        ),
    ],
)
def test_free_items_for_the_purchase_of_others_use_up_both(
    saving: str, code: str, derivation: Derivation
) -> None:
    coupon = coupon_of(HEAD + saving + "12" + "0650" + "11" + "11" + "0850" + "9" + code)
    assert only_offer(offer_from_coupon(coupon, BASKET, TABLE)).derivation == (derivation,)


def test_all_of_several_purchases_give_the_saving_on_the_one_it_names() -> None:
    coupon = coupon_of(HEAD + "225" + "11" + "0650" + "11" + "41500" + "1" + "850" + "9" + "95100")
    offer = only_offer(offer_from_coupon(coupon, BASKET, TABLE))
    assert offer.eligibility[1:] == (
        MinQuantity(quantity=1, of=Selector(ids=(SOAP, SOAP_MAXI))),
        MinSpend(amount_minor=1500, of=Selector(ids=(BRUSH,))),
    )
    assert offer.derivation == (PercentOfTotal(percent_bp=2500, of=Selector(ids=(BRUSH,))),)


def test_two_papers_of_one_campaign_are_two_offers_with_one_trigger() -> None:
    coupon = coupon_of(HEAD + "3100" + "11" + "0650")
    first = only_offer(offer_from_coupon(coupon, BASKET, TABLE, name="Soap coupon"))
    second = only_offer(offer_from_coupon(coupon, BASKET, TABLE, copy=2))
    assert (first.id, second.id) == ("8110:0614141:123456/1", "8110:0614141:123456/2")
    assert first.group != second.group
    assert first.eligibility == second.eligibility
    assert (first.name, second.name) == ("Soap coupon", "Coupon")
    named = coupon_of(HEAD + "3100" + "11" + "0650" + "50000042")
    assert only_offer(offer_from_coupon(named, BASKET, TABLE)).id == "8110:0614141:123456/000042"


@pytest.mark.parametrize(
    ("rule", "needed"),
    [
        ("0", [{1}, {3}, {2}]),
        ("1", [{1, 2, 3}]),
        ("2", [{1, 3}, {1, 2}]),
        ("3", [{3}, {2}]),
    ],
)
def test_the_rules_code_says_which_purchases_are_enough(rule: str, needed: list[set[int]]) -> None:
    text = HEAD + "3100" + "11" + "0650" + "1" + rule + "13" + "0850" + "9" + "2" + "12" + "0651" + "9"
    meaning = offer_from_coupon(coupon_of(text), BASKET, TABLE)
    quantities = [
        {test.quantity for test in offer.eligibility if isinstance(test, MinQuantity)}
        for offer in meaning.offers
    ]
    assert quantities == needed


def test_cents_off_the_transaction_ask_for_its_total() -> None:
    coupon = coupon_of(HEAD + "3500" + "43000" + "2" + "000" + "96000")
    offer = only_offer(offer_from_coupon(coupon, BASKET, TABLE))
    assert offer.eligibility[1:] == (MinSpend(amount_minor=3000, of=EVERYTHING),)
    assert offer.derivation == (Amount(amount_minor=500, of=EVERYTHING),)
    assert not offer.consumes


@pytest.mark.parametrize(
    ("tail", "consumes"),
    [
        ("3500" + "11" + "0650" + "96000", False),
        ("3500" + "43000" + "2000" + "90000", False),
        ("3500" + "11" + "0650" + "90000", True),
        ("3500" + "11" + "0650" + "90010", False),
        ("3500" + "11" + "0650" + "90011", True),
    ],
)
def test_a_coupon_over_everything_shuts_out_no_other(tail: str, consumes: bool) -> None:
    assert only_offer(offer_from_coupon(coupon_of(HEAD + tail), BASKET, TABLE)).consumes is consumes


def test_a_store_coupon_falls_on_as_many_items_as_its_flag_says() -> None:
    three = only_offer(offer_from_coupon(coupon_of(HEAD + "250" + "11" + "0650" + "90030"), BASKET, TABLE))
    goods = Selector(ids=(SOAP, SOAP_MAXI))
    assert three.derivation == (AmountEach(amount_minor=50, of=goods, max_units=3, pick="dearest"),)
    assert (three.funder, three.consumes) == ("store", False)
    alone = only_offer(offer_from_coupon(coupon_of(HEAD + "250" + "11" + "0650" + "90091"), BASKET, TABLE))
    assert alone.derivation == (AmountEach(amount_minor=50, of=goods, max_units=None, pick="dearest"),)
    assert alone.consumes


@pytest.mark.parametrize(
    ("text", "basket", "refusal"),
    [
        (HEAD + "3100" + "11" + "0123", BASKET, Refusal.NOTHING_FOR_IT),
        (HEAD + "3100" + "11" + "0650", (), Refusal.NOTHING_FOR_IT),
        (HEAD + "10" + "11" + "0650", BASKET, Refusal.WORTH_NOTHING),
        (HEAD + "3100" + "3250" + "3650", BASKET, Refusal.NEEDS_STAFF),
        ("9828508010106", BASKET, Refusal.GOODS_UNKNOWN),
        ("8112" + "001234561234560123456", BASKET, Refusal.NOT_VERIFIED),
        ("51234567800" + str(check_digit("51234567800")), BASKET, Refusal.NEEDS_STAFF),
    ],
)
def test_a_coupon_without_an_offer_says_why(text: str, basket: tuple[str, ...], refusal: Refusal) -> None:
    meaning = offer_from_coupon(coupon_of(text), basket, TABLE)
    assert meaning == Meaning(refusal=refusal)
    assert refusal.words().endswith(".")


def test_a_euro_coupon_counts_on_the_goods_the_shop_lists_for_it() -> None:
    coupon = coupon_of("9828508010106")
    offer = only_offer(offer_from_coupon(coupon, (), TABLE, {"ean:982850801": Selector(ids=(OTHER,))}))
    assert offer.id == "ean:982850801/1"
    assert offer.derivation == (
        Amount(amount_minor=10, of=Selector(ids=(OTHER,)), max_units=1, pick="dearest"),
    )


def test_points_and_shop_codes_give_no_offer_of_their_own() -> None:
    number = "950110153000" + str(check_digit("950110153000"))
    assert offer_from_coupon(coupon_of(f"255{number}\x1d81110250"), BASKET, TABLE) == Meaning(points=250)
    own = parse_coupon("spring-10", store_codes=StoreCodes([StoreCode(code="SPRING10")])).coupon
    assert own is not None
    assert offer_from_coupon(own, BASKET, TABLE) == Meaning(codes=("store:SPRING10",))


@given(st.text("0123456789", min_size=10, max_size=60), st.lists(st.sampled_from(BASKET)))
def test_no_8110_ever_takes_the_whole_basket_unless_it_says_so(tail: str, basket: list[str]) -> None:
    parsed = parse_coupon(HEAD + tail)
    if parsed.coupon is None:
        return
    meaning = offer_from_coupon(parsed.coupon, basket, TABLE)
    assert bool(meaning.offers) != (meaning.refusal is not None)
    whole = any(requirement.measure is Measure.BASKET_SPEND for requirement in parsed.coupon.requirements)
    for offer in meaning.offers:
        assert offer == msgspec.json.decode(msgspec.json.encode(offer), type=Offer)
        if parsed.coupon.saving.benefit is not Benefit.BASKET_AMOUNT and not whole:
            for selector in places(offer.derivation[0]):
                assert selector.ids
                assert set(selector.ids) <= set(basket)


# --- before it counts ------------------------------------------------------------------------------------


def test_a_coupon_counts_from_its_first_to_its_last_day() -> None:
    coupon = coupon_of(HEAD + "3100" + "11" + "0650" + "3270630" + "4270601")
    days = [(5, 31), (6, 1), (6, 30), (7, 1)]
    seen = [refusal_when_shown(coupon, shown(today=datetime.date(2027, *day))) for day in days]
    assert seen == [Refusal.NOT_YET, None, None, Refusal.EXPIRED]


def test_a_coupon_counts_in_its_currency_only() -> None:
    coupon = coupon_of(HEAD + "3100" + "11" + "0650")
    assert refusal_when_shown(coupon, shown(currency="CAD")) is None
    assert refusal_when_shown(coupon, shown(currency="EUR")) is Refusal.OTHER_CURRENCY


def test_a_retailers_coupon_counts_in_its_shops_only() -> None:
    coupon = coupon_of(HEAD + "3100" + "11" + "0650" + "614012345")
    assert refusal_when_shown(coupon, shown()) is Refusal.OTHER_RETAILER
    assert refusal_when_shown(coupon, shown(retailer_ids=("4012345000009",))) is None
    assert refusal_when_shown(coupon, shown(retailer_ids=("4012346000009",))) is Refusal.OTHER_RETAILER


def test_staff_may_agree_to_what_a_till_cannot_judge() -> None:
    coupon = coupon_of(HEAD + "3100" + "11" + "0992")
    assert refusal_when_shown(coupon, shown()) is Refusal.NEEDS_STAFF
    assert refusal_when_shown(coupon, shown(staff_agreed=True)) is None
    assert only_offer(offer_from_coupon(coupon, BASKET, TABLE)).derivation == (
        Amount(amount_minor=100, of=Selector(ids=(SOAP, SOAP_MAXI, BRUSH)), max_units=1, pick="dearest"),
    )


def test_an_online_coupon_counts_only_with_the_offer_files_own_answer() -> None:
    coupon = coupon_of("8112" + "001234561234560123456")
    assert refusal_when_shown(coupon, shown(staff_agreed=True)) is Refusal.NOT_VERIFIED
    terms = OfferTerms(
        coupon_id=coupon.coupon_id,
        serial="123456",
        requirements=(Requirement(measure=Measure.UNITS, amount=2, keys=(SOAP, OTHER)),),
        saving=Saving(benefit=Benefit.AMOUNT, value=100),
        currency="USD",
    )
    known = confirmed(coupon, terms)
    assert known is not None
    assert refusal_when_shown(known, shown()) is None
    assert only_offer(offer_from_coupon(known, BASKET, TABLE)).derivation == (
        Amount(amount_minor=100, of=Selector(ids=(SOAP, OTHER)), max_units=2, pick="dearest"),
    )
    for wrong in (
        msgspec.structs.replace(terms, serial="123457"),
        msgspec.structs.replace(terms, coupon_id="8112:1:1"),
        msgspec.structs.replace(terms, requirements=()),
        msgspec.structs.replace(terms, saving=Saving(benefit=Benefit.LISTED)),
    ):
        assert confirmed(coupon, wrong) is None
