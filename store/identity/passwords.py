"""Passwords, PINs and badges: how they are kept and compared.

Passwords and PINs are argon2id hashes. A badge is a long random text read by a scanner, so a keyed hash of
it is enough to look it up, and without the key nothing can be made of a stolen table. A PIN is short; what
protects it is that five wrong ones lock the account.

Source: docs/security.md, "Staff"; OWASP ASVS 5.0 V6.2 (length 8 at least, no composition rules).
Invariants: an unknown account costs as much time as a wrong password.
"""

import itertools
import re
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

PASSWORD_MIN, PASSWORD_MAX = 8, 128
PIN_MIN, PIN_MAX = 4, 8
BADGE_MIN, BADGE_MAX = 8, 128
TIME_COST, MEMORY_KIB, LANES = 2, 19 * 1024, 1
"""OWASP's minimum for argon2id."""
_PIN = re.compile(rf"[0-9]{{{PIN_MIN},{PIN_MAX}}}")


class Passwords:
    """Hashes and compares. Thread-safe; a comparison takes tens of milliseconds of processor time."""

    def __init__(self, time_cost: int = TIME_COST, memory_kib: int = MEMORY_KIB) -> None:
        self._hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=LANES)
        self._nobody = self._hasher.hash("nobody's password")

    def hash(self, secret: str) -> str:
        """What is stored."""
        return self._hasher.hash(_normal(secret))

    def matches(self, stored: str | None, secret: str) -> bool:
        """Whether the secret is the stored one; None (no such account) takes as long and never matches."""
        try:
            self._hasher.verify(stored or self._nobody, _normal(secret))
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Whether it was hashed with other parameters: hash it again at the next login."""
        return self._hasher.check_needs_rehash(stored)


def password_fault(password: str, login: str) -> str:
    """Why this may not be a password; empty if it may."""
    if not PASSWORD_MIN <= len(password) <= PASSWORD_MAX:
        return f"a password has {PASSWORD_MIN} to {PASSWORD_MAX} characters"
    if password.casefold() == login.casefold():
        return "the login is not a password"
    if len(set(password)) < 4:
        return "a password has at least four different characters"
    return ""


def pin_fault(pin: str) -> str:
    """Why this may not be a PIN; empty if it may."""
    if not _PIN.fullmatch(pin):
        return f"a PIN is {PIN_MIN} to {PIN_MAX} digits"
    steps = {int(right) - int(left) for left, right in itertools.pairwise(pin)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        return "a PIN is not a row like 1234 or 0000"
    return ""


def badge_fault(badge: str) -> str:
    """Why this may not be a badge; empty if it may."""
    printable = badge.isascii() and badge.isprintable() and badge == badge.strip()
    if not (BADGE_MIN <= len(badge) <= BADGE_MAX and printable):
        return f"a badge is {BADGE_MIN} to {BADGE_MAX} printable characters"
    return ""


def _normal(secret: str) -> str:
    """One form for what different keyboards send for the same characters."""
    return unicodedata.normalize("NFKC", secret)
