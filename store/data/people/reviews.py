"""What members say of goods they bought: one word each, shown to everybody, hidden by staff if need be.

Whether somebody bought it stands in the statement that writes: a sale of this store, sold and theirs, with
the product in a line that was not taken back out. Nothing shown leads to a member.

Source: docs/phone.md, "Reviews".
Invariants: who did not buy it writes nothing; a review goes with its member.
"""

import hashlib

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data.schema.sales import sale, sale_line
from store.data.schema.stories import product_review
from store.data.upsert import insert

WORDS_MAX = 500
SHOWN_MAX = 20
STARS = (1, 2, 3, 4, 5)


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A review as it is shown."""

    stars: int
    words: str
    language: str
    at: int


class Listed(Review, frozen=True, kw_only=True):
    """A review as staff see it: under a name that leads to nobody."""

    review_id: str
    product_key: str
    state: str


class Rated(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a product."""

    count: int
    tenths: int
    """Stars on average, in tenths; 0: nobody said anything."""
    reviews: tuple[Review, ...]


def bought(connection: sa.Connection, store_id: str, member_id: str, product_key: str) -> bool:
    """Whether a member bought this here."""
    return bool(connection.execute(sa.select(_bought(store_id, member_id, product_key))).scalar())


def say(
    connection: sa.Connection,
    store_id: str,
    member_id: str,
    product_key: str,
    stars: int,
    words: str,
    language: str,
    *,
    at: int,
) -> bool:
    """Say something of goods one bought, in place of what one said before; false: one did not buy them."""
    require(stars in STARS and len(words) <= WORDS_MAX, "one to five stars and a few words")
    if not bought(connection, store_id, member_id, product_key):
        return False
    values = {
        "sold_in": store_id,
        "stars": stars,
        "words": words,
        "language": language,
        "state": "shown",
        "at": at,
    }
    connection.execute(
        insert(connection, product_review)
        .values(member_id=member_id, product_key=product_key, **values)
        .on_conflict_do_update(
            index_elements=["member_id", "product_key"],
            set_={name: value for name, value in values.items() if name != "state"},  # hidden stays hidden
        )
    )
    return True


def of_product(connection: sa.Connection, product_key: str) -> Rated:
    """What is said of a product, newest first."""
    mine = product_review.c.product_key == product_key, product_review.c.state == "shown"
    count, stars = connection.execute(
        sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(product_review.c.stars), 0)).where(*mine)
    ).one()
    names = Review.__struct_fields__
    rows = connection.execute(
        sa.select(*(product_review.c[name] for name in names))
        .where(*mine)
        .order_by(product_review.c.at.desc(), product_review.c.member_id)
        .limit(SHOWN_MAX)
    )
    return Rated(
        count=int(count),
        tenths=(int(stars) * 10 * 2 + int(count)) // (2 * int(count)) if count else 0,
        reviews=tuple(Review(**row._mapping) for row in rows),
    )


def of_member(connection: sa.Connection, member_id: str) -> list[dict[str, object]]:
    """What a member said, for their export."""
    rows = connection.execute(
        sa.select(
            product_review.c.product_key,
            product_review.c.stars,
            product_review.c.words,
            product_review.c.at,
        )
        .where(product_review.c.member_id == member_id)
        .order_by(product_review.c.product_key)
    )
    return [dict(row._mapping) for row in rows]


def newest(connection: sa.Connection, store_id: str, limit: int = 100) -> list[Listed]:
    """What was said last of goods bought here."""
    table = product_review
    rows = connection.execute(
        sa.select(table).where(table.c.sold_in == store_id).order_by(table.c.at.desc()).limit(limit)
    )
    return [
        Listed(
            review_id=name_of(row.member_id, row.product_key),
            product_key=row.product_key,
            stars=row.stars,
            words=row.words,
            language=row.language,
            state=row.state,
            at=row.at,
        )
        for row in rows
    ]


def set_state(connection: sa.Connection, store_id: str, review_id: str, *, is_hidden: bool) -> bool:
    """Hide a review, or show it again; false: there is none of this name."""
    table = product_review
    rows = connection.execute(
        sa.select(table.c.member_id, table.c.product_key).where(table.c.sold_in == store_id)
    )
    found = next((row for row in rows if name_of(row.member_id, row.product_key) == review_id), None)
    if found is None:
        return False
    connection.execute(
        sa.update(table)
        .where(table.c.member_id == found.member_id, table.c.product_key == found.product_key)
        .values(state="hidden" if is_hidden else "shown")
    )
    return True


def forget(connection: sa.Connection, member_id: str) -> None:
    """A member is forgotten: what they said goes with them."""
    connection.execute(sa.delete(product_review).where(product_review.c.member_id == member_id))


def name_of(member_id: str, product_key: str) -> str:
    """A review's name for staff: it cannot be turned back into a member."""
    return hashlib.sha256(f"{member_id}/{product_key}".encode()).hexdigest()[:24]


def _bought(store_id: str, member_id: str, product_key: str) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        sale.c.store_id == store_id,
        sale.c.member_id == member_id,
        sale.c.member_id != "",
        sale.c.outcome == "sold",
        sale_line.c.store_id == store_id,
        sale_line.c.envelope_id == sale.c.envelope_id,
        sale_line.c.product_key == product_key,
        sa.not_(sale_line.c.is_voided),
    )
