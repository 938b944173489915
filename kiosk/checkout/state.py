"""The state of a lane: what the screen shows and what the next command means. A fold over events.

Invariants: frozen; at most one payment attempt is open; `phase` says which attempt or transaction parts are
set (checked by `decide`'s tests for every reachable state).
"""

import enum
from typing import Literal

import msgspec

from kiosk.devices.health import Condition, Device
from retail.basket import Line
from retail.campaigns import Left
from retail.card import Baseline, CardResult
from retail.catalogue import Product
from retail.check import require
from retail.coupons.model import Coupon
from retail.donation import is_donation
from retail.interventions.book import Book
from retail.interventions.situation import Situation
from retail.interventions.wishes import Staff
from retail.journal.events import ReceiptKind, Refusal, RewardsGranted
from retail.journal.orders import OrderFound
from retail.journal.price_checks import PriceChecked
from retail.journal.shopping import RoundUpOffered
from retail.journal.value import ValueAsked, ValueKind, ValuePinAsked
from retail.journal.weighing import WeighingAsked
from retail.member import Member
from retail.priced import PricedBasket
from retail.wire.returns import ReturnedLine, ReturnPart, SoldSale


class Phase(enum.Enum):
    """Where the shopper is. Each screen belongs to one (`kiosk.ui.screens`)."""

    ATTRACT = "attract"
    SCANNING = "scanning"
    NOT_FOUND = "notfound"
    TENDER = "tender"
    CARD = "card"
    WALLET = "wallet"
    LOAD = "load"
    RETURN = "return"
    REFUND = "refund"
    UNKNOWN = "unknown"
    PAID = "paid"
    RECEIPT = "receipt"
    THANKS = "thanks"


SHOPPING = frozenset({Phase.SCANNING, Phase.NOT_FOUND})
"""Phases in which the basket may change."""
PAYING = frozenset({Phase.CARD, Phase.WALLET, Phase.REFUND, Phase.UNKNOWN})
"""Phases in which somebody else is asked for money, and may have moved it."""


class Tender(enum.Enum):
    """Means of payment that somebody else is asked for."""

    CARD = "card"
    WALLET = "wallet"


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """The newest attempt, unless it was refused: open, or settled by money that moved."""

    attempt_id: str
    """For a wallet, our order number."""
    tender: Tender = Tender.CARD
    amount_minor: int
    currency: str
    baseline: Baseline | None
    requested_at: str
    status_code: int | None = None
    status_text: str = ""
    """The terminal's newest words, shown word for word."""
    cancel_asked: bool = False
    stored: CardResult | None = None
    """A result that is on disk."""
    stored_as_requested: bool = False
    needs_attendant: bool = False
    asks: int = 0
    """How often the terminal was asked what became of it."""
    is_settled: bool = False
    """It was paid, and is among what was taken."""
    approved: CardResult | None = None
    settled_by: str = ""
    """Who of the staff read it on the terminal; empty: the terminal proved it."""
    receipt_lines: tuple[str, ...] = ()
    is_shown: bool = False
    """A wallet reads our code; else the phone showed one to the camera."""
    shown_text: str = ""
    """The code to show for it; empty: the gateway has not given it yet."""
    is_confirming: bool = False
    """The shopper has to confirm it on the phone."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the total that was paid and proven. It goes back only to where it came from."""

    attempt_id: str
    tender: Tender
    amount_minor: int
    paid_at: str
    """Local time, ISO 8601 with offset."""
    card: CardResult | None = None
    receipt_lines: tuple[str, ...] = ()
    wallet: str = ""
    """Which wallet it was."""
    reference: str = ""
    """The wallet gateway's own number of it."""
    settled_by: str = ""


class Refund(msgspec.Struct, frozen=True, kw_only=True):
    """Money that is being given back."""

    refund_id: str
    tender: Tender
    attempt_id: str
    """The payment it was."""
    amount_minor: int
    currency: str
    original: CardResult | None
    baseline: Baseline | None
    requested_at: str
    status_code: int | None = None
    status_text: str = ""
    stored: CardResult | None = None
    is_unknown: bool = False
    """Its answer did not come; it is asked about."""
    needs_attendant: bool = False
    asks: int = 0


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A part of what comes back that went to where it came from, proven."""

    part: ReturnPart
    card: CardResult | None = None
    """What the terminal told of giving it back."""
    receipt_lines: tuple[str, ...] = ()
    reference: str = ""
    """The wallet gateway's own number of giving it back."""
    settled_by: str = ""
    """Who of the staff gave it, or saw that it was given; empty: a machine proved it."""


