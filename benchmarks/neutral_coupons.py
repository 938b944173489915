"""A parsed coupon in the neutral schema's words."""

from typing import Any

from retail.coupons.model import Coupon, Measure, Requirement, Rule
from retail.coupons.parse import parse_coupon

MEASURES = {
    Measure.UNITS: "0",
    Measure.SPEND: "1",
    Measure.BASKET_SPEND: "2",
    Measure.POUNDS: "3",
    Measure.GRAMS: "4",
    Measure.STAFF: "9",
}
RULES = {Rule.ANY: "0", Rule.ALL: "1", Rule.FIRST_AND_ANOTHER: "2", Rule.ANOTHER: "3"}


def parse_figures(barcode: str) -> dict[str, Any]:
    """What a barcode says, in the schema's fields; a barcode that is no coupon is only not valid."""
    parsed = parse_coupon(barcode)
    if parsed.coupon is None:
        return {"valid": False}
    coupon = parsed.coupon
    figures: dict[str, Any] = {
        "valid": True,
        "gcp": coupon.funder_prefix,
        "funder": coupon.funder_prefix,
        "offer": coupon.coupon_id.rsplit(":", 1)[-1],
        "save_value": coupon.saving.value,
        "serial": coupon.serial,
        "retailer": coupon.retailer,
        "rules_code": RULES[coupon.rule],
        "starts": _day(coupon.valid_from),
        "expires": _day(coupon.valid_until),
    }
    if coupon.requirements:
        first = coupon.requirements[0]
        figures |= {
            "purchase_requirement": first.amount,
            "requirement_code": MEASURES[first.measure],
            "family_code": first.family,
        }
    for name, requirement in zip(("second", "third"), coupon.requirements[1:], strict=False):
        figures[name] = _further(requirement, coupon)
    return figures


def _further(requirement: Requirement, coupon: Coupon) -> dict[str, Any]:
    prefix = requirement.company_prefix
    return {
        "requirement": requirement.amount,
        "code": MEASURES[requirement.measure],
        "family": requirement.family,
        "gcp": "same" if prefix == coupon.funder_prefix else prefix,
    }


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
