"""One row of a catalogue file, cell by cell: what it says, or every reason why it says nothing.

Invariants: pure; a row with a mistake gives reasons only, all of them at once.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

from retail import codes, money
from retail.languages import LANGUAGES

NAME_MAX = 120
CATEGORY_DEPTH_MAX = 8
PRICE_MAX_MINOR = 10_000_000
PIECES_MAX = 99
"""In one multi-pack, or sold in one purchase where that is limited."""
LINKED_MAX = 10
GRAMS_MAX = 50_000
"""What one piece may weigh in a bagging area."""
TARE_MAX_G = 2_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""A name goes to a printer as it stands: an escape character in it would be a command."""
_PICTURE = re.compile(r"(?!\.)[A-Za-z0-9_.-]{0,64}")
_WORDS = {"": True, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
SHOWN = 64
"""Characters of a wrong cell that are repeated."""


class Cells(msgspec.Struct, frozen=True, kw_only=True):
    """A row without mistakes of its own; what it names in other rows is not looked up yet."""

    key: str
    gtin: str
    names: dict[str, str]
    price_minor: int
    currency: str
    tax_rate_bp: int
    category: str
    picture: str
    unit: str
    linked: tuple[str, ...]
    """GTIN-14 of what is sold with it."""
    pack_of: str
    """GTIN-14 of the piece a multi-pack holds; empty: no multi-pack."""
    pack_quantity: int
    quantity_max: int
    takes_offers: bool
    counts: bool
    floor_minor: int
    expected_g: int
    tolerance_g: int
    tare_g: int


def read_cells(row: Mapping[str, str]) -> "Cells | list[str]":
    """A row's cells by column name, or the reasons why it is refused."""
    reader = _Row(row)
    key = reader.gtin("gtin")
    names = reader.names()
    price = reader.number("price_minor", 0, PRICE_MAX_MINOR)
    currency = row["currency"]
    if not money.is_currency(currency):
        reader.reasons.append(f"currency {currency[:SHOWN]!r} is not a supported ISO 4217 code")
    rate = reader.rate("tax_rate_percent")
    unit = row.get("unit") or "piece"
    if unit not in ("piece", "kg"):
        reader.reasons.append(f"unit {unit[:SHOWN]!r} is neither piece nor kg")
    if not _PICTURE.fullmatch(row.get("picture", "")):
        reader.reasons.append(
            f"picture {row['picture'][:SHOWN]!r} is not a plain file name (letters, digits, - _ .)"
        )
    cells = Cells(
        key=key,
        gtin=row["gtin"],
        names=names,
        price_minor=price,
        currency=currency,
        tax_rate_bp=rate,
        category=reader.category(),
        picture=row.get("picture", ""),
        unit=unit,
        linked=tuple(reader.linked()),
        pack_of=reader.gtin("pack_of") if row.get("pack_of") else "",
        pack_quantity=reader.optional("pack_quantity", 2, PIECES_MAX, 1),
        quantity_max=reader.optional("quantity_max", 1, PIECES_MAX, 0),
        takes_offers=reader.flag("takes_offers"),
        counts=reader.flag("counts"),
        floor_minor=reader.optional("floor_minor", 0, PRICE_MAX_MINOR, 0),
        expected_g=reader.optional("expected_g", 0, GRAMS_MAX, 0),
        tolerance_g=reader.optional("tolerance_g", 0, GRAMS_MAX, 0),
        tare_g=reader.optional("tare_g", 0, TARE_MAX_G, 0),
    )
    return reader.reasons + list(_together(cells, row)) or cells


def _together(cells: Cells, row: Mapping[str, str]) -> Iterator[str]:
    """What is impossible about a row although each cell is possible."""
    if bool(row.get("pack_of")) != bool(row.get("pack_quantity")):
        yield "pack_of and pack_quantity belong together"
    if cells.pack_of and (cells.unit == "kg" or cells.linked or cells.quantity_max):
        yield "a multi-pack sells its pieces: unit kg, linked_gtin and quantity_max belong to the piece"
    if cells.pack_of and cells.pack_of == cells.key:
        yield "pack_of names the row itself"
    if cells.key in cells.linked:
        yield "linked_gtin names the row itself"
    if cells.unit == "kg" and cells.linked:
        yield "goods sold by weight have nothing linked to them"


class _Row:
    """Reads cells and keeps what is wrong with them; a wrong cell reads as something harmless."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = row
        self.reasons: list[str] = []

    def gtin(self, column: str) -> str:
        text = self._row[column]
        key = codes.gtin_14(text)
        if key is None:
            self.reasons.append(f"{column} {text[:SHOWN]!r} is not a GTIN with a true check digit")
        return key or ""

    def linked(self) -> Iterator[str]:
        texts = [text.strip() for text in self._row.get("linked_gtin", "").split(";") if text.strip()]
        if len(texts) > LINKED_MAX:
            self.reasons.append(f"linked_gtin names more than {LINKED_MAX} others")
        keys = [codes.gtin_14(text) for text in texts[:LINKED_MAX]]
        for text, key in zip(texts, keys, strict=False):
            if key is None:
                self.reasons.append(f"linked_gtin {text[:SHOWN]!r} is not a GTIN with a true check digit")
            elif keys.count(key) > 1:
                self.reasons.append(f"linked_gtin {text} stands twice")
            else:
                yield key

    def names(self) -> dict[str, str]:
        if not self._row["name"]:
            self.reasons.append("name is empty")
        found = {"": self._row["name"]}
        for column in ("name", *(f"name_{language}" for language in LANGUAGES)):
            self._text(column)
            if column != "name" and self._row.get(column):
                found[column.removeprefix("name_")] = self._row[column]
        return found

    def category(self) -> str:
        self._text("category")
        parts = self._row["category"].split("/")
        is_path = self._row["category"] == "" or all(part and part == part.strip() for part in parts)
        if not is_path or len(parts) > CATEGORY_DEPTH_MAX:
            self.reasons.append(
                f"category {self._row['category'][:SHOWN]!r} is not a path such as drinks/tea, "
                f"at most {CATEGORY_DEPTH_MAX} deep"
            )
        return self._row["category"]

    def _text(self, column: str) -> None:
        text = self._row.get(column, "")
        if len(text) > NAME_MAX or _CONTROL.search(text):
            self.reasons.append(f"{column} has more than {NAME_MAX} characters or a control character")

    def number(self, column: str, least: int, most: int) -> int:
        text = self._row[column]
        value = int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None
        if value is None or not least <= value <= most:
            self.reasons.append(f"{column} {text[:SHOWN]!r} is not a whole number from {least} to {most}")
            return least
        return value

    def optional(self, column: str, least: int, most: int, default: int) -> int:
        return self.number(column, least, most) if self._row.get(column) else default

    def rate(self, column: str) -> int:
        text = self._row[column]
        match = re.fullmatch(r"([0-9]{1,3})(?:\.([0-9]{1,2}))?", text)
        rate = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else None
        if rate is None or rate > 10_000:
            self.reasons.append(f"{column} {text[:SHOWN]!r} is not 0 to 100 with at most two decimals")
            return 0
        return rate

    def flag(self, column: str) -> bool:
        text = self._row.get(column, "").lower()
        if text not in _WORDS:
            self.reasons.append(f"{column} {text[:SHOWN]!r} is neither yes nor no")
        return _WORDS.get(text, True)
