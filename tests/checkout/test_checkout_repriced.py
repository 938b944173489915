"""What the service prices again is the basket the lane priced, whatever a shopper did on the way."""

from collections.abc import Callable
from random import Random

import pytest
from checkout_offers import CARD, COLA, CRATE, PAPER_1, PAPER_2, SPRING, TEA, TOKEN, WINE, shop, show, told
from checkout_world import World, scan
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout.desk import Verdict
from kiosk.checkout.prices import basket_of
from kiosk.checkout.state import Phase
from retail.campaigns import CampaignLeft
from retail.journal import events as e
from retail.pricing import Basket, Pricer
from store.data.clock import from_iso
from store.projector.facts import Claim
from store.projector.fold import Fold
from store.projector.reprice import difference

AT = from_iso("2026-03-01T10:00:00.000000Z")


def claim_of(journal: list[e.AnyEvent]) -> Claim | None:
    """What the service reads of the newest purchase."""
    begun = max(at for at, event in enumerate(journal) if isinstance(event, e.TransactionStarted))
    fold = Fold()
    for event in journal[begun:]:
        fold.add(event, AT)
    return fold.claim()


def in_order(basket: Basket) -> tuple[object, ...]:
    """Everything a price depends on; the order coupons were shown in is not among it."""
    return (
        basket.lines,
        basket.member,
        sorted(basket.coupons, key=lambda one: one[0]),
        basket.started_at,
        basket.currency,
        basket.tender,
        basket.staff_agreed,
        basket.campaigns,
    )


def coupon(lane: World, chance: Random, papers: list[str]) -> None:
    """A coupon is shown, and the store has its say."""
    lane.do(show(chance.choice(papers)))
    if lane.state.transaction is None:
        return
    lane.do(told(chance.choice([Verdict.HELD, Verdict.HELD, Verdict.USED])))
    if chance.random() < 0.3:
        for shown in lane.sale.coupons[:1]:
            lane.do(c.RemoveCoupon(coupon_no=shown.coupon_no))


@pytest.mark.parametrize("seed", range(12))
def test_any_basket_is_read_from_the_journal_as_the_lane_priced_it(seed: int) -> None:
    chance = Random(seed)
    lane = World(shop())
    left = (CampaignLeft(offer_id="x", uses=seed, amount_minor=1),) if seed % 2 else None
    lane.sells_by = replace(lane.sells_by, campaigns=lambda utc: left)
    lane.open()
    goods, papers = [TEA, COLA, WINE, CRATE], [PAPER_1, PAPER_2, SPRING]
    steps: list[Callable[[], object]] = [
        lambda: lane.do(scan(chance.choice(goods))),
        lambda: lane.do(scan(chance.choice(goods))),
        lambda: lane.do(show(TOKEN)),
        lambda: lane.do(scan(CARD)),
        lambda: coupon(lane, chance, papers),
        lambda: lane.do(c.ForgetMember()),
        lambda: lane.do(c.RemoveLast()),
        lambda: lane.do(c.Pay()),
        lambda: lane.do(c.LeaveTender()),
    ]
    for _ in range(chance.randint(3, 14)):
        chance.choice(steps)()
    lane.do(c.LeaveTender())
    lane.do(c.DismissNotFound())
    lane.do(scan(TEA))
    lane.run(c.Pay())
    assert lane.phase is Phase.TENDER
    claim = claim_of(lane.journal)
    assert claim is not None
    assert in_order(claim.basket) == in_order(basket_of(lane.sale))
    assert claim.mark == lane.sale.prices
    again = Pricer(lane.sells_by.terms).finish(claim.basket)
    assert difference(claim.priced, again) == ""
