"""What can be asked of the checkout: by the shopper, by devices, by time. Frozen, checked when built."""

import msgspec

from kiosk.checkout.desk import BasketAnswer, CouponAnswer, PointsAnswer, StoreAnswer, ValueAnswer
from kiosk.checkout.staff_commands import AnyStaffCommand, ShopperAttended
from kiosk.devices.health import Health
from kiosk.devices.printer import PrintAnswer, PrintWaiting
from kiosk.devices.refund import CardRefundAnswer, RefundText
from kiosk.devices.scanner import CodeRead
from kiosk.devices.terminal import (
    EndOfDayAnswer,
    PaymentAnswer,
    TerminalRegistered,
    TerminalResult,
    TerminalText,
)
from kiosk.devices.wallet import WalletAnswer, WalletCodeReady, WalletRefundAnswer, WalletWaiting
from retail.journal.events import ReceiptKind


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every command."""


class StartLane(Command, frozen=True, kw_only=True):
    """The program started; `lane` and `version` go into the journal. Settles what a crash left open."""

    lane: str
    version: str


class StartShopping(Command, frozen=True, kw_only=True):
    """Touch to start."""


class ChooseLanguage(Command, frozen=True, kw_only=True):
    """Show everything in this language from now on, until the next shopper."""

    language: str


class ScanCode(Command, frozen=True, kw_only=True):
    """The scanner accepted a code."""

    read: CodeRead


class TypeCode(Command, frozen=True, kw_only=True):
    """The shopper typed a number or a word: a card, a phone, a coupon code, the number under a bar code."""

    text: str


class ForgetMember(Command, frozen=True, kw_only=True):
    """Take the membership out of this purchase."""


class RemoveCoupon(Command, frozen=True, kw_only=True):
    """Take a coupon back."""

    coupon_no: int


class UsePoints(Command, frozen=True, kw_only=True):
    """Pay as much as possible with points."""


class KeepPoints(Command, frozen=True, kw_only=True):
    """Pay nothing with points after all."""


class RemoveLast(Command, frozen=True, kw_only=True):
    """Take back the piece added last."""


class RemoveLine(Command, frozen=True, kw_only=True):
    """Void a line."""

    line_id: int


class SetQuantity(Command, frozen=True, kw_only=True):
    """Set a line's quantity, 1 to `retail.pricing.QUANTITY_MAX`."""

    line_id: int
    quantity: int


class ChooseGoods(Command, frozen=True, kw_only=True):
    """The shopper chose goods without a barcode from the look-up. Goods sold by weight are weighed."""

    key: str
    quantity: int = 1


class AnswerBags(Command, frozen=True, kw_only=True):
    """The shopper said how many bags are needed; none of any kind: no bag, or an own one."""

    bags: dict[str, int] = {}
    """Key of a bag the shop sells to how many."""


class Undo(Command, frozen=True, kw_only=True):
    """Have back what was just taken off, or the purchase that is being given up."""


class TakeMoreTime(Command, frozen=True, kw_only=True):
    """What ends by itself shall stand as long again."""


class DismissNotFound(Command, frozen=True, kw_only=True):
    """The shopper has read that the code is not known."""


class Pay(Command, frozen=True, kw_only=True):
    """Everything is scanned."""


class LeaveTender(Command, frozen=True, kw_only=True):
    """Back to scanning."""


class ChoosePart(Command, frozen=True, kw_only=True):
    """The next means of payment shall pay this much of the rest; 0: all of it."""

    amount_minor: int


class RoundUp(Command, frozen=True, kw_only=True):
    """Round the total up; the difference goes to the charity that is named on the screen."""


class KeepChange(Command, frozen=True, kw_only=True):
    """Do not round up after all."""


class PayByCard(Command, frozen=True, kw_only=True):
    """Start a card payment of what is left, or of the part that was chosen."""


