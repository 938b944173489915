"""From scanned text to meaning: which product, which measure, or what else was shown.

A till that trusts text blindly charges for the wrong thing: check digits are verified here once more, and
variable-measure numbers (price or weight inside the code) are read by the store's own pattern table.

Source: GS1 General Specifications (GTIN, RCN, element strings, Digital Link); see `elements.py`.
Invariants: pure; never raises on any text; a GTIN leaves this module as 14 digits with a true check digit.
"""

import enum
import re

import msgspec
from msgspec.structs import replace

from retail import elements
from retail.check import require

TEXT_MAX = 512
"""Longer texts than any retail code (GS1-128: 48, Data Matrix element strings: a few hundred) are refused."""


VARIABLE_MEASURE = "9"
"""What a GTIN-14 of goods begins with that are not all alike: packs of cheese, each with its own weight."""


class Symbology(enum.Enum):
    """The symbol a text came from; values follow the names GS1 uses."""

    EAN_13 = "EAN-13"
    EAN_8 = "EAN-8"
    UPC_A = "UPC-A"
    UPC_E = "UPC-E"
    CODE_128 = "Code 128"
    GS1_128 = "GS1-128"
    ITF_14 = "ITF-14"
    ITF = "Interleaved 2 of 5"
    """Of another length than 14: never goods."""
    DATABAR = "GS1 DataBar"
    DATABAR_LIMITED = "GS1 DataBar Limited"
    DATABAR_EXPANDED = "GS1 DataBar Expanded"
    QR = "QR"
    MICRO_QR = "Micro QR"
    DATA_MATRIX = "Data Matrix"
    GS1_DATA_MATRIX = "GS1 DataMatrix"
    GS1_QR = "GS1 QR"
    KEYED = "keyed"


class ProductCode(msgspec.Struct, frozen=True, kw_only=True):
    """A product. `key` is its GTIN-14; `alternative_key` a second way to look it up (variable measure)."""

    key: str
    alternative_key: str | None = None
    """For restricted-circulation numbers: the number with its measure digits zeroed."""
    price_minor: int | None = None
    weight_g: int | None = None
    is_marked_down: bool = False
    """A reduced-to-clear sticker: `price_minor` is what the pack costs now."""
    add_on: str = ""
    """The two or five digits beside an EAN or UPC. They never are a price and never part of the key."""

    @property
    def issue(self) -> str:
        """Which issue of a periodical the unit is: its add-on. Empty for all other goods.

        Source: GS1 General Specifications, prefix 977 (ISSN). The add-on is the publisher's count and begins
        anew, so it goes with the unit, never with the product.
        """
        return self.add_on if self.key.startswith("0" + PERIODICAL) else ""


PERIODICAL = "977"
"""EAN-13 prefix of serial publications: the number names title and price, the add-on the issue."""


class NotAProduct(msgspec.Struct, frozen=True, kw_only=True):
    """A readable code that sells nothing here. `reason` is one of `unknown`, `not_a_product`,
    `unreadable` (a check digit is wrong), `too_long`."""

    reason: str


class MeasureKind(enum.Enum):
    """What a restricted-circulation number carries in its measure digits."""

    PRICE = "price"
    WEIGHT = "weight"
    REDUCED_PRICE = "reduced_price"
    """The price on a reduced-to-clear sticker, put over the pack's own code."""


class MeasurePattern(msgspec.Struct, frozen=True, kw_only=True):
    """How one prefix of in-store EAN-13 numbers is built: prefix, item digits, measure digits, check digit.

    National conventions differ and stores choose, so this is the store's setting, not ours.
    """

    prefix: str
    kind: MeasureKind
    measure_digits: int = 5
    """How many digits before the check digit: minor units of the currency, or grams."""
    goods_prefix: str = ""
    """For stickers on the shop's own goods: what stands before the item digits in the GTIN-13 of the goods.
    Empty: the goods are looked up by the number with its measure digits zeroed."""

    def __post_init__(self) -> None:
        item_digits = 12 - len(self.prefix) - self.measure_digits
        require(
            self.prefix.isdigit() and 1 <= self.measure_digits <= 6 and item_digits >= 1,
            "an in-store number has prefix, item digits and 1 to 6 measure digits",
        )
        require(
            not self.goods_prefix
            or (self.goods_prefix.isdigit() and len(self.goods_prefix) + item_digits == 12),
            "goods prefix and item digits are the 12 digits of a GTIN-13 before its check digit",
        )


