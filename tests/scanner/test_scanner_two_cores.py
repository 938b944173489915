"""The quick and the patient decoder, of paper, and once with real processes."""

from collections.abc import Collection

import cv2
import numpy as np
import pytest
from scanner_pictures import F, eventually, read, scene, symbol

from kiosk.scanner.budgets import DEEP_MS, FAST_MS
from kiosk.scanner.decoding.process import DecoderLostError, FrameFailedError
from kiosk.scanner.decoding.supervisor import DecoderState, Supervisor
from kiosk.scanner.decoding.two_cores import LATE_MAX_S, TwoCores
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Box, Examined

GRAY = np.zeros((4, 4), np.uint8)
NOTHING = Examined((), ())
CODE = "4006381333931"


class Quick:
    def __init__(self) -> None:
        self.shows: Examined | None = NOTHING
        self.budgets: list[float] = []
        self.stopped = False

    def tend(self) -> DecoderState:
        return DecoderState.UP

    def examine(self, gray: Gray, budget_ms: float, known: Collection[str]) -> Examined | None:
        self.budgets.append(budget_ms)
        return self.shows

    def stop(self) -> None:
        self.stopped = True


class Patient(Quick):
    def __init__(self) -> None:
        super().__init__()
        self.answer: Examined | None = None
        self.fails = False
        self.asked = 0

    def tend(self) -> DecoderState:
        return DecoderState.DOWN

    def ask(self, gray: Gray, budget_ms: float, known: Collection[str]) -> bool:
        self.budgets.append(budget_ms)
        self.asked += 1
        return True

    def poll(self) -> Examined | None:
        if self.fails:
            raise FrameFailedError("ValueError: a bad frame")
        answer, self.answer = self.answer, None
        return answer


class Bench:
    def __init__(self) -> None:
        self.now, self.quick, self.patient = 10.0, Quick(), Patient()
        self.both = TwoCores(self.quick, self.patient, lambda: self.now)

    def look(self, budget_ms: float = FAST_MS, known: Collection[str] = ()) -> Examined | None:
        return self.both.examine(GRAY, budget_ms, known)


def test_a_frame_with_nothing_new_is_looked_at_again_and_its_read_comes_with_a_later_frame() -> None:
    bench = Bench()
    assert bench.look() == NOTHING
    assert (bench.patient.asked, bench.patient.budgets) == (1, [DEEP_MS])
    bench.patient.answer = Examined((read(CODE),), ())
    assert bench.look() == Examined((read(CODE),), ())


def test_a_frame_that_shows_something_new_is_not_looked_at_again() -> None:
    bench = Bench()
    bench.quick.shows = Examined((read(CODE),), ())
    bench.look()
    assert bench.patient.asked == 0
    bench.look(known={"0" + CODE})
    assert bench.patient.asked == 1


def test_an_idle_counter_costs_no_second_look() -> None:
    bench = Bench()
    bench.look(budget_ms=FAST_MS / 3)
    assert bench.patient.asked == 0


def test_the_quick_decoder_never_gets_more_than_its_budget() -> None:
    bench = Bench()
    bench.look(budget_ms=10 * DEEP_MS)
    assert bench.quick.budgets == [FAST_MS]


def test_an_answer_that_comes_too_late_is_dropped() -> None:
    bench = Bench()
    bench.look()
    bench.patient.answer = Examined((read(CODE),), ())
    bench.now += LATE_MAX_S + 0.01
    assert bench.look() == NOTHING


def test_bars_that_the_second_look_has_read_are_not_unread() -> None:
    bench = Bench()
    here, there = Box(100, 100, 200, 160), Box(600, 100, 700, 160)
    bench.quick.shows = Examined((), (here, there))
    bench.look()
    bench.patient.answer = Examined((read(CODE),), ())
    examined = bench.look()
    assert examined is not None
    assert examined.unread_bars == (there,)


def test_a_second_look_that_fails_costs_the_first_nothing() -> None:
    bench = Bench()
    bench.quick.shows = Examined((read(CODE),), ())
    bench.patient.fails = True
    assert bench.look() == bench.quick.shows


def test_the_lane_can_read_as_long_as_the_quick_decoder_can_and_both_are_ended() -> None:
    bench = Bench()
    assert bench.both.tend() is DecoderState.UP
    bench.both.stop()
    assert bench.quick.stopped
    assert bench.patient.stopped


class _Slow:
    """A decoder process that is asked without waiting."""

    def __init__(self) -> None:
        self.answer: Examined | None = None
        self.is_lost = self.stopped = False

    def is_ready(self) -> bool:
        return True

    def require_alive(self) -> None:
        pass

    def examine(self, *_: object) -> Examined:
        return NOTHING

    def ask(self, *_: object) -> None:
        pass

    def poll(self) -> Examined | None:
        if self.is_lost:
            raise DecoderLostError("it ended")
        return self.answer

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def asked() -> tuple[Supervisor, list[_Slow]]:
    launched: list[_Slow] = []

    def launch() -> _Slow:
        launched.append(_Slow())
        return launched[-1]

    supervisor = Supervisor(launch, lambda: 50.0)
    supervisor.tend()
    assert supervisor.ask(GRAY, DEEP_MS, ())
    return supervisor, launched


def test_a_decoder_that_looks_at_a_frame_is_not_asked_again(asked: tuple[Supervisor, list[_Slow]]) -> None:
    supervisor, [process] = asked
    assert not supervisor.ask(GRAY, DEEP_MS, ())
    assert supervisor.poll() is None
    process.answer = NOTHING
    assert supervisor.poll() == NOTHING
    assert supervisor.poll() is None
    assert supervisor.ask(GRAY, DEEP_MS, ())


def test_a_decoder_lost_over_a_frame_is_started_anew(asked: tuple[Supervisor, list[_Slow]]) -> None:
    supervisor, launched = asked
    launched[0].is_lost = True
    assert supervisor.poll() is None
    assert launched[0].stopped
    supervisor.tend()
    assert len(launched) == 2
    assert supervisor.ask(GRAY, DEEP_MS, ())


def test_real_processes_read_a_blurred_code_together() -> None:
    lane = TwoCores()
    blurred = cv2.GaussianBlur(scene((symbol(CODE, F.EAN13), 30, (640, 360))), (0, 0), 3.0)
    gray, found = np.asarray(blurred, np.uint8), set[str]()

    def is_read() -> bool:
        lane.tend()
        examined = lane.examine(gray, FAST_MS, ())
        found.update(each.text for each in (examined or NOTHING).reads)
        return CODE in found

    try:
        eventually(is_read, "the code is read", 30)
    finally:
        lane.stop()
