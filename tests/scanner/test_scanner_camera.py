"""The whole scanner, from source to accepted code, with sources made for the purpose."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from scanner_pictures import F, InProcess, Recorder, eventually, scene, symbol

from kiosk.devices.scanner import CodeRead
from kiosk.scanner.camera import CameraProfile, CameraScanner
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.frame import Frame, Gray, Packing
from kiosk.scanner.mailbox import Mailbox
from kiosk.scanner.sources import CameraError

EAN = "4006381333931"
PRODUCT = scene((symbol(EAN, F.EAN13), 20, (640, 360)))
COUNTER = scene()
OTHER = scene((symbol("036000291452", F.UPCA), 0, (640, 360)))


class Props:
    """A camera whose picture the test sets; every frame has its own noise."""

    is_still = False

    def __init__(self) -> None:
        self.picture: Gray = COUNTER
        self.lost = False
        self.frozen = False
        self.opened = 0
        self._rng = np.random.default_rng(3)
        self._number = 0

    def open(self) -> None:
        if self.lost:
            raise CameraError("unplugged", "The cable is out.")
        self.opened += 1

    def read(self, timeout_s: float, spare_s: float = 0.0) -> Frame | None:
        if self.lost:
            raise CameraError("unplugged", "The cable is out.")
        time.sleep(0.02)  # the camera's pace, not synchronisation
        self._number += 1
        gray = self.picture.copy()
        if not self.frozen:
            gray[::8, ::8] += self._rng.integers(0, 3, gray[::8, ::8].shape, dtype=np.uint8)
        return Frame(number=self._number, at=time.monotonic(), gray=gray, raw=gray, packing=Packing.GRAY)

    def close(self) -> None:
        pass


Start = Callable[..., tuple[Props, CameraScanner, Recorder]]


@pytest.fixture
def start() -> Iterator[Start]:
    scanners: list[CameraScanner] = []

    def begin(**options: object) -> tuple[Props, CameraScanner, Recorder]:
        props, listener = Props(), Recorder()
        profile = CameraProfile(source="test", budget_ms=200)
        options.setdefault("decoder", InProcess())
        scanner = CameraScanner(profile, open_source=lambda _settings: props, **options)  # type: ignore[arg-type]
        scanners.append(scanner)
        scanner.start(listener)
        return props, scanner, listener

    yield begin
    for scanner in scanners:
        scanner.stop()
        scanner.stop()  # safe twice
    assert not [t for t in threading.enumerate() if t.name.startswith("camera-")]


def test_a_product_is_told_once_with_evidence_and_its_times(start: Start) -> None:
    props, scanner, listener = start()
    eventually(lambda: "ready" in listener.health, "ready")
    before = time.monotonic()
    props.picture = PRODUCT
    eventually(lambda: bool(listener.texts), "the product")
    seen = scanner.counts.decoded
    eventually(lambda: scanner.counts.decoded > seen + 10, "more frames of it")
    assert listener.texts == [EAN]
    [code] = [m for m in listener.messages if isinstance(m, CodeRead)]
    assert before <= code.first_seen_at <= code.frame_at <= time.monotonic()
    assert len({name.split("@")[0] for name in code.evidence}) >= 2


def test_shown_again_it_is_told_again(start: Start) -> None:
    props, scanner, listener = start()
    for count in (1, 2):
        props.picture = PRODUCT
        eventually(lambda count=count: len(listener.texts) == count, f"presentation {count}")  # type: ignore[misc]
        props.picture = COUNTER
        eventually(lambda: not scanner.present, "an empty counter")
    assert listener.texts == [EAN, EAN]


def test_while_not_reading_nothing_is_told_or_shown_and_it_resumes(start: Start) -> None:
    props, scanner, listener = start()
    eventually(lambda: bool(listener.previews), "a preview")
    scanner.enable(False)
    frames = scanner.counts.frames
    eventually(lambda: scanner.counts.frames > frames + 3, "frames while off")
    props.picture, shown, decoded = PRODUCT, len(listener.previews), scanner.counts.decoded
    frames = scanner.counts.frames
    eventually(lambda: scanner.counts.frames > frames + 10, "frames of the product while off")
    assert (listener.texts, len(listener.previews), scanner.counts.decoded) == ([], shown, decoded)
    scanner.enable(True)
    eventually(lambda: listener.texts == [EAN], "the product once reading again")


def test_previews_are_small_rgb_pictures(start: Start) -> None:
    _props, _scanner, listener = start()
    eventually(lambda: bool(listener.previews), "a preview")
    frame = listener.previews[0]
    assert (frame.width, frame.height, frame.bytes_per_line) == (640, 360, 1920)
    assert len(frame.rgb) == frame.height * frame.bytes_per_line


def test_a_lost_camera_is_told_and_comes_back_by_itself(start: Start) -> None:
    props, _scanner, listener = start()
    eventually(lambda: listener.health == ["ready"], "ready")
    props.lost = True
    eventually(lambda: listener.health == ["ready", "unplugged"], "the fault", within_s=2)
    props.lost, props.picture = False, PRODUCT
    eventually(lambda: listener.texts == [EAN], "the product after reconnecting")
    assert listener.health == ["ready", "unplugged", "ready"]
    assert props.opened == 2


def test_a_frozen_camera_is_told_and_reopened(start: Start) -> None:
    props, _scanner, listener = start()
    eventually(lambda: listener.health == ["ready"], "ready")
    props.frozen = True
    eventually(lambda: listener.health == ["ready", "frozen"], "the fault")
    eventually(lambda: props.opened == 2, "a fresh start of the camera")
    props.frozen = False
    eventually(lambda: listener.health == ["ready", "frozen", "ready"], "recovery")


class Crashing(Cascade):
    """A decoder that fails on its first frames."""

    failures = 5

    def examine(self, *arguments: object, **named: object) -> object:  # type: ignore[override]
        if self.failures:
            self.failures -= 1
            raise MemoryError("a decoder's bug")
        return super().examine(*arguments, **named)  # type: ignore[arg-type]


def test_a_crash_in_a_decoder_is_counted_and_scanning_goes_on(start: Start) -> None:
    props, scanner, listener = start(decoder=InProcess(Crashing()))
    props.picture = PRODUCT
    eventually(lambda: listener.texts == [EAN], "the product after the crashes")
    assert scanner.counts.failed == 5


def test_a_broken_picture_file_is_a_fault_and_heals_when_replaced(tmp_path: Path) -> None:
    path, listener = tmp_path / "p.png", Recorder()
    path.write_bytes(b"not a picture")
    scanner = CameraScanner(CameraProfile(source=f"picture:{path}", budget_ms=200), decoder=InProcess())
    scanner.start(listener)
    try:
        eventually(lambda: listener.health == ["unreadable"], "the fault")
        cv2.imwrite(str(tmp_path / "new.png"), PRODUCT)
        (tmp_path / "new.png").replace(path)
        eventually(lambda: listener.texts == [EAN], "the product in the new picture")
        assert listener.health == ["unreadable", "ready"]
    finally:
        scanner.stop()


def test_an_unknown_source_is_refused_before_anything_starts() -> None:
    with pytest.raises(ValueError, match="camera source"):
        CameraScanner(CameraProfile(source="webcam"))


def test_stopping_a_scanner_that_never_started_is_fine() -> None:
    CameraScanner(CameraProfile(source="picture:x.png")).stop()


def _frame(number: int) -> Frame:
    gray = np.zeros((1, 1), np.uint8)
    return Frame(number=number, at=0.0, gray=gray, raw=gray, packing=Packing.GRAY)


def test_the_mailbox_keeps_only_the_newest_frame() -> None:
    mailbox = Mailbox()
    for number in range(5):
        mailbox.put(_frame(number))
    taken = mailbox.take(0)
    assert isinstance(taken, Frame)
    assert taken.number == 4
    assert mailbox.dropped == 4
    assert mailbox.take(0) is None


def test_a_problem_voids_the_waiting_frame_and_a_frame_ends_the_problem() -> None:
    mailbox = Mailbox()
    mailbox.put(_frame(1))
    mailbox.put_problem("unplugged", "gone")
    assert mailbox.take(0) == ("unplugged", "gone")
    mailbox.put_problem("unplugged", "gone")
    mailbox.put(_frame(2))
    assert isinstance(mailbox.take(0), Frame)
    assert mailbox.take(0) is None


def test_closing_the_mailbox_wakes_the_taker() -> None:
    mailbox = Mailbox()
    threading.Timer(0.05, mailbox.close).start()
    begun = time.monotonic()
    assert mailbox.take(30) is None
    assert time.monotonic() - begun < 10
