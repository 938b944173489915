"""What tests of the store name: a clock moved by hand, and a database whose SQL is held to the rules."""

from typing import Any

import sqlalchemy as sa

from store.data import rules
from store.data.database import Database
from store.data.schema import whole
from store.data.schema.base import group_of

START = 1_800_000_000_000_000
"""Where `clock` begins: 2027-01-15T08:00:00 UTC."""


class ManualClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: int = START) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += round(seconds * 1_000_000)


def watched(database: Database) -> Database:
    """Let a statement that breaks a rule of `store.data.rules` raise in the middle of its job."""
    tables = [name for name, table in whole().tables.items() if group_of(table) == "store"]

    def look(_c: Any, _cursor: Any, statement: str, _p: Any, context: Any, _many: bool) -> None:
        reason = context.execution_options.get(rules.OPTION)
        fault = rules.statement_fault(statement, tables, reason)
        assert not fault, f"{fault}: {statement}"

    for engine in (database.engines.writer, database.engines.reader):
        sa.event.listen(engine, "before_cursor_execute", look)
    return database
