"""The whole lane as its own process, with the simulated devices: one purchase, a kill -9, a clean end.

Everything here goes through the parts that ship: screen, wires, journal.
"""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app import cli
from simulators import goods, packs, settings
from simulators.fleet import Fleet
from simulators.shopper.lane import Lane
from simulators.shopper.state import LaneState

DEADLINE_S = 20.0
HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


class Shop:
    """A lane with its devices in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("logs", "paper", "lane"):
            (folder / name).mkdir()
        self.fleet = Fleet(folder / "logs", folder / "paper", folder / "ledger.json")
        self.config = folder / "lane" / "kiosk.toml"
        self.lane = Lane(self.config, self.fleet.folder, folder / "lane.log", environment=HEADLESS)

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
                "timers": {"paid_s": 0.5},
            },
        )
        self.lane.start()

    def stop(self) -> None:
        self.lane.stop()
        self.fleet.stop()

    def until(self, holds: Callable[[LaneState], bool]) -> LaneState:
        """Wait until the lane's state is as wanted."""
        deadline = time.monotonic() + DEADLINE_S
        while not holds(state := self.lane.state()):
            assert time.monotonic() < deadline, f"still {state}\n{self.log()}"
            time.sleep(0.02)
        return state

    def devices_ready(self) -> None:
        """Wait until all three devices have said that they are ready."""
        deadline = time.monotonic() + DEADLINE_S
        while not all(f"{name} is ready" in self.log() for name in ("camera", "terminal", "printer")):
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.02)

    def log(self) -> str:
        path = self.folder / "lane" / "log" / "lane.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def scan(self, article: goods.Article) -> None:
        picture = packs.picture_of(article, self.folder / "packs")
        self.fleet.camera.do("show", path=str(picture), for_s=1.0)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    world = Shop(tmp_path)
    try:
        world.start()
        yield world
    finally:
        world.stop()


def sale(state: LaneState) -> dict[str, Any]:
    assert state.transaction is not None
    return dict(state.transaction)


def test_one_item_is_scanned_paid_by_card_and_printed(
    shop: Shop, qapp: QGuiApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    article = next(article for article in goods.articles() if not article.is_weighed)
    shop.devices_ready()
    shop.scan(article)
    scanned = shop.until(lambda state: state.screen == "scanning" and len(state.lines) == 1)
    assert scanned.lines[0]["gtin"] == article.gtin

    shop.lane.touch("pay")
    shop.until(lambda state: state.screen == "tender")
    shop.lane.touch("payCard")
    paid = shop.until(lambda state: state.is_paid)
    total_minor = sale(paid)["total_minor"]
    assert total_minor > 0
    assert sale(paid)["tenders"][0]["amount_minor"] == total_minor
    shop.until(lambda state: state.screen == "receipt")
    shop.lane.touch("receiptPaper")
    closed = shop.until(lambda state: bool(state.transaction and state.transaction["closed"]))
    assert sale(closed)["receipt"] == "printed"
    assert len(shop.fleet.printer.do("papers")["papers"]) == 1
    booked = shop.fleet.terminal.do("ledger")["ledger"]
    assert [(entry["kind"], entry["amount_minor"]) for entry in booked] == [("charge", total_minor)]

    # the journal can be read while the lane runs, and tells the same
    config = ["--config", str(shop.config)]
    assert cli.main(["journal", "verify", *config]) == 0
    capsys.readouterr()
    assert cli.main(["journal", "export", *config]) == 0
    events = [json.loads(line)["event"]["event"] for line in capsys.readouterr().out.splitlines()]
    assert events.count("PaymentApproved") == 1
    assert events.count("TransactionClosed") == 1

    # and the doctor sees that somebody else holds the devices
    assert cli.main(["doctor", *config]) == 0
    seen = capsys.readouterr().out
    assert "the lane is running" in seen
    assert "OK    terminal   ready, says the running lane" in seen


def test_a_killed_lane_comes_back_with_its_basket_and_ends_cleanly(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    article = next(article for article in goods.articles() if not article.is_weighed)
    shop.devices_ready()
    shop.scan(article)
    before = shop.until(lambda state: len(state.lines) == 1)
    shop.lane.kill()
    shop.lane.start()
    after = shop.until(lambda state: state.screen == "scanning")
    assert sale(after) == sale(before)

    assert cli.main(["run", "--config", str(shop.config)]) == 1
    assert "another lane is running" in capsys.readouterr().err

    shop.lane.ask("stop")
    assert shop.lane.child.wait(8.0)
    assert shop.lane.child.exit_status == 0
    assert not (shop.folder / "lane" / "log" / "native.log").read_text(encoding="utf-8")
