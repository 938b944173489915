"""Spend a whole day in a simulated store, twice: as this project's lanes do it, and stopping at every doubt.

    python -m benchmarks.store_day --seed 1 --shoppers 2000

Shoppers, mistakes, faults and payments are drawn from the seed before the day begins; then the lanes' own
checkout (`kiosk.checkout`: decide, evolve, react) is asked what happens, with its timers honoured in
simulated time and an attendant who walks or decides on a tablet. The second day has the same people and
mistakes, under rules that stop the lane at once wherever paying is blocked and leave the shopper no time.
The last line is one JSON object.

Assumptions and their sources: `benchmarks.store_day_odds`. What must hold: `benchmarks.store_day_tally`.
"""

import argparse
import datetime
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import store_day_page
from benchmarks.store_day_clock import SECOND_US, Clock, Signal, Steps
from benchmarks.store_day_lane import UTC_OFFSET, Lane
from benchmarks.store_day_plan import Day, Fault, day
from benchmarks.store_day_shop import MANAGER, SHOPPER_FIRST, STOP_AT_ONCE, attendant
from benchmarks.store_day_shopper import Shopper
from benchmarks.store_day_staff import Person
from benchmarks.store_day_tally import Figures, Tally
from kiosk.checkout.state import State
from kiosk.devices.health import Condition, Device
from retail.check import require
from retail.journal import events as e

OPENS = datetime.datetime(2026, 3, 5, 7, 0, tzinfo=UTC_OFFSET)
"""A Thursday."""
LANES, SHOPPERS, ATTENDANTS = 8, 2_000, 1
LANES_MAX, SHOPPERS_MAX = 100, 100_000
MAIN = (
    "baskets",
    "interventions_per_100",
    "self_cleared_share",
    "false_alarm_share",
    "staff_wait_p95_s",
    "baskets_per_hour",
)
"""What the JSON line begins with, for either policy."""


@dataclass(kw_only=True)
class Store:
    """Lanes, the queue before them and those who look after them."""

    clock: Clock
    tally: Tally
    lanes: list[Lane] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    queue: list[Shopper] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.signal = Signal(self.clock)
        self.calls = Signal(self.clock)

    def note(self, lane: Lane, before: State, event: e.AnyEvent) -> None:
        """An event was folded: count it, and tell whoever waits for such."""
        self.tally.note(lane, before, event)
        if lane.state.book is not before.book:
            self.clock.after(0.0, self.calls.changed)
        if isinstance(event, e.LaneIdle | e.DeviceChanged):
            self.clock.after(0.0, self.signal.changed)

    def lane_for(self, shopper: Shopper) -> Lane | None:
        """A free lane, for who stands first in the queue."""
        if not self.queue or self.queue[0] is not shopper:
            return None
        return next((lane for lane in self.lanes if lane.is_free), None)

    def left(self, lane: Lane) -> None:
        """A lane is free again."""
        require(lane.visitor is None, "who leaves is gone")
        self.signal.changed()

    def comes(self, shopper: Shopper) -> Steps:
        """From the door to the queue, and on."""
        self.queue.append(shopper)
        arrived_us = self.clock.now_us
        yield from shopper.visit(on_lane=lambda: self._is_served(shopper, arrived_us))

    def _is_served(self, shopper: Shopper, arrived_us: int) -> None:
        require(self.queue.pop(0) is shopper, "shoppers are served in order")
        self.tally.queue_s.append((self.clock.now_us - arrived_us) / SECOND_US)
        self.signal.changed()


def run(plan: Day, policy: str, *, lanes: int, attendants: int, has_tablet: bool = True) -> Tally:
    """One day under one policy. Raises `BrokenInvariantError` when something does not hold."""
    clock = Clock(round(OPENS.timestamp() * SECOND_US))
    tally = Tally(opened_us=clock.now_us)
    store = Store(clock=clock, tally=tally)
    store.lanes = [
        Lane(number, f"day {plan.seed}", policy, clock, store.note) for number in range(1, lanes + 1)
    ]
    for lane in store.lanes:
        lane.open()
    for visit in plan.visits:
        shopper = Shopper(visit, plan.seed, clock, store)
        _at(clock, visit.arrives_us, store.comes(shopper))
    for fault in plan.faults:
        clock.at(clock.now_us + fault.at_us, _failing(store.lanes[fault.lane], fault))
    for staff in (*(attendant(number) for number in range(1, attendants + 1)), MANAGER):
        clock.start(Person(staff, str(plan.seed), clock, store, has_tablet=has_tablet).works())
    clock.run()
    require(not store.queue and all(lane.visitor is None for lane in store.lanes), "everybody goes home")
    tally.close(store.lanes)
    return tally


def _at(clock: Clock, after_us: int, steps: Steps) -> None:
    clock.at(clock.now_us + after_us, lambda: clock.start(steps))


def _failing(lane: Lane, fault: Fault) -> Callable[[], None]:
    return lambda: lane.feels(Device(fault.device), Condition.FAULT, "no_answer")


def line(seed: int, figures: Figures, stopping: Figures) -> str:
    """The JSON line: the main figures of either policy, then all others."""
    return json.dumps({"seed": seed, **_told(figures), STOP_AT_ONCE: _told(stopping)})


def _told(figures: Figures) -> dict[str, float]:
    told = {name: getattr(figures, name) for name in figures.__struct_fields__}
    return {**{name: told[name] for name in MAIN}, **told}


def main(arguments: Sequence[str] | None = None) -> int:
    """Spend the day; the exit status."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.store_day", description=__doc__)
    made.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    made.add_argument("--shoppers", type=int, default=SHOPPERS, help="(default: %(default)s)")
    made.add_argument("--lanes", type=int, default=LANES, help="(default: %(default)s)")
    made.add_argument("--attendants", type=int, default=ATTENDANTS, help="(default: %(default)s)")
    made.add_argument("--no-tablet", action="store_true", help="attendants always walk")
    made.add_argument("--write", type=Path, metavar="PAGE", help="also write the page of results")
    options = made.parse_args(arguments)
    if not 1 <= options.lanes <= LANES_MAX or not 1 <= options.shoppers <= SHOPPERS_MAX:
        made.error(f"1 to {LANES_MAX} lanes, 1 to {SHOPPERS_MAX} shoppers")
    if not 1 <= options.attendants <= options.lanes:
        made.error("at least one attendant, and no more than lanes")
    plan = day(options.seed, options.shoppers, options.lanes)
    tallies, started = {}, time.process_time()
    for policy in (SHOPPER_FIRST, STOP_AT_ONCE):
        tallies[policy] = run(
            plan, policy, lanes=options.lanes, attendants=options.attendants, has_tablet=not options.no_tablet
        )
    took_s = time.process_time() - started
    figures = {policy: tally.figures(options.lanes) for policy, tally in tallies.items()}
    text = store_day_page.page(tallies, figures, options, took_s)
    print(text, file=sys.stderr)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    print(line(options.seed, figures[SHOPPER_FIRST], figures[STOP_AT_ONCE]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
