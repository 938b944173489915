"""Makes a downloaded snapshot into a replica file that may be trusted, or says why not.

Source: docs/protocol.md, "Snapshot".
Invariants: nothing of a file is used before signature and hashes hold; unpacking stops at the size the signed
manifest tells.
"""

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from retail.wire.feed import SnapshotManifest

CHUNK = 1024 * 1024


class SnapshotError(ValueError):
    """A snapshot that is not what the service promised."""


class UnknownKeyError(SnapshotError):
    """Signed with a key this lane was not told of."""


def check_manifest(manifest: SnapshotManifest, store_id: str, service_keys: Mapping[str, str]) -> None:
    """Raises `SnapshotError` unless a trusted key of the service signed it, for this store."""
    key = service_keys.get(manifest.key_id)
    if key is None:
        raise UnknownKeyError(f"signed with a key this lane does not know ({manifest.key_id or 'none'})")
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        public.verify(base64.b64decode(manifest.signature), manifest.signed_bytes())
    except (InvalidSignature, ValueError) as error:
        raise SnapshotError("its signature does not hold") from error
    if manifest.store_id != store_id:
        raise SnapshotError(f"made for store {manifest.store_id}, this is {store_id}")


def unpack(packed: Path, manifest: SnapshotManifest, target: Path) -> None:
    """Unpack into `target`. Raises `SnapshotError`; a file that is wrong is removed."""
    try:
        if _sha256(packed) != manifest.sha256:
            raise SnapshotError("the file was damaged on its way")
        digest, size = hashlib.sha256(), 0
        with packed.open("rb") as source, target.open("wb") as file:
            for chunk in zstandard.ZstdDecompressor().read_to_iter(source, write_size=CHUNK):
                size += len(chunk)
                if size > manifest.unpacked_size:
                    raise SnapshotError("it unpacks to more than its manifest says")
                digest.update(chunk)
                file.write(chunk)
        if digest.hexdigest() != manifest.unpacked_sha256:
            raise SnapshotError("it does not unpack to what its manifest says")
    except zstandard.ZstdError as error:
        target.unlink(missing_ok=True)
        raise SnapshotError(f"it cannot be unpacked: {error}") from error
    except SnapshotError:
        packed.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        raise


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
