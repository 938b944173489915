"""Who goes along with a lane for those who operate it: settings on trial, the log, figures.

Invariants: nothing here is needed to sell; what cannot be set up is told in the log and left out.
"""

import contextlib
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.app import log
from kiosk.app.companions import Companion
from kiosk.app.engine import Engine
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.layered import load
from kiosk.app.settings.loader import SettingsError
from kiosk.app.settings.schema import Settings
from kiosk.app.settings.trial import SettingsTrial
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import LaneWindow

_log = logging.getLogger(__name__)


class LogFollower:
    """Lets the log say which sale its lines belong to (`kiosk.app.companions.Companion`)."""

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """Nothing yet."""

    def follow(self, snapshot: Snapshot) -> None:
        """The lane is at this sale now."""
        sale = snapshot.state.transaction
        log.trace(sale.transaction_id if sale is not None else "")

    def painted(self) -> None:
        """Nothing to it."""

    def end(self) -> None:
        """No sale any more."""
        log.trace("")


@contextlib.contextmanager
def companions(folder: Path) -> Iterator[tuple[Companion, ...]]:
    """Those of the lane with this folder."""
    kept = Kept(folder)
    trial, chosen = kept.trial(), _settings(kept)
    found: list[Companion] = [LogFollower()]
    if chosen is not None:
        log.set_level(chosen.log.level)
        if chosen.metrics.port:
            from kiosk.app.metrics import Figures

            found.append(Figures(chosen))
    if trial is not None:
        found.append(SettingsTrial(kept, trial))
    yield tuple(found)


def _settings(kept: Kept) -> Settings | None:
    """The settings this lane was started with."""
    path = kept.file()
    try:
        return load(path) if path is not None else None
    except SettingsError as error:
        _log.error("the settings cannot be read again: %s", error)
        return None
