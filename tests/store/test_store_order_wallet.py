"""Orders that a wallet pays: goods set aside, paid by themselves once, free again where nobody pays."""

import functools
import itertools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import sqlalchemy as sa
from store_world import watched

from retail.credential.code import SUBJECT_BYTES, subject_of
from retail.stored_value.limits import ValueLimits
from store.data.database import Database
from store.data.ids import new_id
from store.data.journals import learned
from store.data.ordering import order_listing, order_wallet, orders, pickup, stock
from store.data.ordering.order import Goods, Order, Wish
from store.data.ordering.order_wallet import PAYING_S, BusyError, ChangedError, FullError
from store.data.ordering.orders import BY_CLOCK, BY_MEMBER
from store.data.ordering.stock import ShortError
from store.data.people.members import Members, Terms
from store.data.stored_value import value, value_books, value_cards, wallet_charges
from store.data.stored_value import wallet_settling as settling
from store.data.stored_value.value import Origin
from store.data.stored_value.wallet_charges import Charge
from store.identity.shredding import Person
from store.identity.vault import Vault

KEYS = Vault(bytes(range(32)))
PEOPLE = Members(KEYS)
SECOND = 1_000_000
HOUR = 3600 * SECOND
NOW = 1_800_028_800_000_000
OVER = NOW + PAYING_S * SECOND
S = "s1"
BEER = "04012345678901"
TOTAL, HAS = 2500, 500
WALLET = TOTAL - HAS
LIMITS = ValueLimits()
STAFF = Origin(store_id=S, who="max", why="paid at the counter")


@pytest.fixture
def shop(database: Database) -> Database:
    """A shop with five pieces."""
    watched(database)
    database.write_sync(lambda one: stock.count(one, S, BEER, 5, "c1", who="max", why="counted", at=NOW))
    return database


class Shopper:
    """Somebody with a little money on the balance."""

    def __init__(self, shop: Database, has: int = HAS) -> None:
        self.shop = shop

        def job(connection: sa.Connection) -> tuple[str, str]:
            known = PEOPLE.add(connection, S, Person(name="Anna"), Terms(), who="test", at=NOW)
            account = value_cards.open_member(connection, known, currency="EUR", origin=STAFF, at=NOW)
            assert account is not None
            if has:
                value.load(connection, account, f"load:{known}", has, None, origin=STAFF, at=NOW)
            return known, account

        self.member_id, self.account = shop.write_sync(job)

    def wish(self, *, total: int = TOTAL, quantity: int = 1) -> Wish:
        subject = subject_of(new_id().replace("-", "").encode()[-SUBJECT_BYTES:])
        goods = Goods(
            key=BEER, names={"": "Goods"}, quantity=quantity, paid_minor=total, list_minor=total, years=0
        )
        return Wish(
            order_id=f"o-{new_id()}",
            subject=subject,
            goods=(goods,),
            total_minor=total,
            currency="EUR",
            from_at=NOW + HOUR,
            until_at=NOW + 2 * HOUR,
            kept_until=NOW + 4 * HOUR,
            paid_by="wallet",
            pay_until=OVER,
        )

    def begin(self, wish: Wish | None = None, *, amount: int = WALLET) -> Order:
        wanted = wish or self.wish()
        return self.shop.write_sync(
            lambda one: order_wallet.begin(
                one, KEYS, S, self.member_id, wanted, amount, subject="P", limits=LIMITS, at=NOW
            )
        )

    def money(self) -> tuple[int, int]:
        found = self.shop.read_sync(lambda one: value_books.one(one, self.account))
        assert found is not None
        return found.balance_minor, found.held_minor


def order_of(shop: Database, order: Order) -> Order:
    found = shop.read_sync(lambda one: order_listing.one(one, S, order.order_id))
    assert found is not None
    return found


def charge_of(shop: Database, order: Order) -> Charge:
    found = shop.read_sync(lambda one: wallet_charges.of_order(one, S, order.order_id))
    assert found is not None
    return found


def level(shop: Database) -> tuple[int, int]:
    found = shop.read_sync(lambda one: stock.levels(one, S, [BEER]))[BEER]
    return found.on_hand, found.reserved


