"""What a lane sells by: goods, terms, who is a member. One replica from a purchase's start to its end.

A shop changes its prices and offers while shoppers scan. So that no basket is sold by two price lists, an
assortment is taken as a whole, and replaced only between two shoppers; `TransactionStarted.prices` says by
which one was sold.

Invariants: nothing here changes while a transaction is open; the book of coupons and points is the lane's own
and outlives every assortment.
"""

from collections.abc import Callable
from typing import Protocol

import msgspec

from kiosk.checkout.staff import Nobody, StaffDirectory
from retail.campaigns import Left
from retail.catalogue import Catalogue
from retail.credential.code import Credential
from retail.credential.number import Number
from retail.credential.reasons import Reason
from retail.member import Member, MemberKey
from retail.priced import PricedBasket
from retail.pricing import Basket
from retail.stored_value.limits import ValueRisked
from retail.terms import Terms


class MemberDirectory(Protocol):
    """Who is a member, as last told by the shop."""

    def find(self, key: MemberKey) -> Member | None:
        """The member with this credential, card or phone number, or None."""


class ShownDirectory(Protocol):
    """Whose phone shows a live code or number (`kiosk.app.members.CountedMembers`)."""

    def by_code(self, credential: Credential, utc: str, use: str) -> Member | Reason:
        """Whose code it is at a moment, shown for the transaction `use`; why it does not count, else."""

    def by_number(self, typed: Number, utc: str, use: str) -> Member | Reason:
        """Whose short number it is."""

    def order(self, credential: Credential, utc: str) -> Reason | None:
        """Why the code of an order does not count at a moment; None: it does."""


class NothingShown:
    """A lane that believes no code of a phone."""

    def by_code(self, credential: Credential, utc: str, use: str) -> Member | Reason:
        """No key is known."""
        del credential, utc, use
        return Reason.UNKNOWN_KEY

    def by_number(self, typed: Number, utc: str, use: str) -> Member | Reason:
        """Nobody's number is open."""
        del typed, utc, use
        return Reason.UNKNOWN

    def order(self, credential: Credential, utc: str) -> Reason | None:
        """No key is known."""
        del credential, utc
        return Reason.UNKNOWN_KEY


class Pricer(Protocol):
    """What a basket costs (`retail.pricing.Pricer`)."""

    def price(self, basket: Basket) -> PricedBasket:
        """A valid price at once; `is_final` says whether it is the best one."""

    def finish(self, basket: Basket) -> PricedBasket:
        """The final price; afterwards `price` gives it, too."""

    def forget(self) -> None:
        """Keep nothing of the last basket and its shopper."""


class CouponBook(Protocol):
    """The lane's durable memory of what it gave, over all purchases and restarts (`kiosk.database.book`)."""

    def is_used(self, redemption_key: str) -> bool:
        """Whether this paper was redeemed on this lane."""

    def risked_on(self, day: str) -> int:
        """Coupons accepted on this local day (ISO) that only the store could have vouched for."""

    def value_risked(self, card_key: str, day: str) -> ValueRisked:
        """What this lane took without asking on a local day (ISO): of a gift card, and of how many others."""

    def points_spent(self, member_id: str, since: str) -> int:
        """Points a member spent on this lane after `since` (UTC, ISO 8601)."""


class Assortment(msgspec.Struct, frozen=True, kw_only=True):
    """One replica of the shop's data, opened."""

    catalogue: Catalogue
    terms: Terms
    pricer: Pricer
    members: MemberDirectory
    shown: ShownDirectory = NothingShown()
    staff: StaffDirectory = Nobody()
    mark: str
    """Names exactly these prices and terms; journalled with each transaction."""
    told_at: str = ""
    """When the shop told the members' balances; UTC, ISO 8601."""
    pin: Callable[[int], None] = lambda at: None
    """Sell goods as they are at a moment (microseconds since 1970, UTC); called between two shoppers."""
    campaigns: Callable[[str], Left | None] = lambda utc: None
    """What this lane has left of campaigns at a moment (UTC, ISO 8601); None: it is fed by no store."""
    card_secret: bytes = b""
    """Numbers of gift cards are hashed with it (`retail.stored_value.number`). Empty: none are taken."""
    secret: bytes = b""
    """Signs the coupons handed out for the next visit; empty: none are handed out."""
