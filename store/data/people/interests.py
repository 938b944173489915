"""What offers may be chosen by: what a member said they like, what they bought, and that they are here.

Each becomes a group of the member, as offers ask for groups (`interest-vegan`, `buys-drinks-wine`,
`checked-in`), and reaches lanes with the member. The member's consent stands in the very statement that reads
what it is about: without it the data give nothing, whoever asks.

Source: docs/phone.md, "Interests", "Checking in".
Invariants: no group without its consent at that moment; a check-in counts to the end of its day; at most
GROUPS_MAX groups, so that lanes can always read a member.
"""

import datetime
from collections.abc import Iterable

import sqlalchemy as sa

from retail.check import require
from store.data.clock import SECOND
from store.data.schema.interests import member_checkin, member_interest
from store.data.schema.members import member_visit
from store.data.schema.phone import phone_consent
from store.data.schema.sales import sale, sale_line
from store.data.upsert import insert

INTERESTS = {
    "vegan": "Vegan",
    "vegetarian": "Vegetarian",
    "organic": "Organic",
    "gluten-free": "Gluten-free",
    "lactose-free": "Lactose-free",
    "baking": "Baking",
    "cooking": "Cooking",
    "wine": "Wine",
    "coffee": "Coffee",
    "sport": "Sport",
    "family": "Family",
    "pets": "Pets",
    "evening-wear": "Evening wear",
    "gifts": "Gifts",
}
"""What a member may say they like, and how pages call it (a key of their languages)."""
BY_INTEREST, BY_HISTORY, HERE = "interest-", "buys-", "checked-in"
"""How the groups begin, or are called."""
GROUPS_MAX = 20
HISTORY_MAX = 6
HISTORY_DAYS = 90
HISTORY_LEAST = 3
"""Purchases with goods of a category that make it one the member buys."""
SWEEP_MAX = 200


def is_personal(group: str) -> bool:
    """Whether a group comes from here: nobody else may hand it out."""
    return group == HERE or group.startswith((BY_INTEREST, BY_HISTORY))


def agreed(member_id: sa.ColumnElement[str], purpose: str) -> sa.ColumnElement[bool]:
    """For a statement's WHERE: the newest word of this member on this purpose is yes."""
    newest = (
        sa.select(phone_consent.c.is_given)
        .where(phone_consent.c.member_id == member_id, phone_consent.c.purpose == purpose)
        .order_by(phone_consent.c.at.desc(), phone_consent.c.consent_id.desc())
        .limit(1)
        .correlate_except(phone_consent)
        .scalar_subquery()
    )
    return sa.func.coalesce(newest, sa.false()).is_(True)


# --- what a member said ------------------------------------------------------------------------------------


def declared(connection: sa.Connection, member_id: str) -> tuple[str, ...]:
    """What a member said they like; nothing without their consent."""
    rows = connection.execute(
        sa.select(member_interest.c.interest)
        .where(
            member_interest.c.member_id == member_id,
            agreed(member_interest.c.member_id, "interests"),
        )
        .order_by(member_interest.c.interest)
    )
    return tuple(rows.scalars())


def declare(connection: sa.Connection, member_id: str, interests: Iterable[str], *, at: int) -> None:
    """Say what one likes; what was said before and is not among it is forgotten."""
    chosen = sorted(set(interests))
    require(all(one in INTERESTS for one in chosen), "an interest is one of the list")
    connection.execute(sa.delete(member_interest).where(member_interest.c.member_id == member_id))
    if chosen:
        values = [{"member_id": member_id, "interest": one, "made_at": at} for one in chosen]
        connection.execute(sa.insert(member_interest), values)


# --- being here --------------------------------------------------------------------------------------------


def check_in(
    connection: sa.Connection, store_id: str, member_id: str, *, day: str, until: int, at: int
) -> bool:
    """Say that one is in the shop, to the end of its day; false if one has said so today."""
    known = connection.execute(
        sa.select(member_checkin.c.day).where(
            member_checkin.c.member_id == member_id,
            member_checkin.c.checked_in == store_id,
            member_checkin.c.until > at,
        )
    ).scalar()
    values = {"checked_in": store_id, "day": day, "at": at, "until": until}
    connection.execute(
        insert(connection, member_checkin)
        .values(member_id=member_id, **values)
        .on_conflict_do_update(index_elements=["member_id"], set_=values)
    )
    return known is None


