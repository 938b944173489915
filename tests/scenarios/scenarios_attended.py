"""Lanes with attendants on real processes: camera, terminal, printer, both scales, lane, store service.

What is written is acted out by the scripted shopper's own hands (`simulators.shopper`), step by step, so that
a test can look in between.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from simulators import papers
from simulators.papers import Paper
from simulators.shopper import outputs
from simulators.shopper.reach import RealMoment
from simulators.shopper.runner import Report, Runner
from simulators.shopper.scenario import Scenario, parse
from simulators.shopper.world import ShopWorld
from simulators.storehouse import Storehouse

DEADLINE_S = 40.0
BOTH_SCALES = "weigh = 0"
"""A step that uses a scale, so that the lane has both."""


def until(what: str, condition: Callable[[], Any]) -> Any:
    """Wait until it is true; what it came to."""
    ends = time.monotonic() + DEADLINE_S
    while not (found := condition()):
        assert time.monotonic() < ends, f"never: {what}"
        time.sleep(0.05)
    return found


Changes = Mapping[str, Mapping[str, Any]]
"""What a lane's settings say besides, by section and key."""


class AttendedLane:
    """One lane of a store with staff."""

    def __init__(
        self, out: Path, store: Storehouse, name: str, changes: Changes | None = None, uses: str = BOTH_SCALES
    ) -> None:
        self.world = ShopWorld(_scenario(uses), out, store=store, name=name, changes=changes)
        self.steps = 0

    def do(self, *steps: str) -> None:
        """Perform steps as written in a scenario; every one must succeed."""
        runner = Runner(_scenario(*steps), self.world, print, RealMoment())
        report: Report = runner.run()
        assert report.failures == [], (report.failures, self.world.lane.child.log_tail())

    @property
    def open(self) -> list[str]:
        """Kinds of what waits."""
        return [str(one["kind"]) for one in self.world.state().open]

    @property
    def screen(self) -> str:
        return self.world.state().screen

    def picture(self, name: str) -> None:
        self.world.screenshot(name)

    def journal(self) -> list[dict[str, Any]]:
        """What its journal holds, in order; it verifies."""
        told, entries = outputs.export_journal(self.world.settings, self.world.out)
        assert told["verifies"], told
        return [dict(entry["event"]) for entry in entries]

    def charges(self) -> list[tuple[str, int]]:
        return [
            (entry["kind"], entry["amount_minor"])
            for entry in self.world.ledger()
            if entry["kind"] in ("charge", "reversal")
        ]


class Shop:
    """One store service and its lanes."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        (folder / "logs").mkdir(parents=True)
        self.store = Storehouse(folder / "store", folder / "logs", 0)
        self.store.prepare()
        stack.callback(self.store.stop)
        self.store.start()

    def lane(self, number: int, changes: Changes | None = None, uses: str = BOTH_SCALES) -> AttendedLane:
        """A lane that is enrolled, runs, and knows the staff; it has what the step `uses` needs."""
        lane = AttendedLane(self._folder / f"lane-{number}", self.store, f"Lane {number}", changes, uses)
        self._stack.callback(lane.world.stop)
        lane.world.start()
        return lane

    def aside(self) -> list[str]:
        """Tokens of the baskets it keeps."""
        with closing(sqlite3.connect(self.store.folder / "store.db")) as book:
            return [str(row[0]) for row in book.execute("SELECT token FROM suspended_basket")]

    def sales(self) -> list[tuple[str, int]]:
        """What the service counts: each purchase, how it ended and its total."""
        with closing(sqlite3.connect(self.store.folder / "store.db")) as book:
            return list(book.execute("SELECT outcome, total_minor FROM sale"))


@contextmanager
def opened(folder: Path) -> Iterator[Shop]:
    """A shop; everything it started has ended afterwards."""
    with ExitStack() as stack:
        yield Shop(folder, stack)


def _scenario(*steps: str) -> Scenario:
    text = "[store]\n" + "".join(f"[[step]]\n{step}\n" for step in steps)
    return parse(text, folder=Path.cwd())


def story(events: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    """The events of these names."""
    return [event for event in events if event["event"] in names]


def said(events: list[dict[str, Any]]) -> str:
    """Everything, as one text: to look for what must not stand there."""
    return json.dumps(events)


def to_show(text: str, folder: Path) -> str:
    """A step that holds a receipt's code to the camera."""
    paper = Paper(kind="card", slug="receipt", title="Receipt", form="qr", text=text)
    return f'show = "{papers.picture_of(paper, folder)}"'
