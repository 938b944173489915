"""The service's time: whole microseconds since 1970, UTC, as every table and wire message has it.

A `Clock` is passed to whoever needs the time, so that a test moves it by hand.
"""

import datetime
import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Answers with microseconds since 1970, UTC."""

SECOND = 1_000_000
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def now_us() -> int:
    """The machine's clock."""
    return time.time_ns() // 1000


def from_iso(text: str) -> int:
    """Microseconds of an ISO 8601 time with an offset. ValueError if it is none."""
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"a time without an offset: {text}")
    return (moment - _EPOCH) // datetime.timedelta(microseconds=1)


def to_iso(at: int) -> str:
    """The time as ISO 8601 in UTC, with microseconds."""
    return (_EPOCH + datetime.timedelta(microseconds=at)).isoformat(timespec="microseconds")
