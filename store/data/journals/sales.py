"""The sales that were worked out of envelopes, and the envelopes that were set aside.

Called by `store.projector`: `waiting` and `arrived` say what there is to open, `advance` and `put` write a
chunk. `advance` names where the lane's cursor stood; where it has moved since (another worker was faster) the
lane's part of the chunk is left out.

Source: docs/store.md, "Projection".
Invariants: a chunk and its cursors become visible together; writing an envelope's rows again replaces them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from store.data import upsert
from store.data.rules import every_store
from store.data.schema import attention
from store.data.schema import sales as tables
from store.data.schema.ingest import envelope, terminal_head

Key = tuple[str, str, int]
"""store, terminal, epoch."""
APART = (attention.intervention_event, attention.staff_sign, attention.weight_sample)
"""Tables that nothing else rests on: they can be worked out again while sales stay as they are."""
_PARTS = (
    *APART,
    tables.sale_line,
    tables.sale_discount,
    tables.sale_tax,
    tables.sale_tender,
    tables.sale_coupon,
    tables.lane_event,
    tables.sale,
)


class Cursor(msgspec.Struct, frozen=True, kw_only=True):
    """How far a lane's envelopes were opened, and how far they have arrived."""

    key: Key
    projected: int
    journal_hash: str
    acked: int


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """An envelope as it was stored."""

    key: Key
    seq: int
    envelope_id: str
    received_at: int
    is_held: bool
    body: bytes


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """An envelope in quarantine."""

    store_id: str
    envelope_id: str
    terminal_id: str
    epoch: int
    seq: int
    reason: str
    detail: str
    received_at: int
    quarantined_at: int
    tries: int
    accepted_by: str
    solved_at: int


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a lane's cursor."""

    key: Key
    before: int
    after: int
    journal_hash: str


# --- what has arrived --------------------------------------------------------------------------------------


def waiting(connection: sa.Connection, *, since: int = 0, limit: int = 1_000) -> tuple[Cursor, ...]:
    """Lanes of any store with envelopes not yet opened, that moved after `since`."""
    head, done = terminal_head, tables.projection
    joined = head.outerjoin(
        done,
        sa.and_(
            done.c.store_id == head.c.store_id,
            done.c.terminal_id == head.c.terminal_id,
            done.c.epoch == head.c.epoch,
        ),
    )
    projected = sa.func.coalesce(done.c.projected, 0)
    rows = every_store(connection, "project").execute(
        sa.select(
            head.c.store_id,
            head.c.terminal_id,
            head.c.epoch,
            projected,
            sa.func.coalesce(done.c.journal_hash, ""),
            head.c.acked,
        )
        .select_from(joined)
        .where(head.c.acked > projected, head.c.updated_at >= since)
        .order_by(head.c.updated_at)
        .limit(limit)
    )
    return tuple(
        Cursor(key=(row[0], row[1], row[2]), projected=row[3], journal_hash=row[4], acked=row[5])
        for row in rows
    )


def arrived(connection: sa.Connection, key: Key, after: int, up_to: int, limit: int) -> tuple[Arrived, ...]:
    """Envelopes of a lane after a number, in order. Those sent again after a fork are not among them."""
    rows = connection.execute(
        _envelopes(key)
        .where(envelope.c.seq > after, envelope.c.seq <= up_to)
        .order_by(envelope.c.seq)
        .limit(limit)
    )
    return tuple(_arrived(row) for row in rows)


def booked(connection: sa.Connection, store_id: str, terminal_id: str) -> tuple[int, int]:
    """How far a lane's envelopes were opened: epoch and number of the newest; zeros if none was."""
    done = tables.projection
    row = connection.execute(
        sa.select(done.c.epoch, done.c.projected)
        .where(done.c.store_id == store_id, done.c.terminal_id == terminal_id, done.c.projected > 0)
        .order_by(done.c.epoch.desc())
        .limit(1)
    ).one_or_none()
    return (row.epoch, row.projected) if row is not None else (0, 0)


def one(connection: sa.Connection, store_id: str, envelope_id: str) -> Arrived | None:
    """An envelope by its id."""
    query = sa.select(envelope).where(envelope.c.store_id == store_id, envelope.c.id == envelope_id)
    row = connection.execute(query).one_or_none()
    return _arrived(row) if row is not None else None


def before(connection: sa.Connection, key: Key, seq: int) -> bytes | None:
    """The body of the envelope before this one; None if it is another epoch's or was sent again."""
    row = connection.execute(_envelopes(key).where(envelope.c.seq == seq - 1)).one_or_none()
    return bytes(row.body) if row is not None else None


def _envelopes(key: Key) -> sa.Select[Any]:
    return sa.select(envelope).where(
        envelope.c.store_id == key[0], envelope.c.terminal_id == key[1], envelope.c.epoch == key[2]
    )


def _arrived(row: Any) -> Arrived:
    return Arrived(
        key=(row.store_id, row.terminal_id, row.epoch),
        seq=row.seq,
        envelope_id=row.id,
        received_at=row.received_at,
        is_held=row.is_held,
        body=bytes(row.body),
    )


# --- writing down ------------------------------------------------------------------------------------------


def advance(connection: sa.Connection, moved: Moved) -> bool:
    """Move a lane's cursor; false if it no longer stood where it was."""
    store_id, terminal_id, epoch = moved.key
    table = tables.projection
    if moved.before == 0:
        first = upsert.insert(connection, table).values(
            store_id=store_id, terminal_id=terminal_id, epoch=epoch, projected=0, journal_hash=""
        )
        connection.execute(first.on_conflict_do_nothing())
    result = connection.execute(
        sa.update(table)
        .where(
            table.c.store_id == store_id,
            table.c.terminal_id == terminal_id,
            table.c.epoch == epoch,
            table.c.projected == moved.before,
        )
        .values(projected=moved.after, journal_hash=moved.journal_hash)
    )
    return result.rowcount == 1


