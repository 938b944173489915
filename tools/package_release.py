"""What a built lane says about itself: `release.json`, beside its program (docs/updates.md, "A release").

A version is the source's own (`kiosk.__version__`); PACKAGE_VERSION builds the same source under another one,
for whoever tries an update out.

Invariants: the time is that of the commit (SOURCE_DATE_EPOCH), so two builds say the same; what is written is
read by the updater's own reader before the build goes on.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from kiosk.database.journal import SCHEMA_VERSION
from kiosk.update.release import FILE, Release, read_release

ROOT = Path(__file__).resolve().parents[1]
OTHER = "PACKAGE_VERSION"
READS_SCHEMA = (1, SCHEMA_VERSION)
"""Oldest and newest form of journal.db this program works with: it brings older ones up when it opens
them."""
_VERSION = re.compile(r'__version__ = "([^"]+)"')
_SOURCE = ROOT / "kiosk" / "__init__.py"

Module = tuple[str, str, str]
"""As in PyInstaller: name, source file, kind."""


def version() -> str:
    """The version of what is built."""
    found = _VERSION.search(_SOURCE.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit("kiosk/__init__.py names no version")
    return os.environ.get(OTHER) or found[1]


def as_version(modules: list[Module], folder: Path) -> list[Module]:
    """The program's modules, under the version that was asked for."""
    if not os.environ.get(OTHER):
        return modules
    other = folder / "version" / "__init__.py"
    other.parent.mkdir(parents=True, exist_ok=True)
    text = _VERSION.sub(f'__version__ = "{version()}"', _SOURCE.read_text(encoding="utf-8"))
    other.write_text(text, encoding="utf-8")
    return [(name, str(other) if name == "kiosk" else source, kind) for name, source, kind in modules]


def describe(folder: Path) -> Release:
    """Write `release.json` into a built lane."""
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    release = Release(version=version(), made=made, writes_schema=SCHEMA_VERSION, reads_schema=READS_SCHEMA)
    (folder / FILE).write_bytes(msgspec.json.format(msgspec.json.encode(release), indent=2) + b"\n")
    if read_release(folder) != release:
        raise SystemExit(f"{folder / FILE} is not what was written")
    return release
