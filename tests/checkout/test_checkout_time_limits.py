"""What ends by itself says so before, by sight and sound, and one touch gives more time."""

import pytest
from checkout_world import World, scan, timer
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.state import Phase
from kiosk.devices.health import Device
from retail.journal import events as e
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


def after(world: World, which: f.Timer) -> list[float]:
    return [one.after_s for one in world.new if isinstance(one, f.SetTimer) and one.timer is which]


@pytest.mark.parametrize("reach", [not_found, receipt])
def test_the_end_is_told_to_eyes_and_ears_and_comes_only_then(world: World, reach: object) -> None:
    which = reach(world)  # type: ignore[operator]
    phase = world.phase
    world.run(timer(which))
    assert world.phase is phase
    assert world.sale.time_runs_out
    assert f.Play(sound=f.Sound.NUDGE) in world.new
    assert after(world, which) == [WARN_S]
    world.run(timer(which))
    assert world.phase is not phase


@pytest.mark.parametrize("reach", [not_found, receipt])
def test_more_time_may_be_taken_again_and_again(world: World, reach: object) -> None:
    which = reach(world)  # type: ignore[operator]
    phase, whole = world.phase, after(world, which)
    for _ in range(10):
        world.run(timer(which), c.TakeMoreTime())
        assert (world.phase, world.sale.time_runs_out) == (phase, False)
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
