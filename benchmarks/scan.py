"""What our scanner reads of known pictures, what it reads wrongly, and what it costs, beside the libraries.

Every reader sees the same frames in one run: each picture shrunk (never enlarged) onto a cluttered counter.
Times are processor time per frame. `fast` is the cascade with the budget of a frame on its way to the screen,
`deep` with that of a second core; neither accepts anything yet. `accepted` is what the lane believes: the
picture is held before the camera for 12 frames of a trembling hand, with settling blur, focus and noise, and
the tracker decides. The last line is JSON, with rates as fractions of all pictures that hold a code.

    python -m benchmarks.scan MANIFEST --root DIR [--frame 1280x720] [--degrade dark|rot90|rot45|blur...]
"""

import argparse
import json
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2

from benchmarks.figures import machine, quantile
from benchmarks.scan_frames import DegradeError, Size, degradation, frame_of, presentation
from benchmarks.scan_photos import Photo, canonical, canonical_read, is_read, manifest, wrong_reads
from benchmarks.scan_readers import DEEP, FAST, readers
from kiosk.scanner.budgets import DEEP_MS, FAST_MS
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.decoding.process import ENVIRONMENT
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Box, Decoded
from kiosk.scanner.tracker import Tracker

ACCEPTED = "accepted"
DEEP_EVERY = 4
"""Frames that pass while the second core looks at one that resists."""
FRAMES_PER_S = 15


@dataclass
class Tally:
    """What one reader did with one class of pictures."""

    pictures: int = 0
    read: int = 0
    wrong: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)
    """Frames until the right code was accepted."""

    @property
    def rate(self) -> float:
        """Share of the pictures that was read."""
        return self.read / self.pictures if self.pictures else 0.0

    def count(self, photo: Photo, reads: Sequence[Decoded], ms: Iterable[float]) -> None:
        """Add one picture."""
        self.ms += ms
        self.wrong += wrong_reads(photo, reads)
        if not photo.is_negative:
            self.pictures += 1
            self.read += is_read(photo, reads)


Tallies = dict[str, dict[str, Tally]]
"""By reader, by class; the class "all" holds everything, negatives without a rate."""


def presented(photo: Photo, frame: Gray, seed: int) -> tuple[list[Decoded], int, list[float]]:
    """What is accepted of a picture held before the camera, after how many frames the right one was, and what
    each frame cost the first core."""
    fast, deep, tracker = Cascade(), Cascade(), Tracker()
    accepted: list[Decoded] = []
    settled_after, spent_ms = 0, []
    for number, shown in enumerate(presentation(frame, seed)):
        begun = time.process_time()
        examined = fast.examine(shown, FAST_MS, tracker.present)
        spent_ms.append((time.process_time() - begun) * 1000)
        reads = examined.reads
        if not reads and not tracker.present and number % DEEP_EVERY == 0:
            reads = deep.examine(shown, DEEP_MS).reads
        for read in tracker.saw(number, number / FRAMES_PER_S, reads):
            accepted.append(Decoded(read.text, read.symbology, "+".join(read.evidence), Box(0, 0, 1, 1)))
            if canonical_read(accepted[-1]) == canonical(photo.expected, photo.kind) and not settled_after:
                settled_after = number + 1
    return accepted, settled_after, spent_ms


def measure(
    photos: Sequence[Photo], root: Path, size: Size, degrade: str, with_presentations: bool
) -> Tallies:
    """Run every reader over every picture."""
    tallies: Tallies = defaultdict(lambda: defaultdict(Tally))
    every = readers()
    for number, photo in enumerate(photos):
        frame = frame_of(photo, root, size, degrade)
        for name, reader in every.items():
            begun = time.process_time()
            reads = reader(frame)
            spent_ms = (time.process_time() - begun) * 1000
            for tally in (tallies[name][photo.kind], tallies[name]["all"]):
                tally.count(photo, reads, [spent_ms])
        if with_presentations:
            accepted, after, costs_ms = presented(photo, frame, number)
            for tally in (tallies[ACCEPTED][photo.kind], tallies[ACCEPTED]["all"]):
                tally.count(photo, accepted, costs_ms)
                tally.frames += [after] if after else []
    return tallies


