"""The lane keeps the picture of what staff are asked about, of nothing else, and not for long."""

import threading
import time
from collections.abc import Callable, Iterator

import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from kiosk.app.pictures import KEPT_MAX, SHOTS_MAX, ItemPictures, PicturingLink
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State, Transaction
from kiosk.devices.scanner import CodeRead
from kiosk.scanner.frame import Frame, Packing
from kiosk.scanner.symbols import Box
from kiosk.scanner.view import Place, Seen, Standing
from kiosk.ui.samples.attention import attended, raised
from kiosk.ui.samples.goods import product
from retail.codes import Symbology
from retail.interventions.carried import Open
from retail.journal.weighing import WeighingAsked
from retail.wire.pictures import is_mark, wrong_with

WINE, MILK = "4006381333931", "4012345678901"
KEEP_S = 600.0


class Camera:
    """What `CameraScanner` shows of itself."""

    def __init__(self) -> None:
        self.seen: Seen | None = None

    def sees(self, text: str, at: float, gray: int = 120) -> CodeRead:
        picture = np.full((720, 1280), gray, np.uint8)
        cv2.putText(picture, f"{text} {at}", (300, 360), cv2.FONT_HERSHEY_SIMPLEX, 2, 20, 4)
        frame = Frame(number=round(at), at=at, gray=picture, raw=picture, packing=Packing.GRAY)
        box = Box(600, 330, 700, 390)
        places = (Place(text, "ean_13", ("zxing",), box, Standing.COUNTED),) if text else ()
        self.seen = Seen(frame, places, (), 1.0)
        return CodeRead(text=text or "?", symbology=Symbology.EAN_13, frame_at=at)


class Lane:
    """The lane as the pictures see it: reads, and states that follow."""

    def __init__(self) -> None:
        self.now, self.news = 1000.0, 0
        self.camera = Camera()
        self.pictures = ItemPictures(KEEP_S, lambda: self.now)
        self.pictures.changed = self._changed
        self.pictures.look_through(self.camera)
        self.open: tuple[Open, ...] = ()
        self.added: tuple[int, ...] = ()
        self.sale = "t-1"
        self.weighing: WeighingAsked | None = None
        self._news = threading.Lock()

    def _changed(self) -> None:
        with self._news:
            self.news += 1

    def shows(self, frame_at: float = 0.0) -> None:
        sale = None
        if self.sale:
            sale = Transaction(
                transaction_id=self.sale,
                number=1,
                started_at="",
                currency="EUR",
                added=self.added,
                weighing=self.weighing,
            )
        state = attended(State(transaction=sale), *self.open) if sale else State()
        if self.open and not sale:
            state = replace(state, situation=attended(state, *self.open).situation)
        self.pictures.follow(Snapshot(sequence=1, state=state, frame_at=frame_at))

    def scans(self, text: str, line_id: int, *those: Open) -> bytes:
        """A read becomes a line, and calls for these; the picture of its scan."""
        self.now += 1
        read = self.camera.sees(text, self.now)
        self.pictures.read(read)
        self.added, self.open = (*self.added, line_id), (*self.open, *those)
        self.shows(read.frame_at)
        return self.pictures.jpeg(those[0].intervention_no) if those else b""


@pytest.fixture
def lane() -> Iterator[Lane]:
    lane = Lane()
    yield lane
    lane.pictures.close()


def test_the_moment_of_the_scan_is_kept_small_while_it_waits(lane: Lane) -> None:
    lane.scans(MILK, 1)
    wine = lane.scans(WINE, 2, raised(1, "age_check", line_id=2))
    assert wrong_with(wine) == ""
    lane.scans(MILK, 3)
    assert lane.pictures.jpeg(1) == wine, "later scans do not change it"
    assert list(lane.pictures.marks()) == [1]
    assert is_mark(lane.pictures.marks()[1])
    frame = lane.pictures.frame(1)
    assert frame is not None
    assert (frame.width, frame.height, len(frame.rgb)) == (320, 180, 320 * 180 * 3)


def test_a_weight_is_about_the_scan_of_its_line_however_long_ago(lane: Lane) -> None:
    lane.scans(WINE, 1)
    lane.scans(MILK, 2)
    lane.now += 100
    lane.open = (raised(1, "weight_mismatch", line_id=1), raised(2, "weight_mismatch", line_id=2))
    lane.shows()
    first, second = lane.pictures.jpeg(1), lane.pictures.jpeg(2)
    assert first
    assert second
    assert first != second


@pytest.mark.parametrize("ending", ["decided", "refused", "purchase"])
def test_it_goes_with_the_decision_and_with_the_purchase(lane: Lane, ending: str) -> None:
    age = raised(1, "age_check", line_id=1)
    assert lane.scans(WINE, 1, age)
    news = lane.news
    match ending:
        case "decided":
            lane.open = ()
        case "refused":
            lane.open = (replace(age, refused_by="anna"),)
        case _:
            lane.sale, lane.open = "", ()
    lane.shows()
    assert lane.pictures.jpeg(1) == b""
    assert lane.pictures.marks() == {}
    assert lane.news > news


def test_it_goes_after_a_while_though_nothing_happens(lane: Lane) -> None:
    quick = ItemPictures(0.2)
    gone = threading.Event()
    quick.look_through(lane.camera)
    lane.pictures, real = quick, lane.pictures
    real.close()
    read = lane.camera.sees(WINE, time.monotonic())
    quick.read(read)
    lane.added, lane.open = (1,), (raised(1, "age_check", line_id=1),)
    quick.changed = gone.set
    lane.shows(read.frame_at)
    assert gone.wait(10)
    while quick.marks():
        gone.clear()
        assert gone.wait(10)
    assert quick.jpeg(1) == b""


