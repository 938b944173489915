"""What administrators do, as jobs on the database: codes for lanes, accounts of people.

Hashing is slow, so it is done before: `way_in` and `new_code` make the hashes, the jobs write them with their
audit entry.

Source: docs/security.md, "Enrolment", "Staff".
Invariants: every change has its entry in the audit log, in the same transaction.
"""

import re

import msgspec
import sqlalchemy as sa

from retail.wire.staff import NUMBER
from store.data import audit
from store.data.lanes import terminals
from store.data.people import staff
from store.identity import codes, lookup
from store.identity.codes import Code
from store.identity.errors import Rejected
from store.identity.passwords import Passwords, badge_fault, password_fault, pin_fault
from store.identity.principals import DeviceKind
from store.identity.roles import Role
from store.identity.vault import Vault

SECOND = 1_000_000


class WayIn(msgspec.Struct, frozen=True, kw_only=True):
    """Hashes of what somebody logs in with; None: as it was."""

    password_hash: str | None = None
    badge_key: str | None = None
    pin_hash: str | None = None
    number: str | None = None


class NewCode(msgspec.Struct, frozen=True, kw_only=True):
    """A code that was made: `written` is shown once and kept nowhere."""

    terminal_id: str
    written: str
    until: int


def way_in(
    passwords: Passwords,
    vault: Vault,
    *,
    login: str = "",
    password: str = "",
    badge: str = "",
    pin: str = "",
    number: str = "",
) -> WayIn:
    """Hashes of what is given. Slow. Raises `Rejected` with code `weak` and what is wrong."""
    if (badge and not pin) or (pin and not (badge or number)):
        raise Rejected("weak", "a PIN comes with a badge or a number, and a badge with a PIN", 422)
    if number and not re.fullmatch(NUMBER, number):
        raise Rejected("weak", "a number for the lanes is 2 to 8 digits", 422)
    faults = (
        password_fault(password, login) if password else "",
        badge_fault(badge) if badge else "",
        pin_fault(pin) if pin else "",
    )
    if fault := next(filter(None, faults), ""):
        raise Rejected("weak", fault, 422)
    return WayIn(
        password_hash=passwords.hash(password) if password else None,
        badge_key=lookup.badge_lookup(vault, badge) if badge else None,
        pin_hash=passwords.hash(pin) if pin else None,
        number=number or None,
    )


def set_way_in(
    connection: sa.Connection, store_id: str, staff_id: str, way: WayIn, *, who: str, at: int
) -> bool:
    """Let somebody in this way from now on; false if there is no such account."""
    found = staff.change(
        connection,
        store_id,
        staff_id,
        at,
        password_hash=way.password_hash,
        badge_key=way.badge_key,
        pin_hash=way.pin_hash,
        number=way.number,
    )
    if found:
        given = [name for name in way.__struct_fields__ if getattr(way, name) is not None]
        audit.note(
            connection,
            store_id,
            who=who,
            action="staff.way_in",
            what=f"staff:{staff_id}",
            detail=", ".join(name.partition("_")[0] for name in given),
            at=at,
        )
    return found


def add_person(
    connection: sa.Connection,
    store_id: str,
    *,
    login: str,
    name: str,
    role: Role,
    way: WayIn,
    who: str,
    at: int,
) -> str:
    """A new account; its id. Raises `staff.TakenError`."""
    staff_id = staff.add(connection, store_id, login=login, name=name, role=role, at=at)
    audit.note(
        connection,
        store_id,
        who=who,
        action="staff.add",
        what=f"staff:{staff_id}",
        detail=f"{login}, {role.word}",
        at=at,
    )
    set_way_in(connection, store_id, staff_id, way, who=who, at=at)
    return staff_id


def change_person(
    connection: sa.Connection,
    store_id: str,
    staff_id: str,
    *,
    name: str | None = None,
    role: Role | None = None,
    is_active: bool | None = None,
    who: str,
    at: int,
    why: str = "",
) -> bool:
    """Change an account; false if there is none."""
    if not staff.change(connection, store_id, staff_id, at, name=name, role=role, is_active=is_active):
        return False
    detail = ", ".join(
        text
        for text in (
            f"role {role.word}" if role is not None else "",
            "" if is_active is None else ("opened" if is_active else "closed"),
            "renamed" if name is not None else "",
        )
        if text
    )
    audit.note(
        connection,
        store_id,
        who=who,
        action="staff.change",
        what=f"staff:{staff_id}",
        detail=detail,
        why=why,
        at=at,
    )
    return True


def unlock_person(connection: sa.Connection, store_id: str, staff_id: str, *, who: str, at: int) -> bool:
    """Let somebody who guessed wrong try again; false if there is no such account."""
    if not staff.unlock(connection, store_id, staff_id, at):
        return False
    audit.note(connection, store_id, who=who, action="staff.unlock", what=f"staff:{staff_id}", at=at)
    return True


# --- lanes ---------------------------------------------------------------------------------------------


def make_code(passwords: Passwords, terminal_id: str) -> tuple[Code, str]:
    """A code and the hash of its secret. Slow."""
    code = codes.make(terminal_id)
    return code, passwords.hash(code.secret)


def add_lane(
    connection: sa.Connection, store_id: str, name: str, *, who: str, at: int, kind: DeviceKind = "lane"
) -> str:
    """The device of this name, made if there is none; its id."""
    known = terminals.find_by_name(connection, store_id, name)
    if known is not None:
        if known.kind != kind:
            raise Rejected("taken", f"{name} is a {known.kind}", 409)
        return known.terminal_id
    terminal_id = terminals.make(connection, store_id, name, at, kind)
    audit.note(
        connection, store_id, who=who, action="terminal.add", what=terminal_id, detail=f"{kind} {name}", at=at
    )
    return terminal_id


def set_code(
    connection: sa.Connection, store_id: str, code: Code, code_hash: str, *, who: str, at: int
) -> NewCode | None:
    """Let this code enrol its device, once, soon; None if there is no such device or it was revoked."""
    device = terminals.device(connection, store_id, code.terminal_id)
    if device is None or device.state == "revoked":
        return None
    until = at + codes.LIFE_S * SECOND
    terminals.set_code(
        connection,
        store_id,
        code.terminal_id,
        selector=code.selector,
        code_hash=code_hash,
        until=until,
        by=who,
        at=at,
    )
    audit.note(connection, store_id, who=who, action="terminal.code", what=code.terminal_id, at=at)
    return NewCode(terminal_id=code.terminal_id, written=code.written(), until=until)


def set_revoked(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    *,
    revoked: bool,
    who: str,
    at: int,
    why: str = "",
) -> bool:
    """Revoke a device, or take it back; false if that changes nothing."""
    if not terminals.set_state(connection, store_id, terminal_id, revoked=revoked, at=at):
        return False
    action = "terminal.revoke" if revoked else "terminal.restore"
    audit.note(connection, store_id, who=who, action=action, what=terminal_id, why=why, at=at)
    return True
