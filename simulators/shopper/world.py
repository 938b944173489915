"""The lane and its simulated devices put together: what the scripted shopper's hands reach.

    DIR/lane/     the lane's own folder: settings, journal, catalogue      DIR/lane.log   what it printed
    DIR/paper/    what came out of the printer                             DIR/screens/   screenshots

Source: docs/scenarios.md, "What runs".
"""

import contextlib
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulators import settings
from simulators.control import ControlClient, ControlError
from simulators.fleet import Fleet, wait_for
from simulators.goods import OWN_BAG, OWN_BAG_G, by_slug
from simulators.papers import Paper
from simulators.scale import SCALES
from simulators.shopper import flow, pictures
from simulators.shopper.afar import Afar
from simulators.shopper.lane import Lane
from simulators.shopper.pictures import Picture
from simulators.shopper.scenario import Scenario
from simulators.shopper.state import LaneState
from simulators.storehouse import LANE, STAFF, Storehouse
from simulators.wallet import gift_card, paying_phone

HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
OWN_FILES = (
    "summary.json",
    "receipt.png",
    "receipt.txt",
    "receipt.bin",
    "journal.jsonl",
    "lane.log",
    "transcript.jsonl",
)
OWN_FOLDERS = ("lane", "logs", "packs", "paper", "screens", "store")
TRANSCRIPT = "transcript.jsonl"
"""What the voice would have said, a sentence a line."""
ANY_PORT = 0
DOOR_HELD_MS = 1_500
FED = "replica fetched whole"
"""What the lane logs once it has the store's data."""


