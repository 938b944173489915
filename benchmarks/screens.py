"""What the screens cost: touch to frame, frames of each transition, touches on a slow machine, memory, sizes.

The real screens in the software renderer, in their own process on one core (`benchmarks.screens_window`).
From a camera's frame to the painted line is measured at the whole lane (`benchmarks.lane_latency`,
docs/benchmarks.md); here from the lane's answer on. Takes about eight minutes, the gallery's memory apart.

    python -m benchmarks.screens [--touches N] [--no-gallery] [--write]
"""

import argparse
import contextlib
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Row, machine, quantile, table
from benchmarks.screens_window import CORE
from kiosk.ui.comfort import TEXT_PERCENTS, Mode
from kiosk.ui.gallery.draw import ORIENTATIONS
from kiosk.ui.gallery.sheets import drawings
from retail.languages import LANGUAGES

PAGE = Path("docs/benchmarks-screens.md")
ASSETS = Path(__file__).parents[1] / "assets"
SHOWN = ("fonts", "icons", "products", "sounds")
"""Folders of assets that are shipped with the screens."""
TOUCHES, SCANS, AGAIN, FED, FED_EVERY_S = 200, 60, 4, 100, 0.15
TOUCH_MS, SCAN_MS, FRAME_MS = 50, 100, 1000 / 60
SLOWER = 4
TIMEOUT_S = 600
BURN = """
import os, sys
os.sched_setaffinity(0, {int(sys.argv[1])})
while os.getppid() == int(sys.argv[2]):
    sum(range(20000))
"""
"""Works for nothing on the window's core until its starter is gone."""
_WORDS = """\
# Figures of the screens

Written by `make bench ARGS='--only screens'`; run it to measure your own machine. Nothing here is a test:
what is slow does not fail, it shows. Goals are the project's own. The screens are painted by the processor,
1080x1920, in a process on one core. A frame's time is the processor time of its whole thread since the frame
before, or since the touch or the lane's answer that began it: what else runs on the machine is not in it, and
while there is nothing to do the thread sleeps. "First" is the first time after the start of a lane that was
left alone for some seconds, "unmade" the first time within those seconds, before its screen was made.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and, if asked, write the page."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.screens", description=__doc__.split("\n")[0])
    made.add_argument("--touches", type=int, default=TOUCHES, help="how many (default: %(default)s)")
    made.add_argument("--no-gallery", action="store_true", help="leave out the gallery's memory")
    made.add_argument("--write", action="store_true", help=f"write {PAGE}")
    options = made.parse_args(arguments)
    text = page(options.touches, with_gallery=not options.no_gallery)
    print(text)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    return 0


def page(touches: int = TOUCHES, *, with_gallery: bool = True) -> str:
    """Everything measured, as a page."""
    when, load = datetime.datetime.now(tz=datetime.UTC).date().isoformat(), os.getloadavg()[0]
    begun = time.monotonic()
    rows = [_touch(touches), _touch_slow(touches), *_scans()]
    frames = _window("frames", str(AGAIN))
    rows += [*_all_frames(frames), _slow(), _idle(), _memory(frames)]
    if with_gallery:
        rows.append(_gallery())
    rows += [*_sizes(), _covered()]
    steps = _steps(frames, _window("unmade"))
    return (
        f"{_WORDS}\n{when}: {machine()}. Load before the run: {load:.1f}; "
        f"it took {time.monotonic() - begun:.0f} s.\n\n{table(rows)}\n\n{steps}\n"
    )


def _touch(count: int) -> Row:
    told = _window("touches", str(count))
    seen = "" if told["is_seen"] else "; NOTHING WAS SEEN"
    return (
        "touch to the frame that shows it",
        _times(told["ms"]),
        f"p99 <= {TOUCH_MS} ms",
        f"{len(told['ms'])} touches, the camera's picture goes on{seen}",
    )


def _touch_slow(count: int) -> Row:
    with _busy():
        told = _window("touches", str(count // SLOWER))
    return (
        f"the same with a processor {SLOWER} times slower",
        _times(told["ms"]),
        "",
        f"{len(told['ms'])} touches, {SLOWER - 1} busy programs on the same core",
    )


def _times(ms: Sequence[float]) -> str:
    return f"p50 {quantile(ms, 0.5):.1f} ms, p99 {quantile(ms, 0.99):.1f} ms"


@contextlib.contextmanager
def _busy() -> Iterator[None]:
    """Others want the window's core as well: what is left of it is a quarter."""
    burn = [sys.executable, "-c", BURN, str(CORE), str(os.getpid())]
    burners = [subprocess.Popen(burn) for _ in range(SLOWER - 1)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def _scans() -> list[Row]:
    told = _window("scans", str(SCANS))
    return [
        (
            "the lane's answer to a scan to its painted line",
            _times(told["ms"]),
            "",
            f"{SCANS} scans into one basket, all of the design; processor time of the last ten "
            f"{quantile(told['cpu_ms'][-10:], 0.5):.1f} ms, of the first ten "
            f"{quantile(told['cpu_ms'][:10], 0.5):.1f} ms",
        ),
        (
            "camera's frame to painted line",
            "see [benchmarks.md](benchmarks.md)",
            f"p99 <= {SCAN_MS} ms",
            "the whole lane, its journal and its scanner: `benchmarks.lane_latency`",
        ),
    ]


def _all_frames(frames: dict[str, Any]) -> list[Row]:
    return [
        (
            f"processor time of a frame, {what}",
            f"p50 {quantile(times, 0.5):.1f} ms, p95 {quantile(times, 0.95):.1f} ms, "
            f"p99 {quantile(times, 0.99):.1f} ms",
            f"p95 <= {FRAME_MS:.1f} ms",
            f"{len(times)} frames of {len(frames[key])} steps",
        )
        for what, key in (("first", "first"), ("later", "later"))
        for times in [[one for told in frames[key].values() for one in told]]
    ]


def _steps(frames: dict[str, Any], unmade: dict[str, Any]) -> str:
    head = (
        "| step | frames | p50 ms | p95 ms | p99 ms | longest ms | longest, first ms | longest, unmade ms |"
    )
    head += "\n|---|--:|--:|--:|--:|--:|--:|--:|"
    rows = [
        f"| {name} | {len(later)} | {quantile(later, 0.5):.1f} | {quantile(later, 0.95):.1f} "
        f"| {quantile(later, 0.99):.1f} | {max(later, default=0):.1f} "
        f"| {max(frames['first'][name], default=0):.1f} "
        f"| {f'{max(unmade[name], default=0):.1f}' if name in unmade else ''} |"
        for name, later in frames["later"].items()
    ]
    return "\n".join([head, *rows])


def _idle() -> Row:
    told = _window("idle")
    return (
        "processor use of the screens while nobody is there",
        f"{told['percent']:.1f} % of one core",
        "",
        f"the attract screen moves: {told['frames']} frames; the whole lane with its camera: benchmarks.md",
    )


def _memory(frames: dict[str, Any]) -> Row:
    begun, made, after = frames["memory_mb"]
    return (
        "memory of the window, every screen made",
        f"{made:.0f} MB",
        "",
        f"{begun:.0f} MB at its first picture, {after:.0f} MB after every step {AGAIN + 1} times",
    )


def _slow() -> Row:
    """Touches from outside, at their own pace, while others take three quarters of the window's core."""
    alone = _loop_ms()
    command = [sys.executable, "-m", "benchmarks.screens_window", "fed"]
    with _busy(), subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as fed:
        if fed.stdin is None or fed.stdout is None:
            raise RuntimeError("the window has no pipes")
        slowed = json.loads(fed.stdout.readline())["loop_ms"]
        for _ in range(FED):
            fed.stdin.write("touch\n")
            fed.stdin.flush()
            time.sleep(FED_EVERY_S)
        fed.stdin.close()
        told = json.loads(fed.stdout.readline())
    return (
        f"touches lost with a processor {SLOWER} times slower",
        f"{FED - told['commands']} of {FED}",
        "0",
        f"{SLOWER - 1} busy programs on the same core, {slowed / alone:.1f} times slower by a loop; "
        f"a touch every {FED_EVERY_S * 1000:.0f} ms while the basket changes, {told['frames']} frames",
    )


def _loop_ms() -> float:
    """What the core is worth without the others, measured as the window measures it."""
    code = (
        f"import os; os.sched_setaffinity(0, {{{CORE}}}); "
        "from benchmarks.screens_window import loop_ms; print(loop_ms())"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def _gallery() -> Row:
    """The most memory that drawing every situation takes: one language, upright."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "kiosk.ui.gallery", "--out", folder, "--language", "de"]
        drawing = subprocess.Popen([*command, "--orientation", "portrait"], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(drawing.pid, 0)
        drawing.returncode = os.waitstatus_to_exitcode(status)
        count = len(list(Path(folder).rglob("*.png")))
    return (
        "memory of the gallery run, at most",
        f"{used.ru_maxrss / 1024:.0f} MB",
        "",
        f"{count} pictures in one process, {used.ru_utime + used.ru_stime:.0f} s of processor",
    )


def _sizes() -> list[Row]:
    return [
        (f"size of {name}", f"{size / 1e6:.2f} MB", "", f"{count} files in assets/{name}")
        for name in SHOWN
        if (ASSETS / name).is_dir()
        for size, count in [_size(ASSETS / name)]
    ]


def _size(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)


def _covered() -> Row:
    pictures = len(list(drawings("en")))
    variants = len(LANGUAGES) * len(ORIENTATIONS) * len(TEXT_PERCENTS) * len(Mode)
    return (
        "situations and variants the gallery draws",
        f"{pictures} x {variants}",
        "",
        f"{len(LANGUAGES)} languages x {len(ORIENTATIONS)} orientations x {len(TEXT_PERCENTS)} sizes of "
        f"letters x {len(Mode)} colours; reach and left hand besides",
    )


def _window(*arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.screens_window", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT_S, check=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    sys.exit(main())
