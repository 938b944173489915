"""Lanes and hubs: the codes that enrol them, their keys, and whether they still may.

A code is checked in two steps, because its hash is slow: `open_code` counts the try and gives the hash,
before anything is compared; `enrol` uses the code up. Whatever happens in between costs a try.

Source: docs/security.md, "Enrolment"; docs/protocol.md, "Identity".
Invariants: a code enrols once; five tries end it; a terminal's number is never given again.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data import upsert
from store.data.errors import UnavailableError
from store.data.schema.identity import terminal, terminal_key, terminal_nonce
from store.data.schema.ingest import terminal_head
from store.identity.codes import TRIES_MAX
from store.identity.principals import Device, DeviceKey, DeviceKind

NAME_MAX = 60
LANES_MAX = 10_000
"""Of one store."""
NUMBER_TRIES = 10
KEYS_MAX = 8
"""Of one device, old ones included."""


class Terminal(msgspec.Struct, frozen=True, kw_only=True):
    """A device as people see it."""

    terminal_id: str
    number: int
    name: str
    kind: str
    state: str
    epoch: int
    version: str
    made_at: int
    enrolled_at: int
    changed_at: int
    code_until: int
    """Until when a code awaits it; 0: none."""


def store_of(terminal_id: str) -> str:
    """The store a terminal belongs to, by its name."""
    return terminal_id.rpartition("-")[0]


def make(connection: sa.Connection, store_id: str, name: str, at: int, kind: DeviceKind = "lane") -> str:
    """A new device that awaits a code; its id."""
    require(0 < len(name) <= NAME_MAX, f"a lane's name has 1 to {NAME_MAX} characters")
    for _ in range(NUMBER_TRIES):
        highest = connection.execute(
            sa.select(sa.func.max(terminal.c.number)).where(terminal.c.store_id == store_id)
        ).scalar()
        number = (highest or 0) + 1
        require(number <= LANES_MAX, f"a store has at most {LANES_MAX} devices")
        terminal_id = f"{store_id}-{number}"
        if _add(connection, store_id, terminal_id, number, name, kind, at):
            return terminal_id  # else another worker took the number in this moment
    raise UnavailableError("too many devices are being made at once; try again")


def _add(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    number: int,
    name: str,
    kind: str,
    at: int,
) -> bool:
    result = connection.execute(
        upsert.insert(connection, terminal)
        .values(
            store_id=store_id,
            terminal_id=terminal_id,
            number=number,
            name=name,
            kind=kind,
            state="awaiting",
            epoch=1,
            version="",
            made_at=at,
            enrolled_at=0,
            changed_at=at,
            code_selector="",
            code_hash="",
            code_until=0,
            code_tries=0,
            code_key="",
            code_by="",
        )
        .on_conflict_do_nothing()
        .returning(terminal.c.terminal_id)
    )
    return result.one_or_none() is not None


def find_by_name(connection: sa.Connection, store_id: str, name: str) -> Terminal | None:
    """The device of this name."""
    return next((found for found in listed(connection, store_id) if found.name == name), None)


def name_of(connection: sa.Connection, store_id: str, terminal_id: str) -> str:
    """What people call a device; its id where it is not known."""
    found = connection.execute(
        sa.select(terminal.c.name).where(
            terminal.c.store_id == store_id, terminal.c.terminal_id == terminal_id
        )
    ).scalar()
    return str(found or terminal_id)


def listed(connection: sa.Connection, store_id: str) -> Sequence[Terminal]:
    """Every device of a store, by number."""
    rows = connection.execute(
        sa.select(*(terminal.c[name] for name in Terminal.__struct_fields__))
        .where(terminal.c.store_id == store_id)
        .order_by(terminal.c.number)
    )
    return [Terminal(**row) for row in rows.mappings()]


def device(connection: sa.Connection, store_id: str, terminal_id: str) -> Device | None:
    """A device with its keys, as the gate needs it."""
    row = connection.execute(
        sa.select(terminal).where(terminal.c.store_id == store_id, terminal.c.terminal_id == terminal_id)
    ).one_or_none()
    if row is None:
        return None
    keys = connection.execute(
        sa.select(terminal_key.c.key_id, terminal_key.c.public, terminal_key.c.valid_until).where(
            terminal_key.c.store_id == store_id, terminal_key.c.terminal_id == terminal_id
        )
    )
    return Device(
        store_id=store_id,
        terminal_id=terminal_id,
        name=row.name,
        kind=row.kind,
        state=row.state,
        epoch=row.epoch,
        keys=tuple(
            DeviceKey(key_id=key.key_id, public=key.public, valid_until=key.valid_until) for key in keys
        ),
    )


# --- codes and keys ---------------------------------------------------------------------------------------


def set_code(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    *,
    selector: str,
    code_hash: str,
    until: int,
    by: str,
    at: int,
) -> bool:
    """Let this code, and no other, enrol the device; false if there is no such device."""
    result = connection.execute(
        _one(sa.update(terminal), store_id, terminal_id).values(
            code_selector=selector,
            code_hash=code_hash,
            code_until=until,
            code_tries=0,
            code_key="",
            code_by=by,
            changed_at=at,
        )
    )
    return result.rowcount == 1


def open_code(
    connection: sa.Connection, store_id: str, terminal_id: str, selector: str, key_id: str, at: int
) -> str | None:
    """Count a try and give the code's hash; None if no such code is open to this key."""
    return connection.execute(
        _one(sa.update(terminal), store_id, terminal_id)
        .where(
            terminal.c.code_selector == selector,
            terminal.c.code_selector != "",
            terminal.c.code_key.in_(("", key_id)),
            terminal.c.code_until > at,
            terminal.c.code_tries < TRIES_MAX,
        )
        .values(code_tries=terminal.c.code_tries + 1)
        .returning(terminal.c.code_hash)
    ).scalar()


