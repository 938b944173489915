"""Bring a database's tables to this version of the program, one revision after the other.

Source: docs/store.md, "Upgrades"; store/data/migrations/README.md for whoever writes a revision.
Invariants: revisions form one line; a database of a newer program is refused, never changed.
"""

import functools
import logging
from pathlib import Path

import sqlalchemy as sa
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from store.data.engine import open_engines
from store.data.errors import SchemaError, UnavailableError
from store.data.schema import whole

FOLDER = Path(__file__).with_name("migrations")
_log = logging.getLogger(__name__)


@functools.cache
def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return ScriptDirectory.from_config(config)


def newest() -> str:
    """The revision this program needs."""
    return _scripts().get_current_head() or ""


def revision_of(engine: sa.Engine) -> str:
    """The revision the database is at; empty before the first."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def upgrade(engine: sa.Engine) -> tuple[str, str]:
    """Run the revisions that are missing; the revision before and after. Raises `SchemaError`."""
    before = revision_of(engine)
    _check_known(before)
    scripts = _scripts()
    with (
        EnvironmentContext(
            Config(), scripts, fn=lambda revision, _: scripts._upgrade_revs("head", revision)
        ) as environment,
        engine.connect() as connection,
    ):
        environment.configure(connection=connection, target_metadata=whole(), transactional_ddl=True)
        with connection.begin():
            environment.run_migrations()
    after = revision_of(engine)
    if before != after:
        _log.info("the tables went from revision %s to %s", before or "none", after)
    return before, after


def prepare(dsn: str) -> tuple[str, str]:
    """Open the database at `dsn` (SQLite: make it), run what is missing; the revision before and after."""
    try:
        engines = open_engines(dsn, 1)
    except sa.exc.DBAPIError as error:
        raise UnavailableError(f"the database cannot be opened: {error.orig}") from error
    try:
        return upgrade(engines.writer)
    finally:
        engines.close()


def check(engine: sa.Engine) -> None:
    """Raise `SchemaError`, saying what to do, unless the tables are of this version."""
    found = revision_of(engine)
    _check_known(found)
    if found != newest():
        raise SchemaError(
            f"the database is at revision {found or 'none'}, this program needs {newest()}: run `store init`"
        )


def _check_known(revision: str) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if revision and revision not in known:
        raise SchemaError(
            f"the database is at revision {revision}, of a newer program; run that one or restore a backup"
        )
