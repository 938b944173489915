"""The lane's window: snapshots, camera frames and sounds in; touches out.

The composition root makes one application and one window, hands it snapshots from any thread, and gets the
shopper's commands through `post`. Nothing here knows devices, the database or the checkout's rules.

Invariants: `show`, `preview` and `play` may be called from any thread and never block; the newest snapshot
and the newest frame win; Qt objects are touched on the GUI thread only.
"""

import datetime
import logging
import os
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle
from shiboken6 import Shiboken

from kiosk.checkout.effects import Sound
from kiosk.checkout.evolve import PLAIN
from kiosk.checkout.shop import Tenders
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State, Transaction
from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.bridges.comfort import Comfort as ComfortBridge
from kiosk.ui.bridges.focus import FocusMark
from kiosk.ui.bridges.lane import Lane
from kiosk.ui.camera_marks import CameraMarks
from kiosk.ui.camera_view import CameraView
from kiosk.ui.comfort import Comfort, has_left
from kiosk.ui.find import visible_items
from kiosk.ui.item_picture import Find
from kiosk.ui.keyboard import Keyboard, KeyProfile
from kiosk.ui.locked import Locked
from kiosk.ui.mailbox import Mailbox
from kiosk.ui.post import Post
from kiosk.ui.qr_view import QrView
from kiosk.ui.screens import Screen
from kiosk.ui.shop_window import Window, window_view
from kiosk.ui.sound import SoundPlayer
from kiosk.ui.translations import ShopTranslator, Translations
from kiosk.ui.view import CARDS_ONLY, derive
from kiosk.ui.view.lookup import GoodsIndex
from kiosk.ui.view.staff_here import Here
from kiosk.ui.voice import Voice, voice_of
from kiosk.ui.words.messages import Say
from retail.interventions.situation import Rules
from retail.languages import LANGUAGES, RIGHT_TO_LEFT
from retail.theme.default import DEFAULT
from retail.theme.model import Theme

ASSETS = Path(__file__).parents[2] / "assets"
QML = Path(__file__).parent / "qml"
FONT_FAMILY = "Noto Sans CJK SC"
ARABIC_FAMILY = "Noto Sans Arabic UI"
"""Draws what the first has no letters for; named, so that no other font of the machine ever does."""
DESKTOPS = ("xcb", "wayland", "windows", "cocoa")
"""Platforms where the lane is one window among others, and must fit between them."""
ITEMS = (CameraMarks, CameraView, QrView)
"""Items QML draws with; importing them makes them known to it."""
NOTHING_TO_LOAD = -1_000
"""Main.qml's `warm` when the window ends: a screen half made must not outlive its engine."""
WAITING = frozenset({Screen.ATTRACT, Screen.CLOSED})
"""Screens that show something of the shop."""
SHOWN_MAX = 500
"""Screen names kept for whoever steers the lane."""

_log = logging.getLogger(__name__)


class ScreenProfile(msgspec.Struct, frozen=True, kw_only=True):
    """The screen this lane has, and what is written on it."""

    width: int = 1080
    height: int = 1920
    fullscreen: bool = False
    graphics: str = "software"
    assets: Path = ASSETS
    shop_name: str = ""
    lane_name: str = ""
    languages: tuple[str, ...] = LANGUAGES
    has_members: bool = True
    """Whether the scanning screen speaks of a member card."""
    prices_only: bool = False
    """This lane tells prices and sells nothing."""
    joins: bool = False
    """One can become a member here."""
    comfort: Comfort = Comfort()
    keys: KeyProfile = KeyProfile()
    """What the keys of this lane do; without any a key does nothing."""
    """How every shopper finds the screens."""
    theme: Theme = DEFAULT
    """The shop's colours, letters and times."""


class _Application(QGuiApplication):
    """Ends when it is told to. Qt's own would ask the windows first, and a locked one says no to anybody."""

    def event(self, event: QEvent) -> bool:
        """Only what is sent to the application itself."""
        if event.type() == QEvent.Type.Quit:
            self.exit()
            return True
        return bool(super().event(event))


