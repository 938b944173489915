"""What lanes are told to do, and what became of it.

A decision about an intervention is a command, too. It is short-lived: the lane looks at it anew, and what was
decided about a picture of a minute ago is decided again.

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
from store.data.ids import new_id
from store.data.lanes import events
from store.data.schema.alerts import command

LIFE_S = 300
"""A command that reaches its lane later than this is not meant any more."""
WAITING_MAX = 100
"""Of one lane."""
TEXT_MAX = 300
KIND = "command"
"""Of the event; its key is the lane."""
DECISIONS = ("look", "approve", "refuse", "suspend")
"""Need to know who decides, and as what."""
NAMES = (
    "open",
    "close",
    "message",
    "end_help",
    "restart",
    "resync",
    "support",
    "update",
    "joined",
    *DECISIONS,
)
DECISION_LIFE_S = 20
LOOKED_BACK = 200
"""Commands of a lane that are searched for who decided."""
SECOND = 1_000_000


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What staff decided, for a lane's journal."""

    staff_id: str
    role: str
    intervention_no: int = 0
    reason: str = ""
    measure_seen: int = 0
    picture_seen: str = ""
    """The name of the picture that was before them."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The event's body."""

    command_id: str
    terminal_id: str
    name: str
    by: str
    outcome: str = ""
    """Empty: on its way."""
    reason: str = ""
    intervention_no: int = 0
    why: str = ""
    """The reason that was chosen."""


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
    decision: Decision | None = None,
    life_s: int = LIFE_S,
) -> str:
    """Tell a lane to do something; the command's id."""
    require(name in NAMES, f"a command is one of {', '.join(NAMES)}")
    require((decision is not None) == (name in DECISIONS), "a decision says who decides")
    life_s = life_s if decision is None else DECISION_LIFE_S
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
            decision=msgspec.json.encode(decision) if decision is not None else b"",
            done_at=0,
        )
    )
    told = _told(command_id, terminal_id, name, by, decision)
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
    return [_as_sent(row) for row in rows]


def _as_sent(row: sa.Row[tuple[object, ...]]) -> LaneCommand:
    decision = _decision(row.decision)
    sent = LaneCommand(
        command_id=row.command_id,
        name=row.name,
        text=row.text,
        argument=row.argument,
        by=row.by,
        expires_at=row.expires_at,
    )
    if decision is None:
        return sent
    return msgspec.structs.replace(
        sent,
        by=decision.staff_id,
        role=decision.role,
        intervention_no=decision.intervention_no,
        reason=decision.reason,
        measure_seen=decision.measure_seen,
        picture_seen=decision.picture_seen,
    )


def _decision(raw: bytes | None) -> Decision | None:
    return msgspec.json.decode(raw, type=Decision) if raw else None


def _told(command_id: str, terminal_id: str, name: str, by: str, decision: Decision | None) -> Told:
    return Told(
        command_id=command_id,
        terminal_id=terminal_id,
        name=name,
        by=by,
        intervention_no=decision.intervention_no if decision is not None else 0,
        why=decision.reason if decision is not None else "",
    )


def get(connection: sa.Connection, store_id: str, command_id: str) -> Told | None:
    """What became of a command so far."""
    row = connection.execute(
        sa.select(command).where(command.c.store_id == store_id, command.c.command_id == command_id)
    ).one_or_none()
    if row is None:
        return None
    told = _told(command_id, row.terminal_id, row.name, row.by, _decision(row.decision))
    return msgspec.structs.replace(told, outcome=row.outcome, reason=row.reason)


def decided(
    connection: sa.Connection, store_id: str, terminal_id: str, intervention_no: int
) -> tuple[Told, int] | None:
    """Who decided an intervention from afar, and when; None: nobody did lately."""
    rows = connection.execute(
        sa.select(command)
        .where(
            command.c.store_id == store_id,
            command.c.terminal_id == terminal_id,
            command.c.outcome == "done",
            command.c.name.in_(("approve", "refuse")),
        )
        .order_by(command.c.command_id.desc())
        .limit(LOOKED_BACK)
    )
    for row in rows:
        decision = _decision(row.decision)
        if decision is not None and decision.intervention_no == intervention_no:
            return _told(row.command_id, terminal_id, row.name, row.by, decision), row.done_at
    return None


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
        .returning(command.c.name, command.c.by, command.c.decision)
    ).one_or_none()
    if found is None:
        return False
    told = _told(command_id, terminal_id, found.name, found.by, _decision(found.decision))
    told = msgspec.structs.replace(told, outcome=outcome, reason=reason[:TEXT_MAX])
    events.publish(connection, store_id, KIND, terminal_id, told, at)
    return True
