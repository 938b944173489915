"""A shop's keys for codes of phones: made, told to its tills, changed in time, taken out of force.

A key is told WARNING_S before it signs, so that no till meets a signature of a key it has not heard of, and
is believed until the last thing it signed is over. Each shop has its own: a code of one counts in no other.

Source: docs/credential.md, "Keys".
Invariants: private keys are stored sealed; one key of a shop signs at a time; a key that was taken out of
force is off the tills' list in the same transaction.
"""

import msgspec
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from retail.credential import told
from retail.credential.code import LIFE_MINUTES_MAX, Kind
from retail.credential.issue import Signer
from retail.credential.trust import TrustedKey
from store.data.goods.catalogue import SETTING_KIND
from store.data.replication import feed
from store.data.replication.feed import Row, store_scope
from store.data.schema.phone import credential_key
from store.identity.vault import Vault

PURPOSE = "credential-key"
"""What private keys are sealed for; the context is store and key."""
SIGNS_S = 60 * 86_400
WARNING_S = 7 * 86_400
AFTER_S = LIFE_MINUTES_MAX * 60
"""How long the last code of a key may live."""
HISTORY_MAX = 100
KINDS = (Kind.MEMBER, Kind.WALLET, Kind.BASKET, Kind.PICKUP, Kind.EXIT)


def signer(connection: sa.Connection, vault: Vault, store_id: str, at_s: int) -> Signer:
    """The key that signs now; makes the first one, and the next one in time, and tells the shop's tills."""
    rows = _in_force(connection, store_id)
    signing = [row for row in rows if row.signs_from_s <= at_s < row.signs_from_s + SIGNS_S]
    if not signing:
        _make(connection, vault, store_id, signs_from_s=at_s, at_s=at_s)
    elif max(row.signs_from_s for row in rows) + SIGNS_S - WARNING_S <= at_s:
        _make(connection, vault, store_id, signs_from_s=at_s + WARNING_S, at_s=at_s)
    rows = _in_force(connection, store_id)
    row = max((row for row in rows if row.signs_from_s <= at_s), key=lambda row: row.signs_from_s)
    private = Ed25519PrivateKey.from_private_bytes(
        vault.open(PURPOSE, bytes(row.sealed), f"{store_id}/{row.key_id}")
    )
    return Signer(key=_trusted(store_id, row), sign=private.sign)


def revoke(connection: sa.Connection, vault: Vault, store_id: str, key_id: str, at_s: int) -> bool:
    """Take a key that leaked out of force: its codes end at once, and another signs. False: no such key."""
    ended = connection.execute(
        sa.update(credential_key)
        .where(
            credential_key.c.store_id == store_id,
            credential_key.c.key_id == key_id,
            credential_key.c.ended_s == 0,
        )
        .values(ended_s=at_s)
    )
    if ended.rowcount == 0:
        return False
    _tell(connection, store_id, at_s)
    signer(connection, vault, store_id, at_s)
    return True


def listed(connection: sa.Connection, store_id: str) -> tuple[TrustedKey, ...]:
    """The keys a shop's tills believe, oldest first."""
    return tuple(_trusted(store_id, row) for row in _in_force(connection, store_id))


class KeyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A key as people see it, without its secret."""

    key_id: str
    signs_from_s: int
    until_s: int
    ended_s: int
    """0: in force."""


def history(connection: sa.Connection, store_id: str) -> list[KeyRow]:
    """Every key a shop had, newest first."""
    rows = connection.execute(
        sa.select(*(credential_key.c[name] for name in KeyRow.__struct_fields__))
        .where(credential_key.c.store_id == store_id)
        .order_by(credential_key.c.signs_from_s.desc(), credential_key.c.key_id)
        .limit(HISTORY_MAX)
    )
    return [KeyRow(**row._mapping) for row in rows]


def tidy(connection: sa.Connection, store_id: str, at_s: int) -> int:
    """End keys whose last code is over; how many."""
    over = connection.execute(
        sa.update(credential_key)
        .where(
            credential_key.c.store_id == store_id,
            credential_key.c.until_s <= at_s,
            credential_key.c.ended_s == 0,
        )
        .values(ended_s=at_s)
    ).rowcount
    if over:
        _tell(connection, store_id, at_s)
    return over


def _make(connection: sa.Connection, vault: Vault, store_id: str, *, signs_from_s: int, at_s: int) -> None:
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    key_id = told.key_id(public)
    connection.execute(
        sa.insert(credential_key).values(
            store_id=store_id,
            key_id=key_id,
            public=public,
            sealed=vault.seal(PURPOSE, private.private_bytes_raw(), f"{store_id}/{key_id}"),
            from_s=at_s - 60,
            signs_from_s=signs_from_s,
            until_s=signs_from_s + SIGNS_S + AFTER_S,
            ended_s=0,
            made_at=at_s * 1_000_000,
        )
    )
    _tell(connection, store_id, at_s)


def _tell(connection: sa.Connection, store_id: str, at_s: int) -> None:
    """Publish the keys in force, and that the others are gone; the last thing a transaction does."""
    rows = connection.execute(sa.select(credential_key).where(credential_key.c.store_id == store_id)).all()
    published = []
    for row in rows:
        name, body = told.key_row(_trusted(store_id, row))
        published.append(Row(kind=SETTING_KIND, key=name, body=None if row.ended_s else body))
    feed.begin(connection, store_id, store_scope(store_id))
    feed.publish(connection, store_id, store_scope(store_id), published, at=at_s * 1_000_000)


def _in_force(connection: sa.Connection, store_id: str) -> list[sa.Row[tuple[object, ...]]]:
    rows = connection.execute(
        sa.select(credential_key)
        .where(credential_key.c.store_id == store_id, credential_key.c.ended_s == 0)
        .order_by(credential_key.c.signs_from_s, credential_key.c.key_id)
    )
    return list(rows)


def _trusted(store_id: str, row: sa.Row[tuple[object, ...]]) -> TrustedKey:
    return TrustedKey(
        public=bytes(row.public), from_s=row.from_s, until_s=row.until_s, kinds=KINDS, shop_id=store_id
    )
