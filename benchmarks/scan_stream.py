"""Packs waved past the camera: counted once, wrongly, twice, or missed; and how soon after they were in view.

The lane's own camera scanner (motion gate, cascade, tracker) looks at generated frames whose clock is the
stream's. It is as busy as its processor time says: frames that come meanwhile are dropped, as live. So a busy
machine changes nothing but the run's duration. What follows acceptance until the line is painted is a figure
of the lane's own, `python -m benchmarks.lane_latency`; give its median as `--screen-ms`.

    python -m benchmarks.scan_stream --packs 300 --seed 1 [--size 1920x1080] [--fps 30]
"""

import argparse
import itertools
import json
import os
import sys
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import msgspec
import numpy as np

from benchmarks.figures import quantile
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.scanner.camera import CameraProfile, CameraScanner
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.decoding.process import ENVIRONMENT
from kiosk.scanner.decoding.supervisor import DecoderState
from kiosk.scanner.decoding.two_cores import TwoCores
from kiosk.scanner.frame import Frame, Gray, Packing
from kiosk.scanner.symbols import Examined
from simulators.camera import generated
from simulators.camera.waves import Wave, waves

OVERHEAD_S = 0.003
"""Unpacking, copying and asking the decoder's process, measured for 720p."""
BLOCK = 25
"""Packs after which what was done is kept."""
SETTLE_S = 0.8
"""After a pack has left, what is still told belongs to it."""


class FirstCore:
    """A decoder in this process, so that its processor time can be told exactly."""

    def __init__(self) -> None:
        self._cascade = Cascade()
        self.spent_s = 0.0

    def tend(self) -> DecoderState:
        return DecoderState.UP

    def examine(self, gray: Gray, budget_ms: float, known: Collection[str]) -> Examined | None:
        begun = time.thread_time()
        examined = self._cascade.examine(gray, budget_ms, known)
        self.spent_s = time.thread_time() - begun
        return examined

    def stop(self) -> None:
        pass


class SecondCore(FirstCore):
    """The patient decoder: its answer is there when its processor time has passed on the stream's clock."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._answer: tuple[float, Examined | None] | None = None

    def ask(self, gray: Gray, budget_ms: float, known: Collection[str]) -> bool:
        if self._answer is not None:
            return False
        examined = self.examine(gray, budget_ms, known)
        self._answer = self._clock() + OVERHEAD_S + self.spent_s, examined
        return True

    def poll(self) -> Examined | None:
        if self._answer is None or self._clock() < self._answer[0]:
            return None
        (_, examined), self._answer = self._answer, None
        return examined


@dataclass
class Told:
    """A listener that keeps what is told."""

    reads: list[CodeRead] = field(default_factory=list)

    def said(self, message: ScannerMessage) -> None:
        if isinstance(message, CodeRead):
            self.reads.append(message)

    def preview(self, frame: PreviewFrame) -> None:
        pass


class Result(msgspec.Struct):
    """How one run, or a block of it, went."""

    packs: int = 0
    once: int = 0
    twice: list[str] = []
    wrong: list[str] = []
    missed: list[str] = []
    in_view_ms: list[float] = []
    decode_ms: list[float] = []
    frames: int = 0

    def add(self, block: "Result") -> None:
        """Take in a further block."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(block, name))


class Stream:
    """The scanner at the stream's clock."""

    def __init__(self, size: tuple[int, int], fps: int, seed: int) -> None:
        self.size, self._fps = size, fps
        self._decoder, self.told = FirstCore(), Told()
        profile = CameraProfile(source="picture:generated", width=size[0], height=size[1])
        self._scanner = CameraScanner(
            profile, decoder=TwoCores(self._decoder, SecondCore(self._clock), self._clock)
        )
        self._chance = np.random.default_rng(seed + 1)
        self._backdrop = generated.backdrop(size)
        self._number, self.now, self._busy_until = 0, 1000.0, 0.0
        self._looked_at = 0.0

    def show(self, wave: Wave, result: Result) -> None:
        """One pack, from the empty counter before it to the empty counter after it."""
        begun, before = self.now, len(self.told.reads)
        in_view_at: float | None = None
        first_told_at: float | None = None
        for at_s in self._ticks(begun, wave.pause_s + wave.pass_s + SETTLE_S):
            pose = wave.pose(at_s - wave.pause_s)
            if pose and in_view_at is None and wave.is_whole(pose, self.size):
                in_view_at = self.now
            self._frame(wave, pose, result)
            if first_told_at is None and len(self.told.reads) > before:
                first_told_at = self._busy_until
        reads = self.told.reads[before:]
        _judge(wave, reads, result)
        if reads and in_view_at is not None and first_told_at is not None:
            result.in_view_ms.append((first_told_at - in_view_at) * 1000)

    def _clock(self) -> float:
        return self.now

    def _ticks(self, begun: float, lasts_s: float) -> Iterator[float]:
        while self.now - begun < lasts_s:
            yield self.now - begun
            self._number += 1
            self.now += 1 / self._fps

    def _frame(self, wave: Wave, pose: generated.Pose | None, result: Result) -> None:
        spare_s = self._scanner.spare_s
        is_spared = pose is None and self.now - self._looked_at < spare_s
        if is_spared or self.now < self._busy_until:
            return
        image = generated.seen(wave.shown if pose else None, pose, wave.light, self._chance, self._backdrop)
        gray = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)
        self._decoder.spent_s, self._looked_at = 0.0, self.now
        frame = Frame(number=self._number, at=self.now, gray=gray, raw=gray, packing=Packing.GRAY)
        self._scanner.look(frame, self.told)
        self._busy_until = self.now + OVERHEAD_S + self._decoder.spent_s
        result.frames += 1
        if pose:
            result.decode_ms.append(self._decoder.spent_s * 1000)


