"""The lane's timers, on a clock that the test moves."""

import queue
import threading
from collections.abc import Iterator

import pytest

from kiosk.app.timers import Timers
from kiosk.checkout.effects import Timer

SOON_S = 5.0


class HandClock:
    """Stands still until moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def fired() -> "queue.Queue[Timer]":
    return queue.Queue()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def timers(fired: "queue.Queue[Timer]", clock: HandClock) -> Iterator[Timers]:
    made = Timers(fired.put, clock.monotonic)
    yield made
    made.stop()


def test_a_timer_fires_when_its_time_has_come_and_only_once(
    timers: Timers, fired: "queue.Queue[Timer]", clock: HandClock
) -> None:
    timers.set(Timer.PAID, 2.0)
    clock.now += 2.0
    timers.set(Timer.THANKS, 1000.0)  # makes the thread look at the clock again
    assert fired.get(timeout=SOON_S) is Timer.PAID
    clock.now += 999.0
    timers.set(Timer.RECEIPT, 0.0)
    assert fired.get(timeout=SOON_S) is Timer.RECEIPT
    assert fired.empty()


def test_setting_a_timer_again_replaces_it(
    timers: Timers, fired: "queue.Queue[Timer]", clock: HandClock
) -> None:
    timers.set(Timer.RECEIPT, 1.0)
    timers.set(Timer.RECEIPT, 50.0)
    clock.now += 10.0
    timers.set(Timer.PAID, 0.0)
    assert fired.get(timeout=SOON_S) is Timer.PAID
    clock.now += 40.0
    timers.set(Timer.PAID, 0.0)
    assert {fired.get(timeout=SOON_S), fired.get(timeout=SOON_S)} == {Timer.RECEIPT, Timer.PAID}


def test_what_is_due_first_fires_first(timers: Timers, fired: "queue.Queue[Timer]", clock: HandClock) -> None:
    timers.set(Timer.THANKS, 8.0)
    timers.set(Timer.NOT_FOUND, 3.0)
    timers.set(Timer.RECEIPT, 60.0)
    clock.now += 100.0
    timers.set(Timer.PAID, 0.0)
    order = [fired.get(timeout=SOON_S) for _ in range(4)]
    assert order == [Timer.NOT_FOUND, Timer.THANKS, Timer.RECEIPT, Timer.PAID]


def test_after_the_end_nothing_fires_and_the_thread_is_gone(
    fired: "queue.Queue[Timer]", clock: HandClock
) -> None:
    timers = Timers(fired.put, clock.monotonic)
    timers.set(Timer.PAID, 1.0)
    timers.stop()
    clock.now += 10.0
    timers.stop()
    assert fired.empty()
    assert not [thread for thread in threading.enumerate() if thread.name == "timers"]


def test_on_the_real_clock_a_timer_fires_by_itself(fired: "queue.Queue[Timer]") -> None:
    timers = Timers(fired.put)
    try:
        timers.set(Timer.PAID, 0.01)
        assert fired.get(timeout=SOON_S) is Timer.PAID
    finally:
        timers.stop()
