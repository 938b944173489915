"""What the checkout wants done in the world, as data. The engine's shell performs it after the commit."""

import enum

import msgspec

from kiosk.devices.refund import CardRefund, OpenRefund
from kiosk.devices.terminal import OpenAttempt, PaymentRequest
from kiosk.devices.wallet import WalletRefund, WalletRequest
from retail.card import Baseline
from retail.coupons.model import Coupon
from retail.receipt import Receipt
from retail.wire.questions import AnyQuestion
from retail.wire.returns import ReturnedLine


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every effect."""


class Timer(enum.Enum):
    """The lane's timers; setting one again replaces it."""

    NOT_FOUND = "notfound"
    PAID = "paid"
    RECEIPT = "receipt"
    THANKS = "thanks"
    ASK_TERMINAL = "ask_terminal"
    PRICE = "price"
    """Nobody asks for prices any more."""
    ORDER = "order"
    """Nobody reads the order any more, or nobody answers about it."""
    ASK_STORE = "ask_store"
    """Nobody has answered about coupons or points: the lane decides alone."""
    SEARCH_ON = "search_on"
    """The price shown is not final; there is time to search to the end."""
    INTERVENTIONS = "interventions"
    """A nudge was not heeded, or nobody came."""
    BAGGING = "bagging"
    """A difference of weight has lasted."""
    IDLE = "idle"
    """Nobody has touched the lane for a while."""
    ABANDONED = "abandoned"
    """Nobody came to a basket that was left."""
    CANCEL = "cancel"
    """A purchase the shopper gave up ends now."""
    STAFF_IDLE = "staff_idle"
    """The attendant layer is open and nobody uses it."""


class SetTimer(Effect, frozen=True, kw_only=True):
    """Post `FireTimer(timer)` after `after_s` seconds."""

    timer: Timer
    after_s: float


class SetAlarm(Effect, frozen=True, kw_only=True):
    """Post `FireTimer(timer, at_us)` at a moment; one that is past fires at once."""

    timer: Timer
    at_us: int
    """Microseconds since 1970 (UTC)."""


class AskWeight(Effect, frozen=True, kw_only=True):
    """Ask the scale what loose goods weigh; answered by `ReportWeighing`."""

    ask_id: str
    tare_g: int


class CancelWeighing(Effect, frozen=True, kw_only=True):
    """Take the question back."""

    ask_id: str


class ClaimSuspended(Effect, frozen=True, kw_only=True):
    """Ask the store for a suspended basket; answered by `ReportResume`."""

    token: str
    by: str


class ClaimBasket(Effect, frozen=True, kw_only=True):
    """Ask the store for the basket of a phone; answered by `ReportBasket`."""

    transaction_id: str
    code: str

    def __repr__(self) -> str:
        return f"ClaimBasket({self.transaction_id!r}, …)"


class AskStore(Effect, frozen=True, kw_only=True):
    """Ask the store; answered by `ReportStore`."""

    question: AnyQuestion


class FindSale(Effect, frozen=True, kw_only=True):
    """Ask the store for a sale of which something comes back; answered by `ReportSold`."""

    token: str
    by: str


class ClaimReturn(Effect, frozen=True, kw_only=True):
    """Ask the store to hold what comes back; answered by `ReportReturn`."""

    return_id: str
    of_transaction_id: str
    lines: tuple[ReturnedLine, ...]
    by: str
    why: str


class ReleaseReturn(Effect, frozen=True, kw_only=True):
    """Tell the store that nothing of it came back."""

    return_id: str


class TestDevice(Effect, frozen=True, kw_only=True):
    """Let staff see, hear or hold that a device works."""

    __test__ = False  # no test case, whatever its name

    device: str
    """`kiosk.devices.health.Device` words."""


class OpenDrawer(Effect, frozen=True, kw_only=True):
    """Open the cash drawer at the receipt printer."""


class RestartLane(Effect, frozen=True, kw_only=True):
    """Start the lane's program again."""


class Authorise(Effect, frozen=True, kw_only=True):
    """Start a card payment."""

    request: PaymentRequest
    baseline: Baseline | None


class CancelAuthorisation(Effect, frozen=True, kw_only=True):
    """Ask the terminal to stop the attempt."""

    attempt_id: str


