"""Orders that are paid at a lane: had by one purchase, paid once, told whatever went wrong meanwhile."""

import concurrent.futures
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from store_returns import upload
from store_world import ManualClock, watched

from benchmarks.store_sales import SealingLane
from retail.credential.code import SUBJECT_BYTES, subject_of
from retail.journal import events as e
from retail.journal import orders as od
from retail.journal import staffed as sd
from store.data.database import Database
from store.data.ids import new_id
from store.data.journals import suspended
from store.data.journals.suspended import Aside
from store.data.ordering import order_lanes, order_listing, order_rules, orders, pickup, stock
from store.data.ordering.order import Goods, Order, TooManyError, Wish
from store.data.ordering.order_lanes import HELD_S, Ended, Outcome, Sold
from store.data.ordering.order_rules import Rules
from store.data.ordering.pickup import No
from store.data.people.members import Members, Terms
from store.data.schema.identity import audit as deeds
from store.identity.shredding import Person
from store.identity.vault import Vault
from store.projector import followers
from store.projector.run import Projector

KEYS = Vault(bytes(range(32)))
S, LANE, OTHER = "s1", "s1-1", "s1-2"
BEER, APPLES = "04012345678901", "04012345678902"
SECOND = 1_000_000
HOUR = 3600 * SECOND
NOW = 1_800_028_800_000_000
LATER = NOW + HOUR


@pytest.fixture
def shop(database: Database) -> Database:
    """A shop that counts two goods: five of each."""
    watched(database)
    for key in (BEER, APPLES):
        count(database, key)
    return database


def count(database: Database, key: str) -> None:
    database.write_sync(lambda one: stock.count(one, S, key, 5, new_id(), who="max", why="counted", at=NOW))


@pytest.fixture
def anna(shop: Database) -> str:
    return shop.write_sync(
        lambda one: Members(KEYS).add(one, S, Person(name="Anna"), Terms(), who="test", at=NOW)
    )


def place(
    database: Database,
    who: str,
    order_id: str = "",
    *,
    years: int = 0,
    keys: tuple[str, str] = (BEER, APPLES),
) -> Order:
    """Two of one and one of the other, to be paid at a lane; the window begins now."""
    goods = tuple(
        Goods(
            key=key,
            names={"": key},
            quantity=pieces,
            paid_minor=paid,
            list_minor=paid,
            deposit_minor=deposit,
            years=years,
        )
        for key, pieces, paid, deposit in ((keys[0], 2, 500, 16), (keys[1], 1, 200, 0))
    )
    wish = Wish(
        order_id=order_id or f"o-{new_id()}",
        subject=subject_of(new_id().replace("-", "").encode()[-SUBJECT_BYTES:]),
        goods=goods,
        total_minor=716,
        currency="EUR",
        from_at=NOW,
        until_at=NOW + 2 * HOUR,
        kept_until=NOW + 4 * HOUR,
        paid_by="lane",
        pay_until=NOW + 4 * HOUR,
    )
    return database.write_sync(lambda one: orders.place(one, KEYS, S, who, wish, at=NOW))


def take(database: Database, order: Order, lane: str = LANE, sale: str = "x1", at: int = LATER) -> bool:
    return database.write_sync(lambda one: order_lanes.take(one, S, lane, order.order_id, sale, at=at))


def end(
    database: Database,
    outcome: Outcome,
    order: Order | None,
    *,
    lane: str = LANE,
    sale: str = "x1",
    of: str = "",
    hands_out: bool = False,
    sold: dict[str, Sold] | None = None,
    at: int = LATER,
) -> Order | None:
    ended = Ended(
        terminal_id=lane,
        transaction_id=sale,
        envelope_id=f"e-{sale}",
        outcome=outcome,
        resumed_of=of or (order.order_id if order is not None else ""),
        hands_out=hands_out,
        sold=ALL if sold is None else sold,
        at=at,
    )
    return database.write_sync(lambda one: order_lanes.ended(one, S, ended))


