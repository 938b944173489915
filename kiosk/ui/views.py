"""What each screen shows, as frozen data: the words between `kiosk.ui.view`, which makes it, and the bridges.

Invariants: ready to read (texts translated, amounts formatted); two views are equal if and only if their
screens look the same, so an unchanged view repaints nothing.
"""

import msgspec

from kiosk.ui.messages import Message
from kiosk.ui.screens import Screen


class LineView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the basket."""

    line_id: int
    name: str
    picture: str
    quantity: int
    unit: str
    amount: str
    may_change: bool
    """A weighed or price-embedded pack is what it is: remove it, but no second one by keypad."""


class BasketView(msgspec.Struct, frozen=True, kw_only=True):
    """The scanning screen."""

    lines: tuple[LineView, ...] = ()
    total: str = ""
    count: str = ""
    may_pay: bool = False
    may_remove_last: bool = False
    camera_fault: Message = Message("", "")
    transaction_id: str = ""
    added: tuple[int, ...] = ()


class NoticeView(msgspec.Struct, frozen=True, kw_only=True):
    """Screens that say one thing: not found, help, closed."""

    title: str = ""
    body: str = ""
    code: str = ""
    staff: str = ""
    """Small print for staff: why the lane is closed."""


class PaymentView(msgspec.Struct, frozen=True, kw_only=True):
    """Choosing, following the terminal, not knowing, paid."""

    amount: str = ""
    count: str = ""
    card_enabled: bool = False
    card_reason: str = ""
    receipt_note: str = ""
    """Before paying: why there may be no paper receipt; empty when the printer works."""
    refusal_title: str = ""
    refusal_body: str = ""
    refusal_words: str = ""
    """The terminal's own words about the refusal."""
    title: str = ""
    body: str = ""
    status: str = ""
    """The terminal's words, one for one."""
    may_cancel: bool = False
    needs_attendant: bool = False


class ReceiptView(msgspec.Struct, frozen=True, kw_only=True):
    """The receipt question, its answer, and goodbye."""

    title: str = ""
    body: str = ""
    step: str = "choose"
    """`choose`, `printing`, `waiting`, `printed`, `qr`: which drawing goes with the words."""
    paper_note: str = ""
    """Why paper will take longer; empty when the printer works."""
    may_choose: bool = False
    may_finish: bool = False
    thanks_title: str = ""
    thanks_body: str = ""


class LaneView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the window shows."""

    screen: Screen = Screen.ATTRACT
    language: str = "en"
    help_called: bool = False
    refusal: str = ""
    """Why the touch just made did nothing; shown for a moment."""
    basket: BasketView = BasketView()
    notice: NoticeView = NoticeView()
    payment: PaymentView = PaymentView()
    receipt: ReceiptView = ReceiptView()
