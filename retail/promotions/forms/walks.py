"""One place from a form to its machine, or to its gain per unit where units stand alone."""

from collections.abc import Sequence

from retail.promotions.forms.walk import SCALE, Piece, Walk
from retail.promotions.forms.walk_counts import Counted, OnePrice, Purse, Sets, Steps
from retail.promotions.forms.walk_floors import Floored, floors_matter
from retail.promotions.forms.walk_groups import Blocks, BuyThenGet, Payers, Slots
from retail.promotions.offer import (
    Amount,
    AmountEach,
    Bundle,
    BuyGet,
    DistinctSet,
    FirstAdditional,
    GroupPrice,
    Ladder,
    NewPrice,
    NthUnit,
    Percent,
    PercentOfTotal,
    PerGroup,
    SetTotal,
)


def walks_for(form: object, pools: Sequence[Sequence[Piece]], times: int | None) -> list[Walk]:
    """The machines for a form over its places' pieces, mostly one; none where each unit stands alone."""
    match form:
        case GroupPrice() | Bundle() if floors_matter(form, pools):
            return [Floored(form, times)]
        case NthUnit(grouping="retailer"):
            count = len(pools[0]) // form.quantity
            count = count if times is None else min(count, times)
            cheapest = sorted(pools[0], key=lambda piece: piece.price)[: count * form.rewarded]
            return [Payers(form, frozenset(piece.unit for piece in cheapest), times)]
        case NthUnit() | GroupPrice() | PerGroup():
            return [Blocks(form, times)]
        case BuyGet():
            return [BuyThenGet(form, *_given(form, pools, times), times)]
        case Bundle():
            most = min(len(pool) // slot.quantity for pool, slot in zip(pools, form.slots, strict=True))
            return [Slots(form, most, times)]
        case DistinctSet():
            return [Sets(form, step) for step in range(len(form.steps))]
        case Ladder():
            return [Steps(form)]
        case FirstAdditional():
            return [Counted(form)]
        case Amount():
            return [Purse(form.amount_minor * SCALE, None)]
        case PercentOfTotal():
            caps = [] if form.cap_minor is None else [form.cap_minor * SCALE]
            caps += [] if form.upto_minor is None else [form.upto_minor * form.percent_bp]
            return [Purse(min(caps), form.percent_bp)] if caps else []
        case SetTotal():
            return [OnePrice(form)]
    return []


def _given(form: BuyGet, pools: Sequence[Sequence[Piece]], times: int | None) -> tuple[frozenset[int], int]:
    """The units that may be given, picked as the offer says, and the groups the basket holds.

    As many units as all groups together could give, and those that cost the same as the last of them.
    """
    buy, get = pools
    either = {piece.unit for piece in buy} | {piece.unit for piece in get}
    groups = min(len(get) // form.get_quantity, len(either) // (form.buy_quantity + form.get_quantity))
    groups = groups if times is None else min(groups, times)
    ordered = sorted(get, key=lambda piece: piece.price, reverse=form.pick == "dearest")
    count = groups * form.get_quantity
    while 0 < count < len(ordered) and ordered[count].price == ordered[count - 1].price:
        count += 1
    return frozenset(piece.unit for piece in ordered[:count]), groups


def alone(form: object, piece: Piece) -> int:
    """The exact gain of a form that takes each unit by itself."""
    match form:
        case Percent() | PercentOfTotal():
            return min(piece.price * form.percent_bp, piece.room * SCALE)
        case AmountEach():
            return min(form.amount_minor, piece.room) * SCALE
        case NewPrice():
            return max(0, min(piece.price - form.price_minor, piece.room)) * SCALE
    return 0
