"""What the feed tells a till about credentials, as rows of the kind `setting`.

    credential_key.<its id>          a `TrustedKey`: whose signature counts
    credential_revoked.<subject>     a `Revocation`: what was taken back
    credential_number.<subject>      a `NumberKey`: whose short number may be typed, and until when

No row holds a secret that makes a code: public keys verify, and a number's key works out the numbers of one
person for some hours. A row that this program cannot read is left out and counted, so that one bad row of a
newer service does not take the others' word away.

Source: docs/credential.md, "Keys", "Revocation", "The number".
Invariants: pure; bounded by the limits of `trust` and `number`; a key that was left out signs nothing.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from retail.check import BrokenInvariantError, require
from retail.credential.code import Kind
from retail.credential.number import CANDIDATES_MAX
from retail.credential.trust import (
    KEYS_MAX,
    KEYS_PER_HINT_MAX,
    REVOKED_MAX,
    Revocation,
    Revoked,
    Trust,
    TrustedKey,
)
from retail.unreadable import UNREADABLE

KEY, REVOKED, NUMBER = "credential_key.", "credential_revoked.", "credential_number."
"""How the keys of the rows begin."""
PREFIX = "credential_"
NUMBER_KEY_BYTES = 32


class NumberKey(msgspec.Struct, frozen=True, kw_only=True):
    """Whose short number counts at this shop for a while. JSON writes bytes as base 64."""

    kind: Kind
    subject: str
    key: bytes
    until_s: int
    """Seconds since 1970, UTC. The row itself may stay a little longer."""

    def __post_init__(self) -> None:
        require(len(self.key) == NUMBER_KEY_BYTES, "the key of a number has 32 bytes")

    def __repr__(self) -> str:
        return f"NumberKey({self.kind.name}, …{self.subject[-4:]})"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a till was told."""

    trust: Trust
    revoked: Revoked
    numbers: tuple[NumberKey, ...] = ()
    left_out: int = 0
    """Rows that could not be read, or were beyond a limit."""


_trusted = msgspec.json.Decoder(TrustedKey)
_revocation = msgspec.json.Decoder(Revocation)
_number = msgspec.json.Decoder(NumberKey)


def key_id(public: bytes) -> str:
    """The name of a key: the first 16 hex digits of its SHA-256, of which codes carry the first four."""
    return hashlib.sha256(public).hexdigest()[:16]


def key_row(key: TrustedKey) -> tuple[str, bytes]:
    """Key and body of a trusted key's row."""
    return f"{KEY}{key_id(key.public)}", msgspec.json.encode(key, order="deterministic")


def revoked_row(revocation: Revocation) -> tuple[str, bytes]:
    """Key and body of a revocation's row."""
    return f"{REVOKED}{revocation.subject}", msgspec.json.encode(revocation, order="deterministic")


def number_row(number: NumberKey) -> tuple[str, bytes]:
    """Key and body of an open number's row."""
    return f"{NUMBER}{number.subject}", msgspec.json.encode(number, order="deterministic")


def read(rows: Iterable[tuple[str, bytes]]) -> Told:
    """What these settings say of credentials; other settings are passed over."""
    keys: list[TrustedKey] = []
    hints: dict[bytes, int] = {}
    revocations: list[Revocation] = []
    numbers: list[NumberKey] = []
    left_out = 0
    for name, body in rows:
        try:
            if name.startswith(KEY):
                key = _trusted.decode(body)
                hints[key.hint] = hints.get(key.hint, 0) + 1
                fits = len(keys) < KEYS_MAX and hints[key.hint] <= KEYS_PER_HINT_MAX
                keys.extend([key] if fits else [])
            elif name.startswith(REVOKED):
                fits = len(revocations) < REVOKED_MAX
                revocations.extend([_revocation.decode(body)] if fits else [])
            elif name.startswith(NUMBER):
                fits = len(numbers) < CANDIDATES_MAX
                numbers.extend([_number.decode(body)] if fits else [])
            else:
                fits = True
        except (*UNREADABLE, BrokenInvariantError):
            fits = False
        left_out += not fits
    return Told(trust=Trust(keys), revoked=Revoked(revocations), numbers=tuple(numbers), left_out=left_out)
