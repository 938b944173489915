"""The service manager hears what is true: ready with the first picture, alive only while all is fresh."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import watchdog
from kiosk.app.engine import NotStoredError
from kiosk.app.notify import Notifier
from kiosk.app.watchdog import Freshness
from kiosk.checkout import commands as c
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import FILE, Journal

ROOT = Path(__file__).resolve().parents[2]
HELD_S = 60.0


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "notify"))
        heard.settimeout(HELD_S)
        yield heard


def test_what_is_said_arrives_word_for_word(manager: socket.socket) -> None:
    environment = {"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "20000000", "PATH": "/bin"}
    notifier = Notifier.of(environment)
    assert notifier is not None
    assert notifier.watchdog_s == 20.0
    assert environment == {"PATH": "/bin"}, "a child could speak for the lane"
    notifier.ready()
    notifier.alive()
    notifier.status("two\nlines " + "x" * 500)
    notifier.stopping()
    said = [manager.recv(1000).decode() for _ in range(4)]
    assert said[:2] == ["READY=1", "WATCHDOG=1"]
    assert said[2].startswith("STATUS=two lines x")
    assert len(said[2]) <= 220
    assert said[3] == "STOPPING=1"
    notifier.close()


def test_an_abstract_address_begins_with_a_zero() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(f"\0kiosk-test-{os.getpid()}")
        heard.settimeout(HELD_S)
        notifier = Notifier.of({"NOTIFY_SOCKET": f"@kiosk-test-{os.getpid()}"})
        assert notifier is not None
        notifier.ready()
        assert heard.recv(100) == b"READY=1"
        notifier.close()


@pytest.mark.parametrize("address", ["", "relative/path", "vsock:2:1"])
def test_without_an_address_we_know_nobody_is_told(address: str) -> None:
    assert Notifier.of({"NOTIFY_SOCKET": address}) is None


def test_another_processs_watchdog_is_not_ours(manager: socket.socket) -> None:
    notifier = Notifier.of(
        {"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "1"}
    )
    assert notifier is not None
    assert notifier.watchdog_s == 0.0
    notifier.close()


def test_a_manager_that_is_gone_does_not_disturb_the_lane(tmp_path: Path) -> None:
    notifier = Notifier.of({"NOTIFY_SOCKET": str(tmp_path / "nobody")})
    assert notifier is not None
    notifier.ready()
    notifier.close()


def test_each_thing_grows_stale_by_itself() -> None:
    now = 100.0
    fresh = Freshness(("screen", "engine", "journal"), clock=lambda: now)
    now = 111.0
    fresh.prove("engine")
    now = 113.0
    assert fresh.stale(12.0) == ["screen", "journal"]
    fresh.prove("screen")
    fresh.prove("journal")
    assert fresh.stale(12.0) == []


class FakeEngine:
    def __init__(self, takes_s: float, *, stores: bool) -> None:
        self._takes_s, self._stores = takes_s, stores

    def ask(self, command: c.AnyCommand, timeout_s: float) -> str:
        time.sleep(min(self._takes_s, timeout_s))
        if not self._stores or self._takes_s >= timeout_s:
            raise NotStoredError("not stored in time")
        return ""


@pytest.mark.parametrize(
    ("engine", "answers"),
    [
        (FakeEngine(0.0, stores=True), True),
        (FakeEngine(0.0, stores=False), True),  # a full disk: starting anew would not empty it
        (FakeEngine(9.0, stores=True), False),
    ],
)
def test_an_engine_that_hangs_is_told_from_one_that_cannot_store(engine: FakeEngine, answers: bool) -> None:
    assert watchdog._answers(engine, 0.2) is answers  # type: ignore[arg-type]  # as much of an engine as it needs


def test_a_journal_whose_file_was_exchanged_is_not_fresh(tmp_path: Path) -> None:
    Journal.open(tmp_path).close()
    looked_at = watchdog._Journal(tmp_path)
    looked_at.read()
    other = tmp_path / "other"
    other.write_bytes((tmp_path / FILE).read_bytes())
    other.replace(tmp_path / FILE)
    with pytest.raises(OSError, match="not the file the lane writes to"):
        looked_at.read()
    (tmp_path / FILE).unlink()
    with pytest.raises(FileNotFoundError):
        looked_at.read()
    looked_at.close()
    with pytest.raises((FileNotFoundError, DatabaseError)):
        watchdog._Journal(tmp_path)


def test_a_lane_says_ready_once_then_alive_then_stopping(tmp_path: Path, manager: socket.socket) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(
        f'[lane]\nfolder = "{tmp_path}/lane"\n[shop]\nname = "x"\n'
        f'catalogue = "{ROOT}/assets/demo/catalogue.csv"\n[camera]\nsource = "v4l2:63"\n'
        f'[terminal]\nport = "{tmp_path}/none"\n[printer]\nport = "{tmp_path}/no_printer"\n',
        encoding="utf-8",
    )
    told = {"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "8000000"}
    lane = subprocess.Popen(
        [sys.executable, "-m", "kiosk.app.cli", "run", "--config", str(config)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **told},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        said = [manager.recv(1000).decode()]
        while said.count("WATCHDOG=1") < 2:
            said.append(manager.recv(1000).decode())
        lane.send_signal(signal.SIGTERM)
        while said[-1] != "STOPPING=1":
            said.append(manager.recv(1000).decode())
        assert lane.wait(HELD_S) == 0
    finally:
        lane.kill()
        lane.wait()
    assert said.count("READY=1") == 1
    assert said.index("READY=1") <= said.index("STATUS=selling")
