"""What tills are told of single codes: those that were taken back, and whose short number is open.

Revocations go to every shop of the chain, open numbers to the one shop they are open at. Both leave the feed
by themselves when no code they are about can be alive.

Source: docs/credential.md, "Revocation", "The number".
Invariants: a revocation never gets weaker; rows are returned for whoever publishes last in a transaction.
"""

import hashlib
import hmac
from collections.abc import Iterable

import sqlalchemy as sa

from retail.credential import number, told
from retail.credential.code import LIFE_MINUTES_MAX, Kind
from retail.credential.number import CANDIDATES_MAX
from retail.credential.told import NumberKey
from retail.credential.trust import FOR_EVER, Revocation
from store.data import upsert
from store.data.goods.catalogue import SETTING_KIND
from store.data.replication import feed
from store.data.replication.feed import Row, store_scope
from store.data.schema.feed import CHAIN
from store.data.schema.phone import credential_number, credential_revoked
from store.identity.errors import Rejected
from store.identity.vault import Vault

NUMBER_PURPOSE = "credential-number"
OPEN_S = 30 * 60
"""How long a number stays open after it was asked for."""
TIDY_MAX = 500
SECOND = 1_000_000


def revoked_rows(
    connection: sa.Connection, subjects: Iterable[str], at_s: int, *, before_s: int = FOR_EVER
) -> list[Row]:
    """Take codes back; the rows of the chain's feed to publish. A later moment replaces an earlier one."""
    rows = []
    for subject in sorted(set(subjects)):
        statement = upsert.insert(connection, credential_revoked).values(
            subject=subject, before_s=before_s, made_at=at_s * SECOND
        )
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["subject"],
                set_={"before_s": before_s},
                where=credential_revoked.c.before_s < before_s,
            )
        )
        kept = connection.execute(
            sa.select(credential_revoked.c.before_s).where(credential_revoked.c.subject == subject)
        ).scalar_one()
        name, body = told.revoked_row(Revocation(subject=subject, before_s=kept))
        rows.append(Row(kind=SETTING_KIND, key=name, body=body))
    return rows


def publish(connection: sa.Connection, rows: Iterable[Row], at_s: int) -> None:
    """Tell every shop; the last thing a transaction does."""
    feed.begin(connection, CHAIN, CHAIN)
    feed.publish(connection, CHAIN, CHAIN, rows, at=at_s * SECOND)


def number_key(vault: Vault, store_id: str, kind: Kind, subject: str) -> bytes:
    """What one subject's numbers at one shop are worked out from."""
    shop_key = hmac.digest(vault.secret(NUMBER_PURPOSE), store_id.encode(), hashlib.sha256)
    return number.key_for(shop_key, kind, subject)


def open_number(connection: sa.Connection, vault: Vault, store_id: str, subject: str, at_s: int) -> NumberKey:
    """Let a member's short number count at a shop for a while. Raises `Rejected` when too many are open."""
    key = number_key(vault, store_id, Kind.MEMBER, subject)
    opened = NumberKey(kind=Kind.MEMBER, subject=subject, key=key, until_s=at_s + OPEN_S)
    others = connection.execute(
        sa.select(sa.func.count())
        .select_from(credential_number)
        .where(
            credential_number.c.store_id == store_id,
            credential_number.c.until_s > at_s,
            credential_number.c.subject != subject,
        )
    ).scalar_one()
    if others >= CANDIDATES_MAX:
        raise Rejected("overloaded", "too many numbers are open here; show the code", 503, retry_after_s=60)
    statement = upsert.insert(connection, credential_number).values(
        store_id=store_id, subject=subject, until_s=opened.until_s
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["store_id", "subject"], set_={"until_s": opened.until_s}
        )
    )
    name, body = told.number_row(opened)
    feed.begin(connection, store_id, store_scope(store_id))
    feed.publish(
        connection,
        store_id,
        store_scope(store_id),
        [Row(kind=SETTING_KIND, key=name, body=body)],
        at=at_s * SECOND,
    )
    return opened


def tidy_numbers(connection: sa.Connection, store_id: str, at_s: int) -> int:
    """Take numbers whose time is over off a shop's feed; how many."""
    over = credential_number.c.store_id == store_id, credential_number.c.until_s <= at_s
    subjects = list(
        connection.execute(
            sa.select(credential_number.c.subject)
            .where(*over)
            .order_by(credential_number.c.until_s)
            .limit(TIDY_MAX)
        ).scalars()
    )
    if not subjects:
        return 0
    connection.execute(sa.delete(credential_number).where(*over, credential_number.c.subject.in_(subjects)))
    gone = [Row(kind=SETTING_KIND, key=f"{told.NUMBER}{subject}") for subject in subjects]
    feed.publish(connection, store_id, store_scope(store_id), gone, at=at_s * SECOND)
    return len(subjects)


def tidy_revoked(connection: sa.Connection, at_s: int) -> int:
    """Take revocations that refuse nothing any more off the feed; how many."""
    over = credential_revoked.c.before_s <= at_s - LIFE_MINUTES_MAX * 60
    subjects = list(
        connection.execute(sa.select(credential_revoked.c.subject).where(over).limit(TIDY_MAX)).scalars()
    )
    if not subjects:
        return 0
    connection.execute(sa.delete(credential_revoked).where(over, credential_revoked.c.subject.in_(subjects)))
    publish(connection, [Row(kind=SETTING_KIND, key=f"{told.REVOKED}{one}") for one in subjects], at_s)
    return len(subjects)
