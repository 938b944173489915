"""A campaign over two lanes and a real service: its limit holds, and each sale is priced again."""

import itertools
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sync_world import AT, DEADLINE_S, Lane, Shop, enrolled

from kiosk.app import goods
from kiosk.app.assortments import Assortments
from kiosk.app.secret import Secret
from kiosk.app.store_line import Campaigns, ReplicaKeeper
from kiosk.checkout.assortment import Assortment
from kiosk.database.catalogue import CatalogueStore
from kiosk.database.journal import FILE
from kiosk.database.leases import Leases
from kiosk.database.sqlite import open_engine
from kiosk.sync.backoff import Backoff
from kiosk.sync.follower import Follower
from kiosk.sync.identity import Identity
from kiosk.sync.leases import LeaseKeeper
from retail.basket import Line
from retail.campaigns import uses_in
from retail.card import CardResult
from retail.catalogue import read_csv
from retail.journal import events as e
from retail.pricing import Basket

DEMO = Path(__file__).parents[2] / "assets" / "demo"
LIMIT = 40
TEA = next(
    one
    for one in read_csv((DEMO / "catalogue.csv").read_text(encoding="utf-8")).values()
    if one.picture == "tea"
)
STARTED_AT = "2026-11-24T11:00:00+01:00"
OFFERS = {
    "currency": "EUR",
    "offers": [
        {
            "id": "tea",
            "derivation": [
                {"type": "nth_unit", "quantity": 2, "percent_bp": 5_000, "of": {"ids": [TEA.key]}}
            ],
            "limits": [{"scope": "campaign", "uses": LIMIT}],
        }
    ],
}


