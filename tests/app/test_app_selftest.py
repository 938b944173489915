"""The self-test passes here, and fails when something is missing."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app.selftest import devices, parts
from kiosk.app.selftest import run as selftest_run
from kiosk.app.selftest.results import CheckFailedError, CheckSkippedError, Outcome, tried

HELD_S = 240


def selftest(*arguments: str, folder: Path, **environment: str) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-m", "kiosk.app.cli", "--selftest", "--json", *arguments]
    surroundings = {**os.environ, "TMPDIR": str(folder), **environment}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=HELD_S, env=surroundings, check=False
    )
    return done.returncode, json.loads(done.stdout)


def test_everything_holds_here_and_nothing_is_left_behind(tmp_path: Path) -> None:
    """In a folder whose name is longer than a socket's may be."""
    folder = tmp_path / ("long" * 12)
    folder.mkdir()
    code, report = selftest("--all", folder=folder)
    outcomes = {check["check"]: (check["outcome"], check["found"]) for check in report["checks"]}
    failed = {check: said for check, said in outcomes.items() if said[0] != "OK"}
    assert failed == {}
    assert list(outcomes) == [
        *("libraries", "files", "database", "engines", "decoder", "simulators"),
        *("zvt", "escpos", "fonts", "screens", "first frame", "purchase"),
    ]
    assert "paid once, receipt printed" in outcomes["purchase"][1]
    assert (code, report["passed"]) == (0, True)
    assert [path.name for path in folder.iterdir() if path.name.startswith("kiosk-")] == []


def test_a_check_that_raises_has_failed_and_says_why() -> None:
    def broken() -> str:
        raise OSError("no such library")

    result = tried("libraries", broken)
    assert (result.outcome, result.found) == (Outcome.FAILED, "OSError: no such library")
    assert result.line().startswith("FAIL  libraries")


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LIBRARIES", ("json", "no_such_library"))
    with pytest.raises(CheckFailedError, match="no_such_library: No module named"):
        parts.libraries()


def test_without_simulators_devices_are_skipped_and_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices, "simulators", lambda: None)
    with pytest.raises(CheckSkippedError, match="install kiosk-simulators"):
        devices.started(tmp_path / "devices")


def test_a_simulator_that_cannot_start_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(devices.VARIABLE, "/bin/false")
    with pytest.raises(CheckFailedError, match="did not start: they say nothing"):
        devices.started(tmp_path / "devices")


def test_the_drawn_picture_holds_a_code_a_camera_could_show(tmp_path: Path) -> None:
    assert f"read {parts.EAN} by" in parts.decoder(tmp_path)


def test_what_screens_raise_where_qt_called_them_is_heard(qapp: QGuiApplication) -> None:
    complaints, before = selftest_run._Complaints(logging.WARNING), sys.excepthook

    def broken() -> None:
        raise KeyError("no such word")

    with complaints.heard_in("kiosk.ui"):
        logging.getLogger("kiosk.ui.parts").warning("no such picture")
        QTimer.singleShot(0, broken)
        for _ in range(1000):  # far more than one event takes
            QCoreApplication.processEvents()
            if len(complaints.heard) == 2:
                break
    assert complaints.heard == ["no such picture", "KeyError: 'no such word'"]
    assert sys.excepthook is before


def test_the_lane_it_tries_can_be_set_up_without_simulators(tmp_path: Path) -> None:
    chosen = selftest_run._loaded(selftest_run._settings(tmp_path, None))
    assert chosen.terminal.port != chosen.printer.port
