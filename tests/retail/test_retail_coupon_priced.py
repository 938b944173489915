"""Coupons through the pricing engine: what a shopper with papers in hand really pays."""

import pytest

from retail.codes import check_digit
from retail.coupons import FamilyRow, FamilyTable, offer_from_coupon, parse_coupon
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.offer import Offer, Percent, Selector
from retail.promotions.outcome import Outcome
from retail.promotions.units import Context, Item, Unit


def gtin(payload: str) -> str:
    return (payload + str(check_digit(payload))).zfill(14)


SOAP, MAXI, BRUSH = gtin("61414100001"), gtin("61414100002"), gtin("61414100003")
PRICES = {SOAP: 300, MAXI: 500, BRUSH: 200}
TABLE = FamilyTable(
    [
        FamilyRow(key=SOAP, family="650"),
        FamilyRow(key=MAXI, family="651"),
        FamilyRow(key=BRUSH, family="850"),
    ]
)
HEAD = "8110" + "1" + "0614141" + "123456"
HALF_PRICE_SOAP = Offer(id="half", derivation=(Percent(percent_bp=5000, of=Selector(ids=(SOAP,))),))


def priced(papers: list[str], goods: list[str], offers: tuple[Offer, ...] = ()) -> Outcome:
    shown: dict[str, int] = {}
    listed = list(offers)
    for text in papers:
        coupon = parse_coupon(text).coupon
        assert coupon is not None
        copy = shown[coupon.coupon_id] = shown.get(coupon.coupon_id, 0) + 1
        listed += offer_from_coupon(coupon, goods, TABLE, copy=copy).offers
    units = [Unit(id=number, item=Item(id=key, price_minor=PRICES[key])) for number, key in enumerate(goods)]
    return price_basket(units, Book(listed), Context(codes=frozenset(shown)))


ONE_OFF_TWO = HEAD + "3100" + "12" + "0650"
BUY_ONE_GET_ONE = HEAD + "10" + "12" + "0650" + "91000"
FIVE_OFF_THIRTY = HEAD + "3500" + "43000" + "2" + "000" + "96000"
ONE_OR_THREE = "8110106141411234562751106501013085093271231"
CASES = [
    ("1.00 off two soaps", [ONE_OFF_TWO], [SOAP, MAXI, BRUSH], 100),
    ("one soap is not two", [ONE_OFF_TWO], [SOAP, BRUSH], 0),
    ("two papers need four soaps", [ONE_OFF_TWO] * 2, [SOAP, MAXI, SOAP], 100),
    ("two papers on four soaps", [ONE_OFF_TWO] * 2, [SOAP, MAXI, SOAP, SOAP], 200),
    ("1 of 650 or 3 of 850", [ONE_OR_THREE], [SOAP, BRUSH, BRUSH, BRUSH], 75),
    ("three brushes do as well", [ONE_OR_THREE], [BRUSH] * 3, 75),
    ("the cheaper of two is free", [BUY_ONE_GET_ONE], [SOAP, MAXI], 300),
    ("what was bought is used up", [BUY_ONE_GET_ONE] * 2, [SOAP, MAXI, SOAP], 300),
    ("two papers, two free", [BUY_ONE_GET_ONE] * 2, [SOAP, MAXI, SOAP, SOAP], 600),
    ("one free up to 2.50", [HEAD + "3250" + "12" + "0650" + "91000"], [SOAP, MAXI], 250),
    ("never worth more than its goods", [HEAD + "41000" + "11" + "0650"], [SOAP, BRUSH], 300),
    ("5.00 off from 30.00", [FIVE_OFF_THIRTY], [MAXI] * 6, 500),
    ("not below 30.00", [FIVE_OFF_THIRTY], [MAXI] * 5, 0),
    ("beside a coupon on goods", [FIVE_OFF_THIRTY, ONE_OFF_TWO], [MAXI] * 7, 600),
    ("0.50 off up to three", [HEAD + "250" + "11" + "0650" + "90030"], [SOAP, MAXI, SOAP, SOAP], 150),
    ("25 % off three", [HEAD + "225" + "13" + "0650" + "95000"], [SOAP, MAXI, SOAP, SOAP], 275),
    (
        "a brush free for two soaps",
        [HEAD + "10" + "12" + "0650" + "11" + "11" + "0850" + "9" + "91100"],
        [SOAP, MAXI, BRUSH, BRUSH],
        200,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "papers", "goods", "saving"), CASES, ids=[case[0] for case in CASES])
def test_a_shopper_with_papers_saves(name: str, papers: list[str], goods: list[str], saving: int) -> None:
    outcome = priced(papers, goods)
    assert outcome.saving_minor == saving
    assert outcome.total_minor == sum(PRICES[key] for key in goods) - saving
    assert priced(papers, goods[::-1]).saving_minor == saving


def test_a_coupon_counts_on_what_shelf_offers_have_left() -> None:
    outcome = priced([HEAD + "3200" + "11" + "0650"], [SOAP], (HALF_PRICE_SOAP,))
    assert (outcome.saving_minor, outcome.total_minor) == (300, 0)
    assert [discount.amount_minor for discount in outcome.units[0].discounts] == [150, 150]


def test_an_offer_without_its_coupon_gives_nothing() -> None:
    coupon = parse_coupon(ONE_OFF_TWO).coupon
    assert coupon is not None
    offers = offer_from_coupon(coupon, [SOAP], TABLE).offers
    units = [Unit(id=number, item=Item(id=SOAP, price_minor=300)) for number in range(2)]
    assert price_basket(units, Book(offers), Context()).saving_minor == 0
