"""What the store's tests share: a fresh database on every engine, and a watch over the SQL they send.

`store_dsn` and `database` run a test once per engine: SQLite, and PostgreSQL from the system's packages,
started for the session on a free port. `STORE_TEST_DSN` names another server to use instead.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from litestar.testing import TestClient
from store_world import ManualClock, watched

from benchmarks.postgresql import Instance, binaries
from store.app import create_app
from store.data import migrate
from store.data.database import Database
from store.data.engine import open_engines
from store.data.ids import new_id
from store.data.schema import whole
from store.settings import Settings


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """What a command of the service logs to ends with its test."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(autouse=True)
def _refusals_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong login is not made to wait, but where that is the test."""
    monkeypatch.setattr("store.office.session.REFUSED_AFTER_S", 0.0)


# --- engines ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "store.db"
    _upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL (or what STORE_TEST_DSN names) on which databases may be made."""
    if given := os.environ.get("STORE_TEST_DSN"):
        yield given
        return
    if binaries() is None:
        pytest.skip("no PostgreSQL here (Debian: apt install postgresql), and no STORE_TEST_DSN")
    folder = Path(tempfile.mkdtemp(prefix="store-pg-", dir="/tmp"))  # short, and open to the server's user
    try:
        with Instance.start(folder) as instance:
            yield instance.dsn()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server_dsn(server: str) -> Iterator[str]:
    """A database with all tables on the server, for this session alone."""
    name = f"test_{new_id().replace('-', '')}"
    _administer(server, f"CREATE DATABASE {name}")
    dsn = _named(server, name)
    _upgrade(dsn)
    yield dsn
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_dsn(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh SQLite database; for tests that need no second engine."""
    path = tmp_path / "store.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_dsn(server_dsn: str) -> str:
    """The PostgreSQL database, emptied: making a new one takes half a second."""
    engine = sa.create_engine(server_dsn, poolclass=sa.pool.NullPool)
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        for table in reversed(whole().sorted_tables):
            connection.execute(sa.delete(table))
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{migrate.newest()}'")
    return server_dsn


@pytest.fixture(params=["sqlite", "postgresql"])
def store_dsn(request: pytest.FixtureRequest) -> str:
    """A fresh database with all tables, on each engine in turn."""
    dsn: str = request.getfixturevalue(f"{request.param}_dsn")
    return dsn


@pytest.fixture
def database(store_dsn: str) -> Iterator[Database]:
    """An open database, on each engine in turn, whose SQL is held to the rules."""
    with watched(Database.open(store_dsn)) as opened:
        yield opened


# --- the service -----------------------------------------------------------------------------------------


@pytest.fixture
def settings(store_dsn: str, tmp_path: Path) -> Settings:
    return Settings(dsn=store_dsn, folder=tmp_path / "service", project=False)


@pytest.fixture
def client(settings: Settings, database: Database, clock: ManualClock) -> Iterator[TestClient[Any]]:
    """The whole service, in this process, on each engine in turn."""
    with TestClient(create_app(settings, database, clock)) as opened:
        yield opened


def _upgrade(dsn: str) -> None:
    engines = open_engines(dsn, 1)
    try:
        migrate.upgrade(engines.writer)
    finally:
        engines.close()


def _administer(server: str, statement: str) -> None:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)


def _named(server: str, name: str) -> str:
    return sa.make_url(server).set(database=name).render_as_string(hide_password=False)
