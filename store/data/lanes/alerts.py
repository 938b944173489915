"""Who should come: alerts of lanes, hubs and the service itself, from raised to cleared.

A lane repeats an alert until it is told that it was stored; the same id is the same alert. What cleared it
comes from the lane, or from a person where the lane cannot say it (it was switched off).

Source: docs/protocol.md, "Live channel".
Invariants: an alert that was cleared is not opened again; every change is an event for browsers, in the same
transaction.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from retail.wire import alert_texts
from retail.wire.live import Waiting, kept_waiting
from store.data import upsert
from store.data.goods import pictures
from store.data.ids import new_id
from store.data.lanes import events
from store.data.schema.alerts import alert

TEXT_MAX = 300
WORD_MAX = 80
OPEN_MAX = 1_000
"""Shown at once."""
KIND = "alert"
"""Of the event."""

Source = Literal["lane", "hub", "service"]
COLUMNS = tuple(column for column in alert.columns if column.name != "store_id")
"""Of an `Alert` (`read`)."""


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """An alert as browsers see it."""

    alert_id: str
    terminal_id: str
    """Empty: the service itself."""
    kind: str
    text: str
    """English."""
    text_key: str = ""
    """Which sentence it is (`retail.wire.alert_texts.TEXTS`), for other languages."""
    values: dict[str, str] = {}
    """What stands in its places."""
    waiting: Waiting | None = None
    """What is to be decided; None: nothing is, or a lane of before does not say."""
    severity: str
    transaction_id: str
    source: str
    raised_at: int
    """By the lane's clock, corrected."""
    received_at: int
    seen_by: str
    seen_at: int
    cleared_by: str
    cleared_at: int


def open_alert(
    connection: sa.Connection,
    store_id: str,
    *,
    terminal_id: str,
    kind: str,
    at: int,
    text: str | None = None,
    text_key: str = "",
    values: Mapping[str, str] | None = None,
    waiting: Waiting | None = None,
    alert_id: str = "",
    severity: str = "staff",
    transaction_id: str = "",
    source: Source = "service",
    raised_at: int = 0,
) -> str:
    """Raise an alert, or change what an open one says; its id. Without an id it is a new one.

    Without `text` it says the sentence of `text_key` and `values`.
    """
    alert_id = (alert_id or new_id())[:WORD_MAX]
    values = alert_texts.kept_values(values or {})
    words: dict[str, Any] = {
        "kind": kind[:WORD_MAX],
        "text": (alert_texts.sentence(text_key, values) if text is None else text)[:TEXT_MAX],
        "text_key": text_key[:WORD_MAX],
        "text_values": msgspec.json.encode(values, order="deterministic") if values else b"",
        "severity": severity[:WORD_MAX],
        "waiting": msgspec.json.encode(kept_waiting(waiting)) if waiting is not None else b"",
    }
    before = get(connection, store_id, alert_id)
    if before is None:
        statement = upsert.insert(connection, alert).values(
            store_id=store_id,
            alert_id=alert_id,
            terminal_id=terminal_id,
            transaction_id=transaction_id[:WORD_MAX],
            source=source,
            raised_at=raised_at or at,
            received_at=at,
            seen_by="",
            seen_at=0,
            cleared_by="",
            cleared_at=0,
            **words,
        )
        connection.execute(statement.on_conflict_do_nothing())
    elif before.terminal_id != terminal_id or before.cleared_at:
        return alert_id  # another lane's, or over
    else:
        connection.execute(_one(store_id, alert_id).values(**words))
        if get(connection, store_id, alert_id) == before:
            return alert_id  # nothing new
    _tell(connection, store_id, alert_id, at)
    return alert_id


def see(connection: sa.Connection, store_id: str, alert_id: str, who: str, at: int) -> Alert | None:
    """Somebody is on the way; None if there is no such open alert. The first to say so counts."""
    result = connection.execute(
        _one(store_id, alert_id)
        .where(alert.c.cleared_at == 0, alert.c.seen_at == 0)
        .values(seen_by=who[:WORD_MAX], seen_at=at)
    )
    if result.rowcount == 1:
        _tell(connection, store_id, alert_id, at)
    found = get(connection, store_id, alert_id)
    return found if found is not None and not found.cleared_at else None


def clear(
    connection: sa.Connection, store_id: str, alert_id: str, who: str, at: int, terminal_id: str = ""
) -> bool:
    """It is over; false if it was not open. `terminal_id`: only if it is this lane's."""
    statement = _one(store_id, alert_id).where(alert.c.cleared_at == 0)
    if terminal_id:
        statement = statement.where(alert.c.terminal_id == terminal_id)
    if connection.execute(statement.values(cleared_by=who[:WORD_MAX], cleared_at=at)).rowcount == 0:
        return False
    pictures.drop(connection, store_id, alert_id)
    _tell(connection, store_id, alert_id, at)
    return True


def keep_only(
    connection: sa.Connection, store_id: str, terminal_id: str, alert_ids: Collection[str], at: int
) -> int:
    """A lane says what it wants people for, whole: its other alerts are over. How many were."""
    rows = connection.execute(
        sa.select(alert.c.alert_id)
        .where(
            alert.c.store_id == store_id,
            alert.c.cleared_at == 0,
            alert.c.terminal_id == terminal_id,
            alert.c.source == "lane",
        )
        .limit(OPEN_MAX)
    )
    over = [alert_id for alert_id in rows.scalars() if alert_id not in alert_ids]
    return sum(clear(connection, store_id, one, terminal_id, at, terminal_id) for one in over)


def get(connection: sa.Connection, store_id: str, alert_id: str) -> Alert | None:
    """One alert."""
    row = connection.execute(
        sa.select(*COLUMNS).where(alert.c.store_id == store_id, alert.c.alert_id == alert_id)
    ).one_or_none()
    return read(row._mapping) if row is not None else None


def read(row: Mapping[Any, Any]) -> Alert:
    """A row of COLUMNS."""
    told = dict(row)
    raw, text_key, waits = told.pop("text_values"), told.pop("text_key"), told.pop("waiting")
    values = msgspec.json.decode(raw, type=dict[str, str]) if raw else {}
    waiting = msgspec.json.decode(waits, type=Waiting) if waits else None
    return Alert(text_key=text_key or "", values=values, waiting=waiting, **told)


def still_open(connection: sa.Connection, store_id: str) -> Sequence[Alert]:
    """What waits for a person, oldest first."""
    rows = connection.execute(
        sa.select(*COLUMNS)
        .where(alert.c.store_id == store_id, alert.c.cleared_at == 0)
        .order_by(alert.c.received_at, alert.c.alert_id)
        .limit(OPEN_MAX)
    )
    return [read(row) for row in rows.mappings()]


def _one(store_id: str, alert_id: str) -> sa.Update:
    return sa.update(alert).where(alert.c.store_id == store_id, alert.c.alert_id == alert_id)


def _tell(connection: sa.Connection, store_id: str, alert_id: str, at: int) -> None:
    found = get(connection, store_id, alert_id)
    if found is not None:
        events.publish(connection, store_id, KIND, alert_id, found, at)
