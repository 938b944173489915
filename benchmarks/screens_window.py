"""The window that `benchmarks.screens` measures, in a process of its own on one core; prints JSON.

touches N      a finger on a control N times: until the frame with the control pressed is out
scans N        N scans into one basket: from the snapshot to the frame with its line
frames N       each step: the processor time of its frames, the first time and N times more
unmade         the same the first time, of screens that are not made yet
idle           the lane that waits: its processor use
fed            a line from stdin is a touch; at its end, how many commands were posted
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks.screens_steps import BETWEEN, STEPS, Step
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from kiosk.ui.find import centre
from kiosk.ui.post import Touch
from kiosk.ui.samples import READY, situations, snapshot
from kiosk.ui.samples.attention import RULES
from kiosk.ui.samples.flow import SampleGoods
from kiosk.ui.samples.goods import sale
from kiosk.ui.samples.scanner import counter_frame
from kiosk.ui.samples.tenders import EVERYTHING

CORE = 0
AWAY = QPoint(540, 4)
"""Where a finger goes that presses nothing after all."""
DEADLINE_S = 20.0
TRANSITION_S = 0.7
"""Longer than any fade or move."""
REST_S = 0.35
NOTHING_AHEAD = -(10**6)
"""Main.qml's `warm`: a screen is made when it is shown."""
POLL_MS = 5
IDLE_S = 10.0


class Measured:
    """One window on one core."""

    def __init__(self) -> None:
        os.sched_setaffinity(0, {CORE})
        create_application("en")
        self.posted: list[Touch] = []
        profile = ScreenProfile(shop_name="Corner Shop", lane_name="3")
        self.lane = LaneWindow(self.posted.append, profile, rules=RULES, tenders=EVERYTHING)
        self.lane.offer_goods(SampleGoods())
        self.swaps: list[tuple[float, float]] = []
        self.lane.window.frameSwapped.connect(self._swapped)
        self.finger = QTest.createTouchDevice()
        self.situations: dict[str, Snapshot] = dict(situations("en"))

    def _swapped(self) -> None:
        self.swaps.append((time.perf_counter(), time.thread_time()))

    def work(self, seconds: float) -> None:
        """Let Qt work, and sleep where it has none: nothing is counted but its own work."""
        loop, end = QEventLoop(), QTimer()
        end.setSingleShot(True)
        end.setTimerType(Qt.TimerType.PreciseTimer)
        end.timeout.connect(loop.quit)
        end.start(int(1000 * seconds))
        loop.exec()

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Let Qt work until then. Raises `TimeoutError`."""
        deadline, wake = time.monotonic() + DEADLINE_S, QTimer()
        wake.start(POLL_MS)
        while not is_so():
            if time.monotonic() > deadline:
                raise TimeoutError(what)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def make_everything(self) -> None:
        """Wait as long as a lane that nobody uses: every screen is made."""
        window = self.lane.window
        count = int(window.property("screens"))
        self.until(lambda: int(window.property("warm")) >= count, "every screen to be made")
        self.work(2 * REST_S)

    def show(self, name: str) -> None:
        """Show a situation; returns at once."""
        self.lane.show(self.situations[name])

    def place_of(self, control: str) -> QPoint:
        """Where a finger goes."""
        return centre(self.lane.find_control(control)).toPoint()

    def press(self, place: QPoint) -> None:
        """The finger comes down."""
        QTest.touchEvent(self.lane.window, self.finger).press(0, place, self.lane.window).commit()

    def leave(self) -> None:
        """The finger slides off and goes: nothing was touched."""
        QTest.touchEvent(self.lane.window, self.finger).move(0, AWAY, self.lane.window).commit()
        self.release(AWAY)

    def release(self, place: QPoint) -> None:
        """The finger goes."""
        QTest.touchEvent(self.lane.window, self.finger).release(0, place, self.lane.window).commit()


def touches(window: Measured, count: int) -> dict[str, object]:
    """Milliseconds from a finger's touch to the first frame in which the control is pressed."""
    window.show("scanning-8")
    window.work(2.0)
    place, control = window.place_of("pay"), window.lane.find_control("pay")
    before = window.lane.grab()
    window.press(place)
    window.work(REST_S)
    is_seen = window.lane.grab() != before
    window.leave()
    seen: list[float] = []

    def look() -> None:
        if control.property("down"):
            seen.append(time.perf_counter())

    window.lane.window.frameSwapped.connect(look)
    frame, times = counter_frame(), []
    for _ in range(count):
        window.lane.preview(frame)  # the camera's picture goes on meanwhile
        window.work(0.05)
        seen.clear()
        begun = time.perf_counter()
        window.press(place)
        window.until(lambda: bool(seen), "a frame after the touch")
        times.append(1000 * (seen[0] - begun))
        window.leave()
        window.work(0.05)
    return {"is_seen": is_seen, "ms": times}


