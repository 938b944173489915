"""What a hub keeps as rows: exactly the list, its own guesses, and nothing that is over for long."""

import base64
from typing import Any

import msgspec
import pytest

from retail.wire.hub import HubLane, HubPerson, HubShop, HubVoucher
from store.data import audit
from store.data.database import Database
from store.data.lanes import alerts, events, lane_status, terminals
from store.data.people import staff
from store.data.replication import hub_copy
from store.identity.lockout import TRIES_MAX

NOW = 1_800_000_000_000_000
SECOND = 1_000_000
KEYS = tuple(base64.b64encode(bytes([number]) * 32).decode() for number in range(3))


@pytest.fixture
def store_dsn(sqlite_dsn: str) -> str:
    return sqlite_dsn


def lane(number: int, *keys: str) -> HubLane:
    return HubLane(terminal_id=f"1-{number}", number=number, name=f"Lane {number}", keys=keys or KEYS[:1])


def person(login: str, **more: Any) -> HubPerson:
    told = {"staff_id": f"s-{login}", "name": login.title(), "role": "attendant", "number": "117", "pin": "x"}
    return HubPerson(login=login, **{**told, **more})


SHOP = HubShop(
    store_id="1", name="Shop", currency="EUR", language="en", timezone="Europe/Berlin", made_at=NOW,
    lanes=(lane(1), lane(2)), people=(person("anna"), person("ben", number="118")), badge_secret="00",
    pictures_s=0, voucher=HubVoucher(store_id="1", hub_id="1-9", keys=(), made_at=NOW, until=NOW),
)  # fmt: skip


def keep(database: Database, **changes: Any) -> None:
    shop = msgspec.structs.replace(SHOP, **changes)
    database.write_sync(lambda connection: hub_copy.keep(connection, shop, NOW))


def people(database: Database) -> dict[str, str]:
    found = database.read_sync(lambda connection: list(staff.listed(connection, "1")))
    return {one.login: one.name for one in found}


def test_after_a_list_exactly_its_lanes_and_people_are_there(database: Database) -> None:
    keep(database)
    keep(database)
    assert people(database) == {"anna": "Anna", "ben": "Ben"}
    keep(database, lanes=(lane(2, *KEYS[1:]), lane(3)), people=(person("anna", name="Anne"),))
    assert people(database) == {"anna": "Anne"}
    listed = database.read_sync(lambda connection: list(terminals.listed(connection, "1")))
    assert [(one.name, one.state) for one in listed] == [("Lane 2", "active"), ("Lane 3", "active")]
    device = database.read_sync(lambda connection: terminals.device(connection, "1", "1-2"))
    assert device is not None
    assert {key.public for key in device.keys} == {bytes([1]) * 32, bytes([2]) * 32}


def test_people_who_swap_their_logins_are_kept_right(database: Database) -> None:
    keep(database)
    keep(database, people=(person("ben", staff_id="s-anna"), person("anna", staff_id="s-ben")))
    found = database.read_sync(lambda connection: list(staff.listed(connection, "1")))
    assert {one.login: one.staff_id for one in found} == {"ben": "s-anna", "anna": "s-ben"}


def test_a_list_takes_no_guess_back(database: Database) -> None:
    keep(database)
    for _ in range(TRIES_MAX):
        database.write_sync(lambda connection: staff.open_attempt(connection, "1", number="117", at=NOW))
    keep(database, people=(person("anna", name="Anne"),))
    attempt = database.write_sync(
        lambda connection: staff.open_attempt(connection, "1", number="117", at=NOW)
    )
    assert attempt is not None
    assert attempt.is_locked


def test_an_empty_number_is_nobodys(database: Database) -> None:
    keep(database, people=(person("anna", number=""),))
    assert database.write_sync(lambda connection: staff.open_attempt(connection, "1", at=NOW)) is None


def test_a_lane_that_left_the_list_leaves_nothing_that_waits(database: Database) -> None:
    keep(database)
    for number in (1, 2):
        raise_alert(database, f"a-{number}", f"1-{number}", NOW)
    keep(database, lanes=(lane(2),))
    waiting = database.read_sync(lambda connection: list(alerts.still_open(connection, "1")))
    assert [one.terminal_id for one in waiting] == ["1-2"]


def test_a_start_begins_with_nothing_that_waits_and_nobody_there(database: Database) -> None:
    keep(database)
    raise_alert(database, "a-1", "1-1", NOW)
    database.write_sync(lambda connection: hub_copy.begin(connection, "1", NOW))
    assert database.read_sync(lambda connection: list(alerts.still_open(connection, "1"))) == []
    told = database.read_sync(lambda connection: list(lane_status.listed(connection, "1", NOW)))
    assert [one for one in told if one.is_connected] == []


def test_what_is_over_for_a_week_is_thrown_away_and_what_waits_is_not(database: Database) -> None:
    at = NOW - (hub_copy.KEPT_S + 1) * SECOND
    for name in ("over", "open"):
        raise_alert(database, name, "1-1", at)

    def old(connection: Any) -> None:
        alerts.clear(connection, "1", "over", "1-1", at)
        for when in (at, NOW):
            audit.note(connection, "1", who="anna", action="lane.command", what="1-1", at=when)

    database.write_sync(old)
    database.write_sync(lambda connection: hub_copy.forget(connection, "1", NOW))
    read = database.read_sync
    assert read(lambda connection: alerts.get(connection, "1", "over")) is None
    assert read(lambda connection: alerts.get(connection, "1", "open")) is not None
    assert len(read(lambda connection: list(audit.newest(connection, "1", what="1-1")))) == 1
    assert read(lambda connection: list(events.after(connection, "1", 0, 100))) == []


def raise_alert(database: Database, name: str, terminal_id: str, at: int) -> None:
    database.write_sync(
        lambda connection: alerts.open_alert(
            connection, "1", terminal_id=terminal_id, kind="help", text="Help", alert_id=name, source="lane",
            at=at,
        )
    )  # fmt: skip