def is_code_spent(connection: sa.Connection, store_id: str, terminal_id: str) -> bool:
    """Whether the device's code was tried too often."""
    tries = connection.execute(
        sa.select(terminal.c.code_tries).where(
            terminal.c.store_id == store_id, terminal.c.terminal_id == terminal_id
        )
    ).scalar()
    return (tries or 0) >= TRIES_MAX


def enrol(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    *,
    code_hash: str,
    key_id: str,
    public: bytes,
    version: str,
    at: int,
) -> Device | None:
    """Use the code up and take the key, in place of any other; None if another key was quicker.

    Sent again with the same key it gives the same answer, so that a lost answer costs nobody a walk.
    """
    before = device(connection, store_id, terminal_id)
    if before is None:
        return None
    code = connection.execute(
        sa.select(terminal.c.code_hash, terminal.c.code_key).where(
            terminal.c.store_id == store_id, terminal.c.terminal_id == terminal_id
        )
    ).one()
    if code.code_hash != code_hash or code.code_key not in ("", key_id):
        return None
    if code.code_key == key_id and before.key(key_id, at) is not None:
        return before
    taken = connection.execute(
        _one(sa.update(terminal), store_id, terminal_id)
        .where(terminal.c.code_hash == code_hash, terminal.c.code_key == "")
        .values(
            code_key=key_id,
            state="active",
            epoch=_next_epoch(connection, before),
            version=version[:NAME_MAX],
            enrolled_at=at,
            changed_at=at,
        )
    )
    if taken.rowcount != 1:
        return None
    mine = (terminal_key.c.store_id == store_id, terminal_key.c.terminal_id == terminal_id)
    connection.execute(sa.delete(terminal_key).where(*mine))
    _add_key(connection, store_id, terminal_id, key_id, public, at)
    return device(connection, store_id, terminal_id)


def _next_epoch(connection: sa.Connection, before: Device) -> int:
    """The epoch a new journal of this lane begins with: beyond everything it ever sent."""
    sent = connection.execute(
        sa.select(sa.func.max(terminal_head.c.epoch)).where(
            terminal_head.c.store_id == before.store_id, terminal_head.c.terminal_id == before.terminal_id
        )
    ).scalar()
    return max(before.epoch + (0 if before.state == "awaiting" else 1), (sent or 0) + 1)


def rotate_key(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    *,
    key_id: str,
    public: bytes,
    overlap_until: int,
    at: int,
) -> bool:
    """Take a new key; the others count until `overlap_until`. False if it is the device's key already."""
    mine = (terminal_key.c.store_id == store_id, terminal_key.c.terminal_id == terminal_id)
    known = connection.execute(sa.select(terminal_key.c.key_id).where(*mine)).scalars().all()
    if key_id in known:
        return False
    connection.execute(sa.delete(terminal_key).where(*mine, terminal_key.c.valid_until.between(1, at)))
    require(len(known) < KEYS_MAX, f"a lane changes its key at most {KEYS_MAX} times within the overlap")
    connection.execute(
        sa.update(terminal_key)
        .where(*mine, terminal_key.c.valid_until == 0)
        .values(valid_until=overlap_until)
    )
    _add_key(connection, store_id, terminal_id, key_id, public, at)
    return True


def set_state(connection: sa.Connection, store_id: str, terminal_id: str, *, revoked: bool, at: int) -> bool:
    """Revoke a device, or take it back; false if that changes nothing."""
    wanted, other = ("revoked", "active") if revoked else ("active", "revoked")
    result = connection.execute(
        _one(sa.update(terminal), store_id, terminal_id)
        .where(terminal.c.state == other)
        .values(state=wanted, changed_at=at, code_selector="", code_hash="", code_until=0)
    )
    return result.rowcount == 1


def is_new_nonce(
    connection: sa.Connection, store_id: str, terminal_id: str, nonce: str, *, until: int, at: int
) -> bool:
    """Remember a nonce for all workers; false if it was there. Forgets this device's that no longer count."""
    mine = (terminal_nonce.c.store_id == store_id, terminal_nonce.c.terminal_id == terminal_id)
    connection.execute(sa.delete(terminal_nonce).where(*mine, terminal_nonce.c.until < at))
    result = connection.execute(
        upsert.insert(connection, terminal_nonce)
        .values(store_id=store_id, terminal_id=terminal_id, nonce=nonce, until=until)
        .on_conflict_do_nothing()
        .returning(terminal_nonce.c.nonce)
    )
    return result.one_or_none() is not None


def _one(statement: sa.Update, store_id: str, terminal_id: str) -> sa.Update:
    return statement.where(terminal.c.store_id == store_id, terminal.c.terminal_id == terminal_id)


def _add_key(
    connection: sa.Connection, store_id: str, terminal_id: str, key_id: str, public: bytes, at: int
) -> None:
    connection.execute(
        sa.insert(terminal_key).values(
            store_id=store_id,
            terminal_id=terminal_id,
            key_id=key_id,
            public=public,
            made_at=at,
            valid_until=0,
        )
    )
