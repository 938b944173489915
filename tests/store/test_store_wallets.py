"""Payments by wallet whose end nobody knows: staff's word and the gateway's, in any order, booked once."""

import functools
import itertools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import sqlalchemy as sa
from store_world import watched

from store.data import audit
from store.data.database import Database
from store.data.ids import new_id
from store.data.people.members import Members, Terms
from store.data.stored_value import value_books, value_cards, wallet_charges, wallet_settling
from store.data.stored_value.value import Origin
from store.data.stored_value.wallet_charges import Charge
from store.identity.shredding import Person
from store.identity.vault import Vault

KEYS = Vault(bytes(range(32)))
PEOPLE = Members(KEYS)
NOW = 1_800_028_800_000_000
SECOND = 1_000_000
DAY = 86_400 * SECOND
LATER = NOW + DAY
S = "s1"
AMOUNT = 2000


@pytest.fixture
def shop(database: Database) -> Database:
    return watched(database)


@pytest.fixture
def account(shop: Database) -> str:
    return own_account(shop)


def own_account(shop: Database) -> str:
    def job(connection: sa.Connection) -> str:
        known = PEOPLE.add(connection, S, Person(name="Anna"), Terms(), who="test", at=NOW)
        found = value_cards.open_member(
            connection, known, currency="EUR", origin=Origin(store_id=S, who="test"), at=NOW
        )
        assert found is not None
        return found

    return shop.write_sync(job)


def asked(shop: Database, account: str) -> Charge:
    charge_id = f"w-{new_id()}"
    shop.write_sync(lambda one: wallet_charges.ask(one, S, charge_id, account, "P", AMOUNT, "EUR", at=NOW))
    return read(shop, charge_id)


def read(shop: Database, charge_id: str) -> Charge:
    found = shop.read_sync(lambda one: wallet_charges.one(one, S, charge_id))
    assert found is not None
    return found


def unclear(shop: Database, account: str) -> Charge:
    charge = asked(shop, account)
    assert shop.write_sync(lambda one: wallet_charges.gave_up(one, charge, at=LATER))
    return read(shop, charge.charge_id)


def balance(shop: Database, account: str) -> int:
    found = shop.read_sync(lambda one: value_books.one(one, account))
    assert found is not None
    return found.balance_minor


def settle(shop: Database, charge: Charge, *, is_paid: bool, at: int = LATER) -> str | None:
    return shop.write_sync(
        lambda one: wallet_settling.settle(
            one, S, charge.charge_id, is_paid=is_paid, who="max", why="seen in the list", at=at
        )
    )


def says_paid(shop: Database, charge: Charge, *, at: int = LATER) -> bool:
    def job(one: sa.Connection) -> bool:
        wallet_charges.heard(one, charge, "paid", has_minor=AMOUNT, at=at)
        return wallet_charges.paid(one, charge, "TestPay", "GW-1", at=at)

    return shop.write_sync(job)


def says_no(shop: Database, charge: Charge, *, at: int = LATER) -> bool:
    def job(one: sa.Connection) -> bool:
        wallet_charges.heard(one, charge, "cancelled", at=at)
        return wallet_charges.failed(one, charge, at=at)

    return shop.write_sync(job)


def says_wrong(shop: Database, charge: Charge, *, at: int = LATER) -> bool:
    def job(one: sa.Connection) -> bool:
        wallet_charges.heard(one, charge, "paid", has_minor=AMOUNT + 100, at=at)
        return wallet_charges.wrong(one, charge, at=at)

    return shop.write_sync(job)


def whole(shop: Database) -> None:
    assert shop.read_sync(value_books.faults) == []


def at_once(jobs: Sequence[Callable[[], Any]]) -> list[Any]:
    ready, answers = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(index: int) -> None:
        ready.wait(30)
        answers[index] = jobs[index]()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def deeds(shop: Database, charge: Charge) -> list[str]:
    found = shop.read_sync(lambda one: audit.newest(one, S, what=charge.charge_id))
    return [f"{one.who} {one.action}: {one.why}" for one in reversed(found)]


