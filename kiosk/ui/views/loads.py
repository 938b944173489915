"""What the screen of topping up a balance shows, as frozen data. Ready to read."""

from typing import Literal

import msgspec

from kiosk.ui.words.messages import Message

Step = Literal["", "show", "asking", "choose"]


class AmountView(msgspec.Struct, frozen=True, kw_only=True):
    """An amount that may be chosen."""

    minor: int
    text: str


class LoadView(msgspec.Struct, frozen=True, kw_only=True):
    """Topping up; without a step nothing is."""

    is_offered: bool = False
    """Whether this lane tops balances up at all."""
    step: Step = ""
    title: str = ""
    body: str = ""
    hint: str = ""
    """What to hold to the camera."""
    amounts: tuple[AmountView, ...] = ()
    problem: Message = Message("", "")
    may_retry: bool = False
    may_pay: bool = False
    """Whether the card terminal works."""
    pay_note: str = ""
    """Why it does not, or what happens when an amount is touched."""
