"""Child processes: they end with their group, with their parent, and with a signal; never silently."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulators.fleet import Child, EndOnSignals, FleetError, Stopped, wait_for

DEADLINE_S = 20.0
SLEEP = "import time; time.sleep(600)"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def eventually(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + DEADLINE_S
    while not (found := condition()):
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.02)
    return found


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_child_is_killed_with_everything_it_started(tmp_path: Path) -> None:
    code = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {SLEEP!r}]).pid); {SLEEP}"
    child = Child("parent", python(code), tmp_path / "log")
    child.start()
    grandchild = int(eventually(lambda: (tmp_path / "log").read_text().strip()))
    child.kill()
    assert (child.is_running, child.exit_status) == (False, -signal.SIGKILL)
    eventually(lambda: not is_running(grandchild))


def test_a_child_that_will_not_end_is_made_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulators.fleet.STOP_TIMEOUT_S", 0.2)
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf'); "
    child = Child("deaf", python(deaf + SLEEP), tmp_path / "log")
    child.start()
    eventually(lambda: (tmp_path / "log").read_text())
    child.stop()
    assert child.exit_status == -signal.SIGKILL
    child.stop()


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from simulators.fleet import Child; import sys, time\n"
        f"child = Child('c', [sys.executable, '-c', {SLEEP!r}], Path({str(tmp_path / 'log')!r}))\n"
        "child.start(); print(child.pid, flush=True); time.sleep(600)"
    )
    with subprocess.Popen(python(code), stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
    eventually(lambda: not is_running(child))


def test_a_child_that_ends_by_itself_is_told_with_its_last_words(tmp_path: Path) -> None:
    child = Child("lane", python("print('no journal here'); raise SystemExit(3)"), tmp_path / "log")
    child.start()
    assert child.wait(DEADLINE_S)
    with pytest.raises(FleetError, match=r"lane ended by itself \(exit status 3\)\n    no journal here"):
        wait_for(lambda: False, "the lane", [child])


def test_waiting_for_what_never_comes_ends_in_words() -> None:
    with pytest.raises(FleetError, match=r"the lane did not get ready within 0\.1 s"):
        wait_for(lambda: False, "the lane", [], 0.1)


def test_a_signal_ends_the_program_after_cleaning_up() -> None:
    cleaned: list[str] = []
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(Stopped, match="SIGTERM"), EndOnSignals(lambda: cleaned.append("up")):
        signal.raise_signal(signal.SIGTERM)
    assert cleaned == ["up"]
    assert signal.getsignal(signal.SIGTERM) is before