def whole(shop: Database) -> None:
    assert shop.read_sync(lambda one: list(stock.faults(one))) == []
    assert shop.read_sync(value_books.faults) == []


def pays(shop: Database, order: Order, *, at: int = NOW) -> None:
    charge = charge_of(shop, order)

    def job(one: sa.Connection) -> None:
        wallet_charges.paid(one, charge, "TestPay", "GW-1", at=at)
        order_wallet.follow(one, charge, at=at)

    shop.write_sync(job)


def declines(shop: Database, order: Order, *, at: int = NOW) -> None:
    charge = charge_of(shop, order)

    def job(one: sa.Connection) -> None:
        wallet_charges.failed(one, charge, at=at)
        order_wallet.follow(one, charge, at=at)

    shop.write_sync(job)


def sweeps(shop: Database, *, at: int = OVER) -> None:
    shop.write_sync(lambda one: orders.sweep(one, at=at))


def cancels(shop: Database, order: Order, *, at: int = NOW) -> bool:
    return shop.write_sync(lambda one: orders.cancel(one, S, order.order_id, who=BY_MEMBER, why="", at=at))


def at_once(jobs: Sequence[Callable[[], Any]]) -> list[Any]:
    ready, answers = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(index: int) -> None:
        ready.wait(30)
        try:
            answers[index] = jobs[index]()
        except Exception as error:  # it is the answer
            answers[index] = error  # type: ignore[call-overload]

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


# --- one flow -----------------------------------------------------------------------------------------------


def test_goods_and_what_the_balance_has_are_set_aside_while_the_wallet_pays(shop: Database) -> None:
    anna = Shopper(shop)
    order = anna.begin()
    assert (order.is_paying, order.is_paid, order.pay_until) == (True, False, OVER)
    assert level(shop) == (5, 1)
    assert anna.money() == (HAS, HAS)
    assert charge_of(shop, order).amount_minor == WALLET
    assert shop.read_sync(lambda one: order_listing.waiting(one, S)) == (), "staff do not pick it yet"
    assert not shop.write_sync(lambda one: orders.make_ready(one, S, order.order_id, at=NOW))
    assert not shop.write_sync(lambda one: orders.collect(one, S, order.order_id, who="max", at=NOW + HOUR))
    assert pickup.standing(order, NOW + HOUR) is pickup.No.UNPAID


def test_paid_by_the_wallet_it_is_an_order_like_any_other_and_cancelled_pays_back(shop: Database) -> None:
    anna = Shopper(shop)
    order = anna.begin()
    pays(shop, order)
    paid = order_of(shop, order)
    assert (paid.state, paid.is_paid, paid.paid_by) == ("placed", True, "wallet")
    assert anna.money() == (0, 0)
    assert level(shop) == (5, 1)
    assert len(shop.read_sync(lambda one: order_listing.waiting(one, S))) == 1
    sweeps(shop)
    assert order_of(shop, order).state == "placed"
    assert shop.read_sync(lambda one: order_listing.refundable(one, anna.member_id)) == TOTAL
    assert cancels(shop, order)
    assert anna.money() == (TOTAL, 0)
    assert level(shop) == (5, 0)
    whole(shop)


def test_what_is_loaded_at_least_leaves_the_rest_on_the_balance(shop: Database) -> None:
    anna = Shopper(shop)
    order = anna.begin(anna.wish(total=HAS + 100), amount=LIMITS.load_min_minor)
    pays(shop, order)
    assert order_of(shop, order).is_paid
    assert anna.money() == (LIMITS.load_min_minor - 100, 0)


def test_a_wallet_that_declines_frees_the_goods_at_once(shop: Database) -> None:
    anna = Shopper(shop)
    order = anna.begin()
    declines(shop, order)
    over = order_of(shop, order)
    assert (over.state, over.closed_by, over.why) == ("cancelled", BY_CLOCK, "the wallet did not pay")
    assert (level(shop), anna.money()) == ((5, 0), (HAS, 0))


def test_nobody_pays_and_the_sweep_frees_the_goods(shop: Database) -> None:
    anna = Shopper(shop)
    order = anna.begin()
    sweeps(shop, at=OVER - 1)
    assert order_of(shop, order).is_paying
    sweeps(shop)
    assert order_of(shop, order).state == "cancelled"
    assert (level(shop), anna.money()) == ((5, 0), (HAS, 0))


