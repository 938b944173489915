"""How many real photographs the scanner reads, and how many it reads wrongly, against the libraries alone.

Each photograph is shrunk (never enlarged) into a 1280x720 frame on the drawn counter; a wrong read is a
check-digit-valid retail code that is not in the picture. `presentation` holds the photograph before the
camera for 12 frames of a trembling hand and counts what the tracker accepts.

    python -m benchmarks.scanner_read_rate [--sample N] [--presentations N] [--clean] [--budget-ms N]
"""

import argparse
import csv
import functools
import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from kiosk.scanner import tapir
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.decoding.process import ENVIRONMENT
from kiosk.scanner.engines import TILL, read_zbar, read_zxing
from kiosk.scanner.frame import Gray
from kiosk.scanner.sources.picture import load_picture
from kiosk.scanner.symbols import MATRIX, Decoded, key_of
from kiosk.scanner.tracker import Tracker
from retail.codes import Symbology, upc_e_to_a
from simulators.camera.scene import Image, counter, place

PHOTOS = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "barcode"
FRAME = (1280, 720)
PRESENTATION_FRAMES = 12
BUDGET_MS = 33.0
"""Processor time for one frame, as in `CameraProfile`."""
_GTIN_SYMBOLOGIES = frozenset(
    {
        Symbology.EAN_13,
        Symbology.EAN_8,
        Symbology.UPC_A,
        Symbology.UPC_E,
        Symbology.DATABAR,
        Symbology.DATABAR_LIMITED,
    }
)
_RETAIL = frozenset({"ean13", "ean8", "upca", "upce", "ean-addon"})


@dataclass(frozen=True)
class Photo:
    """One line of the manifest."""

    path: str
    kind: str
    expected: str
    also: tuple[str, ...]

    @property
    def truths(self) -> frozenset[str]:
        return frozenset(canonical(text, self.kind) for text in (self.expected, *self.also) if text)


@dataclass
class Tally:
    """What one reader did with one class of photographs."""

    photos: int = 0
    read: int = 0
    wrong: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)


def canonical(text: str, kind: str) -> str:
    """Forms of one content made comparable: GTIN-14, no brackets, no FNC1."""
    if kind in _RETAIL and text.isdigit():
        if len(text) in (15, 18):  # with its EAN-2 or EAN-5 add-on, which tills ignore
            text = text[:13]
        if kind == "upce":
            text = upc_e_to_a(text) or text
        return text.zfill(14)
    return text.replace("(", "").replace(")", "").replace("\x1d", "").replace("\r", "").strip()


def canonical_read(read: Decoded) -> str:
    if read.symbology in _GTIN_SYMBOLOGIES:
        return key_of(read.text, read.symbology)
    return read.text.replace("(", "").replace(")", "").replace("\x1d", "").replace("\r", "").strip()


