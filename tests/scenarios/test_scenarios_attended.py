"""Attended lanes on real processes: one attendant clears what the law and the shop ask for."""

from pathlib import Path

import pytest
from scenarios_attended import AttendedLane, Shop, opened, story, until
from scenarios_browser import CHROMIUM, Tablet, tablet

WINE, COFFEE, BUTTER = "rosé-wine-dry-0-75-l", "ground-coffee-500-g", "butter-250-g"
COUPON = "9822100026008"
"""The coffee's maker pays 6.00: more than the lane takes alone (assets/demo/rules.toml)."""
TOTAL = 599 + 649 - 600
WAITS = ["age_check", "weight_mismatch", "coupon_check", "item_not_on_file"]
SCAN_ALL = (
    f'show = "pack:{WINE}"',
    f'bag = "pack:{WINE}"',
    f'show = "pack:{COFFEE}"',
    f'bag = "pack:{COFFEE}"\nweight_g = 1400',
    f'show = "coupon:{COUPON}"',
    'show = "pack:stranger"',
    'touch = "help"',
)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
def test_one_attendant_clears_all_and_paying_goes_on_by_itself(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(*SCAN_ALL)
        until("scanning goes on", lambda: lane.screen == "scanning")
        assert sorted(lane.open) == sorted(WAITS)
        lane.do('touch = "pay"')
        assert lane.screen == "scanning"
        with tablet(tmp_path / "chromium") as hand:
            clears_all(hand, shop, lane, tmp_path)
            assert (hand.touches, hand.complaints()) == (len(WAITS), [])
        lane.do(
            f'expect = {{ screen = "tender", total_minor = {TOTAL}, open = 0 }}',
            'touch = "payCard"',
            'wait = "paid"',
            'touch = "receiptNone"',
        )
        assert lane.charges() == [("charge", TOTAL)]
        anna = lane.world.afar("anna").staff_id
        lane.world.lane.stop()
        events = lane.journal()
    tells_who_when_and_why(events, anna)


def clears_all(hand: Tablet, shop: Shop, lane: AttendedLane, pictures: Path) -> None:
    """One touch for each, on the button that stands first."""
    hand.log_in(shop.store.address, "anna", shop.store.password_of("anna"))
    hand.open(f"{shop.store.address}station")
    for left in range(len(WAITS), 0, -1):
        hand.until(f"document.querySelectorAll('.need').length === {left}")
        hand.until("[...document.querySelectorAll('.shot img')].every(one => one.naturalWidth > 0)")
        hand.picture(pictures / f"station-{left}.png")
        hand.touch("document.querySelector('.need .acts button.primary')")
        until("the lane goes on", lambda left=left: len(lane.open) == left - 1)
    hand.until("document.querySelector('.nobody') !== null")
    hand.picture(pictures / "station-0.png")


def tells_who_when_and_why(events, anna) -> None:  # type: ignore[no-untyped-def]
    raised = story(events, "InterventionRaised")
    assert [one["kind"] for one in raised if one["kind"] in WAITS] == [
        "age_check", "coupon_check", "weight_mismatch", "item_not_on_file",
    ]  # fmt: skip
    kinds = {one["intervention_no"]: one["kind"] for one in raised}
    called = {kinds[one["intervention_no"]]: one["why"] for one in story(events, "InterventionEscalated")}
    assert called.pop("weight_mismatch") in {"paying", "time"}, "the shopper pays, or took long to get there"
    assert called == {"item_not_on_file": "asked"}
    cleared = story(events, "InterventionCleared")
    assert {kinds[one["intervention_no"]] for one in cleared} == set(WAITS)
    assert {(one["by"], one["how"], one["is_remote"]) for one in cleared} == {(anna, "approved", True)}
    (age,) = [one for one in cleared if kinds[one["intervention_no"]] == "age_check"]
    assert age["saw_picture"], "the picture of the wine was on the tablet"
    reasons = {kinds[one["intervention_no"]]: one["why"] for one in cleared}
    assert set(reasons) == set(WAITS)
    assert all(reasons.values())
    order = [one["at_us"] for one in cleared]
    assert order == sorted(order)
    names = [one["event"] for one in events]
    asked, paid = names.index("PayAsked"), names.index("PaymentApproved")
    assert asked < names.index("InterventionCleared")
    assert max(at for at, name in enumerate(names) if name == "InterventionCleared") < paid
