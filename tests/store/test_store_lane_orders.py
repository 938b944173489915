"""Orders at the lanes' door: found by their code, handed out once, the same answer to whoever lost it."""

import concurrent.futures
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from litestar.testing import TestClient
from store_lane_door import HEADER, door
from store_world import ManualClock

from retail.credential import issue
from retail.credential.code import LINK_BYTES, Kind
from retail.wire import orders as wire
from store.data.database import Database
from store.data.ordering import orders, stock
from store.data.ordering.order import Goods, Wish
from store.data.people import credential_keys
from store.data.people.members import Members, Terms
from store.data.stored_value import value, value_cards
from store.data.stored_value.value import Origin
from store.identity import vault
from store.identity.shredding import Person
from store.lanes import orders as asking
from store.settings import Settings

SUBJECT = "AAAAAAAAAAAAAAAA"
HOUR = 3_600_000_000
KEY = "04012345678901"


@pytest.fixture
def lanes(settings: Settings, database: Database, clock: ManualClock) -> Iterator[TestClient[Any]]:
    with door(settings, database, clock, (asking.room,)) as client:
        yield client


def place(
    settings: Settings, database: Database, clock: ManualClock, *, years: int = 0, is_due: bool = False
) -> None:
    """An order of two pieces, paid or to be paid at a lane, whose window has begun."""
    keys, now = vault.load(settings.folder), clock()

    def job(connection: sa.Connection) -> None:
        who = Members(keys).add(connection, "s1", Person(name="Anna"), Terms(), who="test", at=now)
        origin = Origin(store_id="s1", who="max", why="test")
        account = value_cards.open_member(connection, who, currency="EUR", origin=origin, at=now)
        assert account is not None
        value.load(connection, account, "load:1", 1000, None, origin=origin, at=now)
        stock.count(connection, "s1", KEY, 5, "first", who="max", why="counted", at=now)
        goods = Goods(key=KEY, names={"": "Beer"}, quantity=2, paid_minor=500, list_minor=500, years=years)
        wish = Wish(
            order_id="o1",
            subject=SUBJECT,
            goods=(goods,),
            total_minor=500,
            currency="EUR",
            from_at=now,
            until_at=now + HOUR,
            kept_until=now + 2 * HOUR,
            paid_by="lane" if is_due else "balance",
            pay_until=now + 2 * HOUR if is_due else 0,
        )
        orders.place(connection, keys, "s1", who, wish, at=now)

    database.write_sync(job)


def code(settings: Settings, database: Database, clock: ManualClock) -> str:
    keys, at_s = vault.load(settings.folder), clock() // 1_000_000

    def job(connection: sa.Connection) -> issue.Grant:
        signer = credential_keys.signer(connection, keys, "s1", at_s)
        return issue.moving(
            Kind.PICKUP, SUBJECT, shop_id="s1", from_s=at_s, last_link=bytes(LINK_BYTES), signer=signer
        )

    text = issue.shown(database.write_sync(job), at_s)
    assert text is not None
    return text


def show(client: TestClient[Any], text: str, ask_id: str = "t1", lane: str = "s1/s1-1") -> wire.OrderShown:
    asked = msgspec.json.encode(wire.ShowOrder(ask_id=ask_id, code=text))
    answer = client.post(wire.SHOW_PATH, content=asked, headers={HEADER: lane})
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=wire.OrderShown)


def hand_out(client: TestClient[Any], ask_id: str = "t1", lane: str = "s1/s1-1") -> wire.OrderHandedOut:
    asked = msgspec.json.encode(wire.HandOutOrder(ask_id=ask_id, order_id="o1"))
    answer = client.post(wire.HAND_OUT_PATH, content=asked, headers={HEADER: lane})
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=wire.OrderHandedOut)


def pay(
    client: TestClient[Any], sale: str = "x1", ask_id: str = "t1", lane: str = "s1/s1-1"
) -> wire.OrderToPay:
    asked = msgspec.json.encode(wire.PayOrder(ask_id=ask_id, order_id="o1", transaction_id=sale))
    answer = client.post(wire.PAY_PATH, content=asked, headers={HEADER: lane})
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=wire.OrderToPay)


def on_hand(database: Database) -> tuple[int, int]:
    found = database.read_sync(lambda one: stock.levels(one, "s1", [KEY]))[KEY]
    return found.on_hand, found.reserved


def test_an_order_is_shown_and_handed_out_once_and_a_lost_answer_is_given_again(
    lanes: TestClient[Any], settings: Settings, database: Database, clock: ManualClock
) -> None:
    place(settings, database, clock)
    text = code(settings, database, clock)
    found = show(lanes, text)
    assert (found.verdict, found.order_id, found.goods[0].quantity) == ("found", "o1", 2)
    assert show(lanes, text) == found, "asked again"
    assert [hand_out(lanes).verdict for _ in range(3)] == ["handed_out"] * 3
    assert on_hand(database) == (3, 0)
    assert show(lanes, text, "t2").reason == "collected"