class Return(msgspec.Struct, frozen=True, kw_only=True):
    """Goods of an earlier sale that come back."""

    sold: SoldSale
    by: str
    """Who of the staff."""
    return_id: str = ""
    lines: tuple[ReturnedLine, ...] = ()
    why: str = ""
    is_asked: bool = False
    """The store is being asked to hold them."""
    amount_minor: int = 0
    """What they are worth, once they are held."""
    parts: tuple[ReturnPart, ...] = ()
    given: tuple[Given, ...] = ()
    """Those of the parts that went back, in their order."""
    reason: str = ""
    """Why the newest step did not happen."""
    is_over: bool = False

    @property
    def done(self) -> int:
        """How many of the parts went back."""
        return len(self.given)

    @property
    def given_minor(self) -> int:
        """What has gone back so far."""
        return sum(one.part.amount_minor for one in self.given)

    @property
    def next_part(self) -> ReturnPart | None:
        """What goes back next; None: nothing is held, or all of it went back."""
        return self.parts[self.done] if self.done < len(self.parts) else None


class Loading(msgspec.Struct, frozen=True, kw_only=True):
    """A balance that is topped up; nothing is sold meanwhile."""

    asks: int = 0
    """How often the store was asked for an account."""
    is_asked: bool = False
    account_id: str = ""
    """Whose; empty: not known yet."""
    balance_minor: int = 0
    """What is on it before."""
    amounts: tuple[int, ...] = ()
    """What may be chosen."""
    load_id: str = ""
    amount_minor: int = 0
    """By how much; 0: not chosen yet."""
    reason: str = ""
    """Why nothing can be topped up with what was shown."""


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody becomes a member. What they typed is nowhere in here."""

    ask_no: int
    how: str
    """`lane` or `phone`."""
    is_asked: bool = True
    url: str = ""
    """What the phone opens."""
    reason: str = ""
    """Why nobody has joined."""


class HeldValue(msgspec.Struct, frozen=True, kw_only=True):
    """Stored value that is set aside for this purchase, and pays part of it."""

    ask_no: int
    kind: ValueKind
    account_id: str
    amount_minor: int
    last_digits: str = ""
    left_minor: int = 0
    """What the account has besides."""
    is_at_risk: bool = False
    """The store could not be asked."""
    card_key: str = ""


class PrintState(enum.Enum):
    """How far the newest print job is."""

    PRINTING = "printing"
    WAITING = "waiting"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    UNKNOWN = "unknown"


class Printing(msgspec.Struct, frozen=True, kw_only=True):
    """The newest print job of the transaction."""

    job_id: str
    copy: int
    state: PrintState = PrintState.PRINTING
    code: str = ""
    """Why it waits or failed."""


class ShownCoupon(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon in the basket. What it saves is told by `PricedBasket.coupons`."""

    coupon_no: int
    coupon: Coupon
    held_by: str = ""
    """Empty: still being asked about, it does not count yet; else `store`, `lane` or `online`."""


NOTHING_PRICED = PricedBasket(currency="", total_minor=0, item_count=0)
"""The price of an empty basket, before anything was put into it."""


