"""Texts in the language of a browser, and amounts, times and lengths as people write them.

English texts are their own keys; `store/office/languages` has one file for each other language. A text nobody
has translated yet is shown in English.

Source: docs/back-office.md, "Languages"; `retail.money` for amounts.
Invariants: pure.
"""

import datetime
import functools
import re
import zoneinfo
from pathlib import Path

import msgspec

from retail import money

FOLDER = Path(__file__).resolve().parent.parent / "languages"
LANGUAGES = (("en", "English"), ("de", "Deutsch"))
MICRO = 1_000_000
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MESSAGES = {
    "saved": "Saved.",
    "sent": "The lane was told.",
    "told": "Done.",
    "revoked": "The lane is revoked. It may still deliver its sales.",
    "restored": "The lane may sell again, once it is enrolled.",
    "repaired": "It counts now.",
    "still": "It is still set aside: nothing has changed about the reason.",
    "retried": "Everything was tried again.",
    "removed": "Taken out. Its history is kept.",
    "erased": "Forgotten. What they bought stays, and leads to nobody.",
    "added": "Added.",
    "unlocked": "Unlocked.",
    "settled": "Decided. It counts once, whatever the gateway says later.",
    "known": "Its end was learned just now. Nothing was changed by you.",
    "nothing_to_book": "There is nothing of it to book.",
    "cleared": "Cleared.",
    "looked": "The exit opens when the receipt is shown again.",
    "unchanged": "Nothing was changed.",
}
"""What a page says after a form, by the word in its address."""


@functools.cache
def texts(language: str) -> dict[str, str]:
    """English to a language; nothing for English."""
    path = FOLDER / f"{language}.json"
    return msgspec.json.decode(path.read_bytes(), type=dict[str, str]) if path.exists() else {}


class Words:
    """One language, one currency, one zone."""

    def __init__(self, language: str, currency: str, zone: zoneinfo.ZoneInfo) -> None:
        self.language = language if language in dict(LANGUAGES) else "en"
        self.currency = currency
        self._zone = zone
        self._texts = texts(self.language)

    def text(self, english: str, **values: object) -> str:
        """A text, with its places filled in."""
        text = self._texts.get(english, english)
        return text.format(**values) if values else text

    def message(self, word: str) -> str:
        """What a page says after a form; empty for anything unknown."""
        return self.text(MESSAGES[word]) if word in MESSAGES else ""

    def amount(self, minor: int, currency: str = "") -> str:
        """An amount with its currency."""
        return money.format_amount(minor, currency or self.currency, self.language, symbol=True)

    def round_amount(self, minor: int) -> str:
        """An amount for an axis: without the cents when there are none."""
        digits = money.exponent(self.currency)
        return re.sub(rf"[.,]0{{{digits}}}(?=\D*$)", "", self.amount(minor)) if digits else self.amount(minor)

    def plain_amount(self, minor: int) -> str:
        """An amount without its currency."""
        return money.format_amount(minor, self.currency, self.language)

    def rate(self, basis_points: int) -> str:
        """A percentage."""
        whole, rest = divmod(basis_points, 100)
        point = "," if self.language == "de" else "."
        return f"{whole}{point}{rest:02}".rstrip("0").rstrip(point) + " %"

    def share(self, part: float, digits: int = 0) -> str:
        """A share of one as a percentage."""
        text = f"{part * 100:.{digits}f}"
        return (text.replace(".", ",") if self.language == "de" else text) + " %"

    def decimal(self, value: float, digits: int = 1) -> str:
        """A number with a decimal point."""
        text = f"{value:,.{digits}f}"
        if self.language == "de":
            text = text.translate(str.maketrans(",.", ".,"))
        return text

    def number(self, value: int) -> str:
        """A whole number with its thousands apart."""
        return self.decimal(value, 0)

    def weight(self, grams: int) -> str:
        """A weight in kilograms."""
        return money.format_decimal(grams, 3, self.language) + " kg"

    # --- time ------------------------------------------------------------------------------------------

    def local(self, at: int) -> datetime.datetime:
        """On the shop's clock."""
        return datetime.datetime.fromtimestamp(at / MICRO, self._zone)

    def time(self, at: int, *, seconds: bool = False) -> str:
        """Time of day."""
        return self.local(at).strftime("%H:%M:%S" if seconds else "%H:%M") if at else "–"

    def clock(self, iso: str) -> str:
        """Time of day, with seconds, of an ISO 8601 time."""
        return datetime.datetime.fromisoformat(iso).astimezone(self._zone).strftime("%H:%M:%S")

    def moment(self, at: int) -> str:
        """Day and time."""
        return f"{self.day(self.local(at).date().isoformat())}, {self.time(at)}" if at else "–"

    def day(self, iso: str) -> str:
        """A day as people write it."""
        day = datetime.date.fromisoformat(iso)
        return day.strftime("%d.%m.%Y") if self.language == "de" else f"{day.day} {day:%b %Y}"

    def short_day(self, iso: str) -> str:
        """A day without its year."""
        day = datetime.date.fromisoformat(iso)
        return day.strftime("%d.%m.") if self.language == "de" else f"{day.day} {day:%b}"

    def weekday(self, iso: str) -> str:
        """The day's name."""
        return self.text(_DAYS[datetime.date.fromisoformat(iso).weekday()])

    def since(self, at: int, now: int) -> str:
        """How long ago, roughly."""
        seconds = max(0, (now - at) // MICRO)
        if seconds < 60:
            return self.text("{n} s", n=seconds)
        if seconds < 3600:
            return self.text("{n} min", n=seconds // 60)
        if seconds < 48 * 3600:
            return self.text("{n} h", n=seconds // 3600)
        return self.text("{n} days", n=seconds // 86_400)

    def length(self, seconds: int) -> str:
        """A length of time."""
        minutes, rest = divmod(max(0, seconds), 60)
        hours, minutes = divmod(minutes, 60)
        if hours:
            return f"{hours} h {minutes:02} min"
        return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
