"""What offers are chosen by, on every engine: nothing without consent, and figures that lead to nobody."""

from typing import Any

import pytest
import sqlalchemy as sa
from store_world import watched

from retail.member import Member
from store.data.database import Database
from store.data.ids import new_id
from store.data.journals import learned
from store.data.people import consents, interest_counts, interests, phones, visits
from store.data.people.interests import INTERESTS
from store.data.people.members import Members, Terms, as_told, end_checkins
from store.data.schema.sales import sale, sale_discount, sale_line
from store.identity.shredding import Person
from store.identity.vault import Vault

PEOPLE = Members(Vault(bytes(range(32))))
NOW = 1_800_028_800_000_000
DAY = 86_400_000_000


@pytest.fixture
def shop(database: Database) -> tuple[Database, str]:
    """A shop of its own on a server that others share."""
    return watched(database), f"s{new_id()[-8:]}"


def member(database: Database, store_id: str) -> str:
    def job(connection: sa.Connection) -> str:
        known = PEOPLE.add(
            connection, store_id, Person(), Terms(groups=("staff", "interest-wine")), who="test", at=NOW
        )
        phones.add(connection, known, subject=f"S-{new_id()}", public=b"", name="Phone", at=NOW)
        return known

    return database.write_sync(job)


def say(database: Database, who: str, purpose: str, *, given: bool, at: int = NOW) -> None:
    database.write_sync(
        lambda one: consents.say(one, who, purpose, is_given=given, wording="w-1", language="en", at=at)
    )


def groups(database: Database, who: str, at: int = NOW) -> tuple[str, ...]:
    return database.read_sync(lambda one: interests.groups(one, who, at))


def buy(database: Database, store_id: str, who: str, category: str, times: int, at: int = NOW) -> None:
    def row(table: sa.Table, **values: Any) -> dict[str, Any]:
        plain = {one.name: 0 if isinstance(one.type, sa.Integer) else "" for one in table.columns}
        return {**plain, "store_id": store_id, "started_at": at, **values}

    def job(connection: sa.Connection) -> None:
        for _ in range(times):
            name = new_id()
            own = {"envelope_id": name}
            sold = row(sale, **own, transaction_id=name, outcome="sold", member_id=who, total_minor=500)
            connection.execute(sa.insert(sale).values(**sold))
            flags = {"is_voided": False, "is_marked_down": False}
            for number in (1, 2):
                line = row(sale_line, **own, line_id=number, category=category, **flags)
                connection.execute(sa.insert(sale_line).values(**line))
            visits.book(connection, store_id, who, name, stamps={}, uses=(), at=at)

    database.write_sync(job)


def test_nothing_chooses_an_offer_before_its_consent_nor_after_it_was_taken_back(
    shop: tuple[Database, str],
) -> None:
    database, store_id = shop
    who = member(database, store_id)
    database.write_sync(lambda one: interests.declare(one, who, ["vegan", "pets"], at=NOW))
    buy(database, store_id, who, "drinks/wine", 3)
    assert groups(database, who) == ()
    say(database, who, "interests", given=True)
    assert groups(database, who) == ("interest-pets", "interest-vegan")
    say(database, who, "history", given=True)
    assert groups(database, who) == ("interest-pets", "interest-vegan", "buys-drinks-wine")
    say(database, who, "interests", given=False, at=NOW + 1)
    assert groups(database, who) == ("buys-drinks-wine",)
    say(database, who, "history", given=False, at=NOW + 1)
    assert groups(database, who) == ()


def test_two_purchases_or_old_ones_are_no_habit(shop: tuple[Database, str]) -> None:
    database, store_id = shop
    who = member(database, store_id)
    say(database, who, "history", given=True)
    buy(database, store_id, who, "drinks/wine", 2)
    buy(database, store_id, who, "bakery", 3, at=NOW - 91 * DAY)
    assert groups(database, who) == ()


def test_a_group_of_ours_that_an_import_handed_out_does_not_count(shop: tuple[Database, str]) -> None:
    database, store_id = shop
    who = member(database, store_id)

    def told(connection: sa.Connection) -> tuple[str, ...]:
        listed = Member(member_id=who, groups=("staff", "interest-wine", "checked-in", "buys-pets"))
        return as_told(connection, listed, NOW).groups

    assert database.read_sync(told) == ("staff",)


def test_a_check_in_is_over_with_its_day(shop: tuple[Database, str]) -> None:
    database, store_id = shop
    who = member(database, store_id)

    def check_in(connection: sa.Connection) -> bool:
        return interests.check_in(connection, store_id, who, day="2027-01-15", until=NOW + DAY, at=NOW)

    assert [database.write_sync(check_in), database.write_sync(check_in)] == [True, False]
    assert groups(database, who, NOW + DAY - 1) == ("checked-in",)
    assert groups(database, who, NOW + DAY) == ()
    assert database.write_sync(lambda one: end_checkins(one, at=NOW + DAY)) >= 1
    assert groups(database, who) == ()


