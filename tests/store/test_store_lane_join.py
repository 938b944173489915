"""Joining at a lane, at the store: one member however often asked, and a phone that tells the lane."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient
from store_lane_door import door
from store_world import ManualClock

from retail.wire import joining as jn
from store.data.database import Database
from store.data.people import consents
from store.data.people.members import Members
from store.identity import lane_joins, vault
from store.lanes import joining
from store.settings import Settings

Client = TestClient[Any]
ASKED = {
    "transaction_id": "t1",
    "ask_no": 1,
    "phone": "0171 765 5443",
    "agreed": ["club", "interests"],
    "language": "de",
}


@pytest.fixture
def client(settings: Settings, database: Database, clock: ManualClock) -> Iterator[Client]:
    with door(settings, database, clock, (joining.room,)) as opened:
        yield opened


def join(client: Client, **more: Any) -> jn.Joined:
    answer = client.post(jn.JOIN_PATH, json=ASKED | more)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=jn.Joined)


def test_a_new_member_has_what_they_agreed_to_and_nothing_else(
    client: Client, database: Database, settings: Settings
) -> None:
    told = join(client)
    assert told.member is not None
    member_id = told.member.member_id
    agreed = database.read_sync(lambda one: consents.now(one, member_id))
    assert {purpose for purpose, is_given in agreed.items() if is_given} == {"club", "interests"}
    people = Members(vault.load(settings.folder))
    record = database.write_sync(lambda one: people.look(one, "s1", member_id, who="x", at=1, why="test"))
    assert record is not None
    assert record.person is not None
    assert record.person.phone == "+491717655443"


def test_the_same_question_is_the_same_member_and_a_known_number_joins_nobody(client: Client) -> None:
    first = join(client)
    assert join(client) == first
    assert join(client, ask_no=2).reason == "known"
    assert join(client, transaction_id="t2").reason == "known"
    assert join(client, phone="+49 (0)171 7655443", transaction_id="t3").reason == "known"


def test_without_agreement_or_a_number_nobody_joins(client: Client) -> None:
    assert join(client, agreed=["interests"]).reason == "consent"
    assert join(client, phone="hello").reason == "unreadable"
    for wrong in ({"phone": "1" * 99}, {"transaction_id": ""}, {"agreed": ["x"] * 99}):
        assert client.post(jn.JOIN_PATH, json=ASKED | wrong).status_code == 400


def test_a_code_for_a_phone_names_the_purchase_and_is_over_in_ten_minutes(
    client: Client, settings: Settings, clock: ManualClock
) -> None:
    answer = client.post(jn.BEGIN_PATH, json={"transaction_id": "t1", "ask_no": 1})
    word = msgspec.json.decode(answer.content, type=jn.JoinBegun).url.rpartition("/")[2]
    keys = vault.load(settings.folder)
    read = lane_joins.read(keys, word, clock())
    assert read is not None
    assert (read.transaction_id, read.store_id) == ("t1", "s1")
    for changed in (word[:-1] + ("0" if word[-1] != "0" else "1"), "x" + word, word + "é", "", "a.b"):
        assert lane_joins.read(keys, changed, clock()) is None
    assert lane_joins.read(keys, word, clock() + lane_joins.LIFE_S * 1_000_000) is None


def test_nobody_is_found_by_a_phone_nobody_has(client: Client) -> None:
    asked = {"transaction_id": "t1", "ask_no": 1, "subject": "NOBODY"}
    told = msgspec.json.decode(client.post(jn.FIND_PATH, json=asked).content, type=jn.Joined)
    assert (told.member, told.reason) == (None, "unknown")
