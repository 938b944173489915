"""The sums by card scheme that a terminal tells at its end of day (BMP 60).

Source: ZVT commands PA00P015 section 8, BMP 60; checked against recorded traffic (a Feig cVEND, one scheme).
Invariants: 53 bytes or `ProtocolError`; seven groups in the order of the standard.
"""

import msgspec

from kiosk.payment.zvt.codec.bitmaps import bcd, from_bcd
from kiosk.payment.zvt.codec.errors import ProtocolError

GROUPS = ("girocard", "jcb", "mastercard", "amex", "visa", "diners", "other")
RECEIPT_SIZE, COUNT_SIZE, AMOUNT_SIZE = 2, 1, 6
SIZE = 2 * RECEIPT_SIZE + len(GROUPS) * (COUNT_SIZE + AMOUNT_SIZE)


class GroupTotal(msgspec.Struct, frozen=True, kw_only=True):
    """Number of payments and their sum."""

    group: str
    count: int
    amount_minor: int


class DayTotals(msgspec.Struct, frozen=True, kw_only=True):
    """First and last receipt of the day, and each group."""

    first_receipt: int
    last_receipt: int
    groups: tuple[GroupTotal, ...]


def parse_totals(raw: bytes) -> DayTotals:
    """The sums in `raw`."""
    if len(raw) != SIZE:
        raise ProtocolError(f"the day's sums have {len(raw)} bytes instead of {SIZE}")
    groups, at = [], 2 * RECEIPT_SIZE
    for group in GROUPS:
        amount = _number(raw[at + COUNT_SIZE : at + COUNT_SIZE + AMOUNT_SIZE])
        groups.append(GroupTotal(group=group, count=raw[at], amount_minor=amount))
        at += COUNT_SIZE + AMOUNT_SIZE
    return DayTotals(
        first_receipt=_number(raw[:RECEIPT_SIZE]),
        last_receipt=_number(raw[RECEIPT_SIZE : 2 * RECEIPT_SIZE]),
        groups=tuple(groups),
    )


def encode_totals(totals: DayTotals) -> bytes:
    """The reverse of `parse_totals`."""
    sums = b"".join(bytes((total.count,)) + bcd(total.amount_minor, AMOUNT_SIZE) for total in totals.groups)
    return bcd(totals.first_receipt, RECEIPT_SIZE) + bcd(totals.last_receipt, RECEIPT_SIZE) + sums


def _number(raw: bytes) -> int:
    value = from_bcd(raw)
    if value is None:
        raise ProtocolError("a sum of the day is not BCD")
    return value
