"""Members' purchases and limited offers: counted once where sales are booked, told to lanes, forgotten."""

import datetime
import functools
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from store_lane_door import HEADER, door
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.basket import Line
from retail.catalogue import Product
from retail.journal import events as e
from retail.journal.envelope import Envelope
from retail.member import CARDS_MAX, USES_MAX, Member, OfferUses
from retail.pricing import Basket, Pricer
from retail.terms import read_terms
from retail.wire.feed import FeedPage
from retail.wire.members import MEMBER_PATH, FindMember, FoundMember
from retail.wire.replica import prices_mark
from store.data import housekeeping
from store.data.database import Database
from store.data.goods import catalogue, changes
from store.data.journals import journal, sales
from store.data.journals.journal import Batch
from store.data.people import visits
from store.data.people.members import Members, Terms, tell_lanes
from store.data.people.visits import Use
from store.data.replication import feed
from store.data.replication.feed import scopes_of, store_scope
from store.data.schema.feed import CHAIN
from store.data.schema.members import member_offer_use, member_visit
from store.identity import lookup
from store.identity.shredding import Person
from store.identity.vault import Vault
from store.lanes import feed as feed_door
from store.lanes import members_lookup
from store.projector.run import Projector
from store.settings import Settings

STORE, LANE = "s1", "s1-1"
VAULT = Vault(bytes(32))
CARD = ("card", "2100000079193")
DAY, NEXT = "2027-01-15", "2027-01-16"
TEA = Product(
    key="04000000000001", gtin="4000000000001", names={"": "tea"}, price_minor=300, currency="EUR",
    tax_rate_bp=700, category="tea",
)  # fmt: skip
HALF = {"type": "percent", "percent_bp": 5_000, "max_units": 1}
OFFERS = msgspec.json.encode(
    {
        "currency": "EUR",
        "offers": [
            {"id": "daily", "derivation": [HALF], "limits": [{"scope": "member_day", "uses": 1}]},
            {
                "id": "ever", "layer": "basket", "derivation": [{"type": "amount", "amount_minor": 10}],
                "limits": [{"scope": "member", "uses": 5}],
            },
            {"id": "free for all", "layer": "basket", "derivation": [{"type": "percent", "percent_bp": 100}]},
        ],
    }
)  # fmt: skip


class Till(SealingLane):
    """A lane that sells tea to Anna by what it was told of her."""

    def __init__(self, database: Database, name: str = LANE) -> None:
        super().__init__(name)
        self.database = database
        self.pricer = Pricer(read_terms(OFFERS, "EUR"))
        self.sold = 0

    def sell(self, member: Member | None, day: str = DAY, *, ends: bool = True) -> Envelope:
        self.sold += 1
        name, at = f"{self.name}-{self.sold}", f"{day}T10:00:00+01:00"
        lines = (Line(line_id=1, product=TEA),)
        basket = Basket(lines=lines, member=member, started_at=at, currency="EUR", campaigns=())
        priced = self.pricer.finish(basket)
        told: list[e.AnyEvent] = [
            e.TransactionStarted(
                transaction_id=name, number=self.sold, started_at=at, currency="EUR",
                prices=mark_now(self.database, self.name), campaigns=(),
            ),
            *([e.MemberIdentified(member=member, how="card")] if member else []),
            e.ItemAdded(line_id=1, product=TEA),
        ]  # fmt: skip
        if not ends:
            return self.seal([*told, e.TransactionCancelled(reason="shopper")])
        *_, attempt, kept, approved, _, _, _ = self.sale_events(1)
        amount = priced.total_minor
        told += [
            e.TenderingStarted(total_minor=amount, priced=priced),
            *(msgspec.structs.replace(one, amount_minor=amount) for one in (attempt, approved)),
        ]
        assert isinstance(kept, e.PaymentResultStored)
        if member is not None:
            told.append(
                e.RewardsGranted(member_id=member.member_id, points_earned=3, points_spent=0, base_minor=300,
                                 stamps={"tea": member.stamps.get("tea", 0) + 1})
            )  # fmt: skip
        return self.seal(
            [*told, e.TransactionClosed(transaction_id=name, total_minor=amount, receipt="none")]
        )

    def upload(self) -> None:
        items = tuple(self.envelopes)
        batch = Batch(
            store_id=STORE, terminal_id=self.name, epoch=1, is_held=False, items=items, received_at=7
        )
        self.database.write_sync(lambda one: journal.receive(one, [batch]))