def test_what_no_wallet_paid_was_never_ordered(shop: Database) -> None:
    anna = Shopper(shop)
    paid, unpaid = anna.begin(), anna.begin(amount=TOTAL)
    pays(shop, paid)
    declines(shop, unpaid)
    told = shop.read_sync(
        lambda one: learned.learned(one, S, first_day="2027-01-01", since=0, hour_of=lambda _: 12)
    )
    assert next(step.count for step in told.funnel if step.name == "Orders") == 1
    assert (told.pickups.not_collected, told.pickups.cancelled, len(told.pickups.by_hour)) == (0, 0, 1)


def test_money_that_arrives_after_the_goods_are_free_stays_on_the_balance(shop: Database) -> None:
    anna = Shopper(shop)
    order = anna.begin()
    sweeps(shop)
    pays(shop, order, at=OVER + 1)
    pays(shop, order, at=OVER + 2)
    assert order_of(shop, order).state == "cancelled"
    assert (level(shop), anna.money()) == ((5, 0), (TOTAL, 0))
    whole(shop)


def test_an_order_cancelled_while_the_wallet_pays_ends_the_payment_and_keeps_what_came(
    shop: Database,
) -> None:
    anna = Shopper(shop)
    order = anna.begin()
    assert cancels(shop, order, at=NOW + 1)
    assert charge_of(shop, order).until == NOW + 1, "the gateway is told to cancel it"
    assert (level(shop), anna.money()) == ((5, 0), (HAS, 0))
    pays(shop, order, at=NOW + 2)  # it was faster
    assert order_of(shop, order).state == "cancelled"
    assert anna.money() == (TOTAL, 0)


def test_an_unclear_payment_frees_the_goods_and_staffs_word_stays_on_the_balance(shop: Database) -> None:
    anna = Shopper(shop)
    order, day = anna.begin(), NOW + 24 * HOUR
    sweeps(shop)
    charge = charge_of(shop, order)
    assert shop.write_sync(lambda one: wallet_charges.gave_up(one, charge, at=day))
    done = shop.write_sync(
        lambda one: settling.settle(one, S, charge.charge_id, is_paid=True, who="max", why="seen", at=day)
    )
    assert done == "done"
    assert (order_of(shop, order).state, anna.money()) == ("cancelled", (TOTAL, 0))


def test_staffs_word_in_time_places_the_order(shop: Database) -> None:
    anna = Shopper(shop)
    order, at = anna.begin(), NOW + 60 * SECOND
    charge = charge_of(shop, order)
    shop.write_sync(lambda one: wallet_charges.wrong(one, charge, at=at))
    shop.write_sync(lambda one: wallet_charges.gave_back(one, charge, is_done=False, at=at))
    shop.write_sync(
        lambda one: settling.settle(one, S, charge.charge_id, is_paid=True, who="max", why="seen", at=at)
    )
    assert order_of(shop, order).is_paid
    assert anna.money() == (0, 0)


def test_a_member_forgotten_meanwhile_leaves_no_goods_behind(shop: Database) -> None:
    anna = Shopper(shop)
    order = anna.begin()
    shop.write_sync(lambda one: PEOPLE.erase(one, S, anna.member_id, who="anna", why="asked", at=NOW + 1))
    pays(shop, order, at=NOW + 2)
    assert (order_of(shop, order).state, level(shop)) == ("cancelled", (5, 0))
    assert charge_of(shop, order).state == "giving_back"
    whole(shop)


# --- beginning ----------------------------------------------------------------------------------------------


def test_a_form_that_is_sent_twice_is_one_order_and_one_payment(shop: Database) -> None:
    anna = Shopper(shop)
    wish = anna.wish()
    first, second = anna.begin(wish), anna.begin(wish)
    assert first == second
    assert (level(shop), anna.money()) == ((5, 1), (HAS, HAS))
    pays(shop, first)
    assert anna.begin(wish).is_paid


