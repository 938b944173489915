"""What ends by itself says so before, by sight and sound, and one touch gives more time."""

from collections.abc import Callable

import pytest
from checkout_world import MILK, World, scan, timer
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.evolve import fold
from kiosk.checkout.reactions import reactions
from kiosk.checkout.state import PAYING, Phase
from kiosk.checkout.time_limits import LIMITED
from kiosk.devices.health import Device
from retail.journal import events as e
from retail.journal.orders import OrderAsked, OrderFound, OrderHandedOut
from retail.journal.shopping import MoreTimeTaken, TimeRunsOut

WARN_S = 20.0
NOWHERE = "4000000000204"


@pytest.fixture
def world() -> World:
    made = World()
    made.shop = replace(made.shop, warn_s=WARN_S)
    made.open()
    return made


def not_found(world: World) -> f.Timer:
    world.run(scan(NOWHERE))
    assert world.phase is Phase.NOT_FOUND
    return f.Timer.NOT_FOUND


def receipt(world: World) -> f.Timer:
    world.to_receipt()
    assert world.phase is Phase.RECEIPT
    return f.Timer.RECEIPT


def price(world: World) -> f.Timer:
    world.run(c.CheckPrices())
    return f.Timer.PRICE


def price_in_a_purchase(world: World) -> f.Timer:
    world.run(scan(MILK), c.CheckPrices())
    assert world.phase is Phase.SCANNING
    return f.Timer.PRICE


def order(world: World) -> f.Timer:
    found = OrderFound(ask_id="a1", order_id="o1", short="4F2A9C", goods=(), hands_out=True)
    before = world.state
    world.state = fold((OrderAsked(ask_id="a1"), found), before)
    world.new = list(reactions(world.state, found, world.shop, before=before))
    return f.Timer.ORDER


def nothing_yet(world: World) -> f.Timer:
    world.run(c.StartShopping())
    assert world.phase is Phase.SCANNING
    return f.Timer.IDLE


def top_up(world: World) -> f.Timer:
    world.shop = replace(world.shop, tenders=replace(world.shop.tenders, balance=True, top_up=True))
    world.run(c.TopUp())
    assert world.phase is Phase.LOAD
    return f.Timer.IDLE


LIMITS = [not_found, receipt, price, price_in_a_purchase, order, nothing_yet, top_up]
"""What ends by itself for who does nothing, and the way there."""


def stands(world: World) -> tuple[object, ...]:
    """What is on the screen."""
    return world.phase, world.state.price_check is not None, world.state.order is not None


def after(world: World, which: f.Timer) -> list[float]:
    return [one.after_s for one in world.new if isinstance(one, f.SetTimer) and one.timer is which]


@pytest.mark.parametrize("reach", LIMITS)
def test_the_end_is_told_to_eyes_and_ears_and_comes_only_then(
    world: World, reach: Callable[[World], f.Timer]
) -> None:
    which = reach(world)
    shown = stands(world)
    world.run(timer(which))
    assert stands(world) == shown
    assert world.state.time_runs_out
    assert f.Play(sound=f.Sound.NUDGE) in world.new
    assert after(world, which) == [WARN_S]
    world.run(timer(which))
    assert stands(world) != shown
    assert not world.state.time_runs_out


@pytest.mark.parametrize("reach", LIMITS)
def test_more_time_may_be_taken_again_and_again(world: World, reach: Callable[[World], f.Timer]) -> None:
    which = reach(world)
    shown, whole = stands(world), after(world, which)[-1:]
    for _ in range(10):
        world.run(timer(which), c.TakeMoreTime())
        assert (stands(world), world.state.time_runs_out) == (shown, False)
        assert after(world, which) == whole
    told = [type(event) for event in world.journal if isinstance(event, TimeRunsOut | MoreTimeTaken)]
    assert told == [TimeRunsOut, MoreTimeTaken] * 10


def test_the_time_begins_anew_with_another_code(world: World) -> None:
    which = not_found(world)
    world.run(timer(which), scan("4000000000211"))
    assert not world.sale.time_runs_out
    assert after(world, which) == [world.shop.not_found_s]


def test_a_receipt_that_is_chosen_has_its_own_time(world: World) -> None:
    which = receipt(world)
    world.run(timer(which), c.ChooseReceipt(kind=e.ReceiptKind.QR))
    assert not world.sale.time_runs_out
    assert after(world, which) == [world.shop.receipt_s]
    world.run(timer(which))
    assert world.phase is Phase.RECEIPT, "whoever scans the code is told too"


@pytest.mark.parametrize("which", f.Timer)
def test_nothing_ends_by_itself_while_money_moves(world: World, which: f.Timer) -> None:
    assert not PAYING & LIMITED
    world.run(scan(MILK), c.Pay(), c.PayByCard())
    world.do(timer(which))
    assert (world.phase, world.state.time_runs_out) == (Phase.CARD, False)
    world.restart()
    assert world.phase is Phase.UNKNOWN
    world.do(timer(which))
    assert (world.phase, world.state.time_runs_out) == (Phase.UNKNOWN, False)


def test_whatever_somebody_does_meanwhile_is_an_answer(world: World) -> None:
    which = nothing_yet(world)
    world.run(timer(which), scan(MILK))
    assert not world.state.time_runs_out
    price(world)
    world.run(timer(f.Timer.PRICE), scan(MILK))
    assert not world.state.time_runs_out
    assert world.state.price_check is not None
    assert after(world, f.Timer.PRICE) == [world.shop.price_s]


def test_who_is_asked_over_an_empty_basket_answers_as_over_a_full_one(world: World) -> None:
    which = nothing_yet(world)
    world.run(timer(which), sc.NeedTime())
    assert not world.state.time_runs_out
    assert world.phase is Phase.SCANNING
    assert len(after(world, which)) == 1


def test_an_order_that_was_handed_out_is_read_and_asks_nothing(world: World) -> None:
    which = order(world)
    world.state = fold((OrderHandedOut(ask_id="a1"),), world.state)
    world.run(timer(which))
    assert world.state.order is None
    assert not any(isinstance(event, TimeRunsOut) for event in world.journal)


def test_what_is_covered_is_not_read_and_ends_untold(world: World) -> None:
    not_found(world)
    world.run(c.CheckPrices(), timer(f.Timer.NOT_FOUND))
    assert world.phase is Phase.SCANNING
    assert world.state.price_check is not None
    assert not world.state.time_runs_out


def test_nobody_is_asked_while_the_printer_works(world: World) -> None:
    world.ready(Device.PRINTER)
    which = receipt(world)
    world.run(c.ChooseReceipt(kind=e.ReceiptKind.PAPER), timer(which))
    assert not any(isinstance(event, TimeRunsOut) for event in world.journal)


def test_after_a_power_cut_what_was_told_is_not_told_again_but_given_its_time(world: World) -> None:
    which = receipt(world)
    world.run(timer(which))
    world.restart()
    assert (world.phase, world.sale.time_runs_out) == (Phase.RECEIPT, True)
    assert after(world, which) == [WARN_S]


def test_more_time_where_there_is_time_means_nothing(world: World) -> None:
    not_found(world)
    assert world.ignored(c.TakeMoreTime()) == "there is time"


def test_a_shop_may_leave_the_telling_out() -> None:
    world = World()
    world.open()
    world.run(timer(not_found(world)))
    assert world.phase is Phase.SCANNING
