"""The live channel: hints and alerts up, commands down. Nothing true depends on it.

One WebSocket per lane, JSON text frames, one message each, tagged by `type`. It may drop at any time: what
must survive is in the journal and in the service's tables, and both are read again on the next connection.

Source: docs/protocol.md, "Live channel".
"""

from typing import Literal

import msgspec

from retail.wire.pictures import is_mark
from retail.wire.settings import SettingsNow

PATH = "/v1/live"
MESSAGE_MAX = 64 * 1024
BEAT_S = 15.0
"""A side that hears nothing for three beats closes the connection."""


class UpMessage(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=True):
    """Base of what a lane says."""


class UpdateNow(msgspec.Struct, frozen=True, kw_only=True):
    """How a lane stands to new releases (docs/updates.md)."""

    state: str
    ring: str = ""
    waiting: str = ""
    """The release that waits for a moment without a shopper."""
    detail: str = ""


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
    open_alerts: tuple[str, ...] | None = None
    """Ids of everything it wants people for; what else the service holds of this lane is over. None: a lane
    of before, which does not say."""
    settings: SettingsNow | None = None
    """How it stands to its settings; None: a lane of before, which does not say."""
    update: UpdateNow | None = None
    """How it stands to new releases; None: it has no updater."""
    last_error: str = ""
    """The newest line of its log that tells of an error, without anything personal; empty: none since its
    start."""
    started_at: int = 0
    at: int = 0


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An intervention that wants staff, with what it takes to decide it from afar."""

    intervention_no: int
    kind: str
    """`retail.interventions.kinds.KINDS`: its name, its reasons, whether it can be refused."""
    subject: str = ""
    item: str = ""
    """The article it is about, as the shop calls it; empty: none."""
    line_id: int = 0
    measure: int = 0
    """How much, as it is now; an approval says how much it saw."""
    why: str = ""
    """The cause, in a few words of English."""
    blocks: str = "nothing"
    clearer: str = "attendant"
    is_remote: bool = True
    needs_picture: bool = False
    """Whether approving it from afar takes the picture of the item."""
    picture: str = ""
    """The name of the picture there is (`retail.wire.pictures.mark_of`); empty: none, or none any more."""
    raised_at: int = 0
    called_at: int = 0
    """Since when staff are wanted; microseconds since 1970 (UTC), by the lane's clock."""
    looked_by: str = ""
    refused_by: str = ""
    amount_minor: int = 0
    """What the article costs; 0: it is about none."""
    currency: str = ""


TEXT_MAX = 300
"""Characters of a text of `Waiting` that are kept."""


def kept_waiting(told: Waiting) -> Waiting:
    """What of a stranger's words is kept."""
    texts = ("kind", "subject", "item", "why", "blocks", "clearer", "looked_by", "refused_by", "currency")
    picture = told.picture if is_mark(told.picture) else ""
    return msgspec.structs.replace(
        told, picture=picture, **{name: getattr(told, name)[:TEXT_MAX] for name in texts}
    )


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
    waiting: Waiting | None = None
    """What is to be decided; None: nothing is, somebody has to come."""
    picture: bytes = b""
    """The picture that `waiting.picture` names, once on each line; it is not repeated with other changes."""
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
    name: Literal[
        "open",
        "close",
        "message",
        "end_help",
        "look",
        "approve",
        "refuse",
        "suspend",
        "restart",
        "resync",
        "support",
        "update",
        "joined",
    ]
    """`joined`: somebody joined on the phone; `text` is the purchase, `argument` what the phone is known by.
    `support`: collect what support needs, and send it. `update`: change to the release that waits, now."""
    text: str = ""
    """For `message`: what the lane shows to the shopper or staff."""
    argument: str = ""
    by: str = ""
    """Who asked, for the journal."""
    role: str = "attendant"
    """What they are, for what only some may decide (`retail.interventions.words.Role`)."""
    intervention_no: int = 0
    """For `look`, `approve` and `refuse`."""
    reason: str = ""
    """For `approve`, `refuse` and `suspend`: one of the reason codes."""
    measure_seen: int = 0
    """For `approve`: how much it was on their screen."""
    picture_seen: str = ""
    """For `approve`: the name of the picture that was before them; empty: none was."""
    expires_at: int = 0


class QueuePlace(DownMessage, frozen=True, kw_only=True):
    """Where this lane stands among those that wait for staff; 0: nobody is waited for here."""

    place: int


Up = LaneStatus | AlertRaised | AlertCleared | CommandDone
Down = Beat | AlertSeen | FeedMoved | LaneCommand | QueuePlace
