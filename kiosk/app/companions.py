"""Whoever goes along with a running lane: the watchdog's feeder, the self-test's shopper.

Invariants: a companion looks and presses as a person or a service manager could; it never touches what the
engine owns. `follow` may be called from any thread, the rest is called on the GUI thread.
"""

from collections.abc import Callable
from typing import Protocol

from kiosk.app.engine import Engine
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import LaneWindow


class Companion(Protocol):
    """Goes along from the window's first moment to the lane's end."""

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """The window is there, not yet painted. `quit_lane` ends the lane in order."""

    def follow(self, snapshot: Snapshot) -> None:
        """The lane shows this now. Never blocks."""

    def painted(self) -> None:
        """A picture of the lane's true state is on the screen."""

    def end(self) -> None:
        """The lane is ending; nothing is called after this."""
