"""The service's signing keys in the database: sealed, shared by workers, changed without stopping a lane."""

import pytest
import sqlalchemy as sa

from store.data.database import Database
from store.data.lanes import service_keys
from store.data.lanes.service_keys import SPREAD_S
from store.data.schema.identity import service_key
from store.identity import tokens
from store.identity.errors import SealError
from store.identity.keyring import Keyring
from store.identity.vault import Vault

SECOND = 1_000_000
NOW = 1_800_000_000 * SECOND
KEYS = Vault(bytes(range(32)))


def ensure(database: Database, at: int = NOW) -> Keyring:
    return database.write_sync(lambda connection: service_keys.ensure(connection, KEYS, at))


def load(database: Database, at: int) -> Keyring:
    found = database.read_sync(lambda connection: service_keys.load(connection, KEYS, at))
    assert found is not None
    return found


def test_the_first_key_is_made_once_and_signs_at_once(database: Database) -> None:
    first, again = ensure(database), ensure(database)
    assert first.public_keys() == again.public_keys()
    assert len(first.public_keys()) == 1
    assert first.signer.key_id == again.signer.key_id


def test_a_new_key_is_known_to_every_worker_before_it_signs(database: Database) -> None:
    old = ensure(database)
    later = NOW + 3600 * SECOND
    database.write_sync(lambda connection: service_keys.rotate(connection, KEYS, later))
    fresh = load(database, later + SPREAD_S * SECOND - 1)
    assert fresh.signer.key_id == old.signer.key_id
    assert len(fresh.public_keys()) == 2
    spread = load(database, later + SPREAD_S * SECOND)
    assert spread.signer.key_id != old.signer.key_id
    text, _ = tokens.issue("1", "1-1", "k", old, later)
    assert tokens.read(text, spread, later).terminal_id == "1-1"
    text, _ = tokens.issue("1", "1-1", "k", spread, later)
    assert tokens.read(text, fresh, later).terminal_id == "1-1"


def test_an_old_key_is_retired_but_never_the_last(database: Database) -> None:
    old = ensure(database)
    assert not database.write_sync(lambda connection: service_keys.retire(connection, old.signer.key_id, NOW))
    database.write_sync(lambda connection: service_keys.rotate(connection, KEYS, NOW + 1))
    assert database.write_sync(lambda connection: service_keys.retire(connection, old.signer.key_id, NOW))
    left = load(database, NOW)
    assert left.find(old.signer.key_id) is None
    assert left.signer.key_id != old.signer.key_id


def test_the_database_alone_opens_no_key(database: Database) -> None:
    ring = ensure(database)
    sealed = database.read_sync(
        lambda connection: connection.execute(sa.select(service_key.c.sealed)).scalar()
    )
    assert ring.signer.private.private_bytes_raw() not in (sealed or b"")
    with pytest.raises(SealError):
        database.read_sync(lambda connection: service_keys.load(connection, Vault(bytes(32)), NOW))
