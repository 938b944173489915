"""`kiosk scan`: what the scanner reads in a picture, a folder of them, a video or a camera, and how quickly.

Decoding runs in the decoder's own process, as on the lane: a picture that kills a library costs its line of
the table, not the command. Codes are text: control characters are shown as escapes, nothing is ever followed.

Source: docs/devices/scanner.md, "Looking at what it reads".
"""

import argparse
import json
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kiosk.app.exit_codes import FAILED, MISUSED, OK
from kiosk.devices.health import Condition, Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.scanner.camera import CameraProfile, CameraScanner
from kiosk.scanner.decoding.process import FrameFailedError
from kiosk.scanner.decoding.supervisor import Supervisor
from kiosk.scanner.sources import CameraError, SourceSettings, source_from
from kiosk.scanner.symbols import Decoded
from kiosk.scanner.tracker import Tracker

PICTURES = frozenset({".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
PICTURES_MAX = 10_000
"""Pictures of one folder that are looked at."""
READY_TIMEOUT_S = 20.0
TEXT_SHOWN_MAX = 60
_SOURCES = ("v4l2:", "mjpeg:", "file:", "picture:")
_HEAD = ("picture", "code", "symbology", "how", "counts", "ms")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One code that was read; or, without a text, a picture in which none was."""

    picture: str
    text: str = ""
    symbology: str = ""
    how: tuple[str, ...] = ()
    """Decoders, or decoders and frames, that agreed."""
    counts: bool = False
    """Whether the lane would put it into the basket by this alone."""
    ms: float = 0.0
    """Of a picture: looking at it. Of a camera: from the first frame with the code to its acceptance."""
    problem: str = ""


def main(options: argparse.Namespace) -> int:
    """Read what `options.what` names and print it."""
    size = _size(options.frame)
    if size is None:
        print(f"kiosk scan: {options.frame!r} is not WIDTHxHEIGHT", file=sys.stderr)
        return MISUSED
    try:
        found = _lines(options.what, size, options.budget_ms, options.seconds)
    except ValueError as error:
        print(f"kiosk scan: {error}", file=sys.stderr)
        return MISUSED
    printed = _print_json if options.json else _print_table
    return printed(found)


def shown(text: str) -> str:
    """A code's text for people: what cannot be printed as an escape, what is endless cut."""
    visible = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
    return visible if len(visible) <= TEXT_SHOWN_MAX else visible[: TEXT_SHOWN_MAX - 1] + "…"


def _lines(what: str, size: tuple[int, int], budget_ms: float, seconds: float) -> Iterator[Line]:
    path = Path(what)
    if what.startswith(_SOURCES):
        return _camera(what, size, budget_ms, seconds)
    if path.is_dir():
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in PICTURES)[:PICTURES_MAX]
        return _pictures(inside, size, budget_ms)
    if path.suffix.lower() in PICTURES:
        return _pictures([path], size, budget_ms)
    return _camera(f"file:{what}" if path.is_file() else what, size, budget_ms, seconds)


def _camera(source: str, size: tuple[int, int], budget_ms: float, seconds: float) -> Iterator[Line]:
    """Raises `ValueError` before the first line if there is no such source."""
    profile = CameraProfile(source=source, width=size[0], height=size[1], budget_ms=budget_ms)
    return _live(CameraScanner(profile), source, seconds)


def _pictures(paths: list[Path], size: tuple[int, int], budget_ms: float) -> Iterator[Line]:
    decoder = Supervisor()
    try:
        for path in paths:
            yield from _picture(decoder, path, size, budget_ms)
    finally:
        decoder.stop()


def _picture(decoder: Supervisor, path: Path, size: tuple[int, int], budget_ms: float) -> Iterator[Line]:
    source = source_from(SourceSettings(source=f"picture:{path}", width=size[0], height=size[1]))
    try:
        source.open()
        frame = source.read(1.0)
    except CameraError as error:
        yield Line(picture=path.name, problem=str(error))
        return
    finally:
        source.close()
    if frame is None or not _is_ready(decoder):
        yield Line(picture=path.name, problem="no decoder starts" if frame else "no picture came")
        return
    begun = time.perf_counter()
    try:
        examined = decoder.examine(frame.gray, budget_ms, ())
    except FrameFailedError as error:
        yield Line(picture=path.name, problem=f"a decoder failed: {error}")
        return
    ms = (time.perf_counter() - begun) * 1000
    if examined is None:
        yield Line(picture=path.name, ms=ms, problem="the decoder died over it")
        return
    counted = {read.text for read in Tracker().saw(1, 0.0, examined.reads)}
    by_key: dict[str, list[Decoded]] = {}
    for read in examined.reads:
        by_key.setdefault(read.key, []).append(read)
    for same in by_key.values():
        best = same[0]
        engines = tuple(dict.fromkeys(read.engine for read in same))
        is_counted = any(read.text in counted for read in same)
        yield Line(
            picture=path.name,
            text=best.text,
            symbology=best.symbology.value,
            how=engines,
            counts=is_counted,
            ms=ms,
        )
    if not by_key:
        yield Line(picture=path.name, ms=ms)


def _is_ready(decoder: Supervisor) -> bool:
    deadline = time.monotonic() + READY_TIMEOUT_S
    while not decoder.is_ready:
        decoder.tend()
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


class _Ear:
    """Keeps what a camera's scanner says until it is printed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._said: list[ScannerMessage] = []

    def said(self, message: ScannerMessage) -> None:
        with self._changed:
            self._said.append(message)
            self._changed.notify()

    def preview(self, frame: PreviewFrame) -> None:
        pass

    def heard(self, timeout_s: float) -> list[ScannerMessage]:
        with self._changed:
            self._changed.wait_for(lambda: bool(self._said), timeout_s)
            said, self._said = self._said, []
            return said


def _live(scanner: CameraScanner, name: str, seconds: float) -> Iterator[Line]:
    """Codes as they are accepted, until `seconds` are over (0: until interrupted) or the video ends."""
    ear, deadline = _Ear(), time.monotonic() + seconds if seconds else float("inf")
    scanner.start(ear)
    try:
        while time.monotonic() < deadline:
            for message in ear.heard(0.25):
                match message:
                    case CodeRead():
                        yield Line(
                            picture=name,
                            text=message.text,
                            symbology=message.symbology.value,
                            how=message.evidence,
                            counts=True,
                            ms=(message.frame_at - message.first_seen_at) * 1000
                            + scanner.counts.decode_ms_last,
                        )
                    case Health(code="ended"):
                        return
                    case Health() if message.condition is not Condition.READY:
                        yield Line(picture=name, problem=message.detail)
    finally:
        scanner.stop()


def _print_json(lines: Iterator[Line]) -> int:
    has_failed = False
    for line in lines:
        has_failed |= bool(line.problem)
        values: dict[str, Any] = msgspec.to_builtins(line)
        print(json.dumps(values), flush=True)
    return FAILED if has_failed else OK


def _print_table(lines: Iterator[Line]) -> int:
    has_failed = False
    print(_row(*_HEAD), flush=True)
    for line in lines:
        has_failed |= bool(line.problem)
        print(
            _row(
                shown(line.picture),
                shown(line.text) or line.problem or "-",
                line.symbology,
                " ".join(line.how),
                "" if not line.text else "yes" if line.counts else "not yet",
                f"{line.ms:.0f}",
            ),
            flush=True,
        )
    return FAILED if has_failed else OK


def _row(picture: str, code: str, symbology: str, how: str, counts: str, ms: str) -> str:
    return f"{picture:24} {code:32} {symbology:14} {how:28} {counts:8} {ms:>5}".rstrip()


def _size(text: str) -> tuple[int, int] | None:
    width, _, height = text.partition("x")
    if not (
        width.isdecimal() and height.isdecimal() and 16 <= int(width) <= 4096 and 16 <= int(height) <= 2304
    ):
        return None
    return int(width), int(height)