class Transaction(msgspec.Struct, frozen=True, kw_only=True):
    """The sale on the lane."""

    transaction_id: str
    number: int
    started_at: str
    currency: str
    prices: str = ""
    """The mark of the replica it is sold by, from start to end."""
    campaigns: Left | None = None
    """What the lane had left of campaigns at its start; None: their own limits count."""
    lines: tuple[Line, ...] = ()
    priced: PricedBasket = NOTHING_PRICED
    """The basket priced, as the journal last said; final from `Phase.TENDER` on."""
    next_line_id: int = 1
    added: tuple[int, ...] = ()
    """Line ids in the order pieces were added; the last one is what "remove last" takes back."""
    member: Member | None = None
    member_how: str = ""
    """`credential`, `card` or `phone`."""
    joining: Joining | None = None
    join_asks: int = 0
    """How often somebody began to join."""
    coupons: tuple[ShownCoupon, ...] = ()
    next_coupon_no: int = 1
    points_possible: int = 0
    """What could be paid with points, once tendering began."""
    points_possible_minor: int = 0
    points_held: int = 0
    points_minor: int = 0
    """What they pay of the total."""
    points_asked: bool = False
    """The store is being asked to hold points."""
    points_wanted: int = 0
    """How many."""
    points_reason: str = ""
    """Why points could not be used; empty after a new try."""
    not_found_text: str = ""
    not_found_reason: str = ""
    part_minor: int = 0
    """What the next means of payment shall pay of the rest; 0: all of it."""
    attempts: int = 0
    payment: Payment | None = None
    taken: tuple[Taken, ...] = ()
    """What cards and wallets have paid so far."""
    loading: Loading | None = None
    """The balance that is topped up, where nothing is sold."""
    returning: Return | None = None
    """The goods that come back, where nothing is sold."""
    return_asks: int = 0
    """How often the store was asked to hold them."""
    refund: Refund | None = None
    """What is being given back of it."""
    refunds: int = 0
    """How many were begun."""
    refund_reason: str = ""
    """Why the newest did not happen; empty after the next word about paying."""
    refund_text: str = ""
    """What the terminal said to it."""
    values: tuple[HeldValue, ...] = ()
    """What gift cards and a balance pay, once the purchase is paid."""
    value_asks: int = 0
    """How often the store was asked about stored value."""
    value_asked: ValueAsked | None = None
    """The question it has not answered yet."""
    value_pin: ValuePinAsked | None = None
    """A gift card that waits for its PIN."""
    value_reason: str = ""
    """Why the last one pays nothing; empty after a new try."""
    refusal: Refusal | None = None
    """How the last attempt ended, shown on the tender screen."""
    refusal_text: str = ""
    receipt_kind: ReceiptKind | None = None
    printing: Printing | None = None
    paid_at: str = ""
    """Local time of the approval, ISO 8601 with offset; empty before."""
    granted: RewardsGranted | None = None
    """What the paid purchase earned and spent."""
    weighing: WeighingAsked | None = None
    """Loose goods whose weight the scale is asked for."""
    wants_to_pay: bool = False
    """The shopper has asked to pay, and waits for staff to clear what keeps them from it."""
    time_runs_out: bool = False
    """The shopper was told that the screen will end by itself."""
    is_training: bool = False
    resumed_from: str = ""
    """The suspended transaction whose goods these are."""
    bags: tuple[Product, ...] = ()
    """The bags the shopper is being asked about."""
    bags_answered: bool = False
    round_up: RoundUpOffered | None = None
    """What could be given to a charity."""
    off: "TakenOff | None" = None
    """What was taken off last."""
    cancel_asked: bool = False
    """The shopper gives the purchase up, and may think better of it for some seconds."""

    @property
    def value_minor(self) -> int:
        """What stored value pays."""
        return sum(value.amount_minor for value in self.values)

    @property
    def taken_minor(self) -> int:
        """What cards and wallets have paid."""
        return sum(part.amount_minor for part in self.taken)

    @property
    def donation(self) -> Line | None:
        """What is given to a charity."""
        return next((line for line in self.lines if is_donation(line)), None)

    @property
    def donation_minor(self) -> int:
        """How much that is."""
        return self.donation.amount_minor if self.donation else 0

    @property
    def total_minor(self) -> int:
        """What is to be paid in all: the goods, or what a balance is topped up by."""
        return self.loading.amount_minor if self.loading is not None else self.priced.total_minor

    @property
    def due_minor(self) -> int:
        """What is left to pay, after points, stored value and what was taken."""
        return self.total_minor - self.points_minor - self.value_minor - self.taken_minor

    @property
    def next_minor(self) -> int:
        """What the next means of payment is asked for."""
        return min(self.part_minor, self.due_minor) or self.due_minor

    @property
    def is_paid(self) -> bool:
        """Whether the money is proven and durable (or nothing was to pay)."""
        return self.paid_at != ""

    @property
    def uses_points(self) -> bool:
        """Whether points are held, or being asked for."""
        return self.points_asked or self.points_held > 0

    @property
    def waits_for_store(self) -> bool:
        """Whether the store is being asked about points or stored value."""
        return self.points_asked or self.value_asked is not None

    @property
    def open_coupons(self) -> tuple[ShownCoupon, ...]:
        """Coupons that are still being asked about."""
        return tuple(shown for shown in self.coupons if not shown.held_by)

    def line(self, line_id: int) -> Line | None:
        """The line with this id, if it is still in the basket."""
        return next((line for line in self.lines if line.line_id == line_id), None)

    def coupon(self, coupon_no: int) -> ShownCoupon | None:
        """The coupon with this number, if it is still in the basket."""
        return next((shown for shown in self.coupons if shown.coupon_no == coupon_no), None)


