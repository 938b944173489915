"""Coupons in a priced basket: goods that come later, online coupons, points, staff, many papers."""

import datetime
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.basket import Line
from retail.basket_offers import COUPONS_MAX
from retail.catalogue import Product
from retail.codes import check_digit
from retail.coupons.model import Benefit, Coupon, Measure, Requirement, Saving
from retail.coupons.parse import parse_coupon
from retail.coupons.refusal import OfferTerms, confirmed
from retail.member import Member
from retail.priced import CouponStanding
from retail.pricing import Basket, Pricer
from retail.terms import Terms, read_terms


def gtin(payload: str) -> str:
    return (payload + str(check_digit(payload))).zfill(14)


SOAP, BRUSH, OTHER = gtin("61414100001"), gtin("61414100003"), gtin("952100000101")
PRICES = {SOAP: 300, BRUSH: 200, OTHER: 500}
HEAD = "8110" + "1" + "0614141" + "123456"
ONE_OFF_TWO = HEAD + "3100" + "12" + "0650"
ONE_OR_THREE = "8110106141416543212751106501013085093271231"


def terms(**coupons: Any) -> Terms:
    families = [{"key": SOAP, "family": "650"}, {"key": BRUSH, "family": "850"}]
    file = {"currency": "USD", "coupons": {"families": families, **coupons}}
    return read_terms(json.dumps(file).encode(), "USD")


TERMS = terms()


def coupon(text: str) -> Coupon:
    read = parse_coupon(text, TERMS.coupon_rules, TERMS.store_codes).coupon
    assert read is not None, text
    return read


def basket(keys: list[str], *coupons: Coupon, **rest: Any) -> Basket:
    lines = tuple(
        Line(
            line_id=number,
            product=Product(
                key=key, gtin=key, names={"": key}, price_minor=PRICES[key], currency="USD", tax_rate_bp=0
            ),
        )
        for number, key in enumerate(keys, 1)
    )
    return Basket(
        lines=lines,
        coupons=tuple(enumerate(coupons, 1)),
        started_at="2026-11-24T10:30:00-05:00",
        currency="USD",
        **rest,
    )


def standings(wanted: Basket, by: Terms = TERMS) -> list[tuple[int, str, int]]:
    return [(one.saving_minor, one.reason, one.missing) for one in Pricer(by).finish(wanted).coupons]


def test_a_coupon_shown_before_its_goods_waits_for_them() -> None:
    pricer = Pricer(TERMS)
    shown = coupon(ONE_OFF_TWO)
    said = []
    for keys in ([], [OTHER], [OTHER, SOAP], [OTHER, SOAP, SOAP], [OTHER, SOAP]):
        (standing,) = pricer.price(basket(keys, shown)).coupons
        said.append((standing.saving_minor, standing.reason, standing.missing))
    assert said == [
        (0, "nothing_for_it", 0),
        (0, "nothing_for_it", 0),
        (0, "too_few", 1),
        (100, "", 0),
        (0, "too_few", 1),
    ]


def test_of_two_ways_to_use_a_coupon_the_shorter_is_told() -> None:
    assert standings(basket([BRUSH, BRUSH], coupon(ONE_OR_THREE))) == [(0, "too_few", 1)]
    assert standings(basket([BRUSH] * 3, coupon(ONE_OR_THREE))) == [(75, "", 0)]


def test_papers_of_a_maker_without_serial_numbers_count_once_unless_the_shop_says_more() -> None:
    two = basket([SOAP] * 4, coupon(ONE_OFF_TWO), coupon(ONE_OFF_TWO))
    assert standings(two) == [(100, "", 0), (0, "copies", 0)]
    name = coupon(ONE_OFF_TWO).coupon_id
    generous = terms(campaigns=[{"coupon": name, "copies": 2}])
    assert standings(two, generous) == [(100, "", 0), (100, "", 0)]
    assert standings(basket([SOAP] * 3, *[coupon(ONE_OFF_TWO)] * 2), generous)[1] == (
        0, "other_offers_save_more", 0,
    )  # fmt: skip


def test_an_online_coupon_counts_only_with_what_its_own_file_said() -> None:
    unverified = coupon("8112" + "0" + "0" + "123456" + "654321" + "0" + "123456")
    assert standings(basket([SOAP], unverified)) == [(0, "not_verified", 0)]
    answer = OfferTerms(
        coupon_id=unverified.coupon_id,
        serial=unverified.serial or "",
        requirements=(Requirement(measure=Measure.UNITS, amount=1, keys=(SOAP,)),),
        saving=Saving(benefit=Benefit.AMOUNT, value=120),
        currency="USD",
        valid_until=datetime.date(2026, 12, 31),
    )
    verified = confirmed(unverified, answer)
    assert verified is not None
    assert standings(basket([SOAP], verified)) == [(120, "", 0)]


