"""What goes with the small picture for staff: places as shares, why a code counts, and no secret in full."""

import numpy as np
import pytest
from scanner_pictures import F, InProcess, Recorder, scene, symbol

from kiosk.scanner.camera import CameraProfile, CameraScanner
from kiosk.scanner.frame import Frame, Packing
from kiosk.scanner.marks import AGE_MAX_S, MARKS_MAX, SIDE_MIN, marks
from kiosk.scanner.symbols import Box
from kiosk.scanner.view import Place, Seen, Standing
from retail.codes import Symbology

EAN = "4006381333931"


def place(text: str, symbology: Symbology = Symbology.EAN_13, box: Box | None = None) -> Place:
    return Place(text, symbology.value, ("zxing", "tapir"), box or Box(128, 72, 640, 360), Standing.ONE_LOOK)


def seen(*places: Place, unread: tuple[Box, ...] = (), at: float = 10.0) -> Seen:
    gray = np.full((720, 1280), 128, np.uint8)
    frame = Frame(number=1, at=at, gray=gray, raw=gray, packing=Packing.GRAY)
    return Seen(frame, places, unread, 12.5)


def test_a_code_is_told_with_its_place_its_decoders_and_its_standing() -> None:
    (mark,), decode_ms = marks(seen(place(EAN)), 10.1)

    assert mark.box == (0.1, 0.1, 0.5, 0.5)
    assert (mark.text, mark.symbology, mark.engines) == (EAN, "EAN-13", ("zxing", "tapir"))
    assert mark.standing == "one_look"
    assert decode_ms == 12.5


def test_bars_that_nobody_read_are_told_without_a_text() -> None:
    (mark,), _ = marks(seen(unread=(Box(0, 0, 640, 360),)), 10.0)

    assert (mark.standing, mark.text, mark.engines) == ("unread", "", ())


@pytest.mark.parametrize(
    ("text", "symbology", "told"),
    [
        (EAN, Symbology.EAN_13, EAN),
        ("2012345001234", Symbology.EAN_13, "2012345001234"),
        ("0104006381333931172711301012\x1d21AB", Symbology.GS1_DATA_MATRIX, "04006381333931"),
        ("https://id.gs1.org/01/04006381333931/21/SECRET", Symbology.QR, "04006381333931"),
        ("BADGE-secret-1234567", Symbology.CODE_128, "BADG… (20)"),
        ("https://pay.example/token/77", Symbology.QR, "http… (28)"),
        ("\x1b[2J\x00", Symbology.QR, "\\x1b[2J… (5)"),
    ],
)
def test_products_are_named_and_nobodys_secret_is_shown(text: str, symbology: Symbology, told: str) -> None:
    (mark,), _ = marks(seen(place(text, symbology)), 10.0)

    assert mark.text == told


def test_a_read_of_one_row_is_marked_so_that_it_can_be_seen() -> None:
    (mark,), _ = marks(seen(place(EAN, box=Box(100, 360, 400, 360))), 10.0)
    _, top, _, bottom = mark.box

    assert bottom - top == pytest.approx(SIDE_MIN)


@pytest.mark.parametrize("box", [Box(-500, -500, -400, -400), Box(-9, 700, 5000, 9000)])
def test_marks_never_leave_the_picture(box: Box) -> None:
    (mark,), _ = marks(seen(place(EAN, box=box)), 10.0)

    assert all(0.0 <= corner <= 1.0 for corner in mark.box)


def test_what_was_seen_long_ago_says_nothing_about_this_picture() -> None:
    assert marks(None, 0.0) == ((), 0.0)
    assert marks(seen(place(EAN)), 10.1 + AGE_MAX_S) == ((), 0.0)


def test_there_are_never_more_marks_than_a_screen_can_show() -> None:
    boxes = tuple(Box(0, n, 10, n + 9) for n in range(5 * MARKS_MAX))
    found, _ = marks(seen(unread=boxes), 10.0)

    assert len(found) == MARKS_MAX


def test_the_scanners_pictures_carry_what_was_read_in_them() -> None:
    scanner = CameraScanner(CameraProfile(source="picture:x.png", budget_ms=200), decoder=InProcess())
    heard = Recorder()
    gray = scene((symbol(EAN, F.EAN13), 20, (640, 360)))
    for number in range(3):
        frame = Frame(number=number, at=1 + number / 5, gray=gray, raw=gray, packing=Packing.GRAY)
        scanner.look(frame, heard)

    assert heard.previews
    assert [mark.text for mark in heard.previews[-1].marks] == [EAN]
    assert heard.previews[-1].marks[0].standing == "counted"
    assert heard.previews[-1].decode_ms > 0
