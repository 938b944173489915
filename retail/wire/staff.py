"""Who works here, as lanes know it: one feed row (`staff`) per account of the store.

A badge is known by a keyed hash, as members' cards are (`retail.wire.replica.MEMBER_KEY`, kind `badge`); a
PIN by its argon2id hash. A closed account stays in the feed as revoked, so that its badge is told from a
piece of plastic, and journals written years ago still say a name.

Source: docs/protocol.md, "Staff".
Invariants: neither a badge nor a PIN stands in a row.
"""

import hashlib
import hmac
from typing import Annotated, Literal

import msgspec

KIND = "staff"
"""Of the feed rows; their key is the staff id."""
BADGE_KIND = "badge"
"""What a badge is hashed as."""
NUMBER = r"[0-9]{2,8}"
"""What somebody types before their PIN."""


class StaffRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Body of a row."""

    staff_id: str
    name: str
    role: Literal["attendant", "manager", "support"]
    number: Annotated[str, msgspec.Meta(pattern=f"^({NUMBER})?$")] = ""
    """Empty: no way in by PIN."""
    badge: str = ""
    """HMAC-SHA256 in hex; empty: no badge."""
    pin: str = ""
    """argon2id in its usual text form; empty: no PIN."""
    is_revoked: bool = False
    """The account is closed: nothing opens it."""


def badge_hash(secret: bytes, badge: str) -> str:
    """What a badge is known by; `secret` is the lanes' (`retail.wire.replica.MEMBER_KEY`)."""
    return hmac.new(secret, f"{BADGE_KIND}:{badge}".encode(), hashlib.sha256).hexdigest()
