"""Coupons: read from any barcode or code, explained in the engine's words, redeemed once for ever."""

from retail.coupons.families import FamilyRow, FamilyTable
from retail.coupons.meaning import Meaning, offer_from_coupon
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
from retail.coupons.refusal import OfferTerms, Refusal, Shown, confirmed, refusal_when_shown
from retail.coupons.store_codes import StoreCode, StoreCodes, StoreCodesRefusedError

__all__ = [
    "Benefit",
    "Coupon",
    "CouponError",
    "CouponKind",
    "CouponRules",
    "FamilyRow",
    "FamilyTable",
    "Fault",
    "Funder",
    "Meaning",
    "Measure",
    "OfferTerms",
    "ParsedCoupon",
    "Redemption",
    "RedemptionPolicy",
    "Refusal",
    "Requirement",
    "Rule",
    "Saving",
    "Shown",
    "StoreCode",
    "StoreCodes",
    "StoreCodesRefusedError",
    "confirmed",
    "offer_from_coupon",
    "parse_coupon",
    "refusal_when_shown",
]
