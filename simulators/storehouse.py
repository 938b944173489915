"""The demo's store service: the real one as a child process, its database in the demo's folder.

The first time it is set up as an owner would: tables, goods, offers, members, an account for the office, and
a one-time code with which the demo's lane becomes its lane. Afterwards it is only started.

Source: docs/scenarios.md, "The demo"; docs/store.md.
Invariants: nothing but the service's own command line is used; whatever it says when it fails is told.
"""

import contextlib
import os
import re
import secrets
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from simulators import settings
from simulators.fleet import Child, FleetError, wait_for

PORT = 8400
HOST = "127.0.0.1"
LOGIN = "manager"
LANE = "1"
COMMAND_TIMEOUT_S = 60.0
START_TIMEOUT_S = 20.0
_CODE = re.compile(r"^\S+(?:-[0-9A-Z]{4}){3,}$", re.MULTILINE)


class Storehouse:
    """One store service. `prepare` before the lane starts, `start` and `stop` as often as wanted."""

    def __init__(self, folder: Path, logs: Path, port: int = PORT) -> None:
        self.folder = folder.absolute()
        self.port = _free(port)
        self.child = Child("store", _command("serve"), logs / "store.log", self._environment())

    @property
    def address(self) -> str:
        """Where its pages are."""
        return f"http://{HOST}:{self.port}/"

    @property
    def password(self) -> str:
        """Of the account `LOGIN`; made by chance when the demo was first set up."""
        return (self.folder / "password.txt").read_text(encoding="utf-8").strip()

    @property
    def _enrolled(self) -> Path:
        """Holds the address the lane was enrolled at."""
        return self.folder / "enrolled.txt"

    @property
    def is_running(self) -> bool:
        """Whether the service runs."""
        return self.child.is_running

    def prepare(self) -> bool:
        """Set it up if this is the first time; whether the lane still has to be enrolled at this address."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._run("init")  # later, a newer program brings the tables up to date
        if not (self.folder / "password.txt").exists():
            self._set_up()
        return not self._enrolled.exists() or self._enrolled.read_text(encoding="utf-8") != self.address

    def _set_up(self) -> None:
        files = [settings.CATALOGUE, settings.OFFERS, settings.MEMBERS]
        self._run("import", *(str(path) for path in files))
        password = secrets.token_urlsafe(9)
        account = ("staff", "add", LOGIN, "--name", "Mira Linde", "--role", "manager")
        self._run(*account, given=f"{password}\n{password}\n")
        path = self.folder / "password.txt"
        path.touch(mode=0o600)
        path.write_text(password + "\n", encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it answers. From the main thread, as every child."""
        self.child.start()
        wait_for(self._answers, "the store service", [self.child], START_TIMEOUT_S)

    def enrol(self, lane_settings: Path) -> None:
        """Make the lane of these settings its lane. The service runs, the lane does not."""
        printed = self._run("enrol-code", "--lane", LANE)
        code = _CODE.search(printed)
        if code is None:
            raise FleetError(f"the store service gave no code for the lane: {printed}")
        command = [
            sys.executable,
            "-m",
            "kiosk.app.cli",
            "enrol",
            self.address,
            code[0],
            "--config",
            str(lane_settings),
        ]
        _checked(command, self._environment(), None)
        (self.folder / "ready").touch()

    def stop(self) -> None:
        """End it. Safe to call twice."""
        self.child.stop()

    def _answers(self) -> bool:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"{self.address}healthz", timeout=1) as answer,
        ):
            return bool(answer.status == 200)
        return False

    def _run(self, *arguments: str, given: str | None = None) -> str:
        return _checked(_command(*arguments), self._environment(), given)

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


def _checked(command: list[str], environment: dict[str, str], given: str | None) -> str:
    done = subprocess.run(
        command,
        env=environment,
        input=given,
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
