"""Start the simulated devices and the lane as child processes, and leave none behind.

Each child leads its own process group, so that ending it ends whatever it started. However this program ends
(return, exception, signal, even kill -9), its children end with it.

Source: docs/scenarios.md, "What runs". Invariants: sockets and links lie in a folder with a short path
(a Unix socket's path has room for 107 characters).
"""

import atexit
import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType, TracebackType

from simulators.control import ControlClient, ControlError

START_TIMEOUT_S = 20.0
STOP_TIMEOUT_S = 5.0
POLL_S = 0.05
WALLET_TOKEN = "demo-lane"
LOG_TAIL = 12
"""Lines of a child's log shown when it ends unasked."""
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


class FleetError(RuntimeError):
    """A child could not be started, or ended unasked."""


class Child:
    """One program in its own process group, its output appended to `log`."""

    def __init__(
        self, name: str, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self.log = log
        self._command = list(command)
        self._environment = {**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the program. Call it from the main thread: a child ends with the thread that started it."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )

    @property
    def pid(self) -> int:
        """The process id, 0 before the first start."""
        return self._process.pid if self._process else 0

    @property
    def is_running(self) -> bool:
        """Whether the program has been started and has not ended."""
        return self._process is not None and self._process.poll() is None

    @property
    def exit_status(self) -> int | None:
        """How it ended (negative: by that signal); None while it runs or before its start."""
        return self._process.poll() if self._process else None

    def kill(self) -> None:
        """kill -9 the whole group, as a power cut would."""
        self._signal(signal.SIGKILL)
        if self._process:
            self._process.wait()

    def stop(self) -> None:
        """Ask it to end, then make it. Safe to call twice."""
        if self.is_running:
            self._signal(signal.SIGTERM)
            self.wait(STOP_TIMEOUT_S)
        self.kill()

    def wait(self, timeout_s: float) -> bool:
        """Wait for its end; whether it ended in time."""
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout_s)
        return not self.is_running

    def require_running(self) -> None:
        """Raise `FleetError` with the end of its log if it has ended."""
        if not self.is_running:
            raise FleetError(
                f"{self.name} ended by itself (exit status {self.exit_status})\n{self.log_tail()}"
            )

    def log_tail(self) -> str:
        """The last lines it wrote, indented."""
        with contextlib.suppress(OSError):
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_TAIL:]
            return "\n".join(f"    {line}" for line in lines)
        return ""

    def _signal(self, number: signal.Signals) -> None:
        if self._process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)


class Fleet:
    """The simulated devices, each in its own process, and the folder of their sockets.

    `paper` is where the printer leaves its papers, `ledger` the file in which the terminal keeps its book.
    `scales` are the names of scales (settings sections), each with the protocol it speaks; `camera` are
    further options of the camera's program, `wallet` the file in which a wallet gateway keeps its book; None:
    there is none.
    """

    def __init__(
        self,
        logs: Path,
        paper: Path,
        ledger: Path,
        *,
        columns: int = 48,
        fps: int = 15,
        scales: Mapping[str, str] | None = None,
        camera: Sequence[str] = (),
        wallet: Path | None = None,
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kiosk-"))
        self.terminal_link = self.folder / "terminal"
        self.printer_link = self.folder / "printer"
        self._camera_port = self.folder / "camera.port"
        self.camera = ControlClient(self.folder / "camera.ctl")
        self.terminal = ControlClient(self.folder / "terminal.ctl")
        self.printer = ControlClient(self.folder / "printer.ctl")
        self.scale_links = {name: self.folder / name for name in scales or {}}
        self.scales = {name: ControlClient(self.folder / f"{name}.ctl") for name in scales or {}}
        self.children = [
            self._child(
                *("camera", logs, "--port", "0", "--port-file", str(self._camera_port)),
                *("--fps", str(fps), *camera),
            ),
            self._child("terminal", logs, "--link", str(self.terminal_link), "--ledger", str(ledger)),
            self._child(
                *("printer", logs, "--link", str(self.printer_link)),
                *("--paper", str(paper), "--columns", str(columns)),
            ),
        ]
        self.wallet: ControlClient | None = None
        if wallet is not None:
            self.wallet = ControlClient(self.folder / "wallet.ctl")
            told = ("--ledger", str(wallet), "--token", WALLET_TOKEN)
            self.children.append(self._child("wallet", logs, *told, module="wallet_gateway"))
        for name, link in self.scale_links.items():
            told = ("--link", str(link), "--protocol", (scales or {})[name])
            self.children.append(self._child(name, logs, *told, module="scale"))

    def start(self) -> None:
        """Start all and wait until each is ready. Raises `FleetError`."""
        for child in self.children:
            child.start()
        wait_for(self._is_ready, "the simulated devices", self.children)

    def stop(self) -> None:
        """End them and remove their sockets. Safe to call twice."""
        for child in self.children:
            child.stop()
        for path in sorted(self.folder.glob("*")):
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.folder.rmdir()

    def require_running(self) -> None:
        """Raise `FleetError` if a device's program has ended."""
        for child in self.children:
            child.require_running()

    @property
    def camera_source(self) -> str:
        """The `[camera] source` of a lane that uses this camera."""
        return f"mjpeg://127.0.0.1:{self._camera_port.read_text().strip()}/"

    @property
    def wallet_section(self) -> dict[str, str]:
        """The `[wallet]` of a lane that uses this gateway."""
        return {"url": self.wallet.do("status")["url"], "token": WALLET_TOKEN} if self.wallet else {}

    def _child(self, name: str, logs: Path, *arguments: str, module: str = "") -> Child:
        control = ("--control", str(self.folder / f"{name}.ctl"))
        program = f"simulators.{module or name}"
        return Child(name, [sys.executable, "-m", program, *arguments, *control], logs / f"{name}.log")

    def _is_ready(self) -> bool:
        ready = (self.terminal_link, self.printer_link, self._camera_port, *self.scale_links.values())
        sockets = (self.folder / f"{child.name}.ctl" for child in self.children)
        return (
            all(path.exists() for path in (*ready, *sockets)) and self._camera_port.read_text().strip() != ""
        )


def wait_for(
    condition: Callable[[], bool], what: str, children: Sequence[Child], timeout_s: float = START_TIMEOUT_S
) -> None:
    """Wait until `condition` holds. Raises `FleetError` if a child ends or the time is over."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        for child in children:
            child.require_running()
        if time.monotonic() > deadline:
            raise FleetError(f"{what} did not get ready within {timeout_s:g} s")
        time.sleep(POLL_S)


def answers(client: ControlClient, request: str) -> bool:
    """Whether the program behind `client` answers `request` well."""
    try:
        client.do(request)
    except ControlError:
        return False
    return True


class Stopped(BaseException):
    """A signal asked this program to end. Passes every `except Exception`, so that all cleaning up runs."""


class EndOnSignals:
    """Within it, SIGTERM, SIGINT and SIGHUP raise `Stopped` in the main thread; `stop` runs in any case."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self._stop = stop
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> None:
        atexit.register(self._stop)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            self._before[number] = signal.signal(number, _raise_stopped)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number in self._before:
            signal.signal(number, signal.SIG_IGN)
        try:
            self._stop()
        finally:
            for number, handler in self._before.items():
                signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal gave us
            atexit.unregister(self._stop)


def _raise_stopped(number: int, _frame: FrameType | None) -> None:
    raise Stopped(signal.Signals(number).name)


def _end_with_parent() -> None:
    """In the child, before exec: be killed when the parent dies, even by kill -9 (Linux)."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
