"""What staff may do at a lane: roles by actions by limits, one table that a store narrows or widens.

A limit that is passed does not refuse the deed; it says whose badge is needed. Everything done by a right is
journalled with who, when and why (`retail.interventions.events.StaffActed`).

Source: docs/interventions.md, "Staff rights".
Invariants: pure; unknown is refused; a role may do what the roles below it may, up to higher limits; settings
never go below `Right.floor`.
"""

import enum
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from retail.check import require
from retail.interventions.words import Role

NO_LIMIT = 1_000_000_000
WHOLE = 100


class Action(enum.Enum):
    """What staff do at the lane. The values are journalled."""

    VOID_LINE = "void_line"
    QUANTITY = "quantity"
    PRICE_OVERRIDE = "price_override"
    DISCOUNT_LINE = "discount_line"
    DISCOUNT_SALE = "discount_sale"
    TEACH_WEIGHT = "teach_weight"
    SUSPEND = "suspend"
    RESUME = "resume"
    CANCEL = "cancel"
    REPRINT = "reprint"
    NO_SALE = "no_sale"
    MESSAGE = "message"
    CLOSE_LANE = "close_lane"
    OPEN_LANE = "open_lane"
    DEVICE_TEST = "device_test"
    RESTART = "restart"
    SETTLE_PAYMENT = "settle_payment"
    TRAINING = "training"
    DAY_CLOSE = "day_close"
    UNLOCK = "unlock"
    RETURN = "return"
    """Take goods of an earlier sale back, and give back what was paid for them."""
    GIVE_BACK = "give_back"
    """Say that a part of an unfinished payment was given back by hand."""


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """How far a role may go alone."""

    percent: int = WHOLE
    """Of the price it changes."""
    amount_minor: int = NO_LIMIT
    """What it changes, in money."""

    def holds(self, percent: int, amount_minor: int) -> bool:
        """Whether a deed of this size is within it."""
        return percent <= self.percent and amount_minor <= self.amount_minor


class Right(msgspec.Struct, frozen=True, kw_only=True):
    """Who may do one thing, and how far."""

    action: Action
    text: str
    """What it is, for the settings' page."""
    role: Role = Role.ATTENDANT
    floor: Role = Role.ATTENDANT
    """Settings never let a lower role do it."""
    limits: Mapping[Role, Limit] = {}
    """Roles without one have none."""
    is_remote: bool = False
    """Whether it can be done from the attendant station."""

    def limit(self, role: Role) -> Limit:
        """How far this role may go."""
        return self.limits.get(role, Limit())


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Whether somebody may; if not, why, and whose badge it takes."""

    is_allowed: bool
    reason: str = ""
    """`role`, `limit`, `no_reason` or `must_be_there`."""
    needs: Role | None = None


_TEN_PERCENT = {Role.ATTENDANT: Limit(percent=10, amount_minor=1_000), Role.MANAGER: Limit(percent=50)}
_PRICE = {Role.ATTENDANT: Limit(percent=20, amount_minor=2_000), Role.MANAGER: Limit(percent=WHOLE)}
_VOID = {Role.ATTENDANT: Limit(amount_minor=10_000)}

TABLE: tuple[Right, ...] = (
    Right(action=Action.VOID_LINE, text="take a line off", limits=_VOID),
    Right(action=Action.QUANTITY, text="change a quantity", limits=_VOID),
    Right(action=Action.PRICE_OVERRIDE, text="change a price", limits=_PRICE),
    Right(action=Action.DISCOUNT_LINE, text="give a discount on a line", limits=_TEN_PERCENT),
    Right(action=Action.DISCOUNT_SALE, text="give a discount on the purchase", limits=_TEN_PERCENT),
    Right(action=Action.TEACH_WEIGHT, text="say that the weight on file is wrong"),
    Right(action=Action.SUSPEND, text="suspend a purchase", is_remote=True),
    Right(action=Action.RESUME, text="resume a purchase on another lane"),
    Right(action=Action.CANCEL, text="cancel a purchase", limits=_VOID),
    Right(action=Action.REPRINT, text="print a copy of a receipt"),
    Right(action=Action.NO_SALE, text="open the cash drawer without a sale", role=Role.MANAGER),
    Right(action=Action.MESSAGE, text="write to the shopper", is_remote=True),
    Right(action=Action.CLOSE_LANE, text="close or pause the lane", is_remote=True),
    Right(action=Action.OPEN_LANE, text="open the lane", is_remote=True),
    Right(action=Action.DEVICE_TEST, text="test devices"),
    Right(action=Action.RESTART, text="restart the lane's program", is_remote=True),
    Right(
        action=Action.SETTLE_PAYMENT,
        text="record what the terminal says of an unknown payment",
        role=Role.MANAGER,
        floor=Role.MANAGER,
    ),
    Right(action=Action.TRAINING, text="begin and end training", role=Role.MANAGER, floor=Role.MANAGER),
    Right(action=Action.DAY_CLOSE, text="close the day", role=Role.MANAGER),
    Right(
        action=Action.UNLOCK,
        text="unlock somebody whose PIN was guessed wrong",
        role=Role.MANAGER,
        floor=Role.MANAGER,
    ),
    Right(
        action=Action.RETURN,
        text="take goods back and return the money",
        limits={Role.ATTENDANT: Limit(amount_minor=5_000)},
    ),
    Right(
        action=Action.GIVE_BACK,
        text="say that money taken so far was given back by hand",
        role=Role.MANAGER,
        floor=Role.MANAGER,
    ),
)
"""What a lane comes with."""

Rights = Mapping[Action, Right]
RIGHTS: Rights = MappingProxyType({right.action: right for right in TABLE})
require(set(RIGHTS) == set(Action) and len(RIGHTS) == len(TABLE), "every action has exactly one right")


def may(
    role: Role,
    action: Action,
    rights: Rights = RIGHTS,
    *,
    why: str,
    percent: int = 0,
    amount_minor: int = 0,
    is_remote: bool = False,
) -> Verdict:
    """Whether somebody with this role may do this, of this size, with this reason.

    `percent` and `amount_minor` are what the deed changes, never negative: a price raised by 3 % is 3.
    """
    require(percent >= 0 and amount_minor >= 0, "a deed's size is not negative")
    right = rights[action]
    if not why:
        return Verdict(is_allowed=False, reason="no_reason")
    if is_remote and not right.is_remote:
        return Verdict(is_allowed=False, reason="must_be_there")
    if not role.reaches(right.role):
        return Verdict(is_allowed=False, reason="role", needs=_first(right, percent, amount_minor))
    if not right.limit(role).holds(percent, amount_minor):
        return Verdict(is_allowed=False, reason="limit", needs=_first(right, percent, amount_minor))
    return Verdict(is_allowed=True)


def _first(right: Right, percent: int, amount_minor: int) -> Role | None:
    """The lowest role that may do a deed of this size; None: nobody."""
    able = (
        role for role in Role if role.reaches(right.role) and right.limit(role).holds(percent, amount_minor)
    )
    return next(able, None)
