"""INSERT ... ON CONFLICT, which SQLite and PostgreSQL share and SQLAlchemy spells twice."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

Insert = postgresql.Insert | sqlite.Insert


def insert(connection: sa.Connection, table: sa.Table) -> Insert:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`, for this engine."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
