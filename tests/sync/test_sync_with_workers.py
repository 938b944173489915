"""Several workers over one PostgreSQL: whoever of them answers, a lane and a browser hear the same."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
from sync_world import Shop, enrolled, open_lane

from benchmarks.postgresql import Instance, binaries
from kiosk.sync.client import StoreClient
from retail.wire.feed import FeedPage

WORKERS = 2
ROUNDS = 12
"""Fresh connections; the chance that one worker gets them all is one in two thousand."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    if binaries() is None:
        pytest.skip("no PostgreSQL here (Debian: apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="store-pg-", dir="/tmp"))  # short, and open to the server's user
    try:
        with Instance.start(folder) as instance:
            made = Shop(tmp_path_factory.mktemp("shop"), instance.dsn(), workers=WORKERS)
            made.people = msgspec.json.decode(made.run("init", "--demo", "--json"))["people"]
            made.start()
            yield made
            made.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_a_lane_sends_and_follows_through_any_worker(shop: Shop, tmp_path: Path) -> None:
    who = enrolled(shop, "7")
    with open_lane(tmp_path / "lane7", who) as lane:
        heads = set()
        for _ in range(ROUNDS):
            lane.client.close()
            lane.client = lane.uploader._service = StoreClient(who)  # another connection, another worker
            lane.sell(2)
            lane.send()
            assert lane.outbox.mark().unsent == 0, lane.uploader.trouble
            page = lane.client.rows("store:1", 0, "")
            assert isinstance(page, FeedPage)
            heads.add((page.head, page.count, page.checksum, page.feed_epoch))
        assert len(heads) == 1
    shop.run("verify")  # ends with an error if a chain does not hold


def test_a_person_logged_in_at_one_worker_is_known_to_the_others(shop: Shop) -> None:
    manager = next(one for one in shop.people if one["role"] == "manager")
    login = httpx.post(
        f"{shop.url}/office/login", json={"login": manager["login"], "password": manager["password"]}
    )
    assert login.status_code == 200
    for _ in range(ROUNDS):
        with httpx.Client(base_url=shop.url, cookies=dict(login.cookies)) as browser:
            assert browser.get("/office", headers={"accept": "text/html"}).status_code == 200
