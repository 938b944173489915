"""The doctor's look at files and machine: database, catalogue, sound, fonts, disk, clock."""

import datetime
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import kiosk
from kiosk.app import goods
from kiosk.app.doctor.findings import Finding, Level
from kiosk.app.settings.schema import Settings
from kiosk.database import sqlite
from kiosk.database.catalogue import FILE as CATALOGUE_FILE
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import FILE as JOURNAL_FILE
from kiosk.database.journal import JournalReader
from kiosk.devices.health import Condition, Device
from retail.catalogue import CatalogueRefusedError
from retail.journal import events as e
from retail.terms import TermsRefusedError

DISK_LEAST_MB, DISK_LOW_MB = 200, 1000
"""A day of selling writes a few megabytes; below the first the lane would soon stop."""
CLOCK_SLACK_S = 120.0
CLOCK_LAST_YEAR = 2100
SAMPLE = "Aäß€é中国收据°×"
"""Letters every language of the screen needs."""
_RESTORE = "keep the folder, do not sell on it, call support"


def database(folder: Path, is_running: bool) -> Iterator[Finding]:
    """SQLite's version, the journal's settings and its chain."""
    version = ".".join(map(str, sqlite.version()))
    if sqlite.version() < sqlite.VERSION_MIN:
        needed = ".".join(map(str, sqlite.VERSION_MIN))
        yield _fail(
            "sqlite", f"{version} may lose commits", f"install pysqlite3 with SQLite {needed} or newer"
        )
        return
    yield _ok("sqlite", version)
    if not (folder / JOURNAL_FILE).exists():
        yield _folder(folder)
        return
    engine = sqlite.open_engine(folder / JOURNAL_FILE, read_only=is_running)
    try:
        found = sqlite.pragmas(engine)
    finally:
        engine.dispose()
    if found["journal_mode"] != "wal":
        yield _fail("journal", f"journal_mode is {found['journal_mode']}", _RESTORE)
    reader = JournalReader.open(folder)
    try:
        fault, count = reader.first_fault(), reader.last_sequence()
    except DatabaseError as error:
        yield _fail("journal", str(error), _RESTORE)
        return
    finally:
        reader.close()
    if fault is not None:
        yield _fail("journal", f"entry {fault.sequence}: {fault.reason}", _RESTORE)
    else:
        lock = "the lane is running" if is_running else "no lane is running"
        yield _ok("journal", f"{count} entries, every one follows the one before; {lock}")


def _folder(folder: Path) -> Finding:
    """Whether the lane can make its folder."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return _ok("journal", f"none yet; the first start makes it in {folder}")
    return _fail("journal", f"{there} cannot be written", "give the lane's user this folder")


def catalogue(chosen: Settings) -> Iterator[Finding]:
    """Whether the shop's file would be taken."""
    try:
        found = goods.read(chosen.shop.catalogue, chosen.shop.currency)
    except CatalogueRefusedError as error:
        first = error.errors[0]
        yield _fail(
            "catalogue",
            f"{error.count} mistakes, the first in line {first.line}: {first.reason}",
            "`kiosk run` lists them all; the lane keeps its old goods",
        )
    except OSError as error:
        yield _fail("catalogue", f"{chosen.shop.catalogue}: {error.strerror}", "check [shop] catalogue")
    else:
        loaded = "" if (chosen.lane.folder / CATALOGUE_FILE).exists() else "; loaded at the first start"
        yield _ok("catalogue", f"{len(found)} products{loaded}")


def offers(chosen: Settings) -> Iterator[Finding]:
    """Whether the shop's terms would be taken."""
    path = chosen.shop.offers
    if path is None:
        yield _ok("offers", "none are set; goods are sold at their prices")
        return
    try:
        found = goods.read_offers(path, chosen.shop.currency)
    except TermsRefusedError as error:
        advice = "`kiosk run` lists them all; the lane does not start with them"
        yield _fail("offers", f"{error.count} mistakes, the first: {error.mistakes[0]}", advice)
    except OSError as error:
        yield _fail("offers", f"{path}: {error.strerror}", "check [shop] offers")
    else:
        yield _ok("offers", f"{len(found.offers)} offers, {len(found.store_codes)} coupon codes")


