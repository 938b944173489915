"""Whose signature counts, for what, where and when; and which codes were taken back.

A shop's service signs members, baskets and orders; a lane signs that a purchase may leave, and nothing
else. All a till holds of them are public keys: a till that is stolen can make no code but its own lane's
exits, until its key is taken off the list.

Source: docs/credential.md, "Keys" and "Revocation"; RFC 8032.
Invariants: pure and frozen; a key outside its time, kinds or shop signs nothing; both lists are bounded.
"""

import hashlib
from collections.abc import Iterable, Mapping

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from retail.check import require
from retail.credential.code import AT_MAX, KEY_HINT_BYTES, LIFE_MINUTES_MAX, Kind, Shape

_USE = b"open-self-checkout credential 1\0"
PUBLIC_BYTES = 32
SHOP_ID_MAX = 64
KEYS_MAX = 512
"""A shop's service with a key to come, and some 250 lanes with two each."""
KEYS_PER_HINT_MAX = 4
"""Signatures a till tries for one code. Two keys share a hint by chance; more than four do on purpose."""
REVOKED_MAX = 100_000
FOR_EVER = AT_MAX + 1
"""A revocation of everything a subject ever had or will have."""


def message(kind: Kind, shape: Shape, shop_id: str, head: bytes, anchor: bytes = b"") -> bytes:
    """What a signature is over. `shop_id` is empty for all shops; a moving code adds its chain's anchor."""
    shop = shop_id.encode()
    require(len(shop) <= SHOP_ID_MAX, f"a shop's id has at most {SHOP_ID_MAX} bytes")
    return _USE + f"{kind.value}{shape.value}".encode() + bytes([len(shop)]) + shop + head + anchor


class TrustedKey(msgspec.Struct, frozen=True, kw_only=True):
    """One public key as the feed tells it. JSON writes bytes as base 64."""

    public: bytes
    """Ed25519, raw."""
    from_s: int
    """Counts from this second (since 1970, UTC) …"""
    until_s: int
    """… up to this one, so for a while after it has signed its last."""
    kinds: tuple[Kind, ...] = tuple(Kind)
    shop_id: str = ""
    """A key for one shop only (a lane's); empty: for every shop that was told of it."""

    def __post_init__(self) -> None:
        require(len(self.public) == PUBLIC_BYTES, "a public key has 32 bytes")
        require(0 <= self.from_s < self.until_s, "a key counts for some time")
        require(len(self.kinds) > 0, "a key signs something")

    @property
    def hint(self) -> bytes:
        """How codes name it."""
        return hashlib.sha256(self.public).digest()[:KEY_HINT_BYTES]


class Trust:
    """The keys a till believes. Share it; it never changes."""

    def __init__(self, keys: Iterable[TrustedKey]) -> None:
        self._by_hint: dict[bytes, list[tuple[TrustedKey, Ed25519PublicKey]]] = {}
        self.count = 0
        for key in keys:
            self.count += 1
            require(self.count <= KEYS_MAX, f"a till believes at most {KEYS_MAX} keys")
            alike = self._by_hint.setdefault(key.hint, [])
            require(len(alike) < KEYS_PER_HINT_MAX, f"at most {KEYS_PER_HINT_MAX} keys share a hint")
            alike.append((key, Ed25519PublicKey.from_public_bytes(key.public)))

    def named(self, hint: bytes) -> tuple[TrustedKey, ...]:
        """The keys a code may mean."""
        return tuple(key for key, _ in self._by_hint.get(hint, ()))

    def signer(self, hint: bytes, message: bytes, signature: bytes) -> TrustedKey | None:
        """The key that signed the message; None: no known one did."""
        for key, public in self._by_hint.get(hint, ()):
            try:
                public.verify(signature, message)
            except InvalidSignature:
                continue
            return key
        return None


class Revocation(msgspec.Struct, frozen=True, kw_only=True):
    """Codes of a subject that were taken back: those that begin before a moment. One row of the feed."""

    subject: str
    before_s: int = FOR_EVER
    """A lost phone: the moment it was reported, so that the next phone's codes count."""

    def is_needed(self, at_s: int) -> bool:
        """Whether a code it refuses can still be alive. Rows that are not are dropped."""
        return self.before_s == FOR_EVER or at_s < self.before_s + LIFE_MINUTES_MAX * 60


class Revoked:
    """The revocations a till was told of."""

    def __init__(self, rows: Iterable[Revocation] = ()) -> None:
        before: dict[str, int] = {}
        for row in rows:
            before[row.subject] = max(row.before_s, before.get(row.subject, 0))
            require(len(before) <= REVOKED_MAX, f"a till keeps at most {REVOKED_MAX} revocations")
        self._before: Mapping[str, int] = before

    def covers(self, subject: str, from_s: int) -> bool:
        """Whether the subject's code that begins then was taken back."""
        return from_s < self._before.get(subject, 0)
