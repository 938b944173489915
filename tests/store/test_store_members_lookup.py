"""POST /v1/members/lookup: a hash in, a pseudonym out, with the balance of this moment."""

import datetime
from typing import Any

import msgspec
from litestar.testing import TestClient
from store_lane_door import door
from store_world import ManualClock

from retail import points as rules
from retail.member import Member
from retail.wire.members import MEMBER_PATH, FindMember, FoundMember
from store.data.database import Database
from store.data.people import points
from store.data.people.members import Members, Terms
from store.identity import lookup
from store.identity.shredding import Person
from store.identity.vault import Vault
from store.lanes import members_lookup
from store.settings import Settings

VAULT = Vault(bytes(32))
CARD = ("card", "2100000079193")


def find(client: TestClient[Any], key: str) -> Any:
    raw = msgspec.json.encode(FindMember(key=key))
    return client.post(MEMBER_PATH, content=raw, headers={"content-type": "application/json"})


def test_a_member_is_found_by_hash_with_the_balance_of_now(
    settings: Settings, database: Database, clock: ManualClock
) -> None:
    person = Person(name="Ada Adams", credentials=(CARD,))
    member_id = database.write_sync(
        lambda one: Members(VAULT).add(one, "s1", person, Terms(tier="gold"), who="anna", at=clock())
    )
    entry = rules.Entry(
        entry_id="e1", kind="earn", points=70, transaction_id="t1", day=datetime.date(2027, 1, 15)
    )
    database.write_sync(lambda one: points.book(one, "s1", member_id, [entry], clock()))
    with door(settings, database, clock, [members_lookup.room]) as client:
        answer = find(client, lookup.member_lookup(VAULT, *CARD))
        assert "Ada" not in answer.text
        assert msgspec.json.decode(answer.content, type=FoundMember).member == Member(
            member_id=member_id, tier="gold", points=70, order_number=1
        )
        assert find(client, "0" * 64).json() == {"member": None}
        for wrong in ("", "0" * 63, "x" * 64, "2100000079193"):
            assert find(client, wrong).status_code == 400
