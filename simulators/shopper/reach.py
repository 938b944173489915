"""What the shopper can reach, and time: the far ends of a `Runner`."""

import time
from typing import Any, Protocol

from simulators.shopper.pictures import Picture
from simulators.shopper.state import LaneState


class Attendant(Protocol):
    """What one of the staff can do from afar."""

    def find(self, kind: str) -> dict[str, Any] | None:
        """The oldest intervention of this kind that waits for a person."""

    def decide(self, deed: str, alert: dict[str, Any], why: str = "") -> None:
        """Look at, approve or refuse it."""


class World(Protocol):
    """What the shopper's hands can reach. Each raises `ControlError` with a sentence if it cannot be done."""

    def state(self) -> LaneState:
        """What the lane shows."""

    def touch(self, control: str) -> None:
        """Press a control."""

    def press(self, key: str) -> None:
        """Press a key of the keypad."""

    def show(self, picture: Picture, for_s: float) -> None:
        """Begin to hold a picture to the camera for that long."""

    def clear(self) -> None:
        """Take the picture away."""

    def bag(self, name: str, weight_g: int = 0) -> None:
        """Put something into the bagging area; 0: it weighs what it should."""

    def unbag(self, name: str) -> None:
        """Take it out again; an empty name: everything."""

    def weigh(self, weight_g: int) -> None:
        """Put loose goods on the weighing scale instead of what lies there."""

    def badge(self, who: str) -> Picture:
        """The badge of one of the staff."""

    def sign_in_keys(self, who: str, typed: str = "") -> tuple[str, ...]:
        """The controls that type somebody's number and PIN."""

    def open_door(self) -> None:
        """Bring up the pad for number and PIN."""

    def afar(self, who: str) -> Attendant:
        """One of the staff at the store service."""

    def card(self, what: str) -> None:
        """Decide what the terminal does next."""

    def payer(self, what: str) -> None:
        """Decide what the owner of the phone does next."""

    def phone(self) -> Picture:
        """A phone that shows its code to pay with."""

    def gift_card(self, number: int) -> Picture:
        """A gift card of the shop, counted from 1."""

    def printer(self, what: str) -> None:
        """Do something to the printer."""

    def restart(self) -> None:
        """kill -9 the lane and start it again; raises `FleetError` if it does not come back."""

    def screenshot(self, name: str) -> None:
        """Keep what the screen shows under this name."""


class Moment(Protocol):
    """Time that passes."""

    def now(self) -> float:
        """Seconds, monotonic."""

    def sleep(self, seconds: float) -> None:
        """Let time pass."""


class RealMoment:
    """The machine's time."""

    def now(self) -> float:
        """Seconds, monotonic."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        time.sleep(seconds)
