"""The wallet gateway's port: a shopper pays with a code on the phone, or by scanning one on our screen.

Everything is named by our own order number, which the gateway takes once. So asking is always safe: what
became of an order is asked with `query` as often as needed, and creating the same order again does nothing.
Once a cancel is under way the gateway decides whether the payment or the cancel came first.

Sources: docs/devices/wallet.md; the procedures of WeChat Pay (micropay, reverse) and Alipay (barcode).
Invariants: one `WalletAnswer` for each `create` and each `query`; one `WalletRefundAnswer` for each `refund`.
"""

from typing import Protocol

import msgspec

from kiosk.devices.health import Condition
from kiosk.devices.refund import NotGivenBack
from kiosk.devices.terminal import NeedsAttendant, NotCharged, Reversed, Unknown


class WalletRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for exactly `amount_minor` of `currency` (ISO 4217 alphabetic) under our own order number.

    The code a shopper shows is no part of it: that is a secret for one use and is never stored.
    """

    order_number: str
    amount_minor: int
    currency: str


class WalletPaid(msgspec.Struct, frozen=True, kw_only=True, tag="wallet_paid"):
    """Money moved, proven: the gateway says so for this order, with amount and currency as asked."""

    amount_minor: int
    currency: str
    wallet: str = ""
    """Which wallet it was, for the receipt."""
    reference: str = ""
    """The gateway's own number of the payment."""


class WalletDeclined(msgspec.Struct, frozen=True, kw_only=True, tag="wallet_declined"):
    """No money moved: the wallet said no. `text` is its own wording."""

    text: str = ""


class WalletExpired(msgspec.Struct, frozen=True, kw_only=True, tag="wallet_expired"):
    """No money moved, and none will: nobody paid in time, and the order is closed at the gateway."""


class WalletCancelled(msgspec.Struct, frozen=True, kw_only=True, tag="wallet_cancelled"):
    """No money moved, and none will: the order was cancelled before anybody paid."""


WalletOutcome = (
    WalletPaid
    | WalletDeclined
    | WalletExpired
    | WalletCancelled
    | NotCharged
    | Reversed
    | Unknown
    | NeedsAttendant
)
"""`Unknown` is an honest answer: the order stays locked, and the lane asks again with `query`."""


class WalletRefund(msgspec.Struct, frozen=True, kw_only=True):
    """Give back `amount_minor` of a paid order. The same `refund_id` gives back once, however often asked."""

    refund_id: str
    order_number: str
    amount_minor: int
    currency: str


class GivenBack(msgspec.Struct, frozen=True, kw_only=True, tag="given_back"):
    """The money is on its way back, proven: the gateway booked the refund with this amount."""

    amount_minor: int
    currency: str
    reference: str = ""


WalletRefundOutcome = GivenBack | NotGivenBack | Unknown | NeedsAttendant
"""After `Unknown`, `refund` with the same request asks what became of it first."""


class WalletCodeReady(msgspec.Struct, frozen=True, kw_only=True):
    """The order is open: show `text` as a QR code. Checked: it asks for this order's amount and currency."""

    order_number: str
    text: str


class WalletWaiting(msgspec.Struct, frozen=True, kw_only=True):
    """The order is open, and the shopper has to confirm it on the phone."""

    order_number: str


class WalletAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The end of `create` or `query` for this order (`Unknown` ends it too, for now)."""

    order_number: str
    outcome: WalletOutcome


class WalletRefundAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The end of `refund` (`Unknown` ends it too, for now)."""

    refund_id: str
    outcome: WalletRefundOutcome


class WalletHealth(msgspec.Struct, frozen=True, kw_only=True):
    """How the gateway is, told on change only; see `kiosk.devices.health.Health` for the fields."""

    condition: Condition
    code: str = ""
    detail: str = ""


WalletMessage = WalletCodeReady | WalletWaiting | WalletAnswer | WalletRefundAnswer | WalletHealth


class WalletListener(Protocol):
    """The lane's side. Called from the driver's thread."""

    def said(self, message: WalletMessage) -> None:
        """Take one message; never blocks for long."""


class WalletGateway(Protocol):
    """What the lane may ask. Every call returns at once; answers come to the listener."""

    def start(self, listener: WalletListener) -> None:
        """Look for the gateway, and keep looking until `stop`."""

    def create(self, request: WalletRequest, code: str = "") -> None:
        """Ask for a payment. `code` is what the shopper's phone shows; without one, ours is to be shown."""

    def cancel(self, order_number: str) -> None:
        """Wish to stop. A request, not a fact: the outcome still arrives as `WalletAnswer`."""

    def query(self, request: WalletRequest) -> None:
        """Find out what became of an order without ever creating it."""

    def refund(self, request: WalletRefund) -> None:
        """Give back all or part of a paid order; asked again, find out what became of that."""

    def stop(self) -> None:
        """End the thread. Safe to call twice."""
