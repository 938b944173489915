"""Who this lane is to the store service: its name, its key, and the keys it trusts. Kept in one private file.

The key is made on the lane and never leaves it. The file is written whole or not at all, readable by the
lane's user only.

Source: docs/protocol.md, "Identity".
Invariants: a lane with unsent envelopes keeps its identity; neither `repr` nor a log shows the key.
"""

import base64
import os
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from retail.unreadable import UNREADABLE
from retail.wire.identity import Enrolled, EnrolRequest, enrol_bytes

FILE = "identity.json"


class IdentityError(RuntimeError):
    """The identity file cannot be used; the message says what to do."""


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """A lane's identity at one service."""

    url: str
    """The service's address, without a path."""
    store_id: str
    terminal_id: str
    scopes: tuple[str, ...]
    service_keys: dict[str, str]
    """Key id to Ed25519 public key, base64: what snapshots and settings are signed with."""
    private_key: str
    """Ed25519 seed, base64."""
    made_at: int = 0
    """When the key was made, by the service's clock (microseconds since 1970); 0: not known yet."""
    next_key: str = ""
    """A new key on its way to the service; empty: none."""

    def __repr__(self) -> str:
        return f"Identity(url={self.url!r}, store_id={self.store_id!r}, terminal_id={self.terminal_id!r})"

    def key(self) -> Ed25519PrivateKey:
        """The lane's key."""
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(self.private_key))


def load(folder: Path) -> Identity | None:
    """The identity kept in `folder`; None if the lane was never enrolled. Raises `IdentityError`."""
    try:
        raw = (folder / FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise IdentityError(f"the lane's identity cannot be read: {error}") from error
    try:
        identity = msgspec.json.decode(raw, type=Identity)
        identity.key()
    except (*UNREADABLE, ValueError) as error:
        raise IdentityError(f"{folder / FILE} is damaged ({error}); enrol the lane again") from error
    return identity


def save(folder: Path, identity: Identity) -> None:
    """Keep it: durable, and for this user's eyes only."""
    path, new = folder / FILE, folder / f"{FILE}.new"
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(identity))
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


class Candidate:
    """A key just made, on its way to becoming an identity."""

    def __init__(self, key: Ed25519PrivateKey | None = None) -> None:
        self._key = key or Ed25519PrivateKey.generate()

    def request(self, code: str, name: str, version: str) -> EnrolRequest:
        """What to show to the service, once."""
        public = _text(
            self._key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        )
        proof = _text(self._key.sign(enrol_bytes(code, public)))
        return EnrolRequest(code=code, public_key=public, proof=proof, name=name, version=version)

    def identity(self, url: str, enrolled: Enrolled) -> Identity:
        """What the service made of it."""
        seed = self._key.private_bytes_raw()
        return Identity(
            url=url,
            store_id=enrolled.store_id,
            terminal_id=enrolled.terminal_id,
            scopes=enrolled.scopes,
            service_keys=enrolled.service_keys,
            private_key=_text(seed),
        )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
