"""The one thread of a process that writes, committing what waits together.

A durable commit costs the same for one job as for sixty, so jobs that arrive while a commit is under way
share the next one. Each job has a savepoint: one that raises is undone alone and its error goes to its
caller. A failure that passes by itself undoes the whole batch, whose jobs then run again, each in a commit of
its own.

A *merging* job (`Merge`) is handed all items that wait for it at once: many lanes' uploads in few statements.
When it raises, its items run one by one, so that only the guilty one gets the error.

Source: docs/store.md, "Writing".
Invariants: a job is answered only after the commit that holds it; at most QUEUE_MAX jobs wait; answers are
given in the order of commits; `close` returns when everything accepted is answered.
"""

import collections
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from store.data import retry
from store.data.errors import ClosedError, DiskError, Overloaded, UnavailableError
from store.data.waiting import Waiting, answer

QUEUE_MAX = 4096
"""Jobs that may wait; more are refused with `Overloaded`."""
BATCH_MAX = 64
"""Jobs in one commit."""
CLOSE_TIMEOUT_S = 30.0
TOLD_EVERY_S = 60.0
"""A full disk is told to the log at most so often: it may lie on the same disk."""

Merge = Callable[[sa.Connection, Sequence[Any]], Sequence[Any]]
_log = logging.getLogger(__name__)


class Writer:
    """Runs jobs in order on the engine's one writing connection."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._waiting: collections.deque[Waiting] = collections.deque()
        self._wake = threading.Condition()
        self._is_closing = False
        self.commits = 0
        self.jobs = 0
        self.is_disk_full = False
        """The last commit failed because the disk took no more."""
        self._told_at = float("-inf")
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def put(self, job: Waiting) -> None:
        """Let a job wait its turn. Raises `Overloaded` or `ClosedError`."""
        with self._wake:
            if self._is_closing:
                raise ClosedError("the service is stopping; try again shortly")
            if len(self._waiting) >= QUEUE_MAX:
                raise Overloaded
            self._waiting.append(job)
            if len(self._waiting) == 1:
                self._wake.notify()

    @property
    def depth(self) -> int:
        """How many jobs wait."""
        return len(self._waiting)

    def close(self) -> None:
        """Accept nothing more, finish what waits, stop. Safe to call twice."""
        with self._wake:
            self._is_closing = True
            self._wake.notify()
        self._thread.join(CLOSE_TIMEOUT_S)
        if self._thread.is_alive():
            raise UnavailableError("the database did not finish what was waiting; it is closed all the same")

    # --- the thread ------------------------------------------------------------------------------------

    def _run(self) -> None:
        while batch := self._take():
            try:
                self._perform(batch)
            except BaseException as error:
                _log.exception("the writer failed")
                for job in batch:
                    job.error = error
            self.jobs += len(batch)
            answer(batch)

    def _take(self) -> list[Waiting]:
        """The next jobs; empty when closing and nothing waits."""
        with self._wake:
            while not self._waiting and not self._is_closing:
                self._wake.wait()
            count = min(BATCH_MAX, len(self._waiting))
            return [self._waiting.popleft() for _ in range(count)]

    def _perform(self, batch: list[Waiting]) -> None:
        units = list(_units(batch))
        for attempt in range(retry.ATTEMPTS_MAX):
            again: list[list[Waiting]] = []
            # together at first; after a failure each unit by itself, so that one cannot hold up the others
            for group in [units] if attempt == 0 else [[unit] for unit in units]:
                try:
                    self._commit(group)
                except sa.exc.DBAPIError as error:
                    if retry.passes(error):
                        _log.info("a commit is tried again: %s", error.orig)
                        again.extend(group)
                    self._look_at_the_disk(error)
                    _note(group, error)
            if not again:
                return
            units = again
            time.sleep(retry.pause_s(attempt))

    def _look_at_the_disk(self, error: sa.exc.DBAPIError) -> None:
        """Tell the log now and then that the disk is full; every caller is told each time."""
        if not retry.is_of_the_disk(error):
            return
        self.is_disk_full = True
        if time.monotonic() >= self._told_at + TOLD_EVERY_S:
            self._told_at = time.monotonic()
            _log.error("nothing can be written: %s; lanes keep their sales until there is space", error.orig)

    def _commit(self, units: list[list[Waiting]]) -> None:
        """Run units in one transaction. Raises what says nothing about a single job."""
        with self._engine.connect() as connection, connection.begin() as transaction:
            if len(units) == 1 and len(units[0]) == 1:
                try:
                    _run_unit(connection, units[0])
                except Exception as error:
                    if _is_of_everybody(error):
                        raise
                    transaction.rollback()  # alone in its transaction, a job needs no savepoint
                    _note(units, error)
                    return
            else:
                for unit in units:
                    _run_saved(connection, unit)
            transaction.commit()
        self.commits += 1
        self.is_disk_full = False


def _units(batch: list[Waiting]) -> Iterator[list[Waiting]]:
    """The batch as units in order of arrival: a job alone, or all items of one merging job."""
    merging: dict[Any, list[Waiting]] = {}
    units: list[list[Waiting]] = []
    for one in batch:
        if not one.merged:
            units.append([one])
        elif one.job in merging:
            merging[one.job].append(one)
        else:
            merging[one.job] = [one]
            units.append(merging[one.job])
    yield from units


def _run_unit(connection: sa.Connection, unit: list[Waiting]) -> None:
    for one in unit:
        one.error = None
    if unit[0].merged:
        values = unit[0].job(connection, [one.item for one in unit])
        for one, value in zip(unit, values, strict=True):
            one.value = value
    else:
        unit[0].value = unit[0].job(connection)


def _run_saved(connection: sa.Connection, unit: list[Waiting]) -> None:
    """Run a unit inside a savepoint; its own failure stays its own."""
    savepoint = connection.begin_nested()
    try:
        _run_unit(connection, unit)
    except Exception as error:
        if _is_of_everybody(error):
            raise
        savepoint.rollback()
        if len(unit) == 1:
            _note([unit], error)
            return
        for one in unit:
            _run_saved(connection, [one])
    else:
        savepoint.commit()


def _is_of_everybody(error: BaseException) -> bool:
    """Whether a failure undoes the whole commit. SQLite itself does so when its disk is full: the savepoints
    are gone."""
    return retry.passes(error) or retry.is_of_the_disk(error)


def _note(units: list[list[Waiting]], error: BaseException) -> None:
    known: BaseException
    if isinstance(error, sa.exc.DBAPIError) and retry.is_of_the_disk(error):
        known = DiskError(f"the disk takes nothing now ({error.orig}); nothing was stored, ask again later")
        known.__cause__ = error
    elif isinstance(error, sa.exc.OperationalError):
        known = UnavailableError(f"the database takes nothing now: {error.orig}")
        known.__cause__ = error
    else:
        known = error
    for unit in units:
        for one in unit:
            one.error = known
