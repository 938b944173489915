"""Becoming a member at a lane: whole there, or begun there and finished on the phone.

A telephone number travels once, in `JoinHere`, to the service that encrypts it; nothing else here names
anybody.

Source: docs/protocol.md, "Members"; docs/phone.md, "Joining".
Invariants: asking again is safe: one transaction's question makes one member.
"""

from typing import Literal

import msgspec

from retail.member import Member

BEGIN_PATH = "/v1/members/join/begin"
JOIN_PATH = "/v1/members/join"
FIND_PATH = "/v1/members/join/find"
AGREED_MAX = 10
PHONE_MAX = 40
URL_MAX = 400

Reason = Literal["", "known", "consent", "unknown", "unreadable"]


class BeginJoin(msgspec.Struct, frozen=True, kw_only=True):
    """A code that opens the join page of a phone, for this purchase."""

    transaction_id: str
    ask_no: int


class JoinBegun(msgspec.Struct, frozen=True, kw_only=True):
    """200: its address; good for ten minutes."""

    url: str


class JoinHere(msgspec.Struct, frozen=True, kw_only=True):
    """A new member who has typed a telephone number and said what they agree to."""

    transaction_id: str
    ask_no: int
    phone: str
    """As it was typed; the lane has seen that it is one by the shop's rules (`retail.member`)."""
    agreed: tuple[str, ...]
    """Purposes (`retail.agreements`)."""
    language: str

    def __repr__(self) -> str:
        return f"JoinHere({self.transaction_id!r}, {self.ask_no})"


class FindJoined(msgspec.Struct, frozen=True, kw_only=True):
    """Who joined on the phone for this purchase, by what the phone is known by."""

    transaction_id: str
    ask_no: int
    subject: str


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """200: the member, or why there is none."""

    reason: Reason = ""
    member: Member | None = None