MEASURE_PATTERNS = tuple(
    [MeasurePattern(prefix=prefix, kind=MeasureKind.WEIGHT) for prefix in ("26", "27", "28", "29")]
    + [MeasurePattern(prefix=prefix, kind=MeasureKind.PRICE) for prefix in ("22", "23", "24", "25")]
    + [MeasurePattern(prefix="20", kind=MeasureKind.REDUCED_PRICE, goods_prefix="9521000")]
)
"""The demo shop's convention: 22-25 price in minor units, 26-29 weight in grams, 20 reduced-to-clear stickers
on goods with numbers of its own."""


def check_digit(payload: str) -> int:
    """The GS1 mod-10 check digit for `payload` (digits only, without its check digit)."""
    total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(reversed(payload)))
    return -total % 10


def check_digit_ok(digits: str) -> bool:
    """Whether `digits` are ASCII digits of any GTIN length that end in their check digit."""
    return (
        len(digits) in (8, 12, 13, 14)
        and digits.isascii()
        and digits.isdigit()
        and check_digit(digits[:-1]) == int(digits[-1])
    )


def upc_e_to_a(digits: str) -> str | None:
    """Expand an 8-digit UPC-E (number system 0 or 1) to UPC-A; None if it is none.

    Source: GS1 General Specifications 5.2.2.4.2.
    """
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()) or digits[0] not in "01":
        return None
    system, body, check = digits[0], digits[1:7], digits[7]
    last = body[5]
    if last in "012":
        payload = body[0:2] + last + "0000" + body[2:5]
    elif last == "3":
        payload = body[0:3] + "00000" + body[3:5]
    elif last == "4":
        payload = body[0:4] + "00000" + body[4]
    else:
        payload = body[0:5] + "0000" + last
    expanded = system + payload + check
    return expanded if check_digit_ok(expanded) else None


def gtin_14(digits: str) -> str | None:
    """Any GTIN or UPC-E as GTIN-14; None without a true check digit. EAN-8 wins where both hold."""
    if check_digit_ok(digits):
        return digits.zfill(14)
    expanded = upc_e_to_a(digits)
    return expanded.zfill(14) if expanded else None


def interpret(
    text: str,
    symbology: Symbology,
    patterns: tuple[MeasurePattern, ...] = MEASURE_PATTERNS,
    *,
    currency: str = "",
    add_on: str = "",
) -> ProductCode | NotAProduct:
    """What a scanned text means. Total: every text has an answer, none raises.

    `currency` is the shop's: without it an amount payable in an element string is not read. `add_on` is what
    stands beside an EAN or UPC.
    """
    if len(text) > TEXT_MAX:
        return NotAProduct(reason="too_long")
    if symbology in _RETAIL or symbology is Symbology.KEYED:
        found = _retail(text, symbology, patterns)
        is_beside = symbology in _WITH_ADD_ONS and _ADD_ON.fullmatch(add_on)
        return replace(found, add_on=add_on) if is_beside and isinstance(found, ProductCode) else found
    if symbology is Symbology.ITF_14:
        key = gtin_14(text) if len(text) == 14 else None
        return ProductCode(key=key) if key else NotAProduct(reason="unreadable")
    if symbology in _GS1 or (symbology in _TWO_DIMENSIONAL and elements.is_link(text)):
        return _gs1(text, symbology, currency)
    if symbology is Symbology.CODE_128 and (key := gtin_14(text)):
        return ProductCode(key=key)
    return NotAProduct(reason="not_a_product" if symbology in _TWO_DIMENSIONAL else "unknown")


