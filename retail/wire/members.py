"""Asking for a member whom the lane's replica does not know (yet).

Source: docs/protocol.md, "Members".
"""

import msgspec

from retail.member import Member

MEMBER_PATH = "/v1/members/lookup"


class FindMember(msgspec.Struct, frozen=True, kw_only=True):
    """Who is it?"""

    key: str
    """HMAC-SHA256 in hex, as in the replica (`retail.wire.replica.MEMBER_KEY`)."""


class FoundMember(msgspec.Struct, frozen=True, kw_only=True):
    """200: the member, or nobody."""

    member: Member | None = None
