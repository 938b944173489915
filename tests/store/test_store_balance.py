"""A top-up at the store: where it goes, booked once, no sale, no tax, and part of what the terminal took."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from litestar.testing import TestClient
from store_lane_door import door
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.journal import events as e
from retail.journal import loads as ld
from retail.journal.envelope import Envelope
from retail.journal.value import ValueLoaded
from retail.wire.balance import BALANCE_PATH, BalanceFound
from retail.wire.gate import AskExit
from store.data.database import Database
from store.data.journals import exits, journal, lane_reports, reports
from store.data.journals.journal import Batch
from store.data.journals.reports import Days
from store.data.people.members import Members, Terms
from store.data.rules import every_store
from store.data.schema import sales as tables
from store.data.stored_value import value_books, value_cards
from store.data.stored_value.value import Origin
from store.identity import vault
from store.identity.shredding import Person
from store.lanes import balance
from store.projector.run import Projector
from store.reports.closing import close
from store.settings import Settings

Client = TestClient[Any]
STAFF = Origin(store_id="s1", who="max", why="test")


@pytest.fixture
def client(settings: Settings, database: Database, clock: ManualClock) -> Iterator[Client]:
    with door(settings, database, clock, (balance.room,)) as opened:
        yield opened


def member(database: Database, settings: Settings) -> str:
    people = Members(vault.load(settings.folder))
    person = Person(name="", credentials=(("card", "2990000000017"),))
    return database.write_sync(lambda one: people.add(one, "s1", person, Terms(), who="max", at=1))


def ask(client: Client, member_id: str, **more: Any) -> BalanceFound:
    said = {"transaction_id": "t1", "ask_no": 1, "member_id": member_id, "currency": "EUR"}
    answer = client.post(BALANCE_PATH, json=said | more)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=BalanceFound)


def test_a_member_without_a_balance_gets_an_account_and_always_the_same(
    client: Client, database: Database, settings: Settings
) -> None:
    member_id = member(database, settings)
    first = ask(client, member_id)
    assert (first.verdict, first.balance_minor) == ("found", 0)
    assert ask(client, member_id, ask_no=2, transaction_id="t2") == first
    assert ask(client, "m-nobody").reason == "unknown"
    assert ask(client, member_id, currency="CHF").reason == "other_currency"
    database.write_sync(lambda one: value_cards.set_blocked(one, first.account_id, blocked=True, at=2))
    assert ask(client, member_id).reason == "blocked"
    for wrong in ({"member_id": ""}, {"transaction_id": "x" * 999}, {"currency": "EURO"}):
        body = {"transaction_id": "t", "ask_no": 1, "member_id": "m", "currency": "EUR"} | wrong
        assert client.post(BALANCE_PATH, json=body).status_code == 400


def sealed(
    lane: SealingLane, account: str, *, amount: int | None = None, loads: int = 1, closes: bool = True
) -> tuple[Envelope, str, int]:
    """A top-up as a lane tells it."""
    told = lane.sale_events(1)
    started = next(one for one in told if isinstance(one, e.TransactionStarted))
    requested = next(one for one in told if isinstance(one, e.PaymentRequested))
    approved = next(one for one in told if isinstance(one, e.PaymentApproved))
    paid = approved.amount_minor
    loaded = ValueLoaded(load_id="l1", account_id=account, amount_minor=amount or paid)
    events: list[Any] = [
        started,
        ld.LoadOpened(),
        ld.LoadAsked(ask_no=1),
        ld.LoadOffered(ask_no=1, account_id=account, balance_minor=0, amounts=(paid,)),
        ld.LoadChosen(load_id="l1", amount_minor=paid),
        requested,
        approved,
        *([loaded] * loads),
        e.TransactionClosed(transaction_id=started.transaction_id, total_minor=paid, receipt="none"),
    ]
    if not closes:
        events = [*events[:5], e.TransactionCancelled(reason="top_up_left")]
    return lane.seal(events), started.transaction_id, paid


def upload(database: Database, items: Sequence[Envelope]) -> None:
    batch = Batch(store_id="s1", terminal_id="t1", epoch=1, is_held=False, items=tuple(items), received_at=7)
    database.write_sync(lambda one: journal.receive(one, [batch]))


def outcomes(database: Database) -> list[str]:
    query = sa.select(tables.sale.c.outcome).order_by(tables.sale.c.number)
    return list(database.read_sync(lambda one: every_store(one, "verify").execute(query).scalars().all()))


@pytest.fixture
def projector(database: Database, clock: ManualClock, settings: Settings) -> Projector:
    return Projector(database, clock, vault.load(settings.folder))


@pytest.fixture
def account(client: Client, database: Database, settings: Settings) -> str:
    return ask(client, member(database, settings)).account_id


def balance_of(database: Database, account: str) -> int:
    found = database.read_sync(lambda one: value_books.one(one, account))
    assert found is not None
    return found.balance_minor


def test_a_top_up_is_booked_once_sells_nothing_and_agrees_with_the_terminal(
    database: Database, projector: Projector, account: str, clock: ManualClock
) -> None:
    lane = SealingLane("t1")
    envelope, transaction, paid = sealed(lane, account)
    upload(database, [envelope])
    upload(database, [envelope])
    projector.step()
    assert (outcomes(database), balance_of(database, account)) == (["loaded"], paid)
    days = Days(first="2000-01-01", last="2100-01-01")
    totals = database.read_sync(lambda one: reports.totals(one, "s1", days))
    assert (totals.sales, totals.total_minor, totals.items) == (0, 0, 0)
    assert database.read_sync(lambda one: reports.vat(one, "s1", days)) == ()
    (tender,) = database.read_sync(lambda one: reports.tenders(one, "s1", days))
    assert tender.amount_minor == paid
    days_of_lanes = database.read_sync(lambda one: lane_reports.lane_days(one, "s1", days))
    (day,) = days_of_lanes
    assert (day.loads, day.loaded_minor, day.total_minor, day.missing_numbers) == (1, paid, 0, 0)
    closed = close(names={}, lanes=days_of_lanes, vat=(), tenders=(tender,), ends=())
    assert closed.differences == ()
    asked = AskExit(ask_id="q1", code=transaction)
    leaves = database.write_sync(lambda one: exits.ask(one, "s1", "g1", asked, clock()))
    assert leaves.reason != "not_paid"  # who came only to top up gets out, too


def test_a_top_up_that_was_left_is_nothing(database: Database, projector: Projector, account: str) -> None:
    envelope, _, _ = sealed(SealingLane("t1"), account, closes=False)
    upload(database, [envelope])
    projector.step()
    assert (outcomes(database), balance_of(database, account)) == (["cancelled"], 0)


@pytest.mark.parametrize("wrong", [{"amount": 1}, {"loads": 0}, {"loads": 2}])
def test_what_was_paid_and_what_was_loaded_must_be_one_amount(
    database: Database, projector: Projector, account: str, wrong: dict[str, int]
) -> None:
    envelope, _, _ = sealed(SealingLane("t1"), account, **wrong)
    upload(database, [envelope])
    projector.step()
    assert (outcomes(database), balance_of(database, account)) == ([], 0)
