"""The supervisor's decisions with decoders made of paper and a clock that is moved by hand; the wire."""

import mmap
from collections.abc import Callable, Collection

import numpy as np
import pytest

from kiosk.devices.health import Condition, Device, Health
from kiosk.scanner.decoding import wire
from kiosk.scanner.decoding.process import DecoderLostError
from kiosk.scanner.decoding.supervisor import (
    CRASHES_OF_A_STEP,
    DOWN_AFTER_S,
    FIRST_START_S,
    REST_S,
    RETRY_MAX_S,
    START_TIMEOUT_S,
    STEADY_S,
    YOUNG_S,
    DecoderState,
    Supervisor,
)
from kiosk.scanner.frame import FRAME_PIXELS_MAX, Gray
from kiosk.scanner.symbols import Box, Decoded, Examined
from kiosk.scanner.wellbeing import Wellbeing
from retail.codes import Symbology

GRAY = np.zeros((4, 4), np.uint8)
NOTHING = Examined((), ())


class Paper:
    """A decoder process that does as the test says."""

    def __init__(self, ready: bool = True) -> None:
        self.ready, self.dies_in, self.dead, self.stopped = ready, "", False, False
        self.without: frozenset[str] = frozenset()

    def is_ready(self) -> bool:
        self.require_alive()
        return self.ready

    def require_alive(self) -> None:
        if self.dead:
            raise DecoderLostError("it ended")

    def examine(
        self, gray: Gray, budget_ms: float, known: Collection[str], without: Collection[str]
    ) -> Examined:
        self.without = frozenset(without)
        if self.dies_in and self.dies_in not in without:
            raise DecoderLostError("it ended", self.dies_in)
        return NOTHING

    def stop(self) -> None:
        self.stopped = True


class Bench:
    """A supervisor, its clock, and every decoder it launched."""

    def __init__(self, make: Callable[[], Paper] = Paper) -> None:
        self.now, self.papers, self.make = 100.0, list[Paper](), make
        self.supervisor = Supervisor(self._launch, lambda: self.now)

    def _launch(self) -> Paper:
        self.papers.append(self.make())
        return self.papers[-1]

    def tend(self, after_s: float = 0.0) -> DecoderState:
        self.now += after_s
        return self.supervisor.tend()

    def look(self) -> Examined | None:
        return self.supervisor.examine(GRAY, 33.0, ())


def test_until_the_first_decoder_is_ready_frames_are_let_go() -> None:
    bench = Bench(lambda: Paper(ready=False))
    assert (bench.tend(), bench.look()) == (DecoderState.STARTING, None)
    bench.papers[0].ready = True
    assert (bench.tend(0.5), bench.look()) == (DecoderState.UP, NOTHING)


def test_a_crash_is_told_for_a_while_and_the_next_decoder_starts_at_once() -> None:
    bench = Bench()
    bench.tend()
    bench.papers[0].dead = True
    assert bench.tend(YOUNG_S + 1) is DecoderState.RESTARTED
    assert bench.tend() is DecoderState.RESTARTED
    assert (len(bench.papers), bench.papers[0].stopped) == (2, True)
    assert bench.look() == NOTHING
    assert bench.tend(STEADY_S - 1) is DecoderState.RESTARTED
    assert bench.tend(2) is DecoderState.UP


def test_decoders_that_die_young_follow_each_other_ever_more_slowly_but_always_again() -> None:
    def stillborn() -> Paper:
        paper = Paper()
        paper.dead = True
        return paper

    bench, starts = Bench(stillborn), list[float]()
    while len(starts) < 12:
        launched = len(bench.papers)
        bench.tend(0.05)
        starts += [bench.now] * (len(bench.papers) - launched)
    gaps = np.diff(starts)
    assert gaps[0] < 0.1
    assert all(np.diff(gaps) > -0.11)
    assert max(gaps) <= RETRY_MAX_S + 0.1
    assert bench.tend() is DecoderState.DOWN


def test_without_a_decoder_the_lane_is_down_within_two_seconds() -> None:
    bench = Bench()
    bench.tend()
    bench.make = lambda: Paper(ready=False)
    bench.papers[0].dead = True
    assert bench.tend(1) is DecoderState.RESTARTED
    assert bench.tend(0.1) is DecoderState.RESTARTED
    assert bench.tend(DOWN_AFTER_S) is DecoderState.DOWN
    bench.papers[-1].ready = True
    assert bench.tend(0.1) is DecoderState.RESTARTED


