"""What can be asked of the checkout about interventions: by shoppers, and by staff here or afar."""

import msgspec

from kiosk.checkout.desk import ResumeAnswer, ReturnAnswer, SoldAnswer
from kiosk.devices.scale import NoWeight, WeightTaken
from retail.interventions.rights import Action
from retail.interventions.wishes import Staff
from retail.wire.returns import ReturnedLine


class StaffCommand(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the commands of this module."""


# --- the shopper -----------------------------------------------------------------------------------------


class DismissIntervention(StaffCommand, frozen=True, kw_only=True):
    """The shopper has seen it."""

    intervention_no: int


class CallStaffFor(StaffCommand, frozen=True, kw_only=True):
    """The shopper wants somebody to come for it now."""

    intervention_no: int


class NeedTime(StaffCommand, frozen=True, kw_only=True):
    """The shopper is still here."""


class StopWeighing(StaffCommand, frozen=True, kw_only=True):
    """The shopper does not want these goods weighed after all."""


class SkipBagging(StaffCommand, frozen=True, kw_only=True):
    """The shopper does not put this line into the bagging area."""

    line_id: int


class PlaceOwnBag(StaffCommand, frozen=True, kw_only=True):
    """What lies on the bagging scale now is the shopper's own bag."""


class MoveFullBags(StaffCommand, frozen=True, kw_only=True):
    """Full bags are taken away; the weight is taken as it is."""


# --- devices and the store -------------------------------------------------------------------------------


class ReportWeight(StaffCommand, frozen=True, kw_only=True):
    """The bagging scale came to rest."""

    weight_g: int


class ReportWeighing(StaffCommand, frozen=True, kw_only=True):
    """The weighing scale answered."""

    answer: WeightTaken | NoWeight


class ReportResume(StaffCommand, frozen=True, kw_only=True):
    """The store answered about a suspended basket."""

    answer: ResumeAnswer


class ReportSold(StaffCommand, frozen=True, kw_only=True):
    """The store answered about an earlier sale."""

    answer: SoldAnswer


class ReportReturn(StaffCommand, frozen=True, kw_only=True):
    """The store answered about goods that come back."""

    answer: ReturnAnswer


# --- staff -----------------------------------------------------------------------------------------------


class SignInByPin(StaffCommand, frozen=True, kw_only=True):
    """Somebody typed their number and their PIN. Neither is journalled, shown or logged."""

    number: str
    pin: str

    def __repr__(self) -> str:
        return "SignInByPin()"


class SignOut(StaffCommand, frozen=True, kw_only=True):
    """Close the attendant layer."""


class LookAt(StaffCommand, frozen=True, kw_only=True):
    """Staff opened these on the attendant station."""

    numbers: frozenset[int]
    staff: Staff


class ApproveIntervention(StaffCommand, frozen=True, kw_only=True):
    """Staff let it go."""

    intervention_no: int
    why: str
    """One of the kind's reasons to approve."""
    measure_seen: int = 0
    """How much it was on their screen."""
    born: str = ""
    """For an age: the date of birth they typed; looked at and forgotten."""
    staff: Staff | None = None
    """Who decides from afar; None: who is signed in at the lane."""

    def __repr__(self) -> str:
        return f"ApproveIntervention({self.intervention_no}, {self.why!r})"


class RefuseIntervention(StaffCommand, frozen=True, kw_only=True):
    """Staff say no."""

    intervention_no: int
    why: str
    staff: Staff | None = None


class Act(StaffCommand, frozen=True, kw_only=True):
    """Staff use a right at the lane, or, where it allows that, from afar. Unused fields stay empty."""

    action: Action
    why: str
    line_id: int = 0
    quantity: int = 0
    amount_minor: int = 0
    """The new price of a piece, for a price."""
    percent: int = 0
    text: str = ""
    """The message, the device, the token or the person it is about."""
    staff: Staff | None = None


class ReturnGoods(StaffCommand, frozen=True, kw_only=True):
    """These units of the sale come back."""

    lines: tuple[ReturnedLine, ...]
    why: str
    """A reason code (`retail.interventions`)."""


class GoOnReturning(StaffCommand, frozen=True, kw_only=True):
    """Try the part again that did not go back."""


class StopReturning(StaffCommand, frozen=True, kw_only=True):
    """Give nothing more back."""


ShopperAttended = (
    DismissIntervention | CallStaffFor | NeedTime | StopWeighing | SkipBagging | PlaceOwnBag | MoveFullBags
)
"""What the shopper's screen may post."""
StaffAttended = (
    SignInByPin
    | SignOut
    | ApproveIntervention
    | RefuseIntervention
    | Act
    | ReturnGoods
    | GoOnReturning
    | StopReturning
)
"""What the attendant layer may post."""
AnyStaffCommand = (
    ShopperAttended
    | StaffAttended
    | LookAt
    | ReportWeight
    | ReportWeighing
    | ReportResume
    | ReportSold
    | ReportReturn
)
