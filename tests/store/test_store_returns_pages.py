"""Returns in the back office: what waits, what a person decides, and how day, sale and files tell of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree
from store_office import NOW, Client, Office, Person, text_of
from store_returns import Sold, returned, upload, wallet
from store_world import watched

from benchmarks.store_sales import SealingLane
from retail.wire.returns import ClaimReturn, ReturnedLine, ReturnHold, SoldSale
from store.data import audit
from store.data.database import Database
from store.data.journals import return_books, returns
from store.projector.run import Projector
from store.reports import poslog

DAY = "2027-01-15"
SCHEMA = etree.XMLSchema(etree.parse(str(Path(poslog.__file__).with_name("poslog.xsd"))))
N = f"{{{poslog.NAMESPACE}}}"


class World:
    """A shop at which one sale came back whole, one is held for a return, and one return was never held."""

    def __init__(self, office: Office) -> None:
        self.office, self.database = office, office.database
        self.lane = SealingLane("1-9")
        self.sold = [Sold(self.lane, [wallet(30)]) for _ in range(3)]
        self._book()
        self.whole = self.give_back(self.sold[0], "r1-1")
        self.held = self.claim(self.sold[1], "r2-1")
        self.odd = self.give_back(self.sold[2], "r3-1", asks=False)

    def _book(self) -> None:
        upload(self.database, self.lane, "1")
        Projector(self.database, self.office.clock).run_until_idle()

    def find(self, sold: Sold) -> tuple[returns.Original, SoldSale]:
        def job(connection: Any) -> tuple[returns.Original, SoldSale]:
            found = returns.original(connection, "1", sold.transaction_id)
            assert found is not None
            return found, returns.told(found, returns.taken_of(connection, "1", sold.transaction_id), "x")

        return self.database.read_sync(job)

    def claim(self, sold: Sold, name: str) -> ReturnHold:
        found, told = self.find(sold)
        asked = ClaimReturn(
            return_id=name,
            of_transaction_id=sold.transaction_id,
            lines=tuple(ReturnedLine(line_id=one.line_id, quantity=one.left) for one in told.lines),
            by="anna",
            why="damaged",
        )
        return self.database.write_sync(lambda one: returns.claim(one, "1", "1-9", asked, found, NOW))

    def give_back(self, sold: Sold, name: str, *, asks: bool = True) -> str:
        """The envelope of a return."""
        _, told = self.find(sold)
        hold = self.claim(sold, name)
        if not asks:
            self.database.write_sync(lambda one: returns.release(one, "1", "1-9", name, NOW))
            hold = msgspec.structs.replace(hold, return_id=f"{name}-other")
        unit = returned(self.lane, told, hold, [(one.line_id, one.left) for one in told.lines])
        self._book()
        return unit.id


@pytest.fixture(scope="module")
def world(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("returns")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        yield World(Office(database, folder, days=1, per_day=4))


@pytest.fixture(scope="module")
def client(world: World) -> Iterator[Client]:
    with world.office.running() as opened:
        yield opened


@pytest.fixture(scope="module")
def manager(client: Client) -> Person:
    return Person(client, "max")


def test_a_day_shows_what_was_given_back_and_agrees(world: World, manager: Person) -> None:
    page = text_of(manager.get(f"/office/day?day={DAY}"))
    assert "2 returns" in page
    assert "2 returns -€" in page
    assert "paid and sold differ" not in page
    assert "taxes and sales differ" not in page
    assert "receipt numbers are missing" not in page
    assert "Alipay" in page


def test_a_return_and_its_sale_lead_to_each_other(world: World, manager: Person) -> None:
    back = manager.get(f"/office/sales/{world.whole}")
    assert back.status_code == 200
    assert f"/office/sales/{world.sold[0].unit.id}" in back.text
    words = text_of(back)
    for told in (
        "This return",
        "The return begins",
        "takes goods back",
        "All of it was given back",
        "The return is complete",
    ):
        assert told in words
    sale = manager.get(f"/office/sales/{world.sold[0].unit.id}")
    assert f"/office/sales/{world.whole}" in sale.text
    assert "What came back" in text_of(sale)
    listed = text_of(manager.get("/office/sales?outcome=returned"))
    assert listed.count("Alipay") == 2


def test_files_tell_returns_apart_and_hold_against_their_schema(world: World, manager: Person) -> None:
    answer = manager.get(f"/office/export/poslog.xml?first={DAY}&last={DAY}")
    document = etree.fromstring(answer.content)
    SCHEMA.assertValid(document)
    links = [one.text for one in document.iterfind(f".//{N}Return/{N}TransactionLink/{N}TransactionID")]
    assert set(links) == {world.sold[0].transaction_id, world.sold[2].transaction_id}
    refunds = document.findall(f".//{N}Tender[@TypeCode='Refund']")
    assert len(refunds) == 4
    assert all((one.findtext(f"{N}Amount") or "").lstrip("0.") for one in refunds)
    day = manager.get(f"/office/export/day.csv?first={DAY}&last={DAY}").text
    assert f"returned,{DAY}," in day
    sales = manager.get(f"/office/export/sales.csv?first={DAY}&last={DAY}").text
    assert world.sold[0].transaction_id in sales


def test_staff_see_what_waits_and_only_a_manager_lets_go(
    world: World, client: Client, manager: Person
) -> None:
    page = text_of(manager.get("/office/returns"))
    for told in ("To be looked at", "It was never held here", "Held, not finished", "given back"):
        assert told in page
    anna = Person(client, "anna")
    assert anna.get("/office/returns").status_code == 200
    assert anna.post("/office/returns/r2-1/release").status_code == 403
    assert manager.post("/office/returns/r2-1/release", _secret=False).status_code in (400, 403)
    assert manager.post("/office/returns/r2-1/release").headers["location"].endswith("done=saved")
    assert manager.post("/office/returns/r2-1/release").headers["location"].endswith("done=unchanged")
    assert manager.post("/office/returns/r1-1/release").headers["location"].endswith("done=unchanged")
    _, free = world.find(world.sold[1])
    assert free.verdict == "held"
    manager.post("/office/returns/r3-1-other/looked")
    assert world.database.read_sync(lambda one: return_books.listed(one, "1")) == ()
    noted = [one.action for one in world.database.read_sync(lambda one: audit.newest(one, "1", limit=2))]
    assert noted == ["return.looked", "return.release"]
    assert "Let go" not in manager.get("/office/returns").text
