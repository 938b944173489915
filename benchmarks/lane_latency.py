"""How quick the lane is: start, camera frame to painted line, durable commit, idle processor use.

The real lane in its own process, with the simulated devices; the packs of the demo shop are held to a camera
of 1280x720 at 30 frames per second. The lane itself tells its figures (`kiosk run --steer`, `figures`).

    python -m benchmarks.lane_latency [--items N] [--starts N] [--idle-s N]
"""

import argparse
import shutil
import sqlite3
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.figures import family_cpu_seconds, quantile
from simulators import goods, packs, settings
from simulators.fleet import EndOnSignals, Fleet, wait_for
from simulators.shopper.lane import Lane
from simulators.shopper.world import HEADLESS

FPS = 30
HOLD_S = 0.7
AWAY_S = 1.1
OPEN_TIMEOUT_S = 30.0
REACT_TIMEOUT_S = 6.0
PURCHASE_ITEMS = 10
PEER_COMMITS = 300
PEER_BODY = b"x" * 600
"""About the size of a journal entry that carries a product."""


@dataclass(kw_only=True)
class Figures:
    """What was measured."""

    first_frame_s: list[float] = field(default_factory=list)
    frame_to_paint_ms: list[float] = field(default_factory=list)
    first_seen_to_paint_ms: list[float] = field(default_factory=list)
    opening_ms: list[float] = field(default_factory=list)
    """Frame to paint of the first item of each purchase, which changes the screen as well."""
    commit_ms: list[float] = field(default_factory=list)
    peer_commit_ms: list[float] = field(default_factory=list)
    idle_percent: float = float("nan")
    camera_off_percent: float = float("nan")
    shown: int = 0
    missed: int = 0