class RecoverPayment(Effect, frozen=True, kw_only=True):
    """Ask the terminal what became of an attempt."""

    attempt: OpenAttempt


class CreateWalletOrder(Effect, frozen=True, kw_only=True):
    """Ask for a wallet payment; answered by `ReportWallet`."""

    request: WalletRequest
    code: str = ""
    """What the shopper's phone showed; empty: ours is to be shown."""

    def __repr__(self) -> str:
        return f"CreateWalletOrder({self.request!r})"


class CancelWalletOrder(Effect, frozen=True, kw_only=True):
    """Ask the wallet gateway to stop an order."""

    order_number: str


class QueryWalletOrder(Effect, frozen=True, kw_only=True):
    """Ask the wallet gateway what became of an order."""

    request: WalletRequest


class RefundToCard(Effect, frozen=True, kw_only=True):
    """Give money back by the card terminal; answered by `ReportRefund`."""

    request: CardRefund
    baseline: Baseline | None


class RecoverRefund(Effect, frozen=True, kw_only=True):
    """Ask the terminal what became of a refund."""

    refund: OpenRefund


class RefundToWallet(Effect, frozen=True, kw_only=True):
    """Give money back by the wallet gateway, or ask what became of that; answered by `ReportRefund`."""

    request: WalletRefund


class CloseTerminalDay(Effect, frozen=True, kw_only=True):
    """Ask the terminal for its end of day."""


class PrintReceipt(Effect, frozen=True, kw_only=True):
    """Print a receipt as one job."""

    job_id: str
    receipt: Receipt


class HoldCoupon(Effect, frozen=True, kw_only=True):
    """Ask the store to hold a coupon; answered by `ReportCoupon`."""

    transaction_id: str
    coupon_no: int
    coupon: Coupon


class ReleaseCoupon(Effect, frozen=True, kw_only=True):
    """Tell the store that a coupon is free again."""

    transaction_id: str
    coupon_no: int
    coupon: Coupon


class HoldPoints(Effect, frozen=True, kw_only=True):
    """Ask the store to hold points; answered by `ReportPoints`."""

    transaction_id: str
    member_id: str
    points: int


class ReleasePoints(Effect, frozen=True, kw_only=True):
    """Tell the store that held points are free again."""

    transaction_id: str
    member_id: str


class HoldValue(Effect, frozen=True, kw_only=True):
    """Ask the store to hold stored value; answered by `ReportValue`. One of card and member is named."""

    transaction_id: str
    ask_no: int
    amount_minor: int
    currency: str
    card_key: str = ""
    member_id: str = ""
    pin: str = ""

    def __repr__(self) -> str:
        return f"HoldValue({self.transaction_id}, {self.ask_no}, {self.amount_minor} {self.currency})"


class ReleaseValue(Effect, frozen=True, kw_only=True):
    """Tell the store that what a question holds is free again; by its account, or by what was asked with."""

    transaction_id: str
    ask_no: int
    account_id: str = ""
    card_key: str = ""
    member_id: str = ""


class EnableScanner(Effect, frozen=True, kw_only=True):
    """Read codes, or stop reading."""

    reading: bool


class Sound(enum.Enum):
    """A sound made for the product (`assets/sounds/<value>.wav`)."""

    SCAN = "scan"
    NUDGE = "nudge"
    STAFF = "staff"
    PAID = "paid"
    ERROR = "error"


class Play(Effect, frozen=True, kw_only=True):
    """Let the shopper hear what happened."""

    sound: Sound


AnyEffect = (
    SetTimer
    | SetAlarm
    | AskWeight
    | CancelWeighing
    | ClaimSuspended
    | ClaimBasket
    | AskStore
    | FindSale
    | ClaimReturn
    | ReleaseReturn
    | TestDevice
    | OpenDrawer
    | RestartLane
    | Authorise
    | CancelAuthorisation
    | RecoverPayment
    | CreateWalletOrder
    | CancelWalletOrder
    | QueryWalletOrder
    | RefundToCard
    | RecoverRefund
    | RefundToWallet
    | CloseTerminalDay
    | PrintReceipt
    | HoldCoupon
    | ReleaseCoupon
    | HoldPoints
    | ReleasePoints
    | HoldValue
    | ReleaseValue
    | EnableScanner
    | Play
)
