"""Who a hub is, and the signed list of its shop that it keeps: small private files.

Source: docs/security.md, "Hub".
Invariants: a list is used only if one of the service's keys from the hub's enrolment has signed it, for the
hub's own store, and is never replaced by an older one; files are readable by their owner only.
"""

import base64
import os
import secrets
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from retail.unreadable import UNREADABLE
from retail.wire.hub import HubShop
from retail.wire.identity import Enrolled, EnrolRequest, enrol_bytes
from store.identity import keyring
from store.identity.errors import IdentityError

IDENTITY, SHOP, STATION = "hub.json", "hub-shop.json", "station.key"
FILE_MAX = 16 * 1024 * 1024


class HubError(IdentityError):
    """The hub's files cannot be used; the message says what to do."""


class HubIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """A hub's identity at its service."""

    url: str
    store_id: str
    terminal_id: str
    service_keys: dict[str, str]
    private_key: str

    def __repr__(self) -> str:
        return f"HubIdentity(url={self.url!r}, terminal_id={self.terminal_id!r})"

    def key(self) -> Ed25519PrivateKey:
        """The hub's key."""
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(self.private_key))


def candidate(code: str, name: str, version: str) -> tuple[Ed25519PrivateKey, EnrolRequest]:
    """A new key, and what to show to the service with it."""
    private = Ed25519PrivateKey.generate()
    public = keyring.encoded(keyring.raw_public(private.public_key()))
    proof = keyring.encoded(private.sign(enrol_bytes(code, public)))
    return private, EnrolRequest(code=code, public_key=public, proof=proof, name=name, version=version)


def identity_of(url: str, private: Ed25519PrivateKey, enrolled: Enrolled) -> HubIdentity:
    """What the service made of it."""
    return HubIdentity(
        url=url.rstrip("/"),
        store_id=enrolled.store_id,
        terminal_id=enrolled.terminal_id,
        service_keys=enrolled.service_keys,
        private_key=base64.b64encode(private.private_bytes_raw()).decode(),
    )


def accepted(who: HubIdentity, raw: bytes, known: HubShop | None) -> HubShop:
    """A list that may be used. Raises `HubError` saying why not."""
    try:
        told = msgspec.json.decode(raw, type=HubShop)
        signature = base64.b64decode(told.signature, validate=True)
        public = base64.b64decode(who.service_keys[told.key_id])
    except (*UNREADABLE, ValueError) as error:
        raise HubError(f"the shop's list is not readable: {error}") from error
    except KeyError as error:
        raise HubError(
            "the shop's list is signed with a key this hub does not know; enrol it again"
        ) from error
    if not keyring.verifies(public, signature, told.signed_bytes()):
        raise HubError("the shop's list is not signed by the service")
    if told.store_id != who.store_id:
        raise HubError("the shop's list is another store's")
    if known is not None and told.made_at < known.made_at:
        raise HubError("the shop's list is older than the one in use")
    return told


def load(folder: Path) -> HubIdentity:
    """The hub's identity. Raises `HubError`."""
    raw = read(folder / IDENTITY)
    if raw is None:
        raise HubError("this hub is not enrolled: store hub --enrol CODE --service URL")
    try:
        return msgspec.json.decode(raw, type=HubIdentity)
    except UNREADABLE as error:
        raise HubError(f"{folder / IDENTITY} is damaged; enrol the hub again") from error


def station_key(folder: Path) -> str:
    """What opens the page; made once."""
    raw = read(folder / STATION)
    if raw is None:
        write(folder / STATION, secrets.token_urlsafe(24).encode())
        raw = read(folder / STATION) or b""
    return raw.decode("ascii", errors="replace").strip()


def read(path: Path) -> bytes | None:
    """A file's bytes; None if it is not there. Raises `HubError`."""
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_MAX + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise HubError(f"{path} cannot be read: {error}") from error
    if len(raw) > FILE_MAX:
        raise HubError(f"{path} is larger than anything this hub writes")
    return raw


def write(path: Path, raw: bytes) -> None:
    """Write a file whole or not at all, for its owner's eyes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
