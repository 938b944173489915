"""A purchase takes from the slice its lane had when it began, and says so in the commit of the payment."""

import msgspec
import pytest
from checkout_world import GOODS as SHOP_GOODS
from checkout_world import MILK, World, answer, assortment, result, scan

from kiosk.checkout import commands as c
from kiosk.devices import terminal as t
from retail.campaigns import CampaignLeft, Left
from retail.journal import events as e
from retail.terms import read_terms

TERMS = read_terms(
    msgspec.json.encode(
        {
            "currency": "EUR",
            "offers": [
                {
                    "id": "half",
                    "derivation": [{"type": "percent", "percent_bp": 5_000, "max_units": 1}],
                    "limits": [{"scope": "campaign", "uses": 1_000}],
                }
            ],
        }
    ),
    "EUR",
)


class Slice:
    """What the lane holds; asked when a purchase begins."""

    def __init__(self, uses: int) -> None:
        self.uses = uses

    def __call__(self, utc: str) -> Left:
        return (CampaignLeft(offer_id="half", uses=self.uses, amount_minor=10**9),) if self.uses else ()


def world(campaigns: Slice | None) -> World:
    sells_by = assortment(TERMS, SHOP_GOODS)
    if campaigns is not None:
        sells_by = msgspec.structs.replace(sells_by, campaigns=campaigns)
    made = World(sells_by)
    made.open()
    return made


def saved(lane: World) -> int:
    return lane.sale.priced.saving_minor


@pytest.mark.parametrize(("have", "is_given"), [(Slice(5), True), (Slice(0), False), (None, True)])
def test_the_offer_applies_while_the_lane_has_some_left(have: Slice | None, is_given: bool) -> None:
    lane = world(have)
    lane.run(scan(MILK))
    assert (saved(lane) > 0) is is_given


def test_what_was_left_at_the_start_counts_to_the_end() -> None:
    have = Slice(1)
    lane = world(have)
    lane.run(scan(MILK))
    have.uses = 0
    lane.run(scan(MILK))
    assert saved(lane) > 0
    lane.restart()
    assert saved(lane) > 0


def test_the_use_is_in_the_commit_of_the_payment_and_nowhere_else() -> None:
    lane = world(Slice(5))
    lane.run(scan(MILK), c.Pay(), c.LeaveTender(), c.Pay(), c.PayByCard())
    lane.keep(result(lane))
    assert not any(isinstance(one, e.CampaignUsed) for one in lane.journal)
    saving = saved(lane)
    decision = lane.do(answer(lane.attempt_id, t.Approved(result=result(lane))))
    assert isinstance(decision, tuple)
    assert any(isinstance(one, e.PaymentApproved) for one in decision)
    assert [one for one in decision if isinstance(one, e.CampaignUsed)] == [
        e.CampaignUsed(offer_id="half", uses=1, amount_minor=saving)
    ]


def test_a_lane_without_a_store_counts_nothing() -> None:
    lane = world(None)
    lane.run(scan(MILK), c.Pay(), c.PayByCard())
    lane.keep(result(lane))
    lane.run(answer(lane.attempt_id, t.Approved(result=result(lane))))
    assert not any(isinstance(one, e.CampaignUsed) for one in lane.journal)
