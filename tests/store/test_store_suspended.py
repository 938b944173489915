"""Baskets that were put aside: kept from the journal, given to one lane of the store, over with the day."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient
from store_lane_door import HEADER, door
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.wire.suspended import CLAIM_PATH, ClaimSuspended, SuspendedBasket
from store.data.database import Database
from store.data.journals import journal, suspended
from store.data.journals.journal import Batch
from store.lanes import suspended as claiming
from store.projector.run import Projector
from store.settings import Settings

DAY = "2027-01-15"
"""The clock's, in the shop."""
TOKEN = "0193a1b2-0000-7000-8000-00000000ab12"


@pytest.fixture
def lanes(settings: Settings, database: Database, clock: ManualClock) -> Iterator[TestClient[Any]]:
    with door(settings, database, clock, (claiming.room,)) as client:
        yield client


def claim(lanes: TestClient[Any], token: str = TOKEN, lane: str = "s1/s1-2") -> SuspendedBasket:
    body = msgspec.json.encode(ClaimSuspended(token=token, by="anna"))
    answer = lanes.post(CLAIM_PATH, content=body, headers={HEADER: lane, "content-type": "application/json"})
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=SuspendedBasket)


def keep(database: Database, token: str = TOKEN, day: str = DAY, store_id: str = "s1") -> None:
    lines = (suspended.KeptLine(key="04000000000006", quantity=3, name="Rolls"),)
    aside = suspended.Aside(token=token, by="anna", why="helped", item_count=3, total_minor=150, lines=lines)
    database.write_sync(
        lambda connection: suspended.keep(
            connection, store_id, f"{store_id}-1", aside,
            transaction_id=token, business_date=day, currency="EUR", at=1,
        )
    )  # fmt: skip


def test_the_journal_puts_a_basket_aside_and_another_lane_gets_its_goods(
    database: Database, clock: ManualClock, lanes: TestClient[Any]
) -> None:
    lane = SealingLane("t1")
    started, *scanned = lane.sale_events(2)[:3]
    assert isinstance(started, e.TransactionStarted)
    started = msgspec.structs.replace(started, started_at=f"{DAY}T08:30:00+01:00")
    aside = sd.TransactionSuspended(
        transaction_id=started.transaction_id,
        token=TOKEN,
        by="anna",
        why="helped",
        item_count=2,
        total_minor=5,
    )
    lane.seal([started, *scanned, aside])
    batch = Batch(
        store_id="s1", terminal_id="t1", epoch=1, is_held=False, items=tuple(lane.envelopes), received_at=7
    )
    database.write_sync(lambda connection: journal.receive(connection, [batch]))
    Projector(database, clock).run_until_idle()
    added = [event for event in scanned if isinstance(event, e.ItemAdded)]
    got = claim(lanes)
    assert (got.verdict, got.of_transaction_id) == ("held", started.transaction_id)
    assert [(line.key, line.quantity) for line in got.lines] == [
        (event.product.key, event.quantity) for event in added
    ]


def test_it_is_given_once_and_again_to_the_lane_that_has_it(
    database: Database, lanes: TestClient[Any]
) -> None:
    keep(database)
    first, again, other = claim(lanes), claim(lanes), claim(lanes, lane="s1/s1-3")
    assert (first.verdict, again.verdict, other.verdict) == ("held", "held", "used")
    assert again.lines == first.lines
    assert other.lines == ()


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        (TOKEN.upper(), "held"), ("  ab12 ", "held"), ("AB12", "held"), ("b12", "refused"), ("", "refused"),
        ("cd34", "refused"), ("%%%%", "refused"), ("____", "refused"), ("x" * 10_00, "refused"),
    ],
)  # fmt: skip
def test_a_token_is_typed_whole_or_by_its_end(
    database: Database, lanes: TestClient[Any], typed: str, verdict: str
) -> None:
    keep(database)
    assert claim(lanes, typed).verdict == verdict


def test_an_end_that_tells_no_basket_apart_is_refused(database: Database, lanes: TestClient[Any]) -> None:
    keep(database)
    keep(database, "ffff" + TOKEN)
    assert claim(lanes, "ab12").verdict == "refused"


def test_another_store_another_day_and_a_cancelled_one_give_nothing(
    database: Database, clock: ManualClock, lanes: TestClient[Any]
) -> None:
    keep(database)
    assert claim(lanes, lane="s2/s2-1").verdict == "refused"
    keep(database, "yesterday-9999", day="2027-01-14")
    assert claim(lanes, "9999").verdict == "refused"
    keep(database, "cancelled-7777")
    assert database.write_sync(lambda one: suspended.cancel(one, "s1", "cancelled-7777", "max", 9))
    assert claim(lanes, "7777").verdict == "refused"
    clock.move(24 * 3600)
    assert claim(lanes).verdict == "refused"


def test_what_a_lane_has_cannot_be_cancelled(database: Database, lanes: TestClient[Any]) -> None:
    keep(database)
    claim(lanes)
    assert not database.write_sync(lambda one: suspended.cancel(one, "s1", TOKEN, "max", 9))


def test_keeping_it_again_does_not_give_it_back(database: Database, lanes: TestClient[Any]) -> None:
    keep(database)
    claim(lanes)
    keep(database)
    assert claim(lanes, lane="s1/s1-3").verdict == "used"
