"""Slices kept over a line that fails, by the store's own rules: never more than the limit is sold."""

import atexit
import datetime
import functools
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.database.journal import FILE, Journal
from kiosk.database.leases import Leases
from kiosk.database.outbox import Outbox
from kiosk.database.sqlite import open_engine
from kiosk.devices.clock import utc_text
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import Backoff
from kiosk.sync.leases import AMOUNT_MIN_MINOR, MARGIN_US, REPORT_S, SHARE, LeaseKeeper, wish
from retail.campaigns import CampaignLimit
from retail.journal import events as e
from retail.wire.scarce import Lease, LeaseRequest
from store.data import migrate
from store.data.database import Database
from store.data.engine import open_engines
from store.data.goods import editing, leases
from store.data.goods.leases import LIFE_US
from store.data.schema.ingest import terminal_head

LIMIT = 100
START = 1_800_000_000_000_000
DAY_S = LIFE_US // 1_000_000


@functools.cache
def template() -> Path:
    """An empty store's database."""
    folder = Path(tempfile.mkdtemp(prefix="store-template-"))
    atexit.register(shutil.rmtree, folder)
    engines = open_engines(f"sqlite:///{folder / 'store.db'}", 1)
    migrate.upgrade(engines.writer)
    engines.close()
    return folder / "store.db"


class World:
    """One clock, one store's rules and tables, and whether the line is up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = START
        shutil.copyfile(template(), folder / "store.db")
        self.database = Database.open(f"sqlite:///{folder / 'store.db'}")
        self.limit = CampaignLimit(offer_id="tea", uses=LIMIT, amount_minor=None)
        offer = {
            "id": "tea",
            "derivation": [{"type": "percent", "percent_bp": 1000}],
            "limits": [{"scope": "campaign", "uses": LIMIT}],
        }
        raw = msgspec.json.encode(offer)
        self.database.write_sync(lambda one: editing.put_offer(one, "s1", raw, "EUR", by="anna", at=1))

    def later(self, seconds: float) -> None:
        self.now += int(seconds * 1_000_000)

    def utc(self) -> str:
        return utc_text(datetime.datetime.fromtimestamp(self.now / 1_000_000, tz=datetime.UTC))

    def arrived(self, lane: "Lane") -> None:
        """The service has all the lane has sealed."""
        mark = lane.outbox.mark()

        def job(connection: sa.Connection) -> None:
            mine = (terminal_head.c.store_id == "s1", terminal_head.c.terminal_id == lane.name)
            connection.execute(sa.delete(terminal_head).where(*mine))
            values = {"acked": mark.sealed, "epoch": mark.epoch, "head_hash": b"", "updated_at": 0}
            connection.execute(
                sa.insert(terminal_head).values(store_id="s1", terminal_id=lane.name, **values)
            )

        self.database.write_sync(job)


class Lane:
    """A lane's journal and its keeper of slices; the line behind it fails as it is told."""

    def __init__(self, world: World, name: str) -> None:
        self.world, self.name = world, name
        self.folder = world.folder / name
        self.line = "up"
        self.limits: tuple[CampaignLimit, ...] = (world.limit,)
        self.sold = 0
        self.asked: list[LeaseRequest] = []
        self.open()

    def open(self) -> None:
        self.journal = Journal.open(self.folder)
        self.outbox = Outbox(self.folder / FILE)
        self.engine = open_engine(self.folder / FILE)
        self.keeper = LeaseKeeper(
            self,
            Leases(self.engine),
            lambda: self.limits,
            self.outbox.mark,
            Backoff(lambda: 0.0),
            now=lambda: self.world.now,
            monotonic=lambda: self.world.now / 1_000_000,
        )

    def close(self) -> None:
        self.engine.dispose()
        self.outbox.close()
        self.journal.close()

    def lease(self, question: LeaseRequest) -> Lease | Failure:
        if self.line == "down":
            return Unreachable(reason="down")
        self.asked.append(question)
        lent = self.world.database.write_sync(
            lambda one: leases.lend(one, "s1", self.name, question, at=self.world.now)
        )
        if self.line == "deaf":
            return Unreachable(reason="the answer was lost")
        return lent if lent is not None else Refused(status=404, code="not_found", detail="no campaign")

    def left(self) -> int:
        return sum(one.uses for one in self.journal.leases.left(self.world.utc()))

    def begin(self) -> int:
        """A shopper comes; what may be used."""
        left = self.journal.leases.left(self.world.utc())
        started = e.TransactionStarted(
            transaction_id=f"{self.name}-{self.world.now}",
            number=1,
            started_at=self.world.utc(),
            currency="EUR",
        )
        self.journal.append([started], self.world.utc())
        return sum(one.uses for one in left)

    def pay(self, uses: int) -> None:
        self.journal.append(
            [
                e.CampaignUsed(offer_id="tea", uses=uses, amount_minor=uses),
                e.TransactionClosed(transaction_id="t", total_minor=1, receipt="none"),
                e.LaneIdle(next_number=1, language="en"),
            ],
            self.world.utc(),
        )
        self.sold += uses

    def sell(self, wanted: int) -> int:
        uses = min(wanted, self.begin())
        self.pay(uses)
        return uses


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def lane(world: World) -> Iterator[Lane]:
    made = Lane(world, "a")
    yield made
    made.close()


