"""Who goes along with a lane for those who operate it: settings on trial, figures.

Invariants: nothing here is needed to sell; what cannot be set up is told in the log and left out.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from kiosk.app.companions import Companion
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.trial import SettingsTrial


@contextlib.contextmanager
def companions(folder: Path) -> Iterator[tuple[Companion, ...]]:
    """Those of the lane with this folder."""
    kept = Kept(folder)
    trial = kept.trial()
    yield () if trial is None else (SettingsTrial(kept, trial),)