def test_a_lane_hands_out_only_what_was_shown_to_it(
    lanes: TestClient[Any], settings: Settings, database: Database, clock: ManualClock
) -> None:
    place(settings, database, clock)
    assert hand_out(lanes).verdict == "refused"
    text = code(settings, database, clock)
    show(lanes, text)
    assert show(lanes, text, "t9", "s1/s1-2").reason == "code_copied"
    assert [hand_out(lanes, "t9", "s1/s1-2").reason, hand_out(lanes, "t2").reason] == ["code_copied"] * 2
    assert hand_out(lanes, "t1", "s2/s1-1").verdict == "refused"
    assert on_hand(database) == (5, 2)


def test_two_lanes_and_many_askings_at_once_hand_out_once(
    lanes: TestClient[Any], settings: Settings, database: Database, clock: ManualClock
) -> None:
    place(settings, database, clock)
    text = code(settings, database, clock)

    def go(number: int) -> tuple[str, str]:
        lane = f"s1/s1-{number % 2}"
        show(lanes, text, "t1", lane)
        return lane, hand_out(lanes, "t1", lane).verdict

    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        done = {lane for lane, verdict in pool.map(go, range(6)) if verdict == "handed_out"}
    assert len(done) == 1
    assert on_hand(database) == (3, 0)


def test_another_shop_the_wrong_time_and_an_age_hand_nothing_out(
    lanes: TestClient[Any], settings: Settings, database: Database, clock: ManualClock
) -> None:
    place(settings, database, clock, years=16)
    text = code(settings, database, clock)
    assert show(lanes, text, lane="s2/s2-1").verdict == "refused"
    assert show(lanes, "nonsense").reason.startswith("code_")
    assert show(lanes, text).years == 16
    assert hand_out(lanes) == wire.OrderHandedOut(verdict="refused", reason="age")
    database.write_sync(lambda one: orders.cancel(one, "s1", "o1", who="max", why="test", at=clock()))
    assert hand_out(lanes).reason == "cancelled"
    assert show(lanes, text).reason == "cancelled"
    for wrong in ({"ask_id": "", "order_id": "o1"}, {"ask_id": "t", "order_id": "x" * 99}):
        assert lanes.post(wire.HAND_OUT_PATH, json=wrong).status_code == 400


def test_an_unpaid_order_is_given_to_one_purchase_of_the_lane_it_was_shown_to(
    lanes: TestClient[Any], settings: Settings, database: Database, clock: ManualClock
) -> None:
    place(settings, database, clock, is_due=True)
    assert pay(lanes).reason == "code_copied", "it was not shown"
    text = code(settings, database, clock)
    found = show(lanes, text)
    assert (found.verdict, found.due_minor, found.currency) == ("found", 500, "EUR")
    assert hand_out(lanes).reason == "unpaid"
    given = pay(lanes)
    assert [(one.key, one.quantity, one.paid_minor) for one in given.goods] == [(KEY, 2, 500)]
    assert pay(lanes) == given, "asked again"
    assert pay(lanes, "x2").reason == "held"
    assert [show(lanes, text).reason, hand_out(lanes).reason] == ["held", "held"]
    assert pay(lanes, ask_id="t9", lane="s1/s1-2").verdict == "refused"
    assert pay(lanes, lane="s2/s1-1").verdict == "refused"


def test_what_is_paid_cancelled_or_too_late_is_not_paid_at_a_lane(
    lanes: TestClient[Any], settings: Settings, database: Database, clock: ManualClock
) -> None:
    place(settings, database, clock)
    assert show(lanes, code(settings, database, clock)).due_minor == 0
    assert pay(lanes).reason == "paid"
    database.write_sync(lambda one: orders.cancel(one, "s1", "o1", who="max", why="test", at=clock()))
    assert pay(lanes).reason == "cancelled"
    for wrong in ({"ask_id": "t", "order_id": "o1", "transaction_id": ""}, {"ask_id": "t", "order_id": "o1"}):
        assert lanes.post(wire.PAY_PATH, json=wrong, headers={HEADER: "s1/s1-1"}).status_code == 400


def test_two_lanes_that_show_the_same_code_bring_it_once(
    lanes: TestClient[Any], settings: Settings, database: Database, clock: ManualClock
) -> None:
    place(settings, database, clock, is_due=True)
    text = code(settings, database, clock)

    def go(number: int) -> str:
        lane = f"s1/s1-{number % 2}"
        show(lanes, text, "t1", lane)
        return lane if pay(lanes, f"x{number % 2}", "t1", lane).verdict == "held" else ""

    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        had = {lane for lane in pool.map(go, range(6)) if lane}
    assert len(had) == 1