class TakenOff(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces that were taken off the basket last, as long as nothing else has changed since."""

    line: Line
    """As it was before."""
    pieces: int
    may_undo: bool = False
    """The shopper took them off, and may have them back."""


class PriceCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What is scanned is priced and not added."""

    checked: PriceChecked | None = None
    """The newest price that was asked for."""
    reason: str = ""
    """Why the newest code has none."""
    member: Member | None = None
    """Whose prices they are, besides who is in the purchase."""
    how: str = ""
    time_runs_out: bool = False
    """Whether it was said that this ends by itself."""


class OrderAside(msgspec.Struct, frozen=True, kw_only=True):
    """An order that is shown at this lane."""

    ask_id: str
    step: Literal["asking", "found", "paying", "handing", "handed", "refused"] = "asking"
    found: OrderFound | None = None
    reason: str = ""
    opened: bool = False
    """The purchase it is paid in was opened for it."""
    time_runs_out: bool = False
    """Whether it was said that this ends by itself."""

    @property
    def may_pay(self) -> bool:
        """Whether it can be paid here: now, or once more because the answer was lost."""
        return self._is_open and self.found is not None and self.found.due_minor > 0

    @property
    def may_hand_out(self) -> bool:
        """Whether it can be handed out here: now, or once more because the answer was lost."""
        found = self.found
        return self._is_open and found is not None and found.hands_out and not found.due_minor

    @property
    def _is_open(self) -> bool:
        return self.step == "found" or (self.step == "refused" and self.reason == "no_link")

    @property
    def told(self) -> str:
        """Which words tell it, on the screen and for the ear."""
        match self.step:
            case "found" if self.found is not None and self.found.due_minor:
                return "due" if self.found.hands_out else "due_counter"
            case "found":
                return "found" if self.may_hand_out else "counter"
            case "refused" if self.reason == "no_link" and self.found is not None:
                return "not_paid" if self.found.due_minor else "unsure"
            case "refused":
                return _ORDERS_TOLD.get(self.reason, "other")
            case step:
                return step


_ORDERS_TOLD = {
    "age": "counter",
    "code_copied": "copied",
    "code_old": "copied",
    "code_wrong_shop": "wrong_shop",
    "sent": "delivery",
    "unpaid": "counter",
} | {
    one: one
    for one in (
        "collected", "cancelled", "early", "late", "delivery", "held", "paid", "no_link", "not_empty",
    )
}  # fmt: skip
"""Words of each reason."""


class DeviceState(msgspec.Struct, frozen=True, kw_only=True):
    """What a device last said of itself."""

    condition: Condition = Condition.UNKNOWN
    code: str = ""
    detail: str = ""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """The whole lane."""

    phase: Phase = Phase.ATTRACT
    language: str = "en"
    help_called: bool = False
    next_number: int = 1
    baseline: Baseline | None = None
    devices: dict[Device, DeviceState] = {}
    transaction: Transaction | None = None
    closed_by: str = ""
    """Who of the staff has closed the lane; empty: nobody."""
    closed_reason: str = ""
    message: str = ""
    """What staff wrote to the shopper at the lane."""
    training_by: str = ""
    """Who trains at this lane; empty: it sells."""
    price_check: PriceCheck | None = None
    """Prices are asked for; None: what is scanned is bought."""
    order: OrderAside | None = None
    """An order is shown here; None: none is."""
    situation: Situation = Situation()
    """Interventions, staff at the lane, the bagging area."""

    def device(self, device: Device) -> DeviceState:
        """The device's last word, UNKNOWN if it has not spoken."""
        return self.devices.get(device, DeviceState())

    @property
    def time_runs_out(self) -> bool:
        """Whether it was said that what stands on top ends: an order, a price, or the phase's own."""
        top = self.order or self.price_check or self.transaction
        return top is not None and top.time_runs_out

    @property
    def closed_because(self) -> tuple[DeviceState, ...]:
        """The faults that keep the lane from taking a new shopper: no camera or no terminal."""
        needed = (self.device(Device.CAMERA), self.device(Device.TERMINAL))
        return tuple(state for state in needed if state.condition is Condition.FAULT)

    @property
    def staff(self) -> Staff | None:
        """Who of the staff is at the lane."""
        return self.situation.desk.staff

    @property
    def book(self) -> Book:
        """The interventions."""
        return self.situation.book

    @property
    def is_open(self) -> bool:
        """Whether a new shopper may begin."""
        return not self.closed_because and not self.closed_by


def transaction_of(state: State) -> Transaction:
    """The open transaction, where the phase guarantees one."""
    require(state.transaction is not None, f"there is a transaction while {state.phase.value}")
    assert state.transaction is not None  # for the type checker; `require` is the check
    return state.transaction
