"""Members: kept apart from their names, found by hash, exported, forgotten; points booked and held once."""

import datetime
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from retail.check import BrokenInvariantError
from retail.member import Member
from retail.points import Entry
from store.data import audit, rules
from store.data.database import Database
from store.data.people import members, points
from store.data.people.members import Members, Terms
from store.data.replication import feed_pages
from store.data.schema import whole
from store.data.schema.feed import CHAIN
from store.identity import lookup
from store.identity.shredding import Person
from store.identity.vault import Vault

SECOND = 1_000_000
NOW = 1_800_000_000 * SECOND
DAY = datetime.date(2027, 1, 15)
CARD, PHONE = ("card", "2100000000012"), ("phone", "+491712345678")
ADA = Person(name="Ada Lovelace", email="ada@example.org", phone="+49 171 2345678", credentials=(CARD, PHONE))
GOLD = Terms(tier="gold", groups=("family",), order_number=3, stamps={"coffee": 4})
KEYS = Vault(bytes(range(32)))
PEOPLE = Members(KEYS)


def add(database: Database, person: Person = ADA, terms: Terms = GOLD, **more: Any) -> str:
    return database.write_sync(
        lambda connection: PEOPLE.add(
            connection, "1", person, terms, who="anna", at=NOW, why="joined", **more
        )
    )


def erase(database: Database, member_id: str) -> bool:
    return database.write_sync(
        lambda connection: PEOPLE.erase(connection, "1", member_id, who="anna", at=NOW, why="asked for it")
    )


def look(database: Database, member_id: str) -> Any:
    return database.write_sync(
        lambda connection: PEOPLE.look(connection, "1", member_id, who="anna", at=NOW, why="at the desk")
    )


def fed(database: Database) -> dict[str, bytes | None]:
    """What lanes are told of members: hash to body; None: gone."""
    page = database.read_sync(
        lambda connection: feed_pages.page(connection, "1", CHAIN, after=0, limit=2000, wire=1)
    )
    rows = page.rows if page is not None else ()
    return {row.key: row.body if row.op == "put" else None for row in rows if row.kind == members.KIND}


def entry(name: str, kind: Any, count: int, transaction: str = "t-1") -> Entry:
    return Entry(entry_id=name, kind=kind, points=count, transaction_id=transaction, day=DAY)


def book(database: Database, member_id: str, *entries: Entry) -> int:
    return database.write_sync(lambda connection: points.book(connection, "1", member_id, entries, NOW))


def hold(database: Database, member_id: str, transaction: str, count: int, at: int = NOW) -> points.Held:
    return database.write_sync(
        lambda connection: points.hold(
            connection, member_id, transaction, count, store_id="1", terminal_id="1-1", at=at
        )
    )


# --- who they are ----------------------------------------------------------------------------------------


def test_lanes_are_told_a_pseudonym_under_a_hash_of_each_card(database: Database) -> None:
    member_id = add(database)
    expected = Member(
        member_id=member_id, tier="gold", groups=("family",), order_number=3, stamps={"coffee": 4}
    )
    told = fed(database)
    assert set(told) == {lookup.member_lookup(KEYS, *CARD), lookup.member_lookup(KEYS, *PHONE)}
    for body in told.values():
        assert body is not None
        assert json.loads(body) == {
            "member_id": member_id,
            "tier": "gold",
            "groups": ["family"],
            "order_number": 3,
            "points": 0,
            "stamps": {"coffee": 4},
            "uses": [],
        }
        assert expected.member_id in body.decode()


def test_nothing_in_the_tables_names_a_person(database: Database) -> None:
    member_id = add(database)
    look(database, member_id)
    erase(database, add(database, Person(name="Grace Hopper", credentials=(("card", "2100000000029"),))))

    def everything(connection: sa.Connection) -> bytes:
        everywhere, found = rules.every_store(connection, "verify"), b""
        for table in whole().tables.values():
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            for row in everywhere.exec_driver_sql(f'SELECT {columns} FROM "{table.name}"'):
                found += repr(
                    [bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]
                ).encode()
        return found

    kept = database.read_sync(everything)
    assert member_id.encode() in kept
    for secret in (
        b"Ada",
        b"Lovelace",
        b"example.org",
        b"2345678",
        b"2100000000012",
        b"Grace",
        b"2100000000029",
    ):
        assert secret not in kept


