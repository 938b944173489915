"""Draws pictures of the screens that stand still: to be looked through, and to be compared exactly.

Every situation is drawn from the same beginning, with no fade, no move and no timer, and painted anew as a
whole, so that the load of the machine and the hour make no difference.

Invariants: a picture is what the window shows when three frames in a row are the same; a timer that may have
gone off unseen on a busy machine is an error (`LateError`), never another picture. What was drawn before in
the same process leaves one trace: Qt fills the outlines of letters above 64 pixels, and their edges come out
up to EDGES_LEVELS of 255 lighter or darker. The same order of pictures gives the same bytes.
"""

import datetime
import time
from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMetaObject, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent
from PySide6.QtQuick import QQuickItem

from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from kiosk.ui.comfort import Comfort
from kiosk.ui.find import centre, visible_items
from kiosk.ui.gallery.drawing import NO_SLIDE, Drawing
from kiosk.ui.gallery.items import is_loading, item_frame, parts_page, slides_in, timers_in
from kiosk.ui.reveal import reveal
from kiosk.ui.samples import situations
from kiosk.ui.samples.attention import RULES
from kiosk.ui.samples.flow import SampleGoods
from kiosk.ui.samples.scanner import PICTURED
from kiosk.ui.samples.tenders import EVERYTHING
from retail.theme.default import DEFAULT

ORIENTATIONS = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
AT = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=datetime.UTC)
"""When every picture is drawn."""
QR_SAMPLE = "https://example.com/r/" + "7F3A9C01" * 24
STILL = replace(DEFAULT, motion=dict.fromkeys(DEFAULT.motion, 0))
"""The shop's theme where nothing takes time."""
FROZEN_MS = 2**30
"""A timer's interval that no drawing lives to see."""
EDGES_LEVELS = 16
LOAD_NONE_AHEAD = -(10**6)
"""Main.qml's `warm`: a screen is made when it is shown, not in the background."""
PHOTO = "photo-large"
CLOSERS = (
    "joinClose",
    "countClose",
    "keypadClose",
    "doorClose",
    "formClose",
    "sheetClose",
    "comfortClose",
    PHOTO,
)
"""What puts away whatever touches have brought."""
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
LOAD_S, LOAD_STEP_MS = 20.0, 10
"""How long a picture of the shop's own may be read, by a thread beside."""
SAME_FRAMES = 3
FRAMES_MAX = 60
SETTLE_FRAMES = 2


class NotStillError(Exception):
    """A screen keeps changing by itself."""


class LateError(Exception):
    """The machine was too busy to stop a timer in time; a new window may do better."""


def begin() -> None:
    """Make the application pictures are drawn with. Once per process."""
    create_application("en")
    QGuiApplication.styleHints().setCursorFlashTime(0)


