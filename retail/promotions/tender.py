"""What happens to the total after all offers: cash rounding, gift cards, a discount for the shop's own card.

None of these is an offer: the tax base stays as it is, and each is its own line.

Invariants: integers only; what a gift card pays never exceeds what is due or what it holds.
"""

from typing import Literal

from retail.check import require
from retail.promotions.rounding import divide

CashMethod = Literal["nearest", "nearest_half_up", "nearest_half_down", "up", "down"]


def round_cash(amount_minor: int, step_minor: int, method: CashMethod = "nearest") -> int:
    """The amount due in coins of `step_minor`; change due rounds by the same rule. Source: form 55.

    >>> round_cash(998, 5)
    1000
    """
    require(step_minor > 0, "the smallest coin is worth something")
    modes = {"nearest": "half_up", "nearest_half_up": "half_up", "nearest_half_down": "half_down"}
    require(method in modes or method in ("up", "down"), "cash is rounded by a known method")
    mode = modes.get(method, method)
    return step_minor * divide(amount_minor, step_minor, mode)  # type: ignore[arg-type]


def cash_rounding(amount_minor: int, step_minor: int, method: CashMethod = "nearest") -> int:
    """The rounding line of a receipt: what is added to (or, negative, taken off) the total."""
    return round_cash(amount_minor, step_minor, method) - amount_minor


def pay_from_card(due_minor: int, balance_minor: int) -> tuple[int, int]:
    """What a gift card pays and what stays due. Source: form 54."""
    require(due_minor >= 0 and balance_minor >= 0, "neither a debt nor a card's balance is negative")
    paid = min(due_minor, balance_minor)
    return paid, due_minor - paid
