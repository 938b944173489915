"""The devices' round trips, against simulated devices that are programs of their own.

The lane contains no simulator. Where the package `kiosk-simulators` is installed (or this runs from the
source), its programs are started and spoken to by the drivers that ship, byte by byte over pseudo terminals;
elsewhere these checks are skipped, and said to be.

Invariants: whatever happens, no process and no file outside the given folder is left. A socket's path holds
107 characters and a temporary folder may have more: both sides reach sockets by a descriptor of their folder.
"""

import contextlib
import datetime
import importlib.util
import json
import os
import queue
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from kiosk.app.selftest.results import CheckFailedError, CheckSkippedError
from kiosk.app.settings.schema import Settings

PROGRAM = "kiosk-simulators"
PLACES = (f"/usr/lib/{PROGRAM}/{PROGRAM}", f"/usr/bin/{PROGRAM}")
VARIABLE = "KIOSK_SIMULATORS"
"""Names the program when it lies elsewhere."""
START_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 5.0
PRINT_TIMEOUT_S = 20.0
ANSWER_MAX = 1_000_000
_LOOK_S = 0.05


def simulators() -> list[str] | None:
    """How a simulator is started, its name to follow; None where there are none."""
    if named := os.environ.get(VARIABLE):
        return [named]
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).parents[1] / PROGRAM / PROGRAM
        places = (str(beside), *PLACES)
        return next(([place] for place in places if os.access(place, os.X_OK)), None)
    if importlib.util.find_spec("simulators") is None:
        return None
    return [sys.executable, "-m", "simulators."]


class Devices:
    """A simulated terminal and printer, running."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.terminal_link, self.printer_link = folder / "terminal", folder / "printer"
        self.paper = folder / "paper"
        self._folder = folder
        self._descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        self._command = command
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start both and wait until they answer. Raises `CheckFailedError`."""
        self._start("terminal", "--link", str(self.terminal_link))
        self._start("printer", "--link", str(self.printer_link), "--paper", str(self.paper))
        deadline = time.monotonic() + START_TIMEOUT_S
        while not all(link.exists() for link in (self.terminal_link, self.printer_link)):
            if any(one.poll() is not None for one in self._running) or time.monotonic() > deadline:
                raise CheckFailedError(f"the simulated devices did not start: {self._said()}")
            time.sleep(_LOOK_S)

    def ask(self, name: str, request: str, /, **more: str) -> dict[str, Any]:
        """Tell a device what to do next, or ask what it did. Raises `CheckFailedError`."""
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
                link.settimeout(START_TIMEOUT_S)
                link.connect(self._control(name))
                with link.makefile("rwb") as stream:
                    stream.write(json.dumps({"do": request, **more}).encode() + b"\n")
                    stream.flush()
                    answer: dict[str, Any] = json.loads(stream.readline(ANSWER_MAX))
        except (OSError, ValueError) as error:
            raise CheckFailedError(f"the simulated {name} does not answer: {error}") from error
        if not answer.get("ok"):
            raise CheckFailedError(f"the simulated {name} refuses: {answer.get('error')}")
        return answer

    def stop(self) -> None:
        """End both. Safe to call twice."""
        for one in self._running:
            one.terminate()
        for one in self._running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                one.wait(STOP_TIMEOUT_S)
            one.kill()
            one.wait()
        self._running.clear()
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _control(self, name: str) -> str:
        return f"/proc/self/fd/{self._descriptor}/{name}.ctl"

    def _start(self, name: str, *arguments: str) -> None:
        *first, last = self._command
        command = [*first, last + name] if last.endswith(".") else [*self._command, name]
        control = ("--control", self._control(name))
        with (self._folder / f"{name}.log").open("wb") as log:
            self._running.append(
                subprocess.Popen(
                    [*command, *arguments, *control],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    pass_fds=(self._descriptor,),
                    start_new_session=True,
                )
            )

    def _said(self) -> str:
        texts = [path.read_text(errors="replace") for path in sorted(self._folder.glob("*.log"))]
        return " ".join(" ".join(texts).split())[-300:] or "they say nothing"


def started(folder: Path) -> Devices:
    """The simulated devices, running; `stop` them. Raises `CheckSkippedError` where there are none."""
    command = simulators()
    if command is None:
        raise CheckSkippedError(f"no simulated devices here: install {PROGRAM} to try a purchase")
    folder.mkdir()
    devices = Devices(command, folder)
    try:
        devices.start()
    except BaseException:
        devices.stop()
        raise
    return devices


def required(devices: Devices | None) -> Devices:
    """The devices, or the reason why nothing can be tried. Raises `CheckSkippedError`."""
    if devices is None:
        raise CheckSkippedError("no simulated devices here")
    return devices


def zvt(devices: Devices | None, chosen: Settings) -> str:
    """The terminal's driver registers, asks for the status and for the last receipt."""
    required(devices)
    from kiosk.app.doctor.devices import terminal
    from kiosk.app.doctor.findings import Level

    (finding,) = terminal(chosen)
    if finding.level is not Level.OK:
        raise CheckFailedError(f"{finding.found}; {finding.advice}")
    return finding.found


def escpos(devices: Devices | None, chosen: Settings) -> str:
    """The printer's driver prints the test page and has it proven."""
    paper = required(devices).paper
    from kiosk.app import hardware
    from kiosk.devices.health import Health
    from kiosk.devices.printer import PrinterMessage, PrintJob, PrintOutcome, PrintWaiting
    from kiosk.printer.driver import EscPosPrinter
    from kiosk.printer.test_page import page

    said: queue.SimpleQueue[PrinterMessage] = queue.SimpleQueue()

    class Ear:
        """Puts what the driver says in a queue."""

        def said(self, message: PrinterMessage) -> None:
            """Take one message."""
            said.put(message)

    rendered = page("Self-test", "0", datetime.datetime.now().astimezone().isoformat(timespec="seconds"))
    driver = EscPosPrinter(hardware.printer_profile(chosen))
    driver.start(Ear())
    try:
        job = PrintJob(job_id="selftest", payload=rendered.payload, height_mm=rendered.height_mm)
        deadline = time.monotonic() + PRINT_TIMEOUT_S
        is_asked = False
        while True:
            try:
                message = said.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty as error:
                raise CheckFailedError(f"no answer within {PRINT_TIMEOUT_S:.0f} s") from error
            match message:
                case Health():
                    if not is_asked:
                        is_asked = True
                        driver.print(job)
                case PrintWaiting():
                    raise CheckFailedError(f"the printer waits: {message.code}")
                case _:
                    break
    finally:
        driver.stop()
    if message.outcome is not PrintOutcome.PRINTED:
        raise CheckFailedError(f"the page is {message.outcome.value}: {message.reason}")
    papers = len(list(paper.glob("*.png"))) if paper.is_dir() else 0
    if papers != 1:
        raise CheckFailedError(f"{papers} papers came out")
    return f"{len(rendered.payload)} bytes, {rendered.height_mm} mm of paper, proven"
