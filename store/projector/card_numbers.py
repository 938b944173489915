"""Look for whole card numbers where none may be.

Lanes only ever get the last four digits. Should a device or a person ever put more into a journal, the
envelope is set aside and nobody but support sees it. Only numbers of the schemes' own lengths and beginnings
that pass Luhn's check count, and fields that hold other numbers by nature (goods, coupons) are left out; a
GTIN-13 is shorter than any card number of today.

Source: PCI DSS 4.0, requirement 3.3; ISO/IEC 7812-1 (Luhn).
Invariants: pure; what was found is never quoted, only where.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from retail.unreadable import UNREADABLE

_RUN = re.compile(rb"(?<![0-9A-Za-z])\d(?:[ -]?\d){13,18}(?![0-9A-Za-z])")
_SCHEMES = (
    re.compile(r"3[47]\d{13}"),
    re.compile(r"3(?:0[0-5]|[689]\d)\d{11}"),
    re.compile(r"4\d{15}(?:\d{3})?"),
    re.compile(r"5[1-5]\d{14}"),
    re.compile(r"2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"),
    re.compile(r"6(?:011|5\d\d|2\d\d|4[4-9]\d)\d{12,15}"),
)
_OTHER_NUMBERS = frozenset(
    {"key", "gtin", "pack_of", "item_key", "coupon_id", "redemption_key", "next_visit_code", "scanned"}
)
"""Fields that hold numbers of goods and coupons."""


def where(body: bytes) -> str:
    """The field that seems to hold a card number; empty if none does. `body`: one JSON object."""
    if not may_be_in(body):
        return ""
    try:
        document = msgspec.json.decode(body)
    except UNREADABLE:
        return "somewhere"
    return next(_fields(document, ""), "")


def may_be_in(text: bytes) -> bool:
    """Whether some digits in there are a card number, whatever field they stand in."""
    return any(is_card_number(run) for run in _runs(text))


def is_card_number(digits: str) -> bool:
    """Whether these digits are a card number by scheme, length and check digit."""
    return any(scheme.fullmatch(digits) for scheme in _SCHEMES) and _luhn(digits)


def _runs(body: bytes) -> Iterator[str]:
    for found in _RUN.finditer(body):
        yield re.sub(rb"[ -]", b"", found[0]).decode("ascii")


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _fields(value: Any, name: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner, name)
    elif name not in _OTHER_NUMBERS and any(is_card_number(run) for run in _runs(str(value).encode())):
        yield name
