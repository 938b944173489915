"""The goods a shop sells, and reading them from a CSV file without ever loading half of it.

A catalogue is loaded whole or not at all: every bad row is reported at once with its line and reason.

Invariants: `Product.key` is a GTIN-14 with a true check digit and unique in a catalogue.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec

from retail import codes, money, tax

ROWS_MAX = 500_000
ERRORS_MAX = 200
"""Errors beyond this many are counted, not listed."""
NAME_MAX = 120
PRICE_MAX_MINOR = 10_000_000
REQUIRED_COLUMNS = ("gtin", "name", "price_minor", "currency", "tax_rate_percent", "category")
LANGUAGES = ("en", "de", "zh")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""A name goes to a printer as it stands: an escape character in it would be a command."""


class LinkedItem(msgspec.Struct, frozen=True, kw_only=True):
    """What is sold with a product and cannot be left out: a deposit, a levy.

    It stands outside offers, points and thresholds, and goes back with the product.
    """

    key: str
    """GTIN-14 of its own row in the catalogue."""
    names: dict[str, str]
    price_minor: int
    tax_rate_bp: int


class Product(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article. A snapshot of it travels with every line sold, so that old sales keep their meaning."""

    key: str
    """GTIN-14: what codes are looked up by."""
    gtin: str
    """The number as the shop's file writes it."""
    names: dict[str, str]
    """Language to name; `""` is the name as the shop writes it and the fallback."""
    price_minor: int
    """Per piece, or per kilogram when `unit` is `kg`. Tax included."""
    currency: str
    tax_rate_bp: int
    """Hundredths of a percent: 19 % is 1900."""
    category: str = ""
    picture: str = ""
    unit: str = "piece"
    """`piece` or `kg`."""
    linked: tuple[LinkedItem, ...] = ()
    """Deposits and levies sold with each piece."""
    pack_of: str = ""
    """A multi-pack's code: GTIN-14 of the piece it holds; scanning it sells `pack_quantity` of those."""
    pack_quantity: int = 1
    quantity_max: int = 0
    """Pieces sold in one purchase; 0: no limit."""
    takes_offers: bool = True
    """False: no offer ever changes its price (gift cards, fixed book prices)."""
    counts: bool = True
    """Whether it counts for thresholds and points."""
    floor_minor: int = 0
    """No offer takes a piece below this."""

    def name(self, language: str) -> str:
        """The name in `language`, else as the shop writes it."""
        return self.names.get(language) or self.names[""]


class Catalogue(Protocol):
    """Where goods are looked up."""

    def find(self, key: str) -> Product | None:
        """The product with this GTIN-14, or None."""


class RowError(msgspec.Struct, frozen=True, kw_only=True):
    """One reason a file was refused. `line` counts from 1 and includes the header."""

    line: int
    reason: str


class CatalogueRefusedError(ValueError):
    """A catalogue file with mistakes: nothing was loaded. `errors` lists them, `count` counts them all."""

    def __init__(self, errors: list[RowError], count: int) -> None:
        self.errors = errors
        self.count = count
        shown = "\n".join(f"  line {error.line}: {error.reason}" for error in errors)
        more = f"\n  ... and {count - len(errors)} more" if count > len(errors) else ""
        super().__init__(f"catalogue refused, nothing was loaded; {count} mistake(s):\n{shown}{more}")


class Goods(Mapping[str, Product]):
    """A catalogue held in memory, keyed by GTIN-14."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._by_key = {product.key: product for product in products}

    def __getitem__(self, key: str) -> Product:
        return self._by_key[key]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, key: str) -> Product | None:
        """The product with this GTIN-14, or None."""
        return self._by_key.get(key)


def read_csv(text: str) -> Goods:
    """Read a catalogue file (UTF-8 text, header row, columns in any order).

    Required columns are `REQUIRED_COLUMNS`; optional are `name_<language>`, `picture` and `unit`
    (`piece` or `kg`). Raises `CatalogueRefusedError` naming every bad row.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    mistakes = _Mistakes()
    products: dict[str, Product] = {}
    first_line: dict[str, int] = {}
    currency = ""
    rates: set[int] = set()
    try:
        header = [column.strip().lower() for column in next(rows, [])]
        missing = [column for column in REQUIRED_COLUMNS if column not in header]
        if missing:
            mistakes.add(1, f"the header lacks {', '.join(missing)}")
            mistakes.refuse()
        for column in sorted({column for column in header if column and header.count(column) > 1}):
            mistakes.add(1, f"the header names {column} twice")
        for row in rows:
            line = rows.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(products) >= ROWS_MAX:
                mistakes.add(line, f"more than {ROWS_MAX} rows")
                break
            if len(row) != len(header):
                mistakes.add(line, f"{len(row)} columns where the header has {len(header)}")
                continue
            product, reasons = _product(dict(zip(header, (cell.strip() for cell in row), strict=True)))
            for reason in reasons:
                mistakes.add(line, reason)
            if product is None:
                continue
            currency = currency or product.currency
            if product.currency != currency:
                mistakes.add(line, f"currency {product.currency} where the rows before have {currency}")
            if product.tax_rate_bp not in rates and len(rates) == len(tax.LETTERS):
                mistakes.add(
                    line,
                    f"the {len(rates) + 1}th tax rate of this file; a receipt has letters for {len(rates)}",
                )
            else:
                rates.add(product.tax_rate_bp)
            if product.key in products:
                mistakes.add(line, f"gtin {product.gtin} stands already in line {first_line[product.key]}")
            products[product.key] = product
            first_line.setdefault(product.key, line)
    except csv.Error as error:
        mistakes.add(rows.line_num, f"not readable as CSV: {error}")
    if not products and not mistakes.count:
        mistakes.add(1, "no products")
    mistakes.refuse()
    return Goods(products.values())


class _Mistakes:
    def __init__(self) -> None:
        self.errors: list[RowError] = []
        self.count = 0

    def add(self, line: int, reason: str) -> None:
        self.count += 1
        if len(self.errors) < ERRORS_MAX:
            self.errors.append(RowError(line=line, reason=reason))

    def refuse(self) -> None:
        if self.count:
            raise CatalogueRefusedError(self.errors, self.count)


def _product(row: dict[str, str]) -> tuple[Product | None, list[str]]:
    """One row's product, or the reasons why it is none."""
    reasons = []
    key = codes.gtin_14(row["gtin"])
    if key is None:
        reasons.append(f"gtin {row['gtin']!r} is not a GTIN with a true check digit")
    if not row["name"]:
        reasons.append("name is empty")
    texts = ("name", "category", *(f"name_{language}" for language in LANGUAGES))
    reasons.extend(
        f"{column} has more than {NAME_MAX} characters or a control character"
        for column in texts
        if len(row.get(column, "")) > NAME_MAX or _CONTROL.search(row.get(column, ""))
    )
    if not re.fullmatch(r"(?!\.)[A-Za-z0-9_.-]{0,64}", row.get("picture", "")):
        reasons.append(f"picture {row['picture'][:64]!r} is not a plain file name (letters, digits, - _ .)")
    price = _whole_number(row["price_minor"])
    if price is None or price > PRICE_MAX_MINOR:
        reasons.append(
            f"price_minor {row['price_minor']!r} is not a whole number from 0 to {PRICE_MAX_MINOR}"
        )
    if not money.is_currency(row["currency"]):
        reasons.append(f"currency {row['currency']!r} is not a supported ISO 4217 code")
    rate = _basis_points(row["tax_rate_percent"])
    if rate is None:
        reasons.append(
            f"tax_rate_percent {row['tax_rate_percent']!r} is not 0 to 100 with at most two decimals"
        )
    unit = row.get("unit") or "piece"
    if unit not in ("piece", "kg"):
        reasons.append(f"unit {unit!r} is neither piece nor kg")
    if reasons or key is None or price is None or rate is None:
        return None, reasons
    names = {language: row[f"name_{language}"] for language in LANGUAGES if row.get(f"name_{language}")}
    return Product(
        key=key,
        gtin=row["gtin"],
        names={"": row["name"], **names},
        price_minor=price,
        currency=row["currency"],
        tax_rate_bp=rate,
        category=row["category"],
        picture=row.get("picture", ""),
        unit=unit,
    ), []


def _whole_number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None


def _basis_points(text: str) -> int | None:
    match = re.fullmatch(r"([0-9]{1,3})(?:\.([0-9]{1,2}))?", text)
    if match is None:
        return None
    rate = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    return rate if rate <= 10_000 else None