def mark_now(database: Database, terminal: str) -> str:
    def job(connection: sa.Connection) -> dict[str, tuple[str, int]]:
        heads = {scope: feed.read_head(connection, STORE, scope) for scope in scopes_of(STORE, terminal)}
        return {scope: (head.feed_epoch, head.head) for scope, head in heads.items() if head is not None}

    return prices_mark(database.read_sync(job))


@pytest.fixture
def projector(database: Database, clock: ManualClock) -> Projector:
    scope = store_scope(STORE)

    def bring_in(connection: sa.Connection) -> None:
        change_id = changes.begin(connection, STORE, scope, source="offers.json", by="anna", at=1)
        changes.stage(connection, STORE, scope, change_id, catalogue.terms_rows(OFFERS), number=0)
        changes.finish(connection, STORE, scope, change_id, at=1)

    database.write_sync(bring_in)
    return Projector(database, clock)


@pytest.fixture
def anna(database: Database, clock: ManualClock) -> Member:
    person = Person(name="Anna Adams", credentials=(CARD,))
    terms = Terms(stamps={"tea": 4})
    database.write_sync(
        lambda one: Members(VAULT).add(one, STORE, person, terms, who="eve", at=clock(), member_id="m-anna")
    )
    return fed(database)


def fed(database: Database) -> Member:
    """Anna as the feed tells of her."""
    key = lookup.member_lookup(VAULT, *CARD)
    row = database.read_sync(lambda one: catalogue.find(one, STORE, "member", key))
    assert row is not None
    return msgspec.json.decode(row.body, type=Member)


def rows(database: Database, table: sa.Table) -> list[Any]:
    return list(database.read_sync(lambda one: one.execute(sa.select(table)).all()))


def had(member: Member) -> Mapping[str, OfferUses]:
    return {one.offer_id: one for one in member.uses}


def test_a_sale_counts_once_and_lanes_are_told_at_once(
    database: Database, projector: Projector, anna: Member
) -> None:
    till = Till(database)
    unit = till.sell(anna)
    till.upload()
    projector.run_until_idle()
    assert database.read_sync(lambda one: sales.state_of(one, STORE, unit.id)) == "projected"
    assert database.read_sync(lambda one: sales.aside(one, STORE, unit.id)) is None
    now = fed(database)
    assert had(now) == {
        "daily": OfferUses(offer_id="daily", uses=1, amount_minor=150, day=DAY, day_uses=1, day_minor=150),
        "ever": OfferUses(offer_id="ever", uses=1, amount_minor=10, day=DAY, day_uses=1, day_minor=10),
    }
    assert (now.order_number, now.stamps, now.points) == (2, {"tea": 5}, 3)

    projector.retry(STORE, unit.id)  # opened again: nothing counts twice, and lanes hear nothing new
    before = database.read_sync(lambda one: feed.read_head(one, STORE, CHAIN))
    assert fed(database) == now
    projector.retry(STORE, unit.id)
    assert database.read_sync(lambda one: feed.read_head(one, STORE, CHAIN)) == before


def test_sales_of_several_lanes_and_days_add_up_in_any_order(
    database: Database, projector: Projector, anna: Member
) -> None:
    first, second = Till(database), Till(database, "s1-2")
    first.sell(anna, NEXT)
    second.sell(anna, DAY)  # by what it knew, which was nothing yet
    second.sell(anna, NEXT)
    first.upload()
    projector.run_until_idle()
    second.upload()
    projector.run_until_idle()
    assert len(rows(database, member_visit)) == 3
    now = fed(database)
    assert (now.order_number, now.stamps) == (4, {"tea": 7})
    assert (had(now)["daily"].day, had(now)["daily"].day_uses) == (NEXT, 2)
    assert (had(now)["ever"].uses, had(now)["ever"].day_uses) == (3, 2)


