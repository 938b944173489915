"""Offers limited per member and day, over purchases, lanes and a real service: what was had before counts."""

import contextlib
import datetime
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from sync_world import AT, DEADLINE_S, Lane, Shop, enrolled

from kiosk.app import goods
from kiosk.app.assortments import Assortments
from kiosk.app.secret import Secret
from kiosk.app.store_line import ReplicaKeeper
from kiosk.checkout.assortment import Assortment
from kiosk.database.catalogue import CatalogueStore
from kiosk.sync.backoff import Backoff
from kiosk.sync.follower import Follower
from kiosk.sync.identity import Identity
from retail.basket import Line
from retail.card import CardResult
from retail.catalogue import Product, read_csv
from retail.codes import check_digit
from retail.journal import events as e
from retail.member import KeyKind, Member, MemberKey
from retail.pricing import Basket, Pricer

DEMO = Path(__file__).parents[2] / "assets" / "demo"
TEA, MILK = (
    next(
        one
        for one in read_csv((DEMO / "catalogue.csv").read_text(encoding="utf-8")).values()
        if one.picture == picture
    )
    for picture in ("tea", "milk")
)
NOW = datetime.datetime.now(datetime.UTC).astimezone()
TODAY, TOMORROW = (day.isoformat(timespec="seconds") for day in (NOW, NOW + datetime.timedelta(days=1)))
CARD = "210000000001" + str(check_digit("210000000001"))
ANNA = MemberKey(kind=KeyKind.CARD, value=CARD)
STAMPS_NEEDED = 9


def half(offer_id: str, product: Product, uses: int) -> dict[str, object]:
    return {
        "id": offer_id,
        "eligibility": [{"test": "member"}],
        "derivation": [
            {"type": "percent", "percent_bp": 5_000, "max_units": 1, "of": {"ids": [product.key]}}
        ],
        "limits": [{"scope": "member_day", "uses": uses}],
    }


OFFERS = {
    "currency": "EUR",
    "offers": [half("daily tea", TEA, 1), half("twice a day milk", MILK, 2)],
    "stamps": [{"card": "milk", "stamps_needed": STAMPS_NEEDED, "of": {"ids": [MILK.key]}}],
}


class Selling(Lane):
    """A lane with the shop's data from the feed that sells to one member."""

    def __init__(self, folder: Path, who: Identity) -> None:
        super().__init__(folder, who)
        self.store = CatalogueStore(folder)
        keeper, backoff = ReplicaKeeper(self.store), Backoff(lambda: 0.0)
        self.follower = Follower(who, self.client, keeper, folder, lambda: None, backoff, lambda: 0.0)
        files = goods.Sources(catalogue=folder / "none.csv", offers=None, members=None, currency="EUR")
        self.assortments = Assortments(
            self.store, files, Secret(b""), self.journal.leases.left, self.journal.book.purchases
        )
        self.by: Assortment | None = None

    def open(self) -> Assortment:
        """What the lane holds now; what it sold by is let go."""
        if self.by is not None:
            self.assortments.retire(self.by)
        self.by = self.assortments.open()
        return self.by

    def anna(self) -> Member:
        """The member as a purchase that begins now identifies them."""
        found = self.open().members.find(ANNA)
        assert found is not None
        return found

    def why_not(self, product: Product, offer_id: str, started_at: str = TODAY) -> str:
        """Why Anna would not get an offer now; `applied` if she would."""
        member, by = self.anna(), self.by
        assert by is not None
        assert isinstance(by.pricer, Pricer)
        return by.pricer.why_not(_basket(product, member, started_at), offer_id).reason

    def sell(self, product: Product, started_at: str = TODAY) -> int:  # type: ignore[override]
        """Sell one piece to Anna; what was saved."""
        member, by = self.anna(), self.by
        assert by is not None
        self.sold += 1
        name, basket = f"{self.folder.name}-{self.sold}", _basket(product, member, started_at)
        priced = by.pricer.finish(basket)
        amount, rewards = priced.total_minor, priced.rewards
        result = CardResult(result_code=0, amount_minor=amount, currency="EUR", terminal_id="65000001")
        utc = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        self.journal.append(
            [
                e.TransactionStarted(
                    transaction_id=name, number=self.sold, started_at=started_at, currency="EUR",
                    prices=by.mark, campaigns=(),
                ),
                e.MemberIdentified(member=member, how="card"),
                e.ItemAdded(line_id=1, product=product),
                e.TenderingStarted(total_minor=amount, priced=priced),
                e.PaymentRequested(attempt_id=name, amount_minor=amount, currency="EUR", requested_at=AT),
                e.PaymentResultStored(attempt_id=name, result=result, is_as_requested=True),
                e.PaymentApproved(attempt_id=name, amount_minor=amount, result=result, paid_at=started_at),
                e.RewardsGranted(
                    member_id=member.member_id, points_earned=rewards.points, points_spent=0,
                    base_minor=rewards.base_minor, stamps=dict(rewards.stamps),
                ),
                e.TransactionClosed(transaction_id=name, total_minor=amount, receipt="none"),
                e.LaneIdle(next_number=self.sold + 1, language="en"),
            ],
            utc,
        )  # fmt: skip
        return priced.saving_minor

    def close(self) -> None:
        self.assortments.close()
        self.store.close()
        super().close()