ALL = {BEER: Sold(pieces=2, paid_minor=480, deposit_minor=16), APPLES: Sold(pieces=1, paid_minor=200)}


def now(database: Database, order: Order) -> Order:
    found = database.read_sync(lambda one: order_listing.one(one, S, order.order_id))
    assert found is not None
    return found


def cancel(database: Database, order: Order, who: str = orders.BY_MEMBER, at: int = LATER) -> bool:
    return database.write_sync(lambda one: orders.cancel(one, S, order.order_id, who=who, why="test", at=at))


def sweep(database: Database, at: int) -> int:
    return database.write_sync(lambda one: orders.sweep(one, at=at))


def level(database: Database, key: str = BEER) -> tuple[int, int]:
    found = database.read_sync(lambda one: stock.levels(one, S, [key]))[key]
    return found.on_hand, found.reserved


def test_goods_are_set_aside_and_nothing_is_paid_or_handed_over(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    assert (order.is_paid, order.paid_by, order.state, level(shop)) == (False, "lane", "placed", (5, 2))
    assert pickup.standing(order, LATER) is No.UNPAID
    assert not shop.write_sync(lambda one: orders.collect(one, S, order.order_id, who="max", at=LATER))
    assert shop.read_sync(lambda one: order_listing.refundable(one, anna)) == 0
    assert cancel(shop, order)
    assert level(shop) == (5, 0)


def test_a_member_has_so_many_unpaid_orders_and_no_more(shop: Database, anna: str) -> None:
    shop.write_sync(lambda one: order_rules.keep(one, S, Rules(unpaid_max=1), NOW))
    first = place(shop, anna, "o-1")
    with pytest.raises(TooManyError):
        place(shop, anna, "o-2")
    assert level(shop) == (5, 2), "what was refused reserves nothing"
    assert place(shop, anna, "o-1") == first, "the same form again is the same order"
    take(shop, first)
    end(shop, "sold", first)
    assert place(shop, anna, "o-3").order_id == "o-3"


def test_of_two_lanes_one_has_it_and_may_ask_again(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    assert [take(shop, order), take(shop, order), take(shop, order, OTHER, "x2")] == [True, True, False]
    assert not take(shop, order, LANE, "x9"), "nor another purchase of the same lane"
    assert pickup.standing(now(shop, order), LATER) is No.HELD


@pytest.mark.parametrize("hands_out", [False, True])
def test_the_sale_pays_it_once_however_often_it_arrives(shop: Database, anna: str, hands_out: bool) -> None:
    order = place(shop, anna)
    take(shop, order)
    paid = end(shop, "sold", order, hands_out=hands_out)
    assert paid is not None
    assert (paid.is_paid, paid.paid_in, paid.total_minor) == (True, "e-x1", 696)
    assert paid.state == ("collected" if hands_out else "placed")
    assert end(shop, "sold", order, hands_out=hands_out) is None
    assert now(shop, order) == paid
    assert not take(shop, order, OTHER, "x2")
    if not hands_out:
        assert pickup.standing(paid, NOW + 99 * HOUR) is None, "what is paid is kept"
        assert shop.write_sync(
            lambda one: orders.collect(one, S, order.order_id, who="max", at=NOW + 99 * HOUR)
        )
    assert level(shop)[1] == 0


def test_goods_leave_the_count_once_by_the_sale_and_not_again_at_the_counter(
    shop: Database, anna: str
) -> None:
    order = place(shop, anna)
    take(shop, order)
    lines = [
        SimpleNamespace(
            product_key=key, quantity=pieces, paid_minor=100, linked_minor=0, is_voided=False, weight_g=None
        )
        for key, pieces in ((BEER, 2), (APPLES, 1))
    ]
    sale: Any = SimpleNamespace(
        outcome="sold",
        lines=lines,
        transaction_id="x1",
        aside=None,
        resumed_of=order.order_id,
        hands_out=False,
        ended_at=LATER,
    )
    arrival: Any = SimpleNamespace(key=(S, LANE, 1), envelope_id="e-x1")
    for _ in range(2):
        shop.write_sync(lambda one: followers.pay_order(one, arrival, sale, LATER))
        shop.write_sync(lambda one: followers.take_from_stock(one, arrival, sale, LATER))
    assert now(shop, order).is_paid
    assert level(shop) == (3, 0)
    assert shop.write_sync(lambda one: orders.collect(one, S, order.order_id, who="max", at=LATER))
    assert level(shop) == (3, 0)
    assert not shop.read_sync(lambda one: list(stock.faults(one)))


def test_what_was_taken_off_at_the_lane_is_freed_and_not_handed_out(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    paid = end(shop, "sold", order, sold={BEER: Sold(pieces=3, paid_minor=720, deposit_minor=24)})
    assert paid is not None
    assert [(one.key, one.quantity, one.paid_minor) for one in paid.goods] == [(BEER, 2, 480)]
    assert (paid.total_minor, level(shop, APPLES)) == (496, (5, 0))


def test_of_which_nothing_was_bought_it_waits_again(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    assert end(shop, "sold", order, sold={"04000000000001": Sold(pieces=1, paid_minor=100)}) is None
    assert take(shop, order, OTHER, "x2")
    assert level(shop) == (5, 2)


@pytest.mark.parametrize("of", ["", "order"])
def test_a_purchase_that_is_left_gives_it_back(shop: Database, anna: str, of: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    end(shop, "cancelled", order if of else None)
    assert pickup.standing(now(shop, order), LATER) is No.UNPAID
    assert take(shop, order, OTHER, "x2")


def test_a_sale_that_never_took_it_in_gives_it_back(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    assert end(shop, "sold", None) is None
    assert not now(shop, order).is_paid
    assert take(shop, order, OTHER, "x2")


def test_a_lane_that_was_never_heard_of_again_has_it_half_an_hour(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    assert not take(shop, order, OTHER, "x2", at=LATER + HELD_S * SECOND - 1)
    assert take(shop, order, OTHER, "x2", at=LATER + HELD_S * SECOND)


def test_while_a_lane_is_paying_it_nobody_cancels_it(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    assert [cancel(shop, order), cancel(shop, order, "max")] == [False, False]
    assert end(shop, "sold", order) is not None
    assert not cancel(shop, order), "nor what a sale has paid"
    assert cancel(shop, order, "max"), "but staff: the money goes back as a return of the sale"
    assert level(shop) == (5, 0)


def test_a_window_that_is_over_while_it_is_being_paid_takes_nothing_away(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    over = order.kept_until
    take(shop, order, at=over - SECOND)
    assert sweep(shop, over + SECOND) == 0
    assert end(shop, "sold", order, at=over + SECOND) is not None
    assert sweep(shop, over + 99 * HOUR) == 0
    assert now(shop, order).is_open


def test_what_nobody_pays_is_free_again_by_itself(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    assert sweep(shop, order.kept_until) == 1
    ended = now(shop, order)
    assert (ended.state, ended.why, level(shop)) == ("cancelled", "not paid", (5, 0))


def test_a_sale_that_arrives_late_brings_a_cancelled_order_back(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    sweep(shop, order.kept_until)
    paid = end(shop, "sold", order)
    assert paid is not None
    assert (paid.state, paid.is_paid, paid.closed_at, level(shop)) == ("placed", True, 0, (5, 0))
    assert end(shop, "sold", order) is None


def test_paid_at_two_lanes_because_one_was_away_staff_are_told(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    late = LATER + HELD_S * SECOND
    take(shop, order, OTHER, "x2", at=late)
    assert end(shop, "sold", order, lane=OTHER, sale="x2", at=late) is not None
    for _ in range(2):
        assert end(shop, "sold", order, at=late) is None
    assert now(shop, order).paid_in == "e-x2"
    query = sa.select(deeds.c.action, deeds.c.what).where(deeds.c.store_id == S)
    rows = shop.read_sync(lambda one: one.execute(query).all())
    assert ("order.paid_again", order.order_id) in {(row.action, row.what) for row in rows}


def test_an_end_that_is_heard_late_takes_nothing_from_who_has_it_now(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    late = LATER + HELD_S * SECOND
    take(shop, order, OTHER, "x2", at=late)
    for outcome in ("cancelled", "suspended"):
        end(shop, outcome, order, at=late)
        there = now(shop, order)
        assert (there.held_in, there.held_for) == (OTHER, "x2")


def test_put_aside_it_is_paid_where_staff_go_on_with_it(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    end(shop, "suspended", order)
    assert not take(shop, order, OTHER, "x2", at=LATER + 2 * HELD_S * SECOND)
    paid = end(shop, "sold", None, lane=OTHER, sale="x2", of="x1")
    assert paid is not None
    assert paid.paid_in == "e-x2"


def test_put_aside_and_given_up_by_staff_it_may_be_paid_again(shop: Database, anna: str) -> None:
    order = place(shop, anna)
    take(shop, order)
    end(shop, "suspended", order)
    aside = Aside(token="x1", by="max", why="left", item_count=3, total_minor=716, lines=())

    def kept(one: Any) -> bool:
        suspended.keep(
            one, S, LANE, aside, transaction_id="x1", business_date="2027-01-15", currency="EUR", at=LATER
        )
        return suspended.cancel(one, S, "x1", "max", LATER)

    assert shop.write_sync(kept)
    assert take(shop, order, OTHER, "x2")


def test_who_is_forgotten_while_it_is_being_paid_leaves_goods_that_are_paid(
    shop: Database, anna: str
) -> None:
    order = place(shop, anna)
    take(shop, order)
    shop.write_sync(lambda one: orders.forget(one, anna, at=LATER))
    assert (now(shop, order).state, level(shop)) == ("cancelled", (5, 0))
    paid = end(shop, "sold", order)
    assert paid is not None
    assert (paid.state, paid.is_paid) == ("placed", True)


def test_many_lanes_at_once_are_one(shop: Database, anna: str) -> None:
    order = place(shop, anna)

    def go(number: int) -> bool:
        return take(shop, order, f"s1-{number}", f"x{number}")

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(go, range(8))) == [False] * 7 + [True]


def test_the_envelope_of_the_sale_pays_the_order_and_takes_its_goods_out_of_the_count(
    shop: Database, anna: str, clock: ManualClock
) -> None:
    lane = SealingLane("t1")
    begun, *rest = lane.sale_events(2)
    bought = [one.product for one in rest if isinstance(one, e.ItemAdded)]
    for one in bought:
        count(shop, one.key)
    order = place(shop, anna, keys=(bought[0].key, bought[1].key))
    assert isinstance(begun, e.TransactionStarted)
    assert take(shop, order, "t1", begun.transaction_id, at=clock())
    taken = (
        od.OrderPayAsked(ask_id="a", order_id=order.order_id, opened=True),
        od.OrderTaken(ask_id="a", order_id=order.order_id),
        sd.TransactionResumed(of_transaction_id=order.order_id, token=order.order_id, by="order"),
    )
    lane.seal([begun, *taken, *rest])
    upload(shop, lane)
    projector = Projector(shop, clock)
    projector.run_until_idle()
    projector.run_until_idle()
    paid = now(shop, order)
    assert (paid.is_paid, paid.state, paid.held_for) == (True, "placed", "")
    assert paid.paid_in == lane.envelopes[-1].id
    assert [level(shop, one.key) for one in bought] == [(4, 0), (4, 0)]
