"""The numbers of gift cards: how one is made, read from a scan or a keypad, and turned into what is kept.

A number is worth money to whoever knows it. So it is long and random; it is kept nowhere but as a keyed hash
beside its last four digits; and nothing here shows it in a log.

    20 digits   97, 17 random ones, check digit: QR ("gift:97...") or Code 128
    13 digits   a prefix of the shop's, random ones, check digit: EAN-13, for printed stock; needs a PIN

Source: docs/stored-value.md, "Numbers"; GS1 General Specifications 7.9 (check digit).
Invariants: pure; total: every text has an answer; `repr` never shows more than the last four digits.
"""

import hashlib
import hmac
from collections.abc import Callable

import msgspec

from retail.check import require
from retail.codes import check_digit

LONG_PREFIX = "97"
LONG_DIGITS = 20
EAN_DIGITS = 13
EAN_RANDOM_MIN = 8
"""Digits of an EAN-13 nobody can know; a PIN guards the rest."""
LAST_DIGITS = 4
PIN_MIN, PIN_MAX = 4, 8
"""Digits of a PIN."""
TEXT_PREFIX = "gift:"
TEXT_MAX = 64
HASH_PURPOSE = "gift"


class NumberRules(msgspec.Struct, frozen=True, kw_only=True):
    """How this shop's gift cards begin, where they are EAN-13."""

    ean_prefixes: tuple[str, ...] = ()
    """None: the shop has only long numbers. In-store prefixes that no goods or members' cards begin with."""

    def __post_init__(self) -> None:
        longest = EAN_DIGITS - 1 - EAN_RANDOM_MIN
        require(
            all(_digits(prefix) and 2 <= len(prefix) <= longest for prefix in self.ean_prefixes),
            f"a gift card's EAN begins with 2 to {longest} fixed digits",
        )


class GiftNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A number whose check digit is right. Whether there is such a card, only the store knows."""

    digits: str

    def __repr__(self) -> str:
        return f"GiftNumber(…{self.last_digits})"

    @property
    def last_digits(self) -> str:
        """What may be shown, printed and journalled."""
        return self.digits[-LAST_DIGITS:]

    @property
    def needs_pin(self) -> bool:
        """Whether it is too short to be enough by itself."""
        return len(self.digits) < LONG_DIGITS

    @property
    def qr_text(self) -> str:
        """What its QR code says."""
        return TEXT_PREFIX + self.digits

    def key(self, secret: bytes) -> str:
        """What the store is asked with (`secret`: `member_secret` of the replica)."""
        return hmac.new(secret, f"{HASH_PURPOSE}:{self.digits}".encode(), hashlib.sha256).hexdigest()


class BadNumber(msgspec.Struct, frozen=True, kw_only=True):
    """Looks like a gift card's number, mistyped or misread."""


def read_number(text: str, rules: NumberRules | None = None) -> GiftNumber | BadNumber | None:
    """A gift card's number as scanned or typed (blanks between digits do not matter); None: it is none."""
    if len(text) > TEXT_MAX:
        return None
    text = text.strip()
    is_named = text[: len(TEXT_PREFIX)].lower() == TEXT_PREFIX
    digits = text[len(TEXT_PREFIX) :] if is_named else text
    digits = digits.replace(" ", "")
    is_long = len(digits) == LONG_DIGITS and digits.startswith(LONG_PREFIX)
    is_ean = len(digits) == EAN_DIGITS and digits.startswith((rules or NumberRules()).ean_prefixes)
    if not _digits(digits) or not (is_long or is_ean):
        return BadNumber() if is_named else None
    if check_digit(digits[:-1]) != int(digits[-1]):
        return BadNumber()
    return GiftNumber(digits=digits)


def make_number(below: Callable[[int], int], ean_prefix: str = "") -> GiftNumber:
    """A new number; `below(n)` is a random number from 0 to n-1 (`secrets.randbelow`)."""
    prefix, size = (ean_prefix, EAN_DIGITS) if ean_prefix else (LONG_PREFIX, LONG_DIGITS)
    NumberRules(ean_prefixes=(ean_prefix,) if ean_prefix else ())
    count = size - 1 - len(prefix)
    payload = f"{prefix}{below(10**count):0{count}}"
    return GiftNumber(digits=payload + str(check_digit(payload)))


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
