"""A top-up that goes back: never more than the balance has, booked once, no sale and no return of goods."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from store_lane_door import door
from store_returns import Door, claim, everything, find, release, returned, stopped, upload
from store_world import ManualClock
from test_store_balance import ask, member, sealed

from benchmarks.store_sales import SealingLane
from retail.wire.returns import SoldSale
from store.data.database import Database
from store.data.journals import lane_reports, reports, return_books
from store.data.journals.reports import Days
from store.data.lanes import alerts
from store.data.rules import every_store
from store.data.schema import sales as tables
from store.data.stored_value import value, value_books
from store.data.stored_value.value import Origin
from store.data.stored_value.value_books import AccountRow
from store.identity import vault
from store.lanes import balance
from store.lanes import returns as asking
from store.projector.run import Projector
from store.settings import Settings

DAYS = Days(first="2000-01-01", last="2100-01-01")
LANE = Origin(store_id="s1", terminal_id="t2")


class House:
    """A store with one balance, loaded once by card at one lane."""

    def __init__(self, lanes: Door, database: Database, settings: Settings, clock: ManualClock) -> None:
        self.lanes, self.database, self.clock = lanes, database, clock
        self.lane = SealingLane("t1")
        self.account = ask(lanes, member(database, settings)).account_id
        envelope, self.transaction, self.paid = sealed(self.lane, self.account)
        self.projector = Projector(database, clock, vault.load(settings.folder))
        self.told()
        assert envelope in self.lane.envelopes

    def told(self) -> None:
        """All the lane has sealed has arrived, and is booked."""
        upload(self.database, self.lane)
        self.projector.run_until_idle()

    def spends(self, amount_minor: int) -> None:
        """A purchase somewhere else."""

        def job(connection: sa.Connection) -> None:
            value.capture(connection, self.account, "t-spent", amount_minor, origin=LANE, at=self.clock())

        self.database.write_sync(job)

    @property
    def row(self) -> AccountRow:
        found = self.database.read_sync(lambda one: value_books.one(one, self.account))
        assert found is not None
        return found

    def find(self) -> SoldSale:
        return find(self.lanes, self.transaction)

    @property
    def outcomes(self) -> list[tuple[str, int]]:
        query = sa.select(tables.sale.c.outcome, tables.sale.c.total_minor).order_by(tables.sale.c.number)
        rows = self.database.read_sync(lambda one: every_store(one, "verify").execute(query).all())
        return [(outcome, total) for outcome, total in rows]

    @property
    def faults(self) -> list[str]:
        return self.database.read_sync(lambda one: list(value_books.faults(one)))


@pytest.fixture
def house(settings: Settings, database: Database, clock: ManualClock) -> Iterator[House]:
    with door(settings, database, clock, (balance.room, asking.room)) as opened:
        yield House(opened, database, settings, clock)


def test_it_goes_back_to_its_card_leaves_the_balance_once_and_is_neither_sale_nor_return(
    house: House,
) -> None:
    sold = house.find()
    assert (sold.verdict, sold.account_id) == ("held", house.account)
    (line,) = sold.lines
    assert (line.left, line.unit_minor, line.names["de"]) == (1, (house.paid,), "Guthaben aufgeladen")
    hold = claim(house.lanes, house.transaction, everything(sold))
    (part,) = hold.parts
    assert (hold.verdict, part.tender, part.amount_minor) == ("held", "card", house.paid)
    assert (house.row.balance_minor, house.row.free_minor) == (house.paid, 0), "nobody else may spend it now"
    assert claim(house.lanes, house.transaction, everything(sold)) == hold
    returned(house.lane, sold, hold, everything(sold))
    house.told()
    house.told()
    assert house.outcomes == [("loaded", house.paid), ("load_returned", -house.paid)]
    assert (house.row.balance_minor, house.row.held_minor, house.row.short_minor) == (0, 0, 0)
    assert house.faults == []
    assert house.find().verdict == "used"
    totals = house.database.read_sync(lambda one: reports.totals(one, "s1", DAYS))
    assert (totals.sales, totals.total_minor, totals.items) == (0, 0, 0)
    tenders = house.database.read_sync(lambda one: reports.tenders(one, "s1", DAYS))
    assert sum(one.amount_minor for one in tenders) == 0
    (day,) = house.database.read_sync(lambda one: lane_reports.lane_days(one, "s1", DAYS))
    assert (day.loads, day.loaded_minor, day.returns, day.total_minor) == (1, 0, 0, 0)


def test_of_what_was_spent_nothing_goes_back(house: House) -> None:
    house.spends(house.paid - 1)
    sold = house.find()
    assert [line.unit_minor for line in sold.lines] == [(1,)]
    hold = claim(house.lanes, house.transaction, everything(sold))
    assert (hold.amount_minor, hold.parts[0].card) == (1, None), (
        "the card is shown: it is not the whole payment"
    )
    returned(house.lane, sold, hold, everything(sold))
    house.told()
    assert (house.row.balance_minor, house.faults) == (0, [])
    assert house.find().verdict == "used"


def test_spent_while_staff_look_at_it_only_the_rest_is_held(house: House) -> None:
    sold = house.find()
    house.spends(1)
    hold = claim(house.lanes, house.transaction, everything(sold))
    assert hold.amount_minor == house.paid - 1, "what is left, and no more"
    assert (house.row.balance_minor, house.row.free_minor) == (house.paid - 1, 0)


def test_all_spent_there_is_nothing_to_give_back(house: House) -> None:
    house.spends(house.paid)
    assert house.find().verdict == "used"
    hold = claim(house.lanes, house.transaction, [(1, 1)])
    assert (hold.verdict, hold.parts) == ("used", ())
    assert house.row.held_minor == 0


def test_two_lanes_give_it_back_once(house: House) -> None:
    sold = house.find()
    first = claim(house.lanes, house.transaction, everything(sold), "r-1-1")
    second = claim(house.lanes, house.transaction, everything(sold), "r-2-1", lane="s1/t2")
    assert (first.verdict, second.verdict) == ("held", "used")
    assert house.row.held_minor == house.paid


def test_what_was_let_go_can_be_spent_again(house: House) -> None:
    sold = house.find()
    claim(house.lanes, house.transaction, everything(sold))
    release(house.lanes, "r-1-1")
    assert (house.row.held_minor, house.row.free_minor) == (0, house.paid)
    claim(house.lanes, house.transaction, everything(sold), "r-1-2")
    claim(house.lanes, house.transaction, everything(sold), "r-1-3")
    assert house.row.held_minor == house.paid, "a return that asks again gives up what it held before"
    house.database.write_sync(lambda one: return_books.let_go(one, "s1", "r-1-3", "max", house.clock()))
    assert house.row.held_minor == 0, "a manager knows that nothing went back"
    claim(house.lanes, house.transaction, everything(sold), "r-1-4")
    stopped(house.lane, sold, ["r-1-4"])
    house.told()
    assert (house.row.held_minor, house.row.balance_minor, house.faults) == (0, house.paid, [])


def test_a_journal_that_comes_after_its_hold_takes_what_is_there_and_staff_hear_of_the_rest(
    house: House,
) -> None:
    sold = house.find()
    hold = claim(house.lanes, house.transaction, everything(sold))
    house.clock.move(16 * 60)
    house.database.write_sync(lambda one: value.sweep(one, at=house.clock()))
    house.spends(house.paid)
    returned(house.lane, sold, hold, everything(sold))
    house.told()
    assert (house.row.balance_minor, house.row.short_minor, house.faults) == (0, house.paid, [])
    assert [one.kind for one in house.database.read_sync(lambda one: alerts.still_open(one, "s1"))] == [
        "value_loss"
    ]
