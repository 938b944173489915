"""Engines on SQLite and PostgreSQL whose commits are durable, one for writing and one for reading.

SQLite before 3.51.3 can lose WAL commits after a checkpoint race, so the version in the `pysqlite3` wheel is
used and checked; settings are read back. On PostgreSQL `synchronous_commit=on` waits for the synchronous
standby too, where the server names one.

A transaction that reads sees one state of everything, also over several statements: a WAL snapshot on SQLite,
REPEATABLE READ on PostgreSQL.

Source: sqlite.org/wal.html, sqlite.org/pragma.html; PostgreSQL manual, "Transaction Isolation".
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from pysqlite3 import dbapi2

from store.data.errors import UnsuitableDatabaseError

Kind = Literal["sqlite", "postgresql"]
SQLITE_MIN = (3, 51, 3)
POSTGRESQL_MIN = 13
BUSY_TIMEOUT_S = 5.0
"""How long a commit waits for another process on the same file (`store staff` beside `store serve`)."""
CHECKPOINT_PAGES = 4000
"""Pages in the write-ahead log before it is moved into the file: 16 MB."""
CONNECT_TIMEOUT_S = 5
DURABLE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
"""SQLite pragmas and the values read back."""


class Engines:
    """One database: an engine for the one writer, an engine for readers."""

    def __init__(self, kind: Kind, writer: sa.Engine, reader: sa.Engine, path: Path | None) -> None:
        self.kind = kind
        self.writer = writer
        self.reader = reader
        self.path = path
        """The file, on SQLite."""

    def close(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        self.writer.dispose()


def open_engines(dsn: str, readers: int) -> Engines:
    """Engines on `dsn`, connected once. Raises `UnsuitableDatabaseError`, or SQLAlchemy's `DBAPIError`."""
    url = normal(dsn)
    engines = _sqlite(url, readers) if url.get_backend_name() == "sqlite" else _postgresql(url, readers)
    try:
        with engines.writer.connect() as connection:
            if engines.kind == "postgresql":
                _check_server(connection)
    except BaseException:
        engines.close()
        raise
    return engines


def normal(dsn: str) -> sa.URL:
    """The address with the driver this service uses. Raises `UnsuitableDatabaseError`."""
    try:
        url = sa.make_url(dsn)
    except sa.exc.ArgumentError as error:
        raise UnsuitableDatabaseError(
            "the DSN is not an address like sqlite:///var/store/store.db"
        ) from error
    backend = url.drivername.split("+")[0]
    if backend == "sqlite":
        if not url.database or url.database == ":memory:":
            raise UnsuitableDatabaseError("a SQLite DSN names a file: sqlite:///var/store/store.db")
        return url.set(drivername="sqlite+pysqlite")
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise UnsuitableDatabaseError(f"{backend} is neither sqlite nor postgresql")


# --- SQLite ------------------------------------------------------------------------------------------------


def _sqlite(url: sa.URL, readers: int) -> Engines:
    found = tuple(int(part) for part in dbapi2.sqlite_version.split("."))
    if found < SQLITE_MIN:
        needed = ".".join(map(str, SQLITE_MIN))
        raise UnsuitableDatabaseError(
            f"SQLite {dbapi2.sqlite_version} may lose commits; {needed} or newer is needed"
        )
    path = Path(url.database or "").absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = _sqlite_engine(lambda: _connect(path, read_only=False), 1, "BEGIN IMMEDIATE")
    reader = _sqlite_engine(lambda: _connect(path, read_only=True), readers, "BEGIN")
    return Engines("sqlite", writer, reader, path)


def _sqlite_engine(creator: Callable[[], Any], size: int, begin: str) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=sa.pool.QueuePool,
        pool_size=size,
        max_overflow=0,
    )

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _connect(path: Path, *, read_only: bool) -> Any:
    connection = dbapi2.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_S
    )
    try:
        for pragma, wanted in DURABLE.items():
            connection.execute(f"PRAGMA {pragma}={wanted}").close()
            found = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
            if found != wanted:
                raise UnsuitableDatabaseError(f"SQLite answers {pragma}={found!r} where {wanted!r} was set")
        connection.execute(f"PRAGMA wal_autocheckpoint={0 if read_only else CHECKPOINT_PAGES}").close()
        if read_only:
            connection.execute("PRAGMA query_only=1").close()
    except BaseException:
        connection.close()
        raise
    return connection


# --- PostgreSQL --------------------------------------------------------------------------------------------


def _postgresql(url: sa.URL, readers: int) -> Engines:
    def engine(size: int) -> sa.Engine:
        settings = "-c synchronous_commit=on -c timezone=UTC -c application_name=store"
        return sa.create_engine(
            url,
            pool_size=size,
            max_overflow=0,
            connect_args={
                "options": settings,
                "connect_timeout": CONNECT_TIMEOUT_S,
                "keepalives_idle": 5,
                "keepalives_interval": 2,
                "keepalives_count": 3,
            },
        )

    reader = engine(readers)

    @sa.event.listens_for(reader, "connect")
    def _read_only(connection: Any, _record: object) -> None:
        # not among the options above: libpq would take the server for a standby (target_session_attrs)
        connection.execute("SET default_transaction_isolation = 'repeatable read'")
        connection.execute("SET default_transaction_read_only = on")
        connection.commit()

    return Engines("postgresql", engine(1), reader, None)


def _check_server(connection: sa.Connection) -> None:
    version = connection.dialect.server_version_info or (0,)
    if int(version[0]) < POSTGRESQL_MIN:
        raise UnsuitableDatabaseError(f"PostgreSQL {version[0]}; {POSTGRESQL_MIN} or newer is needed")
    found = connection.exec_driver_sql("SHOW synchronous_commit").scalar()
    if found != "on":
        raise UnsuitableDatabaseError(f"PostgreSQL answers synchronous_commit={found} where on was set")
