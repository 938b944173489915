"""Orders and what they reserve: the last piece once, the money once, the goods once, whoever asks at once."""

import functools
import itertools
import threading
import zoneinfo
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from store_world import watched

from retail.credential import issue
from retail.credential import number as numbers
from retail.credential.code import LINK_BYTES, SUBJECT_BYTES, Kind, subject_of
from retail.credential.reasons import Reason
from store.data.database import Database
from store.data.ids import new_id
from store.data.ordering import order_listing, orders, pickup, stock
from store.data.ordering.order import GoneError, Goods, Order, Wish
from store.data.ordering.order_money import UnpaidError
from store.data.ordering.order_rules import Rules, windows
from store.data.ordering.pickup import No, Shown
from store.data.ordering.stock import ShortError
from store.data.people import credential_keys
from store.data.people.credential_news import number_key
from store.data.people.members import Members, Terms
from store.data.schema.orders import member_order, shop_order
from store.data.stored_value import value, value_books, value_cards
from store.data.stored_value.value import Origin
from store.identity.errors import SealError
from store.identity.shredding import Person
from store.identity.vault import Vault
from store.projector import followers

KEYS = Vault(bytes(range(32)))
PEOPLE = Members(KEYS)
MINUTE = 60_000_000
HOUR = 60 * MINUTE
NOW = 1_800_028_800_000_000
S = "s1"
BEER, APPLES = "04012345678901", "04012345678902"
STAFF = Origin(store_id=S, who="max", why="paid at the counter")


@pytest.fixture
def shop(database: Database) -> Database:
    """A shop that counts two goods: five of each."""
    watched(database)
    for key in (BEER, APPLES):
        count(database, key, 5)
    return database


def count(database: Database, key: str, on_hand: int, name: str = "") -> bool:
    return database.write_sync(
        lambda one: stock.count(one, S, key, on_hand, name or new_id(), who="max", why="counted", at=NOW)
    )


def member(database: Database, money: int = 10_000) -> str:
    """Somebody with money on their balance."""

    def job(connection: sa.Connection) -> str:
        known = PEOPLE.add(connection, S, Person(name="Anna"), Terms(), who="test", at=NOW)
        account = value_cards.open_member(connection, known, currency="EUR", origin=STAFF, at=NOW)
        assert account is not None
        if money:
            value.load(connection, account, f"load:{known}", money, None, origin=STAFF, at=NOW)
        return known

    return database.write_sync(job)


def wish(quantity: int = 1, *, total: int = 250, key: str = BEER, **more: Any) -> Wish:
    own: dict[str, Any] = {
        "order_id": f"o-{new_id()}",
        "subject": subject_of(new_id().replace("-", "").encode()[-SUBJECT_BYTES:]),
        "goods": (
            Goods(
                key=key, names={"": "Goods"}, quantity=quantity, paid_minor=total, list_minor=total, years=0
            ),
        ),
        "total_minor": total,
        "currency": "EUR",
        "from_at": NOW + HOUR,
        "until_at": NOW + 2 * HOUR,
        "kept_until": NOW + 4 * HOUR,
    }
    return Wish(**{**own, **more})


def place(database: Database, who: str, wanted: Wish, *, at: int = NOW) -> Order:
    return database.write_sync(lambda one: orders.place(one, KEYS, S, who, wanted, at=at))


def level(database: Database, key: str = BEER) -> tuple[int, int]:
    found = database.read_sync(lambda one: stock.levels(one, S, [key]))[key]
    return found.on_hand, found.reserved


def balance(database: Database, who: str) -> tuple[int, int]:
    told = database.read_sync(lambda one: value_books.of_member(one, who))
    assert told is not None
    return told.account.balance_minor, told.account.held_minor


def state(database: Database, order_id: str) -> str:
    found = database.read_sync(lambda one: order_listing.one(one, S, order_id))
    assert found is not None
    return found.state


def faults(database: Database) -> list[str]:
    return [*database.read_sync(lambda one: list(stock.faults(one))), *database.read_sync(value_books.faults)]


def at_once(jobs: Sequence[Callable[[], Any]]) -> list[Any]:
    """What jobs of as many threads come to, started together; an exception is an answer."""
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


# --- placing -----------------------------------------------------------------------------------------------


def test_an_order_reserves_its_goods_and_takes_its_money_at_once(shop: Database) -> None:
    anna = member(shop)
    order = place(shop, anna, wish(2, total=500))
    assert (order.state, level(shop), balance(shop, anna)) == ("placed", (5, 2), (9500, 0))
    assert faults(shop) == []


def test_a_form_that_is_sent_again_is_the_same_order(shop: Database) -> None:
    anna, wanted = member(shop), wish(2, total=500)
    assert place(shop, anna, wanted).order_id == place(shop, anna, wanted).order_id
    assert (level(shop), balance(shop, anna)) == ((5, 2), (9500, 0))


