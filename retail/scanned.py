"""What a code that was shown or typed is: a member, a credential, a coupon, a product, or why it is none.

A till has one scanner for everything. A member is asked first, because a member's card may look like an
in-store product; then what begins like a credential; then coupons, because some look like products too; what
is left are goods.

Invariants: pure; total: every text has an answer, none raises; a member's key is never part of a refusal.
"""

import msgspec

from retail import codes, member
from retail.catalogue import Catalogue
from retail.codes import MeasurePattern, NotAProduct, ProductCode, Symbology
from retail.coupons.model import Coupon, Fault
from retail.coupons.parse import parse_coupon
from retail.credential.code import Credential, parse
from retail.credential.reasons import Reason
from retail.member import MemberKey
from retail.terms import Terms


class NotRead(msgspec.Struct, frozen=True, kw_only=True):
    """A code that is nothing to this shop. Nothing was added."""

    reason: str
    """`unknown`, `unreadable` (a check digit is wrong), `not_a_product`, `too_long`, or `bad_coupon`."""
    detail: str = ""
    """For the log: what is wrong with a coupon's code. Never part of the code itself."""


class Shown(NotRead, frozen=True, kw_only=True):
    """A rotating or paper credential: a member, a wallet, a basket, an order or the way out, by its `kind`.

    What it says counts only once `retail.credential.verify` has looked at it. To a till that does not look it
    is a code that is nothing to this shop, and that is what it inherits.
    """

    credential: Credential


Scanned = MemberKey | Coupon | ProductCode | NotRead


def read_scan(
    text: str, symbology: Symbology, terms: Terms, patterns: tuple[MeasurePattern, ...], add_on: str = ""
) -> Scanned:
    """What a scanned code is. `add_on`: the two or five digits beside an EAN or UPC."""
    if len(text) > codes.TEXT_MAX:
        return NotRead(reason="too_long")
    found = member.identify_scanned(text, terms.members)
    if found.key is not None:
        return found.key
    if found.fault is member.Fault.BAD_CHECK_DIGIT:
        return NotRead(reason="unreadable")
    shown = _credential(text)
    if shown is not None:
        return shown
    coupon = _coupon(text, terms)
    if coupon is not None:
        return coupon
    meaning = codes.interpret(text, symbology, patterns, currency=terms.currency, add_on=add_on)
    return NotRead(reason=meaning.reason) if isinstance(meaning, NotAProduct) else meaning


def read_typed(
    text: str, terms: Terms, patterns: tuple[MeasurePattern, ...], catalogue: Catalogue
) -> Scanned:
    """What a shopper typed: a card number, a coupon's code, the number under a barcode, or a phone number.

    A number is goods only if the catalogue has them: one phone number in ten ends in a true check digit.
    """
    if len(text) > codes.TEXT_MAX:
        return NotRead(reason="too_long")
    text = text.strip()
    known = member.identify_typed(text, terms.members)
    if known.key is not None and known.key.kind is member.KeyKind.CARD:
        return known.key
    coupon = _coupon(text, terms)
    if isinstance(coupon, Coupon):
        return coupon
    meaning = codes.interpret(text.replace(" ", ""), Symbology.KEYED, patterns)
    if isinstance(meaning, ProductCode) and _is_sold(meaning, catalogue):
        return meaning
    if known.key is not None:
        return known.key
    if coupon is not None:
        return coupon
    is_misread = known.fault is member.Fault.BAD_CHECK_DIGIT
    return NotRead(reason="unreadable" if is_misread else "unknown")


def _credential(text: str) -> NotRead | None:
    """A credential, one that this program cannot read, or None for what is no credential at all."""
    read = parse(text)
    if isinstance(read, Credential):
        return Shown(reason="unknown", credential=read)
    if read is Reason.NOT_OURS:
        return None
    return NotRead(
        reason="unreadable" if read is Reason.DAMAGED else "unknown", detail=f"credential {read.value}"
    )


def _coupon(text: str, terms: Terms) -> Coupon | NotRead | None:
    """A coupon, a coupon that cannot be one, or None for what is no coupon at all."""
    parsed = parse_coupon(text, terms.coupon_rules, terms.store_codes)
    if parsed.coupon is not None:
        return parsed.coupon
    error = parsed.error
    if error is None or error.fault is Fault.NOT_A_COUPON:
        return None
    return NotRead(reason="bad_coupon", detail=error.words())


def _is_sold(code: ProductCode, catalogue: Catalogue) -> bool:
    keys = (code.key, code.alternative_key)
    return any(key is not None and catalogue.find(key) is not None for key in keys)
