"""Which units stand behind an offer besides those it lowers: a unit backs one maker's coupon, never two.

A coupon "1.00 off shampoo when you buy two soaps" needs the soaps. Without them it gives nothing, so they are
its qualifiers: no second maker's coupon may count on them, and they carry its record, though they keep their
price.

Source: docs/offers.md, "Coupons"; the rule is the trade's (one manufacturer coupon per item purchased).
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from retail.promotions.index import Ready
from retail.promotions.offer import EVERYTHING, MinQuantity
from retail.promotions.standing import BACKING, USED, Standing, Take


class Fitting(Protocol):
    """A unit's memory of which places of which offers it fits."""

    @property
    def bits(self) -> Mapping[int, int]:
        """Offer's rank to bits."""

    @property
    def counts(self) -> bool:
        """Whether it counts for thresholds."""


def marks_of(ready: Ready) -> int:
    """What the offer leaves on units it uses, and what closes units to it.

    A maker's coupon over everything in the basket names no goods, so it uses none up.
    """
    offer = ready.offer
    marks = USED if offer.consumes else 0
    if offer.layer == "coupon" and offer.funder == "maker" and EVERYTHING not in ready.payable_selectors:
        marks |= BACKING
    return marks


def qualifiers(
    ready: Ready,
    pools: Sequence[Sequence[int]],
    takes: Sequence[Take],
    standing: Standing,
    fitting: Sequence[Fitting],
) -> list[Take]:
    """The units its basket tests needed besides those in `takes`; least wanted first."""
    used = {take.unit for take in takes}
    found: list[Take] = []
    for test, place in ready.basket_tests:
        if test.of == EVERYTHING:
            continue
        counted = [unit for unit in pools[place] if fitting[unit].counts]
        if isinstance(test, MinQuantity):
            worth = dict.fromkeys(counted, 1)
            missing = test.quantity
            waiting = sorted(counted, key=lambda unit: (len(fitting[unit].bits), standing.left[unit]))
        else:
            prices = standing.list_prices if test.basis == "list" else standing.left
            worth = {unit: prices[unit] for unit in counted}
            for take in takes if test.basis == "left" else ():
                if take.unit in worth:
                    worth[take.unit] += take.amount_minor  # the test looked at it before
            missing = test.amount_minor
            waiting = sorted(counted, key=lambda unit: -worth[unit])
        missing -= sum(worth[unit] for unit in counted if unit in used)
        for unit in waiting:
            if missing <= 0:
                break
            if unit not in used:
                used.add(unit)
                missing -= worth[unit]
                found.append(Take(unit, 0, is_reward=False))
    return found
