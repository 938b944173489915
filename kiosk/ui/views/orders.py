"""What the screen of an order shows, as frozen data. Ready to read."""

import msgspec

from kiosk.ui.words.messages import Message


class OrderView(msgspec.Struct, frozen=True, kw_only=True):
    """An order that is shown at this lane."""

    step: str = ""
    """A key of `kiosk.ui.words.orders.WORDS`, or empty."""
    told: Message = Message("", "")
    name: str = ""
    """How staff call it."""
    goods: tuple[str, ...] = ()
    due: str = ""
    """What is left to pay, in words."""
    may_pay: bool = False
    may_hand_out: bool = False
    is_asking: bool = False
    is_done: bool = False