def create_application(language: str, graphics: str = "software", assets: Path = ASSETS) -> QGuiApplication:
    """Make the Qt application: renderer, style, fonts and texts. Once per process, before any window."""
    os.environ.setdefault("QT_QUICK_BACKEND", graphics if graphics == "software" else "rhi")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")  # one thread: a frame follows the snapshot it shows
    QQuickStyle.setStyle("Basic")
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        application = _Application(["kiosk"])
    application.setApplicationName("kiosk")
    for font in sorted((assets / "fonts").glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(font)) < 0:
            _log.error("font %s cannot be read; texts may show as boxes", font.name)
    font_of_all = QFont(FONT_FAMILY)
    font_of_all.setFamilies([FONT_FAMILY, ARABIC_FAMILY])
    application.setFont(font_of_all)
    speak(application, language)
    return application


def speak(application: QGuiApplication, language: str) -> ShopTranslator:
    """The application's translator, speaking `language`."""
    translator = application.findChild(ShopTranslator)
    if translator is None:
        translator = ShopTranslator(language, application)
        application.installTranslator(translator)
    elif translator.spoken != language:
        translator.use(language)
    turn(application, language)
    return translator


def turn(application: QGuiApplication, language: str) -> None:
    """Let the screens run the way `language` is read: `Theme.isMirrored` follows."""
    is_mirrored = language in RIGHT_TO_LEFT
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
    )