def test_a_coupon_of_points_gives_them_to_members_only() -> None:
    shown = coupon("255" + "9521234560005" + "\x1d" + "8111" + "0250")
    nobody = Pricer(TERMS).finish(basket([SOAP], shown))
    assert nobody.coupons == (CouponStanding(coupon_no=1, reason="members_only"),)
    somebody = Pricer(TERMS).finish(basket([SOAP], shown, member=Member(member_id="m-1")))
    assert somebody.coupons == (CouponStanding(coupon_no=1, points=250),)
    assert (somebody.rewards.points, somebody.total_minor) == (250, 300)


def test_a_coupon_that_a_person_must_read_counts_when_a_person_has() -> None:
    shown = coupon(HEAD + "3100" + "11" + "0992")
    assert standings(basket([SOAP], shown)) == [(0, "needs_staff", 0)]
    assert standings(basket([SOAP], shown, staff_agreed=(1,))) == [(100, "", 0)]


def test_a_coupon_in_another_currency_is_refused() -> None:
    euros = coupon("981000001012" + str(check_digit("981000001012")))
    assert standings(basket([SOAP], euros)) == [(0, "other_currency", 0)]


def test_a_coupon_whose_goods_nobody_told_the_shop_is_refused() -> None:
    unknown = coupon("255" + "9521234560005" + "\x1d" + "3902" + "100")
    listed = coupon("983210000017" + str(check_digit("983210000017")))
    assert standings(basket([SOAP], unknown, listed)) == [(0, "goods_unknown", 0)] * 2


def test_more_papers_than_a_purchase_takes_do_not_count() -> None:
    papers = [
        coupon("255" + "9521234560005" + f"{number:06}" + "\x1d" + "3902" + "100")
        for number in range(COUPONS_MAX + 1)
    ]
    wide = terms(campaigns=[{"coupon": "255:9521234560005", "of": {"ids": [SOAP]}}])
    answer = standings(basket([SOAP] * 3, *papers), wide)
    assert [saved for saved, _, _ in answer if saved] == [100, 100, 100]
    assert answer[-1] == (0, "too_many", 0)


def test_no_serial_number_stands_in_what_is_recorded() -> None:
    shown = coupon("255" + "9521234560005" + "424242" + "\x1d" + "3902" + "100")
    wide = terms(campaigns=[{"coupon": "255:9521234560005", "of": {"ids": [SOAP]}}])
    answer = Pricer(wide).finish(basket([SOAP], shown))
    assert [offer.offer_id for offer in answer.offers] == ["255:9521234560005/1"]
    assert b"424242" not in msgspec.json.encode(answer)


_PAPERS = st.sampled_from(
    [
        ONE_OFF_TWO,
        ONE_OR_THREE,
        HEAD + "3100" + "11" + "0992",
        "2559521234560005" + "\x1d3902100",
        "25595212345600051" + "\x1d3902100",
        "25595212345600052" + "\x1d3902100",
        "2559521234560005",
        "2559521234560005" + "\x1d81110250",
        "8112001234566543210123456",
        "983210000017" + str(check_digit("983210000017")),
    ]
).map(coupon)  # fmt: skip


@given(
    st.lists(st.sampled_from([SOAP, BRUSH, OTHER]), max_size=6), st.lists(_PAPERS, max_size=8), st.booleans()
)
def test_whatever_papers_are_shown_together_the_sale_goes_on(
    keys: list[str], papers: list[Coupon], staff: bool
) -> None:
    """Papers with and without serial numbers of one campaign, twice the same, unknown, online."""
    wide = terms(campaigns=[{"coupon": "255:9521234560005", "of": {"ids": [SOAP]}, "copies": 3}])
    agreed = tuple(range(1, 9)) if staff else ()
    answer = Pricer(wide).finish(basket(keys, *papers, staff_agreed=agreed))
    assert [one.coupon_no for one in answer.coupons] == list(range(1, len(papers) + 1))
    assert all(one.reason or one.saving_minor or one.points for one in answer.coupons) or not papers
    assert answer.total_minor >= 0


@pytest.mark.parametrize("turn", [1, -1])
def test_the_order_of_papers_does_not_matter(turn: int) -> None:
    papers = [coupon(ONE_OFF_TWO), coupon(ONE_OR_THREE)][::turn]
    assert Pricer(TERMS).finish(basket([SOAP, SOAP, SOAP, BRUSH], *papers)).saving_minor == 175