# --- a word of staff ----------------------------------------------------------------------------------------


def test_staff_say_that_it_was_paid_and_it_is_booked_once_with_who_and_why(
    shop: Database, account: str
) -> None:
    charge = unclear(shop, account)
    assert settle(shop, charge, is_paid=True) == "done"
    assert settle(shop, charge, is_paid=True) == "known"
    assert settle(shop, charge, is_paid=False) == "known"
    assert not says_paid(shop, charge)
    now = read(shop, charge.charge_id)
    assert (now.state, now.settled_by, now.settled_why) == ("paid", "max", "seen in the list")
    assert balance(shop, account) == AMOUNT
    assert deeds(shop, charge) == ["max wallet.paid: seen in the list"]
    assert not now.is_contradicted
    whole(shop)


def test_staff_say_that_it_was_not_paid_and_nothing_is_booked(shop: Database, account: str) -> None:
    charge = unclear(shop, account)
    assert settle(shop, charge, is_paid=False) == "done"
    assert balance(shop, account) == 0
    assert read(shop, charge.charge_id).state == "failed"
    assert deeds(shop, charge) == ["max wallet.failed: seen in the list"]


def test_what_the_gateway_took_is_booked_though_staff_said_that_it_was_not_paid(
    shop: Database, account: str
) -> None:
    charge = unclear(shop, account)
    settle(shop, charge, is_paid=False)
    assert says_paid(shop, charge)
    assert not says_paid(shop, charge)
    assert balance(shop, account) == AMOUNT
    now = read(shop, charge.charge_id)
    assert (now.state, now.settled_as, now.is_contradicted) == ("paid", "failed", True)
    assert deeds(shop, charge)[-1] == "wallet wallet.overturned: "
    whole(shop)


def test_a_gateway_that_denies_what_staff_booked_stands_out_and_takes_nothing(
    shop: Database, account: str
) -> None:
    charge = unclear(shop, account)
    settle(shop, charge, is_paid=True)
    assert not says_no(shop, charge)
    assert balance(shop, account) == AMOUNT
    assert read(shop, charge.charge_id).is_contradicted


def test_what_was_paid_otherwise_than_asked_goes_back_unless_staff_have_booked_it(
    shop: Database, account: str
) -> None:
    booked, denied = unclear(shop, account), unclear(shop, account)
    settle(shop, booked, is_paid=True)
    settle(shop, denied, is_paid=False)
    assert not says_wrong(shop, booked)
    assert read(shop, booked.charge_id).is_contradicted
    assert says_wrong(shop, denied)
    assert read(shop, denied.charge_id).state == "giving_back"
    assert balance(shop, account) == AMOUNT


def test_money_that_is_going_back_just_now_is_booked_by_nobody(shop: Database, account: str) -> None:
    charge = unclear(shop, account)
    assert says_wrong(shop, charge)
    assert settle(shop, charge, is_paid=True) == "known"
    shop.write_sync(lambda one: wallet_charges.gave_back(one, charge, is_done=False, at=LATER))
    assert settle(shop, charge, is_paid=True) == "done"
    assert balance(shop, account) == AMOUNT + 100, "what the gateway has, not what was asked"
    whole(shop)


def test_money_the_gateway_was_told_to_give_back_is_never_booked_by_itself(
    shop: Database, account: str
) -> None:
    charge = unclear(shop, account)
    says_wrong(shop, charge)
    shop.write_sync(lambda one: wallet_charges.gave_back(one, charge, is_done=False, at=LATER))
    assert says_paid(shop, charge), "it says now that it was paid as asked"
    assert read(shop, charge.charge_id).state == "giving_back"
    assert balance(shop, account) == 0


