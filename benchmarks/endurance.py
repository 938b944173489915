"""What hundreds of shoppers leave behind in a lane: its memory after each purchase, and how fast it grows.

The real lane in its own process, with simulated devices that are quicker than real ones: a hand scanner's
bytes, a card, a printed receipt, then the next shopper. Its memory is what the kernel says (VmRSS), after
each tenth purchase and half a second of rest.

    python -m benchmarks.endurance [--purchases N] [--items N] [--out FILE.json]

The slope is the straight line through the second half: in the first, caches fill that have a size.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks.figures import machine, table
from simulators import settings
from simulators.control import ControlClient, ControlError
from simulators.fleet import Child, EndOnSignals, wait_for
from simulators.shopper.lane import Lane
from simulators.shopper.world import HEADLESS

SAMPLE_EVERY = 10
REST_S = 0.5
STEP_TIMEOUT_S = 30.0
GOAL_MB_PER_1000 = 1.0
"""How far memory may grow in a thousand purchases."""
PRESS_AGAIN_S = 1.0
_LOOK_S = 0.03
CODES = ("9521000001015", "9521000003019", "9521000003026", "9521000004023", "9521000002029")
"""Goods that nobody has to be asked about."""
QUICK = {"paid_s": 0.5, "thanks_s": 1.0, "receipt_s": 5.0}
TOUCHES = {"scanning": "pay", "tender": "payCard", "receipt": "receiptPaper"}


@dataclass(kw_only=True)
class Figures:
    """What was measured. Memory in MB."""

    purchases: int = 0
    took_s: float = 0.0
    after: list[int] = field(default_factory=list)
    """Purchases made when each sample was taken."""
    lane_mb: list[float] = field(default_factory=list)
    decoder_mb: list[float] = field(default_factory=list)

    def slope(self, samples: list[float]) -> float:
        """Growth in MB per 1,000 purchases, over the second half of the run."""
        half = len(self.after) // 2
        if len(self.after) - half < 2:
            return float("nan")
        return statistics.linear_regression(self.after[half:], samples[half:]).slope * 1000


class Endurance:
    """One lane and its devices in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._why = ""
        for name in ("logs", "lane", "at"):
            (folder / name).mkdir()
        at = folder / "at"
        self.terminal = ControlClient(at / "terminal.ctl")
        self.scanner = ControlClient(at / "scanner.ctl")
        self.devices = [
            self._device("terminal", "--no-pace", "--speed", "20"),
            self._device(
                "printer", "--paper", str(folder / "paper"), "--speed-mm-s", "2000", "--roll-mm", "100000000"
            ),
            self._device("scanner"),
        ]
        self.lane = Lane(folder / "kiosk.toml", at, folder / "logs" / "lane.log", environment=HEADLESS)

    def _device(self, name: str, *arguments: str) -> Child:
        at = self.folder / "at"
        place = ("--link", str(at / name), "--control", str(at / f"{name}.ctl"))
        program = [sys.executable, "-m", f"simulators.{name}", *place, *arguments]
        return Child(name, program, self.folder / "logs" / f"{name}.log")

    def start(self) -> None:
        """Start devices and lane, and wait until it takes shoppers."""
        at = self.folder / "at"
        for device in self.devices:
            device.start()
        links = [at / name for name in ("terminal", "printer", "scanner")]
        wait_for(lambda: all(link.exists() for link in links), "the devices", self.devices)
        blank = self.folder / "counter.png"
        cv2.imwrite(str(blank), np.full((720, 1280), 176, np.uint8))
        changes: dict[str, dict[str, Any]] = {
            "lane": {"folder": str(self.folder / "lane")},
            "shop": settings.shop_files(),
            "camera": {"source": f"picture:{blank}"},
            "hand_scanner": {"kind": "serial", "port": str(at / "scanner")},
            "terminal": {"port": str(at / "terminal")},
            "printer": {"port": str(at / "printer")},
            "timers": QUICK,
        }
        settings.write(self.folder / "kiosk.toml", changes)
        self.lane.start()
        self._until(lambda: self.lane.state().screen == "attract", "the lane does not open")
        self._until(lambda: self._takes_a_code(), "the scanner is not heard")

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        self.lane.stop()
        for device in self.devices:
            device.stop()

    def _takes_a_code(self) -> bool:
        """The scanner may still be coming up: shown again until it is heard, and the basket is emptied."""
        self.scanner.do("scan", text=CODES[0])
        time.sleep(PRESS_AGAIN_S)
        if self.lane.state().screen != "scanning":
            return False
        self.lane.touch("cancel")
        self._until(lambda: self.lane.state().screen == "attract", "the basket is not emptied")
        return True

    def buy(self, items: int) -> None:
        """One shopper, from the first code to the thanks."""
        for number in range(items):
            before = _pieces(self.lane)
            self.scanner.do("scan", text=CODES[number % len(CODES)])
            self._until(lambda before=before: _pieces(self.lane) > before, "a code is not heard")  # type: ignore[misc]
        before_pay, has_card, pressed_at = self.lane.state().shown_count, False, 0.0

        def goes_on() -> bool:
            nonlocal has_card, pressed_at
            state = self.lane.state()
            if state.screen == "card" and not has_card:
                has_card = True
                self.terminal.do("card", what="approve")
            elif (
                state.screen in TOUCHES
                and time.monotonic() - pressed_at > PRESS_AGAIN_S
                and self._press(TOUCHES[state.screen])
            ):
                pressed_at = time.monotonic()
            return state.screen in ("thanks", "attract") and state.shown_count > before_pay

        self._until(goes_on, "the purchase stands still")
        self._until(lambda: self.lane.state().screen == "attract", "the shopper does not leave")

    def _press(self, control: str) -> bool:
        try:
            self.lane.touch(control)
        except ControlError as error:  # not there yet
            self._why = str(error)
            return False
        return True

    def _until(self, holds: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + STEP_TIMEOUT_S
        while not holds():
            for child in (*self.devices, self.lane.child):
                child.require_running()
            if time.monotonic() > deadline:
                state = self.lane.state()
                raise TimeoutError(f"{otherwise}: the lane shows {state.screen}; {state.open}; {self._why}")
            time.sleep(_LOOK_S)


def _pieces(lane: Lane) -> int:
    state = lane.state()
    return sum(int(line["quantity"]) for line in state.lines) if state.screen == "scanning" else 0


def memory_mb(pid: int) -> float:
    """A process's resident memory."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def _decoder_of(pid: int) -> int:
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in listed.read_text(encoding="ascii").split():
            return int(child)
    return 0


def measure(purchases: int, items: int, folder: Path) -> Figures:
    """Let so many shoppers shop."""
    figures, bench = Figures(), Endurance(folder)
    with EndOnSignals(bench.stop):
        bench.start()
        begun = time.monotonic()
        for number in range(1, purchases + 1):
            bench.buy(items)
            figures.purchases = number
            if number % SAMPLE_EVERY == 0:
                time.sleep(REST_S)
                pid = bench.lane.child.pid
                figures.after.append(number)
                figures.lane_mb.append(round(memory_mb(pid), 2))
                decoder = _decoder_of(pid)
                figures.decoder_mb.append(round(memory_mb(decoder), 2) if decoder else float("nan"))
                lane_mb, so_far_s = figures.lane_mb[-1], time.monotonic() - begun
                print(
                    f"{number:5d} purchases, {so_far_s:6.0f} s: {lane_mb:.1f} MB", file=sys.stderr, flush=True
                )
        figures.took_s = round(time.monotonic() - begun, 1)
    return figures


def shown(figures: Figures) -> str:
    """The figures as a Markdown table."""
    lane, decoder = figures.lane_mb, figures.decoder_mb
    rows = [
        (
            "Lane's memory, first and last",
            f"{lane[0]:.1f} MB, {lane[-1]:.1f} MB",
            "",
            f"{figures.purchases} purchases in {figures.took_s / 60:.0f} min",
        ),
        (
            "Growth per 1,000 purchases",
            f"{figures.slope(lane):+.2f} MB",
            f"≤ {GOAL_MB_PER_1000:g} MB",
            "straight line through the second half",
        ),
        ("Decoder's memory, the same", f"{decoder[0]:.1f} MB, {decoder[-1]:.1f} MB", "", "its own process"),
    ]
    return f"{table(rows)}\n\n{machine()}"


def main() -> int:
    """Measure and print; 1 if memory grows faster than it may."""
    parser = argparse.ArgumentParser(
        prog="endurance", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--purchases", type=int, default=500)
    parser.add_argument("--items", type=int, default=3, help="goods in each basket")
    parser.add_argument("--out", type=Path, help="all samples, as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
        figures = measure(options.purchases, options.items, Path(folder))
    if options.out:
        options.out.write_text(json.dumps(vars(figures), indent=1) + "\n", encoding="utf-8")
    print(shown(figures))
    return 0 if not figures.slope(figures.lane_mb) > GOAL_MB_PER_1000 else 1


if __name__ == "__main__":
    sys.exit(main())
