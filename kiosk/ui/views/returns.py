"""What is shown of goods that come back, to staff and to whoever waits, as frozen data. Ready to read."""

from typing import Literal

import msgspec

from kiosk.ui.words.messages import Message

Step = Literal["", "choose", "asking", "terminal", "wallet", "checking", "look", "stuck", "over"]


class ReturnLineView(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the sale."""

    line_id: int
    name: str
    note: str
    unit_minor: tuple[int, ...]
    """What each unit that can still come back gives, in the order in which they do."""


class GoesBackView(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the money and where it goes."""

    icon: str
    text: str
    note: str
    amount: str
    state: Literal["done", "now", "waits", "stuck"]


class ReturnView(msgspec.Struct, frozen=True, kw_only=True):
    """A return; without a step there is none."""

    step: Step = ""
    transaction_id: str = ""
    language: str = "en"
    currency: str = ""
    sale: str = ""
    """Which sale it is of."""
    lines: tuple[ReturnLineView, ...] = ()
    parts: tuple[GoesBackView, ...] = ()
    title: str = ""
    """What staff read; empty while they choose."""
    body: str = ""
    status: str = ""
    """The terminal's words, one for one; empty where it has nothing to say."""
    problem: Message = Message("", "")
    """Why the store holds nothing of what was chosen last."""
    waits_title: str = ""
    """What the one who waits reads."""
    waits_body: str = ""
    given: str = ""
    """What has gone back so far."""
    left: str = ""
    """What has not."""
    may_print: bool = False
    """The slip can be chosen now."""
    may_leave: bool = False
    """All is done; the lane is free for the next shopper with a touch."""
    by_hand: str = ""
    """Whose badge it takes to give a part back by hand; empty: who is in may."""
