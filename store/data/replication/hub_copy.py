"""What a hub knows of its shop, as rows of its own small database: lanes with keys, people with PINs.

The same tables as at the service, so that the station, sessions and the live line are the same programs. The
list from the service is the truth for who is there; guesses made at the hub are the hub's own, and no list
takes them back.

Source: `retail.wire.hub`; docs/security.md, "Hub".
Invariants: after `keep` exactly the lanes and people of the list are there; who left has no session; nothing
that is over is kept longer than KEPT_S.
"""

import base64
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from retail.wire.hub import HubLane, HubPerson, HubShop
from store.data import upsert
from store.data.goods import pictures
from store.data.lanes import alerts
from store.data.schema.alerts import alert, command, event, lane_status
from store.data.schema.identity import audit, session, staff, terminal, terminal_key
from store.identity.keyring import key_id_of

KEPT_S = 7 * 24 * 3600
SECOND = 1_000_000


def keep(connection: sa.Connection, shop: HubShop, at: int) -> None:
    """Make the rows what the list says."""
    store_id = shop.store_id
    _forget_lanes(connection, store_id, {lane.terminal_id for lane in shop.lanes}, at)
    for lane in shop.lanes:
        _keep_lane(connection, store_id, lane, at)
    _forget_people(connection, store_id, {person.staff_id for person in shop.people})
    _keep_people(connection, store_id, shop.people, at)


def begin(connection: sa.Connection, store_id: str, at: int) -> None:
    """A hub starts: what lanes told before is over, they tell it anew; nobody is connected."""
    connection.execute(
        sa.update(lane_status).where(lane_status.c.store_id == store_id).values(is_connected=False)
    )
    for one in alerts.still_open(connection, store_id):
        alerts.clear(connection, store_id, one.alert_id, "hub", at)


def forget(connection: sa.Connection, store_id: str, at: int) -> int:
    """Throw away what is over since KEPT_S; how many rows."""
    before = at - KEPT_S * SECOND
    old = (
        sa.delete(alert).where(
            alert.c.store_id == store_id, alert.c.cleared_at > 0, alert.c.cleared_at < before
        ),
        sa.delete(command).where(command.c.store_id == store_id, command.c.made_at < before),
        sa.delete(event).where(event.c.store_id == store_id, event.c.at < before),
        sa.delete(audit).where(audit.c.store_id == store_id, audit.c.at < before),
        sa.delete(session).where(session.c.store_id == store_id, session.c.used_at < before),
    )
    gone = sum(connection.execute(statement).rowcount for statement in old)
    return gone + pictures.sweep(connection, at)


# --- lanes -------------------------------------------------------------------------------------------------


def _forget_lanes(connection: sa.Connection, store_id: str, kept: set[str], at: int) -> None:
    known = connection.execute(sa.select(terminal.c.terminal_id).where(terminal.c.store_id == store_id))
    for terminal_id in [one for one in known.scalars() if one not in kept]:
        alerts.keep_only(connection, store_id, terminal_id, frozenset(), at)
        for table in (terminal_key, lane_status, terminal):
            connection.execute(
                sa.delete(table).where(table.c.store_id == store_id, table.c.terminal_id == terminal_id)
            )


def _keep_lane(connection: sa.Connection, store_id: str, lane: HubLane, at: int) -> None:
    told = {"number": lane.number, "name": lane.name, "kind": "lane", "state": "active", "changed_at": at}
    unused = {"epoch": 1, "version": "", "made_at": at, "enrolled_at": at, "code_selector": ""}
    no_code = {"code_hash": "", "code_until": 0, "code_tries": 0, "code_key": "", "code_by": ""}
    connection.execute(
        upsert.insert(connection, terminal)
        .values(store_id=store_id, terminal_id=lane.terminal_id, **told, **unused, **no_code)
        .on_conflict_do_update(index_elements=["store_id", "terminal_id"], set_=told)
    )
    mine = (terminal_key.c.store_id == store_id, terminal_key.c.terminal_id == lane.terminal_id)
    connection.execute(sa.delete(terminal_key).where(*mine))
    for key in lane.keys:
        public = base64.b64decode(key)
        connection.execute(
            sa.insert(terminal_key).values(
                store_id=store_id,
                terminal_id=lane.terminal_id,
                key_id=key_id_of(public),
                public=public,
                made_at=at,
                valid_until=0,
            )
        )


# --- people ------------------------------------------------------------------------------------------------


def _forget_people(connection: sa.Connection, store_id: str, kept: set[str]) -> None:
    known = connection.execute(sa.select(staff.c.staff_id).where(staff.c.store_id == store_id))
    for staff_id in [one for one in known.scalars() if one not in kept]:
        for table in (session, staff):
            connection.execute(
                sa.delete(table).where(table.c.store_id == store_id, table.c.staff_id == staff_id)
            )


def _keep_people(connection: sa.Connection, store_id: str, people: Sequence[HubPerson], at: int) -> None:
    rows = connection.execute(sa.select(staff).where(staff.c.store_id == store_id))
    before = {row.staff_id: row._asdict() for row in rows}
    told = {person.staff_id: _as_row(person) for person in people}
    changed = [key for key, row in told.items() if key not in before or not _is_same(before[key], row)]
    for staff_id in changed:  # two who have swapped their logins
        mine = (staff.c.store_id == store_id, staff.c.staff_id == staff_id)
        connection.execute(sa.update(staff).where(*mine).values(login=staff_id))
        connection.execute(
            sa.delete(session).where(session.c.store_id == store_id, session.c.staff_id == staff_id)
        )
    own = {"wrong": 0, "locked_until": 0, "made_at": at}
    for staff_id in changed:
        connection.execute(
            upsert.insert(connection, staff)
            .values(store_id=store_id, staff_id=staff_id, changed_at=at, **told[staff_id], **own)
            .on_conflict_do_update(
                index_elements=["store_id", "staff_id"], set_={**told[staff_id], "changed_at": at}
            )
        )


def _as_row(person: HubPerson) -> dict[str, object]:
    return {
        "login": person.login,
        "name": person.name,
        "role": person.role,
        "password_hash": "",
        "badge_key": person.badge,
        "pin_hash": person.pin,
        "number": person.number,
        "is_active": not person.is_revoked,
    }


def _is_same(before: Mapping[str, object], row: dict[str, object]) -> bool:
    return all(before[name] == value for name, value in row.items())