class Bench:
    """One lane and its devices in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("logs", "lane"):
            (folder / name).mkdir()
        self.fleet = Fleet(folder / "logs", folder / "paper", folder / "ledger.json", fps=FPS)
        config = folder / "kiosk.toml"
        self.lane = Lane(config, self.fleet.folder, folder / "logs" / "lane.log", environment=HEADLESS)

    def start(self) -> None:
        """Start the devices."""
        self.fleet.start()
        changes = {
            "lane": {"folder": str(self.folder / "lane")},
            "shop": settings.shop_files(),
            "camera": {"source": self.fleet.camera_source},
            "terminal": {"port": str(self.fleet.terminal_link)},
            "printer": {"port": str(self.fleet.printer_link)},
        }
        settings.write(self.folder / "kiosk.toml", changes)

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        self.lane.stop()
        self.fleet.stop()

    def open_lane(self) -> dict[str, Any]:
        """Start the lane, wait until it sells; its figures."""
        self.lane.start()
        open_for_sale = ("attract", "scanning")
        wait_for(
            lambda: self.lane.state().screen in open_for_sale, "the lane", [self.lane.child], OPEN_TIMEOUT_S
        )
        return self.lane.ask("figures")

    def show(self, picture: Path) -> bool:
        """Hold a pack to the camera; whether it came into the basket."""
        before = _pieces(self.lane)
        self.fleet.camera.do("show", path=str(picture), for_s=HOLD_S)
        deadline = time.monotonic() + REACT_TIMEOUT_S
        while (is_missing := _pieces(self.lane) == before) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(HOLD_S + AWAY_S)
        return not is_missing


def measure(items: int, starts: int, idle_s: float, folder: Path) -> Figures:
    """Everything, one after the other."""
    figures = Figures()
    pictures = [packs.picture_of(article, folder / "packs") for article in goods.articles()]
    bench = Bench(folder)
    with EndOnSignals(bench.stop):
        bench.start()
        for _ in range(starts):
            figures.first_frame_s.append(float(bench.open_lane()["first_frame_s"]))
            bench.lane.stop()
        bench.open_lane()
        time.sleep(3.0)
        figures.idle_percent = _percent(bench.lane.child.pid, idle_s)
        bench.fleet.camera.do("unplug")
        time.sleep(3.0)
        figures.camera_off_percent = _percent(bench.lane.child.pid, idle_s)
        bench.fleet.camera.do("replug")
        time.sleep(3.0)
        known = 0
        for number in range(items):
            figures.shown += 1
            figures.missed += not bench.show(pictures[number % len(pictures)])
            said = bench.lane.ask("figures")
            is_first = number % PURCHASE_ITEMS == 0
            (figures.opening_ms if is_first else figures.frame_to_paint_ms).extend(
                said["frame_to_paint_ms"][known:]
            )
            if not is_first:
                figures.first_seen_to_paint_ms += said["first_seen_to_paint_ms"][known:]
            known = len(said["frame_to_paint_ms"])
            if (number + 1) % PURCHASE_ITEMS == 0:
                bench.lane.touch("cancel")
        figures.commit_ms = bench.lane.ask("figures")["commit_ms"]
    figures.peer_commit_ms = _peer_commits(folder)
    return figures


def _pieces(lane: Lane) -> int:
    return sum(int(line["quantity"]) for line in lane.state().lines)


def _percent(pid: int, seconds: float) -> float:
    """Share of one core that a process uses, over some seconds in which nobody asks it anything."""
    before, begun = family_cpu_seconds(pid), time.monotonic()
    time.sleep(seconds)
    return 100 * (family_cpu_seconds(pid) - before) / (time.monotonic() - begun)


def _peer_commits(folder: Path) -> list[float]:
    """Python's own sqlite3, autocommit, WAL and synchronous=FULL: one insert of a body, on the same disk."""
    times = []
    connection = sqlite3.connect(folder / "peer.db", isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE entry (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        for _ in range(PEER_COMMITS):
            begun = time.perf_counter()
            connection.execute("INSERT INTO entry (body) VALUES (?)", (PEER_BODY,))
            times.append((time.perf_counter() - begun) * 1000)
    finally:
        connection.close()
    return times


def table(figures: Figures) -> str:
    """The figures as a Markdown table."""
    paint, seen, commit = figures.frame_to_paint_ms, figures.first_seen_to_paint_ms, figures.commit_ms
    peer = quantile(figures.peer_commit_ms, 0.5)
    rows = [
        (
            "Accepting frame handed over → line painted",
            _times(paint, "ms"),
            "p99 ≤ 100 ms",
            f"{len(paint)} items",
        ),
        (
            "First frame that showed the code → line painted",
            _times(seen, "ms"),
            "",
            "a second look confirms most codes",
        ),
        (
            "The same, first item of a purchase",
            f"{quantile(figures.opening_ms, 0.5):.1f} ms median, {max(figures.opening_ms):.1f} ms worst",
            "",
            f"{len(figures.opening_ms)} purchases; the screen changes from attract to basket",
        ),
        (
            "Start of the process → first picture",
            f"{quantile(figures.first_frame_s, 0.5):.2f} s median, {max(figures.first_frame_s):.2f} s worst",
            "≤ 2.5 s",
            f"{len(figures.first_frame_s)} starts",
        ),
        (
            "Durable commit in the journal",
            _times(commit, "ms"),
            "",
            f"{len(commit)} commits; {quantile(commit, 0.5) / peer:.1f} x the peer",
        ),
        (
            "Peer: bare sqlite3 insert, WAL, FULL",
            _times(figures.peer_commit_ms, "ms"),
            "",
            "same disk, nothing but one row of 600 bytes",
        ),
        ("Idle lane, camera on", f"{figures.idle_percent:.1f} % of one core", "", f"{FPS} frames/s"),
        ("Idle lane, camera unplugged", f"{figures.camera_off_percent:.1f} % of one core", "", ""),
        ("Packs shown, not read within 6 s", f"{figures.shown}, {figures.missed}", "", "generated packs"),
    ]
    lines = ["| what | measured | goal | remarks |", "|---|---|---|---|"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def _times(values: list[float], unit: str) -> str:
    return f"{quantile(values, 0.5):.1f} {unit} median, {quantile(values, 0.99):.1f} {unit} p99"


def main() -> None:
    """Measure and print the table."""
    print(table(run(parser().parse_args())))


def run(options: argparse.Namespace) -> Figures:
    """Measure in a folder of its own, on the disk of the working directory."""
    Path("var").mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir="var")).absolute()
    try:
        return measure(options.items, options.starts, options.idle_s, folder)
    finally:
        shutil.rmtree(folder)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.lane_latency", description=__doc__)
    made.add_argument("--items", type=int, default=60, help="packs to show (default: %(default)s)")
    made.add_argument("--starts", type=int, default=5, help="starts of the lane (default: %(default)s)")
    made.add_argument("--idle-s", type=float, default=20.0, help="seconds of idling (default: %(default)s)")
    return made


if __name__ == "__main__":
    main()
