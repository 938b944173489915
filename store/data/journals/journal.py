"""Envelopes on their way into the tables: contiguity, the chain, and who sent the same thing before.

`receive` is a merging job (`Database.write_merged`): everything lanes have sent since the last commit goes in
with a handful of statements. SQL is written out here, because this is the one path where it is counted in
microseconds (docs/benchmarks.md).

Source: docs/protocol.md, "Journal up"; docs/store.md, "Ingest".
Invariants: an envelope is stored only as the successor of the one before it; nothing stored is changed;
running it again with the same batches answers the same and stores nothing.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from retail.journal.envelope import GENESIS_HASH, Envelope
from store.data import upsert
from store.data.journals import envelope_sql
from store.data.journals.envelope_sql import Key, Row
from store.data.lanes import alerts
from store.data.schema.ingest import envelope, envelope_again, fork, terminal_head

FORK_ALERT = "journal_fork"
DIFFERENT_ALERT = "journal_different"


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Consecutive envelopes of a lane, whose hashes and order were checked. Empty: what is there already?"""

    store_id: str
    terminal_id: str
    epoch: int
    is_held: bool
    items: tuple[Envelope, ...]
    received_at: int

    @property
    def key(self) -> Key:
        """Which head they belong to."""
        return self.store_id, self.terminal_id, self.epoch


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a batch. `added` counts what was new."""

    outcome: Literal["stored", "gap", "fork"]
    acked: int
    head_hash: bytes
    next_epoch: int = 0
    added: int = 0


class _Head(NamedTuple):
    acked: int
    hash: bytes


_START = _Head(0, GENESIS_HASH)


class _Merge:
    """One run of `receive`: heads as they will be, rows as they will be added."""

    def __init__(self, connection: sa.Connection, batches: Sequence[Batch]) -> None:
        self._connection = connection
        keys = sorted({batch.key for batch in batches})
        found = envelope_sql.lock_heads(connection, keys)
        self._before = {key: _Head(*found[key]) if key in found else _START for key in keys}
        self._heads = dict(self._before)
        self._rows: list[Row] = []
        self._at = 0

    def take(self, batch: Batch) -> Receipt:
        """Judge a batch and remember what is new of it."""
        head = self._heads[batch.key]
        if not batch.items:
            return Receipt(outcome="stored", acked=head.acked, head_hash=head.hash)
        first, last = batch.items[0], batch.items[-1]
        if first.seq > head.acked + 1:
            return Receipt(outcome="gap", acked=head.acked, head_hash=head.hash)
        if last.seq <= head.acked:
            if self._hash_at(batch, last.seq) != last.hash:
                return self._fork(batch, last, "another envelope has this number")
            return Receipt(outcome="stored", acked=head.acked, head_hash=head.hash)
        if first.seq <= head.acked:
            meeting = batch.items[head.acked - first.seq]
            if meeting.hash != head.hash:
                return self._fork(batch, meeting, "another envelope has this number")
        elif first.prev != head.hash:
            return self._fork(batch, first, "it follows another envelope than the last one here")
        new = batch.items[head.acked + 1 - first.seq :]
        key, held, at = batch.key, batch.is_held, batch.received_at
        self._rows.extend((*key, item.seq, item.id, item.hash, at, held, item.body) for item in new)
        self._at = max(self._at, at)
        self._heads[key] = _Head(last.seq, last.hash)
        return Receipt(outcome="stored", acked=last.seq, head_hash=last.hash, added=len(new))

    def store(self) -> None:
        """Write what is new."""
        if not self._rows:
            return
        if envelope_sql.add(self._connection, self._rows) != len(self._rows):
            self._keep_known()
        moved = [
            (*key, head.acked, head.hash, self._at)
            for key, head in self._heads.items()
            if head is not self._before[key]
        ]
        envelope_sql.move_heads(self._connection, moved)

    def _hash_at(self, batch: Batch, seq: int) -> bytes:
        """The hash under a number that was given out already."""
        for row in reversed(self._rows):
            if row[:4] == (*batch.key, seq):
                return row[5]
        for table in (envelope, envelope_again):
            found = self._connection.execute(
                sa.select(table.c.hash).where(
                    table.c.store_id == batch.store_id,
                    table.c.terminal_id == batch.terminal_id,
                    table.c.epoch == batch.epoch,
                    table.c.seq == seq,
                )
            ).scalar()
            if found is not None:
                return bytes(found)
        return b""

    def _fork(self, batch: Batch, item: Envelope, reason: str) -> Receipt:
        """The lane's journal is not the one that is known: note it, tell staff, name the next epoch."""
        newest = self._connection.execute(
            sa.select(sa.func.max(terminal_head.c.epoch)).where(
                terminal_head.c.store_id == batch.store_id, terminal_head.c.terminal_id == batch.terminal_id
            )
        ).scalar()
        added = self._connection.execute(
            upsert.insert(self._connection, fork)
            .values(
                store_id=batch.store_id,
                terminal_id=batch.terminal_id,
                epoch=batch.epoch,
                seq=item.seq,
                hash=item.hash,
                reason=reason,
                seen_at=batch.received_at,
            )
            .on_conflict_do_nothing()
            .execution_options(preserve_rowcount=True)
        )
        if added.rowcount == 1:
            alerts.open_alert(
                self._connection,
                batch.store_id,
                terminal_id=batch.terminal_id,
                kind=FORK_ALERT,
                text_key="journal_fork",
                values={
                    "lane": batch.terminal_id,
                    "epoch": str(batch.epoch),
                    "envelope": str(item.seq),
                },
                at=batch.received_at,
            )
        head = self._heads[batch.key]
        return Receipt(
            outcome="fork",
            acked=head.acked,
            head_hash=head.hash,
            next_epoch=max(newest or 0, batch.epoch) + 1,
        )

    def _keep_known(self) -> None:
        """Some ids are there under another number: sent again after a fork. They count for the chain only."""
        for row in self._rows:
            store_id, terminal_id, epoch, seq, envelope_id, hash_, at, _, body = row
            known = self._connection.execute(
                sa.select(envelope.c.terminal_id, envelope.c.epoch, envelope.c.seq, envelope.c.body).where(
                    envelope.c.store_id == store_id, envelope.c.id == envelope_id
                )
            ).one()
            if tuple(known[:3]) == (terminal_id, epoch, seq):
                continue
            is_same = bytes(known.body) == body and known.terminal_id == terminal_id
            self._connection.execute(
                upsert.insert(self._connection, envelope_again)
                .values(
                    store_id=store_id,
                    terminal_id=terminal_id,
                    epoch=epoch,
                    seq=seq,
                    id=envelope_id,
                    hash=hash_,
                    received_at=at,
                    body=None if is_same else body,
                )
                .on_conflict_do_nothing()
            )
            if not is_same:
                alerts.open_alert(
                    self._connection,
                    store_id,
                    terminal_id=terminal_id,
                    kind=DIFFERENT_ALERT,
                    text_key="journal_different",
                    values={"envelope": envelope_id, "epoch": str(epoch), "number": str(seq)},
                    at=at,
                )


def receive(connection: sa.Connection, batches: Sequence[Batch]) -> list[Receipt]:
    """Store what is new of these batches, in order; what became of each."""
    merge = _Merge(connection, batches)
    receipts = [merge.take(batch) for batch in batches]
    merge.store()
    return receipts