def _basket(product: Product, member: Member, started_at: str) -> Basket:
    line = Line(line_id=1, product=product)
    return Basket(lines=(line,), member=member, started_at=started_at, currency="EUR", campaigns=())


def until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def told(lane: Selling, number: int) -> bool:
    """Whether the lane's feed has told of all purchases before Anna's next, which is this one."""
    lane.follower.step()
    assert not lane.follower.trouble
    with contextlib.closing(lane.store.open_replica()) as replica:
        found = replica.members.find(ANNA)
    return found is not None and found.order_number == number


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop(tmp_path / "shop")
    made.run("init")
    (made.folder / "offers.json").write_bytes(msgspec.json.encode(OFFERS))
    (made.folder / "members.csv").write_text(f"card,member_id,order_number,stamps\n{CARD},m-anna,1,milk:4\n")
    files = (str(made.folder / "offers.json"), str(DEMO / "catalogue.csv"), str(made.folder / "members.csv"))
    made.run("import", *files)
    made.start()
    yield made
    made.kill()


def test_a_daily_offer_is_given_once_a_day_wherever_the_member_goes(shop: Shop, tmp_path: Path) -> None:
    one, other = (Selling(tmp_path / name, enrolled(shop, lane)) for name, lane in (("a", "1"), ("b", "2")))
    for lane in (one, other):
        until(lambda lane=lane: told(lane, 1))  # type: ignore[misc]
        assert lane.anna().uses == ()
    half_tea, half_milk = TEA.price_minor // 2, MILK.price_minor // 2

    shop.kill()  # this lane counts what it sold itself, heard of or not
    assert abs(one.sell(TEA) - half_tea) <= 1
    assert one.why_not(TEA, "daily tea") == "used_today"
    assert one.sell(TEA) == 0
    assert abs(one.sell(MILK) - half_milk) <= 1
    assert (one.anna().order_number, one.anna().stamps) == (4, {"milk": 5})
    assert (
        other.why_not(TEA, "daily tea") == "applied"
    )  # it cannot know: one use more, at worst, on each lane
    assert one.why_not(TEA, "daily tea", TOMORROW) == "applied"
    shop.start()

    one.send()
    for lane in (one, other):
        until(lambda lane=lane: told(lane, 4))  # type: ignore[misc]
    for lane in (one, other):  # neither forgets nor counts twice
        counts = {one.offer_id: (one.uses, one.day_uses) for one in lane.anna().uses}
        assert counts == {"daily tea": (1, 1), "twice a day milk": (1, 1)}
        assert (lane.anna().order_number, lane.anna().stamps) == (4, {"milk": 5})
        assert lane.why_not(TEA, "daily tea") == "used_today"
        assert lane.why_not(MILK, "twice a day milk") == "applied"

    assert abs(other.sell(MILK) - half_milk) <= 1
    assert other.why_not(MILK, "twice a day milk") == "used_today"
    other.send()
    until(lambda: told(one, 5))
    assert one.why_not(MILK, "twice a day milk") == "used_today"
    assert abs(one.sell(TEA, TOMORROW) - half_tea) <= 1
    assert one.why_not(TEA, "daily tea", TOMORROW) == "used_today"
    one.send()
    until(lambda: told(other, 6))
    assert other.why_not(TEA, "daily tea", TOMORROW) == "used_today"

    with sqlite3.connect(f"file:{shop.folder / 'store.db'}?mode=ro", uri=True) as file:
        assert file.execute("SELECT reason, detail FROM quarantine").fetchall() == []
        assert file.execute("SELECT priced_as, count(*) FROM sale GROUP BY priced_as").fetchall() == [
            ("repriced", 5)
        ]
    for lane in (one, other):
        lane.close()
