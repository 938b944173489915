"""What members agreed to: each word of it with its moment, its text and its language; only ever added to.

Whoever uses personal data for a purpose asks `is_given` in the same transaction, in the data and not on a
page.

Source: docs/phone.md, "Consents".
Invariants: the newest word of a purpose counts; nothing said is not agreed.
"""

import msgspec
import sqlalchemy as sa

from store.data.ids import new_id
from store.data.schema.phone import phone_consent

HISTORY_MAX = 500
"""Words of one member that are shown, newest first."""


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """One word."""

    purpose: str
    is_given: bool
    wording: str
    language: str
    at: int


def say(
    connection: sa.Connection,
    member_id: str,
    purpose: str,
    *,
    is_given: bool,
    wording: str,
    language: str,
    at: int,
) -> bool:
    """Note what a member agrees to or takes back; false if that is what they said last."""
    if is_given is now(connection, member_id).get(purpose, False):
        return False
    connection.execute(
        sa.insert(phone_consent).values(
            member_id=member_id,
            consent_id=new_id(),
            purpose=purpose,
            is_given=is_given,
            wording=wording,
            language=language,
            at=at,
        )
    )
    return True


def is_given(connection: sa.Connection, member_id: str, purpose: str) -> bool:
    """Whether a member agrees to this now."""
    return now(connection, member_id).get(purpose, False)


def now(connection: sa.Connection, member_id: str) -> dict[str, bool]:
    """Purpose to the newest word."""
    found: dict[str, bool] = {}
    for consent in history(connection, member_id):
        found.setdefault(consent.purpose, consent.is_given)
    return found


def history(connection: sa.Connection, member_id: str) -> tuple[Consent, ...]:
    """Everything a member said, newest first."""
    rows = connection.execute(
        sa.select(phone_consent)
        .where(phone_consent.c.member_id == member_id)
        .order_by(phone_consent.c.at.desc(), phone_consent.c.consent_id.desc())
        .limit(HISTORY_MAX)
    )
    return tuple(
        Consent(
            purpose=row.purpose,
            is_given=row.is_given,
            wording=row.wording,
            language=row.language,
            at=row.at,
        )
        for row in rows
    )
