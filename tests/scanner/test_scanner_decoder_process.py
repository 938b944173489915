"""The decoder's process, killed, crashing and hanging: the lane reads on within two seconds, counts nothing
twice, and says what happened."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from scanner_pictures import F, Recorder, eventually, scene, symbol
from test_scanner_camera import COUNTER, EAN, OTHER, PRODUCT, Props

from kiosk.scanner.camera import CameraProfile, CameraScanner
from kiosk.scanner.decoding import process as decoding
from kiosk.scanner.decoding.process import DecoderLostError, DecoderProcess, FrameFailedError, worker_command
from kiosk.scanner.decoding.supervisor import Supervisor
from kiosk.scanner.frame import Gray
from retail.codes import Symbology

DEADLY = Path(__file__).with_name("scanner_deadly_worker.py")
PLENTY_MS = 1000.0


def deadly(how: str, step: str = "") -> list[str]:
    """A worker that dies on a frame with a white upper left corner, in the way named `how`."""
    return [sys.executable, str(DEADLY), how, step]


def marked(picture: Gray) -> Gray:
    """The picture with the corner that kills."""
    changed = picture.copy()
    changed[:8, :8] = 252  # the props add a little noise
    return changed


@pytest.fixture
def begin() -> Iterator[Callable[..., DecoderProcess]]:
    started: list[DecoderProcess] = []

    def start(*command: str) -> DecoderProcess:
        process = DecoderProcess(command)
        started.append(process)
        eventually(process.is_ready, "a decoder", within_s=60)
        return process

    yield start
    for process in started:
        process.stop()
        process.stop()  # safe twice
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def ask(process: DecoderProcess, gray: Gray) -> set[tuple[str, Symbology]]:
    reads = process.examine(gray, PLENTY_MS, (), ()).reads
    return {(read.text, read.symbology) for read in reads}


def test_a_decoder_reads_frames_of_any_size_one_after_the_other(begin: Callable[..., DecoderProcess]) -> None:
    process = begin(*worker_command())
    assert ask(process, PRODUCT) == {(EAN, Symbology.EAN_13)}
    assert ask(process, COUNTER) == set()
    full_hd = scene((symbol(EAN, F.EAN13), 30, (1500, 900)), size=(1920, 1080))
    assert ask(process, full_hd) == {(EAN, Symbology.EAN_13)}
    assert ask(process, np.zeros((3, 5), np.uint8)) == set()


def test_what_is_known_and_what_is_left_out_reaches_the_cascade(begin: Callable[..., DecoderProcess]) -> None:
    process = begin(*worker_command())
    engines = {read.engine for read in process.examine(OTHER, PLENTY_MS, ("00036000291452",), ()).reads}
    assert engines == {"zxing"}
    without = process.examine(OTHER, PLENTY_MS, (), ("second opinion",))
    assert {read.engine for read in without.reads} == {"zxing"}


def test_keys_without_end_are_not_sent(begin: Callable[..., DecoderProcess]) -> None:
    process = begin(*worker_command())
    known = tuple(f"{n}" + "€" * 8000 for n in range(64))
    assert process.examine(PRODUCT, PLENTY_MS, known, ()).reads


def test_a_killed_decoder_is_one_error_that_names_the_signal(begin: Callable[..., DecoderProcess]) -> None:
    process = begin(*worker_command())
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(DecoderLostError, match="signal 9") as lost:
        eventually(lambda: bool(process.require_alive()), "its end is noticed while nothing is asked")
    assert lost.value.step == ""
    with pytest.raises(DecoderLostError):
        process.examine(PRODUCT, PLENTY_MS, (), ())


@pytest.mark.parametrize(("how", "sign"), [("abort", "signal 6"), ("segfault", "signal 11")])
def test_a_frame_that_crashes_a_library_names_the_step(
    begin: Callable[..., DecoderProcess], how: str, sign: str
) -> None:
    process = begin(*deadly(how, "turned bars"))
    with pytest.raises(DecoderLostError, match=sign) as lost:
        process.examine(marked(COUNTER), PLENTY_MS, (), ())
    assert lost.value.step == "turned bars"


def test_an_exception_costs_only_the_frame(begin: Callable[..., DecoderProcess]) -> None:
    process = begin(*deadly("raise", "fast pass"))
    with pytest.raises(FrameFailedError, match="bad luck"):
        process.examine(marked(COUNTER), PLENTY_MS, (), ())
    assert ask(process, PRODUCT) == {(EAN, Symbology.EAN_13)}


@pytest.mark.parametrize("how", ["hang", "spin"])
def test_a_decoder_that_hangs_is_given_up(begin: Callable[..., DecoderProcess], how: str) -> None:
    process = begin(*deadly(how, "fast pass"))
    with pytest.raises(DecoderLostError, match="did not answer") as lost:
        process.examine(marked(COUNTER), PLENTY_MS, (), ())
    assert lost.value.step == "fast pass"


def test_a_decoder_that_gets_no_processor_is_waited_for(
    begin: Callable[..., DecoderProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "ANSWER_TIMEOUT_S", 0.001)  # what overload looks like from here
    process = begin(*worker_command())
    monkeypatch.setattr(process, "_standing", lambda: ("R", 0.0))
    assert ask(process, PRODUCT) == {(EAN, Symbology.EAN_13)}


def test_the_worker_runs_the_lanes_own_code_wherever_the_lane_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "__init__.py").write_text("raise SystemExit('a stranger')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    process = DecoderProcess()
    try:
        eventually(process.is_ready, "a decoder", within_s=60)
    finally:
        process.stop()


def test_a_program_that_is_no_decoder_is_an_error() -> None:
    process = DecoderProcess([sys.executable, "-c", "raise SystemExit(3)"])
    try:
        with pytest.raises(DecoderLostError, match="status 3"):
            eventually(process.is_ready, "its end is noticed", within_s=30)
    finally:
        process.stop()


class _Lane:
    """A camera scanner with a real decoder process."""

    def __init__(self, command: list[str]) -> None:
        self.props, self.listener = Props(), Recorder()
        self.launched: list[DecoderProcess] = []
        self.supervisor = Supervisor(self._launch)
        self._command = command
        self.scanner = CameraScanner(
            CameraProfile(source="test", budget_ms=200),
            decoder=self.supervisor,
            open_source=lambda _settings: self.props,
        )
        self.scanner.start(self.listener)

    def _launch(self) -> DecoderProcess:
        process = DecoderProcess(self._command)
        self.launched.append(process)
        return process


@pytest.fixture
def lane() -> Iterator[Callable[..., _Lane]]:
    lanes: list[_Lane] = []

    def start(command: list[str] | None = None) -> _Lane:
        made = _Lane(command or worker_command())
        lanes.append(made)
        eventually(lambda: made.listener.health == ["ready"], "ready", within_s=60)
        return made

    yield start
    for made in lanes:
        made.scanner.stop()
    assert not [t for t in threading.enumerate() if t.name.startswith("camera-")]
    for process in (process for made in lanes for process in made.launched):
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def test_after_kill_9_in_the_middle_of_a_sale_the_next_code_is_read(lane: Callable[..., _Lane]) -> None:
    one = lane()
    one.props.picture = PRODUCT
    eventually(lambda: one.listener.texts == [EAN], "the first product")
    os.kill(one.launched[-1].pid, signal.SIGKILL)
    one.props.picture = OTHER
    eventually(lambda: one.listener.texts == [EAN, "036000291452"], "the next product", within_s=15)
    assert one.listener.health[:2] == ["ready", "decoder_restarted"]
    eventually(lambda: one.listener.health[-1] == "decoder_restarted", "no fault is left")
    assert one.supervisor.crashes == 1


def test_a_product_that_stays_in_view_over_a_crash_counts_once(lane: Callable[..., _Lane]) -> None:
    one = lane()
    one.props.picture = PRODUCT
    eventually(lambda: one.listener.texts == [EAN], "the product")
    os.kill(one.launched[-1].pid, signal.SIGKILL)
    eventually(lambda: len(one.launched) == 2, "the next decoder")
    decoded = one.scanner.counts.decoded
    eventually(lambda: one.scanner.counts.decoded > decoded + 10, "more looks at it", within_s=15)
    assert one.listener.texts == [EAN]


def test_a_library_that_dies_of_what_lies_there_is_left_out_and_the_others_read_it(
    lane: Callable[..., _Lane],
) -> None:
    one = lane(deadly("abort", "second opinion"))
    one.props.picture = marked(PRODUCT)  # every look asks for a second opinion, and dies of it
    eventually(lambda: one.listener.texts == [EAN], "the product, by three frames", within_s=60)
    assert one.supervisor.crashes == 2
    assert "decoder_restarted" in one.listener.health


def test_ready_is_said_only_when_the_decoder_is_there() -> None:
    listener, props = Recorder(), Props()
    scanner = CameraScanner(
        CameraProfile(source="test"),
        decoder=Supervisor(lambda: DecoderProcess([sys.executable, "-c", "import time; time.sleep(60)"])),
        open_source=lambda _settings: props,
    )
    begun = time.monotonic()
    scanner.start(listener)
    try:
        eventually(lambda: bool(listener.previews) and scanner.counts.frames > 3, "pictures meanwhile")
        assert listener.health == []
        props.lost = True
        eventually(lambda: listener.health == ["unplugged"], "a fault of the camera is said all the same")
    finally:
        scanner.stop()
    assert time.monotonic() - begun < 60
