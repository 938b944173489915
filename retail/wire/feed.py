"""What the service feeds to a lane: rows in the order they were committed, per scope, with a checksum.

Source: docs/protocol.md, "Feed down".
Invariants: positions of a scope grow without being reused within a feed epoch; only the newest row of a
(kind, key) is kept; the checksum does not depend on the order rows arrived in.
"""

import hashlib
from typing import Literal

import msgspec

from retail.wire import WIRE

PATH = "/v1/feed/{scope}"
"""Query: `after` (0: from the beginning), `limit`, `wait` (seconds), `wire`, `epoch` (the lane's feed's)."""
SNAPSHOT_PATH = "/v1/snapshot/{scope}"
"""The manifest; of a store's scope, with chain and store in one file. Query: `wire`."""
SNAPSHOT_FILE_PATH = "/v1/snapshot/{scope}/file?sha256={sha256}"
"""The file a manifest names. Takes `Range`."""
LIMIT_MAX = 2_000
WAIT_MAX_S = 25
MODULUS = 1 << 64

Kind = Literal["product", "offer", "terms", "member", "setting", "coupon_used", "staff"]
KINDS: tuple[Kind, ...] = ("product", "offer", "terms", "member", "setting", "coupon_used", "staff")


class FeedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing as it is now, or gone (`op` "delete", empty body)."""

    pos: int
    kind: str
    """One of `KINDS`; a lane skips kinds it does not know."""
    key: str
    op: Literal["put", "delete"]
    body: bytes = b""
    """JSON, exactly as hashed."""
    min_wire: int = 1
    """A lane that speaks less skips the row and counts it."""


class FeedPage(msgspec.Struct, frozen=True, kw_only=True):
    """200: rows after the cursor. Without `more`, `to` is `head` and the checksum holds for the replica."""

    scope: str
    feed_epoch: str
    after: int
    to: int
    head: int
    more: bool
    rows: tuple[FeedRow, ...]
    count: int
    """Living rows of the scope at `head`."""
    checksum: int
    """Sum of their `row_hash`, modulo 2^64, at `head`."""
    server_time: int
    withheld: int = 0
    """Living rows the lane is too old for: not sent, and neither in `count` nor in `checksum`."""
    booked_epoch: int = 0
    booked: int = 0
    """How far the asking lane's own envelopes are counted in rows of members; 0: not at all."""


class SnapshotRequired(msgspec.Struct, frozen=True, kw_only=True):
    """410: the cursor is too old, or the feed began anew. Fetch the snapshot."""

    scope: str
    feed_epoch: str
    reason: str
    """`cursor_too_old` or `feed_epoch_changed`."""


class SnapshotManifest(msgspec.Struct, frozen=True, kw_only=True):
    """Describes a ready-made replica file. Signed as its canonical JSON with an empty `signature`."""

    store_id: str
    feed_epoch: str
    positions: dict[str, int]
    """Scope to the position the file holds."""
    schema: int
    wire: int = WIRE
    size: int
    """Bytes of the file as sent (zstd)."""
    unpacked_size: int
    sha256: str
    """Of the file as sent."""
    unpacked_sha256: str
    made_at: int
    key_id: str = ""
    signature: str = ""
    """Ed25519, base64."""

    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        bare = msgspec.structs.replace(self, signature="")
        return b"snapshot-manifest\n" + msgspec.json.encode(bare, order="deterministic")


def row_hash(kind: str, key: str, body: bytes) -> int:
    """What a living row adds to the checksum."""
    raw = hashlib.sha256(f"{kind}\n{key}\n".encode() + body).digest()
    return int.from_bytes(raw[:8], "big")
