"""The scales' port: what lies on them at rest, and the weight that goods are sold by.

One port for both uses. The bagging scale tells every new resting weight; the weighing scale is asked for the
weight of loose goods, tare taken off, and answers once. Weights are whole grams: no price is computed from a
weight that was rounded.

Source: docs/devices/scale.md; UnifiedPOS Scale (StatusNotify, SCAL_SUE_*, ESCAL_*), whose words these are.
Invariants: one answer per `ask_weight` and per `zero`; a weight that is sold was read after it was asked for.
"""

import enum
from typing import Protocol

import msgspec

from kiosk.devices.health import Device, Health
from retail.check import require

TARE_MAX_G = 9_999
"""A tray or a bag: more is no packaging of this trade."""


class LoadMessage(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what is told of the load (UnifiedPOS: status update). `device` says which scale."""

    device: Device


class Settled(LoadMessage, frozen=True, kw_only=True):
    """The load rests (stable weight, or weight zero). Told when it has moved before, or has changed."""

    weight_g: int
    """Gross, from the scale's zero on; never below it."""


class Moving(LoadMessage, frozen=True, kw_only=True):
    """The load is not at rest (weight unstable): goods are put down, or a hand leans on it."""


class Overload(LoadMessage, frozen=True, kw_only=True):
    """More lies there than the scale carries (weight over weight)."""


class UnderZero(LoadMessage, frozen=True, kw_only=True):
    """Less than nothing lies there (weight under zero): it was not empty when it was set to zero."""


class Silent(LoadMessage, frozen=True, kw_only=True):
    """What lies there is not known any more (not ready). The reason is in the health that goes with it."""


class NoWeightReason(enum.Enum):
    """Why goods were not weighed."""

    EMPTY = "empty"
    """Nothing was put on the scale in time."""
    UNSTABLE = "unstable"
    """It never came to rest in time."""
    OVERLOAD = "overload"
    UNDER_ZERO = "under_zero"
    TOO_LIGHT = "too_light"
    """Less than its packaging, or than the scale may weigh for a sale."""
    SAME_WEIGHT = "same_weight"
    """What was weighed last still lies there."""
    NOT_READY = "not_ready"
    """The scale does not answer."""
    CANCELLED = "cancelled"
    """The lane, or a newer question, took the question back."""


class WeightTaken(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to `ask_weight`: the weight to sell by."""

    ask_id: str
    net_g: int
    """Without the tare: what the price is computed from."""
    tare_g: int
    """As taken off: the product's, rounded up to the scale's step."""
    gross_g: int

    def __post_init__(self) -> None:
        require(self.net_g > 0, "goods that are sold weigh something")
        require(self.gross_g == self.net_g + self.tare_g, "gross is net and tare")


class NoWeight(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to `ask_weight`: there is none, and why."""

    ask_id: str
    reason: NoWeightReason


class ZeroAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The end of `zero`: whether the scale now rests at zero."""

    device: Device
    succeeded: bool


ScaleMessage = Settled | Moving | Overload | UnderZero | Silent | WeightTaken | NoWeight | ZeroAnswer | Health


class ScaleListener(Protocol):
    """The lane's side. Called from the driver's thread."""

    def said(self, message: ScaleMessage) -> None:
        """Take one message; never blocks for long."""


class Scale(Protocol):
    """What the lane may ask of a scale. Every call returns at once; answers come to the listener."""

    def start(self, listener: ScaleListener) -> None:
        """Open the line and watch the load until `stop`."""

    def ask_weight(self, ask_id: str, *, tare_g: int = 0, may_be_same: bool = False) -> None:
        """Weigh what lies there, or will be put there. One `WeightTaken` or `NoWeight` follows.

        `may_be_same`: what was weighed last may be weighed again without being taken off first (its line is
        gone). A newer question ends an older one.
        """

    def cancel(self, ask_id: str) -> None:
        """Take a question back; without effect once it is answered."""

    def zero(self) -> None:
        """Set the empty scale to zero. One `ZeroAnswer` follows."""

    def stop(self) -> None:
        """Close the line and end the thread. Safe to call twice."""
