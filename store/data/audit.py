"""Who did what to whom, when and why: every administrative change, every look at personal data.

Written in the transaction of what it tells about, so that there is neither a deed without its entry nor the
other way round.

Source: docs/security.md, "Audit".
Invariants: only ever added to; holds no personal data.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from store.data.ids import new_id
from store.data.schema.identity import audit

TEXT_MAX = 500
PAGE_MAX = 500


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """One entry."""

    audit_id: str
    at: int
    who: str
    """A login, a terminal, or `cli:` and a user of the machine."""
    action: str
    """`member.export`, `terminal.revoke`..."""
    what: str
    """The subject's id."""
    why: str = ""
    detail: str = ""


def note(
    connection: sa.Connection,
    store_id: str,
    *,
    who: str,
    action: str,
    what: str,
    at: int,
    why: str = "",
    detail: str = "",
) -> None:
    """Add an entry."""
    connection.execute(
        sa.insert(audit).values(
            store_id=store_id,
            audit_id=new_id(),
            at=at,
            who=who[:TEXT_MAX],
            action=action,
            what=what[:TEXT_MAX],
            why=why[:TEXT_MAX],
            detail=detail[:TEXT_MAX],
        )
    )


def newest(
    connection: sa.Connection, store_id: str, *, before: str = "", what: str = "", limit: int = 100
) -> Sequence[Deed]:
    """Entries, newest first; before an entry, about a subject."""
    query = sa.select(audit).where(audit.c.store_id == store_id)
    if before:
        query = query.where(audit.c.audit_id < before)
    if what:
        query = query.where(audit.c.what == what)
    rows = connection.execute(query.order_by(audit.c.audit_id.desc()).limit(min(limit, PAGE_MAX)))
    return [Deed(**{name: row[name] for name in Deed.__struct_fields__}) for row in rows.mappings()]
