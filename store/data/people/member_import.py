"""What an import of members asks before it writes: who is known, and just how.

Nothing of what is read here is shown to anybody, so it is no look at a person and is not in the audit log.

Source: docs/security.md, "Members"; docs/catalogue.md, "Files".
"""

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from store.data.people.members import Terms
from store.data.schema.members import member, member_credential, member_key, member_person
from store.identity import lookup, shredding
from store.identity.shredding import Person
from store.identity.vault import Vault


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A member the service has."""

    terms: Terms
    person: Person | None
    is_erased: bool


def holders(connection: sa.Connection, vault: Vault, keys: Iterable[tuple[str, str]]) -> set[str]:
    """Whose these keys are, as (kind, value): several members, if the file joins what was apart."""
    hashed = [lookup.member_lookup(vault, kind, value) for kind, value in keys]
    rows = connection.execute(
        sa.select(member_credential.c.member_id).where(member_credential.c.lookup.in_(hashed))
    )
    return set(rows.scalars())


def known(connection: sa.Connection, vault: Vault, member_id: str) -> Known | None:
    """What the service has of a member."""
    row = connection.execute(
        sa.select(member, member_person.c.sealed, member_key.c.sealed.label("key"))
        .outerjoin(member_person, member_person.c.member_id == member.c.member_id)
        .outerjoin(member_key, member_key.c.member_id == member.c.member_id)
        .where(member.c.member_id == member_id)
    ).one_or_none()
    if row is None:
        return None
    is_told = row.sealed is not None and row.key is not None
    return Known(
        terms=Terms(
            tier=row.tier,
            groups=msgspec.json.decode(row.groups, type=tuple[str, ...]),
            order_number=row.order_number,
            stamps=msgspec.json.decode(row.stamps, type=dict[str, int]),
        ),
        person=shredding.open_person(vault, row.key, member_id, row.sealed) if is_told else None,
        is_erased=row.is_erased,
    )
