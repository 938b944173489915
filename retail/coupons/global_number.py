"""The Global Coupon Number: GS1 AI 255, with what it is worth in AI 390n, 394n or 8111 beside it.

The number says whose coupon it is; its worth, if it carries any, stands in a companion field. Without one
the shop's own list of offers says what it gives.

Source: GS1 General Specifications, AI 255 (N13+N..12), 390n (N..15), 394n (N4), 8111 (N4), 17 (expiry);
read with `biip`.
Invariants: pure; never raises; the check digit of the number is true; an amount that is not a whole number
of minor units is refused, never rounded.
"""

import datetime

import biip

from retail.codes import check_digit_ok
from retail.coupons.digits import gs1_date
from retail.coupons.model import (
    PERCENT_WHOLE,
    Benefit,
    Coupon,
    CouponKind,
    Fault,
    ParsedCoupon,
    RedemptionPolicy,
    Saving,
    refused,
)
from retail.money import AMOUNT_MAX_MINOR, exponent

AI_255 = "255"
_NUMBER_DIGITS = 13


def parse_element_string(
    text: str, policy: RedemptionPolicy, reference_year: int, currency: str
) -> ParsedCoupon:
    """Read an element string that begins with `255`; a group separator (ASCII 29) ends variable fields."""
    message = biip.parse("]C1" + text).gs1_message
    if message is None:
        return refused(Fault.CUT_SHORT, "element_string")
    return _parse(
        {field.ai.ai: field.value for field in message.element_strings},
        policy,
        reference_year,
        currency,
        text,
    )


def parse_link(url: str, policy: RedemptionPolicy, reference_year: int, currency: str) -> ParsedCoupon:
    """Read a GS1 Digital Link whose key is a coupon number (`https://.../255/...`)."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    try:
        link = biip.parse(f"{scheme.lower()}://{host.lower()}{slash}{path}").gs1_digital_link_uri
    except ValueError:  # a host that no URL parser can split
        return refused(Fault.NOT_A_COUPON)
    fields = {field.ai.ai: field.value for field in link.element_strings} if link else {}
    if AI_255 not in fields:
        return refused(Fault.NOT_A_COUPON)
    return _parse(fields, policy, reference_year, currency, url)


def _parse(
    fields: dict[str, str], policy: RedemptionPolicy, reference_year: int, currency: str, text: str
) -> ParsedCoupon:
    value = fields.get(AI_255, "")
    number, serial = value[:_NUMBER_DIGITS], value[_NUMBER_DIGITS:]
    if not check_digit_ok(number) or len(number) != _NUMBER_DIGITS:
        return refused(Fault.BAD_CHECK_DIGIT, "coupon_number", len(AI_255))
    saving = _saving(fields, exponent(currency))
    if saving is None:
        return refused(Fault.BAD_VALUE, "coupon_value")
    valid_until = None
    if "17" in fields:
        valid_until = _expiry(fields["17"], reference_year)
        if valid_until is None:
            return refused(Fault.BAD_DATE, "expiration_date")
    kind = CouponKind.GLOBAL_NUMBER
    coupon = Coupon(
        kind=kind,
        text=text,
        coupon_id=f"{AI_255}:{number}",
        serial=serial or None,
        saving=saving,
        valid_until=valid_until,
        redemption=policy.redemption(kind, serial or None, saving),
    )
    return ParsedCoupon(coupon=coupon)


def _saving(fields: dict[str, str], currency_exponent: int) -> Saving | None:
    """What the companion fields give; None if impossible. More than one of them contradicts itself."""
    found = [name for name in fields if name[:3] in ("390", "394") or name == "8111"]
    if not found:
        return Saving(benefit=Benefit.LISTED)
    name, digits = found[0], fields[found[0]]
    if len(found) > 1 or not (digits.isascii() and digits.isdigit()):
        return None
    amount = int(digits)
    if name == "8111":
        return Saving(benefit=Benefit.POINTS, value=amount)
    decimals = int(name[3])
    if name.startswith("394"):
        value, rest = divmod(amount * 1000, 10**decimals)
        within = 0 < value <= PERCENT_WHOLE
        return Saving(benefit=Benefit.PERCENT, value=value) if within and not rest else None
    value, rest = divmod(amount * 10**currency_exponent, 10**decimals)
    return Saving(benefit=Benefit.AMOUNT, value=value) if value <= AMOUNT_MAX_MINOR and not rest else None


def _expiry(digits: str, reference_year: int) -> datetime.date | None:
    """YYMMDD; day 00 is the month's last (GS1 General Specifications, AI 17)."""
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
        return None
    if digits[4:] != "00":
        return gs1_date(digits, reference_year)
    first = gs1_date(digits[:4] + "01", reference_year)
    if first is None:
        return None
    return (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
