"""What the shopper can reach, and time: the far ends of a `Runner`."""

import time
from typing import Protocol

from simulators.shopper.pictures import Picture
from simulators.shopper.state import LaneState


class World(Protocol):
    """What the shopper's hands can reach. Each raises `ControlError` with a sentence if it cannot be done."""

    def state(self) -> LaneState:
        """What the lane shows."""

    def touch(self, control: str) -> None:
        """Press a control."""

    def show(self, picture: Picture, for_s: float) -> None:
        """Begin to hold a picture to the camera for that long."""

    def clear(self) -> None:
        """Take the picture away."""

    def card(self, what: str) -> None:
        """Decide what the terminal does next."""

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
