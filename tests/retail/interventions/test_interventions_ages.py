"""Ages, to the day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.interventions.ages import BirthDateRefused, age_on, born_by, classes_of, read_birth_date

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2120, 12, 31))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2008-11-23", "2026-11-22", 17),
        ("2008-11-23", "2026-11-23", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2024-02-29", 16),
        ("2010-12-31", "2026-12-30", 15),
    ],
)
def test_a_birthday_counts_from_its_morning(born: str, day: str, age: int) -> None:
    assert age_on(dt.date.fromisoformat(born), dt.date.fromisoformat(day)) == age


@given(born=DAYS, day=DAYS, years=st.integers(1, 99))
def test_the_date_on_the_till_says_the_same_as_the_age(born: dt.date, day: dt.date, years: int) -> None:
    assert (age_on(born, day) >= years) == (born <= born_by(years, day))


@given(born=DAYS, day=DAYS)
def test_nobody_gets_younger(born: dt.date, day: dt.date) -> None:
    assert age_on(born, day + dt.timedelta(days=1)) - age_on(born, day) in (0, 1)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("29022008", dt.date(2008, 2, 29)),
        ("2008-02-29", dt.date(2008, 2, 29)),
        ("29022007", "not_a_date"),
        ("31119999", "not_a_date"),
        ("1112008", "not_a_date"),
        ("", "not_a_date"),
        ("24112026", "future"),
        ("01011850", "too_long_ago"),
    ],
)
def test_a_typed_date_of_birth_is_read_or_refused(text: str, read: dt.date | str) -> None:
    answer = read_birth_date(text, dt.date(2026, 11, 23))
    assert answer == (BirthDateRefused(reason=read) if isinstance(read, str) else read)


def test_a_country_without_ages_has_none() -> None:
    assert classes_of("XX") == {}
    assert classes_of("DE")["beer_wine"] < classes_of("DE")["spirits"]
