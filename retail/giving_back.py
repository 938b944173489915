"""What is left of units and tenders once some of a sale came back, and where money that goes back belongs.

Units of a line go back dearest first. What was given for them may be more or less than they cost: a hold for
a dearer unit was let go, or staff stopped in the middle of a unit. The difference moves to the units that are
left, so that what was given and what is left always come to what was paid.

Source: docs/protocol.md, "Returns".
Invariants: pure; no unit and no tender goes below nothing; parts add up to the amount, or there are none.
"""

from collections.abc import Iterable, Sequence

import msgspec

from retail.check import require
from retail.wire.returns import ReturnedLine, ReturnTender, SoldLine

_ORDER: dict[ReturnTender, int] = {"card": 0, "wallet": 0, "value": 1, "points": 2}
"""Real money first; among it the order in which it was paid."""


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """A tender as far as money may still go back to it."""

    key: str
    tender: ReturnTender
    left_minor: int
    points: int = 0
    """Points left, of those that paid."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What goes back to one tender."""

    key: str
    amount_minor: int
    points: int = 0


class BackLine(msgspec.Struct, frozen=True, kw_only=True):
    """What came back of a line, and what was given for it."""

    line_id: int
    quantity: int
    """Units that were paid back whole."""
    goods_minor: int
    linked: tuple[tuple[int, int], ...] = ()
    """Tax rate and amount of deposits and the like."""

    @property
    def linked_minor(self) -> int:
        """Deposits and the like together."""
        return sum(amount for _, amount in self.linked)

    @property
    def amount_minor(self) -> int:
        """All that was given for it."""
        return self.goods_minor + self.linked_minor


def left_of(paid: Sequence[int], returned: int, given_minor: int) -> tuple[int, ...]:
    """What the units that are left may still be given for.

    `paid`: each unit sold, dearest first. `returned`: units that came back or are held. `given_minor`: what
    was given, or is held, for units of the line.
    """
    require(returned >= 0 and given_minor >= 0, "what came back is counted from nothing")
    left = list(paid[returned:])
    over = given_minor - sum(paid[:returned])
    for index, unit in enumerate(left):
        left[index] = max(0, unit - over)
        over -= unit - left[index]
        if not over:
            break
    return tuple(left)


def shares(amount_minor: int, tenders: Iterable[Left]) -> tuple[Share, ...]:
    """Where an amount goes: in the order paid, cards and wallets first, then stored value, then points.

    Nothing at all if the tenders do not hold as much.
    """
    found, rest = [], amount_minor
    for one in sorted(tenders, key=lambda one: _ORDER[one.tender]):
        part = min(rest, one.left_minor)
        if part > 0:
            points = one.points if part == one.left_minor else one.points * part // one.left_minor
            found.append(Share(key=one.key, amount_minor=part, points=points))
            rest -= part
    return tuple(found) if not rest else ()


def booked(
    sold: Iterable[SoldLine], asked: Iterable[ReturnedLine], given_minor: int
) -> tuple[tuple[BackLine, ...], int]:
    """What came back for this money, line by line, and what of it no unit accounts for.

    Where staff stopped in the middle, the units that were paid back whole came back; what was given for the
    next one stands without it.
    """
    known, found, rest = {line.line_id: line for line in sold}, [], given_minor
    for one in asked:
        line = known.get(one.line_id)
        if line is None:
            continue
        quantity, goods, linked = 0, 0, [0] * len(line.linked)
        for unit in line.unit_minor[: one.quantity]:
            part = min(rest, unit)
            goods_part, linked_part = _split(line, unit, part)
            goods += goods_part
            linked = [before + more for before, more in zip(linked, linked_part, strict=True)]
            quantity += part == unit
            rest -= part
        if quantity or goods or any(linked):
            rates = zip((of.tax_rate_bp for of in line.linked), linked, strict=True)
            parts = tuple((rate, amount) for rate, amount in rates if amount)
            found.append(BackLine(line_id=line.line_id, quantity=quantity, goods_minor=goods, linked=parts))
    return tuple(found), rest


def _split(line: SoldLine, unit_minor: int, part_minor: int) -> tuple[int, list[int]]:
    """Goods and deposits of what is given for one unit: the goods first, what is linked to them last."""
    linked, over = [], unit_minor
    for one in line.linked:
        linked.append(min(over, one.amount_minor))
        over -= linked[-1]
    goods = min(part_minor, over)
    rest, given = part_minor - goods, []
    for amount in linked:
        given.append(min(rest, amount))
        rest -= given[-1]
    return goods + rest, given
