"""Lets go of the oldest pages of the journal: what the service has, and the shop need not keep at the lane.

The chain goes on: the number and the hash of the newest entry that went stay behind as its *anchor*, and the
first entry that is left has to follow it. The service holds what went, envelope by envelope, with the same
hashes.

Source: docs/operate.md, "Disk"; docs/journal.md, "The oldest pages".
Invariants: nothing unsent goes, nothing since the last idle moment, nothing younger than asked for; one
commit per page, so that a power cut leaves a journal that verifies; what the lane's book knows stays known.
"""

from pathlib import Path

import msgspec
import sqlalchemy as sa

from kiosk.database import sqlite
from retail.journal.chain import GENESIS
from retail.journal.events import LaneIdle

PAGE_ENTRIES = 2_000
"""Entries that go in one commit: tens of milliseconds, for which the lane's own commits may have to wait."""

metadata = sa.MetaData()
_gone = sa.Table(
    "let_go",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("upto", sa.Integer, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("kinds", sa.Text, nullable=False),
)
_entry = sa.table("entry", sa.column("sequence"), sa.column("at"), sa.column("event"), sa.column("hash"))
_envelope = sa.table("envelope", sa.column("epoch"), sa.column("seq"), sa.column("last_entry"))
_mark = sa.table("mark", sa.column("epoch"), sa.column("acked"))
_MAY_GO = {"entry": "sequence", "envelope": "last_entry"}
"""The column of each append-only table that says whether a row is among what may go."""


class Anchor(msgspec.Struct, frozen=True):
    """What the first entry that is left follows."""

    sequence: int = 0
    hash: str = GENESIS
    kinds: dict[str, int] = {}
    """How many events of each kind went."""


def create(connection: sa.Connection) -> None:
    """Make the table, and let the triggers that keep the journal append-only know of it."""
    metadata.create_all(connection)
    for table, column in _MAY_GO.items():
        name = f"{table}_no_DELETE"
        wanted = (
            f"CREATE TRIGGER {name} BEFORE DELETE ON {table} "
            f"WHEN OLD.{column} > (SELECT COALESCE(MAX(upto), 0) FROM let_go) "
            f"BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )
        there = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (name,)
        ).scalar()
        if there != wanted:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
            connection.exec_driver_sql(wanted)


def anchor(connection: sa.Connection) -> Anchor:
    """Where the journal begins by now; a journal of an older program begins at its beginning."""
    is_there = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'let_go'"
    ).scalar()
    row = connection.execute(sa.select(_gone)).first() if is_there else None
    if row is None:
        return Anchor()
    return Anchor(row.upto, row.hash, msgspec.json.decode(row.kinds, type=dict[str, int]))


class OldPages:
    """Beside the running journal, on a connection of its own. Belongs to one thread."""

    def __init__(self, journal_file: Path) -> None:
        self._engine = sqlite.open_engine(journal_file)

    def let_go(self, before: str) -> int:
        """Let one page go of what is older than `before` (UTC, ISO 8601); how many entries went."""
        with self._engine.begin() as connection:
            begin = anchor(connection)
            last = _last_that_may_go(connection)
            rows = connection.execute(
                sa.select(_entry)
                .where(_entry.c.sequence > begin.sequence, _entry.c.sequence <= last)
                .order_by(_entry.c.sequence)
                .limit(PAGE_ENTRIES)
            ).all()
            kinds, newest, count = dict(begin.kinds), None, 0
            for row in rows:
                if row.at >= before:
                    break
                kinds[row.event] = kinds.get(row.event, 0) + 1
                newest, count = row, count + 1
            if newest is None:
                return 0
            connection.execute(sa.delete(_gone))
            connection.execute(
                sa.insert(_gone).values(
                    one=1, upto=newest.sequence, hash=newest.hash, kinds=msgspec.json.encode(kinds).decode()
                )
            )
            connection.execute(sa.delete(_entry).where(_entry.c.sequence <= newest.sequence))
            connection.execute(sa.delete(_envelope).where(_envelope.c.last_entry <= newest.sequence))
            return count

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()


def _last_that_may_go(connection: sa.Connection) -> int:
    """The newest entry the service has, before the unit it has last and before the last idle moment."""
    mark = connection.execute(sa.select(_mark.c.epoch, _mark.c.acked)).one()
    last = sa.select(_envelope.c.last_entry).where(
        _envelope.c.epoch == mark.epoch, _envelope.c.seq == mark.acked - 1
    )
    sent = connection.execute(last).scalar() or 0
    idle = sa.select(sa.func.max(_entry.c.sequence)).where(_entry.c.event == LaneIdle.__name__)
    return min(sent, (connection.execute(idle).scalar() or 1) - 1)
