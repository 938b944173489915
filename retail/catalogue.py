"""The goods a shop sells, and reading them from a CSV file without ever loading half of it.

A catalogue is loaded whole or not at all: every bad row is reported at once with its line and reason.

Invariants: `Product.key` is a GTIN-14 with a true check digit and unique in a catalogue.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import msgspec

from retail import tax
from retail.catalogue_cells import NAME_MAX, PRICE_MAX_MINOR, Cells, read_cells
from retail.languages import LANGUAGES

__all__ = [
    "LANGUAGES",
    "NAME_MAX",
    "PRICE_MAX_MINOR",
    "Catalogue",
    "CatalogueRefusedError",
    "Goods",
    "LinkedItem",
    "Product",
    "RowError",
    "read_csv",
]

ROWS_MAX = 500_000
ERRORS_MAX = 200
"""Errors beyond this many are counted, not listed."""
REQUIRED_COLUMNS = ("gtin", "name", "price_minor", "currency", "tax_rate_percent", "category")
OPTIONAL_COLUMNS = (
    "picture",
    "unit",
    "linked_gtin",
    "pack_of",
    "pack_quantity",
    "quantity_max",
    "takes_offers",
    "counts",
    "floor_minor",
    "expected_g",
    "tolerance_g",
    "tare_g",
)


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
    expected_g: int = 0
    """What a piece weighs in the bagging area; 0: not known, and then it is not waited for."""
    tolerance_g: int = 0
    """How much a piece may weigh more or less; 0: the store's own rule."""
    tare_g: int = 0
    """Of the bag or tray goods sold by weight are put into; taken off at the scale."""

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


def read_csv(text: str, rows_max: int = ROWS_MAX) -> Goods:
    """Read a catalogue file (UTF-8 text, header row, columns in any order).

    Required columns are `REQUIRED_COLUMNS`; optional are `OPTIONAL_COLUMNS` and `name_<language>`. Rows may
    name rows that stand below them. Raises `CatalogueRefusedError` naming every bad row.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    mistakes = _Mistakes()
    found: dict[str, tuple[int, Cells]] = {}
    try:
        header = _header(next(rows, []), mistakes)
        for row in rows:
            line = rows.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(found) >= rows_max:
                mistakes.add(line, f"more than {rows_max} rows")
                break
            if len(row) != len(header):
                mistakes.add(line, f"{len(row)} columns where the header has {len(header)}")
                continue
            cells = read_cells(dict(zip(header, (cell.strip() for cell in row), strict=True)))
            if isinstance(cells, Cells):
                if cells.key in found:
                    mistakes.add(line, f"gtin {cells.gtin} stands already in line {found[cells.key][0]}")
                found.setdefault(cells.key, (line, cells))
                continue
            for reason in cells:
                mistakes.add(line, reason)
    except csv.Error as error:
        mistakes.add(rows.line_num, f"not readable as CSV: {error}")
    if not found and not mistakes.count:
        mistakes.add(1, "no products")
    _check_together(found, mistakes)
    mistakes.refuse()
    return Goods(_product(cells, found) for _, cells in found.values())


def _header(cells: list[str], mistakes: "_Mistakes") -> list[str]:
    header = [column.strip().lower() for column in cells]
    missing = [column for column in REQUIRED_COLUMNS if column not in header]
    if missing:
        mistakes.add(1, f"the header lacks {', '.join(missing)}")
        mistakes.refuse()
    for column in sorted({column for column in header if column and header.count(column) > 1}):
        mistakes.add(1, f"the header names {column} twice")
    return header


def _check_together(found: dict[str, tuple[int, Cells]], mistakes: "_Mistakes") -> None:
    """What the rows say of each other: one currency, a letter for each tax rate, rows that others name."""
    currency = ""
    rates: set[int] = set()
    for line, cells in found.values():
        currency = currency or cells.currency
        if cells.currency != currency:
            mistakes.add(line, f"currency {cells.currency} where the rows before have {currency}")
        if cells.tax_rate_bp not in rates and len(rates) == len(tax.LETTERS):
            mistakes.add(
                line, f"the {len(rates) + 1}th tax rate of this file; a receipt has letters for {len(rates)}"
            )
        else:
            rates.add(cells.tax_rate_bp)
        for reason in _names_others(cells, found):
            mistakes.add(line, reason)


def _names_others(cells: Cells, found: dict[str, tuple[int, Cells]]) -> Iterator[str]:
    for key in cells.linked:
        other = found.get(key)
        if other is None:
            yield f"linked_gtin {key} is in no row of this file"
        elif other[1].linked or other[1].pack_of or other[1].unit == "kg":
            yield f"linked_gtin {key} is a multi-pack, sold by weight, or has itself something linked"
    if cells.pack_of and cells.pack_of != cells.key:
        _, piece = found.get(cells.pack_of, (0, None))
        if piece is None:
            yield f"pack_of {cells.pack_of} is in no row of this file"
        elif piece.pack_of or piece.unit == "kg":
            yield f"pack_of {cells.pack_of} is itself a multi-pack or sold by weight"
        elif cells.price_minor != piece.price_minor * cells.pack_quantity:
            yield (
                f"price_minor {cells.price_minor} is not {cells.pack_quantity} times {piece.price_minor}; "
                "a multi-pack sells its pieces, what it saves is an offer"
            )


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
            in_order = sorted(self.errors, key=lambda error: error.line)
            raise CatalogueRefusedError(in_order, self.count)


def _product(cells: Cells, found: dict[str, tuple[int, Cells]]) -> Product:
    """A row's product, with what is linked to it."""
    linked = [found[key][1] for key in cells.linked]
    return Product(
        key=cells.key,
        gtin=cells.gtin,
        names=cells.names,
        price_minor=cells.price_minor,
        currency=cells.currency,
        tax_rate_bp=cells.tax_rate_bp,
        category=cells.category,
        picture=cells.picture,
        unit=cells.unit,
        linked=tuple(
            LinkedItem(
                key=other.key,
                names=other.names,
                price_minor=other.price_minor,
                tax_rate_bp=other.tax_rate_bp,
            )
            for other in linked
        ),
        pack_of=cells.pack_of,
        pack_quantity=cells.pack_quantity,
        quantity_max=cells.quantity_max,
        takes_offers=cells.takes_offers,
        counts=cells.counts,
        floor_minor=cells.floor_minor,
        expected_g=cells.expected_g,
        tolerance_g=cells.tolerance_g,
        tare_g=cells.tare_g,
    )
