"""Baskets of phones: given to one purchase, paid, put aside or given back as its journal says."""

import concurrent.futures
import threading
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
from retail.wire.handover import CLAIM_PATH, ClaimBasket, PhoneBasket
from retail.wire.suspended import SuspendedGoods
from store.data.database import Database
from store.data.journals import handover
from store.data.people import credential_keys, phones
from store.data.schema.phone import phone_device
from store.data.schema.suspended import suspended_basket
from store.identity import vault
from store.identity.vault import Vault
from store.lanes import handover as claiming
from store.settings import Settings

SUBJECT, OTHER = "AAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBB"
PHONE = "PPPPPPPPPPPPPPPP"
GOODS = (SuspendedGoods(key="04000000000006", quantity=3),)


@pytest.fixture
def lanes(settings: Settings, database: Database, clock: ManualClock) -> Iterator[TestClient[Any]]:
    with door(settings, database, clock, (claiming.room,)) as client:
        yield client


@pytest.fixture
def phone(database: Database) -> str:
    """A member's phone; its id."""
    return database.write_sync(
        lambda one: phones.add(one, "m1", subject=PHONE, public=b"", name="Anna's", at=1)
    )


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    return vault.load(tmp_path_factory.mktemp("keys"))


def offer(
    database: Database, device: str, clock: ManualClock, subject: str = SUBJECT
) -> handover.Standing | None:
    wanted = handover.Offered(
        subject=subject, member_id="m1", device_id=device, member_subject=PHONE, lines=GOODS, coupons=("C1",)
    )
    return database.write_sync(lambda one: handover.offer(one, "s1", wanted, clock()))


def take(
    database: Database, clock: ManualClock, subject: str = SUBJECT, lane: str = "s1-1", sale: str = "x1"
) -> PhoneBasket:
    return database.write_sync(lambda one: handover.claim(one, "s1", lane, subject, sale, clock()))


def end(database: Database, outcome: Any, *, lane: str = "s1-1", sale: str = "x1", of: str = SUBJECT) -> None:
    database.write_sync(
        lambda one: handover.ended(one, "s1", lane, sale, outcome, resumed_of=of, envelope_id=f"e-{sale}")
    )


def standing(database: Database, device: str) -> tuple[str, str, str]:
    found = database.read_sync(lambda one: handover.newest(one, "s1", device))
    assert found is not None
    return found.state, found.lane, found.envelope_id


# --- one lane gets it --------------------------------------------------------------------------------------


def test_one_purchase_gets_it_and_again_and_no_other(
    database: Database, phone: str, clock: ManualClock
) -> None:
    assert offer(database, phone, clock) is None
    first, again = take(database, clock), take(database, clock)
    assert first.verdict == again.verdict == "held"
    assert (first.lines, first.coupons, first.member_subject) == (GOODS, ("C1",), PHONE)
    assert again == first
    for lane, sale in (("s1-1", "x2"), ("s1-2", "x1")):
        other = take(database, clock, lane=lane, sale=sale)
        assert (other.verdict, other.reason, other.lines) == ("used", "held", ())


def test_shown_at_two_lanes_at_once_one_has_it(database: Database, phone: str, clock: ManualClock) -> None:
    offer(database, phone, clock)
    ready = threading.Barrier(8)

    def ask(lane: int) -> str:
        ready.wait()
        return take(database, clock, lane=f"s1-{lane}", sale=f"x{lane}").verdict

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        verdicts = sorted(pool.map(ask, range(8)))
    assert verdicts == ["held"] + ["used"] * 7


def test_of_two_pages_that_offer_at_once_one_basket_is_left(
    database: Database, phone: str, clock: ManualClock
) -> None:
    ready = threading.Barrier(2)

    def ask(subject: str) -> None:
        ready.wait()
        assert offer(database, phone, clock, subject) is None

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(ask, (SUBJECT, OTHER)))
    answers = {take(database, clock, one, sale=one).verdict for one in (SUBJECT, OTHER)}
    assert answers == {"held", "refused"}


# --- changed, over, taken out -------------------------------------------------------------------------------


