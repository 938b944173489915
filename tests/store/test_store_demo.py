"""The demo shop from nothing to a lane that holds all of it, through the whole service as it ships."""

import hashlib
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard
from litestar.testing import TestClient

from benchmarks.store_lane import Lane
from retail.catalogue import read_csv
from retail.terms import read_terms
from retail.wire import identity, scarce
from retail.wire.feed import SNAPSHOT_FILE_PATH, FeedPage, SnapshotManifest
from store import cli
from store.app import create_app
from store.cli import demo
from store.data.clock import now_us
from store.data.database import Database
from store.data.goods import catalogue, labels, stories
from store.data.goods.stories import Story
from store.settings import Settings


@pytest.fixture
def environment(sqlite_dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STORE_DSN", sqlite_dsn)
    monkeypatch.setenv("STORE_FOLDER", str(tmp_path / "service"))
    return Settings(dsn=sqlite_dsn, folder=tmp_path / "service", project=False)


def made(capsys: pytest.CaptureFixture[str]) -> demo.Demo:
    assert cli.main(["init", "--demo", "--json"]) == 0
    return msgspec.json.decode(capsys.readouterr().out, type=demo.Demo)


def post(client: TestClient[Any], path: str, body: msgspec.Struct, lane: Lane | None = None) -> Any:
    raw = msgspec.json.encode(body)
    headers = lane.headers("POST", path, raw) if lane is not None else {}
    answer = client.post(path, content=raw, headers={**headers, "content-type": "application/json"})
    assert answer.status_code == 200, answer.text
    return answer.content


def get(client: TestClient[Any], lane: Lane, target: str) -> bytes:
    answer = client.get(target, headers=lane.headers("GET", target, b""))
    assert answer.status_code == 200, answer.text
    content: bytes = answer.content
    return content


def test_a_lane_gets_the_whole_demo_shop(environment: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    shop = made(capsys)
    with Database.open(environment.dsn) as database:
        with TestClient(create_app(environment, database)) as client:
            lane = Lane(clock=now_us)
            post(client, identity.ENROL_PATH, lane.enrol_request(shop.code))
            lane.terminal_id = shop.terminal_id
            token = msgspec.json.decode(
                post(client, identity.TOKEN_PATH, lane.token_request()), type=identity.Token
            )
            lane.token = token.token
            manifest = msgspec.json.decode(
                get(client, lane, f"/v1/snapshot/store:{shop.store_id}?wire=1"), type=SnapshotManifest
            )
            target = SNAPSHOT_FILE_PATH.format(scope=f"store:{shop.store_id}", sha256=manifest.sha256)
            packed = get(client, lane, target)
            after = manifest.positions[f"store:{shop.store_id}"]
            page = msgspec.json.decode(
                get(
                    client, lane, f"/v1/feed/store:{shop.store_id}?after={after}&epoch={manifest.feed_epoch}"
                ),
                type=FeedPage,
            )
            asked = scarce.HoldCoupon(transaction_id="t1", redemption_key="a/1", coupon_id="a")
            held = msgspec.json.decode(
                post(client, scarce.COUPON_HOLD_PATH, asked, lane), type=scarce.CouponHold
            )
        file = database.read_sync(lambda one: catalogue.terms_file(one, shop.store_id))
    unpacked = zstandard.ZstdDecompressor().decompress(packed)
    assert hashlib.sha256(unpacked).hexdigest() == manifest.unpacked_sha256
    assert (page.rows, page.more) == ((), False)
    assert held.verdict == "held"
    own = json.loads((demo.FOLDER / "offers.json").read_text())["offers"]
    personal = json.loads((demo.FOLDER / "personal_offers.json").read_text())
    names = {one["id"] for one in (*personal, *own)}
    assert {one.id for one in read_terms(file, "EUR").offers} == names
    goods = read_csv((demo.FOLDER / "catalogue.csv").read_text(encoding="utf-8"))
    assert page.count >= len(goods)


def test_the_demo_can_be_made_again(environment: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = made(capsys), made(capsys)
    assert all(line.endswith("nothing changed") for line in second.imported)
    assert (first.terminal_id, [one.login for one in first.people]) == (
        second.terminal_id,
        [one.login for one in second.people],
    )
    secrets = {first.code, second.code, *(one.password for one in (*first.people, *second.people))}
    assert len(secrets) == 6


def test_import_names_what_is_wrong_and_says_so_with_its_exit_code(
    environment: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "goods.csv"
    wrong.write_text("gtin,name\n1,x\n", encoding="utf-8")
    assert cli.main(["import", str(wrong)]) == 1
    assert "the header lacks price_minor" in capsys.readouterr().err
    assert cli.main(["import", str(tmp_path / "nowhere.csv")]) == 1
    assert "nowhere.csv" in capsys.readouterr().err
    assert cli.main(["import", str(demo.FOLDER / "catalogue.csv")]) == 0
    assert "new or changed" in capsys.readouterr().out


def test_the_demo_tells_stories_and_hangs_labels_once_and_keeps_what_the_office_wrote(
    environment: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    made(capsys)
    told = json.loads((demo.FOLDER / "stories.json").read_text())
    with Database.open(environment.dsn) as database:
        key = next(iter(told))
        mine = Story(story={"": "Ours."})
        database.write_sync(lambda one: stories.put(one, "1", key, mine, by="max", at=now_us()))
        made(capsys)
        found = database.read_sync(lambda one: stories.of(one, "1", list(told)))
        hung = database.read_sync(lambda one: labels.listed(one, "1", limit=10))
    assert found.keys() == told.keys()
    assert found[key] == mine
    assert sorted(one.product_key for one in hung) == sorted(told)