def standing(world: World) -> tuple[int, int]:
    """Lent to lanes, and used for good."""
    (found,) = world.database.read_sync(lambda one: leases.campaigns(one, "s1"))
    return found.out.uses, found.spent.uses


# --- one lane ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uses", "amount", "wanted"),
    [
        (1_000, None, (50, 0)),
        (7, None, (1, 0)),
        (0, None, (1, 0)),
        (None, 500_000, (0, 25_000)),
        (None, 10_000, (0, AMOUNT_MIN_MINOR)),
        (None, 900, (0, 900)),
        (400, 400_000, (20, 20_000)),
    ],
)
def test_a_lane_asks_for_its_share(uses: int | None, amount: int | None, wanted: tuple[int, int]) -> None:
    assert wish(CampaignLimit(offer_id="x", uses=uses, amount_minor=amount)) == wanted


def test_a_lane_that_never_had_a_line_has_nothing_to_give(lane: Lane) -> None:
    lane.line = "down"
    assert lane.keeper.step() > 0
    assert lane.keeper.trouble == "down"
    assert lane.sell(1) == 0


def test_a_slice_is_fetched_and_renewed_when_little_is_left(world: World, lane: Lane) -> None:
    lane.keeper.step()
    assert lane.left() == LIMIT // SHARE
    assert lane.sell(3) == 3
    lane.keeper.step()
    assert lane.left() == 2
    world.later(61)
    lane.keeper.step()
    assert lane.left() == LIMIT // SHARE
    assert standing(world) == (5, 3)


def test_what_was_sold_is_told_from_time_to_time(world: World, lane: Lane) -> None:
    lane.keeper.step()
    lane.sell(1)
    for _ in range(3):
        world.later(REPORT_S / 3)
        lane.keeper.step()
    assert [one.spent_uses for one in lane.asked] == [0, 1]
    assert standing(world) == (5, 1)


def test_days_without_a_link_sell_the_slice_and_no_more(world: World, lane: Lane) -> None:
    lane.keeper.step()
    lane.line = "down"
    sold = []
    for _ in range(8):
        sold.append(lane.sell(1))
        world.later(3 * 3600)
        lane.keeper.step()
    assert sold == [1, 1, 1, 1, 1, 0, 0, 0]
    lane.line = "up"
    world.later(5 * DAY_S)
    assert lane.sell(1) == 0
    lane.keeper.step()
    assert lane.sell(1) == 1
    assert standing(world)[1] == 5


def test_an_expired_slice_goes_home_only_with_the_whole_journal(world: World, lane: Lane) -> None:
    lane.keeper.step()
    lane.sell(1)
    lane.line = "down"
    lane.keeper.step()
    world.later(2 * DAY_S)
    lane.line, lane.limits = "up", ()
    lane.keeper.step()
    assert lane.asked[-1].sealed == lane.outbox.mark().sealed > 0
    assert standing(world) == (4, 1)
    world.arrived(lane)
    world.later(2 * DAY_S)
    lane.keeper.step()
    assert standing(world) == (0, 1)
    assert lane.journal.leases.all() == ()