class PayByWallet(Command, frozen=True, kw_only=True):
    """Show a code that the shopper's phone reads. (A code the phone shows is simply scanned.)"""


class UseGiftCard(Command, frozen=True, kw_only=True):
    """A gift card's number was typed; a card that is scanned is a `ScanCode`."""

    text: str

    def __repr__(self) -> str:
        return "UseGiftCard(...)"


class GivePin(Command, frozen=True, kw_only=True):
    """The PIN of the gift card that waits for one."""

    pin: str

    def __repr__(self) -> str:
        return "GivePin(...)"


class UseBalance(Command, frozen=True, kw_only=True):
    """Pay from the member's balance."""


class KeepValue(Command, frozen=True, kw_only=True):
    """Do not pay with this stored value after all, or stop asking about it."""

    ask_no: int = 0
    """Which; 0: the one that is being asked about, or waits for its PIN."""


class JoinByPhone(Command, frozen=True, kw_only=True):
    """Become a member on the phone: show a code that opens the page."""


class JoinHere(Command, frozen=True, kw_only=True):
    """Become a member at the lane."""

    phone: str
    """As it was typed."""
    agreed: frozenset[str]
    """Purposes (`retail.agreements`)."""

    def __repr__(self) -> str:
        return "JoinHere(...)"


class LeaveJoin(Command, frozen=True, kw_only=True):
    """Not after all, or read."""


class ReportJoined(Command, frozen=True, kw_only=True):
    """The service told on the live channel: somebody has joined on the phone for this purchase."""

    transaction_id: str
    subject: str


class CheckPrices(Command, frozen=True, kw_only=True):
    """What is scanned next is priced, not bought."""


class AddChecked(Command, frozen=True, kw_only=True):
    """Buy what was priced last."""


class LeavePrices(Command, frozen=True, kw_only=True):
    """No more prices: what is scanned is bought again."""


class PayOrder(Command, frozen=True, kw_only=True):
    """The order that is shown is paid here."""


class HandOutOrder(Command, frozen=True, kw_only=True):
    """The goods of the order that is shown are in the shopper's hands."""


class LeaveOrder(Command, frozen=True, kw_only=True):
    """No more of the order that is shown."""


class TopUp(Command, frozen=True, kw_only=True):
    """Top a member's balance up, instead of buying something."""


class LoadBy(Command, frozen=True, kw_only=True):
    """By so much, by card."""

    amount_minor: int


class TakeBack(Command, frozen=True, kw_only=True):
    """Do not pay on: what was taken so far goes back to where it came from."""


class CancelPayment(Command, frozen=True, kw_only=True):
    """Ask the terminal, or the wallet gateway, to stop."""


class CancelTransaction(Command, frozen=True, kw_only=True):
    """Give up the purchase before paying."""


class CallHelp(Command, frozen=True, kw_only=True):
    """The shopper wants a person."""


class EndHelp(Command, frozen=True, kw_only=True):
    """Help was given, or is no longer wanted."""


class ChooseReceipt(Command, frozen=True, kw_only=True):
    """Paper, QR on the screen, or none."""

    kind: ReceiptKind


class Finish(Command, frozen=True, kw_only=True):
    """The shopper is done (receipt or thanks screen)."""


class ReportCoupon(Command, frozen=True, kw_only=True):
    """The store answered about a coupon."""

    answer: CouponAnswer


class ReportPoints(Command, frozen=True, kw_only=True):
    """The store answered about points."""

    answer: PointsAnswer


class ReportValue(Command, frozen=True, kw_only=True):
    """The store answered about stored value."""

    answer: ValueAnswer


class ReportBasket(Command, frozen=True, kw_only=True):
    """The store answered about the basket of a phone."""

    answer: BasketAnswer


class ReportStore(Command, frozen=True, kw_only=True):
    """The store answered a question."""

    answer: StoreAnswer


class ReportWallet(Command, frozen=True, kw_only=True):
    """The wallet gateway said something about an order."""

    message: WalletCodeReady | WalletWaiting | WalletAnswer