def table(tallies: Tallies) -> str:
    """Read/pictures, wrong reads (x) and processor time (median/p95) per class and reader, as Markdown."""
    kinds = [*sorted({kind for by_kind in tallies.values() for kind in by_kind} - {"all"}), "all"]
    lines = ["| class | " + " | ".join(tallies) + " |", "|---|" + "--:|" * len(tallies)]
    for kind in kinds:
        cells = " | ".join(_cell(by_kind[kind]) for by_kind in tallies.values())
        lines.append(f"| {kind} | {cells} |")
    rates = " | ".join(f"{100 * by_kind['all'].rate:.1f} %" for by_kind in tallies.values())
    return "\n".join([*lines, f"| **read** | {rates} |"])


def _cell(tally: Tally) -> str:
    wrong = f" x{len(tally.wrong)}" if tally.wrong else ""
    return (
        f"{tally.read}/{tally.pictures}{wrong} {quantile(tally.ms, 0.5):.0f}/{quantile(tally.ms, 0.95):.0f}"
    )


def figures(tallies: Tallies) -> dict[str, dict[str, Any]]:
    """The last line: rates as fractions of all pictures with a code."""
    made: dict[str, dict[str, Any]] = {}
    for name, by_kind in tallies.items():
        whole = by_kind["all"]
        wrong = len({line.partition(": ")[0] for line in whole.wrong})
        if name == ACCEPTED:
            made[name] = {"read": round(whole.rate, 4), "wrong": wrong}
            made[name] |= {
                "frames_p50": quantile(whole.frames, 0.5),
                "frames_p90": quantile(whole.frames, 0.9),
            }
        else:
            made[name] = {"read": round(whole.rate, 4), "misread": round(wrong / max(1, whole.pictures), 4)}
        made[name] |= {f"ms_p{part}": round(quantile(whole.ms, part / 100), 1) for part in (50, 95)}
    return made


def _size(text: str) -> Size:
    found = re.fullmatch(r"(\d{2,4})x(\d{2,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError("a frame is WIDTHxHEIGHT, as 1280x720")
    return int(found[1]), int(found[2])


def _degrade(text: str) -> str:
    try:
        degradation(text)
    except DegradeError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.scan",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("manifest", type=Path, help="path, class, kind, expected[, also], separated by tabs")
    made.add_argument("--root", type=Path, help="where the paths begin (default: beside the manifest)")
    made.add_argument("--frame", type=_size, default="1280x720", help="WIDTHxHEIGHT (default: %(default)s)")
    made.add_argument("--degrade", type=_degrade, default=None, help="rotN, dark, blur, motion, noise, ...")
    made.add_argument("--sample", type=int, help="only this many pictures, spread over all")
    made.add_argument(
        "--no-presentations", action="store_true", help="leave out `accepted` (half of the time)"
    )
    return made.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, end with one line of JSON."""
    options = _options(arguments)
    if not options.manifest.is_file():
        raise SystemExit(f"no manifest at {options.manifest}: see docs/devices/scanner.md, Photographs")
    photos = manifest(options.manifest, options.sample)
    root = options.root or options.manifest.parent
    cv2.setNumThreads(1)
    tallies = measure(photos, root, options.frame, options.degrade or "", not options.no_presentations)
    width, height = options.frame
    print(f"{len(photos)} pictures in {width}x{height}, {options.degrade or 'as they are'}; {machine()}")
    print(f"\n{table(tallies)}\n\nPer cell: read/pictures, x wrong reads, processor ms median/p95.")
    for name, by_kind in tallies.items():
        for wrong in by_kind["all"].wrong:
            print(f"wrong, {name}: {wrong}")
    ordered = sorted(figures(tallies).items(), key=lambda item: item[0] not in (FAST, DEEP, ACCEPTED))
    print(json.dumps(dict(ordered)))
    return 0


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):  # as the decoder's process
        os.execve(sys.executable, sys.orig_argv, os.environ | ENVIRONMENT)
    sys.exit(main(sys.argv[1:]))
