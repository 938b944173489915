"""Goes along with an installed lane: says that it is well, and ends it between two shoppers.

Two things may want the lane started anew: a release that waits (`kiosk.update`), and the night
(`kiosk-nightly.timer`). Only the lane knows whether somebody is there, so it decides when.
Source: docs/updates.md, "The moment".

Invariants: the lane begins to end only when nobody has been at it for a while; the word that lets the chooser
switch is given after the engine has stopped, and only if the journal then holds no purchase that began since,
so no shopper is ever switched under, not even one who began in the last moment; a door that cannot be written
changes nothing.
"""

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.app.engine import Engine
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import JournalReader
from kiosk.ui.application import LaneWindow
from kiosk.update.door import LanesSide
from kiosk.update.release import read_release
from retail.journal.events import TransactionStarted

HOUSE, DOOR = "KIOSK_HOUSE", "KIOSK_DOOR"
"""The unit says where they are (deploy/systemd/kiosk.service)."""
LOOK_MS = 2_000
WELL_AFTER_S = 60.0
"""How long a release has to be well before it may stay. A start that dies later is a crash, not a bad
release."""
IDLE_S = 20.0
"""How long nobody has been at the lane before it ends."""

_log = logging.getLogger(__name__)


class Updates(QObject):
    """Goes along with a lane (`kiosk.app.companions.Companion`)."""

    def __init__(
        self,
        side: LanesSide,
        folder: Path,
        is_fresh: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
        *,
        ring: str = "",
    ) -> None:
        """`is_fresh`: whether screen, engine and journal answer (`kiosk.app.watchdog`).

        `ring`: what the lane's settings name; empty: as the updater's own file says.
        """
        super().__init__()
        self._side = side
        self._folder = folder
        self._is_fresh = is_fresh
        self._clock = clock
        self._ring = ring
        self._snapshot: Snapshot | None = None
        self._is_painted = False
        self._well_since: float | None = None
        self._idle_since: float | None = None
        self._idle_from = 0
        self._has_said = False
        self._switch_to: str | None = None
        self._is_ending = False
        self._quit: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """Begin to look. This start is the one that was asked for, if any was."""
        self._quit = quit_lane
        try:
            self._side.has_restarted()
            self._side.say_ring(self._ring)
        except OSError as error:
            _log.error("the door to the updater cannot be written: %s", error)
        self._timer.start(LOOK_MS)

    def follow(self, snapshot: Snapshot) -> None:
        """The lane shows this now."""
        self._snapshot = snapshot

    def painted(self) -> None:
        """A release that paints nothing is not well."""
        self._is_painted = True

    def end(self) -> None:
        """The engine has stopped: what the journal says now stays true until the next start."""
        self._timer.stop()
        if self._switch_to is None:
            return
        try:
            if _has_begun(self._folder, self._idle_from):
                _log.warning("somebody began to shop: %s has to wait", self._switch_to)
                return
            self._side.end_for(self._switch_to)
        except (DatabaseError, OSError) as error:
            _log.error("%s has to wait: %s", self._switch_to, error)

    def look(self) -> None:
        """Say that the lane is well, and end it if there is a reason and nobody is there."""
        try:
            self._look()
        except (DatabaseError, OSError) as error:  # the watchdog looks after a journal that cannot be read
            _log.error("whether anybody is here cannot be told: %s", error)

    def _look(self) -> None:
        now = self._clock()
        snapshot = self._snapshot
        is_well = self._is_painted and snapshot is not None and not snapshot.outage and self._is_fresh()
        self._well_since = (self._well_since or now) if is_well else None
        if self._well_since is not None and not self._has_said and now - self._well_since >= WELL_AFTER_S:
            self._say_well()
        is_idle = snapshot is not None and not snapshot.outage and is_nobody_there(snapshot.state)
        if not is_idle:
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since, self._idle_from = now, _last_sequence(self._folder)
        elif now - self._idle_since >= IDLE_S:
            self._end_if_wanted()

    def _say_well(self) -> None:
        try:
            self._side.is_well()
        except OSError as error:  # said again with the next look
            _log.error("the lane is well, but cannot say so: %s", error)
        else:
            self._has_said = True

    def _end_if_wanted(self) -> None:
        waiting = self._side.waiting()
        if self._is_ending or (waiting is None and not self._side.is_restart_wanted()):
            return
        self._is_ending = True
        self._switch_to = waiting
        _log.warning("nobody is here: ending for %s", waiting or "the nightly restart")
        self._quit()


def is_nobody_there(state: State) -> bool:
    """Whether neither a shopper nor staff would be disturbed."""
    is_busy = state.transaction is not None or state.help_called or state.staff is not None
    return not is_busy and not state.training_by and not state.message


def _last_sequence(folder: Path) -> int:
    with contextlib.closing(JournalReader.open(folder)) as reader:
        return reader.last_sequence()


def _has_begun(folder: Path, after: int) -> bool:
    with contextlib.closing(JournalReader.open(folder)) as reader:
        return next(reader.entries(after + 1, (TransactionStarted.__name__,)), None) is not None


def lanes_side(environment: Mapping[str, str], program: Path | None = None) -> LanesSide | None:
    """The lane's side of the door; None for a lane that no updater looks after."""
    house, door = environment.get(HOUSE, ""), environment.get(DOOR, "")
    if not house or not door:
        return None
    release = read_release((program or Path(sys.executable)).resolve().parent)
    if release is None:
        _log.error("this program lies in no release: updates and the nightly restart are not looked for")
        return None
    return LanesSide(Path(house), Path(door), release.version)
