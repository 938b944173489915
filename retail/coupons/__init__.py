"""Coupons: read from any barcode or code, explained in the engine's words, redeemed once for ever."""

from retail.coupons.model import (
    Benefit,
    Coupon,
    CouponError,
    CouponKind,
    Fault,
    Funder,
    Measure,
    ParsedCoupon,
    Redemption,
    RedemptionPolicy,
    Requirement,
    Rule,
    Saving,
)
from retail.coupons.parse import CouponRules, parse_coupon
from retail.coupons.store_codes import StoreCode, StoreCodes, StoreCodesRefusedError

__all__ = [
    "Benefit",
    "Coupon",
    "CouponError",
    "CouponKind",
    "CouponRules",
    "Fault",
    "Funder",
    "Measure",
    "ParsedCoupon",
    "Redemption",
    "RedemptionPolicy",
    "Requirement",
    "Rule",
    "Saving",
    "StoreCode",
    "StoreCodes",
    "StoreCodesRefusedError",
    "parse_coupon",
]