def test_whoever_is_forgotten_leaves_no_interest(shop: tuple[Database, str]) -> None:
    database, store_id = shop
    who = member(database, store_id)
    say(database, who, "interests", given=True)
    database.write_sync(lambda one: interests.declare(one, who, list(INTERESTS), at=NOW))
    assert len(groups(database, who)) == len(INTERESTS)
    database.write_sync(lambda one: PEOPLE.erase(one, store_id, who, who="x", at=NOW, why="asked"))
    assert groups(database, who) == ()


def test_the_figures_count_only_who_agrees_and_hide_the_few(shop: tuple[Database, str]) -> None:
    database, store_id = shop
    people = [member(database, store_id) for _ in range(6)]
    for number, who in enumerate(people):
        liked = ["pets", "vegan"] if number < 2 else ["pets"]
        database.write_sync(lambda one, who=who, liked=liked: interests.declare(one, who, liked, at=NOW))  # type: ignore[misc]
        say(database, who, "interests", given=number < 5)
    buy(database, store_id, people[0], "bakery", 2)
    for _ in range(3):
        database.write_sync(
            lambda one: interest_counts.note(one, store_id, "2027-01-15", "shown", ["vegan-week"])
        )

    def job(connection: sa.Connection) -> learned.Learned:
        return learned.learned(
            connection, store_id, first_day="2027-01-01", since=NOW - DAY, hour_of=lambda at: 17
        )

    told = database.read_sync(job)
    assert [one.count for one in told.funnel] == [6, 5, 5, 0, 0, 0]
    assert (told.interests, told.few) == ((("pets", 5),), 1)
    assert [(one.offer_id, one.shown, one.redeemed) for one in told.offers] == [("vegan-week", 3, 0)]
    assert [(one.baskets, one.total_minor) for one in told.channels] == [(2, 1000)] + [(0, 0)] * 6
    assert not any(who in repr(told) for who in people)


def test_every_query_of_what_the_shop_learns_leaves_out_who_did_not_agree(
    shop: tuple[Database, str],
) -> None:
    """Six who never said a word, six who took theirs back; then the same twelve agree."""
    database, store_id = shop
    people = [member(database, store_id) for _ in range(12)]
    for number, who in enumerate(people):
        database.write_sync(lambda one, who=who: interests.declare(one, who, ["pets"], at=NOW))  # type: ignore[misc]
        buy(database, store_id, who, "drinks/wine", 3)
        if number >= 6:
            for purpose in ("interests", "history"):
                say(database, who, purpose, given=True)
                say(database, who, purpose, given=False, at=NOW + 1)

    def discounted(connection: sa.Connection) -> None:
        query = sa.select(sale.c.envelope_id).where(sale.c.store_id == store_id)
        for name in connection.execute(query).scalars().all():
            plain: dict[str, Any] = {
                one.name: 0 if isinstance(one.type, sa.Integer) else "" for one in sale_discount.columns
            }
            own = {"store_id": store_id, "envelope_id": name, "offer_id": "pets-week", "started_at": NOW}
            connection.execute(sa.insert(sale_discount).values(**{**plain, **own}))
        interest_counts.note(connection, store_id, "2027-01-15", "shown", ["pets-week"])

    database.write_sync(discounted)

    def told() -> learned.Learned:
        return database.read_sync(
            lambda one: learned.learned(
                one, store_id, first_day="2027-01-01", since=NOW - DAY, hour_of=lambda at: 17
            )
        )

    before = told()
    assert [one.count for one in before.funnel[1:4]] == [0, 0, 0]
    assert (before.interests, before.few) == ((), 0)
    assert [(one.offer_id, one.redeemed) for one in before.offers] == [("pets-week", 0)]
    assert [groups(database, who) for who in people] == [()] * 12
    for who in people:
        for purpose in ("interests", "history"):
            say(database, who, purpose, given=True, at=NOW + 2)
    after = told()
    assert [one.count for one in after.funnel[1:4]] == [12, 12, 12]
    assert after.interests == (("pets", 12),)
    assert [(one.offer_id, one.redeemed) for one in after.offers] == [("pets-week", 36)]
    assert groups(database, people[0]) == ("interest-pets", "buys-drinks-wine")


def test_a_basket_a_lane_took_over_is_a_channel_of_its_own(shop: tuple[Database, str]) -> None:
    database, store_id = shop
    for what, number in ((learned.HANDED, 1), (learned.HANDED_MINOR, 1250)) * 2:
        database.write_sync(
            lambda one, what=what, number=number: interest_counts.add(  # type: ignore[misc]
                one, store_id, "2027-01-15", what, "", number
            )
        )
    told = database.read_sync(
        lambda one: learned.learned(
            one, store_id, first_day="2027-01-01", since=NOW - DAY, hour_of=lambda at: 17
        )
    )
    assert [(one.baskets, one.average_minor) for one in told.channels[2:4]] == [(2, 1250), (0, 0)]
