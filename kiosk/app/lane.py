"""`kiosk run`: settings, log, journal and catalogue; then the running lane.

Invariants: nothing is started before the settings are right, the journal is locked and the goods are in;
whatever prevents that is one clear sentence and an exit code.
"""

import contextlib
import importlib.util
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app import log, settings
from kiosk.app.exit_codes import FAILED, MISUSED, RefusedError
from kiosk.app.settings.schema import Settings

if TYPE_CHECKING:  # loaded only once the settings are right: their mistakes are told at once
    from kiosk.database.catalogue import CatalogueStore
    from kiosk.database.journal import Journal

SWITCH_INTERVAL_S = 0.0005
"""How long a thread that computes may keep others waiting. Python's 5 ms, three times on the way from a frame
over the engine to the screen, would be a visible delay."""

_log = logging.getLogger(__name__)


def main(config: Path, *, steer: Path | None = None, timing: bool = False) -> int:
    """Run the lane that `config` describes until it is told to stop; the exit code."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    try:
        chosen = settings.load(config)
    except settings.SettingsError as error:
        return _say(str(error), MISUSED)
    with contextlib.ExitStack() as logging_to:
        try:
            log_file = logging_to.enter_context(log.kept(chosen.lane.folder))
        except OSError as error:
            return _say(f"the lane's folder cannot be written: {error}", FAILED)
        try:
            return _run(chosen, log_file.parent, steer, timing)
        except RefusedError as refused:
            _log.error("%s", refused)
            return _say(str(refused), refused.exit_code)
        except Exception as error:
            _log.critical("the lane could not run", exc_info=True)
            return _say(f"ended by a fault ({type(error).__name__}: {error}); details in {log_file}", FAILED)


def _run(chosen: Settings, log_folder: Path, steer: Path | None, timing: bool) -> int:
    if steer is not None and importlib.util.find_spec("kiosk.app.steering") is None:
        raise RefusedError("this installation cannot be steered from outside", MISUSED)
    with stores(chosen) as (journal, catalogue):
        from kiosk.app.running import RunningLane

        return RunningLane(chosen, journal, catalogue, log_folder).run(steer, timing=timing)


@contextlib.contextmanager
def stores(chosen: Settings) -> Iterator[tuple["Journal", "CatalogueStore"]]:
    """The journal, locked for this process, and the catalogue, up to date. Raises `RefusedError`."""
    from kiosk.app import goods
    from kiosk.database.catalogue import CatalogueStore
    from kiosk.database.errors import DatabaseError
    from kiosk.database.journal import Journal
    from retail.catalogue import CatalogueRefusedError

    with contextlib.ExitStack() as opened:
        try:
            journal = opened.enter_context(contextlib.closing(Journal.open(chosen.lane.folder)))
            catalogue = opened.enter_context(contextlib.closing(CatalogueStore(chosen.lane.folder)))
            goods.bring_in(chosen.shop.catalogue, chosen.shop.currency, catalogue)
        except DatabaseError as error:
            raise RefusedError(str(error), FAILED) from error
        except CatalogueRefusedError as error:
            raise RefusedError(f"{chosen.shop.catalogue}: {error}", MISUSED) from error
        except FileNotFoundError as error:
            raise RefusedError(f"there is no catalogue at {error.filename}", MISUSED) from error
        except OSError as error:
            raise RefusedError(f"the lane's files cannot be used: {error}", FAILED) from error
        yield journal, catalogue


def _say(sentence: str, exit_code: int) -> int:
    print(f"kiosk run: {sentence}", file=sys.stderr)
    return exit_code
