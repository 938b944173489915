"""What is left of units and tenders, and what a given amount is booked on: nothing is lost, nothing made."""

import random

import pytest

from retail.giving_back import Left, booked, left_of, shares
from retail.wire.returns import ReturnedLine, ReturnTender, SoldLine, SoldLinked


@pytest.mark.parametrize(
    ("returned", "given", "left"),
    [
        (0, 0, (5, 3, 2)),
        (1, 5, (3, 2)),
        (3, 10, ()),
        (1, 3, (5, 2)),  # the hold for the dearest was let go: that one is left
        (1, 7, (1, 2)),  # staff stopped in the middle of the second
        (0, 4, (1, 3, 2)),
        (0, 6, (0, 2, 2)),
        (1, 99, (0, 0)),  # more than all of it: nobody owes anything
    ],
)
def test_what_is_left_of_units_is_what_was_not_given(
    returned: int, given: int, left: tuple[int, ...]
) -> None:
    assert left_of((5, 3, 2), returned, given) == left


def test_units_given_in_any_order_come_to_what_was_paid() -> None:
    chance = random.Random(7)
    for _ in range(300):
        paid = tuple(sorted((chance.randint(0, 90) for _ in range(chance.randint(1, 6))), reverse=True))
        units = given = 0
        while left := left_of(paid, units, given):
            assert sum(left) + given == sum(paid)
            count = chance.randint(1, len(left))
            part = sum(left[:count]) if chance.random() < 0.7 else chance.randint(0, left[0])
            units += count if part == sum(left[:count]) else 0
            given += part
        assert given == sum(paid)


def tender(key: str, kind: ReturnTender, left: int, points: int = 0) -> Left:
    return Left(key=key, tender=kind, left_minor=left, points=points)


PAID = [
    tender("v", "value", 50),
    tender("c1", "card", 100),
    tender("w", "wallet", 30),
    tender("p", "points", 20, 7),
    tender("c2", "card", 40),
]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (100, [("c1", 100, 0)]),
        (131, [("c1", 100, 0), ("w", 30, 0), ("c2", 1, 0)]),
        (230, [("c1", 100, 0), ("w", 30, 0), ("c2", 40, 0), ("v", 50, 0), ("p", 10, 3)]),
        (240, [("c1", 100, 0), ("w", 30, 0), ("c2", 40, 0), ("v", 50, 0), ("p", 20, 7)]),
        (241, []),
        (0, []),
    ],
)
def test_money_goes_back_first_to_what_is_money(amount: int, expected: list[tuple[str, int, int]]) -> None:
    assert [(one.key, one.amount_minor, one.points) for one in shares(amount, PAID)] == expected


def sold(line_id: int, *units: int, deposit: int = 0) -> SoldLine:
    linked = (SoldLinked(tax_rate_bp=1900, amount_minor=deposit),) if deposit else ()
    return SoldLine(
        line_id=line_id,
        key="1",
        names={},
        quantity=len(units),
        left=len(units),
        unit_minor=units,
        linked=linked,
    )


def test_what_was_given_is_booked_on_goods_and_deposits() -> None:
    lines = [sold(1, 125, 105, deposit=25), sold(2, 40)]
    asked = [ReturnedLine(line_id=1, quantity=2), ReturnedLine(line_id=2, quantity=1)]
    (first, second), rest = booked(lines, asked, 270)
    assert (first.quantity, first.goods_minor, first.linked, first.amount_minor) == (
        2,
        180,
        ((1900, 50),),
        230,
    )
    assert (second.quantity, second.amount_minor, rest) == (1, 40, 0)


def test_who_stops_in_a_unit_has_given_goods_before_deposits() -> None:
    (one,), rest = booked([sold(1, 125, 105, deposit=25)], [ReturnedLine(line_id=1, quantity=2)], 215)
    assert (one.quantity, one.goods_minor, one.linked_minor, rest) == (1, 180, 35, 0)
    found, rest = booked([sold(1, 125)], [ReturnedLine(line_id=1, quantity=1)], 130)
    assert (found[0].amount_minor, rest) == (125, 5)
    assert booked([sold(1, 125)], [ReturnedLine(line_id=9, quantity=1)], 10) == ((), 10)
