"""Nothing a shopper types or does to the glass leaves the lane: on every screen, any key, any gesture."""

import itertools
import random
from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPointingDevice,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from ui_window import Shown, wait_until

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.samples import situations
from kiosk.ui.screens import Screen, screen_of

KEYS = (
    *(getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)),
    Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Print, Qt.Key.Key_Menu, Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L, Qt.Key.Key_Back, Qt.Key.Key_HomePage, Qt.Key.Key_PowerOff, Qt.Key.Key_Sleep,
    Qt.Key.Key_LogOff, Qt.Key.Key_Launch0, Qt.Key.Key_Explorer, Qt.Key.Key_Calculator, Qt.Key.Key_WWW,
    Qt.Key.Key_Search, Qt.Key.Key_Standby, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_PageDown,
    Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_C, Qt.Key.Key_V,
    Qt.Key.Key_T, Qt.Key.Key_D, Qt.Key.Key_L, Qt.Key.Key_R, Qt.Key.Key_Space, Qt.Key.Key_Left,
)  # fmt: skip
NONE, SHIFT, CTRL, ALT, META = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier,
)  # fmt: skip
MODIFIERS = (CTRL, ALT, META, CTRL | ALT, CTRL | SHIFT)
COMBINATIONS = [
    (key, modifiers) for key, modifiers in itertools.product(KEYS, (NONE, *MODIFIERS))
]  # fmt: skip
"""The lane's own keys are `tests/ui/test_ui_keyboard.py`'s."""
COMBINATIONS_OF_A_SCREEN, GESTURES_OF_A_SCREEN = 200, 50


def one_of_each_screen() -> dict[Screen, Snapshot]:
    found: dict[Screen, Snapshot] = {}
    for _, snapshot in situations("en"):
        found.setdefault(screen_of(snapshot), snapshot)
    return found


SCREENS = one_of_each_screen()


def test_there_is_a_situation_for_every_screen_and_there_are_enough_combinations() -> None:
    assert set(SCREENS) >= set(Screen) - {Screen.STAFF}
    assert len(set(COMBINATIONS)) >= COMBINATIONS_OF_A_SCREEN
    assert len(list(gestures(random.Random(1), 1000, 800))) == GESTURES_OF_A_SCREEN


