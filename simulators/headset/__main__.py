"""Run a headset's jack: `python -m simulators.headset --help`."""

import argparse
import signal
import threading
from pathlib import Path
from typing import Any

from kiosk.speech.headset import codec
from simulators.control import ControlError, ControlServer
from simulators.printer.port import Port

BOUNCES_MAX = 50
"""What a pty takes at once."""
COMMANDS = """\
control commands, one JSON object per line on the control socket:
  {"do": "plug"}  {"do": "pull"}      the headset goes in or out
  {"do": "bounce", "times": 5}        it scrapes in and out, and ends as it was not before
  {"do": "microphone"}                another switch of the same jack
  {"do": "state"}                     tell the state again
  {"do": "drop"}                      the kernel lost events, among them that the headset went the other way
  {"do": "half"}                      half an event
  {"do": "raw", "hex": "00ff"}        bytes as they are
  {"do": "unplug"}  {"do": "replug"}  the whole sound card goes and comes
  {"do": "status"}
"""


class Jack:
    """Answers control commands."""

    def __init__(self, port: Port) -> None:
        self._port = port
        self._is_plugged = False

    def handle(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """One command; extra fields of the answer. Raises `ControlError` with a sentence."""
        match request["do"]:
            case "plug" | "pull" as which:
                self._turn(which == "plug")
            case "bounce":
                self._bounce(_times(request))
            case "microphone":
                self._send(codec.events((codec.SW_MICROPHONE_INSERT, True)))
            case "state":
                self._turn(self._is_plugged)
            case "drop":
                self._send(codec.EVENT.pack(0, 0, codec.EV_SYN, codec.SYN_DROPPED, 0))
                self._turn(not self._is_plugged)
            case "half":
                self._send(codec.events((codec.SW_HEADPHONE_INSERT, True))[: codec.EVENT.size // 2])
            case "raw":
                try:
                    self._send(bytes.fromhex(str(request.get("hex", ""))))
                except ValueError as error:
                    raise ControlError('"hex" must be hexadecimal digits') from error
            case "unplug":
                self._port.unplug()
            case "replug":
                self._port.plug()
            case "status":
                return {"plugged": self._is_plugged, "present": self._port.is_plugged}
            case other:
                raise ControlError(f"the jack does not know how to {other!r}")
        return None

    def _turn(self, is_plugged: bool) -> None:
        self._is_plugged = is_plugged
        self._send(codec.events((codec.SW_HEADPHONE_INSERT, is_plugged)))

    def _bounce(self, times: int) -> None:
        """All at once: a contact scrapes faster than anybody looks."""
        packets = []
        for _ in range(times):
            self._is_plugged = not self._is_plugged
            packets.append(codec.events((codec.SW_HEADPHONE_INSERT, self._is_plugged)))
        self._send(b"".join(packets))

    def _send(self, data: bytes) -> None:
        if not self._port.is_plugged:
            raise ControlError("the sound card is gone")
        if self._port.write(data) != len(data):
            raise ControlError("nobody reads the jack")


def _times(request: dict[str, Any]) -> int:
    times = request.get("times", 1)
    if isinstance(times, bool) or not isinstance(times, int) or not 1 <= times <= BOUNCES_MAX:
        raise ControlError(f'"times" must be a number from 1 to {BOUNCES_MAX}')
    return times


def main() -> None:
    """Wait for commands until told to stop by SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.headset",
        description="A headset's jack: the kernel's switch events on a pty.",
        epilog=COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--link", type=Path, required=True, help="symbolic link that stands for the device")
    parser.add_argument("--control", type=Path, required=True, help="Unix socket for control commands")
    options = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    port = Port(options.link)
    port.plug()
    control = ControlServer(options.control, Jack(port).handle)
    print(f"headset jack ready on {options.link}", flush=True)
    stop.wait()
    control.close()
    port.unplug()


if __name__ == "__main__":
    main()
