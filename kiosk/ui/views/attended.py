"""What is shown of interventions and to staff, as frozen data; made by `attention` and the `staff_*` modules.

Invariants: as of `kiosk.ui.views`: ready to read, and equal if and only if the screens look the same.
"""

from typing import Literal

import msgspec

Light = Literal["green", "yellow", "red", "off"]


class WishView(msgspec.Struct, frozen=True, kw_only=True):
    """Something the shopper can answer a nudge with."""

    key: Literal["seen", "dismiss", "skip", "call", "bag", "move", "moved", "off", "end_help", "stop"]
    text: str
    icon: str = ""
    is_first: bool = False


class NudgeView(msgspec.Struct, frozen=True, kw_only=True):
    """What the shopper is asked to look at, or told that staff will; number 0: nothing."""

    intervention_no: int = 0
    title: str = ""
    body: str = ""
    icon: str = ""
    is_called: bool = False
    """Staff come; there is nothing the shopper has to do."""
    wishes: tuple[WishView, ...] = ()
    moving: tuple[str, str] = ("", "")
    """What stands there instead while full bags are being moved: title and body."""
    line_id: int = 0


class BlockerView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing staff clear before the shopper pays."""

    title: str
    note: str = ""
    picture: str = ""
    icon: str = ""


class AttentionView(msgspec.Struct, frozen=True, kw_only=True):
    """What stands over the shopper's screens because of interventions."""

    light: Light = "off"
    is_training: bool = False
    nudges: tuple[NudgeView, ...] = ()
    """What needs the shopper first, newest first; one is shown at a time."""
    sheet: Literal["", "wait", "hold", "idle"] = ""
    """What covers the screen: waiting before paying, stopped at once, or "Are you still there?"."""
    title: str = ""
    body: str = ""
    place: str = ""
    """The place in the queue, empty while it is not known."""
    blockers: tuple[BlockerView, ...] = ()
    until_ms: int = 0
    """When staff will be called if nobody answers, in milliseconds since 1970; 0: they are."""
    help_note: str = ""
    """Under a called Help button: the place in the queue."""


class ChoiceView(msgspec.Struct, frozen=True, kw_only=True):
    """One of a few things to choose from."""

    key: str
    text: str
    note: str = ""
    icon: str = ""
    is_enabled: bool = True
    is_first: bool = False
    """The usual one."""
    is_grave: bool = False


class VisitView(msgspec.Struct, frozen=True, kw_only=True):
    """One open intervention as staff see it."""

    intervention_no: int
    severity: Literal["nudge", "staff", "critical"]
    name: str
    about: str
    """How much (years, grams, pieces, money) or why in the lane's own words; and of which goods."""
    item: str = ""
    picture: str = ""
    icon: str = ""
    since: str = ""
    """Since when staff are wanted, as a local time."""
    state: str = ""
    """Who decides or what waits, where there is nothing to touch; else how it was refused."""
    measure: int = 0
    """What is on the screen: an approval reaches no further."""
    approve: tuple[ChoiceView, ...] = ()
    """Reasons that can be given with one touch."""
    has_more: bool = False
    """There are further reasons to approve."""
    may_refuse: bool = False
    is_age: bool = False


class StaffLineView(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the basket as staff see it."""

    line_id: int
    name: str
    picture: str
    note: str
    amount: str
    mark: Literal["", "open", "approved"] = ""


class DeviceView(msgspec.Struct, frozen=True, kw_only=True):
    """A device and how it is."""

    key: str
    name: str
    condition: Literal["unknown", "ready", "warning", "fault"]
    text: str
    icon: str


class StaffView(msgspec.Struct, frozen=True, kw_only=True):
    """The attendant layer; `is_open` says whether it covers the screen."""

    is_open: bool = False
    who: str = ""
    role: str = ""
    visits: tuple[VisitView, ...] = ()
    lines: tuple[StaffLineView, ...] = ()
    total: str = ""
    count: str = ""
    sale_title: str = ""
    """What is going on at the lane: scanning, paying, nobody."""
    sale_deeds: tuple[ChoiceView, ...] = ()
    lane_deeds: tuple[ChoiceView, ...] = ()
    devices: tuple[DeviceView, ...] = ()
    may_test: bool = False


class FormView(msgspec.Struct, frozen=True, kw_only=True):
    """The sheet in which staff finish what they have begun: choose, or type, or both."""

    step: Literal["", "choose", "number", "letters"] = ""
    title: str = ""
    note: str = ""
    picture: str = ""
    choices: tuple[ChoiceView, ...] = ()
    label: str = ""
    """What is typed."""
    shown: str = ""
    hint: str = ""
    may_confirm: bool = False


class TriesView(msgspec.Struct, frozen=True, kw_only=True):
    """Wrong answers of one person, or of the pad."""

    who: str
    wrong: int
    text: str
    """What is said about it."""
    is_locked: bool


class DoorView(msgspec.Struct, frozen=True, kw_only=True):
    """What the lane knows of signing in."""

    is_open: bool = False
    """Somebody of the staff is in."""
    tries: tuple[TriesView, ...] = ()
