"""`kiosk doctor`: look at everything a lane needs, one line each, and say what to do about it.

Devices are asked by the drivers that ship. A running lane owns them, so then its journal is asked instead.

Invariants: charges nothing, prints nothing, changes no file of the lane unless asked to put things right; as
root it becomes the lane's user before it looks, so that nothing it opens becomes root's; a check that fails
unexpectedly is a FAIL line, never the end of the examination.
"""

import contextlib
import fcntl
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.app import settings
from kiosk.app.doctor import repair
from kiosk.app.doctor.findings import Finding, Level
from kiosk.app.exit_codes import FAILED, MISUSED, OK
from kiosk.app.settings.schema import Settings
from kiosk.database.journal import LOCK

Check = Callable[[], Iterator[Finding]]


def main(config: Path, *, fix: bool = False, yes: bool = False) -> int:
    """Examine the lane that `config` describes and print the findings; the exit code.

    `fix`: first put right what can be (`kiosk.app.doctor.repair`); `yes`: without asking.
    """
    chosen: Settings | None = None
    refused = ""
    try:
        chosen = settings.load(config)
    except (settings.SettingsError, OSError) as error:
        refused = str(error)
    machine = repair.this_machine()
    if fix:
        if machine is None:
            print(f"kiosk doctor: there is no user {repair.USER} here; nothing is put right", file=sys.stderr)
        else:
            repair.put_right(repair.repairs(chosen, config, machine), yes=yes)
    if machine is not None:
        repair.become_the_lane(machine)
    if chosen is None:
        print(Finding(level=Level.FAIL, what="settings", found=refused).line())
        return MISUSED
    print(Finding(level=Level.OK, what="settings", found=str(config)).line(), flush=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # fonts are looked at without a screen
    worst = OK
    with _lane_held(chosen.lane.folder) as is_running:
        for what, check in checks(chosen, is_running):
            for finding in _examined(what, check):
                print(finding.line(), flush=True)
                if finding.level is Level.FAIL:
                    worst = FAILED
    return worst


def checks(chosen: Settings, is_running: bool) -> Iterator[tuple[str, Check]]:
    """What is looked at, in this order."""
    from kiosk.app.doctor import devices, machine

    yield "database", lambda: machine.database(chosen.lane.folder, is_running)
    yield "catalogue", lambda: machine.catalogue(chosen)
    yield "offers", lambda: machine.offers(chosen)
    if is_running:
        yield "devices", lambda: machine.devices_by_journal(chosen)
    else:
        yield "camera", lambda: devices.camera(chosen)
        yield "decoder", devices.decoder
        if chosen.hand_scanner.kind != "none":
            yield "hand_scanner", lambda: devices.hand_scanner(chosen)
        if {chosen.scale.protocol, chosen.bagging_scale.protocol} != {"none"}:
            yield "scales", lambda: devices.scales(chosen)
        yield "terminal", lambda: devices.terminal(chosen)
        yield "printer", lambda: devices.printer(chosen)
    yield "sound", machine.sound
    yield "fonts", machine.fonts
    yield "disk", lambda: machine.disk(chosen.lane.folder)
    yield "clock", lambda: machine.clock(chosen.lane.folder)


def _examined(what: str, check: Check) -> Iterator[Finding]:
    try:
        yield from check()
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        yield Finding(
            level=Level.FAIL,
            what=what,
            found=f"cannot be examined ({type(error).__name__}: {error})",
            advice="this is a fault of the doctor; tell us",
        )


@contextlib.contextmanager
def _lane_held(folder: Path) -> Iterator[bool]:
    """Keep the lane from starting meanwhile; True if it is running already."""
    try:
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CLOEXEC)
    except OSError:  # never started: nobody to keep away
        yield False
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        yield True
    else:
        yield False
    finally:
        os.close(lock)
