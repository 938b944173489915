"""How a device is: ready, busy coming up, or faulty with a reason staff can act on."""

import enum

import msgspec


class Device(enum.Enum):
    """The devices of a lane; the value is the stored and displayed name."""

    CAMERA = "camera"
    TERMINAL = "terminal"
    PRINTER = "printer"
    HAND_SCANNER = "hand_scanner"
    """Only of lanes that have one (`[hand_scanner] kind`)."""
    WALLET = "wallet"
    """The wallet gateway. Only of lanes that take wallets (`[wallet] url`)."""
    SCALE = "scale"
    """Weighs loose goods. Only of lanes that have one (`[scale] protocol`)."""
    BAGGING_SCALE = "bagging_scale"
    """Carries the bagging area. Only of lanes that have one (`[bagging_scale] protocol`)."""
    SPEECH = "speech"
    """The voice and the headset's jack. Only of lanes that have one (`[speech] start`)."""


class Condition(enum.Enum):
    """UNKNOWN until the device has answered; WARNING still works (paper near end); FAULT does not."""

    UNKNOWN = "unknown"
    READY = "ready"
    WARNING = "warning"
    FAULT = "fault"


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """A status update from a device. Sent on every change, never repeated unchanged."""

    device: Device
    condition: Condition
    code: str = ""
    """Stable machine word for the cause: `paper_end`, `cover_open`, `unplugged`, `frozen`, ..."""
    detail: str = ""
    """English sentence for staff and the log: what is wrong and what to do."""
