"""Who goes along with a lane for those who operate it: settings on trial, the log, figures.

Invariants: nothing here is needed to sell; what cannot be set up is told in the log and left out.
"""

import contextlib
from collections.abc import Callable, Iterator

from kiosk.app import log
from kiosk.app.companions import Companion
from kiosk.app.engine import Engine
from kiosk.app.housekeeping import Housekeeper
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.schema import Settings
from kiosk.app.settings.trial import SettingsTrial
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import LaneWindow


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
def companions(chosen: Settings) -> Iterator[tuple[Companion, ...]]:
    """Those of the lane with these settings."""
    kept = Kept(chosen.lane.folder)
    trial = kept.trial()
    found: list[Companion] = [LogFollower(), Housekeeper(chosen)]
    log.set_level(chosen.log.level)
    if chosen.metrics.port:
        from kiosk.app.metrics import Figures

        found.append(Figures(chosen))
    if trial is not None:
        found.append(SettingsTrial(kept, trial))
    yield tuple(found)
