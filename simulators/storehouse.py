"""The demo's store service: the real one as a child process, its database in the demo's folder.

The first time it is set up (`store init --demo`), and the demo's lane becomes its lane with a one-time code,
as an owner would do it. Afterwards it is only started.

Source: docs/scenarios.md, "The demo"; docs/store.md.
Invariants: nothing but the service's own command line is used; whatever it says when it fails is told.
"""

import json
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from simulators.fleet import Child, FleetError, wait_for

PORT = 8400
HOST = "127.0.0.1"
LANE = "Lane 1"
STAFF = ("anna", "max")
"""Logins of the demo's people: an attendant and a manager."""
COMMAND_TIMEOUT_S = 60.0
START_TIMEOUT_S = 20.0


class Storehouse:
    """One store service. `prepare` before the lane starts, `start` and `stop` as often as wanted."""

    def __init__(self, folder: Path, logs: Path, port: int = PORT) -> None:
        self.folder = folder.absolute()
        self.port = _free(port)
        self.child = Child("store", _command("serve"), logs / "store.log", self._environment())
        self._people = self.folder / "people.json"
        self._cards = self.folder / "gift_cards.json"
        self._enrolled = self.folder / "enrolled.txt"
        """Holds the address the lane was enrolled at."""

    @property
    def address(self) -> str:
        """Where its pages are."""
        return f"http://{HOST}:{self.port}/"

    @property
    def people(self) -> list[tuple[str, str, str]]:
        """Who may log in to its pages: login, password (made by chance the first time), role."""
        told = json.loads(self._people.read_text(encoding="utf-8"))
        return [(one["login"], one["password"], one["role"]) for one in told]

    @property
    def sign_ins(self) -> list[tuple[str, str, str, str]]:
        """How they sign in at the lane: login, number, PIN, badge. None for a demo of an older program."""
        told = json.loads(self._people.read_text(encoding="utf-8"))
        return [(one["login"], one["number"], one["pin"], one["badge"]) for one in told if one.get("number")]

    def sign_in_of(self, login: str) -> tuple[str, str, str]:
        """Number, PIN and badge of one of `STAFF`."""
        return next((number, pin, badge) for who, number, pin, badge in self.sign_ins if who == login)

    def password_of(self, login: str) -> str:
        """How one of `STAFF` logs in to its pages."""
        return next(password for who, password, _ in self.people if who == login)

    @property
    def gift_cards(self) -> list[tuple[str, int]]:
        """Number and money, in minor units, of the cards made at the start."""
        if not self._cards.exists():
            return []
        told = json.loads(self._cards.read_text(encoding="utf-8"))
        return [(one["digits"], one["amount_minor"]) for one in told]

    def close_account(self, login: str) -> None:
        """Close somebody's account, as a manager would: a badge opens nothing any more."""
        self.run("staff", "close", login)

    @property
    def is_running(self) -> bool:
        """Whether the service runs."""
        return self.child.is_running

    def prepare(self) -> bool:
        """Set it up if this is the first time; whether the lane still has to be enrolled at this address."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._people.exists():
            self.run("init")  # a newer program brings the tables up to date
        else:
            made = json.loads(self.run("init", "--demo", "--json"))
            self._people.touch(mode=0o600)
            self._people.write_text(json.dumps(made["people"]), encoding="utf-8")
            self._cards.touch(mode=0o600)
            self._cards.write_text(json.dumps(made["gift_cards"]), encoding="utf-8")
        return not self._enrolled.exists() or self._enrolled.read_text(encoding="utf-8") != self.address

    def start(self) -> None:
        """Start it and wait until it answers. From the main thread, as every child."""
        self.child.start()
        wait_for(self._answers, "the store service", [self.child], START_TIMEOUT_S)

    def enrol(self, lane_settings: Path, name: str = LANE) -> None:
        """Make the lane of these settings its lane. The service runs, the lane does not."""
        command = [sys.executable, "-m", "kiosk.app.cli", "enrol", self.address, self.enrol_code(name)]
        _checked([*command, "--config", str(lane_settings)], self._environment())
        self._enrolled.write_text(self.address, encoding="utf-8")

    def enrol_code(self, name: str) -> str:
        """A one-time code for a lane, or a gate, of this name."""
        return self.run("enrol-code", "--lane", name).split()[0]

    def run(self, *arguments: str) -> str:
        """One of its commands (`store ...`); what it printed. Raises `FleetError` if it fails."""
        return _checked(_command(*arguments), self._environment())

    def stop(self) -> None:
        """End it. Safe to call twice."""
        self.child.stop()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}healthz", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STORE_")}
        return {
            **kept,
            "STORE_DSN": f"sqlite:///{self.folder / 'store.db'}",
            "STORE_FOLDER": str(self.folder),
            "STORE_PORT": str(self.port),
        }


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "store.cli", *arguments]


def _checked(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=COMMAND_TIMEOUT_S,
        check=False,
    )
    if done.returncode:
        raise FleetError(f"{' '.join(command[2:])}: {done.stderr.strip()}")
    return done.stdout


def _free(port: int) -> int:
    """This port, or another one if it is taken."""
    with socket.socket() as wanted:
        wanted.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            wanted.bind((HOST, port))
        except OSError:
            wanted.bind((HOST, 0))
        return int(wanted.getsockname()[1])
