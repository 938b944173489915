"""Minutes of live scanning: does memory stay flat, and what does the processor have to do?

The lane's camera scanner with its decoder process before a simulated camera (a process of its own, not
counted): generated packs are held and taken away all the time, then the counter stays empty.

    python -m benchmarks.scan_live --minutes 10 [--idle-s 30] [--seed 1]
"""

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from benchmarks.figures import family_cpu_seconds, quantile
from kiosk.devices.health import Condition, Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.scanner.camera import CameraProfile, CameraScanner
from simulators.camera.generated import Light, Pose, backdrop, pack, seen
from simulators.control import ControlClient
from simulators.fleet import Child, wait_for

PACKS = 24
HOLD_S, AWAY_S = 1.2, 1.3
SETTLE_S = 5.0
START_TIMEOUT_S = 30.0
_PAGE_KIB = 4


@dataclass
class Ear:
    """Counts what is told."""

    reads: list[CodeRead] = field(default_factory=list)
    is_ready: bool = False
    previews: int = 0

    def said(self, message: ScannerMessage) -> None:
        match message:
            case CodeRead():
                self.reads.append(message)
            case Health():
                self.is_ready = message.condition is Condition.READY

    def preview(self, frame: PreviewFrame) -> None:
        self.previews += 1


def resident_mib(pid: int) -> float:
    """Memory of a process and its children that is not shared with files."""
    children = [
        child
        for listed in Path(f"/proc/{pid}/task").glob("*/children")
        for child in listed.read_text(encoding="ascii").split()
    ]
    pages = 0
    for one in (str(pid), *children):
        fields = Path(f"/proc/{one}/statm").read_text(encoding="ascii").split()
        pages += int(fields[1]) - int(fields[2])
    return pages * _PAGE_KIB / 1024


def draw_packs(folder: Path, seed: int, size: tuple[int, int]) -> list[Path]:
    """Pictures of packs held over the counter."""
    chance = np.random.default_rng(seed)
    paths = []
    for number in range(PACKS):
        pose = Pose(
            centre=(size[0] / 2, 0.46 * size[1]), angle=float(chance.uniform(-3.1, 3.1)), module_px=2.8
        )
        image = seen(pack(chance, "ean13"), pose, Light(noise=0), chance, backdrop(size))
        paths.append(folder / f"{number}.png")
        cv2.imwrite(str(paths[-1]), image)
    return paths


def run(minutes: float, idle_s: float, seed: int, size: tuple[int, int], folder: Path) -> dict[str, float]:
    """Hold packs for `minutes`, then nothing for `idle_s`."""
    width, height = size
    pictures = draw_packs(folder, seed, size)
    port, control = folder / "port", ControlClient(folder / "ctl")
    camera = Child(
        "camera",
        [
            *(sys.executable, "-m", "simulators.camera", "--fps", "30", "--port", "0"),
            *("--size", f"{width}x{height}"),
            *("--port-file", str(port), "--control", str(folder / "ctl")),
        ],
        folder / "camera.log",
    )
    camera.start()
    ear = Ear()
    memory: list[float] = []
    busy: list[float] = []
    try:
        wait_for(port.exists, "the camera", [camera], START_TIMEOUT_S)
        source = f"mjpeg://127.0.0.1:{port.read_text().strip()}/video"
        scanner = CameraScanner(CameraProfile(source=source, width=width, height=height))
        scanner.start(ear)
        try:
            wait_for(lambda: ear.is_ready, "the scanner", [camera], START_TIMEOUT_S)
            ends, shown = time.monotonic() + 60 * minutes, 0
            while time.monotonic() < ends:
                spent, begun = _spent_s(camera), time.monotonic()
                control.do("show", path=str(pictures[shown % PACKS]), for_s=HOLD_S)
                shown += 1
                time.sleep(HOLD_S + AWAY_S)
                busy.append((_spent_s(camera) - spent) / (time.monotonic() - begun))
                memory.append(resident_mib(os.getpid()) - resident_mib(camera.pid))
            time.sleep(SETTLE_S)
            spent, begun = _spent_s(camera), time.monotonic()
            time.sleep(idle_s)
            idle = (_spent_s(camera) - spent) / (time.monotonic() - begun)
        finally:
            scanner.stop()
    finally:
        camera.stop()
    quarter = max(1, len(memory) // 4)
    return {
        "minutes": minutes,
        "shown": shown,
        "read": len(ear.reads),
        "busy_core_percent": round(100 * quantile(busy, 0.5), 1),
        "idle_core_percent": round(100 * idle, 1),
        "memory_mib_first_quarter": round(quantile(memory[:quarter], 0.5), 1),
        "memory_mib_last_quarter": round(quantile(memory[-quarter:], 0.5), 1),
        "memory_mib_most": round(max(memory), 1),
        "frames_failed": scanner.counts.failed,
    }


def _spent_s(camera: Child) -> float:
    """Processor time of this process and the decoder, without the simulated camera."""
    return family_cpu_seconds(os.getpid()) - family_cpu_seconds(camera.pid)


def main() -> None:
    """Run and print; the last line is JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--idle-s", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="1280x720", help="WIDTHxHEIGHT")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        done = run(options.minutes, options.idle_s, options.seed, (width, height), Path(folder))
        print(json.dumps(done | {"size": options.size}))


if __name__ == "__main__":
    main()
