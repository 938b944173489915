"""The shop's hub as a process of its own, enrolled at the store service and then left alone by it."""

import os
import socket
import subprocess
import sys
import urllib.request
from contextlib import ExitStack
from pathlib import Path

from scenarios_attended import until
from scenarios_browser import Tablet

from simulators.storehouse import Storehouse

COMMAND_TIMEOUT_S = 60.0
NAME = "Hub"


class HubHouse:
    """`store hub` of one store."""

    def __init__(self, folder: Path, store: Storehouse, stack: ExitStack) -> None:
        self._folder, self._store = folder, store
        folder.mkdir(parents=True)
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        code = self._run("enrol-code", "--hub", "--lane", NAME).split()[0]
        self._run("hub", *self._where, "--enrol", code, "--service", store.address)
        link = self._run("hub", *self._where, "--link").strip()
        self.link = self.address + link.rpartition("/")[2]
        self._process: subprocess.Popen[bytes] | None = None
        stack.callback(self.kill)

    @property
    def _where(self) -> tuple[str, ...]:
        return ("--folder", str(self._folder), "--port", str(self.port), "--host", "127.0.0.1")

    def start(self) -> None:
        with (self._folder / "hub.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "store.cli", "hub", *self._where],
                env=self._environment(), stdout=log, stderr=log,
            )  # fmt: skip
        until("the hub answers", self._answers)

    def kill(self) -> None:
        """As a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def list(self) -> str:
        """What it knows of its shop."""
        return (self._folder / "hub-shop.json").read_text()

    def log(self) -> str:
        return (self._folder / "hub.log").read_text()

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self.log()
        try:
            with urllib.request.urlopen(f"{self.address}healthz", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "store.cli", *arguments],
            env=self._environment(), capture_output=True, text=True, timeout=COMMAND_TIMEOUT_S, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STORE_")}
        folder = self._store.folder
        return {**kept, "STORE_DSN": f"sqlite:///{folder / 'store.db'}", "STORE_FOLDER": str(folder)}


def sign_in(hand: Tablet, hub: HubHouse, number: str, pin: str) -> None:
    """Open the tablet's link and sign in as a person does."""
    hand.call("Page.navigate", url=hub.link)
    hand.until("location.pathname === '/office/login' && document.readyState === 'complete'")
    type_in(hand, number, pin)
    hand.until("location.pathname === '/station' && document.readyState === 'complete'")


def type_in(hand: Tablet, number: str, pin: str) -> None:
    for field, text in (("who", number), ("pin", pin)):
        hand.run(f"document.getElementById('{field}').value = '{text}'")
    hand.run("document.querySelector('form').requestSubmit()")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
