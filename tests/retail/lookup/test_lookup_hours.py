"""What sells at this hour: learned, faded, bounded, stored."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.lookup import hours as room
from retail.lookup.hours import Habits, Hours, Sold

DAY = 738_000


def test_the_hour_counts_more_than_those_beside_it_and_those_more_than_others() -> None:
    hours = Hours()
    hours.learn("rolls", DAY, 7)
    at = [hours.likely("rolls", DAY, hour) for hour in range(24)]
    assert at[7] > at[6] == at[8] > at[9] == at[20] > 0
    assert hours.likely("crisps", DAY, 7) == 0


def test_midnight_lies_beside_eleven() -> None:
    hours = Hours()
    hours.learn("water", DAY, 23)
    assert hours.likely("water", DAY, 0) == hours.likely("water", DAY, 22)


def test_sales_fade_by_half_in_the_half_life() -> None:
    hours = Hours()
    hours.learn("asparagus", DAY, 10, times=8)
    fresh = hours.likely("asparagus", DAY, 10)
    assert hours.likely("asparagus", DAY + room.HALF_LIFE_DAYS, 10) == pytest.approx(fresh / 2)
    hours.learn("asparagus", DAY + room.HALF_LIFE_DAYS, 10, times=4)  # four of the eight are left
    assert hours.likely("asparagus", DAY + room.HALF_LIFE_DAYS, 10) == pytest.approx(fresh)


def test_a_clock_that_went_back_loses_nothing() -> None:
    hours = Hours()
    hours.learn("milk", DAY, 10, times=2)
    before = hours.likely("milk", DAY, 10)
    hours.learn("milk", DAY - 400, 10)
    assert hours.likely("milk", DAY, 10) == pytest.approx(before * 3 / 2)


def test_memory_is_bounded_and_what_sells_most_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "GOODS_MAX", 16)
    hours = Hours()
    hours.learn("milk", DAY, 10, times=5)
    for n in range(100):
        hours.learn(f"rare{n}", DAY, 10)
        assert len(hours.keys) <= 16
    assert hours.best(DAY, 10)[0] == "milk"
    assert len(Hours(hours.habits).keys) <= 16


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 60), st.integers(0, 23)), max_size=40))
def test_what_was_learned_survives_being_stored(sales: list[tuple[str, int, int]]) -> None:
    hours = Hours()
    for key, day, hour in sales:
        hours.learn(key, DAY + day, hour)
        hours.likely(key, DAY + day, hour)  # what is remembered of an answer never outlives a sale
    again = Hours(msgspec.json.decode(msgspec.json.encode(hours.habits), type=Habits))
    for hour in range(24):
        assert again.best(DAY + 60, hour) == hours.best(DAY + 60, hour)
        for key in "abcd":
            assert again.likely(key, DAY + 60, hour) == hours.likely(key, DAY + 60, hour)


def test_nonsense_is_refused() -> None:
    hours = Hours()
    for day, hour, times in ((DAY, 24, 1), (DAY, -1, 1), (DAY, 3, 0)):
        with pytest.raises(BrokenInvariantError):
            hours.learn("x", day, hour, times)
    for counts in ([0.0] * 23, [-1.0] * 24, [float("nan")] * 24):
        with pytest.raises(BrokenInvariantError):
            Hours(Habits(sold={"x": Sold(DAY, counts)}))
