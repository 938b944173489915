"""The lanes' door to stored value: verdicts with a reason, PINs, guessing, what is malformed."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient
from store_lane_door import door
from store_world import ManualClock

from retail.stored_value.account import HOLD_US
from retail.stored_value.limits import ValueLimits
from retail.wire.stored_value import VALUE_HOLD_PATH, VALUE_RELEASE_PATH, ValueHold
from store.data.database import Database
from store.data.lanes import alerts
from store.data.people.members import Members, Terms
from store.data.stored_value import value_books, value_cards
from store.data.stored_value.value import Origin
from store.front import front
from store.identity import vault
from store.identity.guesses import DEAF_S, WRONG
from store.identity.passwords import Passwords
from store.identity.shredding import Person
from store.lanes import stored_value
from store.service import Room, Service
from store.settings import Settings

Client = TestClient[Any]
WEAK = Passwords(time_cost=1, memory_kib=8)
STAFF = Origin(store_id="s1", who="max", why="sold at the counter")
CARD, OTHER = "ab" * 32, "cd" * 32
PIN = "8264"


@pytest.fixture
def client(settings: Settings, database: Database, clock: ManualClock) -> Iterator[Client]:
    def shared(service: Service) -> Room:
        service.shared[front.PASSWORDS] = WEAK
        return Room()

    with door(settings, database, clock, (shared, stored_value.room)) as opened:
        yield opened


def issue(
    database: Database, settings: Settings, amount: int = 5000, *, pin: str = "", key: str = CARD
) -> str:
    lookup = value_cards.lookup_of(vault.load(settings.folder), key)
    return database.write_sync(
        lambda one: value_cards.issue(
            one,
            lookup,
            "1234",
            amount,
            ValueLimits(),
            currency="EUR",
            origin=STAFF,
            at=0,
            pin_hash=WEAK.hash(pin) if pin else "",
        )
    )


def ask(client: Client, **more: Any) -> ValueHold:
    said = {"transaction_id": "t1", "ask_no": 1, "amount_minor": 1200, "currency": "EUR", "card_key": CARD}
    answer = client.post(VALUE_HOLD_PATH, json=said | more)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=ValueHold)


def test_a_card_is_held_told_by_pseudonym_and_let_go(
    client: Client, database: Database, settings: Settings, clock: ManualClock
) -> None:
    account = issue(database, settings)
    expected = ValueHold(
        verdict="held",
        amount_minor=1200,
        left_minor=3800,
        account_id=account,
        last_digits="1234",
        held_until=clock() + HOLD_US,
    )
    assert ask(client) == expected
    assert ask(client) == expected
    answer = client.post(
        VALUE_RELEASE_PATH, json={"transaction_id": "t1", "ask_no": 1, "account_id": account}
    )
    assert answer.status_code == 200
    assert ask(client).reason == "late"
    assert ask(client, ask_no=2, amount_minor=9999).amount_minor == 5000
    assert (ask(client, transaction_id="t2").verdict, ask(client, transaction_id="t2").reason) == (
        "held_elsewhere",
        "held",
    )


def test_a_release_whose_hold_was_never_answered_names_the_card(
    client: Client, database: Database, settings: Settings
) -> None:
    account = issue(database, settings)
    ask(client)
    client.post(VALUE_RELEASE_PATH, json={"transaction_id": "t1", "ask_no": 1, "card_key": CARD})
    found = database.read_sync(lambda one: value_books.one(one, account))
    assert found is not None
    assert found.held_minor == 0


def test_a_pin_is_asked_for_compared_and_locked(
    client: Client, database: Database, settings: Settings, clock: ManualClock
) -> None:
    issue(database, settings, pin=PIN)
    assert ask(client).reason == "pin_needed"
    assert [ask(client, pin="0000").reason for _ in range(4)] == ["pin_wrong"] * 4
    assert ask(client, pin=PIN).verdict == "held"
    assert [ask(client, pin="0000").reason for _ in range(6)] == ["pin_wrong"] * 5 + ["pin_locked"]
    assert ask(client, pin=PIN).reason == "pin_locked"
    clock.move(901)
    assert ask(client, pin=PIN).verdict == "held"


def test_who_guesses_numbers_is_not_listened_to_and_staff_hear_of_it(
    client: Client, database: Database, settings: Settings, clock: ManualClock
) -> None:
    issue(database, settings)
    guesses = int(WRONG.burst) + 1
    assert [ask(client, card_key=f"{number:064x}").reason for number in range(guesses)] == [
        "unknown"
    ] * guesses
    assert ask(client).reason == "too_often"
    (alert,) = database.read_sync(lambda one: alerts.still_open(one, "s1"))
    assert (alert.kind, alert.text_key, alert.terminal_id) == ("security", "value_guessing", "s1-1")
    answer = client.post(
        VALUE_HOLD_PATH,
        json={"transaction_id": "t9", "ask_no": 1, "amount_minor": 1, "currency": "EUR", "card_key": CARD},
        headers={"x-test-lane": "s1/s1-2"},
    )
    assert answer.json()["verdict"] == "held"
    clock.move(DEAF_S)
    assert ask(client).verdict == "held"


def test_a_members_balance_is_held_by_their_pseudonym(
    client: Client, database: Database, settings: Settings
) -> None:
    people = Members(vault.load(settings.folder))
    member_id = database.write_sync(
        lambda one: people.add(one, "s1", Person(name="Ada"), Terms(), who="max", at=0, why="joined")
    )
    assert ask(client, card_key="", member_id=member_id).reason == "empty"
    account = database.write_sync(
        lambda one: value_cards.open_member(one, member_id, currency="EUR", origin=STAFF, at=0)
    )
    answer = ask(client, card_key="", member_id=member_id)
    assert (answer.reason, answer.account_id) == ("empty", account)


@pytest.mark.parametrize(
    "wrong",
    [
        {"card_key": ""},
        {"member_id": "m-1"},
        {"card_key": "97123456789012345678"},
        {"card_key": "AB" * 32},
        {"amount_minor": 0},
        {"amount_minor": 10**15},
        {"ask_no": 0},
        {"ask_no": 1001},
        {"currency": "EURO"},
        {"pin": "123456789"},
        {"transaction_id": ""},
        {"transaction_id": "x" * 201},
        {"transaction_id": "a\nb"},
    ],
)
def test_what_makes_no_sense_is_refused(client: Client, wrong: dict[str, Any]) -> None:
    said = {"transaction_id": "t1", "ask_no": 1, "amount_minor": 1200, "currency": "EUR", "card_key": CARD}
    answer = client.post(VALUE_HOLD_PATH, json=said | wrong)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


def test_a_question_shows_neither_card_nor_pin_in_a_log(settings: Settings) -> None:
    from retail.wire.stored_value import HoldValue

    asked = HoldValue(transaction_id="t1", ask_no=1, amount_minor=5, currency="EUR", card_key=OTHER, pin=PIN)
    assert OTHER not in repr(asked)
    assert PIN not in repr(asked)