def test_another_currency_is_booked_by_nobody(shop: Database, account: str) -> None:
    charge = unclear(shop, account)
    shop.write_sync(lambda one: wallet_charges.heard(one, charge, "other_currency", at=LATER))
    assert settle(shop, charge, is_paid=True) == "nothing"
    assert read(shop, charge.charge_id).state == "unclear"
    assert settle(shop, charge, is_paid=False) == "done"
    assert balance(shop, account) == 0


def test_one_under_way_is_nobodys_to_decide_until_it_is_late(shop: Database, account: str) -> None:
    charge = asked(shop, account)
    late = charge.until + wallet_settling.LATE_S * SECOND
    assert settle(shop, charge, is_paid=True, at=late) == "known"
    assert settle(shop, charge, is_paid=True, at=late + 1) == "done"
    assert settle(shop, Charge(**{**as_dict(charge), "charge_id": "w-none"}), is_paid=True) is None


def as_dict(charge: Charge) -> dict[str, Any]:
    return {name: getattr(charge, name) for name in charge.__struct_fields__}


# --- asked again --------------------------------------------------------------------------------------------


def due(shop: Database, at: int) -> list[str]:
    found = shop.read_sync(lambda one: wallet_charges.to_look_at(one, at))
    return [one.charge_id for one in found]


def test_an_unclear_one_is_asked_about_by_itself_for_two_weeks_and_whenever_somebody_wants(
    shop: Database, account: str
) -> None:
    charge = unclear(shop, account)
    hour = wallet_charges.SLOW_S * SECOND
    assert due(shop, LATER) == []
    assert due(shop, LATER + hour) == [charge.charge_id]
    again = functools.partial(
        wallet_settling.ask_again, store_id=S, charge_id=charge.charge_id, who="max", at=LATER
    )
    assert shop.write_sync(again)
    assert due(shop, LATER) == [charge.charge_id]
    now, at = read(shop, charge.charge_id), NOW + wallet_charges.LOOKED_FOR_S * SECOND
    shop.write_sync(lambda one: wallet_charges.heard(one, now, "no_answer", at=at))
    assert due(shop, at + DAY) == []
    assert read(shop, charge.charge_id).heard == "no_answer"


def test_what_was_not_paid_is_asked_about_once_more_and_booked_if_it_was_paid_after_all(
    shop: Database, account: str
) -> None:
    charge = asked(shop, account)
    assert says_no(shop, charge)
    again_at = LATER + wallet_charges.AGAIN_S * SECOND
    assert due(shop, again_at) == [charge.charge_id]
    assert says_paid(shop, read(shop, charge.charge_id), at=again_at)
    assert due(shop, again_at + DAY) == []
    assert balance(shop, account) == AMOUNT


# --- any order, and at once ---------------------------------------------------------------------------------


def test_words_of_staff_and_the_gateway_in_any_order_book_once(shop: Database) -> None:
    for order in itertools.permutations(range(4)):
        account = own_account(shop)
        charge = unclear(shop, account)
        words = (
            functools.partial(settle, shop, charge, is_paid=False),
            functools.partial(settle, shop, charge, is_paid=True),
            functools.partial(says_no, shop, charge),
            functools.partial(says_paid, shop, charge),
        )
        for index in order:
            words[index]()
        assert read(shop, charge.charge_id).state == "paid", order
        assert balance(shop, account) == AMOUNT, order
    whole(shop)


def test_a_late_answer_and_staffs_decision_at_once_book_once(shop: Database) -> None:
    for turn in range(6):
        account = own_account(shop)
        charge = unclear(shop, account)
        staff = [functools.partial(settle, shop, charge, is_paid=index % 2 == 0) for index in range(3)]
        gateway = [functools.partial(says_paid, shop, charge) for _ in range(3)]
        at_once([*staff, *gateway] if turn % 2 else [*gateway, *staff])
        assert read(shop, charge.charge_id).state == "paid"
        assert balance(shop, account) == AMOUNT, "as paid, whoever was first"
    whole(shop)
