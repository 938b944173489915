"""The demo shop's articles, as far as packs and scenarios need them.

Source: assets/demo/catalogue.csv.
"""

import csv
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

from simulators import ean13
from simulators.settings import CATALOGUE

EAN13_DIGITS = 13
_STRANGER_BODY = "952199999999"
_NUMBER = re.compile(r"\d+")
_WEIGHT_LEAST_G, _WEIGHT_SPAN_G = 180, 900
_OFF_MAX_G = 4
OWN_BAG, OWN_BAG_G = "own bag", 180
"""What a shopper brings along, and what it weighs."""
PACKAGING_G = 6
"""The paper around goods from the counter; their label says the net weight."""


@dataclass(frozen=True, kw_only=True)
class Article:
    """One row of the catalogue, as far as its pack shows it."""

    gtin: str
    name: str
    category: str
    picture: str
    is_weighed: bool = False
    price_minor: int = 0
    expected_g: int = 0
    """What the catalogue says that a piece weighs in the bagging area; 0: it does not say."""

    @property
    def slug(self) -> str:
        """The name in small letters and hyphens: what scenarios and files call it."""
        words = "".join(char if char.isalnum() else "-" for char in self.name.lower())
        return "-".join(filter(None, words.split("-")))

    @property
    def department(self) -> str:
        """The shelf it stands on: the first part of its category."""
        return self.category.partition("/")[0]

    @property
    def weight_g(self) -> int:
        """What the scale's label says, the same every time."""
        return _WEIGHT_LEAST_G + zlib.crc32(self.gtin.encode()) % _WEIGHT_SPAN_G

    @property
    def lies_g(self) -> int:
        """What it really weighs in the bagging area: as its label or, nearly, the catalogue says."""
        if self.is_weighed:
            return self.weight_g + PACKAGING_G
        number = zlib.crc32(self.gtin.encode())
        if not self.expected_g:
            return _WEIGHT_LEAST_G + number % _WEIGHT_SPAN_G
        return max(1, self.expected_g + number % (2 * _OFF_MAX_G + 1) - _OFF_MAX_G)

    @property
    def code(self) -> str:
        """The number in its barcode; a weighed article's carries the weight."""
        if not self.is_weighed:
            return self.gtin.zfill(EAN13_DIGITS)
        body = f"{self.gtin[:7]}{self.weight_g:05}"
        return body + ean13.check_digit(body)


def articles(catalogue: Path = CATALOGUE) -> list[Article]:
    """The goods of a catalogue whose numbers an EAN-13 can carry; deposits and levies stand on no shelf."""
    with catalogue.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    linked = {number for row in rows for number in _NUMBER.findall(row.get("linked_gtin") or "")}
    return [
        Article(
            gtin=row["gtin"],
            name=row["name"],
            category=row["category"],
            picture=row.get("picture") or "",
            is_weighed=row.get("unit") == "kg",
            price_minor=_whole(row.get("price_minor")),
            expected_g=_whole(row.get("expected_g")),
        )
        for row in rows
        if len(row["gtin"]) <= EAN13_DIGITS and row["gtin"] not in linked
    ]


def _whole(text: str | None) -> int:
    """A number as written; 0 for one that is none: the lane itself says what is wrong with a bad file."""
    return int(text) if text and text.isascii() and text.isdecimal() else 0


def stranger() -> Article:
    """A pack from another shop: a true number that the demo shop does not sell."""
    gtin = _STRANGER_BODY + ean13.check_digit(_STRANGER_BODY)
    return Article(gtin=gtin, name="Stranger", category="", picture="candy")


def by_slug() -> dict[str, Article]:
    """Everything a scenario may show as `pack:<slug>`."""
    return {article.slug: article for article in [*articles(), stranger()]}
