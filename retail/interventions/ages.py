"""How old somebody is, and from which age goods are sold in a country.

Someone born on 29 February is a year older on 1 March in years without that day: the later of the two
readings in use, so that nobody is sold anything a day too early.

Source: docs/interventions.md, "Ages". The ages by country are a starting point for the shop, which answers
for them; they are settings, not advice.
Invariants: pure; a date of birth is looked at and forgotten, never stored.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

YEARS_MAX = 130
"""Nobody is older: a date before that is a slip of the finger."""

CLASSES = ("beer_wine", "spirits", "tobacco")
"""Classes of goods that laws set an age for."""
_AGES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "AT": {"beer_wine": 16, "spirits": 18, "tobacco": 18},
        "CN": {"beer_wine": 18, "spirits": 18, "tobacco": 18},
        "DE": {"beer_wine": 16, "spirits": 18, "tobacco": 18},
        "FR": {"beer_wine": 18, "spirits": 18, "tobacco": 18},
        "GB": {"beer_wine": 18, "spirits": 18, "tobacco": 18},
        "NL": {"beer_wine": 18, "spirits": 18, "tobacco": 18},
        "US": {"beer_wine": 21, "spirits": 21, "tobacco": 21},
    }
)
COUNTRIES = tuple(_AGES)
"""ISO 3166-1 codes of the countries with ages here."""


def classes_of(country: str) -> Mapping[str, int]:
    """Class of goods to years, as this country has it; empty for others."""
    return _AGES.get(country, {})


class BirthDateRefused(msgspec.Struct, frozen=True, kw_only=True):
    """A date that nobody standing here was born on. `reason` is `not_a_date`, `future` or `too_long_ago`."""

    reason: str


def age_on(born: dt.date, day: dt.date) -> int:
    """Full years on `day`; negative before birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def born_by(years: int, day: dt.date) -> dt.date:
    """The latest birthday of somebody who is `years` old on `day`: what staff compare a card with."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February, and no such day that year: born on the 28th at the latest
        return dt.date(day.year - years, 2, 28)


def read_birth_date(text: str, day: dt.date) -> dt.date | BirthDateRefused:
    """A date of birth typed as eight digits, day first (`31121999`) or year first with dashes."""
    form = "%Y-%m-%d" if "-" in text else "%d%m%Y"
    try:
        born = dt.datetime.strptime(text, form).date() if len(text) in (8, 10) else None
    except ValueError:
        born = None
    if born is None:
        return BirthDateRefused(reason="not_a_date")
    if born > day:
        return BirthDateRefused(reason="future")
    if age_on(born, day) > YEARS_MAX:
        return BirthDateRefused(reason="too_long_ago")
    return born
