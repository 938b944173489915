"""Members at a lane: its shop's list where there is no store service, and what they bought here since.

A list is taken whole or not at all, hashed before it is stored. What a member bought at this lane counts from
the payment on, whether or not the shop has heard of it. A live code or number of a phone names a member only
after `kiosk.app.shown` has looked at it.

Source: `retail.member_file` for the file; docs/coupons.md, "Members", "Limits per member";
docs/credential.md.
Invariants: no card, credential or telephone number leaves this module but as a keyed hash; a mistake is named
by line and column and never quotes a key; a purchase counts once.
"""

from collections.abc import Callable, Collection, Sequence

import msgspec

from kiosk.app.shown import ShownMembers
from kiosk.checkout.assortment import MemberDirectory
from kiosk.database.book import Purchase, Told
from kiosk.database.replica import hashed_key
from retail.credential.code import Credential
from retail.credential.number import Number
from retail.credential.reasons import Reason
from retail.member import Member, MemberKey, MemberRules
from retail.member_file import ROWS_MAX, MembersRefusedError, read_member_rows
from retail.member_limits import together, uses_of

__all__ = ["ROWS_MAX", "CountedMembers", "MembersRefusedError", "Purchases", "read_members"]

Purchases = Callable[[str, Told], Sequence[Purchase]]
"""What a member bought here that what was told does not count (`kiosk.database.book.LaneBook.purchases`)."""


class CountedMembers:
    """The members of a replica, each with what they bought at this lane since it was told."""

    def __init__(
        self,
        members: MemberDirectory,
        told: Told,
        limited: Collection[str],
        purchases: Purchases,
        shown: ShownMembers | None = None,
    ) -> None:
        """`limited`: offers with a limit per member. Without `shown` no live code counts here."""
        self._shown = shown
        self._members = members
        self._told = told
        self._limited = limited
        self._purchases = purchases

    def find(self, key: MemberKey) -> Member | None:
        """The member with this credential, card or phone number, or None."""
        member = self._members.find(key)
        bought = self._purchases(member.member_id, self._told) if member is not None else ()
        return with_purchases(member, bought, self._limited) if member is not None and bought else member

    def by_code(self, credential: Credential, utc: str, use: str) -> Member | Reason:
        """Whose live code this is at a moment (UTC, ISO 8601); why it does not count, else.

        `use` names the transaction it is shown for: the same code counts for the same one again.
        """
        if self._shown is None:
            return Reason.UNKNOWN_KEY
        return self._member(self._shown.by_code(credential, utc, use))

    def by_number(self, typed: Number, utc: str, use: str) -> Member | Reason:
        """Whose short number this is; why it does not count, else."""
        if self._shown is None:
            return Reason.UNKNOWN
        return self._member(self._shown.by_number(typed, utc, use))

    def order(self, credential: Credential, utc: str) -> Reason | None:
        """Why the code of an order does not count at a moment; None: it does."""
        return self._shown.order(credential, utc) if self._shown is not None else Reason.UNKNOWN_KEY

    def _member(self, key: MemberKey | Reason) -> Member | Reason:
        if isinstance(key, Reason):
            return key
        return self.find(key) or Reason.UNKNOWN


def with_purchases(member: Member, bought: Sequence[Purchase], limited: Collection[str]) -> Member:
    """The member after these purchases, oldest first."""
    uses = list(member.uses)
    stamps = dict(member.stamps)
    for purchase in bought:
        stamps.update(purchase.stamps)
        if purchase.priced is not None:
            uses.extend(uses_of(purchase.priced, limited, purchase.day))
    number = member.order_number
    return msgspec.structs.replace(
        member,
        uses=together(uses),
        stamps=stamps,
        order_number=number + len(bought) if number is not None else None,
    )


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
