"""The lane as its operators see and steer it through the store service: settings, updates, support.

Invariants: commands answer at once, what takes long is done on a thread of its own, one at a time; nothing
here is needed to sell.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kiosk.app import log, updates
from kiosk.app.settings.keeper import SettingsKeeper, reader
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.loader import SettingsError
from kiosk.app.support.bundle import collect
from kiosk.checkout.snapshot import Snapshot
from kiosk.database.catalogue import CatalogueStore
from kiosk.sync.answers import Failure, Unreachable
from kiosk.sync.client import StoreClient
from kiosk.update import status as update_status
from kiosk.update.door import LanesSide
from retail.settings.layers import Chosen
from retail.wire.live import CommandDone, LaneCommand, UpdateNow
from retail.wire.settings import row_key
from retail.wire.support import SupportKept

ROWS = row_key("")
"""What keys of the rows of settings begin with."""
STATE = "state"
"""The updater's folder in the house (docs/updates.md)."""
MICROSECONDS = 1_000_000

_log = logging.getLogger(__name__)


class Operated:
    """One enrolled lane's."""

    def __init__(
        self,
        folder: Path,
        keeper: SettingsKeeper,
        send: Callable[[bytes], SupportKept | Failure],
        side: LanesSide | None,
        house: Path | None,
    ) -> None:
        self._folder, self._keeper, self._send = folder, keeper, send
        self._side, self._house = side, house
        self._started_at = int(time.time() * MICROSECONDS)
        self._collecting = threading.Lock()
        self.unknown_key: Callable[[], None] = lambda: None
        """Called when settings are signed with a key of the service that the lane does not know."""

    def changed(self) -> None:
        """The lane's data have changed, its settings perhaps too. From a thread of the line."""
        self._keeper.look()
        if self._keeper.knows_no_key:
            self.unknown_key()

    def show(self, snapshot: Snapshot) -> None:
        """The lane is like this now. From the engine's thread."""
        self._keeper.show(snapshot)

    def stop(self) -> None:
        """The lane is ending."""
        self._keeper.stop()

    def told(self) -> dict[str, Any]:
        """What of the lane's status is the operators'. Asked for with every beat."""
        if self._keeper.knows_no_key:  # it may have been told of the key meanwhile
            self._keeper.look()
        return {
            "settings": self._keeper.now(),
            "update": self._update(),
            "last_error": log.last_error(),
            "started_at": self._started_at,
        }

    def carry_out(self, command: LaneCommand) -> CommandDone:
        """`support` or `update`."""
        refused = self._support(command.by) if command.name == "support" else self._update_now()
        outcome = "refused" if refused else "done"
        return CommandDone(command_id=command.command_id, outcome=outcome, reason=refused)  # type: ignore[arg-type]

    def _update_now(self) -> str:
        """Whether a release waits: the lane changes to it by itself as soon as nobody is there."""
        if self._side is None:
            return "no updater looks after this lane"
        return "" if self._side.waiting() is not None else "no release waits"

    def _update(self) -> UpdateNow | None:
        told = update_status.read(self._house / STATE) if self._house is not None else None
        if told is None:
            return None
        return UpdateNow(
            state=told.state.value, ring=told.ring, waiting=told.next or "", detail=told.text[:200]
        )

    # --- support ---------------------------------------------------------------------------------------

    def _support(self, by: str) -> str:
        if not self._collecting.acquire(blocking=False):
            return "it is collecting already"
        threading.Thread(target=self._collect, args=(by,), name="support", daemon=True).start()
        return ""

    def _collect(self, by: str) -> None:
        try:
            config = Kept(self._folder).file()
            if config is None:
                _log.error("nothing is collected for support: the settings file is not known")
                return
            answer = self._send(collect(config, by=by))
            if isinstance(answer, SupportKept):
                _log.info("the service has what was collected for support")
            else:
                words = answer.reason if isinstance(answer, Unreachable) else answer.code
                _log.error("what was collected for support did not arrive: %s", words)
        except SettingsError as error:
            _log.error("nothing is collected for support: %s", error)
        except Exception:  # a thread of its own: nobody else would tell
            _log.exception("collecting for support failed")
        finally:
            self._collecting.release()


def operated(
    folder: Path, store: CatalogueStore, client: StoreClient, restart: Callable[[], None]
) -> Operated:
    """What an enrolled lane's operators see and steer it by."""
    who = client.identity
    keeper = SettingsKeeper(
        folder,
        rows=lambda: dict(store.settings(ROWS)),
        read=reader(who.store_id, who.terminal_id, lambda: client.identity.service_keys),
        restart=restart,
        apply=_apply,
    )
    house = os.environ.get(updates.HOUSE, "")
    return Operated(
        folder,
        keeper,
        client.send_support,
        updates.lanes_side(os.environ),
        Path(house) if house else None,
    )


def _apply(used: Mapping[str, Chosen]) -> None:
    """Take what counts at once."""
    level = used.get("log.level")
    log.set_level(str(level.value) if level is not None else "info")
