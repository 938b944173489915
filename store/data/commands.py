"""What lanes are told to do, and what became of it.

A command is kept until its lane says what became of it, or it is too late. It is sent once on every
connection; the lane carries an id out once, however often it hears it.

Source: docs/protocol.md, "Live channel".
Invariants: a command has one outcome, the first one told; every change is an event, in the same transaction.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.wire.live import LaneCommand
from store.data import events
from store.data.ids import new_id
from store.data.schema.alerts import command

LIFE_S = 300
"""A command that reaches its lane later than this is not meant any more."""
WAITING_MAX = 100
"""Of one lane."""
TEXT_MAX = 300
KIND = "command"
"""Of the event; its key is the lane."""
NAMES = ("open", "close", "message", "end_help", "approve", "restart", "resync")
SECOND = 1_000_000


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The event's body."""

    command_id: str
    terminal_id: str
    name: str
    by: str
    outcome: str = ""
    """Empty: on its way."""
    reason: str = ""


def give(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    name: str,
    *,
    by: str,
    at: int,
    text: str = "",
    argument: str = "",
    life_s: int = LIFE_S,
) -> str:
    """Tell a lane to do something; the command's id."""
    require(name in NAMES, f"a command is one of {', '.join(NAMES)}")
    _expire(connection, store_id, terminal_id, at)
    require(
        len(waiting(connection, store_id, terminal_id, at)) < WAITING_MAX, "too many commands wait already"
    )
    command_id = new_id()
    connection.execute(
        sa.insert(command).values(
            store_id=store_id,
            command_id=command_id,
            terminal_id=terminal_id,
            name=name,
            text=text[:TEXT_MAX],
            argument=argument[:TEXT_MAX],
            by=by[:TEXT_MAX],
            made_at=at,
            expires_at=at + life_s * SECOND,
            outcome="",
            reason="",
            done_at=0,
        )
    )
    told = Told(command_id=command_id, terminal_id=terminal_id, name=name, by=by)
    events.publish(connection, store_id, KIND, terminal_id, told, at)
    return command_id


def _expire(connection: sa.Connection, store_id: str, terminal_id: str, at: int) -> None:
    """Say of commands that were not done in time that they no longer will be."""
    late = (
        command.c.store_id == store_id,
        command.c.terminal_id == terminal_id,
        command.c.outcome == "",
        command.c.expires_at <= at,
    )
    connection.execute(sa.update(command).where(*late).values(outcome="expired", done_at=at))


def waiting(connection: sa.Connection, store_id: str, terminal_id: str, at: int) -> Sequence[LaneCommand]:
    """What a lane has yet to do, oldest first."""
    rows = connection.execute(
        sa.select(command)
        .where(
            command.c.store_id == store_id,
            command.c.terminal_id == terminal_id,
            command.c.outcome == "",
            command.c.expires_at > at,
        )
        .order_by(command.c.command_id)
        .limit(WAITING_MAX)
    )
    return [
        LaneCommand(
            command_id=row.command_id,
            name=row.name,
            text=row.text,
            argument=row.argument,
            by=row.by,
            expires_at=row.expires_at,
        )
        for row in rows
    ]


def done(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    command_id: str,
    outcome: str,
    reason: str,
    at: int,
) -> bool:
    """The lane says what became of a command; false if it had said so before, or it is not its own."""
    mine = (
        command.c.store_id == store_id,
        command.c.command_id == command_id,
        command.c.terminal_id == terminal_id,
        command.c.outcome == "",
    )
    found = connection.execute(
        sa.update(command)
        .where(*mine)
        .values(outcome=outcome, reason=reason[:TEXT_MAX], done_at=at)
        .returning(command.c.name, command.c.by)
    ).one_or_none()
    if found is None:
        return False
    told = Told(
        command_id=command_id,
        terminal_id=terminal_id,
        name=found.name,
        by=found.by,
        outcome=outcome,
        reason=reason[:TEXT_MAX],
    )
    events.publish(connection, store_id, KIND, terminal_id, told, at)
    return True
