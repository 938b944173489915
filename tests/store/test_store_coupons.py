"""The book of coupons: held, used once for ever, lost where lanes were alone."""

import threading
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient
from store_follower import Follower
from store_lane_door import HEADER, door
from store_world import ManualClock, watched

from retail.coupons.redemption import Status
from retail.journal.events import CouponRedeemed
from retail.terms import no_terms
from retail.wire import scarce
from retail.wire.scarce import CouponHold, HoldCoupon
from store.data.database import Database
from store.data.goods import coupons
from store.data.goods.coupons import Taken
from store.data.ids import new_id
from store.data.journals import losses
from store.data.lanes import alerts, terminals
from store.lanes import scarce as scarce_room
from store.settings import Settings

STORE, SCOPE = "s1", "store:s1"
KEY = "store:THANKS/AB12CD34"
SECOND = 1_000_000
Client = TestClient[Any]


def ask(transaction: str, key: str = KEY) -> HoldCoupon:
    return HoldCoupon(transaction_id=transaction, redemption_key=key, coupon_id="store:THANKS")


def used(key: str = KEY, saving: int = 300) -> CouponRedeemed:
    return CouponRedeemed(
        coupon_no=1,
        coupon_id="store:THANKS",
        redemption_key=key,
        saving_minor=saving,
        redeemed_on="2027-01-15",
    )


def hold(
    database: Database, transaction: str, at: int = 0, key: str = KEY, store_id: str = STORE
) -> CouponHold:
    return database.write_sync(lambda one: coupons.hold(one, store_id, "s1-1", ask(transaction, key), at=at))


def sold(
    database: Database, transaction: str, *events: CouponRedeemed, at: int = 0, store_id: str = STORE
) -> Taken:
    return database.write_sync(
        lambda one: coupons.redeem_from_sale(one, store_id, "s1-2", transaction, events, at=at)
    )


def test_one_purchase_holds_a_coupon_until_its_lease_is_over(database: Database) -> None:
    lease = coupons.LEASE_S * SECOND
    assert hold(database, "t1") == CouponHold(redemption_key=KEY, verdict="held", held_until=lease)
    assert hold(database, "t1", at=60 * SECOND).held_until == lease + 60 * SECOND
    assert hold(database, "t2", at=61 * SECOND).verdict == "held_elsewhere"
    assert hold(database, "t2", at=lease + 60 * SECOND).verdict == "held"
    assert hold(database, "t1", at=lease + 61 * SECOND).verdict == "held_elsewhere"


def test_a_coupon_that_was_let_go_is_free(database: Database) -> None:
    hold(database, "t1")
    release = lambda transaction: database.write_sync(  # noqa: E731
        lambda one: coupons.release(one, STORE, transaction, KEY, at=1)
    )
    assert not release("t2")
    assert release("t1")
    assert not release("t1")
    assert hold(database, "t2").verdict == "held"


def test_a_used_coupon_goes_down_the_stores_feed_and_is_used_for_ever(database: Database) -> None:
    hold(database, "t1")
    assert sold(database, "t1", used()) == Taken(used=(KEY,))
    follower = Follower(database, STORE, SCOPE)
    follower.catch_up()
    assert follower.rows == {("coupon_used", KEY): b'{"used_on":"2027-01-15"}'}
    assert hold(database, "t2", at=10**15).verdict == "used"
    assert hold(database, "t1", at=10**15).verdict == "held"


def test_a_sale_that_is_told_again_changes_nothing(database: Database) -> None:
    for _ in range(3):
        assert sold(database, "t1", used(), used("")) == Taken(used=(KEY,))
    assert Follower(database, STORE, SCOPE).catch_up().head.head == 1
    assert database.read_sync(lambda one: coupons.losses(one, STORE)) == ()


def test_a_coupon_given_twice_by_lanes_without_a_link_is_a_loss_that_staff_hear_of(
    database: Database,
) -> None:
    sold(database, "t1", used(), at=5)
    for _ in range(2):
        assert sold(database, "t2", used(saving=250), at=7) == Taken(losses=(KEY,))
    (loss,) = database.read_sync(lambda one: coupons.losses(one, STORE))
    assert (loss.transaction_id, loss.first_transaction_id) == ("t2", "t1")
    assert (loss.saving_minor, loss.terminal_id, loss.booked_at) == (250, "s1-2", 7)
    (alert,) = database.read_sync(lambda one: alerts.still_open(one, STORE))
    assert (alert.kind, alert.transaction_id) == ("coupon_loss", "t2")
    assert KEY.rpartition("/")[2] not in alert.text


