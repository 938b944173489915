"""The programs of the journey, each in a process of its own: store service, lane with its devices, exit gate.

    DIR/store/   the service's database    DIR/lane/   the lane's journal    DIR/gate/   the gate's book

Two days have two clocks: for the second, service, lane and gate are ended in the evening and started again in
the morning, with the same folders (`simulators.clock`). The devices at their wires stay on.

Invariants: whatever was started is ended by `close`, however the journey ends.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from simulators.clock import MovedClock
from simulators.control import ControlClient
from simulators.fleet import Child, FleetError, answers, wait_for
from simulators.settings import OFFERS
from simulators.shopper import outputs
from simulators.shopper.lane import Lane
from simulators.shopper.reach import RealMoment
from simulators.shopper.runner import Runner
from simulators.shopper.scenario import parse
from simulators.shopper.world import HEADLESS, ShopWorld
from simulators.storehouse import Storehouse

from .album import NotSoError
from .books import Books, lines_of_json, until

COMMAND_TIMEOUT_S = 60.0
PERSONAL = OFFERS.parent / "personal_offers.json"
"""Chosen by what a member agreed to: beside the demo shop's own offers."""
GATE = "Exit"
_NO_STEPS = '[store]\n[[step]]\nwait = "attract"\n'
_SETTINGS = {"tenders": {"top_up": True}}
_GATE_SETTINGS = """\
folder = "{folder}"

[reader]
kind = "serial"
port = "{reader}"

[relay]
port = "{relay}"
open_s = 1.0
"""


class Exit:
    """The gate beside the exit: its reader, its relay, and the program between them."""

    def __init__(self, folder: Path, logs: Path, links: Path) -> None:
        self._folder, self._links, self._logs = folder, links, logs
        self._settings = folder / "gate.toml"
        self._reader, self._relay = links / "gate-reader", links / "gate-relay"
        self._gun = ControlClient(links / "gate-reader.ctl")
        self._devices = [
            self._child(
                *("gate-reader", "simulators.scanner", "--link", str(self._reader)),
                *("--control", str(links / "gate-reader.ctl")),
            ),
            self._child("gate-relay", "simulators.relay", str(self._relay)),
        ]
        self._gate = self._program()

    def prepare(self, store: Storehouse) -> None:
        """Make it a gate of this store."""
        self._folder.mkdir(parents=True, exist_ok=True)
        told = _GATE_SETTINGS.format(folder=self._folder, reader=self._reader, relay=self._relay)
        self._settings.write_text(told, encoding="utf-8")
        _python("-m", "gate", "enrol", str(self._settings), store.address, store.enrol_code(GATE))

    def start(self) -> None:
        """Start reader, relay and gate; those that run already stay."""
        for child in self._devices:
            if not child.is_running:
                child.start()
        wait_for(lambda: answers(self._gun, "status") and self._relay.exists(), "the gate", self._devices)
        before = len(self.moves)
        self._gate = self._program()
        self._gate.start()
        # at its start it lets go of the relay: then it stands at its wires
        wait_for(lambda: len(self.moves) > before, "the gate", [*self._devices, self._gate])

    def end_of_day(self) -> None:
        """End the gate's program, not its devices."""
        self._gate.stop()

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        self._gate.stop()
        for child in self._devices:
            child.stop()

    def show(self, text: str) -> str:
        """Hold a code to the reader; what the gate says to it: `open paid`, `shut used ...`."""
        before = len(self.said)
        self._gun.do("scan", text=text)
        return until("the gate decides", lambda: self.said[before:])[0]

    @property
    def said(self) -> list[str]:
        """Every decision so far."""
        lines = self._gate.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if line.startswith(("open ", "shut "))]

    @property
    def moves(self) -> list[bool]:
        """How the relay was moved: whether it was put on."""
        log = self._logs / "gate-relay.log"
        told = lines_of_json(log.read_text(encoding="utf-8")) if log.exists() else []
        return [bool(one["on"]) for one in told if "on" in one]

    def _program(self) -> Child:
        return self._child("gate", "gate", "run", str(self._settings))

    def _child(self, name: str, module: str, *arguments: str) -> Child:
        return Child(name, [sys.executable, "-m", module, *arguments], self._logs / f"{name}.log")


class Place:
    """The shop. `open`, `open_lane`, `next_day`; `close` in any case."""

    def __init__(self, folder: Path, clock: MovedClock) -> None:
        self.folder = folder
        self._logs = folder / "logs"
        self._logs.mkdir(parents=True, exist_ok=True)
        self.clock = clock
        _live_by(clock)
        self.store = Storehouse(folder / "store", self._logs, 0)
        self.world = ShopWorld(parse(_NO_STEPS, folder=folder), folder, store=self.store, changes=_SETTINGS)
        self.exit = Exit(folder / "gate", self._logs, self.world.fleet.folder)
        self.books = Books(folder / "store" / "store.db")

    def open(self) -> None:
        """Set the shop up from nothing; its service answers."""
        self.store.prepare()
        self.store.run("import", str(self._offers()))
        self.store.start()

    def open_lane(self) -> None:
        """Start the lane with its devices, and the gate."""
        self.world.start()
        self.exit.prepare(self.store)
        self.exit.start()
        self.do('wait = "attract"')

    def next_day(self, clock: MovedClock) -> None:
        """Close in the evening, open in the morning."""
        self.world.lane.stop()
        self.exit.end_of_day()
        self.store.stop()
        self.clock = clock
        _live_by(clock)
        self.store = self.world.store = Storehouse(self.store.folder, self._logs, self.store.port)
        self.store.start()
        self.world.lane = Lane(
            self.world.settings,
            self.world.fleet.folder,
            self.folder / "lane.log",
            environment=HEADLESS,
        )
        self.world.lane.start()
        self.exit.start()

    def close(self) -> None:
        """End everything. Safe to call twice."""
        self.exit.stop()
        self.world.stop()
        self.store.stop()

    def do(self, *steps: str) -> None:
        """What a shopper does at the lane, as steps of a scenario. Raises `NotSoError` if one fails."""
        written = "[store]\n" + "".join(f"[[step]]\n{step}\n" for step in steps)
        scenario = parse(written, folder=self.folder)
        report = Runner(scenario, self.world, lambda line: None, RealMoment()).run()
        if report.failures:
            raise NotSoError("; ".join(report.failures) + "\n" + self.world.lane.child.log_tail())

    def journal(self) -> tuple[bool, list[dict[str, Any]]]:
        """Whether the lane's journal verifies, and its entries. The lane has ended."""
        told, entries = outputs.export_journal(self.world.settings, self.folder)
        return bool(told["verifies"]), entries

    def _offers(self) -> Path:
        """The demo shop's offers with the personal ones before them."""
        terms = json.loads(OFFERS.read_text(encoding="utf-8"))
        terms["offers"] = [*json.loads(PERSONAL.read_text(encoding="utf-8")), *terms["offers"]]
        path = self.folder / "store" / OFFERS.name
        path.write_text(json.dumps(terms, ensure_ascii=False), encoding="utf-8")
        return path


def _live_by(clock: MovedClock) -> None:
    """Whatever is started from now on has this clock."""
    os.environ.update(clock.environment())


def _python(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=COMMAND_TIMEOUT_S,
        check=False,
    )
    if done.returncode:
        raise FleetError(f"{' '.join(arguments)}: {done.stdout}{done.stderr}".strip())
    return done.stdout