class Selling(Lane):
    """A lane with the shop's data from the feed, selling by its slices."""

    def __init__(self, folder: Path, who: Identity) -> None:
        super().__init__(folder, who)
        self.store = CatalogueStore(folder)
        keeper = ReplicaKeeper(self.store)
        self.follower = Follower(
            who, self.client, keeper, folder, lambda: None, Backoff(lambda: 0.0), lambda: 0.0
        )
        files = goods.Sources(catalogue=folder / "none.csv", offers=None, members=None, currency="EUR")
        self.assortments = Assortments(self.store, files, Secret(b""), self.journal.leases.left)
        self.engine = open_engine(folder / FILE)
        self.clock = itertools.count(0, 1_000)
        self.keeper = LeaseKeeper(
            self.client, Leases(self.engine), Campaigns(self.store).limits, self.outbox.mark,
            Backoff(lambda: 0.0), now=lambda: time.time_ns() // 1_000, monotonic=lambda: next(self.clock),
        )  # fmt: skip
        self.given = 0

    def follow(self) -> Assortment:
        """The shop's data, and slices."""
        self.follower.step()
        assert not self.follower.trouble
        self.keeper.step()
        return self.assortments.open()

    def sell_tea(self, by: Assortment, count: int = 2) -> int:
        """Sell some, paid by card; how often the campaign was used."""
        self.sold += 1
        name = f"{self.folder.name}-{self.sold}"
        utc = time.strftime("%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime())
        left = by.campaigns(utc)
        basket = Basket(
            lines=(Line(line_id=1, product=TEA, quantity=count),),
            started_at=STARTED_AT, currency="EUR", campaigns=left,
        )  # fmt: skip
        priced = by.pricer.finish(basket)
        used = uses_in(priced, [one.offer_id for one in left or ()])
        amount = priced.total_minor
        result = CardResult(result_code=0, amount_minor=amount, currency="EUR", terminal_id="65000001")
        self.journal.append(
            [
                e.TransactionStarted(
                    transaction_id=name, number=self.sold, started_at=STARTED_AT, currency="EUR",
                    prices=by.mark, campaigns=left,
                ),
                e.ItemAdded(line_id=1, product=TEA, quantity=count),
                e.TenderingStarted(total_minor=amount, priced=priced),
                e.PaymentRequested(attempt_id=name, amount_minor=amount, currency="EUR", requested_at=AT),
                e.PaymentResultStored(attempt_id=name, result=result, is_as_requested=True),
                e.PaymentApproved(attempt_id=name, amount_minor=amount, result=result, paid_at=STARTED_AT),
                *(
                    e.CampaignUsed(offer_id=one.offer_id, uses=one.uses, amount_minor=one.amount_minor)
                    for one in used
                ),
                e.TransactionClosed(transaction_id=name, total_minor=amount, receipt="none"),
                e.LaneIdle(next_number=self.sold + 1, language="en"),
            ],
            AT,
        )  # fmt: skip
        uses = sum(one.uses for one in used)
        self.given += uses
        return uses

    def close(self) -> None:
        self.assortments.close()
        self.store.close()
        self.engine.dispose()
        super().close()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    made = Shop(tmp_path_factory.mktemp("shop"))
    made.run("init")
    offers = made.folder / "offers.json"
    offers.write_bytes(msgspec.json.encode(OFFERS))
    made.run("import", str(offers), str(DEMO / "catalogue.csv"))
    made.start()
    yield made
    made.kill()


def priced_as(shop: Shop, lane: Lane) -> list[str]:
    """How the service priced a lane's sales, once it has opened all of them."""
    terminal = lane.client.identity.terminal_id
    deadline = time.monotonic() + DEADLINE_S
    while True:
        with sqlite3.connect(f"file:{shop.folder / 'store.db'}?mode=ro", uri=True) as file:
            aside = file.execute("SELECT reason, detail FROM quarantine WHERE terminal_id = ?", (terminal,))
            assert aside.fetchall() == []
            query = "SELECT priced_as FROM sale WHERE terminal_id = ? ORDER BY number"
            found = [name for (name,) in file.execute(query, (terminal,))]
        if len(found) == lane.sold:
            return found
        assert time.monotonic() < deadline, found
        time.sleep(0.05)


def test_the_limit_holds_through_cut_lines_and_restarts_and_a_restore_costs_what_it_forgot(
    shop: Shop, tmp_path: Path
) -> None:
    one, other = (
        Selling(tmp_path / "one", enrolled(shop, "1")),
        Selling(tmp_path / "two", enrolled(shop, "2")),
    )
    by_one, by_other = one.follow(), other.follow()
    share = LIMIT // 20
    assert by_one.mark.count("@") >= 2

    shop.kill()  # a line that is down for long: each lane has its slice and no more
    for lane, by in ((one, by_one), (other, by_other)):
        assert [lane.sell_tea(by) for _ in range(4)] == [1, 1, 0, 0]
        lane.keeper.step()
        assert lane.keeper.trouble
    shop.start()

    for lane, by in ((one, by_one), (other, by_other)):
        lane.keeper.step()
        assert lane.sell_tea(by, 4 * share) == share
        lane.send()
        assert priced_as(shop, lane) == ["repriced"] * lane.sold

    shop.run("backup", str(tmp_path / "yesterday.db"))
    forgotten = one.journal.leases.of("tea").spent_uses  # told after the copy was made
    one.keeper.step()
    given_since = one.sell_tea(by_one, 8)  # told after the restore
    assert (forgotten, given_since) == (share, share)
    shop.kill()
    for left in shop.folder.glob("store.db*"):
        left.unlink()
    shutil.copyfile(tmp_path / "yesterday.db", shop.folder / "store.db")
    shop.run("restored")
    shop.start()
    for lane in (one, other):
        lane.keeper.step()

    one.close()
    given, sold = one.given, one.sold
    one = Selling(one.folder, one.client.identity)
    one.given, one.sold = given, sold
    for lane in (one, other):
        by = lane.follow()
        for _ in range(4 * LIMIT):
            if lane.sell_tea(by, 4) == 0:
                lane.keeper.step()
                if not lane.journal.leases.left(time.strftime("%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime())):
                    break
    assert LIMIT <= one.given + other.given <= LIMIT + forgotten
    one.close()
    other.close()
