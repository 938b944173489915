"""A whole lane takes settings from the back office, goes back from those it is not well with, and says so."""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
from sync_world import Shop

from kiosk.app import cli
from kiosk.app.exit_codes import OK, RESTART
from kiosk.app.settings import load
from kiosk.app.settings.kept import Kept
from simulators import settings
from simulators.fleet import Fleet
from simulators.shopper.lane import Lane

pytestmark = pytest.mark.slow
DEADLINE_S = 60.0
TRIAL_DEADLINE_S = 240.0
"""A lane has two minutes to be well."""
HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
PAGE = {"accept": "text/html"}


class World:
    """A service, and a lane of it with its devices; somebody starts the lane again when it asks for it."""

    def __init__(self, folder: Path) -> None:
        self.shop = Shop(folder / "shop")
        people = msgspec.json.decode(self.shop.run("init", "--demo", "--json"))["people"]
        self.who = next(one for one in people if one["role"] == "manager")
        with contextlib.closing(sqlite3.connect(self.shop.folder / "store.db")) as file, file:
            file.execute("UPDATE staff SET role = 'support' WHERE login = ?", (self.who["login"],))
        self.shop.start()
        for name in ("logs", "paper", "lane"):
            (folder / name).mkdir()
        self.fleet = Fleet(folder / "logs", folder / "paper", folder / "ledger.json")
        self.config = folder / "lane" / "kiosk.toml"
        self.kept = Kept(folder / "lane")
        self.lane = Lane(self.config, self.fleet.folder, folder / "lane.log", environment=HEADLESS)
        self.folder = folder

    def start(self) -> None:
        self.fleet.start()
        settings.write(
            self.config,
            {
                "lane": {"folder": str(self.folder / "lane")},
                "shop": settings.shop_files(),
                "camera": {"source": self.fleet.camera_source},
                "terminal": {"port": str(self.fleet.terminal_link)},
                "printer": {"port": str(self.fleet.printer_link)},
            },
        )
        code = self.shop.code("Lane 1")
        assert cli.main(["enrol", self.shop.url, code, "--config", str(self.config)]) == OK
        self.lane.start()

    def stop(self) -> None:
        self.lane.stop()
        self.fleet.stop()
        self.shop.kill()

    def started_again(self, within_s: float) -> None:
        """Wait for the lane to end for a restart, and start it, as the service manager would."""
        deadline = time.monotonic() + within_s
        while self.lane.child.is_running:
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.1)
        assert self.lane.child.exit_status == RESTART, self.log()
        self.lane.start()

    def until(self, holds: Callable[[], bool], within_s: float = DEADLINE_S) -> None:
        deadline = time.monotonic() + within_s
        while not holds():
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.1)

    def log(self) -> str:
        return (self.folder / "lane" / "log" / "lane.log").read_text(encoding="utf-8")[-4000:]

    def save(self, layer: str, **values: str) -> None:
        """As support."""
        with httpx.Client(base_url=self.shop.url) as http:
            login = {"login": self.who["login"], "password": self.who["password"]}
            csrf = http.post("/office/login", json=login).json()["csrf"]
            fields = {f"set.{path.replace('__', '.')}": value for path, value in values.items()}
            answer = http.post(
                "/office/settings",
                data={"layer": layer, "holder": "", "why": "a test", **fields},
                headers={"x-csrf-token": csrf, **PAGE},
            )
            assert answer.status_code == 303, answer.text


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    try:
        made.start()
        yield made
    finally:
        made.stop()


def test_a_lane_takes_settings_is_well_and_goes_back_from_those_that_cost_it_its_terminal(
    world: World,
) -> None:
    world.until(lambda: world.log().count("is ready") >= 3)
    world.save("store", timers__paid_s="3")
    world.started_again(DEADLINE_S)
    assert load(world.config).timers.paid_s == 3.0
    world.until(lambda: [one.version for one in world.kept.good()] == [1], TRIAL_DEADLINE_S)

    world.save("chain", terminal__protocol="caisse-ap")  # the terminal here speaks ZVT
    world.started_again(DEADLINE_S)
    assert load(world.config).terminal.protocol == "caisse-ap"
    world.started_again(TRIAL_DEADLINE_S)
    assert load(world.config).terminal.protocol == "zvt"
    assert load(world.config).timers.paid_s == 3.0
    verdict = world.kept.verdict()
    assert verdict is not None
    assert (verdict.state, verdict.reasons) == ("rolled_back", ("the terminal is not well",))
