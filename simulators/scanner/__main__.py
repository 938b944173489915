"""Run a hand scanner: `python -m simulators.scanner --help`."""

import argparse
import signal
import threading
from pathlib import Path
from typing import Any

from kiosk.scanner.hid.codec import LAYOUTS
from simulators.control import ControlError, ControlServer
from simulators.printer.port import Port
from simulators.scanner.gun import PAUSE_MAX_S, TEXT_MAX, Build, Gun

COMMANDS = """\
control commands, one JSON object per line on the control socket:
  {"do": "scan", "text": "]E04006381333931"}             press the trigger
  {"do": "scan", "texts": ["...", "..."]}                codes in one burst
  {"do": "scan", "text": "...", "piece": 1, "pause_s": 0.01}   in pieces of so many bytes
  {"do": "half", "text": "4006"}      a code that breaks off before its suffix
  {"do": "raw", "hex": "00ff"}        bytes as they are
  {"do": "drop"}                      a keyboard scanner whose key events were lost
  {"do": "unplug"}  {"do": "replug"}  {"do": "status"}
"""


class Director:
    """Answers control commands."""

    def __init__(self, gun: Gun, port: Port) -> None:
        self._gun, self._port = gun, port

    def handle(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """One command; extra fields of the answer. Raises `ControlError` with a sentence."""
        match request["do"]:
            case "scan":
                self._gun.scan(_texts(request), piece=_piece(request), pause_s=_pause(request))
            case "half":
                self._gun.send(self._gun.encoded(_texts(request)[0], is_whole=False))
            case "raw":
                try:
                    self._gun.send(bytes.fromhex(str(request.get("hex", ""))))
                except ValueError as error:
                    raise ControlError('"hex" must be hexadecimal digits') from error
            case "drop":
                self._gun.drop_keys()
            case "unplug":
                self._port.unplug()
            case "replug":
                self._port.plug()
            case "status":
                return {"plugged": self._port.is_plugged, "sent": self._gun.sent}
            case other:
                raise ControlError(f"the scanner does not know how to {other!r}")
        return None


def _texts(request: dict[str, Any]) -> list[str]:
    texts = request.get("texts", [request.get("text")])
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise ControlError('"text" must be a text, or "texts" a list of them')
    if sum(map(len, texts)) > TEXT_MAX:
        raise ControlError(f"at most {TEXT_MAX} characters")
    return texts


def _piece(request: dict[str, Any]) -> int:
    piece = request.get("piece", 0)
    if isinstance(piece, bool) or not isinstance(piece, int) or piece < 0:
        raise ControlError('"piece" must be a number of bytes')
    return piece


def _pause(request: dict[str, Any]) -> float:
    pause_s = request.get("pause_s", 0.0)
    if isinstance(pause_s, bool) or not isinstance(pause_s, int | float) or not 0 <= pause_s <= PAUSE_MAX_S:
        raise ControlError(f'"pause_s" must be between 0 and {PAUSE_MAX_S:g} seconds')
    return float(pause_s)


def main() -> None:
    """Wait for commands until told to stop by SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.scanner",
        description="A hand scanner on a pty: a serial one, or a keyboard's input events.",
        epilog=COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--kind", choices=("serial", "hid"), default="serial")
    parser.add_argument("--link", type=Path, required=True, help="symbolic link that stands for the port")
    parser.add_argument("--control", type=Path, required=True, help="Unix socket for control commands")
    parser.add_argument("--prefix", default="", help="sent before every code, e.g. <STX>")
    parser.add_argument("--suffix", default="<CR>", help="sent after every code, e.g. <CR><LF>")
    parser.add_argument("--layout", choices=sorted(LAYOUTS), default="us", help="of a keyboard scanner")
    options = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    port = Port(options.link)
    port.plug()
    build = Build(kind=options.kind, prefix=options.prefix, suffix=options.suffix, layout=options.layout)
    control = ControlServer(options.control, Director(Gun(build, port), port).handle)
    print(f"{options.kind} scanner ready on {options.link}", flush=True)
    stop.wait()
    control.close()
    port.unplug()


if __name__ == "__main__":
    main()