def test_what_is_not_sold_or_not_a_members_counts_for_nobody(
    database: Database, projector: Projector, anna: Member
) -> None:
    till = Till(database)
    till.sell(anna, ends=False)
    till.sell(None)
    till.upload()
    assert projector.run_until_idle() == 2
    assert fed(database) == anna
    assert rows(database, member_visit) == rows(database, member_offer_use) == []


def test_a_member_nobody_knows_here_stops_nothing(database: Database, projector: Projector) -> None:
    till = Till(database)
    unit = till.sell(Member(member_id="m-of-a-file"))
    till.upload()
    projector.run_until_idle()
    assert database.read_sync(lambda one: sales.state_of(one, STORE, unit.id)) == "projected"
    assert [row.member_id for row in rows(database, member_visit)] == ["m-of-a-file"]


def test_a_sale_set_aside_counts_when_a_person_takes_it(
    database: Database, projector: Projector, anna: Member
) -> None:
    till = Till(database)
    dearer = msgspec.structs.replace(anna, uses=(OfferUses(offer_id="daily", uses=1, day=DAY, day_uses=1),))
    honest, till.pricer = till.pricer, Pricer(read_terms(b'{"currency": "EUR", "offers": []}', "EUR"))
    unit = till.sell(dearer)  # sold without any offer: not what its terms say
    till.pricer = honest
    till.upload()
    projector.run_until_idle()
    assert database.read_sync(lambda one: sales.state_of(one, STORE, unit.id)) == "quarantined"
    assert rows(database, member_visit) == []
    assert projector.retry(STORE, unit.id, accepted_by="eve") is None
    assert len(rows(database, member_visit)) == 1
    assert fed(database).order_number == 2


def test_the_lookup_answers_with_the_counts_of_now(
    settings: Settings, database: Database, clock: ManualClock, anna: Member
) -> None:
    use = Use(offer_id="daily", day=DAY, uses=1, amount_minor=150, is_daily=True)
    database.write_sync(  # booked, and lanes not yet told
        lambda one: visits.book(one, STORE, "m-anna", "t1", stamps={}, uses=[use], at=clock())
    )
    assert fed(database).uses == ()
    with door(settings, database, clock, [members_lookup.room]) as client:
        raw = msgspec.json.encode(FindMember(key=lookup.member_lookup(VAULT, *CARD)))
        answer = client.post(MEMBER_PATH, content=raw, headers={"content-type": "application/json"})
    found = msgspec.json.decode(answer.content, type=FoundMember).member
    assert found is not None
    assert [(one.offer_id, one.day, one.day_uses) for one in found.uses] == [("daily", DAY, 1)]


def test_a_page_says_how_far_the_asking_lane_is_counted(
    settings: Settings, database: Database, clock: ManualClock, projector: Projector, anna: Member
) -> None:
    till = Till(database)
    for _ in range(3):
        till.sell(anna)
    till.upload()
    projector.run_until_idle()
    with door(settings, database, clock, [feed_door.room]) as client:
        pages = {}
        for terminal in (LANE, "s1-2"):
            for scope in (CHAIN, store_scope(STORE)):
                answer = client.get(f"/v1/feed/{scope}", headers={HEADER: f"{STORE}/{terminal}"})
                pages[terminal, scope] = msgspec.json.decode(answer.content, type=FeedPage)
    assert {key: (page.booked_epoch, page.booked) for key, page in pages.items()} == {
        (LANE, CHAIN): (1, 3),
        (LANE, store_scope(STORE)): (0, 0),
        ("s1-2", CHAIN): (0, 0),
        ("s1-2", store_scope(STORE)): (0, 0),
    }


