"""Topping up by card at a lane of its own processes: one charge, one load, whatever is cut in between."""

from pathlib import Path

import pytest
from scenarios_attended import opened, story, until
from scenarios_secrets import card_data_in
from scenarios_top_up import (
    AMOUNT,
    CUTS,
    HAD,
    TOUCH_AMOUNT,
    WHY,
    TopUps,
    charged_and_killed,
)


def test_the_worst_of_days_is_one_charge_and_one_load(tmp_path: Path) -> None:
    """The service is gone, the lane dies after the charge it has not read, and again before it can report."""
    with opened(tmp_path) as house:
        shop = TopUps(house)
        shop.world.fleet.terminal.do("fault", name="card_data")
        shop.offered()
        house.store.child.kill()
        charged_and_killed(shop)
        shop.slip()
        slip = Path(shop.world.papers()[-1]["txt"]).read_text(encoding="utf-8")
        assert "20.00" in slip
        shop.world.lane.kill()
        house.store.start()
        shop.world.lane.start()
        shop.booked(1)
        assert house.sales() == [("loaded", AMOUNT)]
        shop.world.stop()
        house.store.stop()
    assert card_data_in(tmp_path) == {}


@pytest.mark.slow
@pytest.mark.parametrize("cut", sorted(CUTS))
def test_wherever_the_power_is_cut_it_is_one_charge_and_one_load(tmp_path: Path, cut: str) -> None:
    with opened(tmp_path) as house:
        shop = TopUps(house)
        CUTS[cut](shop)
        shop.booked(1)


@pytest.mark.slow
def test_a_declined_card_loads_nothing_and_a_lost_answer_is_asked_for(tmp_path: Path) -> None:
    with opened(tmp_path) as house:
        shop = TopUps(house)
        shop.offered()
        shop.lane.do('card = "decline"', TOUCH_AMOUNT, 'wait = "card"')
        until("the amounts are back", lambda: shop.lane.screen == "load")
        assert shop.charges == []
        shop.lane.do(TOUCH_AMOUNT)
        shop.slip()
        shop.booked(1)
        for fault in ("unplug_result", "no_completion", "lose_ack"):
            before = len(shop.charges)
            shop.offered()
            shop.world.fleet.terminal.do("fault", name=fault)
            shop.lane.do(TOUCH_AMOUNT)
            shop.slip()
            shop.booked(before + 1)


@pytest.mark.slow
def test_what_was_loaded_by_mistake_goes_back_to_its_card(tmp_path: Path) -> None:
    with opened(tmp_path) as house:
        shop = TopUps(house)
        shop.offered()
        shop.lane.do(TOUCH_AMOUNT)
        shop.slip()
        shop.booked(1)
        back = shop.given_back(tmp_path)
        for words in ("RETURN", "Balance top-up", "-20.00"):
            assert words in back
        until("the balance is as before", lambda: shop.books.balance(shop.account) == HAD)
        assert shop.charges == [("charge", AMOUNT), ("reversal", AMOUNT)]
        until("the return is booked", lambda: house.sales()[1:] == [("load_returned", -AMOUNT)])
        assert shop.books.ledger_sum(shop.account) == 0
        (ended,) = story(shop.lane.journal(), "ReturnEnded")
        assert (ended["given_minor"], ended["is_whole"]) == (AMOUNT, True)


@pytest.mark.slow
def test_killed_while_it_goes_back_it_goes_back_once(tmp_path: Path) -> None:
    with opened(tmp_path) as house:
        shop = TopUps(house)
        shop.offered()
        shop.lane.do(TOUCH_AMOUNT)
        shop.slip()
        shop.booked(1)
        shop.giving_back(tmp_path)
        shop.world.touch(f"choice-{WHY}")
        until("the terminal has given it back", lambda: ("reversal", AMOUNT) in shop.charges)
        shop.world.restart()
        shop.lane.do('badge = "anna"', 'wait = "staff"')
        shop.ends_giving_back()
        until("the balance is as before", lambda: shop.is_back)
        assert shop.charges == [("charge", AMOUNT), ("reversal", AMOUNT)]
        assert shop.books.ledger_sum(shop.account) == 0
        assert shop.lane.journal()
