"""Both scales on real processes: goods that stay in the hand, loose goods, scales that fail mid-purchase."""

from pathlib import Path
from typing import Any

import pytest
from scenarios_attended import AttendedLane, opened, story, until

MILK, MUSHROOMS = "whole-milk-1-l", "mushrooms-loose-per-kg"
LOOSE = 'show = "coupon:ean13:9521000001268"'
"""The code at the shelf of loose mushrooms, 8.99 a kilogram; their bag of 4 g is not sold."""
FOR_500_G = 446


def test_loose_goods_are_sold_by_what_they_weigh_without_their_bag(shop: Any) -> None:
    trip = shop(
        f"""
        steps = [
          {{ show = "pack:{MILK}" }}, {{ bag = "pack:{MILK}" }},
          {{ weigh = 500 }}, {{ {LOOSE} }},
          {{ expect = {{ lines = 2, total_minor = {119 + FOR_500_G} }}, timeout_s = 20 }},
          {{ weigh = 0 }}, {{ bag = "pack:{MUSHROOMS}", weight_g = 500 }},
          {{ touch = "pay" }}, {{ touch = "payCard" }}, {{ wait = "paid" }}, {{ touch = "receiptNone" }},
        ]
        """
    )
    trip.require_success()
    assert trip.ledger == [("charge", 119 + FOR_500_G)]
    weighed = [one for one in trip.events if one["event"] == "ItemAdded" and one["weight_g"]]
    assert [one["weight_g"] for one in weighed] == [496]
    raised = [one["kind"] for one in trip.events if one["event"] == "InterventionRaised"]
    assert raised == [], "what was weighed is what lies in the bagging area"


@pytest.mark.slow
def test_goods_that_are_not_put_down_are_asked_for_and_nobody_is_called(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(f'show = "pack:{MILK}"')
        until("the lane asks for it", lambda: lane.open == ["place_item"])
        lane.picture("place-item")
        lane.do(f'bag = "pack:{MILK}"', "expect = { open = 0 }\ntimeout_s = 20", 'touch = "pay"')
        lane.do('wait = "tender"')
        lane.world.lane.stop()
        events = lane.journal()
    (cleared,) = story(events, "InterventionCleared")
    assert (cleared["how"], cleared["why"]) == ("self", "item_placed")
    assert story(events, "InterventionEscalated") == []


@pytest.mark.slow
def test_scales_that_fail_let_scanning_go_on_and_paying_goes_on_once_they_are_well(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(f'show = "pack:{MILK}"', f'bag = "pack:{MILK}"')
        fails(lane, "scale")
        lane.do("weigh = 500", LOOSE, 'expect = { screen = "notfound", lines = 1 }')
        lane.picture("scale-fault")
        fails(lane, "scale", "none")
        until("the basket shows again", lambda: lane.screen == "scanning")
        lane.do(LOOSE, f"expect = {{ lines = 2, total_minor = {119 + FOR_500_G} }}\ntimeout_s = 20")
        lane.do("weigh = 0", f'bag = "pack:{MUSHROOMS}"\nweight_g = 500')
        fails(lane, "bagging_scale")
        lane.do('touch = "pay"', 'expect = { screen = "scanning", open = ["scale_fault"] }')
        until("staff are called", lambda: [one["severity"] for one in lane.world.state().open] == ["staff"])
        lane.picture("bagging-fault")
        fails(lane, "bagging_scale", "none")
        lane.do('wait = "tender"', 'touch = "payCard"', 'wait = "paid"')
        assert lane.charges() == [("charge", 119 + FOR_500_G)]
        lane.world.lane.stop()
        events = lane.journal()
    assert [one["reason"] for one in story(events, "WeighingEnded")] == ["not_ready"]
    assert [one["reason"] for one in story(events, "CodeNotFound")] == ["needs_weight"]
    faults = {
        one["intervention_no"]: one["subject"]
        for one in story(events, "InterventionRaised")
        if one["kind"] == "scale_fault"
    }
    assert sorted(faults.values()) == ["bagging_scale", "scale"]
    cleared = [one for one in story(events, "InterventionCleared") if one["intervention_no"] in faults]
    assert {(one["how"], one["why"]) for one in cleared} == {("self", "device_ready")}


def fails(lane: AttendedLane, scale: str, what: str = "silent") -> None:
    """Something is wrong with a scale from now on, or nothing any more; the lane has noticed it."""
    lane.world.fleet.scales[scale].do("fault", what=what)
    is_well = what == "none"
    until(f"{scale} is {what}", lambda: ("scale_fault" in lane.open) is not is_well)