def _judge(wave: Wave, reads: list[CodeRead], result: Result) -> None:
    """Every read of a pack's first code counts; anything else on it is wrong. What is not once is told at
    once, since a run takes long."""
    result.packs += 1
    said = _digits(wave.code.text)
    right = [one for one in reads if _digits(one.text) == said or _is_same_number(wave.code, one.text)]
    name = f"pack {result.packs}, {wave.code.kind} {wave.code.text}"
    for one in reads:
        if one not in right:
            _note(result.wrong, "wrong", f"{name}: {one.text} ({' '.join(one.evidence)})")
    if len(right) == 1:
        result.once += 1
    elif right:
        _note(result.twice, "twice", f"{name}: {'; '.join(' '.join(one.evidence) for one in right)}")
    else:
        how = f"{wave.module_px:.1f} pixels per module, {wave.pass_s:.1f} s, {wave.light}"
        _note(result.missed, "missed", f"{name}: {how}")


def _note(kept: list[str], what: str, line: str) -> None:
    kept.append(line)
    print(f"{what}: {line}", flush=True)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter not in "()\x1d")


def _is_same_number(code: generated.Code, text: str) -> bool:
    """Forms of one number: a DataBar with and without its identifier, a UPC-E and its long form."""
    if code.kind.startswith("databar"):
        return _digits(text) == "01" + _digits(code.text)
    return code.kind == "upce" and text == f"0{code.text[1:6]}0000{code.text[6:]}"


def run(packs: int, seed: int, size: tuple[int, int], fps: int, keep: Path | None = None) -> Result:
    """The whole stream, in blocks of BLOCK packs. With `keep`, blocks that are done are not repeated."""
    whole, every = Result(), waves(packs, seed, size)
    what = f"{packs} packs from {seed}, {size[0]}x{size[1]}, {fps} frames/s"
    done = _blocks_done(keep, what) if keep else []
    for number in range(-(-packs // BLOCK)):
        shown = list(itertools.islice(every, BLOCK))
        if number < len(done):
            whole.add(done[number])
            continue
        stream, block = Stream(size, fps, seed + number), Result()
        for wave in shown:
            stream.show(wave, block)
        whole.add(block)
        if keep:
            with keep.open("ab") as file:
                file.write(msgspec.json.encode(block) + b"\n")
        print(f"{whole.packs} packs: {whole.once} once", file=sys.stderr, flush=True)
    return whole


def _blocks_done(keep: Path, what: str) -> list[Result]:
    """The blocks of this very measurement; a file of another one is begun afresh."""
    text = keep.read_text(encoding="utf-8") if keep.is_file() else ""
    said, *lines = text[: text.rfind("\n") + 1].splitlines() or [""]
    lines = lines if said == what else []
    keep.write_text("".join(f"{line}\n" for line in (what, *lines)), encoding="utf-8")
    return [msgspec.json.decode(line, type=Result) for line in lines]


def main() -> None:
    """Run and print; the last line is JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="1280x720", help="WIDTHxHEIGHT")
    parser.add_argument("--fps", type=int, default=30)
    parser.add_argument("--keep", type=Path, help="keep what is done in this file, and go on from it")
    parser.add_argument("--screen-ms", type=float, default=0.0, help="from acceptance to the painted line")
    options = parser.parse_args()
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):  # as the decoder's process
        os.execve(sys.executable, sys.orig_argv, os.environ | ENVIRONMENT)
    width, height = map(int, options.size.split("x"))
    result = run(options.packs, options.seed, (width, height), options.fps, options.keep)
    figures = {
        "packs": result.packs,
        "once": result.once / max(1, result.packs),
        "twice": len(result.twice),
        "wrong": len(result.wrong),
        "missed": len(result.missed),
        "in_view_to_line_ms_p50": round(quantile(result.in_view_ms, 0.5) + options.screen_ms, 1),
        "in_view_to_line_ms_p90": round(quantile(result.in_view_ms, 0.9) + options.screen_ms, 1),
        "screen_ms": options.screen_ms,
        "decode_ms_p50": round(quantile(result.decode_ms, 0.5), 1),
        "decode_ms_p95": round(quantile(result.decode_ms, 0.95), 1),
        "seed": options.seed,
        "size": options.size,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
