"""The tables keep the rules that let them live on a distributed database, and revisions make exactly them."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from store.data import migrate, rules
from store.data.database import Database
from store.data.errors import SchemaError
from store.data.rules import every_store, statement_fault, table_faults
from store.data.schema import whole
from store.data.schema.base import store_table


def test_every_table_keeps_the_rules() -> None:
    assert list(table_faults(whole().tables.values())) == []


def test_revisions_make_exactly_the_tables(database: Database) -> None:
    with database.engines.writer.connect() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), whole())
    assert difference == []


def test_revisions_form_one_line() -> None:
    scripts = migrate._scripts()
    assert len(scripts.get_heads()) == 1
    assert [one.revision for one in scripts.walk_revisions()] == sorted(
        (one.revision for one in scripts.walk_revisions()), reverse=True
    )


def test_database_of_a_newer_program_is_refused_unchanged(database: Database) -> None:
    engine = database.engines.writer
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for call in (migrate.upgrade, migrate.check):
        with pytest.raises(SchemaError, match="newer program"):
            call(engine)
    assert migrate.revision_of(engine) == "9999"


def test_database_of_an_older_program_is_named_with_what_to_do(database: Database) -> None:
    with database.engines.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(SchemaError, match="run `store init`"):
        migrate.check(database.engines.writer)


def _scratch(*columns: sa.schema.SchemaItem) -> list[str]:
    table = sa.Table("scratch", sa.MetaData(), *columns)
    return list(table_faults([table]))


STORE = sa.Column("store_id", sa.Text, primary_key=True)


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        ([sa.Column("id", sa.Text, primary_key=True)], "the primary key does not begin with store_id"),
        (
            [sa.Column("store_id", sa.Text, primary_key=True), sa.Column("x", sa.Text, unique=True)],
            "does not begin with store_id",
        ),
        (
            [
                sa.Column("store_id", sa.Text, primary_key=True),
                sa.Column("x", sa.Text),
                sa.Index("i", "x", unique=True),
            ],
            "the unique index i does not begin with store_id",
        ),
        (
            [
                sa.Column("store_id", sa.Text, primary_key=True),
                sa.Column("n", sa.Integer, sa.Identity(), primary_key=True),
            ],
            "numbered by the database",
        ),
        ([sa.Column("x", sa.Text)], "has no primary key"),
    ],
)
def test_table_that_breaks_a_rule_is_named(columns: list[sa.schema.SchemaItem], fault: str) -> None:
    assert any(fault in found for found in _scratch(*columns))


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM envelope",
        "SELECT * FROM envelope WHERE seq = 1",
        "UPDATE terminal_head SET acked = 1 WHERE terminal_id = 'a'",
        "DELETE FROM envelope",
        "WITH old AS (SELECT 1) DELETE FROM envelope",
        "NOTIFY lanes",
        "SELECT pg_advisory_xact_lock(1)",
        "LOCK TABLE envelope",
        "SELECT * FROM envelope WHERE store_id = '1' FOR UPDATE SKIP LOCKED",
    ],
)
def test_statement_that_breaks_a_rule_is_told(statement: str) -> None:
    assert statement_fault(statement, ["envelope", "terminal_head"])


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM envelope WHERE store_id = :store_id",
        "SELECT * FROM envelope WHERE envelope.store_id IN (1, 2)",
        "INSERT INTO envelope (store_id, seq) VALUES (1, 2)",
        "SELECT * FROM chain_setting",
        "SAVEPOINT sa_savepoint_1",
        "PRAGMA wal_checkpoint",
    ],
)
def test_statement_that_keeps_the_rules_passes(statement: str) -> None:
    assert statement_fault(statement, ["envelope", "terminal_head"]) == ""


def test_statement_without_store_raises_in_a_watched_job(database: Database) -> None:
    with pytest.raises(AssertionError, match="does not say which store_id"):
        database.read_sync(lambda connection: connection.exec_driver_sql("SELECT * FROM envelope").all())
    assert (
        database.read_sync(
            lambda connection: (
                every_store(connection, "report").exec_driver_sql("SELECT * FROM envelope").all()
            )
        )
        == []
    )


def test_unknown_reason_is_no_excuse() -> None:
    assert statement_fault("SELECT * FROM envelope", ["envelope"], "because") != ""
    assert set(rules.REASONS) >= {"report", "verify"}


def test_helper_puts_the_store_first() -> None:
    metadata_table = store_table("scratch_pad", sa.Column("x", sa.Text), key=("x",))
    try:
        assert [column.name for column in metadata_table.primary_key] == ["store_id", "x"]
    finally:
        metadata_table.metadata.remove(metadata_table)
