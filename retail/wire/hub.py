"""The shop's own hub: what it is told by the service, and how a lane and it speak without the service.

A hub is a small machine in the shop's network where staff see and decide what lanes wait for while the
service is away. While the service is there it fetches one signed list (`HubShop`): the lanes with their keys,
the people with their PINs, and a paper that says who the hub is (`HubVoucher`). A lane that cannot reach the
service opens one WebSocket to the hub and speaks the live channel's own words (`retail.wire.live`) on it.

Neither trusts the network in between: the lane believes the voucher, because the service has signed it, and
the hub the lane, because its key is on the list. Every frame is signed over everything that makes it this
one: which way, which line (a random word of each side), the how manieth. A frame that was changed, repeated,
left out or made by somebody else ends the line.

    lane  GET /v1/hub/live, x-terminal, x-nonce  ->  hub
    lane  <-  frame 0: HubHello                      the lane checks voucher and signature
    lane  frame 0: empty  ->                         the hub checks the signature: now each knows the other
    lane  <->  frames 1, 2, 3...: `Up` and `Down`

Source: docs/protocol.md, "Without the service"; docs/security.md, "Hub".
Invariants: pure; a frame is never longer than FRAME_MAX.
"""

from typing import Literal

import msgspec

from retail.wire.live import MESSAGE_MAX
from retail.wire.staff import StaffRow

SHOP_PATH = "/v1/hub/shop"
"""At the service, for hubs: `HubShop`."""
LINE_PATH = "/v1/hub/live"
"""At the hub, for lanes: a WebSocket."""
SIGNATURE_SIZE = 88
"""Characters of an Ed25519 signature in base64."""
FRAME_MAX = MESSAGE_MAX + SIGNATURE_SIZE
VOUCHER_LIFE_S = 14 * 24 * 3600
"""How long a voucher counts: longer than any outage that is not looked after, and the time a hub that was
revoked is believed by lanes that hear nothing of it."""
HELLO_S = 5.0
"""How long each side waits for the other's first frame."""
NONCE = r"[A-Za-z0-9_-]{16,64}"

Way = Literal["up", "down"]


class HubLane(msgspec.Struct, frozen=True, kw_only=True):
    """A lane that a hub listens to."""

    terminal_id: str
    number: int
    name: str
    keys: tuple[str, ...]
    """Ed25519, raw 32 bytes, base64."""


class HubPerson(StaffRow, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who may decide at a hub: what lanes know of them, and their login for the journal."""

    login: str


class HubVoucher(msgspec.Struct, frozen=True, kw_only=True):
    """The service's word to lanes: this is the hub of your store. Signed as `signed_bytes`."""

    store_id: str
    hub_id: str
    keys: tuple[str, ...]
    """The hub's, Ed25519, raw 32 bytes, base64."""
    made_at: int
    until: int
    """Microseconds since 1970 (UTC), as every time here."""
    key_id: str = ""
    signature: str = ""
    """Ed25519, base64."""

    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        bare = msgspec.structs.replace(self, signature="")
        return b"hub-voucher\n" + msgspec.json.encode(bare, order="deterministic")


class HubShop(msgspec.Struct, frozen=True, kw_only=True):
    """200: everything a hub knows. Signed as `signed_bytes`."""

    store_id: str
    name: str
    """What the shop is called."""
    currency: str
    language: str
    timezone: str
    made_at: int
    lanes: tuple[HubLane, ...]
    people: tuple[HubPerson, ...]
    """With an account that is open."""
    badge_secret: str
    """Hex; what badges are hashed with."""
    pictures_s: int
    """How long an item's picture is kept; 0: none is."""
    voucher: HubVoucher
    key_id: str = ""
    signature: str = ""

    def __repr__(self) -> str:
        return f"HubShop(store_id={self.store_id!r}, made_at={self.made_at}, lanes={len(self.lanes)})"

    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        bare = msgspec.structs.replace(self, signature="")
        return b"hub-shop\n" + msgspec.json.encode(bare, order="deterministic")


class HubHello(msgspec.Struct, frozen=True, kw_only=True):
    """A hub's first frame."""

    voucher: HubVoucher
    nonce: str
    server_time: int
    """By the hub's clock, which is the service's as it last was told."""


def session_of(terminal_id: str, lane_nonce: str, hub_id: str, hub_nonce: str) -> str:
    """What names one line: who speaks, and a random word of each."""
    return f"{terminal_id}\n{lane_nonce}\n{hub_id}\n{hub_nonce}"


def frame_bytes(way: Way, session: str, number: int, body: str) -> bytes:
    """What a frame's signature is over. `number` counts the frames of a way from 0."""
    return f"hub-line\n{way}\n{session}\n{number}\n{body}".encode()


def frame(signature: str, body: str) -> str:
    """A frame as it is sent."""
    return signature + body


def opened(text: str) -> tuple[str, str]:
    """Signature and body of a frame; what is too short for a signature verifies as nobody's."""
    return text[:SIGNATURE_SIZE], text[SIGNATURE_SIZE:]