def put(connection: sa.Connection, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Add rows, by table name. They must not be there: see `take_out`."""
    for table in reversed(_PARTS):
        if found := rows.get(table.name):
            connection.execute(sa.insert(table), list(found))


def take_out(connection: sa.Connection, store_id: str, envelope_id: str) -> None:
    """Take out everything that was worked out of an envelope."""
    for table in _PARTS:
        connection.execute(
            sa.delete(table).where(table.c.store_id == store_id, table.c.envelope_id == envelope_id)
        )


def put_again(
    connection: sa.Connection, store_id: str, rows: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]]
) -> int:
    """Replace what stands in the tables APART, by envelope; how many envelopes. What is in quarantine is left
    out, and so is an envelope that is not there any more."""
    table = tables.quarantine
    query = sa.select(table.c.envelope_id).where(
        table.c.store_id == store_id, table.c.envelope_id.in_(list(rows)), table.c.solved_at == 0
    )
    aside = set(connection.execute(query).scalars())
    counted = [envelope_id for envelope_id in rows if envelope_id not in aside]
    for one in APART:
        connection.execute(sa.delete(one).where(one.c.store_id == store_id, one.c.envelope_id.in_(counted)))
        if found := [row for envelope_id in counted for row in rows[envelope_id].get(one.name, ())]:
            connection.execute(sa.insert(one), found)
    return len(counted)


def opened(connection: sa.Connection) -> tuple[Cursor, ...]:
    """Lanes of any store whose envelopes were opened, and how far."""
    done = tables.projection
    rows = every_store(connection, "project").execute(
        sa.select(done)
        .where(done.c.projected > 0)
        .order_by(done.c.store_id, done.c.terminal_id, done.c.epoch)
    )
    return tuple(
        Cursor(
            key=(row.store_id, row.terminal_id, row.epoch),
            projected=0,
            journal_hash="",
            acked=row.projected,
        )
        for row in rows
    )


def is_there(connection: sa.Connection, store_id: str, envelope_ids: Iterable[str]) -> frozenset[str]:
    """Those of these envelopes whose sale is written down."""
    query = sa.select(tables.sale.c.envelope_id).where(
        tables.sale.c.store_id == store_id, tables.sale.c.envelope_id.in_(list(envelope_ids))
    )
    return frozenset(connection.execute(query).scalars())


# --- quarantine --------------------------------------------------------------------------------------------


def set_aside(connection: sa.Connection, arrival: Arrived, reason: str, detail: str, at: int) -> None:
    """Put an envelope into quarantine, or say anew why it is there."""
    store_id, terminal_id, epoch = arrival.key
    table = tables.quarantine
    words = {"reason": reason, "detail": detail, "quarantined_at": at, "solved_at": 0}
    statement = upsert.insert(connection, table).values(
        store_id=store_id,
        envelope_id=arrival.envelope_id,
        terminal_id=terminal_id,
        epoch=epoch,
        seq=arrival.seq,
        received_at=arrival.received_at,
        tries=1,
        accepted_by="",
        **words,
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["store_id", "envelope_id"], set_={**words, "tries": table.c.tries + 1}
        )
    )


def solve(connection: sa.Connection, store_id: str, envelope_id: str, accepted_by: str, at: int) -> None:
    """It is no longer in quarantine. `accepted_by`: a person took it as it is."""
    table = tables.quarantine
    connection.execute(
        sa.update(table)
        .where(table.c.store_id == store_id, table.c.envelope_id == envelope_id, table.c.solved_at == 0)
        .values(solved_at=at, accepted_by=accepted_by)
    )


def set_aside_ones(
    connection: sa.Connection, store_id: str | None = None, *, limit: int = 500
) -> tuple[Aside, ...]:
    """What is in quarantine, oldest first; of one store, or of all (to try them again)."""
    table = tables.quarantine
    query = sa.select(table).where(table.c.solved_at == 0).order_by(table.c.quarantined_at).limit(limit)
    if store_id is None:
        connection = every_store(connection, "project")
    else:
        query = query.where(table.c.store_id == store_id)
    return tuple(Aside(**row._mapping) for row in connection.execute(query))


def aside(connection: sa.Connection, store_id: str, envelope_id: str) -> Aside | None:
    """One envelope's time in quarantine, also when it is over."""
    table = tables.quarantine
    query = sa.select(table).where(table.c.store_id == store_id, table.c.envelope_id == envelope_id)
    row = connection.execute(query).one_or_none()
    return Aside(**row._mapping) if row is not None else None


def state_of(connection: sa.Connection, store_id: str, envelope_id: str) -> str:
    """`stored`, `projected` or `quarantined`; empty if there is no such envelope."""
    arrival = one(connection, store_id, envelope_id)
    if arrival is None:
        return ""
    known = aside(connection, store_id, envelope_id)
    if known is not None and known.solved_at == 0:
        return "quarantined"
    done = tables.projection
    projected = connection.execute(
        sa.select(done.c.projected).where(
            done.c.store_id == store_id,
            done.c.terminal_id == arrival.key[1],
            done.c.epoch == arrival.key[2],
        )
    ).scalar()
    return "projected" if (projected or 0) >= arrival.seq else "stored"
