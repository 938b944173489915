"""New settings are tried: the lane starts with them, and keeps them once it is well. Else it goes back.

Well is: a picture is painted, the lane is in no outage, and every device that was well before is well again.
A start that ends in a fault gives the settings up at once; one that is cut off is counted (`kept`), so that
even a program that cannot say anything any more starts with the old ones in the end.

    kiosk run ── begin ──► lane with the new settings ──► well: confirmed
                              │ WELL_WITHIN_S            └► not well: given up, ends when nobody is there
                              └ ends with a fault: given up, started again with the old ones

Invariants: never ends a lane with a shopper at it; whatever fails here is logged, and the lane goes on.
"""

import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.engine import Engine
from kiosk.app.exit_codes import OK, RESTART
from kiosk.app.settings.kept import Kept, Trial
from kiosk.app.settings.layered import folder_of
from kiosk.app.settings.loader import SettingsError, read_file
from kiosk.checkout.snapshot import Snapshot
from kiosk.devices.health import Condition
from kiosk.ui.application import LaneWindow

WELL_WITHIN_S = 120.0
"""How long the lane may take to be well with new settings; terminals take their time."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Start:
    """One start of the lane."""

    kept: Kept
    trial: Trial | None
    """What is on trial in it."""


def begin(config: Path) -> Start | None:
    """`kiosk run` is starting: count the start if settings are on trial. None: the file says no folder."""
    try:
        folder = folder_of(read_file(config))
    except SettingsError:
        return None  # told by whoever loads the settings next
    if folder is None:
        return None
    kept = Kept(folder)
    try:
        kept.note_file(config)
        return Start(kept, kept.begin())
    except OSError as error:
        log.error("a start with new settings cannot be counted; the old ones are taken: %s", error)
        with contextlib.suppress(OSError):  # a disk that does not even forget: the lane will say so
            kept.give_up_unsaid()
        return Start(kept, None)


def ended(start: Start | None, exit_code: int) -> int:
    """The lane has ended: what the process's exit code is.

    A fault with settings on trial gives them up. Whenever a trial was given up, the lane is started again,
    with the old ones.
    """
    if start is None or start.trial is None:
        return exit_code
    try:
        if start.kept.trial() is not None and exit_code not in (OK, RESTART):
            start.kept.roll_back([f"the lane ended with code {exit_code} when it started with them"])
    except OSError as error:
        log.error("the new settings cannot be given up: %s", error)
    verdict = start.kept.verdict()
    is_given_up = verdict is not None and verdict.layers == start.trial.layers
    return RESTART if is_given_up else exit_code


class SettingsTrial:
    """Goes along with a lane whose settings are on trial (`kiosk.app.companions.Companion`)."""

    def __init__(self, kept: Kept, trial: Trial, *, within_s: float = WELL_WITHIN_S) -> None:
        self._kept = kept
        self._trial = trial
        self._lock = threading.Lock()
        self._is_painted = self._is_over = self._is_given_up = False
        self._snapshot: Snapshot | None = None
        self._quit: Callable[[], None] = lambda: None
        self._timer = threading.Timer(within_s, self._too_late)
        self._timer.daemon = True

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """The time begins."""
        self._quit = quit_lane
        self._timer.start()

    def painted(self) -> None:
        """A picture is on the screen."""
        with self._lock:
            self._is_painted = True
            self._look()

    def follow(self, snapshot: Snapshot) -> None:
        """The lane is like this now."""
        with self._lock:
            self._snapshot = snapshot
            self._look()

    def end(self) -> None:
        """The lane is ending; a trial that is not over is told by the next start."""
        self._timer.cancel()

    def _look(self) -> None:
        if self._is_given_up:
            self._end_when_nobody_is_there()
        elif not self._is_over and not self.missing():
            self._is_over = True
            self._timer.cancel()
            log.info("the lane is well with its new settings")
            with contextlib.suppress(OSError):  # told again, and tried again, at the next start
                self._kept.confirm()

    def missing(self) -> list[str]:
        """What keeps the lane from being well."""
        if not self._is_painted or self._snapshot is None:
            return ["nothing was painted"]
        if self._snapshot.outage:
            return [f"out of service: {self._snapshot.outage}"]
        told = self._snapshot.state.devices
        conditions = {device.value: state.condition for device, state in told.items()}
        good = (Condition.READY, Condition.WARNING)
        return [f"the {name} is not well" for name in self._trial.well if conditions.get(name) not in good]

    def _too_late(self) -> None:
        with self._lock:
            if self._is_over or self._is_given_up:
                return
            self._is_given_up = True
            try:
                self._kept.roll_back(self.missing())
            except OSError as error:
                log.error("the new settings cannot be given up: %s", error)
                return
            self._end_when_nobody_is_there()

    def _end_when_nobody_is_there(self) -> None:
        if self._snapshot is None or self._snapshot.state.transaction is None:
            self._quit()
