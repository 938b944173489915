"""Campaign limits lent to lanes: never more than the limit is spent, whatever is lost on the way."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retail.coupons.escrow import NOTHING, Rights
from retail.wire.scarce import Lease, LeaseRequest
from store.data.database import Database
from store.data.goods import editing, leases
from store.data.goods.leases import FREELY, LIFE_US
from store.data.ids import new_id
from store.data.schema.ingest import terminal_head

STORE, OFFER, LIMIT = "s1", "first-100", 100


def put_campaign(database: Database, store_id: str = STORE, **limit: int) -> None:
    offer = {
        "id": OFFER,
        "derivation": [{"type": "percent", "percent_bp": 1000}],
        "limits": [{"scope": "campaign", **(limit or {"uses": LIMIT})}],
    }
    body = json.dumps(offer).encode()
    database.write_sync(lambda one: editing.put_offer(one, store_id, body, "EUR", by="anna", at=1))


@pytest.fixture
def campaign(database: Database) -> Database:
    put_campaign(database)
    return database


def lend(database: Database, lane: str, at: int = 0, *, store_id: str = STORE, **ask: Any) -> Lease:
    question = LeaseRequest(offer_id=OFFER, **ask)
    lent = database.write_sync(lambda one: leases.lend(one, store_id, lane, question, at=at))
    assert lent is not None
    return lent


def sealed(database: Database, lane: str, acked: int) -> None:
    """Everything up to this envelope is here."""

    def job(connection: sa.Connection) -> None:
        connection.execute(
            sa.delete(terminal_head).where(
                terminal_head.c.store_id == STORE, terminal_head.c.terminal_id == lane
            )
        )
        connection.execute(
            sa.insert(terminal_head).values(
                store_id=STORE, terminal_id=lane, epoch=1, acked=acked, head_hash=b"", updated_at=0
            )
        )

    database.write_sync(job)


def standing(database: Database, store_id: str = STORE) -> tuple[int, int]:
    """Uses lent out, and spent for good."""
    (campaign,) = database.read_sync(lambda one: leases.campaigns(one, store_id))
    return campaign.out.uses, campaign.spent.uses


def test_lanes_share_the_limit(campaign: Database) -> None:
    assert lend(campaign, "a", uses_wanted=60).uses == 60
    assert lend(campaign, "b", uses_wanted=60).uses == 40
    empty = lend(campaign, "c", uses_wanted=1)
    assert (empty.uses, empty.slice_id, empty.expires_at) == (0, "", 0)
    assert standing(campaign) == (100, 0)


def test_what_was_spent_is_gone_and_the_rest_stays_with_its_lane(campaign: Database) -> None:
    first = lend(campaign, "a", uses_wanted=20)
    second = lend(campaign, "a", at=5, uses_wanted=10, slice_id=first.slice_id, spent_uses=5)
    assert (second.uses, second.expires_at) == (15, 5 + LIFE_US)
    assert standing(campaign) == (15, 5)
    third = lend(campaign, "a", uses_wanted=20, slice_id=second.slice_id, spent_uses=15)
    assert third.uses == 20
    assert standing(campaign) == (20, 20)


def test_a_lost_answer_counts_nothing_twice(campaign: Database) -> None:
    first = lend(campaign, "a", uses_wanted=20)
    for spent in (5, 5, 8, 8, 11):  # the lane never hears of the slices that replace the first
        lost = lend(campaign, "a", uses_wanted=20, slice_id=first.slice_id, spent_uses=spent)
        assert standing(campaign) == (20, spent)
        assert lost.uses == 20
    heard = lend(campaign, "a", slice_id=lost.slice_id, spent_uses=2)
    assert standing(campaign) == (18, 13)
    assert heard.uses == 18


def test_a_slice_of_an_older_journal_takes_nothing_back(campaign: Database) -> None:
    first = lend(campaign, "a", uses_wanted=20)
    second = lend(campaign, "a", uses_wanted=20, slice_id=first.slice_id, spent_uses=4)
    lend(campaign, "a", uses_wanted=20, slice_id=second.slice_id, spent_uses=4)
    lend(campaign, "a", uses_wanted=20, slice_id=first.slice_id, spent_uses=20)
    assert standing(campaign) == (20, 8)


def test_more_than_was_granted_cannot_be_spent_of_a_slice(campaign: Database) -> None:
    first = lend(campaign, "a", uses_wanted=20)
    lend(campaign, "a", uses_wanted=1, slice_id=first.slice_id, spent_uses=10**6)
    assert standing(campaign) == (1, 20)


def test_the_rest_comes_back_only_when_expired_and_everything_sealed_is_here(campaign: Database) -> None:
    first = lend(campaign, "a", uses_wanted=80)

    def give_back(at: int, slice_id: str, sealed: int) -> Lease:
        return lend(campaign, "a", at, uses_wanted=10, slice_id=slice_id, epoch=1, sealed=sealed)

    sealed(campaign, "a", acked=7)
    early = give_back(LIFE_US - 1, first.slice_id, 7)
    assert early.uses == 80
    late = LIFE_US - 1 + LIFE_US
    behind = give_back(late, early.slice_id, 8)
    assert behind.uses == 80
    untold = lend(campaign, "a", late + LIFE_US, uses_wanted=10, slice_id=behind.slice_id)
    assert untold.uses == 80
    drained = give_back(late + 2 * LIFE_US, untold.slice_id, 7)
    assert drained.uses == 10
    assert standing(campaign) == (10, 0)
    assert lend(campaign, "b", uses_wanted=100).uses == 90


def test_a_campaign_may_limit_money_and_leave_uses_free(database: Database) -> None:
    put_campaign(database, amount_minor=5_000)
    lent = lend(database, "a", uses_wanted=10, amount_wanted_minor=2_000)
    assert (lent.uses, lent.amount_minor) == (FREELY, 2_000)
    assert lend(database, "b", uses_wanted=10, amount_wanted_minor=9_000).amount_minor == 3_000


def test_what_a_campaign_used_before_it_was_lent_counts(database: Database) -> None:
    put_campaign(database, uses=10, used=8)
    assert lend(database, "a", uses_wanted=10).uses == 2


def test_a_limit_that_is_lowered_takes_nothing_from_lanes_and_gives_nothing_more(campaign: Database) -> None:
    lend(campaign, "a", uses_wanted=60)
    put_campaign(campaign, uses=30)
    assert lend(campaign, "b", uses_wanted=10).uses == 0
    assert standing(campaign) == (60, 0)


def test_an_offer_without_a_campaign_limit_lends_nothing(database: Database) -> None:
    put_campaign(database)
    question = LeaseRequest(offer_id="another", uses_wanted=1)
    assert database.write_sync(lambda one: leases.lend(one, STORE, "a", question, at=0)) is None


# --- any story ---------------------------------------------------------------------------------------------


@dataclass
class AloneLane:
    """A lane that spends from the slice it knows of, and tells."""

    slice_id: str = ""
    left: int = 0
    spent: int = 0
    expires_at: int = 0
    ever: int = 0

    def spend(self, uses: int, at: int) -> None:
        uses = min(uses, self.left) if at < self.expires_at else 0
        self.left, self.spent, self.ever = self.left - uses, self.spent + uses, self.ever + uses

    def take(self, lease: Lease) -> None:
        self.slice_id, self.left, self.spent = lease.slice_id, lease.uses, 0
        self.expires_at = lease.expires_at


story = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["ask", "ask", "ask, and the answer is lost", "spend", "wait a day"]),
        st.integers(0, 25),
    ),
    max_size=25,
)


@given(story=story)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_never_more_than_the_limit_is_spent(database: Database, story: list[tuple[int, str, int]]) -> None:
    store_id = new_id()
    put_campaign(database, store_id, uses=40)
    lanes = [AloneLane() for _ in range(3)]
    at = 0
    for number, what, amount in story:
        lane = lanes[number]
        at += 1
        if what == "spend":
            lane.spend(amount, at)
        elif what == "wait a day":
            at += LIFE_US
        else:
            lease = lend(
                database,
                f"lane-{number}",
                at,
                store_id=store_id,
                uses_wanted=amount,
                slice_id=lane.slice_id,
                spent_uses=lane.spent,
            )
            assert lease.uses >= lane.left
            if what == "ask":
                lane.take(lease)
        assert sum(one.ever for one in lanes) <= 40
    told = database.read_sync(lambda one: leases.campaigns(one, store_id))
    for one in told:
        assert one.limit == Rights(uses=40, amount_minor=leases.UNLIMITED)
        assert one.out.uses + one.spent.uses <= 40
        assert one.known_spent == NOTHING


# --- a service that was restored ---------------------------------------------------------------------------


def test_a_slice_nobody_remembers_counts_what_its_lane_tells_once(campaign: Database) -> None:
    """The service was restored from a copy made before it gave the slice."""
    first = lend(campaign, "a", uses_wanted=10, slice_id="forgotten", spent_uses=7)
    assert standing_for_good(campaign) == 7
    again = lend(campaign, "a", uses_wanted=10, slice_id="forgotten", spent_uses=9)
    assert standing_for_good(campaign) == 9
    lend(campaign, "a", uses_wanted=10, slice_id=again.slice_id, spent_uses=4)
    assert standing_for_good(campaign) == 13
    assert first.uses == again.uses == 10


def test_a_slice_nobody_remembers_comes_after_the_one_that_is_remembered(campaign: Database) -> None:
    known = lend(campaign, "a", uses_wanted=10)
    lend(campaign, "a", uses_wanted=10, slice_id="forgotten", spent_uses=3)
    assert standing_for_good(campaign) == 3
    assert lend(campaign, "b", uses_wanted=LIMIT).uses == LIMIT - 10 - 3
    assert known.slice_id != ""


def test_a_slice_of_an_old_image_is_remembered_and_told_nothing(campaign: Database) -> None:
    first = lend(campaign, "a", uses_wanted=10)
    second = lend(campaign, "a", uses_wanted=10, slice_id=first.slice_id, spent_uses=2)
    third = lend(campaign, "a", uses_wanted=10, slice_id=second.slice_id, spent_uses=2)
    lend(campaign, "a", uses_wanted=10, slice_id=first.slice_id, spent_uses=1)
    assert standing_for_good(campaign) == 4
    assert third.uses == 10


def standing_for_good(database: Database) -> int:
    (found,) = database.read_sync(lambda one: leases.campaigns(one, STORE))
    return found.spent.uses
