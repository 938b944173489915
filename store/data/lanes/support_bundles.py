"""What lanes sent to support: kept for a while, a few of each lane.

Source: docs/operate.md, "Support bundle".
Invariants: at most KEPT of one lane, each at most `retail.wire.support.SIZE_MAX` bytes.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.wire.support import SIZE_MAX
from store.data.ids import new_id
from store.data.schema.settings import support_bundle

KEPT = 3


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """One of them, without its bytes."""

    bundle_id: str
    terminal_id: str
    at: int
    size: int


def keep(connection: sa.Connection, store_id: str, terminal_id: str, body: bytes, at: int) -> str:
    """Keep a lane's bundle, and throw its oldest away; its id."""
    require(0 < len(body) <= SIZE_MAX, f"a support bundle has at most {SIZE_MAX} bytes")
    bundle_id = new_id()
    connection.execute(
        sa.insert(support_bundle).values(
            store_id=store_id,
            bundle_id=bundle_id,
            terminal_id=terminal_id,
            at=at,
            size=len(body),
            body=body,
        )
    )
    for old in listed(connection, store_id, terminal_id)[KEPT:]:
        connection.execute(
            sa.delete(support_bundle).where(
                support_bundle.c.store_id == store_id, support_bundle.c.bundle_id == old.bundle_id
            )
        )
    return bundle_id


def listed(connection: sa.Connection, store_id: str, terminal_id: str) -> Sequence[Bundle]:
    """A lane's bundles, newest first."""
    rows = connection.execute(
        sa.select(*(support_bundle.c[name] for name in Bundle.__struct_fields__))
        .where(support_bundle.c.store_id == store_id, support_bundle.c.terminal_id == terminal_id)
        .order_by(support_bundle.c.bundle_id.desc())
    )
    return [Bundle(**row._mapping) for row in rows]


def body_of(connection: sa.Connection, store_id: str, terminal_id: str, bundle_id: str) -> bytes | None:
    """A bundle's bytes."""
    return connection.execute(
        sa.select(support_bundle.c.body).where(
            support_bundle.c.store_id == store_id,
            support_bundle.c.terminal_id == terminal_id,
            support_bundle.c.bundle_id == bundle_id,
        )
    ).scalar()
