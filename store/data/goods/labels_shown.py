"""What shelf labels said: kept as they tell it, and asked for by product and moment.

Source: docs/labels.md, "What the shelf said".
Invariants: a label's word is only ever added; the moment is the service's own.
"""

import msgspec
import sqlalchemy as sa

from retail.wire.labels import LabelText, Shown, Verdict
from store.data.goods import labels
from store.data.schema.labels import shelf_shown


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time in which a label showed something."""

    label_id: str
    text: LabelText
    from_at: int
    until_at: int
    """0: still."""


def shown(connection: sa.Connection, store_id: str, said: Shown, *, at: int) -> Verdict:
    """Keep what a label says that it shows; the moment is the service's."""
    label = labels.one(connection, store_id, said.label_id)
    told = labels.told_text(connection, store_id, said.label_id, said.pos)
    if label is None or told is None:
        return "unknown"
    if label.shown_pos != said.pos and not label.is_gone:
        labels.note_shown(connection, store_id, said.label_id, said.pos, *told, at)
    return "kept" if said.pos == label.pos else "old"


def history(
    connection: sa.Connection, store_id: str, product_key: str, *, at: int = 0, limit: int = 200
) -> list[Said]:
    """When labels of a product said what, newest first; with a moment, what they said then."""
    mine, later = shelf_shown, shelf_shown.alias("later")
    rows = connection.execute(
        sa.select(mine.c.label_id, mine.c.text_no, mine.c.at, later.c.at.label("until"))
        .select_from(
            mine.outerjoin(
                later,
                sa.and_(
                    later.c.store_id == mine.c.store_id,
                    later.c.label_id == mine.c.label_id,
                    later.c.number == mine.c.number + 1,
                ),
            )
        )
        .where(
            mine.c.store_id == store_id,
            mine.c.product_key == product_key,
            *([mine.c.at <= at, sa.func.coalesce(later.c.at, at + 1) > at] if at else []),
        )
        .order_by(mine.c.at.desc(), mine.c.label_id)
        .limit(limit)
    ).all()
    known = labels.texts(connection, store_id, [(product_key, row.text_no) for row in rows])
    return [
        Said(
            label_id=row.label_id,
            text=known[product_key, row.text_no],
            from_at=row.at,
            until_at=row.until or 0,
        )
        for row in rows
    ]
