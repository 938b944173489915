"""What a lane may risk without a link, and what a shop lets its customers store."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.stored_value.limits import OfflineRule, ValueLimits


def test_without_a_link_nothing_is_taken_unless_the_shop_says_so() -> None:
    rule = ValueLimits().offline
    assert rule.allowed_minor(1, spent_today_minor=0, cards_today=0) == 0
    assert rule.worst_loss_minor(10_000) == 0


@pytest.mark.parametrize(
    ("wanted", "spent", "cards", "expected"),
    [(500, 0, 0, 500), (2500, 0, 2, 1000), (2500, 400, 3, 600), (2500, 1000, 1, 0), (500, 0, 3, 0)],
)
def test_a_card_pays_up_to_its_floor_a_day(wanted: int, spent: int, cards: int, expected: int) -> None:
    rule = OfflineRule(floor_minor=1000, cards_per_day=3)
    assert rule.allowed_minor(wanted, spent_today_minor=spent, cards_today=cards) == expected


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9), st.integers(1, 3000)), max_size=80))
def test_no_day_without_links_costs_more_than_the_worst_loss(asks: list[tuple[int, int, int]]) -> None:
    """Each lane alone, any cards, any order: whatever is taken may turn out to be lost."""
    rule, lanes = OfflineRule(floor_minor=1000, cards_per_day=3), 5
    spent: dict[int, dict[int, int]] = {}
    for lane, number, wanted in asks:
        mine = spent.setdefault(lane, {})
        others = len(mine.keys() - {number})
        taken = rule.allowed_minor(wanted, spent_today_minor=mine.get(number, 0), cards_today=others)
        if taken:
            mine[number] = mine.get(number, 0) + taken
    assert sum(sum(mine.values()) for mine in spent.values()) <= rule.worst_loss_minor(lanes)


@pytest.mark.parametrize(
    "make",
    [
        lambda: OfflineRule(floor_minor=-1),
        lambda: ValueLimits(load_min_minor=0),
        lambda: ValueLimits(load_max_minor=20_000),
        lambda: ValueLimits(valid_days=-1),
    ],
)
def test_limits_that_contradict_each_other_are_refused(make: object) -> None:
    with pytest.raises(BrokenInvariantError):
        make()  # type: ignore[operator]