def test_a_changed_basket_makes_the_code_before_it_worth_nothing(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    offer(database, phone, clock, OTHER)
    old = take(database, clock)
    assert (old.verdict, old.reason) == ("refused", "changed")
    assert take(database, clock, OTHER).verdict == "held"


def test_a_basket_that_is_being_paid_is_not_changed(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    take(database, clock)
    stands = offer(database, phone, clock, OTHER)
    assert stands is not None
    assert (stands.state, stands.lane) == ("claimed", "s1-1")
    assert not database.write_sync(lambda one: handover.withdraw(one, "s1", phone))
    assert take(database, clock, OTHER).reason == "unknown"


def test_taken_back_expired_or_of_another_shop_it_is_given_to_nobody(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    there = database.write_sync(lambda one: handover.claim(one, "s2", "s2-1", SUBJECT, "x1", clock()))
    assert (there.verdict, there.reason) == ("refused", "unknown")
    clock.move(handover.LIFE_S)
    assert take(database, clock).reason == "expired"
    offer(database, phone, clock, OTHER)
    assert database.write_sync(lambda one: handover.withdraw(one, "s1", phone))
    assert take(database, clock, OTHER).reason == "changed"


def test_a_phone_that_was_taken_out_and_a_member_who_was_erased_hand_over_nothing(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    database.write_sync(lambda one: phones.end(one, "m1", phone, 5))
    assert take(database, clock).reason == "revoked"
    database.write_sync(lambda one: handover.forget(one, "m1"))
    assert take(database, clock).reason == "unknown"


# --- how it ends -------------------------------------------------------------------------------------------


def test_paid_it_is_over_and_the_phone_has_its_receipt(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    take(database, clock)
    end(database, "sold")
    assert standing(database, phone) == ("paid", "s1-1", "e-x1")
    replay = take(database, clock, sale="x2")
    assert (replay.verdict, replay.reason) == ("used", "used")
    assert take(database, clock).verdict == "used"  # also for the purchase that paid it
    assert offer(database, phone, clock, OTHER) is None


def test_cancelled_it_is_the_phones_again_and_counts_once_more(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    take(database, clock)
    end(database, "cancelled")
    assert standing(database, phone) == ("open", "", "")
    assert take(database, clock, lane="s1-2", sale="x9").verdict == "held"


def test_a_purchase_that_never_took_it_in_gives_it_back(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    take(database, clock)
    end(database, "sold", of="")  # its answer came too late: other goods were paid
    assert standing(database, phone)[0] == "open"


def test_the_same_end_again_changes_nothing(database: Database, phone: str, clock: ManualClock) -> None:
    offer(database, phone, clock)
    take(database, clock)
    end(database, "cancelled")
    take(database, clock, lane="s1-2", sale="x2")
    end(database, "cancelled")
    assert standing(database, phone)[:2] == ("claimed", "s1-2")


def test_put_aside_it_is_nobodys_to_offer_until_it_is_paid_elsewhere(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    take(database, clock)
    end(database, "suspended")
    stands = offer(database, phone, clock, OTHER)
    assert stands is not None
    assert stands.state == "aside"
    end(database, "suspended", lane="s1-2", sale="x2", of="x1")  # and once more
    end(database, "sold", lane="s1-3", sale="x3", of="x2")
    assert standing(database, phone) == ("paid", "s1-2", "e-x3")


def test_put_aside_and_then_cancelled_by_staff_the_phone_may_offer_again(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    take(database, clock)
    end(database, "suspended")
    row = dict.fromkeys((c.name for c in suspended_basket.c if isinstance(c.type, sa.Text)), "")
    numbers = {c.name: 0 for c in suspended_basket.c if isinstance(c.type, sa.BigInteger)}
    row |= {"store_id": "s1", "token": "x1", "transaction_id": "x1"}
    values: dict[str, Any] = {**row, **numbers, "lines": b"[]", "cancelled_at": 9}
    database.write_sync(lambda one: one.execute(sa.insert(suspended_basket).values(**values)))
    assert offer(database, phone, clock, OTHER) is None


def test_a_lane_that_was_never_heard_of_again_keeps_it_half_an_hour(
    database: Database, phone: str, clock: ManualClock
) -> None:
    offer(database, phone, clock)
    take(database, clock)
    clock.move(handover.CLAIM_S - 1)
    assert offer(database, phone, clock, OTHER) is not None
    clock.move(1)
    assert offer(database, phone, clock, OTHER) is None
    assert take(database, clock).reason == "changed"


def test_yesterdays_are_forgotten(database: Database, phone: str, clock: ManualClock) -> None:
    offer(database, phone, clock)
    clock.move(handover.LIFE_S + handover.KEPT_S - 1)
    assert database.write_sync(lambda one: handover.tidy(one, "s1", clock())) == 0
    clock.move(1)
    assert database.write_sync(lambda one: handover.tidy(one, "s1", clock())) == 1


# --- the door ----------------------------------------------------------------------------------------------


def code(database: Database, keys: Vault, clock: ManualClock, kind: Kind, store_id: str = "s1") -> str:
    at_s = clock() // 1_000_000
    signer = database.write_sync(lambda one: credential_keys.signer(one, keys, store_id, at_s))
    made = issue.moving(
        kind, SUBJECT, shop_id=store_id, from_s=at_s, last_link=b"\7" * LINK_BYTES, signer=signer, life_h=1
    )
    text = issue.shown(made, at_s)
    assert text is not None
    return text


def ask(lanes: TestClient[Any], text: str, sale: str = "x1", lane: str = "s1/s1-1") -> PhoneBasket:
    body = msgspec.json.encode(ClaimBasket(transaction_id=sale, code=text))
    answer = lanes.post(CLAIM_PATH, content=body, headers={HEADER: lane, "content-type": "application/json"})
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=PhoneBasket)


def test_only_a_live_basket_code_of_this_shop_opens_it(
    database: Database, phone: str, clock: ManualClock, lanes: TestClient[Any], keys: Vault
) -> None:
    offer(database, phone, clock)
    good = code(database, keys, clock, Kind.BASKET)
    forged = good[:-1] + ("A" if good[-1] != "A" else "B")
    refused = {
        "wrong_kind": code(database, keys, clock, Kind.MEMBER),
        "unknown_key": code(database, keys, clock, Kind.BASKET, "s2"),
        "not_ours": "hello",
    }
    for reason, text in refused.items():
        assert (ask(lanes, text).verdict, ask(lanes, text).reason) == ("refused", reason)
    assert ask(lanes, forged).reason in {"forged", "damaged"}
    assert ask(lanes, good, sale="").verdict == "refused"
    assert ask(lanes, good).verdict == "held"
    clock.move(61)
    assert (ask(lanes, good).verdict, ask(lanes, good).reason) == ("refused", "old")


def test_a_member_who_is_erased_takes_the_device_along(database: Database, phone: str) -> None:
    database.write_sync(lambda one: phones.forget(one, "m1", 9))
    left = database.read_sync(lambda one: one.execute(sa.select(sa.func.count()).select_from(phone_device)))
    assert left.scalar() == 0
