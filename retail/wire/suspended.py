"""Baskets that were put aside: taken over once, by the lane that asks first.

Source: docs/protocol.md, "Suspended baskets".
"""

from typing import Literal

import msgspec

CLAIM_PATH = "/v1/suspended/claim"
LINES_MAX = 500


class SuspendedGoods(msgspec.Struct, frozen=True, kw_only=True):
    """One line of such a basket."""

    key: str
    """GTIN-14."""
    quantity: int = 1
    weight_g: int | None = None
    price_minor: int | None = None
    """Only where the code or staff said the price: it is looked up anew otherwise."""
    is_marked_down: bool = False
    best_before: str = ""
    """ISO 8601 date that the code told, where an offer looks at it."""


class ClaimSuspended(msgspec.Struct, frozen=True, kw_only=True):
    """Take over a basket. Asking again from the same lane gives it again."""

    token: str
    """Its whole token, or the last characters of it, as many as tell it apart."""
    by: str
    """Who of the staff asks."""


class SuspendedBasket(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer. `held`: this lane's now; `used`: another lane took it; `refused`: there is none."""

    token: str
    verdict: Literal["held", "used", "refused"]
    of_transaction_id: str = ""
    lines: tuple[SuspendedGoods, ...] = ()
