"""What the lane says of itself when asked from outside. Values only.

Source: docs/scenarios.md, "How the lane is steered".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class LaneState:
    """What the lane shows. `transaction` is the open one, else the one closed last, else None."""

    screen: str
    shown: tuple[str, ...] = ()
    """Screens shown since the lane's start, newest last; the oldest may be missing."""
    shown_count: int = 0
    """How many there were, the missing ones included."""
    outage: str = ""
    transaction: Mapping[str, Any] | None = None
    staff: str = ""
    """Who is signed in at the lane."""
    open: tuple[Mapping[str, Any], ...] = ()
    """Interventions that go on: `kind`, `severity`, `measure`, `intervention_no`."""

    focus: str = ""
    """The control that keys would press."""

    @classmethod
    def from_answer(cls, answer: Mapping[str, Any]) -> "LaneState":
        """Read the answer to `{"do": "state"}`."""
        return cls(
            screen=str(answer["screen"]),
            shown=tuple(answer.get("shown", ())),
            shown_count=int(answer.get("shown_count", 0)),
            outage=str(answer.get("outage", "")),
            transaction=answer.get("transaction"),
            staff=str(answer.get("staff", "")),
            open=tuple(answer.get("open", ())),
            focus=str(answer.get("focus", "")),
        )

    @property
    def lines(self) -> tuple[Mapping[str, Any], ...]:
        """The basket's lines."""
        return tuple(self.transaction["lines"]) if self.transaction else ()

    @property
    def total_minor(self) -> int:
        """The basket's total; 0 without one."""
        return int(self.transaction["total_minor"]) if self.transaction else 0

    @property
    def is_paid(self) -> bool:
        """Whether the transaction is paid."""
        return bool(self.transaction and self.transaction["paid"])

    @property
    def is_member(self) -> bool:
        """Whether the lane knows the shopper as a member."""
        return bool(self.transaction and self.transaction.get("member"))

    def figure(self, name: str) -> int:
        """A figure of the transaction; 0 where the lane does not tell it."""
        return int(self.transaction.get(name, 0)) if self.transaction else 0

    def told(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """A list of the transaction; empty where the lane does not tell it."""
        return tuple(self.transaction.get(name, ())) if self.transaction else ()

    def was_shown(self, screen: str, since: int) -> bool:
        """Whether `screen` shows now or was shown after the first `since` screens."""
        fresh = max(0, self.shown_count - since)
        return screen == self.screen or (fresh > 0 and screen in self.shown[-fresh:])

    def likeness(self) -> tuple[object, ...]:
        """What must stay the same for the lane to count as quiet."""
        return (self.screen, self.shown_count, self.outage, self.staff, self.open, repr(self.transaction))
