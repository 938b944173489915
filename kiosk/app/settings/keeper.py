"""Takes the settings the store service sends, and gives them to the lane when nobody is at it.

    feed row ─► signature ─► each value and all together ─► wait for a quiet moment ─► staged, start anew
                   │                     └ refused by key and reason; the last good ones stay
                   └ not used, and told

Invariants: called from the line's threads and from the engine's; never blocks the engine for longer than
writing one small file; what was refused is told once and not tried again until it changes.
"""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kiosk.app.settings import layered
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.loader import SettingsError, SettingsFile, read_file
from kiosk.app.updates import is_nobody_there
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase
from kiosk.devices.health import Condition
from kiosk.sync.settings import SettingsUnfitError, UnknownSettingsKeyError, read_layers
from retail.settings.layers import Chosen, ordered
from retail.wire.settings import SettingsLayer, SettingsNow, versions

QUIET_S = 3.0
"""So long nobody may have been at the lane before it starts anew."""

log = logging.getLogger(__name__)


class SettingsKeeper:
    """One lane's. `look` when its data may have changed, `show` when the lane has."""

    def __init__(
        self,
        folder: Path,
        *,
        rows: Callable[[], Mapping[str, bytes]],
        read: Callable[[Mapping[str, bytes]], Sequence[SettingsLayer]],
        restart: Callable[[], None],
        apply: Callable[[Mapping[str, Chosen]], None] = lambda used: None,
        later: Callable[[float, Callable[[], None]], threading.Timer] = threading.Timer,
    ) -> None:
        """`rows` are the replica's, `read` checks them (`reader`); `apply` takes what counts at once."""
        self._kept = Kept(folder)
        self._rows, self._read = rows, read
        self._restart, self._apply = restart, apply
        self._later = later
        self._lock = threading.Lock()
        self._waiting: tuple[SettingsLayer, ...] | None = None
        self._snapshot: Snapshot | None = None
        self._quiet: threading.Timer | None = None
        self._is_ending = False
        self._unread = ""
        """Why the newest rows cannot even be read; empty: they can."""
        self.knows_no_key = False
        """The newest rows are signed with a key of the service that this lane was not told of."""

    def look(self) -> None:
        """Take what is new. Any fault is told and changes nothing."""
        try:
            layers = tuple(ordered(self._read(self._rows())))
        except SettingsUnfitError as error:
            if self._unread != str(error):
                log.error("the settings of the service are not taken: %s", error)
            self._unread = str(error)
            self.knows_no_key = isinstance(error, UnknownSettingsKeyError)
            return
        self._unread, self.knows_no_key = "", False
        with self._lock:
            try:
                self._take(layers)
            except (OSError, SettingsError) as error:
                log.error("new settings are put off: %s", error)

    def _take(self, layers: tuple[SettingsLayer, ...]) -> None:
        kept, verdict, trial = self._kept, self._kept.verdict(), self._kept.trial()
        self._waiting = None
        if trial is not None and _same(layers, trial.layers):
            return
        good = kept.good()
        if _same(layers, good) and trial is None:
            return
        if verdict is not None and _same(layers, verdict.layers):
            return
        file = self._file()
        wrong = layered.mistakes(file, layers)
        if wrong:
            log.error("new settings are refused: %s", "; ".join(wrong))
            kept.refuse(layers, wrong)
            return
        before, after = layered.used_of(good), layered.used_of(layers)
        if trial is None and not layered.needs_restart(before, after):
            kept.adopt(layers)
            self._apply(after)
            return
        self._waiting = layers
        self._look_whether_quiet()

    def _file(self) -> SettingsFile:
        path = self._kept.file()
        if path is None:
            raise OSError("it is not known which settings file this lane was started with")
        return read_file(path)

    # --- the moment ------------------------------------------------------------------------------------

    def show(self, snapshot: Snapshot) -> None:
        """The lane is like this now. From the engine's thread."""
        with self._lock:
            self._snapshot = snapshot
            if self._waiting is not None:
                self._look_whether_quiet()

    def stop(self) -> None:
        """Nothing is staged after this."""
        with self._lock:
            self._is_ending = True
            if self._quiet is not None:
                self._quiet.cancel()

    def _look_whether_quiet(self) -> None:
        """Begin or break off the wait for a quiet moment."""
        if self._quiet is not None:
            self._quiet.cancel()
            self._quiet = None
        if self._snapshot is not None and is_quiet(self._snapshot) and not self._is_ending:
            self._quiet = self._later(QUIET_S, self._now)
            self._quiet.daemon = True
            self._quiet.start()

    def _now(self) -> None:
        with self._lock:
            waiting, snapshot = self._waiting, self._snapshot
            if waiting is None or snapshot is None or not is_quiet(snapshot) or self._is_ending:
                return
            try:
                self._kept.stage(waiting, well_devices(snapshot))
            except OSError as error:
                log.error("new settings cannot be staged: %s", error)
                return
            self._waiting, self._is_ending = None, True
        log.info("starting anew with new settings")
        self._restart()

    # --- for the fleet page ----------------------------------------------------------------------------

    def now(self) -> SettingsNow:
        """How the lane stands to its settings."""
        good, trial, verdict = self._kept.good(), self._kept.trial(), self._kept.verdict()
        with self._lock:
            waiting = self._waiting
        runs = versions(good)
        if self._unread:
            return SettingsNow(state="refused", layers=runs, reasons=(self._unread,))
        if waiting is not None:
            return SettingsNow(state="waiting", layers=runs, wanted=versions(waiting))
        if trial is not None:
            return SettingsNow(state="trial", layers=versions(trial.layers), wanted=versions(trial.layers))
        if verdict is not None:
            wanted = versions(verdict.layers)
            return SettingsNow(state=verdict.state, layers=runs, wanted=wanted, reasons=verdict.reasons)
        return SettingsNow(state="good" if good else "file", layers=runs)


def is_quiet(snapshot: Snapshot) -> bool:
    """Nobody is at the lane, and nothing is under way."""
    state = snapshot.state
    return state.phase is Phase.ATTRACT and is_nobody_there(state) and not snapshot.outage


def well_devices(snapshot: Snapshot) -> tuple[str, ...]:
    """Devices that are well now, and shall be again."""
    good = (Condition.READY, Condition.WARNING)
    return tuple(
        sorted(device.value for device, told in snapshot.state.devices.items() if told.condition in good)
    )


def reader(
    store_id: str, terminal_id: str, keys: Callable[[], Mapping[str, str]]
) -> Callable[[Mapping[str, bytes]], Sequence[SettingsLayer]]:
    """What checks rows for this lane, by the service's keys as they are then."""
    return lambda rows: read_layers(rows, store_id, terminal_id, keys())


def _same(these: Sequence[SettingsLayer], those: Sequence[SettingsLayer]) -> bool:
    """Whether they say the same, whoever signed it when."""
    return [(one.layer, one.holder, one.version, one.values) for one in these] == [
        (one.layer, one.holder, one.version, one.values) for one in those
    ]