def test_a_member_is_found_by_card_and_phone_and_each_look_is_noted(database: Database) -> None:
    member_id = add(database)
    for kind, value in (CARD, PHONE):
        found = database.write_sync(
            lambda connection, kind=kind, value=value: PEOPLE.find(
                connection, "1", kind, value, who="bob", at=NOW, why="lost card"
            )
        )
        assert found == member_id
    assert look(database, member_id).person == ADA
    deeds = database.read_sync(lambda connection: audit.newest(connection, "1", what=member_id))
    assert [(deed.who, deed.action, deed.why) for deed in deeds] == [
        ("anna", "member.look", "at the desk"),
        ("bob", "member.find", "lost card"),
        ("bob", "member.find", "lost card"),
        ("anna", "member.add", "joined"),
    ]


def test_a_card_belongs_to_one_member(database: Database) -> None:
    add(database)
    with pytest.raises(members.TakenError):
        add(database, Person(name="Eve", credentials=(CARD,)))
    assert len(fed(database)) == 2


def test_a_change_moves_cards_and_tells_lanes(database: Database) -> None:
    member_id = add(database)
    new = Person(name="Ada King", credentials=(PHONE, ("card", "2100000000036")))
    changed = database.write_sync(
        lambda connection: PEOPLE.change(
            connection, "1", member_id, new, Terms(tier="silver"), who="anna", at=NOW, why="married"
        )
    )
    assert changed
    told = fed(database)
    assert told[lookup.member_lookup(KEYS, *CARD)] is None
    assert b"silver" in (told[lookup.member_lookup(KEYS, "card", "2100000000036")] or b"")
    assert b"silver" in (told[lookup.member_lookup(KEYS, *PHONE)] or b"")
    assert look(database, member_id).person == new


@pytest.mark.parametrize("terms", [Terms(tier="Gold!"), Terms(order_number=0), Terms(stamps={"coffee": -1})])
def test_what_a_lane_could_not_read_is_refused(database: Database, terms: Terms) -> None:
    with pytest.raises(BrokenInvariantError):
        add(database, terms=terms)
    assert fed(database) == {}


def test_an_export_holds_everything_and_is_noted(database: Database) -> None:
    member_id = add(database)
    book(database, member_id, entry("e-1", "earn", 40))
    raw = database.write_sync(
        lambda connection: PEOPLE.export(connection, "1", member_id, who="anna", at=NOW, why="asked")
    )
    assert raw is not None
    told = json.loads(raw)
    assert told["person"]["name"] == "Ada Lovelace"
    assert told["person"]["credentials"] == [list(CARD), list(PHONE)]
    assert told["balance"]["available"] == 40
    assert [line["entry"]["entry_id"] for line in told["entries"]] == ["e-1"]
    deeds = database.read_sync(lambda connection: audit.newest(connection, "1", what=member_id))
    assert deeds[0].action == "member.export"


def test_erasing_takes_key_name_and_cards_and_tells_lanes(database: Database) -> None:
    member_id = add(database)
    book(database, member_id, entry("e-1", "earn", 40))
    assert erase(database, member_id)
    assert not erase(database, member_id)
    assert set(fed(database).values()) == {None}
    record = look(database, member_id)
    assert (record.is_erased, record.person, record.terms) == (True, None, Terms(order_number=3))
    for name in ("member_key", "member_person", "member_credential"):
        count = sa.select(sa.func.count()).select_from(whole().tables[name])
        assert database.read_sync(lambda connection, count=count: connection.execute(count).scalar()) == 0
    assert book(database, member_id, entry("e-2", "spend", 10)) == 1  # a sale that was under way still books


def test_who_was_erased_does_not_come_back_under_the_same_name(database: Database) -> None:
    member_id = add(database)
    erase(database, member_id)
    with pytest.raises(members.ErasedError):
        add(database, member_id=member_id)
    assert add(database) != member_id


