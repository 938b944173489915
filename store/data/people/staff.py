"""The people of a store: their accounts, and the guesses made at them.

A login is checked in two steps, because hashes are slow: `open_attempt` counts it as wrong, durably, and
gives what to compare with; `succeed` takes it back when it was right. A crash in between costs a try, never
gives one.

Lanes know the people of their store, too: every change goes down the feed in its transaction.

Source: docs/security.md, "Staff"; `retail.wire.staff`.
Invariants: five wrong answers in a row lock an account; a closed account opens nothing, here and at a lane.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.wire.hub import HubPerson
from retail.wire.staff import KIND, StaffRow
from store.data.ids import new_id
from store.data.replication.feed import Row, publish, store_scope
from store.data.schema.identity import session, staff
from store.identity import lockout
from store.identity.lockout import Tries
from store.identity.roles import Role, role_of

STAFF_MAX = 5_000
"""Of one store."""
TEXT_MAX = 80


class StaffMember(msgspec.Struct, frozen=True, kw_only=True):
    """A person as managers see them."""

    staff_id: str
    login: str
    name: str
    role: str
    is_active: bool
    has_password: bool
    has_badge: bool
    number: str
    """What they type at a lane before their PIN; empty: none."""
    wrong: int
    locked_until: int
    changed_at: int


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt that has been counted, and what it is compared with."""

    staff_id: str
    login: str
    name: str
    role: Role
    password_hash: str
    pin_hash: str
    before: Tries
    is_locked: bool
    """It was locked before: whatever is shown is refused."""


class TakenError(Exception):
    """The login or badge is somebody else's."""


def add(connection: sa.Connection, store_id: str, *, login: str, name: str, role: Role, at: int) -> str:
    """A new account without any way in; its id. Raises `TakenError`."""
    require(
        0 < len(login) <= TEXT_MAX and login == login.strip().lower(), "a login is a short lower-case word"
    )
    require(0 < len(name) <= TEXT_MAX, f"a name has 1 to {TEXT_MAX} characters")
    if _by(connection, store_id, staff.c.login == login) is not None:
        raise TakenError(f"there is a login {login} already")
    count = connection.execute(
        sa.select(sa.func.count()).select_from(staff).where(staff.c.store_id == store_id)
    ).scalar_one()
    require(count < STAFF_MAX, f"a store has at most {STAFF_MAX} accounts")
    staff_id = new_id()
    connection.execute(
        sa.insert(staff).values(
            store_id=store_id,
            staff_id=staff_id,
            login=login,
            name=name,
            role=role.word,
            password_hash="",
            badge_key="",
            pin_hash="",
            number="",
            is_active=True,
            wrong=0,
            locked_until=0,
            made_at=at,
            changed_at=at,
        )
    )
    tell_lanes(connection, store_id, at, staff_id)
    return staff_id


def change(
    connection: sa.Connection,
    store_id: str,
    staff_id: str,
    at: int,
    *,
    name: str | None = None,
    role: Role | None = None,
    is_active: bool | None = None,
    password_hash: str | None = None,
    badge_key: str | None = None,
    pin_hash: str | None = None,
    number: str | None = None,
) -> bool:
    """Change what is given and log them out; false if there is no such account. Raises `TakenError`."""
    if badge_key:
        holder = _by(connection, store_id, staff.c.badge_key == badge_key)
        if holder is not None and holder.staff_id != staff_id:
            raise TakenError("this badge is somebody else's")
    if number:
        holder = _by(connection, store_id, staff.c.number == number)
        if holder is not None and holder.staff_id != staff_id:
            raise TakenError("this number is somebody else's")
    wanted: dict[str, object | None] = {
        "name": name,
        "role": role.word if role is not None else None,
        "is_active": is_active,
        "password_hash": password_hash,
        "badge_key": badge_key,
        "pin_hash": pin_hash,
        "number": number,
    }
    values = {column: value for column, value in wanted.items() if value is not None}
    result = connection.execute(_one(store_id, staff_id).values(changed_at=at, **values))
    end_sessions(connection, store_id, staff_id)
    tell_lanes(connection, store_id, at, staff_id)
    return result.rowcount == 1


def tell_lanes(connection: sa.Connection, store_id: str, at: int, staff_id: str = "") -> None:
    """Tell the store's lanes how its people are now; all of them, or one."""
    query = sa.select(staff).where(staff.c.store_id == store_id)
    if staff_id:
        query = query.where(staff.c.staff_id == staff_id)
    rows = [
        Row(kind=KIND, key=row.staff_id, body=msgspec.json.encode(_as_told(row), order="deterministic"))
        for row in connection.execute(query)
    ]
    if rows:
        publish(connection, store_id, store_scope(store_id), rows, at=at)


