"""Campaign limits as one lane sees them: never more than its slice has left, whatever is bought."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.basket import Line
from retail.campaigns import CampaignLeft, CampaignUse, Left, campaigns_in, uses_in
from retail.catalogue import Goods, Product
from retail.codes import MEASURE_PATTERNS
from retail.coupons.model import Coupon
from retail.pricing import Basket, Pricer
from retail.scanned import read_typed
from retail.terms import Terms, read_terms

NOON = "2026-11-24T12:00:00+01:00"
PLENTY = 10**9


def campaign(offer_id: str, derivation: dict[str, Any], **limit: int) -> dict[str, Any]:
    return {"id": offer_id, "derivation": [derivation], "limits": [{"scope": "campaign", **limit}]}


TEA, PEN, CAKE = (
    Product(
        key=f"0400000000000{digit}",
        gtin=f"400000000000{digit}",
        names={"": name},
        price_minor=price,
        currency="EUR",
        tax_rate_bp=700,
        category=name,
    )
    for digit, name, price in ((1, "tea", 300), (2, "pen", 200), (3, "cake", 450))
)
THIRD_FREE = {
    "type": "nth_unit",
    "quantity": 3,
    "percent_bp": 10_000,
    "of": {"categories": ["tea"]},
}
OFFERS = [
    campaign("tea", THIRD_FREE, uses=100),
    campaign(
        "pen", {"type": "percent", "percent_bp": 5_000, "of": {"categories": ["pen"]}}, amount_minor=9_000
    ),
    {"id": "cake", "derivation": [{"type": "percent", "percent_bp": 1_000, "of": {"categories": ["cake"]}}]},
]


def terms(**more: Any) -> Terms:
    return read_terms(msgspec.json.encode({"currency": "EUR", "offers": OFFERS} | more), "EUR")


def basket(left: Left | None, *goods: tuple[Product, int], coupons: tuple[Coupon, ...] = ()) -> Basket:
    return Basket(
        lines=tuple(
            Line(line_id=number, product=product, quantity=count)
            for number, (product, count) in enumerate(goods, 1)
        ),
        coupons=tuple(enumerate(coupons, 1)),
        started_at=NOON,
        currency="EUR",
        campaigns=left,
    )


def left(offer_id: str, uses: int = PLENTY, amount_minor: int = PLENTY) -> CampaignLeft:
    return CampaignLeft(offer_id=offer_id, uses=uses, amount_minor=amount_minor)


def saving(priced_basket: Basket, offer_id: str) -> int:
    offer = Pricer(terms()).finish(priced_basket).offer(offer_id)
    return offer.saving_minor if offer is not None else 0


def test_a_lane_without_a_store_sells_by_the_limits_in_its_file() -> None:
    assert saving(basket(None, (TEA, 9)), "tea") == 900


@pytest.mark.parametrize(("uses", "saved"), [(PLENTY, 900), (3, 900), (2, 600), (1, 300), (0, 0)])
def test_no_more_uses_than_are_left(uses: int, saved: int) -> None:
    wanted = basket((left("tea", uses),), (TEA, 9))
    assert saving(wanted, "tea") == saved
    assert sum(one.uses for one in uses_in(Pricer(terms()).finish(wanted), ["tea"])) == saved // 300


@pytest.mark.parametrize(("amount", "saved"), [(PLENTY, 400), (400, 400), (250, 250), (0, 0)])
def test_no_more_money_than_is_left(amount: int, saved: int) -> None:
    assert saving(basket((left("pen", amount_minor=amount),), (PEN, 4)), "pen") == saved


def test_without_a_slice_nothing_is_left() -> None:
    wanted = basket((), (TEA, 9), (PEN, 2), (CAKE, 1))
    assert (saving(wanted, "tea"), saving(wanted, "pen")) == (0, 0)
    assert saving(wanted, "cake") == 45
    assert Pricer(terms()).why_not(wanted, "tea").reason == "used_up"


def test_one_pricer_serves_shoppers_with_other_slices() -> None:
    pricer = Pricer(terms())
    prices = [
        pricer.finish(basket(have, (TEA, 3))).total_minor
        for have in ((left("tea", 1),), (), None, (left("tea", 1),))
    ]
    assert prices == [600, 900, 600, 600]


def test_a_second_paper_takes_nothing_of_a_campaign_on_top() -> None:
    triggered = campaign("off", {"type": "amount", "amount_minor": 100}, uses=50)
    triggered |= {"layer": "coupon", "eligibility": [{"test": "code", "code": "store:OFFER"}]}
    codes = {"codes": [{"code": "OFFER"}], "campaigns": [{"coupon": "store:OFFER", "copies": 3}]}
    shop = terms(offers=[triggered], coupons=codes)
    paper = read_typed("OFFER", shop, MEASURE_PATTERNS, Goods([]))
    assert isinstance(paper, Coupon)
    both = basket((left("off", 1),), (CAKE, 2), coupons=(paper, paper))
    assert Pricer(shop).finish(both).saving_minor == 100
    alone = msgspec.structs.replace(both, campaigns=None)
    assert Pricer(shop).finish(alone).saving_minor == 200


def test_limits_are_read_from_the_file_less_what_was_used() -> None:
    raw = msgspec.json.encode(
        {
            "currency": "EUR",
            "offers": [
                campaign("a", THIRD_FREE, uses=10, used=4),
                campaign("b", THIRD_FREE, amount_minor=500, used_minor=600),
                {"id": "c", "derivation": [THIRD_FREE], "limits": [{"scope": "basket", "uses": 1}]},
            ],
        }
    )
    assert [(one.offer_id, one.uses, one.amount_minor) for one in campaigns_in(raw)] == [
        ("a", 6, None),
        ("b", None, 0),
    ]


def test_what_a_basket_takes_counts_groups_and_money() -> None:
    priced = Pricer(terms()).finish(basket((left("tea"), left("pen")), (TEA, 7), (PEN, 2), (CAKE, 1)))
    assert set(uses_in(priced, ["tea", "pen", "cake", "none"])) == {
        CampaignUse(offer_id="tea", uses=2, amount_minor=600),
        CampaignUse(offer_id="pen", uses=1, amount_minor=200),
        CampaignUse(offer_id="cake", uses=1, amount_minor=45),
    }
    assert uses_in(priced, []) == ()


@given(
    st.lists(st.tuples(st.sampled_from([TEA, PEN, CAKE]), st.integers(1, 9)), min_size=1, max_size=6),
    st.integers(0, 4),
    st.integers(0, 700),
)
def test_no_basket_takes_more_than_is_left(goods: list[tuple[Product, int]], uses: int, amount: int) -> None:
    have = left("tea", uses, amount), left("pen", uses, amount)
    priced = Pricer(terms()).finish(basket(have, *goods))
    taken = {one.offer_id: one for one in uses_in(priced, ["tea", "pen"])}
    assert taken.get("tea", CampaignUse(offer_id="", uses=0, amount_minor=0)).uses <= uses
    assert taken.get("pen", CampaignUse(offer_id="", uses=0, amount_minor=0)).amount_minor <= amount
