"""Settings from the back office to a lane and back: signed there, checked here, told on the fleet's page."""

import io
import re
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from sync_world import Shop, enrolled

from kiosk.app.operated import Operated, operated
from kiosk.app.settings import load
from kiosk.app.settings.kept import Kept
from kiosk.app.store_line import ReplicaKeeper
from kiosk.database.catalogue import CatalogueStore
from kiosk.database.journal import Journal
from kiosk.sync.backoff import Backoff
from kiosk.sync.client import StoreClient
from kiosk.sync.follower import Follower
from kiosk.sync.identity import Identity
from kiosk.sync.settings import SettingsUnfitError, UnknownSettingsKeyError, read_layers
from retail.wire.live import LaneCommand
from retail.wire.settings import row_key

DEADLINE_S = 30.0
PAGE = {"accept": "text/html"}
FILE = """\
[lane]
folder = "lane"
[shop]
name = "Lindenkorb"
catalogue = "goods.csv"
[terminal]
port = "/dev/ttyS0"
[printer]
port = "/dev/ttyS1"
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    made = Shop(tmp_path_factory.mktemp("shop"))
    made.people = msgspec.json.decode(made.run("init", "--demo", "--json"))["people"]
    made.start()
    yield made
    made.kill()


class Browser:
    """A manager in the back office."""

    def __init__(self, shop: Shop) -> None:
        who = next(one for one in shop.people if one["role"] == "manager")
        self.http = httpx.Client(base_url=shop.url)
        login = {"login": who["login"], "password": who["password"]}
        self.csrf = self.http.post("/office/login", json=login).json()["csrf"]

    def send(self, path: str, **fields: str) -> httpx.Response:
        headers = {"x-csrf-token": self.csrf, **PAGE}
        return self.http.post(path, data=fields, headers=headers)


class LaneHere:
    """A lane's settings, its data and its line to the service, without screen and devices."""

    def __init__(self, folder: Path, who: Identity) -> None:
        self.config = folder / "kiosk.toml"
        self.config.write_text(FILE, encoding="utf-8")
        self.folder = folder / "lane"
        self.who = who
        self.kept = Kept(self.folder)
        self.kept.note_file(self.config)
        Journal.open(self.folder).close()
        self.store = CatalogueStore(self.folder)
        self.client = StoreClient(who)
        self.operated: Operated = operated(self.folder, self.store, self.client, lambda: None)
        self.follower = Follower(
            who, self.client, ReplicaKeeper(self.store), self.folder, self.operated.changed,
            Backoff(lambda: 0.0), lambda: 0.0,
        )  # fmt: skip

    def follow(self) -> None:
        self.follower.step()
        assert self.follower.trouble == ""

    def close(self) -> None:
        self.operated.stop()
        self.client.close()
        self.store.close()


@pytest.fixture
def lane(shop: Shop, tmp_path: Path) -> Iterator[LaneHere]:
    made = LaneHere(tmp_path, enrolled(shop, tmp_path.name[-12:]))
    yield made
    made.close()


@pytest.fixture
def browser(shop: Shop) -> Iterator[Browser]:
    made = Browser(shop)
    yield made
    made.http.close()


def test_what_a_manager_saves_a_lane_takes_and_tells(browser: Browser, lane: LaneHere) -> None:
    for layer, holder, value in (("store", "", "4"), ("lane", lane.who.terminal_id, "5")):
        fields = {"layer": layer, "holder": holder, "why": "a test", "set.timers.paid_s": value}
        assert browser.send("/office/settings", **fields).status_code == 303
    lane.follow()
    now = lane.operated.told()["settings"]
    assert now.state == "waiting"
    assert now.wanted["lane"] == 1
    layers = read_layers(dict(lane.store.settings("layer:")), lane.who.store_id, lane.who.terminal_id,
                         lane.who.service_keys)  # fmt: skip
    lane.kept.stage(layers, [])
    lane.kept.begin()
    assert load(lane.config).timers.paid_s == 5.0
    lane.kept.confirm()
    lane.operated.changed()  # as after the start
    now = lane.operated.told()["settings"]
    assert (now.state, now.layers["lane"]) == ("good", 1)


def rows_of(browser: Browser, lane: LaneHere) -> dict[str, bytes]:
    fields = {"layer": "lane", "holder": lane.who.terminal_id, "why": "a test", "set.timers.paid_s": "6"}
    assert browser.send("/office/settings", **fields).status_code == 303
    lane.follow()
    return dict(lane.store.settings("layer:"))


def test_a_layer_that_was_changed_or_made_for_another_lane_is_not_taken(
    browser: Browser, lane: LaneHere
) -> None:
    rows, who = rows_of(browser, lane), lane.who
    key = row_key("lane")

    def read(told: dict[str, bytes], terminal_id: str = who.terminal_id, keys: Any = who.service_keys) -> Any:
        return read_layers(told, who.store_id, terminal_id, keys)

    assert read(rows)
    with pytest.raises(SettingsUnfitError, match="signature"):
        read({**rows, key: rows[key].replace(b"6.0", b"9.0")})
    with pytest.raises(SettingsUnfitError, match="made for lane"):
        read(rows, terminal_id="1-999")
    with pytest.raises(SettingsUnfitError, match="made for lane"):
        read({**rows, row_key("store"): rows[key]})
    with pytest.raises(SettingsUnfitError, match="cannot be read"):
        read({**rows, key: b"\xff"})
    with pytest.raises(UnknownSettingsKeyError):
        read(rows, keys={})


def test_a_lane_that_knows_no_such_key_asks_for_the_services_keys(browser: Browser, lane: LaneHere) -> None:
    lane.follow()
    asked = threading.Event()
    lane.operated.unknown_key = asked.set
    keys, lane.client.identity = lane.who, msgspec.structs.replace(lane.who, service_keys={})
    rows_of(browser, lane)
    assert asked.is_set()
    assert "unknown key" in lane.operated.told()["settings"].reasons[0]
    lane.client.identity = keys
    assert lane.operated.told()["settings"].reasons == ()  # looked at again with the next beat


def test_support_is_sent_when_the_service_asks_for_it(browser: Browser, lane: LaneHere) -> None:
    done = lane.operated.carry_out(LaneCommand(command_id="1", name="support", by="max"))
    assert done.outcome == "done"
    page = f"/office/fleet/{lane.who.terminal_id}"
    link, deadline = None, time.monotonic() + DEADLINE_S
    while link is None:
        assert time.monotonic() < deadline, "nothing came to the service"
        link = re.search(rf"{page}/bundles/[\w-]+", browser.http.get(page, headers=PAGE).text)
    answer = browser.http.get(link[0])
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "about.json" in archive.namelist()
        assert b'"asked_by": "max"' in archive.read("about.json")


def test_a_lane_without_updater_says_so(lane: LaneHere) -> None:
    done = lane.operated.carry_out(LaneCommand(command_id="1", name="update"))
    assert (done.outcome, done.reason) == ("refused", "no updater looks after this lane")
    assert lane.operated.told()["update"] is None
