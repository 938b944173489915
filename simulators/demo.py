"""`kiosk demo` (`make run`): the lane with simulated devices, a demo shop, and a page for a shopper's hands.

The lane is the real one, in its own process, told nothing of the demo: only its camera, card terminal and
printer are simulated, each at the far end of a real wire. Its data stays in ./var/demo, so that a basket left
open by Ctrl-C is there again at the next start.

Source: docs/scenarios.md, "The demo".
"""

import argparse
import queue
import re
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from simulators import goods, settings
from simulators.desk.hands import Hands
from simulators.desk.screen import LaneScreen
from simulators.desk.server import PORT, Desk
from simulators.fleet import Child, EndOnSignals, Fleet, FleetError, Stopped
from simulators.shopper.lane import lane_command

FOLDER = Path("var/demo")
LOOK_S = 0.2
POWER_OFF_S = 1.0
"""How long the lane stays dark when its plug is pulled."""
_SERVED = re.compile(r"over VNC at 127\.0\.0\.1:(\d+)")
"""What the lane says when it has no display."""


class Demo:
    """Everything the demo runs; all it keeps lies in `folder`."""

    def __init__(self, folder: Path, port: int, changes: dict[str, dict[str, object]], columns: int) -> None:
        self._folder = folder
        self._changes = changes
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        self._fleet = Fleet(
            folder / "logs", folder / "paper", folder / "terminal-ledger.json", columns=columns
        )
        self._settings = folder / "kiosk.toml"
        command = lane_command("run", "--config", str(self._settings))
        self._lane = Child("lane", command, folder / "logs" / "lane.log")
        self._told = 0
        self._power_cuts: queue.Queue[None] = queue.Queue(1)
        self._screen = LaneScreen()
        hands = Hands(self._fleet, goods.articles(), folder / "packs", self._screen, self._cut_power)
        self._desk = Desk(hands, port)

    def run(self) -> int:
        """Run until the lane's window is closed or a signal comes; the exit status."""
        self._fleet.start()
        settings.write(self._settings, self._all_changes())
        self._lane.log.write_bytes(b"")
        self._lane.start()
        self._desk.start()
        print(_welcome(self._desk.address), flush=True)
        while True:
            self._tell()
            try:
                self._power_cuts.get(timeout=LOOK_S)
            except queue.Empty:
                pass
            else:
                self._cycle_power()
            self._fleet.require_running()
            if not self._lane.is_running:
                self._tell()
                return int(self._lane.exit_status or 0)

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        self._desk.stop()
        self._screen.stop()
        self._lane.stop()
        self._fleet.stop()

    def _cut_power(self) -> None:
        """Called by the page's thread; the main thread does it, because a child ends with its thread."""
        if not self._power_cuts.full():
            self._power_cuts.put_nowait(None)

    def _cycle_power(self) -> None:
        print("  the lane's plug was pulled (kill -9); starting it again", flush=True)
        self._lane.kill()
        time.sleep(POWER_OFF_S)
        self._lane.start()

    def _tell(self) -> None:
        """Print what the lane has said since the last time."""
        with self._lane.log.open("rb") as log:
            log.seek(self._told)
            said = log.read()
        whole, _, _ = said.rpartition(b"\n")
        if whole:
            self._told += len(whole) + 1
            for line in whole.decode(errors="replace").splitlines():
                print(f"  lane | {line}", flush=True)
                if served := _SERVED.search(line):
                    self._screen.follow(int(served[1]))

    def _all_changes(self) -> dict[str, dict[str, object]]:
        own: dict[str, dict[str, object]] = {
            "lane": {"folder": str(self._folder.absolute() / "lane")},
            "shop": {**settings.shop_files()},
            "camera": {"source": self._fleet.camera_source},
            "terminal": {"port": str(self._fleet.terminal_link)},
            "printer": {"port": str(self._fleet.printer_link)},
        }
        sections = own.keys() | self._changes.keys()
        return {name: {**own.get(name, {}), **self._changes.get(name, {})} for name in sorted(sections)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo; the exit status."""
    options = _parser().parse_args(arguments)
    folder: Path = options.folder
    if options.fresh:
        _forget(folder)
    width, height = options.size
    changes: dict[str, dict[str, object]] = {
        "lane": {"language": options.language},
        "printer": {"columns": options.columns},
        "screen": {"width": width, "height": height, "fullscreen": options.fullscreen},
    }
    try:
        demo = Demo(folder, options.port, changes, options.columns)
        with EndOnSignals(demo.stop):
            return demo.run()
    except Stopped:
        print("\nThe demo has ended; its data stays in", folder)
        return 0
    except (FleetError, OSError) as error:
        print(f"kiosk demo: {error}", file=sys.stderr)
        return 1


def _forget(folder: Path) -> None:
    """Start from an empty journal: remove the lane's data, if this folder is a demo's."""
    if (folder / "kiosk.toml").is_file() and (folder / "kiosk.toml").read_text("utf-8").startswith(
        settings.HEADER
    ):
        for name in ("lane", "paper", "logs"):
            shutil.rmtree(folder / name, ignore_errors=True)
        (folder / "terminal-ledger.json").unlink(missing_ok=True)


def _welcome(address: str) -> str:
    return f"""
  Lindenkorb demo shop
  ------------------------------------------------------------------
  Your hands   {address:<24}  goods, card, paper, plug
  The screen   in its own window; without a display on the page as well
  End it       Ctrl-C
  ------------------------------------------------------------------
"""


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT")
    return int(width), int(height)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk demo",
        description="The lane with simulated camera, card terminal and printer, and the demo shop's goods. "
        "A web page on this machine lets you hold goods to the camera and decide what card and printer do.",
        epilog="Ctrl-C ends it. What you left in the basket is there again at the next start.",
    )
    add = parser.add_argument
    add(
        "--folder",
        type=Path,
        default=FOLDER,
        metavar="DIR",
        help="where its data stays (default: %(default)s)",
    )
    add("--fresh", action="store_true", help="forget baskets, journal and papers of earlier demos first")
    add("--port", type=int, default=PORT, help="port of the page for your hands (default: %(default)s)")
    add(
        "--size",
        type=_size,
        default=(1080, 1920),
        metavar="WxH",
        help="size of the screen (default: 1080x1920)",
    )
    add("--fullscreen", action="store_true", help="fill the whole display")
    add("--language", choices=("en", "de", "zh"), default="en", help="language of the first screen")
    add("--columns", type=int, choices=(48, 42, 32), default=48, help="characters per line of the printer")
    return parser


if __name__ == "__main__":
    sys.exit(main())
