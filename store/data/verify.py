"""Check everything lanes have ever sent: numbers without a gap, hashes, heads; and count what became of it.

It reads a page at a time, so that a running service is not disturbed, and looks at each lane up to where its
head stood when it began.

Source: docs/store.md, "Verifying".
Invariants: only reads; every envelope is looked at; the first fault of each lane is named.
"""

import hashlib
from collections.abc import Callable, Iterator

import msgspec
import sqlalchemy as sa

from retail.journal.envelope import GENESIS_HASH
from store.data.database import Database
from store.data.journals.sales import Key
from store.data.rules import every_store
from store.data.schema import sales as tables
from store.data.schema.ingest import envelope, envelope_again, fork, terminal_head

PAGE = 500


class LaneReport(msgspec.Struct, frozen=True, kw_only=True):
    """A lane's journal in one epoch."""

    key: Key
    acked: int
    again: int
    """Of these, sent again after a fork: counted for the chain only."""
    opened: int
    """How far it was opened."""
    fault: str
    """What does not hold; empty: everything does."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What `verify` found."""

    lanes: tuple[LaneReport, ...]
    envelopes: int
    sales: int
    quarantined: int
    forks: int
    orphans: int
    """Envelopes beyond their lane's head, or of no lane."""

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that does not hold, in words."""
        found = [
            f"store {one.key[0]}, lane {one.key[1]}, epoch {one.key[2]}: {one.fault}"
            for one in self.lanes
            if one.fault
        ]
        if self.orphans:
            found.append(f"{self.orphans} envelopes are beyond their lane's head")
        return tuple(found)


def verify(database: Database, tell: Callable[[LaneReport], None] | None = None) -> Report:
    """Check every lane; `tell` hears of each when it is done."""
    counted = database.read_sync(_count)
    heads = database.read_sync(_heads)
    lanes = []
    for key, acked, head_hash, opened in heads:
        report = _lane(database, key, acked, head_hash, opened)
        lanes.append(report)
        if tell is not None:
            tell(report)
    stored = sum(one.acked - one.again for one in lanes)
    return Report(
        lanes=tuple(lanes),
        envelopes=stored,
        sales=counted["sale"],
        quarantined=counted["quarantine"],
        forks=counted["fork"],
        orphans=max(0, counted["envelope"] - stored) if not any(one.fault for one in lanes) else 0,
    )


def _count(connection: sa.Connection) -> dict[str, int]:
    connection = every_store(connection, "verify")
    aside = (
        sa.select(sa.func.count()).select_from(tables.quarantine).where(tables.quarantine.c.solved_at == 0)
    )
    counted = {"quarantine": connection.execute(aside).scalar() or 0}
    for table in (tables.sale, fork, envelope):
        counted[table.name] = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() or 0
    return counted


def _heads(connection: sa.Connection) -> list[tuple[Key, int, bytes, int]]:
    head, done = terminal_head, tables.projection
    joined = head.outerjoin(
        done,
        sa.and_(
            done.c.store_id == head.c.store_id,
            done.c.terminal_id == head.c.terminal_id,
            done.c.epoch == head.c.epoch,
        ),
    )
    query = (
        sa.select(
            head.c.store_id,
            head.c.terminal_id,
            head.c.epoch,
            head.c.acked,
            head.c.head_hash,
            sa.func.coalesce(done.c.projected, 0),
        )
        .select_from(joined)
        .order_by(head.c.store_id, head.c.terminal_id, head.c.epoch)
    )
    rows = every_store(connection, "verify").execute(query)
    return [((row[0], row[1], row[2]), row[3], bytes(row[4]), row[5]) for row in rows]


def _lane(database: Database, key: Key, acked: int, head_hash: bytes, opened: int) -> LaneReport:
    seq, previous, again = 0, GENESIS_HASH, 0
    fault = ""
    for number, told_hash, body, is_again in _envelopes(database, key, acked):
        seq += 1
        again += is_again
        if number != seq:
            fault = f"envelope {seq} is missing (found {number})"
            break
        if body is None:
            fault = f"envelope {seq} was sent again, and the first of it is gone"
            break
        if hashlib.sha256(previous + body).digest() != told_hash:
            fault = f"envelope {seq} does not match its hash, or does not follow the one before it"
            break
        previous = told_hash
    if not fault and (seq, previous) != (acked, head_hash):
        fault = f"the head says {acked} envelopes, there are {seq}"
    return LaneReport(key=key, acked=acked, again=again, opened=opened, fault=fault)


def _envelopes(database: Database, key: Key, acked: int) -> Iterator[tuple[int, bytes, bytes | None, bool]]:
    """Number, hash, body and whether it was sent again, in order of numbers."""
    for first in range(1, acked + 1, PAGE):
        yield from database.read_sync(_page(key, first, min(acked, first + PAGE - 1)))


def _page(
    key: Key, first: int, last: int
) -> Callable[[sa.Connection], list[tuple[int, bytes, bytes | None, bool]]]:
    store_id, terminal_id, epoch = key

    def job(connection: sa.Connection) -> list[tuple[int, bytes, bytes | None, bool]]:
        own = connection.execute(
            sa.select(envelope.c.seq, envelope.c.hash, envelope.c.body).where(
                envelope.c.store_id == store_id,
                envelope.c.terminal_id == terminal_id,
                envelope.c.epoch == epoch,
                envelope.c.seq.between(first, last),
            )
        )
        found = [(row.seq, bytes(row.hash), bytes(row.body), False) for row in own]
        again = envelope_again.outerjoin(
            envelope,
            sa.and_(envelope.c.store_id == envelope_again.c.store_id, envelope.c.id == envelope_again.c.id),
        )
        repeated = connection.execute(
            sa.select(
                envelope_again.c.seq,
                envelope_again.c.hash,
                sa.func.coalesce(envelope_again.c.body, envelope.c.body).label("body"),
            )
            .select_from(again)
            .where(
                envelope_again.c.store_id == store_id,
                envelope_again.c.terminal_id == terminal_id,
                envelope_again.c.epoch == epoch,
                envelope_again.c.seq.between(first, last),
            )
        )
        parts: list[tuple[int, bytes, bytes | None, bool]] = [*found]
        parts += [
            (row.seq, bytes(row.hash), bytes(row.body) if row.body is not None else None, True)
            for row in repeated
        ]
        return sorted(parts, key=lambda part: part[0])

    return job