class LaneWindow:
    """The one window of a lane."""

    def __init__(
        self,
        post: Post,
        profile: ScreenProfile,
        qr_text: Callable[[Snapshot], str] | None = None,
        rules: Rules = PLAIN,
        staff_name: Callable[[str], str] = str,
        tenders: Tenders = CARDS_ONLY,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
    ) -> None:
        """Load the screens and show the window.

        `qr_text` gives the digital receipt of a paid snapshot; `rules` are the store's for interventions and
        staff; `staff_name` tells what somebody of the staff is called; `tenders` are what the shop takes
        besides cards; `now` is the clock.
        """
        self.on_painted: Callable[[Snapshot, float], None] | None = None
        """Called on the GUI thread after the first frame that shows a snapshot, with the monotonic time."""
        self.on_first_frame: Callable[[], None] | None = None
        self.shown: deque[str] = deque(maxlen=SHOWN_MAX)
        """Every screen shown since start, oldest first."""
        self.shown_count = 0
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise RuntimeError("create_application comes before LaneWindow")
        self._application = application
        self._qr_text = qr_text
        self._rules = rules
        self._staff_name = staff_name
        self._tenders = tenders
        self._now = now
        self._qr = ("", "")
        self._pictures = frozenset(path.stem for path in (profile.assets / "products").glob("*.png"))
        self._translator = speak(application, _language_of(application))
        self._sounds = SoundPlayer(profile.assets / "sounds")
        self._snapshots = Mailbox(self._take_snapshot)
        self._frames = Mailbox(self._take_frame)
        self._item_pictures = Mailbox(self._take_item_pictures)
        self._goods: GoodsIndex | None = None
        self._goods_news = Mailbox(self._take_goods)
        self._in_window, self._window_news = Window(), Mailbox(self._take_window)
        self._listens, self._listening = False, Mailbox(self._take_listening)
        self._snapshot: Snapshot | None = None
        self._frame: PreviewFrame | None = None
        self._unpainted: Snapshot | None = None
        self._first_frame_seen = False
        self._closed = False
        self.comfort = ComfortBridge(profile.theme, profile.comfort)
        """How this shopper wants the screens; on the GUI thread."""
        self._follow_volume(profile.comfort.volume)
        self.comfort.on_volume = self._follow_volume
        self._lane = Lane(
            post,
            profile.shop_name,
            profile.lane_name,
            profile.languages,
            profile.has_members,
            profile.prices_only,
            profile.joins,
            self.comfort,
        )
        self._focus_mark = FocusMark(self._lane)
        self._shown_sale: Transaction | None = None
        self._shown: Snapshot | None = None
        self._staff_language = ""
        """What staff chose for their layer; empty while it is closed, or they left the shopper's."""
        self._lane.on_staff_language = self._speak_to_staff
        self._apply(Snapshot(sequence=0, state=State(language=self._translator.spoken)))
        self._engine = self._load(profile)
        window = self._engine.rootObjects()[0]
        if not isinstance(window, QQuickWindow):
            raise RuntimeError("Main.qml is not a window")
        self.window: QQuickWindow = window
        window.frameSwapped.connect(self._frame_swapped)
        self._locked: Locked | None = None
        if profile.fullscreen:
            self._locked = Locked(window)
        self.keyboard = Keyboard(window, self._lane, self._focus_mark, profile.keys, self._is_mirrored)
        """Buying by keys alone; on the GUI thread."""
        if profile.fullscreen:
            window.showFullScreen()
        else:
            window.show()

    def _load(self, profile: ScreenProfile) -> QQmlApplicationEngine:
        engine = QQmlApplicationEngine()
        engine.warnings.connect(_report)
        engine.addImportPath(str(QML))
        width, height = profile.width, profile.height
        if not profile.fullscreen and self._application.platformName() in DESKTOPS:
            desk = self._application.primaryScreen().availableSize()
            width, height = fitted(width, height, desk.width(), desk.height())
        engine.setInitialProperties(
            {
                "lane": self._lane,
                "assets": QUrl.fromLocalFile(str(profile.assets.resolve())),
                "isFullscreen": profile.fullscreen,
                "focus": self._focus_mark,
                "width": width,
                "height": height,
            }
        )
        engine.loadFromModule("Kiosk.Screens", "Main")
        if not engine.rootObjects():
            raise RuntimeError("the screens cannot be loaded; see the log")
        return engine

    def show(self, snapshot: Snapshot) -> None:
        """Show this snapshot as soon as possible; one that was not shown yet is skipped. From any thread."""
        self._snapshot = snapshot
        self._snapshots.ring()

    def preview(self, frame: PreviewFrame) -> None:
        """Show this camera frame if a screen has a place for it. From any thread."""
        self._frame = frame
        self._frames.ring()

    def offer_goods(self, index: GoodsIndex | None) -> None:
        """Sell goods without a barcode; None while they are being read. From any thread."""
        self._goods = index
        self._goods_news.ring()

    def show_item_pictures(self, find: Find) -> None:
        """Show staff the pictures of items that are found here. On the GUI thread."""
        self._lane.find_item_pictures(find)

    def item_pictures_changed(self) -> None:
        """There are other pictures than before. From any thread."""
        self._item_pictures.ring()

    def show_in_window(self, window: Window) -> None:
        """Show this of the shop while the lane waits. From any thread."""
        self._in_window = window
        self._window_news.ring()

    def _follow_volume(self, percent: int) -> None:
        self._sounds.volume = percent

    def play(self, sound: Sound) -> None:
        """Play a sound if this machine can. From any thread."""
        self._sounds.play(sound)

    def quiet_while(self, is_spoken: Callable[[], bool]) -> None:
        """Let sounds wait while a voice speaks."""
        self._sounds.is_spoken = is_spoken

    def screen_name(self) -> str:
        """Name of the screen that shows now."""
        return self.shown[-1]

    def find_control(self, name: str) -> QQuickItem:
        """The one control of this name a shopper could touch now. LookupError says why there is none."""
        hits = [item for item in visible_items(self.window) if item.objectName() == name]
        touchable = [item for item in hits if item.isEnabled()]
        if not hits:
            raise LookupError(f"no control {name!r} on the screen {self.screen_name()!r}")
        if not touchable:
            raise LookupError(f"control {name!r} on the screen {self.screen_name()!r} is disabled")
        if len(touchable) > 1:
            raise LookupError(f"{len(touchable)} controls are called {name!r}")
        return touchable[0]

    def grab(self) -> QImage:
        """The window's picture."""
        return self.window.grabWindow()

    def grab_whole(self) -> QImage:
        """The window's picture, every item painted anew: what is painted in pieces has edges of its own."""
        content = self.window.contentItem()
        content.setOpacity(0.5)
        self.grab()
        content.setOpacity(1)
        return self.grab()

    def close(self) -> None:
        """Close the window and free the screens. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._sounds.close()
        if self._locked is not None:
            self._locked.let_go()
        self.window.setProperty("warm", NOTHING_TO_LOAD)
        self.window.close()
        Shiboken.delete(self._engine)  # before the bridges: bindings must never see them go

    def _take_snapshot(self) -> None:
        snapshot = self._snapshot
        if snapshot is not None and not self._closed:
            self._apply(snapshot)
            self._unpainted = snapshot
            self.window.update()

    def _speak_to_staff(self, language: str) -> None:
        """Staff want their layer to speak this; the shopper's screen, the purchase and its receipt do not."""
        self._staff_language = language
        self._snapshots.ring()

    def _say_to_shopper(self, language: str) -> Say | None:
        if language == self._translator.spoken:
            return None
        return lambda text: Translations.load(language).say(text)  # when staff write; not for every picture

    def _in_the_readers_language(self, snapshot: Snapshot) -> Snapshot:
        if snapshot.state.staff is None:
            self._staff_language = ""
        language = self._staff_language or snapshot.state.language
        if language == snapshot.state.language:
            return snapshot
        return replace(snapshot, state=replace(snapshot.state, language=language))

    def _apply(self, true: Snapshot) -> None:
        snapshot = self._in_the_readers_language(true)
        language = snapshot.state.language
        if language != self._translator.spoken:
            self._translator.use(language)
            self._engine.retranslate()
            turn(self._application, language)
        say, now = self._translator.texts.say, self._now()
        if self._shown is not None and _is_same(true, self._shown):
            snapshot = replace(snapshot, refusal="")  # told already; only the place in the queue is news
        if self._shown is not None and has_left(self._shown.state, true.state):
            self.comfort.reset()
            self._shopper_gone()
        self._shown = true
        view = derive(
            snapshot,
            say,
            self._pictures,
            self._shown_sale,
            self._rules,
            self._staff_name,
            int(now.timestamp() * 1_000_000),
            self._tenders,
        )
        here = Here(
            state=snapshot.state,
            voice=voice_of(snapshot.state, say),
            rules=self._rules,
            pictures=self._pictures,
            today=now.date(),
            say_to_shopper=self._say_to_shopper(true.state.language),
        )
        self._shown_sale = snapshot.state.transaction
        self._lane.show(view, self._qr_of(snapshot) if view.receipt.step == "qr" else "", here)
        if view.screen in WAITING:
            voice = Voice(say, snapshot.state.language, self._in_window.currency)
            is_free = snapshot.state.transaction is None
            shown = window_view(self._in_window, voice, self._pictures, now.date(), is_free=is_free)
            self._lane.window.show(shown)
        name = view.screen.value
        if not self.shown or self.shown[-1] != name:
            self.shown.append(name)
            self.shown_count += 1

    def _qr_of(self, snapshot: Snapshot) -> str:
        transaction = snapshot.state.transaction
        if self._qr_text is None or transaction is None:
            return ""
        key = f"{transaction.transaction_id} {snapshot.state.language}"
        if self._qr[0] != key:
            self._qr = (key, self._qr_text(snapshot))
        return self._qr[1]

    def _take_frame(self) -> None:
        frame = self._frame
        if frame is None or self._closed:
            return
        self._frame = None
        self._lane.preview(frame)

    def listen(self, listens: bool) -> None:
        """The shopper listens, or no longer does: focus and curtain follow. From any thread."""
        self._listens = listens
        self._listening.ring()

    def _take_listening(self) -> None:
        if self._closed:
            return
        self.keyboard.may_hide = self._listens
        if self._listens:
            self.keyboard.begin()
        else:
            self.comfort.useCurtain(False)
            self.keyboard.end()

    def _shopper_gone(self) -> None:
        if not self._listens:
            self.keyboard.end()

    def _is_mirrored(self) -> bool:
        return self._translator.spoken in RIGHT_TO_LEFT

    def _take_window(self) -> None:
        if self._shown is not None and not self._closed:
            self._apply(self._shown)

    def _take_goods(self) -> None:
        if not self._closed:
            self._lane.offer_goods(self._goods)

    def _take_item_pictures(self) -> None:
        if not self._closed:
            self._lane.tell_item_pictures()

    def _frame_swapped(self) -> None:
        now = time.monotonic()
        if not self._first_frame_seen:
            self._first_frame_seen = True
            if self.on_first_frame is not None:
                self.on_first_frame()
        self.keyboard.follow(self.screen_name())
        snapshot, self._unpainted = self._unpainted, None
        if snapshot is not None and self.on_painted is not None:
            self.on_painted(snapshot, now)


def fitted(width: int, height: int, room_width: int, room_height: int) -> tuple[int, int]:
    """The largest size of the same shape that has room; never larger than asked for."""
    scale = min(1.0, room_width / width, room_height / height)
    return int(width * scale), int(height * scale)


def _is_same(one: Snapshot, other: Snapshot) -> bool:
    """Whether both tell of the same moment of the lane."""
    return one.state is other.state and one.sequence == other.sequence


def _language_of(application: QGuiApplication) -> str:
    translator = application.findChild(ShopTranslator)
    return translator.spoken if translator else "en"


def _report(warnings: list[QQmlError]) -> None:
    for warning in warnings:
        _log.error("screen: %s", warning.toString())