def test_a_sale_takes_a_coupon_that_another_basket_only_holds(database: Database) -> None:
    hold(database, "online", at=0)
    assert sold(database, "offline", used(), at=1) == Taken(used=(KEY,))
    assert hold(database, "online", at=2).verdict == "used"


def test_a_returned_sale_frees_its_coupon_if_the_campaign_gives_back(database: Database) -> None:
    sold(database, "t1", used())

    def roll_back(gives_back: bool) -> bool:
        return database.write_sync(
            lambda one: coupons.roll_back(one, STORE, "t1", KEY, gives_back=gives_back, at=9)
        )

    assert not roll_back(gives_back=False)
    assert roll_back(gives_back=True)
    assert not roll_back(gives_back=True)
    follower = Follower(database, STORE, SCOPE)
    follower.catch_up()
    assert follower.rows == {}
    assert sold(database, "t1", used()) == Taken()
    assert hold(database, "t1").verdict == "refused"
    assert hold(database, "t2").verdict == "held"


def test_stores_keep_books_of_their_own(database: Database) -> None:
    sold(database, "t1", used())
    assert hold(database, "t2", store_id="s2").verdict == "held"


def test_coupons_used_long_ago_leave_the_replicas_and_stay_in_the_book(database: Database) -> None:
    sold(database, "t1", used(), at=0)

    def forget(at: int) -> int:
        return database.write_sync(lambda one: coupons.forget_used(one, STORE, at=at))

    assert forget(coupons.USED_KEPT_US) == 0
    assert forget(coupons.USED_KEPT_US + 1) == 1
    assert forget(coupons.USED_KEPT_US + 1) == 0
    follower = Follower(database, STORE, SCOPE)
    follower.catch_up()
    assert follower.rows == {}
    assert hold(database, "t2").verdict == "used"