class Stage:
    """A window of one size, language and comfort, on which pictures are drawn one after the other."""

    def __init__(self, orientation: str, language: str, comfort: Comfort, frame: PreviewFrame) -> None:
        width, height = ORIENTATIONS[orientation]
        profile = ScreenProfile(
            width=width,
            height=height,
            shop_name="Lindenkorb",
            lane_name="3",
            comfort=replace(comfort, still=True),
            joins=True,
            theme=STILL,
        )
        self.window = LaneWindow(
            lambda command: None,
            profile,
            qr_text=lambda snapshot: QR_SAMPLE,
            rules=RULES,
            tenders=EVERYTHING,
            now=lambda: AT,
        )
        self.window.window.setProperty("warm", LOAD_NONE_AHEAD)
        self.window.offer_goods(SampleGoods())
        item = item_frame(frame)
        self.window.show_item_pictures(lambda number: item if number == PICTURED else None)
        self._frame = frame
        self._frozen_at = time.monotonic()
        self._rest = dict(situations(language))["attract"]
        self.still()

    def draw(self, drawing: Drawing) -> QImage:
        """What the screen shows of it, after its touches and what they bring."""
        picture = QImage()
        for _ in self.steps(drawing):
            picture = self.still()
        self.put_away(drawing)
        return picture

    def steps(self, drawing: Drawing) -> Iterator[None]:
        """Show it, step by step: whoever takes the steps lets the screen come to rest after each."""
        window = self.window
        window.show_in_window(drawing.window)
        window.show(self._rest)
        yield
        window.show(drawing.snapshot)
        yield
        for touch in drawing.touches:
            reveal(window.window, touch)
            self._touch(window.find_control(touch))
            yield
        if drawing.then is not None:
            window.show(drawing.then)
            yield
        if drawing.is_brought:
            self._bring(drawing)
            yield

    def _bring(self, drawing: Drawing) -> None:
        if drawing.slide != NO_SLIDE:
            slides_in(self.window).setProperty("at", drawing.slide)
        if drawing.has_keys:
            self.window.keyboard.begin()
        if drawing.has_curtain:
            self.window.comfort.useCurtain(True)

    def _touch(self, control: QQuickItem) -> None:
        if control.inherits("QQuickAbstractButton"):
            QMetaObject.invokeMethod(control, "click")
            return
        point = centre(control)
        for kind, held in ((QEvent.Type.MouseButtonPress, LEFT), (QEvent.Type.MouseButtonRelease, NONE)):
            event = QMouseEvent(kind, point, point, LEFT, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self.window.window, event)

    def draw_parts(self) -> QImage:
        """Every part in every state."""
        item = parts_page(self.window)
        picture = self.still()
        item.setVisible(False)
        item.deleteLater()
        return picture

    def close(self) -> None:
        """Close the window."""
        self.window.close()

    def settle(self) -> None:
        """Let what was shown be laid out: enough for whoever measures, not for a picture."""
        QCoreApplication.sendPostedEvents()
        self.window.preview(self._frame)
        for _ in range(SETTLE_FRAMES):
            QCoreApplication.processEvents()
            self.window.grab()

    def still(self) -> QImage:
        """What the window shows when it has come to rest."""
        QCoreApplication.sendPostedEvents()
        self._freeze()
        self.window.preview(self._frame)
        frames: list[QImage] = []
        for _ in range(FRAMES_MAX):
            QCoreApplication.processEvents()
            self._load()
            is_due = self._freeze()
            frames = [] if is_due else [*frames, self.window.grab()][-SAME_FRAMES:]
            if len(frames) == SAME_FRAMES and all(frame == frames[0] for frame in frames):
                return self.window.grab_whole()
        raise NotStillError(f"the screen {self.window.screen_name()!r} does not come to rest")

    def _load(self) -> None:
        """Wait for pictures that are read beside."""
        give_up_at = time.monotonic() + LOAD_S
        while any(map(is_loading, visible_items(self.window.window))):
            if time.monotonic() > give_up_at:
                raise NotStillError("a picture cannot be read")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, LOAD_STEP_MS)

    def _freeze(self) -> bool:
        """Stop the timers of what can be seen before they go off; whether one goes off at once."""
        now = time.monotonic()
        unseen_ms, self._frozen_at = (now - self._frozen_at) * 1_000, now
        is_late = is_due = False
        for timer in timers_in(self.window):
            interval_ms = timer.property("interval")
            if interval_ms == 0:
                is_due = is_due or timer.property("running")
            elif interval_ms != FROZEN_MS:
                is_late = is_late or (timer.property("running") and 0 < interval_ms <= unseen_ms)
                timer.setProperty("interval", FROZEN_MS)
        if is_late:
            raise LateError
        return is_due

    def put_away(self, drawing: Drawing) -> None:
        """Close whatever this brought, and forget what was chosen."""
        if not drawing.is_brought:
            return
        if self.window.screen_name() == "attract":
            slides_in(self.window).setProperty("at", NO_SLIDE)
        self.window.keyboard.end()
        self.window.comfort.reset()
        for closer in CLOSERS:
            try:
                control = self.window.find_control(closer)
            except LookupError:
                continue
            self._touch(control)
            self.still()
