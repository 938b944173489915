"""What devices say becomes commands: one listener per port, called from the drivers' threads.

Invariants: every kind of message is matched (the type checker proves it); nothing here blocks but `keep`,
which waits until a terminal's result is durable.
"""

import logging
from collections.abc import Callable
from typing import Protocol, assert_never

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.printer import PrintAnswer, PrinterMessage, PrintWaiting
from kiosk.devices.refund import CardRefundAnswer, RefundText
from kiosk.devices.scale import (
    Moving,
    NoWeight,
    Overload,
    ScaleMessage,
    Settled,
    Silent,
    UnderZero,
    WeightTaken,
    ZeroAnswer,
)
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.devices.terminal import (
    EndOfDayAnswer,
    PaymentAnswer,
    TerminalMessage,
    TerminalRegistered,
    TerminalResult,
    TerminalText,
)
from kiosk.devices.wallet import (
    WalletAnswer,
    WalletCodeReady,
    WalletHealth,
    WalletMessage,
    WalletRefundAnswer,
    WalletWaiting,
)

log = logging.getLogger(__name__)


class Inbox(Protocol):
    """Where commands go (`kiosk.app.engine.Engine`)."""

    def post(self, command: c.AnyCommand) -> None:
        """Queue a command; never blocks."""

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        """Store a result durably; whether to acknowledge it."""

    def keep_refund(self, refund_id: str, result: TerminalResult) -> None:
        """Store the result of a refund durably. Raises if it cannot."""


class TerminalLink:
    """Implements `kiosk.devices.terminal.TerminalListener`."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def said(self, message: TerminalMessage) -> None:
        """Take one message."""
        match message:
            case TerminalRegistered():
                self._inbox.post(c.ReportRegistration(registered=message))
            case TerminalText():
                self._inbox.post(c.ReportTerminalText(text=message))
            case PaymentAnswer():
                self._inbox.post(c.ReportPayment(answer=message))
            case EndOfDayAnswer():
                self._inbox.post(c.ReportEndOfDay(answer=message))
            case Health():
                _report(self._inbox, message)
            case _:
                assert_never(message)

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        """Store a result durably; whether to acknowledge it."""
        return self._inbox.keep(attempt_id, result)


class RefundLink:
    """Implements `kiosk.devices.refund.RefundListener`."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def refund_said(self, message: RefundText | CardRefundAnswer) -> None:
        """Take one message."""
        self._inbox.post(c.ReportRefund(message=message))

    def keep_refund(self, refund_id: str, result: TerminalResult) -> None:
        """Store a result durably. Raises if it cannot be stored."""
        self._inbox.keep_refund(refund_id, result)


class PrinterLink:
    """Implements `kiosk.devices.printer.PrinterListener`."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def said(self, message: PrinterMessage) -> None:
        """Take one message."""
        match message:
            case PrintWaiting():
                self._inbox.post(c.ReportPrintWaiting(waiting=message))
            case PrintAnswer():
                self._inbox.post(c.ReportPrint(answer=message))
            case Health():
                _report(self._inbox, message)
            case _:
                assert_never(message)


_OVERLOAD = Health(
    device=Device.BAGGING_SCALE,
    condition=Condition.WARNING,
    code="overload",
    detail="More lies in the bagging area than its scale carries: take the full bags away.",
)


class ScaleLink:
    """Implements `kiosk.devices.scale.ScaleListener`. Only what rests means something to the checkout."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._is_over = False

    def said(self, message: ScaleMessage) -> None:
        """Take one message."""
        match message:
            case Settled(device=Device.BAGGING_SCALE, weight_g=weight_g):
                if self._is_over:
                    self._is_over = False
                    _report(self._inbox, Health(device=message.device, condition=Condition.READY))
                self._inbox.post(sc.ReportWeight(weight_g=weight_g))
            case Overload(device=Device.BAGGING_SCALE) if not self._is_over:
                self._is_over = True
                _report(self._inbox, _OVERLOAD)
            case Health():
                _report(self._inbox, message)
            case Settled() | Moving() | Overload() | UnderZero() | Silent():
                pass
            case WeightTaken() | NoWeight():
                self._inbox.post(sc.ReportWeighing(answer=message))
            case ZeroAnswer():
                log.info("the scale %s", "is at zero" if message.succeeded else "cannot be set to zero")
            case _:
                assert_never(message)


class WalletLink:
    """Implements `kiosk.devices.wallet.WalletListener`."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def said(self, message: WalletMessage) -> None:
        """Take one message."""
        match message:
            case WalletCodeReady() | WalletWaiting() | WalletAnswer():
                self._inbox.post(c.ReportWallet(message=message))
            case WalletHealth():
                health = Health(
                    device=Device.WALLET,
                    condition=message.condition,
                    code=message.code,
                    detail=message.detail,
                )
                _report(self._inbox, health)
            case WalletRefundAnswer():
                self._inbox.post(c.ReportRefund(message=message))
            case _:
                assert_never(message)


class ScannerLink:
    """Implements `kiosk.devices.scanner.ScannerListener`; pictures go straight to the screen."""

    def __init__(self, inbox: Inbox, show_frame: Callable[[PreviewFrame], None]) -> None:
        self._inbox = inbox
        self._show_frame = show_frame

    def said(self, message: ScannerMessage) -> None:
        """Take one message."""
        match message:
            case CodeRead():
                self._inbox.post(c.ScanCode(read=message))
            case Health():
                _report(self._inbox, message)
            case _:
                assert_never(message)

    def preview(self, frame: PreviewFrame) -> None:
        """Show the newest picture."""
        self._show_frame(frame)


def _report(inbox: Inbox, health: Health) -> None:
    level = logging.WARNING if health.condition is Condition.FAULT else logging.INFO
    log.log(level, "%s is %s %s %s", health.device.value, health.condition.value, health.code, health.detail)
    inbox.post(c.ReportHealth(health=health))
