"""Electronic shelf labels: which there are, what each was told, what each said that it shows.

Source: docs/labels.md.
Invariants: texts, tellings and words of labels are only ever added; a place of the feed is given once.
"""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.wire.labels import SIZES, LabelText
from store.data.schema.labels import shelf_head, shelf_label, shelf_shown, shelf_text, shelf_told
from store.data.upsert import insert

LABELS_MAX = 100_000
"""Of one shop."""
KEYS_AT_ONCE = 500
GRACE_MIN, GRACE_MIN_MAX = 30, 240
"""Minutes the lower price counts after a change, unless the shop says otherwise; at most."""
_decoder = msgspec.json.Decoder(LabelText)
_encoder = msgspec.json.Encoder(order="deterministic")


class LabelError(ValueError):
    """A label that cannot be; the message says why."""


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A label as it stands."""

    label_id: str
    product_key: str
    size: str
    is_gone: bool
    pos: int
    text_no: int
    told_at: int
    shown_pos: int
    shown_at: int
    made_at: int

    @property
    def is_shown(self) -> bool:
        """Whether it says that it shows what it was told."""
        return self.text_no > 0 and self.shown_pos == self.pos


# --- the shop's labels -----------------------------------------------------------------------------------


def put(
    connection: sa.Connection, store_id: str, label_id: str, product_key: str, size: str, *, at: int
) -> None:
    """Hang a label at a product, a new one or one that hung elsewhere. Raises `LabelError`."""
    require(size in SIZES, "a size of the list")
    known = one(connection, store_id, label_id)
    if known is None and count(connection, store_id) >= LABELS_MAX:
        raise LabelError(f"at most {LABELS_MAX} labels")
    if known is not None and not known.is_gone and (known.product_key, known.size) == (product_key, size):
        return
    if known is None:
        connection.execute(
            sa.insert(shelf_label).values(
                store_id=store_id,
                label_id=label_id,
                product_key=product_key,
                size=size,
                is_gone=False,
                pos=0,
                text_no=0,
                told_at=0,
                shown_pos=0,
                shown_at=0,
                shown_count=0,
                made_at=at,
            )
        )
        return
    _change(connection, store_id, label_id, product_key=product_key, size=size, is_gone=False, text_no=0)


def take_off(connection: sa.Connection, store_id: str, label_id: str, *, at: int) -> bool:
    """Take a label off its shelf; false if it hangs nowhere."""
    known = one(connection, store_id, label_id)
    if known is None or known.is_gone:
        return False
    pos = _next_place(connection, store_id)
    _change(connection, store_id, label_id, is_gone=True, pos=pos, text_no=0, told_at=at)
    note_shown(connection, store_id, label_id, pos, "", 0, at)
    return True


def one(connection: sa.Connection, store_id: str, label_id: str) -> Label | None:
    """A label."""
    row = connection.execute(_labels(store_id).where(shelf_label.c.label_id == label_id)).one_or_none()
    return Label(**row._mapping) if row is not None else None


def listed(connection: sa.Connection, store_id: str, *, limit: int, product_key: str = "") -> list[Label]:
    """Labels that hang, those that do not show what they were told first, the longest waiting first."""
    query = _labels(store_id).where(sa.not_(shelf_label.c.is_gone))
    if product_key:
        query = query.where(shelf_label.c.product_key == product_key)
    shows = sa.case((_waits(), 0), else_=1)
    rows = connection.execute(
        query.order_by(shows, shelf_label.c.told_at, shelf_label.c.label_id).limit(limit)
    )
    return [Label(**row._mapping) for row in rows]


def count(connection: sa.Connection, store_id: str, *, waiting_since: int | None = None) -> int:
    """How many labels hang; with a moment, how many have not shown what they were told before it."""
    query = (
        sa.select(sa.func.count())
        .select_from(shelf_label)
        .where(shelf_label.c.store_id == store_id, sa.not_(shelf_label.c.is_gone))
    )
    if waiting_since is not None:
        query = query.where(_waits(), shelf_label.c.told_at <= waiting_since)
    return int(connection.execute(query).scalar_one())


def products(connection: sa.Connection, store_id: str) -> list[str]:
    """The goods that have a label."""
    rows = connection.execute(
        sa.select(shelf_label.c.product_key)
        .where(shelf_label.c.store_id == store_id, sa.not_(shelf_label.c.is_gone))
        .distinct()
        .order_by(shelf_label.c.product_key)
    )
    return list(rows.scalars())


def products_among(connection: sa.Connection, store_id: str, keys: Sequence[str]) -> set[str]:
    """Those of some goods that have a label."""
    found: set[str] = set()
    for start in range(0, len(keys), KEYS_AT_ONCE):
        rows = connection.execute(
            sa.select(shelf_label.c.product_key).where(
                shelf_label.c.store_id == store_id,
                shelf_label.c.product_key.in_(list(keys[start : start + KEYS_AT_ONCE])),
                sa.not_(shelf_label.c.is_gone),
            )
        )
        found.update(rows.scalars())
    return found


def untold(connection: sa.Connection, store_id: str) -> list[str]:
    """The goods of labels that were told nothing yet."""
    rows = connection.execute(
        sa.select(shelf_label.c.product_key)
        .where(shelf_label.c.store_id == store_id, sa.not_(shelf_label.c.is_gone), shelf_label.c.text_no == 0)
        .distinct()
    )
    return list(rows.scalars())


def has_label(connection: sa.Connection, store_id: str, product_key: str) -> bool:
    """Whether a label says what this costs."""
    return bool(listed(connection, store_id, limit=1, product_key=product_key))


# --- how long the lower price counts ---------------------------------------------------------------------


def grace_min(connection: sa.Connection, store_id: str) -> int:
    """Minutes in which the lower of two prices counts, once one has changed."""
    found = connection.execute(
        sa.select(shelf_head.c.grace_min).where(shelf_head.c.store_id == store_id)
    ).scalar()
    return GRACE_MIN if found is None else int(found)


def set_grace(connection: sa.Connection, store_id: str, minutes: int) -> None:
    """Say how long the lower price counts."""
    require(0 <= minutes <= GRACE_MIN_MAX, f"0 to {GRACE_MIN_MAX} minutes")
    _with_head(connection, store_id)
    connection.execute(
        sa.update(shelf_head).where(shelf_head.c.store_id == store_id).values(grace_min=minutes)
    )


# --- what labels are told --------------------------------------------------------------------------------


def tell(connection: sa.Connection, store_id: str, texts: Mapping[str, LabelText], *, at: int) -> int:
    """Let the labels of goods say this; how many labels have something new to show."""
    told = 0
    for key, text in texts.items():
        number, newest = _newest(connection, store_id, key)
        if newest != text:
            number += 1
            connection.execute(
                sa.insert(shelf_text).values(
                    store_id=store_id, product_key=key, text_no=number, text=_encoder.encode(text), at=at
                )
            )
        late = connection.execute(
            sa.select(shelf_label.c.label_id)
            .where(
                shelf_label.c.store_id == store_id,
                shelf_label.c.product_key == key,
                sa.not_(shelf_label.c.is_gone),
                shelf_label.c.text_no != number,
            )
            .order_by(shelf_label.c.label_id)
        ).scalars()
        for label_id in list(late):
            pos = _next_place(connection, store_id)
            _change(connection, store_id, label_id, pos=pos, text_no=number, told_at=at)
            connection.execute(
                sa.insert(shelf_told).values(
                    store_id=store_id, label_id=label_id, pos=pos, product_key=key, text_no=number, at=at
                )
            )
            told += 1
    return told


def since(connection: sa.Connection, store_id: str, after: int, limit: int) -> list[Label]:
    """Labels with something told after a place, in order; those that were taken off, too."""
    rows = connection.execute(
        _labels(store_id).where(shelf_label.c.pos > after).order_by(shelf_label.c.pos).limit(limit)
    )
    return [Label(**row._mapping) for row in rows]


def texts(
    connection: sa.Connection, store_id: str, wanted: Sequence[tuple[str, int]]
) -> dict[tuple[str, int], LabelText]:
    """Texts by product and number."""
    if not wanted:
        return {}
    rows = connection.execute(
        sa.select(shelf_text.c.product_key, shelf_text.c.text_no, shelf_text.c.text).where(
            shelf_text.c.store_id == store_id,
            sa.tuple_(shelf_text.c.product_key, shelf_text.c.text_no).in_(list(set(wanted))),
        )
    )
    return {(row.product_key, row.text_no): _decoder.decode(row.text) for row in rows}


def told_text(connection: sa.Connection, store_id: str, label_id: str, pos: int) -> tuple[str, int] | None:
    """What a label was told at a place: product and number of the text."""
    row = connection.execute(
        sa.select(shelf_told.c.product_key, shelf_told.c.text_no).where(
            shelf_told.c.store_id == store_id, shelf_told.c.label_id == label_id, shelf_told.c.pos == pos
        )
    ).one_or_none()
    return (row.product_key, row.text_no) if row is not None else None


def note_shown(
    connection: sa.Connection, store_id: str, label_id: str, pos: int, key: str, text_no: int, at: int
) -> None:
    """Write down that a label shows something else now; `key` empty: it hangs nowhere."""
    number = connection.execute(
        sa.update(shelf_label)
        .where(shelf_label.c.store_id == store_id, shelf_label.c.label_id == label_id)
        .values(shown_pos=pos, shown_at=at, shown_count=shelf_label.c.shown_count + 1)
        .returning(shelf_label.c.shown_count)
    ).scalar_one()
    connection.execute(
        sa.insert(shelf_shown).values(
            store_id=store_id,
            label_id=label_id,
            number=number,
            product_key=key,
            text_no=text_no,
            pos=pos,
            at=at,
        )
    )


def _newest(connection: sa.Connection, store_id: str, key: str) -> tuple[int, LabelText | None]:
    row = connection.execute(
        sa.select(shelf_text.c.text_no, shelf_text.c.text)
        .where(shelf_text.c.store_id == store_id, shelf_text.c.product_key == key)
        .order_by(shelf_text.c.text_no.desc())
        .limit(1)
    ).one_or_none()
    return (row.text_no, _decoder.decode(row.text)) if row is not None else (0, None)


def _with_head(connection: sa.Connection, store_id: str) -> None:
    connection.execute(
        insert(connection, shelf_head)
        .values(store_id=store_id, head=0, grace_min=GRACE_MIN)
        .on_conflict_do_nothing()
    )


def _next_place(connection: sa.Connection, store_id: str) -> int:
    """The next place of the feed; its row is locked until the commit, so places come in order."""
    _with_head(connection, store_id)
    return int(
        connection.execute(
            sa.update(shelf_head)
            .where(shelf_head.c.store_id == store_id)
            .values(head=shelf_head.c.head + 1)
            .returning(shelf_head.c.head)
        ).scalar_one()
    )


def _change(connection: sa.Connection, store_id: str, label_id: str, **values: object) -> None:
    connection.execute(
        sa.update(shelf_label)
        .where(shelf_label.c.store_id == store_id, shelf_label.c.label_id == label_id)
        .values(**values)
    )


def _waits() -> sa.ColumnElement[bool]:
    return sa.or_(shelf_label.c.shown_pos != shelf_label.c.pos, shelf_label.c.text_no == 0)


def _labels(store_id: str) -> sa.Select[tuple[object, ...]]:
    columns = [shelf_label.c[name] for name in Label.__struct_fields__]
    return sa.select(*columns).where(shelf_label.c.store_id == store_id)