def test_a_copy_made_before_the_erasure_opens_nothing_without_its_key(
    sqlite_dsn: str, tmp_path: Path
) -> None:
    """Old copies of every other table are worth nothing once the key's row is gone."""
    with Database.open(sqlite_dsn) as database:
        member_id = add(database)
        sealed = database.read_sync(
            lambda connection: connection.execute(
                sa.select(whole().tables["member_person"].c.sealed)
            ).scalar()
        )
        erase(database, member_id)
        key = database.read_sync(
            lambda connection: connection.execute(sa.select(whole().tables["member_key"].c.sealed)).scalar()
        )
    assert sealed is not None
    assert key is None
    assert b"Ada" not in sealed


# --- points ----------------------------------------------------------------------------------------------


def test_an_entry_counts_once_however_often_it_arrives(database: Database) -> None:
    member_id = add(database)
    assert book(database, member_id, entry("e-1", "earn", 40), entry("e-2", "spend", 10)) == 2
    assert book(database, member_id, entry("e-2", "spend", 10), entry("e-1", "earn", 40)) == 0
    assert look(database, member_id).balance == points.Summary(available=30, pending=0, owed=0, held=0)


def test_held_points_cannot_be_held_again_elsewhere(database: Database) -> None:
    member_id = add(database)
    book(database, member_id, entry("e-1", "earn", 100))
    first = hold(database, member_id, "t-2", 80)
    assert (first.verdict, first.points, first.held_until) == ("held", 80, NOW + points.HOLD_S * SECOND)
    assert hold(database, member_id, "t-3", 80) == points.Held(verdict="held_elsewhere", points=20)
    assert hold(database, member_id, "t-3", 200) == points.Held(verdict="refused", points=20)
    assert hold(database, member_id, "t-3", 20).verdict == "held"
    assert hold(database, member_id, "t-2", 80).verdict == "held"  # asked again: its own hold is no obstacle


def test_a_hold_ends_by_being_released_or_by_its_time(database: Database) -> None:
    member_id = add(database)
    book(database, member_id, entry("e-1", "earn", 100))
    hold(database, member_id, "t-2", 100)
    assert database.write_sync(lambda connection: points.release(connection, member_id, "t-2", NOW))
    assert not database.write_sync(lambda connection: points.release(connection, member_id, "t-2", NOW))
    assert hold(database, member_id, "t-3", 100).verdict == "held"
    later = NOW + points.HOLD_S * SECOND
    assert hold(database, member_id, "t-4", 100, at=later - 1).verdict == "held_elsewhere"
    assert hold(database, member_id, "t-4", 100, at=later).verdict == "held"


def test_points_that_were_spent_are_used_and_not_held_twice(database: Database) -> None:
    member_id = add(database)
    book(database, member_id, entry("e-1", "earn", 100))
    hold(database, member_id, "t-2", 60)
    book(database, member_id, entry("e-2", "spend", 60, "t-2"))
    assert look(database, member_id).balance == points.Summary(available=40, pending=0, owed=0, held=0)
    assert hold(database, member_id, "t-2", 60) == points.Held(verdict="used", points=60)


def test_nobody_and_the_erased_hold_nothing(database: Database) -> None:
    member_id = add(database)
    erase(database, member_id)
    for unknown in (member_id, "m-nobody"):
        assert hold(database, unknown, "t-1", 1) == points.Held(verdict="refused", points=0)


@pytest.fixture
def two(store_dsn: str, database: Database) -> Iterator[tuple[Database, Database]]:
    """Two workers on one database."""
    with Database.open(store_dsn) as other:
        yield database, other


def test_two_workers_never_hold_more_than_there_is(two: tuple[Database, Database]) -> None:
    member_id = add(two[0])
    book(two[0], member_id, entry("e-1", "earn", 100))
    verdicts: list[str] = []

    def ask(database: Database, name: str) -> None:
        for number in range(10):
            verdicts.append(hold(database, member_id, f"{name}-{number}", 30).verdict)

    threads = [
        threading.Thread(target=ask, args=(database, name)) for database, name in zip(two, "ab", strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert verdicts.count("held") == 3
    assert len(verdicts) == 20
    assert look(two[0], member_id).balance.held == 90
