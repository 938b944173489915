"""Counts of what happened on phones, by day: which offers were shown, why others were not, check-ins.

A count names nobody: it is a number beside a day, a word and an offer. It is written in one statement, so
that counting from many phones at once loses nothing.

Source: docs/phone.md, "What the shop learns".
Invariants: no member, phone or session is ever part of a count; at most ABOUT_MAX lines at a time.
"""

from collections.abc import Iterable

import sqlalchemy as sa

from store.data.schema.interests import phone_count
from store.data.upsert import insert

ABOUT_MAX = 100
LISTED_MAX = 1_000


def note(connection: sa.Connection, store_id: str, day: str, what: str, about: Iterable[str]) -> None:
    """One more of each."""
    for one in sorted(set(about))[:ABOUT_MAX]:
        add(connection, store_id, day, what, one, 1)


def add(connection: sa.Connection, store_id: str, day: str, what: str, about: str, number: int) -> None:
    """So many more of one."""
    connection.execute(
        insert(connection, phone_count)
        .values(store_id=store_id, day=day, what=what, about=about, count=number)
        .on_conflict_do_update(
            index_elements=["store_id", "day", "what", "about"], set_={"count": phone_count.c.count + number}
        )
    )


def since(connection: sa.Connection, store_id: str, first_day: str) -> dict[tuple[str, str], int]:
    """(what, about) to how often, from a day on."""
    total = sa.func.sum(phone_count.c.count)
    rows = connection.execute(
        sa.select(phone_count.c.what, phone_count.c.about, total.label("total"))
        .where(phone_count.c.store_id == store_id, phone_count.c.day >= first_day)
        .group_by(phone_count.c.what, phone_count.c.about)
        .order_by(total.desc(), phone_count.c.what, phone_count.c.about)
        .limit(LISTED_MAX)
    )
    return {(row.what, row.about): int(row.total) for row in rows}
