"""What sales' journals say of stored value is booked with them, once, whatever became of holds."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.journal import events as e
from retail.journal.envelope import Envelope
from retail.journal.value import (
    ValueAsked,
    ValueCaptured,
    ValueHeld,
    ValueLoaded,
    ValueRefunded,
    ValueReleased,
)
from retail.stored_value.limits import ValueLimits
from store.data.database import Database
from store.data.journals import journal
from store.data.journals.journal import Batch
from store.data.lanes import alerts
from store.data.rules import every_store
from store.data.schema import sales as tables
from store.data.stored_value import value, value_books, value_cards
from store.data.stored_value.value import Origin
from store.identity.vault import Vault
from store.projector.run import Projector

KEYS = Vault(bytes(range(32)))
STAFF = Origin(store_id="s1", who="max", why="sold at the counter")
CARD_KEY = "cd" * 32


@pytest.fixture
def projector(database: Database, clock: ManualClock) -> Projector:
    return Projector(database, clock, KEYS)


@pytest.fixture
def lane() -> SealingLane:
    return SealingLane("t1")


def issue(database: Database, amount: int) -> str:
    return database.write_sync(
        lambda one: value_cards.issue(
            one,
            value_cards.lookup_of(KEYS, CARD_KEY),
            "1234",
            amount,
            ValueLimits(),
            currency="EUR",
            origin=STAFF,
            at=0,
        )
    )


def hold(database: Database, account: str, transaction: str, amount: int, at: int) -> None:
    step = database.write_sync(
        lambda one: value.hold(
            one, account, transaction, amount, currency="EUR", ask_no=1, origin=STAFF, at=at
        )
    )
    assert step is not None
    assert step.amount_minor == amount


def sealed(lane: SealingLane, paid: Sequence[Any], *, closes: bool = True) -> tuple[Envelope, str, int]:
    """A sale of which stored value pays a part: its envelope, its transaction, what it cost."""
    told = lane.sale_events(2)
    started = next(one for one in told if isinstance(one, e.TransactionStarted))
    approved = next(one for one in told if isinstance(one, e.PaymentApproved))
    by_value = sum(one.amount_minor for one in paid if isinstance(one, ValueCaptured))
    rest = approved.amount_minor - by_value
    card = [msgspec.structs.replace(approved, amount_minor=rest)] if rest else []
    events: list[Any] = []
    for one in told:
        events += [*card, *paid] if one is approved else [one]
    if not closes:
        until = told.index(next(one for one in told if isinstance(one, e.TenderingStarted)))
        events = [*told[: until + 1], *paid, e.TenderingLeft(), e.TransactionCancelled(reason="shopper")]
    return lane.seal(events), started.transaction_id, approved.amount_minor


def upload(database: Database, items: Sequence[Envelope]) -> None:
    batch = Batch(store_id="s1", terminal_id="t1", epoch=1, is_held=False, items=tuple(items), received_at=7)
    (receipt,) = database.write_sync(lambda one: journal.receive(one, [batch]))
    assert receipt.outcome == "stored"


def rows(database: Database, table: sa.Table) -> list[Any]:
    query = sa.select(table).order_by(*table.primary_key.columns)
    return list(database.read_sync(lambda one: every_store(one, "verify").execute(query).all()))


def account_of(database: Database, account: str) -> value_books.AccountRow:
    found = database.read_sync(lambda one: value_books.one(one, account))
    assert found is not None
    return found


def captured(account: str, amount: int, **more: Any) -> ValueCaptured:
    return ValueCaptured(kind="gift", account_id=account, last_digits="1234", amount_minor=amount, **more)


def test_what_a_sale_took_is_booked_once_and_stands_as_a_tender(
    database: Database, projector: Projector, lane: SealingLane, clock: ManualClock
) -> None:
    account = issue(database, 5000)
    asked = ValueAsked(ask_no=1, kind="gift", amount_minor=200, last_digits="1234")
    held = ValueHeld(ask_no=1, kind="gift", account_id=account, last_digits="1234", amount_minor=200)
    unit, transaction, total = sealed(lane, [asked, held, captured(account, 200)])
    hold(database, account, transaction, 200, clock())
    upload(database, lane.envelopes)
    projector.run_until_idle()
    projector.retry("s1", unit.id)
    after = account_of(database, account)
    assert (after.balance_minor, after.held_minor) == (4800, 0)
    paid = {
        row.kind: (row.amount_minor, row.card_name, row.masked_pan)
        for row in rows(database, tables.sale_tender)
    }
    assert paid["value"] == (200, "gift", "…1234")
    assert paid["card"][0] == total - 200
    assert rows(database, tables.quarantine) == []
    assert database.read_sync(value_books.faults) == []


def test_value_that_does_not_make_up_the_price_sets_the_sale_aside_and_moves_nothing(
    database: Database, projector: Projector, lane: SealingLane
) -> None:
    account = issue(database, 5000)
    told: list[Any] = lane.sale_events(1)
    told.insert(-1, captured(account, 200))
    unit = lane.seal(told)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert [row.reason for row in rows(database, tables.quarantine)] == ["payment"]
    assert account_of(database, account).balance_minor == 5000
    projector.retry("s1", unit.id, accepted_by="max")
    assert account_of(database, account).balance_minor == 4800


def test_a_late_sale_whose_value_is_gone_is_a_loss_that_staff_hear_of(
    database: Database, projector: Projector, lane: SealingLane
) -> None:
    account = issue(database, 500)
    database.write_sync(lambda one: value.capture(one, account, "elsewhere", 400, origin=STAFF, at=0))
    _, transaction, _ = sealed(lane, [captured(account, 300)])
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert account_of(database, account).balance_minor == 0
    (alert,) = database.read_sync(lambda one: alerts.still_open(one, "s1"))
    assert (alert.kind, alert.text_key, alert.transaction_id) == ("value_loss", "value_loss", transaction)
    assert "…1234" in alert.text
    assert "200" in alert.text
    assert database.read_sync(lambda one: value_books.figures(one, "s1")).lost_minor == 200


def test_a_cancelled_sale_lets_go_what_it_held(
    database: Database, projector: Projector, lane: SealingLane, clock: ManualClock
) -> None:
    account = issue(database, 500)
    held = ValueHeld(ask_no=4, kind="gift", account_id=account, amount_minor=500)
    _, transaction, _ = sealed(lane, [held, ValueReleased(ask_no=4, account_id=account)], closes=False)
    hold(database, account, transaction, 500, clock())
    upload(database, lane.envelopes)
    projector.run_until_idle()
    after = account_of(database, account)
    assert (after.balance_minor, after.held_minor) == (500, 0)
    (sale,) = rows(database, tables.sale)
    assert (sale.outcome, sale.total_minor) == ("cancelled", 0)


def test_value_taken_without_a_link_finds_its_card_by_its_hash(
    database: Database, projector: Projector, lane: SealingLane
) -> None:
    account = issue(database, 500)
    sealed(lane, [captured("", 100, is_at_risk=True, card_key=CARD_KEY)])
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert account_of(database, account).balance_minor == 400


def test_value_taken_without_a_link_from_cards_that_do_not_exist_is_lost(
    database: Database, projector: Projector, lane: SealingLane
) -> None:
    invented = [captured("", amount, is_at_risk=True, card_key=str(amount % 10) * 64) for amount in (100, 42)]
    sealed(lane, invented)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    figures = database.read_sync(lambda one: value_books.figures(one, "s1"))
    assert (figures.lost_minor, figures.owed_minor) == (142, 0)
    assert database.read_sync(value_books.faults) == []


def test_loads_and_refunds_of_a_sale_count_once(
    database: Database, projector: Projector, lane: SealingLane
) -> None:
    account = issue(database, 500)
    more = [
        ValueLoaded(load_id="1", account_id=account, amount_minor=2000),
        ValueRefunded(refund_id="1", account_id=account, amount_minor=30),
    ]
    unit, _, _ = sealed(lane, more)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    projector.retry("s1", unit.id)
    assert account_of(database, account).balance_minor == 2530
    assert database.read_sync(value_books.faults) == []
