"""The lane's disk does not fill with what the service has long had; no shopper is kept waiting for it."""

import datetime
import logging
from pathlib import Path

import pytest

from kiosk.app.housekeeping import Housekeeper
from kiosk.app.settings import load
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.database.journal import FILE, Journal
from kiosk.database.outbox import Outbox
from kiosk.ui.samples.goods import sale
from retail.journal import events as e
from simulators import settings

AT = "2025-01-01T10:00:00.000000Z"
LATER = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)


@pytest.fixture
def keeper(tmp_path: Path) -> Housekeeper:
    journal = Journal.open(tmp_path)
    journal.append([e.LaneStarted(lane="7", version="1"), e.LaneIdle(next_number=1, language="en")], AT)
    for number in range(1, 6):
        started = e.TransactionStarted(
            transaction_id=f"t{number}", number=number, started_at="", currency="EUR"
        )
        closed = e.TransactionClosed(transaction_id=f"t{number}", total_minor=0, receipt="none")
        journal.append([started], AT)
        journal.append([closed, e.LaneIdle(next_number=number + 1, language="en")], AT)
    outbox = Outbox(tmp_path / FILE)
    mark = outbox.mark()
    outbox.acknowledge(mark.epoch, mark.sealed)
    outbox.close()
    journal.close()
    file = tmp_path / "kiosk.toml"
    settings.write(
        file,
        {
            "lane": {"folder": str(tmp_path)},
            "shop": settings.shop_files(),
            "terminal": {"port": "/dev/kiosk/terminal"},
            "printer": {"port": "/dev/kiosk/printer"},
        },
    )
    return Housekeeper(load(file))


def test_old_pages_go_while_nobody_buys(keeper: Housekeeper, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert keeper.tidy(LATER) > 0
    assert "older than 400 days went" in caplog.text
    assert keeper.tidy(LATER) == 0


def test_nothing_goes_while_somebody_buys(keeper: Housekeeper) -> None:
    keeper.follow(Snapshot(sequence=1, state=State(transaction=sale())))
    assert keeper.tidy(LATER) == 0
    keeper.follow(Snapshot(sequence=2, state=State()))
    assert keeper.tidy(LATER) > 0


def test_young_pages_stay(keeper: Housekeeper) -> None:
    assert keeper.tidy(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)) == 0


def test_a_keeper_that_never_began_ends_at_once(keeper: Housekeeper) -> None:
    keeper.end()
    assert keeper.tidy(LATER) == 0
