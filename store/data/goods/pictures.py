"""Pictures of items that staff are asked about: beside an open alert, and gone with it.

A lane's bytes are a stranger's: only what `retail.wire.pictures` finds to be a plain small picture is kept,
under the name its bytes have. The lane says with every change of an alert which picture there still is.

Source: docs/security.md, "Pictures"; docs/protocol.md, "Live channel".
Invariants: a lane reaches its own pictures only, and has at most OF_LANE_MAX; a picture goes when its alert
is cleared, when its lane says that there is none any more, and when its time is over, whichever is first.
"""

import logging
from collections.abc import Mapping

import sqlalchemy as sa

from retail.wire.live import AlertRaised
from retail.wire.pictures import mark_of, wrong_with
from store.data import upsert
from store.data.rules import every_store
from store.data.schema.pictures import item_picture

OF_LANE_MAX = 16
SHOWN_MAX = 1_000
SWEEP_MAX = 500
ID_MAX = 80
SECOND = 1_000_000
_log = logging.getLogger(__name__)
_table = item_picture.c


def follow(
    connection: sa.Connection, store_id: str, terminal_id: str, said: AlertRaised, at: int, keep_s: int
) -> str:
    """Keep what a lane shows beside an alert, or throw it away; the name of the picture that there is now."""
    alert_id, mark = said.alert_id[:ID_MAX], said.waiting.picture if said.waiting is not None else ""
    if said.picture and mark and keep_s:
        reason = wrong_with(said.picture) or ("" if mark_of(said.picture) == mark else "not the one it names")
        if not reason:
            _keep(connection, store_id, terminal_id, alert_id, mark, said.picture, at + keep_s * SECOND)
            return mark
        _log.warning("a picture of lane %s is not kept: %s", terminal_id, reason)
    if mark and marks(connection, store_id, at).get((terminal_id, alert_id)) == mark:
        return mark
    _delete(connection, _of(store_id, alert_id).where(_table.terminal_id == terminal_id))
    return ""


def drop(connection: sa.Connection, store_id: str, alert_id: str) -> None:
    """An alert is over."""
    _delete(connection, _of(store_id, alert_id))


def marks(connection: sa.Connection, store_id: str, at: int) -> Mapping[tuple[str, str], str]:
    """By lane and alert, the name of each picture that may be shown now."""
    rows = connection.execute(
        sa.select(_table.terminal_id, _table.alert_id, _table.mark)
        .where(_table.store_id == store_id, _table.until > at)
        .limit(SHOWN_MAX)
    )
    return {(row.terminal_id, row.alert_id): row.mark for row in rows}


def read(
    connection: sa.Connection, store_id: str, terminal_id: str, alert_id: str, mark: str, at: int
) -> bytes | None:
    """A picture by its name; None: there is none such, or none any more."""
    found = connection.execute(
        sa.select(_table.jpeg).where(
            _table.store_id == store_id,
            _table.terminal_id == terminal_id,
            _table.alert_id == alert_id,
            _table.mark == mark,
            _table.until > at,
        )
    ).scalar_one_or_none()
    return bytes(found) if found is not None else None


def sweep(connection: sa.Connection, at: int) -> int:
    """Throw away what nobody is shown any more; how many, at most SWEEP_MAX."""
    keys = (_table.store_id, _table.terminal_id, _table.alert_id)
    late = sa.select(*keys).where(_table.until <= at).limit(SWEEP_MAX)
    old = every_store(connection, "housekeeping").execute(late).all()
    for row in old:
        _delete(
            connection,
            sa.delete(item_picture).where(*(key == value for key, value in zip(keys, row, strict=True))),
        )
    return len(old)


def _keep(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    alert_id: str,
    mark: str,
    jpeg: bytes,
    until: int,
) -> None:
    statement = upsert.insert(connection, item_picture).values(
        store_id=store_id, terminal_id=terminal_id, alert_id=alert_id, mark=mark, jpeg=jpeg, until=until
    )
    changed = {"mark": mark, "jpeg": jpeg, "until": until}
    key = ("store_id", "terminal_id", "alert_id")
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed))
    mine = sa.select(_table.alert_id).where(_table.store_id == store_id, _table.terminal_id == terminal_id)
    too_many = connection.execute(
        mine.order_by(_table.until.desc(), _table.alert_id.desc()).offset(OF_LANE_MAX)
    ).scalars()
    for other in too_many.all():
        _delete(connection, _of(store_id, other).where(_table.terminal_id == terminal_id))


def _delete(connection: sa.Connection, statement: sa.Delete) -> None:
    """Throw away so that nothing is left in the file: SQLite would only mark its pages as free."""
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
    connection.execute(statement)
    if is_sqlite:
        connection.exec_driver_sql("PRAGMA secure_delete=OFF")


def _of(store_id: str, alert_id: str) -> sa.Delete:
    return sa.delete(item_picture).where(_table.store_id == store_id, _table.alert_id == alert_id)
