"""The service's own signing keys: one is always there, all workers have the same.

Source: docs/security.md, "Keys".
Invariants: private keys are stored sealed; first keys made by two workers at once both count.
"""

import sqlalchemy as sa

from store.data.schema.identity import service_key
from store.identity import keyring
from store.identity.keyring import Keyring
from store.identity.vault import Vault

SECOND = 1_000_000

SPREAD_S = 120
"""A new key signs only when every worker has read it."""


def load(connection: sa.Connection, vault: Vault, at: int) -> Keyring | None:
    """The keys in force; None if there is none yet. Raises `SealError` for another master key."""
    rows = connection.execute(
        sa.select(service_key.c.key_id, service_key.c.sealed, service_key.c.made_at)
        .where(service_key.c.retired_at == 0)
        .order_by(service_key.c.made_at.desc(), service_key.c.key_id)
    ).all()
    keys = [
        keyring.from_private(row.key_id, vault.open(keyring.PURPOSE, row.sealed, row.key_id)) for row in rows
    ]
    if not keys:
        return None
    spread = [row.key_id for row in rows if row.made_at + SPREAD_S * SECOND <= at]
    return Keyring(keys, signer=spread[0] if spread else rows[-1].key_id)


def ensure(connection: sa.Connection, vault: Vault, at: int) -> Keyring:
    """The keys in force; makes the first one."""
    return load(connection, vault, at) or rotate(connection, vault, at)


def rotate(connection: sa.Connection, vault: Vault, at: int) -> Keyring:
    """Add a key that signs as soon as every worker knows it; older ones stay readable."""
    key_id, private = keyring.make()
    sealed = vault.seal(keyring.PURPOSE, private, key_id)
    connection.execute(sa.insert(service_key).values(key_id=key_id, sealed=sealed, made_at=at, retired_at=0))
    found = load(connection, vault, at)
    if found is None:
        raise AssertionError("a key that was just made is there")
    return found


def retire(connection: sa.Connection, key_id: str, at: int) -> bool:
    """Take an older key out of force; false if it was not there or is the only one."""
    living = connection.execute(
        sa.select(service_key.c.key_id).where(service_key.c.retired_at == 0)
    ).scalars()
    if key_id not in (ids := set(living)) or len(ids) == 1:
        return False
    connection.execute(sa.update(service_key).where(service_key.c.key_id == key_id).values(retired_at=at))
    return True