def test_a_form_that_is_sent_four_times_at_once_is_one_order_and_one_payment(shop: Database) -> None:
    anna = Shopper(shop)
    wish = anna.wish()
    answers = at_once([functools.partial(anna.begin, wish)] * 4)
    assert [one.order_id for one in answers if isinstance(one, Order)] == [wish.order_id] * 4, answers
    assert (level(shop), anna.money()) == ((5, 1), (HAS, HAS))
    assert shop.read_sync(lambda one: len(wallet_charges.still_open(one))) == 1
    whole(shop)


def test_two_pages_at_once_are_two_orders_with_the_balance_in_one_of_them(shop: Database) -> None:
    anna = Shopper(shop)
    first = anna.begin()
    with pytest.raises(ChangedError):
        anna.begin()  # its page still showed what the first one holds now
    second = anna.begin(amount=TOTAL)
    pays(shop, second)
    assert (order_of(shop, second).is_paid, anna.money()) == (True, (HAS, HAS))
    pays(shop, first)
    assert (order_of(shop, first).is_paid, anna.money()) == (True, (0, 0))
    whole(shop)


def test_the_last_piece_is_set_aside_for_one_of_those_whose_wallets_pay(shop: Database) -> None:
    shop.write_sync(lambda one: stock.count(one, S, BEER, 1, "c2", who="max", why="counted", at=NOW))
    people = [Shopper(shop) for _ in range(4)]
    answers = at_once([one.begin for one in people])
    won = [one for one in answers if isinstance(one, Order)]
    assert (len(won), sum(isinstance(one, ShortError) for one in answers)) == (1, 3)
    assert level(shop) == (1, 1)
    assert [one.money()[1] for one in people].count(0) == 3, "who was too late holds nothing"
    declines(shop, won[0])
    assert any(isinstance(one.begin(), Order) for one in people[:1]), "and it is free again"


@pytest.mark.parametrize("amount", [0, WALLET - 1, WALLET + 1])
def test_nobody_pays_another_amount_than_the_one_they_saw(shop: Database, amount: int) -> None:
    anna = Shopper(shop)
    with pytest.raises(ChangedError):
        anna.begin(amount=amount)
    assert (level(shop), anna.money()) == ((5, 0), (HAS, 0))


def test_payments_at_once_have_their_number_and_a_balance_its_most(shop: Database) -> None:
    anna, rich = Shopper(shop, 0), Shopper(shop, 14_000)
    for _ in range(wallet_charges.OPEN_OF_ACCOUNT_MAX):
        anna.begin(anna.wish(total=1000), amount=1000)
    with pytest.raises(BusyError):
        anna.begin(anna.wish(total=1000), amount=1000)
    assert level(shop)[1] == wallet_charges.OPEN_OF_ACCOUNT_MAX
    with pytest.raises(FullError):
        rich.begin(rich.wish(total=15_500), amount=1500)


# --- any order, and at once ---------------------------------------------------------------------------------


def test_however_the_ends_arrive_goods_and_money_are_in_one_place(shop: Database) -> None:
    for turn in itertools.permutations(range(4)):
        anna = Shopper(shop)
        order = anna.begin()
        words = (
            functools.partial(pays, shop, order),
            functools.partial(declines, shop, order),
            functools.partial(sweeps, shop),
            functools.partial(cancels, shop, order),
        )
        for index in turn:
            words[index]()
        over = order_of(shop, order)
        assert over.state == "cancelled", "cancelled at last, whatever came before"
        assert anna.money() == (TOTAL, 0), turn
        assert level(shop) == (5, 0), turn
    whole(shop)


def test_a_late_success_the_sweep_and_a_cancel_at_once_leave_one_truth(shop: Database) -> None:
    for _ in range(5):
        anna = Shopper(shop)
        order = anna.begin()
        at_once(
            [
                functools.partial(pays, shop, order, at=OVER),
                functools.partial(sweeps, shop),
                functools.partial(pays, shop, order, at=OVER),
                functools.partial(declines, shop, order, at=OVER),
            ]
        )
        over = order_of(shop, order)
        assert charge_of(shop, order).state == "paid"
        if over.is_paid:
            assert (over.state, anna.money()) == ("placed", (0, 0))
            assert cancels(shop, order, at=OVER + 1)
        assert (level(shop), anna.money()) == ((5, 0), (TOTAL, 0))
    whole(shop)
