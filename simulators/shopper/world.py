"""The lane and its simulated devices put together: what the scripted shopper's hands reach.

    DIR/lane/     the lane's own folder: settings, journal, catalogue      DIR/lane.log   what it printed
    DIR/paper/    what came out of the printer                             DIR/screens/   screenshots

Source: docs/scenarios.md, "What runs".
"""

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulators import settings
from simulators.control import ControlError
from simulators.fleet import Fleet
from simulators.shopper import pictures
from simulators.shopper.lane import Lane
from simulators.shopper.pictures import Picture
from simulators.shopper.scenario import Scenario
from simulators.shopper.state import LaneState

HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
OWN_FILES = ("summary.json", "receipt.png", "receipt.txt", "receipt.bin", "journal.jsonl", "lane.log")
OWN_FOLDERS = ("lane", "logs", "packs", "paper", "screens")


class ShopWorld:
    """One lane with its devices; all it writes goes to `out`. Use `start`, then `stop` in any case."""

    def __init__(self, scenario: Scenario, out: Path) -> None:
        self.out = out
        for folder in OWN_FOLDERS:
            (out / folder).mkdir(parents=True, exist_ok=True)
        self.fleet = Fleet(
            out / "logs", out / "paper", out / "logs" / "terminal-ledger.json", columns=scenario.columns
        )
        self.settings = out / "lane" / "kiosk.toml"
        self.lane = Lane(self.settings, self.fleet.folder, out / "lane.log", environment=HEADLESS)
        self._scenario = scenario
        self._last = LaneState(screen="")

    def start(self) -> float:
        """Start devices and lane; seconds until the lane answered. Raises `FleetError`."""
        self.fleet.start()
        settings.write(self.settings, self._changes())
        return self.lane.start()

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        self.lane.stop()
        self.fleet.stop()

    def state(self) -> LaneState:
        """What the lane shows."""
        self._last = self.lane.state()
        return self._last

    def last_state(self) -> LaneState:
        """What the lane shows, or what it showed last if it no longer answers."""
        with contextlib.suppress(ControlError):
            return self.state()
        return self._last

    def touch(self, control: str) -> None:
        """Press a control."""
        self.lane.touch(control)

    def show(self, picture: Picture, for_s: float) -> None:
        """Begin to hold a picture to the camera for that long."""
        path = pictures.file_of(picture, self.out / "packs")
        self.fleet.camera.do("show", path=str(path.absolute()), for_s=for_s)

    def clear(self) -> None:
        """Take the picture away."""
        self.fleet.camera.do("clear")

    def card(self, what: str) -> None:
        """Decide what the terminal does next."""
        self.fleet.terminal.do("card", what=what)

    def printer(self, what: str) -> None:
        """Do something to the printer."""
        self.fleet.printer.do("printer", what=what)

    def restart(self) -> None:
        """kill -9 the lane and start it again in the same folder."""
        self.lane.kill()
        self.lane.start()

    def screenshot(self, name: str) -> None:
        """Keep what the screen shows as `screens/<name>.png`."""
        self.lane.screenshot(self.out / "screens" / f"{name}.png")

    def ledger(self) -> list[dict[str, Any]]:
        """The terminal's book."""
        entries: list[dict[str, Any]] = self.fleet.terminal.do("ledger")["ledger"]
        return entries

    def printer_is_busy(self) -> bool:
        """Whether a receipt is on its way and nothing keeps it from coming out."""
        return bool(self.fleet.printer.do("status").get("busy"))

    def papers(self) -> list[dict[str, Any]]:
        """What came out of the printer, oldest first."""
        papers: list[dict[str, Any]] = self.fleet.printer.do("papers")["papers"]
        return papers

    def _changes(self) -> Mapping[str, Mapping[str, Any]]:
        scenario = self._scenario
        files = settings.shop_files(scenario.catalogue, scenario.offers, scenario.members)
        currency = settings.currency_of(scenario.catalogue or settings.CATALOGUE)
        return {
            "lane": {"folder": str((self.out / "lane").absolute()), "language": scenario.language},
            "shop": {**files, **({"currency": currency} if currency else {})},
            "camera": {"source": self.fleet.camera_source},
            "terminal": {"port": str(self.fleet.terminal_link)},
            "printer": {"port": str(self.fleet.printer_link), "columns": scenario.columns},
            "screen": {"width": scenario.width, "height": scenario.height, "fullscreen": False},
        }


def clear_earlier_run(out: Path) -> None:
    """Remove what an earlier run wrote into `out`, and nothing else. Raises `FileExistsError`.

    A lane folder left in place would carry its open basket into this run. Folders are removed only if they
    are known to be ours: the settings file in `lane` carries our header.
    """
    ours = out / "lane" / "kiosk.toml"
    is_ours = ours.is_file() and ours.read_bytes().startswith(settings.HEADER.encode())
    present = [name for name in OWN_FOLDERS if (out / name).exists()]
    if present and not is_ours:
        raise FileExistsError(f"{out} holds {', '.join(present)} of something else: choose another --out")
    for name in present:
        shutil.rmtree(out / name)
    for name in OWN_FILES:
        (out / name).unlink(missing_ok=True)
