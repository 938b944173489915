"""The service's disk is full while lanes sell: it says so, keeps what it acknowledged, loses nothing."""

import contextlib
import json
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from full_disk import KINDS, Disk, may_mount
from sync_world import Lane, Shop, enrolled, open_lane

from kiosk.database.journal import FILE
from retail.wire.feed import FeedPage

GOODS = 4_000
TRIES = 400
"""Sales after which the disk must have refused one: what was set aside for the log of writes is used up."""


@pytest.fixture
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """A real one where it may be mounted; both for tests marked `on_each_disk`."""
    kind = getattr(request, "param", "small" if may_mount() else "limited")
    with KINDS[kind](tmp_path / "disk") as made:
        yield made


on_each_disk = pytest.mark.parametrize("disk", sorted(KINDS), indirect=True)


@pytest.fixture
def shop(disk: Disk) -> Iterator[Shop]:
    made = Shop(disk.folder / "shop")
    made.run("init")
    made.start()
    yield made
    made.kill()


@pytest.fixture
def lane(shop: Shop, tmp_path: Path) -> Iterator[Lane]:
    with open_lane(tmp_path / "lane", enrolled(shop)) as made:
        made.client.rows("store:1", 0, "")  # the first to ask begins the feed
        yield made


def asked(shop: Shop, path: str) -> tuple[int, dict[str, Any]]:
    try:
        with urllib.request.urlopen(shop.url + path, timeout=10) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.loads(refused.read())


def sell_until_refused(lane: Lane) -> None:
    for _ in range(TRIES):
        lane.sell()
        lane.uploader.step()
        if lane.uploader.trouble.code:
            return
    raise AssertionError("the disk was never full")


def kept(shop: Shop) -> list[str]:
    with contextlib.closing(sqlite3.connect(f"file:{shop.folder / 'store.db'}?mode=ro", uri=True)) as file:
        return [name for (name,) in file.execute("SELECT id FROM envelope ORDER BY epoch, seq")]


def sold(lane: Lane) -> list[str]:
    with contextlib.closing(sqlite3.connect(f"file:{lane.folder / FILE}?mode=ro", uri=True)) as file:
        return [name for (name,) in file.execute("SELECT DISTINCT id FROM envelope ORDER BY last_entry")]


@on_each_disk
def test_lanes_keep_their_sales_until_there_is_space(shop: Shop, lane: Lane, disk: Disk) -> None:
    lane.sell(20)
    lane.send()
    disk.fill(shop.pid)
    sell_until_refused(lane)
    assert lane.uploader.trouble.code == "unreachable"
    acked = lane.outbox.mark().acked
    lane.sell(30)
    lane.send(5)
    assert lane.outbox.mark().acked == acked
    assert asked(shop, "/healthz") == (200, {"status": "disk_full", "version": "0.1.0"})
    assert rows(lane) == 0  # reading goes on
    disk.free(shop.pid)
    lane.send()
    assert lane.outbox.mark().unsent == 0
    assert kept(shop) == sold(lane)
    assert asked(shop, "/healthz")[1]["status"] == "ok"
    assert "everything holds" in shop.run("verify")


def test_a_service_killed_on_a_full_disk_has_everything_it_acknowledged(
    shop: Shop, lane: Lane, disk: Disk
) -> None:
    lane.sell(20)
    lane.send()
    disk.fill(shop.pid)
    sell_until_refused(lane)
    acked = lane.outbox.mark().acked
    shop.kill()
    shop.start()  # on the disk as it is: what can be read is served
    lane.send(5)
    assert len(kept(shop)) >= acked
    disk.free(shop.pid)
    lane.send()
    assert lane.outbox.mark().unsent == 0
    assert kept(shop) == sold(lane)
    assert "everything holds" in shop.run("verify")


def test_a_backup_onto_a_full_disk_says_so_and_leaves_nothing(shop: Shop, disk: Disk) -> None:
    disk.fill(shop.pid)
    done = shop.command("backup", str(disk.folder / "copy.db"), before=disk.before)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("store: the copy was not made: ")
    assert not list(disk.folder.glob("copy*"))
    disk.free(shop.pid)
    shop.run("backup", str(disk.folder / "copy.db"))
    assert sorted(path.name for path in disk.folder.glob("copy*")) == ["copy.db", "copy.db.sha256"]


def test_goods_that_do_not_fit_change_nothing_and_come_in_when_there_is_space(
    shop: Shop, lane: Lane, disk: Disk, tmp_path: Path
) -> None:
    goods = tmp_path / "goods.csv"
    goods.write_text(catalogue(GOODS), encoding="utf-8")
    disk.fill(shop.pid)
    done = shop.command("import", str(goods), before=disk.before)
    assert (done.returncode, done.stdout) == (1, "")
    assert "the disk takes nothing now" in done.stderr
    assert "Traceback" not in done.stderr
    assert rows(lane) == 0
    disk.free(shop.pid)
    assert f"{GOODS} in the file, {GOODS} new" in shop.run("import", str(goods))
    assert rows(lane) == GOODS


def catalogue(count: int) -> str:
    lines = (f"{gtin(number)},Product {number},199,EUR,19,goods" for number in range(count))
    return "\n".join(["gtin,name,price_minor,currency,tax_rate_percent,category", *lines])


def gtin(number: int) -> str:
    digits = f"{200_000_000_000 + number:012}"
    weighed = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits))
    return f"{digits}{-weighed % 10}"


def rows(lane: Lane) -> int:
    page = lane.client.rows("store:1", 0, "")
    assert isinstance(page, FeedPage), page
    return page.count
