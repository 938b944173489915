"""Where touches go: one command each, to whoever decides."""

from collections.abc import Callable

from kiosk.checkout.commands import ShopperCommand
from kiosk.checkout.staff_commands import StaffAttended

Touch = ShopperCommand | StaffAttended
"""What a touch can ask for."""
Post = Callable[[Touch], None]


def nowhere(command: Touch) -> None:
    """Where touches go while nothing is connected."""
