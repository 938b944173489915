"""Do in the world what the checkout wants done: the only place where effects become calls.

Devices come up after the first picture is on the screen. Effects wanted before that wait here in order, and
are done when the devices are there. The store is asked at once: it is no device.

Invariants: every kind of effect is matched (the type checker proves it); effects are done in the order they
were wanted; a receipt that cannot be laid out is answered as "not sent", because the sale is already paid.
"""

import logging
import threading
from collections.abc import Callable
from typing import Protocol, assert_never

import msgspec

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.desk import StoreDesk
from kiosk.devices.printer import PrintAnswer, PrintJob, PrintOutcome, ReceiptPrinter
from kiosk.devices.refund import CardRefundAnswer, NotGivenBack, RefundingTerminal, RefundListener
from kiosk.devices.scale import NoWeight, NoWeightReason, Scale
from kiosk.devices.scanner import Scanner
from kiosk.devices.terminal import CardTerminal, NeedsAttendant
from kiosk.devices.wallet import WalletAnswer, WalletGateway, WalletRefundAnswer
from retail.check import require
from retail.receipt import Receipt

HELD_MAX = 100
"""Effects wanted before the devices are there; a start needs three."""

_ForTheDesk = (
    f.HoldCoupon
    | f.ReleaseCoupon
    | f.HoldPoints
    | f.ReleasePoints
    | f.HoldValue
    | f.ReleaseValue
    | f.ClaimBasket
    | f.AskStore
    | f.ClaimSuspended
    | f.FindSale
    | f.ClaimReturn
    | f.ReleaseReturn
)
_ForTheGateway = f.CreateWalletOrder | f.CancelWalletOrder | f.QueryWalletOrder | f.RefundToWallet
_BackToCards = f.RefundToCard | f.RecoverRefund
_ForTheDevices = (
    f.SetTimer
    | f.Authorise
    | f.CancelAuthorisation
    | f.RecoverPayment
    | _ForTheGateway
    | _BackToCards
    | f.CloseTerminalDay
    | f.PrintReceipt
    | f.EnableScanner
    | f.AskWeight
    | f.CancelWeighing
    | f.TestDevice
    | f.OpenDrawer
    | f.Play
)

log = logging.getLogger(__name__)


class PaperReceipt(Protocol):
    """A receipt as printer bytes (`kiosk.printer.escpos.Rendered`)."""

    @property
    def payload(self) -> bytes:
        """The bytes."""

    @property
    def height_mm(self) -> int:
        """The paper they need."""


