"""Goods that come back: what is left to give back of a sale, a hold on it, and letting go of that.

The service decides what may still come back, so that no two lanes give back the same; the lane moves the
money and says so in its journal.

Source: docs/protocol.md, "Returns".
Invariants: a return is asked for under a name of its own, and the same name gets the same answer; amounts are
whole minor units of the sale's currency.
"""

from typing import Annotated, Literal

import msgspec

from retail.card import CardResult
from retail.check import require

FIND_PATH = "/v1/returns/find"
CLAIM_PATH = "/v1/returns/claim"
RELEASE_PATH = "/v1/returns/release"
LINES_MAX = 500
TOKEN_MAX = 64
WHY_MAX = 40

ReturnTender = Literal["card", "wallet", "value", "points"]
Verdict = Literal["held", "used", "refused"]


class FindSale(msgspec.Struct, frozen=True, kw_only=True):
    """Which sale a receipt is of."""

    token: str
    """What the receipt's code says; or the last characters of it, as many as tell it apart."""
    by: str
    """Who of the staff asks."""


class SoldLinked(msgspec.Struct, frozen=True, kw_only=True):
    """A deposit, or what else was linked to each unit of a line."""

    tax_rate_bp: int
    amount_minor: int


class SoldLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the sale, as far as it may still come back."""

    line_id: int
    key: str
    """GTIN-14."""
    names: dict[str, str]
    quantity: int
    """Sold."""
    left: int
    """Of them, not given back yet."""
    unit_minor: tuple[int, ...] = ()
    """What each unit that is left was paid, deposit included; dearest first. They go back in this order."""
    tax_letter: str = ""
    tax_rate_bp: int = 0
    linked: tuple[SoldLinked, ...] = ()
    """Of one unit, part of what was paid for it."""
    category: str = ""
    weight_g: int | None = None


class SoldTender(msgspec.Struct, frozen=True, kw_only=True):
    """What paid for the sale, and what of it may still go back there."""

    tender: ReturnTender
    attempt_id: str = ""
    """Of a card's or a wallet's payment."""
    amount_minor: int
    left_minor: int
    card: CardResult | None = None
    wallet: str = ""
    account_id: str = ""
    """Of stored value."""
    last_digits: str = ""
    points: int = 0


class SoldSale(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer to `FindSale`. `held`: goods may come back; `used`: none left; `refused`: no sale."""

    token: str
    verdict: Verdict
    transaction_id: str = ""
    number: int = 0
    lane: str = ""
    sold_at: str = ""
    """Local time, ISO 8601 with offset."""
    currency: str = ""
    lines: tuple[SoldLine, ...] = ()
    tenders: tuple[SoldTender, ...] = ()
    account_id: str = ""
    """Of a top-up: the balance that was loaded. Its one line is what of it may still go back."""


class ReturnedLine(msgspec.Struct, frozen=True, kw_only=True):
    """Units of a line that come back."""

    line_id: int
    quantity: Annotated[int, msgspec.Meta(ge=1)]

    def __post_init__(self) -> None:
        require(self.quantity >= 1, "something comes back")


class ClaimReturn(msgspec.Struct, frozen=True, kw_only=True):
    """Hold these units for one return; nobody else may give them back."""

    return_id: str
    of_transaction_id: str
    lines: tuple[ReturnedLine, ...]
    by: str
    why: str


class ReturnPart(msgspec.Struct, frozen=True, kw_only=True):
    """What goes back to one means of payment."""

    tender: ReturnTender
    amount_minor: int
    attempt_id: str = ""
    card: CardResult | None = None
    """The payment, where all of it goes back and it was made at the terminal of the lane that asks: it is
    taken back without the card. None: the card is presented."""
    wallet: str = ""
    account_id: str = ""
    last_digits: str = ""
    points: int = 0


class ReturnHold(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer to `ClaimReturn`. `held`: give back these parts; else why not."""

    return_id: str
    verdict: Verdict
    reason: str = ""
    amount_minor: int = 0
    parts: tuple[ReturnPart, ...] = ()


class ReleaseReturn(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing of it was given back, and nothing will be."""

    return_id: str