def check_out(connection: sa.Connection, member_id: str) -> None:
    """Take it back."""
    connection.execute(sa.delete(member_checkin).where(member_checkin.c.member_id == member_id))


def checked_in(connection: sa.Connection, member_id: str, at: int) -> str:
    """The shop a member is checked in to; empty: none."""
    query = sa.select(member_checkin.c.checked_in).where(
        member_checkin.c.member_id == member_id, member_checkin.c.until > at
    )
    return connection.execute(query).scalar() or ""


def left(connection: sa.Connection, *, at: int) -> list[str]:
    """Members whose check-in is over; it is forgotten. Lanes have to be told. Repeat while SWEEP_MAX."""
    over = list(
        connection.execute(
            sa.select(member_checkin.c.member_id).where(member_checkin.c.until <= at).limit(SWEEP_MAX)
        ).scalars()
    )
    if over:
        connection.execute(
            sa.delete(member_checkin).where(
                member_checkin.c.member_id.in_(over), member_checkin.c.until <= at
            )
        )
    return over


# --- what offers see ---------------------------------------------------------------------------------------


def groups(connection: sa.Connection, member_id: str, at: int) -> tuple[str, ...]:
    """The groups a member is in by what they agreed to, now."""
    found = [HERE] if checked_in(connection, member_id, at) else []
    found += [BY_INTEREST + one for one in declared(connection, member_id)]
    found += [BY_HISTORY + one for one in bought(connection, member_id, at)]
    return tuple(found[:GROUPS_MAX])


def bought(connection: sa.Connection, member_id: str, at: int) -> tuple[str, ...]:
    """The kinds of goods a member buys again and again; nothing without their consent."""
    since = at - HISTORY_DAYS * 86_400 * SECOND
    purchases = sa.func.count(sale.c.envelope_id.distinct())
    query = (
        sa.select(sale_line.c.category)
        .join(
            sale,
            sa.and_(sale.c.store_id == sale_line.c.store_id, sale.c.envelope_id == sale_line.c.envelope_id),
        )
        .where(
            sale.c.store_id.in_(_shops_of(member_id)),
            sale.c.member_id == member_id,
            agreed(sa.literal(member_id), "history"),
            sale.c.outcome == "sold",
            sale.c.started_at >= since,
            sa.not_(sale_line.c.is_voided),
            sale_line.c.category != "",
        )
        .group_by(sale_line.c.category)
        .having(purchases >= HISTORY_LEAST)
        .order_by(purchases.desc(), sale_line.c.category)
        .limit(HISTORY_MAX)
    )
    return tuple(word_of(category) for category in connection.execute(query).scalars())


def word_of(category: str) -> str:
    """A category as part of a group's name.

    >>> word_of("drinks/red_wine")
    'drinks-red_wine'
    """
    plain = "".join(
        one if one.isascii() and (one.isalnum() or one == "_") else "-" for one in category.lower()
    )
    return plain[: 40 - len(BY_HISTORY)]


def _shops_of(member_id: str) -> sa.Select[tuple[str]]:
    """Where a member has bought, by their own visits."""
    return sa.select(member_visit.c.booked_in).where(member_visit.c.member_id == member_id).distinct()


def forget(connection: sa.Connection, member_id: str) -> None:
    """Take out what is about an erased member."""
    for table in (member_interest, member_checkin):
        connection.execute(sa.delete(table).where(table.c.member_id == member_id))


def end_of_day(at: int, zone: datetime.tzinfo) -> int:
    """When the day of a moment is over on the shop's clock."""
    local = datetime.datetime.fromtimestamp(at / SECOND, zone)
    tomorrow = local.date() + datetime.timedelta(days=1)
    return round(datetime.datetime.combine(tomorrow, datetime.time(), zone).timestamp()) * SECOND