def for_hub(connection: sa.Connection, store_id: str) -> Sequence[HubPerson]:
    """Who may decide at the store's hub: what lanes know of them, and how their journal calls them."""
    rows = connection.execute(
        sa.select(staff).where(staff.c.store_id == store_id, staff.c.is_active).order_by(staff.c.login)
    )
    return [HubPerson(login=row.login, **msgspec.structs.asdict(_as_told(row))) for row in rows]


def _as_told(row: sa.Row[tuple[object, ...]]) -> StaffRow:
    return StaffRow(
        staff_id=row.staff_id,
        name=row.name,
        role=row.role,
        number=row.number or "",
        badge=row.badge_key,
        pin=row.pin_hash if row.is_active else "",
        is_revoked=not row.is_active,
    )


def rehash(connection: sa.Connection, store_id: str, staff_id: str, *, password_hash: str) -> None:
    """Keep the same password with newer parameters."""
    connection.execute(_one(store_id, staff_id).values(password_hash=password_hash))


def unlock(connection: sa.Connection, store_id: str, staff_id: str, at: int) -> bool:
    """Let somebody who was locked out try again; false if there is no such account."""
    result = connection.execute(_one(store_id, staff_id).values(wrong=0, locked_until=0, changed_at=at))
    return result.rowcount == 1


def listed(connection: sa.Connection, store_id: str) -> Sequence[StaffMember]:
    """Every account, by login."""
    rows = connection.execute(sa.select(staff).where(staff.c.store_id == store_id).order_by(staff.c.login))
    return [_member(row) for row in rows]


def get(connection: sa.Connection, store_id: str, staff_id: str) -> StaffMember | None:
    """One account."""
    row = _by(connection, store_id, staff.c.staff_id == staff_id)
    return _member(row) if row is not None else None


# --- logging in ----------------------------------------------------------------------------------------


def open_attempt(
    connection: sa.Connection,
    store_id: str,
    *,
    at: int,
    login: str = "",
    badge_key: str = "",
    number: str = "",
) -> Attempt | None:
    """Count an attempt by login, badge or number, taken for wrong; None if nobody who may log in is
    called so."""
    if login:
        who = staff.c.login == login
    elif badge_key:
        who = staff.c.badge_key == badge_key
    elif number:
        who = staff.c.number == number
    else:
        return None
    row = _by(connection, store_id, who, for_update=True)
    if row is None or not row.is_active:
        return None
    before = Tries(wrong=row.wrong, locked_until=row.locked_until)
    is_locked = before.is_locked(at)
    if not is_locked:
        after = lockout.counted(before, at)
        connection.execute(
            _one(store_id, row.staff_id).values(wrong=after.wrong, locked_until=after.locked_until)
        )
    return Attempt(
        staff_id=row.staff_id,
        login=row.login,
        name=row.name,
        role=role_of(row.role),
        password_hash=row.password_hash,
        pin_hash=row.pin_hash,
        before=before,
        is_locked=is_locked,
    )


def succeed(connection: sa.Connection, store_id: str, staff_id: str) -> bool:
    """The attempt was right: forget the wrong ones. False if the account was closed meanwhile."""
    result = connection.execute(
        _one(store_id, staff_id).where(staff.c.is_active).values(wrong=0, locked_until=0)
    )
    return result.rowcount == 1


def end_sessions(connection: sa.Connection, store_id: str, staff_id: str) -> None:
    """Log somebody out everywhere."""
    connection.execute(
        sa.delete(session).where(session.c.store_id == store_id, session.c.staff_id == staff_id)
    )


def _one(store_id: str, staff_id: str) -> sa.Update:
    return sa.update(staff).where(staff.c.store_id == store_id, staff.c.staff_id == staff_id)


def _by(
    connection: sa.Connection, store_id: str, who: sa.ColumnElement[bool], *, for_update: bool = False
) -> sa.Row[tuple[object, ...]] | None:
    query = sa.select(staff).where(staff.c.store_id == store_id, who).limit(1)
    return connection.execute(query.with_for_update() if for_update else query).one_or_none()


def _member(row: sa.Row[tuple[object, ...]]) -> StaffMember:
    return StaffMember(
        staff_id=row.staff_id,
        login=row.login,
        name=row.name,
        role=row.role,
        is_active=row.is_active,
        has_password=row.password_hash != "",
        has_badge=row.badge_key != "" and row.pin_hash != "",
        number=row.number or "",
        wrong=row.wrong,
        locked_until=row.locked_until,
        changed_at=row.changed_at,
    )
