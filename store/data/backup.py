"""Copy the whole database while the service runs, and bring a copy back without confusing the lanes.

SQLite: `VACUUM INTO`, one consistent state, checked and hashed. PostgreSQL: `pg_dump`, which does the same. A
copy of SQLite is marked; a database with the mark is not served before `restored` was called on it, because
lanes know more than a restored service: feeds must begin anew (their positions may be given out twice), and
lanes send again what the service has lost.

Source: docs/store.md, "Backup".
Invariants: PATH appears whole with its hash beside it, or not at all; a copy that fails its check is removed.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import msgspec
import sqlalchemy as sa
from pysqlite3 import dbapi2

from store.data.engine import normal, open_engines
from store.data.errors import DataError, UnavailableError
from store.data.ids import new_id
from store.data.replication import feed

MARK = 0x0BAC
"""`PRAGMA user_version` of a copy."""
NEVER_COPIED = ("item_picture",)
"""Tables that are empty in every copy (docs/security.md, "Pictures")."""
DUMP_TIMEOUT_S = 6 * 3600.0
_BLOCK = 1024 * 1024


class BackupError(DataError):
    """The copy was not made, or is not sound. Nothing is left of it."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A finished copy."""

    path: Path
    size: int
    sha256: str
    how: str


def backup(dsn: str, path: Path) -> Backup:
    """Copy the database at `dsn` to `path`, which must not exist; its hash goes into `path`.sha256."""
    if path.exists():
        raise BackupError(f"{path} is there already; nothing was written")
    part, beside = path.with_name(path.name + ".part"), path.with_name(path.name + ".sha256")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        return _made(dsn, path, part, beside)
    except BaseException as error:
        for left in (part, beside, *path.parent.glob(f"{part.name}-*")):  # SQLite's journal of the copy
            left.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise BackupError(f"the copy was not made: {error}") from error
        raise


def _made(dsn: str, path: Path, part: Path, beside: Path) -> Backup:
    url = normal(dsn)
    how = _sqlite(url, part) if url.get_backend_name() == "sqlite" else _postgresql(url, part)
    digest = _sha256(part)
    beside.write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    _sync(part)
    _sync(beside)
    part.rename(path)
    _sync(path.parent)
    return Backup(path=path, size=path.stat().st_size, sha256=digest, how=how)


def restored(dsn: str) -> int:
    """Make a database that came from a backup ready to serve: every feed begins anew. How many scopes.

    Raises `UnavailableError` when the database cannot be reached or has no tables.
    """
    try:
        engines = open_engines(dsn, 1)
    except sa.exc.DBAPIError as error:
        raise UnavailableError(f"the database cannot be opened: {error.orig}") from error
    try:
        with engines.writer.connect() as connection, connection.begin():
            count = feed.begin_epoch(connection, new_id())
            if engines.kind == "sqlite":
                connection.exec_driver_sql("PRAGMA user_version=0")
    except sa.exc.DBAPIError as error:
        raise UnavailableError(f"the feeds cannot begin anew: {error.orig}") from error
    finally:
        engines.close()
    return count


def is_copy(engine: sa.Engine) -> bool:
    """Whether this is a SQLite copy on which `restored` was not called yet."""
    if engine.dialect.name != "sqlite":
        return False
    with engine.connect() as connection:
        return connection.exec_driver_sql("PRAGMA user_version").scalar() == MARK


def _sqlite(url: sa.URL, part: Path) -> str:
    source = Path(url.database or "").absolute()
    if not source.exists():
        raise BackupError(f"there is no database at {source}")
    try:
        connection = dbapi2.connect(str(source), isolation_level=None)
        try:
            connection.execute("VACUUM INTO ?", (str(part),)).close()
        finally:
            connection.close()
        copy = dbapi2.connect(str(part), isolation_level=None)
        try:
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise BackupError(f"the copy is not sound: {found}")
            _take_out(copy)
            copy.execute(f"PRAGMA user_version={MARK}").close()
        finally:
            copy.close()
    except dbapi2.Error as error:
        raise BackupError(f"the copy was not made: {error}") from error
    return "SQLite, VACUUM INTO, integrity checked"


def _take_out(copy: dbapi2.Connection) -> None:
    """Overwrite what is shown for minutes and must not be kept for years."""
    known = {row[0] for row in copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    copy.execute("PRAGMA secure_delete=ON").close()
    for table in NEVER_COPIED:
        if table in known:  # a database of before may not have it
            copy.execute(f"DELETE FROM {table}").close()


def _postgresql(url: sa.URL, part: Path) -> str:
    program = _pg_dump()
    if program is None:
        raise BackupError("pg_dump is not installed here (Debian: apt install postgresql-client)")
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    command = [str(program), "--format=custom", "--no-owner", f"--file={part}"]
    command += [f"--exclude-table-data=*.{table}" for table in NEVER_COPIED]
    environment = os.environ | {"PGCONNECT_TIMEOUT": "10"}
    if url.password:
        environment["PGPASSWORD"] = str(url.password)
        plain = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    done = subprocess.run(
        [*command, plain], env=environment, capture_output=True, check=False, timeout=DUMP_TIMEOUT_S
    )
    if done.returncode != 0:
        raise BackupError(f"pg_dump failed: {done.stderr.decode(errors='replace').strip()[-500:]}")
    return f"PostgreSQL, {program.name} --format=custom (restore with pg_restore)"


def _pg_dump() -> Path | None:
    """The newest pg_dump: one older than the server refuses it."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"), key=lambda path: int(path.parts[-3]))
    if homes:
        return homes[-1]
    found = shutil.which("pg_dump")
    return Path(found) if found else None


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _sync(path: Path) -> None:
    """Make a file's bytes, or a folder's names, durable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