_ADD_ON = re.compile(r"[0-9]{2}|[0-9]{5}")
_WITH_ADD_ONS = {Symbology.EAN_13, Symbology.UPC_A, Symbology.UPC_E}
_RETAIL = {Symbology.EAN_13, Symbology.EAN_8, Symbology.UPC_A, Symbology.UPC_E}
_TWO_DIMENSIONAL = {Symbology.QR, Symbology.MICRO_QR, Symbology.DATA_MATRIX, Symbology.GS1_QR}
_GS1 = {
    Symbology.GS1_128,
    Symbology.GS1_DATA_MATRIX,
    Symbology.GS1_QR,
    Symbology.DATABAR,
    Symbology.DATABAR_LIMITED,
    Symbology.DATABAR_EXPANDED,
}
_BARE = {Symbology.DATABAR, Symbology.DATABAR_LIMITED}
"""Symbols that hold nothing but a GTIN; some decoders leave the application identifier out."""


def _retail(
    text: str, symbology: Symbology, patterns: tuple[MeasurePattern, ...]
) -> ProductCode | NotAProduct:
    key = _retail_key(text, symbology)
    if key is None:
        return NotAProduct(reason="unreadable")
    for pattern in patterns:
        if key.startswith("0" + pattern.prefix):
            return _variable_measure(key, pattern)
    return ProductCode(key=key)


def _retail_key(text: str, symbology: Symbology) -> str | None:
    """The GTIN-14, read only as the symbol's own kind: eight digits of an EAN-8 are never a UPC-E."""
    match symbology, len(text):
        case Symbology.UPC_E, 8:
            expanded = upc_e_to_a(text)
            return expanded.zfill(14) if expanded else None
        case Symbology.EAN_8, 8:
            return text.zfill(14) if check_digit_ok(text) else None
        case ((Symbology.EAN_13 | Symbology.UPC_A | Symbology.UPC_E), (12 | 13)):
            return gtin_14(text)
        case Symbology.KEYED, _:
            return gtin_14(text)
        case _:
            return None


def _variable_measure(key: str, pattern: MeasurePattern) -> ProductCode | NotAProduct:
    """Read price or weight out of an in-store number; the exact number stays the first key."""
    measure = int(key[13 - pattern.measure_digits : 13])
    item = key[1 + len(pattern.prefix) : 13 - pattern.measure_digits]
    payload = key[: 13 - pattern.measure_digits] + "0" * pattern.measure_digits
    if pattern.goods_prefix:
        payload = "0" + pattern.goods_prefix + item
    base = payload + str(check_digit(payload))
    if measure == 0 and (pattern.goods_prefix or pattern.kind is MeasureKind.REDUCED_PRICE):
        return NotAProduct(reason="unreadable")
    if pattern.kind is MeasureKind.REDUCED_PRICE:
        return ProductCode(key=key, alternative_key=base, price_minor=measure, is_marked_down=True)
    if pattern.kind is MeasureKind.PRICE:
        return ProductCode(key=key, alternative_key=base, price_minor=measure)
    return ProductCode(key=key, alternative_key=base, weight_g=measure)


def _gs1(text: str, symbology: Symbology, currency: str) -> ProductCode | NotAProduct:
    """An element string or Digital Link: its GTIN (AI 01), net weight (AI 310n), amount payable (392n, 393n).

    The amount counts only for trade items of variable measure (a GTIN-14 that begins with 9), as GS1 has it:
    on other goods anybody could print a code with a price of their own. An amount in another currency, or one
    that is no whole number of minor units, refuses the code: the pack has no other price.
    """
    fields = elements.fields_of(text)
    number = fields.get("01")
    if number is None:
        bare = symbology in _BARE and len(text) in (13, 14) and text.isascii() and text.isdigit()
        if not bare:
            return NotAProduct(reason="not_a_product")
        number = text
    if not check_digit_ok(number):
        return NotAProduct(reason="unreadable")
    key = number.zfill(14)
    is_measured = bool(currency) and key.startswith(VARIABLE_MEASURE)
    price_minor = elements.amount_payable(fields, currency) if is_measured else None
    if price_minor == 0:
        return NotAProduct(reason="unreadable")
    return ProductCode(key=key, weight_g=elements.net_weight_g(fields), price_minor=price_minor)
