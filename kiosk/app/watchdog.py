"""Keeps the service manager's watchdog quiet only while screen, engine and journal are all fresh.

Any one of them can hang while the others go on: a screen that paints an engine that has stopped shows a
basket nobody will ever be charged for. So each proves itself, and a lane that cannot prove all three is
started anew by systemd.

    screen    a picture is asked for and painted (where the window is exposed; else the GUI thread answers)
    engine    a command that means nothing goes through the inbox and comes back handled
    journal   its last entry is read from the disk, from the file that was opened

A full disk is no reason to start anew: the engine answers, the journal reads, and the screen says what is
wrong.

Invariants: freshness is told by a clock that no change of the time of day moves; the engine and the disk are
asked on a thread of their own, so a hanging disk never stops the screen; nothing is written.
"""

import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.app import operating, updates
from kiosk.app.companions import Companion
from kiosk.app.engine import Engine, NotStoredError
from kiosk.app.notify import Notifier
from kiosk.app.settings.schema import Settings
from kiosk.checkout import commands as c
from kiosk.checkout.snapshot import Snapshot
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import FILE, JournalReader
from kiosk.ui.application import LaneWindow

FEEDS = 4
"""Signs of life within the service manager's patience."""
STALE_SHARE = 0.6
"""How old a proof may be, as a part of that patience."""
PROBE_TIMER = "watchdog"
"""A timer no phase has set: the engine handles it and nothing comes of it."""
END_S = 1.0
_WITHOUT_S = 20.0

_log = logging.getLogger(__name__)


class Freshness:
    """When each of several things last proved itself."""

    def __init__(self, names: tuple[str, ...], clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._at = dict.fromkeys(names, clock())

    def prove(self, name: str) -> None:
        """It is well, now. From any thread."""
        self._at[name] = self._clock()

    def stale(self, after_s: float) -> list[str]:
        """Those whose last proof is older."""
        now = self._clock()
        return [name for name, at in self._at.items() if now - at > after_s]


class Watchdog(QObject):
    """Goes along with a lane (`kiosk.app.companions.Companion`)."""

    def __init__(self, notifier: Notifier, folder: Path) -> None:
        super().__init__()
        self._notifier = notifier
        self._folder = folder
        self._patience_s = notifier.watchdog_s or _WITHOUT_S
        self._fresh = Freshness(("screen", "engine", "journal"))
        self._ending = threading.Event()
        self._prober: threading.Thread | None = None
        self._window: LaneWindow | None = None
        self._is_ready = False
        self._said: list[str] = []
        self._outage = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.feed)

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """Begin to look."""
        self._window = window
        window.window.frameSwapped.connect(lambda: self._fresh.prove("screen"))
        self._prober = threading.Thread(target=self._probe, args=(engine,), name="watchdog", daemon=True)
        self._prober.start()
        self._timer.start(int(self._patience_s / FEEDS * 1000))

    def follow(self, snapshot: Snapshot) -> None:
        """The lane shows this now."""
        if snapshot.outage != self._outage:
            self._outage = snapshot.outage
            self._notifier.status(snapshot.outage_detail or "selling")

    def painted(self) -> None:
        """The first picture makes the lane ready."""
        self._fresh.prove("screen")
        if not self._is_ready:
            self._is_ready = True
            self._notifier.ready()
            self._notifier.status("selling")

    def end(self) -> None:
        """The lane is ending."""
        self._timer.stop()
        self._ending.set()
        self._notifier.stopping()
        if self._prober is not None:
            self._prober.join(END_S)

    def is_fresh(self) -> bool:
        """Whether screen, engine and journal have all proved themselves lately."""
        return not self._fresh.stale(self._patience_s * STALE_SHARE)

    def feed(self) -> None:
        """Tell the service manager that the lane is well, if it is. On the GUI thread: it hangs with it."""
        if self._window is not None:
            if self._window.window.isExposed():
                self._window.window.update()
            else:  # nobody can see it: the turned-off screen of a compositor paints nothing
                self._fresh.prove("screen")
        stale = self._fresh.stale(self._patience_s * STALE_SHARE)
        if not stale:
            self._notifier.alive()
        elif stale != self._said:
            _log.critical("not fresh: %s; the service manager will start the lane anew", ", ".join(stale))
            self._notifier.status(f"hanging: {', '.join(stale)}")
        self._said = stale

    def _probe(self, engine: Engine) -> None:
        every_s = self._patience_s / FEEDS
        journal: _Journal | None = None
        try:
            while not self._ending.wait(every_s):
                if _answers(engine, every_s):
                    self._fresh.prove("engine")
                try:
                    journal = journal or _Journal(self._folder)
                    journal.read()
                except (DatabaseError, OSError) as error:
                    _log.error("the journal cannot be read: %s", error)
                else:
                    self._fresh.prove("journal")
        finally:
            if journal is not None:
                journal.close()


@contextlib.contextmanager
def companions(chosen: Settings) -> Iterator[tuple[Companion, ...]]:
    """Whoever goes along with this lane: the watchdog's feeder if a service manager waits to be told, the
    one who looks for updates if the lane lies in a house of releases, and those of `operating`."""
    notifier, side = Notifier.of(os.environ), updates.lanes_side(os.environ)
    folder = chosen.lane.folder
    with operating.companions(chosen) as others:
        if notifier is None and side is None:
            yield others
            return
        notifier = notifier or Notifier.mute()
        watchdog = Watchdog(notifier, folder)
        found: list[Companion] = [watchdog]
        if side is not None:
            found.append(updates.Updates(side, folder, watchdog.is_fresh, ring=chosen.update.ring))
        try:
            yield (*found, *others)
        finally:
            notifier.close()


class _Journal:
    """The journal as it lies on the disk."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file = self._path.stat().st_ino
        self._reader = JournalReader.open(folder)

    def read(self) -> None:
        """Read its last entry. Raises `DatabaseError` or OSError, also if the file is another one by now."""
        if self._path.stat().st_ino != self._file:
            raise OSError(f"{self._path} is not the file the lane writes to")
        self._reader.last_sequence()

    def close(self) -> None:
        """Let go of it."""
        self._reader.close()


def _answers(engine: Engine, within_s: float) -> bool:
    """Whether the engine takes and handles commands. That it cannot store anything just now is an answer."""
    begun = time.monotonic()
    try:
        engine.ask(c.FireTimer(timer=PROBE_TIMER, at_us=0), within_s)
    except NotStoredError:
        return time.monotonic() - begun < within_s
    return True
