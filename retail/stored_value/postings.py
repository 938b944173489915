"""Double-entry postings: each moves an amount between a customer's balance and the house, and sums to zero.

A customer's balance is what the house owes. So whatever changes it stands in a second book as well: money
that came in, money that was spent, what was lost, what expired. The books of the house have no row that would
be locked: what is in one is the sum of its legs.

Source: docs/stored-value.md, "The ledger".
Invariants: frozen; the legs of a posting sum to zero; a posting is named by its writer, and counts once.
"""

from typing import Literal

import msgspec

from retail.check import require
from retail.money import AMOUNT_MAX_MINOR

Kind = Literal["issue", "top_up", "capture", "refund", "adjust", "expire", "recover", "close", "give_back"]
Book = Literal["balance", "paid_in", "spent", "loss", "adjusted", "breakage", "unclaimed"]
BOOKS: dict[Book, str] = {
    "balance": "What the customer has.",
    "paid_in": "Money that came in for it.",
    "spent": "What paid for goods.",
    "loss": "Spent without being there: the shop's loss.",
    "adjusted": "Put right by staff.",
    "breakage": "Expired.",
    "unclaimed": "Left by somebody who asked to be forgotten.",
}
"""In words for staff. Every leg outside `balance` is the house's."""
NAME_MAX = 200


class Leg(msgspec.Struct, frozen=True, kw_only=True):
    """One book's part of a posting. Positive: the book gets it."""

    book: Book
    amount_minor: int

    def __post_init__(self) -> None:
        require(0 < abs(self.amount_minor) <= AMOUNT_MAX_MINOR, "a leg moves an amount")


class Posting(msgspec.Struct, frozen=True, kw_only=True):
    """What moved, and between which books."""

    posting_id: str
    kind: Kind
    legs: tuple[Leg, ...]

    def __post_init__(self) -> None:
        require(
            0 < len(self.posting_id) <= NAME_MAX, f"a posting has a name of at most {NAME_MAX} characters"
        )
        require(sum(leg.amount_minor for leg in self.legs) == 0, "the legs of a posting sum to zero")
        require(len(self.legs) >= 2, "a posting has two sides")
        require(len({leg.book for leg in self.legs}) == len(self.legs), "a posting has one leg in each book")

    @property
    def change_minor(self) -> int:
        """By how much the customer's balance changes."""
        return sum(leg.amount_minor for leg in self.legs if leg.book == "balance")


def posting(posting_id: str, kind: Kind, **amounts: int) -> Posting:
    """A posting from amounts by book; books that get nothing are left out.

    >>> posting("t1:capture", "capture", balance=-700, loss=-300, spent=1000).change_minor
    -700
    """
    legs = tuple(Leg(book=book, amount_minor=amounts[book]) for book in BOOKS if amounts.get(book, 0))
    require(amounts.keys() <= BOOKS.keys(), "a leg stands in a book")
    return Posting(posting_id=posting_id, kind=kind, legs=legs)
