"""Time and names as the lane gets them: passed in, so that tests move the clock and runs can be repeated."""

import datetime
import secrets
import time
from typing import Protocol


class Clock(Protocol):
    """The time of day and a clock that never jumps."""

    def now(self) -> datetime.datetime:
        """Local time with its offset."""

    def monotonic(self) -> float:
        """Seconds since some start; never goes back."""


class Ids(Protocol):
    """Where new identifiers come from."""

    def new(self) -> str:
        """An identifier nobody else makes."""


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime.datetime:
        """Local time with its offset."""
        return datetime.datetime.now().astimezone()

    def monotonic(self) -> float:
        """The system's monotonic clock, shared by all threads of the process."""
        return time.monotonic()


class RandomIds:
    """128 random bits in hex."""

    def new(self) -> str:
        """An identifier nobody else makes."""
        return secrets.token_hex(16)


def utc_text(moment: datetime.datetime) -> str:
    """UTC as ISO 8601 with microseconds and `Z`, the journal's form."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
