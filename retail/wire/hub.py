"""What a hub takes and is told: a small machine in the shop that shows alerts when the service is away.

A lane that cannot reach the service posts its open alerts to the hub of its shop, every beat while they are
open, signed with its key like any request (`retail.wire.identity`) but without a token. The hub knows the
lanes' keys from a list that the service has signed.

Source: docs/protocol.md, "Live channel"; docs/security.md, "Hub".
"""

import msgspec

from retail.wire.live import AlertRaised

LANES_PATH = "/v1/hub/lanes"
"""At the service, for hubs: `HubLanes`."""
ALERTS_PATH = "/v1/alerts"
"""At the hub, for lanes: a POST of `LaneAlerts`, answered by `AlertsTaken`."""
ALERTS_MAX = 50
"""Of one lane at once."""
NEWS_MAX = 64 * 1024
"""Bytes of a POST."""
SILENT_BEATS = 4
"""After so many beats without news of a lane, its alerts are shown as uncertain."""


class HubLane(msgspec.Struct, frozen=True, kw_only=True):
    """A lane whose alerts the hub takes."""

    terminal_id: str
    name: str
    keys: tuple[str, ...]
    """Ed25519, raw 32 bytes, base64."""


class HubLanes(msgspec.Struct, frozen=True, kw_only=True):
    """200: the lanes of the hub's store. Signed as its canonical JSON with an empty `signature`."""

    store_id: str
    name: str
    """What the shop is called."""
    made_at: int
    lanes: tuple[HubLane, ...]
    key_id: str = ""
    signature: str = ""
    """Ed25519, base64."""

    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        bare = msgspec.structs.replace(self, signature="")
        return b"hub-lanes\n" + msgspec.json.encode(bare, order="deterministic")


class LaneAlerts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a lane wants people for, now. What is not in it any more is over."""

    alerts: tuple[AlertRaised, ...]


class AlertsTaken(msgspec.Struct, frozen=True, kw_only=True):
    """200: shown to the attendants who are looking."""

    shown_to: int
    """How many screens are listening; 0: nobody sees it."""
    server_time: int
    """By the hub's clock."""
