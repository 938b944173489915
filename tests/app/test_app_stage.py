"""Between engine and screen: the newest snapshot wins, an outage cannot be painted over, faults are told."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kiosk.app import faults
from kiosk.app.stage import Stage
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State


def snapshot(sequence: int) -> Snapshot:
    return Snapshot(sequence=sequence, state=State())


def test_a_screen_that_comes_late_gets_the_newest_snapshot() -> None:
    stage, seen = Stage("de"), []
    stage.show(snapshot(1))
    stage.show(snapshot(2))
    stage.open(seen.append)
    assert [one.sequence for one in seen] == [2]


def test_before_the_engine_has_spoken_the_screen_speaks_the_lanes_language() -> None:
    seen: list[Snapshot] = []
    Stage("de").open(seen.append)
    assert seen[0].state.language == "de"


def test_a_fault_lies_over_everything_shown_from_then_on(caplog: pytest.LogCaptureFixture) -> None:
    stage, seen = Stage("en"), []
    stage.open(seen.append)
    stage.fail("ValueError in slot: no")
    stage.fail("a second one")
    stage.show(snapshot(7))
    told = "ValueError in slot: no. The log has the details; start the lane again."
    assert [(one.outage, one.outage_detail) for one in seen[1:]] == [("broken", told), ("broken", told)]
    assert seen[-1].sequence == 7
    assert stage.is_broken
    assert "out of service: ValueError in slot: no" in caplog.text


def test_a_closed_screen_is_left_alone() -> None:
    stage, seen = Stage("en"), []
    stage.open(seen.append)
    stage.close()
    stage.show(snapshot(3))
    assert len(seen) == 1
    assert stage.newest.sequence == 3


def test_an_exception_nobody_caught_is_logged_and_told_from_any_thread(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[str] = []

    def broken() -> None:
        raise ZeroDivisionError("in a thread")

    with faults.watched(told.append):
        thread = threading.Thread(target=broken, name="camera")
        thread.start()
        thread.join()
        try:
            raise ValueError("in a slot")
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
    assert told == ["ZeroDivisionError in camera: in a thread", "ValueError in main thread: in a slot"]
    assert caplog.text.count("Traceback") == 2


def test_a_thread_that_ends_itself_is_no_fault() -> None:
    told: list[str] = []
    with faults.watched(told.append):
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
    assert told == []


def test_native_messages_go_to_a_file_that_does_not_grow_for_ever(tmp_path: Path) -> None:
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from kiosk.app.faults import NativeMessages\n"
        "messages = NativeMessages(Path(sys.argv[1]))\n"
        "messages.begin()\n"
        "os.write(2, b'said by a library\\n')\n"
        "messages.end()\n"
        "os.write(2, b'said to the terminal\\n')\n"
    )
    said = run(program, str(tmp_path))
    path = tmp_path / faults.FILE
    assert (said.stderr, path.read_text()) == ("said to the terminal\n", "said by a library\n")
    run(program, str(tmp_path))
    assert path.read_text() == 2 * "said by a library\n"
    with path.open("ab") as file:
        file.truncate(faults.FILE_SIZE_MAX + 1)
    run(program, str(tmp_path))
    assert path.read_text() == "said by a library\n"


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=30, check=True
    )
