"""One master key, and everything that is sealed or derived from it.

The database holds secrets (the service's signing keys, every member's own key) only sealed under a key that
is not in the database, so that a stolen backup opens nothing. All workers read the same key: from
`STORE_MASTER_KEY` (base64) where a secret store hands it out, else from a file of mode 0600 that the first
start makes.

Source: docs/security.md, "Keys".
Invariants: each purpose has a key of its own; sealed bytes open only with the purpose and the context they
were sealed with; a key file that others may read is refused.
"""

import base64
import hashlib
import hmac
import os
import secrets
import stat
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from retail.check import require
from store.identity.errors import KeyFileError, SealError

MASTER_BYTES = 32
NONCE_BYTES = 12
FILE_NAME = "master.key"
VARIABLE = "STORE_MASTER_KEY"


class Vault:
    """Seals, opens and derives. Holds the master key in memory only."""

    def __init__(self, master: bytes) -> None:
        require(len(master) == MASTER_BYTES, f"a master key has {MASTER_BYTES} bytes")
        self._master = master
        self._derived: dict[str, bytes] = {}

    def __repr__(self) -> str:
        return "Vault(...)"

    def seal(self, purpose: str, plain: bytes, context: str) -> bytes:
        """Encrypt and authenticate; opens only with the same purpose and context (the row it belongs to)."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(self._key(purpose)).encrypt(nonce, plain, context.encode())

    def open(self, purpose: str, sealed: bytes, context: str) -> bytes:
        """What was sealed. Raises `SealError` for another key, purpose or context, and for changed bytes."""
        nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return AESGCM(self._key(purpose)).decrypt(nonce, body, context.encode())
        except (InvalidTag, ValueError) as error:
            raise SealError(
                f"a sealed {purpose} does not open: is this the master key it was made with?"
            ) from error

    def mac(self, purpose: str, text: str) -> str:
        """A keyed hash in hex: the same text gives the same hash, and nobody without the key can make it."""
        return hmac.new(self._key(purpose), text.encode(), hashlib.sha256).hexdigest()

    def secret(self, purpose: str) -> bytes:
        """A key of its own for a purpose, e.g. what lanes look members up with."""
        return self._key(purpose)

    def _key(self, purpose: str) -> bytes:
        if purpose not in self._derived:
            info = b"open-self-checkout/" + purpose.encode()
            self._derived[purpose] = HKDF(hashes.SHA256(), MASTER_BYTES, salt=None, info=info).derive(
                self._master
            )
        return self._derived[purpose]


def load(folder: Path, environment: str | None = None) -> Vault:
    """This installation's vault: from the environment's value, else from `folder`, made there if missing.

    Raises `KeyFileError`. Several processes starting at once agree on one key.
    """
    if environment:
        return Vault(_decoded(environment, VARIABLE))
    path = folder / FILE_NAME
    if not path.exists():
        _make(path)
    return Vault(_read(path))


def _make(path: Path) -> None:
    """Write a new key whole, then give it its name, unless another process was first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(MASTER_BYTES)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(part, path)
        except FileExistsError:
            return  # another process was first: its key is the key
    finally:
        part.unlink()


def _read(path: Path) -> bytes:
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        raise KeyFileError(f"{path} may be read by others (mode {mode:o}); run: chmod 600 {path}")
    return _decoded(path.read_text(encoding="ascii", errors="replace"), str(path))


def _decoded(text: str, where: str) -> bytes:
    try:
        master = base64.b64decode(text.strip(), validate=True)
    except ValueError as error:
        raise KeyFileError(f"{where} is not base64") from error
    if len(master) != MASTER_BYTES:
        raise KeyFileError(f"{where} holds {len(master)} bytes, not {MASTER_BYTES}")
    return master
