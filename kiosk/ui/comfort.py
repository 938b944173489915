"""How a shopper wants the screens: colours, size of letters, reach, hand, movement, sound. Pure.

A comfort belongs to one shopper and to the screens alone: it is in no journal, and nothing is sold by it. It
begins as the shop wishes and goes with the shopper, so that nobody finds a lane as somebody else needed it.

Invariants: a `Comfort` holds only what the screens are drawn for; every change makes a new one.
"""

import enum

import msgspec
from msgspec.structs import replace

from kiosk.checkout.state import State

TEXT_PERCENTS = (100, 125, 150, 200)
"""Sizes of letters, of the theme's own. 200 is what EN 301 549 asks for (11.1.4.4)."""
VOLUMES = (0, 25, 50, 75, 100)
"""Percent of what the loudspeaker is set to."""


class Mode(enum.Enum):
    """Which colours of the theme; the values are the names in a theme file."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Comfort(msgspec.Struct, frozen=True, kw_only=True):
    """What one shopper chose, or the shop for everybody who has not chosen."""

    mode: Mode = Mode.LIGHT
    text_percent: int = 100
    reach: bool = False
    """All that can be touched is in the lower half."""
    left_handed: bool = False
    still: bool = False
    """Nothing travels or grows; it only appears."""
    curtain: bool = False
    """The screen shows nothing to whoever looks over a shoulder."""
    volume: int = 100

    def __post_init__(self) -> None:
        if self.text_percent not in TEXT_PERCENTS:
            raise ValueError(f"letters of {self.text_percent} %: {TEXT_PERCENTS} are drawn")
        if self.volume not in VOLUMES:
            raise ValueError(f"a volume of {self.volume} %: {VOLUMES} are meant")

    @property
    def text_scale(self) -> float:
        """1.0 to 2.0."""
        return self.text_percent / 100


def larger(comfort: Comfort) -> Comfort:
    """The next larger letters; the largest stay."""
    return replace(comfort, text_percent=_step(TEXT_PERCENTS, comfort.text_percent, 1))


def smaller(comfort: Comfort) -> Comfort:
    """The next smaller letters; the smallest stay."""
    return replace(comfort, text_percent=_step(TEXT_PERCENTS, comfort.text_percent, -1))


def louder(comfort: Comfort) -> Comfort:
    """A step louder, until it is as loud as the lane."""
    return replace(comfort, volume=_step(VOLUMES, comfort.volume, 1))


def quieter(comfort: Comfort) -> Comfort:
    """A step quieter, until it is silent."""
    return replace(comfort, volume=_step(VOLUMES, comfort.volume, -1))


def _step(steps: tuple[int, ...], now: int, by: int) -> int:
    return steps[max(0, min(len(steps) - 1, steps.index(now) + by))]


def has_left(before: State, after: State) -> bool:
    """Whether the shopper of `before` is gone: the sale there was is over, or another one is here."""
    if before.transaction is None:
        return False
    return after.transaction is None or (
        after.transaction.transaction_id != before.transaction.transaction_id
    )
