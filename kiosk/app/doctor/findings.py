"""What the doctor finds: one line each."""

import enum

import msgspec


class Level(enum.Enum):
    """WARN still sells; FAIL does not."""

    OK = "OK"
    WARN = "WARN"
    FAIL = "FAIL"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what was looked at, what was found, what to do."""

    level: Level
    what: str
    found: str
    advice: str = ""

    def line(self) -> str:
        """As printed."""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{self.level.value:<5} {self.what:<10} {self.found}{advice}"
