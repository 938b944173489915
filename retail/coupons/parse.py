"""Which kind of coupon a scanned or typed text is, and that kind's parser.

The shop's own list is asked first: a shop that prints its coupons as EAN 99 knows better than any layout.
Text that could be a product is never taken for a coupon (an Italian EAN may begin with 8110, too).

Source: docs/coupons.md.
Invariants: total: every text gives a coupon or a reason, none raises; the same text gives the same answer.
"""

import msgspec

from retail.coupons import global_number, north_american, retail_numbers
from retail.coupons.model import Fault, ParsedCoupon, RedemptionPolicy, refused
from retail.coupons.retail_numbers import EAN_PATTERNS, EanCouponPattern
from retail.coupons.store_codes import StoreCodes, parse_store_code

TEXT_MAX = 512
"""Longer than any coupon code; the same limit as for product codes."""
GTIN_DIGITS_MAX = 14
"""A text no longer than that may be a product that begins like a coupon."""
REFERENCE_YEAR = 2026
"""Two-digit years mean the nearest ones to it: 1976 to 2076."""
_SYMBOLOGY_PREFIXES = ("]C1", "]e0", "]d2", "]Q3")
"""What some scanners put in front to say "GS1"."""


class CouponRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop has set about coupons."""

    currency: str = "EUR"
    policy: RedemptionPolicy = RedemptionPolicy()
    ean_patterns: tuple[EanCouponPattern, ...] = EAN_PATTERNS
    reference_year: int = REFERENCE_YEAR


def parse_coupon(
    text: str, rules: CouponRules | None = None, store_codes: StoreCodes | None = None
) -> ParsedCoupon:
    """Read any coupon text. A text that is no coupon gives `Fault.NOT_A_COUPON`; the sale goes on.

    >>> parse_coupon("81101061414165432132501101203140131").coupon.saving.value
    250
    """
    if len(text) > TEXT_MAX:
        return refused(Fault.TOO_LONG)
    rules = rules or CouponRules()
    if store_codes is not None:
        own = parse_store_code(text, store_codes)
        if own.error is None or own.error.fault is not Fault.NOT_A_COUPON:
            return own
    if text[:8].lower() == "https://" or text[:7].lower() == "http://":
        return global_number.parse_link(text, rules.policy, rules.reference_year, rules.currency)
    plain = _plain(text)
    is_long = len(plain) > GTIN_DIGITS_MAX
    if is_long and plain.startswith(north_american.AI_8110):
        return _digits_only(plain) or north_american.parse_8110(plain, rules.policy, rules.reference_year)
    if is_long and plain.startswith(north_american.AI_8112):
        return _digits_only(plain) or north_american.parse_8112(plain, rules.policy, rules.reference_year)
    if is_long and plain.startswith(global_number.AI_255):
        return global_number.parse_element_string(plain, rules.policy, rules.reference_year, rules.currency)
    if plain.isascii() and plain.isdigit() and retail_numbers.is_retail_coupon(plain):
        return retail_numbers.parse_retail(plain, rules.policy, rules.ean_patterns)
    return refused(Fault.NOT_A_COUPON)


def _plain(text: str) -> str:
    """Without the scanner's symbology mark, a leading group separator, and brackets round a first AI."""
    for prefix in _SYMBOLOGY_PREFIXES:
        text = text.removeprefix(prefix)
    text = text.removeprefix("\x1d").strip()
    for identifier in (north_american.AI_8110, north_american.AI_8112, global_number.AI_255):
        if text.startswith(f"({identifier})"):
            return identifier + text[len(identifier) + 2 :]
    return text


def _digits_only(text: str) -> ParsedCoupon | None:
    for index, character in enumerate(text):
        if not ("0" <= character <= "9"):
            return refused(Fault.NOT_DIGITS, "digits", index)
    return None
