"""What of the journal has still to reach the store service: sealed envelopes and the mark of what it has.

Sealing happens inside the commit that ends a transaction, so that a sale and its envelope are on disk
together or not at all. What happens between two transactions is sealed when the next one begins, or when it
has become many entries. Envelopes are never changed here, nor deleted; only the mark moves, and it may move
back: a service restored from a backup asks for what it has lost.

Source: docs/protocol.md, "Envelopes" and "Journal up".
Invariants: within an epoch `seq` is 1, 2, 3... and each `prev` is the hash before; every entry up to the last
sealed one is in exactly one envelope of each epoch that carries it; an envelope keeps its id in every epoch.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from kiosk.database import sqlite
from retail.check import require
from retail.journal.chain import Entry
from retail.journal.envelope import (
    ENTRIES_MAX,
    GENESIS_HASH,
    IDLE_ENTRIES_MAX,
    Envelope,
    Kind,
    begins_unit,
    digest,
    ends_unit,
    seal,
)
from retail.journal.events import AnyEvent, LaneIdle, LaneStarted

_metadata = sa.MetaData()
_envelope = sa.Table(
    "envelope",
    _metadata,
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("last_entry", sa.Integer, nullable=False, index=True),
    sa.Column("prev", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
_mark = sa.Table(
    "mark",
    _metadata,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("acked", sa.Integer, nullable=False),
)
_APPEND_ONLY = tuple(
    f"CREATE TRIGGER IF NOT EXISTS envelope_no_{verb} BEFORE {verb} ON envelope "
    f"BEGIN SELECT RAISE(ABORT, 'envelopes are never changed'); END"
    for verb in ("UPDATE",)
)
"""Rows that go: `kiosk.database.letting_go`."""
FIRST_EPOCH = 1


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """How far the service has this journal."""

    epoch: int
    acked: int
    """The highest envelope of the epoch that is durable there; 0: none."""
    sealed: int
    """The newest envelope of the epoch here."""

    @property
    def unsent(self) -> int:
        """Envelopes the service does not have yet."""
        return self.sealed - self.acked


def create(connection: sa.Connection) -> None:
    """Make the tables where they are missing."""
    _metadata.create_all(connection)
    for trigger in _APPEND_ONLY:
        connection.exec_driver_sql(trigger)
    if connection.execute(sa.select(_mark.c.epoch)).first() is None:
        connection.execute(sa.insert(_mark).values(one=1, epoch=FIRST_EPOCH, acked=0))


class Sealer:
    """Seals units as the journal grows. Used by the journal inside its own commits."""

    def __init__(
        self, read: Callable[[sa.Connection, int], Sequence[Entry]], new_id: Callable[[], str]
    ) -> None:
        """`read(connection, after)` gives the entries after a sequence number."""
        self._read = read
        self._new_id = new_id
        self._lane = ""
        self._is_idle = False

    def seal(self, connection: sa.Connection, entries: Iterable[Entry], events: Iterable[AnyEvent]) -> None:
        """Look at entries just inserted through `connection`; seal what they complete."""
        for entry, event in zip(entries, events, strict=True):
            if isinstance(event, LaneStarted):
                self._lane = event.lane
            if begins_unit(event):
                self._seal(connection, entry.sequence - 1, "lane")
                self._is_idle = False
            elif ends_unit(event):
                self._seal(connection, entry.sequence, "sale")
            elif isinstance(event, LaneIdle):
                self._is_idle = True
            if self._is_idle and entry.sequence - _last_entry(connection) >= IDLE_ENTRIES_MAX:
                self._seal(connection, entry.sequence, "lane")

    def _seal(self, connection: sa.Connection, last: int, kind: Kind) -> None:
        entries = [
            entry for entry in self._read(connection, _last_entry(connection)) if entry.sequence <= last
        ]
        for start in range(0, len(entries), ENTRIES_MAX):
            epoch, seq, prev = _end(connection)
            unit = seal(
                entries[start : start + ENTRIES_MAX],
                lane=self._lane,
                kind=kind,
                seq=seq + 1,
                envelope_id=self._new_id(),
                prev=prev,
            )
            end = entries[min(start + ENTRIES_MAX, len(entries)) - 1].sequence
            connection.execute(sa.insert(_envelope).values(**_row(unit, epoch, kind, end)))


class Outbox:
    """Read and marked by whoever talks to the service, beside the running journal. Safe from any thread."""

    def __init__(self, journal_file: Path) -> None:
        self._engine = sqlite.open_engine(journal_file)
        self._lock = threading.Lock()

    def mark(self) -> Mark:
        """How far the service has this journal."""
        with self._lock, self._engine.begin() as connection:
            return _read_mark(connection)

    def pending(self, limit: int, bytes_max: int) -> tuple[int, tuple[Envelope, ...]]:
        """The epoch and the next envelopes to send: at most `limit`, at most `bytes_max` but always one."""
        with self._lock, self._engine.begin() as connection:
            mark = _read_mark(connection)
            rows = connection.execute(
                sa.select(_envelope)
                .where(_envelope.c.epoch == mark.epoch, _envelope.c.seq > mark.acked)
                .order_by(_envelope.c.seq)
                .limit(limit)
            ).all()
        size = 0
        taken: list[Envelope] = []
        for row in rows:
            size += len(row.body)
            if taken and size > bytes_max:
                break
            taken.append(_unit(row))
        return mark.epoch, tuple(taken)

    def acknowledge(self, epoch: int, acked: int) -> None:
        """The service has everything of `epoch` up to `acked`. May be less than before: it was restored."""
        with self._lock, self._engine.begin() as connection:
            mark = _read_mark(connection)
            if epoch == mark.epoch:
                require(acked <= mark.sealed, "the service has only what this lane has sealed")
                connection.execute(sa.update(_mark).values(acked=acked))

    def open_epoch(self, epoch: int) -> int:
        """Number what is unsent anew, from 1, under the same ids; how many that are. Twice does nothing."""
        with self._lock, self._engine.begin() as connection:
            mark = _read_mark(connection)
            if epoch <= mark.epoch:
                return 0
            rows = connection.execute(
                sa.select(_envelope)
                .where(_envelope.c.epoch == mark.epoch, _envelope.c.seq > mark.acked)
                .order_by(_envelope.c.seq)
            ).all()
            connection.execute(sa.update(_mark).values(epoch=epoch, acked=0))
            prev = GENESIS_HASH
            for seq, row in enumerate(rows, 1):
                unit = Envelope(seq=seq, id=row.id, prev=prev, hash=digest(prev, row.body), body=row.body)
                connection.execute(sa.insert(_envelope).values(**_row(unit, epoch, row.kind, row.last_entry)))
                prev = unit.hash
            return len(rows)

    def holds(self, seq: int, unit_hash: bytes) -> bool:
        """Whether envelope `seq` of the present epoch is here and has this hash (0: none was ever sent)."""
        with self._lock, self._engine.begin() as connection:
            mark = _read_mark(connection)
            if seq == 0:
                return unit_hash == GENESIS_HASH
            query = sa.select(_envelope.c.hash).where(_envelope.c.epoch == mark.epoch, _envelope.c.seq == seq)
            return connection.execute(query).scalar() == unit_hash

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()


def _read_mark(connection: sa.Connection) -> Mark:
    row = connection.execute(sa.select(_mark)).one()
    newest = sa.select(sa.func.max(_envelope.c.seq)).where(_envelope.c.epoch == row.epoch)
    return Mark(epoch=row.epoch, acked=row.acked, sealed=connection.execute(newest).scalar() or 0)


def _last_entry(connection: sa.Connection) -> int:
    """The newest entry that is in an envelope."""
    return connection.execute(sa.select(sa.func.max(_envelope.c.last_entry))).scalar() or 0


def _end(connection: sa.Connection) -> tuple[int, int, bytes]:
    """Epoch, number and hash of its newest envelope."""
    epoch = connection.execute(sa.select(_mark.c.epoch)).scalar_one()
    row = connection.execute(
        sa.select(_envelope.c.seq, _envelope.c.hash)
        .where(_envelope.c.epoch == epoch)
        .order_by(_envelope.c.seq.desc())
        .limit(1)
    ).first()
    return (epoch, 0, GENESIS_HASH) if row is None else (epoch, row.seq, row.hash)


def _row(unit: Envelope, epoch: int, kind: str, last_entry: int) -> dict[str, Any]:
    fields = {"seq": unit.seq, "id": unit.id, "prev": unit.prev, "hash": unit.hash, "body": unit.body}
    return {"epoch": epoch, "kind": kind, "last_entry": last_entry, **fields}


def _unit(row: sa.Row[Any]) -> Envelope:
    return Envelope(seq=row.seq, id=row.id, prev=row.prev, hash=row.hash, body=row.body)
