"""What each screen shows, as frozen data: the words between `kiosk.ui.view`, which makes it, and the bridges.

Invariants: ready to read (texts translated, amounts formatted); two views are equal if and only if their
screens look the same, so an unchanged view repaints nothing.
"""

from typing import Literal

import msgspec

from kiosk.ui.screens import Screen
from kiosk.ui.views.attended import AttentionView, DoorView, StaffView
from kiosk.ui.views.flow import FlowView
from kiosk.ui.views.joins import JoinView
from kiosk.ui.views.loads import LoadView
from kiosk.ui.views.orders import OrderView
from kiosk.ui.views.prices import PriceView
from kiosk.ui.views.returns import ReturnView
from kiosk.ui.views.tenders import PaysView, TenderView
from kiosk.ui.words.messages import Message


class DetailView(msgspec.Struct, frozen=True, kw_only=True):
    """A small row under a line: why it costs what it costs."""

    kind: Literal["saving", "deposit", "note", "nudge", "check", "approved"]
    text: str
    amount: str = ""
    """With its sign; empty where the words say it all."""


class LineView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the basket."""

    line_id: int
    name: str
    picture: str
    quantity: int
    unit: str
    amount: str
    """What is paid for the goods of this line, after the offers that stand under it."""
    may_change: bool
    """A weighed or price-embedded pack is what it is: remove it, but no second one by keypad."""
    was: str = ""
    """What it would have cost, where an offer has made it cheaper; shown struck out."""
    details: tuple[DetailView, ...] = ()


class ExtraView(msgspec.Struct, frozen=True, kw_only=True):
    """A row after the goods: an offer over the whole basket, a coupon, a gift, or a hint."""

    kind: Literal["offer", "coupon", "gift", "nudge"]
    text: str
    note: str = ""
    """What a coupon waits for, or how many to take."""
    amount: str = ""
    coupon_no: int = 0
    """The coupon that can be taken back here; 0: none."""


class MemberView(msgspec.Struct, frozen=True, kw_only=True):
    """The membership in this purchase. Names nobody."""

    is_known: bool = False
    title: str = ""
    note: str = ""


class NewsView(msgspec.Struct, frozen=True, kw_only=True):
    """What just became cheaper or dearer, said for a moment; without a title there is none."""

    title: str = ""
    amount: str = ""
    text: str = ""
    is_saving: bool = True
    """False: a price went up again, because an offer no longer holds."""
    rows: tuple[int, ...] = ()
    """Rows nobody touched whose amount is another one now."""


class BasketView(msgspec.Struct, frozen=True, kw_only=True):
    """The scanning screen."""

    lines: tuple[LineView, ...] = ()
    extras: tuple[ExtraView, ...] = ()
    member: MemberView = MemberView()
    total: str = ""
    count: str = ""
    """`3 items`, and what deposit the total holds."""
    saved: str = ""
    """`You save 1.20`, over the whole basket; empty when nothing is saved."""
    may_pay: bool = False
    may_place_bag: bool = False
    """Nothing is scanned yet, and there is a scale that an own bag can be put on."""
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
    subject: Literal["item", "coupon", "member"] = "item"
    """What was not found, where something was not."""
    may_retry: bool = True
    """Whether the same may work a second time; else there is only going on."""


class SumView(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the sum before paying: how the goods' prices become what is to pay."""

    kind: Literal["plain", "saving"]
    text: str
    amount: str


class PointsView(msgspec.Struct, frozen=True, kw_only=True):
    """Paying with points."""

    step: Literal["none", "offer", "asking", "held"] = "none"
    text: str = ""
    note: str = ""


class PaymentView(msgspec.Struct, frozen=True, kw_only=True):
    """Choosing, following the terminal or the phone, not knowing, paid."""

    amount: str = ""
    """What is left to pay, or what is asked for; on the paid screen what was paid."""
    count: str = ""
    sums: tuple[SumView, ...] = ()
    """How the goods' prices become the total, or the total of which something is paid already; empty where
    the goods' prices are the amount."""
    after: str = ""
    """While a part is asked for: what will be left."""
    pays: tuple[PaysView, ...] = ()
    """On the paid screen: what paid, where it was not one card."""
    code: str = ""
    """What a wallet reads from the screen; empty until the gateway has given it."""
    is_code_coming: bool = False
    """The gateway has not given it yet."""
    points: PointsView = PointsView()
    saved: str = ""
    """On the paid screen: what was saved."""
    earned: str = ""
    """On the paid screen: what was earned."""
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
    is_at_terminal: bool = True
    """Whether the card terminal has something to say."""
    is_unknown: bool = False
    """A refund whose answer did not come."""
    may_cancel: bool = False
    may_stop_asking: bool = False
    """Nobody knows whether a wallet's order was paid: the shopper may say that it will not be."""
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
    next_visit: str = ""
    """The coupon for the next visit that stands on the receipt; empty when there is none."""
    thanks_title: str = ""
    thanks_body: str = ""
    thanks_saved: str = ""


class LaneView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the window shows."""

    screen: Screen = Screen.ATTRACT
    language: str = "en"
    help_called: bool = False
    time_runs_out: bool = False
    """What is on the screen ends by itself soon; more time may be taken."""
    message: str = ""
    """What staff write to this lane; stands above every screen until they take it back."""
    refusal: str = ""
    """Why the touch just made did nothing; shown for a moment."""
    basket: BasketView = BasketView()
    news: NewsView = NewsView()
    """Only in the view of the change itself."""
    notice: NoticeView = NoticeView()
    payment: PaymentView = PaymentView()
    tender: TenderView = TenderView()
    """Choosing how to pay."""
    flow: FlowView = FlowView()
    """Bags, rounding up, undoing."""
    join: JoinView = JoinView()
    """Becoming a member."""
    order: OrderView = OrderView()
    price: PriceView = PriceView()
    """Prices that are asked for."""
    load: LoadView = LoadView()
    """Topping up a balance."""
    goods_back: ReturnView = ReturnView()
    """Goods that come back."""
    receipt: ReceiptView = ReceiptView()
    attention: AttentionView = AttentionView()
    """Nudges, waiting for staff, the light."""
    door: DoorView = DoorView()
    staff: StaffView = StaffView()
    """The attendant layer."""
