"""The service's database: jobs that write share commits, jobs that read see one state.

    async def rename(...):
        await database.write(lambda connection: lanes.rename(connection, store_id, terminal_id, name))

A job is a function of a SQLAlchemy connection. It is retryable and idempotent: it may run more than once
before its commit succeeds, and whatever it did before then is undone. It keeps nothing but its arguments and
answers with plain values, never with rows still to be fetched.

Source: docs/store.md, "Writing".
Invariants: an answer of `write` means a durable commit; nothing waits without bound.
"""

import asyncio
import concurrent.futures
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

import sqlalchemy as sa

from store.data import retry
from store.data.engine import Engines, Kind, normal, open_engines
from store.data.errors import ClosedError, DiskError, Overloaded, UnavailableError
from store.data.waiting import Waiting
from store.data.writer import Writer

Connection = sa.Connection
"""What a job is given; named here for rooms that import no SQL."""
T = TypeVar("T")
A = TypeVar("A")
READERS = 4
"""Threads and connections that read."""
READS_MAX = 512
"""Reads that may wait; more are refused with `Overloaded`."""
READ_ATTEMPTS = 3


def answers(connection: Connection) -> bool:
    """A job that only asks whether the database answers."""
    return bool(connection.exec_driver_sql("SELECT 1").scalar())


class Database:
    """One database for a process. Safe from any thread and any event loop."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._writer = Writer(engines.writer)
        self._readers = concurrent.futures.ThreadPoolExecutor(READERS, "store-reader")
        self._reads = 0
        self._lock = threading.Lock()
        self._is_closed = False

    @classmethod
    def open(cls, dsn: str) -> Self:
        """Open the database at `dsn`. Raises `UnsuitableDatabaseError` or `UnavailableError`.

        The tables must be there: see `store.data.migrate`.
        """
        try:
            return cls(open_engines(dsn, READERS))
        except sa.exc.DBAPIError as error:
            where = normal(dsn).render_as_string(hide_password=True)
            raise UnavailableError(f"the database {where} cannot be opened: {error.orig}") from error

    @property
    def kind(self) -> Kind:
        """Which engine it is."""
        return self._engines.kind

    @property
    def path(self) -> Path | None:
        """The file, on SQLite."""
        return self._engines.path

    @property
    def engines(self) -> Engines:
        """For migrations, backups and the hooks of tests; requests go through jobs."""
        return self._engines

    @property
    def waiting(self) -> int:
        """How many jobs wait to be written: background work gives way while this is not 0."""
        return self._writer.depth

    @property
    def is_disk_full(self) -> bool:
        """Whether the last commit failed because the disk took no more."""
        return self._writer.is_disk_full

    @property
    def commits(self) -> tuple[int, int]:
        """Commits and jobs since the start: how well commits are shared."""
        return self._writer.commits, self._writer.jobs

    # --- writing ---------------------------------------------------------------------------------------

    async def write(self, job: Callable[[sa.Connection], T]) -> T:
        """Run `job` and answer after its durable commit. Raises what the job raises, `Overloaded`,
        `ClosedError` or `UnavailableError`."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._writer.put(Waiting(job, future, loop))
        return await future

    async def write_merged(self, merge: Callable[[sa.Connection, Sequence[A]], Sequence[T]], item: A) -> T:
        """Like `write`, but all items that wait for the same `merge` are handed to it in one call.

        It answers in their order. `merge` must be the same object each time.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._writer.put(Waiting(merge, future, loop, merged=True, item=item))
        return await future

    def write_sync(self, job: Callable[[sa.Connection], T]) -> T:
        """`write` for a thread."""
        future: concurrent.futures.Future[T] = concurrent.futures.Future()
        self._writer.put(Waiting(job, future, None))
        return future.result()

    # --- reading ---------------------------------------------------------------------------------------

    async def read(self, job: Callable[[sa.Connection], T]) -> T:
        """Run `job` on one unchanging state of everything; it cannot write."""
        return await asyncio.wrap_future(self._submit(job))

    def read_sync(self, job: Callable[[sa.Connection], T]) -> T:
        """`read` for a thread."""
        return self._submit(job).result()

    def _submit(self, job: Callable[[sa.Connection], T]) -> "concurrent.futures.Future[T]":
        with self._lock:
            if self._is_closed:
                raise ClosedError("the service is stopping; try again shortly")
            if self._reads >= READS_MAX:
                raise Overloaded
            self._reads += 1
            try:
                future = self._readers.submit(self._read, job)
            except BaseException:
                self._reads -= 1
                raise
        future.add_done_callback(self._read_ended)
        return future

    def _read(self, job: Callable[[sa.Connection], T]) -> T:
        error: sa.exc.DBAPIError | None = None
        for _ in range(READ_ATTEMPTS):
            try:
                with self._engines.reader.connect() as connection, connection.begin():
                    return job(connection)
            except sa.exc.DBAPIError as failed:
                if retry.is_of_the_disk(failed):
                    raise DiskError(f"the database cannot be read now: {failed.orig}") from failed
                if not retry.passes(failed):
                    raise
                error = failed
        raise UnavailableError("the database cannot be read now; try again shortly") from error

    def _read_ended(self, _future: Any) -> None:
        with self._lock:
            self._reads -= 1

    # --- the end ---------------------------------------------------------------------------------------

    def close(self) -> None:
        """Finish everything accepted, then let go of the database. Safe to call twice."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
        try:
            self._writer.close()
        finally:
            self._readers.shutdown(wait=True)
            self._engines.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
