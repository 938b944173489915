"""Rounding and sharing out, in integers, by a declared policy.

Shops, countries and peers round differently; a policy says how, and nothing else in the engine decides it.

Invariants: the parts always add up to the whole; no part exceeds its limit; no float.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from retail.check import require

Mode = Literal["half_up", "half_down", "half_even", "up", "down", "none"]
"""`none` is for figures that need no rounding; anything else is rounded half up."""


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """How this shop rounds and shares out. The defaults are ours."""

    mode: Mode = "half_up"
    at: Literal["line", "total"] = "total"
    """Where a percentage over several lines is rounded: once per line, or once per promotion."""
    spread: Literal["largest_remainder", "last"] = "largest_remainder"
    """Where the last minor unit of a shared amount goes."""
    basket_spread: Literal["largest_remainder", "last"] | None = None
    """The same for amounts over the whole basket, where a shop does it differently."""
    basket_weights: Literal["price", "price_with_tax"] = "price"
    """What an amount over the whole basket is shared by. Differs only where prices exclude tax."""
    item_layer: Literal["best", "priority"] = "best"
    """The best combination for the customer with one offer per unit, or the retailer's order."""
    basket_layer: Literal["best", "priority"] = "best"
    """The same for basket offers and coupons, which stack: the best order, or the retailer's."""


OURS = Policy()


def divide(numerator: int, denominator: int, mode: Mode = "half_up") -> int:
    """`numerator / denominator` in integers; ties and direction by `mode`, symmetrical around zero."""
    quotient, rest = divmod(abs(numerator), denominator)
    if rest:
        double = 2 * rest
        if mode == "up":
            quotient += 1
        elif mode == "half_down":
            quotient += double > denominator
        elif mode == "half_even":
            quotient += double > denominator or (double == denominator and quotient % 2 == 1)
        elif mode != "down":
            quotient += double >= denominator
    return quotient if numerator >= 0 else -quotient


def share(amount: int, weights: Sequence[int], *, last: bool = False, mode: Mode = "half_up") -> list[int]:
    """Share `amount` >= 0 by weight; with `last` each share is rounded and the last one takes the rest.

    All weights zero: everything to the first share. Equal remainders go to the earlier share.
    """
    total = sum(weights)
    if total == 0:
        return [amount] + [0] * (len(weights) - 1)
    if last:
        return _share_last(amount, weights, total, mode)
    shares = [amount * weight // total for weight in weights]
    missing = amount - sum(shares)
    if missing:
        rest = [-(amount * weight % total) for weight in weights]
        for index in sorted(range(len(weights)), key=rest.__getitem__)[:missing]:
            shares[index] += 1
    return shares


def _share_last(amount: int, weights: Sequence[int], total: int, mode: Mode) -> list[int]:
    final = max(index for index, weight in enumerate(weights) if weight)
    shares = []
    left = amount
    for index, weight in enumerate(weights):
        part = left if index == final else min(left, divide(amount * weight, total, mode))
        shares.append(part)
        left -= part
    return shares


def share_within(
    amount: int, weights: Sequence[int], limits: Sequence[int], *, last: bool = False, mode: Mode = "half_up"
) -> list[int]:
    """Share by weight, no share above its limit; what one cannot take moves to the others.

    `amount` above the sum of the limits is refused: the caller caps it first.
    """
    require(amount <= sum(limits), "a shared amount fits into the limits of its shares")
    shares = [0] * len(weights)
    open_ = [index for index, limit in enumerate(limits) if limit > 0]
    left = amount
    while left and open_:
        sub = [weights[index] for index in open_]
        if not any(sub):
            sub = [limits[index] for index in open_]
        total = sum(sub)
        over = [i for i, w in zip(open_, sub, strict=True) if left * w > limits[i] * total]
        if over:
            for index in over:
                shares[index] = limits[index]
                left -= limits[index]
            open_ = [index for index in open_ if index not in over]
            continue
        parts = share(left, sub, last=last, mode=mode)
        excess = 0
        for index, part in zip(open_, parts, strict=True):
            shares[index] = min(part, limits[index])
            excess += part - shares[index]
        for index in open_ if excess else ():
            step = min(excess, limits[index] - shares[index])
            shares[index] += step
            excess -= step
        left = 0
    return shares