def devices_by_journal(chosen: Settings) -> Iterator[Finding]:
    """What the running lane last heard from its devices."""
    folder = chosen.lane.folder
    absent = _absent(chosen)
    heard: dict[str, e.DeviceChanged] = {}
    reader = JournalReader.open(folder)
    try:
        for entry in reader.entries():
            match entry.event():
                case e.LaneStarted():
                    heard = {}
                case e.DeviceChanged() as changed:
                    heard[changed.device] = changed
    finally:
        reader.close()
    for device in Device:
        if device in absent:
            continue
        if device.value not in heard:
            yield _warn(
                device.value, "the running lane owns it and has not heard from it", "wait, then ask again"
            )
            continue
        told = heard[device.value]
        level = _LEVELS[Condition(told.condition)]
        said = f"{told.condition}, says the running lane"
        yield Finding(
            level=level,
            what=device.value,
            found=f"{said} ({told.code})" if told.code else said,
            advice=told.detail,
        )


def _absent(chosen: Settings) -> set[Device]:
    """The devices that not every lane has, and this one has not."""
    chooses = {
        Device.HAND_SCANNER: chosen.hand_scanner.kind,
        Device.SCALE: chosen.scale.protocol,
        Device.BAGGING_SCALE: chosen.bagging_scale.protocol,
    }
    return {device for device, choice in chooses.items() if choice == "none"}


_LEVELS = {
    Condition.READY: Level.OK,
    Condition.WARNING: Level.WARN,
    Condition.UNKNOWN: Level.WARN,
    Condition.FAULT: Level.FAIL,
}


def sound() -> Iterator[Finding]:
    """Whether the shopper can hear something."""
    from kiosk.ui.sound import find_player

    player = find_player()
    if player:
        yield _ok("sound", f"played by {player[0]}")
    else:
        yield _warn(
            "sound", "this machine has no sound player", "install alsa-utils (the lane works silently)"
        )


def fonts() -> Iterator[Finding]:
    """Whether the screen's fonts are there and have the letters it needs."""
    from PySide6.QtGui import QGuiApplication, QRawFont

    from kiosk.ui.application import ASSETS

    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    files = sorted((ASSETS / "fonts").glob("*.otf"))
    missing = [
        letter
        for file in files
        for letter in SAMPLE
        if not QRawFont(str(file), 20).supportsCharacter(ord(letter))
    ]
    del application
    if not files:
        yield _fail("fonts", f"none in {ASSETS / 'fonts'}", "install the lane again")
    elif missing:
        yield _fail("fonts", f"no drawing for {''.join(sorted(set(missing)))}", "install the lane again")
    else:
        yield _ok("fonts", f"{len(files)} files with the letters of every language")


def disk(folder: Path) -> Iterator[Finding]:
    """Whether the journal has room."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free_mb = shutil.disk_usage(there).free // 1_000_000
    found = f"{free_mb} MB free at {there}"
    if free_mb < DISK_LEAST_MB:
        yield _fail("disk", found, "free some space: a full disk stops the lane")
    elif free_mb < DISK_LOW_MB:
        yield _warn("disk", found, "free some space soon")
    else:
        yield _ok("disk", found)


def clock(folder: Path, now: datetime.datetime | None = None) -> Iterator[Finding]:
    """Whether the time of day can be true: after this program was made and after the last sale."""
    now = now or datetime.datetime.now(datetime.UTC)
    program = Path(sys.executable if getattr(sys, "frozen", False) else kiosk.__file__)
    made = datetime.datetime.fromtimestamp(program.stat().st_mtime, datetime.UTC)
    last = _last_entry(folder)
    found = now.astimezone().strftime("%Y-%m-%d %H:%M:%S %Z")
    if now < made or now.year >= CLOCK_LAST_YEAR:
        yield _fail("clock", f"{found} cannot be true", "set the clock; receipts carry its time")
    elif last is not None and (last - now).total_seconds() > CLOCK_SLACK_S:
        yield _fail(
            "clock",
            f"{found} is before the journal's last entry ({last:%Y-%m-%d %H:%M} UTC)",
            "set the clock",
        )
    else:
        yield _ok("clock", found)


def _last_entry(folder: Path) -> datetime.datetime | None:
    try:
        reader = JournalReader.open(folder)
    except FileNotFoundError:
        return None
    try:
        last = next(reader.entries(max(1, reader.last_sequence())), None)
    finally:
        reader.close()
    return datetime.datetime.fromisoformat(last.at) if last is not None else None


def _ok(what: str, found: str) -> Finding:
    return Finding(level=Level.OK, what=what, found=found)


def _warn(what: str, found: str, advice: str) -> Finding:
    return Finding(level=Level.WARN, what=what, found=found, advice=advice)


def _fail(what: str, found: str, advice: str) -> Finding:
    return Finding(level=Level.FAIL, what=what, found=found, advice=advice)
