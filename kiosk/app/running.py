"""The composition root: engine, screen, devices and timers, put together and taken apart in the right order.

For the first picture only journal, engine and screen are needed. Everything that takes long to load (camera,
decoders, drivers) comes up on a thread of its own once the screen is painted.

Invariants: the lane shows what the journal says before any device is asked for anything; however it ends,
devices stop before the engine, and the engine before the journal is closed.
"""

import contextlib
import importlib
import logging
import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication

import kiosk
from kiosk.app import display, faults
from kiosk.app.assortments import Assortments
from kiosk.app.companions import Companion
from kiosk.app.effects import Devices, Performer
from kiosk.app.engine import Engine, NotStoredError
from kiosk.app.exit_codes import FAILED, OK, RESTART, RefusedError
from kiosk.app.keypad import keys_of
from kiosk.app.listeners import PrinterLink, RefundLink, ScaleLink, TerminalLink, WalletLink
from kiosk.app.lone_desk import LoneDesk
from kiosk.app.looks import comfort_of, theme_of
from kiosk.app.pictures import ItemPictures, PicturingLink
from kiosk.app.settings.schema import Settings
from kiosk.app.shop import shop_of
from kiosk.app.signals import EndingSignals
from kiosk.app.stage import Stage
from kiosk.app.timers import Timers
from kiosk.app.timing import Timing
from kiosk.checkout import commands as c
from kiosk.checkout.desk import ValueAnswer
from kiosk.checkout.effects import Sound, Timer
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.snapshot import Snapshot
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import Journal
from kiosk.devices.clock import RandomIds, SystemClock
from kiosk.devices.health import Device
from kiosk.devices.scale import Scale
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from retail.digital_receipt import compact_text

if TYPE_CHECKING:
    from kiosk.app.steering.report import Reporter
    from kiosk.app.steering.server import Steering
    from kiosk.app.store_line import LaneAtLine, StoreLine

FIRST_FRAME_TIMEOUT_MS = 5000
"""A screen that never paints (unplugged, covered) must not keep the devices from coming up."""
HOUSEKEEPING_MS = 60_000
SECOND_US = 1_000_000
DECISION_S = 2.0
"""How long a decision made from afar may take to be durable."""

log = logging.getLogger(__name__)


def end_loop() -> None:
    """End the event loop, from any thread, and return at once.

    Qt's own `quit` makes another thread wait for the screen's while it keeps Python to itself: where the
    screen's wants Python at that moment, both wait for ever."""
    application = QCoreApplication.instance()
    if application is not None:
        QCoreApplication.postEvent(application, QEvent(QEvent.Type.Quit))