def manifest(sample: int | None = None, kinds: Sequence[str] = ("photo",)) -> list[Photo]:
    """The photographs, every n-th when only a `sample` is wanted; of ITF those that are ITF-14."""
    with (PHOTOS / "manifest.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    photos = [
        Photo(
            row["path"],
            row["class"],
            _unescape(row["expected"]),
            tuple(filter(None, [_unescape(row["also"])])),
        )
        for row in rows
        if row["kind"] in kinds and not (row["class"] == "itf" and len(row["expected"]) != 14)
    ]
    if sample is not None and sample < len(photos):
        photos = [photos[i * len(photos) // sample] for i in range(sample)]
    return photos


def _unescape(text: str) -> str:
    for escaped, plain in (("\\n", "\n"), ("\\t", "\t"), ("\\x1d", "\x1d"), ("\\\\", "\\")):
        text = text.replace(escaped, plain)
    return text


@functools.cache
def _backdrop() -> Image:
    return counter(FRAME)


def frame_of(photo: Photo) -> Gray:
    """The photograph as the camera would see it: shrunk onto the counter."""
    image = place(_backdrop(), load_picture(PHOTOS / photo.path), (0, 0))
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)


def is_read(photo: Photo, reads: Sequence[Decoded]) -> bool:
    return canonical(photo.expected, photo.kind) in {canonical_read(read) for read in reads}


def wrong_reads(photo: Photo, reads: Sequence[Decoded]) -> list[str]:
    """Retail codes that are not in the picture (a code in a matrix symbol cannot be checked this way)."""
    retail = [
        read
        for read in reads
        if read.symbology not in MATRIX
        and not any(canonical_read(read) in truth or truth in canonical_read(read) for truth in photo.truths)
    ]
    return [f"{photo.path}: {read.symbology.value} {read.text} ({read.engine})" for read in retail]


def presentation(image: Gray, seed: int) -> tuple[list[Decoded], float]:
    """What the tracker accepts of a photograph held before the camera by a hand, and the cost per frame."""
    rng = np.random.default_rng(seed)
    cascade, tracker = Cascade(), Tracker()
    accepted: list[Decoded] = []
    spent_s = 0.0
    for number in range(PRESENTATION_FRAMES):
        frame = _trembling(image, number, rng)
        begun = time.thread_time()
        reads = cascade.examine(frame, BUDGET_MS, tracker.present).reads
        spent_s += time.thread_time() - begun
        for read in tracker.saw(number, number / 15, reads):
            engine = "+".join(read.evidence)
            box = next(r.box for r in reads if r.text[: len(read.text)] == read.text)
            accepted.append(Decoded(read.text, read.symbology, engine, box))
    return accepted, spent_s * 1000 / PRESENTATION_FRAMES


def _trembling(image: Gray, number: int, rng: np.random.Generator) -> Gray:
    """Moves, turns and blurs the frame a little; movement blur settles over the first frames."""
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.normal(0, 1.5)), 1.0)
    turn[:, 2] += rng.normal(0, 4.0, 2)
    moved = cv2.warpAffine(image, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    if blur := max(0, 7 - 2 * number):
        moved = cv2.blur(moved, (blur, 1) if rng.random() < 0.5 else (1, blur))
    focus = abs(float(rng.normal(0, 0.6)))
    if focus > 0.3:
        moved = cv2.GaussianBlur(moved, (0, 0), focus)
    noise = rng.normal(0, 2.5, moved.shape)
    return np.asarray(np.clip(moved + noise, 0, 255), np.uint8)


def measure(
    sample: int | None = None,
    presentations: int = 40,
    kinds: Sequence[str] = ("photo",),
    budget_ms: float = BUDGET_MS,
) -> dict[str, Any]:
    """Run every reader over the photographs; figures by reader and class."""
    cascade = Cascade()
    readers: dict[str, Callable[[Gray], Sequence[Decoded]]] = {
        "zxing-cpp": lambda gray: read_zxing(gray, TILL, thorough=True),
        "pyzbar": read_zbar,
    }
    if tapir.is_installed():
        readers["tapir low"] = functools.partial(tapir.read, mode="low")
        readers["tapir medium"] = functools.partial(tapir.read, mode="medium")
    readers["cascade"] = lambda gray: cascade.examine(gray, budget_ms).reads
    tallies: dict[str, dict[str, Tally]] = {name: defaultdict(Tally) for name in (*readers, "accepted")}
    photos = manifest(sample, kinds)
    for photo in photos:
        gray = frame_of(photo)
        for name, reader in readers.items():
            begun = time.thread_time()
            reads = reader(gray)
            spent_ms = (time.thread_time() - begun) * 1000
            _count(tallies[name], photo, reads, spent_ms)
    every = max(1, len(photos) // max(1, presentations))
    for number, photo in enumerate(photos[::every] if presentations else []):
        reads, spent_ms = presentation(frame_of(photo), number)
        _count(tallies["accepted"], photo, reads, spent_ms)
    return {name: {kind: _figures(t) for kind, t in sorted(kinds.items())} for name, kinds in tallies.items()}


def _count(tallies: dict[str, Tally], photo: Photo, reads: Sequence[Decoded], spent_ms: float) -> None:
    for tally in (tallies[photo.kind], tallies["all"]):
        tally.ms.append(spent_ms)
        tally.wrong += wrong_reads(photo, reads)
        tally.photos += photo.kind != "negative" or tally is not tallies["all"]
        tally.read += photo.kind != "negative" and is_read(photo, reads)


def _figures(tally: Tally) -> dict[str, Any]:
    ms = sorted(tally.ms) or [0.0]
    return {
        "photos": tally.photos,
        "read": tally.read,
        "wrong": tally.wrong,
        "ms_median": round(statistics.median(ms), 1),
        "ms_p95": round(ms[min(len(ms) - 1, int(0.95 * len(ms)))], 1),
    }


def table(figures: dict[str, Any]) -> str:
    """A compact table: read/photos and wrong reads (x) per class; times are processor time per frame."""
    kinds = sorted({kind for by_kind in figures.values() for kind in by_kind} - {"all"})
    width = max(len(kind) for kind in kinds) + 1
    lines = [" " * width + "".join(f"{name:>14}" for name in figures)]
    for kind in [*kinds, "all"]:
        lines.append(f"{kind:{width}}" + "".join(f"{_cell(by.get(kind)):>14}" for by in figures.values()))
    totals = [by_kind.get("all", _figures(Tally())) for by_kind in figures.values()]
    shares = [100 * total["read"] / max(1, total["photos"]) for total in totals]
    lines.append(f"{'read %':{width}}" + "".join(f"{share:>14.1f}" for share in shares))
    times = [f"{total['ms_median']:.0f}/{total['ms_p95']:.0f}" for total in totals]
    lines.append(f"{'ms med/p95':{width}}" + "".join(f"{text:>14}" for text in times))
    return "\n".join(lines)


def _cell(cell: dict[str, Any] | None) -> str:
    if cell is None:
        return "-"
    wrong = f" x{len(cell['wrong'])}" if cell["wrong"] else ""
    return f"{cell['read']}/{cell['photos']}{wrong}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sample", type=int, help="only this many photographs, spread over all classes")
    parser.add_argument("--presentations", type=int, default=40, help="photographs held for 12 frames")
    parser.add_argument("--clean", action="store_true", help="count computer-made symbols too")
    parser.add_argument("--budget-ms", type=float, default=BUDGET_MS, help="for the cascade's single frames")
    options = parser.parse_args()
    if not (PHOTOS / "manifest.tsv").is_file():
        raise SystemExit(f"no photographs at {PHOTOS}: see docs/devices/scanner.md, Photographs")
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):  # as the decoder's process
        os.execve(sys.executable, sys.orig_argv, os.environ | ENVIRONMENT)
    kinds = ("photo", "clean") if options.clean else ("photo",)
    figures = measure(options.sample, options.presentations, kinds, options.budget_ms)
    print(table(figures))
    for name, by_kind in figures.items():
        for wrong in by_kind.get("all", {}).get("wrong", ()):
            print(f"wrong, {name}: {wrong}")


if __name__ == "__main__":
    main()
