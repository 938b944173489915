"""What a lane collects for support: one zip with what is needed to understand a fault, and nothing personal.

    about.json      versions of program, Python, SQLite and system; when and how it was collected
    settings.json   every setting, what it comes from; secrets are only told to be set or not
    standing.json   layers of settings, trial and verdict; the updater's standing; files and free space
    journal.json    how long the journal is, what has not arrived, how often each event happened, the newest
                    events by name and time, with fields of FACTS only
    log/*           the newest lines of the log, scrubbed again
    wire/*          records of devices' lines, made by `kiosk wire record`, which can hold no card data

Each part that cannot be collected says why, in its place. Everything is read only; the lane may be running.

Source: docs/operate.md, "Support bundle".
Invariants: at most SIZE_MAX bytes; of the journal only names, times, and fields with words of the program.
"""

import io
import json
import platform
import shutil
import sys
import zipfile
from collections import Counter, deque
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

import kiosk
from kiosk.app import log
from kiosk.app.scrubbed import scrubbed
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.layered import load_all
from kiosk.app.settings.loader import SettingsError
from kiosk.app.support.wire_record import FOLDER as WIRE_FOLDER
from kiosk.app.support.wire_record import SUFFIX as WIRE_SUFFIX
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import FILE as JOURNAL_FILE
from kiosk.database.journal import JournalReader
from kiosk.database.outbox import Outbox
from kiosk.database.sqlite import version as sqlite_version
from kiosk.sync import identity
from retail.settings.schema import declared, sections
from retail.wire.settings import versions
from retail.wire.support import SIZE_MAX

LOG_TAIL = 400_000
"""Bytes of each log file."""
LOG_FILES_MAX = 3
WIRE_FILES_MAX = 4
WIRE_TAIL = 200_000
EVENTS_TOLD = 500
"""Newest events that are named."""
COUNTED_MAX = 50_000
"""Newest entries of the journal that are counted."""
FACTS: dict[str, tuple[str, ...]] = {
    "DeviceChanged": ("device", "condition", "code"),
    "LaneStarted": ("version",),
    "CodeNotFound": ("reason",),
    "PaymentUnknown": ("reason",),
    "PaymentRefused": ("refusal",),
    "PrintEnded": ("outcome",),
}
"""Fields of events that are told: those that can only ever hold one of the program's own words."""
FACT_MAX = 60
LIBRARIES = ("PySide6", "msgspec", "sqlalchemy", "pysqlite3", "cryptography", "httpx", "zxing-cpp")


