"""A whole purchase by a scripted shopper: the lane itself, its real screen and drivers, simulated money.

The lane runs in this process without a display. The camera is a drawn picture of a code; terminal and
printer are the simulated ones. The shopper presses what a shopper would, as soon as it can be pressed.

Invariants: nothing but the folder given is written; a purchase that does not go on ends at a deadline with
the screen's name.
"""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMetaObject, QObject, QTimer

from kiosk.app import log
from kiosk.app.engine import Engine
from kiosk.app.exit_codes import OK
from kiosk.app.lane import stores
from kiosk.app.running import RunningLane
from kiosk.app.selftest.devices import Devices
from kiosk.app.selftest.results import CheckFailedError
from kiosk.app.settings.schema import Settings
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import LaneWindow

LOOK_MS = 50
FIRST_FRAME_S = 30.0
PURCHASE_S = 90.0
TOUCHES = {"scanning": "pay", "tender": "payCard", "receipt": "receiptPaper"}
"""What is pressed on which screen."""
LAST_SCREEN = "thanks"


class Shopper(QObject):
    """Goes along with a lane (`kiosk.app.companions.Companion`) and buys what lies before the camera."""

    def __init__(self, devices: Devices | None) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.total_minor = 0
        self.failure = ""
        self.first_frame_s = 0.0
        self.is_done = False
        self._devices = devices
        self._begun = time.monotonic()
        self._window: LaneWindow | None = None
        self._quit: Callable[[], None] = lambda: None
        self._snapshot: Snapshot | None = None
        self._has_card = False
        self._pressed: set[str] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """Begin to look at the screen."""
        self._window, self._quit = window, quit_lane
        self._timer.start(LOOK_MS)

    def follow(self, snapshot: Snapshot) -> None:
        """The lane shows this now."""
        self._snapshot = snapshot

    def painted(self) -> None:
        """There is a picture."""
        if not self.first_frame_s:
            self.first_frame_s = time.monotonic() - self._begun

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        try:
            self._step()
        except (CheckFailedError, RuntimeError) as error:
            self._end(str(error))

    def _step(self) -> None:
        window = self._window
        if window is None:
            return
        passed_s = time.monotonic() - self._begun
        if not self.first_frame_s:
            if passed_s > FIRST_FRAME_S:
                self._end(f"no picture within {FIRST_FRAME_S:.0f} s")
            return
        if self._devices is None:
            self._end("")
            return
        screen = window.screen_name()
        if not self.shown or self.shown[-1] != screen:
            self.shown.append(screen)
        is_out = self._snapshot is not None and self._snapshot.outage != ""
        if passed_s > PURCHASE_S or is_out:
            self._end(f"stopped at the screen {screen!r} ({' > '.join(self.shown)}){self._why()}")
        elif screen == LAST_SCREEN:
            self.is_done = True
            self._end("")
        elif screen == "card" and not self._has_card:
            self._has_card = True
            self._devices.ask("terminal", "card", what="approve")
        elif screen in TOUCHES and screen not in self._pressed:
            self._press(window, screen)

    def _press(self, window: LaneWindow, screen: str) -> None:
        snapshot = self._snapshot
        sale = snapshot.state.transaction if snapshot else None
        if screen == "scanning" and (sale is None or not sale.lines):
            return
        with contextlib.suppress(LookupError):  # not there yet, or still disabled
            QMetaObject.invokeMethod(window.find_control(TOUCHES[screen]), "click")
            self._pressed.add(screen)

    def _why(self) -> str:
        snapshot = self._snapshot
        if snapshot is None:
            return ""
        faults = [
            f"{device.value} {state.code}" for device, state in snapshot.state.devices.items() if state.code
        ]
        return "".join(f"; {text}" for text in (*faults, snapshot.outage_detail) if text)

    def _end(self, failure: str) -> None:
        self.failure = failure
        self._timer.stop()
        self._quit()


def shop(chosen: Settings, devices: Devices | None) -> Shopper:
    """Run the lane that `chosen` describes until the shopper has left. Its word on it is in the answer."""
    shopper = Shopper(devices)
    with log.kept(chosen.lane.folder) as file, stores(chosen) as (journal, assortments, is_late):
        lane = RunningLane(chosen, journal, assortments, file.parent, renews=is_late, companions=(shopper,))
        code = lane.run(None, timing=False)
    if code != OK and not shopper.failure:
        shopper.failure = f"the lane ended with {code}"
    return shopper


def papers(devices: Devices) -> int:
    """How many papers have come out of the printer."""
    return len(devices.ask("printer", "papers")["papers"])


def money(devices: Devices, folder: Path, papers_before: int) -> str:
    """Terminal, paper and journal tell the same story. Raises `CheckFailedError`."""
    from kiosk.database.journal import JournalReader

    ledger = devices.ask("terminal", "ledger")["ledger"]
    charged = [row["amount_minor"] for row in ledger if row["kind"] == "charge"]
    reader = JournalReader.open(folder)
    try:
        if fault := reader.first_fault():
            raise CheckFailedError(f"the journal does not hold together: {fault.reason}")
        entries = reader.last_sequence()
    finally:
        reader.close()
    if len(charged) != 1 or len(ledger) != 1:
        raise CheckFailedError(f"the terminal's book holds not one charge, but {ledger}")
    if (receipts := papers(devices) - papers_before) != 1:
        raise CheckFailedError(f"{receipts} receipts came out instead of one")
    return f"{charged[0]} minor units paid once, receipt printed, {entries} journal entries verify"
