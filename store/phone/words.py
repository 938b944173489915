"""Texts in the language of a phone, and amounts and days as people write them.

English texts are their own keys; `store/phone/languages` has one file for each other language, and a test
fails when a text is missing in one.

Source: docs/phone.md, "Languages"; `retail.money` and `retail.figures`.
Invariants: pure.
"""

import datetime
import functools
import zoneinfo
from collections.abc import Iterable
from pathlib import Path

import msgspec

from retail import figures, money

FOLDER = Path(__file__).resolve().parent / "languages"
LANGUAGES = (("en", "English"), ("de", "Deutsch"), ("fr", "Français"))
MICRO = 1_000_000
HEADER_MAX = 200
_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}


@functools.cache
def texts(language: str) -> dict[str, str]:
    """English to a language; nothing for English."""
    path = FOLDER / f"{language}.json"
    return msgspec.json.decode(path.read_bytes(), type=dict[str, str]) if path.exists() else {}


def chosen(wished: Iterable[str], default: str) -> str:
    """The first of these languages that the pages speak, else the default, else English."""
    known = dict(LANGUAGES)
    for wish in (*wished, default):
        if (short := wish[:2].lower()) in known:
            return short
    return "en"


def of_header(header: str) -> tuple[str, ...]:
    """The languages a browser asks for, in the order it names them."""
    return tuple(part.partition(";")[0].strip() for part in header[:HEADER_MAX].split(","))


class Words:
    """One language, one currency, one zone."""

    def __init__(self, language: str, currency: str, zone: zoneinfo.ZoneInfo) -> None:
        self.language = language
        self.currency = currency
        self._zone = zone
        self._texts = texts(language)

    def text(self, english: str, **values: object) -> str:
        """A text, with its places filled in."""
        text = self._texts.get(english, english)
        return text.format(**values) if values else text

    def name(self, names: dict[str, str]) -> str:
        """What goods or an offer are called."""
        return names.get(self.language) or names.get("", "")

    def amount(self, minor: int, currency: str = "") -> str:
        """An amount with its currency."""
        return money.format_amount(minor, currency or self.currency, self.language, symbol=True)

    def weight(self, grams: int) -> str:
        """A weight in kilograms."""
        return money.format_decimal(grams, 3, self.language) + " kg"

    def rate(self, basis_points: int) -> str:
        """A percentage."""
        return figures.percent(basis_points, self.language)

    def local(self, at: int) -> datetime.datetime:
        """On the shop's clock."""
        return datetime.datetime.fromtimestamp(at / MICRO, self._zone)

    def day(self, iso: str) -> str:
        """A day as people write it."""
        day = datetime.date.fromisoformat(iso)
        if self.language == "de":
            return day.strftime("%d.%m.%Y")
        return f"{day.day} {_MONTHS[self.language][day.month - 1]} {day.year}"

    def moment(self, at: int) -> str:
        """Day and time."""
        local = self.local(at)
        return f"{self.day(local.date().isoformat())}, {local:%H:%M}"
