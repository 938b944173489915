"""`kiosk demo` (`make run`): a lane with simulated devices, its store service, and a page for your hands.

Lane and service are the real ones, each in its own process, told nothing of the demo: only camera, card
terminal and printer are simulated, each at the far end of a real wire. Their data stay in ./var/demo, so that
a basket left open by Ctrl-C is there again at the next start.

Source: docs/scenarios.md, "The demo".
"""

import argparse
import contextlib
import queue
import re
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from retail.languages import LANGUAGES
from simulators import goods, settings
from simulators.desk.hands import Hands
from simulators.desk.screen import LaneScreen
from simulators.desk.server import PORT, Desk
from simulators.fleet import Child, EndOnSignals, Fleet, FleetError, Stopped
from simulators.scale import SCALES
from simulators.shopper import flow
from simulators.shopper.lane import lane_command
from simulators.storehouse import PORT as STORE_PORT
from simulators.storehouse import Storehouse

FOLDER = Path("var/demo")
LOOK_S = 0.2
DEEDS_MAX = 8
RESTART = 3
"""The lane's exit code for "start me again" (docs/commands.md)."""
POWER_OFF_S = 1.0
"""How long the lane stays dark when its plug is pulled."""
_SERVED = re.compile(r"over VNC at 127\.0\.0\.1:(\d+)")
"""What the lane says when it has no display."""


class Demo:
    """Everything the demo runs; all it keeps lies in `folder`."""

    def __init__(
        self,
        folder: Path,
        port: int,
        changes: dict[str, dict[str, object]],
        columns: int,
        *,
        store_port: int | None,
        packs: int | None = None,
    ) -> None:
        self._folder = folder
        self._changes = changes
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        self._fleet = Fleet(
            *(folder / "logs", folder / "paper", folder / "terminal-ledger.json"),
            columns=columns,
            scales=SCALES,
            wallet=folder / "wallet-ledger.json",
            camera=() if packs is None else ("--packs", str(packs), "--sold", str(settings.CATALOGUE)),
        )
        self._settings = folder / "kiosk.toml"
        command = lane_command("run", "--config", str(self._settings))
        self._lane = Child("lane", command, folder / "logs" / "lane.log")
        self._told = 0
        self._deeds: queue.Queue[str] = queue.Queue(DEEDS_MAX)
        self._screen = LaneScreen()
        self._store: Storehouse | None = None
        if store_port is not None:
            self._store = Storehouse(folder / "store", folder / "logs", store_port)
        self._hands = Hands(
            self._fleet,
            goods.articles(),
            folder / "packs",
            self._screen,
            self._ask,
            self._store_standing,
        )
        self._desk = Desk(self._hands, port)

    def run(self) -> int:
        """Run until the lane's window is closed or a signal comes; the exit status."""
        self._fleet.start()
        settings.write(self._settings, self._all_changes())
        self._lane.log.write_bytes(b"")
        if self._store is not None:
            self._open_store(self._store)
            self._hands.carry(self._store.gift_cards)
        self._lane.start()
        self._desk.start()
        print(_welcome(self._desk.address, self._store), flush=True)
        while True:
            self._tell()
            with contextlib.suppress(queue.Empty):
                self._do(self._deeds.get(timeout=LOOK_S))
            self._fleet.require_running()
            if self._lane.exit_status == RESTART:
                print("  the lane starts anew, as staff asked", flush=True)
                self._lane.start()
            if not self._lane.is_running:
                self._tell()
                return int(self._lane.exit_status or 0)

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        self._desk.stop()
        self._screen.stop()
        self._lane.stop()
        if self._store is not None:
            self._store.stop()
        self._fleet.stop()

    def _open_store(self, store: Storehouse) -> None:
        """Start the service; the first time, make the lane its lane."""
        is_new = store.prepare()
        store.start()
        if is_new:
            store.enrol(self._settings)

    def _store_standing(self) -> dict[str, object] | None:
        store = self._store
        return {"running": store.is_running, "address": store.address} if store is not None else None

    def _ask(self, deed: str) -> None:
        """Called by the page's thread; the main thread does it, because a child ends with its thread."""
        with contextlib.suppress(queue.Full):
            self._deeds.put_nowait(deed)

    def _do(self, deed: str) -> None:
        if deed == "power":
            self._cycle_power()
        elif self._store is not None and deed == "store-off" and self._store.is_running:
            print("  the store service was killed (kill -9); the lane sells on", flush=True)
            self._store.child.kill()
        elif self._store is not None and deed == "store-on" and not self._store.is_running:
            print("  the store service is back", flush=True)
            self._store.start()

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
        has_store = self._store is not None  # joining and balances are the service's
        own: dict[str, dict[str, object]] = {
            "lane": {"folder": str(self._folder.absolute() / "lane"), "joins": has_store},
            "shop": {**settings.shop_files()},
            "camera": {"source": self._fleet.camera_source},
            "terminal": {"port": str(self._fleet.terminal_link)},
            "printer": {"port": str(self._fleet.printer_link)},
            "wallet": dict(self._fleet.wallet_section),
            "tenders": {"gift_cards": has_store, "balance": has_store, "top_up": has_store},
            **flow.SETTINGS,
            **{
                name: {"protocol": SCALES[name], "port": str(link), "frame": "8N1"}
                for name, link in self._fleet.scale_links.items()
            },
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
        store_port = None if options.no_store else options.store_port
        demo = Demo(
            folder, options.port, changes, options.columns, store_port=store_port, packs=options.packs
        )
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
        for name in ("lane", "paper", "logs", "store"):
            shutil.rmtree(folder / name, ignore_errors=True)
        for name in ("terminal-ledger.json", "wallet-ledger.json"):
            (folder / name).unlink(missing_ok=True)


def _welcome(address: str, store: Storehouse | None) -> str:
    office = f"  Back office  {store.address}\n" if store else ""
    for login, password, role in store.people if store else ():
        office += f"               log in as {login:<8} password {password:<16} {role}\n"
    for login, number, pin, badge in store.sign_ins if store else ():
        office += f"  At the lane  {login:<8} number {number}, PIN {pin}, or the badge {badge}\n"
    for digits, amount_minor in store.gift_cards if store else ():
        office += f"  Gift card    {digits}  {amount_minor / 100:.2f}\n"
    if store:
        office += f"  The station  {store.address}station\n"
    return f"""
  Lindenkorb demo shop
  ------------------------------------------------------------------------
  Your hands   {address:<24}  goods, cards, coupons, paper, plugs
{office}  The screen   in its own window; without a display on the page as well
  End it       Ctrl-C
  ------------------------------------------------------------------------
"""


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT")
    return int(width), int(height)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk demo",
        description="A lane with simulated camera, card terminal and printer, its store service, and the "
        "demo shop's goods, offers and members. A web page on this machine lets you hold goods and cards "
        "to the camera and decide what card, printer and service do; another one is the back office.",
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
    add("--no-store", action="store_true", help="a lane by itself, without a store service")
    add(
        "--store-port",
        type=int,
        default=STORE_PORT,
        metavar="PORT",
        help="port of the store service (default: %(default)s)",
    )
    add(
        "--packs",
        type=int,
        metavar="SEED",
        help="wave packs of the shop's goods before the camera, one after the other, drawn from this seed",
    )
    add("--fullscreen", action="store_true", help="fill the whole display")
    add("--language", choices=LANGUAGES, default="en", help="language of the first screen")
    add("--columns", type=int, choices=(48, 42, 32), default=48, help="characters per line of the printer")
    return parser


if __name__ == "__main__":
    sys.exit(main())
