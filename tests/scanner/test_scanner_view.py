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
from kiosk.scanner.view import ITEM_WIDTH_MAX, LABELS_MAX, Place, Seen, Standing, drawn, item_jpeg, png
from retail.codes import Symbology
from retail.wire.pictures import wrong_with

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


def item_of(seen: Seen, text: str = EAN) -> Gray:
    packed = item_jpeg(seen, text)
    assert wrong_with(packed) == ""
    picture = cv2.imdecode(np.frombuffer(packed, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture.shape == (180, ITEM_WIDTH_MAX)
    return np.asarray(picture, np.uint8)


def place(text: str, left: int, top: int) -> Place:
    return Place(text, "ean_13", ("zxing",), Box(left, top, left + 120, top + 60), Standing.COUNTED)


@pytest.mark.parametrize(("left", "top"), [(0, 0), (1160, 0), (600, 330), (0, 660), (1160, 660)])
def test_the_item_is_cut_out_around_its_code_and_never_the_whole_frame(left: int, top: int) -> None:
    gray = np.full((720, 1280), 200, np.uint8)
    gray[top : top + 60, left : left + 120] = 20
    far = (1279 - left if left != 600 else 0, 719 - top if top != 330 else 0)
    gray[max(0, far[1] - 40) : far[1] + 40, max(0, far[0] - 40) : far[0] + 40] = 120  # a face at the far end
    picture = item_of(Seen(frame(gray), (place(EAN, left, top),), (), 1.0))
    assert picture.min() < 60, "the code is in it"
    between = (picture > 80) & (picture < 160)
    assert between.sum() < 600, "what is at the other end of the frame is not"


def test_another_code_beside_the_item_is_painted_over() -> None:
    badge = symbol("staff:anna:0123456789", F.QRCode)
    gray = scene((badge, 0, (760, 360)))
    box = Box(760 - 90, 360 - 90, 760 + 90, 360 + 90)
    beside = Place("staff:anna:0123456789", "qr", ("zxing",), box, Standing.COUNTED)
    shown = item_of(Seen(frame(gray), (place(EAN, 520, 330), beside), (), 1.0))
    bare = item_of(Seen(frame(gray), (place(EAN, 520, 330),), (), 1.0))
    assert bare.min() < 60, "unknown to the decoder it would be seen"
    assert shown.min() > 60


def test_noise_that_does_not_pack_small_is_no_picture() -> None:
    noise = np.random.default_rng(3).integers(0, 255, (720, 1280), np.uint8).astype(np.uint8)
    assert item_jpeg(Seen(frame(noise), (), (), 1.0), size_max=500) == b""