def test_the_clock_ends_it(lane: Lane) -> None:
    assert lane.scans(WINE, 1, raised(1, "age_check", line_id=1))
    lane.now += KEEP_S - 1
    assert lane.pictures.jpeg(1)
    lane.now += 1
    assert lane.pictures.jpeg(1) == b""


def test_a_lane_that_is_faster_than_its_picture_is_told_when_it_is_there(lane: Lane) -> None:
    read = lane.camera.sees(WINE, lane.now)
    lane.added, lane.open = (1,), (raised(1, "age_check", line_id=1),)
    lane.shows(read.frame_at)
    assert lane.pictures.marks() == {}
    news = lane.news
    lane.pictures.read(read)
    assert lane.pictures.jpeg(1)
    assert lane.news == news + 1


def test_what_is_not_an_item_leaves_no_picture(lane: Lane) -> None:
    for early in (True, False):  # the picture is there before the lane has decided, or after
        lane.now += 1
        badge = lane.camera.sees("staff:anna:0123", lane.now)
        if early:
            lane.pictures.read(badge)
        lane.shows(badge.frame_at)
        if not early:
            lane.pictures.read(badge)
        lane.open = (raised(1 + early, "unexpected_item", subject="bagging"),)
        lane.shows()
        assert lane.pictures.marks() == {}, "nor while the badge lies there"


def test_loose_goods_keep_the_scan_until_they_are_weighed(lane: Lane) -> None:
    read = lane.camera.sees(MILK, lane.now)
    lane.weighing = WeighingAsked(ask_id="w-1", product=product(1), scanned=MILK)
    lane.pictures.read(read)
    lane.shows(read.frame_at)
    lane.now += 4
    lane.weighing, lane.added, lane.open = None, (1,), (raised(1, "produce_check", line_id=1),)
    lane.shows()
    assert lane.pictures.jpeg(1)
    lane.added, lane.open = (1, 2), (*lane.open, raised(2, "produce_check", line_id=2))
    lane.shows()  # somebody typed the next one: its picture is nobody's
    assert list(lane.pictures.marks()) == [1]


def test_help_payment_and_devices_have_no_picture(lane: Lane) -> None:
    kinds = ("help", "payment_declined", "idle", "receipt_paper", "own_bag", "item_removed")
    lane.scans(WINE, 1, *(raised(number, kind) for number, kind in enumerate(kinds, 1)))
    assert lane.pictures.marks() == {}


def test_a_nudge_without_a_scan_shows_what_lies_there_now(lane: Lane) -> None:
    lane.camera.sees("", lane.now)
    lane.open = (raised(1, "unexpected_item", subject="bagging"),)
    lane.shows()
    assert lane.pictures.jpeg(1)
    lane.camera.sees("", lane.now - 5)
    lane.open = (*lane.open, raised(2, "skip_bagging"))
    lane.shows()
    assert list(lane.pictures.marks()) == [1], "an old frame is not the moment"


def test_a_hand_scanners_read_has_no_picture(lane: Lane) -> None:
    lane.camera.sees(MILK, lane.now)
    read = CodeRead(text=WINE, symbology=Symbology.EAN_13, frame_at=lane.now + 0.4)
    lane.pictures.read(read)
    lane.added, lane.open = (1,), (raised(1, "age_check", line_id=1),)
    lane.shows(read.frame_at)
    assert lane.pictures.marks() == {}


def test_it_is_bounded_and_what_waits_is_kept_longest(lane: Lane) -> None:
    wine = lane.scans(WINE, 1, raised(1, "age_check", line_id=1))
    for line_id in range(2, SHOTS_MAX * 2):
        lane.scans(MILK, line_id)
    assert lane.pictures.jpeg(1) == wine
    assert len(lane.pictures._shots) <= SHOTS_MAX
    for number in range(2, KEPT_MAX * 2):
        lane.scans(MILK, 100 + number, raised(number, "price_required", line_id=100 + number))
    assert len(lane.pictures.marks()) == KEPT_MAX


def test_none_is_taken_where_the_store_wants_none(lane: Lane) -> None:
    lane.pictures.close()
    lane.pictures = ItemPictures(0, lambda: lane.now)
    lane.pictures.look_through(lane.camera)
    assert lane.scans(WINE, 1, raised(1, "age_check", line_id=1)) == b""


def test_a_picture_that_cannot_be_made_stops_nothing(lane: Lane, caplog: pytest.LogCaptureFixture) -> None:
    read = lane.camera.sees(WINE, lane.now)
    broken = np.zeros((1, 3), np.uint8)
    assert lane.camera.seen is not None
    frame = Frame(number=1, at=lane.now, gray=lane.camera.seen.frame.gray, raw=broken, packing=Packing.JPEG)
    lane.camera.seen = Seen(frame, lane.camera.seen.places, (), 1.0)
    lane.pictures.read(read)
    assert "no picture of the item" in caplog.text
    caplog.clear()


def test_the_link_tells_the_code_first(lane: Lane) -> None:
    told: list[str] = []

    class Inbox:
        def post(self, command: object) -> None:
            told.append(f"{type(command).__name__} {len(lane.pictures._shots)}")

        def keep(self, attempt_id: str, result: object) -> bool:
            return True

    show: Callable[[object], None] = lambda frame: None  # noqa: E731 - a screen
    link = PicturingLink(lane.pictures, Inbox(), show)
    link.said(lane.camera.sees(WINE, lane.now))
    assert told == ["ScanCode 0"]
    assert len(lane.pictures._shots) == 1
