"""North American coupons: GS1 application identifiers 8110 (all in the code) and 8112 (asked for online).

Every field of 8110 has its length in front of it and the optional ones a marker digit, so that one wrong
digit shifts the rest: the parser refuses whatever cannot be a coupon instead of guessing, and says where.

Source: JICC, "North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols" R2.0 (2015);
GS1 syntax dictionary, linters `couponcode` and `couponposoffer`; docs/coupons.md for the meaning of codes.
Invariants: pure; total over ASCII digits; no field is read that the layout does not have.
"""

from retail.coupons.digits import Digits
from retail.coupons.model import (
    PERCENT_WHOLE,
    Benefit,
    Coupon,
    CouponKind,
    Fault,
    Funder,
    Measure,
    ParsedCoupon,
    RedemptionPolicy,
    Requirement,
    Rule,
    Saving,
    refused,
)

AI_8110 = "8110"
AI_8112 = "8112"
AI_8110_DIGITS_MAX = 70
"""Behind the application identifier."""
CURRENCIES = ("USD", "CAD")
FAMILY_ANY_PRODUCT = "992"
"""The family code that asks the till not to check what was bought."""

_MEASURES = {
    "0": Measure.UNITS,
    "1": Measure.SPEND,
    "2": Measure.BASKET_SPEND,
    "3": Measure.POUNDS,
    "4": Measure.GRAMS,
    "9": Measure.STAFF,
}
_RULES = {"0": Rule.ANY, "1": Rule.ALL, "2": Rule.FIRST_AND_ANOTHER, "3": Rule.ANOTHER}
_BENEFITS = {
    "0": Benefit.AMOUNT,
    "1": Benefit.FREE_ITEM,
    "2": Benefit.FREE_ITEMS,
    "5": Benefit.PERCENT,
    "6": Benefit.BASKET_AMOUNT,
}
_ALL_ITEMS = "9"
_SAME_COMPANY = "9"


def parse_8110(text: str, policy: RedemptionPolicy, reference_year: int) -> ParsedCoupon:
    """Read a coupon that begins with `8110`; `text` holds ASCII digits only."""
    if len(text) > len(AI_8110) + AI_8110_DIGITS_MAX:
        return refused(Fault.TOO_LONG)
    digits = Digits(text, len(AI_8110), reference_year)
    prefix = digits.counted("0123456", 6, "company_prefix")
    offer = digits.take(6, "offer_code")
    value = int(digits.counted("12345", 0, "save_value"))
    requirements = [_requirement(digits, "first_purchase", prefix)]
    rule = Rule.ALL
    if digits.skip_if("1"):
        rule = _RULES[digits.code("0123", "additional_purchase_rules")]
        requirements.append(_other_requirement(digits, "second_purchase", prefix))
    if digits.skip_if("2"):
        requirements.append(_other_requirement(digits, "third_purchase", prefix))
    valid_until = digits.date("expiration_date") if digits.skip_if("3") else None
    valid_from = digits.date("start_date") if digits.skip_if("4") else None
    if valid_until and valid_from and valid_until < valid_from:
        digits.fail(Fault.DATES_REVERSED, "start_date")
    serial = digits.counted("0123456789", 6, "serial_number") if digits.skip_if("5") else None
    retailer = digits.counted("1234567", 6, "retailer") if digits.skip_if("6") else None
    saving, store_funded, may_multiply = Saving(benefit=Benefit.AMOUNT, value=value), False, True
    if digits.skip_if("9"):
        saving, store_funded, may_multiply = _miscellaneous(digits, value)
    digits.end()
    if digits.error is not None:
        return ParsedCoupon(error=digits.error)
    kind = CouponKind.NORTH_AMERICAN
    coupon = Coupon(
        kind=kind,
        text=text,
        coupon_id=f"{AI_8110}:{prefix}:{offer}",
        serial=serial,
        funder=Funder.STORE if store_funded else Funder.MAKER,
        funder_prefix=prefix,
        requirements=tuple(requirements),
        rule=rule,
        saving=saving,
        currencies=CURRENCIES,
        valid_from=valid_from,
        valid_until=valid_until,
        retailer=retailer,
        may_multiply=may_multiply,
        redemption=policy.redemption(kind, serial, saving),
        needs_staff=_staff_reason(requirements, rule, saving),
    )
    return ParsedCoupon(coupon=coupon)


