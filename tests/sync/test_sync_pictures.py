"""The picture of an item goes up with its alert: once on each line; what staff saw must be the lane's own."""

import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import cv2
import msgspec
import numpy as np
import pytest

from kiosk.app.store_line import LaneAtLine
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State, Transaction
from kiosk.sync.alerts import AlertBook
from kiosk.sync.backoff import Backoff
from kiosk.sync.live import LiveChannel
from kiosk.sync.pictures import ALERTS_MAX, ShownPictures
from kiosk.ui.samples.attention import attended, raised
from retail.wire.live import MESSAGE_MAX, AlertRaised, LaneCommand, Up, Waiting
from retail.wire.pictures import SIZE_MAX, mark_of, wrong_with

DEADLINE_S = 20


def photo(shade: int = 120) -> bytes:
    done, data = cv2.imencode(".jpg", np.full((180, 320, 3), shade, np.uint8))
    assert done
    return data.tobytes()


class Pictures:
    """A lane's pictures, by intervention."""

    def __init__(self, **kept: bytes) -> None:
        self.kept: Mapping[int, bytes] = {int(name[1:]): jpeg for name, jpeg in kept.items()}

    def marks(self) -> Mapping[int, str]:
        return {number: mark_of(jpeg) for number, jpeg in self.kept.items()}

    def jpeg(self, intervention_no: int) -> bytes:
        return self.kept.get(intervention_no, b"")


class Wire:
    """A line to somebody who only listens, until it breaks."""

    def __init__(self) -> None:
        self.told: queue.Queue[Any] = queue.Queue()
        self.broken = threading.Event()

    def send(self, text: str) -> None:
        assert len(text) < MESSAGE_MAX
        self.told.put(msgspec.json.decode(text, type=Up))

    def recv(self, timeout_s: float) -> str:
        raise OSError("cut") if self.broken.wait(timeout_s) else TimeoutError

    def alert(self, when: Callable[[AlertRaised], bool] = lambda _: True) -> AlertRaised:
        while True:
            message = self.told.get(timeout=DEADLINE_S)
            if isinstance(message, AlertRaised) and when(message):
                return message


class Way:
    def __init__(self) -> None:
        self.wires: queue.Queue[Wire] = queue.Queue()

    @contextmanager
    def open(self) -> Iterator[Wire]:
        wire = Wire()
        self.wires.put(wire)
        yield wire


class Listening(LaneAtLine):
    """Keeps what it would ask its engine."""

    def __init__(self, pictures: Pictures | None) -> None:
        self.asked: list[Any] = []
        super().__init__(lambda _: None, self._keep, lambda _: None, lambda: None, pictures)

    def _keep(self, command: object) -> str:
        self.asked.append(command)
        return ""


def lane_with(*kinds: str, pictures: Pictures | None = None) -> Listening:
    lane = Listening(pictures)
    sale = Transaction(transaction_id="t-1", number=1, started_at="", currency="EUR")
    those = (raised(number, kind) for number, kind in enumerate(kinds, 1))
    lane.show(Snapshot(sequence=1, state=attended(State(transaction=sale), *those)))
    return lane


@contextmanager
def channel(lane: LaneAtLine, pictures: Pictures | None) -> Iterator[Way]:
    way, book = Way(), AlertBook("run", "1-1")
    live = LiveChannel(way, lane, lambda: book, Backoff(lambda: 0.0), pictures=pictures)
    live.start()
    try:
        yield way
    finally:
        live.stop()


def test_a_picture_goes_up_once_on_each_line_and_when_it_is_another() -> None:
    pictures = Pictures(n1=photo(50))
    lane = lane_with("age_check", pictures=pictures)
    with channel(lane, pictures) as way:
        wire = way.wires.get(timeout=DEADLINE_S)
        first = wire.alert()
        assert first.waiting is not None
        assert (first.picture, first.waiting.picture) == (photo(50), mark_of(photo(50)))
        lane.show(
            Snapshot(sequence=2, state=attended(lane.latest().state, raised(1, "age_check", looked_by="x")))
        )  # type: ignore[union-attr]
        again = wire.alert(lambda one: one.waiting is not None and one.waiting.looked_by == "x")
        assert again.waiting is not None
        assert (again.picture, again.waiting.picture) == (b"", mark_of(photo(50)))
        pictures.kept = {1: photo(200)}
        assert wire.alert(lambda one: one.picture != b"").picture == photo(200)
        pictures.kept = {}
        assert wire.alert(lambda one: one.waiting is not None and one.waiting.picture == "").picture == b""
        pictures.kept = {1: photo(200)}
        wire.alert(lambda one: one.picture == photo(200))  # it was told that there is none
        wire.broken.set()
        next_line = way.wires.get(timeout=DEADLINE_S)
        assert next_line.alert().picture == photo(200), "a new line has not seen it"


def test_a_line_without_pictures_names_none() -> None:
    with channel(lane_with("age_check"), None) as way:
        told = way.wires.get(timeout=DEADLINE_S).alert()
        assert told.waiting is not None
        assert (told.picture, told.waiting.picture) == (b"", "")


def test_the_largest_picture_fits_into_a_message() -> None:
    noise = np.random.default_rng(5).integers(0, 255, (180, 320, 3), np.uint8)
    for quality in range(95, 5, -1):
        _, data = cv2.imencode(".jpg", noise, (cv2.IMWRITE_JPEG_QUALITY, quality))
        if wrong_with(data.tobytes()) == "":
            break
    assert len(data) > 0.9 * SIZE_MAX
    waiting = Waiting(intervention_no=1, kind="age_check", item="x" * 300, why="y" * 300)
    alert = AlertRaised(
        alert_id="a", kind="age_check", text="z" * 300, waiting=waiting, picture=data.tobytes()
    )
    assert len(msgspec.json.encode(alert)) < MESSAGE_MAX


def test_what_a_line_was_shown_is_bounded() -> None:
    pictures = Pictures(n1=photo())
    shown = ShownPictures(pictures)
    waiting = Waiting(intervention_no=1, kind="age_check", picture=mark_of(photo()))
    for number in range(ALERTS_MAX + 1):
        message = AlertRaised(alert_id=f"a-{number}", kind="age_check", text="", waiting=waiting)
        assert shown.beside(message).picture
    assert shown.beside(message).picture == b""
    assert len(shown._shown) == ALERTS_MAX


@pytest.mark.parametrize(
    ("seen", "saw"),
    [(mark_of(photo(50)), True), (mark_of(photo(200)), False), ("", False), ("x" * 5_000, False)],
)
def test_only_the_lanes_own_picture_counts_as_seen(seen: str, saw: bool) -> None:
    lane = lane_with("age_check", "produce_check", pictures=Pictures(n1=photo(50)))
    command = LaneCommand(
        command_id="c",
        name="approve",
        by="anna",
        intervention_no=1,
        reason="clearly_of_age",
        picture_seen=seen,
    )
    lane.carry_out(command)
    lane.carry_out(msgspec.structs.replace(command, intervention_no=2))
    first, second = lane.asked
    assert isinstance(first, sc.ApproveIntervention)
    assert first.staff is not None
    assert first.staff.saw_picture is saw
    assert not second.staff.saw_picture, "it is another item's"
