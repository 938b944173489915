"""One master key, and everything that is sealed or derived from it.

The database holds secrets (the service's signing keys, every member's own key) only sealed under a key that
is not in the database, so that a stolen backup opens nothing. All workers read the same key: as systemd gives
it (the credential `master.key`), from `STORE_MASTER_KEY` (base64) where a secret store hands it out, or from
a file of mode 0600 that the first start makes.

A command that is run by hand has no credential of the service. It would find no key, make one, and seal with
the wrong one; so the folder keeps a mark of the key that was given, by which the right one is told.

Source: docs/security.md, "Keys"; systemd.exec(5), "Credentials".
Invariants: each purpose has a key of its own; sealed bytes open only with the purpose and the context they
were sealed with; a key file that others may read is refused; where a credential was used once, nothing but
that same key is used again.
"""

import base64
import hashlib
import hmac
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from retail.check import require
from store.identity.errors import KeyFileError, SealError

MASTER_BYTES = 32
NONCE_BYTES = 12
TEXT_MAX = 4_096
"""Of a file with a key: characters that are read."""
FILE_NAME = "master.key"
MARK_NAME = "master.key.mark"
"""Tells the key that was given as a credential from others, and nothing of it."""
VARIABLE = "STORE_MASTER_KEY"
CREDENTIALS = "CREDENTIALS_DIRECTORY"
"""Where systemd puts what `LoadCredentialEncrypted=` names."""


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

    def mark(self) -> str:
        """What tells this master key from another one and gives nothing of it away."""
        return self.mac("mark of the master key", "")[:32]

    def _key(self, purpose: str) -> bytes:
        if purpose not in self._derived:
            info = b"open-self-checkout/" + purpose.encode()
            self._derived[purpose] = HKDF(hashes.SHA256(), MASTER_BYTES, salt=None, info=info).derive(
                self._master
            )
        return self._derived[purpose]


def given(environment: Mapping[str, str] = os.environ) -> str | Path | None:
    """The key this process was given: a value, or the credential's file. Raises `KeyFileError`."""
    value, folder = environment.get(VARIABLE, ""), environment.get(CREDENTIALS, "")
    credential = Path(folder) / FILE_NAME if folder else None
    if credential is None or not credential.is_file():
        return value or None
    if value:
        raise KeyFileError(f"the master key is given twice: as {VARIABLE} and as a credential")
    return credential


def load(folder: Path, key: str | Path | None = None) -> Vault:
    """This installation's vault: the key that was `given`, else the one in `folder`, made there if missing.

    Raises `KeyFileError`. Several processes starting at once agree on one key.
    """
    path, mark = folder / FILE_NAME, folder / MARK_NAME
    if isinstance(key, Path):
        vault = Vault(_decoded(_text_of(key), f"the credential {FILE_NAME}"))
        if (kept := _kept(path)) is not None and kept.mark() != vault.mark():
            raise KeyFileError(f"{path} is another key than the credential: remove the one that is wrong")
        if not mark.exists():
            _write_once(mark, vault.mark())
    elif key:
        vault = Vault(_decoded(key, VARIABLE))
    else:
        kept = _kept(path)
        if kept is None and mark.exists():
            raise KeyFileError(
                "the master key is a credential of the service, and this command was given none: "
                'docs/security.md, "Keys", says how to run it'
            )
        if kept is None:
            _write_once(path, base64.b64encode(secrets.token_bytes(MASTER_BYTES)).decode())
        vault = kept or Vault(_read(path))
    if mark.exists() and _text_of(mark).strip() != vault.mark():
        raise KeyFileError(f"this is another master key than the credential this installation had ({mark})")
    return vault


def _write_once(path: Path, text: str) -> None:
    """Write it whole, then give it its name, unless another process was first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(part, path)
        except FileExistsError:
            return  # another process was first: what it wrote counts
    finally:
        part.unlink()


def _kept(path: Path) -> Vault | None:
    """The key in the file; None if there is no file, or it has just been taken away."""
    try:
        return Vault(_read(path))
    except FileNotFoundError:
        return None


def _read(path: Path) -> bytes:
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        raise KeyFileError(f"{path} may be read by others (mode {mode:o}); run: chmod 600 {path}")
    return _decoded(_text_of(path), str(path))


def _text_of(path: Path) -> str:
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            return file.read(TEXT_MAX)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise KeyFileError(f"{path} cannot be read: {error.strerror}") from error


def _decoded(text: str, where: str) -> bytes:
    try:
        master = base64.b64decode(text.strip(), validate=True)
    except ValueError as error:
        raise KeyFileError(f"{where} is not base64") from error
    if len(master) != MASTER_BYTES:
        raise KeyFileError(f"{where} holds {len(master)} bytes, not {MASTER_BYTES}")
    return master
