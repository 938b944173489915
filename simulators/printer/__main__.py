"""Run a receipt printer: `python -m simulators.printer --link /tmp/tty-printer --control ... --paper DIR`."""

import argparse
import os
import select
import signal
import threading
import time
from pathlib import Path
from typing import Any

from simulators.control import ControlServer
from simulators.printer.director import Director
from simulators.printer.machine import Build, Machine
from simulators.printer.paper import PaperTray
from simulators.printer.port import Port

_READ_MAX = 512
_IDLE_S = 0.5


class Printer:
    """The machine, its cable and its control socket on one loop."""

    def __init__(self, link: Path, control: Path | None, paper: Path, build: Build) -> None:
        self._lock = threading.Lock()
        lead = round(12 * build.dots_per_mm)
        self._machine = Machine(build, PaperTray(paper, build.dots, build.dots_per_mm, lead))
        self._port = Port(link)
        self._director = Director(self._machine, self._port)
        self._wake_read, self._wake_write = os.pipe()
        self._pending = b""
        self._is_stopping = False
        self._port.plug()
        self._control = ControlServer(control, self._handle) if control else None

    def _handle(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            self._machine.run(time.monotonic())
            answer = self._director.handle(request)
        os.write(self._wake_write, b"w")
        return answer

    def stop(self) -> None:
        """End `serve` soon; may be called from a signal handler."""
        self._is_stopping = True
        os.write(self._wake_write, b"w")

    def serve(self) -> None:
        """Print until `stop`."""
        try:
            while not self._is_stopping:
                self._turn()
        finally:
            if self._control:
                self._control.close()
            self._port.unplug()

    def _turn(self) -> None:
        with self._lock:
            again_at = self._machine.run(time.monotonic())
            if self._port.is_plugged:
                self._pending += self._machine.take_answers()
            else:
                self._pending = b""
            master = self._port.master
            reading = [self._wake_read] + ([master] if master >= 0 and self._machine.room() > 0 else [])
            writing = [master] if self._pending and master >= 0 else []
        timeout = _IDLE_S if again_at is None else max(0.0, again_at - time.monotonic())
        readable, _, _ = select.select(reading, writing, [], min(timeout, _IDLE_S))
        if self._wake_read in readable:
            os.read(self._wake_read, 4096)
        with self._lock:
            if self._port.master != master or master < 0:
                return
            if master in readable:
                self._machine.receive(self._port.read(min(_READ_MAX, self._machine.room())))
            self._pending += self._machine.take_answers()
            if self._pending:
                self._pending = self._pending[self._port.write(self._pending) :]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m simulators.printer",
        description="A thermal receipt printer on a pty: ESC/POS in, status out, paper as PNG.",
    )
    parser.add_argument(
        "--link", type=Path, required=True, help="symbolic link that stands for the serial port"
    )
    parser.add_argument("--control", type=Path, help="Unix socket for the director (JSON lines)")
    parser.add_argument(
        "--paper", type=Path, required=True, help="folder for receipt-0001.png, .txt and .bin"
    )
    parser.add_argument("--columns", type=int, choices=(48, 42, 32), default=48, help="576, 512 or 384 dots")
    parser.add_argument("--speed-mm-s", type=float, default=100.0, help="paper per second")
    parser.add_argument("--roll-mm", type=int, default=80_000, help="paper on a new roll")
    parser.add_argument("--near-end-mm", type=int, default=2_000, help="paper left when the sensor says low")
    parser.add_argument("--buffer-size", type=int, default=4096, help="receive buffer in bytes")
    parser.add_argument("--no-process-id", action="store_true", help="an older model without GS ( H")
    parser.add_argument("--no-report", action="store_true", help="a model that does not answer GS r either")
    parser.add_argument("--no-push", action="store_true", help="a model without automatic status back")
    return parser.parse_args()


def main() -> None:
    """Parse, run, end on SIGTERM or SIGINT."""
    arguments = _arguments()
    build = Build(
        columns=arguments.columns,
        speed_mm_s=arguments.speed_mm_s,
        roll_mm=arguments.roll_mm,
        near_end_mm=arguments.near_end_mm,
        buffer_size=arguments.buffer_size,
        process_id=not arguments.no_process_id,
        report=not arguments.no_report,
        push=not arguments.no_push,
    )
    printer = Printer(arguments.link, arguments.control, arguments.paper, build)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: printer.stop())
    print(f"printer ready on {arguments.link}", flush=True)
    printer.serve()


if __name__ == "__main__":
    main()
