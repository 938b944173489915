"""The simulated day notices when something does not hold, and counts what it says it counts."""

import pytest
from msgspec.structs import replace

from benchmarks.store_day_clock import SECOND_US, Clock
from benchmarks.store_day_lane import Lane
from benchmarks.store_day_shop import GIN, SHOPPER_FIRST, STOP_AT_ONCE, attendant
from benchmarks.store_day_tally import Tally
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.state import Phase, State
from kiosk.devices.scanner import CodeRead
from retail.check import BrokenInvariantError
from retail.codes import Symbology
from retail.journal import events as e

START_US = 1_772_690_400_000_000
CLOSED_BASKET = e.NothingDue(paid_at="2026-03-05T07:00:00+01:00")


def lane_with_gin(policy: str = SHOPPER_FIRST) -> tuple[Lane, Tally, Clock]:
    clock, tally = Clock(START_US), Tally(opened_us=START_US)
    lane = Lane(1, "test", policy, clock, tally.note)
    lane.open()
    lane.do(c.ScanCode(read=CodeRead(text=GIN.gtin, symbology=Symbology.EAN_13)))
    assert lane.state.phase is Phase.SCANNING
    return lane, tally, clock


def approve(lane: Lane) -> None:
    one = next(one for one in lane.state.book.open if one.kind == "age_check")
    lane.do(
        sc.ApproveIntervention(
            intervention_no=one.intervention_no,
            why="clearly_of_age",
            measure_seen=one.measure,
            staff=replace(attendant(1), saw_picture=True),
        )
    )


def test_paying_while_something_blocks_is_noticed() -> None:
    lane, tally, _ = lane_with_gin()
    with pytest.raises(BrokenInvariantError, match="blocks"):
        tally.note(lane, lane.state, CLOSED_BASKET)


def test_goods_with_an_age_that_nobody_looked_at_are_noticed() -> None:
    lane, tally, _ = lane_with_gin()
    with pytest.raises(BrokenInvariantError, match="verdict"):
        tally.note(lane, State(), CLOSED_BASKET)
    approve(lane)
    tally.note(lane, State(), CLOSED_BASKET)


def test_a_purchase_that_never_ends_is_noticed() -> None:
    lane, tally, _ = lane_with_gin()
    approve(lane)
    with pytest.raises(BrokenInvariantError, match="every purchase ends"):
        tally.close([lane])
    lane.do(c.CancelTransaction())
    tally.close([lane])
    assert tally.figures(1).cancelled == 1


def test_a_shopper_stands_still_from_pay_to_the_approval() -> None:
    lane, tally, clock = lane_with_gin()
    lane.do(c.Pay())
    clock.now_us += 20 * SECOND_US
    approve(lane)
    assert lane.state.phase is Phase.TENDER
    clock.now_us += 100 * SECOND_US
    lane.do(c.CancelTransaction())
    figures = tally.figures(1)
    assert (figures.stops_per_100, figures.stopped_s_per_basket) == (100.0, 20.0)
    assert figures.stops_while_scanning_per_100 == 0.0
    assert figures.staff_wait_p95_s == 20.0


def test_stopping_at_once_is_counted_as_a_stop_while_scanning() -> None:
    lane, tally, clock = lane_with_gin(STOP_AT_ONCE)
    clock.now_us += 7 * SECOND_US
    approve(lane)
    lane.do(c.CancelTransaction())
    figures = tally.figures(1)
    assert (figures.stops_while_scanning_per_100, figures.stopped_s_per_basket) == (100.0, 7.0)
    assert figures.remote_share == 1.0
