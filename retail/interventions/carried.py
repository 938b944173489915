"""What outlives a purchase: open interventions of the lane itself, wrong PINs, what lies on the scale.

The event that ends a purchase carries it, so that a journal may be folded from there.

Invariants: frozen; knows nothing of the journal's events, which carry it.
"""

from collections.abc import Mapping

import msgspec

from retail.interventions.kinds import kind_of
from retail.interventions.words import Blocks, Clearer, OnRefusal, Severity


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """An intervention that is going on."""

    intervention_no: int
    kind: str
    subject: str
    line_id: int
    coupon_no: int
    measure: int
    by: str
    why: str
    at_us: int
    severity: Severity
    graver: Severity
    blocks: Blocks
    clearer: Clearer
    is_remote: bool
    call_at_us: int
    critical_after_us: int
    needs_picture: bool = False
    """Whether approving it from afar takes the picture of the item."""
    called_at_us: int = 0
    """Since when staff are wanted; 0: not yet."""
    looked_by: str = ""
    looked_at_us: int = 0
    refused_by: str = ""
    refused_why: str = ""
    refused_at_us: int = 0

    @property
    def wants_staff(self) -> bool:
        """Whether somebody should come."""
        return self.severity is not Severity.NUDGE

    @property
    def awaits_removal(self) -> bool:
        """Whether staff said no, and what that asks for is not done yet."""
        return bool(self.refused_by) and kind_of(self.kind).on_refusal is not OnRefusal.STAYS_OPEN

    @property
    def critical_at_us(self) -> int:
        """When it turns critical if nobody looks; 0: never."""
        wants = self.severity is Severity.STAFF and not self.looked_by and self.critical_after_us
        return self.called_at_us + self.critical_after_us if wants else 0


class CarriedBook(msgspec.Struct, frozen=True, kw_only=True):
    """Of the book of interventions (`retail.interventions.book`)."""

    next_no: int = 1
    open: tuple[Open, ...] = ()


class Tries(msgspec.Struct, frozen=True, kw_only=True):
    """Wrong answers in a row, and until when nothing is accepted (0: it is)."""

    wrong: int = 0
    locked_until_us: int = 0

    def is_locked(self, at_us: int) -> bool:
        """Whether nothing is accepted at this time."""
        return at_us < self.locked_until_us


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """Of a lane's whole situation (`retail.interventions.situation`)."""

    book: CarriedBook = CarriedBook()
    tries: Mapping[str, Tries] = {}
    weight_g: int = 0
    """What lies in the bagging area."""
