"""What the whole lane stands on: a sound Qt binding, a sound SQLite, pins that can be trusted."""

import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pysqlite3
import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = dict(re.findall(r"^([a-z0-9.-]+)==(\S+) \\$", LOCK, flags=re.MULTILINE))
SQLITE_NEEDED = (3, 51, 3)
"""Older ones can lose acknowledged commits when a WAL is reset: sqlite.org/wal.html, "The WAL-reset bug"."""


@pytest.mark.guard
def test_binding_keeps_singletons() -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference of None at each call, until the interpreter aborts."""
    probe = QObject()
    before = [sys.getrefcount(one) for one in (None, True, False)]
    for _ in range(500):
        probe.setObjectName("x")
        probe.blockSignals(True)
        probe.signalsBlocked()
        probe.blockSignals(False)
    lost = [old - sys.getrefcount(one) for old, one in zip(before, (None, True, False), strict=True)]
    assert all(count < 100 for count in lost), lost


def test_bundled_sqlite_does_not_lose_commits() -> None:
    assert tuple(map(int, pysqlite3.sqlite_version.split("."))) >= SQLITE_NEEDED


def test_lock_names_no_host_and_no_path() -> None:
    for line in LOCK.splitlines():
        assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|\s/|\bfile:/|@", line), (
            line
        )


def test_every_pin_has_its_hashes() -> None:
    blocks = re.split(r"^(?=[a-zA-Z])", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(PINS) > 40
    for block in blocks:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), block


def test_qt_is_pinned_to_the_version_that_is_sound() -> None:
    assert (PINS["pyside6-essentials"], PINS["shiboken6"]) == ("6.11.3", "6.11.3")


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    names = {re.split(r"[<>=!~ ;\[]", one)[0].lower().replace("_", "-") for one in wanted}
    assert names - PINS.keys() == set()


@pytest.mark.parametrize("name", sorted(PINS))
def test_what_is_installed_is_what_is_pinned(name: str) -> None:
    assert importlib.metadata.version(name) == PINS[name]
