"""Which goods a maker's coupon is for: company prefixes and three-digit family codes.

A coupon names a maker and a family; a package only names the maker, inside its GTIN. Which product belongs to
which family is the maker's knowledge, sent to the shop as a list. Without it only family 000 (anything of
this maker) can be checked, and nothing else is guessed.

Source: JICC, "North American Coupon Application Guideline" R2.0, "Family codes" and appendix A (company
prefixes); docs/coupons.md.
Invariants: pure; a coupon never qualifies goods of another maker.
"""

from collections.abc import Iterable

import msgspec

from retail.coupons.model import Measure, Requirement
from retail.coupons.north_american import FAMILY_ANY_PRODUCT

FAMILY_ANYTHING = "000"
ROWS_MAX = 1_000_000
_UPC_MAKER_DIGITS = 5
_UPC_PREFIX_DIGITS = 6


class FamilyRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a maker's list: this product belongs to this family. A product may be in several."""

    key: str
    """GTIN-14."""
    family: str
    company_prefix: str = ""
    """Empty: the maker whose prefix the GTIN carries. Else the prefix its coupons use (a bought brand)."""


class FamilyTable:
    """The makers' lists, ready to be asked. Lists are checked by whoever imports them."""

    def __init__(self, rows: Iterable[FamilyRow] = ()) -> None:
        self._by_key: dict[str, list[FamilyRow]] = {}
        for count, row in enumerate(rows):
            if count >= ROWS_MAX:
                raise ValueError(f"more than {ROWS_MAX} family rows")
            self._by_key.setdefault(row.key, []).append(row)

    def rows(self, key: str) -> tuple[FamilyRow, ...]:
        """The product's families."""
        return tuple(self._by_key.get(key, ()))


def made_by(key: str, company_prefix: str) -> bool:
    """Whether a GTIN-14 carries a company prefix as coupons write it.

    Five digits are the maker's number of U.P.C. system 5, whose number system is lost; six are a U.P.C.
    company prefix; more are a GS1 company prefix as a GTIN-13 begins with it.
    """
    if len(company_prefix) == _UPC_MAKER_DIGITS:
        return key.startswith("00") and key[3:8] == company_prefix
    if len(company_prefix) == _UPC_PREFIX_DIGITS:
        return key[1:].startswith("0" + company_prefix)
    return key[1:].startswith(company_prefix)


def family_covers(coupon_family: str, item_family: str) -> bool:
    """Whether a coupon's family code includes a product's: 000 all, x00 a hundred, xx0 a ten, else itself."""
    if coupon_family in (FAMILY_ANYTHING, item_family):
        return True
    if coupon_family.endswith("00"):
        return item_family[:1] == coupon_family[:1]
    return coupon_family.endswith("0") and item_family[:2] == coupon_family[:2]


def qualifying(requirement: Requirement, keys: Iterable[str], table: FamilyTable) -> tuple[str, ...]:
    """Those of the products that count for a requirement, in order, each once."""
    return tuple(key for key in dict.fromkeys(keys) if _qualifies(requirement, key, table))


def _qualifies(requirement: Requirement, key: str, table: FamilyTable) -> bool:
    if requirement.keys:
        return key in requirement.keys
    if requirement.measure is Measure.BASKET_SPEND or requirement.family is None:
        return True
    prefix = requirement.company_prefix
    if requirement.family in (FAMILY_ANYTHING, FAMILY_ANY_PRODUCT) and (
        prefix is None or made_by(key, prefix)
    ):
        return True
    return any(
        family_covers(requirement.family, row.family) and _same_maker(row, prefix) for row in table.rows(key)
    )


def _same_maker(row: FamilyRow, prefix: str | None) -> bool:
    if prefix is None:
        return True
    return row.company_prefix == prefix if row.company_prefix else made_by(row.key, prefix)
