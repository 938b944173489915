"""What the screens of choosing how to pay show, as frozen data. Ready to read."""

from typing import Literal

import msgspec

from kiosk.ui.words.messages import Message

Hint = Literal["", "either", "phone", "gift"]


class PaysView(msgspec.Struct, frozen=True, kw_only=True):
    """One means of payment that pays part of the total."""

    icon: str
    text: str
    note: str = ""
    amount: str
    """With a minus while it leaves so much less to pay; as it is once all is paid."""
    take_back: Literal["", "points", "value"] = ""
    """How it is taken back; empty: it is paid, and goes back through a person."""
    number: int = 0
    """Of the question about stored value."""


class WayView(msgspec.Struct, frozen=True, kw_only=True):
    """A way to pay beside the card."""

    is_offered: bool = False
    may_use: bool = False
    note: str = ""


class TenderView(msgspec.Struct, frozen=True, kw_only=True):
    """Choosing how to pay."""

    transaction_id: str = ""
    language: str = "en"
    currency: str = ""
    due_minor: int = 0
    """What is left to pay; the pad for a part counts in it."""
    due_label: str = ""
    pays: tuple[PaysView, ...] = ()
    asking: str = ""
    """A gift card or balance the store is being asked about."""
    part: str = ""
    """What the next means of payment is asked for, where that is not everything."""
    card_note: str = ""
    problem: Message = Message("", "")
    """Why the last gift card or balance pays nothing."""
    wallet: WayView = WayView()
    gift: WayView = WayView()
    balance: WayView = WayView()
    may_part: bool = False
    may_leave: bool = True
    give_back: str = ""
    """Once a part is paid: what goes back where, if the shopper does not pay on."""
    hint: str = ""
    """What to hold to the camera; empty: nothing that pays is read there."""
    pin_for: str = ""
    """The gift card that waits for its PIN."""