def _requirement(digits: Digits, field: str, company_prefix: str) -> Requirement:
    amount = int(digits.counted("12345", 0, field))
    measure = _MEASURES[digits.code("012349", f"{field}_code")]
    family = digits.take(3, f"{field}_family")
    return Requirement(measure=measure, amount=amount, company_prefix=company_prefix, family=family)


def _other_requirement(digits: Digits, field: str, first_prefix: str) -> Requirement:
    """A second or third requirement: its maker follows, and indicator 9 (no digits) means the first's."""
    requirement = _requirement(digits, field, first_prefix)
    if digits.skip_if(_SAME_COMPANY):
        return requirement
    prefix = digits.counted("0123456", 6, f"{field}_company_prefix")
    return Requirement(
        measure=requirement.measure,
        amount=requirement.amount,
        company_prefix=prefix,
        family=requirement.family,
    )


def _miscellaneous(digits: Digits, value: int) -> tuple[Saving, bool, bool]:
    """Field 9: the saving, whether the store pays, whether it may be multiplied."""
    benefit = _BENEFITS[digits.code("01256", "save_value_code")]
    applies_to = int(digits.code("012", "save_value_applies_to"))
    store = digits.code("0123456789", "store_coupon")
    may_multiply = digits.code("01", "do_not_multiply") == "0"
    if benefit is Benefit.PERCENT:
        value *= 1000
        if value > PERCENT_WHOLE:
            digits.fail(Fault.BAD_VALUE, "save_value")
    items = None if store == _ALL_ITEMS else max(1, int(store))
    saving = Saving(benefit=benefit, value=value, applies_to=applies_to, items=items)
    return saving, store != "0", may_multiply


def _staff_reason(requirements: list[Requirement], rule: Rule, saving: Saving) -> str:
    if any(requirement.measure is Measure.STAFF for requirement in requirements):
        return "printed_conditions"
    if saving.applies_to >= len(requirements) or (rule is Rule.ANOTHER and len(requirements) == 1):
        return "no_such_item"
    target = requirements[saving.applies_to]
    if saving.benefit in (Benefit.FREE_ITEM, Benefit.FREE_ITEMS) and target.measure is not Measure.UNITS:
        return "free_by_measure"
    checked = [requirement for requirement in requirements if requirement.measure is not Measure.BASKET_SPEND]
    return "any_product" if any(item.family == FAMILY_ANY_PRODUCT for item in checked) else ""


def parse_8112(text: str, policy: RedemptionPolicy, reference_year: int) -> ParsedCoupon:
    """Read a coupon that begins with `8112`: a number to ask about. It never has a value of its own."""
    digits = Digits(text, len(AI_8112), reference_year)
    digits.code("01", "format")
    funder = digits.counted("0123456", 6, "funder")
    offer = digits.take(6, "offer_code")
    serial = digits.counted("0123456789", 6, "serial_number")
    digits.end()
    if digits.error is not None:
        return ParsedCoupon(error=digits.error)
    kind, saving = CouponKind.POSITIVE_OFFER, Saving(benefit=Benefit.LISTED)
    coupon = Coupon(
        kind=kind,
        text=text,
        coupon_id=f"{AI_8112}:{funder}:{offer}",
        serial=serial,
        funder_prefix=funder,
        saving=saving,
        redemption=policy.redemption(kind, serial, saving),
    )
    return ParsedCoupon(coupon=coupon)
