"""Coupons in ordinary retail symbols: GS1 prefixes 981-984 and 99, and U.P.C. number system 5.

Twelve digits leave room for an issuer, a reference and a small value. Which digits are which is a national
convention under 99 and a shared one under 981 and 982, so layouts are data, like in-store price codes.

Source: GS1 Ireland and GS1 Greece, "Coupon numbers" (981: tenths of a euro, 982: hundredths, 000: free
goods); U.P.C. coupon value codes as published by the JICC, compared in two public tables (docs/coupons.md).
Invariants: pure; only numbers with a true check digit; a value code without one agreed meaning is left to
staff.
"""

import enum

import msgspec

from retail.codes import check_digit_ok
from retail.coupons.model import (
    Benefit,
    Coupon,
    CouponKind,
    Fault,
    Measure,
    ParsedCoupon,
    RedemptionPolicy,
    Requirement,
    Saving,
    refused,
)
from retail.coupons.north_american import CURRENCIES, FAMILY_ANY_PRODUCT

EAN_DIGITS = 13
UPC_DIGITS = 12
EAN_PREFIXES = ("981", "982", "983", "984", "99")
"""GS1 prefixes that never name a product. 980 (refund receipts) is another matter."""


class Layout(enum.Enum):
    """What the digits behind the prefix are."""

    VALUE = "value"
    """Issuer, reference, value."""
    VALUE_CODE = "value_code"
    """Maker, family, two-digit value code: U.P.C. system 5 under another prefix."""
    LISTED = "listed"
    """Only the shop's list knows."""


class EanCouponPattern(msgspec.Struct, frozen=True, kw_only=True):
    """How coupons with one prefix are built. The shop's setting where its country has a convention."""

    prefix: str
    layout: Layout
    value_digits: int = 3
    """How many digits before the check digit are the value, for `VALUE`."""
    unit_minor: int = 1
    """Minor units per unit of value."""
    currencies: tuple[str, ...] = ()


EAN_PATTERNS = (
    EanCouponPattern(prefix="981", layout=Layout.VALUE, unit_minor=10, currencies=("EUR",)),
    EanCouponPattern(prefix="982", layout=Layout.VALUE, unit_minor=1, currencies=("EUR",)),
    EanCouponPattern(prefix="983", layout=Layout.LISTED),
    EanCouponPattern(prefix="984", layout=Layout.LISTED),
    EanCouponPattern(prefix="99", layout=Layout.VALUE_CODE, currencies=CURRENCIES),
)


def is_retail_coupon(digits: str) -> bool:
    """Whether a retail number is a coupon by its prefix, whatever its check digit says."""
    if len(digits) == EAN_DIGITS:
        return digits.startswith(EAN_PREFIXES) or digits.startswith("05")
    return len(digits) == UPC_DIGITS and digits.startswith("5")


def parse_retail(
    digits: str, policy: RedemptionPolicy, patterns: tuple[EanCouponPattern, ...]
) -> ParsedCoupon:
    """Read a 12 or 13 digit coupon number (ASCII digits)."""
    if not check_digit_ok(digits):
        return refused(Fault.BAD_CHECK_DIGIT, "check_digit", len(digits) - 1)
    if len(digits) == UPC_DIGITS:
        return _value_code(digits, digits[1:11], policy, CURRENCIES)
    if digits.startswith("05"):
        return _value_code(digits[1:], digits[2:12], policy, CURRENCIES)
    for pattern in patterns:
        if digits.startswith(pattern.prefix):
            return _by_pattern(digits, pattern, policy)
    return refused(Fault.NOT_A_COUPON)


def _by_pattern(digits: str, pattern: EanCouponPattern, policy: RedemptionPolicy) -> ParsedCoupon:
    if pattern.layout is Layout.VALUE_CODE:
        return _value_code(digits, digits[2:12], policy, pattern.currencies)
    kind, payload = CouponKind.EAN, digits[:-1]
    value = 0
    if pattern.layout is Layout.VALUE:
        value = int(payload[-pattern.value_digits :]) * pattern.unit_minor
        payload = payload[: -pattern.value_digits]
    saving = Saving(benefit=Benefit.AMOUNT, value=value) if value else Saving(benefit=Benefit.LISTED)
    coupon = Coupon(
        kind=kind,
        text=digits,
        coupon_id=f"ean:{payload}",
        saving=saving,
        currencies=pattern.currencies,
        redemption=policy.redemption(kind, None, saving),
    )
    return ParsedCoupon(coupon=coupon)


def _value_code(text: str, body: str, policy: RedemptionPolicy, currencies: tuple[str, ...]) -> ParsedCoupon:
    """Five digits of the maker's number, three of the family, two of the value code."""
    maker, family, code = body[:5], body[5:8], body[8:]
    units, benefit, value = VALUE_CODES.get(code, (1, Benefit.STAFF, 0))
    kind, saving = CouponKind.UPC_5, Saving(benefit=benefit, value=value)
    if benefit is Benefit.STAFF:
        reason = "printed_value"
    else:
        reason = "any_product" if family == FAMILY_ANY_PRODUCT else ""
    coupon = Coupon(
        kind=kind,
        text=text,
        coupon_id=f"upc-5:{maker}:{family}:{code}",
        funder_prefix=maker,
        requirements=(Requirement(measure=Measure.UNITS, amount=units, company_prefix=maker, family=family),),
        saving=saving,
        currencies=currencies,
        redemption=policy.redemption(kind, None, saving),
        needs_staff=reason,
    )
    return ParsedCoupon(coupon=coupon)


_FREE = "01=1 02=5 14=2 16=3 19=4"
"""Value code = units to buy, one of which is free."""
_CENTS = {
    1: "03=110 04=135 06=160 10=10 11=185 12=12 15=15 18=260 20=20 25=25 26=285 29=29 30=30 35=35 39=39 "
    "40=40 45=45 49=49 50=50 55=55 59=59 60=60 61=1000 62=950 63=900 64=850 65=65 66=800 67=750 68=700 "
    "69=69 70=70 71=650 72=600 73=550 74=500 75=75 76=100 77=125 78=150 79=79 80=80 81=175 82=200 83=225 "
    "84=250 85=85 86=275 87=300 88=325 89=89 90=90 91=350 92=375 93=400 94=425 95=95 96=450 97=475 99=99",
    2: "21=35 22=40 23=45 24=50 28=55 31=60 32=75 33=100 34=125 36=150 43=110 44=135 46=160 47=175 48=185 "
    "51=200 53=10 54=15 56=20 57=25 58=30 98=65",
    3: "37=25 38=30 41=50 42=100 52=55",
}
"""Units to buy: value code = cents off."""


def _value_codes() -> dict[str, tuple[int, Benefit, int]]:
    table = {code: (units, Benefit.FREE_ITEM, 0) for code, units in _pairs(_FREE)}
    for units, cents in _CENTS.items():
        table |= {code: (units, Benefit.AMOUNT, value) for code, value in _pairs(cents)}
    return table


def _pairs(text: str) -> list[tuple[str, int]]:
    return [(pair[:2], int(pair[3:])) for pair in text.split()]


VALUE_CODES = _value_codes()
"""U.P.C. coupon value codes: (units to buy, kind of saving, cents); only those with one meaning."""
