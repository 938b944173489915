"""What every table of the service is made of: the common metadata, and helpers that put the store first.

The same schema runs on embedded SQLite, on one PostgreSQL and on a distributed PostgreSQL. A table belongs to
a group, told by what comes first in its key:

    store    `store_id`; holds what one store owns (the default)
    member   `member_id`; people belong to no store
    account  `account_id`; stored value is good in every store
    chain    what all stores share and every node has a copy of
    service  the service's own bookkeeping

Source: docs/store.md, "Schema rules" (checked by `store.data.rules`).
Invariants: ids are made by the writer, never by the database; times are microseconds since 1970, UTC, and
amounts minor units, both `BigInteger`; bodies are bytes, kept verbatim.
"""

from typing import Any, Literal

import sqlalchemy as sa

Group = Literal["store", "member", "account", "chain", "service"]
GROUP = "group"
"""Key of `Table.info` that holds the group; absent means `store`."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables of the service, once `store.data.schema.whole` has imported them."""

FIRST: dict[Group, str] = {"store": "store_id", "member": "member_id", "account": "account_id"}
"""What every key of a group's tables begins with."""


def store_table(
    name: str, *columns: sa.schema.SchemaItem, key: tuple[str, ...] = (), **keywords: Any
) -> sa.Table:
    """A table of one store's things. `store_id` is added in front; the primary key is `store_id` and `key`.

    `key` names columns of `columns`, in order; without it their own `primary_key` marks count.
    """
    for column in columns:
        if isinstance(column, sa.Column) and column.name in key:
            column.primary_key, column.nullable = True, False
    return sa.Table(name, metadata, sa.Column("store_id", sa.Text, primary_key=True), *columns, **keywords)


def table_of(group: Group, name: str, *columns: sa.schema.SchemaItem, **keywords: Any) -> sa.Table:
    """A table of another group than `store`."""
    return sa.Table(name, metadata, *columns, info={GROUP: group}, **keywords)


def group_of(table: sa.Table) -> Group:
    """Which group a table belongs to."""
    group: Group = table.info.get(GROUP, "store")
    return group


def text(name: str, **keywords: Any) -> sa.Column[str]:
    """A text that is always there."""
    return sa.Column(name, sa.Text, nullable=keywords.pop("nullable", False), **keywords)


def whole_number(name: str, **keywords: Any) -> sa.Column[int]:
    """A whole number of up to 64 bits that is always there: an amount, a time, a count."""
    return sa.Column(name, sa.BigInteger, nullable=keywords.pop("nullable", False), **keywords)


def body(name: str, **keywords: Any) -> sa.Column[bytes]:
    """Bytes, kept as they came."""
    return sa.Column(name, sa.LargeBinary, nullable=keywords.pop("nullable", False), **keywords)


def flag(name: str, **keywords: Any) -> sa.Column[bool]:
    """Yes or no."""
    return sa.Column(name, sa.Boolean, nullable=False, **keywords)
