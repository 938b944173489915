"""`kiosk enrol URL CODE`: make this lane a lane of a store service.

Invariants: the lane's key is made here and goes nowhere; a lane with unsent sales keeps the service it has; a
new journal gets the epoch the service names, so that no number is used twice.
"""

import contextlib
import sys
from pathlib import Path

import kiosk
from kiosk.app.exit_codes import FAILED, MISUSED, OK
from kiosk.app.settings import SettingsError, load
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import FILE, Journal
from kiosk.database.outbox import Outbox
from kiosk.sync import identity
from kiosk.sync.answers import Refused, Unreachable
from kiosk.sync.client import enrol


def main(config: Path, url: str, code: str) -> int:
    """Enrol the lane that `config` describes; the exit code."""
    try:
        chosen = load(config)
    except SettingsError as error:
        return _say(str(error), MISUSED)
    if not url.startswith(("http://", "https://")):
        return _say(f"{url!r} is no address of a service: it begins with https:// or http://", MISUSED)
    folder = chosen.lane.folder
    try:
        with contextlib.closing(Journal.open(folder)), contextlib.closing(Outbox(folder / FILE)) as outbox:
            return _enrol(folder, outbox, url.rstrip("/"), code, chosen.lane.name)
    except (DatabaseError, identity.IdentityError, OSError) as error:
        return _say(str(error), FAILED)


def _enrol(folder: Path, outbox: Outbox, url: str, code: str, name: str) -> int:
    known, unsent = identity.load(folder), outbox.mark().unsent
    if known is not None and unsent and known.url != url:
        return _say(
            f"{unsent} units of its journal have not reached {known.url} yet; let the lane send them first",
            FAILED,
        )
    answer = enrol(url, code, name, kiosk.__version__)
    if isinstance(answer, Unreachable):
        return _say(f"nobody answers at {url}: {answer.reason}. Nothing was changed; try again.", FAILED)
    if isinstance(answer, Refused):
        return _say(
            f"the store service refuses: {answer.detail or answer.code}. Nothing was changed.", FAILED
        )
    who, epoch = answer
    outbox.open_epoch(epoch)
    identity.save(folder, who)
    print(f"This lane is now {who.terminal_id} of store {who.store_id} at {who.url}.")
    if unsent:
        print(f"{unsent} units of its journal will be sent when it runs.")
    return OK


def _say(sentence: str, exit_code: int) -> int:
    print(f"kiosk enrol: {sentence}", file=sys.stderr)
    return exit_code