def test_nothing_goes_home_while_a_shopper_may_still_take_it(world: World, lane: Lane) -> None:
    lane.keeper.step()
    uses = lane.begin()
    world.arrived(lane)
    world.later(2 * DAY_S)
    lane.keeper.step()
    assert lane.asked[-1].epoch == 0
    lane.pay(uses)
    lane.keeper.step()
    assert lane.sold + standing(world)[0] <= LIMIT
    world.arrived(lane)
    world.later(2 * DAY_S)
    lane.keeper.step()
    assert standing(world) == (5, 5)


def test_a_slice_is_not_given_back_the_moment_it_expires(world: World, lane: Lane) -> None:
    lane.keeper.step()
    world.arrived(lane)
    world.now = lane.journal.leases.all()[0].expires_at + MARGIN_US - 1
    lane.keeper.step()
    assert lane.asked[-1].epoch == 0
    assert lane.left() == 5


def test_a_campaign_that_ended_leaves_no_slice_behind(world: World, lane: Lane) -> None:
    lane.keeper.step()
    world.database.write_sync(lambda one: editing.remove_offer(one, "s1", "tea", "EUR", by="anna", at=2))
    lane.limits = ()
    world.later(REPORT_S)
    lane.keeper.step()
    assert len(lane.journal.leases.all()) == 1
    world.later(2 * DAY_S)
    lane.keeper.step()
    assert lane.journal.leases.all() == ()


def test_a_service_restored_from_before_counts_what_the_lane_tells_once(world: World, lane: Lane) -> None:
    world.database.close()
    shutil.copyfile(world.folder / "store.db", world.folder / "backup.db")
    dsn = f"sqlite:///{world.folder / 'store.db'}"
    world.database = Database.open(dsn)
    lane.keeper.step()
    lane.sell(4)
    world.database.close()
    for left in world.folder.glob("store.db*"):
        left.unlink()
    shutil.copyfile(world.folder / "backup.db", world.folder / "store.db")
    world.database = Database.open(dsn)
    lane.line = "deaf"
    world.later(61)
    lane.keeper.step()
    lane.line = "up"
    lane.keeper.step()
    assert standing(world) == (5, 4)
    assert lane.left() == 5


# --- any story ---------------------------------------------------------------------------------------------

story = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["sell", "sell", "ask", "deaf", "arrive", "restart", "hours", "days"]),
        st.integers(1, 9),
    ),
    max_size=30,
)


@given(story=story)
@settings(max_examples=12, deadline=None)
def test_whatever_happens_all_lanes_together_stay_within_the_limit(story: list[tuple[int, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.limit = msgspec.structs.replace(world.limit, uses=LIMIT * 8)  # each asks for much of it
        lanes = [Lane(world, name) for name in "abc"]
        try:
            for lane in lanes:
                lane.keeper.step()
            for number, what, amount in story:
                tell(world, lanes[number], what, amount)
                assert sum(lane.sold for lane in lanes) <= LIMIT
        finally:
            for lane in lanes:
                lane.close()
            world.database.close()


def tell(world: World, lane: Lane, what: str, amount: int) -> Any:
    match what:
        case "sell":
            lane.sell(amount)
        case "ask" | "deaf":
            world.later(REPORT_S + 1)
            lane.line = "up" if what == "ask" else "deaf"
            lane.keeper.step()
        case "arrive":
            world.arrived(lane)
        case "restart":
            lane.close()
            lane.open()
        case "hours":
            world.later(amount * 3600)
        case "days":
            world.later(amount * DAY_S / 3)


def test_a_campaign_is_sold_to_the_last_use_by_lanes_that_ask(world: World) -> None:
    lanes = [Lane(world, name) for name in "abc"]
    for number in itertools.count():
        lane = lanes[number % 3]
        lane.keeper.step()
        sold = lane.sell(2)
        world.later(REPORT_S + 1)
        if number > 90:
            break
        assert sold <= 2
    assert sum(lane.sold for lane in lanes) == LIMIT
    for lane in lanes:
        lane.close()
