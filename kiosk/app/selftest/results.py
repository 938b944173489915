"""What a check of the self-test brought: one line each, for people and as JSON."""

import enum
import time
from collections.abc import Callable

import msgspec


class Outcome(enum.Enum):
    """SKIPPED: could not be tried here, e.g. because there is no simulated terminal."""

    OK = "OK"
    FAILED = "FAIL"
    SKIPPED = "SKIP"


class CheckFailedError(Exception):
    """What should hold does not; the text says what was found."""


class CheckSkippedError(Exception):
    """The check cannot be made here; the text says why."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One check, and what became of it."""

    check: str
    outcome: Outcome
    found: str
    took_s: float

    def line(self) -> str:
        """As printed."""
        return f"{self.outcome.value:<4}  {self.check:<12} {self.took_s:6.2f} s  {self.found}"


def tried(check: str, look: Callable[[], str]) -> Result:
    """Make one check. Whatever it raises is its failure, never the end of the self-test."""
    begun = time.monotonic()
    try:
        outcome, found = Outcome.OK, look()
    except CheckSkippedError as why:
        outcome, found = Outcome.SKIPPED, str(why)
    except CheckFailedError as error:
        outcome, found = Outcome.FAILED, str(error)
    except Exception as error:
        outcome, found = Outcome.FAILED, f"{type(error).__name__}: {error}"
    took_s = round(time.monotonic() - begun, 3)
    return Result(check=check, outcome=outcome, found=found, took_s=took_s)