class Lane:
    """A full screen, and whether anything has left it."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.window = shown, shown.lane.window
        self.quits: list[str] = []
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.lastWindowClosed.connect(lambda: self.quits.append("last window closed"))
        application.aboutToQuit.connect(lambda: self.quits.append("quit"))
        self.clipboard = application.clipboard().text()
        self.application = application

    def left(self, screen: Screen) -> list[str]:
        """What is no longer as it was."""
        found = list(self.quits)
        if not self.window.isVisible():
            found.append("the window is hidden")
        if self.window.visibility() != QWindow.Visibility.FullScreen:
            found.append(f"the window is {self.window.visibility().name}")
        if self.shown.lane.screen_name() != screen.value:
            found.append(f"the screen is {self.shown.lane.screen_name()}")
        others = [
            one for one in self.application.topLevelWindows() if one is not self.window and one.isVisible()
        ]
        found += [f"there is another window, {one.title()!r}" for one in others]
        if self.application.clipboard().text() != self.clipboard:
            found.append("something was copied")
        return found


@pytest.fixture
def lane(open_window: Callable[..., Shown]) -> Lane:
    return Lane(open_window(fullscreen=True))


def press(window: QWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, modifiers))


Gesture = Callable[[QWindow, "Shown"], None]


def gestures(chance: random.Random, width: int, height: int) -> Iterator[Gesture]:
    """Swipes from every edge with one to five fingers, pinches, long presses, menus, wheels, things dropped.

    They end on no button: what a finger on a button does is the lane's business.
    """
    edges = {
        "left": ((0, 0.5), (0.9, 0.5)), "right": ((1, 0.5), (0.1, 0.5)),
        "top": ((0.5, 0), (0.5, 0.9)), "bottom": ((0.5, 1), (0.5, 0.1)),
    }  # fmt: skip
    for (begin, end), fingers in itertools.product(edges.values(), range(1, 6)):
        yield swipe(begin, end, fingers, width, height)
    for corner in itertools.product((0, 1), (0, 1)):
        yield swipe(corner, (0.5, 0.5), 1, width, height)
        yield swipe(corner, (0.5, 0.5), 4, width, height)
    for _ in range(6):
        yield menu(QPoint(chance.randrange(width), chance.randrange(height)))
    for _ in range(6):
        yield wheel(QPointF(chance.randrange(width), chance.randrange(height)), chance.choice((-120, 120)))
    yield from (dropped("file:///etc/passwd"), dropped("https://example.org/"))
    yield from (closed, minimised, windowed, unfullscreened)
    for fingers in range(2, 6):
        yield pinch(fingers, width, height)


def swipe(
    begin: tuple[float, float], end: tuple[float, float], fingers: int, width: int, height: int
) -> Gesture:
    def act(window: QWindow, shown: Shown) -> None:
        def at(share: float, finger: int) -> QPoint:
            x = begin[0] + (end[0] - begin[0]) * share
            y = begin[1] + (end[1] - begin[1]) * share
            return QPoint(round(x * (width - 1)), round(y * (height - 1))) + QPoint(14 * finger, 9 * finger)

        _moved(window, shown, fingers, at)

    return act


def pinch(fingers: int, width: int, height: int) -> Gesture:
    def act(window: QWindow, shown: Shown) -> None:
        def at(share: float, finger: int) -> QPoint:
            away = round((1 - share) * min(width, height) * 0.4)
            x = width // 2 + (away if finger % 2 else -away)
            return QPoint(x, height // 2 + 12 * finger)

        _moved(window, shown, fingers, at)

    return act


def _moved(window: QWindow, shown: Shown, fingers: int, at: Callable[[float, int], QPoint]) -> None:
    """Fingers go down, travel and are taken away by the system (cancelled, so that no button is pressed)."""
    finger_device = cast("QPointingDevice", shown._finger)
    down = QTest.touchEvent(window, finger_device)
    for finger in range(fingers):
        down.press(finger, at(0, finger), window)
    down.commit()
    for share in (0.3, 0.6, 1.0):
        move = QTest.touchEvent(window, finger_device)
        for finger in range(fingers):
            move.move(finger, at(share, finger), window)
        move.commit()
    up = QTest.touchEvent(window, finger_device)
    for finger in range(fingers):
        up.release(finger, at(1.0, finger), window)
    up.commit()


def menu(point: QPoint) -> Gesture:
    def act(window: QWindow, _shown: Shown) -> None:
        QCoreApplication.sendEvent(window, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point))
        QTest.mouseClick(window, Qt.MouseButton.RightButton, NONE, point)

    return act


def wheel(point: QPointF, turn: int) -> Gesture:
    def act(window: QWindow, _shown: Shown) -> None:
        event = QWheelEvent(
            point, point, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, CTRL,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(window, event)

    return act


def dropped(address: str) -> Gesture:
    def act(window: QWindow, _shown: Shown) -> None:
        data = QMimeData()
        data.setUrls([QUrl(address)])
        event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
        QCoreApplication.sendEvent(window, event)

    return act


def closed(window: QWindow, _shown: Shown) -> None:
    QCoreApplication.sendEvent(window, QCloseEvent())
    window.close()


def minimised(window: QWindow, _shown: Shown) -> None:
    window.showMinimized()


def windowed(window: QWindow, _shown: Shown) -> None:
    window.showNormal()


def unfullscreened(window: QWindow, _shown: Shown) -> None:
    window.showMaximized()


def attack(lane: Lane, screen: Screen, combinations: int, gesture_count: int) -> list[str]:
    """Everything that got out of one screen."""
    chance = random.Random(screen.value)
    wanted = SCREENS[screen]
    lane.shown.show(wanted)
    lane.shown.settle()
    window, out = lane.window, []
    for key, modifiers in chance.sample(COMBINATIONS, combinations):
        press(window, key, modifiers)
        out += [f"{key.name} {modifiers}: {why}" for why in lane.left(screen)]
    doing = list(gestures(chance, window.width(), window.height()))
    for number in sorted(chance.sample(range(len(doing)), gesture_count)):
        doing[number](window, lane.shown)
        QCoreApplication.processEvents()
        out += [f"gesture {number}: {why}" for why in lane.left(screen)]
    return out


@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: one.value)
def test_no_key_and_no_gesture_leaves_a_screen(lane: Lane, screen: Screen) -> None:
    assert attack(lane, screen, 30, 25) == []


@pytest.mark.slow
@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: one.value)
def test_no_key_of_200_and_no_gesture_of_50_leaves_a_screen(lane: Lane, screen: Screen) -> None:
    assert attack(lane, screen, COMBINATIONS_OF_A_SCREEN, GESTURES_OF_A_SCREEN) == []


def test_a_locked_lane_is_touched_and_closed_by_itself_as_ever(lane: Lane) -> None:
    lane.shown.show(SCREENS[Screen.ATTRACT])
    lane.shown.settle()
    press(lane.window, Qt.Key.Key_F4, ALT)
    lane.shown.touch("start")
    assert lane.shown.posted
    gone: list[str] = []
    lane.window.destroyed.connect(lambda: gone.append("window"))
    lane.shown.lane.close()
    assert gone


def test_a_window_on_a_desk_is_not_locked(open_window: Callable[..., Shown]) -> None:
    shown = open_window()
    shown.lane.window.close()
    wait_until(lambda: not shown.lane.window.isVisible(), "the window to close")
