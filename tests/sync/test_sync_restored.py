"""A service brought back from a backup while a lane follows it: fetched anew, sent again, all of it holds."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sync_world import Lane, Shop, enrolled, open_lane

from retail.wire.feed import FeedPage, SnapshotManifest, SnapshotRequired

ASSETS = Path(__file__).parents[2] / "assets" / "demo"
SCOPE = "store:1"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop(tmp_path / "store")
    made.run("init")
    made.start()
    yield made
    made.kill()


def page(lane: Lane, after: int = 0, epoch: str = "") -> FeedPage:
    answer = lane.client.rows(SCOPE, after, epoch)
    assert isinstance(answer, FeedPage), answer
    return answer


def test_after_a_restore_lanes_fetch_anew_send_again_and_everything_holds(shop: Shop, tmp_path: Path) -> None:
    with open_lane(tmp_path / "lane", enrolled(shop)) as lane:
        lane.sell(5)
        lane.send()
        before = page(lane)
        shop.run("backup", str(tmp_path / "copy.db"))
        shop.run("import", str(ASSETS / "catalogue.csv"))
        lane.sell(5)
        lane.send()
        after = page(lane)
        assert after.head > before.head
        shop.kill()
        for left in shop.folder.glob("store.db*"):
            left.unlink()
        shutil.copyfile(tmp_path / "copy.db", shop.folder / "store.db")
        refused = shop.command("serve")
        assert (refused.returncode, "store restored" in refused.stderr) == (1, True)
        shop.run("restored")
        shop.start()
        lost = lane.client.rows(SCOPE, after.head, after.feed_epoch)
        assert isinstance(lost, SnapshotRequired), lost
        assert lost.feed_epoch != after.feed_epoch
        manifest = lane.client.manifest(SCOPE)
        assert isinstance(manifest, SnapshotManifest), manifest
        assert manifest.feed_epoch == lost.feed_epoch
        shop.run("import", str(ASSETS / "catalogue.csv"))
        again = page(lane, manifest.positions[SCOPE], lost.feed_epoch)
        assert (again.count, again.checksum) == (after.count, after.checksum)
        lane.sell(1)
        lane.send()
        assert lane.outbox.mark().unsent == 0
        sealed = lane.outbox.mark().acked
    told = shop.run("verify")
    assert "everything holds" in told
    assert f"{sealed}" in told
