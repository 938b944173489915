"""`python -m simulators.labels URL CODE`: shelf labels around a base station, steered over a socket."""

import argparse
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from simulators.control import ControlError, ControlServer
from simulators.labels.faults import FAULTS
from simulators.labels.line import Line, LineError
from simulators.labels.station import Station
from simulators.terminal.faults import Faults


def parse(arguments: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.labels",
        description="Electronic shelf labels that fetch what they are to show from a store service.",
        epilog='Control: one JSON object per line: {"do": "shows"}, {"do": "status"}, '
        '{"do": "fault", "name": "silent"}, {"do": "behave"}. Faults: ' + ", ".join(FAULTS) + ".",
    )
    parser.add_argument("url", help="the store service")
    parser.add_argument("code", help="an enrolment code of the office's page of lanes")
    parser.add_argument("--control", type=Path, required=True, help="Unix socket for steering")
    parser.add_argument("--every", type=float, default=5.0, metavar="SECONDS", help="between two looks")
    return parser.parse_args(arguments)


def handle(station: Station, faults: Faults, request: dict[str, Any]) -> dict[str, Any]:
    """Answer one control request."""
    match request:
        case {"do": "shows"}:
            return {"labels": station.shows()}
        case {"do": "status"}:
            return {"rounds": station.rounds, "trouble": station.trouble, "faults": faults.armed()}
        case {"do": "fault", "name": str(name)}:
            if name not in FAULTS:
                raise ControlError(f"a fault is one of: {', '.join(FAULTS)}")
            faults.arm(name)
            return {}
        case {"do": "behave"}:
            faults.clear()
            return {}
        case _:
            raise ControlError("not understood: shows, status, fault or behave")


def main(arguments: list[str]) -> int:
    """Run until SIGTERM or SIGINT."""
    options = parse(arguments)
    try:
        line = Line(options.url, options.code)
    except LineError as error:
        print(error, file=sys.stderr)
        return 1
    faults = Faults(FAULTS)
    station = Station(line, faults, options.every)
    thread = threading.Thread(target=station.run, name="labels")
    thread.start()
    server = ControlServer(options.control, lambda request: handle(station, faults, request))
    wanted = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: wanted.set())
    wanted.wait()
    server.close()
    station.end()
    thread.join()
    line.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
