"""The window that `benchmarks.screens` measures, in a process of its own on one core; prints JSON.

touches N      a finger on a control N times: until the frame with the control pressed is out
frames         each transition: the processor time of every frame, and the time between frames
fed            a line from stdin is a touch; at its end, how many commands were posted
"""

import itertools
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QSocketNotifier
from PySide6.QtTest import QTest

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from kiosk.ui.find import centre
from kiosk.ui.post import Touch
from kiosk.ui.sample_attention import RULES
from kiosk.ui.sample_flow import SampleGoods
from kiosk.ui.sample_scanner import counter_frame
from kiosk.ui.sample_tenders import EVERYTHING
from kiosk.ui.samples import situations

CORE = 0
AWAY = QPoint(540, 4)
"""Where a finger goes that presses nothing after all."""
DEADLINE_S = 20.0
TRANSITION_S = 0.7
"""Longer than any fade or move."""
ROUNDS = 3
SCREENS = 16
"""What Main.qml's `warm` counts to: screens are made one by one, behind the one that shows."""
REST_S = 0.35
TRANSITIONS = (
    ("attract", "scanning-empty"),
    ("scanning-empty", "scanning-1"),
    ("scanning-1", "scanning-8"),
    ("scanning-8", "notfound-unknown"),
    ("scanning-8", "help-sale"),
    ("scanning-8", "tender"),
    ("tender", "card"),
    ("card", "paid"),
    ("paid", "receipt"),
    ("receipt", "thanks"),
    ("thanks", "attract"),
)


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
        """Let Qt work, waiting in it and not around it."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, int(left * 1000))

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Let Qt work until then. Raises `TimeoutError`."""
        deadline = time.monotonic() + DEADLINE_S
        while not is_so():
            if time.monotonic() > deadline:
                raise TimeoutError(what)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def show(self, name: str) -> None:
        """Show a situation; returns at once."""
        self.lane.show(self.situations[name])

    def place_of(self, control: str) -> QPoint:
        """Where a finger goes."""
        return centre(self.lane.find_control(control)).toPoint()

    def press(self, place: QPoint) -> None:
        """The finger comes down."""
        QTest.touchEvent(self.lane.window, self.finger).press(0, place, self.lane.window).commit()

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
    window.release(AWAY)
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
        window.release(AWAY)
        window.work(0.05)
    return {"is_seen": is_seen, "ms": times}


def frames(window: Measured) -> dict[str, object]:
    """Of each transition: processor milliseconds of each frame, and milliseconds between frames."""
    for _, name in TRANSITIONS:  # every screen is made before it is measured, the staff's too
        window.show(name)
        window.work(REST_S)
    window.until(lambda: int(window.lane.window.property("warm")) >= SCREENS, "every screen to be made")
    window.work(2 * REST_S)
    found: dict[str, dict[str, list[float]]] = {}
    for _ in range(ROUNDS):
        for before, after in TRANSITIONS:
            window.show(before)
            window.work(2 * REST_S)
            cpu, seen = time.thread_time(), len(window.swaps)
            window.show(after)
            window.work(TRANSITION_S)
            drawn = window.swaps[seen:]
            told = found.setdefault(f"{before} to {after}", {"cpu_ms": [], "between_ms": []})
            for _, used in drawn:
                told["cpu_ms"].append(1000 * (used - cpu))
                cpu = used
            told["between_ms"] += [1000 * (later[0] - one[0]) for one, later in itertools.pairwise(drawn)]
    return dict(found)


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
    elif what == "frames":
        told = frames(window)
    else:
        told = fed(window)
    print(json.dumps(told), flush=True)
    window.lane.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