def test_the_form_of_somebody_else_orders_nothing(shop: Database) -> None:
    anna, ben, wanted = member(shop), member(shop), wish()
    place(shop, anna, wanted)
    with pytest.raises(GoneError):
        place(shop, ben, wanted)
    assert balance(shop, ben) == (10_000, 0)


def test_without_enough_money_or_goods_nothing_of_an_order_is_left(shop: Database) -> None:
    poor, anna = member(shop, 100), member(shop)
    with pytest.raises(UnpaidError):
        place(shop, poor, wish(2, total=500))
    with pytest.raises(ShortError) as short:
        place(shop, anna, wish(6, total=500))
    assert (short.value.free, level(shop), balance(shop, anna)) == (5, (5, 0), (10_000, 0))
    assert shop.read_sync(lambda one: order_listing.waiting(one, S)) == ()
    assert faults(shop) == []


def test_goods_the_shop_does_not_count_never_run_out(shop: Database) -> None:
    anna = member(shop)
    order = place(shop, anna, wish(90, key="04012345678999"))
    assert shop.write_sync(lambda one: orders.cancel(one, S, order.order_id, who="x", why="", at=NOW))
    assert faults(shop) == []


def test_ten_orders_at_once_for_five_pieces_are_five_orders(shop: Database) -> None:
    people = [member(shop) for _ in range(10)]
    answers = at_once([functools.partial(place, shop, who, wish()) for who in people])
    assert sum(isinstance(one, Order) for one in answers) == 5
    assert sum(isinstance(one, ShortError) for one in answers) == 5
    assert level(shop) == (5, 5)
    assert sum(balance(shop, who)[0] for who in people) == 100_000 - 5 * 250
    assert faults(shop) == []


def test_two_databases_at_once_never_reserve_more_than_is_there(store_dsn: str) -> None:
    """As two workers of the service do."""
    with Database.open(store_dsn) as one, Database.open(store_dsn) as two:
        key = f"0{new_id().replace('-', '')[:13]}"
        count(one, key, 3)

        def reserve(base: Database, name: str) -> None:
            base.write_sync(lambda connection: stock.reserve(connection, S, name, {key: 1}, who="x", at=NOW))

        jobs = [functools.partial(reserve, base, new_id()) for base in (one, two) for _ in range(4)]
        answers = at_once(jobs)
        assert sorted(type(one).__name__ for one in answers) == ["NoneType"] * 3 + ["ShortError"] * 5
        assert level(two, key) == (3, 3)


# --- the counter -------------------------------------------------------------------------------------------


