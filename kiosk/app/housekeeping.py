"""Keeps a lane's disk from filling: once an hour, while nobody buys, the oldest pages of the journal go.

Source: docs/operate.md, "Disk".
Invariants: on a thread of its own; only what `kiosk.database.letting_go` allows; what fails is told in the
log and tried again an hour later.
"""

import contextlib
import datetime
import logging
import threading
from collections.abc import Callable

from kiosk.app.engine import Engine
from kiosk.app.settings.schema import Settings
from kiosk.checkout.snapshot import Snapshot
from kiosk.database.journal import FILE
from kiosk.database.letting_go import OldPages
from kiosk.ui.application import LaneWindow

LOOK_S = 3600.0
FIRST_LOOK_S = 60.0
"""After the first picture: a lane that comes up has other things to do."""
BREATH_S = 0.2
"""Between two pages: the lane's own commits come first."""
PAGES_MAX = 50
"""In one look; a lane that was switched to keeping less takes some hours."""
_STOP_S = 5.0

_log = logging.getLogger(__name__)


class Housekeeper:
    """Goes along with a lane (`kiosk.app.companions.Companion`)."""

    def __init__(self, chosen: Settings) -> None:
        self._file, self._days = chosen.lane.folder / FILE, chosen.lane.journal_days
        self._is_idle = True
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look_after, name="housekeeping", daemon=True)

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """Nothing yet."""

    def follow(self, snapshot: Snapshot) -> None:
        """Whether somebody buys."""
        self._is_idle = snapshot.state.transaction is None

    def painted(self) -> None:
        """The lane can be seen; now there is time."""
        if self._thread.ident is None and not self._is_over.is_set():
            self._thread.start()

    def end(self) -> None:
        """No more looks."""
        self._is_over.set()
        if self._thread.ident is not None:
            self._thread.join(_STOP_S)

    def _look_after(self) -> None:
        wait_s = FIRST_LOOK_S
        while not self._is_over.wait(wait_s):
            wait_s = LOOK_S
            try:
                self.tidy(datetime.datetime.now(datetime.UTC))
            except Exception:
                _log.exception("old pages of the journal stay for now")

    def tidy(self, now: datetime.datetime) -> int:
        """Let go of what is old at this moment; how many entries went."""
        before = (now - datetime.timedelta(days=self._days)).isoformat(timespec="microseconds")
        before, went = before.replace("+00:00", "Z"), 0
        with contextlib.closing(OldPages(self._file)) as pages:
            for _ in range(PAGES_MAX):
                if not self._is_idle or self._is_over.is_set():
                    break
                count = pages.let_go(before)
                if count == 0:
                    break
                went += count
                self._is_over.wait(BREATH_S)
        if went:
            _log.info(
                "%d entries of the journal older than %d days went; the service has them", went, self._days
            )
        return went
