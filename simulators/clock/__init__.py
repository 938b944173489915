"""Start programs on a machine whose clock stands at another day: "the next morning", without waiting for it.

A program of ours is told nothing. It is started with an environment in which Python itself loads
`site/sitecustomize.py` first, and that moves what Python calls the time of day; the clocks that only count
(timeouts, deadlines) stay as they are. Two programs started with the same environment agree about the time.

Source: docs/scenarios.md, "Another day".
Invariants: nothing of it is in a program that ships; where a clock cannot be moved, the program ends at once.
"""

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

SITE = Path(__file__).parent / "site"
VARIABLE = "SIMULATED_AHEAD_S"
"""How many seconds the clock is ahead of the machine's; may be less than none."""


@dataclass(frozen=True, kw_only=True)
class MovedClock:
    """A clock that goes as the machine's does, so many seconds ahead of it, on the wall of a place."""

    ahead_s: int
    zone: str

    @classmethod
    def at(cls, wanted: datetime.datetime, zone: str) -> "MovedClock":
        """One that shows `wanted` (with its offset) now."""
        return cls(ahead_s=round((wanted - datetime.datetime.now(datetime.UTC)).total_seconds()), zone=zone)

    def now(self) -> datetime.datetime:
        """What it shows."""
        moved = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=self.ahead_s)
        return moved.astimezone(ZoneInfo(self.zone))

    def environment(self, before: Mapping[str, str] | None = None) -> dict[str, str]:
        """What a program is started with, beside `before` (the environment of this one)."""
        kept = dict(os.environ if before is None else before)
        others = [part for part in kept.get("PYTHONPATH", "").split(os.pathsep) if part and part != str(SITE)]
        kept["PYTHONPATH"] = os.pathsep.join([str(SITE), *others])
        return {**kept, VARIABLE: str(self.ahead_s), "TZ": self.zone}