class ShopWorld:
    """One lane with its devices; all it writes goes to `out`. Use `start`, then `stop` in any case."""

    def __init__(
        self,
        scenario: Scenario,
        out: Path,
        *,
        store: Storehouse | None = None,
        name: str = LANE,
        changes: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """`changes`: what else the lane's settings say, by section and key."""
        self.out = out
        self._more = changes or {}
        for folder in OWN_FOLDERS:
            (out / folder).mkdir(parents=True, exist_ok=True)
        self.fleet = Fleet(
            *(out / "logs", out / "paper", out / "logs" / "terminal-ledger.json"),
            columns=scenario.columns,
            scales=SCALES if scenario.has_scales else None,
            wallet=out / "logs" / "wallet-ledger.json" if scenario.has_wallets else None,
        )
        self.store: Storehouse | None = store
        self._keeps_store = store is None and scenario.has_store
        if self._keeps_store:
            self.store = Storehouse(out / "store", out / "logs", ANY_PORT)
        self._name = name
        self._staff: dict[str, Afar] = {}
        self._put_down = self._phones = 0
        self.settings = out / "lane" / "kiosk.toml"
        transcript = out / TRANSCRIPT if scenario.by_ear else None
        self.lane = Lane(
            *(self.settings, self.fleet.folder, out / "lane.log"),
            environment=HEADLESS,
            transcript=transcript,
        )
        self._scenario = scenario
        self._last = LaneState(screen="")

    def start(self) -> float:
        """Start devices and lane; seconds until the lane answered. Raises `FleetError`."""
        self.fleet.start()
        settings.write(self.settings, self._changes())
        if self.store is not None:
            if self._keeps_store:
                self.store.prepare()
                self.store.start()
            self.store.enrol(self.settings, self._name)
        ready_s = self.lane.start()
        if self.store is not None:
            wait_for(self._is_fed, "the shop's goods and offers", [self.lane.child])
        return ready_s

    def _is_fed(self) -> bool:
        """Whether the lane has the store's data: a purchase begun before goes on by the lane's own files."""
        log = self.out / "lane" / "log" / "lane.log"
        return log.is_file() and FED in log.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        self.lane.stop()
        if self.store is not None and self._keeps_store:
            self.store.stop()
        self.fleet.stop()

    def state(self) -> LaneState:
        """What the lane shows."""
        told = self.lane.state()
        known = {self.afar(login).staff_id: login for login in STAFF} if told.staff else {}
        self._last = replace(told, staff=known.get(told.staff, told.staff))
        return self._last

    def last_state(self) -> LaneState:
        """What the lane shows, or what it showed last if it no longer answers."""
        with contextlib.suppress(ControlError):
            return self.state()
        return self._last

    def touch(self, control: str) -> None:
        """Press a control."""
        self.lane.touch(control)

    def press(self, key: str) -> None:
        """Press a key of the keypad."""
        self.lane.press(key)

    def show(self, picture: Picture, for_s: float) -> None:
        """Begin to hold a picture to the camera for that long."""
        path = pictures.file_of(picture, self.out / "packs")
        self.fleet.camera.do("show", path=str(path.absolute()), for_s=for_s)

    def clear(self) -> None:
        """Take the picture away."""
        self.fleet.camera.do("clear")

    # --- the scales --------------------------------------------------------------------------------------

    def bag(self, name: str, weight_g: int = 0) -> None:
        """Put a pack, or the own bag, into the bagging area; `weight_g` 0: it weighs what it should."""
        grams = weight_g or (OWN_BAG_G if name == OWN_BAG else by_slug()[name].lies_g)
        self._put_down += 1
        self._bags.do("put", name=f"{name} #{self._put_down}", grams=grams)

    def unbag(self, name: str) -> None:
        """Take the newest of these out again; an empty name: everything."""
        if not name:
            self._bags.do("clear")
            return
        lying = [thing["name"] for thing in self._bags.do("status")["things"]]
        found = [thing for thing in lying if thing.rpartition(" #")[0] == name]
        if not found:
            raise ControlError(f"{name} does not lie in the bagging area")
        self._bags.do("take", name=found[-1])

    def weigh(self, weight_g: int) -> None:
        """Put loose goods on the weighing scale instead of what lies there; 0: nothing."""
        scale = self.fleet.scales["scale"]
        scale.do("clear")
        if weight_g:
            scale.do("put", name="loose goods", grams=weight_g)

    @property
    def _bags(self) -> ControlClient:
        return self.fleet.scales["bagging_scale"]

    # --- staff -------------------------------------------------------------------------------------------

    def badge(self, who: str) -> Picture:
        """The badge of one of the staff, to be shown."""
        _, _, text = self._sign_in(who)
        return Paper(kind="card", slug=f"badge-{who}", title=who.title(), note="Staff", form="qr", text=text)

    def sign_in_keys(self, who: str, typed: str = "") -> tuple[str, ...]:
        """The controls that type number and PIN; `typed`: this PIN instead of the right one."""
        number, pin, _ = self._sign_in(who)
        return tuple(f"key{mark}" if mark else "keyOk" for mark in (*number, "", *(typed or pin), ""))

    def open_door(self) -> None:
        """Bring up the pad for number and PIN, as who knows where to hold the finger."""
        self.lane.touch("brand", held_ms=DOOR_HELD_MS)

    def afar(self, who: str) -> Afar:
        """One of the staff at the store service; logged in the first time."""
        if self.store is None:
            raise ControlError("this lane has no store service")
        if who not in self._staff:
            self._staff[who] = Afar(self.store.address, who, self.store.password_of(who))
        return self._staff[who]

    def _sign_in(self, who: str) -> tuple[str, str, str]:
        if self.store is None:
            raise ControlError("without a store service the lane knows no staff")
        return self.store.sign_in_of(who)

    # --- everything else ---------------------------------------------------------------------------------

    def card(self, what: str) -> None:
        """Decide what the terminal does next."""
        self.fleet.terminal.do("card", what=what)

    def payer(self, what: str) -> None:
        """Decide what the owner of the phone does next."""
        if self.fleet.wallet is None:
            raise ControlError("this lane takes no wallets")
        self.fleet.wallet.do("payer", what=what)

    def phone(self) -> Picture:
        """A phone with a code to pay with; each is good once."""
        self._phones += 1
        return paying_phone(self._phones)

    def gift_card(self, number: int) -> Picture:
        """A gift card of the shop, counted from 1."""
        if self.store is None:
            raise ControlError("without a store service there are no gift cards")
        return gift_card(*self.store.gift_cards[number - 1])

    def wallet_ledger(self) -> list[dict[str, Any]]:
        """The wallet gateway's book; empty if there is none."""
        return self.fleet.wallet.do("ledger")["ledger"] if self.fleet.wallet is not None else []

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
        told = self._told()
        return {name: {**told.get(name, {}), **self._more.get(name, {})} for name in {**told, **self._more}}

    def _told(self) -> Mapping[str, Mapping[str, Any]]:
        """What the simulated devices and the scenario decide."""
        scenario = self._scenario
        files = settings.shop_files(scenario.catalogue, scenario.offers, scenario.members)
        currency = settings.currency_of(scenario.catalogue or settings.CATALOGUE)
        return {
            "lane": {
                "name": self._name.rpartition(" ")[2],
                "folder": str((self.out / "lane").absolute()),
                "language": scenario.language,
            },
            "shop": {**files, **({"currency": currency} if currency else {})},
            "camera": {"source": self.fleet.camera_source},
            "terminal": {"port": str(self.fleet.terminal_link)},
            "printer": {"port": str(self.fleet.printer_link), "columns": scenario.columns},
            "wallet": dict(self.fleet.wallet_section),
            "tenders": {"gift_cards": self.store is not None, "balance": self.store is not None},
            **{
                name: {"protocol": SCALES[name], "port": str(link), "frame": "8N1"}
                for name, link in self.fleet.scale_links.items()
            },
            **({"speech": {"start": "always"}, "keypad": {"double_ms": 0}} if scenario.by_ear else {}),
            **(flow.SETTINGS if scenario.has_flow else {}),
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
