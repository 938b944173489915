"""The live channel: hints and alerts up, commands down. Nothing true depends on it.

One WebSocket per lane, JSON text frames, one message each, tagged by `type`. It may drop at any time: what
must survive is in the journal and in the service's tables, and both are read again on the next connection.

Source: docs/protocol.md, "Live channel".
"""

from typing import Literal

import msgspec

PATH = "/v1/live"
MESSAGE_MAX = 64 * 1024
BEAT_S = 15.0
"""A side that hears nothing for three beats closes the connection."""


class UpMessage(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=True):
    """Base of what a lane says."""


class LaneStatus(UpMessage, frozen=True, kw_only=True):
    """How the lane is; sent on connecting, on change and at least every beat."""

    version: str
    phase: str
    """`kiosk.checkout.state.Phase` words, or `out_of_service`."""
    is_open: bool
    help_called: bool
    transaction_id: str = ""
    item_count: int = 0
    total_minor: int = 0
    currency: str = ""
    unsent: int = 0
    """Envelopes not yet acknowledged."""
    positions: dict[str, int] = {}
    """Feed scope to the position the lane sells by."""
    prices: str = ""
    devices: dict[str, str] = {}
    """Device to condition."""
    outage: str = ""
    at: int = 0


class AlertRaised(UpMessage, frozen=True, kw_only=True):
    """Somebody or something on the lane wants a person. Repeated until `AlertSeen`."""

    alert_id: str
    kind: str
    """`help`, `payment_unknown`, `device`, `outage`, or an intervention's word."""
    text: str
    """English sentence for staff."""
    text_key: str = ""
    """Which sentence it is (`retail.wire.alert_texts.TEXTS`); empty: only `text` says it."""
    values: dict[str, str] = {}
    """What stands in its places: English words and figures."""
    severity: Literal["nudge", "staff", "critical"] = "staff"
    transaction_id: str = ""
    at: int = 0


class AlertCleared(UpMessage, frozen=True, kw_only=True):
    """It is over."""

    alert_id: str
    at: int = 0


class CommandDone(UpMessage, frozen=True, kw_only=True):
    """What became of a command."""

    command_id: str
    outcome: Literal["done", "refused", "unknown"]
    reason: str = ""


class DownMessage(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=True):
    """Base of what the service says."""


class Beat(DownMessage, frozen=True, kw_only=True):
    """Nothing but that the line is alive."""

    server_time: int


class AlertSeen(DownMessage, frozen=True, kw_only=True):
    """The alert is stored; no need to repeat it."""

    alert_id: str


class FeedMoved(DownMessage, frozen=True, kw_only=True):
    """There is something new in a scope; read on from your cursor."""

    scope: str
    head: int


class LaneCommand(DownMessage, frozen=True, kw_only=True):
    """Do something. Carried out once per `command_id`; stored at the service until `CommandDone`."""

    command_id: str
    name: Literal["open", "close", "message", "end_help", "approve", "restart", "resync"]
    text: str = ""
    """For `message`: what the lane shows to the shopper or staff."""
    argument: str = ""
    by: str = ""
    """Who asked, for the journal."""
    expires_at: int = 0


Up = LaneStatus | AlertRaised | AlertCleared | CommandDone
Down = Beat | AlertSeen | FeedMoved | LaneCommand