def collect(config: Path, *, by: str) -> bytes:
    """The zip for the lane with this settings file; `by` says who asked. Raises `SettingsError`."""
    loaded = load_all(config)
    folder = loaded.settings.lane.folder
    parts: dict[str, Callable[[], bytes]] = {
        "about.json": lambda: _json(_about(by)),
        "settings.json": lambda: _json(settings_told(config)),
        "standing.json": lambda: _json(_standing(folder)),
        "journal.json": lambda: _json(journal_told(folder)),
    }
    for path in _newest(folder / log.FOLDER, "*", LOG_FILES_MAX):
        parts[f"log/{path.name}"] = lambda one=path: _log_of(one)  # type: ignore[misc]  # bound now
    for path in _newest(folder / WIRE_FOLDER, f"*{WIRE_SUFFIX}", WIRE_FILES_MAX):
        parts[f"wire/{path.name}"] = lambda one=path: _tail(one, WIRE_TAIL)  # type: ignore[misc]
    return packed({name: _or_why(part) for name, part in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """One zip of at most SIZE_MAX bytes: what does not fit is left out, the last parts first, and named."""
    names = list(parts)
    while True:
        left_out = [name for name in parts if name not in names]
        told = {"left_out": left_out} if left_out else {}
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name in names:
                archive.writestr(name, parts[name])
            archive.writestr("contents.json", _json({"parts": names, **told}))
        if held.tell() <= SIZE_MAX or not names:
            return held.getvalue()
        names.pop()


def settings_told(config: Path) -> dict[str, object]:
    """Every setting with its value and layer. A secret is told to be set or not."""
    loaded = load_all(config)
    told: dict[str, object] = {}
    for section in sections():
        held = getattr(loaded.settings, section)
        for name, one in declared(section).items():
            value = getattr(held, name)
            layer = loaded.used[one.path].layer.word if one.path in loaded.used else "file or default"
            shown = ("set" if value else "not set") if one.key.secret else _plain(value)
            told[one.path] = {"value": shown, "from": layer}
    return {"values": told, "left_out": [scrubbed(one) for one in loaded.left_out]}


def journal_told(folder: Path) -> dict[str, object]:
    """What of the journal may be told: counts, and the newest events by name and time."""
    counts: Counter[str] = Counter()
    newest: deque[dict[str, object]] = deque(maxlen=EVENTS_TOLD)
    reader = JournalReader.open(folder)
    try:
        last = reader.last_sequence()
        for entry in reader.entries(max(1, last - COUNTED_MAX + 1)):
            event = msgspec.json.decode(entry.body)
            name = str(event.get("event", ""))[:FACT_MAX] if isinstance(event, dict) else ""
            counts[name] += 1
            newest.append({"sequence": entry.sequence, "at": entry.at, "event": name, **facts(name, event)})
    finally:
        reader.close()
    outbox = Outbox(folder / JOURNAL_FILE)
    try:
        mark = outbox.mark()
    finally:
        outbox.close()
    return {
        "last_sequence": last,
        "epoch": mark.epoch,
        "sealed": mark.sealed,
        "acknowledged": mark.acked,
        "unsent": mark.unsent,
        "counts": dict(sorted(counts.items())),
        "newest": list(newest),
    }


def facts(name: str, event: dict[str, object]) -> dict[str, str]:
    """The fields of an event that are only ever words of the program."""
    told = {field: event.get(field) for field in FACTS.get(name, ())}
    return {field: value[:FACT_MAX] for field, value in told.items() if isinstance(value, str)}


def _about(by: str) -> dict[str, object]:
    return {
        "kiosk": kiosk.__version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "sqlite": ".".join(map(str, sqlite_version())),
        "is_packaged": bool(getattr(sys, "frozen", False)),
        "libraries": {name: _version_of(name) for name in LIBRARIES},
        "asked_by": scrubbed(by),
    }


def _standing(folder: Path) -> dict[str, object]:
    kept = Kept(folder)
    trial, verdict, who = kept.trial(), kept.verdict(), identity.load(folder)
    usage = shutil.disk_usage(folder)
    return {
        "lane": who.terminal_id if who is not None else "not enrolled",
        "service": who.url if who is not None else "",
        "settings": versions(kept.good()),
        "settings_on_trial": versions(trial.layers) if trial is not None else {},
        "settings_verdict": (
            {"state": verdict.state, "wanted": versions(verdict.layers),
             "reasons": [scrubbed(one) for one in verdict.reasons]}
            if verdict is not None else {}
        ),
        "free_bytes": usage.free,
        "files": {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.is_file()},
    }  # fmt: skip


def _newest(folder: Path, pattern: str, count: int) -> list[Path]:
    found = [path for path in folder.glob(pattern) if path.is_file()] if folder.is_dir() else []
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)[:count]


def _log_of(path: Path) -> bytes:
    """The end of a log file, whole lines, scrubbed: one of an older release may not have been."""
    lines = _tail(path, LOG_TAIL).decode("utf-8", "replace").split("\n")
    return "\n".join(scrubbed(line) for line in (lines[1:] if len(lines) > 1 else lines)).encode()


def _tail(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        length = file.seek(0, io.SEEK_END)
        file.seek(max(0, length - size))
        return (b"" if length > size else b"\n") + file.read(size)


def _or_why(part: Callable[[], bytes]) -> bytes:
    """A part, or why there is none."""
    try:
        return part()
    except (OSError, ValueError, DatabaseError, SettingsError, identity.IdentityError) as error:
        return _json({"not_collected": scrubbed(f"{type(error).__name__}: {error}")})


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a packaged lane carries no descriptions of libraries
        return "not known"


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Path) else value


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
