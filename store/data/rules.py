"""The rules that keep the schema ready for a distributed database, as checks on tables and statements.

Rows of a store live together on one node; a statement that names its store goes there and nowhere else. So
every key of a store's table begins with `store_id`, and every statement on one says which store it means.
Reports over all stores are the exception: they say why with `every_store(connection, reason)`.

Source: docs/store.md, "Schema rules".
Invariants: pure; a statement that cannot be told apart is refused, not let through.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import sqlalchemy as sa

from store.data.schema.base import FIRST, group_of

OPTION = "every_store"
Reason = Literal["report", "verify", "project", "backup", "import", "housekeeping"]
REASONS: dict[str, str] = {
    "report": "figures of a whole chain, read only",
    "verify": "checking everything that is kept",
    "project": "finding the envelopes not yet opened, of any store",
    "backup": "copying everything",
    "import": "copying a catalogue into a replica file",
    "housekeeping": "finding what is past its time, of any store",
}
"""Why a statement may look at every store. None of these is in the path of a request of a lane."""

_BANNED = re.compile(
    r"\b(LISTEN|NOTIFY|pg_notify|LOCK\s+TABLE|pg_\w*advisory\w*|SKIP\s+LOCKED|nextval|AUTOINCREMENT"
    r"|txid_\w+|pg_snapshot_\w+)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\s*(?:/\*.*?\*/\s*)*(WITH|SELECT|INSERT|UPDATE|DELETE)\b", re.IGNORECASE | re.DOTALL)
_NAMES_STORE = re.compile(r"\bstore_id\"?\s*(?:=|IN\b)", re.IGNORECASE)


def every_store(connection: sa.Connection, reason: Reason) -> sa.Connection:
    """A connection on which statements may leave `store_id` open, because of `reason`."""
    return connection.execution_options(**{OPTION: reason})


def table_faults(tables: Iterable[sa.Table]) -> Iterator[str]:
    """What in these tables breaks a rule."""
    for table in tables:
        group, keys = group_of(table), list(table.primary_key.columns)
        if not keys:
            yield f"{table.name}: has no primary key"
        for column in table.columns:
            if column.autoincrement is True or isinstance(column.default, sa.Sequence) or column.identity:
                yield f"{table.name}.{column.name}: numbered by the database"
        first = FIRST.get(group)
        for name, columns in _keys(table):
            if first is not None and (not columns or columns[0] != first):
                yield f"{table.name}: {name} does not begin with {first}"
        for foreign in table.foreign_key_constraints:
            other = group_of(foreign.referred_table)
            if other not in (group, "chain"):
                yield f"{table.name}: refers to {foreign.referred_table.name} of the group {other}"


def _keys(table: sa.Table) -> Iterator[tuple[str, list[str]]]:
    yield "the primary key", [column.name for column in table.primary_key.columns]
    for constraint in table.constraints:
        if isinstance(constraint, sa.UniqueConstraint):
            yield f"the unique key {constraint.name}", [column.name for column in constraint.columns]
    for index in table.indexes:
        if index.unique:
            yield f"the unique index {index.name}", [column.name for column in index.columns]
    for foreign in table.foreign_key_constraints:
        yield f"the foreign key {foreign.name}", list(foreign.column_keys)


def statement_fault(statement: str, store_tables: Iterable[str], reason: str | None = None) -> str:
    """Why this SQL breaks a rule; empty if it does not. `reason`: what `every_store` was told."""
    if banned := _BANNED.search(statement):
        return f"uses {banned[0]}, which not every engine has or can do at this rate"
    verb = _VERB.match(statement)
    if verb is None or reason in REASONS:
        return ""
    touched = [name for name in store_tables if re.search(rf"\b{re.escape(name)}\b", statement)]
    if not touched:
        return ""
    if verb[1].upper() == "INSERT" and "store_id" in statement:
        return ""  # the store is among the values
    if not _NAMES_STORE.search(statement):
        return f"does not say which store_id it means, on {', '.join(sorted(touched))}"
    return ""