class ReportRefund(Command, frozen=True, kw_only=True):
    """Terminal or wallet gateway said something about a refund."""

    message: RefundText | CardRefundAnswer | WalletRefundAnswer


class KeepRefund(Command, frozen=True, kw_only=True):
    """The terminal reported the result of a refund and waits for our acknowledgement."""

    refund_id: str
    result: TerminalResult


class CloseLane(Command, frozen=True, kw_only=True):
    """Staff want no new shopper here."""

    by: str
    reason: str = ""


class OpenLane(Command, frozen=True, kw_only=True):
    """Staff want shoppers here again."""

    by: str


class ShowMessage(Command, frozen=True, kw_only=True):
    """Staff write to the shopper at the lane."""

    text: str
    by: str


class ReportHealth(Command, frozen=True, kw_only=True):
    """A device changed its condition."""

    health: Health


class ReportRegistration(Command, frozen=True, kw_only=True):
    """The terminal is registered and told its last transaction."""

    registered: TerminalRegistered


class ReportEndOfDay(Command, frozen=True, kw_only=True):
    """The terminal closed its day, or failed to."""

    answer: EndOfDayAnswer


class ReportTerminalText(Command, frozen=True, kw_only=True):
    """The terminal has words for the shopper."""

    text: TerminalText


class KeepResult(Command, frozen=True, kw_only=True):
    """The terminal reported a result and waits for our acknowledgement."""

    attempt_id: str
    result: TerminalResult


class ReportPayment(Command, frozen=True, kw_only=True):
    """An attempt ended, or its outcome is unknown."""

    answer: PaymentAnswer


class ReportPrintWaiting(Command, frozen=True, kw_only=True):
    """The printer stopped in the middle of a job."""

    waiting: PrintWaiting


class ReportPrint(Command, frozen=True, kw_only=True):
    """A print job ended."""

    answer: PrintAnswer


class FireTimer(Command, frozen=True, kw_only=True):
    """A timer set by an effect ran out (`kiosk.checkout.effects.Timer`)."""

    timer: str
    at_us: int = 0
    """When it was due, for one that was set for a moment; the clock may have been put back since."""


ShopperCommand = (
    StartShopping
    | ChooseLanguage
    | TypeCode
    | ForgetMember
    | RemoveCoupon
    | UsePoints
    | KeepPoints
    | RemoveLast
    | RemoveLine
    | SetQuantity
    | ChooseGoods
    | AnswerBags
    | Undo
    | DismissNotFound
    | TakeMoreTime
    | Pay
    | LeaveTender
    | ChoosePart
    | RoundUp
    | KeepChange
    | PayByCard
    | PayByWallet
    | UseGiftCard
    | GivePin
    | UseBalance
    | KeepValue
    | JoinByPhone
    | JoinHere
    | LeaveJoin
    | CheckPrices
    | AddChecked
    | LeavePrices
    | PayOrder
    | HandOutOrder
    | LeaveOrder
    | TopUp
    | LoadBy
    | TakeBack
    | CancelPayment
    | CancelTransaction
    | CallHelp
    | EndHelp
    | ChooseReceipt
    | Finish
    | ShopperAttended
)
"""What screens may post for the shopper."""

AnyCommand = (
    ShopperCommand
    | AnyStaffCommand
    | StartLane
    | ScanCode
    | CloseLane
    | OpenLane
    | ShowMessage
    | ReportCoupon
    | ReportPoints
    | ReportValue
    | ReportBasket
    | ReportStore
    | ReportJoined
    | ReportWallet
    | ReportRefund
    | KeepRefund
    | ReportHealth
    | ReportRegistration
    | ReportEndOfDay
    | ReportTerminalText
    | KeepResult
    | ReportPayment
    | ReportPrintWaiting
    | ReportPrint
    | FireTimer
)