def test_the_first_start_is_given_more_time_and_one_that_never_ends_is_begun_anew() -> None:
    bench = Bench(lambda: Paper(ready=False))
    bench.tend()
    assert bench.tend(FIRST_START_S - 1) is DecoderState.STARTING
    assert bench.tend(2) is DecoderState.DOWN
    bench.tend(START_TIMEOUT_S)
    bench.tend(0.1)
    assert (len(bench.papers), bench.papers[0].stopped) == (2, True)


def test_a_step_in_which_decoders_die_is_left_out_for_a_while() -> None:
    def fragile() -> Paper:
        paper = Paper()
        paper.dies_in = "second engine"
        return paper

    bench = Bench(fragile)
    for _ in range(CRASHES_OF_A_STEP):
        bench.tend(YOUNG_S + 1)
        assert bench.look() is None
    bench.tend(YOUNG_S + 1)
    assert bench.look() == NOTHING
    assert bench.papers[-1].without == {"second engine"}
    bench.tend(REST_S)
    assert bench.look() is None  # tried again


def test_a_decoder_that_cannot_be_launched_is_tried_again() -> None:
    bench = Bench()
    refuse = [OSError("too many processes")]

    def launch() -> Paper:
        if refuse:
            raise refuse.pop()
        return Paper()

    bench.make = launch
    assert bench.tend() is DecoderState.STARTING
    assert bench.tend(1) is DecoderState.RESTARTED
    assert bench.look() == NOTHING


def test_stopped_it_stays_stopped() -> None:
    bench = Bench()
    bench.tend()
    bench.supervisor.stop()
    bench.supervisor.stop()
    bench.tend(1000)
    assert (len(bench.papers), bench.papers[0].stopped, bench.look()) == (1, True, None)


def health(condition: Condition, code: str = "") -> Health:
    return Health(device=Device.CAMERA, condition=condition, code=code)


def test_of_camera_and_decoder_the_worse_is_told_once() -> None:
    both = Wellbeing()
    ready, black, gone = (
        health(Condition.READY),
        health(Condition.WARNING, "black"),
        health(Condition.FAULT, "gone"),
    )
    assert both.camera(ready) is None  # nobody can read yet
    assert both.decoder(DecoderState.UP) == ready
    assert both.camera(None) is None
    told = both.decoder(DecoderState.RESTARTED)
    assert told is not None
    assert told.code == "decoder_restarted"
    assert both.decoder(DecoderState.RESTARTED) is None
    assert both.camera(black) == black
    assert both.camera(gone) == gone
    assert both.decoder(DecoderState.DOWN) is None
    down = both.camera(ready)
    assert down is not None
    assert (down.code, down.condition) == ("decoder_down", Condition.FAULT)
    assert both.decoder(DecoderState.UP) == ready


def test_answers_survive_the_wire_and_never_exceed_a_packet() -> None:
    reads = tuple(Decoded("€" * 8000 + str(n), Symbology.QR, "zxing", Box(n, 2, 3.5, 4)) for n in range(40))
    answer = wire.Answer(examined=Examined(reads[:2], (Box(1, 2, 3, 4),)))
    assert wire.decode_answer(wire.encode_answer(answer)) == answer
    packet = wire.encode_answer(wire.Answer(examined=Examined(reads, ())))
    assert len(packet) <= wire.MESSAGE_MAX
    assert wire.decode_answer(packet).examined.reads == reads[:4]


def test_frame_and_step_lie_apart_in_the_memory_and_impossible_sizes_are_refused() -> None:
    memory = mmap.mmap(-1, wire.MEMORY_SIZE)
    wire.put_step(memory, "fäst pass" * 20)
    wire.put_frame(memory, np.full((2304, 4096), 7, np.uint8))
    assert wire.step_in(memory).startswith("fäst pass")
    wire.put_step(memory, "")
    assert wire.step_in(memory) == ""
    assert wire.frame_in(memory, 2304, 4096).min() == 7
    for height, width in ((0, 5), (-2, -2), (FRAME_PIXELS_MAX + 1, 1)):
        with pytest.raises(ValueError, match="does not fit"):
            wire.frame_in(memory, height, width)
