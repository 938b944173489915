"""The coupon handed out for the next visit: one of the shop's own codes with a signed serial number.

    VISIT3 + 7Q 4M2XK 9TPRA      code, last day, number, signature

The last day and a keyed hash stand in the serial number, so that any lane of the shop can tell without asking
anybody whether a paper is genuine and until when it counts. That it counts once is kept by the books of
coupons, like that of any other serial number.

Invariants: pure; the same transaction always gets the same code; a changed character is not genuine.
"""

import datetime
import hashlib
import hmac

from msgspec.structs import replace

from kiosk.checkout.decision import Context
from retail.check import require
from retail.coupons.model import Benefit, Coupon, CouponKind, Saving
from retail.coupons.store_codes import normalised
from retail.terms import Terms
from retail.terms_json import SERIAL_MIN, STORE_CODE, NextVisitTerms

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter is taken for a digit."""
_DAY_DIGITS = 2
_DAYS = 32**_DAY_DIGITS
"""The last day is told modulo this many days: nearly three years, of which the nearest to today is meant."""


def code_for(rule: NextVisitTerms, terms: Terms, transaction_id: str, until: str, secret: bytes) -> str:
    """The code to print for a transaction, valid until that ISO date."""
    length = terms.next_visit_serial_length(rule.code)
    require(length >= SERIAL_MIN, "a next-visit code carries a serial number")
    code = normalised(rule.code)
    number_digits, signature_digits = _digits(length)
    day = _base_32(datetime.date.fromisoformat(until).toordinal() % _DAYS, _DAY_DIGITS)
    number = _hashed(secret, f"number {transaction_id}", number_digits)
    return code + day + number + _hashed(secret, f"signed {code} {day} {number}", signature_digits)


def rule_worth(terms: Terms, value_minor: int) -> NextVisitTerms | None:
    """The rule that gives a coupon of this worth; the longest valid of several."""
    rules = [rule for rule in terms.next_visit if rule.value_minor == value_minor]
    return max(rules, key=lambda rule: rule.valid_days, default=None)


def is_genuine(coupon: Coupon, context: Context) -> bool:
    """Whether a coupon is none of these, or signed by this shop."""
    return _rule_of(coupon, context) is None or is_signed(coupon, context)


def as_signed(coupon: Coupon, context: Context) -> Coupon | None:
    """The coupon with the worth that was printed on it, for whoever decides alone; None: not signed here."""
    rule = _rule_of(coupon, context)
    if rule is None or not is_signed(coupon, context):
        return None
    return replace(coupon, saving=Saving(benefit=Benefit.BASKET_AMOUNT, value=rule.value_minor))


def is_signed(coupon: Coupon, context: Context) -> bool:
    """Whether this shop signed the coupon's serial number."""
    secret = context.assortment.secret
    if not secret or _rule_of(coupon, context) is None:
        return False
    code, serial = coupon.coupon_id.removeprefix(STORE_CODE), coupon.serial or ""
    number_digits, signature_digits = _digits(len(serial))
    day, number = serial[:_DAY_DIGITS], serial[_DAY_DIGITS : _DAY_DIGITS + number_digits]
    signature = _hashed(secret, f"signed {code} {day} {number}", signature_digits)
    return hmac.compare_digest(serial[_DAY_DIGITS + number_digits :], signature)


def with_its_own_dates(coupon: Coupon, context: Context) -> Coupon:
    """The coupon with the dates its serial number carries, if this shop signed it."""
    rule = _rule_of(coupon, context)
    if rule is None or not is_signed(coupon, context):
        return coupon
    today = datetime.date.fromisoformat(context.local[:10])
    told = sum(_ALPHABET.index(digit) * 32**power for power, digit in enumerate((coupon.serial or "")[1::-1]))
    ahead = (told - today.toordinal() + _DAYS // 2) % _DAYS - _DAYS // 2
    until = today + datetime.timedelta(days=ahead)
    first = until - datetime.timedelta(days=rule.valid_days - 1)
    return replace(coupon, valid_from=first, valid_until=until)


def _rule_of(coupon: Coupon, context: Context) -> NextVisitTerms | None:
    """The rule under which such a code is handed out."""
    if coupon.kind is not CouponKind.STORE_CODE or not coupon.serial or len(coupon.serial) < SERIAL_MIN:
        return None
    rules = context.assortment.terms.next_visit
    return next((rule for rule in rules if STORE_CODE + normalised(rule.code) == coupon.coupon_id), None)


def _digits(length: int) -> tuple[int, int]:
    """Digits of the number and of the signature."""
    number = (length - _DAY_DIGITS) // 2
    return number, length - _DAY_DIGITS - number


def _hashed(secret: bytes, text: str, digits: int) -> str:
    raw = hmac.new(secret, b"next visit " + text.encode(), hashlib.sha256).digest()
    return _base_32(int.from_bytes(raw, "big") % 32**digits, digits)


def _base_32(value: int, digits: int) -> str:
    return "".join(_ALPHABET[value // 32**power % 32] for power in reversed(range(digits)))
