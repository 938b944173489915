"""Which failures of a database pass by themselves, and how long to wait for that.

Every job is a retryable, idempotent function. A conflict with another writer (40001, 40P01), a busy file and
a lost connection say nothing about the job: it runs again, a bounded number of times, with growing pauses. A
full disk passes too, but not in seconds: whoever asked is told at once and asks again later.

Source: PostgreSQL manual, appendix A (SQLSTATE); sqlite.org/rescode.html.
"""

import random

import sqlalchemy as sa

ATTEMPTS_MAX = 8
PAUSE_MIN_S = 0.01
PAUSE_MAX_S = 1.0
"""Eight attempts span some two seconds; a request that waits longer is better sent again by its lane."""

_CONFLICTS = frozenset({"40001", "40P01", "55P03"})
_GONE = ("08", "57P", "53")
"""Connection exceptions, operator intervention, insufficient resources."""
_BUSY = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})
_DISK_STATES = frozenset({"53100", "58030"})
"""disk_full, io_error."""
_DISK_NAMES = ("SQLITE_FULL", "SQLITE_IOERR")
"""No space, and everything else a disk may answer: a quota, a limit on files, a fault."""


def passes(error: BaseException) -> bool:
    """Whether the same job may succeed when it runs again."""
    if not isinstance(error, sa.exc.DBAPIError) or is_of_the_disk(error):
        return False
    if error.connection_invalidated:
        return True
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state in _CONFLICTS or state.startswith(_GONE)
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return str(name).startswith(tuple(_BUSY))
    return isinstance(error, sa.exc.OperationalError)  # psycopg: no answer, so no SQLSTATE


def is_of_the_disk(error: BaseException) -> bool:
    """Whether the database could not write because its disk took no more."""
    if not isinstance(error, sa.exc.DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None) or ""
    name = str(getattr(error.orig, "sqlite_errorname", None) or "")
    return state in _DISK_STATES or name.startswith(_DISK_NAMES)


def pause_s(attempt: int) -> float:
    """How long to wait after failed attempt 0, 1, 2...: doubling, with full jitter, never less than half."""
    longest = min(PAUSE_MAX_S, PAUSE_MIN_S * 2**attempt)
    return float(longest * random.uniform(0.5, 1.0))
