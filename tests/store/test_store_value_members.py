"""Members' balances: one account each, in the export, and what becomes of it when they are forgotten."""

import functools
import json

import sqlalchemy as sa

from retail.stored_value.account import HOLD_US, Outcome
from retail.stored_value.limits import ValueLimits
from store.data import audit
from store.data.database import Database
from store.data.people.members import Members, Terms
from store.data.stored_value import value, value_books, value_cards
from store.data.stored_value.value import Origin
from store.identity.shredding import Person
from store.identity.vault import Vault

NOW = 1_800_000_000_000_000
PEOPLE = Members(Vault(bytes(range(32))))
STAFF = Origin(store_id="1", who="max", why="paid at the counter")


def join(database: Database) -> str:
    return database.write_sync(
        lambda one: PEOPLE.add(one, "1", Person(name="Ada"), Terms(), who="max", at=NOW, why="joined")
    )


def balance(database: Database, member_id: str, amount: int = 2000) -> str:
    def job(connection: sa.Connection) -> str | None:
        account = value_cards.open_member(connection, member_id, currency="EUR", origin=STAFF, at=NOW)
        if account is not None:
            value.load(connection, account, "p1", amount, ValueLimits(), origin=STAFF, at=NOW)
        return account

    account = database.write_sync(job)
    assert account is not None
    return account


def erase(database: Database, member_id: str) -> None:
    assert database.write_sync(
        lambda one: PEOPLE.erase(one, "1", member_id, who="max", at=NOW, why="asked for it")
    )


def row(database: Database, account: str) -> value_books.AccountRow:
    found = database.read_sync(lambda one: value_books.one(one, account))
    assert found is not None
    return found


def test_a_member_has_one_balance_and_it_is_in_their_export(database: Database) -> None:
    member_id = join(database)
    account = balance(database, member_id)
    assert balance(database, member_id) == account
    raw = database.write_sync(lambda one: PEOPLE.export(one, "1", member_id, who="max", at=NOW, why="asked"))
    assert raw is not None
    told = json.loads(raw)["stored_value"]
    assert told["account"]["balance_minor"] == 2000
    assert {(one["book"], one["amount_minor"]) for one in told["entries"]} == {
        ("balance", 2000),
        ("paid_in", -2000),
    }
    deeds = database.read_sync(lambda one: audit.newest(one, "1", what=member_id))
    assert deeds[0].action == "member.export"


def test_nobody_has_a_balance_who_is_not_a_member(database: Database) -> None:
    member_id = join(database)
    erase(database, member_id)
    for name in (member_id, "m-nobody"):
        opened = functools.partial(
            value_cards.open_member, member_id=name, currency="EUR", origin=STAFF, at=NOW
        )
        assert database.write_sync(opened) is None


def test_a_forgotten_members_balance_leads_to_nobody_and_is_still_owed(database: Database) -> None:
    member_id = join(database)
    account = balance(database, member_id)
    erase(database, member_id)
    assert database.read_sync(lambda one: value_books.of_member(one, member_id)) is None
    told = database.read_sync(lambda one: value_books.statement(one, account))
    assert told is not None
    assert (told.account.state, told.account.balance_minor) == ("closed", 0)
    assert ("unclaimed", 2000) in {(one.book, one.amount_minor) for one in told.entries}
    assert member_id not in repr(told)
    assert database.read_sync(value_books.faults) == []


def test_a_purchase_under_way_is_paid_though_the_member_is_forgotten_meanwhile(database: Database) -> None:
    member_id = join(database)
    account = balance(database, member_id)
    for transaction in ("t1", "t2"):
        hold = functools.partial(
            value.hold,
            account_id=account,
            transaction_id=transaction,
            amount_minor=500,
            currency="EUR",
            ask_no=1,
            origin=STAFF,
            at=NOW,
        )
        assert database.write_sync(hold) is not None
    erase(database, member_id)
    assert row(database, account).balance_minor == 1000
    taken = database.write_sync(lambda one: value.capture(one, account, "t1", 500, origin=STAFF, at=NOW))
    assert taken is not None
    assert taken.outcome is Outcome.DONE
    database.write_sync(lambda one: value.sweep(one, at=NOW + HOLD_US))
    assert row(database, account).balance_minor == 0
    assert database.read_sync(value_books.faults) == []
