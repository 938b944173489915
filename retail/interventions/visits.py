"""What staff see: one visit per lane, however many interventions wait there, and the order of lanes.

Source: docs/interventions.md, "One visit".
Invariants: pure; the order of lanes does not depend on the order they are told in.
"""

from collections.abc import Mapping

import msgspec

from retail.interventions.book import Book
from retail.interventions.carried import Open
from retail.interventions.kinds import kind_of
from retail.interventions.words import Blocks, Light, Severity


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """Why somebody should go to a lane, all in one."""

    severity: Severity
    blocks: Blocks
    since_us: int
    """When the first of them called."""
    is_looked_at: bool
    """Whether somebody has looked at all of them."""
    needs: tuple[Open, ...]
    """What is to be decided, gravest and oldest first. Nudges come last: a colleague who is there anyway may
    help with them too."""

    @property
    def can_be_remote(self) -> bool:
        """Whether all that called can be decided from afar."""
        return all(one.is_remote for one in self.needs if one.wants_staff)


def visit_of(book: Book) -> Visit | None:
    """The visit a lane calls for; None: nobody need come."""
    called = [one for one in book.open if one.wants_staff]
    if not called:
        return None
    return Visit(
        severity=max((one.severity for one in called), key=lambda one: one.rank),
        blocks=max((one.blocks for one in called), key=lambda one: one.rank),
        since_us=min(one.called_at_us for one in called),
        is_looked_at=all(one.looked_by for one in called),
        needs=tuple(sorted(book.open, key=lambda one: (-one.severity.rank, one.at_us, one.intervention_no))),
    )


def in_order(visits: Mapping[str, Visit]) -> tuple[str, ...]:
    """Lanes by whom to visit first: critical, then whoever has waited longest, then by name."""
    return tuple(sorted(visits, key=lambda lane: (-visits[lane].severity.rank, visits[lane].since_us, lane)))


def place(visits: Mapping[str, Visit], lane: str) -> int:
    """The lane's place in the queue, from 1; 0: it is not in it. Lanes somebody is at do not count."""
    waiting = {name: visit for name, visit in visits.items() if name == lane or not visit.is_looked_at}
    return in_order(waiting).index(lane) + 1 if lane in visits else 0


def light_of(book: Book) -> Light:
    """What the lamp over the lane shows."""
    lights = [kind_of(one.kind).light for one in book.open if one.wants_staff]
    if any(one.severity is Severity.CRITICAL for one in book.open) or Light.RED_BLINKING in lights:
        return Light.RED_BLINKING
    return Light.YELLOW if Light.YELLOW in lights else Light.UNCHANGED
