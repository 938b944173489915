"""What can be asked of the engine, and its answers when there are no events.

Source: docs/interventions.md.
"""

import msgspec

from retail.interventions.book import OPEN_MAX
from retail.interventions.carried import Open
from retail.interventions.events import LANE, AnyInterventionEvent
from retail.interventions.kinds import kind_of
from retail.interventions.words import Role, SelfClear

HUB = "hub"
"""`Staff.via` of who decides at the shop's own hub (`retail.wire.hub`)."""
RAISED_MAX = OPEN_MAX
"""Open interventions; what would raise one more is refused together with what caused it."""


class Staff(msgspec.Struct, frozen=True, kw_only=True):
    """Who decides: proven by badge, PIN or a session of the store service."""

    staff_id: str
    role: Role
    saw_picture: bool = False
    """Of who decides from afar: whether the picture of the item was before them."""
    via: str = ""
    """From where, if neither at the lane nor from the service's station: `HUB`."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all wishes."""


class Raise(Wish, frozen=True, kw_only=True):
    """Something needs a look. Raising again with a greater measure makes the open one say so."""

    kind: str
    why: str
    """The cause in a few words of English or a machine word; journalled."""
    subject: str = ""
    line_id: int = 0
    coupon_no: int = 0
    measure: int = 0
    by: str = LANE


class Settle(Wish, frozen=True, kw_only=True):
    """A cause is gone. Clears those whose kind clears by it (`Kind.clears_by`), of what is named; what is not
    named means any."""

    because: SelfClear
    kinds: frozenset[str] = frozenset()
    subject: str | None = None
    line_id: int = 0
    coupon_no: int = 0
    by: str = LANE

    def is_about(self, one: Open) -> bool:
        """Whether this open one is meant, and its kind clears by this."""
        return (
            self.because in kind_of(one.kind).clears_by
            and (not self.kinds or one.kind in self.kinds)
            and (self.subject is None or one.subject == self.subject)
            and (not self.line_id or one.line_id == self.line_id)
            and (not self.coupon_no or one.coupon_no == self.coupon_no)
        )


class Look(Wish, frozen=True, kw_only=True):
    """Staff opened these: they stand at the lane, or see it on the station."""

    numbers: frozenset[int]
    staff: Staff
    is_remote: bool = False


class Approve(Wish, frozen=True, kw_only=True):
    """Staff let it go."""

    intervention_no: int
    staff: Staff
    why: str
    """One of the kind's reasons to approve."""
    measure_seen: int = 0
    """The measure that was on the screen; a greater one now needs another look."""
    covers_to: int | None = None
    """Up to which measure the approval reaches (somebody's age); None: up to this one's."""
    is_remote: bool = False


class Refuse(Wish, frozen=True, kw_only=True):
    """Staff say no."""

    intervention_no: int
    staff: Staff
    why: str
    is_remote: bool = False


class Dismiss(Wish, frozen=True, kw_only=True):
    """The shopper has seen it."""

    intervention_no: int


class CallStaff(Wish, frozen=True, kw_only=True):
    """The shopper wants somebody to come for it now."""

    intervention_no: int


class AskToPay(Wish, frozen=True, kw_only=True):
    """The shopper wants to pay: whatever still blocks that calls staff now."""


class Tick(Wish, frozen=True, kw_only=True):
    """Time has passed."""


class EndPurchase(Wish, frozen=True, kw_only=True):
    """The purchase is closed or cancelled; what belongs to it ends with it."""

    why: str


AnyWish = Raise | Settle | Look | Approve | Refuse | Dismiss | CallStaff | AskToPay | Tick | EndPurchase


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """It may not be done; whoever asked is told."""

    code: str
    """`not_allowed`, `must_be_there`, `needs_picture`, `already_cleared`, `already_refused`,
    `no_such_intervention`, `unknown_reason`, `changed_since_seen`, `does_not_reach`, `cannot_be_refused`,
    `too_many_open`."""
    detail: str = ""
    """Who was first, who it takes, or how much it is now."""


class Ignored(msgspec.Struct, frozen=True, kw_only=True):
    """It means nothing now; nobody is told."""

    reason: str


Decision = tuple[AnyInterventionEvent, ...] | Refused | Ignored
