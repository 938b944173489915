"""`kiosk run`: settings, log, journal and what is sold; then the running lane.

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
    from kiosk.app.assortments import Assortments
    from kiosk.database.journal import Journal

SWITCH_INTERVAL_S = 0.0005
"""How long a thread that computes may keep others waiting. Python's 5 ms, three times on the way from a frame
over the engine to the screen, would be a visible delay."""

_log = logging.getLogger(__name__)


def main(
    config: Path, *, steer: Path | None = None, timing: bool = False, transcript: Path | None = None
) -> int:
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
            return _run(chosen, log_file.parent, steer, timing, transcript)
        except RefusedError as refused:
            _log.error("%s", refused)
            return _say(str(refused), refused.exit_code)
        except Exception as error:
            _log.critical("the lane could not run", exc_info=True)
            return _say(f"ended by a fault ({type(error).__name__}: {error}); details in {log_file}", FAILED)


def _run(
    chosen: Settings, log_folder: Path, steer: Path | None, timing: bool, transcript: Path | None
) -> int:
    if steer is not None and importlib.util.find_spec("kiosk.app.steering") is None:
        raise RefusedError("this installation cannot be steered from outside", MISUSED)
    with stores(chosen) as (journal, assortments, is_late):
        from kiosk.app import watchdog
        from kiosk.app.lookup import lookup_of
        from kiosk.app.running import RunningLane
        from kiosk.app.shop_window import WindowDresser
        from kiosk.app.voice import voice_of

        with watchdog.companions(chosen) as companions:
            dresser = WindowDresser(chosen, assortments)
            goods = lookup_of(chosen, assortments, journal)
            lane = RunningLane(
                chosen,
                journal,
                assortments,
                log_folder,
                renews=is_late,
                companions=(*companions, dresser, *goods, *voice_of(chosen, transcript)),
            )
            return lane.run(steer, timing=timing)


@contextlib.contextmanager
def stores(chosen: Settings) -> Iterator[tuple["Journal", "Assortments", bool]]:
    """The journal, locked for this process, and what the lane sells by. Raises `RefusedError`.

    Third: whether the shop's files still have to be brought in, because a purchase is open that goes on by
    the prices it began with.
    """
    from kiosk.app.assortments import Assortments, sources_of
    from kiosk.app.members import MembersRefusedError
    from kiosk.app.secret import secret_of
    from kiosk.database.catalogue import CatalogueStore
    from kiosk.database.errors import DatabaseError
    from kiosk.database.journal import Journal
    from retail.catalogue import CatalogueRefusedError
    from retail.terms import TermsRefusedError

    shop, folder = chosen.shop, chosen.lane.folder
    with contextlib.ExitStack() as opened:
        try:
            journal = opened.enter_context(contextlib.closing(Journal.open(folder)))
            store = opened.enter_context(contextlib.closing(CatalogueStore(folder)))
            secret = secret_of(shop.secret, folder)
            left, bought = journal.leases.left, journal.book.purchases
            kept = Assortments(store, sources_of(shop), secret, left, bought)
            assortments = opened.enter_context(contextlib.closing(kept))
            is_late = assortments.has_any and _is_selling(journal)
            if not is_late:
                assortments.bring_in()
        except DatabaseError as error:
            raise RefusedError(str(error), FAILED) from error
        except CatalogueRefusedError as error:
            raise RefusedError(f"{shop.catalogue}: {error}", MISUSED) from error
        except TermsRefusedError as error:
            raise RefusedError(f"{shop.offers}: {error}", MISUSED) from error
        except MembersRefusedError as error:
            raise RefusedError(f"{shop.members}: {error}", MISUSED) from error
        except FileNotFoundError as error:
            files = {
                shop.catalogue: "catalogue",
                shop.offers: "file of offers",
                shop.members: "list of members",
            }
            missing = files.get(Path(str(error.filename)), "file")
            raise RefusedError(f"there is no {missing} at {error.filename}", MISUSED) from error
        except OSError as error:
            raise RefusedError(f"the lane's files cannot be used: {error}", FAILED) from error
        yield journal, assortments, is_late


def _is_selling(journal: "Journal") -> bool:
    """Whether a purchase was open when the program ended."""
    from kiosk.checkout.evolve import fold
    from kiosk.checkout.state import State

    return fold((entry.event() for entry in journal.since_idle()), State()).transaction is not None


def _say(sentence: str, exit_code: int) -> int:
    print(f"kiosk run: {sentence}", file=sys.stderr)
    return exit_code
