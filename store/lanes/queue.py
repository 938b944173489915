"""Where each lane stands among those that wait for staff; worked out once however many lanes ask.

Source: docs/protocol.md, "Live channel"; `retail.wire.queue`.
Invariants: belongs to one event loop; what is told is not older than the event that made a lane ask.
"""

import asyncio
from collections.abc import Sequence

import msgspec

from retail.interventions.visits import Visit, in_order, place
from retail.wire.queue import Asking, visits_of
from store.data.database import Database
from store.data.lanes import alerts
from store.data.lanes.alerts import Alert

STORES_MAX = 1_000
"""Remembered at once; beyond it the oldest is worked out anew."""


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    pos: int
    places: dict[str, int]


def asking(one: Alert) -> Asking:
    """An alert, for the queue."""
    waiting = one.waiting
    return Asking(
        lane=one.terminal_id,
        severity=one.severity,
        since_us=(waiting.called_at if waiting is not None else 0) or one.received_at,
        is_looked_at=bool(one.seen_by or (waiting is not None and waiting.looked_by)),
        blocks=waiting.blocks if waiting is not None else "nothing",
    )


def visits(open_alerts: Sequence[Alert]) -> dict[str, Visit]:
    """What each lane calls for; the service's own alerts are nobody's visit."""
    return visits_of(asking(one) for one in open_alerts if one.terminal_id)


class Places:
    """The places of the lanes of every store. One per worker."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, _Known] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def of(self, store_id: str, terminal_id: str, pos: int) -> int:
        """The lane's place as of event `pos` or later; 0: nobody is waited for there."""
        lock = self._locks.setdefault(store_id, asyncio.Lock())
        async with lock:
            known = self._known.get(store_id)
            if known is None or known.pos < pos:
                known = await self._read(store_id, pos)
                self._known.pop(store_id, None)
                self._known[store_id] = known
                while len(self._known) > STORES_MAX:
                    del self._known[next(iter(self._known))]
        return known.places.get(terminal_id, 0)

    async def _read(self, store_id: str, pos: int) -> _Known:
        found = visits(await self._database.read(lambda one: alerts.still_open(one, store_id)))
        return _Known(pos=pos, places={lane: place(found, lane) for lane in in_order(found)})
