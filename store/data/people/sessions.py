"""Who is logged in.

Source: docs/security.md, "Sessions".
Invariants: a session is found by the hash of its secret only; one that has ended opens nothing, whether or
not its row is still there.
"""

import sqlalchemy as sa

from store.data.schema.identity import session, staff
from store.identity.principals import Staff
from store.identity.roles import role_of
from store.identity.sessions import IDLE_S, LIFE_S, TOUCH_S

SECOND = 1_000_000


def begin(
    connection: sa.Connection, store_id: str, *, name: str, staff_id: str, csrf: str, how: str, at: int
) -> None:
    """Log somebody in. `name` is the hash of the cookie's secret. Forgets sessions that have ended."""
    connection.execute(
        sa.delete(session).where(
            session.c.store_id == store_id,
            sa.or_(session.c.used_at < at - IDLE_S * SECOND, session.c.made_at < at - LIFE_S * SECOND),
        )
    )
    connection.execute(
        sa.insert(session).values(
            store_id=store_id,
            session=name,
            staff_id=staff_id,
            working_store_id=store_id,
            csrf=csrf,
            how=how,
            made_at=at,
            used_at=at,
        )
    )


def find(connection: sa.Connection, store_id: str, name: str, at: int) -> tuple[Staff, bool] | None:
    """Whose session it is, and whether its use is to be noted; None: it has ended."""
    row = connection.execute(
        sa.select(session, staff.c.login, staff.c.name, staff.c.role, staff.c.is_active)
        .join(
            staff,
            sa.and_(staff.c.store_id == session.c.store_id, staff.c.staff_id == session.c.staff_id),
        )
        .where(session.c.store_id == store_id, staff.c.store_id == store_id, session.c.session == name)
    ).one_or_none()
    if row is None or not row.is_active:
        return None
    if at >= row.used_at + IDLE_S * SECOND or at >= row.made_at + LIFE_S * SECOND:
        return None
    who = Staff(
        store_id=row.working_store_id,
        staff_id=row.staff_id,
        home_store_id=store_id,
        login=row.login,
        name=row.name,
        role=role_of(row.role),
        csrf=row.csrf,
        session=name,
    )
    return who, at >= row.used_at + TOUCH_S * SECOND


def touch(connection: sa.Connection, store_id: str, name: str, at: int) -> None:
    """Note that a session is in use."""
    connection.execute(_one(sa.update(session), store_id, name).values(used_at=at))


def work_in(connection: sa.Connection, store_id: str, name: str, working_store_id: str) -> None:
    """Look at another store (support only; the caller checks)."""
    connection.execute(_one(sa.update(session), store_id, name).values(working_store_id=working_store_id))


def end(connection: sa.Connection, store_id: str, name: str) -> None:
    """Log out."""
    connection.execute(sa.delete(session).where(session.c.store_id == store_id, session.c.session == name))


def _one(statement: sa.Update, store_id: str, name: str) -> sa.Update:
    return statement.where(session.c.store_id == store_id, session.c.session == name)
