"""What the service makes, read by the lane's own code: the file, the rows that follow, their sums."""

from pathlib import Path

import msgspec
import pytest
from store_world import ManualClock

from kiosk.database.feeding import FeedConflictError, FeedWriter
from kiosk.database.replica import Replica
from retail.member import KeyKind, MemberKey
from retail.terms import read_terms
from retail.wire import bodies
from retail.wire.feed import FeedPage
from store.cli.demo import FILES, FOLDER
from store.data.database import Database
from store.data.goods import catalogue, editing
from store.data.replication import feed, feed_pages
from store.data.replication.replica_file import build
from store.data.schema.feed import CHAIN
from store.identity import lookup
from store.identity.vault import Vault
from store.importing import Importer

STORE, SCOPE = "1", "store:1"
VAULT = Vault(bytes(range(32)))
APPLES = "09521000001015"


@pytest.fixture
def shop(database: Database, clock: ManualClock) -> Database:
    importer = Importer(database, VAULT, clock, store_id=STORE, currency="EUR", by="anna")
    for name in FILES:
        importer.bring_in(FOLDER / name)
    return database


@pytest.fixture
def replica(shop: Database, tmp_path: Path) -> Path:
    path = tmp_path / "replica.db"
    build(shop, STORE, path, about={"member_secret": lookup.member_secret(VAULT).hex()})
    return path


def pages(database: Database, scope: str, after: int, limit: int = 100) -> list[FeedPage]:
    """All pages after a cursor, as the lane is told them."""
    told = []
    while True:
        page = database.read_sync(
            lambda one, its=after: feed_pages.page(one, STORE, scope, after=its, limit=limit, wire=1)
        )
        assert page is not None
        told.append(
            FeedPage(
                scope=scope,
                feed_epoch=page.head.feed_epoch,
                after=after,
                to=page.to,
                head=page.head.head,
                more=page.more,
                rows=page.rows,
                count=page.head.count,
                checksum=page.head.checksum,
                server_time=0,
            )
        )
        after = page.to
        if not page.more:
            return told


def test_a_lane_sells_from_the_file_the_service_made(
    shop: Database, replica: Path, clock: ManualClock
) -> None:
    opened = Replica(replica)
    opened.pin(clock())
    try:
        assert opened.count() == shop.read_sync(lambda one: catalogue.count(one, STORE, "product"))
        apples = opened.find(APPLES)
        assert apples is not None
        assert apples.price_minor == 249
        terms = opened.terms()
        assert terms == shop.read_sync(lambda one: catalogue.terms_file(one, STORE))
        assert terms is not None
        assert read_terms(terms, "EUR").offers
        member = opened.members.find(MemberKey(kind=KeyKind.CARD, value="2100000079193"))
        assert member is not None
        assert (member.member_id, member.points) == ("gold-1", 2480)
    finally:
        opened.close()


def test_rows_that_follow_fit_the_file_and_switch_prices_on_time(
    shop: Database, replica: Path, clock: ManualClock
) -> None:
    now = clock()
    listed = shop.read_sync(lambda one: catalogue.find(one, STORE, "product", APPLES))
    assert listed is not None
    cheap = msgspec.structs.replace(bodies.plain(bodies.product_row(listed.body)), price_minor=199)
    shop.write_sync(
        lambda one: editing.put_product(
            one, STORE, cheap, by="a", at=now, valid_from=now + 50, valid_to=now + 90
        )
    )
    shop.write_sync(lambda one: editing.remove(one, STORE, "product", "09521000001022", by="a", at=now))
    shop.write_sync(lambda one: editing.put_setting(one, STORE, "help", "Ring", by="a", at=now))
    writer = FeedWriter(replica)
    try:
        assert writer.quick_check() == ""
        positions = writer.positions()
        told = [*pages(shop, CHAIN, positions[CHAIN].pos), *pages(shop, SCOPE, positions[SCOPE].pos, limit=1)]
        assert writer.apply(told) == {"product", "setting"}
        assert writer.positions()[SCOPE].pos == positions[SCOPE].pos + 3
    finally:
        writer.close()
    opened = Replica(replica)
    try:
        prices = []
        for at in (0, 49, 50, 89, 90):
            opened.pin(now + at)
            found = opened.find(APPLES)
            prices.append(found and found.price_minor)
        assert prices == [249, 249, 199, 199, 249]
        assert opened.find("09521000001022") is None
    finally:
        opened.close()


def test_a_lane_that_reads_every_page_holds_what_the_file_holds(shop: Database, tmp_path: Path) -> None:
    """From nothing, by pages: for a shop so small that nobody waits for a file."""
    path = tmp_path / "empty.db"
    build(shop, "9", path, about={"member_secret": "00"})
    writer = FeedWriter(path)
    try:
        writer.apply(pages(shop, SCOPE, 0, limit=7))
        head = shop.read_sync(lambda one: feed.read_head(one, STORE, SCOPE))
        assert head is not None
        told = writer.positions()[SCOPE]
        assert (told.pos, told.count, told.checksum) == (head.head, head.count, head.checksum)
    finally:
        writer.close()


def test_rows_of_a_new_epoch_do_not_fit(shop: Database, replica: Path) -> None:
    writer = FeedWriter(replica)
    try:
        after = writer.positions()[SCOPE].pos
        shop.write_sync(lambda one: feed.begin_epoch(one, "restored"))
        shop.write_sync(lambda one: editing.put_setting(one, STORE, "help", "Ring", by="a", at=1))
        with pytest.raises(FeedConflictError):
            writer.apply(pages(shop, SCOPE, after))
    finally:
        writer.close()
