"""Personal data of members, each encrypted with a key of its own, so that erasing a key erases the person.

The key is itself sealed with the master key and kept in a table of its own. When a member is erased the key
goes; what is left in old backups of the other tables cannot be read again.

Source: docs/security.md, "Members".
Invariants: opens only for the member it was sealed for.
"""

import secrets

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from store.identity.errors import SealError
from store.identity.vault import Vault

KEY_BYTES = 32
NONCE_BYTES = 12
PURPOSE = "member-key"
CREDENTIALS_MAX = 16


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """What names a person. Encrypted at rest, never in a feed, never in a log."""

    name: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    credentials: tuple[tuple[str, str], ...] = ()
    """(kind, value): `card`, `phone`, `credential`. What a lane may be shown."""

    def __repr__(self) -> str:
        return "Person(...)"


def make_key(vault: Vault, member_id: str) -> bytes:
    """A new member's key, sealed, as it is stored."""
    return vault.seal(PURPOSE, secrets.token_bytes(KEY_BYTES), member_id)


def seal(vault: Vault, sealed_key: bytes, member_id: str, person: Person) -> bytes:
    """The person, encrypted with the member's key."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    key = AESGCM(vault.open(PURPOSE, sealed_key, member_id))
    return nonce + key.encrypt(nonce, msgspec.json.encode(person), member_id.encode())


def open_person(vault: Vault, sealed_key: bytes, member_id: str, sealed: bytes) -> Person:
    """Who it is. Raises `SealError`."""
    key = AESGCM(vault.open(PURPOSE, sealed_key, member_id))
    try:
        plain = key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], member_id.encode())
    except (InvalidTag, ValueError) as error:
        raise SealError(f"the identity of member {member_id} does not open") from error
    return msgspec.json.decode(plain, type=Person)


def seal_text(vault: Vault, sealed_key: bytes, member_id: str, about: str, text: str) -> bytes:
    """A text about a member's thing (an order's address), encrypted with the member's key."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    key = AESGCM(vault.open(PURPOSE, sealed_key, member_id))
    return nonce + key.encrypt(nonce, text.encode(), _about(member_id, about))


def open_text(vault: Vault, sealed_key: bytes, member_id: str, about: str, sealed: bytes) -> str:
    """What `seal_text` sealed for the same member and thing. Raises `SealError`."""
    key = AESGCM(vault.open(PURPOSE, sealed_key, member_id))
    try:
        return key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _about(member_id, about)).decode()
    except (InvalidTag, ValueError) as error:
        raise SealError(f"a text of member {member_id} does not open") from error


def _about(member_id: str, about: str) -> bytes:
    return f"{member_id}\0{about}".encode()