def test_old_daily_uses_are_told_no_more_and_then_thrown_away(
    database: Database, clock: ManualClock, anna: Member
) -> None:
    today = datetime.datetime.fromtimestamp(clock() // 1_000_000, datetime.UTC).date()

    def book(transaction_id: str, days_ago: int, *, is_daily: bool) -> None:
        day = (today - datetime.timedelta(days=days_ago)).isoformat()
        use = Use(offer_id=transaction_id, day=day, uses=1, amount_minor=1, is_daily=is_daily)
        database.write_sync(
            lambda one: visits.book(one, STORE, "m-anna", transaction_id, stamps={}, uses=[use], at=clock())
        )

    for name, days_ago in (("today", 0), ("yesterday", 1), ("stale", 3), ("gone", 36)):
        book(name, days_ago, is_daily=True)
    book("old", 400, is_daily=False)
    told = database.read_sync(lambda one: visits.uses_of(one, "m-anna", clock()))
    assert [one.offer_id for one in told] == ["today", "yesterday", "old"]
    housekeeping.tidy(database, at=clock())
    kept = {row.offer_id for row in rows(database, member_offer_use)}
    assert kept == {"today", "yesterday", "stale", "old"}


def test_only_the_newest_offers_are_told(database: Database, clock: ManualClock, anna: Member) -> None:
    uses = [
        Use(offer_id=f"o{number}", day=f"19{number:02}-01-01", uses=1, amount_minor=1, is_daily=False)
        for number in range(10, 10 + USES_MAX + 3)
    ]
    database.write_sync(lambda one: visits.book(one, STORE, "m-anna", "t", stamps={}, uses=uses, at=clock()))
    told = database.read_sync(lambda one: visits.uses_of(one, "m-anna", clock()))
    assert [one.offer_id for one in told] == [f"o{number}" for number in range(USES_MAX + 12, 12, -1)]


def test_a_member_who_is_forgotten_takes_the_counts_along_and_an_export_has_them(
    database: Database, clock: ManualClock, anna: Member
) -> None:
    use = Use(offer_id="ever", day=DAY, uses=2, amount_minor=20, is_daily=False)
    database.write_sync(
        lambda one: visits.book(one, STORE, "m-anna", "t", stamps={"tea": -9}, uses=[use], at=clock())
    )
    members = Members(VAULT)
    raw = database.write_sync(lambda one: members.export(one, STORE, "m-anna", who="eve", at=9, why="asked"))
    assert raw is not None
    told = msgspec.json.decode(raw)
    assert [(one["offer_id"], one["uses"]) for one in told["uses"]] == [("ever", 2)]
    assert told["terms"]["stamps"] == {"tea": 0}
    database.write_sync(lambda one: members.erase(one, STORE, "m-anna", who="eve", at=9, why="asked"))
    assert rows(database, member_offer_use) == rows(database, member_visit) == []


def test_what_a_lane_makes_up_never_makes_a_member_unreadable(
    database: Database, clock: ManualClock, anna: Member
) -> None:
    made_up = {"NO CARD": 3, "tea": 10**12, **{f"card-{number}": 1 for number in range(99)}}
    database.write_sync(
        lambda one: visits.book(one, STORE, "m-anna", "t1", stamps=made_up, uses=[], at=clock())
    )
    database.write_sync(lambda one: tell_lanes(one, ["m-anna"], clock()))
    now = fed(database)
    assert len(now.stamps) == CARDS_MAX
    assert now.stamps["tea"] == visits.STAMPS_MAX
    assert "NO CARD" not in now.stamps


def test_a_day_of_a_wrong_clock_counts_in_all_and_hides_no_other_day(
    database: Database, clock: ManualClock, anna: Member
) -> None:
    today = datetime.datetime.fromtimestamp(clock() // 1_000_000, datetime.UTC).date().isoformat()
    for day in (today, "2099-01-01"):
        book = functools.partial(visits.book, store_id=STORE, member_id="m-anna", transaction_id=day)
        use = Use(offer_id="ever", day=day, uses=1, amount_minor=10, is_daily=False)
        database.write_sync(functools.partial(book, stamps={}, uses=[use], at=clock()))
    (told,) = database.read_sync(lambda one: visits.uses_of(one, "m-anna", clock()))
    assert (told.uses, told.day, told.day_uses) == (2, today, 1)
