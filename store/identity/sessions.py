"""Sessions of people in a browser: an unguessable cookie, and a second secret that forms send back.

The database keeps only hashes: who reads the table cannot use a session. The CSRF secret is derived from the
cookie, so it needs no place of its own.

Source: docs/security.md, "Sessions"; OWASP ASVS 5.0 V7.
Invariants: pure but for randomness.
"""

import hashlib
import hmac
import secrets

COOKIE = "__Host-store-session"
COOKIE_INSECURE = "store-session"
"""Without TLS (a demo on this machine) a browser does not take a `__Host-` cookie."""
PHONE_COOKIE = "__Host-store-phone"
PHONE_COOKIE_INSECURE = "store-phone"
"""A member's phone, for as long as it is used."""
CSRF_HEADER = "x-csrf-token"
CSRF_FIELD = "csrf_token"
IDLE_S = 30 * 60
LIFE_S = 12 * 3600
"""A long shift."""
TOUCH_S = 60
"""Use is noted at most this often."""
SECRET_MAX = 64


def make() -> str:
    """A new session's secret, for the cookie."""
    return secrets.token_urlsafe(32)


def stored(secret: str) -> str:
    """What the database keeps of it."""
    return hashlib.sha256(b"session\n" + secret.encode()).hexdigest()


def csrf_of(secret: str) -> str:
    """What forms of this session send back."""
    return hashlib.sha256(b"csrf\n" + secret.encode()).hexdigest()


def is_same(secret: str, shown: str) -> bool:
    """Whether what a form sent back is the session's secret."""
    return hmac.compare_digest(secret.encode(), shown.encode())
