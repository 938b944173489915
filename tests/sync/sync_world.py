"""A real store service in its own process, and a lane's journal that talks to it."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.database.journal import FILE, Journal
from kiosk.database.outbox import Outbox
from kiosk.sync.backoff import Backoff
from kiosk.sync.client import StoreClient, enrol
from kiosk.sync.identity import Identity
from kiosk.sync.uploader import Uploader
from retail.journal import events as e

DEADLINE_S = 30.0
Done = subprocess.CompletedProcess[str]
AT = "2026-11-24T10:00:00.000000Z"


class Shop:
    """`store serve` on a free port, its data in `folder`, or in the database `dsn`."""

    def __init__(self, folder: Path, dsn: str = "", *, workers: int = 1) -> None:
        self.folder = folder
        self.dsn = dsn or f"sqlite:///{folder / 'store.db'}"
        self.workers = workers
        folder.mkdir(parents=True, exist_ok=True)
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self.people: list[dict[str, str]] = []
        """Who may log in, where `init --demo` has told."""

    def run(self, *arguments: str) -> str:
        """A `store` command; what it printed."""
        done = self.command(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def command(self, *arguments: str, before: Callable[[], None] | None = None) -> "Done":
        """What becomes of a `store` command; `before` runs in its process first."""
        return subprocess.run(
            [sys.executable, "-m", "store.cli", *arguments],
            env=self._environment(), capture_output=True, text=True, timeout=DEADLINE_S, check=False,
            preexec_fn=before,
        )  # fmt: skip

    def start(self) -> None:
        with (self.folder / "serve.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "store.cli", "serve", "--workers", str(self.workers)],
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + DEADLINE_S
        while not self.answers():
            assert time.monotonic() < deadline, (self.folder / "serve.log").read_text()[-2000:]
            assert self._process.poll() is None, (self.folder / "serve.log").read_text()[-2000:]
            time.sleep(0.05)

    @property
    def pid(self) -> int:
        """Of the process that serves."""
        assert self._process is not None
        return self._process.pid

    def answers(self) -> bool:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.url}/healthz", timeout=1) as answer:
            return bool(answer.status == 200)
        return False

    def kill(self) -> None:
        """As a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def end(self) -> None:
        """In order, with all its workers."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(DEADLINE_S)
            self._process = None

    def code(self, lane: str) -> str:
        printed = self.run("enrol-code", "--lane", lane)
        found = re.search(r"^([0-9A-Za-z]+(?:-[0-9A-Za-z]+){3,})$", printed, re.MULTILINE)
        assert found is not None, printed
        return found[1]

    def _environment(self) -> dict[str, str]:
        settings = {
            "STORE_DSN": self.dsn,
            "STORE_FOLDER": str(self.folder),
            "STORE_PORT": str(self.port),
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STORE_")}
        return {**kept, **settings}


class Lane:
    """A lane's journal and its line, without screen and devices."""

    def __init__(self, folder: Path, who: Identity) -> None:
        self.folder = folder
        self.journal = Journal.open(folder)
        self.outbox = Outbox(folder / FILE)
        self.client = StoreClient(who)
        self.uploader = Uploader(self.outbox, self.client, Backoff(lambda: 0.0))
        self.sold = 0
        self.journal.append([e.LaneStarted(lane="1", version="1"), _idle(self.sold)], AT)

    def sell(self, count: int = 1) -> None:
        for _ in range(count):
            self.sold += 1
            name = f"{self.folder.name}-{self.sold}"
            started = e.TransactionStarted(
                transaction_id=name, number=self.sold, started_at="2026-11-24T10:00:00+01:00", currency="EUR"
            )
            cancelled = e.TransactionCancelled(reason="shopper")
            self.journal.append([started, cancelled, _idle(self.sold + 1)], AT)

    def send(self, steps: int = 50) -> None:
        """Until nothing is left, or `steps` are over."""
        for _ in range(steps):
            self.uploader.step()
            if not self.outbox.mark().unsent:
                return

    def close(self) -> None:
        self.client.close()
        self.outbox.close()
        self.journal.close()


def enrolled(shop: Shop, lane: str = "1") -> Identity:
    answer = enrol(shop.url, shop.code(lane), lane, "1")
    assert isinstance(answer, tuple), answer
    return answer[0]


@contextlib.contextmanager
def open_lane(folder: Path, who: Identity) -> Iterator[Lane]:
    lane = Lane(folder, who)
    try:
        yield lane
    finally:
        lane.close()


def _idle(number: int) -> e.LaneIdle:
    return e.LaneIdle(next_number=number, language="en")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
