"""Helpers of the screen tests: show and wait for the frame, touch, and look at what is there."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QRectF
from PySide6.QtGui import QInputDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.checkout.shop import Tenders
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import LaneWindow, ScreenProfile
from kiosk.ui.find import centre, scene_rect, visible_items
from kiosk.ui.post import Touch
from kiosk.ui.samples.attention import RULES
from kiosk.ui.view import CARDS_ONLY
from retail.interventions.situation import Rules

DEADLINE_S = 5.0
QR_TEXT = "Corner Shop\nRote Äpfel 1 kg 2,49 €\n红苹果 1千克\n" + "2 x Käse 7,78 A\n" * 66
"""As long as a digital receipt may be (`retail.digital_receipt.BYTES_MAX`)."""


def wait_until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, f"waited too long for {what}"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


class Shown:
    """A window with its post box."""

    def __init__(self, profile: ScreenProfile, rules: Rules = RULES, tenders: Tenders = CARDS_ONLY) -> None:
        self.posted: list[Touch] = []
        self.painted: list[Snapshot] = []
        self.lane = LaneWindow(
            self.posted.append,
            profile,
            qr_text=lambda snapshot: QR_TEXT,
            rules=rules,
            staff_name=str.title,
            tenders=tenders,
        )
        self.lane.on_painted = lambda snapshot, at: self.painted.append(snapshot)
        self._finger: QInputDevice = QTest.createTouchDevice()

    def close(self) -> None:
        self.lane.close()

    def show(self, snapshot: Snapshot) -> None:
        """Show a snapshot and wait until a frame with it was drawn."""
        self.lane.show(snapshot)
        wait_until(lambda: bool(self.painted) and self.painted[-1] is snapshot, "the snapshot's frame")

    def settle(self) -> None:
        """Wait until the screen has appeared fully."""
        (slot,) = [slot for slot in self._slots() if slot.isVisible()]
        wait_until(lambda: slot.opacity() == 1, "the screen to appear")

    def _slots(self) -> Iterator[QQuickItem]:
        stage = self.lane.window.contentItem().childItems()[0]
        return (item for item in stage.childItems() if isinstance(item.property("turn"), int))

    def touch(self, name: str) -> None:
        """A finger on the middle of a control."""
        self._tap(centre(self.lane.find_control(name)).toPoint())

    def touch_at(self, x: int, y: int) -> None:
        """A finger on a place."""
        self._tap(QPoint(x, y))

    def hold_at(self, x: int, y: int) -> None:
        """A finger that stays."""
        QTest.touchEvent(self.lane.window, self._finger).press(0, QPoint(x, y), self.lane.window).commit()

    def overhead(self, name: str) -> str:
        """A text above all screens, empty if it is not there."""
        hits = [item for item in visible_items(self.lane.window) if item.objectName() == name]
        return str(hits[0].property("text")) if hits else ""

    def _tap(self, point: QPoint) -> None:
        QTest.touchEvent(self.lane.window, self._finger).press(0, point, self.lane.window).commit()
        QTest.touchEvent(self.lane.window, self._finger).release(0, point, self.lane.window).commit()

    def items(self) -> Iterator[tuple[QQuickItem, QRectF]]:
        """Every visible item of the current screen and the bar above it, with what can be seen of it."""
        window = self.lane.window
        area = QRectF(0, 0, window.width(), window.height())
        stage = window.contentItem().childItems()[0]
        for item in stage.childItems():
            slot = item.property("turn")
            if not isinstance(slot, int) or item.property("name") == self.lane.screen_name():
                yield from _seen(item, area)

    def buttons(self) -> list[tuple[QQuickItem, QRectF]]:
        return [(item, seen) for item, seen in self.items() if item.inherits("QQuickAbstractButton")]

    def texts(self) -> list[tuple[QQuickItem, QRectF]]:
        return [
            (item, seen)
            for item, seen in self.items()
            if item.inherits("QQuickText") and item.property("text") and item.property("opacity") > 0
        ]

    def text_of(self, name: str) -> str:
        (item,) = [item for item, _ in self.items() if item.objectName() == name]
        return str(item.property("text"))

    def all_text(self) -> str:
        return "\n".join(str(item.property("text")) for item, _ in self.texts())


def _seen(item: QQuickItem, area: QRectF) -> Iterator[tuple[QQuickItem, QRectF]]:
    if not item.isVisible():
        return
    rect = scene_rect(item)
    seen = rect.intersected(area)
    if item.width() > 0 and item.height() > 0 and not seen.isEmpty():
        yield item, seen
    inside = seen if item.clip() else area
    for child in item.childItems():
        yield from _seen(child, inside)