def code(database: Database, order: Order, at: int, store_id: str = S) -> str:
    """What the member's phone shows at a moment, of a grant made a moment before."""

    def job(connection: sa.Connection) -> issue.Grant:
        signer = credential_keys.signer(connection, KEYS, store_id, NOW // 1_000_000)
        return issue.moving(
            Kind.PICKUP,
            order.subject,
            shop_id=store_id,
            from_s=NOW // 1_000_000,
            last_link=bytes(LINK_BYTES),
            signer=signer,
        )

    text = issue.shown(database.write_sync(job), at // 1_000_000)
    assert text is not None
    return text


def look(database: Database, text: str, at: int, who: str = "max", store_id: str = S) -> Shown:
    return database.write_sync(lambda one: pickup.look(one, KEYS, store_id, text, who=who, at=at))


def collect(database: Database, order: Order, at: int, who: str = "max") -> bool:
    return database.write_sync(lambda one: orders.collect(one, S, order.order_id, who=who, at=at))


def test_an_order_is_found_by_its_code_and_by_its_number_and_handed_over_once(shop: Database) -> None:
    order, at = place(shop, member(shop), wish(2, total=500)), NOW + HOUR
    shown = look(shop, code(shop, order, at), at)
    assert (shown.order and shown.order.order_id, shown.no, shown.reason) == (order.order_id, None, None)
    number = numbers.number_at(number_key(KEYS, S, Kind.PICKUP, order.subject), Kind.PICKUP, at // 1_000_000)
    assert look(shop, numbers.spoken(number), at).no is None
    assert collect(shop, order, at)
    assert not collect(shop, order, at)
    assert (level(shop), state(shop, order.order_id)) == ((3, 0), "collected")
    again = look(shop, code(shop, order, at + MINUTE), at + MINUTE, who="eva")
    assert again.no is No.COLLECTED
    assert again.order is not None
    assert again.order.closed_by == "max"
    assert faults(shop) == []


def test_an_order_collected_at_two_counters_at_once_is_handed_over_once(shop: Database) -> None:
    order, at = place(shop, member(shop), wish(2, total=500)), NOW + HOUR
    answers = at_once(
        [functools.partial(collect, shop, order, at, who) for who in ("max", "eva", "kim", "lou")]
    )
    assert sorted(answers) == [False, False, False, True]
    assert level(shop) == (3, 0)


def test_a_copied_code_counts_at_no_second_counter(shop: Database) -> None:
    order, at = place(shop, member(shop), wish()), NOW + HOUR
    text = code(shop, order, at)
    assert look(shop, text, at, "max").order is not None
    assert look(shop, text, at, "max").order is not None  # the same scanner read it twice
    assert look(shop, text, at, "eva").reason is Reason.COPIED
    later = code(shop, order, at + 40_000_000)
    assert look(shop, later, at + 40_000_000, "eva").order is not None
    assert look(shop, text, at + 5_000_000, "eva").reason is Reason.COPIED
    assert look(shop, text, at + 2 * MINUTE, "max").reason is Reason.OLD


def test_a_code_counts_in_its_shop_only(shop: Database) -> None:
    order, at = place(shop, member(shop), wish()), NOW + HOUR
    text = code(shop, order, at)
    code(shop, order, at, "s2")  # s2 has keys of its own
    assert look(shop, text, at, store_id="s2").reason in (Reason.WRONG_SHOP, Reason.UNKNOWN_KEY)
    stolen = code(shop, order, at, "s2")
    assert look(shop, stolen, at, store_id="s2").reason is Reason.UNKNOWN  # signed there, ordered here


@pytest.mark.parametrize("text", ["", "x", "OSC1PR:ABC", "4" * 11, "9" * 400, "member:abcdefgh", "é\x00"])
def test_whatever_is_typed_at_the_counter_has_an_answer(shop: Database, text: str) -> None:
    shown = look(shop, text, NOW)
    assert shown.order is None
    assert shown.reason is not None


def test_outside_its_window_nothing_is_handed_over(shop: Database) -> None:
    order = place(shop, member(shop), wish())
    for at, no in (
        (NOW + MINUTE, No.EARLY),
        (NOW + 46 * MINUTE, None),
        (NOW + 3 * HOUR, None),
        (NOW + 4 * HOUR, No.LATE),
    ):
        assert look(shop, code(shop, order, at), at).no is no
    assert not collect(shop, order, NOW + 4 * HOUR)


# --- cancelling --------------------------------------------------------------------------------------------


def test_a_cancelled_order_gives_goods_and_money_back_once(shop: Database) -> None:
    anna = member(shop)
    order = place(shop, anna, wish(2, total=500))
    done = [
        shop.write_sync(lambda one: orders.cancel(one, S, order.order_id, who="member", why="", at=NOW))
        for _ in range(2)
    ]
    assert (done, level(shop), balance(shop, anna)) == ([True, False], (5, 0), (10_000, 0))
    assert not collect(shop, order, NOW + HOUR)
    assert look(shop, code(shop, order, NOW + HOUR), NOW + HOUR).no is No.CANCELLED
    assert faults(shop) == []


def test_cancelling_and_collecting_at_once_does_one_of_them(shop: Database) -> None:
    anna = member(shop)
    order = place(shop, anna, wish(2, total=500))
    cancelled, collected = at_once(
        [
            lambda: shop.write_sync(
                lambda one: orders.cancel(one, S, order.order_id, who="member", why="", at=NOW + HOUR)
            ),
            lambda: collect(shop, order, NOW + HOUR),
        ]
    )
    assert cancelled is not collected
    assert (balance(shop, anna)[0], level(shop)) == ((10_000, (5, 0)) if cancelled else (9500, (3, 0)))
    assert faults(shop) == []


def test_what_nobody_collects_goes_back_by_itself(shop: Database) -> None:
    anna = member(shop)
    order = place(shop, anna, wish(2, total=500))
    assert shop.write_sync(lambda one: orders.sweep(one, at=NOW + 4 * HOUR - 1)) == 0
    assert shop.write_sync(lambda one: orders.sweep(one, at=NOW + 4 * HOUR)) == 1
    assert (state(shop, order.order_id), level(shop), balance(shop, anna)) == (
        "cancelled",
        (5, 0),
        (10_000, 0),
    )


def test_a_member_who_is_forgotten_leaves_no_open_order_and_no_address(shop: Database) -> None:
    anna = member(shop)
    order = place(shop, anna, wish(2, total=500))
    brought = place(shop, anna, wish(1, key=APPLES, way="delivery", address="Lindenweg 5\n12345 Linden"))
    assert address(shop, brought.order_id) == "Lindenweg 5\n12345 Linden"
    row = shop.read_sync(lambda one: one.execute(sa.select(member_order.c.address)).scalars().all())
    assert all(b"Linden" not in bytes(one) for one in row)
    assert shop.write_sync(lambda one: order_listing.refundable(one, anna)) == 750
    assert shop.write_sync(lambda one: PEOPLE.erase(one, S, anna, who="x", at=NOW, why="asked"))
    assert {state(shop, order.order_id), state(shop, brought.order_id)} == {"cancelled"}
    assert (level(shop), level(shop, APPLES), address(shop, brought.order_id)) == ((5, 0), (5, 0), "")
    left = shop.read_sync(lambda one: one.execute(sa.select(member_order)).all())
    assert left == []
    told = shop.read_sync(
        lambda one: one.execute(sa.select(shop_order).where(shop_order.c.store_id == S)).all()
    )
    assert anna not in repr(told)
    assert faults(shop) == []
    with pytest.raises(GoneError):
        place(shop, anna, wish())


def address(database: Database, order_id: str) -> str:
    return database.read_sync(lambda one: order_listing.address(one, KEYS, S, order_id))


def test_an_address_opens_with_the_members_key_only_and_goes_when_the_order_is_sent(shop: Database) -> None:
    anna, ben = member(shop), member(shop)
    order = place(shop, anna, wish(way="delivery", address="Lindenweg 5"))

    def swapped(connection: sa.Connection) -> None:
        connection.execute(sa.update(member_order).values(member_id=ben))

    assert not collect(shop, order, NOW + HOUR)  # what is brought is not collected
    shop.write_sync(swapped)
    with pytest.raises(SealError):
        address(shop, order.order_id)
    shop.write_sync(lambda one: one.execute(sa.update(member_order).values(member_id=anna)).rowcount)
    assert shop.write_sync(lambda one: orders.send(one, S, order.order_id, who="max", at=NOW))
    assert (address(shop, order.order_id), level(shop), state(shop, order.order_id)) == ("", (4, 0), "sent")


def test_all_of_a_member_is_handed_to_them_with_their_orders(shop: Database) -> None:
    anna = member(shop)
    order = place(shop, anna, wish(way="delivery", address="Lindenweg 5"))
    whole = shop.write_sync(lambda one: PEOPLE.export(one, S, anna, who="x", at=NOW, why="asked"))
    assert whole is not None
    assert order.order_id.encode() in whole
    assert b"Lindenweg 5" in whole


# --- stock -------------------------------------------------------------------------------------------------


def test_a_sale_at_a_lane_takes_from_the_count_once_and_never_below_nothing(shop: Database) -> None:
    for _ in range(2):
        shop.write_sync(lambda one: stock.sell(one, S, "t1", {BEER: 3, "unknown": 1}, at=NOW))
    assert level(shop) == (2, 0)
    order = place(shop, member(shop), wish(2, total=500))
    shop.write_sync(lambda one: stock.sell(one, S, "t2", {BEER: 9}, at=NOW))
    assert level(shop) == (0, 2)
    assert collect(shop, order, NOW + HOUR)
    assert (level(shop), faults(shop)) == ((0, 0), [])


def test_what_a_lane_sold_by_the_piece_leaves_the_count(shop: Database) -> None:
    def line(key: str, quantity: int, **more: Any) -> Any:
        own = {"product_key": key, "quantity": quantity, "is_voided": False, "weight_g": None}
        return SimpleNamespace(**{**own, **more})

    lines = (line(BEER, 2), line(BEER, 1), line(BEER, 1, is_voided=True), line(APPLES, 1, weight_g=300))
    arrival = SimpleNamespace(key=(S, "s1-1", 1))
    for number, outcome in enumerate(("sold", "cancelled", "returned")):
        told = SimpleNamespace(outcome=outcome, lines=lines, transaction_id=f"t{number}")
        shop.write_sync(lambda one, sale=told: followers.take_from_stock(one, arrival, sale, NOW))  # type: ignore[misc, arg-type]
    assert (level(shop), level(shop, APPLES)) == ((2, 0), (5, 0))


def test_a_count_that_is_sent_again_counts_once(shop: Database) -> None:
    assert count(shop, BEER, 8, "form")
    assert not count(shop, BEER, 9, "form")
    assert level(shop) == (8, 0)


# --- windows -----------------------------------------------------------------------------------------------


def test_windows_lie_ahead_and_on_the_shops_clock_also_where_it_changes() -> None:
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    found = windows(Rules(lead_min=60, days=2), NOW, berlin)  # five in the afternoon
    assert found[0].from_at == NOW + HOUR
    assert (found[0].until_at - found[0].from_at, len(found)) == (HOUR, 2 + 11)
    night = 1_806_192_000_000_000  # 2027-03-27: the clock goes forward in the night that follows
    spring = windows(Rules(first_hour=0, last_hour=24, days=3), night, berlin)
    assert all(one.until_at > one.from_at for one in spring)
    assert all(one.from_at < two.from_at for one, two in itertools.pairwise(spring))