def test_of_two_workers_one_gives_a_coupon(postgresql_dsn: str) -> None:
    """Several processes on one database, all asking for the same coupons at once."""
    keys = [f"c/{number}" for number in range(12)]
    with watched(Database.open(postgresql_dsn)) as first, watched(Database.open(postgresql_dsn)) as second:
        verdicts: dict[tuple[str, str], str] = {}
        start = threading.Barrier(4)

        def worker(database: Database, name: str) -> None:
            start.wait()
            for key in keys:
                verdicts[name, key] = hold(database, name, key=key).verdict

        names = {"a": first, "b": second, "c": first, "d": second}
        threads = [threading.Thread(target=worker, args=(one, name)) for name, one in names.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for key in keys:
            told = sorted(verdicts[name, key] for name in names)
            assert told == ["held", "held_elsewhere", "held_elsewhere", "held_elsewhere"]
        states = [second.read_sync(lambda one, its=key: coupons.state(one, STORE, its)) for key in keys]
        assert {state.status for state in states} == {Status.RESERVED}


def test_a_loss_that_is_told_again_stays_one_when_the_coupon_is_free_again(database: Database) -> None:
    store_id = new_id()
    sold(database, "b", used(), at=0, store_id=store_id)
    sold(database, "a", used(), at=0, store_id=store_id)
    database.write_sync(lambda one: coupons.roll_back(one, store_id, "b", KEY, gives_back=True, at=1))
    sold(database, "a", used(), at=2, store_id=store_id)
    assert database.read_sync(lambda one: coupons.state(one, store_id, KEY)).status is not Status.REDEEMED
    losses = database.read_sync(lambda one: coupons.losses(one, store_id))
    assert [one.transaction_id for one in losses] == ["a"]


steps = st.lists(
    st.tuples(
        st.sampled_from(["hold", "release", "sell", "return"]), st.sampled_from("abc"), st.integers(0, 2000)
    ),
    max_size=12,
)


@given(steps=steps)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_one_sale_at_most_stands_and_every_other_is_a_loss(
    database: Database, steps: list[tuple[str, str, int]]
) -> None:
    store_id = new_id()
    at, selling, returned = 0, set(), set()
    for what, transaction, wait in steps:
        at += wait * SECOND
        if what == "hold":
            hold(database, transaction, at=at, store_id=store_id)
        elif what == "release":
            database.write_sync(
                lambda one, its=transaction, now=at: coupons.release(one, store_id, its, KEY, at=now)
            )
        elif what == "sell":
            sold(database, transaction, used(), at=at, store_id=store_id)
            selling.add(transaction)
        elif database.write_sync(
            lambda one, its=transaction, now=at: coupons.roll_back(
                one, store_id, its, KEY, gives_back=True, at=now
            )
        ):
            returned.add(transaction)
    state = database.read_sync(lambda one: coupons.state(one, store_id, KEY))
    lost = {loss.transaction_id for loss in database.read_sync(lambda one: coupons.losses(one, store_id))}
    standing = {state.transaction_id} if state.status is Status.REDEEMED else set()
    assert standing | lost | returned == selling
    assert not standing & lost
    follower = Follower(database, store_id, f"store:{store_id}")
    if selling:
        follower.catch_up()
    assert bool(follower.rows) == bool(standing)


# --- over HTTP ---------------------------------------------------------------------------------------------


@pytest.fixture
def client(
    settings: Settings, database: Database, clock: ManualClock
) -> Iterator[Client]:  # the fixture, not hypothesis's decorator
    with door(settings, database, clock, [scarce_room.room]) as opened:
        yield opened


def post(client: Client, path: str, body: msgspec.Struct | dict[str, Any], lane: str = "s1/s1-1") -> Any:
    raw = msgspec.json.encode(body)
    return client.post(path, content=raw, headers={"content-type": "application/json", HEADER: lane})


def test_a_lane_holds_and_lets_go(client: Client, clock: ManualClock) -> None:
    told = msgspec.json.decode(post(client, scarce.COUPON_HOLD_PATH, ask("t1")).content, type=CouponHold)
    assert (told.verdict, told.held_until) == ("held", clock() + coupons.LEASE_S * SECOND)
    second = post(client, scarce.COUPON_HOLD_PATH, ask("t2"), "s1/s1-2")
    assert second.json()["verdict"] == "held_elsewhere"
    assert post(client, scarce.COUPON_RELEASE_PATH, ask("t1")).status_code == 200
    assert post(client, scarce.COUPON_HOLD_PATH, ask("t2"), "s1/s1-2").json()["verdict"] == "held"
    assert post(client, scarce.COUPON_HOLD_PATH, ask("t3"), "s2/s2-1").json()["verdict"] == "held"


def test_points_of_nobody_are_refused(client: Client) -> None:
    wish = scarce.HoldPoints(transaction_id="t1", member_id="m-1", points=100)
    assert post(client, scarce.POINTS_HOLD_PATH, wish).json() == {
        "points": 0,
        "verdict": "refused",
        "held_until": 0,
    }
    assert post(client, scarce.POINTS_RELEASE_PATH, wish).status_code == 200


def test_questions_that_make_no_sense_are_refused(client: Client) -> None:
    for path, body in (
        (scarce.COUPON_HOLD_PATH, ask("")),
        (scarce.COUPON_HOLD_PATH, ask("t", "k" * 201)),
        (scarce.COUPON_HOLD_PATH, ask("t", "a\x00b")),
        (scarce.COUPON_HOLD_PATH, {"transaction_id": "t"}),
        (scarce.COUPON_HOLD_PATH, {"transaction_id": "t", "redemption_key": 5, "coupon_id": "c"}),
        (scarce.POINTS_HOLD_PATH, scarce.HoldPoints(transaction_id="t", member_id="m", points=-1)),
        (scarce.POINTS_HOLD_PATH, scarce.HoldPoints(transaction_id="t", member_id="m", points=2**70)),
        (scarce.LEASE_PATH, scarce.LeaseRequest(offer_id="o", uses_wanted=-1)),
        (scarce.LEASE_PATH, scarce.LeaseRequest(offer_id="o", slice_id="s" * 201)),
    ):
        assert post(client, path, body).status_code == 400, body
    assert post(client, scarce.LEASE_PATH, scarce.LeaseRequest(offer_id="none")).status_code == 404


def test_the_owner_is_told_what_an_outage_can_cost(database: Database) -> None:
    for number in range(3):
        database.write_sync(lambda one, its=number: terminals.make(one, STORE, f"lane {its}", at=1))
    sold(database, "t1", used())
    sold(database, "t2", used(saving=250))
    terms = no_terms("EUR")
    told = database.read_sync(lambda one: losses.worst_loss(one, STORE, terms))
    assert (told.lanes, told.coupons_minor) == (0, 0)  # none of them has enrolled yet
    assert (told.booked_losses, told.booked_minor) == (1, 250)