class RunningLane:
    """One lane, from its first picture to its end. `run` is called once, on the main thread."""

    def __init__(
        self,
        chosen: Settings,
        journal: Journal,
        assortments: Assortments,
        log_folder: Path,
        *,
        renews: bool = False,
        companions: Sequence[Companion] = (),
    ) -> None:
        self._settings = chosen
        self._journal = journal
        self._log_folder = log_folder
        self._shop = shop_of(chosen)
        self._theme = theme_of(chosen)
        self._stage = Stage(chosen.lane.language)
        self._timing = Timing()
        self._timers = Timers(self._fire)
        self._alarms: dict[Timer, int] = {}
        self._assortments = assortments
        self._performer = Performer(
            set_timer=self._timers.set,
            play=self._play,
            post=self._post,
            desk=LoneDesk(self._post, self._answer_value),
            set_alarm=self._set_alarm,
            restart=self._restart,
        )
        self._renews = renews
        self._companions = tuple(companions)
        self._engine = Engine(
            journal=journal,
            book=journal.book,
            assortment=assortments.open(),
            shop=self._shop,
            clock=SystemClock(),
            ids=RandomIds(),
            perform=self._performer.perform,
            show=self._stage.show,
        )
        self._window: LaneWindow | None = None
        self._reporter: Reporter | None = None
        self._devices: Devices | None = None
        self._scales: dict[Device, Scale] = {}
        self._bringing_up: threading.Thread | None = None
        self._renewing: threading.Thread | None = None
        self._wants_restart = False
        self._pictures = ItemPictures(self._shop.rules.policy.pictures.keep_s)
        self._at_line: LaneAtLine | None = None
        self._line: StoreLine | None = None

    def run(self, steer: Path | None, *, timing: bool) -> int:
        """Show the lane until it is told to stop; the exit code."""
        screen = self._settings.screen
        os.environ.update(faults.QT_MESSAGES)
        messages = faults.NativeMessages(self._log_folder)
        try:
            vnc = display.choose(os.environ, screen.width, screen.height)
            with faults.watched(self._stage.fail):
                application = create_application(self._settings.lane.language, screen.graphics)
                messages.begin()
                if vnc is not None:
                    vnc.take_over()
                    print(vnc.advice(), flush=True)
                housekeeping = QTimer()
                housekeeping.timeout.connect(messages.trim)
                housekeeping.start(HOUSEKEEPING_MS)
                self._run(application, steer, timing)
        except display.DisplayError as error:
            raise RefusedError(str(error), FAILED) from error
        finally:
            self._timers.stop()
            messages.end()
        if self._stage.is_broken:
            return FAILED
        return RESTART if self._wants_restart else OK

    def _run(self, application: QGuiApplication, steer: Path | None, timing: bool) -> None:
        signals = EndingSignals(application.quit)
        hand: Steering | None = None
        if steer is not None:
            self._reporter = importlib.import_module("kiosk.app.steering.report").Reporter(self._journal)
        self._engine.start(kiosk.__version__)
        try:
            self._window = window = LaneWindow(
                self._engine.post,
                self._screen_profile(),
                self._qr_text,
                self._shop.rules,
                self._assortments.staff.name,
                tenders=self._shop.tenders,
            )
            window.show_item_pictures(self._pictures.frame)
            self._pictures.changed = window.item_pictures_changed
            window.on_painted = lambda snapshot, at: self._painted(snapshot, at, timing)
            for companion in self._companions:
                companion.begin(window, self._engine, end_loop)
            self._stage.open(self._show)
            if steer is not None:
                hand = self._steered(steer, window, application)
            QTimer.singleShot(FIRST_FRAME_TIMEOUT_MS, self._bring_up)
            application.exec()
        finally:
            log.info("the lane is ending")
            if hand is not None:
                hand.close()
            signals.close()
            self._end()

    def _screen_profile(self) -> ScreenProfile:
        screen = self._settings.screen
        return ScreenProfile(
            width=screen.width,
            height=screen.height,
            fullscreen=screen.fullscreen,
            graphics=screen.graphics,
            shop_name=self._settings.shop.name,
            lane_name=self._settings.lane.name,
            languages=self._settings.lane.languages,
            prices_only=self._settings.lane.prices_only,
            joins=self._settings.lane.joins,
            theme=self._theme,
            comfort=comfort_of(self._settings),
            keys=keys_of(self._settings.keypad),
        )

    def _steered(self, steer: Path, window: LaneWindow, application: QGuiApplication) -> "Steering":
        steering = importlib.import_module("kiosk.app.steering.server")  # packaged builds do not have it

        def figures() -> dict[str, Any]:
            commits_ms = [seconds * 1000 for seconds in self._engine.commit_times_s]
            return {**self._timing.figures(), "commit_ms": commits_ms, "counts": dict(self._engine.counts)}

        assert self._reporter is not None  # for the type checker: made before the engine started
        report = self._reporter.report
        hand: Steering = steering.Steering(
            steer, window, report=report, figures=figures, stop=application.quit
        )
        return hand

    # --- coming up ---------------------------------------------------------------------------------------

    def _painted(self, snapshot: Snapshot, at: float, timing: bool) -> None:
        """A picture of the lane's true state is on the screen."""
        if self._timing.first_frame_s is None:
            seconds = self._timing.first_frame()
            log.info("first picture %.2f s after the start of the process", seconds)
            if timing:
                print(f"first_frame_s={seconds:.3f}", flush=True)
            self._bring_up()
        self._timing.painted(snapshot, at)
        for companion in self._companions:
            companion.painted()

    def _bring_up(self) -> None:
        """Start the devices on a thread of their own; once."""
        if self._bringing_up is None:
            self._bringing_up = threading.Thread(target=self._start_devices, name="bring-up", daemon=True)
            self._bringing_up.start()

    def _start_devices(self) -> None:
        from kiosk.app import hardware

        window = self._window
        assert window is not None  # for the type checker: brought up after the window was made
        self._devices = hardware.start(
            self._settings,
            TerminalLink(self._engine),
            PrinterLink(self._engine),
            PicturingLink(self._pictures, self._engine, window.preview),
        )
        self._pictures.look_through(self._devices.scanner)
        self._scales = hardware.start_scales(self._settings, ScaleLink(self._engine))
        self._devices = msgspec.structs.replace(
            self._devices,
            scale=self._scales.get(Device.SCALE),
            refunds=RefundLink(self._engine),
            wallet=hardware.start_wallet(self._settings, WalletLink(self._engine)),
        )
        self._performer.equip(self._devices)
        log.info("devices started")
        self._connect()

    # --- the store service -------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Connect an enrolled lane. Loaded only now: nobody waits for it."""
        from kiosk.app import store_line

        self._at_line = store_line.LaneAtLine(
            self._post, self._decided, self._stage.stand_at, self._restart, self._pictures
        )
        self._at_line.show(self._stage.newest)
        folder, store = self._settings.lane.folder, self._assortments.store
        try:
            self._line = store_line.connect(
                folder,
                store,
                self._at_line,
                post=self._post,
                offer=self._offer,
                hub=self._settings.store.hub,
            )
        except store_line.IdentityError as error:
            log.error("no line to the store service: %s", error)
            return
        if self._line is not None:
            self._performer.use_desk(self._line.desk)
            self._assortments.follow_clock(self._line.known_now)
            self._line.start()

    # --- the shop's files --------------------------------------------------------------------------------

    def _renew_when_idle(self, snapshot: Snapshot) -> None:
        """The purchase that was open at the start is over: bring in what had to wait for it; once."""
        if self._renews and snapshot.state.transaction is None:
            self._renews = False
            self._renewing = threading.Thread(target=self._renew, name="renew", daemon=True)
            self._renewing.start()

    def _renew(self) -> None:
        try:
            if self._assortments.bring_in():
                self._offer()
        except (ValueError, OSError, DatabaseError) as error:  # refused or unreadable: the old ones stay
            log.error("the shop's files are not taken: %s", error)

    def _offer(self) -> None:
        """Sell by what the replica holds now, from the next shopper on."""
        self._engine.offer_assortment(self._assortments.open(), self._assortments.retire)

    # --- ending ------------------------------------------------------------------------------------------

    def _end(self) -> None:
        """Take everything apart. What devices still say while they stop reaches the journal."""
        with contextlib.ExitStack() as last_to_first:  # every step is done, even if one fails
            for companion in self._companions:
                last_to_first.callback(companion.end)
            if self._window is not None:
                last_to_first.callback(self._window.close)
            last_to_first.callback(self._engine.stop)
            if self._renewing is not None:
                last_to_first.callback(self._renewing.join)
            last_to_first.callback(self._stop_devices)
            if self._line is not None:
                last_to_first.callback(self._line.stop)
            last_to_first.callback(self._pictures.close)
            last_to_first.callback(self._stage.close)

    def _stop_devices(self) -> None:
        if self._bringing_up is not None:
            self._bringing_up.join()
        if self._devices is not None:
            from kiosk.app import hardware

            hardware.stop_scales(self._scales)
            hardware.stop(self._devices)

    # --- small connections -------------------------------------------------------------------------------

    def _show(self, snapshot: Snapshot) -> None:
        self._pictures.follow(snapshot)
        self._renew_when_idle(snapshot)
        if self._at_line is not None:
            self._at_line.show(snapshot)
        if self._reporter is not None:
            self._reporter.follow(snapshot)
        for companion in self._companions:
            companion.follow(snapshot)
        if self._window is not None:
            self._window.show(snapshot)

    def _restart(self) -> None:
        """Staff want the program to start anew; whoever keeps it running (systemd, the demo) starts it."""
        log.warning("ending to be started anew, as staff asked")
        self._wants_restart = True
        end_loop()

    def _set_alarm(self, timer: Timer, at_us: int) -> None:
        self._alarms[timer] = at_us
        self._timers.set(timer, max(0.0, at_us / SECOND_US - time.time()))

    def _fire(self, timer: Timer) -> None:
        self._engine.post(c.FireTimer(timer=timer.value, at_us=self._alarms.get(timer, 0)))

    def _post(self, command: c.AnyCommand) -> None:
        self._engine.post(command)

    def _answer_value(self, answer: ValueAnswer) -> None:
        self._engine.post(c.ReportValue(answer=answer))

    def _decided(self, command: c.AnyCommand) -> str:
        """Have staff's decision from afar handled; why it was refused, if it was."""
        try:
            return self._engine.ask(command, DECISION_S)
        except NotStoredError:
            return "not_stored"

    def _play(self, sound: Sound) -> None:
        if self._window is not None:
            self._window.play(sound)

    def _qr_text(self, snapshot: Snapshot) -> str:
        """The digital receipt of a paid sale."""
        sale = snapshot.state.transaction
        if sale is None or not sale.is_paid:
            return ""
        return compact_text(receipt_of(sale, self._shop, snapshot.state.language))
