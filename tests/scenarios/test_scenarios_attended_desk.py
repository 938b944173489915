"""Staff at the lane, on real processes: locked PINs, deeds and limits, other lanes, training, bad luck."""

from pathlib import Path
from typing import Any

import pytest
from scenarios_attended import AttendedLane, opened, story, until

from simulators.shopper.afar import Afar

pytestmark = pytest.mark.slow

WINE, MILK, BUTTER = "rosé-wine-dry-0-75-l", "whole-milk-1-l", "butter-250-g"
BADGE, OUT = 'badge = "{}"', 'touch = "signOut"'


def show(*packs: str) -> tuple[str, ...]:
    """Scan and bag these."""
    return tuple(step for pack in packs for step in (f'show = "pack:{pack}"', f'bag = "pack:{pack}"'))


def deed(tab: str, name: str, *then: str) -> tuple[str, ...]:
    """A tile of the attendant layer, and why."""
    return f'touch = "tab-{tab}"', f'touch = "deed-{name}"', *then


def line(number: int, name: str, *then: str) -> tuple[str, ...]:
    """A deed on a line of the basket."""
    return f'touch = "line-{number}"', f'touch = "choice-{name}"', *then


def why(reason: str) -> str:
    return f'touch = "choice-{reason}"'


def test_a_locked_pin_outlives_a_power_cut_and_a_manager_unlocks_it(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(*['pin = "anna"\ntyped = "9999"', 'touch = "doorClose"'] * 5)
        lane.do("restart = true", 'pin = "anna"', 'expect = { staff = "" }', 'touch = "doorClose"')
        anna = lane.world.afar("anna").staff_id
        lane.do(BADGE.format("max"), *deed("lane", "unlock", why(anna), why("who_it_is")), OUT)
        lane.do('pin = "anna"', 'expect = { staff = "anna" }', OUT)
        lane.world.lane.stop()
        events = lane.journal()
    refused = story(events, "SignInRefused")
    assert [one["why"] for one in refused][:5] == ["wrong"] * 5
    assert story(events, "SignInUnlocked")[0]["subject"] == anna


def test_staff_change_a_purchase_within_their_limits(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(*show(MILK, BUTTER), BADGE.format("anna"))
        lane.do(*line(2, "void_line", why("scanned_twice")), "expect = { lines = 1, total_minor = 119 }")
        half = line(1, "price_override", 'key = "50\\n"', why("damaged"))
        lane.do(*half, "expect = { total_minor = 119 }", OUT, BADGE.format("max"))
        lane.do(*half, "expect = { total_minor = 50 }", OUT)
        lane.do('unbag = "pack:butter-250-g"', 'touch = "cancel"')
        anna, max_ = (lane.world.afar(who).staff_id for who in ("anna", "max"))
        lane.world.lane.stop()
        acted = story(lane.journal(), "StaffActed")
    assert [(one["action"], one["by"], one["why"]) for one in acted] == [
        ("void_line", anna, "scanned_twice"),
        ("price_override", max_, "damaged"),
    ]


def test_a_basket_put_aside_goes_on_at_another_lane_once(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        one, two = shop.lane(1), shop.lane(2)
        one.do(*show(MILK), BADGE.format("anna"), *deed("sale", "suspend", why("other_lane")), "unbag = true")
        sale = one.world.state().transaction or {}
        token = str(sale["transaction_id"])
        until("the service keeps it", lambda: shop.aside() == [token])
        typed = [f'touch = "key{mark}"' for mark in ("Letters", *token[-6:].upper(), "Ok")]
        asks = (BADGE.format("anna"), *deed("sale", "resume", *typed))
        two.do(*asks, "expect = { lines = 1, total_minor = 119 }\ntimeout_s = 20")
        one.do(*asks, OUT)
        assert one.screen == "attract"
        two.do(OUT, f'bag = "pack:{MILK}"', 'touch = "pay"', 'touch = "payCard"', 'wait = "paid"')
        assert (one.charges(), two.charges()) == ([], [("charge", 119)])
        two.world.lane.stop()
        assert story(two.journal(), "TransactionResumed")[0]["of_transaction_id"] == token


def test_training_charges_nobody_and_counts_nowhere(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(BADGE.format("max"), *deed("lane", "training"), OUT)
        lane.do(f'show = "pack:{MILK}"', f'bag = "pack:{MILK}"', 'touch = "pay"', 'touch = "payCard"')
        lane.do('wait = "paid"', 'touch = "receiptNone"', 'wait = "attract"', "unbag = true")
        lane.do(
            BADGE.format("max"), *deed("lane", "training"), *deed("lane", "day_close", why("end_of_day")), OUT
        )
        assert lane.charges() == []
        lane.do(f'show = "pack:{BUTTER}"', f'bag = "pack:{BUTTER}"', 'touch = "pay"', 'touch = "payCard"')
        lane.do('wait = "paid"', 'touch = "receiptNone"', 'wait = "thanks"')
        assert lane.charges() == [("charge", 229)]
        sales = until("the sale is at the service", lambda: shop.sales())
        assert [sale[1] for sale in sales] == [229]
        lane.world.lane.stop()
        events = lane.journal()
    assert [one["action"] for one in story(events, "StaffActed")] == ["training", "training", "day_close"]


def test_bad_luck_is_answered_and_nothing_is_approved_twice(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(*show(WINE, MILK))
        anna, max_ = lane.world.afar("anna"), lane.world.afar("max")
        alert = until("it stands at the service with its picture", lambda: pictured(anna))
        lane.do("restart = true", "expect = { lines = 2 }")
        assert lane.open == ["age_check"]
        until("its picture is gone with the lane's memory", lambda: not pictured(anna))
        anna.decide("approve", alert)
        anna.decide("approve", {**alert, "waiting": {**alert["waiting"], "picture": ""}})
        lane.do(BADGE.format("anna"))
        for who in (anna, max_):  # nobody sees the wine from afar: it is decided at the lane, once
            who.decide("approve", alert)
        assert lane.open == ["age_check"]
        lane.do('touch = "approve-1-clearly_of_age"', OUT)
        until("it is approved", lambda: lane.open == [])
        lane.do('touch = "pay"', 'wait = "tender"', 'touch = "cancel"')
        lane.do('touch = "cancel"', "unbag = true")
        lane.do(*show(WINE))
        late = until("another", lambda: pictured(anna))
        lane.do('touch = "remove-1"', "unbag = true")
        until("gone at the service", lambda: anna.find("age_check") is None)
        anna.decide("approve", late)
        shop.store.stop()
        lane.do(*show(WINE), 'touch = "pay"', 'expect = { screen = "scanning", open = ["age_check"] }')
        shop.store.start()
        anna.decide("approve", until("it stands at the service again", lambda: pictured(anna)))
        lane.do('wait = "tender"')
        lane.world.lane.stop()
        events = lane.journal()
    cleared = story(events, "InterventionCleared")
    numbers = [one["intervention_no"] for one in cleared]
    assert len(numbers) == len(set(numbers))
    approved = [one for one in cleared if one["how"] == "approved"]
    assert [(one["is_remote"], one["saw_picture"]) for one in approved] == [(False, False), (True, True)]


def pictured(who: Afar) -> dict[str, Any] | None:
    """The age check that waits, once its picture is there."""
    found = who.find("age_check")
    return found if found is not None and found["waiting"]["picture"] else None


def test_a_revoked_badge_opens_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1)
        lane.do(BADGE.format("anna"), 'expect = { staff = "anna" }', OUT)
        shop.store.close_account("anna")
        until("the lane knows", lambda: refused_now(lane))
        lane.world.lane.stop()
        assert story(lane.journal(), "SignInRefused")[-1]["why"] == "revoked"


def refused_now(lane: AttendedLane) -> bool:
    """Whether the badge opens nothing; who is let in leaves again."""
    lane.do(BADGE.format("anna"))
    if lane.world.lane.state().staff:
        lane.do(OUT)
        return False
    return True