class Devices(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane is made of. Started by whoever hands them over."""

    terminal: CardTerminal
    printer: ReceiptPrinter
    scanner: Scanner
    render: Callable[[Receipt], PaperReceipt]
    prove: Callable[[str], None]
    """Let staff see that a device works, by its name (`kiosk.devices.health.Device`)."""
    open_drawer: Callable[[], None]
    scale: Scale | None = None
    """For loose goods."""
    wallet: WalletGateway | None = None
    refunds: RefundListener | None = None
    """Who is told what becomes of money that goes back to a card."""


class Performer:
    """Carries out effects. `perform` is called by the engine's thread, `equip` once by another."""

    def __init__(
        self,
        *,
        set_timer: Callable[[f.Timer, float], None],
        play: Callable[[f.Sound], None],
        post: Callable[[c.AnyCommand], None],
        desk: StoreDesk,
        set_alarm: Callable[[f.Timer, int], None],
        restart: Callable[[], None],
    ) -> None:
        self._set_timer = set_timer
        self._play = play
        self._post = post
        self._desk = desk
        self._set_alarm = set_alarm
        self._restart = restart
        self._devices: Devices | None = None
        self._held: list[_ForTheDevices] = []
        self._lock = threading.Lock()

    def use_desk(self, desk: StoreDesk) -> None:
        """Ask another desk from now on. What was asked before is answered by who was asked."""
        with self._lock:
            self._desk = desk

    def equip(self, devices: Devices) -> None:
        """The devices are there: do what had to wait, and everything from now on at once."""
        with self._lock:
            require(self._devices is None, "a lane is equipped once")
            self._devices = devices
            held, self._held = self._held, []
            for effect in held:
                self._do(effect, devices)

    def perform(self, effect: f.AnyEffect) -> None:
        """Do one effect. Returns at once; answers come as commands."""
        with self._lock:
            if isinstance(effect, _ForTheDesk):
                self._ask(effect)
            elif isinstance(effect, f.SetAlarm):
                self._set_alarm(effect.timer, effect.at_us)
            elif isinstance(effect, f.RestartLane):
                self._restart()
            elif self._devices is None:
                require(len(self._held) < HELD_MAX, "a lane gets its devices soon after it starts")
                self._held.append(effect)
            else:
                self._do(effect, self._devices)

    def _ask(self, effect: _ForTheDesk) -> None:
        match effect:
            case f.HoldCoupon():
                self._desk.hold_coupon(effect.transaction_id, effect.coupon_no, effect.coupon)
            case f.ReleaseCoupon():
                self._desk.release_coupon(effect.transaction_id, effect.coupon_no, effect.coupon)
            case f.HoldPoints():
                self._desk.hold_points(effect.transaction_id, effect.member_id, effect.points)
            case f.ReleasePoints():
                self._desk.release_points(effect.transaction_id, effect.member_id)
            case f.HoldValue():
                self._desk.hold_value(
                    effect.transaction_id,
                    effect.ask_no,
                    effect.amount_minor,
                    effect.currency,
                    card_key=effect.card_key,
                    member_id=effect.member_id,
                    pin=effect.pin,
                )
            case f.ReleaseValue():
                self._desk.release_value(
                    effect.transaction_id,
                    effect.ask_no,
                    account_id=effect.account_id,
                    card_key=effect.card_key,
                    member_id=effect.member_id,
                )
            case f.AskStore():
                self._desk.ask(effect.question)
            case f.ClaimBasket():
                self._desk.claim_basket(effect.transaction_id, effect.code)
            case f.ClaimSuspended():
                self._desk.claim_suspended(effect.token, effect.by)
            case f.FindSale():
                self._desk.find_sale(effect.token, effect.by)
            case f.ClaimReturn():
                self._desk.claim_return(
                    effect.return_id, effect.of_transaction_id, effect.lines, effect.by, effect.why
                )
            case f.ReleaseReturn():
                self._desk.release_return(effect.return_id)
            case _:
                assert_never(effect)

    def _do(self, effect: _ForTheDevices, devices: Devices) -> None:
        match effect:
            case f.SetTimer():
                self._set_timer(effect.timer, effect.after_s)
            case f.Authorise():
                devices.terminal.authorise(effect.request, effect.baseline)
            case f.CancelAuthorisation():
                devices.terminal.cancel(effect.attempt_id)
            case f.RecoverPayment():
                devices.terminal.recover(effect.attempt)
            case f.CreateWalletOrder() | f.CancelWalletOrder() | f.QueryWalletOrder() | f.RefundToWallet():
                self._ask_gateway(effect, devices.wallet)
            case f.RefundToCard() | f.RecoverRefund():
                self._back_to_card(effect, devices)
            case f.CloseTerminalDay():
                devices.terminal.end_of_day()
            case f.PrintReceipt():
                self._print(effect, devices)
            case f.EnableScanner():
                devices.scanner.enable(effect.reading)
            case f.AskWeight():
                self._weigh(effect, devices)
            case f.CancelWeighing():
                if devices.scale is not None:
                    devices.scale.cancel(effect.ask_id)
            case f.TestDevice():
                devices.prove(effect.device)
            case f.OpenDrawer():
                devices.open_drawer()
            case f.Play():
                self._play(effect.sound)
            case _:
                assert_never(effect)

    def _ask_gateway(self, effect: _ForTheGateway, gateway: WalletGateway | None) -> None:
        if gateway is None:
            self._without_gateway(effect)
            return
        match effect:
            case f.CreateWalletOrder():
                gateway.create(effect.request, effect.code)
            case f.CancelWalletOrder():
                gateway.cancel(effect.order_number)
            case f.QueryWalletOrder():
                gateway.query(effect.request)
            case f.RefundToWallet():
                gateway.refund(effect.request)
            case _:
                assert_never(effect)

    def _without_gateway(self, effect: _ForTheGateway) -> None:
        """Taken out of the settings while something was open: only the gateway knows, and nobody asks it."""
        outcome = NeedsAttendant(reason="this lane has no wallet gateway any more")
        match effect:
            case f.CreateWalletOrder() | f.QueryWalletOrder():
                answer = WalletAnswer(order_number=effect.request.order_number, outcome=outcome)
                self._post(c.ReportWallet(message=answer))
            case f.RefundToWallet():
                given = WalletRefundAnswer(refund_id=effect.request.refund_id, outcome=outcome)
                self._post(c.ReportRefund(message=given))
            case f.CancelWalletOrder():
                pass
            case _:
                assert_never(effect)

    def _back_to_card(self, effect: _BackToCards, devices: Devices) -> None:
        terminal, listener = devices.terminal, devices.refunds
        if not isinstance(terminal, RefundingTerminal) or listener is None:
            asked = effect.request if isinstance(effect, f.RefundToCard) else effect.refund.request
            outcome = NotGivenBack(reason="this terminal cannot give money back by itself")
            self._post(c.ReportRefund(message=CardRefundAnswer(refund_id=asked.refund_id, outcome=outcome)))
        elif isinstance(effect, f.RefundToCard):
            terminal.refund(effect.request, effect.baseline, listener)
        else:
            terminal.recover_refund(effect.refund, listener)

    def _weigh(self, effect: f.AskWeight, devices: Devices) -> None:
        if devices.scale is None:
            none = NoWeight(ask_id=effect.ask_id, reason=NoWeightReason.NOT_READY)
            self._post(sc.ReportWeighing(answer=none))
        else:
            devices.scale.ask_weight(effect.ask_id, tare_g=effect.tare_g)

    def _print(self, effect: f.PrintReceipt, devices: Devices) -> None:
        try:
            paper = devices.render(effect.receipt)
        except Exception as error:  # whatever is wrong with the layout, the shopper has paid and goes on
            log.exception("receipt %s cannot be laid out", effect.job_id)
            answer = PrintAnswer(
                job_id=effect.job_id, outcome=PrintOutcome.NOT_SENT, reason=f"layout: {type(error).__name__}"
            )
            self._post(c.ReportPrint(answer=answer))
            return
        devices.printer.print(
            PrintJob(job_id=effect.job_id, payload=paper.payload, height_mm=paper.height_mm)
        )