def scans(window: Measured, count: int) -> dict[str, object]:
    """Of each scan into a growing basket: milliseconds until its line is painted, and of the processor."""
    window.make_everything()
    painted: dict[int, float] = {}
    window.lane.on_painted = lambda shown, at: painted.update({shown.sequence: at})
    times, used = [], []
    for lines in range(count + 1):
        state = State(devices=READY, phase=Phase.SCANNING, transaction=sale(lines))
        shown = replace(snapshot(state), sequence=lines)
        window.work(REST_S)
        begun, cpu = time.monotonic(), time.thread_time()
        window.lane.show(shown)
        window.until(lambda: lines in painted, "the line")  # noqa: B023
        if lines:  # the empty basket only opens the screen
            times.append(1000 * (painted[lines] - begun))
            used.append(1000 * (time.thread_time() - cpu))
    return {"ms": times, "cpu_ms": used}


def frames(window: Measured, again: int) -> dict[str, object]:
    """Of each step: processor milliseconds of each frame, the first time and later."""
    before_mb = _memory_mb()
    window.make_everything()
    made_mb = _memory_mb()
    first = {step.name: _step(window, step) for step in STEPS}
    later: dict[str, list[float]] = {step.name: [] for step in STEPS}
    for _ in range(again):
        for step in STEPS:
            later[step.name] += _step(window, step)
    return {"first": first, "later": later, "memory_mb": [before_mb, made_mb, _memory_mb()]}


def unmade(window: Measured) -> dict[str, object]:
    """Of each step to another situation: the same while no screen is made before it is shown."""
    window.lane.window.setProperty("warm", NOTHING_AHEAD)
    return {step.name: _step(window, step) for step in STEPS if step.after}


def _step(window: Measured, step: Step) -> list[float]:
    """Processor milliseconds of each frame of it."""
    for name in (BETWEEN, step.before):
        window.show(name)
        window.work(2 * REST_S)
    place = window.place_of(step.touch) if step.touch else AWAY
    cpu, seen = time.thread_time(), len(window.swaps)
    if step.after:
        window.show(step.after)
    elif step.language:
        shown = window.situations[step.before]
        window.lane.show(replace(shown, state=replace(shown.state, language=step.language)))
    elif step.touch:
        window.press(place)
        window.release(place)
    elif step.text_percent:
        window.lane.comfort.useText(step.text_percent)
    else:
        window.lane.comfort.useMode(step.mode)
    window.work(TRANSITION_S)
    times = []
    for _, used in window.swaps[seen:]:
        times.append(1000 * (used - cpu))
        cpu = used
    return times


def _memory_mb() -> float:
    """What the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def idle(window: Measured) -> dict[str, object]:
    """Share of a core the screens take while nobody is there."""
    window.make_everything()
    window.show("attract")
    window.work(2 * REST_S)
    cpu, begun, seen = time.process_time(), time.monotonic(), len(window.swaps)
    window.work(IDLE_S)
    share = 100 * (time.process_time() - cpu) / (time.monotonic() - begun)
    return {"percent": share, "frames": len(window.swaps) - seen}


def fed(window: Measured) -> dict[str, object]:
    """Every line of stdin is a touch on a control where it stands by then: each must post one command."""
    window.show("scanning-8")
    window.work(2.0)
    done, told = [], 0
    ready = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def read() -> None:
        nonlocal told
        ready.setEnabled(False)  # a touch lets Qt work: the next must not come down before this one is up
        got = os.read(sys.stdin.fileno(), 4096)
        for _ in range(got.count(b"\n")):
            told += 1
            place = window.place_of("removeLast")
            window.press(place)
            window.release(place)
        ready.setEnabled(bool(got))
        if not got:
            done.append(True)

    ready.activated.connect(read)
    print(json.dumps({"loop_ms": loop_ms()}), flush=True)
    deadline = time.monotonic() + 120
    turn = 0
    names = ("scanning-8", "scanning-1")
    while not done and time.monotonic() < deadline:  # lines come and go meanwhile, as with scans
        turn += 1
        window.show(names[turn % 2])
        window.work(0.4)
    window.work(1.0)
    return {"touches": told, "commands": len(window.posted), "frames": len(window.swaps)}


def loop_ms() -> float:
    """How long a fixed calculation takes: what the processor is worth now."""

    def once() -> float:
        begun = time.perf_counter()
        sum(number * number for number in range(1_000_000))
        return 1000 * (time.perf_counter() - begun)

    return statistics.median(once() for _ in range(5))


def main(arguments: Sequence[str]) -> int:
    """Measure one thing."""
    window = Measured()
    what = arguments[0]
    if what == "touches":
        told = touches(window, int(arguments[1]))
    elif what == "scans":
        told = scans(window, int(arguments[1]))
    elif what == "frames":
        told = frames(window, int(arguments[1]))
    elif what == "unmade":
        told = unmade(window)
    elif what == "idle":
        told = idle(window)
    else:
        told = fed(window)
    print(json.dumps(told), flush=True)
    window.lane.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
