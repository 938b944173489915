"""Lane and service for real, each in a process of its own: what was sold arrives once, whatever happens."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sync_world import Lane, Shop, enrolled, open_lane

from kiosk.database.journal import FILE
from kiosk.sync.answers import Refused, Unreachable
from kiosk.sync.client import StoreClient, enrol
from kiosk.sync.identity import Identity
from kiosk.sync.rotation import Rotation


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    made = Shop(tmp_path_factory.mktemp("shop"))
    made.run("init")
    made.start()
    yield made
    made.kill()


@pytest.fixture
def lane(shop: Shop, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Lane]:
    number = str(abs(hash(request.node.name)) % 10_000 + 10)
    with open_lane(tmp_path / f"lane{number}", enrolled(shop, number)) as made:
        yield made


def stored(shop: Shop, lane: Lane) -> list[str]:
    """The ids of what the service has of a lane, as stored."""
    with sqlite3.connect(f"file:{shop.folder / 'store.db'}?mode=ro", uri=True) as file:
        query = "SELECT id FROM envelope WHERE terminal_id = ? ORDER BY epoch, seq"
        return [name for (name,) in file.execute(query, (lane.client.identity.terminal_id,))]


def sent(lane: Lane) -> list[str]:
    with sqlite3.connect(f"file:{lane.folder / FILE}?mode=ro", uri=True) as file:
        query = "SELECT DISTINCT id, last_entry FROM envelope ORDER BY last_entry"
        return [name for name, _ in file.execute(query)]


def test_what_was_sold_arrives_once_and_in_order(shop: Shop, lane: Lane) -> None:
    lane.sell(30)
    lane.send()
    lane.sell(5)
    lane.send()
    assert stored(shop, lane) == sent(lane)
    assert lane.outbox.mark().unsent == 0


def test_a_service_killed_and_started_again_misses_nothing(shop: Shop, lane: Lane) -> None:
    lane.sell(3)
    lane.send()
    shop.kill()
    lane.sell(20)
    lane.send(steps=2)
    assert lane.uploader.trouble.code == "unreachable"
    shop.start()
    lane.send()
    assert stored(shop, lane) == sent(lane)


def test_a_disk_restored_from_an_old_image_begins_an_epoch_and_loses_nothing(
    shop: Shop, lane: Lane, tmp_path: Path
) -> None:
    lane.sell(4)
    lane.send()
    image = tmp_path / "image" / lane.folder.name
    lane.journal.close()
    shutil.copytree(lane.folder, image)
    who, before = lane.client.identity, sent(lane)
    with open_lane(image, who) as restored:
        restored.sold = 900
        restored.sell(3)
        restored.send()
        assert restored.outbox.mark().unsent == 0
        mark_of_image = restored.outbox.mark()
        with open_lane(lane.folder, who) as old:  # the other disk comes back: its numbers are taken now
            old.sold = 950
            old.sell(2)
            old.send()
            assert old.outbox.mark().unsent == 0
            assert old.outbox.mark().epoch > mark_of_image.epoch
            assert sorted(stored(shop, old)) == sorted({*before, *sent(restored), *sent(old)})


def test_a_service_restored_from_yesterday_gets_again_what_it_lost(
    shop: Shop, lane: Lane, tmp_path: Path
) -> None:
    lane.sell(5)
    lane.send()
    shop.run("backup", str(tmp_path / "yesterday.db"))
    lane.sell(5)
    lane.send()
    shop.kill()
    for left in shop.folder.glob("store.db*"):
        left.unlink()
    shutil.copyfile(tmp_path / "yesterday.db", shop.folder / "store.db")
    shop.run("restored")
    shop.start()
    lane.sell(1)
    lane.send()
    assert stored(shop, lane) == sent(lane)


def test_a_wrong_code_is_refused_in_words(shop: Shop) -> None:
    answer = enrol(shop.url, "1-7-AAAA-AAAA-AAAA-AAAA", "7", "1")
    assert isinstance(answer, Refused)
    assert answer.detail


def test_a_clock_that_is_years_wrong_is_put_right_by_the_first_answer(
    shop: Shop, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = StoreClient(lane.client.identity)
    client.clock.told(0)
    lane.client, lane.uploader._service = client, client
    lane.sell(1)
    lane.send()
    assert stored(shop, lane) == sent(lane)


def test_somebody_elses_key_is_refused(shop: Shop, lane: Lane) -> None:
    stranger = enrolled(shop, "99")
    thief = msgspec.structs.replace(lane.client.identity, private_key=stranger.private_key)
    client = StoreClient(thief)
    answer = client.rows("store:1", 0, "")
    client.close()
    assert isinstance(answer, Refused)
    assert answer.status == 401


def test_a_new_key_counts_and_the_lane_goes_on_with_it(shop: Shop, lane: Lane, tmp_path: Path) -> None:
    saved: list[Identity] = []
    rotation = Rotation(lane.client, lane.client.clock.now, saved.append)
    rotation.step()
    rotation.want()
    rotation.step()
    assert saved[-1].private_key != saved[0].private_key
    lane.sell(2)
    lane.send()
    with open_lane(tmp_path / "again", saved[-1]) as again:
        assert not isinstance(again.client.rows("store:1", 0, ""), Refused | Unreachable)
    assert stored(shop, lane) == sent(lane)
