"""The shop's own coupon codes: plain text a shopper types or shows, matched against the shop's list.

A code names an offer of the shop, which says what it gives. A code may stand for one campaign (`SPRING`) or,
with a serial number behind it, for one printed paper (`THANKS` + `7K2Q9F`), which counts once for ever.

Source: docs/coupons.md.
Invariants: matching ignores case, spaces and hyphens; a list with two meanings for one text is refused whole.
"""

import datetime
import re
from collections.abc import Iterable

import msgspec

from retail.coupons.model import (
    Benefit,
    Coupon,
    CouponKind,
    Fault,
    Funder,
    ParsedCoupon,
    Redemption,
    Saving,
    refused,
)
from retail.coupons.retail_numbers import is_retail_coupon

CODE_MIN = 4
"""Shorter codes are guessed, or typed by mistake."""
CODE_MAX = 32
SERIAL_MAX = 24
LIST_MAX = 100_000
GTIN_LENGTHS = (8, 12, 13, 14)
_CODE = re.compile(rf"[A-Z0-9]{{{CODE_MIN},{CODE_MAX}}}")
_SERIAL = re.compile(rf"[A-Z0-9]{{1,{SERIAL_MAX}}}")
_IGNORED = re.compile(r"[ \-]")


class StoreCode(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the shop's list."""

    code: str
    """Letters and digits; how it is written (case, spaces, hyphens) does not matter."""
    serial_length: int = 0
    """Characters behind the code that name one paper; 0: every copy is alike."""
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    redemption: Redemption = Redemption.LOCAL_OK


class StoreCodesRefusedError(ValueError):
    """A list of codes with a mistake; the message names the code and the reason. Nothing was loaded."""


class StoreCodes:
    """The shop's list, ready to be asked."""

    def __init__(self, codes: Iterable[StoreCode] = ()) -> None:
        self._by_text: dict[tuple[str, int], StoreCode] = {}
        self._lengths: set[int] = set()
        self._longest = 0
        for entry in codes:
            text = normalised(entry.code)
            if not _CODE.fullmatch(text):
                raise StoreCodesRefusedError(
                    f"code {entry.code!r} is not {CODE_MIN} to {CODE_MAX} letters and digits"
                )
            if not 0 <= entry.serial_length <= SERIAL_MAX:
                raise StoreCodesRefusedError(f"code {entry.code!r} has no serial length of 0 to {SERIAL_MAX}")
            if entry.valid_from and entry.valid_until and entry.valid_until < entry.valid_from:
                raise StoreCodesRefusedError(f"code {entry.code!r} ends before it starts")
            if _could_be_a_product(text, entry.serial_length):
                raise StoreCodesRefusedError(f"code {entry.code!r} could be the number of a product")
            if len(self._by_text) >= LIST_MAX:
                raise StoreCodesRefusedError(f"more than {LIST_MAX} codes")
            if (text, entry.serial_length) in self._by_text:
                raise StoreCodesRefusedError(f"code {entry.code!r} stands twice")
            self._by_text[text, entry.serial_length] = entry
            self._lengths.add(entry.serial_length)
            self._longest = max(self._longest, len(text) + entry.serial_length)

    def __len__(self) -> int:
        return len(self._by_text)

    def find(self, text: str) -> tuple[StoreCode, str | None] | None:
        """The entry a text means and its serial number; None if it means none. The plain code wins."""
        if len(text) > 2 * self._longest:
            return None
        plain = normalised(text)
        for length in sorted(self._lengths):
            if length >= len(plain):
                break
            code, serial = plain[: len(plain) - length], plain[len(plain) - length :]
            entry = self._by_text.get((code, length))
            if entry is not None:
                return entry, serial or None
        return None


def _could_be_a_product(code: str, serial_length: int) -> bool:
    """Digits as long as a GTIN, outside the prefixes that never name a product."""
    digits = code + "0" * serial_length
    return code.isdigit() and len(digits) in GTIN_LENGTHS and not is_retail_coupon(digits)


def normalised(text: str) -> str:
    """How codes are compared: upper case, without spaces and hyphens."""
    return _IGNORED.sub("", text).upper()


def parse_store_code(text: str, codes: StoreCodes) -> ParsedCoupon:
    """Read one of the shop's own codes."""
    found = codes.find(text)
    if found is None:
        return refused(Fault.NOT_A_COUPON)
    entry, serial = found
    if serial is not None and not _SERIAL.fullmatch(serial):
        return refused(Fault.BAD_SERIAL, "serial", len(normalised(entry.code)))
    code = normalised(entry.code)
    coupon = Coupon(
        kind=CouponKind.STORE_CODE,
        text=code + (serial or ""),
        coupon_id=f"store:{code}",
        serial=serial,
        funder=Funder.STORE,
        saving=Saving(benefit=Benefit.LISTED),
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        redemption=entry.redemption,
    )
    return ParsedCoupon(coupon=coupon)
