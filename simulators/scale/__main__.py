"""Run a scale: `python -m simulators.scale --help`."""

import argparse
import signal
import threading
import time
from pathlib import Path
from typing import Any

from kiosk.scale.codec.protocols import PROTOCOLS
from simulators.control import ControlError, ControlServer
from simulators.printer.port import Port
from simulators.scale.machine import Machine
from simulators.scale.plate import FAULTS, Build, Plate

NAME_MAX = 100
COMMANDS = f"""\
control commands, one JSON object per line on the control socket:
  {{"do": "put", "name": "milk", "grams": 1030}}     put something down
  {{"do": "take", "name": "milk"}}   {{"do": "clear"}}
  {{"do": "fault", "what": "unstable"}}     {", ".join(FAULTS)}
  {{"do": "unplug"}}  {{"do": "replug"}}  {{"do": "status"}}
"""


class Director:
    """Answers control commands."""

    def __init__(self, plate: Plate, machine: Machine, port: Port, lock: threading.Lock) -> None:
        self._plate, self._machine, self._port, self._lock = plate, machine, port, lock

    def handle(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """One command; extra fields of the answer. Raises `ControlError` with a sentence."""
        with self._lock:
            try:
                return self._handle(request, time.monotonic())
            except ValueError as error:
                raise ControlError(str(error)) from error

    def _handle(self, request: dict[str, Any], at: float) -> dict[str, Any] | None:
        match request["do"]:
            case "put":
                self._plate.put(_name(request), _grams(request), at)
            case "take":
                self._plate.take(_name(request), at)
            case "clear":
                self._plate.clear(at)
            case "fault":
                self._plate.break_by(str(request.get("what")), at)
            case "unplug":
                self._port.unplug()
            case "replug":
                self._port.plug()
            case "status":
                return self._status(at)
            case other:
                raise ControlError(f"the scale does not know how to {other!r}")
        return None

    def _status(self, at: float) -> dict[str, Any]:
        sample = self._plate.sample(at)
        return {
            "plugged": self._port.is_plugged,
            "fault": self._plate.fault,
            "load": sample.load.value,
            "weight_g": sample.weight_mg // 1_000,
            "things": [{"name": name, "grams": grams} for name, grams in self._plate.things.items()],
            "answered": self._machine.answered,
        }


def _name(request: dict[str, Any]) -> str:
    name = request.get("name")
    if not isinstance(name, str) or not 0 < len(name) <= NAME_MAX:
        raise ControlError(f'"name" must be a text of 1 to {NAME_MAX} characters')
    return name


def _grams(request: dict[str, Any]) -> int:
    grams = request.get("grams")
    if isinstance(grams, bool) or not isinstance(grams, int):
        raise ControlError('"grams" must be a whole number')
    return grams


def main() -> None:
    """Answer until told to stop by SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.scale",
        description="A scale on a pty.",
        epilog=COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--protocol", choices=sorted(PROTOCOLS), default="mt-sics")
    parser.add_argument("--link", type=Path, required=True, help="symbolic link that stands for the port")
    parser.add_argument("--control", type=Path, required=True, help="Unix socket for control commands")
    parser.add_argument("--capacity-g", type=int, default=Build.capacity_g, help="what it carries")
    parser.add_argument("--step-g", type=int, default=Build.step_g, help="what it rounds to")
    parser.add_argument("--settle-s", type=float, default=Build.settle_s, help="how long a load swings")
    options = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    port, lock = Port(options.link), threading.Lock()
    port.plug()
    build = Build(capacity_g=options.capacity_g, step_g=options.step_g, settle_s=options.settle_s)
    plate = Plate(build)
    machine = Machine(plate, port, options.protocol, lock)
    machine.start()
    control = ControlServer(options.control, Director(plate, machine, port, lock).handle)
    print(f"{options.protocol} scale ready on {options.link}", flush=True)
    stop.wait()
    control.close()
    machine.stop()
    port.unplug()


if __name__ == "__main__":
    main()
