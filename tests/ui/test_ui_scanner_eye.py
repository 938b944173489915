"""The device page's look through the scanner: marks and reasons for staff, at a bounded rate, then gone."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from ui_window import Shown, wait_until

from kiosk.devices.scanner import PreviewFrame, PreviewMark
from kiosk.ui import camera_marks
from kiosk.ui.camera_marks import READS_MAX, CameraMarks
from kiosk.ui.samples import situations

SITUATIONS = dict(situations("en"))
BOX = (0.25, 0.25, 0.75, 0.75)
EAN = PreviewMark(
    box=BOX, standing="counted", text="4006381333931", symbology="EAN-13", engines=("zxing", "tapir")
)
BARS = PreviewMark(box=BOX)
GREEN, RED = (0x7F, 0xE0, 0x8F), (0xFF, 0x6B, 0x5E)


def picture(*marks: PreviewMark, decode_ms: float = 12.4) -> PreviewFrame:
    width, height = 160, 90
    return PreviewFrame(
        width=width,
        height=height,
        bytes_per_line=3 * width,
        rgb=bytes(3 * width * height),
        marks=marks,
        decode_ms=decode_ms,
    )


@pytest.fixture
def eye(open_window: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch) -> Shown:
    """The page, open, taking every picture."""
    monkeypatch.setattr(camera_marks, "TAKE_EVERY_S", 0.0)
    shown = open_window(1080, 1920)
    shown.show(SITUATIONS["staff-idle"])
    shown.settle()
    shown.touch("tab-devices")
    wait_until(lambda: has(shown, "scannerEyeOpen"), "the devices")
    shown.touch("scannerEyeOpen")
    wait_until(lambda: has(shown, "scannerEyeClose"), "the page")
    return shown


def has(shown: Shown, name: str) -> bool:
    return name in {item.objectName() for item, _ in shown.items()}


def marks_of(shown: Shown) -> CameraMarks:
    (item,) = [item for item, _ in shown.items() if isinstance(item, CameraMarks)]
    return item


def reads(shown: Shown) -> int:
    told = marks_of(shown).property("reads")
    assert isinstance(told, list)
    return len(told)


def colours(item: QQuickItem, shown: Shown) -> set[tuple[int, int, int]]:
    """What stands on the left edge of the marked place."""
    picture = shown.lane.grab()
    edge = item.mapToScene(QPointF(item.width() / 4, item.height() / 2)).toPoint()
    near = (picture.pixelColor(x, edge.y()) for x in range(edge.x() - 12, edge.x() + 4))
    return {(colour.red(), colour.green(), colour.blue()) for colour in near}


def test_each_code_is_told_with_decoders_and_reason(eye: Shown) -> None:
    short = msgspec.structs.replace(EAN, text="96385074", symbology="EAN-8", standing="needs_two")
    eye.lane.preview(picture(EAN, short))
    wait_until(lambda: "4006381333931 · counted" in eye.all_text(), "the code")

    assert "EAN-13 · zxing + tapir" in eye.all_text()
    assert "96385074 · short code: two decoders must agree" in eye.all_text()
    assert "The last look took 12 ms" in eye.all_text()


def test_bars_that_nobody_reads_are_framed_and_asked_about(eye: Shown) -> None:
    assert "Hold a barcode before the camera" in eye.all_text()
    eye.lane.preview(picture(BARS))
    wait_until(lambda: "nobody can read" in eye.all_text(), "the question")
    wait_until(lambda: RED in colours(marks_of(eye), eye), "a red frame")


def test_a_counted_code_has_a_green_frame(eye: Shown) -> None:
    eye.lane.preview(picture(EAN))
    wait_until(lambda: GREEN in colours(marks_of(eye), eye), "a green frame")


def test_no_more_codes_are_told_than_there_is_room_for(eye: Shown) -> None:
    many = [msgspec.structs.replace(EAN, text=f"{n:013}") for n in range(3 * READS_MAX)]
    eye.lane.preview(picture(*many))
    wait_until(lambda: "0000000000000" in eye.all_text(), "the first code")

    assert len([item for item, _ in eye.items() if item.objectName() == "eyeRead"]) == READS_MAX


def test_marks_come_at_a_bounded_rate(eye: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    eye.lane.preview(picture(EAN))
    wait_until(lambda: reads(eye) == 1, "the first marks")
    monkeypatch.setattr(camera_marks, "TAKE_EVERY_S", 3600.0)
    eye.lane.preview(picture())
    eye.settle()

    assert reads(eye) == 1


def test_leaving_the_page_forgets_what_was_seen(eye: Shown) -> None:
    eye.lane.preview(picture(EAN))
    wait_until(lambda: reads(eye) == 1, "the marks")
    marks = marks_of(eye)
    eye.touch("scannerEyeClose")
    wait_until(lambda: has(eye, "scannerEyeOpen"), "the devices")

    assert [marks.property(name) for name in ("reads", "unreadBars", "decodeMs")] == [[], 0, 0.0]


def test_shoppers_never_see_a_mark(open_window: Callable[..., Shown]) -> None:
    shown = open_window(1080, 1920)
    shown.show(SITUATIONS["scanning-1"])
    shown.settle()
    shown.lane.preview(picture(EAN, BARS))
    wait_until(lambda: any(item.property("hasFrame") for item, _ in shown.items()), "the picture")

    assert not [item for item, _ in shown.items() if isinstance(item, CameraMarks)]
    assert "4006381333931" not in shown.all_text()
