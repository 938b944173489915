"""Run the camera alone: `python -m simulators.camera --help`."""

import argparse
import signal
import threading
from pathlib import Path
from typing import Any

from simulators.camera.scene import SceneError, photograph
from simulators.camera.server import CameraServer
from simulators.camera.stage import SHOW_MAX_S, SHOW_MIN_S, Stage
from simulators.control import ControlError, ControlServer

SIZE_MIN, SIZE_MAX = 160, 4096
FPS_MAX = 60
COMMANDS = """\
control commands, one JSON object per line on the control socket:
  {"do": "show", "path": "photo.jpg", "for_s": 2.0, "wait": true}   hold a photograph before the camera
  {"do": "clear"}     take it away
  {"do": "unplug"}    drop the viewers, refuse new ones       {"do": "replug"}  all well again
  {"do": "freeze"}    repeat one picture for ever             {"do": "black"}   cover the lens
  {"do": "dazzle"}    let the sun into the lens           {"do": "status"}  what is going on
"wait" answers when the counter is empty again; other commands wait as long.
"""


class Director:
    """Answers control commands."""

    def __init__(self, server: CameraServer) -> None:
        self._server = server

    def handle(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """One command; extra fields of the answer. Raises `ControlError` with a sentence."""
        server, stage = self._server, self._server.stage
        match request["do"]:
            case "show":
                self._show(request)
            case "clear":
                with server.ticked:
                    stage.clear()
            case "unplug":
                server.unplug()
            case "replug":
                server.replug()
            case "freeze":
                with server.ticked:
                    stage.freeze()
            case "black":
                with server.ticked:
                    stage.is_black = True
            case "dazzle":
                with server.ticked:
                    stage.is_dazzled = True
            case "status":
                return self._status()
            case other:
                raise ControlError(f"the camera does not know how to {other!r}")
        return None

    def _show(self, request: dict[str, Any]) -> None:
        path, for_s = request.get("path"), request.get("for_s", 2.0)
        if not isinstance(path, str) or not path:
            raise ControlError('"path" must name a picture')
        if isinstance(for_s, bool) or not isinstance(for_s, int | float):
            raise ControlError('"for_s" must be a number of seconds')
        if not SHOW_MIN_S <= for_s <= SHOW_MAX_S:
            raise ControlError(f'"for_s" must be between {SHOW_MIN_S} and {SHOW_MAX_S} seconds')
        server, stage = self._server, self._server.stage
        try:
            showing = stage.prepare(photograph(Path(path)), for_s)
        except SceneError as error:
            raise ControlError(str(error)) from error
        with server.ticked:
            stage.begin(showing)
            if request.get("wait"):
                server.ticked.wait_for(lambda: not stage.is_showing, for_s + 5)

    def _status(self) -> dict[str, Any]:
        server, stage = self._server, self._server.stage
        return {
            "showing": stage.is_showing,
            "plugged": server.is_plugged,
            "frozen": stage.is_frozen,
            "black": stage.is_black,
            "dazzled": stage.is_dazzled,
            "viewers": server.viewers,
            "frames": server.frames,
            "fps": stage.fps,
            "size": list(stage.size),
        }


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT")
    if not all(SIZE_MIN <= side <= SIZE_MAX for side in (int(width), int(height))):
        raise argparse.ArgumentTypeError(f"width and height must be {SIZE_MIN} to {SIZE_MAX}")
    return int(width), int(height)


def _fps(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= FPS_MAX:
        raise argparse.ArgumentTypeError(f"frames per second must be 1 to {FPS_MAX}")
    return int(text)


def main() -> None:
    """Serve until told to stop by SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.camera",
        description="A network camera (MJPEG over HTTP on loopback) over a supermarket counter.",
        epilog=COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=0, help="TCP port on loopback; 0 takes a free one")
    parser.add_argument("--port-file", type=Path, help="write the port here once it is open")
    parser.add_argument("--control", type=Path, help="Unix socket for control commands")
    parser.add_argument("--fps", type=_fps, default=15)
    parser.add_argument("--size", type=_size, default=(1280, 720), help="WIDTHxHEIGHT")
    options = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    server = CameraServer(Stage(options.size, options.fps), options.port)
    control = ControlServer(options.control, Director(server).handle) if options.control else None
    if options.port_file:
        draft = options.port_file.with_name(options.port_file.name + ".new")
        draft.write_text(f"{server.port}\n")
        draft.replace(options.port_file)
    print(f"camera at mjpeg://127.0.0.1:{server.port}/video", flush=True)
    stop.wait()
    if control:
        control.close()
    server.close()


if __name__ == "__main__":
    main()
