"""What our scanner reads of known pictures, what it reads wrongly, and what it costs, beside the libraries.

Every reader sees the same frames in one run: each picture shrunk (never enlarged) onto a cluttered counter.
Times are processor time per frame. `fast` is the cascade with the budget of a frame on its way to the screen,
`deep` with that of a second core; neither accepts anything yet. `accepted` is what the lane believes: the
picture is held before the camera for 12 frames of a trembling hand, with settling blur, focus and noise, and
the tracker decides. The last line is JSON, with rates as fractions of all pictures that hold a code.

    python -m benchmarks.scan MANIFEST --root DIR [--frame 1280x720] [--degrade dark|rot90|rot45|blur...]

Ended with `--keep FILE` and started again, it goes on where it was.
"""

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import cv2

from benchmarks.figures import machine
from benchmarks.scan_figures import ACCEPTED, ALL, Looked, added_up, figures, table
from benchmarks.scan_frames import (
    DegradeError,
    Size,
    degradation,
    degraded_frame,
    frame_of,
    presentation,
)
from benchmarks.scan_kept import Kept, OtherMeasurementError
from benchmarks.scan_photos import Photo, canonical, canonical_read, is_read, manifest, wrong_reads
from benchmarks.scan_readers import DEEP, FAST, Reader, readers
from kiosk.scanner.budgets import DEEP_MS, FAST_MS
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.decoding.process import ENVIRONMENT
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Box, Decoded
from kiosk.scanner.tracker import Tracker

DEEP_EVERY = 4
"""Frames that pass while the second core looks at one that resists."""
FRAMES_PER_S = 15
QUICK = (FAST, DEEP, "zxing-cpp")
"""Readers that `--quick` leaves: ours, and the library that goals are told in."""


def presented(
    photo: Photo, frame: Gray, seed: int, degrade: str = ""
) -> tuple[list[Decoded], int, list[float]]:
    """What is accepted of a picture held before the camera, after how many frames the right one was, and what
    each frame cost the first core."""
    fast, deep, tracker = Cascade(), Cascade(), Tracker()
    accepted: list[Decoded] = []
    settled_after, spent_ms = 0, []
    for number, shown in enumerate(presentation(frame, seed, degrade)):
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


def looked(
    photo: Photo, frame: Gray, degrade: str, every: Mapping[str, Reader], seed: int | None
) -> Iterator[Looked]:
    """What every reader does with one picture; with a `seed` also what is accepted of it."""
    shown = degraded_frame(photo, frame, degrade)
    for name, reader in every.items():
        begun = time.process_time()
        reads = reader(shown)
        yield _row(photo, name, reads, [(time.process_time() - begun) * 1000])
    if seed is not None:
        accepted, after, costs_ms = presented(photo, frame, seed, degrade)
        yield _row(photo, ACCEPTED, accepted, costs_ms, after)


def _row(photo: Photo, reader: str, reads: Sequence[Decoded], ms: Sequence[float], frames: int = 0) -> Looked:
    return Looked(
        path=photo.path,
        kind=photo.kind,
        reader=reader,
        is_drawn=photo.is_clean,
        is_negative=photo.is_negative,
        is_read=not photo.is_negative and is_read(photo, reads),
        wrong=tuple(wrong_reads(photo, reads)),
        ms=tuple(round(one, 2) for one in ms),
        frames=frames,
    )


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
    made.add_argument("--quick", action="store_true", help="ours and zxing-cpp only")
    made.add_argument("--keep", type=Path, help="keep what is done in this file, and go on from it")
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
    (width, height), degrade = options.frame, options.degrade or "as they are"
    what = f"{len(photos)} pictures in {width}x{height}, {degrade}"
    every = {name: one for name, one in readers().items() if not options.quick or name in QUICK}
    with_presentations = not options.no_presentations
    try:
        kept = Kept(options.keep, f"{what}; {', '.join(every)}; presentations {with_presentations}")
    except OtherMeasurementError as error:
        raise SystemExit(str(error)) from error
    for number, photo in enumerate(photos):
        if not kept.has(photo.path):
            frame = frame_of(photo, root, options.frame, options.degrade or "")
            kept.add(
                looked(photo, frame, options.degrade or "", every, number if with_presentations else None)
            )
    tallies = added_up(kept)
    print(f"{what}; {machine()}")
    print(f"\n{table(tallies)}\n\nPer cell: read/pictures, x wrong reads, processor ms median/p95.")
    for name, by_kind in tallies.items():
        for wrong in by_kind[ALL].wrong:
            print(f"wrong, {name}: {wrong}")
    ordered = sorted(figures(tallies).items(), key=lambda item: item[0] not in (FAST, DEEP, ACCEPTED))
    print(json.dumps(dict(ordered)))
    return 0


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):  # as the decoder's process
        os.execve(sys.executable, sys.orig_argv, os.environ | ENVIRONMENT)
    sys.exit(main(sys.argv[1:]))
