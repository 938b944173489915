"""The service's own Ed25519 keys: what lanes know the service by.

Snapshots, signed settings and tokens carry the id of the key they are signed with. One key signs; older
ones stay readable until they are retired, and a new one is told a while before it signs, so that a change
stops no lane.

Source: docs/security.md, "Keys"; RFC 8032.
Invariants: frozen; private keys never leave as text.
"""

import base64
import hashlib
from collections.abc import Sequence

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from retail.check import require
from store.identity.errors import Rejected

PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64
PURPOSE = "service-key"
"""What private keys are sealed for (`Vault.seal`); the context is the key id."""


class ServiceKey(msgspec.Struct, frozen=True, kw_only=True):
    """One key pair."""

    key_id: str
    private: Ed25519PrivateKey
    public: Ed25519PublicKey

    def __repr__(self) -> str:
        return f"ServiceKey(key_id={self.key_id!r}, ...)"


class Keyring:
    """The keys in force, newest first; `signer` signs (by default the newest)."""

    def __init__(self, keys: Sequence[ServiceKey], signer: str = "") -> None:
        require(len(keys) > 0, "the service has a key")
        self._keys = {key.key_id: key for key in keys}
        self.signer = self._keys[signer] if signer else keys[0]

    def sign(self, message: bytes) -> tuple[str, str]:
        """Key id and signature (base64)."""
        return self.signer.key_id, encoded(self.signer.private.sign(message))

    def find(self, key_id: str) -> ServiceKey | None:
        """A key that is still in force."""
        return self._keys.get(key_id)

    def public_keys(self) -> dict[str, str]:
        """Key id to public key (base64), for lanes."""
        return {key_id: encoded(raw_public(key.public)) for key_id, key in self._keys.items()}


def make() -> tuple[str, bytes]:
    """A new key: its id and its private bytes, to be sealed and stored."""
    private = Ed25519PrivateKey.generate()
    return key_id_of(raw_public(private.public_key())), private.private_bytes_raw()


def from_private(key_id: str, private: bytes) -> ServiceKey:
    """A key from its stored bytes."""
    key = Ed25519PrivateKey.from_private_bytes(private)
    require(key_id_of(raw_public(key.public_key())) == key_id, "a key's id is the hash of its public part")
    return ServiceKey(key_id=key_id, private=key, public=key.public_key())


def key_id_of(public: bytes) -> str:
    """The name of a public key: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


def raw_public(key: Ed25519PublicKey) -> bytes:
    """The 32 bytes of a public key."""
    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def encoded(raw: bytes) -> str:
    """Base64, as keys and signatures travel."""
    return base64.b64encode(raw).decode("ascii")


def decoded(text: str, size: int, what: str) -> bytes:
    """The bytes of a key or signature. Raises `Rejected` naming `what`."""
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if len(raw) != size:
        raise Rejected("malformed", f"{what} is not {size} bytes of base64", status=400)
    return raw


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the signature is by this key over this message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
