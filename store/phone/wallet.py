"""What a member has: points, stamp cards, coupons that are theirs, and the balance with its newest entries.

Source: docs/phone.md, "Wallet"; docs/stored-value.md.
Invariants: read only; everything is the member's whose phone asks.
"""

from typing import Any

import msgspec
from litestar import Response, get

from retail.member import Member
from retail.pricing import Pricer
from retail.stored_value.limits import ValueLimits
from retail.terms import Terms
from store.data.people import points
from store.data.stored_value import value_books
from store.front.gate import shopper_of
from store.phone.offers import Told, member_offers
from store.phone.prices import Found, Prices
from store.phone.shell import AnyRequest, Phone
from store.phone.wallet_gateway import STEPS, Gateway
from store.phone.words import Words

ENTRIES_MAX = 20
KINDS = {
    "top_up": "Loaded",
    "issue": "Loaded",
    "refund": "Refund",
    "capture": "Purchase",
    "recover": "Put right",
    "adjust": "Put right",
    "expire": "Expired",
    "close": "Closed",
    "give_back": "Returned",
}
POINTS = {
    "earn": "Earned",
    "spend": "Spent",
    "return": "Returned",
    "expire": "Expired",
    "adjust": "Put right",
}


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A stamp card."""

    name: str
    has: int
    needs: int


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the balance's ledger."""

    text: str
    amount: str
    at: int
    is_in: bool


def routes(phone: Phone, prices: Prices, gateway: Gateway) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get("/phone/wallet", include_in_schema=False)
    async def wallet(request: AnyRequest) -> Response[bytes]:
        """Points, stamps, coupons, balance."""
        who, words, now = shopper_of(request), phone.words(request), phone.front.clock()

        def job(connection: Any) -> tuple[points.Summary, Any]:
            return (
                points.summary(connection, who.member_id, now),
                value_books.of_member(connection, who.member_id),
            )

        summary, statement = await phone.read(job)

        def look(pricer: Pricer, read: Found) -> tuple[list[Card], list[Told], str, ValueLimits]:
            terms, member = pricer.terms, read.member
            worth = _worth(terms, summary.available, words)
            return (
                _cards(terms, member, words),
                member_offers(pricer, member, phone.local(), words),
                worth,
                terms.stored_value,
            )

        cards, offers, worth, limits = await prices.ask((), who, look)
        balance = statement.account if statement is not None else None
        return phone.page(
            request,
            "wallet.html",
            who=who,
            points=summary,
            worth=worth,
            cards=cards,
            offers=offers,
            balance=balance,
            moves=_moves(statement, words),
            loads=[one for one in STEPS if limits.load_min_minor <= one <= limits.load_max_minor]
            if gateway.is_there
            else [],
        )

    return (wallet,)


def _worth(terms: Terms, available: int, words: Words) -> str:
    """What the points pay for; empty where they pay for nothing."""
    spend = terms.points.spend
    if spend is None or not available:
        return ""
    worth = available // spend.points * spend.amount_minor
    return words.amount(worth) if worth else ""


def _cards(terms: Terms, member: Member | None, words: Words) -> list[Card]:
    has = member.stamps if member is not None else {}
    return [
        Card(
            name=one.names.get(words.language) or one.name or one.card,
            has=has.get(one.card, 0),
            needs=one.stamps_needed,
        )
        for one in terms.stamps
    ]


def _moves(statement: value_books.Statement | None, words: Words) -> list[Moved]:
    entries = statement.entries if statement is not None else ()
    return [
        Moved(
            text=words.text(KINDS.get(one.kind, "Put right")),
            amount=words.amount(one.amount_minor),
            at=one.booked_at,
            is_in=one.amount_minor > 0,
        )
        for one in entries
        if one.book == "balance"
    ][:ENTRIES_MAX]
