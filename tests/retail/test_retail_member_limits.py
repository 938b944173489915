"""Limits per member and day over purchases: what was used before counts, and no more than that."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.basket import Line
from retail.catalogue import Goods, Product
from retail.check import BrokenInvariantError
from retail.codes import MEASURE_PATTERNS
from retail.coupons.model import Coupon
from retail.member import USES_MAX, Member, OfferUses
from retail.member_limits import is_daily, together, uses_of
from retail.pricing import Basket, Pricer
from retail.promotions.offer import Limit
from retail.scanned import read_typed
from retail.terms import Terms, read_terms

TODAY, YESTERDAY = "2026-11-24", "2026-11-23"
TEA = Product(
    key="04000000000001", gtin="4000000000001", names={"": "tea"}, price_minor=300, currency="EUR",
    tax_rate_bp=700, category="tea",
)  # fmt: skip
HALF = {"type": "percent", "percent_bp": 5_000, "max_units": 1}


def terms(*limits: dict[str, Any], **more: Any) -> Terms:
    offer = {"id": "tea", "derivation": [HALF], "limits": list(limits)}
    file = {"currency": "EUR", "offers": [offer | more]}
    return read_terms(msgspec.json.encode(file), "EUR")


def basket(member: Member | None, count: int = 1, day: str = TODAY) -> Basket:
    lines = (Line(line_id=1, product=TEA, quantity=count),)
    return Basket(lines=lines, member=member, started_at=f"{day}T12:00:00+01:00", currency="EUR")


def anna(**had: Any) -> Member:
    return Member(member_id="m-anna", uses=(OfferUses(offer_id="tea", **had),) if had else ())


DAILY = {"scope": "member_day", "uses": 1}
EVER = {"scope": "member", "uses": 2}


@pytest.mark.parametrize(
    ("limits", "had", "saved", "reason"),
    [
        ([DAILY], {}, 150, "applied"),
        ([DAILY], {"uses": 1, "day": TODAY, "day_uses": 1}, 0, "used_today"),
        ([DAILY], {"uses": 1, "day": YESTERDAY, "day_uses": 1}, 150, "applied"),
        ([DAILY], {"uses": 5, "day": "2026-11-25", "day_uses": 1}, 150, "applied"),
        ([EVER], {"uses": 1, "day": TODAY, "day_uses": 1}, 150, "applied"),
        ([EVER], {"uses": 2, "day": YESTERDAY, "day_uses": 1}, 0, "used_by_member"),
        ([EVER, DAILY], {"uses": 1, "day": TODAY, "day_uses": 1}, 0, "used_today"),
        ([EVER, DAILY], {"uses": 2, "day": TODAY, "day_uses": 1}, 0, "used_by_member"),
        ([{"scope": "member", "amount_minor": 200}], {"amount_minor": 150}, 50, "applied"),
        ([{"scope": "member_day", "amount_minor": 100}], {"day": TODAY, "day_minor": 100}, 0, "used_today"),
        ([{"scope": "basket", "uses": 1}], {"uses": 9, "day": TODAY, "day_uses": 9}, 150, "applied"),
        ([{"scope": "member", "uses": 3, "used": 2}], {"uses": 1}, 0, "used_by_member"),
        ([{"scope": "campaign", "uses": 3, "used": 3}], {}, 0, "used_up"),
    ],
)
def test_what_a_member_had_before_counts(
    limits: list[dict[str, Any]], had: dict[str, Any], saved: int, reason: str
) -> None:
    pricer, wanted = Pricer(terms(*limits)), basket(anna(**had))
    assert pricer.finish(wanted).saving_minor == saved
    assert pricer.why_not(wanted, "tea").reason == reason


def test_one_pricer_serves_members_with_other_pasts_on_other_days() -> None:
    pricer, used = Pricer(terms(DAILY)), anna(uses=1, day=TODAY, day_uses=1)
    shoppers = (basket(used), basket(anna()), basket(None), basket(used, day="2026-11-25"), basket(used))
    assert [pricer.price(one).saving_minor for one in shoppers] == [0, 150, 150, 150, 0]


def test_a_card_that_comes_last_costs_the_same_as_one_that_comes_first() -> None:
    used = anna(uses=1, day=TODAY, day_uses=1)
    late = Pricer(terms(DAILY))
    assert late.price(basket(None, 3)).saving_minor == 150
    assert late.price(basket(used, 3)) == Pricer(terms(DAILY)).price(basket(used, 3))


@given(before=st.integers(0, 6), pieces=st.integers(0, 8))
def test_uses_before_and_now_never_exceed_the_limit(before: int, pieces: int) -> None:
    third_free = {"type": "nth_unit", "quantity": 2, "percent_bp": 10_000, "of": {"categories": ["tea"]}}
    file = {
        "currency": "EUR",
        "offers": [{"id": "tea", "derivation": [third_free], "limits": [{"scope": "member_day", "uses": 3}]}],
    }
    pricer = Pricer(read_terms(msgspec.json.encode(file), "EUR"))
    member = anna(uses=before, day=TODAY, day_uses=before) if before else anna()
    lines = (Line(line_id=1, product=TEA, quantity=pieces),) if pieces else ()
    wanted = msgspec.structs.replace(basket(member), lines=lines)
    now = sum(one.day_uses for one in uses_of(pricer.finish(wanted), pricer.member_limited, TODAY))
    assert now == min(pieces // 2, max(0, 3 - before))


def test_a_second_paper_does_not_open_a_members_limit_again() -> None:
    file = {
        "currency": "EUR",
        "offers": [
            {
                "id": "tea", "layer": "coupon", "eligibility": [{"test": "code", "code": "store:TEAS"}],
                "derivation": [HALF], "limits": [{"scope": "member", "uses": 1}],
            }
        ],
        "coupons": {
            "codes": [{"code": "TEAS"}],
            "campaigns": [{"coupon": "store:TEAS", "copies": 2}],
        },
    }  # fmt: skip
    read = read_terms(msgspec.json.encode(file), "EUR")
    coupon = read_typed("TEAS", read, MEASURE_PATTERNS, Goods([]))
    assert isinstance(coupon, Coupon)
    pricer = Pricer(read)

    def saving(member: Member | None) -> int:
        two = msgspec.structs.replace(basket(member, 2), coupons=((1, coupon), (2, coupon)))
        return pricer.finish(two).saving_minor

    assert (saving(None), saving(anna())) == (225, 150)
    assert saving(anna(uses=1)) == 0


def test_uses_come_together_by_offer_the_newest_day_alone() -> None:
    days = (YESTERDAY, TODAY, TODAY, "2026-11-20")
    told = [
        OfferUses(offer_id="tea", uses=1, amount_minor=50, day=day, day_uses=1, day_minor=50) for day in days
    ]
    (one,) = together(told)
    assert (one.uses, one.amount_minor) == (4, 200)
    assert (one.day, one.day_uses, one.day_minor) == (TODAY, 2, 100)
    assert together(reversed(told)) == (one,)


def test_of_too_many_offers_the_newest_are_told() -> None:
    many = [OfferUses(offer_id=f"o{index:03}", uses=1, day=f"2026-{1 + index // 28:02}-{1 + index % 28:02}")
            for index in range(USES_MAX + 5)]  # fmt: skip
    told = together(many)
    assert len(told) == USES_MAX
    assert {one.offer_id for one in many} - {one.offer_id for one in told} == {f"o{n:03}" for n in range(5)}
    assert Member(member_id="m-1", uses=told).uses == told
    with pytest.raises(BrokenInvariantError, match="at most"):
        Member(member_id="m-1", uses=(*told, told[0]))
    with pytest.raises(BrokenInvariantError, match="not negative"):
        OfferUses(offer_id="tea", day_uses=-1)


def test_only_an_offer_without_a_limit_for_ever_forgets_old_days() -> None:
    assert is_daily([Limit(scope="member_day", uses=1), Limit(scope="basket", uses=1)])
    assert not is_daily([Limit(scope="member_day", uses=1), Limit(scope="member", uses=5)])
    assert not is_daily([Limit(scope="basket", uses=1)])
