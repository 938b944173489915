"""The demo shop's 40 offers, priced by the real engine: whatever is in the basket, what is read adds up."""

import random
import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.checkout.state import Phase, ShownCoupon, State
from kiosk.ui.samples import READY, snapshot
from kiosk.ui.samples.goods import sale_of
from kiosk.ui.view import derive
from retail.basket import Line
from retail.catalogue import Product, read_csv
from retail.coupons.model import Coupon
from retail.member import Member
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.scanned import read_typed
from retail.terms import Terms, read_terms

DEMO = Path(__file__).parents[2] / "assets" / "demo"
STARTED_AT = "2026-11-27T18:30:00+01:00"
GOLD = Member(member_id="m-1", tier="gold", groups=("club",), order_number=1, points=640)
BASKETS = 60


@cache
def shop() -> tuple[Terms, tuple[Product, ...]]:
    goods = read_csv((DEMO / "catalogue.csv").read_text())
    return read_terms((DEMO / "offers.json").read_bytes(), "EUR"), tuple(
        product for product in goods.values() if not product.pack_of
    )


def minor(text: str) -> int:
    return (-1 if text.startswith("-") else 1) * int(re.sub(r"[^0-9]", "", text))


def basket(seed: int) -> tuple[tuple[Line, ...], Member | None, tuple[ShownCoupon, ...]]:
    chance = random.Random(seed)
    terms, goods = shop()
    lines = tuple(
        Line(line_id=number, product=product, weight_g=chance.randint(50, 3000))
        if product.unit == "kg"
        else Line(line_id=number, product=product, quantity=chance.randint(1, 6))
        for number, product in enumerate(chance.sample(goods, chance.randint(1, 25)), 1)
    )
    codes = chance.sample(["SPRING10", "RICE25"], chance.randint(0, 2))
    shown = []
    for number, code in enumerate(codes, 1):
        coupon = read_typed(code, terms, (), _Nothing())
        assert isinstance(coupon, Coupon)
        shown.append(ShownCoupon(coupon_no=number, coupon=coupon, held_by="store"))
    return lines, chance.choice([None, GOLD]), tuple(shown)


class _Nothing:
    def find(self, key: str) -> Product | None:
        return None


def priced(lines: tuple[Line, ...], member: Member | None, shown: tuple[ShownCoupon, ...]) -> PricedBasket:
    held = tuple((each.coupon_no, each.coupon) for each in shown)
    asked = Basket(lines=lines, member=member, coupons=held, started_at=STARTED_AT, currency="EUR")
    return Pricer(shop()[0]).price(asked)


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_what_is_read_adds_up_to_the_total(language: str) -> None:
    seen: set[str] = set()
    for seed in range(BASKETS):
        lines, member, shown = basket(seed)
        prices = priced(lines, member, shown)
        transaction = replace(
            sale_of(lines, prices, transaction_id="t"), member=member, coupons=shown, started_at=STARTED_AT
        )
        state = State(phase=Phase.TENDER, transaction=transaction, devices=READY, language=language)
        view = derive(snapshot(state), lambda text: text)
        read = sum(minor(line.amount) for line in view.basket.lines)
        read += sum(minor(extra.amount) for extra in view.basket.extras if extra.amount)
        details = [detail for line in view.basket.lines for detail in line.details]
        read += sum(minor(detail.amount) for detail in details if detail.kind == "deposit")
        assert read == prices.total_minor, seed
        sums = view.payment.sums
        assert not sums or sum(minor(row.amount) for row in sums) == prices.total_minor, seed
        seen |= {offer.offer_id for offer in prices.offers}
        for text in (extra.text for extra in view.basket.extras if extra.kind != "nudge"):
            assert text not in offer_ids(prices), seed
    assert len(seen) >= 20


def offer_ids(prices: PricedBasket) -> set[str]:
    return {offer.offer_id for offer in prices.offers}
