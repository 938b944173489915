"""What the procedures of orders and refunds need of the driver."""

from collections.abc import Callable

import msgspec

from kiosk.devices.wallet import WalletMessage
from kiosk.payment.line import Monotonic
from kiosk.payment.wallet.client import GatewayClient
from kiosk.payment.wallet.profile import WalletProfile


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Handed to them once."""

    client: GatewayClient
    profile: WalletProfile
    now: Monotonic
    sleep: Callable[[float], None]
    """Wait, or be woken; raises `StoppedError`."""
    is_cancelled: Callable[[str], bool]
    said: Callable[[WalletMessage], None]
