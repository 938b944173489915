"""Run the camera alone: `python -m simulators.camera --help`."""

import argparse
import signal
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from simulators.camera.generated import CARRIERS, KINDS, content, held, pack
from simulators.camera.scene import Image, SceneError, photograph
from simulators.camera.server import CameraServer
from simulators.camera.stage import SHOW_MAX_S, SHOW_MIN_S, Stage
from simulators.control import ControlError, ControlServer
from simulators.goods import articles

SIZE_MIN, SIZE_MAX = 160, 4096
FPS_MAX = 60
SEED_MAX = 2**32 - 1
COMMANDS = """\
control commands, one JSON object per line on the control socket:
  {"do": "show", "path": "photo.jpg", "for_s": 2.0, "wait": true}   hold a photograph before the camera
  {"do": "pack", "kind": "ean13", "seed": 7, "for_s": 2.0, "wait": true}   hold a pack drawn here
        with "gtin": "4006381333931" it carries that number, if its kind can
  {"do": "clear"}     take it away
  {"do": "unplug"}    drop the viewers, refuse new ones       {"do": "replug"}  all well again
  {"do": "freeze"}    repeat one picture for ever             {"do": "black"}   cover the lens
  {"do": "dazzle"}    let the sun into the lens           {"do": "status"}  what is going on
"wait" answers when the counter is empty again; other commands wait as long.
"""
HOLD_S, AWAY_S = 1.5, 2.5
"""How long packs that come by themselves are held, and how long the counter is empty after them."""


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
            case "pack":
                return self._pack(request)
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
        path = request.get("path")
        if not isinstance(path, str) or not path:
            raise ControlError('"path" must name a picture')
        for_s = _seconds(request)
        try:
            picture = photograph(Path(path))
        except SceneError as error:
            raise ControlError(str(error)) from error
        self._hold(picture, for_s, wait=bool(request.get("wait")))

    def _pack(self, request: dict[str, Any]) -> dict[str, Any]:
        kind, seed = request.get("kind", "ean13"), request.get("seed", 1)
        if not isinstance(kind, str) or kind not in KINDS:
            raise ControlError(f'"kind" must be one of {", ".join(KINDS)}')
        if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= SEED_MAX:
            raise ControlError(f'"seed" must be a number from 0 to {SEED_MAX}')
        gtin = request.get("gtin", "")
        if not isinstance(gtin, str) or not (gtin + "0").isdecimal() or not gtin.isascii():
            raise ControlError('"gtin" must be the digits of a product\'s number')
        for_s, chance = _seconds(request), np.random.default_rng(seed)
        try:
            shown = pack(chance, kind, content(kind, chance, gtin) if gtin else "")
        except ValueError as error:
            raise ControlError(str(error)) from error
        picture = held(shown, self._server.stage.size, chance)
        self._hold(picture, for_s, wait=bool(request.get("wait")))
        return {"text": shown.codes[0].text, "kind": kind}

    def _hold(self, picture: Image, for_s: float, *, wait: bool) -> None:
        server, stage = self._server, self._server.stage
        showing = stage.prepare(picture, for_s)
        with server.ticked:
            stage.begin(showing)
            if wait:
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


def _seconds(request: dict[str, Any]) -> float:
    for_s = request.get("for_s", 2.0)
    if isinstance(for_s, bool) or not isinstance(for_s, int | float):
        raise ControlError('"for_s" must be a number of seconds')
    if not SHOW_MIN_S <= for_s <= SHOW_MAX_S:
        raise ControlError(f'"for_s" must be between {SHOW_MIN_S} and {SHOW_MAX_S} seconds')
    return for_s


def keep_showing(director: Director, seed: int, stop: threading.Event, sold: Sequence[str] = ()) -> None:
    """Hold one pack after the other, and say what each is, until told to stop; of a shop's goods, if `sold`
    names their numbers."""
    chance = np.random.default_rng(seed)
    kinds, number = tuple(KINDS), 0
    while not stop.is_set():
        request: dict[str, Any] = {"do": "pack", "seed": (seed + number) % SEED_MAX, "for_s": HOLD_S}
        if sold:
            request |= {"kind": CARRIERS[number % len(CARRIERS)], "gtin": str(chance.choice(list(sold)))}
        else:  # most goods carry an EAN-13
            request["kind"] = "ean13" if number % 2 else kinds[number // 2 % len(kinds)]
        print(f"shown: {director.handle(request)}", flush=True)
        number += 1
        stop.wait(HOLD_S + AWAY_S)


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


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) > SEED_MAX:
        raise argparse.ArgumentTypeError(f"a seed is a number from 0 to {SEED_MAX}")
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
    parser.add_argument("--packs", type=_seed, help="hold packs made from this seed, one after the other")
    parser.add_argument(
        "--sold", type=Path, help="with --packs: a shop's catalogue, whose numbers the packs carry"
    )
    options = parser.parse_args()
    sold = [one.code for one in articles(options.sold) if not one.is_weighed] if options.sold else []
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
    if options.packs is not None:
        keep_showing(Director(server), options.packs, stop, sold)
    stop.wait()
    if control:
        control.close()
    server.close()


if __name__ == "__main__":
    main()
