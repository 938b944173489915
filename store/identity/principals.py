"""Who is asking, once it is proved.

Source: docs/security.md, "Roles".
Invariants: frozen; a principal names its store, and every query it causes is scoped by that store.
"""

from typing import Literal

import msgspec

from store.identity.roles import Role

DeviceKind = Literal["lane", "hub"]
DeviceState = Literal["awaiting", "active", "revoked"]


class DeviceKey(msgspec.Struct, frozen=True, kw_only=True):
    """A public key of a device, and how long it is taken."""

    key_id: str
    public: bytes
    valid_until: int = 0
    """Microseconds; 0: until it is replaced."""

    def is_valid(self, now: int) -> bool:
        """Whether a signature by this key counts now."""
        return self.valid_until == 0 or now < self.valid_until


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A device as the database knows it."""

    store_id: str
    terminal_id: str
    name: str
    kind: DeviceKind
    state: DeviceState
    epoch: int
    keys: tuple[DeviceKey, ...]

    def key(self, key_id: str, now: int) -> DeviceKey | None:
        """One of its keys, if it still counts."""
        return next((key for key in self.keys if key.key_id == key_id and key.is_valid(now)), None)


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """A device that asks: token, signature and state were checked for this request."""

    store_id: str
    terminal_id: str
    key_id: str
    kind: DeviceKind = "lane"
    is_revoked: bool = False
    """It may upload, and what it uploads is quarantined."""


class Shopper(msgspec.Struct, frozen=True, kw_only=True):
    """A member with a phone that is known."""

    member_id: str
    device_id: str
    subject: str
    """What the codes of this phone are about."""
    public: bytes
    """The phone's own key: P-256, uncompressed. Empty: its browser keeps none."""
    csrf: str
    session: str
    """The session's name in the database (a hash)."""

    def __repr__(self) -> str:
        return f"Shopper({self.member_id}, {self.device_id})"


class Staff(msgspec.Struct, frozen=True, kw_only=True):
    """A person with a session."""

    store_id: str
    """Where they work now."""
    staff_id: str
    home_store_id: str
    """Where their account is kept."""
    login: str
    name: str
    role: Role
    csrf: str
    """What forms of this session send back."""
    session: str
    """The session's name in the database (a hash)."""
