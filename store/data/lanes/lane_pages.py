"""What the pages show of a lane besides how it is: what it was told to do, what was wrong, what it sent.

Source: docs/back-office.md, "Lanes".
Invariants: read only; every list is bounded, newest first.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from store.data.lanes import alerts
from store.data.lanes.alerts import Alert
from store.data.schema.alerts import alert, command
from store.data.schema.identity import terminal_key
from store.data.schema.ingest import fork, terminal_head
from store.data.schema.sales import lane_event, projection, sale

LIST_MAX = 200


class CommandRow(msgspec.Struct, frozen=True, kw_only=True):
    """A command and what became of it."""

    command_id: str
    terminal_id: str
    name: str
    text: str
    argument: str
    by: str
    made_at: int
    expires_at: int
    outcome: str
    reason: str
    done_at: int


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """How far a lane's journal has arrived in an epoch, and was opened."""

    epoch: int
    acked: int
    projected: int
    updated_at: int


class Fork(msgspec.Struct, frozen=True, kw_only=True):
    """A journal that is not the one known here."""

    epoch: int
    seq: int
    reason: str
    seen_at: int


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A key of a lane."""

    key_id: str
    made_at: int
    valid_until: int


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened on a lane besides selling."""

    envelope_id: str
    number: int
    event: str
    at: int
    subject: str
    detail: str
    is_sale: bool
    """Whether its envelope is a sale that can be opened."""


def commands(
    connection: sa.Connection, store_id: str, terminal_id: str, *, limit: int = 20
) -> tuple[CommandRow, ...]:
    """What a lane was told to do."""
    rows = connection.execute(
        sa.select(*(command.c[name] for name in CommandRow.__struct_fields__))
        .where(command.c.store_id == store_id, command.c.terminal_id == terminal_id)
        .order_by(command.c.command_id.desc())
        .limit(min(limit, LIST_MAX))
    )
    return tuple(CommandRow(**row._mapping) for row in rows)


def heads(connection: sa.Connection, store_id: str, terminal_id: str) -> tuple[Head, ...]:
    """Every epoch of a lane."""
    done = projection
    joined = terminal_head.outerjoin(
        done,
        sa.and_(
            done.c.store_id == terminal_head.c.store_id,
            done.c.terminal_id == terminal_head.c.terminal_id,
            done.c.epoch == terminal_head.c.epoch,
        ),
    )
    rows = connection.execute(
        sa.select(
            terminal_head.c.epoch,
            terminal_head.c.acked,
            sa.func.coalesce(done.c.projected, 0).label("projected"),
            terminal_head.c.updated_at,
        )
        .select_from(joined)
        .where(terminal_head.c.store_id == store_id, terminal_head.c.terminal_id == terminal_id)
        .order_by(terminal_head.c.epoch.desc())
        .limit(LIST_MAX)
    )
    return tuple(Head(**row._mapping) for row in rows)


def forks(connection: sa.Connection, store_id: str, terminal_id: str) -> tuple[Fork, ...]:
    """Times a lane's journal was not the one known here."""
    return tuple(
        Fork(**row) for row in _listed(connection, fork, Fork, store_id, terminal_id, fork.c.seen_at)
    )


def keys(connection: sa.Connection, store_id: str, terminal_id: str) -> tuple[Key, ...]:
    """A lane's keys."""
    rows = _listed(connection, terminal_key, Key, store_id, terminal_id, terminal_key.c.made_at)
    return tuple(Key(**row) for row in rows)


def happened(
    connection: sa.Connection, store_id: str, terminal_id: str, *, limit: int = 20
) -> tuple[Happened, ...]:
    """What happened on a lane besides selling; receipts that were simply printed are left out."""
    is_sale = sa.exists().where(sale.c.store_id == store_id, sale.c.envelope_id == lane_event.c.envelope_id)
    names = [name for name in Happened.__struct_fields__ if name != "is_sale"]
    rows = connection.execute(
        sa.select(*(lane_event.c[name] for name in names), is_sale.label("is_sale"))
        .where(
            lane_event.c.store_id == store_id,
            lane_event.c.terminal_id == terminal_id,
            sa.not_(sa.and_(lane_event.c.event == "PrintEnded", lane_event.c.subject == "printed")),
        )
        .order_by(lane_event.c.at.desc(), lane_event.c.number.desc())
        .limit(min(limit, LIST_MAX))
    )
    return tuple(Happened(**{**row._mapping, "is_sale": bool(row.is_sale)}) for row in rows)


def past_alerts(
    connection: sa.Connection, store_id: str, *, terminal_id: str = "", limit: int = 30
) -> tuple[Alert, ...]:
    """Alerts that are over, by when they ended."""
    query = sa.select(*alerts.COLUMNS).where(alert.c.store_id == store_id, alert.c.cleared_at > 0)
    if terminal_id:
        query = query.where(alert.c.terminal_id == terminal_id)
    rows = connection.execute(query.order_by(alert.c.cleared_at.desc()).limit(min(limit, LIST_MAX)))
    return tuple(alerts.read(row) for row in rows.mappings())


def _listed(
    connection: sa.Connection,
    table: sa.Table,
    kind: type[msgspec.Struct],
    store_id: str,
    terminal_id: str,
    order: sa.Column[Any],
) -> list[dict[str, Any]]:
    """Rows of a lane, newest first, with the columns a struct has fields for."""
    rows = connection.execute(
        sa.select(*(table.c[name] for name in kind.__struct_fields__))
        .where(table.c.store_id == store_id, table.c.terminal_id == terminal_id)
        .order_by(order.desc())
        .limit(LIST_MAX)
    )
    return [dict(row._mapping) for row in rows]
