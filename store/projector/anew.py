"""Work out again, of everything that was opened, what people were asked and what goods weighed.

For a service that is older than these tables, and after a rule has changed. Sales, points and coupons stay as
they are; what is in quarantine stays out. It may run beside the service and be stopped anywhere.

Source: docs/store.md, "Projection".
Invariants: the rows of an envelope are replaced in one transaction; running twice equals running once.
"""

import functools

from store.data.database import Connection, Database
from store.data.journals import sales
from store.data.journals.sales import Arrived, Cursor
from store.projector.explode import explode
from store.projector.rows import Rows, attention_rows

CHUNK = 200
"""Envelopes in one transaction."""


def work_out_again(database: Database) -> int:
    """All lanes of all stores; how many envelopes."""
    return sum(_lane(database, cursor) for cursor in database.read_sync(sales.opened))


def _lane(database: Database, cursor: Cursor) -> int:
    count, after = 0, 0
    while arrivals := database.read_sync(functools.partial(_next, cursor=cursor, after=after)):
        rows = {one.envelope_id: found for one in arrivals if (found := _rows(one)) is not None}
        count += database.write_sync(functools.partial(_put, store_id=cursor.key[0], rows=rows))
        after = arrivals[-1].seq
    return count


def _next(connection: Connection, cursor: Cursor, after: int) -> tuple[Arrived, ...]:
    return sales.arrived(connection, cursor.key, after, cursor.acked, CHUNK)


def _put(connection: Connection, store_id: str, rows: dict[str, Rows]) -> int:
    return sales.put_again(connection, store_id, rows)


def _rows(arrival: Arrived) -> Rows | None:
    facts = explode(arrival.body, None).facts
    return attention_rows(arrival, facts.attention) if facts is not None else None
