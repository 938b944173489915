"""The shop's list of members at a lane without a store service: whole or not at all, hashed before stored.

Source: `retail.member_file` for the file; docs/coupons.md, "Members".
Invariants: no card, credential or telephone number leaves this module but as a keyed hash; a mistake is named
by line and column and never quotes a key.
"""

import msgspec

from kiosk.database.replica import hashed_key
from retail.member import Member, MemberRules
from retail.member_file import ROWS_MAX, MembersRefusedError, read_member_rows

__all__ = ["ROWS_MAX", "MembersRefusedError", "read_members"]


def read_members(text: str, rules: MemberRules, secret: bytes) -> dict[str, Member]:
    """Members by hashed key. Raises `MembersRefusedError` naming every bad row."""
    found: dict[str, Member] = {}
    for row in read_member_rows(text, rules):
        hashes = [hashed_key(secret, key) for key in row.keys]
        named = row.member
        if not row.is_named:
            named = msgspec.structs.replace(named, member_id=f"m-{hashes[0][:20]}")
        found.update(dict.fromkeys(hashes, named))
    return found
