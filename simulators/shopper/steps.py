"""The steps of a scenario as values, and what each is called in reports. No reading, no performing.

Source: docs/scenarios.md, "Steps".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulators.shopper.pictures import Picture, name_of


@dataclass(frozen=True, kw_only=True)
class Show:
    """Hold a picture to the camera, then clear the counter. `for_s` None: as long as a person would.

    What is not a file is drawn when it is needed.
    """

    picture: Picture
    for_s: float | None = None


@dataclass(frozen=True, kw_only=True)
class Touch:
    """Press the control with this name once it can be pressed."""

    control: str
    timeout_s: float | None = None


@dataclass(frozen=True, kw_only=True)
class Key:
    """Type on the on-screen keypad."""

    controls: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Type:
    """Type a number or a word: a member card, a phone, a coupon's code, the number under a barcode."""

    text: str
    controls: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Press:
    """Press keys of the lane's keypad, by Qt's names."""

    keys: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Walk:
    """Walk by keys until this control has the focus, and press it."""

    control: str


@dataclass(frozen=True, kw_only=True)
class Choose:
    """Find goods without a barcode by typing, touch their picture, and say how many."""

    name: str
    controls: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bags:
    """Answer how many paper bags are needed."""

    count: int
    controls: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bag:
    """Put something into the bagging area. `weight_g` 0: it weighs what it should."""

    name: str
    weight_g: int = 0


@dataclass(frozen=True, kw_only=True)
class Unbag:
    """Take it out again; an empty `name`: all of it."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Weigh:
    """Put so many grams of loose goods on the weighing scale, instead of what lies there; 0: nothing."""

    weight_g: int


@dataclass(frozen=True, kw_only=True)
class Badge:
    """Somebody of the staff shows a badge to the camera."""

    who: str


@dataclass(frozen=True, kw_only=True)
class Pin:
    """Somebody of the staff types number and PIN at the lane. `typed`: this PIN instead of the right one."""

    who: str
    typed: str = ""


@dataclass(frozen=True, kw_only=True)
class Decide:
    """Somebody of the staff decides from afar, through the store service."""

    deed: str
    """`look`, `approve` or `refuse`."""
    kind: str
    """Of the intervention."""
    who: str
    why: str = ""
    """A reason code; empty: the first of the kind."""
    timeout_s: float | None = None


@dataclass(frozen=True, kw_only=True)
class Card:
    """What the terminal will do with the next payment."""

    what: str


@dataclass(frozen=True, kw_only=True)
class Phone:
    """Hold up the phone with its code to pay with; what its owner then does."""

    what: str


@dataclass(frozen=True, kw_only=True)
class Payer:
    """What whoever reads the lane's code with the phone does next."""

    what: str


@dataclass(frozen=True, kw_only=True)
class Gift:
    """Hold up a gift card of the shop: the first, the second..."""

    number: int


@dataclass(frozen=True, kw_only=True)
class Printer:
    """Take the printer's paper away, open its cover, or put all right."""

    what: str


@dataclass(frozen=True, kw_only=True)
class Wait:
    """Go on when this screen is shown, or has been since the last step that acted began."""

    screen: str
    timeout_s: float | None = None


@dataclass(frozen=True, kw_only=True)
class Restart:
    """kill -9 the lane and start it again."""


@dataclass(frozen=True, kw_only=True)
class Expect:
    """What must be true now, of the open transaction or the one closed last. None: not asked."""

    screen: str | None = None
    lines: int | tuple[Mapping[str, Any], ...] | None = None
    total_minor: int | None = None
    saving_minor: int | None = None
    offers: int | tuple[Mapping[str, Any], ...] | None = None
    coupons: int | tuple[Mapping[str, Any], ...] | None = None
    member: bool | None = None
    points: int | None = None
    """Earned by the purchase as it stands."""
    points_minor: int | None = None
    """What points pay of it."""
    paid: bool | None = None
    open: int | tuple[Mapping[str, Any], ...] | None = None
    """Interventions that go on."""
    staff: str | None = None
    """Who is signed in at the lane; empty: nobody."""
    timeout_s: float | None = None


Staffed = Badge | Pin | Decide
"""What somebody of the staff does."""
Weighed = Bag | Unbag | Weigh
"""What is done to a scale."""
Carried = Phone | Gift
"""What is held up that only the running shop can make."""
Pressed = Press | Walk
"""What is done with the keypad."""
Action = (
    Show
    | Touch
    | Key
    | Type
    | Choose
    | Bags
    | Pressed
    | Weighed
    | Staffed
    | Carried
    | Card
    | Payer
    | Printer
    | Wait
    | Restart
    | Expect
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: its number (from 1), what it does, and how it is called in reports and screenshots."""

    number: int
    action: Action
    label: str
    note: str = ""


def label_of(action: Action) -> str:
    """A short name for reports and file names, like `touch pay`."""
    match action:
        case Show():
            return f"show {name_of(action.picture)}"
        case Touch():
            return f"touch {action.control}"
        case Key():
            return "key " + " ".join(control.removeprefix("key") for control in action.controls)
        case Type():
            return f"type {action.text}"
        case Press():
            return "press " + " ".join(action.keys)
        case Walk():
            return f"walk {action.control}"
        case Choose():
            return f"choose {action.name}"
        case Bags():
            return f"bags {action.count}"
        case Bag():
            return f"bag {action.name}"
        case Unbag():
            return f"unbag {action.name}".rstrip()
        case Weigh():
            return f"weigh {action.weight_g} g"
        case Badge():
            return f"badge {action.who}"
        case Pin():
            return f"{'wrong PIN' if action.typed else 'PIN'} {action.who}"
        case Decide():
            return f"{action.deed} {action.kind}"
        case Card():
            return f"card {action.what}"
        case Phone():
            return f"phone {action.what}"
        case Payer():
            return f"payer {action.what}"
        case Gift():
            return f"gift card {action.number}"
        case Printer():
            return f"printer {action.what}"
        case Wait():
            return f"wait {action.screen}"
        case Restart():
            return "restart"
        case Expect():
            return "expect"
