"""What the screen of prices that are asked for shows, as frozen data. Ready to read."""

from typing import Literal

import msgspec

from kiosk.ui.words.messages import Message


class PriceRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer, or what would make one."""

    kind: Literal["saving", "nudge"]
    text: str
    amount: str = ""


class PriceView(msgspec.Struct, frozen=True, kw_only=True):
    """A price that is asked for."""

    step: Literal["", "scan", "found", "missed"] = ""
    told: Message = Message("", "")
    """What to do, or why there is no price."""
    member: str = ""
    name: str = ""
    picture: str = ""
    amount: str = ""
    was: str = ""
    unit: str = ""
    """By weight: what a kilogram costs."""
    extra: str = ""
    """A deposit that comes on top."""
    rows: tuple[PriceRow, ...] = ()
    """Offers that make it cheaper, and what would."""
    may_add: bool = False
