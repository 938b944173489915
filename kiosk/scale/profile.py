"""What a scale's driver is told of its scale."""

import msgspec

from kiosk.devices.health import Device
from kiosk.scale.settler import SettleRules
from kiosk.scale.weighing import WeighRules

EXACT = SettleRules(change_mg=1, creep_mg=0)
"""Of a scale that goods are sold by: every change counts."""


class ScaleProfile(msgspec.Struct, frozen=True, kw_only=True):
    """How a scale is connected, and what it is for. Set in `kiosk.toml`, `[scale]` and `[bagging_scale]`."""

    device: Device
    """SCALE: goods are sold by it, so its weights are never rounded. BAGGING_SCALE: rounded to grams."""
    protocol: str = "mt-sics"
    """A name in `kiosk.scale.codec.protocols.PROTOCOLS`."""
    port: str
    baud: int = 9600
    frame: str = "8N1"
    settling: SettleRules = SettleRules()
    weighing: WeighRules = WeighRules()
    poll_s: float = 0.1
    """From one question to the next."""
    answer_s: float = 1.0
    """How long an answer may take."""
    zero_s: float = 3.0
    """How long setting to zero may take."""
    unstable_s: float = 20.0
    """A load that moves for so long, or is under zero, is a fault."""
