"""What staff see of the scanner: the newest examined frame, places coloured by standing, as a PNG."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from scanner_pictures import F, InProcess, Recorder, read, scene, symbol

from kiosk.scanner.camera import CameraProfile, CameraScanner
from kiosk.scanner.frame import Frame, Gray, Packing
from kiosk.scanner.symbols import Box
from kiosk.scanner.tracker import Tracker
from kiosk.scanner.view import LABELS_MAX, Place, Seen, Standing, drawn, png
from retail.codes import Symbology

EAN = "4006381333931"
GREEN, AMBER, RED = (46, 204, 113), (255, 193, 7), (230, 74, 60)


def frame(gray: Gray, number: int = 1, at: float = 1.0) -> Frame:
    return Frame(number=number, at=at, gray=gray, raw=gray, packing=Packing.GRAY)


def seen_with(*places: Place, unread: tuple[Box, ...] = ()) -> Seen:
    return Seen(frame(np.full((720, 1280), 128, np.uint8), 812), places, unread, 12.3)


def pixels(picture: np.ndarray, colour: tuple[int, int, int]) -> int:
    return int(np.all(picture == colour, axis=2).sum())


def test_the_scanner_keeps_the_newest_examined_frame_and_what_it_showed() -> None:
    scanner = CameraScanner(CameraProfile(source="picture:x.png", budget_ms=200), decoder=InProcess())
    assert scanner.seen is None
    first, second = (
        frame(scene((symbol(EAN, F.EAN13), 20, (640, 360))), number, number / 15) for number in (1, 2)
    )
    for shown, standing in ((first, Standing.COUNTED), (second, Standing.COUNTED)):
        scanner.look(shown, Recorder())
        assert scanner.seen is not None
        assert scanner.seen.frame is shown  # kept, not copied
        [place] = scanner.seen.places
        assert (place.text, place.standing) == (EAN, standing)
        assert scanner.seen.ms > 0


def test_standing_tells_why_a_code_does_not_count_yet() -> None:
    tracker = Tracker()
    tracker.saw(1, 0.0, [read(EAN), read("96385074", symbology=Symbology.EAN_8, x=600)])
    assert tracker.standing(read(EAN).key) is Standing.ONE_LOOK
    assert tracker.standing("96385074".zfill(14)) is Standing.NEEDS_TWO
    tracker.saw(2, 0.1, [read(EAN), read("9780201310054")])
    assert tracker.standing(read(EAN).key) is Standing.CONTRADICTED


@pytest.mark.parametrize(
    ("standing", "colour"),
    [(Standing.COUNTED, GREEN), (Standing.ONE_LOOK, AMBER), (Standing.CONTRADICTED, RED)],
)
def test_a_place_is_drawn_in_the_colour_of_its_standing(
    standing: Standing, colour: tuple[int, int, int]
) -> None:
    place = Place(EAN, "EAN-13", ("zxing", "tapir"), Box(400, 200, 800, 400), standing)
    picture = drawn(seen_with(place), 640)
    assert picture.shape == (360, 640, 3)
    assert pixels(picture, colour) > 300
    assert pixels(drawn(seen_with(), 640), colour) == 0


def test_a_png_can_be_opened_and_shows_unread_bars(tmp_path: Path) -> None:
    (tmp_path / "seen.png").write_bytes(png(seen_with(unread=(Box(100, 100, 500, 300),)), 640))
    picture = cv2.imread(str(tmp_path / "seen.png"))
    assert picture is not None
    assert pixels(picture[:, :, ::-1], RED) > 300


def test_hostile_texts_and_places_are_drawn_without_harm() -> None:
    texts = ("\x1b[2J\x00\r\n", "<b>&amp;</b>", "\u202e%n%s", "x" * 10_000, "")
    boxes = (Box(-5000, -5000, 9000, 9000), Box(700, 710, 1279, 719), Box(0, 0, 0, 0))
    places = [Place(text, "QR", ("zxing",), box, Standing.COUNTED) for text in texts for box in boxes]
    assert drawn(seen_with(*places * LABELS_MAX)).shape == (540, 960, 3)
