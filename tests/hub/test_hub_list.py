"""The list a hub keeps of its shop: signed by the service, never older, never another store's."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hub_world import ServiceHouse
from litestar.testing import TestClient

from benchmarks.store_lane import Lane
from retail.wire.hub import SHOP_PATH, HubShop
from store.app import ROOMS, create_app
from store.hub import identity
from store.hub.identity import HubError, HubIdentity
from store.hub.link import HubClock, Link, is_same
from store.identity import keyring


@pytest.fixture
def shop(folder: Path) -> HubShop:
    return msgspec.json.decode((folder / identity.SHOP).read_bytes(), type=HubShop)


def test_a_list_that_the_service_did_not_sign_is_refused(folder: Path, shop: HubShop) -> None:
    who = identity.load(folder)
    key_id, private = keyring.make()
    own = keyring.Keyring([keyring.from_private(key_id, private)])
    unsigned = msgspec.structs.replace(shop, people=())
    forged = msgspec.structs.replace(shop, key_id=key_id, signature="")
    forged = msgspec.structs.replace(forged, signature=own.sign(forged.signed_bytes())[1])
    for told, fault in ((unsigned, "not signed"), (forged, "does not know")):
        with pytest.raises(HubError, match=fault):
            identity.accepted(who, msgspec.json.encode(told), None)
    for raw in (b"", b"{}", b'{"store_id": 1}'):
        with pytest.raises(HubError, match="not readable"):
            identity.accepted(who, raw, None)


def test_another_stores_list_or_an_older_one_is_refused(folder: Path, shop: HubShop) -> None:
    key_id, private = keyring.make()
    own = keyring.Keyring([keyring.from_private(key_id, private)])
    who = msgspec.structs.replace(identity.load(folder), service_keys=own.public_keys())

    def signed(**changes: Any) -> bytes:
        told = msgspec.structs.replace(shop, key_id=key_id, signature="", **changes)
        return msgspec.json.encode(msgspec.structs.replace(told, signature=own.sign(told.signed_bytes())[1]))

    known = identity.accepted(who, signed(), None)
    with pytest.raises(HubError, match="older"):
        identity.accepted(who, signed(made_at=known.made_at - 1), known)
    with pytest.raises(HubError, match="another store"):
        identity.accepted(who, signed(store_id="2"), None)


def test_the_list_is_kept_over_a_restart_and_its_files_are_private(folder: Path, shop: HubShop) -> None:
    again = Link(folder, identity.load(folder), HubClock())
    assert again.shop == shop
    assert {file.stat().st_mode & 0o777 for file in folder.glob("*.json")} == {0o600}
    assert "badge_secret" not in repr(shop)


def test_a_list_says_the_same_whenever_it_was_made(shop: HubShop) -> None:
    assert is_same(shop, msgspec.structs.replace(shop, made_at=shop.made_at + 1))
    assert not is_same(shop, msgspec.structs.replace(shop, people=()))
    assert not is_same(None, shop)


def test_a_hub_that_was_never_enrolled_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(HubError, match="store hub --enrol"):
        identity.load(tmp_path)


def test_a_hub_may_read_its_list_and_nothing_else(house: ServiceHouse, folder: Path) -> None:
    who: HubIdentity = identity.load(folder)
    device = Lane(who.terminal_id)
    device.private = who.key()
    with TestClient(create_app(house.settings, house.database, rooms=ROOMS)) as client:
        json = {"content-type": "application/json"}
        wish = msgspec.json.encode(device.token_request())
        device.token = client.post("/v1/token", content=wish, headers=json).json()["token"]
        assert client.get(SHOP_PATH, headers=device.headers("GET", SHOP_PATH)).status_code == 200
        for method, path in (("POST", "/v1/tx"), ("POST", "/v1/key")):
            answer = client.request(method, path, headers=device.headers(method, path))
            assert answer.json()["code"] == "wrong_device"
